"""`cmapp network`: who answers whom: density, who matters and why, cascades, ties won and lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import click

from cmapp.cli.run import Choices, answer, desk, shared

F = TypeVar("F", bound=Callable[..., Any])


def _span(months: int) -> Callable[[F], F]:
    """Give a command the options of a span of months."""

    def wrap(command: F) -> F:
        for option in (
            click.option("--account", "accounts", multiple=True, metavar="ID",
                         help="Only these accounts."),
            click.option("--months", type=int, default=months, show_default=True,
                         help="Without --since."),
            click.option("--until", metavar="MONTH", help="Last month; it belongs to the span."),
            click.option("--since", metavar="MONTH", help="First month, e.g. 2026-09 (UTC)."),
        ):  # fmt: skip
            command = option(command)
        return command

    return wrap


def _counted(command: F) -> F:
    """Give a command the options of which ties count."""
    command = click.option("--all-ties", is_flag=True, help="Likes, reposts and follows, too.")(
        command
    )
    return click.option("--without-us", is_flag=True, help="Leave our own accounts out.")(command)


@click.group()
def network() -> None:
    """See who answers whom, who matters in it and why."""


def _asked(choices: Mapping[str, Any]) -> dict[str, Any]:
    asked = dict(choices)
    asked["accounts"] = list(asked.get("accounts", ()))
    if "all_ties" in asked:
        asked["ties"] = "all" if asked.pop("all_ties") else "talk"
        asked["us"] = not asked.pop("without_us")
    return asked


@network.command("show")
@_span(3)
@_counted
@click.option("--limit", type=int, default=20, show_default=True, help="List so many people.")
@click.option("--places", is_flag=True, help="With groups, ties and where each stands (--json).")
@shared
@click.pass_obj
def show(choices: Choices, /, limit: int, places: bool, **span: Any) -> None:
    """Show the network as figures: density, and who is in the middle."""
    with desk(choices) as at:
        found = at.call("network.show", most=limit, placed=places, **_asked(span))
        answer(choices, found, _shown)


def _shown(found: Mapping[str, Any]) -> Iterator[str]:
    density = "— (too few)" if found["density"] is None else f"{found['density']:.4f}"
    yield (
        f"{found['since']} to {found['until']}: {found['people']} people, "
        f"{found['arcs_total']} ties, density {density}"
    )
    yield from _table(found["nodes"])


def _table(people: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for one in people:
        mark = " (us)" if one["ours"] else ""
        yield (
            f"{one['pagerank']:.4f}  {one['betweenness']:.4f}  {one['degree']:.3f}  "
            f"@{one['handle'].lstrip('@')}{mark}"
        )


@network.command("people")
@click.option(
    "--by",
    type=click.Choice(["pagerank", "degree", "betweenness", "kol", "koc", "thank"]),
    default="pagerank",
    show_default=True,
)
@_span(3)
@_counted
@click.option("--limit", type=int, default=20, show_default=True)
@click.option(
    "--reach", type=int, default=10_000, show_default=True, help="koc: at most so many followers."
)
@click.option("--week", metavar="WEEK", help="thank: e.g. 2026-W47; else the last whole one.")
@shared
@click.pass_obj
def people(choices: Choices, /, **asked: Any) -> None:  # fmt: skip
    """List who matters: in the middle, opinion leaders, key consumers, whom to thank this week."""
    with desk(choices) as at:
        answer(choices, at.call("network.people", **_asked(asked)), _listed)


def _listed(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["people"]:
        yield f"{one['score']:8.4g}  @{one['handle'].lstrip('@')}  {_reasons(one)}"
    for one in found.get("unsure", ()):
        yield f"  reach unknown: @{one['handle'].lstrip('@')}  {_reasons(one)}"
    if not found["people"]:
        yield "Nobody."


def _reasons(one: Mapping[str, Any]) -> str:
    return "; ".join(
        " ".join(
            [reason["code"]]
            + [f"{k}={v:.3g}" if isinstance(v, float) else f"{k}={v}" for k, v in reason.items()
               if k != "code"]
        )
        for reason in one["reasons"]
    )  # fmt: skip


@network.command("cascade")
@click.argument("post", required=False)
@_span(3)
@click.option("--limit", type=int, default=20, show_default=True)
@shared
@click.pass_obj
def cascade(choices: Choices, /, **asked: Any) -> None:
    """Show how far the answers below our posts reached, or below the POST of this id."""
    with desk(choices) as at:
        answer(choices, at.call("network.cascade", **_asked(asked)), _cascades)


def _cascades(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["cascades"]:
        levels = " ".join(str(n) for n in one["levels"]) or "0"
        yield (
            f"{one['post_id']}  depth {one['depth']}  width {one['width']}  levels {levels}  "
            f"people {one['people']}  {' '.join(one['text'].split())[:60]}"
        )


@network.command("changes")
@_span(6)
@_counted
@click.option("--month", metavar="MONTH", help="Tell who was won and lost in this month.")
@shared
@click.pass_obj
def changes(choices: Choices, /, **asked: Any) -> None:
    """Show the network month by month: density, ties won and lost."""
    with desk(choices) as at:
        answer(choices, at.call("network.changes", **_asked(asked)), _months)


def _months(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["months"]:
        told = {k: "—" if one[k] is None else one[k] for k in ("won", "lost", "kept")}
        density = "—" if one["density"] is None else f"{one['density']:.4f}"
        yield (
            f"{one['month']}  people {one['people']}  density {density}  won {told['won']}  "
            f"lost {told['lost']}  kept {told['kept']}{'  (runs)' if one['running'] else ''}"
        )
    for name, pairs in found.get("pairs", {}).items():
        for one, other in pairs:
            yield f"{name}: @{one['handle']} and @{other['handle']}"


@network.command("endorsers")
@click.option("--about", metavar="QUERY", help="Only people who match, e.g. 'tag:press'.")
@_span(6)
@click.option("--limit", type=int, default=10, show_default=True)
@shared
@click.pass_obj
def endorsers(choices: Choices, /, **asked: Any) -> None:
    """List third parties who may speak for us in a crisis, with the reasons."""
    with desk(choices) as at:
        answer(choices, at.call("network.endorsers", **_asked(asked)), _listed)


@network.command("strength")
@click.argument("person")
@shared
@click.pass_obj
def strength(choices: Choices, person: str) -> None:
    """Show how close a PERSON (handle or number) is to us, and how that is worked out."""
    with desk(choices) as at:
        answer(choices, at.call("network.strength", person=person), _close)


def _close(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"@{found['handle'].lstrip('@')}: {found['value']:.0f} of 100"
    parts = {
        "often": f"{found['theirs']} from them, {found['ours']} from us",
        "mutual": "both ways",
        "lately": "never here" if found["silent"] is None else f"{found['silent']:.0f} days ago",
        "common": f"{found['common']} people in common",
    }
    for name, words in parts.items():
        value = found["shared" if name == "common" else name]
        yield f"  {found['shares'][name]:.0%} x {value:.2f}  {name}: {words}"
