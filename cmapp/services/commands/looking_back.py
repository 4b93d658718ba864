"""Commands that look back: our own figures, and the weekly digest (TM-04, IN-19)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from cmapp.domain import hours
from cmapp.domain.errors import Rejected
from cmapp.services import performance, weekly, wordbook
from cmapp.services.commands.insights import LAST
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso


def figures(
    desk: Desk, since: int | None = None, until: int | None = None, account: str | None = None
) -> Json:
    """Return our own figures of a span (UTC ms; the last 30 days): see `performance.figures`."""
    now = desk.now()
    end = until if until is not None else now
    begin = since if since is not None else end - 30 * 86_400_000
    if not 0 <= begin < end <= LAST:
        raise Rejected("bad_value", field="since", reason="bad_value", value=str(since)[:40])
    if account is not None:
        desk.account(account)
    found = desk.store.read(
        lambda db: performance.figures(db, begin, end, now=now, account_id=account)
    )
    return {"since": iso(begin), "until": iso(end), **found}


def week(
    desk: Desk, week: str | None = None, zone: str | None = None, language: str = "en"
) -> Json:
    """Return the digest of a week (`2026-W47`; the last whole one): see `weekly.digest`.

    `zone` is a name like Asia/Shanghai; without one, days run in UTC. The same data, zone and
    language (en, zh_CN, zh_TW) give the same answer, and `markdown` in it the same bytes.
    """
    if language not in wordbook.LANGUAGES:
        raise Rejected("bad_value", field="language", reason="bad_value", value=language[:40])
    place = _zone(zone)
    if week is not None:
        monday = weekly.week_of(week)
    else:
        today = datetime.fromtimestamp(desk.now() / 1000, place).date()
        monday = today - timedelta(days=today.weekday() + 7)
    made = desk.store.read(lambda db: weekly.digest(db, monday, place))
    page = weekly.markdown(made, language)
    for quotes in (*(t["quotes"] for t in made["themes"]), *(made[n] for n in weekly.LISTS)):
        for quote in quotes:
            quote["at"] = iso(quote["at"])
    return {**made, "since": iso(made["since"]), "until": iso(made["until"]), "markdown": page}


def _zone(name: str | None) -> tzinfo:
    return UTC if name is None else hours.zone(name)
