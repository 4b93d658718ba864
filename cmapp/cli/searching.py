"""`cmapp search` and `cmapp searches`: find in everything stored, keep searches by name."""

from __future__ import annotations

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, shared


@click.command(context_settings={"ignore_unknown_options": True})  # -word leaves a word out
@click.argument("query", required=False)
@click.option("--best", is_flag=True, help="The best match first, of the newest 2,000.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@click.option("--before", metavar="CURSOR", help="Go on behind the `next` of an earlier answer.")
@click.option("--save", metavar="NAME", help="Keep the search under this name, too.")
@click.option("--saved", metavar="NAME", help="Run the search that was kept under this name.")
@shared
@click.pass_obj
def search(
    choices: Choices,
    query: str | None,
    best: bool,
    limit: int,
    before: str | None,
    save: str | None,
    saved: str | None,
) -> None:
    """Search everything that was ever read, newest first.

    QUERY: words, "phrases", -not, this OR that, and filters such as from:ana is:unanswered
    has:image label:bug since:7d.
    """
    if query is not None and query.startswith("--"):
        raise click.NoSuchOption(query)
    if (query is None) == (saved is None):
        raise click.UsageError("Give either QUERY or --saved.")
    with desk(choices) as at:
        if query is None:
            known = at.call("searches.list")["searches"]
            query = next((s["query"] for s in known if s["name"] == saved), None)
            if query is None:
                raise click.BadParameter(f"there is no search named {saved}", param_hint="--saved")
        found = at.call("search", query=query, limit=limit, before=before, best=best)
        if save is not None:
            found["saved"] = at.call("searches.save", name=save, query=query)["search"]
    answer(choices, found, text.hits)


@click.group()
@shared
def searches() -> None:
    """List, keep, rename and delete saved searches."""


@searches.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the saved searches, in their order."""
    with desk(choices) as at:
        answer(choices, at.call("searches.list"), text.saved_searches)


@searches.command()
@click.argument("name")
@click.argument("query")
@shared
@click.pass_obj
def save(choices: Choices, name: str, query: str) -> None:
    """Keep QUERY under NAME, in the place of what had that name."""
    with desk(choices) as at:
        found = at.call("searches.save", name=name, query=query)
        answer(choices, found, lambda f: iter([f"Saved: {f['search']['name']}"]))


@searches.command()
@click.argument("name")
@click.argument("to")
@shared
@click.pass_obj
def rename(choices: Choices, name: str, to: str) -> None:
    """Call the search NAME by the name TO."""
    with desk(choices) as at:
        found = at.call("searches.rename", name=name, to=to)
        answer(choices, found, lambda f: iter([f"Now: {f['search']['name']}"]))


@searches.command()
@click.argument("name")
@shared
@click.pass_obj
def delete(choices: Choices, name: str) -> None:
    """Forget the search NAME."""
    with desk(choices) as at:
        found = at.call("searches.delete", name=name)
        answer(choices, found, lambda f: iter([f"Deleted: {f['search']['name']}"]))
