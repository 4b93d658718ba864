"""Commands on metrics: what each is, and its value over a span."""

from __future__ import annotations

from dataclasses import asdict

from cmapp.connectors.registry import PLATFORMS
from cmapp.services import glossary
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json


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
