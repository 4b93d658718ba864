"""Commands on links that say where a visit came from (AN-12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain import utm
from cmapp.domain.errors import Missing, Rejected
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number
from cmapp.store import accounts, campaigns, deeds, drafts, slots
from cmapp.store.campaigns import Campaign
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft
from cmapp.store.sqlite import Connection


def utm_build(
    desk: Desk,
    url: str,
    fields: Mapping[str, str] | None = None,
    preset: str | None = None,
    platform: str = "",
    account: str = "",
    campaign: str = "",
) -> Json:
    """Return {url, fields}: a link with utm_* parameters.

    `fields` lie over those of `preset`; `{platform}`, `{account}`, `{campaign}` in them are filled
    in. Raises Rejected (`bad_url`, `bad_value`), Missing (`unknown_preset`).
    """
    named = _fields(desk, fields, preset)
    facts = {"platform": platform, "account": account, "campaign": campaign}
    made = utm.filled(named, facts)
    return {"url": utm.build(url, made), "fields": made}


def _fields(desk: Desk, fields: Mapping[str, Any] | None, preset: str | None) -> dict[str, str]:
    known = desk.store.read(slots.presets)
    under: dict[str, str] = {}
    if preset is not None:
        found = {n.casefold(): f for n, f in known.items()}.get(preset.casefold())
        if found is None:
            raise Missing("unknown_preset", id=preset)
        under = found
    return {**under, **utm.checked(fields or {})}


def utm_presets(desk: Desk) -> Json:
    """Return {presets: [{name, fields}]}."""
    found = desk.store.read(slots.presets)
    return {"presets": [{"name": n, "fields": f} for n, f in found.items()]}


def utm_save(desk: Desk, name: str, fields: Mapping[str, Any]) -> Json:
    """Keep a preset; returns {presets: all, undo}. Raises Rejected (`empty`, `bad_value`)."""
    words = " ".join(name.split())[:60]
    kept = utm.checked(fields)
    if not words or not kept:
        raise Rejected("empty", field="name" if not words else "fields", reason="empty")
    return _preset(desk, "utm.save", words, kept)


def utm_remove(desk: Desk, name: str) -> Json:
    """Strike a preset out; returns {presets: the rest, undo}. Raises Missing."""
    _fields(desk, None, name)
    return _preset(desk, "utm.remove", name, None)


def _preset(desk: Desk, command: str, name: str, fields: Mapping[str, str] | None) -> Json:
    def go(tx: Tx) -> Json:
        deed = deeds.begin(tx, command, {"preset": name}, now=desk.now())
        deeds.note_row(tx, deed, "utm_presets", {"name": name})
        slots.put_preset(tx, name, fields)
        return deeds.way_back(deed)

    back = desk.store.write(go)
    return {**utm_presets(desk), "undo": back}


def utm_apply(
    desk: Desk,
    draft: str,
    fields: Mapping[str, Any] | None = None,
    preset: str | None = None,
    dry_run: bool = False,
) -> Json:
    """Mark the links of a draft, each account's in a wording of its own.

    utm_source is the platform unless told otherwise; the campaign's own fields lie beneath.
    Returns {variants: [{account, segment, text}], links, undo} (`dry_run`: changes nothing).
    Raises Missing, Rejected (`draft_is_queued`, `no_links`).
    """
    given = _fields(desk, fields, preset)

    def look(db: Connection) -> tuple[Draft, list[drafts.Variant]]:
        found = drafts.by_id(db, number(draft, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=draft)
        if found.state == "queued":
            raise Rejected("draft_is_queued", field="draft", reason="queued", id=draft)
        own = campaigns.by_id(db, found.campaign_id) if found.campaign_id else None
        under = {"source": "{platform}", **(own.facts.get("utm") or {} if own else {})}
        return found, [_marked(db, found, v, {**under, **given}, own) for v in _wordings(found)]

    found, marked = desk.store.read(look)
    count = sum(len(utm.links(v.text or "")) for v in marked)
    if not count:
        raise Rejected("no_links", field="text", reason="no_links", id=draft)
    shown = [{"account": v.account_id, "segment": v.segment, "text": v.text} for v in marked]
    if dry_run:
        return {"variants": shown, "links": count, "undo": None}

    def go(tx: Tx) -> Json:
        deed = deeds.begin(tx, "utm.apply", {"draft": draft}, now=desk.now())
        keys = [
            {"draft_id": found.id, "account_id": v.account_id, "segment": v.segment} for v in marked
        ]
        deeds.note_rows(tx, deed, "draft_variants", keys)
        drafts.save(tx, None, now=desk.now(), draft_id=found.id, variants=marked)
        return deeds.way_back(deed)

    return {"variants": shown, "links": count, "undo": desk.store.write(go)}


def _wordings(draft: Draft) -> Sequence[drafts.Variant]:
    if draft.variants or draft.account_id is None:
        return draft.variants
    return [drafts.Variant(draft.account_id)]


def _marked(
    db: Connection,
    draft: Draft,
    one: drafts.Variant,
    fields: Mapping[str, str],
    own: Campaign | None,
) -> drafts.Variant:
    account = accounts.by_id(db, one.account_id)
    facts = {
        "platform": account.platform if account else "",
        "account": account.handle if account else "",
        "campaign": own.name if own else draft.title,
    }
    text = draft.text if one.text is None else one.text
    return drafts.Variant(
        one.account_id, one.segment, utm.in_text(text, utm.filled(fields, facts)), one.media,
        one.options,
    )  # fmt: skip
