"""Commands on campaigns and on pillars, what one posts about (AC-15, CT-08)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain import utm
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import campaigns, deeds, posts, slots
from cmapp.store.campaigns import Campaign
from cmapp.store.database import Tx
from cmapp.store.slots import Pillar
from cmapp.store.sqlite import Connection

COLORS = ("blue", "green", "amber", "red", "violet", "teal", "pink", "grey")
PATTERNS = ("solid", "stripes", "dots", "grid", "waves", "dashes")
MOST_NAME = 120


def campaigns_list(desk: Desk) -> Json:
    """Return {campaigns}: each with `drafts` and `posts`, how many it has."""

    def look(db: Connection) -> Json:
        return {"campaigns": [_shown(db, c) for c in campaigns.every(db)]}

    return desk.store.read(look)


def _shown(db: Connection, one: Campaign) -> Json:
    planned, came = campaigns.sizes(db, one.id)
    return {
        "id": str(one.id),
        "name": one.name,
        "color": one.color,
        "pattern": one.pattern,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "facts": one.facts,
        "drafts": planned,
        "posts": came,
    }


def campaigns_show(desk: Desk, id: str) -> Json:
    """Return {campaigns: [it], drafts: [ids], posts: [{id, platform, …, counts}], counts}.

    `counts`: for each figure that a platform tells {sum, known, unknown}; `sum` is None where no
    post tells it, and what one post does not tell is not counted as zero.
    """

    def look(db: Connection) -> Json:
        one = calendar.must_be_campaign(db, calendar.campaign_named(db, id))
        members = campaigns.posts_of(db, one.id)
        return {
            "campaigns": [_shown(db, one)],
            "drafts": [str(d) for d in campaigns.drafts_of(db, one.id)],
            "posts": [
                {
                    "id": str(m.id), "platform": m.platform, "account": m.account_id,
                    "text": m.text, "url": m.url, "created_at": iso(m.created_at),
                    "counts": m.counts, "by_hand": m.by_hand,
                }
                for m in members
            ],
            "counts": together([m.counts for m in members]),
        }  # fmt: skip

    return desk.store.read(look)


def together(counts: Sequence[Mapping[str, int | None]]) -> Json:
    """Return the figures of several posts as {name: {sum, known, unknown}}; None is unknown."""
    made = {}
    for name in sorted({n for one in counts for n in one}):
        known = [v for one in counts if (v := one.get(name)) is not None]
        made[name] = {
            "sum": sum(known) if known else None,
            "known": len(known),
            "unknown": len(counts) - len(known),
        }
    return made


def campaigns_save(
    desk: Desk,
    name: str | None = None,
    id: str | None = None,
    color: str | None = None,
    pattern: str | None = None,
    first_day: str | None = None,
    last_day: str | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Json:
    """Make a campaign, or change one (what is None stays); returns {campaigns: [it], undo}.

    `color` is one of `COLORS` or #rrggbb, `pattern` one of `PATTERNS`; a day "" takes it away;
    `facts`: {goal, utm: {source, medium, …}}. Raises Rejected (`empty`, `name_taken`,
    `bad_color`, `bad_value`), Missing.
    """
    values: dict[str, Any] = {}
    if name is not None or id is None:
        values["name"] = " ".join((name or "").split())[:MOST_NAME]
        if not values["name"]:
            raise Rejected("empty", field="name", reason="empty")
    if color is not None:
        if color and color not in COLORS and not re.fullmatch("#[0-9a-fA-F]{6}", color):
            raise Rejected("bad_color", field="color", reason="bad_color", value=color[:40])
        values["color"] = color
    if pattern is not None:
        if pattern and pattern not in PATTERNS:
            raise Rejected("bad_value", field="pattern", reason="unknown", value=pattern[:40])
        values["pattern"] = pattern
    for field, given in (("first_day", first_day), ("last_day", last_day)):
        if given is not None:
            values[field] = calendar.day(given, field).isoformat() if given else None
    if facts is not None:
        values["facts"] = {
            **facts,
            **({"utm": utm.checked(facts["utm"])} if facts.get("utm") else {}),
        }
    now = desk.now()

    def go(tx: Tx) -> tuple[int, Json]:
        old = (
            None
            if id is None
            else calendar.must_be_campaign(tx.db, calendar.campaign_named(tx.db, id))
        )
        same = campaigns.by_name(tx.db, values["name"]) if "name" in values else None
        if same is not None and (old is None or same.id != old.id):
            raise Rejected("name_taken", field="name", reason="taken", value=values["name"])
        first = values.get("first_day", old.first_day if old else None)
        last = values.get("last_day", old.last_day if old else None)
        if first and last and last < first:
            raise Rejected("bad_value", field="last_day", reason="ends_before_start", value=last)
        if old is None:
            made = campaigns.save(tx, None, values, now=now)
            back = undo_by("campaigns.remove", id=str(made))
            deeds.add(tx, "campaigns.save", {"campaign": str(made)}, now=now, undo=back)
            return made, back
        deed = deeds.begin(tx, "campaigns.save", {"campaign": id}, now=now)
        deeds.note_row(tx, deed, "campaigns", {"id": old.id})
        return campaigns.save(tx, old.id, values, now=now), deeds.way_back(deed)

    made, back = desk.store.write(go)
    shown = desk.store.read(lambda db: _shown(db, calendar.must_be_campaign(db, made)))
    return {"campaigns": [shown], "undo": back}


def campaigns_remove(desk: Desk, id: str) -> Json:
    """Strike a campaign out; its drafts and posts stay. Returns {campaigns: [as it was], undo}."""

    def go(tx: Tx) -> Json:
        old = calendar.must_be_campaign(tx.db, calendar.campaign_named(tx.db, id))
        shown = _shown(tx.db, old)
        deed = deeds.begin(tx, "campaigns.remove", {"campaign": id}, now=desk.now())
        deeds.note_row(tx, deed, "campaigns", {"id": old.id})
        own = [{"id": d} for d in campaigns.drafts_of(tx.db, old.id)]
        deeds.note_rows(tx, deed, "drafts", own, ("campaign_id",))
        by_hand = [
            {"campaign_id": old.id, "post_id": m.id}
            for m in campaigns.posts_of(tx.db, old.id)
            if m.by_hand
        ]
        deeds.note_rows(tx, deed, "campaign_posts", by_hand)
        campaigns.delete(tx, old.id)
        return {"campaigns": [shown], "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def campaigns_put(
    desk: Desk,
    campaign: str | None,
    draft: str | None = None,
    drafts: Sequence[str] = (),
    posts: Sequence[str] = (),
    out: bool = False,
) -> Json:
    """Put drafts and posts into a campaign (`out`, or no campaign: take them out).

    A draft is in one campaign, a post may be in several. Returns {count, undo}. Raises Missing
    (`unknown_campaign`, `unknown_draft`, `unknown_item`), Rejected (`nothing_chosen`).
    """
    from cmapp.store import drafts as kept

    wanted = [number(d, "unknown_draft") for d in ([draft] if draft else []) + list(drafts)]
    chosen = [number(p) for p in posts]
    if not wanted and not chosen:
        raise Rejected("nothing_chosen", field="drafts", reason="empty")

    def go(tx: Tx) -> Json:
        one = None
        if campaign is not None:
            one = calendar.must_be_campaign(tx.db, calendar.campaign_named(tx.db, campaign))
        if one is None and chosen:
            raise Missing("unknown_campaign", id="")
        deed = deeds.begin(tx, "campaigns.put", {"campaign": campaign}, now=desk.now())
        for number_ in wanted:
            if kept.by_id(tx.db, number_) is None:
                raise Missing("unknown_draft", id=str(number_))
        deeds.note_rows(tx, deed, "drafts", [{"id": d} for d in wanted], ("campaign_id",))
        for number_ in wanted:
            kept.change(tx, number_, {"campaign_id": None if out or one is None else one.id})
        if one is not None and chosen:
            _must_be_posts(tx.db, chosen)
            keys = [{"campaign_id": one.id, "post_id": p} for p in chosen]
            deeds.note_rows(tx, deed, "campaign_posts", keys)
            campaigns.put_posts(tx, one.id, chosen, out=out)
        return {"count": len(wanted) + len(chosen), "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def _must_be_posts(db: Connection, wanted: Sequence[int]) -> None:
    for one in wanted:
        if posts.by_id(db, one) is None:
            raise Missing("unknown_item", id=str(one))


# pillars


def pillars_list(desk: Desk) -> Json:
    """Return {pillars: [{name, target, color}]}."""
    return {"pillars": [_pillar(p) for p in desk.store.read(slots.pillars)]}


def _pillar(one: Pillar) -> Json:
    return {"name": one.name, "target": one.target, "color": one.color}


def pillars_save(
    desk: Desk, name: str, target: float | None = None, color: str | None = None
) -> Json:
    """Keep a pillar; `target`: its share in percent, or None. Returns {pillars: all, undo}."""
    words = " ".join(name.split())[:60]
    if not words:
        raise Rejected("empty", field="name", reason="empty")
    if target is not None and not 0 <= target <= 100:
        raise Rejected("bad_value", field="target", reason="not_a_share", value=str(target)[:40])
    return _pillars(desk, "pillars.save", words, lambda tx, old: slots.put_pillar(
        tx, Pillar(words, target, color if color is not None else (old.color if old else ""))
    ))  # fmt: skip


def pillars_remove(desk: Desk, name: str) -> Json:
    """Strike a pillar out; returns {pillars: the rest, undo}. Raises Missing (`unknown_pillar`)."""

    def go(tx: Tx, old: Pillar | None) -> None:
        if old is None:
            raise Missing("unknown_pillar", id=name)
        slots.remove_pillar(tx, name)

    return _pillars(desk, "pillars.remove", name, go)


def _pillars(desk: Desk, command: str, name: str, change: Any) -> Json:
    def go(tx: Tx) -> Json:
        old = next((p for p in slots.pillars(tx.db) if p.name.casefold() == name.casefold()), None)
        deed = deeds.begin(tx, command, {"pillar": name}, now=desk.now())
        deeds.note_row(tx, deed, "pillars", {"name": name})
        change(tx, old)
        return deeds.way_back(deed)

    back = desk.store.write(go)
    return {**pillars_list(desk), "undo": back}
