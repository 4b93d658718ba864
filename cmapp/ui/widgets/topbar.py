"""The line at the top: the name, what state we are in, and the search field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cmapp.ui import icons, look
from cmapp.ui.row import Situation
from cmapp.ui.widgets.button import Button, Keyless, key_width, paint_keycap, paint_ring
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.label import Label, tip


class StateBadge(Keyless, QAbstractButton):
    """Flight mode or pause, in a word and a colour; a click leads to where it is ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = "plane", "held"
        self.setFont(look.font(12, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, *, icon: str, tone: str) -> None:
        """Show a state; no words hide the badge."""
        self._icon, self._tone = icon, tone
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 40, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        ink = look.colour(self._tone)
        icons.paint(painter, self._icon, ink, at=QPoint(9, 4), side=16)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(
            self.rect().adjusted(30, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=11)
        painter.end()


class SearchField(QLineEdit):
    """Finds as one types; Escape leaves, Down goes into what was found, Tab completes."""

    left = Signal()
    down = Signal()
    tabbed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search everything"))
        self.setAccessibleName(self.tr("Search everything"))
        self.setFixedWidth(380)
        self.setFixedHeight(30)
        self.setTextMargins(20, 0, 28, 0)

    def event(self, event: QEvent) -> bool:
        """Tab completes a word that was begun; it is no key that keyPressEvent hears."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab and self.text() and not event.modifiers():
                self.tabbed.emit()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Down lead out."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass at the left, the key at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted = look.colour("muted")
        icons.paint(painter, "search", muted, at=QPoint(9, 7), side=16)
        if not self.text() and not self.hasFocus():
            edge = look.colour("edge")
            paint_keycap(painter, "/", right=self.width() - 8, middle=15, ink=muted, edge=edge)
        painter.end()


class _Key(QAbstractButton):
    """`Ctrl K` as a button."""

    def __init__(self, key: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._hover = False
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(key_width(self._key) + 8, 26)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = look.colour("ink" if self._hover else "muted")
        edge = look.colour("edge")
        paint_keycap(painter, self._key, right=self.width() - 4, middle=13, ink=ink, edge=edge)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=6)
        painter.end()


class TopBar(Ground):
    """Always there, always 48 px."""

    badge_pressed = Signal()
    palette_asked = Signal()
    flight_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, rules="b")
        self.setFixedHeight(48)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(12)
        name = Label("cmapp", self, size="title")
        name.setFont(look.font(15, 700))
        line.addWidget(name)
        self.badge = StateBadge(self)
        self.badge.clicked.connect(lambda: self.badge_pressed.emit())
        line.addWidget(self.badge)
        line.addStretch(1)
        self.flight = Button(self.tr("Take off"), self, kind="quiet", icon="plane", small=True)
        self.flight.clicked.connect(lambda: self.flight_asked.emit())
        line.addWidget(self.flight)
        self.search = SearchField(self)
        line.addWidget(self.search)
        key = _Key("Ctrl K", self.tr("All actions"), self)
        key.clicked.connect(lambda: self.palette_asked.emit())
        line.addWidget(key)

    def show_situation(self, here: Situation) -> None:
        """Say flight mode and pause while they last, and nothing once they are over."""
        waiting = self.tr("%n waiting", "", here.waiting)
        if here.paused_since is not None:
            words = self.tr("Everything outgoing is paused")
            self.badge.say(
                f"{words} · {waiting}" if here.waiting else words, icon="pause", tone="bad"
            )
        elif here.flight_since is not None:
            words = self.tr("Flight mode")
            self.badge.say(
                f"{words} · {waiting}" if here.waiting else words, icon="plane", tone="held"
            )
        else:
            self.badge.say("", icon="plane", tone="held")
        flying = here.flight_since is not None
        self.flight.setText(self.tr("Land") if flying else self.tr("Take off"))
        self.flight.icon_name = "landing" if flying else "plane"
        self.flight.setToolTip(
            self.tr("Go online, check every thread, send what still fits")
            if flying
            else self.tr("Read, write and queue without a network until you land")
        )
        self.flight.updateGeometry()
