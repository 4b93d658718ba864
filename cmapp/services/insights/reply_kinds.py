"""Of what kind our answers were: thanks, answers, apologies, advice (IN-10). They sum to all."""

from __future__ import annotations

from cmapp.domain import reply_kinds
from cmapp.domain.chart import Axis, Chart, Datum, Row, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, figures
from cmapp.store import answer_kinds, behind
from cmapp.store.answer_kinds import Reply
from cmapp.store.sqlite import Connection


def kinds(db: Connection, scope: Scope) -> dict[str, list[Reply]]:
    """Return our answers that left in the scope, by kind: corrected, or by the rules."""
    found: dict[str, list[Reply]] = {kind: [] for kind in reply_kinds.KINDS}
    for one in answer_kinds.between(
        db, scope.accounts, scope.since, min(scope.until, scope.now + 1)
    ):
        found[one.kind or reply_kinds.kind_of(one.text)].append(one)
    return found


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each kind."""
    found = kinds(db, scope)
    total = sum(map(len, found.values()))
    empty = None if total else Say("reply_kinds.nothing")
    if not scope.accounts:
        empty = Say("chart.no_accounts")
    data = tuple(
        Datum(kind, float(len(those)), key=kind if those else "") for kind, those in found.items()
    )
    bars = Series("replies", "replies", Say("metric.replies"), data)
    return Chart(
        "reply_kinds", "bars", Say("reply_kinds.title"),
        Axis("category", Say("reply_kinds.kind"),
             ticks=tuple((kind, Say(f"reply_kinds.{kind}")) for kind in reply_kinds.KINDS)),
        Axis("number", Say("metric.replies")), () if empty else (bars,),
        scope.since, scope.until, scope.zone, scope.accounts,
        figures=() if empty else (figures.count("replies", total, key="all"),),
        notes=() if empty else (Say("reply_kinds.by_rules"),), empty=empty,
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the answers of a kind."""
    found = kinds(db, scope)
    those = [o for group in found.values() for o in group] if key == "all" else found[key]
    those.sort(key=lambda one: -one.at)
    return Rows(
        len(those),
        tuple(Row("outbox", str(o.row), o.at, "", o.text, o.account) for o in those[: behind.MOST]),
    )


INSIGHT = Insight("reply_kinds", "response", ("replies",), draw, rows)
