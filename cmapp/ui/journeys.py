"""Deeds that concern every account at once: fetch, flight, pause, connect."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject


class Journeys(QObject):
    """Belongs to one window, whose desk it asks and at whose foot it tells."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window

    def fetch(self) -> None:
        """Fetch from all accounts now."""
        self._window.status.show_work(self.tr("Fetching"))
        self._window.bridge.run(
            lambda: self._window.desk.call("sync"), self._fetched, self._not_fetched, call=True
        )

    def _fetched(self, answer: dict[str, Any]) -> None:
        self._window.status.show_work("")
        new = sum(int(a.get("new") or 0) for a in answer.get("accounts", []))
        self._window.tell(self.tr("%n new", "", new) if new else self.tr("Nothing new"))

    def _not_fetched(self, error: Exception) -> None:
        self._window.status.show_work("")
        self._window.sorry(error)

    def toggle_panic(self) -> None:
        """Pause everything outgoing, or let it go on."""
        if self._window.here.paused_since is None:
            self._window.command("outbox.pause", self._paused)
        else:
            self._resume()

    def _paused(self, answer: dict[str, Any]) -> None:
        words = self.tr("Nothing leaves until you resume")
        if held := int(answer.get("held_by_servers") or 0):
            asked = self.tr("Planned posts asked back from servers: {count}").format(count=held)
            words = f"{words}. {asked}"
        self._window.tell(words, self._resume)

    def _resume(self) -> None:
        self._window.command(
            "outbox.resume", lambda _: self._window.tell(self.tr("Sending goes on"))
        )

    def toggle_flight(self) -> None:
        """Take off after a look at what will happen meanwhile, or land."""
        if self._window.here.flight_since is None:
            from cmapp.ui.dialogs.preflight import Preflight

            dialog = Preflight(self._window.desk, self._window.bridge, self._window)
            if dialog.exec():
                self._window.command("flight.start", lambda _: self._window.look_around())
            return
        self._window.status.show_work(self.tr("Landing: reading every thread again"))
        self._window.bridge.run(
            lambda: self._window.desk.call("flight.end"), self._landed, self._not_fetched, call=True
        )

    def _landed(self, _answer: dict[str, Any]) -> None:
        self._window.status.show_work("")
        self._window.look_around()
        self._window.go("landing")

    def offer_away(self) -> None:
        """Put the away text into the reply that is open; whether it goes out is for the person."""
        inbox = self._window.pane("inbox")
        row = inbox.current() if self._window.shown() == "inbox" else None
        if row is not None:
            inbox.write()
            self._window.command(
                "hours.away", lambda found: self._put_away(row.id, found), item=str(row.id)
            )

    def _put_away(self, item: int, found: dict[str, Any]) -> None:
        words = found.get("text")
        inbox = self._window.pane("inbox")
        row = inbox.current()
        if not words:
            self._window.tell(self.tr("Somebody is there now: no away text is needed."))
        elif row is not None and row.id == item and inbox.talk.composer.isVisible():
            inbox.talk.composer.editor.textCursor().insertText(str(words))

    def connect_account(self, account: str = "") -> None:
        """Open the sign-in dialog."""
        from cmapp.ui.dialogs.connect import Connect

        known = next((a for a in self._window.desk.accounts() if a.id == account), None)
        dialog = Connect(self._window.desk, self._window.bridge, self._window, account=known)
        dialog.open_link.connect(self._window.open_link)
        if dialog.exec():
            self._window.tell(self.tr("Connected. What people wrote is on its way in."))
            self._window.look_around()
