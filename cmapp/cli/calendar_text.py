"""English lines for the calendar, its tables and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from cmapp.cli import text
from cmapp.domain.hours import WEEKDAYS

Told = Mapping[str, Any]

PROBLEMS = {
    "bad_date": "no such day: {value}",
    "ambiguous_date": "day and month could be either: {value}; write 2026-12-01",
    "bad_time_of_day": "no such time: {value}",
    "no_such_time": "summer time skips this clock: {value}",
    "time_missing": "a day without a time",
    "date_missing": "a time without a day",
    "time_is_past": "the time is past: {value}",
    "unknown_zone": "no such time zone: {value}",
    "unknown_stage": "the stage is idea or draft, not {value}",
    "unknown_account": "no such account: {value}",
    "unknown_campaign": "no such campaign: {value}",
    "unknown_pillar": "no such pillar: {value}",
    "unknown_draft": "no such draft: {value}",
    "bad_id": "no id: {value}",
    "duplicate_id": "row {other} has the same id",
    "duplicate_column": "two columns are called so",
    "unknown_column": "a column of your own; it is left alone",
    "formula": "a formula; put its value there",
    "too_long": "{size} of {limit} {unit}",
    "empty": "no text and no picture",
    "not_offered": "the account does not offer this: {value}",
    "media_missing": "no such file: {value}",
    "alt_count": "{size} descriptions for {limit} pictures",
    "not_among_accounts": "a wording for an account that it does not go to: {value}",
    "changed_meanwhile": "the draft was changed since the table went out; nothing is overwritten",
    "draft_is_out": "it is out already",
    "draft_is_queued": "it is queued; take it back first",
    "plan_incomplete": "this has to be filled in for a plan",
    "bad_brief": "this cannot be",
}
"""What is wrong in a cell, by its code; the braces are facts."""
MARKS = {
    "planned": "·", "queued": ">", "server": "^", "sending": "…", "asks": "?", "uncertain": "?",
    "refused": "!", "sent": "x",
}  # fmt: skip


def days(found: Told) -> Iterator[str]:
    """Tell what stands on which day."""
    if not found["entries"]:
        yield f"Nothing is planned from {found['first']} to {found['last']}."
    names = {c["id"]: c["name"] for c in found["campaigns"]}
    off = {h["day"]: h["name"] for h in found["holidays"]}
    for day, entries in groupby(found["entries"], key=lambda e: str(e["day"])):
        yield day + (f"  ({off[day]})" if day in off else "")
        for e in entries:
            late = "  late, not queued" if e["late"] else ""
            if e["held"] and e["state"] == "planned":
                late += "  held by checks"
            named = f"  [{names[e['campaign']]}]" if e["campaign"] in names else ""
            words = text.one_line(e["title"] or e["text"], 60)
            told = f"{MARKS.get(e['state'], ' ')} {e['id']}  {words}{named}"
            yield f"  {e['time']} {told}  {', '.join(e['accounts'])}{late}"
            for note in e["notes"]:
                if note["code"] == "moved_on":
                    yield f"      moved on from {note['from']}, which summer time skips"


def gaps(found: Told) -> Iterator[str]:
    """Tell of gaps, streaks and consistency."""
    yield f"{found['first']} to {found['last']} ({found['zone']})"
    for one in found["accounts"]:
        kept = one["consistency"]
        score = "—" if kept["score"] is None else f"{kept['score']} %"
        yield f"{one['account']}  streak {one['streak']['n']} days, longest {one['longest']}"
        yield f"  on time {kept['on_time']} of {kept['due']}: {score}"
        if one["fatigue"]["tired"]:
            yield "  people answer less from week to week, though no less is posted"
        for gap in one["gaps"]:
            yield f"  gap {gap['first']} to {gap['last']}: {gap['days']}"
    for part in found["mix"]:
        share = "—" if part["share"] is None else f"{part['share']} %"
        wished = "" if part["wished"] is None else f" (wished {part['wished']} %)"
        yield f"{part['pillar'] or 'no pillar'}: {part['n']}, {share}{wished}"
    yield f"score = {found['formula']['score']}; in time: {found['formula']['grace_minutes']} min"


def ideas(found: Told) -> Iterator[str]:
    """Tell of ideas."""
    for one in found["ideas"]:
        yield f"{one['id']}  {one['stage']:<5}  {text.one_line(one['title'] or one['text'], 60)}"


def slots(found: Told) -> Iterator[str]:
    """Tell of slots."""
    for one in found["slots"]:
        yield f"{one['account']}  {WEEKDAYS[one['weekday']]} {one['time']}  {one['zone']}"


def slot(found: Told) -> Iterator[str]:
    """Tell of the next free slot."""
    if found:
        yield f"{found['wall']}  {found['zone']}  {found['account']}"
    else:
        yield "No slot is free."


def planned(found: Told) -> Iterator[str]:
    """Tell what a plan came to."""
    yield f"{found['wall']}  {found['zone']}  {len(found['rows'])} queued"
    for one in found["held"]:
        yield f"  held: {text.error(one['code'], one['facts'])}"


def series(found: Told) -> Iterator[str]:
    """Tell of series."""
    for one in found["series"]:
        end = f"until {one['last_day']}" if one["last_day"] else f"{one['count']} times"
        over = "  ended" if one["ended_at"] else ""
        rule = f"{one['rule']} from {one['wall']} {one['zone']}"
        yield f"{one['id']}  {one['title']}  {rule}, {end}{over}"
        yield from times({"next": one["next"][:3]})


def times(found: Told) -> Iterator[str]:
    """Tell when a series comes."""
    if trouble := found.get("trouble"):
        yield text.error(trouble["code"], trouble["facts"])
    for one in found["next"]:
        moved = f" (moved on from {one['moved_from']})" if one["moved_from"] else ""
        turn = "" if one["variation"] is None else f"  text {one['variation'] + 1}"
        own = "  changed by hand" if one["own"] else ""
        yield f"  {one['wall']}{moved}{turn}{own}"


def imported(found: Told) -> Iterator[str]:
    """Tell what a table came to."""
    done = "" if found["applied"] else " (nothing was changed)"
    yield (
        f"{found['rows']} rows: {found['new']} new, {found['changed']} changed,"
        f" {found['same']} the same, {found['deleted']} deleted, {found['bad']} bad{done}"
    )
    for one in found["problems"]:
        words = PROBLEMS.get(one["code"], one["code"])
        facts = {k: str(v) for k, v in one["facts"].items()}
        told = words.format_map(_Facts(facts))
        yield f"  row {one['row']}, {one['column']}: {text.one_line(told, 120)}"
    if found["queued"]:
        yield f"{found['queued']} queued"
    for one in found["held"]:
        yield f"  row {one['row']} stays planned: {text.error(one['code'], one['facts'])}"


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "—"


def campaigns(found: Told) -> Iterator[str]:
    """Tell of campaigns."""
    for one in found["campaigns"]:
        span = f"{one['first_day'] or '…'} – {one['last_day'] or '…'}"
        yield f"{one['id']}  {one['name']}  {span}  {one['drafts']} drafts, {one['posts']} posts"


def campaign(found: Told) -> Iterator[str]:
    """Tell of one campaign with its figures."""
    yield from campaigns(found)
    for name, count in found["counts"].items():
        total = "—" if count["sum"] is None else count["sum"]
        unknown = f" ({count['unknown']} posts do not tell)" if count["unknown"] else ""
        yield f"  {name}: {total}{unknown}"
    for one in found["posts"]:
        yield f"  {one['id']}  {one['platform']}  {text.one_line(one['text'], 60)}"


def pillars(found: Told) -> Iterator[str]:
    """Tell of pillars."""
    for one in found["pillars"]:
        yield one["name"] + ("" if one["target"] is None else f"  {one['target']:g} %")


def presets(found: Told) -> Iterator[str]:
    """Tell of presets."""
    for one in found["presets"]:
        yield f"{one['name']}  " + " ".join(f"{n}={v}" for n, v in one["fields"].items())


def variants(found: Told) -> Iterator[str]:
    """Tell the wordings that links were marked in."""
    for one in found["variants"]:
        yield f"{one['account']}: {one['text']}"


def best(found: Told) -> Iterator[str]:
    """Tell of best times, or that nothing is known well enough."""
    if not found["best"]:
        yield (
            f"Not enough data: no hour that stands out has {found['needed']} posts"
            f" ({found['n']} in all, {found['left_out']} too young)."
        )
    for one in found["best"]:
        clear = "clearly above" if one["reason"]["code"] == "clearly_above" else "not clearly above"
        yield (
            f"{WEEKDAYS[one['weekday']]} {one['hour']:02}:00  {one['value']:g} interactions"
            f" ({one['low']:g} to {one['high']:g}, {one['n']} posts), {clear} the usual"
            f" {found['usual']:g}"
        )
