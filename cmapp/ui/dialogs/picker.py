"""Type a few letters, press Return: the one way to choose a label, a time, a person, a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import icons, look
from cmapp.ui.widgets.button import key_width, paint_keycap
from cmapp.ui.widgets.card import Card

_CHOICE = Qt.ItemDataRole.UserRole + 1
_ROW = 38
_SHADOW = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its code, its words, a quiet word beside them, a key, an icon; `also`: to find it.

    `on`: it is so already (a tick is shown).
    """

    code: str
    words: str
    hint: str = ""
    key: str = ""
    icon: str = ""
    also: str = ""
    on: bool = False


def score(query: str, choice: Choice) -> int:
    """Return how well `query` finds a choice: 0 is not at all, more is better."""
    wanted = query.casefold().split()
    if not wanted:
        return 1
    hay = f"{choice.words} {choice.also}".casefold()
    total = 0
    for word in wanted:
        if hay.startswith(word):
            total += 8
        elif f" {word}" in hay:
            total += 5
        elif word in hay:
            total += 3
        elif _scattered(word, hay):
            total += 1
        else:
            return 0
    return total


def _scattered(word: str, hay: str) -> bool:
    """Tell whether the letters stand in this order within one of the words."""

    def within(one: str) -> bool:
        rest = iter(one)
        return all(letter in rest for letter in word)

    return any(within(one) for one in hay.split())


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(300, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(_CHOICE)
        rect = option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        left, right = rect.x() + 12, rect.right() - 10
        if choice.key:
            ink, edge, middle = look.colour("muted"), look.colour("edge"), rect.center().y() + 1
            paint_keycap(painter, choice.key, right=right, middle=middle, ink=ink, edge=edge)
            right -= key_width(choice.key) + 10
        icon = "check" if choice.on else choice.icon
        if icon:
            ink = look.colour("accent" if choice.on else "muted")
            at = rect.topLeft()
            at.setX(left - 2)
            at.setY(rect.center().y() - 8)
            icons.paint(painter, icon, ink, at=at, side=18)
            left += 26
        middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for words, size, tone in ((choice.words, 13.0, "ink"), (choice.hint, 12.0, "muted")):
            if not words or right - left < 20:
                continue
            font = look.font(size)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, right - left)
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            box = rect.adjusted(left - rect.x(), 0, right - rect.right(), 0)
            painter.drawText(box, middle_left, shown)
            left += QFontMetrics(font).horizontalAdvance(shown) + 12
        painter.restore()


class Picker(QDialog):
    """A field and a list; Return takes what is chosen.

    `typed` offers more, made of the words that were typed; `typed_last` behind the others. It lies
    in its window, not over it: it has the keys the moment it opens, so none is lost, and no window
    manager has to be asked. While it is there, all keys are its own.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        prompt: str,
        choices: Sequence[Choice],
        typed: Callable[[str], Sequence[Choice]] | None = None,
        typed_last: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # a dialog to who hears, a part to the window
        self.setAccessibleName(name)
        self._choices, self._typed, self._typed_last = list(choices), typed, typed_last
        self.gone = False
        self._before: QWidget | None = None
        self._then: Callable[[Choice], None] = lambda _choice: None
        self.chosen: Choice | None = None
        self._card = card = Card(self, edge="edge")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.field = QLineEdit(card)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView(card)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(lambda _: self._take())
        self.list.setAccessibleName(name)
        column.addWidget(self.field)
        column.addWidget(self.list)
        parent.installEventFilter(self)
        self._narrow("")

    def ask(self, then: Callable[[Choice], None]) -> None:
        """Show it; `then` hears what was chosen, and nothing where it was left."""
        self._then = then
        self._before = QApplication.focusWidget()
        self._lay()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Take other choices, e.g. those that had to be read first."""
        self._choices = list(choices)
        self._lay()
        self._narrow(self.field.text())

    def _lay(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        wide = min(520, parent.width() - 40)
        high = min(440, 74 + _ROW * max(4, len(self._choices) + 1), parent.height() - 120)
        # hardly larger than its card: when it goes, no more than that is painted anew (T8)
        there = QRect((parent.width() - wide) // 2, 84, wide, high)
        self.setGeometry(there.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW))
        self._card.setGeometry(self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lift the card off the window: a shadow, softer the farther out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(10, 12, 16, 9))
        card = QRectF(self._card.geometry())
        for out in range(2, _SHADOW + 1, 2):
            radius = look.CARD + out
            painter.drawRoundedRect(card.adjusted(-out, -out / 2, out, out), radius, radius)
        painter.end()

    def done(self, code: int) -> None:
        """Go, give the keys back, and say what was chosen."""
        self.gone = True
        super().done(code)
        before, self._before = self._before, None
        if before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
        if code and self.chosen is not None:
            self._then(self.chosen)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab stays here."""
        return True

    def _narrow(self, query: str) -> None:
        found = [(score(query, c), -i, c) for i, c in enumerate(self._choices)]
        rows = [c for _, _, c in sorted((f for f in found if f[0]), reverse=True, key=_best)]
        if self._typed is not None and query.strip():
            made = self._typed(query.strip())
            rows = [*rows, *made] if self._typed_last else [*made, *rows]
        self._model.clear()
        for choice in rows:
            row = QStandardItem(choice.words)
            row.setData(choice, _CHOICE)
            row.setData(f"{choice.words} {choice.hint}".strip(), _SPOKEN)
            row.setEditable(False)
            self._model.appendRow(row)
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _take(self) -> None:
        choice = self.list.currentIndex().data(_CHOICE)
        if isinstance(choice, Choice):
            self.chosen = choice
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field; let no key through to what lies below."""
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self._lay()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() == Qt.FocusReason.MouseFocusReason and not self.gone:
                self._before = None  # a click beside it leaves, and gives the keys itself
                self.reject()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self._model.rowCount():
                row = (self.list.currentIndex().row() + step) % self._model.rowCount()
                self.list.setCurrentIndex(self._model.index(row, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _best(found: tuple[int, int, Choice]) -> tuple[int, int]:
    return found[0], found[1]
