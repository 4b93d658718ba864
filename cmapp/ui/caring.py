"""Moderation, tasks and what is written down by hand, as the window offers them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject


class Caring(QObject):
    """Belongs to one window, whose desk it asks and at whose foot it tells."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window

    # moderation

    def moderate(self, target: Any) -> None:
        """Ask what is to be done about a `Target` of the inbox, and have it done."""
        from cmapp.ui.dialogs.moderate import Moderate

        window, pane = self._window, self._window.pane("inbox")
        at_hand = [row.id for row in pane.model.at_hand() if row.id not in target.ids]
        shown = at_hand if target.view else list(target.ids)
        dialog = Moderate(
            window.desk, window.bridge, shown, window, name=target.name, count=target.count
        )
        if not dialog.exec():
            return
        args = dialog.args
        from cmapp.ui import moderation_words

        words = moderation_words.deed(args["deed"])

        def call() -> dict[str, Any]:
            which = pane.triage.chosen(target)  # may read a whole view: not on this thread
            found: dict[str, Any] = window.desk.call("moderate", undo_delay=True, **which, **args)
            return found

        window.bridge.run(
            call,
            lambda answer: self._done(self._said(words, answer), answer.get("undo")),
            window.sorry,
            call=True,
        )

    def _said(self, words: str, answer: dict[str, Any]) -> str:
        left = len(answer["skipped"])
        if left:
            return self.tr("{deed}: %n left out, where it cannot be", "", left).format(deed=words)
        many = len(answer["entries"])
        if many > 1:
            return self.tr("{deed}: %n queued", "", many).format(deed=words)
        return f"{words}: {answer['entries'][0]['person']['name']}"

    def open_log(self) -> None:
        """Show the log of moderation."""
        from cmapp.ui.dialogs.moderation_log import ModerationLog

        dialog = ModerationLog(self._window.desk, self._window.bridge, self._window)

        def back(entry: str) -> None:
            def done(_: dict[str, Any]) -> None:
                dialog.fill()
                self._window.tell(self.tr("Taken back"))

            self._window.command("moderation.undo", done, entries=[entry])

        dialog.undo_asked.connect(back)
        dialog.exec()

    # tasks

    def open_tasks(self) -> None:
        """Show the tasks."""
        from cmapp.ui.dialogs.tasks import Tasks

        dialog = Tasks(self._window.desk, self._window.bridge, self._window)
        dialog.changed.connect(self._done)
        dialog.item_asked.connect(self._window.open_item)
        dialog.exec()

    def make_task(self) -> None:
        """Make a task of what is chosen in the inbox, or of nothing."""
        from cmapp.ui.dialogs.tasks import MakeTask

        window = self._window
        target = window.pane("inbox").triage.target() if window.shown() == "inbox" else None
        items = list(target.ids)[:100] if target is not None and not target.view else []
        dialog = MakeTask(items, window, about=target.name if items and target else "")
        if dialog.exec():
            words = self.tr("Task made")
            window.command("tasks.add", lambda a: self._done(words, a.get("undo")), **dialog.args)

    # handing on

    def share(self, *, hide: bool) -> None:
        """Ask for a file, and write the conversation that is open into it (TM-06)."""
        from PySide6.QtWidgets import QFileDialog

        window = self._window
        target = window.pane("inbox").triage.target() if window.shown() == "inbox" else None
        if target is None or target.view or not target.ids:
            window.tell(self.tr("Choose a conversation first"))
            return
        name, _ = QFileDialog.getSaveFileName(
            window, self.tr("Hand on as a file"), "conversation.html", "HTML (*.html);;PDF (*.pdf)"
        )
        if name:
            self.share_to(Path(name), int(next(iter(target.ids))), hide=hide)

    def share_to(self, path: Path, item: int, *, hide: bool) -> None:
        """Write the conversation of an item into a file: HTML, or PDF by the file's ending."""
        form = "pdf" if path.suffix.lower() == ".pdf" else "html"
        words = self.tr("Written: {name}").format(name=path.name)
        self._window.command(
            "report.share", lambda _: self._window.tell(words), item=str(item), format=form,
            out=str(path.absolute()), hide_names=hide,
        )  # fmt: skip

    # by hand

    def log_contact(self) -> None:
        """Write down what somebody said elsewhere."""
        from cmapp.ui.dialogs.log_contact import LogContact

        dialog = LogContact(self._window)
        if dialog.exec():
            words = self.tr("Written down")
            self._window.command(
                "log.add", lambda a: self._done(words, a.get("undo")), **dialog.args
            )

    def record_answer(self, item: int, name: str) -> None:
        """Write down what we answered to an entry."""
        from cmapp.ui.dialogs.log_contact import LogAnswer

        dialog = LogAnswer(item, name, self._window)
        if dialog.exec():
            words = self.tr("Your answer is kept")
            self._window.command(
                "log.answer", lambda a: self._done(words, a.get("undo")), **dialog.args
            )

    # shared

    def _done(self, words: str, undo: dict[str, Any] | None) -> None:
        def back() -> None:
            if undo is not None:
                told = self.tr("Taken back")
                self._window.command(
                    undo["command"], lambda _: self._window.tell(told), **undo["args"]
                )

        way: Callable[[], None] | None = back if undo is not None else None
        self._window.tell(words, way)
