"""What a keyring does to accounts: locked it is waited for; a removal leaves nothing in it (P9)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import SignInNeeded
from cmapp.services import syncing, writing_help
from cmapp.store import accounts, problems
from cmapp.system.vault import Vault
from tests.support.clock import HandClock
from tests.support.stage import Stage, time_is
from tests.unit.system.test_vault import CANARY, Shelf


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The keyring of this machine, for every engine of the test."""
    made = Shelf()

    def vault(**given: Any) -> Vault:
        return Vault(backend=made, environ={}, **given)

    monkeypatch.setattr("cmapp.services.engine.Vault", vault)
    return made


@pytest.fixture
def stage(shelf: Shelf, tmp_path: Path) -> Iterator[Stage]:
    with time_is(HandClock()):
        made = Stage(tmp_path / "profile", accounts=1)
        yield made
        made.close()


def stopped(stage: Stage, trouble: SignInNeeded) -> None:
    desk = stage.engine.desk
    syncing.stopped(desk, desk.account(stage.accounts[0]), trouble)


@pytest.mark.parametrize("why", ["keyring_unavailable", "keyring_switched"])
def test_an_account_waits_for_its_keyring_and_goes_on_by_itself(stage: Stage, why: str) -> None:
    desk = stage.engine.desk
    stopped(stage, SignInNeeded(why, reason="locked"))
    account = desk.account(stage.accounts[0])
    assert account.state == "active", "nobody has to sign in again"
    assert account.due_at > desk.now()
    assert account.problem == why
    stage.call("sync")
    assert desk.store.read(problems.every) == []


def test_a_dead_token_still_parks_the_account(stage: Stage) -> None:
    stopped(stage, SignInNeeded("token_refused"))
    account = stage.engine.desk.account(stage.accounts[0])
    assert (account.state, account.problem) == ("sign_in", "sign_in_needed")


def test_a_sign_in_that_reached_the_keyring_later_is_no_problem_any_more(
    stage: Stage, shelf: Shelf
) -> None:
    desk, account = stage.engine.desk, stage.accounts[0]
    desk.store.write(lambda tx: problems.report(tx, "no_keyring", now=1, account_id=account))
    desk.vault.save(account, {"token": CANARY})
    stage.call("sync")
    assert desk.store.read(problems.every) == []


@pytest.mark.parametrize("how", ["open", "locked", "killed"])
def test_a_removed_account_leaves_no_secret(stage: Stage, shelf: Shelf, how: str) -> None:
    desk, account = stage.engine.desk, stage.accounts[0]
    assert desk.vault.save(account, {"token": CANARY})
    shelf.locked = how == "locked"
    if how == "killed":  # between the store's commit and the keyring
        desk.vault.owe(account)
        whole = desk.account(account)
        desk.store.write(lambda tx: accounts.remove(tx, whole))
    else:
        stage.call("accounts.remove", id=account)
    shelf.locked = False
    stage.restart()
    stage.engine._keep_clocks()
    assert [name for name in shelf.held if CANARY in shelf.held[name]] == []
    assert CANARY not in stage.paths.keyring.read_text()


def test_the_key_of_the_writing_help_is_for_its_server_alone(stage: Stage, shelf: Shelf) -> None:
    stage.call("writing_help.set", url="https://one.example/v1", model="m", key=CANARY)
    assert writing_help.key(stage.engine.desk) == CANARY
    # a kill before, or a hand in, the settings leaves another address there
    path = stage.paths.settings
    told = json.loads(path.read_text())
    path.write_text(json.dumps({**told, "help_url": "https://other.example/v1"}))
    assert writing_help.key(stage.engine.desk) is None
    # a keyring that was locked while the address was changed still has the old key
    path.write_text(json.dumps(told))
    shelf.locked = True
    stage.call("writing_help.set", url="https://other.example/v1")
    shelf.locked = False
    assert writing_help.key(stage.engine.desk) is None
