"""Charts made by hand, for tests of how they are drawn, walked, tabled and put in files."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Gap, Say, Series

DAY = 86_400_000
SINCE = 1_793_376_000_000  # 2026-10-31T00:00 in Shanghai
ZONE = "Asia/Shanghai"


def said(text: str) -> Say:
    return Say(text=text)


def volume(days: int = 14, silent: tuple[int, ...] = (5, 6)) -> Chart:
    """Bars on each other; on `silent` days nobody watched, and a day with nothing is a zero."""

    def series(name: str, role: str, each: int) -> Series:
        data = []
        for n in range(days):
            start = SINCE + n * DAY
            value = None if n in silent else (0 if n == 2 else each + n)
            why = "not_watched" if n in silent else ""
            key = f"{name}:{start}:{start + DAY}" if value else ""
            data.append(Datum(start, value, end=start + DAY, why=why, key=key))
        return Series(name, "interactions", said(name), tuple(data), role=role, stacked=True)  # type: ignore[arg-type]

    gaps = ()
    if silent:
        gaps = (Gap(SINCE + silent[0] * DAY, SINCE + (silent[-1] + 1) * DAY, "not_watched"),)
    return Chart(
        "volume", "time", said("What came in"), Axis("time", said("Day")),
        Axis("number", said("n")), (series("negative", "bad", 4), series("rest", "main", 12)),
        SINCE, SINCE + days * DAY, ZONE, gaps=gaps,
    )  # fmt: skip


def growth(days: int = 14, silent: tuple[int, ...] = (5, 6, 7)) -> Chart:
    """A line that breaks where nobody watched."""
    data = tuple(
        Datum(SINCE + n * DAY, None if n in silent else 1000 + 10 * n,
              why="not_watched" if n in silent else "")
        for n in range(days)
    )  # fmt: skip
    return Chart(
        "growth", "time", said("Followers"), Axis("time", said("Day")),
        Axis("number", said("n")), (Series("a", "followers", said("shop"), data, mark="line"),),
        SINCE, SINCE + days * DAY, ZONE,
        gaps=(Gap(SINCE + silent[0] * DAY, SINCE + (silent[-1] + 1) * DAY, "not_watched"),),
    )  # fmt: skip


def rates() -> Chart:
    """Bars that lie, with intervals; one stands on too few."""
    names = (("m", said("Mastodon")), ("b", said("Bluesky")), ("w", said("By hand")))
    data = (
        Datum("m", 0.051, n=44, low=0.034, high=0.072, key="m"),
        Datum("b", 0.032, n=31, low=0.018, high=0.055),
        Datum("w", None, n=3, why="too_few"),
    )
    return Chart(
        "platforms", "bars", said("Engagement"), Axis("category", said("Network"), ticks=names),
        Axis("number", said("Rate"), "share"),
        (Series("r", "engagement_rate", said("Rate"), data, unit="share"),),
        SINCE, SINCE + 30 * DAY, ZONE,
    )  # fmt: skip


def heat() -> Chart:
    """A heat map whose first row begins with what is not known and what is nothing."""
    data = [
        Datum(str(h), None if (w, h) == (0, 0) else float(w * 24 + h - 1), y=str(w), n=w * 24 + h,
              why="not_watched" if (w, h) == (0, 0) else "")
        for w in range(7)
        for h in range(24)
    ]  # fmt: skip
    hours = tuple((str(h), said(f"{h}:00")) for h in range(24))
    days = tuple((str(w), said(f"day {w}")) for w in range(7))
    return Chart(
        "heat", "heat", said("When they write"),
        Axis("category", said("Hour"), ticks=hours), Axis("category", said("Day"), ticks=days),
        (Series("n", "interactions", said("n"), tuple(data), mark="cell"),),
        SINCE, SINCE + 30 * DAY, ZONE,
    )  # fmt: skip


def board() -> dict[str, Any]:
    """What the command `insights.board` tells, of nothing known."""
    figure = asdict(Figure("interactions", None, why="no_data"))
    heads = [{"figure": figure, "before": figure} for _ in range(4)]
    return {"since": SINCE, "until": SINCE + DAY, "zone": ZONE, "charts": [], "heads": heads}


EVERY = (volume, growth, rates, heat)
