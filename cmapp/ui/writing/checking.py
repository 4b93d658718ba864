"""The checks of what is being written: asked after each pause, shown under the text (DR-06)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.widgets.checks import ChecksList
from cmapp.ui.widgets.text_block import units
from cmapp.ui.writing.piece import COMMON

WAIT = 500
WRITTEN = ("text", "media", "spoiler", "first_comment")
"""Fields that are mended where they stand, without another dialog."""
Pane = Any


class Checking(QObject):
    """Keeps one `ChecksList` true to the draft of `pane`."""

    def __init__(self, desk: Desk, bridge: Bridge, pane: Pane) -> None:
        super().__init__(pane)
        self._desk, self._bridge, self._pane = desk, bridge, pane
        self.list = ChecksList(pane.inside)
        self.list.goto.connect(self._goto)
        self.list.overriding.connect(self._override)
        self.list.put_back.connect(self._put_back)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT)
        self._clock.timeout.connect(self.look)

    def later(self) -> None:
        """Look again in a moment: something was kept, or changed around it."""
        self._clock.start()

    def clear(self) -> None:
        """Forget what was found: another piece begins."""
        self._clock.stop()
        self.list.clear()

    def look(self) -> None:
        """Ask what the checks find in the draft as it was kept."""
        pane = self._pane
        draft = pane.draft
        if pane.composer.piece.empty or not pane.isVisible():
            self.list.clear()
            return
        language = pane.locale().name()
        self._bridge.run(
            lambda: self._desk.look("checks.run", draft=str(draft), language=language),
            lambda found: self.show(draft, found),
            lambda _error: None,  # it was not kept yet, or went out
            stream="checks",
        )

    def show(self, draft: int, found: Mapping[str, Any]) -> None:
        """Show what was found in `draft`, while it is the one that is written."""
        if draft != self._pane.draft or self._pane.composer.piece.empty:
            return
        composer = self._pane.composer
        self.list.name_accounts({a.id: a.name or a.handle for a in composer.chosen().values()})
        self.list.show_findings(found)

    def refused(self, facts: Mapping[str, Any]) -> None:
        """Show what held it when it was to be queued, and give the keys to the first of it."""
        found = list(facts.get("findings") or ())
        if not found:
            return
        self.show(self._pane.draft, {"findings": found})
        stops = [f for f in found if f.get("severity") == "stop" and not f.get("override")]
        first = next((f for f in stops if f.get("field") in WRITTEN), None)
        if first is not None:
            self._goto(first)

    def _goto(self, finding: Mapping[str, Any]) -> None:
        composer = self._pane.composer
        key = (str(finding.get("account") or ""), str(finding.get("segment") or ""))
        wording = composer.piece.wording(key)
        field = finding.get("field")
        own = (
            wording is not None and (wording.text if field == "text" else wording.media) is not None
        )
        composer.show_key(key if own else COMMON)
        number = int(finding.get("n") or 0)
        if field == "media" and number < len(composer.pictures.rows):
            composer.pictures.rows[number].alt.setFocus()
        elif field in ("spoiler", "first_comment"):
            getattr(composer, str(field)).setFocus()
        elif field == "text" and finding.get("end"):
            words = composer.editor.toPlainText()
            cursor = composer.editor.textCursor()
            cursor.setPosition(units(words, min(len(words), int(finding["start"]))))
            end = units(words, min(len(words), int(finding["end"])))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            composer.editor.setTextCursor(cursor)
        elif field == "plan":
            self._pane.planning.pick()
        elif field == "brief":
            self._pane.open_brief()

    def _override(self, finding: Mapping[str, Any], reason: str) -> None:
        self._pane.sending.command(
            "checks.override",
            lambda _: self.look(),
            draft=str(self._pane.draft),
            check=finding["check"],
            account=finding.get("account"),
            reason=reason,
        )

    def _put_back(self, finding: Mapping[str, Any]) -> None:
        override = finding.get("override") or {}
        self._pane.sending.command(
            "checks.put_back", lambda _: self.look(), ids=[override.get("id")]
        )
