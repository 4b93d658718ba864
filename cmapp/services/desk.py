"""The parts that every service works with, put together once by the engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cmapp.connectors.base import Connector, Grant
from cmapp.connectors.registry import connector_class
from cmapp.domain.errors import Missing
from cmapp.store import accounts, outbox
from cmapp.store.accounts import Account
from cmapp.store.database import Store
from cmapp.store.outbox import Deed
from cmapp.system.clock import Clock
from cmapp.system.network import Network
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings
from cmapp.system.vault import Vault


class Links:
    """One connector per account, made when it is first needed. Any thread may ask."""

    def __init__(self, paths: Paths, vault: Vault) -> None:
        """Make none yet."""
        self._paths = paths
        self._vault = vault
        self._made: dict[str, Connector] = {}
        self._lock = threading.Lock()

    def to(self, account: Account) -> Connector:
        """Return the connector of an account; no I/O happens yet."""
        with self._lock:
            if account.id not in self._made:
                kind = connector_class(account.platform)
                secrets = self._vault.of(account.id, handed_as=kind.spec.secret)
                self._made[account.id] = kind(grant_of(account), secrets, profile=self._paths.root)
            return self._made[account.id]

    def drop(self, account_id: str) -> None:
        """Forget a connector: its account was changed or removed."""
        with self._lock:
            link = self._made.pop(account_id, None)
        if link is not None:
            link.close()

    def close(self) -> None:
        """Close them all."""
        for account_id in tuple(self._made):
            self.drop(account_id)


def grant_of(account: Account) -> Grant:
    """Return what the connector may know of an account; secrets it asks the vault for."""
    return Grant(
        server=account.server,
        realm=account.realm,
        remote_id=account.remote_id,
        handle=account.handle,
        name=account.name,
        avatar=account.avatar,
        url=account.url,
        facts=account.facts,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a service may need. `settings` is read anew at each use."""

    paths: Paths
    store: Store
    clock: Clock
    vault: Vault
    links: Links
    network: Network
    read_settings: Any
    commands: Mapping[str, Callable[..., dict[str, Any]]]
    """The table of commands, for what runs them by name: rules, and the undo of what they did."""
    lanes: dict[str, threading.RLock] = field(default_factory=dict)
    lanes_lock: threading.Lock = field(default_factory=threading.Lock)
    copying: threading.Lock = field(default_factory=threading.Lock)
    """Held by whoever makes, opens or changes copies of the database."""

    @property
    def settings(self) -> Settings:
        """Return the settings as they are now."""
        found: Settings = self.read_settings()
        return found

    def now(self) -> int:
        """Return the time in UTC ms."""
        return self.clock.now()

    def lane(self, account_id: str) -> threading.RLock:
        """Return the account's lane: whoever speaks to its platform holds it."""
        with self.lanes_lock:
            return self.lanes.setdefault(account_id, threading.RLock())

    def account(self, account_id: str) -> Account:
        """Return an account. Raises Missing (`unknown_account`)."""
        found = self.store.read(lambda db: accounts.by_id(db, account_id))
        if found is None:
            raise Missing("unknown_account", id=account_id)
        return found

    def accounts(self) -> list[Account]:
        """Return the connected accounts."""
        return self.store.read(accounts.every)

    def row(self, row_id: int) -> Deed:
        """Return a row of the outbox. Raises Missing (`unknown_row`)."""
        found = self.store.read(lambda db: outbox.by_id(db, row_id))
        if found is None:
            raise Missing("unknown_row", id=str(row_id))
        return found
