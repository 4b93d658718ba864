"""The blocks that reports are put together from, by kind: `(db, query, block) -> Section`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cmapp.domain.chart import Say
from cmapp.domain.errors import Rejected
from cmapp.domain.report import (
    Grid,
    Moment,
    Part,
    Picture,
    Query,
    Quotes,
    Section,
    Words,
)
from cmapp.services import insights
from cmapp.services.insights import Scope
from cmapp.services.reports import sharing, standing
from cmapp.store import report_lists, tasks
from cmapp.store.sqlite import Connection

MOST_TEXT = 20_000
MOST_LISTED = 40
Block = Mapping[str, Any]


def section(db: Connection, query: Query, block: Block) -> Section:
    """Return what a block becomes. Raises Rejected (`bad_block`) and what the block raises."""
    found = BLOCKS.get(str(block.get("kind")))
    if found is None:
        raise _bad("kind", block.get("kind"))
    return found(db, query, block)


def scope(query: Query, options: Mapping[str, str] | None = None) -> Scope:
    """Return the query as charts are asked; "now" is the moment the report tells of."""
    return Scope(
        query.since, query.until, query.zone, query.as_of, query.accounts, options or {}, query.read
    )


def checked(block: Block) -> dict[str, Any]:
    """Return a block as it is kept: its kind, and the options that this kind has.

    Raises Rejected (`bad_block`) and Missing (`unknown_chart`).
    """
    kind = str(block.get("kind") or "")
    fields = FIELDS.get(kind)
    if fields is None:
        raise _bad("kind", kind)
    made: dict[str, Any] = {"kind": kind}
    for name, value in block.items():
        if name == "kind":
            continue
        if name not in fields:
            raise _bad(name, value)
        made[name] = fields[name](value)
    if kind == "chart":
        one = insights.get(str(made.get("name") or ""))
        for name, value in made.get("options", {}).items():
            allowed = one.options.get(name)
            if allowed is None or (allowed and value not in allowed):
                raise _bad(name, value)
    return made


def _bad(field: str, value: Any) -> Rejected:
    return Rejected("bad_block", field=str(field)[:40], reason="bad_block", value=str(value)[:80])


def _line(value: Any) -> str:
    return " ".join(str(value).split())[:200]


def _text(value: Any) -> str:
    return str(value)[:MOST_TEXT]


def _names(value: Any) -> list[str]:
    if not isinstance(value, (list, tuple)) or len(value) > 60:
        raise _bad("metrics", value)
    return [_line(one) for one in value]


def _options(value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping) or len(value) > 20:
        raise _bad("options", value)
    return {_line(name): _line(one) for name, one in value.items()}


def _titled(block: Block, code: str) -> Say:
    return Say(text=str(block["title"])) if block.get("title") else Say(f"report.block.{code}")


def _chart(db: Connection, query: Query, block: Block) -> Section:
    one = insights.get(str(block.get("name")))
    whole = {n: values[0] if values else "" for n, values in one.options.items()}
    chart = one.draw(db, scope(query, whole | dict(block.get("options") or {})))
    title = Say(text=str(block["title"])) if block.get("title") else chart.title
    metrics = (*one.metrics, *(s.metric for s in chart.series), *(f.metric for f in chart.figures))
    return Section("chart", title, (Picture(chart),), one.name, tuple(dict.fromkeys(metrics)))


def _words(db: Connection, query: Query, block: Block) -> Section:
    title = Say(text=str(block.get("title") or ""))
    return Section("text", title, (Words(Say(text=str(block.get("text") or ""))),))


def _open(db: Connection, query: Query, block: Block) -> Section:
    """What waits for an answer at the report's moment, the most urgent first."""
    total, found = report_lists.waiting(db, query.accounts, query.as_of, limit=MOST_LISTED)
    rows = tuple((one.who, _short(one.text), Moment(one.at), Moment(one.due_at)) for one in found)
    parts: list[Part] = [Words(Say("report.open.total", {"n": total}))]
    if rows:
        head = tuple(Say(f"report.open.{n}") for n in ("who", "text", "came", "due"))
        parts.append(Grid(head, rows))
    if total > len(rows):
        parts.append(Words(Say("report.more_rows", {"n": total - len(rows)}), "note"))
    return Section("open", _titled(block, "open"), tuple(parts))


def _tasks(db: Connection, query: Query, block: Block) -> Section:
    found = [
        one
        for one in tasks.every(db, state="all", now=query.as_of, limit=2000)
        if one.made_at <= query.as_of and (one.done_at is None or one.done_at > query.as_of)
    ]
    found.sort(key=lambda t: (t.due_at is None, t.due_at or 0, t.id))
    rows = tuple(
        (t.title, t.owner, Moment(t.due_at) if t.due_at is not None else "",
         Say("report.tasks.overdue") if t.due_at is not None and t.due_at < query.as_of else "")
        for t in found[:MOST_LISTED]
    )  # fmt: skip
    parts: list[Part] = [Words(Say("report.tasks.total", {"n": len(found)}))]
    if rows:
        head = tuple(Say(f"report.tasks.{n}") for n in ("task", "owner", "due", "state"))
        parts.append(Grid(head, rows))
    if len(found) > len(rows):
        parts.append(Words(Say("report.more_rows", {"n": len(found) - len(rows)}), "note"))
    return Section("tasks", _titled(block, "tasks"), tuple(parts))


def _agenda(db: Connection, query: Query, block: Block) -> Section:
    """The points to talk about: the other blocks in their order, and what was written down."""
    said = [line for line in str(block.get("text") or "").splitlines() if line.strip()]
    points: list[Say] = [Say(text=line) for line in said]
    for one in query.blocks:
        if one["kind"] in ("agenda", "glossary", "honesty"):
            continue
        if one.get("title"):
            points.append(Say(text=str(one["title"])))
        elif one["kind"] == "chart":
            points.append(Say(f"{one['name']}.title"))
        elif one["kind"] != "text":
            points.append(Say(f"report.block.{one['kind']}"))
    rows = tuple((n, point) for n, point in enumerate(points, 1))
    return Section(
        "agenda", _titled(block, "agenda"),
        (Grid((Say("report.agenda.n"), Say("report.agenda.point")), rows),),
    )  # fmt: skip


def _thread(db: Connection, query: Query, block: Block) -> Section:
    hidden = block.get("names") == "hidden"
    quotes = sharing.quotes(
        db, str(block.get("item")), query.as_of, hidden=hidden, language=query.language
    )
    parts: tuple[Part, ...] = (Quotes(quotes),)
    if hidden:
        parts = (Words(Say("report.thread.hidden"), "note"), *parts)
    return Section("thread", _titled(block, "thread"), parts)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 160 else flat[:159] + "…"


def _figures(db: Connection, query: Query, block: Block) -> Section:
    title = _titled(block, "figures")
    return standing.figures(db, query, block, scope(query), title)


BLOCKS: Mapping[str, Callable[[Connection, Query, Block], Section]] = {
    "figures": _figures,
    "chart": _chart,
    "text": _words,
    "agenda": _agenda,
    "digest": lambda db, query, block: standing.digest(db, query, _titled(block, "digest")),
    "open": _open,
    "tasks": _tasks,
    "experiments": lambda db, query, block: standing.trials(
        db, query, _titled(block, "experiments")
    ),
    "decisions": lambda db, query, block: standing.decided(db, query, _titled(block, "decisions")),
    "thread": _thread,
}
FIELDS: Mapping[str, Mapping[str, Callable[[Any], Any]]] = {
    "chart": {"name": _line, "options": _options, "title": _line},
    "figures": {"metrics": _names, "title": _line},
    "text": {"text": _text, "title": _line},
    "agenda": {"text": _text, "title": _line},
    "open": {"title": _line},
    "digest": {"title": _line},
    "experiments": {"title": _line},
    "decisions": {"title": _line},
    "tasks": {"title": _line},
    "glossary": {},
    "honesty": {},
}
"""Kind of block → the options it has, and how each is read."""
