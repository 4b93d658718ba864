"""Commands that write: replies, posts, edits, drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cmapp.domain import splitting
from cmapp.domain.actions import Attachment
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calm, compose, correcting, drafting, posting, wording
from cmapp.services.commands import outbox as outbox_commands
from cmapp.services.commands import planning
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    Json,
    draft_json,
    iso,
    number,
    row_json,
    undo_by,
)
from cmapp.store import accounts, deeds, drafts, outbox
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection


def reply(
    desk: Desk,
    item: str,
    text: str,
    draft: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    at: int | None = None,
    undo_delay: bool = False,
    account: str | None = None,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
) -> Json:
    """Queue an answer; returns {outbox: {id, state}, undo, held}. `at`: planned time, UTC ms.

    `held`: {seconds, heated}, how long the window can take it back and whether a heated thread
    is the reason (with `undo_delay`; else nothing is held).
    """
    seconds, hot = calm.hold(desk, number(item)) if undo_delay else (0, False)
    row = compose.reply(
        desk,
        number(item),
        text,
        attachments=_attachments(desk, images),
        draft_id=number(draft, "unknown_draft") if draft else None,
        account_id=account,
        planned_at=at,
        hold_ms=seconds * 1000,
        allow=allow,
        overrides=overrides,
    )
    return {**_queued(desk, row), "held": {"seconds": seconds, "heated": hot}}


def post(
    desk: Desk,
    account: str,
    text: str,
    draft: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    at: int | None = None,
    undo_delay: bool = False,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
) -> Json:
    """Queue a post of its own; returns {outbox: {id, state}, undo}."""
    row = compose.publish(
        desk,
        account,
        text,
        attachments=_attachments(desk, images),
        draft_id=number(draft, "unknown_draft") if draft else None,
        planned_at=at,
        hold_ms=desk.settings.undo_seconds * 1000 if undo_delay else 0,
        allow=allow,
        overrides=overrides,
    )
    return _queued(desk, row)


def _attachments(desk: Desk, images: Sequence[Mapping[str, Any]]) -> list[Attachment]:
    """Read pictures: {path, alt} of a file to copy in, or an attachment that a draft holds."""
    return [
        Attachment(**i) if "mime" in i else compose.attach(desk, Path(i["path"]), i.get("alt"))
        for i in images
    ]


def _queued(desk: Desk, row: int) -> Json:
    deed = desk.row(row)
    return {
        "outbox": {"id": str(row), "state": deed.state},
        "undo": undo_by("outbox.cancel", id=str(row)),
    }


def drafts_list(
    desk: Desk, state: str | None = None, stage: str | None = None, campaign: str | None = None
) -> Json:
    """Return {drafts}, last saved first; those of a state, stage or campaign where one is named."""
    found = desk.store.read(lambda db: drafts.every(db, state=state))
    about = number(campaign, "unknown_campaign") if campaign else None
    return {
        "drafts": [
            draft_json(d)
            for d in found
            if stage in (None, d.stage) and about in (None, d.campaign_id)
        ]
    }


def drafts_show(desk: Desk, id: str) -> Json:
    """Return {drafts: [it], history: [{n, text, saved_at}], rows, gone: [accounts removed]}."""

    def look(db: Connection) -> Json:
        found = drafts.by_id(db, number(id, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=id)
        known = {one.id for one in accounts.every(db)}
        named = [v.account_id for v in wording.variants(found)]
        return {
            "drafts": [draft_json(found)],
            "history": _versions(db, found.id),
            "rows": [row_json(row) for row in outbox.of_draft(db, found.id)],
            "gone": [one for one in dict.fromkeys(named) if one not in known],
        }

    return desk.store.read(look)


def _versions(db: Connection, draft_id: int) -> list[Json]:
    return [
        {"n": v["n"], "text": v["text"], "saved_at": iso(v["saved_at"])}
        for v in drafts.history(db, draft_id)
    ]


def drafts_save(
    desk: Desk,
    text: str | None = None,
    id: str | None = None,
    account: str | None = None,
    item: str | None = None,
    images: Sequence[Mapping[str, Any]] | None = None,
    merge: bool = False,
    new: bool = True,
    at: int | None = None,
    title: str | None = None,
    stage: str | None = None,
    options: Mapping[str, Any] | None = None,
    brief: Mapping[str, Any] | None = None,
    pillar: str | None = None,
    campaign: str | None = None,
    variants: Sequence[Mapping[str, Any]] | None = None,
    base: int | None = None,
    writer: str = "",
) -> Json:
    """Save a draft; returns {drafts: [it as it stands now], forked_from, rows, held, left_out}.

    What is None stays as it is. `new` False: an unknown id is an error. `options` and `brief`
    lie over what there is, name by name; `variants` [{account, segment, text, images, options}]
    are all there are (`text`, `images` None: they flow from the draft). `campaign` "": none.
    `at` (UTC ms): when it was typed; a save that comes after a newer one changes nothing. `base`:
    the draft's `base` that the writer began from, `writer` its window: where another wrote since,
    this becomes a draft of its own (`forked_from`). A planned post that is queued is queued anew,
    unless this is an autosave (`merge`), which is refused.
    """
    number_ = number(id, "unknown_draft") if id else None
    if not new and desk.store.read(lambda db: drafts.by_id(db, number_ or 0)) is None:
        raise Missing("unknown_draft", id=id)
    given = drafting.Written(
        text=text,
        account_id=account,
        item_id=number(item) if item else None,
        media=None if images is None else tuple(_attachments(desk, images)),
        title=title,
        stage=stage,
        options=options,
        brief=brief,
        pillar=pillar,
        campaign_id=None if campaign is None else number(campaign or 0, "unknown_campaign"),
        variants=None if variants is None else _variants(desk, variants),
        base=base,
        writer=writer,
        merge=merge,
        at=at,
    )
    saved = drafting.save(desk, number_, given)
    found = desk.store.read(lambda db: drafts.by_id(db, saved.draft_id))
    return {
        "drafts": [draft_json(found)] if found else [],
        "forked_from": str(saved.forked_from) if saved.forked_from else None,
        **planning.queued_json(desk, saved.queued),
    }


def _variants(desk: Desk, given: Sequence[Mapping[str, Any]]) -> tuple[drafts.Variant, ...]:
    made: dict[tuple[str, str], drafts.Variant] = {}
    for one in given:
        key = (str(one["account"]), str(one.get("segment") or "").strip())
        pictures = one.get("images", one.get("media"))
        if key in made:
            raise Rejected("same_variant", field="variants", reason="same_variant", value=key[0])
        made[key] = drafts.Variant(
            *key,
            text=one.get("text"),
            media=None if pictures is None else [asdict(a) for a in _attachments(desk, pictures)],
            options=wording.checked(one.get("options") or {}),
        )
    return tuple(made.values())


def drafts_delete(desk: Desk, id: str) -> Json:
    """Delete a draft; answers with how to get it back. Raises Missing, Rejected (is queued)."""

    def go(tx: Tx) -> Json:
        old = drafts.by_id(tx.db, number(id, "unknown_draft"))
        if old is None:
            raise Missing("unknown_draft", id=id)
        if old.done_at is None:
            compose.writable(tx.db, old.id)
        undo = undo_by("drafts.put_back", rows=drafts.packed(tx.db, old.id))
        drafts.delete(tx, old.id)
        deeds.add(tx, "drafts.delete", {"id": id}, now=desk.now(), undo=undo)
        return {"drafts": [draft_json(old)], "undo": undo}

    return desk.store.write(go)


def drafts_put_back(desk: Desk, rows: str) -> Json:
    """Bring a deleted draft back, its variants, plan and versions too; returns {drafts: [it]}."""

    def go(tx: Tx) -> Json:
        number_ = drafts.unpacked(tx, rows)
        found = drafts.by_id(tx.db, number_)
        return {"drafts": [draft_json(found)] if found else []}

    return desk.store.write(go)


def drafts_history(desk: Desk, id: str) -> Json:
    """Return {draft, versions: [{n, text, saved_at}]}, newest first. Raises Missing."""

    def look(db: Connection) -> Json:
        found = drafts.by_id(db, number(id, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=id)
        return {"draft": id, "versions": _versions(db, found.id)}

    return desk.store.read(look)


def drafts_diff(desk: Desk, id: str, a: int, b: int | None = None) -> Json:
    """Return how version `b` (None: the draft as it is) differs from version `a`.

    {draft, a, b, segments: [{op: same | out | in, text}], variants: [{account, segment,
    segments}], changed: [names of what else differs]}. A wording that flowed from the draft is
    compared with what it came to. Raises Missing (`unknown_draft`, `unknown_version`).
    """

    def look(db: Connection) -> Json:
        draft = drafts.by_id(db, number(id, "unknown_draft"))
        if draft is None:
            raise Missing("unknown_draft", id=id)
        ends = [_version(db, draft, n) for n in (a, draft.versions if b is None else b)]
        if b is None:
            ends[1] = {"text": draft.text, "whole": drafts.whole_of(draft)}
        return {"draft": id, "a": a, "b": b, **drafting.compared(ends[0], ends[1])}

    return desk.store.read(look)


def _version(db: Connection, draft: drafts.Draft, n: int) -> dict[str, Any]:
    found = drafts.version(db, draft.id, n)
    if found is None:
        raise Missing("unknown_version", id=str(n))
    return found


def drafts_restore(desk: Desk, id: str, n: int) -> Json:
    """Bring version `n` back as a new version; returns {drafts: [it], rows, held, undo}.

    Raises Missing (`unknown_draft`, `unknown_version`), Rejected (`draft_is_queued`).
    """

    def go(tx: Tx) -> tuple[int, posting.Queued | None, Json]:
        draft_id = number(id, "unknown_draft")
        old = drafts.by_id(tx.db, draft_id)
        queued = drafting.restore(desk, tx, draft_id, n)
        undo = undo_by("drafts.restore", id=id, n=old.versions if old else n)
        deeds.add(tx, "drafts.restore", {"id": id, "n": n}, now=desk.now(), undo=undo)
        return draft_id, queued, undo

    draft_id, queued, undo = desk.store.write(go)
    found = desk.store.read(lambda db: drafts.by_id(db, draft_id))
    return {
        "drafts": [draft_json(found)] if found else [],
        **planning.queued_json(desk, queued),
        "undo": undo,
    }


def drafts_split(
    desk: Desk, account: str, text: str | None = None, id: str | None = None, numbered: bool = False
) -> Json:
    """Return {account, parts: [{text, measures}]}: a text as a thread from that account.

    Raises Missing (`unknown_account`, `unknown_draft`).
    """
    limits = desk.links.to(desk.account(account)).limits()
    words = text
    if words is None:
        found = desk.store.read(lambda db: drafts.by_id(db, number(id or "", "unknown_draft")))
        if found is None:
            raise Missing("unknown_draft", id=id)
        of = [v for v in found.variants if v.account_id == account and v.text is not None]
        words = (of[0].text if of else None) or found.text
    parts = splitting.split(words, limits, numbered=numbered)
    return {"account": account, "parts": [planning.part_json(one, limits) for one in parts]}


def edit_post(desk: Desk, id: str, text: str, allow: Sequence[str] = ()) -> Json:
    """Queue a change of one of our own posts; returns {outbox: {id, state}, undo}."""
    made = correcting.correct(desk, number(id), text, way="edit", allow=allow)
    return _queued(desk, made.rows[0])


def post_correct(
    desk: Desk,
    id: str,
    text: str,
    note: str = "",
    way: str | None = None,
    allow: Sequence[str] = (),
) -> Json:
    """Queue a correction of a post of ours; returns {post, way, before, after, rows, undo}.

    `way`: `edit`; `note` (only an answer that corrects it); `replace` (delete, publish anew);
    None: edit where the platform can, else note. `note` answers the post after it was changed.
    Both texts stay: `post.history`. Raises Rejected (`not_our_post`, `no_note`, the checks),
    Unsupported.
    """
    made = correcting.correct(desk, number(id), text, note=note, way=way, allow=allow)
    rows = [str(row) for row in made.rows]
    return {
        "post": str(made.post_id),
        "way": made.way,
        "before": made.before,
        "after": text,
        "rows": [row_json(desk.row(row)) for row in made.rows],
        "undo": undo_by("post.uncorrect", rows=rows),
    }


def post_uncorrect(desk: Desk, rows: Sequence[str]) -> Json:
    """Take a correction back before it has left; returns {rows}. Raises Rejected (`too_late`)."""
    numbers = [number(row, "unknown_row") for row in rows]

    def go(tx: Tx) -> None:
        for row in reversed(numbers):
            outbox_commands.outbox_cancel(desk, str(row))

    desk.store.write(go)
    return {"rows": [row_json(desk.row(row)) for row in numbers]}


def post_history(desk: Desk, id: str) -> Json:
    """Return {post, corrections: [{at, way, before, after, note, segments, rows, undone}]}."""
    found = desk.store.read(lambda db: correcting.history(db, number(id)))
    for one in found:
        one["at"] = iso(one["at"])
        one["segments"] = drafting.segments(one["before"], one["after"])
    return {"post": id, "corrections": found}
