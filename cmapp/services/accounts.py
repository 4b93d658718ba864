"""Connecting, renewing and removing accounts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping

from cmapp.connectors import signin
from cmapp.connectors.base import Grant
from cmapp.connectors.registry import connector_class
from cmapp.connectors.signin import Browse, Choose, Form, Step
from cmapp.domain.errors import Rejected
from cmapp.services import abilities, ahead, settling
from cmapp.services.desk import Desk
from cmapp.store import accounts, held_there, outbox, problems
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.system import failpoint

Conversation = Generator[Step, Mapping[str, str], Grant]


def converse(platform: str, way: str) -> Conversation:
    """Begin a sign-in. Raises Unsupported (`unknown_platform`), Rejected (`unknown_way`)."""
    kind = connector_class(platform)
    if way not in kind.spec.signin_ways:
        raise Rejected(
            "unknown_way", field="way", reason="unknown", known=list(kind.spec.signin_ways)
        )
    return kind.sign_in(way)


def answer_all(
    talk: Conversation,
    answers: Mapping[str, str],
    browse: Callable[[Browse], Mapping[str, str]] | None = None,
) -> Grant:
    """Lead a conversation with what is known beforehand; returns the grant.

    Raises Rejected: `answer_missing` (fact `field`), or the problem that a form came back with.
    """
    try:
        step = next(talk)
        while True:
            step = talk.send(_answer(step, answers, browse))
    except StopIteration as end:
        grant: Grant = end.value
        return grant


def _answer(
    step: Step,
    answers: Mapping[str, str],
    browse: Callable[[Browse], Mapping[str, str]] | None,
) -> Mapping[str, str]:
    match step:
        case Form(fields=fields, problem=problem):
            if problem is not None:
                raise Rejected(problem, field=step.problem_field or "", reason=problem)
            found = {f.name: answers.get(f.name, f.value) for f in fields}
            for field in fields:
                if not found[field.name]:
                    raise Rejected("answer_missing", field=field.name, reason="missing")
            if "ca_file" in answers:  # no line of any form: few servers need one
                found["ca_file"] = answers["ca_file"]
            return found
        case Choose(options=options):
            chosen = answers.get("choice", options[0].value if len(options) == 1 else "")
            if chosen not in {o.value for o in options}:
                raise Rejected(
                    "answer_missing",
                    field="choice",
                    reason="missing",
                    options=[o.value for o in options],
                )
            return {"choice": chosen}
        case Browse():
            if browse is None:
                raise Rejected("needs_browser", field="way", reason="needs_browser")
            return browse(step)


def add(desk: Desk, platform: str, grant: Grant) -> str:
    """Store a connected account and its secrets; returns its id.

    The secrets go to the keyring; where there is none, memory holds them and a problem says so.
    """
    now = desk.now()

    old = desk.store.read(
        lambda db: accounts.by_identity(db, platform, grant.realm, grant.remote_id)
    )
    before = desk.store.read(lambda db: accounts.by_id(db, old)) if old else None
    learnt = {
        name: value
        for name, value in (before.facts if before else {}).items()
        if name == settling.IGNORES
    }
    account_id = desk.store.write(
        lambda tx: accounts.keep(
            tx,
            platform=platform,
            realm=grant.realm,
            remote_id=grant.remote_id,
            server=grant.server,
            handle=grant.handle,
            name=grant.name,
            avatar=grant.avatar,
            url=grant.url,
            facts={**grant.facts, **learnt, "refreshed_at": now},
            now=now,
        )
    )
    with desk.lane(account_id):  # nobody speaks with the old token meanwhile
        kept = not grant.secrets or desk.vault.save(account_id, grant.secrets)
        desk.links.drop(account_id)
        able = abilities.of(desk.links.to(desk.account(account_id)))
        why = None if kept else desk.vault.status().reason or "broken"

        def connected(tx: Tx) -> None:
            problems.solve(tx, account_id=account_id)
            outbox.account_back(tx, account_id, now=now)
            accounts.change(
                tx, account_id, capabilities=able, state="active", due_at=0, parked_until=0
            )
            if why is not None:
                facts = {"variable": f"CMAPP_TOKEN_{account_id.upper()}", "why": why}
                problems.report(tx, "no_keyring", now=now, account_id=account_id, facts=facts)

        desk.store.write(connected)
    return account_id


def trust(desk: Desk, account_id: str, ca_file: str) -> None:
    """Trust the certificates in a file, too, for an account from now on; "": the system's alone.

    Raises Missing, Rejected (`no_certificates`; `not_offered` where no server is named by hand).
    """
    account = desk.account(account_id)
    talk = converse(account.platform, connector_class(account.platform).spec.signin_ways[0])
    step = next(talk)
    talk.close()
    if not isinstance(step, Form) or not step.trusts:
        raise Rejected("not_offered", field="ca_file", reason="not_offered")
    more = signin.ca_file({"ca_file": ca_file})
    with desk.lane(account_id):  # nobody speaks with the old trust afterwards

        def go(tx: Tx) -> None:
            there = accounts.by_id(tx.db, account_id)
            facts = {} if there is None else {**there.facts}
            facts.pop("ca_file", None)
            accounts.change(tx, account_id, facts={**facts, **more}, due_at=0, parked_until=0)

        desk.store.write(go)
        desk.links.drop(account_id)


def remove(desk: Desk, account_id: str) -> list[Deed]:
    """Disconnect an account; what waits in its outbox becomes drafts again. Raises Missing.

    What its server holds for later is asked back first; returned is what it would not give.
    """
    account = desk.account(account_id)
    with desk.lane(account_id):
        left = _asked_back(desk, account)
        desk.links.drop(account_id)

        def go(tx: Tx) -> None:
            for deed in outbox.every(
                tx.db, states=("ready", "uncertain", "review", "scheduled"), account_id=account_id
            ):
                outbox.cancel(tx, deed, now=desk.now(), in_doubt=True)
            accounts.remove(tx, account)

        desk.vault.owe(account_id)  # a kill after the next line leaves no sign-in behind
        desk.store.write(go)
        failpoint.reached("remove.done")
    desk.vault.forget(account_id)
    return left


def _asked_back(desk: Desk, account: Account) -> list[Deed]:
    held = desk.store.read(lambda db: held_there.held(db, account.id))
    if held or desk.store.read(lambda db: held_there.next_recall(db, account.id)) is not None:

        def rest(tx: Tx) -> None:  # what turns out to be held there is not left there
            accounts.change(tx, account.id, state="paused")
            held_there.recall_all(tx, now=desk.now(), account_id=account.id)

        desk.store.write(rest)
        ahead.pull_back(desk, account, desk.links.to(account))
    return desk.store.read(lambda db: held_there.held(db, account.id))
