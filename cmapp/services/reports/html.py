"""A report as one HTML file: nothing is fetched, no script runs, everything foreign is escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from cmapp.domain import report as model
from cmapp.domain.canonical import canonical
from cmapp.domain.chart import Figure, Say, Unit
from cmapp.domain.chart_table import Cell as ChartCell
from cmapp.domain.chart_table import table
from cmapp.domain.report import Cell, Report
from cmapp.services import wordbook
from cmapp.services.reports import shown, svg

MARK = '<pre id="cmapp-report">'
"""What stands before the document that a report carries."""
FONTS = {
    "en": "Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
    "zh_CN": "Inter,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif",
    "zh_TW": "Inter,'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC','Noto Sans TC',"
    "sans-serif",
}
_LANG = {"en": "en", "zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
MOST_ROWS = 400
"""Rows of a chart's table that are printed; the rest is in CSV and XLSX."""


def page(report: Report, *, logo: bytes | None = None, logo_mime: str = "") -> bytes:
    """Return the file. The same report gives the same bytes."""
    return "\n".join(_lines(report, logo, logo_mime)).encode("utf-8", "replace") + b"\n"


def _lines(report: Report, logo: bytes | None, mime: str) -> Iterator[str]:
    query = report.query
    language = query.language
    title = escape(query.title)
    yield "<!doctype html>"
    yield f'<html lang="{_LANG[language]}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="cmapp {escape(report.app)}">'
    yield f"<title>{title}</title><style>{_sheet(language)}</style></head><body><main>"
    yield "<header>"
    if logo is not None:
        kept = base64.b64encode(logo).decode("ascii")
        yield f'<img class="logo" alt="" src="data:{escape(mime)};base64,{kept}">'
    yield f"<h1>{title}</h1><p class=under>{escape(subtitle(report))}</p></header>"
    for number, section in enumerate(report.sections):
        yield "<section>"
        if words := wordbook.say(section.title, language):
            yield f"<h2>{escape(words)}</h2>"
        for part in section.parts:
            yield from _part(part, report, number)
        yield "</section>"
    yield from _foot(report)
    yield "</main></body></html>"


def subtitle(report: Report) -> str:
    """Return the line under the title: span, zone, accounts, and the moment it tells of."""
    query = report.query
    between = ", " if query.language == "en" else "、"
    facts = {
        "span": shown.span(query.since, query.until, query.zone),
        "zone": query.zone,
        "accounts": between.join(handle for _, handle, _ in report.accounts),
        "as_of": shown.moment(query.as_of, query.zone),
    }
    code = "report.under" if report.accounts else "report.under_alone"
    return wordbook.say(Say(code, facts), query.language)


def _part(part: model.Part, report: Report, number: int) -> Iterator[str]:
    language, zone = report.query.language, report.query.zone
    match part:
        case model.Words(say, style):
            for line in wordbook.say(say, language).split("\n"):
                if line.strip():
                    yield f'<p class="{style}">{escape(line)}</p>'
        case model.Heading(say):
            yield f"<h3>{escape(wordbook.say(say, language))}</h3>"
        case model.Numbers(figures):
            yield '<div class="figures">'
            for one in figures:
                yield _figure(one, language)
            yield "</div>"
        case model.Picture():
            yield from _picture(part, language, number)
        case model.Grid(head, rows):
            yield "<div class=wide><table><thead><tr>"
            yield "".join(f"<th>{escape(wordbook.say(h, language))}</th>" for h in head)
            yield "</tr></thead><tbody>"
            for row in rows:
                yield "<tr>" + "".join(_cell(c, language, zone) for c in row) + "</tr>"
            yield "</tbody></table></div>"
        case model.Quotes(quotes):
            for quote in quotes:
                yield _quote(quote, zone)


def figure_words(one: Figure, language: str) -> tuple[str, str, str]:
    """Return name, number and what must be known of a figure."""
    name = wordbook.say(one.label, language) or one.metric
    under = []
    if one.low is not None and one.high is not None:
        ends = [shown.amount(v, one.unit, language) for v in (one.low, one.high)]
        under.append(f"95 %: {ends[0]} – {ends[1]}")
    if one.n is not None:
        under.append(f"n = {shown.amount(one.n)}")
    if one.value is None and one.why:
        under.append(shown.why(one.why, language))
    return name, shown.amount(one.value, one.unit, language), " · ".join(under)


def _figure(one: Figure, language: str) -> str:
    name, value, under = (escape(w) for w in figure_words(one, language))
    return (
        f'<div class="figure"><span class="name">{name}</span><b>{value}</b>'
        f'<span class="under">{under}</span></div>'
    )


def _picture(part: model.Picture, language: str, number: int) -> Iterator[str]:
    chart = part.chart
    if chart.figures:
        yield '<div class="figures">'
        yield from (_figure(one, language) for one in chart.figures)
        yield "</div>"
    if chart.empty is not None:
        yield f'<p class="note">{escape(wordbook.say(chart.empty, language))}</p>'
    drawn = svg.draw(chart, language, number=number)
    if drawn:
        yield f"<figure>{drawn}</figure>"
    for note in chart.notes:
        yield f'<p class="note">{escape(wordbook.say(note, language))}</p>'
    made = table(chart, lambda say: wordbook.say(say, language))
    if not made.rows:
        return
    words = escape(wordbook.say(Say("report.numbers", {"n": len(made.rows)}), language))
    if drawn:
        yield f"<details><summary>{words}</summary>"
    yield "<div class=wide><table><thead><tr>"
    yield "".join(f"<th>{escape(h)}</th>" for h in made.header) + "</tr></thead><tbody>"
    for r, row in enumerate(made.rows[:MOST_ROWS]):
        cells = (
            _chart_cell(v, made.whys.get((r, c)), made.units[c], language)
            for c, v in enumerate(row)
        )
        yield "<tr>" + "".join(cells) + "</tr>"
    yield "</tbody></table></div>"
    if len(made.rows) > MOST_ROWS:
        more = Say("report.more_rows", {"n": len(made.rows) - MOST_ROWS})
        yield f'<p class="note">{escape(wordbook.say(more, language))}</p>'
    if drawn:
        yield "</details>"


def _chart_cell(value: ChartCell, why: str | None, unit: Unit | None, language: str) -> str:
    if value is None:
        said = shown.why(why, language) if why else ""
        return f'<td class="num">{shown.UNKNOWN if why is not None else ""} {escape(said)}</td>'
    if isinstance(value, str):
        return f"<td>{escape(value)}</td>"
    return f'<td class="num">{shown.amount(value, unit or "number", language)}</td>'


def cell_words(cell: Cell, language: str, zone: str) -> str:
    """Return a cell as it is read."""
    match cell:
        case None:
            return shown.UNKNOWN
        case Say():
            return wordbook.say(cell, language)
        case model.Moment(at):
            return shown.moment(at, zone)
        case model.Amount(value, unit, why):
            said = shown.why(why, language) if value is None else ""
            return f"{shown.amount(value, unit, language)} {said}".strip()
        case str():
            return cell
        case _:
            return shown.amount(cell)


def _cell(cell: Cell, language: str, zone: str) -> str:
    numeric = isinstance(cell, (int, float, model.Amount))
    mark = ' class="num"' if numeric else ""
    return f"<td{mark}>{escape(cell_words(cell, language, zone))}</td>"


def _quote(quote: model.Quote, zone: str) -> str:
    depth = min(quote.depth, 6)
    when = f" · {shown.moment(quote.at, zone)}" if quote.at is not None else ""
    url = quote.url if quote.url.startswith(("https://", "http://")) else ""
    link = f' · <a rel="noreferrer noopener" href="{escape(url)}">{escape(url)}</a>' if url else ""
    text = "<br>".join(escape(line) for line in quote.text.splitlines())
    return (
        f'<blockquote style="margin-left:{depth * 20}px"><p dir="auto">{text}</p>'
        f"<footer><bdi>{escape(quote.who)}</bdi>{when}{link}</footer></blockquote>"
    )


def _foot(report: Report) -> Iterator[str]:
    document = model.document(report)
    language = report.query.language
    facts = {"app": report.app, "hash": document["hash"]}
    said = wordbook.say(Say("report.foot", facts), language)
    how = wordbook.say(Say("report.how"), language)
    yield f'<footer class="foot"><p>{escape(said)}</p><details><summary>{escape(how)}</summary>'
    kept = canonical(document).decode("utf-8").replace("&", "&amp;").replace("<", "&lt;")
    yield f"{MARK}{kept}</pre></details></footer>"


def _sheet(language: str) -> str:
    names = (*svg.ROLES, "ink", "muted", "line", "surface")
    light = "".join(f"--{n}:{svg.LIGHT[n]};" for n in names) + "--bg:#F4F5F7;"
    dark = "".join(f"--{n}:{svg.DARK[n]};" for n in names) + "--bg:#0E1014;"
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{{light}--bg:#fff;}}.foot details{{display:none}}"
        "section{break-inside:auto}figure,.figures,blockquote,tr{break-inside:avoid}"
        "h2,h3{break-after:avoid}main{padding:0!important;max-width:none!important}"
        "section{border:0!important;padding:0!important}}"
        "*{box-sizing:border-box}"
        f"body{{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 {FONTS[language]}}}"
        "main{max-width:860px;margin:0 auto;padding:32px 20px}"
        "header{margin-bottom:24px}.logo{max-height:56px;max-width:240px;display:block;"
        "margin-bottom:16px}h1{font-size:28px;line-height:1.25;margin:0}"
        "h2{font-size:19px;margin:0 0 12px}h3{font-size:15px;margin:20px 0 8px}"
        ".under,footer,.note,summary{color:var(--muted);font-size:13px}"
        "section{background:var(--surface);border:1px solid var(--line);border-radius:12px;"
        "padding:20px 22px;margin:16px 0}figure{margin:8px 0}svg{width:100%;height:auto}"
        ".figures{display:flex;flex-wrap:wrap;gap:12px 28px;margin:4px 0 14px}"
        ".figure{display:flex;flex-direction:column;min-width:110px}"
        ".figure b{font-size:24px;line-height:1.3;font-weight:650}.figure .name{font-size:13px}"
        ".figure .under{font-size:12px}.note{border-left:3px solid var(--quiet);padding-left:10px}"
        ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px;"
        "margin:8px 0}th,td{text-align:left;padding:5px 10px;border-bottom:1px solid var(--line);"
        "vertical-align:top;overflow-wrap:anywhere}th{color:var(--muted);font-weight:600}"
        ".num{text-align:right;font-variant-numeric:tabular-nums}"
        "blockquote{margin:12px 0;padding:2px 0 2px 14px;border-left:3px solid var(--main)}"
        "blockquote p{margin:0;overflow-wrap:anywhere}a{color:var(--main);overflow-wrap:anywhere}"
        "pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:11px}"
        ".foot{overflow-wrap:anywhere}"
        f"svg text{{font-family:{FONTS[language]}}}" + svg.rules(lambda name: f"var(--{name})")
    )
