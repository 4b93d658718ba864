"""`cmapp experiments`: size first, no peeking, a verdict when everything is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared

_PLAN = click.argument("plan", nargs=-1, metavar="[NAME=VALUE]...")


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def experiments(context: click.Context) -> None:
    """A/B experiments: the size first, no peeking, nothing said before 48 hours.

    A plan is told as NAME=VALUE: measure (interactions, likes, shares, comments, commented,
    rate), effect, baseline, sd, better, alpha, power, hours, n, until, hypothesis, account, a, b.
    """
    if context.invoked_subcommand is None:
        context.invoke(experiments_list)


def _read(pairs: tuple[str, ...]) -> dict[str, Any]:
    plan: dict[str, Any] = {}
    for one in pairs:
        name, equals, value = one.partition("=")
        if not equals:
            raise click.BadParameter(f"{one} is not like effect=20%.", param_hint="PLAN")
        if name == "account":
            plan.setdefault("accounts", []).append(value)
        elif name in ("a", "b"):
            plan.setdefault("labels", {})[name] = value
        else:
            plan[name] = value
    return plan


@experiments.command("list")
@shared
@click.pass_obj
def experiments_list(choices: Choices) -> None:
    """List experiments, those that run first."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.list"), _experiments)


@experiments.command("show")
@click.argument("number", metavar="EXPERIMENT")
@shared
@click.pass_obj
def experiments_show(choices: Choices, number: str) -> None:
    """Show EXPERIMENT: what it waits for, or what it found."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.show", id=number), _experiments)


@experiments.command("size")
@_PLAN
@shared
@click.pass_obj
def experiments_size(choices: Choices, plan: tuple[str, ...]) -> None:
    """Tell how many cases a plan needs, and what they could find; makes nothing."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.size", plan=_read(plan)), _size)


@experiments.command("make")
@click.argument("name")
@_PLAN
@click.option("--change", "id", metavar="EXPERIMENT", help="Change this one; it has not begun.")
@shared
@click.pass_obj
def experiments_make(choices: Choices, name: str, plan: tuple[str, ...], id: str | None) -> None:
    """Make an experiment NAME."""
    with desk(choices) as engine:
        found = engine.call("experiments.make", name=name, plan=_read(plan), id=id)
        answer(choices, found, _experiments)


@experiments.command("place")
@click.argument("number", metavar="EXPERIMENT")
@click.argument("refs", nargs=-1, required=True, metavar="draft:ID|post:ID...")
@click.option("--arm", metavar="ARM", help="a or b; without it they are drawn by lot.")
@click.option("--seed", type=int, metavar="N", help="What the lot begins from.")
@click.option("--out", is_flag=True, help="Take them out.")
@shared
@click.pass_obj
def experiments_place(
    choices: Choices,
    number: str,
    refs: tuple[str, ...],
    arm: str | None,
    seed: int | None,
    out: bool,
) -> None:
    """Put drafts and posts into the arms of EXPERIMENT."""
    where = "" if out else arm
    with desk(choices) as engine:
        found = engine.call("experiments.place", id=number, refs=refs, arm=where, seed=seed)
        answer(choices, found, _experiments)


@experiments.command("frames")
@click.argument("number", metavar="EXPERIMENT")
@shared
@click.pass_obj
def experiments_frames(choices: Choices, number: str) -> None:
    """Put the drafts that tell of a gain into A, those that tell of a loss into B."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.frames", id=number), _experiments)


@experiments.command("start")
@click.argument("number", metavar="EXPERIMENT")
@shared
@click.pass_obj
def experiments_start(choices: Choices, number: str) -> None:
    """Begin EXPERIMENT: its plan is sealed."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.start", id=number), _experiments)


@experiments.command("count")
@click.argument("number", metavar="EXPERIMENT")
@click.argument("arm", type=click.Choice(("a", "b")))
@click.argument("n", type=int)
@click.argument("hits", type=int)
@shared
@click.pass_obj
def experiments_count(choices: Choices, number: str, arm: str, n: int, hits: int) -> None:
    """Keep that ARM of EXPERIMENT has N cases so far, HITS of them hits."""
    with desk(choices) as engine:
        found = engine.call("experiments.count", id=number, arm=arm, n=n, hits=hits)
        answer(choices, found, _experiments)


@experiments.command("peek")
@click.argument("number", metavar="EXPERIMENT")
@shared
@click.pass_obj
def experiments_peek(choices: Choices, number: str) -> None:
    """Look early: it is written down for good, and makes the interval wider."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.peek", id=number), _early)


@experiments.command("close")
@click.argument("number", metavar="EXPERIMENT")
@shared
@click.pass_obj
def experiments_close(choices: Choices, number: str) -> None:
    """End EXPERIMENT; before everything is in, it is stopped early and says nothing."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.close", id=number), _experiments)


@experiments.command("delete")
@click.argument("number", metavar="EXPERIMENT")
@shared
@click.pass_obj
def experiments_delete(choices: Choices, number: str) -> None:
    """Strike EXPERIMENT out."""
    with desk(choices) as engine:
        answer(choices, engine.call("experiments.delete", id=number), _experiments)


@experiments.command("simulate")
@_PLAN
@click.option("--experiment", "id", metavar="EXPERIMENT", help="The plan of this one.")
@click.option("--runs", type=int, default=10_000, show_default=True, metavar="N")
@click.option("--seed", type=int, default=1, show_default=True, metavar="N")
@shared
@click.pass_obj
def experiments_simulate(choices: Choices, /, plan: tuple[str, ...], **asked: Any) -> None:
    """Try a plan where nothing differs: how often it would cry wolf."""
    with desk(choices) as engine:
        found = engine.call("experiments.simulate", plan=_read(plan), **asked)
        answer(choices, found, _tried)


_VERDICTS = {
    "won": "B won",
    "lost": "B lost",
    "no_difference": "no difference found",
    "stopped_early": "stopped early: no verdict",
}


def _experiments(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["experiments"]:
        plan = one["plan"]
        state = _VERDICTS.get(one["verdict"], one["state"])
        peeked = f", looked early {len(one['looks'])} times" if one["peeked"] else ""
        yield f"{one['id']}  {one['name']}  {state}{peeked}"
        yield (
            f"    {plan['measure']}, {plan['n']} an arm finds {plan['effect']:.4g}"
            f" from {plan['baseline']:.4g} (alpha {plan['alpha']:g}, power {plan['power']:g})"
        )
        if one["result"]:
            yield from _result(one["result"], plan)
        else:
            yield f"    {waits(one)}"
        for post in one.get("posts", ()):
            why = post["why"] or ("" if post["value"] is None else f"{post['value']:g}")
            yield f"    {post['arm'].upper()}  {post['created_at']}  {why:<11}  {post['text'][:60]}"


def waits(one: Mapping[str, Any]) -> str:
    """Return what an experiment waits for."""
    wait = one["waits"]
    said = f"{wait['have']['a']} and {wait['have']['b']} of {wait['of']} in"
    if wait["young"]:
        said += f"; {wait['young']} younger than {wait['lag_hours']} hours"
    if wait["unknown"]:
        said += f"; {wait['unknown']} not watched, so not counted"
    if waiting := sum(wait["not_out"].values()):
        said += f"; {waiting} not out yet"
    if wait["over"]:
        said += "; its last day has passed"
    return said + (f"; opens {wait['opens_at']}" if wait["opens_at"] else "")


def _result(told: Mapping[str, Any], plan: Mapping[str, Any]) -> Iterator[str]:
    for arm, one in told["arms"].items():
        yield f"    {arm.upper()} {plan['labels'][arm]}: {_interval(one)}, n={one['n']}"
    gap = told["difference"]
    yield (
        f"    B − A: {_interval(gap)} ({told['level']:.4g} of such intervals hold the truth);"
        f" false alarms {told['false_alarms']:.0%}"
    )


def _interval(one: Mapping[str, Any]) -> str:
    return f"{one['value']:.4g} ({one['low']:.4g} to {one['high']:.4g})"


def _early(found: Mapping[str, Any]) -> Iterator[str]:
    yield "An early look, written down:"
    yield from _result(found["early"], found["experiments"][0]["plan"])


def _size(found: Mapping[str, Any]) -> Iterator[str]:
    plan = found["plan"]
    yield f"{found['n']} an arm, {2 * found['n']} in all"
    spread = f", spread {plan['sd']:.4g}" if "sd" in plan else ""
    read = f" (from {found['past']} posts)" if found["past"] else ""
    yield f"baseline {plan['baseline']:.4g}{spread}{read}, effect {plan['effect']:.4g}"
    for name, words in (("half", "half as many"), ("n", "so many"), ("double", "twice as many")):
        effect = found["detectable"][name]
        yield f"  {words} find " + ("no effect at all" if effect is None else f"{effect:.4g}")
    if found["weeks"] is not None:
        yield f"at {found['per_week']:.2g} posts a week: {found['weeks']:.0f} weeks"


def _tried(found: Mapping[str, Any]) -> Iterator[str]:
    for name, words in (
        ("false_alarms", "false wins, one look at the end"),
        ("peeking", "false wins, ten looks and out at the first win"),
        ("power", "found where B is better by the effect"),
    ):
        one = found[name]
        yield f"{one['share']:.2%} ({one['low']:.2%} to {one['high']:.2%})  {words}"
    yield f"{found['runs']} experiments of {found['n']} an arm, seed {found['seed']}"
