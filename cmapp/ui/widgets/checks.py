"""What the checks found, quietly under the text: what holds it first, each with what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import check_words, icons, look
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Label

MOST = 4
"""So many are shown before one asks for the rest."""
Finding = Mapping[str, Any]


class ChecksList(QWidget):
    """Shows the answer of `checks.run`; decides nothing itself.

    `goto` asks to show the place of a finding, `overriding` to let it through (with the reason,
    which is asked for under the finding), `put_back` to let an override hold no more.
    """

    goto = Signal(object)
    overriding = Signal(object, str)
    put_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the checks found"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._findings: list[Finding] = []
        self._notes: list[Finding] = []
        self._accounts: Mapping[str, str] = {}
        self._all = False
        self._asked: tuple[str, str | None, str, int] | None = None
        self._reason = ""
        self.stops = 0
        """How many hold it: it cannot go out before they are mended or let through."""
        self.hide()

    def name_accounts(self, names: Mapping[str, str]) -> None:
        """Take how accounts are called (id → name); with several each finding says whose it is."""
        self._accounts = names

    def show_findings(self, found: Mapping[str, Any]) -> None:
        """Show an answer of `checks.run`; nothing found hides the list."""
        fresh = sorted(_together(found.get("findings", [])), key=_order)
        notes = list(found.get("notes", []))
        if fresh == self._findings and notes == self._notes:
            return
        self._findings, self._notes = fresh, notes
        self.stops = sum(_holds(one) for one in fresh)
        self._draw()

    def clear(self) -> None:
        """Show nothing: another text is being written."""
        self._all = False
        self.show_findings({})

    def lead(self) -> str:
        """Return in a few words how it stands; "" where nothing was found."""
        hints = sum(not _holds(one) and not one["override"] for one in self._findings)
        parts = []
        if n := self.stops:
            parts.append(self.tr("%n to mend first", "", n))
        if n := hints:
            parts.append(self.tr("%n hint(s)", "", n))
        return " · ".join(parts)

    def _draw(self) -> None:
        focus = QApplication.focusWidget()
        keys = focus is not None and self.isAncestorOf(focus)
        while self._column.count():
            part = self._column.takeAt(0)
            old = part.widget() if part is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        several = any(one["account"] is None for one in self._findings)
        several = several or len({one["account"] for one in self._findings}) > 1
        shown = self._findings if self._all else self._findings[: max(MOST, self.stops)]
        for one in shown:
            self._column.addWidget(self._row(one, several=several))
            if self._asked == _which(one) and not one["override"]:
                self._column.addWidget(self._question(one))
        if n := len(self._findings) - len(shown):
            more = Button(self.tr("%n more", "", n), self, kind="quiet", small=True)
            more.clicked.connect(self._more)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        for note in self._notes:
            if words := self._note(note):
                self._column.addWidget(Label(words, self, size="second", tone="muted", wrap=True))
        self.setVisible(bool(self._column.count()))
        if keys and (first := self.findChild(QLineEdit) or self.findChild(Button)) is not None:
            first.setFocus()

    def _more(self) -> None:
        self._all = True
        self._draw()

    def _row(self, one: Finding, *, several: bool) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        kept = one["override"]
        if kept:
            kind, tone, mark = self.tr("Let through"), "muted", "check"
        elif one["severity"] == "stop":
            kind, tone, mark = self.tr("Stops it"), "bad", "warn"
        else:
            kind, tone, mark = self.tr("Hint"), "muted", "info"
        row.addWidget(_Mark(mark, tone, line), 0, Qt.AlignmentFlag.AlignTop)
        told = check_words.said(one)
        if several and one["account"]:
            who = self._accounts.get(one["account"], one["account"])
            told = self.tr("{account}: {words}").format(account=who, words=told)
        if kept and kept["reason"]:
            reason = self.tr("Let through: {reason}").format(reason=kept["reason"])
            told = f"{told} {reason}"
        ink = "ink" if one["severity"] == "stop" and not kept else "muted"
        words = Label(told, line, size="second", tone=ink, wrap=True)
        words.setAccessibleName(self.tr("{kind}: {words}").format(kind=kind, words=told))
        words.setContentsMargins(0, 6, 0, 4)  # its first line stands beside icon and buttons
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        for button in self._steps(one, line):
            button.setAccessibleDescription(told)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _steps(self, one: Finding, line: QWidget) -> list[Button]:
        made = []
        if one["field"] != "text" or one["end"]:
            there = Button(self.tr("Show"), line, kind="quiet", small=True)
            there.clicked.connect(lambda: self.goto.emit(dict(one)))
            made.append(there)
        if one["override"]:
            back = Button(self.tr("Take back"), line, kind="quiet", small=True)
            back.clicked.connect(lambda: self._put_back(one))
            made.append(back)
        elif one["overridable"] and one["severity"] == "stop":
            over = Button(self.tr("Let through…"), line, kind="quiet", small=True)
            over.clicked.connect(lambda: self.ask(one))
            made.append(over)
        return made

    def _put_back(self, one: Finding) -> None:
        for each in one.get("each", [one]):
            self.put_back.emit(dict(each))

    def ask(self, one: Finding) -> None:
        """Ask for the reason to let a finding through, in a field under it."""
        self._asked, self._reason = _which(one), ""
        self._draw()

    def _question(self, one: Finding) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(26, 0, 0, 4)
        row.setSpacing(8)
        field = QLineEdit(self._reason, line)
        field.setMaxLength(2000)
        field.setPlaceholderText(self.tr("Why? It is kept with the draft."))
        field.setAccessibleName(self.tr("Reason"))
        field.setAccessibleDescription(check_words.said(one))
        row.addWidget(field, 1)
        through = Button(self.tr("Let it through"), line, small=True)
        through.setEnabled(bool(self._reason.strip()))
        row.addWidget(through)
        never = Button(self.tr("Cancel"), line, kind="quiet", small=True)
        row.addWidget(never)

        def typed(words: str) -> None:
            self._reason = words
            through.setEnabled(bool(words.strip()))

        def done() -> None:
            reason = " ".join(field.text().split())
            if reason:
                self._asked = None
                self._draw()
                self.overriding.emit(dict(one), reason)

        field.textEdited.connect(typed)
        field.returnPressed.connect(done)
        through.clicked.connect(done)
        never.clicked.connect(self._never)
        stop = QShortcut(QKeySequence("Escape"), field)
        stop.setContext(Qt.ShortcutContext.WidgetShortcut)
        stop.activated.connect(self._never)
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        return line

    def _never(self) -> None:
        self._asked = None
        self._draw()

    def _note(self, note: Mapping[str, Any]) -> str:
        sheet = note["sheet"]
        match note["kind"]:
            case "tone":
                return self.tr("Our tone: {words}").format(words=sheet.get("tone", ""))
            case "norms" if sheet.get("tone"):
                return self.tr("Usual there: {words}").format(words=sheet["tone"])
            case "audience" if sheet.get("note"):
                return self.tr("{audience}: {words}").format(
                    audience=note["scope"], words=sheet["note"]
                )
        return ""


class _Mark(QWidget):
    """The icon in front of a finding: another shape for each kind, not only another colour."""

    def __init__(self, icon: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line with a button."""
        return QSize(18, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in its tone."""
        painter = QPainter(self)
        at = self.rect().center() - self.rect().topLeft()
        at.setX(0)
        at.setY(at.y() - 8)
        icons.paint(painter, self._icon, look.colour(self._tone), at=at, side=17)
        painter.end()


def _which(one: Finding) -> tuple[str, str | None, str, int]:
    return (one["check"], one["account"], one["field"], one["n"])


def _together(findings: Sequence[Finding]) -> list[Finding]:
    """Let what is found alike in the wording of every account be told once.

    Its `account` is None then, for all of them, and `each` holds the single findings.
    """
    accounts = {one["account"] for one in findings}
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        kept = one["override"] and one["override"]["reason"]
        same = {n: v for n, v in one.items() if n not in ("account", "segment", "override")}
        groups.setdefault(json.dumps([same, kept], sort_keys=True), []).append(one)
    made: list[Finding] = []
    for group in groups.values():
        if len(accounts) > 1 and {one["account"] for one in group} == accounts:
            made.append({**group[0], "account": None, "each": group})
        else:
            made += group
    return made


def _holds(one: Finding) -> bool:
    return one["severity"] == "stop" and not one["override"]


def _order(one: Finding) -> tuple[bool, bool]:
    """What holds it first, then hints, then what was let through."""
    return (not _holds(one), bool(one["override"]))
