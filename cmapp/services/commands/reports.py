"""Commands on reports: making one, and making one again to see if it still holds."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cmapp
from cmapp.domain import report as model
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.report import Query, Report
from cmapp.services import calendar, reminding, reports
from cmapp.services.commands import insights as insights_commands
from cmapp.services.commands import report_templates
from cmapp.services.desk import Desk
from cmapp.services.reports import files, paper, sharing, shown, templates, verifying
from cmapp.services.reports.templates import Template
from cmapp.services.shapes import Json, iso, number
from cmapp.store import ids, watched
from cmapp.store import reports as store
from cmapp.store.activity import SLOT
from cmapp.store.database import Tx
from cmapp.system.whole_file import refuse_own


def query_of(
    desk: Desk,
    wanted: Template,
    *,
    since: str | int | None = None,
    until: str | int | None = None,
    as_of: int | None = None,
    accounts: Sequence[str] = (),
    zone: str | None = None,
    language: str = "",
    title: str = "",
    logo: str | None = None,
) -> Query:
    """Return what a report of a template asks. Raises as `insights.show`; `bad_time`."""
    now = desk.now()
    at = now if as_of is None else as_of
    if not 0 < at <= now:
        raise Rejected("bad_time", field="as_of", reason="bad_time", value=str(iso(at)))
    named = desk.store.read(lambda db: calendar.zone_for(db, zone))
    if since is None and until is None:
        since, until = templates.span(wanted.period, at, named)
    asked = insights_commands.scope(
        desk, None, since, until, 30, accounts or wanted.accounts, named, None
    )
    end = min(asked.until, at // SLOT * SLOT)
    if end <= asked.since:
        raise Rejected("bad_value", field="since", reason="bad_value", value=str(since))
    spoken = report_templates.language_named(
        language or wanted.language or reminding.language_of(desk.settings.language)
    )
    return Query(
        title=" ".join((title or wanted.title).split())[:200]
        or shown.template_title(wanted.name, own=bool(wanted.id), language=spoken),
        language=spoken,
        zone=asked.zone,
        since=asked.since,
        until=end,
        as_of=at,
        accounts=tuple(sorted(asked.accounts)),
        blocks=tuple(wanted.blocks),
        logo=wanted.logo if logo is None else logo,
        read=desk.store.read(lambda db: watched.known(db, asked.accounts, at)),
    )


def made_now(desk: Desk, query: Query) -> Report:
    """Return the report of a query, made by this version."""
    return desk.store.read(lambda db: reports.make(db, query, cmapp.__version__))


def file_of(desk: Desk, report: Report, form: str) -> bytes:
    """Return the bytes of a report's file. Raises Rejected (`bad_value`, `bad_logo` …)."""
    if form not in model.FORMATS:
        raise Rejected("bad_value", field="format", reason="bad_value", value=form[:40])
    name = report.query.logo
    logo = desk.store.read(lambda db: files.logo_of(db, desk.paths.media, name)) if name else None
    return files.rendered(report, form, logo)


def _wanted(
    desk: Desk, template: str, blocks: Sequence[Mapping[str, Any]] | None, period: str
) -> Template:
    """Return a template with the blocks and the period that are asked for in place of its own."""
    found = desk.store.read(lambda db: report_templates.find(db, template))
    if blocks is not None:
        found = replace(found, blocks=report_templates.checked_blocks(blocks))
    return replace(found, period=period) if period else found


def report_make(
    desk: Desk,
    template: str,
    since: str | int | None = None,
    until: str | int | None = None,
    format: str = "html",
    out: str | None = None,
    folder: str | None = None,
    accounts: Sequence[str] = (),
    zone: str | None = None,
    language: str = "",
    title: str = "",
    logo: str | None = None,
    as_of: int | None = None,
    blocks: Sequence[Mapping[str, Any]] | None = None,
    period: str = "",
) -> Json:
    """Make a report and write it down; returns {file, hash, title, since, until, as_of, id}.

    `out`: a file (written over), or `folder`: a new file in it; both absolute. Without `since`
    and `until`: the last whole week or month, as the template has it. `as_of` (UTC ms): "now" for
    everything in it. `blocks`, `period`: instead of the template's.
    Raises Missing, Rejected (`file_unwritable` with `why` among them).
    """
    wanted = _wanted(desk, template, blocks, period)
    query = query_of(
        desk, wanted, since=since, until=until, as_of=as_of, accounts=accounts, zone=zone,
        language=language, title=title, logo=logo,
    )  # fmt: skip
    report = made_now(desk, query)
    path = write_out(desk, report, wanted.name, format, out=out, folder=folder)
    return _answer(report, path, keep(desk, report, wanted.name, format, path, None))


def report_share(
    desk: Desk,
    item: str,
    format: str = "html",
    out: str | None = None,
    folder: str | None = None,
    hide_names: bool = False,
    zone: str | None = None,
    language: str = "",
    title: str = "",
) -> Json:
    """Write the conversation of an item into a file to hand on; returns as `report.make`.

    `hide_names`: people outside are numbered, and nothing leads to them. Raises Missing
    (`unknown_item`), Rejected (`bad_value`, `file_unwritable`).
    """
    spoken = report_templates.language_named(
        language or reminding.language_of(desk.settings.language)
    )
    now = desk.now()
    found = desk.store.read(lambda db: sharing.conversation(db, item, now))
    block = {"kind": "thread", "item": str(number(item)), "names": _NAMES[hide_names]}
    query = Query(
        title=" ".join(title.split())[:200]
        or shown.template_title("thread", own=False, language=spoken),
        language=spoken,
        zone=desk.store.read(lambda db: calendar.zone_for(db, zone)),
        since=min((one.created_at for one in found), default=now) // SLOT * SLOT,
        until=-(-max((one.created_at for one in found), default=now) // SLOT) * SLOT,
        as_of=now,
        accounts=(),
        blocks=(block,),
    )
    report = made_now(desk, query)
    path = write_out(desk, report, "thread", format, out=out, folder=folder)
    return _answer(report, path, keep(desk, report, "thread", format, path, None))


_NAMES = {True: "hidden", False: "shown"}


def report_preview(
    desk: Desk,
    template: str = "blank",
    blocks: Sequence[Mapping[str, Any]] | None = None,
    period: str = "",
    accounts: Sequence[str] = (),
    language: str = "",
    title: str = "",
    logo: str | None = None,
    pages: int = 4,
    since: str | int | None = None,
    until: str | int | None = None,
) -> Json:
    """Return {pages: [PNG as base64], total, title}: how a report would be printed; keeps nothing.

    `blocks`: instead of the template's. Raises as `report.make`.
    """
    wanted = _wanted(desk, template, blocks, period)
    query = query_of(
        desk, wanted, since=since, until=until, accounts=accounts, language=language, title=title,
        logo=logo,
    )  # fmt: skip
    report = made_now(desk, query)
    shown_pages = paper.pages(report, _logo(desk, query.logo), ppi=PREVIEW_PPI)
    kept = [base64.b64encode(one).decode("ascii") for one in shown_pages[: max(1, pages)]]
    return {"pages": kept, "total": len(shown_pages), "title": query.title}


PREVIEW_PPI = 110.0


def _logo(desk: Desk, name: str) -> bytes | None:
    if not name:
        return None
    return desk.store.read(lambda db: files.logo_of(db, desk.paths.media, name))[0]


def write_out(
    desk: Desk, report: Report, name: str, form: str, *, out: str | None, folder: str | None
) -> Path:
    """Write a report down, into `out` or as a new file of `folder`. Raises Rejected."""
    data = file_of(desk, report, form)
    place = Path(out) if out is not None else Path(folder or "")
    if not place.is_absolute():
        raise Rejected("bad_value", field="out", reason="bad_value", value=str(place)[:200])
    if out is None:
        first = shown.day(report.query.since, report.query.zone)
        last = shown.day(report.query.until - 1, report.query.zone)
        place = files.free_name(place, f"cmapp-{files.plain_name(name)}-{first}-{last}", form)
    refuse_own(place)
    try:
        files.write(place, data)
    except OSError as wrong:
        raise Rejected(
            "file_unwritable", field="out", reason="file_unwritable", path=str(place)[:300],
            why=wrong.strerror or type(wrong).__name__,
        ) from None  # fmt: skip
    return place


def keep(
    desk: Desk, report: Report, template: str, form: str, path: Path, schedule: int | None
) -> int:
    """Note a file that was made; returns the number of the note."""

    def go(tx: Tx) -> int:
        made = ids.new(tx.db, "report_made", desk.now())
        one = store.Made(
            made, desk.now(), report.query.as_of, report.query.title, template, form, str(path),
            report.hash, schedule,
        )  # fmt: skip
        store.note_made(tx, one)
        return made

    return desk.store.write(go)


def _answer(report: Report, path: Path, made: int) -> Json:
    query = report.query
    return {
        "id": str(made),
        "file": str(path),
        "hash": report.hash,
        "title": query.title,
        "language": query.language,
        "zone": query.zone,
        "since": iso(query.since),
        "until": iso(query.until),
        "as_of": iso(query.as_of),
        "app": report.app,
    }


def report_list(desk: Desk, limit: int = 100) -> Json:
    """Return {reports: [{id, made_at, title, template, format, file, hash, there}]}, newest first.

    `there`: whether the file is still where it was put.
    """
    found = desk.store.read(lambda db: store.made(db, limit=max(1, min(limit, 1000))))
    return {
        "reports": [
            {
                "id": str(one.id),
                "made_at": iso(one.made_at),
                "as_of": iso(one.as_of),
                "title": one.title,
                "template": one.template,
                "format": one.format,
                "file": one.path,
                "hash": one.hash,
                "schedule": str(one.schedule_id) if one.schedule_id is not None else None,
                "there": Path(one.path).is_file(),
            }
            for one in found
        ]
    }


def report_verify(desk: Desk, file: str) -> Json:
    """Make the report of a file again and compare; see `verdict`. `file` is an absolute path.

    Raises Rejected: `not_found`, `no_report`, `report_damaged`, `report_newer`.
    """
    try:
        if not Path(file).is_file():  # a pipe would be waited for
            raise FileNotFoundError(file)
        with Path(file).open("rb") as given:
            data = given.read(files.MOST_BYTES + 1)
    except OSError:
        raise Rejected("not_found", field="file", reason="not_found", path=file[:300]) from None
    return verdict(desk, data)


def verdict(desk: Desk, data: bytes) -> Json:
    """Return {verdict, format, hash, now, app, here, title, as_of, page, differences, missing}.

    `verdict`: same; differs (`differences` say where); edited: its numbers hold, but the page
    around them was changed after it was made. `page`: same, edited, or unknown where a format
    does not repeat byte for byte. `missing`: {code, facts} of what this profile does not have.
    """
    form, made = files.read(data)
    if not isinstance(made.get("app"), str):
        raise Rejected("report_damaged")
    if files.version(made["app"]) > files.version(cmapp.__version__):
        raise Rejected("report_newer", version=str(made["app"])[:40])
    answer = {
        "format": form,
        "hash": made["hash"],
        "app": made["app"],
        "here": cmapp.__version__,
        "missing": None,
        "now": None,
        "page": "unknown",
        "differences": [],
    }
    try:
        query = model.query_from(made["query"])
        _possible(query)
        reports_made = desk.store.read(lambda db: reports.make(db, query, made["app"]))
    except (Missing, Rejected) as no:
        return answer | {
            "verdict": "differs", "missing": {"code": no.why, "facts": dict(no.facts)},
        }  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise Rejected("report_damaged") from None
    again = model.document(reports_made)
    answer |= {
        "now": again["hash"], "title": query.title, "as_of": iso(query.as_of),
        "since": iso(query.since), "until": iso(query.until),
    }  # fmt: skip
    if again["hash"] != made["hash"]:
        try:
            told = verifying.differences(made, again)
        except (KeyError, TypeError, AttributeError, RecursionError):
            raise Rejected("report_damaged") from None
        return answer | {"verdict": "differs", "differences": told}
    page = _page(desk, reports_made, form, data)
    return answer | {"verdict": "edited" if page == "edited" else "same", "page": page}


def _possible(query: Query) -> None:
    """Raise ValueError for a question that no report is made of: a forged one could take days."""
    moments = (query.since, query.until, query.as_of, *query.read.values())
    longest = 4 * insights_commands.MOST_DAYS * 86_400_000  # a conversation may be an old one
    if not (
        all(0 <= at <= insights_commands.LAST for at in moments)
        and 0 <= query.until - query.since <= longest
        and len(query.blocks) <= report_templates.MOST_BLOCKS
        and query.language in model.LANGUAGES
    ):
        raise ValueError(query.title)


def _page(desk: Desk, report: Report, form: str, data: bytes) -> str:
    """Return whether the file around the document is what it would be if made now."""
    try:
        again = file_of(desk, report, form)
    except (Missing, Rejected, OSError, ValueError):
        return "unknown"  # the logo is not here, or no font for it is
    if again == data:
        return "same"
    return files.same_page(form, again, data, older=report.app != cmapp.__version__)
