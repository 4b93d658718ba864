"""Connecting an account: draws any sign-in conversation, step by step, as the engine leads it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import icons, look, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.avatar import MARKS
from cmapp.ui.widgets.button import Keyless, paint_ring
from cmapp.ui.widgets.certificates import Certificates
from cmapp.ui.widgets.label import Label


class Tile(Keyless, QAbstractButton):
    """One platform and one way into it."""

    def __init__(self, platform: str, way: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.platform, self.way = platform, way
        self.setText(text.platform(platform))
        self._under = text.signin_way(way)
        self.setAccessibleName(f"{self.text()}, {self._under}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Two of them stand side by side."""
        return QSize(216, 68)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark, name and way."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        warm = self.underMouse() or self.isDown()
        painter.setPen(QPen(look.colour("accent" if warm else "edge"), 1))
        painter.setBrush(look.colour("hover" if warm else "surface"))
        painter.drawRoundedRect(box, look.CARD, look.CARD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.platform_colour(self.platform))
        painter.drawEllipse(QRectF(14, 16, 36, 36))
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(look.font(17, 700))
        mark = MARKS.get(self.platform, self.platform[:1].upper())
        painter.drawText(QRectF(14, 16, 36, 36), Qt.AlignmentFlag.AlignCenter, mark)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(13.5, 600))
        painter.drawText(QRectF(62, 13, self.width() - 70, 22), 0x0080, self.text())
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font(12))
        painter.drawText(QRectF(62, 34, self.width() - 70, 20), 0x0080, self._under)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=look.CARD)
        painter.end()


class _Picture(QWidget):
    """A drawing of the browser at work."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedHeight(84)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("soft"))
        middle = self.width() // 2
        painter.drawEllipse(QRectF(middle - 36, 6, 72, 72))
        at = QPoint(middle - 16, 26)
        icons.paint(painter, self._icon, look.colour("accent"), at=at, side=32)
        painter.end()


class Connect(Sheet):
    """Accepted once the account is there."""

    open_link = Signal(str)

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        account: AccountView | None = None,
    ) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Connect an account"))
        self.setWindowTitle(self.tr("Connect an account"))
        self._desk, self._bridge = desk, bridge
        self._talk = ""
        self._chosen: tuple[str, str] | None = None
        self._account = account
        self._fields: dict[str, QLineEdit] = {}
        self._answers: dict[str, str] = {}
        self._trusts: Certificates | None = None
        self._ca_file = str(account.facts.get("ca_file") or "") if account is not None else ""
        self._untrusted = False
        self._page: QWidget | None = None
        self._back = self.step(self.tr("Cancel"))
        self._back.clicked.connect(self.reject)
        self._on = self.step(self.tr("Continue"), kind="primary")
        self._on.clicked.connect(self._answer)
        self.resize(520, 400)
        self._choose_platform()

    # pages

    def _new_page(self) -> QVBoxLayout:
        if self._page is not None:
            self.body.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._fields = {}
        self._page = QWidget(self)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.body.addWidget(self._page, 1)
        return column

    def _choose_platform(self) -> None:
        self.say(
            self.tr(
                "Your sign-in goes to the platform and into your system's keyring, nowhere else."
            )
        )
        self._on.hide()
        self._new_page().addStretch(1)
        self._bridge.run(ways, self._show_platforms, self._sorry)

    def _show_platforms(self, found: list[tuple[str, str]]) -> None:
        if self._account is not None:
            known = [pair for pair in found if pair[0] == self._account.platform]
            if len(known) == 1:
                self._start(*known[0])
                return
            found = known or found
        column = self._new_page()
        grid = QGridLayout()
        grid.setSpacing(10)
        for i, (platform, way) in enumerate(found):
            tile = Tile(platform, way, self)
            tile.clicked.connect(lambda _=False, p=platform, w=way: self._start(p, w))
            grid.addWidget(tile, i // 2, i % 2)
            if i == 0:
                tile.setFocus()
        column.addLayout(grid)
        column.addStretch(1)

    def _start(self, platform: str, way: str) -> None:
        self._chosen = (platform, way)
        self.head.setText(self.tr("Connect {platform}").format(platform=text.platform(platform)))
        self._wait(self.tr("One moment"))
        self._bridge.run(
            lambda: self._desk.call("signin.start", platform=platform, way=way),
            self._step,
            self._sorry,
            call=True,
        )

    def _wait(self, words: str) -> None:
        self.say(words)
        self._on.setEnabled(False)

    def _step(self, answer: dict[str, Any]) -> None:
        if "accounts" in answer:
            self._talk = ""
            self.accept()
            return
        self._talk = answer["talk"]
        step = answer["step"]
        self._on.setEnabled(True)
        match step["type"]:
            case "form":
                self._form(step)
            case "choose":
                self._choice(step)
            case "browse":
                self._browse(step["url"])

    def _form(self, step: dict[str, Any]) -> None:
        self.say(text.signin_help(step["title"]))
        column = self._new_page()
        known = self._account
        first: QLineEdit | None = None
        for one in step["fields"]:
            label, hint = text.field_name(one["label"] or one["name"])
            column.addWidget(Label(label, self, size="strong"))
            field = QLineEdit(self)
            field.setAccessibleName(label)
            field.setPlaceholderText(hint)
            field.setText(self._answers.get(one["name"]) or one.get("value") or "")
            if known is not None and one["name"] in ("server", "handle"):
                field.setText(known.server if one["name"] == "server" else known.handle)
            if one.get("secret"):
                field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMinimumHeight(34)
            column.addWidget(field)
            helped = text.field_help(one.get("help") or "")
            if helped:
                column.addWidget(Label(helped, self, size="second", tone="muted", wrap=True))
            wrong = step.get("problem_field") in (None, one["name"])
            if step.get("problem") and wrong:
                said = Label(
                    text.signin_problem(step["problem"]), self, size="second", tone="bad", wrap=True
                )
                field.setAccessibleDescription(said.text())
                column.addWidget(said)
                step = {**step, "problem": None}
                first = field
            column.addSpacing(6)
            self._fields[one["name"]] = field
            if first is None and not field.text():
                first = field
        self._trusts = None
        if step.get("trusts"):
            self._trusts = Certificates(self._ca_file, self, folded=not self._untrusted)
            column.addWidget(self._trusts)
        column.addStretch(1)
        self._on.setText(self.tr("Continue"))
        self._on.updateGeometry()
        self._on.show()
        first = first or next(iter(self._fields.values()), None)
        if first is not None:
            first.setFocus()
            first.selectAll()

    def _choice(self, step: dict[str, Any]) -> None:
        self.say(self.tr("Which one shall cmapp speak for?"))
        column = self._new_page()
        for option in step["options"]:
            from cmapp.ui.widgets.button import Button

            button = Button(str(option["label"])[:80], self)
            value = option["value"]
            button.clicked.connect(lambda _=False, v=value: self._send({"choice": v}))
            column.addWidget(button)
        column.addStretch(1)
        self._on.hide()

    def _browse(self, url: str) -> None:
        self.say(
            self.tr("Your browser asks whether cmapp may act for you. Say yes there, come back.")
        )
        column = self._new_page()
        column.addStretch(1)
        column.addWidget(_Picture("globe", self))
        waiting = Label(self.tr("Waiting for the browser"), self, size="title")
        waiting.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(waiting)
        line = QHBoxLayout()
        line.addStretch(1)
        from cmapp.ui.widgets.button import Button

        again = Button(self.tr("Open the browser again"), self, kind="quiet", small=True)
        again.clicked.connect(lambda: self.open_link.emit(url))
        line.addWidget(again)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)
        self._on.hide()
        self.open_link.emit(url)
        talk = self._talk
        self._bridge.run(
            lambda: self._desk.call("signin.wait", talk=talk), self._step, self._sorry, call=True
        )

    # answers

    def _answer(self) -> None:
        self._answers = {name: field.text().strip() for name, field in self._fields.items()}
        empty = next((f for f in self._fields.values() if not f.text().strip()), None)
        if empty is not None:
            empty.setFocus()
            return
        self._ca_file = self._trusts.path if self._trusts is not None else ""
        more = {"ca_file": self._ca_file} if self._ca_file else {}
        self._send(self._answers | more)

    def _send(self, answers: dict[str, str]) -> None:
        self._wait(self.tr("Asking the server"))
        talk = self._talk
        self._bridge.run(
            lambda: self._desk.call("signin.answer", talk=talk, answers=answers),
            self._step,
            self._sorry,
            call=True,
        )

    def _sorry(self, error: Exception) -> None:
        self._talk = ""
        why = getattr(error, "why", "")
        facts = dict(getattr(error, "facts", {}))
        column = self._new_page()
        column.addStretch(1)
        column.addWidget(_Picture("warn", self))
        words = text.signin_problem(why, facts) if why else self.tr("That did not work.")
        self._untrusted = why in ("certificate", "no_certificates")
        if why == "certificate" and self._trusts is not None:
            words += " " + self.tr(
                "If the server is your own, begin again and choose the file of its authority."
            )
        said = Label(words, self, wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(said)
        column.addStretch(2)
        self.say("")
        self._on.setText(self.tr("Begin again"))
        self._on.updateGeometry()
        self._on.setEnabled(True)
        self._on.show()
        self._on.clicked.disconnect()
        self._on.clicked.connect(self._begin_again)
        self._on.setFocus()

    def _begin_again(self) -> None:
        self._on.clicked.disconnect()
        self._on.clicked.connect(self._answer)
        if self._chosen is not None and self._answers:
            self._start(*self._chosen)  # what was typed stands there again, to be mended
            return
        self.head.setText(self.tr("Connect an account"))
        self._choose_platform()

    def reject(self) -> None:
        """Break the conversation off."""
        talk, self._talk = self._talk, ""
        if talk:
            self._bridge.run(
                lambda: self._desk.call("signin.cancel", talk=talk),
                lambda _: None,
                lambda _: None,
                call=True,
            )
        super().reject()


def ways() -> list[tuple[str, str]]:
    """Return (platform, way) of everything that can be connected. Imports the connectors."""
    from cmapp.connectors.registry import PLATFORMS, connector_class
    from cmapp.domain.streams import Stream

    order = sorted(PLATFORMS, key=lambda name: name == "demo")
    found = []
    for name in order:
        spec = connector_class(name).spec
        # what brings nothing by itself (by hand) begins where it is used
        if any(spec.absent.get(str(stream)) != "not_offered" for stream in Stream):
            found += [(name, way) for way in spec.signin_ways]
    return found
