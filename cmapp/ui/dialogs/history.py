"""The versions of a draft: what changed since each, word for word, and the way back (DR-01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import look, row_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label, tip


class _Rows(QStyledItemDelegate):
    """Two lines: when it was, and how it begins."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(200, 52)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        when, _, words = str(index.data()).partition("\n")
        box = option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, -4, -1), 8, 8)
        inner = box.adjusted(10, 7, -12, -7)
        top, bottom = (
            inner.adjusted(0, 0, 0, -inner.height() // 2),
            inner.adjusted(0, inner.height() // 2, 0, 0),
        )
        for part, said, size, tone in (
            (top, when, 12.5, "accent" if on else "ink"), (bottom, words, 12, "muted"),
        ):  # fmt: skip
            painter.setFont(look.font(size, 500 if part is top else 400))
            painter.setPen(look.colour(tone))
            fit = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, int(Qt.AlignmentFlag.AlignVCenter), fit)


class HistorySheet(Sheet):
    """Says `restored` with the number of the version that is wanted back."""

    restored = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, draft: int, parent: QWidget) -> None:
        super().__init__("", parent)
        title = self.tr("Earlier versions")
        self.head.setText(title)
        self.setWindowTitle(title)
        self.say(self.tr("What has changed since is marked. Nothing is lost by going back."))
        self._desk, self._bridge, self._draft = desk, bridge, draft
        self.resize(820, 520)
        line = QHBoxLayout()
        line.setSpacing(16)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(title)
        self.list.setFixedWidth(230)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        right = QVBoxLayout()
        right.setSpacing(6)
        self.legend = Label("", self, size="second", tone="muted", wrap=True)
        self.shown = QTextEdit(self)
        self.shown.setReadOnly(True)
        self.shown.setFrameShape(QFrame.Shape.NoFrame)
        self.shown.setFont(look.font(13.5))
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(self.tr("What has changed since"))
        right.addWidget(self.legend)
        right.addWidget(self.shown, 1)
        line.addWidget(self.list)
        line.addLayout(right, 1)
        self.body.addLayout(line)
        self.step(self.tr("Close")).clicked.connect(self.reject)
        self.back = self.step(self.tr("Bring this version back"), kind="primary")
        self.back.setEnabled(False)
        self.back.clicked.connect(self._restore)
        bridge.run(
            lambda: desk.look("drafts.history", id=str(draft)),
            lambda found: self._listed(found.get("versions") or []),
            lambda _error: self._listed([]),
        )

    def _listed(self, versions: Sequence[Mapping[str, Any]]) -> None:
        for one in versions:
            at = int(datetime.fromisoformat(str(one["saved_at"])).timestamp() * 1000)
            words = " ".join(str(one["text"]).split())[:60] or self.tr("empty")
            item = QListWidgetItem(f"{row_words.moment(at)} · {text.ago(at)}\n{words}")
            item.setToolTip(tip(text.exact(at)))
            item.setData(Qt.ItemDataRole.UserRole, int(one["n"]))
            self.list.addItem(item)
        if not versions:
            self.say(self.tr("It has no earlier versions yet."))
        else:
            self.list.setCurrentRow(min(1, len(versions) - 1))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(Qt.ItemDataRole.UserRole))

    def _chosen(self) -> None:
        number = self._number()
        self.back.setEnabled(number is not None)
        if number is None:
            return
        self._bridge.run(
            lambda: self._desk.look("drafts.diff", id=str(self._draft), a=number),
            self._compared,
            lambda error: self.legend.setText(text.failed(error, "")),
            stream="diff",
        )

    def _compared(self, found: Mapping[str, Any]) -> None:
        self.shown.clear()
        self._put(found.get("segments") or [])
        for one in found.get("variants") or ():
            cursor = self.shown.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            name = " · ".join(p for p in (self._name(one), str(one.get("segment") or "")) if p)
            plain = QTextCharFormat()
            plain.setForeground(look.colour("muted"))
            cursor.insertText(f"\n\n{name}\n", plain)
            self._put(one.get("segments") or [])
        changed = [str(name) for name in found.get("changed") or ()]
        said = self.tr("Struck out: gone since. Underlined: new since.")
        if changed:
            said += " " + self.tr("Other things that changed: {names}.").format(
                names=", ".join(changed)
            )
        self.legend.setText(said)
        self.shown.moveCursor(QTextCursor.MoveOperation.Start)

    def _name(self, one: Mapping[str, Any]) -> str:
        account = next((a for a in self._desk.accounts() if a.id == one.get("account")), None)
        return (account.name or account.handle) if account else str(one.get("account") or "")

    def _put(self, segments: Sequence[Mapping[str, Any]]) -> None:
        cursor = self.shown.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for one in segments:
            style = QTextCharFormat()
            style.setForeground(look.colour("ink"))
            if one["op"] == "out":
                style.setForeground(look.colour("bad"))
                style.setBackground(look.colour("bad_soft"))
                style.setFontStrikeOut(True)
            elif one["op"] == "in":
                style.setForeground(look.colour("ok"))
                style.setBackground(look.colour("ok_soft"))
                style.setFontUnderline(True)
            cursor.insertText(str(one["text"]), style)

    def _restore(self) -> None:
        number = self._number()
        if number is not None:
            self.restored.emit(number)
            self.accept()
