"""`cmapp sync | inbox | thread | search | done | reopen`."""

from __future__ import annotations

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, ExitStatus, answer, desk, shared


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


@click.command()
@click.option(
    "--state",
    type=click.Choice(["open", "waiting", "done", "muted", "all"]),
    default="open",
    show_default=True,
)
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@shared
@click.pass_obj
def inbox(choices: Choices, state: str, limit: int) -> None:
    """List what people said: least time left first, then what needs no reply."""
    with desk(choices) as at:
        answer(choices, at.call("inbox.list", state=state, limit=limit), text.inbox)


@click.command()
@click.argument("item")
@shared
@click.pass_obj
def thread(choices: Choices, item: str) -> None:
    """Show the conversation that ITEM stands in, with our replies that are under way."""
    with desk(choices) as at:
        answer(choices, at.call("inbox.thread", item=item), text.thread)


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True)
@shared
@click.pass_obj
def search(choices: Choices, query: str, limit: int) -> None:
    """Search everything that was ever read, newest first."""
    with desk(choices) as at:
        answer(choices, at.call("search", query=query, limit=limit), text.hits)


def _set_state(choices: Choices, item: str, state: str) -> None:
    with desk(choices) as at:
        found = at.call("inbox.set_state", item=item, state=state)
        answer(choices, found, lambda f: iter([f"{f['item']['id']} is {f['item']['state']}"]))


@click.command()
@click.argument("item")
@shared
@click.pass_obj
def done(choices: Choices, item: str) -> None:
    """Close ITEM."""
    _set_state(choices, item, "done")


@click.command()
@click.argument("item")
@shared
@click.pass_obj
def reopen(choices: Choices, item: str) -> None:
    """Open ITEM again."""
    _set_state(choices, item, "open")
