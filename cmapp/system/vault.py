"""Secrets by account: the system's keyring, else the environment or memory; never a file.

Keyring service `cmapp`, user `<account id>:<n>`. Entry 0 is the head: either the secrets
themselves, or, where they are long (Windows holds 2 560 bytes of UTF-16 in one entry), the
numbers of the entries that hold them. A longer value is written to numbers that are not in use
and the head last, so that a kill between two entries leaves the old value whole.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

from cmapp.domain.errors import SignInNeeded
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


class _Worker:
    """One daemon thread for keyring calls: a prompt on somebody's screen may block for ever."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
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
            self._thread = threading.Thread(target=self._loop, name="keyring", daemon=True)
            self._thread.start()
        self._jobs.put(work)
        if not done.wait(seconds):
            self._stuck = not done.is_set()
            raise _Failed("no_answer")
        if trouble:
            raise _Failed(_reason_of(trouble[0]))
        return box[0]

    def _loop(self) -> None:
        while True:
            self._jobs.get()()


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
    for candidate in candidates:
        if type(candidate).__module__ in ALLOWED:
            found: Backend = candidate
            return found
    modules = {type(candidate).__module__ for candidate in candidates}
    raise _Failed("no_keyring" if modules <= NO_BACKENDS else "backend_refused")


class Vault:
    """The secrets of all accounts. Any thread may use it; each call ends within `timeout`."""

    def __init__(
        self,
        *,
        backend: Backend | None = None,
        environ: Mapping[str, str] | None = None,
        timeout: float = 20.0,
    ) -> None:
        """Without `backend` the system's keyring is looked for when first needed."""
        self._backend = backend
        self._environ = os.environ if environ is None else environ
        self._timeout = timeout
        self._lock = threading.RLock()
        self._memory: dict[str, dict[str, str]] = {}
        self._told: str | None = None
        self._worker = _Worker()

    def of(self, account: str, *, handed_as: str = "token") -> AccountSecrets:
        """Return the secrets of one account, to be handed to its connector."""
        return AccountSecrets(self, account, handed_as)

    def load(self, account: str, *, handed_as: str = "token") -> dict[str, str]:
        """Return the secrets of `account`.

        A token from the environment goes before everything else and is found as `handed_as`.

        Raises:
            SignInNeeded: none are to be had; code `no_secret` (never given, or forgotten), or
                `keyring_unavailable` with fact `reason` as in VaultStatus.
        """
        with self._lock:
            handed = self._handed(account)
            if handed is not None:
                return {handed_as: handed, **self._memory.get(account, {})}
            if account in self._memory:
                held = self._memory[account]
                self.save(account, held)
                return dict(held)
            try:
                secrets = self._run(lambda backend: _read(backend, account))
            except _Failed as failed:
                reason: str | None = failed.reason
            else:
                if secrets is not None:
                    for secret in secrets.values():
                        hide(secret)
                    return secrets
                reason = None
        if reason is None:
            raise SignInNeeded("no_secret")
        raise SignInNeeded("keyring_unavailable", reason=reason)

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
            return True

    def forget(self, account: str) -> bool:
        """Remove every secret of `account`; false if the keyring could not be asked to."""
        with self._lock:
            self._memory.pop(account, None)
            try:
                self._run(lambda backend: _erase(backend, account))
            except _Failed as failed:
                return failed.reason == "no_keyring"
            return True

    def status(self) -> VaultStatus:
        """Tell how secrets are kept here, by asking the keyring for one that does not exist."""
        try:
            self._run(lambda backend: backend.get_password(SERVICE, "status:0"))
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

    def _run(self, job: Callable[[Backend], T]) -> T:
        def call() -> T:
            if self._backend is None:
                self._backend = _find_backend()
            return job(self._backend)

        return self._worker.run(call, self._timeout)


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
        if self._known is None:
            try:
                self._known = self._vault.load(self._account, handed_as=self._handed_as)
            except SignInNeeded as error:
                if error.why != "no_secret":
                    raise
                return None
        return self._known.get(name)

    def put(self, name: str, value: str) -> None:
        """Keep a renewed secret; when this returns the keyring has it, or else memory."""
        self.get(name)
        self._known = {**(self._known or {}), name: value}
        self._vault.save(self._account, self._known)


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
