"""What came back for what was spent, by channel, account, campaign or month (EX-06, CM-16)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Datum, Role, Rows, Say, Series
from cmapp.services import costs
from cmapp.services.insights import Insight, Scope
from cmapp.store import accounts, campaigns
from cmapp.store.sqlite import Connection

ROLES: tuple[Role, ...] = ("main", "second", "third", "fourth")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each group and currency; where nothing came back it is unknown."""
    by = scope.options.get("by", "channel")
    found = [s for s in costs.sums(db, scope, by=by) if s.currency]
    currencies = sorted({s.currency for s in found})
    show = scope.options.get("show", "roi")
    metric = "roi" if show == "roi" else "cost_per_interaction"
    series = []
    for at, currency in enumerate(currencies):
        data = []
        for one in found:
            if one.currency == currency:
                value = one.roi if show == "roi" else one.per_interaction
                n = len(one.costs) if show == "roi" else one.interactions
                key = f"{by}:{currency}:{one.group}"
                data.append(
                    Datum(one.group, value, n=n, why="" if value is not None else "no_data",
                          key=key)
                )  # fmt: skip
        series.append(
            Series(
                currency, metric, Say(f"costs.label.{metric}", {"currency": currency}),
                tuple(data), role=ROLES[at % len(ROLES)],
                unit="share" if show == "roi" else "money",
            )
        )  # fmt: skip
    groups = dict.fromkeys(s.group for s in found)
    heads = tuple(costs.figure(db, scope, name) for name in ("spend", "roi", "effort_hours"))
    names = {a.id: a.handle for a in accounts.every(db)} | {
        str(c.id): c.name for c in campaigns.every(db)
    }
    return Chart(
        "roi", "bars", Say("roi.title"),
        Axis("category", Say(f"option.by.{by}"),
             ticks=tuple(
                 (g, Say(text=names.get(g, g)) if g else Say("roi.rest")) for g in groups
             )),
        Axis("number", Say(f"option.show.{show}"), "share" if show == "roi" else "money"),
        tuple(series), scope.since, scope.until, scope.zone, scope.accounts, figures=heads,
        notes=(Say("roi.currencies"),) if len(currencies) > 1 else (),
        empty=None if found else Say("roi.none"),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the costs of a group in a currency, or all of the scope (`costs:<day>:<day>`)."""
    if key.startswith("costs:"):
        return costs.rows(db, scope, key)
    by, currency, group = key.split(":", 2)
    found = next(
        s for s in costs.sums(db, scope, by=by) if (s.group, s.currency) == (group, currency)
    )
    return costs.as_rows(found.costs, scope)


INSIGHT = Insight(
    "roi",
    "cost",
    ("roi", "cost_per_interaction", "spend", "effort_hours"),
    draw,
    rows,
    {"by": ("channel", "account", "campaign", "month"), "show": ("roi", "each")},
)
