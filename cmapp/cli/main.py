"""The table of commands; each is imported when it is called, so that `--help` is instant."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

import cmapp
from cmapp.cli.run import Choices, ExitStatus, say_error, shared
from cmapp.domain.errors import Trouble

Window = Callable[..., int]

COMMANDS = {
    "accounts": ("cmapp.cli.accounts", "Connect, list and remove accounts."),
    "sync": ("cmapp.cli.reading", "Read what is new."),
    "inbox": ("cmapp.cli.reading", "List what people said: least time left first."),
    "thread": ("cmapp.cli.reading", "Show a conversation."),
    "search": ("cmapp.cli.searching", "Search everything that was ever read."),
    "searches": ("cmapp.cli.searching", "List, keep, rename and delete saved searches."),
    "done": ("cmapp.cli.triage", "Close items."),
    "reopen": ("cmapp.cli.triage", "Open items again."),
    "snooze": ("cmapp.cli.triage", "Put items off until a time, or until they write."),
    "unsnooze": ("cmapp.cli.triage", "Open what waits."),
    "label": ("cmapp.cli.triage", "Hang a label on items."),
    "unlabel": ("cmapp.cli.triage", "Take a label off items."),
    "labels": ("cmapp.cli.triage", "List, rename, colour and delete labels."),
    "note": ("cmapp.cli.triage", "Private notes on items."),
    "assign": ("cmapp.cli.triage", "Give items to somebody."),
    "priority": ("cmapp.cli.triage", "Put items first or last by hand."),
    "mute": ("cmapp.cli.triage", "Mute threads or people."),
    "unmute": ("cmapp.cli.triage", "Let threads or people be heard again."),
    "like": ("cmapp.cli.triage", "Like the posts of items."),
    "unlike": ("cmapp.cli.triage", "Take likes back."),
    "undo": ("cmapp.cli.triage", "Take back the newest deed."),
    "history": ("cmapp.cli.triage", "What was decided at this desk."),
    "correct": ("cmapp.cli.judging", "Say whether items need a reply, and what they say."),
    "words": ("cmapp.cli.judging", "Words to watch for, words to be careful with."),
    "checks": ("cmapp.cli.checks", "Look a piece over before it leaves; let it through."),
    "sheets": ("cmapp.cli.checks", "Brand sheet, platform norms, audiences, cadence."),
    "reply": ("cmapp.cli.writing", "Queue an answer."),
    "post": ("cmapp.cli.posting", "Queue a post, from one account or many."),
    "plan": ("cmapp.cli.posting", "Plan posts for a local time; move and clear plans."),
    "calendar": ("cmapp.cli.calendar", "What is planned; ideas, slots, series; tables in and out."),
    "campaigns": ("cmapp.cli.campaigns", "What belongs together, on whatever platform."),
    "pillars": ("cmapp.cli.campaigns", "What one posts about, and how much of each."),
    "utm": ("cmapp.cli.campaigns", "Links that say where a visit came from."),
    "besttime": ("cmapp.cli.campaigns", "When posts were answered most, and how sure that is."),
    "posts": ("cmapp.cli.posting", "Correct posts that are out; both texts are kept."),
    "hours": ("cmapp.cli.hours", "Office hours, targets, holidays; until when an answer is due."),
    "media": ("cmapp.cli.media", "Pictures and videos: keep, describe, crop; where they fit."),
    "drafts": ("cmapp.cli.writing", "List, write, compare and delete drafts."),
    "replies": ("cmapp.cli.replies", "Saved replies, earlier answers, thank-yous."),
    "kb": ("cmapp.cli.replies", "The knowledge base."),
    "writing-help": ("cmapp.cli.writing_help", "Help from an endpoint of yours; off unless set."),
    "outbox": ("cmapp.cli.outbox", "See, send and decide on what is queued."),
    "flight": ("cmapp.cli.outbox", "Go offline on purpose, and land again."),
    "live": ("cmapp.cli.live", "Import live chats; what was asked again and again."),
    "suggestions": ("cmapp.cli.suggestions", "What people proposed, and telling them."),
    "rules": ("cmapp.cli.rules", "Label, assign, draft by rule; see and undo what they did."),
    "network": ("cmapp.cli.network", "Who answers whom, who matters in it and why."),
    "insights": ("cmapp.cli.insights", "Charts as figures, and the rows behind each of them."),
    "metrics": ("cmapp.cli.metrics", "What each number is, how it is worked out, and its value."),
    "import": ("cmapp.cli.imports", "Bring tables of platforms, statistics and shops in."),
    "export": ("cmapp.cli.export", "Put your data out as CSV, JSON or Parquet."),
    "goals": ("cmapp.cli.goals", "What is to be reached by when, and how far it is."),
    "index": ("cmapp.cli.goals", "One number out of several, all of it shown; models."),
    "costs": ("cmapp.cli.costs", "Money and hours: what was spent, what came of it."),
    "experiments": ("cmapp.cli.experiments", "A/B with its size first, and no peeking."),
    "decisions": ("cmapp.cli.decisions", "What was found, changed for it, and came of it."),
    "findings": ("cmapp.cli.decisions", "What was heard or thought, in words."),
    "report": ("cmapp.cli.looking_back", "Look back: our own figures, the weekly digest, reports."),
    "moderate": ("cmapp.cli.moderate", "Hide, mute, block, report, with a reason; and the log."),
    "log": ("cmapp.cli.log", "Write down what was said by phone, in the shop, by letter."),
    "tasks": ("cmapp.cli.tasks", "Tasks: list, make, tick off, export as a calendar file."),
    "people": (
        "cmapp.cli.people",
        "Who people are to us: cards, tags, segments, one person or two.",
    ),
    "privacy": (
        "cmapp.cli.privacy",
        "What is stored about whom; hand it out, erase it, keep less.",
    ),
    "demo": ("cmapp.cli.demo", "The demo network: in the window, or told as a story."),
    "rivals": ("cmapp.cli.rivals", "Competitors: what everyone sees of their accounts."),
    "backup": ("cmapp.cli.backup", "Copies of everything: make, list, check, restore, rescue."),
    "lock": ("cmapp.cli.lock", "The lock of the window: a passphrase; off again."),
    "doctor": ("cmapp.cli.program", "Versions, keyring, integrity, disk, problems."),
    "engine": ("cmapp.cli.program", "Run this profile's engine (the window does it itself)."),
}
"""Name → (module, summary). The module has a click command of that name."""
_HIDDEN = {"engine"}


class Lazy(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the table."""
        return [name for name in COMMANDS if name not in _HIDDEN]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        found: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(n, COMMANDS[n][1]) for n in self.list_commands(ctx)])


@click.group(cls=Lazy, invoke_without_command=True, context_settings={"auto_envvar_prefix": None})
@click.version_option(cmapp.__version__, prog_name="cmapp")
@shared
@click.pass_context
def root(ctx: click.Context) -> None:
    """Read, decide, draft and queue with no network; each reply goes out once.

    Without a command the window opens. Every command takes --profile DIR, --offline and --json.
    """
    if ctx.invoked_subcommand is None:
        choices: Choices = ctx.obj
        raise SystemExit(choices.open_window())


def run(argv: Sequence[str], *, window: Window) -> int:
    """Run one command line; returns the exit status. Errors are words, or JSON with --json."""
    choices = Choices(window=window, json="--json" in argv)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status: Any = root.main(list(argv), prog_name="cmapp", obj=choices, standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as wrong:
        if choices.json:
            say_error("usage", {"message": wrong.format_message()}, as_json=True)
        else:
            wrong.show()
        return ExitStatus.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitStatus.INTERRUPTED
    except Trouble as trouble:
        say_error(trouble.why, trouble.facts, as_json=choices.json)
        return ExitStatus.of(trouble)
    except BrokenPipeError:
        return ExitStatus.OK
    return int(status) if isinstance(status, int) else ExitStatus.OK
