"""Words of charts, metrics and reports in every language, without Qt: `resources/insights/*.toml`.

One file for each chart or area; an entry is `[code]` with `en`, `zh_CN`, `zh_TW`. The window, the
command line and reports say the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from cmapp.domain import word_lines
from cmapp.domain.chart import Say
from cmapp.system.paths import resources

LANGUAGES = ("en", "zh_CN", "zh_TW")
FOLDER = "insights"


@cache
def entries() -> Mapping[str, Mapping[str, str]]:
    """Return code → language → words, of all files together; `metric.<id>` is a metric's name."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted((resources() / FOLDER).glob("*.toml")):
        for code, entry in _flat(word_lines.read(path.read_text(encoding="utf-8"))):
            if code in found:
                raise ValueError(f"{code} is said twice, again in {path.name}")
            found[code] = entry
    for table in metrics().values():
        for metric, facts in table.items():
            found[f"metric.{metric}"] = facts["name"]
    return found


@cache
def metrics() -> Mapping[str, Mapping[str, Any]]:
    """Return group → metric → what its file says of it (`domain/metrics.py`)."""
    return {
        path.stem: word_lines.read(path.read_text(encoding="utf-8"))
        for path in sorted((resources() / "metrics").glob("*.toml"))
    }


def _flat(table: Mapping[str, Any], before: str = "") -> list[tuple[str, Mapping[str, str]]]:
    if "en" in table:
        return [(before, table)]
    return [
        pair
        for name, inner in table.items()
        for pair in _flat(inner, f"{before}.{name}" if before else name)
    ]


def say(what: Say, language: str = "en") -> str:
    """Return the words of a `Say`; a code that nobody wrote words for stands for itself."""
    if what.text:
        return what.text
    entry = entries().get(what.code)
    if entry is None:
        return what.code
    facts = {
        name: _listed(fact, language) if name == "weights" else fact
        for name, fact in what.facts.items()
    }
    return entry.get(language, entry["en"]).format_map(_Facts(facts))


def _listed(pairs: Sequence[Sequence[str]], language: str) -> str:
    """Return pairs of a metric or a name and what is said of it, in one line."""
    parts = []
    for name, said in pairs:
        entry = entries().get(f"metric.{name}", {})
        parts.append(f"{entry.get(language, entry.get('en', name))} {said}")
    return ("、" if language.startswith("zh") else ", ").join(parts)


class _Facts(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "—"
