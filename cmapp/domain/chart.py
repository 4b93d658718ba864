"""A chart as data: drawn, tabled, exported, checked and hashed is this and nothing else.

Pure, and the same for the window, the command line and reports. `None` is *unknown*, never zero;
a stretch of time that nobody watched is a `Gap`, never a flat line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

Unit = Literal["count", "share", "minutes", "hours", "days", "score", "money", "number"]
"""What a value counts. A share is 0..1; `score` has no unit; money is in its series' currency."""
Form = Literal["time", "bars", "histogram", "heat", "scatter", "table"]
"""How a chart is best drawn. `table`: figures in rows and columns, not drawn."""
Mark = Literal["bar", "line", "area", "step", "dot", "cell"]
Role = Literal["main", "second", "third", "fourth", "good", "bad", "held", "quiet"]
"""What a series is to the eye; the window has one colour-blind-safe colour for each."""
ENOUGH: Final = 5
"""With fewer cases than this a rate or a median is told as `too_few`, not as a number."""


@dataclass(frozen=True, slots=True)
class Say:
    """Words by code, from `resources/insights`; `text` instead where they come from outside.

    `facts` fill the holes: numbers, shares, UTC ms, account handles; `weights` is a list
    of pairs, each a metric or a name and its weight.
    """

    code: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Datum:
    """One mark. `x`: UTC ms of a bin's begin, the code of a category, or a number.

    `end`: where a bin of time or number ends (exclusive). `y`: in a heat map the code of the row.
    `n`: how many cases stand behind `value`; `low` to `high`: its 95 % interval. `why`: the code
    of why a value is unknown (`not_watched`, `too_few`, `not_measured`, `too_young`, `no_data`).
    `key`: what `rows` takes to list what stands behind it; "" where there is nothing to list.
    """

    x: int | float | str
    value: float | None
    y: str = ""
    end: int | float | None = None
    n: int | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Marks that belong together. `metric` is an id of the dictionary."""

    id: str
    metric: str
    label: Say
    data: tuple[Datum, ...]
    mark: Mark = "bar"
    role: Role = "main"
    unit: Unit = "count"
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """`kind` time: UTC ms, read in the chart's zone; category: codes, in the order of `ticks`."""

    kind: Literal["time", "category", "number", "log"]
    label: Say
    unit: Unit = "count"
    ticks: tuple[tuple[str, Say], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A time that says nothing, and why: `not_watched`, `before_first`, `after_last`, `too_young`.

    `account` is an id, "" for all of them together.
    """

    start: int
    end: int
    why: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it stands on. `value` None: unknown, and `why`."""

    metric: str
    value: float | None
    unit: Unit = "count"
    n: int | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""
    key: str = ""
    label: Say = field(default_factory=Say)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture as data, over `since` to `until` (UTC ms) as days run in `zone`.

    `empty`: why there is nothing to draw. `notes`: what a reader must know, in order of weight.
    """

    name: str
    form: Form
    title: Say
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    since: int
    until: int
    zone: str
    accounts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Say, ...] = ()
    empty: Say | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that stands behind a number. `kind`: item, post, person, outbox or draft."""

    kind: str
    id: str
    at: int | None
    who: str = ""
    text: str = ""
    account: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands behind a number: how many, and the newest of them."""

    total: int
    rows: tuple[Row, ...] = ()


def to_json(chart: Chart) -> dict[str, Any]:
    """Return the chart as JSON values, fields in their order, tuples as lists."""
    made: dict[str, Any] = _plain(chart)
    return made


def _plain(value: Any) -> Any:
    """Return what `asdict` does, lists for tuples; nothing that cannot change is copied (T9)."""
    kind = type(value)
    if kind in _FIELDS:
        return {name: _plain(getattr(value, name)) for name in _FIELDS[kind]}
    if kind is tuple or kind is list:
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return value


_FIELDS = {
    kind: tuple(f.name for f in fields(kind))
    for kind in (Say, Datum, Gap, Axis, Series, Figure, Chart)
}


def from_json(made: Mapping[str, Any]) -> Chart:
    """Return the chart that `to_json` told of."""
    return Chart(
        **{
            **made,
            "title": Say(**made["title"]),
            "x": _axis(made["x"]),
            "y": _axis(made["y"]),
            "series": tuple(
                Series(
                    **{
                        **s,
                        "label": Say(**s["label"]),
                        "data": tuple(Datum(**d) for d in s["data"]),
                    }
                )
                for s in made["series"]
            ),
            "accounts": tuple(made["accounts"]),
            "gaps": tuple(Gap(**g) for g in made["gaps"]),
            "figures": tuple(Figure(**{**f, "label": Say(**f["label"])}) for f in made["figures"]),
            "notes": tuple(Say(**n) for n in made["notes"]),
            "empty": Say(**made["empty"]) if made["empty"] else None,
        }
    )


def _axis(made: Mapping[str, Any]) -> Axis:
    return Axis(
        **{
            **made,
            "label": Say(**made["label"]),
            "ticks": tuple((code, Say(**say)) for code, say in made["ticks"]),
        }
    )
