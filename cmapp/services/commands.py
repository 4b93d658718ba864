"""Every command there is, by name: the one table behind the command line, the window, the tests.

A command takes JSON arguments and answers with JSON: ids are strings, times are ISO 8601 UTC.
One that changes what people made answers with `undo`, the command that takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cmapp.domain.actions import Attachment, Edit
from cmapp.domain.errors import Missing, Offline, Rejected
from cmapp.services import accounts as connecting
from cmapp.services import compose, doctor, landing, sending, signing_in, syncing
from cmapp.services.desk import Desk
from cmapp.services.shapes import account_json, draft_json, iso, item_json, row_json, text_of
from cmapp.store import accounts, deeds, drafts, inbox, landings, outbox, posts, problems, search
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection
from cmapp.system import settings

Json = dict[str, Any]


def number(text: str | int, code: str = "unknown_item") -> int:
    """Read an id as given on the command line. Raises Missing (`code`)."""
    given = str(text)
    # longer than any id of ours, and than SQLite's integers
    if not (given.isascii() and given.isdigit() and len(given) <= 19 and int(given) < 1 << 63):
        raise Missing(code, id=given[:100])
    return int(given)


# --- accounts -------------------------------------------------------------------------------


def accounts_list(desk: Desk) -> Json:
    """Return {accounts: [{id, platform, server, handle, state, problem, synced_at, …}]}."""
    return {"accounts": [account_json(a) for a in desk.accounts()]}


def accounts_add(desk: Desk, platform: str, way: str, answers: Mapping[str, str]) -> Json:
    """Connect an account with answers that are all known; returns {accounts: [the new one]}."""
    grant = connecting.answer_all(connecting.converse(platform, way), answers)
    account_id = connecting.add(desk, platform, grant)
    return {"accounts": [account_json(desk.account(account_id))]}


def accounts_remove(desk: Desk, id: str) -> Json:
    """Disconnect an account; returns those that are left."""
    connecting.remove(desk, id)
    return accounts_list(desk)


def accounts_pause(desk: Desk, id: str, paused: bool = True) -> Json:
    """Let an account rest, or wake it."""
    desk.account(id)
    state = "paused" if paused else "active"
    desk.store.write(lambda tx: accounts.change(tx, id, state=state, due_at=0))
    return {**accounts_list(desk), "undo": _undo("accounts.pause", id=id, paused=not paused)}


# --- reading --------------------------------------------------------------------------------


def sync(desk: Desk, account: str | None = None) -> Json:
    """Read what is new; returns {accounts: [{id, new, changed, error}]}. Raises Offline."""
    if desk.network.closed is not None:
        raise Offline("offline", reason=desk.network.closed)
    if desk.store.read(lambda db: problems.switch(db, "flight")):
        raise Offline("flight_mode")
    chosen = [desk.account(account)] if account else desk.accounts()
    done = []
    for one in chosen:
        with desk.lane(one.id):
            done.append(syncing.sync(desk, one, desk.links.to(one)))
    return {
        "accounts": [
            {"id": d.account_id, "new": d.new, "changed": d.changed, "error": d.error} for d in done
        ]
    }


def inbox_list(desk: Desk, state: str = "open", limit: int = 50) -> Json:
    """Return {items: [...]}: what needs a reply first, least time left first (IN-04)."""
    if state not in (*inbox.STATES, "all"):
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    which = inbox.Filter(state=None if state == "all" else state)

    def look(db: Connection) -> Json:
        return {"items": [item_json(i) for i in inbox.queue(db, which, limit=limit)]}

    return desk.store.read(look)


def inbox_thread(desk: Desk, item: str) -> Json:
    """Return {posts: [{id, author, text, created_at, mine, pending, …}]}, oldest first.

    Replies of ours that are under way stand at the end with the state of their row.
    """

    def look(db: Connection) -> Json:
        there = compose.place(db, number(item))
        thread = posts.thread(db, there.post.id)
        root, _ = compose.root_of(thread, there.post)
        shown: list[Json] = [
            {
                "id": str(p.id),
                "author": {"handle": p.author_handle, "name": p.author_name},
                "text": p.text,
                "created_at": iso(p.created_at),
                "mine": p.mine,
                "pending": None,
                "deleted": p.deleted_at is not None,
                "url": p.url,
            }
            for p in thread
        ]
        by_id = {a.id: a for a in accounts.every(db)}
        for deed in outbox.of_thread(db, f"{there.account.realm}\n{root}"):
            who = by_id.get(deed.account_id, there.account)
            shown.append(
                {
                    "id": str(deed.id),
                    "author": {"handle": who.handle, "name": who.name},
                    "text": text_of(deed),
                    "created_at": iso(deed.made_at),
                    "mine": True,
                    "pending": deed.state,
                    "deleted": False,
                    "url": None,
                }
            )
        return {"posts": shown}

    return desk.store.read(look)


def search_posts(desk: Desk, query: str, limit: int = 50) -> Json:
    """Return {hits: [{id, account, author, text, created_at}], more}, newest first."""
    found = desk.store.read(lambda db: search.find(db, query, limit=limit))
    return {
        "hits": [
            {
                "id": str(h.item_id or h.post_id),
                "account": h.account_id,
                "author": {"handle": h.author_handle, "name": h.author_name},
                "text": h.text,
                "created_at": iso(h.created_at),
            }
            for h in found.hits
        ],
        "more": found.more,
    }


def set_state(desk: Desk, item: str, state: str) -> Json:
    """Move an interaction to open, waiting, done or muted; answers with how to undo it."""
    if state not in inbox.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    item_id = number(item)

    def move(tx: Tx) -> Json:
        if inbox.by_id(tx.db, item_id) is None:
            found = inbox.of_post(tx.db, item_id)
            if found is None:
                raise Missing("unknown_item", id=item)
            target = found.id
        else:
            target = item_id
        old = inbox.set_state(tx, target, state, now=desk.now())
        undo = _undo("inbox.set_state", item=str(target), state=old)
        deeds.add(
            tx, "inbox.set_state", {"item": str(target), "state": state}, now=desk.now(), undo=undo
        )
        return {"item": {"id": str(target), "state": state}, "undo": undo}

    return desk.store.write(move)


# --- writing --------------------------------------------------------------------------------


def reply(
    desk: Desk,
    item: str,
    text: str,
    draft: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    at: int | None = None,
    undo_delay: bool = False,
    account: str | None = None,
) -> Json:
    """Queue an answer; returns {outbox: {id, state}, undo}. `at`: planned time, UTC ms."""
    row = compose.reply(
        desk,
        number(item),
        text,
        attachments=_attachments(desk, images),
        draft_id=number(draft, "unknown_draft") if draft else None,
        account_id=account,
        planned_at=at,
        hold_ms=desk.settings.undo_seconds * 1000 if undo_delay else 0,
    )
    return _queued(desk, row)


def post(
    desk: Desk,
    account: str,
    text: str,
    draft: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    at: int | None = None,
    undo_delay: bool = False,
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
    )
    return _queued(desk, row)


def _attachments(desk: Desk, images: Sequence[Mapping[str, Any]]) -> list[Attachment]:
    """Read pictures: {path, alt} of a file to copy in, or an attachment that a draft holds."""
    return [
        Attachment(**i) if "mime" in i else compose.attach(desk, Path(i["path"]), i.get("alt", ""))
        for i in images
    ]


def _queued(desk: Desk, row: int) -> Json:
    deed = _deed(desk, row)
    return {
        "outbox": {"id": str(row), "state": deed.state},
        "undo": _undo("outbox.cancel", id=str(row)),
    }


def drafts_list(desk: Desk) -> Json:
    """Return {drafts: [{id, account, in_reply_to, text, state, saved_at, versions}]}."""
    return {"drafts": [draft_json(d) for d in desk.store.read(drafts.every)]}


def drafts_show(desk: Desk, id: str) -> Json:
    """Return {drafts: [the draft], history: [{n, text, saved_at}]}."""

    def look(db: Connection) -> Json:
        found = drafts.by_id(db, number(id, "unknown_draft"))
        if found is None:
            raise Missing("unknown_draft", id=id)
        history = [
            {"n": v["n"], "text": v["text"], "saved_at": iso(v["saved_at"])}
            for v in drafts.history(db, found.id)
        ]
        return {"drafts": [draft_json(found)], "history": history}

    return desk.store.read(look)


def drafts_save(
    desk: Desk,
    text: str,
    id: str | None = None,
    account: str | None = None,
    item: str | None = None,
    images: Sequence[Mapping[str, str]] = (),
    merge: bool = False,
    new: bool = True,
) -> Json:
    """Save a draft; returns {drafts: [it]}. `new` False: an unknown id is an error."""
    number_ = number(id, "unknown_draft") if id else None
    if not new and desk.store.read(lambda db: drafts.by_id(db, number_ or 0)) is None:
        raise Missing("unknown_draft", id=id)
    draft_id = compose.save_draft(
        desk,
        text,
        draft_id=number_,
        account_id=account,
        item_id=number(item) if item else None,
        attachments=_attachments(desk, images),
        merge=merge,
    )
    return {"drafts": drafts_show(desk, str(draft_id))["drafts"]}


def drafts_delete(desk: Desk, id: str) -> Json:
    """Delete a draft; answers with how to get it back. Raises Missing, Rejected (is queued)."""

    def go(tx: Tx) -> Json:
        old = drafts.by_id(tx.db, number(id, "unknown_draft"))
        if old is None:
            raise Missing("unknown_draft", id=id)
        if old.state == "queued":
            raise Rejected("draft_is_queued", field="draft", reason="queued", id=id)
        drafts.delete(tx, old.id)
        undo = _undo(
            "drafts.save",
            id=id,
            text=old.text,
            account=old.account_id,
            item=str(old.item_id) if old.item_id else None,
            images=old.media,
        )
        deeds.add(tx, "drafts.delete", {"id": id}, now=desk.now(), undo=undo)
        return {"drafts": [draft_json(old)], "undo": undo}

    return desk.store.write(go)


# --- the outbox -----------------------------------------------------------------------------


def outbox_list(desk: Desk, states: Sequence[str] | None = None) -> Json:
    """Return {rows: [...]}, newest first."""
    return {
        "rows": [row_json(d) for d in desk.store.read(lambda db: outbox.every(db, states=states))]
    }


def outbox_send(desk: Desk, wait: float = 0, account: str | None = None) -> Json:
    """Land: check, send, reconcile, read. Raises Offline (`paused`, `flight_mode`, `offline`).

    Returns {sent, held, uncertain, rejected: [row], new: {account: n}, errors: {account: code}}.
    """
    done = landing.land(desk, account_ids=[account] if account else None, wait=wait)
    report = landing.keep_report(desk, done, None) if done.moved else None
    return _landed(desk, done, report)


def _landed(desk: Desk, done: landing.Landing, report: Json | None) -> Json:
    rows = desk.store.read(lambda db: landing.settled(db, done.moved))
    return {
        **{name: [row_json(d) for d in found] for name, found in rows.items()},
        "new": done.new,
        "errors": {k: v if isinstance(v, str) else v.why for k, v in done.errors.items()},
        "away_since": iso(report["away_since"]) if report else None,
    }


def _deed(desk: Desk, row: int) -> Deed:
    found = desk.store.read(lambda db: outbox.by_id(db, row))
    if found is None:
        raise Missing("unknown_row", id=str(row))
    return found


def outbox_cancel(desk: Desk, id: str) -> Json:
    """Take a row back before it is sent; its text is a draft again. Returns {outbox: row}.

    Raises Missing, Rejected (`too_late`: it is going out, or gone).
    """
    row = number(id, "unknown_row")

    def go(tx: Tx) -> Deed:
        deed = outbox.by_id(tx.db, row)
        if deed is None:
            raise Missing("unknown_row", id=id)
        if not outbox.cancel(tx, deed, now=desk.now()):
            raise Rejected("too_late", field="row", reason=deed.state, id=id)
        deeds.add(tx, "outbox.cancel", {"id": id}, now=desk.now(), undo=None)
        return deed

    desk.store.write(go)
    found = _deed(desk, row)
    return {"outbox": row_json(found), "draft": str(found.draft_id) if found.draft_id else None}


def outbox_resolve(desk: Desk, id: str, verdict: str) -> Json:
    """Decide on a row in review (or doubt): `send`, `sent` (it is there), `look`, `drop`.

    Raises Missing, Rejected (`not_in_review`, `unknown_verdict`).
    """
    row = number(id, "unknown_row")
    if verdict not in ("send", "sent", "look", "drop"):
        raise Rejected("unknown_verdict", field="as", reason="unknown", value=verdict)

    def go(tx: Tx) -> None:
        deed = outbox.by_id(tx.db, row)
        if deed is None:
            raise Missing("unknown_row", id=id)
        if deed.state not in ("review", "uncertain"):
            raise Rejected("not_in_review", field="row", reason=deed.state, id=id)
        match verdict:
            case "send":
                outbox.accept(tx, deed)
            case "sent":
                outbox.said_sent(tx, deed, now=desk.now())
            case "look":
                outbox.look_again(tx, row)
            case _:
                outbox.drop(tx, deed, now=desk.now())
        deeds.add(tx, "outbox.resolve", {"id": id, "as": verdict}, now=desk.now(), undo=None)

    desk.store.write(go)
    return {"outbox": row_json(_deed(desk, row))}


def outbox_pause(desk: Desk) -> Json:
    """The panic switch: nothing goes out, for any account, until it is released (CR-09)."""
    desk.store.write(lambda tx: problems.switch_on(tx, "panic", now=desk.now()))
    return {"paused": True, "undo": _undo("outbox.resume")}


def outbox_resume(desk: Desk) -> Json:
    """Release the panic switch."""
    desk.store.write(lambda tx: problems.switch_off(tx, "panic"))
    return {"paused": False, "undo": _undo("outbox.pause")}


def edit_post(desk: Desk, id: str, text: str) -> Json:
    """Queue a change of one of our own posts; returns {outbox: {id, state}}."""

    def look(db: Connection) -> compose.Place:
        return compose.place(db, number(id))

    there = desk.store.read(look)
    row = compose.change(desk, there, lambda target: Edit(target, text))
    return _queued(desk, row)


# --- flight ---------------------------------------------------------------------------------


def flight_check(desk: Desk, until: int | None = None) -> Json:
    """The pre-flight look; times in the answer are UTC ms (see `landing.preflight`)."""
    return landing.preflight(desk, until=until)


def flight_start(desk: Desk) -> Json:
    """Switch flight mode on."""
    return {"flight": True, "changed": landing.take_off(desk), "undo": _undo("flight.end")}


def flight_end(desk: Desk, wait: float = 0) -> Json:
    """Land: flight mode off, everything sent or held, the landing report."""
    report = landing.touch_down(desk, wait=wait)
    return flight_report(desk) if report else {}


def flight_report(desk: Desk) -> Json:
    """Return the last landing report with its rows as they stand now; {} if there was none."""
    report = desk.store.read(landings.last)
    if report is None:
        return {}
    moved = {number(i) for i in report["rows"]}
    rows = desk.store.read(lambda db: landing.settled(db, moved))
    return {
        "away_since": iso(report["away_since"]),
        "ended_at": iso(report["ended_at"]),
        **{name: [row_json(d) for d in found] for name, found in rows.items()},
        "new": report["new"],
        "errors": report["errors"],
    }


# --- the program ----------------------------------------------------------------------------


def status(desk: Desk) -> Json:
    """Return {paused, flight, offline, outbox: {state: n}, needs_reply, problems: [...]}."""

    def look(db: Connection) -> Json:
        flight = problems.switch(db, "flight")
        return {
            "paused": problems.switch(db, "panic") is not None,
            "flight": iso(flight["since"]) if flight else None,
            "offline": desk.network.closed,
            "outbox": outbox.counts(db),
            "needs_reply": inbox.count(db, inbox.Filter(needs_reply=True)),
            "problems": [asdict(p) | {"since": iso(p.since)} for p in problems.every(db)],
        }

    return {**desk.store.read(look), "why_paused": sending.paused(desk)}


def problems_hush(desk: Desk, code: str, account: str = "") -> Json:
    """Take a problem out of the banner; it stays in the list."""
    desk.store.write(lambda tx: problems.hush(tx, code, account_id=account, now=desk.now()))
    return {}


def settings_get(desk: Desk) -> Json:
    """Return the settings by name."""
    return {k: v for k, v in asdict(desk.settings).items() if k != "others"}


def settings_set(desk: Desk, **values: Any) -> Json:
    """Change settings by name; one that makes no sense is refused. Returns them all."""
    known = settings_get(desk)
    for name, value in values.items():
        if name not in known or not settings.makes_sense(name, value):
            raise Rejected("bad_setting", field=name, reason="bad_value", value=value)
    settings.save(desk.paths.settings, replace(desk.settings, **values))
    desk.store.write(lambda tx: tx.touch("settings"))
    return settings_get(desk)


def _undo(command: str, **args: Any) -> Json:
    return {"command": command, "args": args}


COMMANDS: dict[str, Callable[..., Json]] = {
    "accounts.list": accounts_list,
    "accounts.add": accounts_add,
    "accounts.remove": accounts_remove,
    "accounts.pause": accounts_pause,
    "signin.start": signing_in.start,
    "signin.answer": signing_in.answer,
    "signin.wait": signing_in.wait,
    "signin.cancel": signing_in.cancel,
    "sync": sync,
    "inbox.list": inbox_list,
    "inbox.thread": inbox_thread,
    "inbox.set_state": set_state,
    "search": search_posts,
    "reply": reply,
    "post": post,
    "post.edit": edit_post,
    "drafts.list": drafts_list,
    "drafts.show": drafts_show,
    "drafts.save": drafts_save,
    "drafts.delete": drafts_delete,
    "outbox.list": outbox_list,
    "outbox.send": outbox_send,
    "outbox.cancel": outbox_cancel,
    "outbox.resolve": outbox_resolve,
    "outbox.pause": outbox_pause,
    "outbox.resume": outbox_resume,
    "flight.check": flight_check,
    "flight.start": flight_start,
    "flight.end": flight_end,
    "flight.report": flight_report,
    "status": status,
    "problems.hush": problems_hush,
    "settings.get": settings_get,
    "settings.set": settings_set,
    "doctor": doctor.examine,
}
