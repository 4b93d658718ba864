"""Secrets lie in the keyring or in memory, and nowhere else (P9, PV-01)."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import keyring.backends.fail
import pytest
from keyring.errors import KeyringLocked, PasswordDeleteError

from cmapp.domain.errors import SignInNeeded
from cmapp.system import handed
from cmapp.system.vault import CHUNK, SERVICE, Vault

CANARY = "canary-2b8e6d"


class Shelf(keyring.backend.KeyringBackend):
    """A keyring of the kind that the system has; it can be told to die or to hang."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.calls_left = -1
        self.hang: threading.Event | None = None
        self.locked = False

    def _step(self) -> None:
        if self.hang is not None:
            self.hang.wait()
        if self.locked:
            raise KeyringLocked(CANARY)
        if self.calls_left == 0:
            raise SystemError("killed here")
        self.calls_left -= 1

    def get_password(self, service: str, username: str) -> str | None:
        self._step()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._step()
        assert len(password.encode("utf-16-le")) <= 2560
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._step()
        if (service, username) not in self.held:
            raise PasswordDeleteError(username)
        del self.held[service, username]


def test_secrets_come_back_in_another_process() -> None:
    shelf = Shelf()
    assert Vault(backend=shelf, environ={}).save("ab12cd34", {"token": "密", "x": ""})
    assert Vault(backend=shelf, environ={}).load("ab12cd34") == {"token": "密", "x": ""}
    assert set(shelf.held) == {(SERVICE, "ab12cd34:0")}


def test_long_secrets_are_chunked_and_old_chunks_go() -> None:
    shelf = Shelf()
    vault = Vault(backend=shelf, environ={})
    for length in (10 * CHUNK, 3 * CHUNK, 5, 2 * CHUNK):
        secrets = {"jwt": "退" * (length // 6) + "x" * length}
        assert vault.save("a", secrets)
        assert vault.load("a") == secrets
    assert len(shelf.held) == 6
    vault.forget("a")
    assert shelf.held == {}


@pytest.mark.parametrize("new_size", [10, 4000])
@pytest.mark.parametrize("old_size", [10, 4000])
def test_a_kill_between_two_entries_leaves_the_old_or_the_new(old_size: int, new_size: int) -> None:
    old, new = {"t": "o" * old_size}, {"t": "n" * new_size}
    ends = set()
    for step in range(30):
        shelf = Shelf()
        Vault(backend=shelf, environ={}).save("a", old)
        shelf.calls_left = step
        Vault(backend=shelf, environ={}).save("a", new)
        shelf.calls_left = -1
        found = Vault(backend=shelf, environ={}).load("a")
        assert found in (old, new)
        ends.add(found["t"][0])
        assert Vault(backend=shelf, environ={}).forget("a")
        assert shelf.held == {}
    assert ends == {"o", "n"}


def test_without_a_keyring_memory_holds_them_and_the_status_says_so() -> None:
    vault = Vault(backend=keyring.backends.fail.Keyring(), environ={})
    assert vault.status().state == "none"
    assert vault.status().reason == "no_keyring"
    assert not vault.save("a", {"token": CANARY})
    assert vault.load("a") == {"token": CANARY}
    with pytest.raises(SignInNeeded) as caught:
        Vault(backend=keyring.backends.fail.Keyring(), environ={}).load("a")
    assert (caught.value.why, caught.value.facts) == (
        "keyring_unavailable",
        {"reason": "no_keyring"},
    )


def test_an_account_that_was_never_signed_in() -> None:
    vault = Vault(backend=Shelf(), environ={})
    with pytest.raises(SignInNeeded) as caught:
        vault.load("a")
    assert caught.value.why == "no_secret"
    assert vault.of("a").get("token") is None


@pytest.mark.parametrize("name", ["CMAPP_TOKEN_ab12cd34", "CMAPP_TOKEN_AB12CD34"])
def test_a_token_from_the_environment_goes_first_and_is_never_kept(name: str) -> None:
    shelf = Shelf()
    Vault(backend=shelf, environ={}).save("ab12cd34", {"password": "old"})
    before = dict(shelf.held)
    vault = Vault(backend=shelf, environ={name: CANARY})
    secrets = vault.of("ab12cd34", handed_as="password")
    assert secrets.get("password") == CANARY
    secrets.put(access="session")
    assert vault.load("ab12cd34", handed_as="password") == {
        "password": CANARY,
        "access": "session",
    }
    assert shelf.held == before


def test_a_renewed_secret_is_safe_before_put_returns() -> None:
    shelf = Shelf()
    Vault(backend=shelf, environ={}).save("a", {"token": "1", "refresh": "2"})
    secrets = Vault(backend=shelf, environ={}).of("a")
    secrets.put(token="3")
    assert Vault(backend=shelf, environ={}).load("a") == {"token": "3", "refresh": "2"}
    assert secrets.get("token") == "3"


def test_a_locked_keyring_is_told_from_none_and_used_once_it_opens() -> None:
    shelf = Shelf()
    shelf.locked = True
    vault = Vault(backend=shelf, environ={})
    assert (vault.status().state, vault.status().reason) == ("locked", "locked")
    assert not vault.save("a", {"token": CANARY})
    shelf.locked = False
    assert vault.load("a") == {"token": CANARY}
    assert Vault(backend=shelf, environ={}).load("a") == {"token": CANARY}


@pytest.fixture
def hanging() -> Iterator[Shelf]:
    shelf = Shelf()
    shelf.hang = threading.Event()
    yield shelf
    shelf.hang.set()


def test_a_prompt_that_nobody_answers_does_not_hold_us(hanging: Shelf) -> None:
    vault = Vault(backend=hanging, environ={}, timeout=0.2)
    begun = time.monotonic()
    assert vault.status().reason == "no_answer"
    assert not vault.save("a", {"token": CANARY})
    assert vault.load("a") == {"token": CANARY}
    assert (time.monotonic() - begun) / 0.2 < 10
    assert hanging.hang is not None
    hanging.hang.set()
    assert Vault(backend=hanging, environ={}).status().state == "keyring"


def test_the_thread_goes_with_its_vault() -> None:
    before = set(threading.enumerate())
    vault = Vault(backend=Shelf(), environ={})
    assert vault.save("a", {"token": CANARY})
    (thread,) = (t for t in set(threading.enumerate()) - before if t.name == "keyring")
    del vault
    gc.collect()
    thread.join(60)
    assert not thread.is_alive()


def test_a_backend_that_writes_readable_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class PlaintextKeyring(Shelf):
        pass

    PlaintextKeyring.__module__ = "keyrings.alt.file"
    plain = PlaintextKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: plain)
    vault = Vault(environ={})
    assert vault.status().reason == "backend_refused"
    assert not vault.save("a", {"token": CANARY})
    assert plain.held == {}


def test_of_several_backends_an_allowed_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    class Chainer:
        backends: list[Any]

    class Secret(Shelf):
        pass

    Chainer.__module__ = "keyring.backends.chainer"
    Secret.__module__ = "keyring.backends.SecretService"
    secret, chainer = Secret(), Chainer()
    chainer.backends = [Shelf(), secret]
    monkeypatch.setattr(keyring, "get_keyring", lambda: chainer)
    vault = Vault(environ={})
    assert vault.save("a", {"token": CANARY})
    assert vault.status().backend == "keyring.backends.SecretService"
    assert secret.held


def test_a_damaged_entry_asks_for_a_new_sign_in() -> None:
    shelf = Shelf()
    vault = Vault(backend=shelf, environ={})
    vault.save("a", {"t": "x" * 4000})
    shelf.held[SERVICE, "a:1"] = "other"
    with pytest.raises(SignInNeeded) as caught:
        vault.load("a")
    assert caught.value.facts["reason"] == "broken"


# --- which keyring has them ---------------------------------------------------------------------


class Wallet(Shelf):
    """The keyring of another desktop."""


Wallet.__module__ = "keyring.backends.kwallet"


def vault_of(shelf: Shelf, ledger: Path, *others: Shelf) -> Vault:
    by_module = {type(one).__module__: one for one in others}
    return Vault(backend=shelf, environ={}, ledger=ledger, other=by_module.get)


def test_another_desktop_is_told_from_a_sign_in_that_never_was(tmp_path: Path) -> None:
    ledger, wallet, shelf = tmp_path / "keyring.json", Wallet(), Shelf()
    assert vault_of(wallet, ledger).save("a", {"token": CANARY})
    with pytest.raises(SignInNeeded) as caught:
        vault_of(shelf, ledger).load("a")
    assert caught.value.why == "keyring_switched"
    assert caught.value.facts == {"was": "kwallet", "now": "test_vault"}
    with pytest.raises(SignInNeeded) as caught:
        vault_of(shelf, ledger).load("b")
    assert caught.value.why == "no_secret"
    # back on the old desktop it goes on; a new sign-in here is another way
    assert vault_of(wallet, ledger).load("a") == {"token": CANARY}
    assert vault_of(shelf, ledger).save("a", {"token": "new"})
    assert vault_of(shelf, ledger).load("a") == {"token": "new"}
    assert CANARY not in ledger.read_text()


def test_where_both_answer_it_is_brought_along(tmp_path: Path) -> None:
    ledger, wallet, shelf = tmp_path / "keyring.json", Wallet(), Shelf()
    secrets = {"token": CANARY, "jwt": "x" * 5000}
    vault_of(wallet, ledger).save("a", secrets)
    assert vault_of(shelf, ledger, wallet).load("a") == secrets
    assert wallet.held == {} and shelf.held
    assert vault_of(shelf, ledger).load("a") == secrets


@pytest.mark.parametrize("step", range(12))
def test_a_kill_while_it_is_brought_along_loses_nothing(tmp_path: Path, step: int) -> None:
    ledger, wallet, shelf = tmp_path / "keyring.json", Wallet(), Shelf()
    secrets = {"token": CANARY, "jwt": "x" * 3000}
    vault_of(wallet, ledger).save("a", secrets)
    shelf.calls_left = step
    with contextlib.suppress(SignInNeeded):
        vault_of(shelf, ledger, wallet).load("a")
    shelf.calls_left = -1
    assert vault_of(shelf, ledger, wallet).load("a") == secrets


def test_a_removal_that_met_a_locked_keyring_is_owed_and_then_done(tmp_path: Path) -> None:
    ledger, shelf = tmp_path / "keyring.json", Shelf()
    vault_of(shelf, ledger).save("a", {"token": CANARY})
    shelf.locked = True
    vault = vault_of(shelf, ledger)
    assert not vault.forget("a")
    vault.settle(set())
    assert vault.owed() == ("a",) and shelf.held
    shelf.locked = False
    vault_of(shelf, ledger).settle(set())
    assert shelf.held == {}
    assert vault_of(shelf, ledger).owed() == ()


def test_a_removal_that_did_not_happen_takes_no_sign_in(tmp_path: Path) -> None:
    ledger, shelf = tmp_path / "keyring.json", Shelf()
    vault_of(shelf, ledger).save("a", {"token": CANARY})
    vault_of(shelf, ledger).owe("a")
    later = vault_of(shelf, ledger)
    later.settle({"a"})
    assert later.owed() == () and later.load("a") == {"token": CANARY}


def test_a_removal_reaches_the_keyring_of_the_other_desktop(tmp_path: Path) -> None:
    ledger, wallet, shelf = tmp_path / "keyring.json", Wallet(), Shelf()
    vault_of(wallet, ledger).save("a", {"token": CANARY})
    assert not vault_of(shelf, ledger).forget("a"), "it does not answer: owed"
    vault_of(shelf, ledger, wallet).settle(set())
    assert wallet.held == {}


@pytest.mark.parametrize(
    "junk", [b"", b"[]", b"{", b"\xff", b'{"kept": 1, "owed": {}}', b"[" * 100_000]
)
def test_a_ledger_that_is_nonsense_is_none(tmp_path: Path, junk: bytes) -> None:
    ledger, shelf = tmp_path / "keyring.json", Shelf()
    vault_of(shelf, ledger).save("a", {"token": CANARY})
    ledger.write_bytes(junk)
    vault = vault_of(shelf, ledger)
    assert vault.load("a") == {"token": CANARY}
    assert json.loads(ledger.read_text())["kept"] == {"a": "tests.unit.system.test_vault"}


def test_two_profiles_keep_their_own_keys(tmp_path: Path) -> None:
    shelf = Shelf()
    one, two = (vault_of(shelf, tmp_path / name) for name in ("one.json", "two.json"))
    assert one.own("writing-help") != two.own("writing-help")
    one.save(one.own("writing-help"), {"token": CANARY})
    with pytest.raises(SignInNeeded):
        two.load(two.own("writing-help"))
    assert vault_of(shelf, tmp_path / "one.json").own("writing-help") == one.own("writing-help")


# --- tokens from the environment ----------------------------------------------------------------


def test_what_is_handed_in_leaves_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMAPP_TOKEN_FE12AA90", CANARY)
    vault = Vault(backend=Shelf())
    assert "CMAPP_TOKEN_FE12AA90" not in os.environ
    assert vault.load("fe12aa90") == {"token": CANARY}
    reads, writes = os.pipe()
    handed.give(os.fdopen(writes, "wb"))
    monkeypatch.setattr(handed, "_taken", {})
    with os.fdopen(reads, "rb") as pipe:
        handed.receive(pipe)
    assert Vault(backend=Shelf()).load("fe12aa90") == {"token": CANARY}
    assert "CMAPP_TOKEN_FE12AA90" not in os.environ
