"""`cmapp replies` and `cmapp kb`: saved replies, thank-yous, the knowledge base."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from cmapp.cli import replies_text as lines
from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, given_text, say, shared

_TEXT = click.option("--text", "words", help="What it says; --text-stdin reads it.")
_STDIN = click.option("--text-stdin", is_flag=True, help="Read the text from stdin.")
_NETWORK = click.option("--network", default=None, help="The wording for this platform.")
_LANG = click.option("--lang", default=None, help="The wording in this language.")
_ASKED = click.option(
    "--answer", "answers", multiple=True, metavar="QUESTION=TEXT", help="Answer a gap that asks."
)


@click.group()
@shared
def replies() -> None:
    """List, write, use and count saved replies; earlier answers; thank-yous."""


@replies.command("list")
@click.argument("query", required=False, default="")
@click.option("--archived", is_flag=True, help="Those that were put away, too.")
@shared
@click.pass_obj
def list_(choices: Choices, query: str, archived: bool) -> None:
    """List saved replies: all, or what QUERY (a shortcut's beginning, words) finds."""
    with desk(choices) as at:
        answer(choices, at.call("replies.list", query=query, archived=archived), lines.replies)


@replies.command()
@click.argument("reply")
@shared
@click.pass_obj
def show(choices: Choices, reply: str) -> None:
    """Show REPLY (its id, shortcut or title) with its wordings."""
    with desk(choices) as at:
        answer(choices, at.call("replies.show", reply=reply), lines.replies)


@replies.command()
@click.argument("title")
@click.option("--shortcut", default=None, help="What is typed behind a semicolon.")
@_NETWORK
@_LANG
@_TEXT
@_STDIN
@click.option(
    "--image", "images", multiple=True, type=click.Path(), help="A picture to go with it."
)
@shared
@click.pass_obj
def add(
    choices: Choices,
    title: str,
    shortcut: str | None,
    network: str | None,
    lang: str | None,
    words: str | None,
    text_stdin: bool,
    images: tuple[str, ...],
) -> None:
    """Write a saved reply, or one more wording of the one with this TITLE."""
    given = given_text(words, text_stdin)
    new = {
        "network": network or "",
        "lang": lang or "",
        "text": given,
        "images": [{"path": i} for i in images],
    }
    with desk(choices) as at:
        known = [
            r
            for r in at.call("replies.list", archived=True, limit=5000)["replies"]
            if r["title"] == title
        ]
        old = known[0] if known else {"id": None, "variants": [], "shortcut": None}
        from cmapp.domain.tongue import normal

        place = (str(new["network"]).lower(), normal(str(new["lang"])))
        others = [v for v in old["variants"] if (v["network"], v["lang"]) != place]
        found = at.call(
            "replies.save",
            id=old["id"],
            title=title,
            shortcut=shortcut or old["shortcut"],
            variants=[*others, new],
        )
        answer(choices, found, lines.replies)


@replies.command()
@click.argument("reply")
@click.argument("item")
@_ASKED
@_NETWORK
@_LANG
@click.option("--send", is_flag=True, help="Queue it as the answer.")
@click.option("--allow", multiple=True, metavar="CODE", help="With --send: as `cmapp reply`.")
@shared
@click.pass_obj
def use(
    choices: Choices,
    reply: str,
    item: str,
    answers: tuple[str, ...],
    network: str | None,
    lang: str | None,
    send: bool,
    allow: tuple[str, ...],
) -> None:
    """Fill REPLY in for ITEM; with --send it is queued, unless a gap stays open."""
    given: dict[str, str] = {}
    for each in answers:
        question, equals, said = each.partition("=")
        if not equals:
            raise click.BadParameter(f"{each} is not QUESTION=TEXT.", param_hint="--answer")
        given[question.strip()] = said
    more: dict[str, Any] = {"answers": given, "network": network, "lang": lang}
    with desk(choices) as at:
        if send:
            more["allow"] = list(allow)
            answer(choices, at.call("replies.send", reply=reply, item=item, **more), text.queued)
        else:
            found = at.call("replies.use", reply=reply, item=item, keep=False, **more)
            answer(choices, found, lines.filled)


@replies.command()
@click.argument("reply")
@click.option("--back", is_flag=True, help="Take it out again.")
@shared
@click.pass_obj
def archive(choices: Choices, reply: str, back: bool) -> None:
    """Put REPLY away; what it did stays counted."""
    with desk(choices) as at:
        answer(choices, at.call("replies.archive", reply=reply, back=back), lines.replies)


@replies.command()
@shared
@click.pass_obj
def stats(choices: Choices) -> None:
    """Count how often each was used, and what came of it."""
    with desk(choices) as at:
        answer(choices, at.call("replies.stats"), lines.stats)


@replies.command()
@click.option("--set", "correct", nargs=2, metavar="ROW KIND", help="Say of what kind a reply is.")
@shared
@click.pass_obj
def kinds(choices: Choices, correct: tuple[str, str] | None) -> None:
    """Count the replies that were sent by kind: thanks, answer, apology, advice, other."""
    with desk(choices) as at:
        if correct:
            at.call("replies.set_kind", row=correct[0], kind=correct[1])
        answer(choices, at.call("replies.kinds"), lines.kinds)


@replies.command()
@click.argument("item")
@click.option("--send", is_flag=True, help="Queue it.")
@shared
@click.pass_obj
def thank(choices: Choices, item: str, send: bool) -> None:
    """Say thank you for ITEM, in words that its author never had from us."""
    with desk(choices) as at:
        found = at.call("replies.thank", item=item, send=send)
        answer(choices, found, text.queued if send else lines.filled)


@replies.command()
@click.argument("item")
@click.option("--text", "words", default=None, help="Check this answer against the earlier ones.")
@shared
@click.pass_obj
def earlier(choices: Choices, item: str, words: str | None) -> None:
    """Show what was answered before to questions like ITEM, and what could be said now."""
    with desk(choices) as at:
        if words is not None:
            answer(choices, at.call("answers.check", item=item, text=words), lines.conflicts)
        else:
            answer(choices, at.call("answers.for_item", item=item), lines.suggestions)


def _export(choices: Choices, what: str, path: str) -> None:
    kind = "csv" if path.lower().endswith(".csv") else "json"
    with desk(choices) as at:
        found = at.call("answers.export", what=what, kind=kind)
    if path == "-":
        if sys.stdout.isatty():
            say(found["text"].removesuffix("\n"))
        else:  # for the next program: to the byte
            click.echo(found["text"], nl=not found["text"].endswith("\n"))
        return
    try:
        Path(path).write_text(found["text"], encoding="utf-8-sig" if kind == "csv" else "utf-8")
    except OSError as problem:
        raise click.FileError(path, hint=problem.strerror) from None
    answer(choices, {"path": path, "count": found["count"]}, lines.exported)


def _import(choices: Choices, what: str, path: str) -> None:
    with desk(choices) as at:
        found = at.call("answers.import", what=what, path=str(Path(path).absolute()))
        answer(choices, found, lines.imported)


@replies.command("export")
@click.argument("file")
@shared
@click.pass_obj
def export_replies(choices: Choices, file: str) -> None:
    """Write all saved replies to FILE (.json or .csv; - is stdout)."""
    _export(choices, "replies", file)


@replies.command("import")
@click.argument("file")
@shared
@click.pass_obj
def import_replies(choices: Choices, file: str) -> None:
    """Bring saved replies in from FILE: JSON, or CSV with a heading."""
    _import(choices, "replies", file)


@click.group()
@shared
def kb() -> None:
    """Search, read and write the knowledge base."""


@kb.command("search")
@click.argument("query", required=False, default="")
@shared
@click.pass_obj
def search_articles(choices: Choices, query: str) -> None:
    """List the articles that QUERY finds; all without one."""
    with desk(choices) as at:
        answer(choices, at.call("articles.list", query=query), lines.articles)


@kb.command("show")
@click.argument("article")
@shared
@click.pass_obj
def show_article(choices: Choices, article: str) -> None:
    """Show ARTICLE."""
    with desk(choices) as at:
        answer(choices, at.call("articles.show", id=article), lines.articles)


@kb.command("add")
@click.argument("title")
@_TEXT
@_STDIN
@click.option("--url", default=None)
@_LANG
@click.option("--tag", "tags", multiple=True)
@click.option("--id", "number", default=None, help="Write over this article.")
@shared
@click.pass_obj
def add_article(
    choices: Choices,
    title: str,
    words: str | None,
    text_stdin: bool,
    url: str | None,
    lang: str | None,
    tags: tuple[str, ...],
    number: str | None,
) -> None:
    """Write an article."""
    given = given_text(words, text_stdin)
    with desk(choices) as at:
        found = at.call(
            "articles.save", title=title, text=given, id=number, url=url, lang=lang or "",
            tags=list(tags),
        )  # fmt: skip
        answer(choices, found, lines.articles)


@kb.command("delete")
@click.argument("article")
@shared
@click.pass_obj
def delete_article(choices: Choices, article: str) -> None:
    """Delete ARTICLE."""
    with desk(choices) as at:
        answer(choices, at.call("articles.delete", id=article), lines.articles)


@kb.command("export")
@click.argument("file")
@shared
@click.pass_obj
def export_articles(choices: Choices, file: str) -> None:
    """Write all articles to FILE (.json or .csv; - is stdout)."""
    _export(choices, "articles", file)


@kb.command("import")
@click.argument("file")
@shared
@click.pass_obj
def import_articles(choices: Choices, file: str) -> None:
    """Bring articles in from FILE: JSON, or CSV with a heading."""
    _import(choices, "articles", file)
