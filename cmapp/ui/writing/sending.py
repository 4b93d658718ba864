"""From the Write pane to the outbox: the text is safe first, then queued, then told (DR-01)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting, images, rest
from cmapp.ui.views import Written

Pane = Any
"""The pane that asks; it imports this module."""


class Sending(QObject):
    """Queues what stands in the composer of `pane`."""

    def __init__(self, desk: Desk, bridge: Bridge, drafting: Drafting, pane: Pane) -> None:
        super().__init__(pane)
        self._desk, self._bridge, self._drafting, self._pane = desk, bridge, drafting, pane

    def command(self, name: str, then: Any, /, **args: Any) -> None:
        """Ask the engine for something; what goes wrong is said."""
        self._bridge.run(
            lambda: self._desk.call(name, **args), then, self._pane.say_failed, call=True
        )

    def send(self, written: Written) -> None:
        """Queue it, to leave as soon as it can."""
        pane = self._pane
        draft, allow = pane.draft, pane.composer.allow()
        at = self._drafting.keep(draft, written, saved=pane.composer.say_saved, hand_over=False)
        self._bridge.run(
            lambda: self._save_and_queue(draft, written, at, allow),
            lambda answer: self._queued(answer, written, draft),
            self._not_queued,
            call=True,
        )

    def _save_and_queue(
        self, draft: int, written: Written, at: int, allow: list[str]
    ) -> dict[str, Any]:
        what = {"account": written.account, "text": written.text}
        more = rest(written)
        self._desk.call("drafts.save", id=str(draft), images=images(written), at=at, **what, **more)
        if more:
            return self._desk.call(
                "post.queue", draft=str(draft), now=True, undo_delay=True, allow=allow
            )
        return self._desk.call(
            "post", draft=str(draft), images=images(written), undo_delay=True, allow=allow, **what
        )

    def _not_queued(self, error: Exception) -> None:
        self._pane.composer.refused(getattr(error, "why", ""), getattr(error, "facts", {}))
        self._pane.say_failed(error)

    def _queued(self, answer: dict[str, Any], written: Written, draft: int) -> None:
        pane = self._pane
        held = answer.get("held") or []
        if held and not answer.get("rows"):
            self._held(held)
            return
        pane.gone(draft, written)
        words = (
            self.tr("Leaves in {seconds} s")
            if pane.here.leaving
            else self.tr("Queued. It goes out when you are back online.")
        )
        if held:
            words = self.tr("%n account(s) hold it back; the draft stays.", "", len(held))
        made = text.now()
        if "outbox" in answer:
            row = str((answer.get("outbox") or {}).get("id"))
            pane.tell.emit(words, lambda: self._take_back(row, written, made))
        else:
            undo = answer.get("undo") or {}
            pane.tell.emit(words, lambda: self._put_back(undo, draft, written, made))

    def _held(self, held: list[dict[str, Any]]) -> None:
        from cmapp.domain.errors import Rejected

        first = held[0]
        facts = dict(first.get("facts") or {})
        facts.pop("why", None)
        error = Rejected(str(first.get("code")), **facts)
        self._not_queued(error)

    def _take_back(self, row: str, written: Written, made_at: int) -> None:
        self.command(
            "outbox.cancel",
            lambda answer: self._pane.taken_back(answer, written, made_at),
            id=row,
        )

    def _put_back(self, undo: dict[str, Any], draft: int, written: Written, made_at: int) -> None:
        self.command(
            str(undo.get("command")),
            lambda _: self._pane.taken_back({"draft": str(draft)}, written, made_at),
            **undo.get("args", {}),
        )
