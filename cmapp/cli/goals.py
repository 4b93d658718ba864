"""`cmapp goals | index`: what is to be reached, and one number out of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def goals(context: click.Context) -> None:
    """Goals: a metric, a number, a day."""
    if context.invoked_subcommand is None:
        context.invoke(goals_list)


@goals.command("list")
@shared
@click.pass_obj
def goals_list(choices: Choices) -> None:
    """List goals with how far each is, and the formula of that."""
    with desk(choices) as engine:
        answer(choices, engine.call("goals.list"), _goals)


@goals.command("progress")
@click.argument("number", metavar="GOAL")
@shared
@click.pass_obj
def goals_progress(choices: Choices, number: str) -> None:
    """Show how far GOAL is."""
    with desk(choices) as engine:
        answer(choices, engine.call("goals.progress", id=number), _goals)


@goals.command("save")
@click.argument("metric", required=False)
@click.argument("target", required=False)
@click.argument("last_day", required=False, metavar="[DAY]")
@click.option("--name", metavar="TEXT")
@click.option("--direction", metavar="WORD", help="up or down; what is better for the metric.")
@click.option("--start", metavar="NUMBER", help="What it starts from.")
@click.option("--from", "first_day", metavar="DAY", help="Its first day; today.")
@click.option("--pass", "pass_at", metavar="NUMBER", help="From where on it is passed.")
@click.option("--fail", "fail_at", metavar="NUMBER", help="Below which it is failed.")
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--review", metavar="EVERY", help="never, weekly or monthly: a task to look at it.")
@click.option("--note", metavar="TEXT")
@click.option("--change", "id", metavar="GOAL", help="Change this one.")
@shared
@click.pass_obj
def goals_save(choices: Choices, /, accounts: tuple[str, ...], **given: Any) -> None:
    """Make a goal: METRIC is to be TARGET by DAY."""
    with desk(choices) as engine:
        found = engine.call("goals.save", accounts=list(accounts) or None, **given)
        answer(choices, found, _goals)


@goals.command("delete")
@click.argument("number", metavar="GOAL")
@shared
@click.pass_obj
def goals_delete(choices: Choices, number: str) -> None:
    """Strike GOAL out."""
    with desk(choices) as engine:
        answer(choices, engine.call("goals.delete", id=number), _goals)


def _goals(found: Mapping[str, Any]) -> Iterator[str]:
    from cmapp.domain.chart import Say
    from cmapp.services import wordbook

    for one in found["goals"]:
        value = "unknown" if one["value"] is None else f"{one['value']:.6g}"
        why = f" ({one['why']})" if one["why"] else ""
        n = "" if one["n"] is None else f", n={one['n']}"
        name = one["name"] or one["metric"]
        yield (
            f"{one['id']}  {name}  {value}{why} of {one['target']:.6g} by {one['last_day']}{n}"
            f"  {one['state']}"
        )
        share = "—" if one["progress"] is None else f"{one['progress']:.0%}"
        formula = wordbook.say(Say(**one["formula"]))
        yield f"    {share} = {formula}; {one['time_gone']:.0%} of the time is gone"


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def index(context: click.Context) -> None:
    """One number out of several, with all that it is made of."""
    if context.invoked_subcommand is None:
        context.invoke(index_show)


@index.command("show")
@click.option("--since", metavar="DAY", help="First day, e.g. 2026-11-01.")
@click.option("--until", metavar="DAY", help="Last day; it belongs to the span.")
@click.option("--days", type=int, default=30, show_default=True, help="Without --since.")
@click.option("--account", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@shared
@click.pass_obj
def index_show(choices: Choices, /, **asked: Any) -> None:
    """Show the index and its parts."""
    with desk(choices) as engine:
        answer(choices, engine.call("index.show", **asked), _index)


@index.command("set")
@click.argument("parts", nargs=-1, metavar="[NAME=WEIGHT,WORST,BEST]...")
@click.option("--rating", "ratings", multiple=True, metavar="NAME=WEIGHT", help="Rated by people.")
@shared
@click.pass_obj
def index_set(choices: Choices, parts: tuple[str, ...], ratings: tuple[str, ...]) -> None:
    """Make the index of these parts and no others; less is better where BEST is below WORST."""
    made = []
    for kind, given in (("metric", parts), ("rating", ratings)):
        for one in given:
            name, _, rest = one.partition("=")
            fields = dict(zip(("weight", "worst", "best"), rest.split(","), strict=False))
            made.append({"name": name, "kind": kind, **{k: v for k, v in fields.items() if v}})
    with desk(choices) as engine:
        answer(choices, engine.call("index.set", parts=made), _index)


@index.command("rate")
@click.argument("name")
@click.argument("value", type=float)
@click.option("--day", metavar="DAY", help="When it was given; today.")
@click.option("--who", default="", metavar="NAME", help="Who gave it.")
@click.option("--note", default="", metavar="TEXT")
@shared
@click.pass_obj
def index_rate(choices: Choices, /, **given: Any) -> None:
    """Keep that NAME was rated VALUE, 1 to 5."""
    with desk(choices) as engine:
        found = engine.call("index.rate", **given)
        answer(choices, found, lambda told: (f"{r['id']}  {r['name']}" for r in told["ratings"]))


@index.command("unrate")
@click.argument("number", metavar="RATING")
@shared
@click.pass_obj
def index_unrate(choices: Choices, number: str) -> None:
    """Strike a rating out."""
    with desk(choices) as engine:
        found = engine.call("index.unrate", id=number)
        answer(choices, found, lambda told: iter([str(told["count"])]))


@index.command("model")
@click.argument("metrics", nargs=-1, required=True, metavar="METRIC...")
@click.option("--target", metavar="METRIC", help="Explain this one by the others.")
@click.option("--weeks", type=int, default=52, show_default=True, metavar="N")
@click.option("--account", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where weeks begin, e.g. Asia/Shanghai.")
@shared
@click.pass_obj
def index_model(choices: Choices, /, **asked: Any) -> None:
    """Show how metrics go together over weeks: components, or a regression of --target."""
    with desk(choices) as engine:
        answer(choices, engine.call("index.model", **asked), _model)


def _index(found: Mapping[str, Any]) -> Iterator[str]:
    value = "unknown" if found["value"] is None else f"{found['value']:.1f}"
    yield f"{value} of 100; {found['coverage']:.0%} of the weight is known"
    for one in found["parts"]:
        score = f"— ({one['why']})" if one["score"] is None else f"{one['score']:.1f}"
        known = "—" if one["value"] is None else f"{one['value']:.6g}"
        yield (
            f"  {one['name']}: {score}  weight {one['weight']:g}, value {known}"
            f" between {one['worst']:g} and {one['best']:g}"
        )


def _model(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['rows']} weeks; {found['left_out']} left out, something was not known"
    if parts := found.get("components"):
        for at, share in enumerate(parts["explained"]):
            loads = ", ".join(
                f"{name} {load:+.2f}"
                for name, load in zip(found["metrics"], parts["loadings"][at], strict=True)
            )
            yield f"  component {at + 1}: {share:.1%} of the variance; {loads}"
        weights = zip(found["metrics"], parts["weights"], strict=True)
        yield "  as weights: " + ", ".join(f"{name} {weight:.3f}" for name, weight in weights)
        yield f"  condition number {parts['condition']:.1f}"
        return
    made = found["regression"]
    for at, name in enumerate(["intercept", *found["metrics"]]):
        vif = "" if at == 0 else f"  VIF {made['vif'][at - 1]:.1f}"
        low, high = made["low"][at], made["high"][at]
        yield f"  {name}: {made['coefficients'][at]:.5g} ({low:.5g} to {high:.5g}){vif}"
    yield f"  R² {made['r2']:.3f}, adjusted {made['adjusted']:.3f}, residual n {made['spare']}"
    yield f"  condition number {made['condition']:.1f}" + "".join(
        f"; {_WARNINGS[code]}" for code in made["warnings"]
    )


_WARNINGS = {
    "alike": "metrics are so alike that their coefficients mean little",
    "shaky": "small changes of the data would change much",
}
