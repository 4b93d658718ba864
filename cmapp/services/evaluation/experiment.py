"""What an experiment found: both arms with their intervals; before it opens, nothing (EX-07)."""

from __future__ import annotations

from dataclasses import replace

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Row, Rows, Say, Series, Unit
from cmapp.services import experiments as trial
from cmapp.services.insights import Insight, Scope
from cmapp.store import experiments as store
from cmapp.store.experiments import ARMS, Experiment
from cmapp.store.sqlite import Connection


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a dot with its interval for each arm of the experiment `id`, or of the newest."""
    one = _then(_chosen(db, scope), scope.now)
    found = None if one is None else trial.standing(db, one, scope.now)
    told = None
    empty: Say | None = Say("experiment.none")
    if one is not None and found is not None:
        told = one.result or (trial.result(one, found) if found.ready else None) or None
        empty = None if told else Say("experiment.waits", {
            "a": found.have["a"], "b": found.have["b"], "of": one.plan["n"],
        })  # fmt: skip
    share = one is not None and trial.kind_of(one.plan) == "share"
    unit: Unit = "share" if share else "number"
    data: tuple[Datum, ...] = ()
    heads: tuple[Figure, ...] = ()
    notes: list[Say] = []
    if one is not None and told:
        data = tuple(
            Datum(
                arm, told["arms"][arm]["value"], n=told["arms"][arm]["n"],
                low=told["arms"][arm]["low"], high=told["arms"][arm]["high"],
                key="" if one.plan["measure"] == "rate" else f"{one.id}:{arm}",
            )
            for arm in ARMS
        )  # fmt: skip
        gap = told["difference"]
        fewest = min(told["arms"][arm]["n"] for arm in ARMS)
        heads = (
            Figure("experiment_effect", gap["value"], unit, n=fewest, low=gap["low"],
                   high=gap["high"], label=Say("experiment.difference")),
        )  # fmt: skip
        verdict = one.verdict or told["says"]
        notes = [
            Say(f"experiment.verdict.{verdict}"),
            Say("experiment.false_alarms", {"percent": f"{100 * told['false_alarms']:g}"}),
        ]
        if one.looks:
            percent = f"{100 * told['level']:.4g}"
            notes.append(Say("experiment.peeked", {"n": len(one.looks), "percent": percent}))
    labels = {} if one is None else one.plan["labels"]
    title = Say("experiment.title") if one is None else Say("experiment.named", {"name": one.name})
    return Chart(
        "experiment", "bars", title,
        Axis("category", Say("experiment.arm"),
             ticks=tuple((a, Say(text=_label(a, labels))) for a in ARMS)),
        Axis("number", Say("experiment.value"), unit),
        (Series("value", "experiment_effect", Say("experiment.value"), data, "dot", unit=unit),),
        scope.since, scope.until, scope.zone, scope.accounts, figures=heads, notes=tuple(notes),
        empty=empty,
    )  # fmt: skip


def _label(arm: str, labels: dict[str, str]) -> str:
    own = labels.get(arm, "")
    return arm.upper() if own in ("", arm.upper()) else f"{arm.upper()}: {own}"


def _chosen(db: Connection, scope: Scope) -> Experiment | None:
    wanted = scope.options.get("id", "")
    if wanted:
        return store.by_id(db, int(wanted))
    every = [e for e in store.every(db) if e.made_at <= scope.now]
    closed = [e for e in every if e.closed_at is not None and e.closed_at <= scope.now]
    begun = [e for e in every if e.started_at is not None and e.started_at <= scope.now]
    return next(iter(closed), None) or max(begun or every, key=lambda e: e.id, default=None)


def _then(one: Experiment | None, now: int) -> Experiment | None:
    """Return an experiment as it was at a moment: a report made then is made again later."""
    if one is None or one.closed_at is None or one.closed_at <= now:
        return one
    looks = [at for at in one.looks if at <= now]
    return replace(one, state="running", verdict="", result={}, looks=looks, closed_at=None)


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts of an arm that count (`<experiment>:<arm>`), once the result is open."""
    number, _, arm = key.partition(":")
    one = _then(store.by_id(db, int(number)), scope.now)
    if one is None or arm not in ARMS:
        raise KeyError(key)
    found = trial.standing(db, one, scope.now)
    if not found.ready and one.state != "closed":
        return Rows(0)
    mine = [c for c in found.counted if c.arm == arm and c.value is not None][: one.plan["n"]]
    told = tuple(
        Row("post", str(c.post.id), c.post.created_at, "", c.post.text, c.post.account, c.value)
        for c in reversed(mine)
    )
    return Rows(len(told), told)


INSIGHT = Insight("experiment", "posts", ("experiment_effect",), draw, rows, {"id": ()})
