"""Commands that connect, list, pause and remove accounts."""

from __future__ import annotations

from collections.abc import Mapping

from cmapp.services import accounts as connecting
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    Json,
    account_json,
    row_json,
    undo_by,
)
from cmapp.store import accounts, held_there
from cmapp.store.database import Tx


def accounts_list(desk: Desk) -> Json:
    """Return {accounts: [{id, platform, server, handle, state, problem, synced_at, …}]}."""
    return {"accounts": [account_json(a) for a in desk.accounts()]}


def accounts_add(desk: Desk, platform: str, way: str, answers: Mapping[str, str]) -> Json:
    """Connect an account with answers that are all known; returns {accounts: [the new one]}."""
    grant = connecting.answer_all(connecting.converse(platform, way), answers)
    account_id = connecting.add(desk, platform, grant)
    return {"accounts": [account_json(desk.account(account_id))]}


def accounts_remove(desk: Desk, id: str) -> Json:
    """Disconnect an account; returns those that are left, and what its server still holds.

    `server_holds`: [row], planned posts that could not be taken back: they will be published.
    """
    left = connecting.remove(desk, id)
    return {**accounts_list(desk), "server_holds": [row_json(d) for d in left]}


def accounts_trust(desk: Desk, id: str, ca_file: str = "") -> Json:
    """Trust the certificates in a file, too, for an account; "" takes that back."""
    before = str(desk.account(id).facts.get("ca_file") or "")
    connecting.trust(desk, id, ca_file)
    return {**accounts_list(desk), "undo": undo_by("accounts.trust", id=id, ca_file=before)}


def accounts_pause(desk: Desk, id: str, paused: bool = True) -> Json:
    """Let an account rest, or wake it. What its server holds for later is asked back meanwhile."""
    desk.account(id)
    state = "paused" if paused else "active"

    def go(tx: Tx) -> None:
        accounts.change(tx, id, state=state, due_at=0)
        if paused:
            held_there.recall_all(tx, now=desk.now(), account_id=id)
        else:
            held_there.leave_all(tx, account_id=id)

    desk.store.write(go)
    return {**accounts_list(desk), "undo": undo_by("accounts.pause", id=id, paused=not paused)}
