"""Commands on saved replies: list, write, use, put away, bring in and take out; and thank-yous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cmapp.domain import filling, reply_kinds, tongue
from cmapp.domain.actions import Attachment
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calm, compose, saved_replies, thanking
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import answer_kinds, deeds, replies, thanks
from cmapp.store.database import Tx
from cmapp.store.replies import Saved, Variant
from cmapp.store.sqlite import Connection
from cmapp.system import media


def saved_json(saved: Saved) -> Json:
    """Return a saved reply as the command line shows it."""
    return {
        "id": str(saved.id),
        "title": saved.title,
        "shortcut": saved.shortcut,
        "changed_at": iso(saved.changed_at),
        "archived_at": iso(saved.archived_at),
        "variants": [
            {
                "network": v.network,
                "lang": v.lang,
                "text": v.text,
                "media": [dict(m) for m in v.media],
            }
            for v in saved.variants
        ],
        "unknown": sorted({n for v in saved.variants for n in filling.unknown_names(v.text)}),
    }


def _found(db: Connection, name: str) -> Saved:
    saved = saved_replies.by_name(db, str(name))
    if saved is None:
        raise Missing("unknown_reply", id=str(name)[:100])
    return saved


def replies_list(desk: Desk, query: str = "", archived: bool = False, limit: int = 200) -> Json:
    """Return {replies: [...]}: found by a shortcut's beginning or by words; used last first."""

    def look(db: Connection) -> Json:
        found = (
            replies.find(db, query, limit=limit)
            if query.strip()
            else replies.every(db, archived=archived, limit=limit)
        )
        return {"replies": [saved_json(s) for s in found]}

    return desk.store.read(look)


def replies_show(desk: Desk, reply: str) -> Json:
    """Return {replies: [it]} by id, shortcut or title, with `outcome` (see `replies.stats`)."""

    def look(db: Connection) -> Json:
        saved = _found(db, reply)
        outcome = saved_replies.outcomes(replies.uses(db, saved.id)).get(saved.id)
        return {"replies": [saved_json(saved) | {"outcome": _outcome_json(outcome)}]}

    return desk.store.read(look)


def _outcome_json(outcome: saved_replies.Outcome | None) -> Json:
    found = asdict(outcome or saved_replies.Outcome())
    return {**found, "last_at": iso(found["last_at"])}


def replies_save(
    desk: Desk,
    title: str,
    variants: Sequence[Mapping[str, Any]],
    id: str | None = None,
    shortcut: str | None = None,
) -> Json:
    """Write a saved reply with all its variants; returns {replies: [it], undo}.

    A variant is {text, network?, lang?, images?: [{path, alt}], media?}. Raises Rejected:
    `empty`, `same_variant`, `title_taken`, `shortcut_taken`, `bad_shortcut`; field `media`.
    """
    made = [_variant(desk, v) for v in variants]
    if not title.strip() or not any(v.text.strip() or v.media for v in made):
        raise Rejected("empty", field="text" if title.strip() else "title", reason="empty")
    if len({(v.network, v.lang) for v in made}) < len(made):
        raise Rejected("same_variant", field="variants", reason="twice")
    short = _shortcut(shortcut)
    given = number(id, "unknown_reply") if id else None

    def go(tx: Tx) -> Json:
        old = replies.by_id(tx.db, given) if given is not None else None
        taken = replies.taken(tx.db, title.strip(), short, apart_from=given)
        if taken == "title":
            raise Rejected("title_taken", field="title", reason="taken")
        if taken == "shortcut":
            raise Rejected("shortcut_taken", field="shortcut", reason="taken", value=short)
        saved = replies.save(tx, title.strip(), made, now=desk.now(), number=given, shortcut=short)
        undo = undo_by("replies.drop", id=str(saved)) if old is None else _as_it_was(old)
        deeds.add(tx, "replies.save", {"id": str(saved)}, now=desk.now(), undo=undo)
        return {"replies": [saved_json(_found(tx.db, str(saved)))], "undo": undo}

    return desk.store.write(go)


def _as_it_was(old: Saved) -> Json:
    shown = saved_json(old)
    return undo_by("replies.save", **{k: shown[k] for k in ("id", "title", "shortcut", "variants")})


def _variant(desk: Desk, given: Mapping[str, Any]) -> Variant:
    kept = [dict(m) for m in given.get("media") or ()]
    for image in given.get("images") or ():
        if "mime" in image:
            kept.append(dict(image))
        else:
            kept.append(asdict(compose.attach(desk, Path(image["path"]), image.get("alt"))))
    for each in kept:
        media.path_of(str(each["path"]), desk.paths.media)  # Rejected where it is not there
    text = str(given.get("text") or "")
    return Variant(
        str(given.get("network") or "").lower(),
        tongue.normal(str(given.get("lang") or "")),
        text,
        tuple(kept),
    )


def _shortcut(given: str | None) -> str | None:
    short = (given or "").strip().lstrip(";；").casefold()
    if short and (len(short) > 32 or any(c.isspace() or c in ";；{}" for c in short)):
        raise Rejected("bad_shortcut", field="shortcut", reason="spaces", value=short[:40])
    return short or None


def replies_drop(desk: Desk, id: str) -> Json:
    """Take back that a saved reply was made; it leaves without a trace."""
    return _change(desk, id, "replies.drop", lambda tx, s: replies.drop(tx, s.id), _as_it_was)


def replies_archive(desk: Desk, reply: str, back: bool = False) -> Json:
    """Put a saved reply away (its uses stay counted), or take it out again (`back`)."""
    at = None if back else desk.now()
    return _change(
        desk,
        reply,
        "replies.archive",
        lambda tx, s: replies.archive(tx, s.id, at=at),
        lambda s: undo_by("replies.archive", reply=str(s.id), back=not back),
    )


def _change(desk: Desk, name: str, command: str, do: Any, undo: Any) -> Json:
    def go(tx: Tx) -> Json:
        saved = _found(tx.db, name)
        back = undo(saved)
        do(tx, saved)
        deeds.add(tx, command, {"id": str(saved.id)}, now=desk.now(), undo=back)
        after = replies.by_id(tx.db, saved.id) or saved
        return {"replies": [saved_json(after)], "undo": back}

    return desk.store.write(go)


def replies_use(
    desk: Desk,
    reply: str,
    item: str | None = None,
    account: str | None = None,
    answers: Mapping[str, str] | None = None,
    network: str | None = None,
    lang: str | None = None,
    draft: str | None = None,
    keep: bool = True,
) -> Json:
    """Fill a saved reply in for ITEM, or for a post by an account.

    Returns {text, media, variant: {network, lang}, questions, missing, unknown, use}. What is
    still open stands in the text as `{{…}}`, which nothing sends. `keep` False: a look only, the
    use is not counted. Once text stays open, nothing is counted either.
    """
    saved = desk.store.read(lambda db: _found(db, reply))
    target = number(item) if item else None
    variant, filled, _ = saved_replies.expand(
        desk, saved, item=target, account_id=account, answers=answers, network=network, lang=lang
    )
    use = None
    if keep and filled.whole:

        def go(tx: Tx) -> int:
            there = compose.place(tx.db, target, account) if target is not None else None
            return replies.used(
                tx,
                saved.id,
                variant,
                filled.text,
                now=desk.now(),
                item_id=there.item.id if there and there.item else None,
                draft_id=number(draft, "unknown_draft") if draft else None,
            )

        use = desk.store.write(go)
    return {
        "reply": str(saved.id),
        "text": filled.text,
        "media": [dict(m) for m in variant.media],
        "variant": {"network": variant.network, "lang": variant.lang},
        "questions": list(filled.questions),
        "missing": list(filled.missing),
        "unknown": list(filled.unknown),
        "use": str(use) if use else None,
    }


def replies_unuse(desk: Desk, use: str) -> Json:
    """Forget a use that was taken back."""
    desk.store.write(lambda tx: replies.not_used(tx, number(use, "unknown_reply")))
    return {}


def replies_send(
    desk: Desk,
    reply: str,
    item: str,
    answers: Mapping[str, str] | None = None,
    network: str | None = None,
    lang: str | None = None,
    undo_delay: bool = False,
    allow: Sequence[str] = (),
) -> Json:
    """Queue a saved reply as the answer to ITEM; returns {outbox, text, undo}.

    Raises Rejected `open_gaps` (facts `questions`, `missing`, `unknown`): nothing is queued.
    """
    look = replies_use(
        desk, reply, item=item, answers=answers, network=network, lang=lang, keep=False
    )
    if look["questions"] or look["missing"] or look["unknown"]:
        facts = {k: look[k] for k in ("questions", "missing", "unknown")}
        names = [*look["unknown"], *look["missing"], *look["questions"]]
        raise Rejected("open_gaps", field="text", reason="gaps", names=", ".join(names), **facts)
    used = replies_use(desk, reply, item=item, answers=answers, network=network, lang=lang)
    try:
        row = compose.reply(
            desk,
            number(item),
            used["text"],
            attachments=[Attachment(**m) for m in used["media"]],
            hold_ms=calm.hold(desk, number(item))[0] * 1000 if undo_delay else 0,
            allow=allow,
        )
    except BaseException:
        replies_unuse(desk, used["use"])
        raise
    return {
        "outbox": {"id": str(row), "state": desk.row(row).state},
        "text": used["text"],
        "undo": undo_by("outbox.cancel", id=str(row)),
    }


def replies_stats(desk: Desk) -> Json:
    """Return {replies: [{id, title, used, sent, edited, thanked, wrote_again, quiet, open}]}.

    thanked + wrote_again + quiet = sent.
    """

    def look(db: Connection) -> Json:
        by_reply = saved_replies.outcomes(replies.uses(db))
        return {
            "replies": [
                {"id": str(s.id), "title": s.title, **_outcome_json(by_reply.get(s.id))}
                for s in replies.every(db, archived=True)
            ]
        }

    return desk.store.read(look)


# kinds of our replies (IN-10)


def replies_kinds(desk: Desk, since: int | None = None) -> Json:
    """Return {kinds: {thanks: n, …}, replies: their sum}: what was sent, since UTC ms."""

    def look(db: Connection) -> Json:
        counts = dict.fromkeys(reply_kinds.KINDS, 0)
        for text, corrected in answer_kinds.sent(db, since):
            counts[corrected or reply_kinds.kind_of(text)] += 1
        return {"kinds": counts, "replies": sum(counts.values())}

    return desk.store.read(look)


def replies_set_kind(desk: Desk, row: str, kind: str | None) -> Json:
    """Say of what kind a sent reply is; None: what the rules say. Returns {row, kind, undo}."""
    if kind is not None and kind not in reply_kinds.KINDS:
        raise Rejected("unknown_kind", field="kind", reason="unknown", value=kind)
    target = number(row, "unknown_row")
    desk.row(target)

    def go(tx: Tx) -> Json:
        old = answer_kinds.put(tx, target, kind)
        undo = undo_by("replies.set_kind", row=row, kind=old)
        deeds.add(tx, "replies.set_kind", {"row": row, "kind": kind}, now=desk.now(), undo=undo)
        return {"row": row, "kind": kind, "undo": undo}

    return desk.store.write(go)


# thank-yous (IN-09)


def replies_thank(desk: Desk, item: str, send: bool = False, undo_delay: bool = False) -> Json:
    """Return a thank-you that this person never had: {text, lang}; with `send` it is queued.

    Then {outbox, undo} come with it, and the reward log has it.
    """
    if not send:
        found = thanking.prepare(desk, number(item))
        return {"text": found.text, "lang": found.lang}

    def go(tx: Tx) -> Json | Rejected:
        """Queue it and log it as one: two at once, or a kill, repeat no wording."""
        made = thanking.prepare(desk, number(item))
        try:
            row = compose.reply(
                desk,
                number(item),
                made.text,
                hold_ms=calm.hold(desk, number(item))[0] * 1000 if undo_delay else 0,
            )
        except Rejected as no:  # its draft is kept
            return no
        deed = desk.row(row)
        log = thanks.add(tx, made.profile_id, made.wording, deed.item_id, now=desk.now())
        return {
            "text": made.text,
            "lang": made.lang,
            "outbox": {"id": str(row), "state": deed.state},
            "undo": undo_by("replies.unthank", row=str(row), log=str(log)),
        }

    done = desk.store.write(go)
    if isinstance(done, Rejected):
        raise done
    return done


def replies_unthank(desk: Desk, row: str, log: str) -> Json:
    """Take a thank-you back before it is sent. Raises as `outbox.cancel` does."""
    from cmapp.services.commands.outbox import outbox_cancel

    def go(tx: Tx) -> Json:
        found = outbox_cancel(desk, row)
        thanks.forget(tx, number(log, "unknown_row"))
        return found

    return desk.store.write(go)


def replies_thanked(desk: Desk, limit: int = 100) -> Json:
    """Return the reward log: {thanks: [{item, author, wording, at}]}, newest first."""
    return {
        "thanks": [
            {
                "id": str(t["id"]),
                "item": str(t["item_id"]) if t["item_id"] else None,
                "author": {"handle": t["handle"], "name": t["name"]},
                "wording": t["wording"],
                "at": iso(t["at"]),
            }
            for t in desk.store.read(lambda db: thanks.log(db, limit=limit))
        ]
    }
