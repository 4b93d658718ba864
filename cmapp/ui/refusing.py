"""The page in place of the window where a profile cannot be opened: why not, and what leads on."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from cmapp.domain.errors import Trouble
from cmapp.system.paths import Paths
from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet


class Refused(Sheet):
    """Changes nothing. What a newer cmapp wrote can be taken out of it, all the same."""

    def __init__(
        self, paths: Paths, bridge: Bridge, trouble: Trouble, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, words=text.trouble(trouble.why, trouble.facts, "cmapp"))
        self.head.setText(self.tr("This profile cannot be opened"))
        self.setWindowTitle(self.tr("This profile cannot be opened"))
        self._paths, self._bridge, self._trouble = paths, bridge, trouble
        self.export = self.step(self.tr("Export your data…"))
        self.export.clicked.connect(self._export)
        self.export.setVisible(trouble.why == "profile_newer")
        self.check = self.step(self.tr("Check this profile"))
        self.check.clicked.connect(self._check)
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _check(self) -> None:
        from cmapp.ui.dialogs.check_up import CheckUp
        from cmapp.ui.opening import looked_from_outside

        paths, trouble = self._paths, self._trouble
        CheckUp(lambda: looked_from_outside(paths, trouble), self._bridge, self).open()

    def _export(self) -> None:
        from cmapp.ui.asking import Asking
        from cmapp.ui.insights.export_data import ExportData

        asking = Asking(cast(Desk, _OfNewer(self._paths)), self._bridge, self)
        asking.tell.connect(lambda words, _undo: self.say(words))
        ExportData(asking, self).open()


class _OfNewer:
    """Reads a profile that a newer cmapp wrote, as far as it is as this one knows it."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        """Have a command done by whoever only reads. Raises Trouble."""
        from cmapp.services.engine import Engine

        engine = Engine.open(self._paths, serve=False, newer=True)
        try:
            return engine.call(command, **args)
        finally:
            engine.close()

    look = call

    def accounts(self) -> list[Any]:
        """Return none: what an account is, a newer cmapp may have written otherwise."""
        return []
