"""Secrets by account: the system's keyring, else the environment or memory; never a file.

Keyring service `cmapp`, user `<account id>:<n>`. Entry 0 is the head: either the secrets
themselves, or, where they are long (Windows holds 2 560 bytes of UTF-16 in one entry), the
numbers of the entries that hold them. A longer value is written to numbers that are not in use
and the head last, so that a kill between two entries leaves the old value whole.

Which backend has the secrets of an account is noted (`cmapp.system.kept`). Where the session has
another one now, what lies in the old one is moved if that still answers, else it is said.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import queue
import threading
import weakref
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from cmapp.domain.errors import SignInNeeded
from cmapp.system import handed
from cmapp.system.kept import Ledger
from cmapp.system.log import hide

log = logging.getLogger(__name__)

T = TypeVar("T")

SERVICE = "cmapp"
CHUNK = 1200
MOST_CHUNKS = 32
# A backend that is not here is refused: `keyrings.alt`, once installed, becomes the default and
# writes secrets to a readable file.
ALLOWED = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.Windows",
        "keyring.backends.macOS",
    }
)
NO_BACKENDS = frozenset({"keyring.backends.fail", "keyring.backends.null"})


class Backend(Protocol):
    """The three calls of a keyring backend that are used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret, or None where there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove the secret; raises where there is none."""


@dataclass(frozen=True, slots=True)
class VaultStatus:
    """How secrets are kept here.

    `state`: `keyring` (kept for good), `locked` (a keyring that does not open), `none`.
    `reason`, where state is not `keyring`: `no_keyring`, `backend_refused`, `locked`,
    `no_answer` (a prompt nobody answered), `broken`. `backend` is the backend's module name.
    """

    state: Literal["keyring", "locked", "none"]
    backend: str
    reason: str | None = None


class _Failed(Exception):
    """A keyring call did not work; `reason` as in VaultStatus."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_Jobs = queue.SimpleQueue[Callable[[], None] | None]


class _Worker:
    """One daemon thread for keyring calls: a prompt on somebody's screen may block for ever."""

    def __init__(self) -> None:
        self._jobs: _Jobs = queue.SimpleQueue()
        weakref.finalize(self, self._jobs.put, None)  # the thread goes with whom it worked for
        self._busy = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stuck = False

    def run(self, job: Callable[[], T], seconds: float) -> T:
        """Run `job` within `seconds`, or raise `_Failed("no_answer")` and leave it behind."""
        # While one call hangs, the next ones do not each wait out the whole time again.
        if not self._busy.acquire(timeout=0.05 if self._stuck else seconds):
            raise _Failed("no_answer")
        done = threading.Event()
        box: list[T] = []
        trouble: list[Exception] = []

        def work() -> None:
            try:
                box.append(job())
            except Exception as error:
                trouble.append(error)
            finally:
                self._stuck = False
                self._busy.release()
                done.set()

        if self._thread is None:
            self._thread = threading.Thread(
                target=_work, args=(self._jobs,), name="keyring", daemon=True
            )
            self._thread.start()
        self._jobs.put(work)
        if not done.wait(seconds):
            self._stuck = not done.is_set()
            raise _Failed("no_answer")
        if trouble:
            raise _Failed(_reason_of(trouble[0]))
        return box[0]


def _work(jobs: _Jobs) -> None:
    while (job := jobs.get()) is not None:
        job()
        del job  # it knows the worker, which would never be let go


def _reason_of(error: Exception) -> str:
    if isinstance(error, _Failed):
        return error.reason
    # By name, so that keyring is not imported where it was never needed.
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return "locked"
    if names & {"NoKeyringError", "InitError"}:
        return "no_keyring"
    return "broken"


def _find_backend() -> Backend:
    """Return the system's keyring, if it is one of those allowed.

    Raises:
        _Failed: `no_keyring` or `backend_refused`.
    """
    import keyring

    chosen = keyring.get_keyring()
    candidates: list[Any] = [chosen]
    if type(chosen).__module__ == "keyring.backends.chainer":
        candidates = list(chosen.backends)  # type: ignore[attr-defined]  # ChainerBackend's own
    if {type(c).__module__ for c in candidates} <= NO_BACKENDS and not _chosen_by_hand():
        candidates += _there_now()  # keyring looks once; a session may get its keyring later
    for candidate in candidates:
        if type(candidate).__module__ in ALLOWED:
            found: Backend = candidate
            return found
    modules = {type(candidate).__module__ for candidate in candidates}
    raise _Failed("no_keyring" if modules <= NO_BACKENDS else "backend_refused")


def _chosen_by_hand() -> bool:
    """Tell whether the environment or keyringrc.cfg names a backend: that wish holds."""
    from keyring import core

    return core.load_env() is not None or core.load_config() is not None


def _there_now() -> list[Any]:
    """Return the allowed backends that answer now, the best first."""
    from keyring.backend import KeyringBackend, get_all_keyring

    get_all_keyring()  # loads the classes
    kinds = [k for k in KeyringBackend.get_viable_backends() if k.__module__ in ALLOWED]
    found = []
    for kind in sorted(kinds, key=lambda k: -k.priority):
        try:
            found.append(kind())
        except Exception as problem:
            log.info("a keyring does not start: %s", problem)
    return found


def _locked(backend: Backend) -> bool:
    """Tell whether a Secret Service is locked, without the prompt that any other call brings up."""
    if type(backend).__module__ != "keyring.backends.SecretService":
        return False
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        try:
            return bool(secretstorage.Collection(bus).is_locked())
        except secretstorage.exceptions.ItemNotFoundException:
            return False  # there is none yet; it is made, with a question, when it is needed


def _by_name(module: str) -> Backend | None:
    """Return the allowed backend of that module, if it answers now."""
    if module not in ALLOWED:
        return None
    return next((one for one in _there_now() if type(one).__module__ == module), None)


class Vault:
    """The secrets of all accounts. Any thread may use it; each call ends within `timeout`."""

    def __init__(
        self,
        *,
        backend: Backend | None = None,
        environ: Mapping[str, str] | None = None,
        timeout: float = 20.0,
        ledger: Path | None = None,
        other: Callable[[str], Backend | None] = _by_name,
    ) -> None:
        """Without `backend` the system's keyring is looked for when first needed.

        `environ`: tokens by variable, else those that were handed in. `ledger`: the file that
        notes where secrets lie. `other` finds a backend that had them once, by its module.
        """
        self._backend = backend
        self._environ = handed.take() if environ is None else environ
        self._ledger = Ledger(ledger)
        self._other = other
        self._timeout = timeout
        self._lock = threading.RLock()
        self._memory: dict[str, dict[str, str]] = {}
        self._told: str | None = None
        self._dismissed = False
        self._worker = _Worker()

    def of(self, account: str, *, handed_as: str = "token") -> AccountSecrets:
        """Return the secrets of one account, to be handed to its connector."""
        return AccountSecrets(self, account, handed_as)

    def load(self, account: str, *, handed_as: str = "token") -> dict[str, str]:
        """Return the secrets of `account`.

        A token from the environment goes before everything else and is found as `handed_as`.

        Raises:
            SignInNeeded: none are to be had; code `no_secret` (never given, or forgotten), or
                `keyring_unavailable` with fact `reason` as in VaultStatus, or `keyring_switched`
                with facts `was` and `now`: another keyring has them, which does not answer here.
        """
        with self._lock:
            handed = self._handed(account)
            if handed is not None:
                return {handed_as: handed, **self._memory.get(account, {})}
            if account in self._memory:
                held = self._memory[account]
                self.save(account, held)
                return dict(held)
            was = self._ledger.backend(account)
            try:
                secrets = self._run(lambda backend: _read(backend, account))
                if secrets is None and was not in (None, self._name()):
                    secrets = self._moved(account, str(was))
                    if secrets is None:
                        facts = {"was": _short(str(was)), "now": _short(self._name())}
                        raise SignInNeeded("keyring_switched", **facts)
            except _Failed as failed:
                facts = {} if was is None else {"was": _short(was)}
                raise SignInNeeded("keyring_unavailable", reason=failed.reason, **facts) from None
            if secrets is None:
                raise SignInNeeded("no_secret")
            for secret in secrets.values():
                hide(secret)
            self._ledger.keep(account, self._name())
            return secrets

    def _moved(self, account: str, was: str) -> dict[str, str] | None:
        """Bring the secrets over from the backend that had them; None where it does not answer.

        What is there goes only when what is here was read back.
        """

        def bring(backend: Backend) -> dict[str, str] | None:
            old = self._other(was)
            secrets = None if old is None else _read(old, account)
            if old is None or secrets is None:
                return None
            _write(backend, account, secrets)
            if _read(backend, account) == secrets:
                _erase(old, account)
            return secrets

        try:
            return self._run(bring)
        except _Failed as failed:
            log.warning("secrets in another keyring cannot be had: %s", failed.reason)
            return None

    def save(self, account: str, secrets: Mapping[str, str]) -> bool:
        """Keep `secrets`; true if they outlive this process, else memory holds them.

        Where the environment hands in this account's token, a session made from it stays in
        memory too.
        """
        held = dict(secrets)
        for secret in held.values():
            hide(secret)
        with self._lock:
            self._memory[account] = held
            if self._handed(account) is not None:
                return False
            try:
                self._run(lambda backend: _write(backend, account, held))
            except _Failed as failed:
                if failed.reason != self._told:
                    log.warning("secrets stay in memory: %s", failed.reason)
                self._told = failed.reason
                return False
            self._told = None
            del self._memory[account]
            self._ledger.keep(account, self._name())
            return True

    def kept(self, account: str) -> bool:
        """Tell whether a keyring has the secrets of `account`, as far as was noted."""
        return account not in self._memory and self._ledger.backend(account) is not None

    def owe(self, account: str) -> None:
        """Note that the secrets of `account` are to go: a kill from now on forgets no removal."""
        self._ledger.owe(account)

    def forget(self, account: str) -> bool:
        """Remove every secret of `account`; false if a keyring has it that could not be asked.

        That removal is owed then: `settle` does it once the keyring answers.
        """
        with self._lock:
            self._memory.pop(account, None)
            was = self._ledger.backend(account)

            def erase(backend: Backend) -> bool:
                _erase(backend, account)
                if was in (None, self._name()):
                    return True
                old = self._other(str(was))
                if old is not None:
                    _erase(old, account)
                return old is not None

            try:
                done = self._run(erase)
            except _Failed as failed:
                done = failed.reason == "no_keyring" and was is None
            if done:
                self._ledger.gone(account)
            else:
                self._ledger.owe(account)
            return done

    def owed(self) -> tuple[str, ...]:
        """Return the accounts whose secrets are still to be removed."""
        return self._ledger.owed()

    def settle(self, there: Collection[str]) -> None:
        """Finish removals that are owed; `there` are the accounts that exist after all."""
        for account in self._ledger.owed():
            if account in there:
                self._ledger.excuse(account)
            elif not self.forget(account):
                return

    def own(self, name: str) -> str:
        """Return the name under which something of this profile, not of an account, is kept."""
        return f"{name}-{self._ledger.id}"

    def status(self) -> VaultStatus:
        """Tell how secrets are kept here, by asking the keyring for one that does not exist.

        Puts no question on anybody's screen.
        """
        try:
            self._run(lambda backend: backend.get_password(SERVICE, "status:0"), quiet=True)
        except _Failed as failed:
            locked = failed.reason in {"locked", "no_answer"}
            return VaultStatus("locked" if locked else "none", self._name(), failed.reason)
        return VaultStatus("keyring", self._name())

    def _name(self) -> str:
        return type(self._backend).__module__ if self._backend is not None else ""

    def _handed(self, account: str) -> str | None:
        for name in (f"CMAPP_TOKEN_{account}", f"CMAPP_TOKEN_{account.upper()}"):
            if token := self._environ.get(name, "").strip():
                hide(token)
                return token
        return None

    def may_ask(self) -> None:
        """Let the keyring put its question on the screen again: a person asked for something."""
        self._dismissed = False

    def _run(self, job: Callable[[Backend], T], *, quiet: bool = False) -> T:
        """Run `job` on the backend. `quiet`: a locked one is told, nobody is asked to unlock it.

        So it is, too, once somebody has said no, until `may_ask`.
        """
        quiet = quiet or self._dismissed

        def call() -> T:
            if self._backend is None:
                self._backend = _find_backend()
            if quiet and _locked(self._backend):
                raise _Failed("locked")
            return job(self._backend)

        try:
            done = self._worker.run(call, self._timeout)
        except _Failed as failed:
            self._dismissed = self._dismissed or failed.reason == "locked"
            raise
        self._dismissed = False
        return done


def _short(module: str) -> str:
    return module.rpartition(".")[2]


class AccountSecrets:
    """One account's secrets: read at use, kept anew when the platform renews them."""

    def __init__(self, vault: Vault, account: str, handed_as: str) -> None:
        """`handed_as` names the secret that the environment may hand in."""
        self._vault = vault
        self._account = account
        self._handed_as = handed_as
        self._known: dict[str, str] | None = None

    def get(self, name: str) -> str | None:
        """Return the secret, or None where there is none.

        Raises:
            SignInNeeded: `keyring_unavailable`, as in `Vault.load`.
        """
        return self._load().get(name)

    def put(self, **renewed: str) -> None:
        """Keep renewed secrets, all or none; when this returns the keyring has them, or memory.

        Raises:
            SignInNeeded: `keyring_unavailable`, where what there is cannot be read.
        """
        self._known = {**self._load(), **renewed}
        self._vault.save(self._account, self._known)

    def _load(self) -> dict[str, str]:
        """Return what there is; where there is nothing, it is asked for anew each time."""
        if self._known is None:
            try:
                self._known = self._vault.load(self._account, handed_as=self._handed_as)
            except SignInNeeded as error:
                if error.why != "no_secret":
                    raise
                return {}
        return self._known


def _head(backend: Backend, account: str) -> tuple[str | None, list[int]]:
    """Return the head and the numbers of the entries that it names."""
    head = backend.get_password(SERVICE, f"{account}:0")
    if head is None or not head.startswith("+"):
        return head, []
    numbers = head[1:].partition(" ")[0].split(",")
    return head, [int(number) for number in numbers if number.isdecimal()]


def _read(backend: Backend, account: str) -> dict[str, str] | None:
    head, numbers = _head(backend, account)
    if head is None:
        return None
    text = head[1:]
    if numbers:
        chunks = [backend.get_password(SERVICE, f"{account}:{n}") for n in numbers]
        text = "".join(chunk or "" for chunk in chunks)
        if hashlib.sha256(text.encode()).hexdigest() != head.partition(" ")[2]:
            raise _Failed("broken")
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise _Failed("broken")
    return {str(name): str(value) for name, value in found.items()}


def _write(backend: Backend, account: str, secrets: Mapping[str, str]) -> None:
    # ASCII, so that one character is two bytes of UTF-16 everywhere.
    text = json.dumps(dict(secrets), ensure_ascii=True, separators=(",", ":"))
    _, old = _head(backend, account)
    if len(text) < CHUNK:
        head, new = "=" + text, []
    else:
        chunks = [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]
        if len(chunks) > MOST_CHUNKS:
            raise _Failed("broken")
        free = (n for n in range(1, 2 * MOST_CHUNKS + 1) if n not in old)
        new = [next(free) for _ in chunks]
        for number, chunk in zip(new, chunks, strict=True):
            backend.set_password(SERVICE, f"{account}:{number}", chunk)
        numbers = ",".join(map(str, new))
        head = f"+{numbers} {hashlib.sha256(text.encode()).hexdigest()}"
    backend.set_password(SERVICE, f"{account}:0", head)
    for number in old:
        _drop(backend, f"{account}:{number}")


def _erase(backend: Backend, account: str) -> None:
    # All of them: a kill in the middle of a write may have left chunks that no head names.
    for number in range(2 * MOST_CHUNKS, -1, -1):
        _drop(backend, f"{account}:{number}")


def _drop(backend: Backend, user: str) -> None:
    if backend.get_password(SERVICE, user) is not None:
        backend.delete_password(SERVICE, user)
