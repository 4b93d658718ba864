"""What is kept about a person as files that can be handed to them (PV-02; GDPR 15 and 20).

`person.json` holds everything; each section is a table of its own besides, as CSV that a
spreadsheet opens safely; `about.html` says in the reader's language what each of them is.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmapp.domain import table_file
from cmapp.domain.errors import Rejected
from cmapp.services.desk import Desk
from cmapp.services.people import whom
from cmapp.services.shapes import iso
from cmapp.store import about_person, erasure
from cmapp.store.sqlite import Connection
from cmapp.system import paths
from cmapp.system.whole_file import whole


@dataclass(frozen=True, slots=True)
class Handed:
    """The folder that was written; its files, and how many rows each section has."""

    folder: str
    files: tuple[str, ...]
    rows: dict[str, int]


def words(language: str) -> dict[str, Any]:
    """Return the words of the page in a language, English where there is none."""
    found = json.loads((paths.resources() / "privacy" / "sections.json").read_text("utf-8"))
    chosen: dict[str, Any] = found.get(language) or found["en"]
    return chosen


def hand_out(desk: Desk, person: str, folder: Path, *, language: str = "en") -> Handed:
    """Write everything that is kept about a person into a folder; each file whole or not at all.

    Raises Missing (`unknown_person`); Rejected (`file_unwritable`, `ambiguous_person`).
    """
    now = desk.now()

    def read(db: Connection) -> list[tuple[str, list[str], list[dict[str, Any]]]]:
        profiles = erasure.members(db, whom(db, person))
        return list(about_person.sections(db, profiles))

    found = desk.store.read(read)
    _made(folder)
    files = [folder / "person.json"]
    with whole(files[0]) as file:
        told = {"exported_at": iso(now), **{name: rows for name, _, rows in found}}
        packed = json.dumps(told, ensure_ascii=False, indent=1)
        file.write(packed.encode("utf-8", "replace"))
    for name, columns, rows in found:
        if not rows:
            continue
        cells = [[_cell(row[c]) for c in columns] for row in rows]
        files.append(folder / f"{name}.csv")
        with whole(files[-1]) as file:
            file.write(table_file.write_csv(columns, cells))
    files.append(folder / "about.html")
    counts = {name: len(rows) for name, _, rows in found}
    with whole(files[-1]) as file:
        file.write(_page(counts, words(language), iso(now) or "").encode("utf-8"))
    return Handed(str(folder), tuple(str(f) for f in files), counts)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Rejected(
            "file_unwritable", field="file", reason="file_unwritable", path=str(folder),
            said=problem.strerror or "",
        ) from None  # fmt: skip


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _page(counts: dict[str, int], told: dict[str, Any], at: str) -> str:
    """Return the page: plain HTML, nothing is loaded."""
    rows = "\n".join(
        f"<tr><td>{html.escape(name)}.csv</td><td>{count}</td>"
        f"<td>{html.escape(told['sections'][name])}</td></tr>"
        for name, count in counts.items()
        if count
    )
    nothing = ", ".join(
        html.escape(told["sections"][n]) for n, count in counts.items() if not count
    )
    words = {k: html.escape(v) for k, v in told.items() if isinstance(v, str)}
    return f"""<!doctype html>
<html lang="{words["lang"]}"><head><meta charset="utf-8"><title>{words["title"]}</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em;
color:#1c1c1e}}td,th{{text-align:left;padding:.3em 1em .3em 0;vertical-align:top;
border-bottom:1px solid #ddd}}td:nth-child(2){{text-align:right}}</style></head><body>
<h1>{words["title"]}</h1><p>{words["intro"]}</p><p>{words["made"]} {html.escape(at)}</p>
<table><tr><th>{words["file"]}</th><th>{words["rows"]}</th><th>{words["what"]}</th></tr>
{rows}</table><p>{words["nothing"]} {nothing}</p><p>{words["where"]}</p></body></html>
"""
