"""`cmapp people`: who people are to us, one person or two, facts, tags, segments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import click

from cmapp.cli.run import Choices, answer, desk, given_text, shared
from cmapp.cli.text import one_line
from cmapp.domain.people import STAGES

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
@shared
def people() -> None:
    """People: PERSON is a number from `people list`, or a handle."""


def many(command: F) -> F:
    """Give a command PERSON … and --search."""
    command = click.argument("people", nargs=-1, metavar="[PERSON]...")(command)
    return click.option("--search", "query", metavar="QUERY", help="All whom it finds.")(command)


def _run(
    choices: Choices,
    command: str,
    lines: Callable[[Any], Iterator[str]] | None = None,
    /,
    **args: Any,
) -> None:
    with desk(choices) as at:
        answer(choices, at.call(command, **args), lines or _count)


def _on_many(choices: Choices, command: str, people: Any, query: str | None, **args: Any) -> None:
    if not people and query is None:
        raise click.UsageError("Name people, or give --search.")
    _run(choices, command, people=list(people), query=query, **args)


def _count(found: Mapping[str, Any]) -> Iterator[str]:
    if "count" in found:
        yield f"{found['count']} changed"
    else:
        yield "done" if found.get("undo") else "nothing changed"


@people.command("list")
@click.argument("query", default="")
@click.option("--segment", metavar="NAME", help="Those of a saved segment.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@click.option("--after", nargs=2, metavar="PLACE", help="What `next` of the last page says.")
@click.option("--count", is_flag=True, help="Say how many there are in all.")
@shared
@click.pass_obj
def list_(choices: Choices, /, **args: Any) -> None:
    """List people, who was here last first. QUERY may be `stage:loyal vip:yes visits:>3`."""
    args["after"] = list(args["after"]) if args["after"] else None
    _run(choices, "people.list", _list, **args)


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    for note in found["notes"]:
        yield f"(looked for as words: {note['part']})"
    if not found["people"]:
        yield "Nobody."
    for one in found["people"]:
        last = (one["last_at"] or "—")[:10]
        marks = ("VIP " if one["vip"] else "") + " ".join(f"#{t}" for t in one["tags"])
        yield (
            f"{one['id']:>7}  {last:<10}  {one['stage'] or '—':<8} {one['visits']:>4} visits "
            f" {one_line(one['name'] or one['handle'], 24):<24} @{one['handle'].lstrip('@')}"
            f"  {marks}".rstrip()
        )
    if "total" in found:
        yield f"{found['total']} in all"
    elif found["next"]:
        yield "… and more: --limit"


@people.command()
@click.argument("person")
@shared
@click.pass_obj
def show(choices: Choices, person: str) -> None:
    """Show all that is kept of PERSON; with --json, all they ever did towards you."""
    _run(choices, "people.show", _show, person=person)


def _show(p: Mapping[str, Any]) -> Iterator[str]:
    yield f"{p['name']}{'  VIP' if p['vip'] else ''}{'  muted' if p['muted'] else ''}"
    for one in p["identities"]:
        under = f"  (merged into {one['merged_into']})" if one["merged_into"] else ""
        place = one["platform"] or one["realm"]
        yield f"  {one['profile']}  {place}  @{one['handle'].lstrip('@')}{under}"
    why = "set by hand" if p["stage_by_hand"] else rule(p["stage_rule"])
    yield f"Stage: {p['stage'] or '—'} ({why})" if p["stage"] else "Stage: —"
    yield (
        f"Here on {p['visits']} days, {p['interactions']} times; first"
        f" {(p['first_at'] or '—')[:10]}, last {(p['last_at'] or '—')[:10]}"
    )
    if p["tags"]:
        yield "Tags: " + ", ".join(p["tags"])
    for f in p["facts"]:
        item = f["source"]["item"]
        origin = f"said in {item}" if item else {"bio": "their profile"}.get(
            f["source"]["kind"], "entered by hand"
        )  # fmt: skip
        yield f"  {f['id']}  {f['name']}: {one_line(f['value'])}  ({origin}, {f['at'][:10]})"
    for n in p["notes"]:
        yield f"  note {n['id']}  {n['made_at'][:10]}  {one_line(n['text'])}"
    for c in p["changes"]:
        change = f"{one_line(c['before'], 30)} → {one_line(c['after'], 30)}"
        yield f"  changed {c['at'][:10]}  {c['field']}: {change}"
    for s in p["may_be"]:
        yield f"  {_pair(s)}"
    for i in p["items"][:20]:
        yield f"{i['id']}  {i['created_at'][:16]}  {i['platform']:<9} {one_line(i['text'])}"


def rule(found: Mapping[str, Any]) -> str:
    """Return the rule of a stage in words."""
    match found.get("rule"):
        case "silent":
            return f"nothing from them for {found['days']} days"
        case "visits":
            return f"here on {found['visits']}+ days within {found['days']} days"
        case "first_seen":
            return f"first here within {found['days']} days"
        case _:
            return "none of the other rules"


_REASONS = {
    "same_page": "same page {what}",
    "same_address": "same address {what}",
    "links_both": "their profiles point to each other",
    "links_one": "the profile of {what} points to the other",
    "same_handle": "same handle {what}",
    "same_name_picture": "same name and picture",
    "same_name_domain": "same name and domain",
    "same_name": "same name",
}


def _pair(found: Mapping[str, Any]) -> str:
    one, other = found["one"], found["other"]
    why = "; ".join(_REASONS[r["code"]].format(what=r["what"]) for r in found["reasons"])
    return (
        f"{found['score']:.0%}  {one['id']} @{one['handle'].lstrip('@')}"
        f" = {other['id']} @{other['handle'].lstrip('@')}?  {why}"
    )


@people.command()
@shared
@click.pass_obj
def stages(choices: Choices) -> None:
    """Explain the stages: the rules in the order in which they are tried."""
    _run(
        choices,
        "people.stages",
        lambda found: iter([f"{r['stage']:<8} {rule(r)}" for r in found["rules"]]),
    )


@people.command()
@click.argument("into")
@click.argument("person")
@shared
@click.pass_obj
def merge(choices: Choices, into: str, person: str) -> None:
    """Say that PERSON is the same person as INTO. Nothing is lost; `unmerge` takes it back."""

    def lines(found: Mapping[str, Any]) -> Iterator[str]:
        yield f"One person now: {found['person']}"
        for c in found["conflicts"]:
            yield f"They differ, both are kept: {c['name']}: {' | '.join(c['values'])}"

    _run(choices, "people.merge", lines, into=into, person=person)


@people.command()
@click.argument("person")
@shared
@click.pass_obj
def unmerge(choices: Choices, person: str) -> None:
    """Take the identity PERSON out of its person again."""
    _run(
        choices,
        "people.unmerge",
        lambda found: iter([f"Two people now: {' and '.join(found['persons'])}"]),
        person=person,
    )


@people.command()
@click.argument("person", required=False)
@click.option("--limit", type=click.IntRange(1, 1_000), default=20, show_default=True)
@shared
@click.pass_obj
def suggestions(choices: Choices, person: str | None, limit: int) -> None:
    """Say who may be one person, and why; nothing is merged by itself."""

    def lines(found: Mapping[str, Any]) -> Iterator[str]:
        yield from map(_pair, found["suggestions"])
        if not found["suggestions"]:
            yield "Nobody looks like somebody else."

    _run(choices, "people.suggestions", lines, person=person, limit=limit)


@people.command("not-same")
@click.argument("one")
@click.argument("other")
@click.option("--forget", is_flag=True, help="They may be the same after all.")
@shared
@click.pass_obj
def not_same(choices: Choices, one: str, other: str, forget: bool) -> None:
    """Remember that ONE and OTHER are two people."""
    _run(choices, "people.not_same", one=one, other=other, same=forget)


@people.group()
@shared
def fact() -> None:
    """What people stated, or you entered, with where it comes from."""


@fact.command("add")
@click.argument("person")
@click.argument("name")
@click.argument("value")
@click.option(
    "--source", default="hand", show_default=True, help="hand, bio, or the ITEM where they said it."
)
@shared
@click.pass_obj
def fact_add(choices: Choices, person: str, name: str, value: str, source: str) -> None:
    """Keep a fact about PERSON."""
    _run(choices, "people.fact_add", person=person, name=name, value=value, source=source)


@fact.command("remove")
@click.argument("id")
@shared
@click.pass_obj
def fact_remove(choices: Choices, id: str) -> None:
    """Forget a fact."""
    _run(choices, "people.fact_remove", id=id)


@people.group()
@shared
def note() -> None:
    """Private notes on people."""


@note.command("add")
@click.argument("person")
@click.option("--text")
@click.option("--text-stdin", is_flag=True)
@shared
@click.pass_obj
def note_add(choices: Choices, person: str, text: str | None, text_stdin: bool) -> None:
    """Keep a private note on PERSON."""
    _run(choices, "people.note_add", person=person, text=given_text(text, text_stdin))


@note.command("remove")
@click.argument("id")
@shared
@click.pass_obj
def note_remove(choices: Choices, id: str) -> None:
    """Drop a note."""
    _run(choices, "people.note_remove", id=id)


@people.command()
@click.argument("tag")
@many
@shared
@click.pass_obj
def tag(choices: Choices, tag: str, people: tuple[str, ...], query: str | None) -> None:
    """Put TAG on people."""
    _on_many(choices, "people.tag", people, query, tag=tag)


@people.command()
@click.argument("tag")
@many
@shared
@click.pass_obj
def untag(choices: Choices, tag: str, people: tuple[str, ...], query: str | None) -> None:
    """Take TAG off people."""
    _on_many(choices, "people.untag", people, query, tag=tag)


@people.command()
@many
@click.option("--off", is_flag=True, help="No longer.")
@shared
@click.pass_obj
def vip(choices: Choices, people: tuple[str, ...], query: str | None, off: bool) -> None:
    """Make people VIPs: what they say comes first."""
    _on_many(choices, "people.vip", people, query, on=not off)


@people.command()
@many
@click.option("--off", is_flag=True, help="Hear them again.")
@shared
@click.pass_obj
def mute(choices: Choices, people: tuple[str, ...], query: str | None, off: bool) -> None:
    """Mute people here: what comes from them from now on asks for nothing."""
    _on_many(choices, "people.mute", people, query, on=not off)


@people.command()
@click.argument("stage", type=click.Choice([*STAGES, "rules"]))
@many
@shared
@click.pass_obj
def stage(choices: Choices, stage: str, people: tuple[str, ...], query: str | None) -> None:
    """Set the stage of people by hand, or let the rules say it again."""
    given = None if stage == "rules" else stage
    _on_many(choices, "people.stage", people, query, stage=given)


@people.command()
@click.argument("person")
@click.argument("name", default="")
@shared
@click.pass_obj
def name(choices: Choices, person: str, name: str) -> None:
    """Call PERSON by a NAME of yours; without one, by their own again."""
    _run(choices, "people.name", person=person, name=name)


@people.group()
@shared
def segments() -> None:
    """Saved queries on people."""


@segments.command("list")
@click.option("--count", is_flag=True, help="Say how many people each finds.")
@shared
@click.pass_obj
def segments_list(choices: Choices, count: bool) -> None:
    """List the segments."""

    def lines(found: Mapping[str, Any]) -> Iterator[str]:
        for one in found["segments"]:
            number = f"  {one['count']}" if "count" in one else ""
            yield f"{one['name']}{number}: {one['query']}"
        if not found["segments"]:
            yield "No segments."

    _run(choices, "people.segments", lines, count=count)


@segments.command("save")
@click.argument("name")
@click.argument("query")
@shared
@click.pass_obj
def segments_save(choices: Choices, name: str, query: str) -> None:
    """Save QUERY under NAME."""
    _run(choices, "people.segments_save", name=name, query=query)


@segments.command("remove")
@click.argument("name")
@shared
@click.pass_obj
def segments_remove(choices: Choices, name: str) -> None:
    """Forget the segment NAME."""
    _run(choices, "people.segments_remove", name=name)
