"""Who the doctor looks at: a profile, whether or not its store opens."""

from __future__ import annotations

from typing import Protocol

from cmapp.system.paths import Paths
from cmapp.system.vault import Vault


class Patient(Protocol):
    """What can be looked at without the store; a desk is one."""

    @property
    def paths(self) -> Paths:
        """The files of the profile."""

    @property
    def vault(self) -> Vault:
        """Its secrets, to be asked how they are kept, never for one."""
