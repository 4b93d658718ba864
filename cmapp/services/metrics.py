"""The value of a metric, for those that are no chart: goals, experiments, reports, commands."""

from __future__ import annotations

from cmapp.services.insights.values import VALUES, measured, rows, value

__all__ = ["VALUES", "measured", "rows", "value"]
