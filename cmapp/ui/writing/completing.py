"""While one writes: people behind @, hashtags used before behind #, emoji behind a colon.

All from this machine. The list lies in the window and never takes the keys: who types on is not
stopped, and an input method that is at work is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from cmapp.ui import look
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.picker import Choice, Picker
from cmapp.ui.widgets.card import Card
from cmapp.ui.writing.post_composer import PostComposer

BEGUN = re.compile(r"(?:^|(?<![\w/@#:]))([@#＃:：])([^\s@#＃:：，。！？、；,;!?()（）]{0,30})$")
HAN_BEGUN = re.compile(r"(?<=[^\x00-\x7f])([@#＃])([^\s@#＃:：，。！？、；,;!?()（）]{0,30})$")
TAG = re.compile(r"(?<![\w/&#])[#＃]([^\W_][\w·]*)")
MOST = 7
_OFFER = Qt.ItemDataRole.UserRole + 1
_ROW = 32


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: what is put in, what is shown, a quiet word beside it."""

    put: str
    words: str
    hint: str = ""


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        offer: Offer = index.data(_OFFER)
        box = option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 7, 7)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("accent" if on else "ink"))
        inner = box.adjusted(10, 0, -10, 0)
        words = painter.fontMetrics().elidedText(
            offer.words, Qt.TextElideMode.ElideRight, inner.width() - 60
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)
        used = painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("muted"))
        rest = inner.adjusted(used + 10, 0, 0, 0)
        hint = painter.fontMetrics().elidedText(
            offer.hint, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), hint)


class Completing(QObject):
    """Watches the editor of `composer` and offers what fits behind the cursor."""

    def __init__(self, desk: Desk, bridge: Bridge, composer: PostComposer) -> None:
        super().__init__(composer)
        self._desk, self._bridge, self._composer = desk, bridge, composer
        self._editor = composer.editor
        self._composing = False
        self._tags: list[tuple[str, int]] | None = None
        self._begun: tuple[str, str] | None = None
        self.card = Card(composer, edge="edge", radius=10)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(6, 6, 6, 6)
        self._model = QStandardItemModel(self)
        self.list = QListView(self.card)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Completions"))
        self.list.clicked.connect(lambda _: self.take())
        column.addWidget(self.list)
        self.card.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(60)
        self._clock.timeout.connect(self._look)
        self._editor.textChanged.connect(self._clock.start)
        self._editor.cursorPositionChanged.connect(self._moved)
        self._editor.installEventFilter(self)

    # what is begun

    def begun(self) -> tuple[str, str] | None:
        """Return the sign (`@`, `#`, `:`) and what stands behind it before the cursor, if any."""
        cursor = self._editor.textCursor()
        if self._composing or cursor.hasSelection() or not self._editor.hasFocus():
            return None
        before = cursor.block().text()[: cursor.positionInBlock()][-80:]
        found = BEGUN.search(before) or HAN_BEGUN.search(before)
        if found is None:
            return None
        sign = {"＃": "#", "：": ":"}.get(found[1], found[1])
        if sign == ":" and (not found[2] or (found[2].isascii() and len(found[2]) < 2)):
            return None  # a colon alone is a colon
        return (sign, found[2]) if sign != "@" or found[2] else None

    def _moved(self) -> None:
        if self.card.isVisible() and self.begun() is None:
            self.hide()

    def _look(self) -> None:
        begun = self._begun = self.begun()
        if begun is None:
            self.hide()
            return
        sign, words = begun
        if sign == "@":
            self._bridge.run(
                lambda: self._desk.mentionable(words),
                lambda found: self._people(begun, found),
                lambda _error: self.hide(),
                stream="mentions",
            )
        elif sign == "#" and self._tags is None:
            self._bridge.run(
                lambda: used(self._desk.own_texts()),
                lambda found: self._tagged(begun, found),
                lambda _error: self.hide(),
                stream="tags",
            )
        elif sign == "#":
            self._show_tags(begun)
        else:
            self._bridge.run(
                lambda: emoji_offers(words), lambda found: self._show(begun, found),
                lambda _error: self.hide(), stream="emoji", call=True,
            )  # fmt: skip

    def _people(self, begun: tuple[str, str], found: Sequence[tuple[str, str, str]]) -> None:
        ours = {a.platform for a in self._composer.here()}
        ranked = sorted(found, key=lambda f: f[2].partition(":")[0] not in ours)
        self._show(
            begun,
            [
                Offer(f"@{handle.lstrip('@')} ", name or handle, f"@{handle.lstrip('@')}")
                for handle, name, _ in ranked[:MOST]
            ],
        )

    def _tagged(self, begun: tuple[str, str], found: list[tuple[str, int]]) -> None:
        self._tags = found
        QTimer.singleShot(60_000, self, self._forget_tags)
        self._show_tags(begun)

    def _forget_tags(self) -> None:
        self._tags = None

    def _show_tags(self, begun: tuple[str, str]) -> None:
        query = begun[1].casefold()
        some = [t for t in self._tags or () if t[0].casefold().startswith(query)]
        some = [t for t in some if t[0].casefold() != query]
        self._show(
            begun,
            [
                Offer(f"#{name} ", f"#{name}", self.tr("used %n time(s)", "", count))
                for name, count in some[:MOST]
            ],
        )

    # the list

    def _show(self, begun: tuple[str, str], offers: Sequence[Offer]) -> None:
        if begun != self.begun() or not offers:
            self.hide()
            return
        self._model.clear()
        for offer in offers:
            row = QStandardItem(offer.words)
            row.setData(offer, _OFFER)
            row.setEditable(False)
            self._model.appendRow(row)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.card.setFixedSize(320, len(offers) * _ROW + 14)
        corner = self._editor.cursorRect().bottomLeft() + QPoint(0, 6)
        spot = self._editor.viewport().mapTo(self._composer, corner)
        spot.setX(max(8, min(spot.x(), self._composer.width() - self.card.width() - 8)))
        if spot.y() + self.card.height() > self._composer.height() - 8:
            above = self._editor.viewport().mapTo(
                self._composer, self._editor.cursorRect().topLeft()
            )
            spot.setY(max(8, above.y() - self.card.height() - 6))
        self.card.move(spot)
        self.card.show()
        self.card.raise_()
        self._told()

    def _told(self) -> None:
        """Let who hears know what Return would put in."""
        offer = self.list.currentIndex().data(_OFFER)
        if isinstance(offer, Offer):
            self._editor.setAccessibleDescription(f"{offer.words} {offer.hint}".strip())

    def hide(self) -> None:
        """Take the list away."""
        if self.card.isVisible():
            self._editor.setAccessibleDescription("")
        self.card.hide()

    def take(self) -> None:
        """Put what is chosen in the place of what was begun; it can be undone."""
        offer = self.list.currentIndex().data(_OFFER)
        begun = self.begun()
        self.hide()
        if not isinstance(offer, Offer) or begun is None:
            return
        cursor = self._editor.textCursor()
        left = len(begun[1].encode("utf-16-le")) // 2 + 1
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, left)
        cursor.insertText(offer.put)
        self._editor.setTextCursor(cursor)

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        there = (self.list.currentIndex().row() + by) % max(1, rows)
        self.list.setCurrentIndex(self._model.index(there, 0))
        self._told()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk, take or leave by keyboard while the list is there."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
            if self._composing:
                self.hide()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.card.isVisible() and not event.modifiers():
                match event.key():
                    case Qt.Key.Key_Down:
                        self._step(1)
                        return True
                    case Qt.Key.Key_Up:
                        self._step(-1)
                        return True
                    case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                        self.take()
                        return True
                    case Qt.Key.Key_Escape:
                        self.hide()
                        return True
        return super().eventFilter(watched, event)

    # emoji by the button

    def ask_emoji(self) -> None:
        """Offer all emoji, to be found by name."""
        chinese = QLocale().name().startswith("zh")
        picker = Picker(
            self._composer.window(),
            name=self.tr("Emoji"),
            prompt=self.tr("Emoji by name, e.g. tea, thumbs, 茶"),
            choices=(),
        )

        def read() -> list[Choice]:
            from cmapp.ui.writing.emoji_table import table

            return [
                Choice(
                    one.sign, f"{one.sign}  {one.named(chinese=chinese)}",
                    also=" ".join((*one.names, one.chinese)),
                )
                for one in table()
            ]  # fmt: skip

        self._bridge.run(
            read, lambda found: None if picker.gone else picker.offer(found), call=True
        )
        picker.ask(lambda chosen: self._editor.insertPlainText(chosen.code))


def emoji_offers(words: str) -> list[Offer]:
    """Return the emoji for a name that is begun."""
    from cmapp.ui.writing.emoji_table import found

    chinese = QLocale().name().startswith("zh")
    return [
        Offer(one.sign, f"{one.sign}  {one.named(chinese=chinese)}", f":{one.names[0]}:")
        for one in found(words, most=MOST)
    ]


def used(texts: Sequence[str]) -> list[tuple[str, int]]:
    """Return the hashtags in `texts` and how often each stands there, the most used first."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for text in texts:
        for name in TAG.findall(text):
            counts[name.casefold()] += 1
            shown.setdefault(name.casefold(), name)
    return [(shown[name], n) for name, n in counts.most_common(500)]
