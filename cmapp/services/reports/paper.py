"""A report as a PDF: typeset from data alone, with the fonts in it, and the document attached.

The typesetter is loaded when a PDF is asked for. Words of others never are its markup: they come
in as JSON and are set as they stand.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from cmapp.domain import letters
from cmapp.domain import report as model
from cmapp.domain.canonical import canonical
from cmapp.domain.chart import Say, Unit
from cmapp.domain.chart_table import HIGH, LOW, table
from cmapp.domain.errors import Rejected
from cmapp.domain.report import Report
from cmapp.services import wordbook
from cmapp.services.reports import html, shown, svg
from cmapp.system.paths import resources

MOST_ROWS = 60
"""Rows of a chart's table on paper; the rest is in the attached document, CSV and XLSX."""
WIDEST = 8
"""Columns that a page holds; wider tables go without intervals, or are laid over."""
_HAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_SANS = ("Noto Sans CJK {}", "Noto Sans {}", "Source Han Sans {}")
_OTHERS = {
    "SC": ("PingFang SC", "Microsoft YaHei", "Hiragino Sans GB", "WenQuanYi Micro Hei",
           "WenQuanYi Zen Hei", "Heiti SC", "SimHei", "SimSun", "Noto Serif CJK SC"),
    "TC": ("PingFang TC", "Microsoft JhengHei", "Heiti TC", "PMingLiU", "Noto Serif CJK TC"),
}  # fmt: skip
_DOCUMENT = b'{"app":"'
MOST_DOCUMENT = 200_000_000
"""How many bytes an attached document may unpack to: what is longer is cut, and damaged."""
"""How the attached document begins: its keys are in order."""


@cache
def _fonts() -> Any:
    """Return the fonts of the program and of this machine; looked for once."""
    import typst

    return typst.Fonts(font_paths=[str(resources() / "fonts")])


def families() -> frozenset[str]:
    """Return the font families that there are."""
    return frozenset(one.family for one in _fonts().fonts())


def _chinese(language: str, there: frozenset[str]) -> list[str]:
    """Return the families with Chinese that are there, the language's own script first."""
    scripts = ("TC", "SC") if language == "zh_TW" else ("SC", "TC")
    wanted = [
        name
        for script in scripts
        for name in (*(s.format(script) for s in _SANS), *_OTHERS[script])
    ]
    return [name for name in wanted if name in there][:2]


def pdf(report: Report, logo: bytes | None = None) -> bytes:
    """Return the file. Raises Rejected (`no_chinese_font`) where Chinese would be boxes."""
    sheet, made = _set(report, logo)
    found: bytes = _typeset(sheet, made, format="pdf", timestamp=0)
    return found


def pages(report: Report, logo: bytes | None, *, ppi: float) -> list[bytes]:
    """Return the pages as pictures (PNG), as they will be printed. Raises as `pdf`."""
    sheet, made = _set(report, logo)
    found = _typeset(sheet, made, format="png", ppi=ppi)
    return [found] if isinstance(found, bytes) else list(found)


def _typeset(sheet: bytes, made: str, **how: Any) -> Any:
    import typst

    try:
        return typst.compile(sheet, font_paths=_fonts(), sys_inputs={"data": made}, **how)
    except BaseException as fell:
        if type(fell).__name__ != "PanicException":  # no Exception: it would end the engine
            raise
        raise RuntimeError("the typesetter fell") from None


def _set(report: Report, logo: bytes | None) -> tuple[bytes, str]:
    """Return the sheet and the data that it is filled with."""
    there = families()
    language = report.query.language
    chinese = _chinese(language, there)
    document = canonical(model.document(report)).decode("utf-8")
    data: dict[str, Any] = {
        "title": report.query.title,
        "app": report.app,
        "under": html.subtitle(report),
        "foot": wordbook.say(
            Say("report.foot", {"app": report.app, "hash": report.hash}), language
        ),
        "fonts": ["Inter", *chinese, *(f for f in ("DejaVu Sans",) if f in there)],
        "lang": "en" if language == "en" else "zh",
        "region": {"en": None, "zh_CN": "cn", "zh_TW": "tw"}[language],
        "logo": "there" if logo else "",
        "sections": [
            {
                "title": wordbook.say(one.title, language),
                "parts": [made for part in one.parts for made in _part(part, report)],
            }
            for one in report.sections
        ],
    }
    if not chinese and _HAN.search(json.dumps(data["sections"], ensure_ascii=False)
                                   + data["title"] + data["under"]):  # fmt: skip
        raise Rejected("no_chinese_font", field="format", reason="no_chinese_font")
    made = json.dumps({**_settable(data), "document": document}, ensure_ascii=False)
    page = (resources() / "reports" / "report.typ").read_bytes()
    if logo is not None:
        sheet = page.replace(b"bytes(it.logo_bytes)", _bytes_of(logo))
    else:
        sheet = page.replace(b"bytes(it.logo_bytes)", b"bytes(())")
    return sheet, made


_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction round: many of them, one in the other, felled the typesetter."""


def _settable(data: Any) -> Any:
    """Return data with nothing in their texts that the typesetter or its pictures cannot take."""
    match data:
        case str():
            return letters.writable(_TURNED.sub("", data))
        case dict():
            return {name: _settable(one) for name, one in data.items()}
        case list():
            return [_settable(one) for one in data]
        case _:
            return data


def _bytes_of(picture: bytes) -> bytes:
    """Return a picture as the typesetter's own way to write bytes."""
    return b"bytes((" + b",".join(b"%d" % b for b in picture) + b",))"


def _part(part: model.Part, report: Report) -> Iterator[dict[str, Any]]:
    language, zone = report.query.language, report.query.zone
    match part:
        case model.Words(say, style):
            for line in wordbook.say(say, language).split("\n"):
                if line.strip():
                    yield {"kind": "note" if style == "note" else "words", "text": line}
        case model.Heading(say):
            yield {"kind": "heading", "text": wordbook.say(say, language)}
        case model.Numbers(figures):
            yield {"kind": "figures", "figures": [html.figure_words(f, language) for f in figures]}
        case model.Grid(head, rows):
            right = [
                n for n in range(len(head))
                if rows and all(isinstance(r[n], (int, float, model.Amount)) for r in rows)
            ]  # fmt: skip
            cells = [[html.cell_words(c, language, zone) for c in row] for row in rows]
            yield _rows([wordbook.say(h, language) for h in head], cells, right)
        case model.Quotes(quotes):
            for one in quotes:
                when = f" · {shown.moment(one.at, zone)}" if one.at is not None else ""
                link = f" · {one.url}" if one.url else ""
                yield {"kind": "quote", "text": one.text, "under": f"{one.who}{when}{link}",
                       "depth": min(one.depth, 6)}  # fmt: skip
        case model.Picture():
            yield from _picture(part, language)


def _rows(
    head: Sequence[str], cells: Sequence[Sequence[str]], right: Sequence[int]
) -> dict[str, Any]:
    return {"kind": "rows", "head": list(head), "rows": [list(r) for r in cells],
            "right": list(right)}  # fmt: skip


def _picture(part: model.Picture, language: str) -> Iterator[dict[str, Any]]:
    chart = part.chart
    if chart.figures:
        yield {
            "kind": "figures",
            "figures": [html.figure_words(f, language) for f in chart.figures],
        }
    if chart.empty is not None:
        yield {"kind": "note", "text": wordbook.say(chart.empty, language)}
    fonts = "Inter," + ",".join(f"'{name}'" for name in _chinese(language, families()))
    drawn = svg.draw(chart, language, sheet=svg.style(fonts.rstrip(",")))
    if drawn:
        yield {"kind": "picture", "svg": drawn, "alt": wordbook.say(chart.title, language)}
    for note in chart.notes:
        yield {"kind": "note", "text": wordbook.say(note, language)}
    made = table(chart, lambda say: wordbook.say(say, language))
    if not made.rows or (drawn and chart.form == "heat"):
        return  # a picture of cells tells it; the numbers are in the other formats and attached
    ends = (wordbook.say(LOW, language), wordbook.say(HIGH, language))
    wanted = [
        c for c, name in enumerate(made.header)
        if len(made.header) <= WIDEST or not name.endswith(ends)
    ]  # fmt: skip
    head = [made.header[c] for c in wanted]
    cells = [
        [_cell(row[c], made.whys.get((r, c)), made.units[c], language) for c in wanted]
        for r, row in enumerate(made.rows[:MOST_ROWS])
    ]
    right = [
        n for n, c in enumerate(wanted)
        if all(v is None or isinstance(v, (int, float)) for v in (row[c] for row in made.rows))
    ]  # fmt: skip
    if len(head) > WIDEST and len(cells) < WIDEST:  # few things of which much is told: lay it over
        turned = [[name, *(row[n] for row in cells)] for n, name in enumerate(head)]
        head, cells, right = turned[0], turned[1:], list(range(1, len(cells) + 1))
    yield _rows(head, cells, right)
    if len(made.rows) > MOST_ROWS:
        more = Say("report.more_rows", {"n": len(made.rows) - MOST_ROWS})
        yield {"kind": "note", "text": wordbook.say(more, language)}


def _cell(
    value: str | float | int | None, why: str | None, unit: Unit | None, language: str
) -> str:
    if value is None:
        return f"{shown.UNKNOWN} {shown.why(why, language)}" if why is not None else ""
    return value if isinstance(value, str) else shown.amount(value, unit or "number", language)


def document_in(data: bytes) -> str | None:
    """Return the document that is attached to a PDF, None for none. Raises ValueError: damaged."""
    broken = False
    for found in re.finditer(rb"stream\r?\n", data):
        packed = zlib.decompressobj()
        try:
            begin = packed.decompress(data[found.end() :], len(_DOCUMENT))
            if begin != _DOCUMENT:
                continue
            broken = True
            whole = begin + packed.decompress(packed.unconsumed_tail, MOST_DOCUMENT)
        except zlib.error:
            continue
        if packed.eof:
            if not data.rstrip().endswith(b"%%EOF"):
                raise ValueError("pdf")
            return whole.decode("utf-8")
    if broken:
        raise ValueError("pdf")
    return None
