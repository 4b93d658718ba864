"""`cmapp media`: the library of pictures and videos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, shared

_NAMES = click.argument("names", nargs=-1, required=True, metavar="FILE…")
_USES = {
    "draft": "draft",
    "planned": "planned draft",
    "queued": "outbox row",
    "sent": "sent",
    "saved_reply": "saved reply",
    "series": "series",
}
_WHY = {
    "animated": "it moves, and would have to be made smaller or into another kind",
    "no_length": "the video does not say how long it is",
    "videos_not_taken": "no videos go there",
    "video_and_pictures": "a video does not go together with pictures there",
}
_DONE = {
    "cropped": "cropped",
    "scaled": "made smaller",
    "converted": "converted",
    "recompressed": "compressed more",
}


@click.group()
@shared
def media() -> None:
    """Keep, describe, crop and find pictures and videos; see where they fit and are used.

    A FILE of the library is given by its name, or by six letters or more that only it begins with.
    """


@media.command("list")
@click.argument("words", required=False, default="")
@click.option("--folder", default=None, help='Only this folder and those below it; "": in none.')
@click.option("--tag", default="", help="Only with this tag.")
@click.option("--kind", default="", help="Only of this kind: picture, animation or video.")
@click.option("--unused", is_flag=True, help="Only what nothing uses or has used.")
@click.option("--no-alt", is_flag=True, help="Only what has no alt text.")
@click.option("--limit", type=click.IntRange(1, 500), default=200)
@click.option("--after", default=None, metavar="FILE", help="Those behind this one.")
@shared
@click.pass_obj
def list_(choices: Choices, /, words: str, **wish: Any) -> None:
    """List the library, newest first: all, or where WORDS stand in title, alt text, tags."""
    with desk(choices) as at:
        answer(choices, at.call("media.list", text=words, **wish), _list)


@media.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--folder", default="", help="The folder in the library, as in events/2026.")
@click.option("--tag", "tags", multiple=True, help="May be given several times.")
@click.option("--title", default="", help="Without it, the file's name.")
@click.option("--alt", default="", help="What is to be seen, for those who do not see it.")
@click.option("--credit", default="", help="Who made it.")
@click.option("--source", default="", help="Where it comes from.")
@shared
@click.pass_obj
def add(
    choices: Choices,
    /,
    paths: tuple[Path, ...],
    folder: str,
    tags: tuple[str, ...],
    **known: str,
) -> int:
    """Take in files, and all that is in a folder; status 1 if one of them is refused."""
    files = [{"path": str(path.absolute()), **known} for path in paths]
    with desk(choices) as at:
        found = at.call("media.add", files=files, folder=folder, tags=list(tags))
        answer(choices, found, _added)
    return 1 if found["refused"] else 0


@media.command()
@click.argument("name", metavar="FILE")
@shared
@click.pass_obj
def show(choices: Choices, name: str) -> None:
    """Show what is known of FILE, and where it is used."""
    with desk(choices) as at:
        answer(choices, at.call("media.show", name=name), _show)


@media.command()
@click.argument("name", metavar="FILE")
@shared
@click.pass_obj
def used(choices: Choices, name: str) -> None:
    """Say where FILE is used: drafts, plans, the outbox, what was sent, saved replies."""
    with desk(choices) as at:
        answer(choices, at.call("media.used", name=name), _used)


@media.command()
@_NAMES
@click.option("--title", default=None)
@click.option("--alt", default=None, help="What is to be seen.")
@click.option("--folder", default=None)
@click.option("--credit", default=None)
@click.option("--source", default=None)
@shared
@click.pass_obj
def edit(choices: Choices, /, names: tuple[str, ...], **values: str | None) -> None:
    """Change what is known of files."""
    if all(value is None for value in values.values()):
        raise click.UsageError("Give something to change, such as --alt.")
    with desk(choices) as at:
        answer(choices, at.call("media.edit", names=list(names), **values), _files)


@media.command()
@click.argument("tag")
@_NAMES
@shared
@click.pass_obj
def tag(choices: Choices, tag: str, names: tuple[str, ...]) -> None:
    """Give files a TAG."""
    with desk(choices) as at:
        answer(choices, at.call("media.tag", names=list(names), tag=tag), _files)


@media.command()
@click.argument("tag")
@_NAMES
@shared
@click.pass_obj
def untag(choices: Choices, tag: str, names: tuple[str, ...]) -> None:
    """Take a TAG off files."""
    with desk(choices) as at:
        answer(choices, at.call("media.untag", names=list(names), tag=tag), _files)


@media.command()
@click.argument("name", metavar="FILE")
@click.option("--network", default="", help="For this one alone, such as bluesky; else for any.")
@click.option(
    "--box",
    default=None,
    metavar="LEFT,TOP,WIDTH,HEIGHT",
    help="Shares of the picture from 0 to 1, as in 0,0.1,1,0.8; without it, all of it.",
)
@shared
@click.pass_obj
def crop(choices: Choices, name: str, network: str, box: str | None) -> None:
    """Keep which part of FILE goes to a network. The picture itself stays whole."""
    try:
        sides = None if box is None else [float(side) for side in box.split(",")]
    except ValueError:
        raise click.BadParameter("Four numbers, as in 0,0.1,1,0.8.", param_hint="--box") from None
    with desk(choices) as at:
        found = at.call("media.crop", name=name, network=network, box=sides)
        answer(choices, found, _show)


@media.command()
@_NAMES
@shared
@click.pass_obj
def remove(choices: Choices, names: tuple[str, ...]) -> int:
    """Take files out of the library; what is still needed stays (status 1), and where is said."""
    with desk(choices) as at:
        found = at.call("media.remove", names=list(names))
        answer(choices, found, _removed)
    return 1 if found["kept"] else 0


@media.command()
@_NAMES
@shared
@click.pass_obj
def check(choices: Choices, names: tuple[str, ...]) -> None:
    """Say to which accounts and networks files can go, and why not."""
    with desk(choices) as at:
        answer(choices, at.call("media.check", names=list(names)), _checks)


def _line(one: Mapping[str, Any]) -> str:
    length = f" {one['seconds']:.0f} s" if one["seconds"] is not None else ""
    size = f"{one['width']}x{one['height']}{length}"
    alt = "" if one["alt"] else "  (no alt text)"
    place = f"  {one['folder']}/" if one["folder"] else ""
    tags = "".join(f" #{tag}" for tag in one["tags"])
    return f"{one['name'][:12]}  {one['kind']:<9} {size:>14}  {one['title']}{alt}{place}{tags}"


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["files"]:
        yield (
            "Nothing like that is in the library." if found["folders"] else "The library is empty."
        )
    yield from _files(found)
    if found["more"]:
        yield f"… {found['total']} in all; go on with --after {found['files'][-1]['name'][:12]}"


def _files(found: Mapping[str, Any]) -> Iterator[str]:
    yield from (_line(one) for one in found["files"])


def _added(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["added"]:
        yield _line(one["file"]) + ("" if one["new"] else "  (was there)")
    for one in found["refused"]:
        yield f"not taken: {one['path']!r}: {text.error(one['code'], one['facts'])}"


def _show(found: Mapping[str, Any]) -> Iterator[str]:
    one = found["file"]
    yield _line(one)
    yield f"  {one['name']}  {one['mime']}  {one['bytes']} bytes"
    for name in ("alt", "credit", "source"):
        if one[name]:
            yield f"  {name}: {one[name]}"
    for network, box in one["crops"].items():
        yield f"  crop for {network or 'any network'}: {', '.join(f'{side:g}' for side in box)}"
    yield from _used(found)


def _used(found: Mapping[str, Any]) -> Iterator[str]:
    for use in found.get("used", ()):
        yield "  " + _use(use)


def _use(use: Mapping[str, Any]) -> str:
    where = " ".join(str(use[name]) for name in ("account", "at") if use[name])
    return f"{_USES[use['kind']]} {use['id']}: {use['text']}" + (f" ({where})" if where else "")


def _removed(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["removed"]:
        yield f"removed: {_line(one)}"
    for one in found["kept"]:
        yield f"still used, stays: {one['name'][:12]}"
        yield from ("  " + _use(use) for use in one["used"])


def _checks(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["checks"]:
        yield one["name"][:12]
        for row in one["accounts"]:
            told = [_why(finding) for finding in row["findings"]]
            told = told or ["fits" + "".join(f", {_DONE[what]}" for what in row["done"])]
            yield f"  {row['account']} ({row['network']}): {'; '.join(told)}"
        wrong = [row for row in one["networks"] if not row["ok"]]
        for row in wrong:
            yield f"  {row['network']}: {'; '.join(_why(finding) for finding in row['findings'])}"


def _why(finding: Mapping[str, Any]) -> str:
    facts = finding["facts"]
    if finding["code"] != "ratio":
        return _WHY.get(finding["code"]) or text.error(finding["code"], facts)
    least, most = (f"{facts[side]:.2f}" if facts[side] else "any" for side in ("least", "most"))
    return f"its shape ({facts['ratio']:.2f}) is outside {least} to {most}: crop it"
