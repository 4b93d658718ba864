"""`cmapp accounts`: connect, list and remove."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, say, secret_from_stdin, shared


@click.group()
@shared
def accounts() -> None:
    """Connect, list and remove accounts."""


@accounts.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the connected accounts."""
    with desk(choices) as at:
        answer(choices, at.call("accounts.list"), text.accounts)


@accounts.command()
@click.argument("account")
@shared
@click.pass_obj
def remove(choices: Choices, account: str) -> None:
    """Disconnect ACCOUNT; what waits in its outbox becomes drafts again."""
    with desk(choices) as at:
        answer(choices, at.call("accounts.remove", id=account), text.accounts)


@accounts.command()
@click.argument("account")
@shared
@click.pass_obj
def pause(choices: Choices, account: str) -> None:
    """Let nothing go out from ACCOUNT until `resume`; what its server holds comes back."""
    with desk(choices) as at:
        answer(choices, at.call("accounts.pause", id=account, paused=True), text.accounts)


@accounts.command()
@click.argument("account")
@shared
@click.pass_obj
def resume(choices: Choices, account: str) -> None:
    """Let things go out from ACCOUNT again; what became late meanwhile is asked about."""
    with desk(choices) as at:
        answer(choices, at.call("accounts.pause", id=account, paused=False), text.accounts)


_ca_file = click.option(
    "--ca-file",
    default="",
    metavar="FILE",
    help="Trust the certificates in this file, too, for this account.",
)


@accounts.command()
@click.argument("account")
@click.argument("file", required=False, default="")
@shared
@click.pass_obj
def trust(choices: Choices, account: str, file: str) -> None:
    """Trust the certificates in FILE, too, for ACCOUNT; without FILE, the system's alone."""
    given = str(Path(file).absolute()) if file else ""
    with desk(choices) as at:
        answer(choices, at.call("accounts.trust", id=account, ca_file=given), text.accounts)


@accounts.group()
@shared
def add() -> None:
    """Connect an account."""


@add.command()
@click.option("--server", required=True, metavar="URL")
@click.option("--token-stdin", is_flag=True, help="Read an access token from standard input.")
@_ca_file
@shared
@click.pass_obj
def mastodon(choices: Choices, server: str, token_stdin: bool, ca_file: str) -> None:
    """Connect a Mastodon account: with a token, else through the browser."""
    given = {"server": server, **({"ca_file": ca_file} if ca_file else {})}
    if token_stdin:
        _add(choices, "mastodon", "token", {**given, "token": secret_from_stdin()})
    else:
        _add_in_browser(choices, "mastodon", given)


@add.command()
@click.option("--server", default="https://bsky.social", show_default=True, metavar="URL")
@click.option("--handle", required=True)
@click.option("--password-stdin", is_flag=True, help="Read the app password from standard input.")
@_ca_file
@shared
@click.pass_obj
def bluesky(choices: Choices, server: str, handle: str, password_stdin: bool, ca_file: str) -> None:
    """Connect a Bluesky account with an app password."""
    password = (
        secret_from_stdin() if password_stdin else click.prompt("App password", hide_input=True)
    )
    given = {"server": server, "handle": handle, "password": password}
    given |= {"ca_file": ca_file} if ca_file else {}
    _add(choices, "bluesky", "app_password", given)


@add.command()
@click.option("--handle", default="", help="Which brand of the demo network.")
@shared
@click.pass_obj
def demo(choices: Choices, handle: str) -> None:
    """Connect an account of the built-in demo network."""
    _add(choices, "demo", "demo", {"handle": handle} if handle else {})


def _add(choices: Choices, platform: str, way: str, given: Mapping[str, str]) -> None:
    with desk(choices) as at:
        found = at.call("accounts.add", platform=platform, way=way, answers=dict(given))
        answer(choices, found, text.accounts)


def _add_in_browser(choices: Choices, platform: str, given: Mapping[str, str]) -> None:
    with desk(choices) as at:
        found = at.call("signin.start", platform=platform, way="browser")
        while "step" in found:
            step: Mapping[str, Any] = found["step"]
            if step["type"] == "browse":
                say(f"Open this address in your browser:\n{step['url']}", error=True)
                threading.Thread(target=click.launch, args=(step["url"],), daemon=True).start()
                found = at.call("signin.wait", talk=found["talk"])
            else:
                replies = {f["name"]: given.get(f["name"], f["value"]) for f in step["fields"]}
                replies |= {name: given[name] for name in ("ca_file",) if name in given}
                found = at.call("signin.answer", talk=found["talk"], answers=replies)
        answer(choices, found, text.accounts)
