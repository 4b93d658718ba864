"""How regularly each account posts: gaps, streaks, what was planned and done, and about what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from cmapp.domain import best_time, plan_times, rhythm
from cmapp.domain import hours as office_hours
from cmapp.domain.rhythm import Run
from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts, plans, responses, slots
from cmapp.store.accounts import Account
from cmapp.store.plans import Entry
from cmapp.store.sqlite import Connection

GRACE_MINUTES = rhythm.GRACE_MS // 60_000
LOOK_AROUND = 366
"""How many days around the span are searched for the last and the next post."""


def report(
    desk: Desk, db: Connection, first: date, last: date, *, zone: str | None, account: str | None
) -> Json:
    """Return {first, last, zone, accounts, mix, formula} of some days; see `calendar.gaps`."""
    name = calendar.zone_for(db, zone)
    there = office_hours.zone(name)
    start, end = calendar.span(first, last, name)
    now = desk.now()
    today = plan_times.local(now, there).date()
    around = LOOK_AROUND * 86_400_000
    found = plans.entries(db, min(start, now), max(end, now + around), now=now)
    inside = [e for e in found if start <= e.planned_at < end]
    made = []
    for one in accounts.every(db):
        if account not in (None, one.id):
            continue
        past = plans.posted(db, one.id, min(start, now - around), max(end, now) + 1)
        ahead = [e.planned_at for e in found if one.id in e.accounts and _to_come(e, now)]
        days = {plan_times.local(at, there).date() for at in [*past, *ahead]}
        posted = {plan_times.local(at, there).date() for at in past}
        within = [d for d in days if first <= d <= last]
        made.append(
            {
                "account": one.id,
                "gaps": [_run(r) for r in rhythm.gaps(days, first, last)],
                "streak": {"n": rhythm.streak(posted, today), "unit": "day"},
                "longest": max((r.days for r in rhythm.runs(within)), default=0),
                "last": iso(max((at for at in past if at <= now), default=None)),
                "next": iso(min((at for at in ahead if at > now), default=None)),
                "weeks": _weeks(one.id, past, inside, first, last, there),
                "consistency": _consistency(one.id, inside, now),
                "fatigue": _fatigue(db, one, now, there),
            }
        )
    return {
        "first": first.isoformat(), "last": last.isoformat(), "zone": name, "accounts": made,
        "mix": mix(db, [e for e in inside if account is None or account in e.accounts]),
        "formula": {"score": rhythm.FORMULA, "grace_minutes": rhythm.GRACE_MS // 60_000},
    }  # fmt: skip


def _to_come(entry: Entry, now: int) -> bool:
    return entry.planned_at >= now and entry.state not in ("refused", "sent")


def _run(run: Run) -> Json:
    return {"first": run.first.isoformat(), "last": run.last.isoformat(), "days": run.days}


def _weeks(
    account: str, past: Sequence[int], inside: Sequence[Entry], first: date, last: date, there: Any
) -> list[Json]:
    """Return the cadence: per ISO week how much was posted and how much is planned."""
    posted = Counter(_monday(plan_times.local(at, there).date()) for at in past)
    planned = Counter(
        _monday(plan_times.local(e.planned_at, there).date())
        for e in inside
        if account in e.accounts
    )
    monday, made = _monday(first), []
    while monday <= last:
        year, week, _ = monday.isocalendar()
        made.append(
            {
                "week": f"{year}-W{week:02}",
                "first": monday.isoformat(),
                "posted": posted[monday],
                "planned": planned[monday],
            }
        )
        monday += timedelta(days=7)
    return made


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def kept_by(entry: Entry, account: str, now: int) -> str | None:
    """Return whether a plan was kept: on_time, late, missed; None: not due, or not of it."""
    if account not in entry.accounts or entry.planned_at > now:
        return None
    rows = [r for r in entry.rows if r.account_id == account]
    out = [r.sent_at for r in rows if r.sent_at is not None]
    if not rows or len(out) < len(rows):
        return "missed"
    return "on_time" if max(out) <= entry.planned_at + rhythm.GRACE_MS else "late"


def _consistency(account: str, inside: Sequence[Entry], now: int) -> Json:
    """Return {due, on_time, late, missed, score}: `rhythm.score` of what was due in a span."""
    kept = Counter(k for e in inside if (k := kept_by(e, account, now)) is not None)
    due, on_time, late = kept.total(), kept["on_time"], kept["late"]
    return {
        "due": due, "on_time": on_time, "late": late, "missed": due - on_time - late,
        "score": rhythm.score(due, on_time),
    }  # fmt: skip


def _fatigue(db: Connection, account: Account, now: int, there: Any) -> Json:
    """Return {tired, weeks: [{first, posts, answers}]}: whether more posts get less each (CA-05).

    Whole weeks that are old enough for 48 hours of answers; `answers` is the median of what a
    post got, None where nothing was posted. `tired` is None without enough of them.
    """
    read = min(now, account.synced_at or 0) - best_time.WINDOW_MS
    monday = _monday(plan_times.local(max(read, 0), there).date())
    begin = monday - timedelta(weeks=rhythm.FATIGUE_WEEKS)
    start, end = calendar.moment_of(begin, there), calendar.moment_of(monday, there)
    found = responses.of_posts(db, account.id, start, end, within=best_time.WINDOW_MS)
    by_week: dict[date, list[int]] = {
        begin + timedelta(weeks=n): [] for n in range(rhythm.FATIGUE_WEEKS)
    }
    for at, count in found:
        by_week.setdefault(_monday(plan_times.local(at, there).date()), []).append(count)
    # before anything was stored nobody counted: those posts would all seem unanswered
    known = responses.begins(db, account.id) or now
    answers = [
        best_time.median(c) if c and calendar.moment_of(day + timedelta(weeks=1), there) > known
        else None
        for day, c in by_week.items()
    ]  # fmt: skip
    posts = [len(c) for c in by_week.values()]
    return {
        "tired": rhythm.tired(posts, answers),
        "weeks": [
            {"first": day.isoformat(), "posts": n, "answers": a}
            for day, n, a in zip(by_week, posts, answers, strict=True)
        ],
    }


def mix(db: Connection, entries: Sequence[Entry]) -> list[Json]:
    """Return [{pillar, n, share, target, wished, color}]: shares and targets sum to 100 each.

    `target` is what was set, `wished` the same in parts of 100; "" is what has no pillar.
    """
    known = {p.name.casefold(): p for p in slots.pillars(db)}
    counts: dict[str, int] = {p.name: 0 for p in known.values()}
    for entry in entries:
        if entry.state == "refused":
            continue
        named = known.get(entry.pillar.casefold())
        name = named.name if named else entry.pillar
        counts[name] = counts.get(name, 0) + 1
    share = rhythm.shares(counts)
    wished = rhythm.shares({p.name: p.target for p in known.values() if p.target})
    return [
        {
            "pillar": name,
            "n": n,
            "share": share.get(name),
            "target": known[name.casefold()].target if name.casefold() in known else None,
            "wished": wished.get(name),
            "color": known[name.casefold()].color if name.casefold() in known else "",
        }
        for name, n in sorted(counts.items())
    ]
