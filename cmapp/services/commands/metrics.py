"""Commands on metrics: what each is, and its value over a span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cmapp.connectors.registry import PLATFORMS
from cmapp.services import glossary, metrics
from cmapp.services.commands.insights import DAYS, scope
from cmapp.services.desk import Desk
from cmapp.services.insights import Scope
from cmapp.services.shapes import Json, iso


def metrics_list(desk: Desk, metric: str | None = None) -> Json:
    """Return what metrics are, in all languages; `metric`: only this one.

    {metrics: [{id, group, unit, source, single, better, name, formula, is_not, default,
    platforms: {platform: measured | not_offered | imported}, notes}]}; `name`, `formula`,
    `is_not` and each note are {language: words}. `default` is {value, unit, quote, source} of a
    source text, verified by nobody, or None.

    Raises Missing (`unknown_metric`).
    """
    chosen = [glossary.get(metric)] if metric else list(glossary.dictionary().values())
    return {
        "metrics": [
            {**asdict(one), "platforms": {p: one.on(p) for p in PLATFORMS}} for one in chosen
        ]
    }


def metrics_value(
    desk: Desk,
    metric: str,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = DAYS,
    accounts: Sequence[str] = (),
    zone: str | None = None,
) -> Json:
    """Return the value of a metric over a span, and of each account by itself.

    {metric, since, until, zone, figure, accounts: {id: figure}}; a figure is `domain/chart.py:
    Figure`: `value` None is unknown, and `why` says why. Times are UTC ms. The span is that of
    `insights.show`. Raises Missing (`unknown_metric`, `unknown_account`), Rejected (`bad_value`).
    """
    glossary.get(metric)
    asked = scope(desk, None, since, until, days, accounts, zone, None)

    def look(db: Any) -> Json:
        def told(whose: tuple[str, ...]) -> Json:
            here = Scope(asked.since, asked.until, asked.zone, asked.now, whose)
            return asdict(metrics.value(db, here, metric))

        return {
            "metric": metric,
            "since": asked.since,
            "until": asked.until,
            "zone": asked.zone,
            "figure": told(asked.accounts),
            "accounts": {account: told((account,)) for account in asked.accounts},
        }

    return desk.store.read(look)


def metrics_rows(
    desk: Desk,
    metric: str,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = DAYS,
    accounts: Sequence[str] = (),
    zone: str | None = None,
) -> Json:
    """Return what stands behind a value: {total, rows}, as `insights.rows` does.

    Raises as `metrics.value`.
    """
    glossary.get(metric)
    asked = scope(desk, None, since, until, days, accounts, zone, None)
    found = desk.store.read(lambda db: metrics.rows(db, asked, metric))
    return {"total": found.total, "rows": [{**asdict(r), "at": iso(r.at)} for r in found.rows]}
