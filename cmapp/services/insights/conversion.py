"""From visits to orders: what imported statistics put down to a campaign, a source, a post.

A post is named where exactly one of ours has a link with the same utm_* parameters, or the words
of the discount code (CM-13, AN-12). What cannot be put down to one is told apart, never shared out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Role, Row, Rows, Say, Series
from cmapp.services import import_matching
from cmapp.services.insights import Insight, Scope, figures, values
from cmapp.store import behind, imports
from cmapp.store.imports import Counted, Ours
from cmapp.store.sqlite import Connection

BY = ("campaign", "source", "medium", "post")
NAMES = ("visits", "conversions", "order_value")
ROLES: tuple[Role, ...] = ("third", "fourth", "quiet")


@dataclass(slots=True)
class Group:
    """What is put down to one campaign, source or post."""

    found: list[Counted] = field(default_factory=list)

    def sum(self, name: str) -> float | None:
        """Return the sum of a measure; None where no row tells of it."""
        told = [one.value for one in self.found if one.name == name]
        return sum(told) if told else None

    def money(self) -> dict[str, float]:
        """Return currency → sum of order values."""
        made: dict[str, float] = defaultdict(float)
        for one in self.found:
            if one.name == "order_value":
                made[one.part.get("currency", "")] += one.value
        return dict(made)


def groups(db: Connection, scope: Scope, by: str) -> dict[str, Group]:
    """Return group → what is put down to it; "" is what names none. Posts go by their ids."""
    found = [
        one
        for one in imports.winning(db, NAMES, since=scope.since, until=values.end(scope))
        if one.account in (*scope.accounts, "")
    ]
    posts = _Posts(imports.our_posts(db)) if by == "post" else None
    made: dict[str, Group] = {}
    for one in found:
        name = posts.of(one) if posts is not None else one.part.get(by, "")
        made.setdefault(name, Group()).found.append(one)
    return made


class _Posts:
    """Our posts by what their links and their words say."""

    def __init__(self, posts: list[Ours]) -> None:
        self._tagged = [
            (str(post.id), link)
            for post in posts
            for link in (
                *import_matching.links_of(post.text),
                *(import_matching.utm_of(target) for target in post.links),
            )
            if link
        ]
        self._words = [(str(post.id), post.text.casefold()) for post in posts]
        self._known: dict[tuple[tuple[str, str], ...], str] = {}

    def of(self, one: Counted) -> str:
        """Return the id of the post that a value is put down to, "" where none or several are."""
        if one.post:
            return str(one.post)
        asked = {n: v for n, v in one.part.items() if n in import_matching.UTM}
        code = one.part.get("code", "")
        key = (*sorted(asked.items()), ("code", code))
        if key not in self._known:
            self._known[key] = self._look(asked, code)
        return self._known[key]

    def _look(self, asked: dict[str, str], code: str) -> str:
        told = {n: v.casefold() for n, v in asked.items()}
        found = {
            post for post, link in self._tagged
            if told and all(link.get(n, "").casefold() == v for n, v in told.items())
        }  # fmt: skip
        if not found and len(code) >= 4:
            found = {post for post, words in self._words if code.casefold() in words}
        return found.pop() if len(found) == 1 else ""


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a row for each group: visits, conversions, the rate with its interval, order value."""
    by = scope.options.get("by", BY[0])
    found = groups(db, scope, by)
    order = sorted(found, key=lambda g: (not g, -(found[g].sum("visits") or 0), g))
    series = [
        _counted(name, order, found, by, role)
        for name, role in (("visits", "main"), ("conversions", "second"))
    ]
    series.append(_rates(order, found, by))
    currencies = sorted({c for group in found.values() for c in group.money()})
    for at, currency in enumerate(currencies):
        data = tuple(
            Datum(
                g, found[g].money().get(currency), why="" if currency in found[g].money()
                else "no_data", key=f"{by}:order_value:{g}" if currency in found[g].money() else "",
            )
            for g in order
        )  # fmt: skip
        series.append(
            Series(
                f"order_value_{currency}", "order_value",
                Say("conversion.order_value", {"currency": currency}), data,
                role=ROLES[at % len(ROLES)], unit="money",
            )
        )  # fmt: skip
    heads = tuple(values.value(db, scope, name) for name in ("conversion", "visits", "conversions"))
    texts = {str(p.id): p.text for p in imports.our_posts(db)} if by == "post" else {}
    ticks = tuple(
        (g, Say(text=" ".join(texts.get(g, g).split())[:60]) if g else Say("conversion.rest"))
        for g in order
    )
    return Chart(
        "conversion", "table", Say("conversion.title"),
        Axis("category", Say(f"conversion.by.{by}"), ticks=ticks),
        Axis("number", Say("metric.conversions")), tuple(series),
        scope.since, scope.until, scope.zone, scope.accounts, figures=heads if found else (),
        notes=(Say("conversion.note"),) if found else (),
        empty=None if found else Say("conversion.none"),
    )  # fmt: skip


def _counted(name: str, order: list[str], found: dict[str, Group], by: str, role: str) -> Series:
    sums = {g: found[g].sum(name) for g in order}
    data = tuple(
        Datum(
            g, sums[g], why="no_data" if sums[g] is None else "",
            key=f"{by}:{name}:{g}" if sums[g] is not None else "",
        )
        for g in order
    )  # fmt: skip
    shown: Role = "main" if role == "main" else "second"
    return Series(name, name, Say(f"metric.{name}"), data, role=shown)


def _rates(order: list[str], found: dict[str, Group], by: str) -> Series:
    data = []
    for g in order:
        visits, had = found[g].sum("visits"), found[g].sum("conversions")
        if visits is None or had is None:
            data.append(Datum(g, None, why="no_data"))
            continue
        if had > visits:
            data.append(Datum(g, None, n=round(visits), why="not_a_share"))
            continue
        one = figures.share("conversion", round(had), round(visits))
        key = f"{by}:conversion:{g}" if one.value is not None else ""
        data.append(Datum(g, one.value, n=one.n, low=one.low, high=one.high, why=one.why, key=key))
    return Series(
        "conversion", "conversion", Say("metric.conversion"), tuple(data), role="good",
        unit="share",
    )  # fmt: skip


def order_value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the sum of the order values; unknown where they are in several currencies."""
    found = [
        one
        for one in imports.winning(db, (metric,), since=scope.since, until=values.end(scope))
        if one.account in (*scope.accounts, "")
    ]
    if not found:
        return figures.unknown(metric, "no_data", unit="money")
    if len({one.part.get("currency", "") for one in found}) > 1:
        return figures.unknown(metric, "several_currencies", unit="money", n=len(found))
    made = figures.count(metric, sum(one.value for one in found), unit="money")
    return replace(made, n=len(found))


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the imported values that are put down to a group."""
    if ":" not in key:
        return values.rows(db, scope, key)
    by, name, group = key.split(":", 2)
    wanted = ("visits", "conversions") if name == "conversion" else (name,)
    found = [one for one in groups(db, scope, by)[group].found if one.name in wanted]
    told = [
        Row(
            "measure", one.name, one.at, f"import:{one.import_id}",
            ", ".join(f"{n}: {v}" for n, v in one.part.items()), one.account, one.value,
        )
        for one in reversed(found[-behind.MOST :])
    ]  # fmt: skip
    return Rows(len(found), tuple(told))


INSIGHT = Insight(
    "conversion", "conversion", ("visits", "conversions", "conversion", "order_value"), draw, rows,
    {"by": BY}, heavy=True,
)  # fmt: skip
