"""What is done to rows of the inbox: to those that are selected, or else to the one that is open.

A deed shows at once; the store is told meanwhile. If it says no, what was shown is put right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.models.inbox import InboxModel
from cmapp.ui.views import InboxRow, Thread

MOST = 100_000
"""How many items one command takes."""
Then = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Which items: `ids`; the whole view `view` but for `ids`; or a `group`, of which one is shown.

    `count` is how many that are, `name` what to call them.
    """

    ids: tuple[int, ...]
    count: int
    name: str
    view: str = ""
    group: Mapping[str, Any] | None = None
    rows: tuple[InboxRow, ...] = ()


class Way:
    """The way back from a deed, from the moment its key was pressed.

    Gone before the store has answered, it is gone as soon as it has.
    """

    def __init__(self) -> None:
        self.wanted = False
        self.back: Callable[[], None] | None = None

    def __call__(self) -> None:
        """Take the deed back."""
        self.wanted = True
        if self.back is not None:
            self.back()


class Triage(QObject):
    """Deeds of one inbox. `left` says where rows went, so that the next one can be chosen."""

    tell = Signal(str, object)
    promised = Signal(object)
    """A deed has begun: its way back."""
    broken = Signal(object)
    """A deed was refused: its way back leads nowhere."""
    left = Signal(int)
    back = Signal(object)
    """These ids are back where they were."""
    committed = Signal(str)
    """The store has taken a command (its name)."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        model: InboxModel,
        current: Callable[[], InboxRow | None],
        shown: Callable[[], Thread | None],
    ) -> None:
        super().__init__(model)
        self._desk, self._bridge, self._model = desk, bridge, model
        self._current, self._shown = current, shown
        self.total = 0
        """How many rows the view has, as the store counts."""

    # what is meant

    def target(self) -> Target | None:
        """Return what a deed would be done to now; None where there is nothing."""
        chosen, model = self._model.selection, self._model
        if chosen.whole:
            count = chosen.count(self.total)
            return Target(tuple(chosen.ids()), count, self._many(count), model.view)
        if chosen:
            rows = tuple(model.shown(chosen.ids()))
            count = len(chosen.ids()) + sum(r.more for r in rows if r.crowd)
            if len(rows) == 1 and len(chosen.ids()) == 1:
                return self._of_row(rows[0])
            return Target(tuple(chosen.ids()), count, self._many(count), rows=rows)
        thread, row = self._shown(), self._current()
        if thread is not None and (row is None or row.id != thread.item):
            return Target((thread.item,), 1, "")
        return self._of_row(row) if row is not None else None

    def _of_row(self, row: InboxRow) -> Target:
        if row.crowd:
            count = row.more + 1
            return Target((row.id,), count, self._many(count), group=row.group, rows=(row,))
        return Target((row.id,), 1, row.name or row.handle, rows=(row,))

    def _many(self, count: int) -> str:
        return self.tr("%n conversation(s)", "", count)

    # doing

    def finish(self) -> None:
        """Done; or, where all that is meant is done already, open again."""
        target = self.target()
        thread = self._shown()
        if target is None:
            return
        if target.rows:
            done = all(row.state == "done" for row in target.rows)
        elif target.view:
            done = target.view == "done"
        else:
            done = thread is not None and thread.state == "done"
        words = self.tr("Open again: {name}") if done else self.tr("Done: {name}")
        if done:
            self.run(
                "inbox.set_state",
                words,
                target=target,
                leaves=self._model.view == "done",
                state="open",
            )
            return
        leaves = self._model.view not in ("all", "done")
        self.run("inbox.set_state", words, target=target, leaves=leaves, state="done")

    def snooze(self, until: int | None, words: str) -> None:
        """Let it rest until a time (UTC ms), or (None) until they answer."""
        leaves = self._model.view not in ("all", "waiting")
        said = (
            self.tr("Snoozed until {time}: {name}")
            if until
            else self.tr("Snoozed until they answer: {name}")
        )
        self.run(
            "inbox.snooze",
            said.replace("{time}", words),
            leaves=leaves,
            until=until or "reply",
        )

    def label(self, name: str, *, off: bool = False) -> None:
        """Hang a label on it, or take it off."""
        said = (
            self.tr("Label {label} taken off: {name}") if off else self.tr("Label {label}: {name}")
        )
        leaves = off and self._model.view.casefold() == f"label:{name}".casefold()

        def hung(row: InboxRow) -> Mapping[str, Any]:
            others = tuple(x for x in row.labels if x.casefold() != name.casefold())
            return {"labels": others if off else (*others, name)}

        command = "inbox.unlabel" if off else "inbox.label"
        words = said.replace("{label}", name)
        self.run(command, words, leaves=leaves, change=hung, label=name)

    def assign(self, who: str) -> None:
        """Give it to somebody; "" to nobody."""
        said = (
            self.tr("Assigned to {who}: {name}") if who else self.tr("Assigned to nobody: {name}")
        )
        shown = self.tr("me") if who == "me" else who
        self.run(
            "inbox.assign",
            said.replace("{who}", shown),
            leaves=self._model.view == "mine" and who != "me",
            change=lambda _row: {"assignee": who},
            who=who,
        )

    def prioritize(self, step: int) -> None:
        """Raise (1) or lower (-1) it; once more puts it back among the others."""
        target = self.target()
        if target is None:
            return
        same = bool(target.rows) and all(row.priority == step for row in target.rows)
        priority = 0 if same else step
        said = {
            1: self.tr("High priority: {name}"),
            -1: self.tr("Low priority: {name}"),
            0: self.tr("Usual priority: {name}"),
        }[priority]
        self.run(
            "inbox.prioritize", said, target=target,
            change=lambda _row: {"priority": priority}, priority=priority,
        )  # fmt: skip

    def mute(self) -> None:
        """Mute the conversation; in the view of muted ones, no longer."""
        muted = self._model.view == "muted"
        said = self.tr("No longer muted: {name}") if muted else self.tr("Muted: {name}")
        leaves = self._model.view not in ("all",)
        name = "inbox.unmute" if muted else "inbox.mute"
        self.run(name, said, leaves=leaves)

    def vip(self) -> None:
        """Make them a VIP, or no longer."""
        target = self.target()
        if target is None:
            return
        on = not (target.rows and all(row.vip for row in target.rows))
        said = self.tr("VIP: {name}") if on else self.tr("No longer a VIP: {name}")
        self.run("inbox.vip", said, target=target, change=lambda _row: {"vip": on}, on=on)

    def note(self, item: int, words: str) -> None:
        """Keep a private note on an item."""
        self._bridge.run(
            lambda: self._desk.call("notes.add", item=str(item), text=words),
            lambda answer: self._taken("notes.add", answer, (), self.tr("Noted"), Way()),
            self.sorry,
            call=True,
        )

    def run(
        self,
        command: str,
        words: str,
        *,
        target: Target | None = None,
        leaves: bool = False,
        change: Callable[[InboxRow], Mapping[str, Any]] | None = None,
        **args: Any,
    ) -> None:
        """Do a command to what is meant; `words` have a place for {name}.

        `leaves`: the rows leave the view at once. `change`: what of a row looks otherwise.
        """
        target = target or self.target()
        if target is None:
            self.tell.emit(self.tr("Nothing is selected"), None)
            return
        touched: Sequence[int] = target.ids
        if target.view:
            touched = [row.id for row in self._model.at_hand() if row.id not in target.ids]
        if leaves and target.view and not target.ids:
            self._model.empty_out()
            self.left.emit(0)
        elif leaves:
            self.left.emit(self._model.drop(touched))
        elif change is not None:
            self._model.change(touched, change)
        said = words.format(name=target.name).removesuffix(": ") if "{name}" in words else words

        def call() -> dict[str, Any]:
            return self._desk.call(command, **self.chosen(target), **args)

        way = Way()
        self.promised.emit(way)
        self._bridge.run(
            call,
            lambda answer: self._taken(command, answer, touched, said, way),
            lambda error: self._refused(error, touched, way),
            call=True,
        )

    def chosen(self, target: Target) -> dict[str, Any]:
        """Return the arguments that name the items. Reads them all: not on the window's thread."""
        if target.view:
            left_out = set(target.ids)
            every = self._desk.ids(target.view, limit=MOST)
            return {"items": [str(i) for i in every if i not in left_out]}
        if target.group:
            return {"group": dict(target.group)}
        groups = [row for row in target.rows if row.crowd]
        found = dict.fromkeys(target.ids)
        for row in groups:
            found.update(dict.fromkeys(self._desk.alike(row.group)))
        return {"items": [str(i) for i in found]}

    def _taken(
        self,
        command: str,
        answer: dict[str, Any],
        touched: Sequence[int],
        words: str,
        way: Way,
    ) -> None:
        self._model.agreed(touched)
        self.committed.emit(command)
        undo = answer.get("undo")
        if undo is None:
            self.broken.emit(way)
            self.tell.emit(words, None)
            return
        way.back = lambda: self.take_back(undo, touched)
        if way.wanted:
            way.back()
        else:
            self.tell.emit(words, way)

    def _refused(self, error: Exception, touched: Sequence[int], way: Way) -> None:
        self.broken.emit(way)
        self._model.come_back(touched)
        self.sorry(error)

    def take_back(self, way: Mapping[str, Any], touched: Sequence[int]) -> None:
        """Undo a command by the one that its answer named."""
        self._bridge.run(
            lambda: self._desk.call(way["command"], **way["args"]),
            lambda _: self._came_back(way["command"], touched),
            self.sorry,
            call=True,
        )

    def _came_back(self, command: str, touched: Sequence[int]) -> None:
        self._model.come_back(touched)
        self.committed.emit(command)
        self.back.emit(list(touched))

    def sorry(self, error: Exception) -> None:
        """Say what went wrong."""
        words = text.failed(error, self.tr("That did not work. Your text is safe."))
        self.tell.emit(words, None)
