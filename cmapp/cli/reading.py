"""`cmapp sync | inbox | thread`."""

from __future__ import annotations

from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, ExitStatus, answer, desk, given_time, shared
from cmapp.services.shapes import LANES

_MOST_THREADS = 1_000
"""Of how many items a search tells the conversations."""


@click.command()
@click.option("--account", metavar="ID")
@shared
@click.pass_obj
def sync(choices: Choices, account: str | None) -> int:
    """Read what is new, for all accounts or one."""
    with desk(choices) as at:
        found = at.call("sync", account=account)
    answer(choices, found, text.synced)
    return status_of({a["id"]: a["error"] for a in found["accounts"] if a["error"]})


SIGN_IN_CODES = {
    "sign_in_needed",
    "no_secret",
    "keyring_unavailable",
    "keyring_switched",
    "scope_missing",
    "token_refused",
    "token_malformed",
    "wrong_password",
    "app_password_needed",
    "account_suspended",
    "account_deactivated",
    "another_account",
}
"""Error codes of an account that only a person can bring back, by signing in again."""


def status_of(errors: dict[str, str]) -> ExitStatus:
    """Return the status that tells of the accounts that were stopped (id → error code)."""
    codes = set(errors.values())
    if not codes:
        return ExitStatus.OK
    if codes <= {"offline"}:
        return ExitStatus.OFFLINE
    if codes & SIGN_IN_CODES:
        return ExitStatus.SIGN_IN
    return ExitStatus.ERROR


@click.group(invoke_without_command=True)
@click.option(
    "--state",
    type=click.Choice(["open", "waiting", "snoozed", "done", "muted", "all"]),
    default="open",
    show_default=True,
)
@click.option("--search", metavar="QUERY", help="Only what a search finds.")
@click.option("--account", metavar="ID")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="mention, reply, reaction …")
@click.option("--label", metavar="NAME")
@click.option("--unlabelled", is_flag=True)
@click.option("--assignee", metavar="NAME", help="'' is nobody.")
@click.option("--lane", type=click.Choice(LANES))
@click.option("--vip", is_flag=True, help="Only of people on the VIP list.")
@click.option("--overdue", is_flag=True, help="Only what should have been answered by now.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@shared
@click.pass_context
def inbox(ctx: click.Context, /, search: str | None, kinds: tuple[str, ...], **which: Any) -> None:
    """List what people said: least time left first, then what needs no reply."""
    if ctx.invoked_subcommand is not None:
        return
    choices: Choices = ctx.obj
    with desk(choices) as at:
        found = at.call("inbox.list", query=search, kinds=list(kinds), **which)
        answer(choices, found, text.inbox)


@inbox.command()
@click.option("--since", metavar="TIME", help="ISO 8601; else since the last look.")
@click.option("--account", metavar="ID")
@click.option("--peek", is_flag=True, help="Do not count this as a look.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@shared
@click.pass_obj
def digest(
    choices: Choices, since: str | None, account: str | None, peek: bool, limit: int
) -> None:
    """Sum up what came in since the last look: complaints first, then what ends soon."""
    look = since is None and not peek
    with desk(choices) as at:
        found = at.call(
            "inbox.digest", since=given_time(since, "--since"), account=account, look=look,
            limit=limit,
        )  # fmt: skip
        answer(choices, found, text.digest)


@inbox.command()
@click.option("--state", type=click.Choice(["open", "waiting", "done", "muted"]), default="open")
@click.option("--account", metavar="ID")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@shared
@click.pass_obj
def groups(choices: Choices, state: str, account: str | None, limit: int) -> None:
    """List likes and reposts by the post that they are for."""
    with desk(choices) as at:
        found = at.call("inbox.groups", state=state, account=account, limit=limit)
        answer(choices, found, text.groups)


@click.command()
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--search", metavar="QUERY", help="Of all that a search finds.")
@shared
@click.pass_obj
def thread(choices: Choices, items: tuple[str, ...], search: str | None) -> None:
    """Show the conversation that ITEM stands in, with our replies that are under way.

    Of several, or of a search: {threads: [{item, posts, notes}]}, newest item first for a search.
    """
    if bool(items) == (search is not None):
        raise click.UsageError("Name items, or give --search.")
    with desk(choices) as at:
        if len(items) == 1:
            answer(choices, at.call("inbox.thread", item=items[0]), text.thread)
            return
        wanted = items
        if search is not None:
            found = at.call("inbox.list", state="all", query=search, limit=_MOST_THREADS)["items"]
            wanted = tuple(i["id"] for i in found if i["text"] is not None)
        told = [{"item": i, **at.call("inbox.thread", item=i)} for i in wanted]
        answer(choices, {"threads": told}, text.threads)
