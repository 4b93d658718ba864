"""Keep the window's languages: gather the words, make what Qt loads, check that all is said.

    python packaging/i18n.py update    gather words from cmapp/ui into resources/i18n/*.ts
    python packaging/i18n.py release   make the *.qm that the window loads
    python packaging/i18n.py check     fail on unfinished or mismatched entries and a stale .qm

English stands in the source; `en.ts` holds only its plural forms.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "zh_CN", "zh_TW")
_HOLES = re.compile(r"\{\w+\}|%n")
_HALF = re.compile(r"[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]")
_DATES = ("d MMM", "MMM", "MMM yyyy", "yyyy", "d MMM yyyy")
"""Formats of dates: numbers stand close to the words of a date."""
_TIGHT = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")


def tool(name: str) -> str:
    """Return the path of one of Qt's translation tools, as PySide6 brings it."""
    beside = Path(sys.executable).with_name(f"pyside6-{name}")
    return str(beside) if beside.exists() else f"pyside6-{name}"


def sources() -> list[Path]:
    """Return the modules that hold words."""
    return sorted((ROOT / "cmapp" / "ui").rglob("*.py"))


def update() -> None:
    """Gather the words."""
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        subprocess.run(
            [
                tool("lupdate"), *map(str, sources()), "-locations", "none", "-no-obsolete",
                *plural, "-source-language", "en", "-target-language", language,
                "-ts", str(FOLDER / f"{language}.ts"),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip


def unseen() -> Iterator[str]:
    """Yield words that lupdate overlooks: it loses a call whose count is not a plain name."""
    known = {source for _, source, _, _ in entries("zh_CN")}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            at = {"tr": 0, "translate": 1}.get(name)
            if at is None or len(node.args) <= at:
                continue
            words = node.args[at]
            if isinstance(words, ast.Constant) and words.value not in known:
                yield f"{path.name}:{node.lineno}: lupdate does not see {words.value!r}"


def release(folder: Path = FOLDER) -> None:
    """Make what Qt loads."""
    for language in LANGUAGES:
        made = folder / f"{language}.qm"
        subprocess.run(
            [tool("lrelease"), "-silent", str(FOLDER / f"{language}.ts"), "-qm", str(made)],
            check=True,
        )


def entries(language: str) -> Iterator[tuple[str, str, list[str], bool]]:
    """Yield context, source, translations and whether it is finished, of each entry."""
    for context in ET.parse(FOLDER / f"{language}.ts").getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found = message.find("translation")
            assert found is not None
            forms = [f.text or "" for f in found.findall("numerusform")] or [found.text or ""]
            finished = found.get("type") is None and all(forms)
            yield name, message.findtext("source") or "", forms, finished


def faults() -> Iterator[str]:
    """Yield what is wrong, one line each."""
    for language in LANGUAGES:
        for context, source, forms, finished in entries(language):
            where = f"{language} {context}: {source!r}"
            if not finished:
                yield f"{where} is not translated"
                continue
            for form in forms:
                want, have = sorted(_HOLES.findall(source)), sorted(_HOLES.findall(form))
                if want != have and not (language == "en" and set(have) <= set(want)):
                    yield f"{where}: placeholders {want} became {have}"
                if language != "en" and _HALF.search(form):
                    yield f"{where}: half-width punctuation in {form!r}"
                if language != "en" and source not in _DATES and _TIGHT.search(form):
                    yield f"{where}: no space between Han and Latin in {form!r}"
    yield from unseen()
    yield from stale_words()
    yield from stale_files()


def stale_words() -> Iterator[str]:
    """Yield languages whose words are not those of the source."""
    kept = {lang: (FOLDER / f"{lang}.ts").read_bytes() for lang in LANGUAGES}
    known = {lang: {(c, s) for c, s, _, _ in entries(lang)} for lang in LANGUAGES}
    try:
        update()
        for lang in LANGUAGES:
            now = {(c, s) for c, s, _, _ in entries(lang)}
            for context, source in sorted(now ^ known[lang]):
                how = "missing" if (context, source) in now else "no longer used"
                yield f"{lang} {context}: {source!r} is {how}; run packaging/i18n.py update"
    finally:
        for lang, body in kept.items():
            (FOLDER / f"{lang}.ts").write_bytes(body)


def stale_files() -> Iterator[str]:
    """Yield each .qm that does not come from its .ts."""
    with tempfile.TemporaryDirectory() as made:
        release(Path(made))
        for lang in LANGUAGES:
            kept = FOLDER / f"{lang}.qm"
            if not kept.exists() or kept.read_bytes() != (Path(made) / kept.name).read_bytes():
                yield f"{kept.name} is stale; run packaging/i18n.py release"


def main() -> int:
    """Do what the first argument names; returns the number of faults."""
    verb = (sys.argv[1:] or ["check"])[0].lstrip("-")
    if verb == "update":
        FOLDER.mkdir(parents=True, exist_ok=True)
        update()
        return 0
    if verb == "release":
        release()
        return 0
    found = list(faults())
    for fault in found:
        print(fault)
    print(f"{len(found)} faults in {len(LANGUAGES)} languages")
    return min(1, len(found))


if __name__ == "__main__":
    sys.exit(main())
