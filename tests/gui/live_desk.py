"""A desk on a stage of the test's own: it reads the store, and the real engine does the rest."""

from __future__ import annotations

from typing import Any

from cmapp.system.settings import Settings
from cmapp.ui.reader import StoreDesk
from tests.support.stage import Stage


class LiveDesk(StoreDesk):
    """Reads the store itself; commands go to the engine of the stage, in this process."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.paths, Settings)
        self.stage = stage

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        return self.stage.call(command, **args)
