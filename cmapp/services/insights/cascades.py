"""How deep the answers below our posts went (NW-06)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Row, Rows, Say, Series
from cmapp.services.insights import Insight, Scope
from cmapp.store import voices
from cmapp.store.sqlite import Connection
from cmapp.store.voices import DEEPEST, Cascade

_DEPTHS = (*(str(n) for n in range(1, DEEPEST + 1)), "deeper")


def _found(db: Connection, scope: Scope) -> list[Cascade]:
    starts = voices.beginnings(db, scope.accounts, scope.since, min(scope.until, scope.now + 1))
    return [voices.cascade(db, one) for one in starts]


def _depth(one: Cascade) -> str:
    return str(one.depth) if one.depth <= DEEPEST else "deeper"


def draw(db: Connection, scope: Scope) -> Chart:
    """Return how many of our posts that were answered reached each depth."""
    found = _found(db, scope)
    counts = {name: sum(_depth(one) == name for one in found) for name in _DEPTHS}
    data = tuple(
        Datum(name, float(n), n=len(found), key=name if n else "") for name, n in counts.items()
    )
    figures = (
        Figure("cascade_depth", max((c.depth for c in found), default=None), n=len(found),
               label=Say("network.deepest"), key="depth"),
        Figure("cascade_depth", max((c.width for c in found), default=None), n=len(found),
               label=Say("network.widest"), key="width"),
    )  # fmt: skip
    notes = [Say("network.reposts")]
    if len(found) == voices.MOST_BEGINNINGS:
        notes.append(Say("network.newest", {"n": len(found)}))
    return Chart(
        "cascades", "bars", Say("cascades.title"),
        Axis("category", Say("metric.cascade_depth"),
             ticks=tuple((name, Say(f"network.depth_{name}")) for name in _DEPTHS)),
        Axis("number", Say("network.posts")),
        (Series("posts", "cascade_depth", Say("network.posts"), data),) if found else (),
        scope.since, scope.until, scope.zone, scope.accounts,
        figures=figures if found else (), notes=tuple(notes),
        empty=None if found else Say("network.unanswered"),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts that reached a depth, or all by `depth` or `width`; the value is theirs."""
    found = _found(db, scope)
    if key in ("depth", "width"):
        found.sort(key=lambda c: (-getattr(c, key), c.post_id))
    elif key in _DEPTHS:
        found = [one for one in found if _depth(one) == key]
        found.sort(key=lambda c: (-c.width, c.post_id))
    else:
        raise KeyError(key)
    told = found[:500]
    words = voices.about(db, [one.post_id for one in told])
    return Rows(
        len(found),
        tuple(
            Row("post", str(one.post_id), *words[one.post_id],
                value=one.width if key == "width" else one.depth)
            for one in told
        ),
    )  # fmt: skip


INSIGHT = Insight("cascades", "network", ("cascade_depth",), draw, rows, heavy=True)
