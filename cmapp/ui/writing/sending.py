"""From the Write pane to the outbox: the text is safe first, then queued, then told (DR-01)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from cmapp.domain import plan_times
from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting, images, rest
from cmapp.ui.views import Written
from cmapp.ui.writing.planning import said

Step = Callable[[int, Written, list[str]], dict[str, Any]]
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
        """Do what the main button says: queue it, or plan it anew where it has a plan."""
        plan = self._pane.planning.plan
        if plan is not None and plan.queued:
            self._start(written, None)  # saved by hand, its rows are made anew
        elif plan is not None:
            self.plan(plan.wall, plan.zone)
        else:
            self.send_now()

    def send_now(self) -> None:
        """Queue it, to leave as soon as it can; a plan it has is dropped."""
        written = self._pane.composer.written()
        if self._ready(written):
            plain = not written.more and self._pane.planning.plan is None
            self._start(written, self._post if plain else self._queue)

    def plan(self, wall: str, zone: str) -> None:
        """Plan it for a local time in a zone."""
        written = self._pane.composer.written()
        if self._ready(written):
            self._start(
                written,
                lambda draft, _written, allow: self._desk.call(
                    "plan.set", draft=str(draft), at=wall, zone=zone, allow=allow
                ),
            )

    def unplan(self) -> None:
        """Take the plan away; the draft stays."""
        pane = self._pane
        pane.composer.keep()
        self.command("plan.clear", lambda _: pane.show_plan(), draft=str(pane.draft))

    def _ready(self, written: Written) -> bool:
        if written.empty:
            self._pane.tell.emit(self.tr("There is nothing to send yet."), None)
            return False
        if not self._pane.composer.piece.accounts():
            self._pane.tell.emit(self.tr("Choose an account that it goes out from."), None)
            return False
        return True

    def _start(self, written: Written, step: Step | None) -> None:
        pane = self._pane
        draft, allow = pane.draft, pane.composer.allow()
        at = self._drafting.keep(draft, written, saved=pane.composer.say_saved, hand_over=False)
        self._bridge.run(
            lambda: self._save(draft, written, at, allow, step),
            lambda answer: self._queued(answer, written, draft),
            self._not_queued,
            call=True,
        )

    def _save(
        self, draft: int, written: Written, at: int, allow: list[str], step: Step | None
    ) -> dict[str, Any]:
        saved = self._desk.call(
            "drafts.save", id=str(draft), account=written.account, text=written.text,
            images=images(written), at=at, **rest(written),
        )  # fmt: skip
        return saved if step is None else step(draft, written, allow)

    def _queue(self, draft: int, _written: Written, allow: list[str]) -> dict[str, Any]:
        return self._desk.call(
            "post.queue", draft=str(draft), now=True, undo_delay=True, allow=allow
        )

    def _post(self, draft: int, written: Written, allow: list[str]) -> dict[str, Any]:
        return self._desk.call(
            "post", account=written.account, text=written.text, draft=str(draft),
            images=images(written), undo_delay=True, allow=allow,
        )  # fmt: skip

    def _not_queued(self, error: Exception) -> None:
        code, facts = getattr(error, "why", ""), getattr(error, "facts", {})
        self._pane.composer.refused(code, facts)
        self._pane.checking.refused(facts)
        self._pane.say_failed(error)

    def _queued(self, answer: dict[str, Any], written: Written, draft: int) -> None:
        pane = self._pane
        held = answer.get("held") or []
        if held:
            self._held(held)
            pane.show_plan()
        if not answer.get("rows") and "outbox" not in answer:
            if not held:
                pane.tell.emit(self.tr("Nothing of it is left to send."), None)
            return
        if not held:
            pane.gone(draft, written)
        wall, zone = answer.get("wall"), str(answer.get("zone") or "")
        if wall:
            words = self.tr("Planned for {time} ({zone})").format(
                time=said(plan_times.read(str(wall))), zone=zone
            )
        elif answer.get("drafts"):
            words = self.tr("Updated. It goes out as planned, in these words.")
        elif pane.here.leaving:
            words = self.tr("Leaves in {seconds} s")
        else:
            words = self.tr("Queued. It goes out when you are back online.")
        if held:
            words = self.tr("%n account(s) hold it back; the draft stays.", "", len(held))
        made = text.now()
        if "outbox" in answer:
            row = str((answer.get("outbox") or {}).get("id"))
            pane.tell.emit(words, lambda: self._take_back(row, written, made))
        elif answer.get("undo"):
            undo = answer["undo"]
            pane.tell.emit(words, lambda: self._put_back(undo, draft, written, made))
        else:
            pane.tell.emit(words, None)

    def _held(self, held: list[dict[str, Any]]) -> None:
        from cmapp.domain.errors import Rejected

        first = held[0]
        facts = dict(first.get("facts") or {})
        facts.pop("why", None)
        gathered = [f for one in held for f in (one.get("facts") or {}).get("findings") or ()]
        if gathered:
            facts["findings"] = gathered
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
