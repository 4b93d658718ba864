"""What is known of one file, beside the grid: its words, where it is used, where it fits."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import icons, look, text
from cmapp.ui.asking import Asking
from cmapp.ui.library import words
from cmapp.ui.library.files import Files
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.scroll import Scroll

FIELDS = ("title", "folder", "tags", "credit", "source")


class Preview(QWidget):
    """The small picture, whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(150)
        self.picture = QPixmap()
        self.icon = "image"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("bg"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        if self.picture.isNull():
            at = self.rect().center()
            at.setX(at.x() - 14)
            at.setY(at.y() - 14)
            icons.paint(painter, self.icon, look.colour("faint"), at=at, side=28)
        else:
            room = QSize(self.width() - 12, self.height() - 12)
            fits = self.picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(0, 0, fits.width(), fits.height())
            box.moveCenter(self.rect().center())
            painter.drawPixmap(box, self.picture)
        painter.end()


class Side(QWidget):
    """The chosen file. A field that was changed is kept when it is left."""

    def __init__(self, asking: Asking, files: Files, parent: QWidget) -> None:
        super().__init__(parent)
        self._asking, self._files = asking, files
        self.one: dict[str, Any] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self)
        outer.addWidget(self._scroll)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, 14, 4)
        column.setSpacing(6)
        self._scroll.setWidget(inside)
        self.preview = Preview(inside)
        column.addWidget(self.preview)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.about = Elided("", inside, size="second", tone="muted")
        line.addWidget(self.about, 1)
        self.crop = Button(self.tr("Crop"), inside, small=True)
        line.addWidget(self.crop)
        column.addLayout(line)
        column.addWidget(Label(self.tr("Alt text"), inside, size="second", tone="muted"))
        self.alt = QPlainTextEdit(inside)
        self.alt.setProperty("boxed", True)
        self.alt.setTabChangesFocus(True)
        self.alt.setFixedHeight(76)
        self.alt.setAccessibleName(self.tr("Alt text"))
        self.alt.setPlaceholderText(self.tr("What is to be seen, for those who do not see it"))
        self.alt.installEventFilter(self)
        column.addWidget(self.alt)
        self.fields: dict[str, QLineEdit] = {}
        names = {
            "title": self.tr("Title"),
            "folder": self.tr("Folder"),
            "tags": self.tr("Tags, with commas between"),
            "credit": self.tr("Credit"),
            "source": self.tr("Source"),
        }
        for name in FIELDS:
            column.addWidget(Label(names[name], inside, size="second", tone="muted"))
            field = QLineEdit(inside)
            field.setAccessibleName(names[name])
            field.editingFinished.connect(lambda n=name: self._leave(n))
            self.fields[name] = field
            column.addWidget(field)
        self.uses = QVBoxLayout()
        self.fits = QVBoxLayout()
        for part in (self.uses, self.fits):
            part.setSpacing(2)
            column.addSpacing(6)
            column.addLayout(part)
        column.addStretch(1)

    def show_file(self, one: dict[str, Any] | None) -> None:
        """Show a file; what was typed for the one before is kept first."""
        same = one is not None and self.one is not None and one["name"] == self.one["name"]
        if not same:
            self.keep()
        self.one = one
        self.setVisible(one is not None)
        if one is None:
            return
        self.preview.icon = "play" if one["kind"] == "video" else "image"
        self.preview.picture = self._files.picture(one) or QPixmap()
        self.preview.setAccessibleName(one["alt"] or self.tr("no alt text"))
        self.preview.update()
        self.about.set_full(
            f"{words.kind(one['kind'])} · {words.size(one)} · {words.weight(one['bytes'])}"
        )
        self.crop.setVisible(one["kind"] == "picture")
        if not (same and self.alt.hasFocus()) and self.alt.toPlainText() != one["alt"]:
            self.alt.setPlainText(one["alt"])
        for name, field in self.fields.items():
            value = _shown(one, name)
            if not (same and field.hasFocus()) and field.text() != value:
                field.setText(value)
                field.setCursorPosition(0)
        if not same:
            _clear(self.uses)
            _clear(self.fits)
        name = one["name"]
        self._asking.look("media.show", self._used, stream="media.show", name=name)
        self._asking.ask("media.check", self._checked, stream="media.check", names=[name])

    def keep(self) -> None:
        """Keep what was typed and not kept yet."""
        for name in ("alt", *FIELDS):
            self._leave(name)

    def _leave(self, name: str) -> None:
        if self.one is None:
            return
        value = self.alt.toPlainText() if name == "alt" else self.fields[name].text()
        before = self.one["alt"] if name == "alt" else _shown(self.one, name)
        if value.strip() == before:
            return
        file = self.one["name"]
        if name == "tags":
            wished = _split(value)
            had = {tag.casefold() for tag in self.one["tags"]}
            want = {tag.casefold() for tag in wished}
            self.one = {**self.one, "tags": wished}
            for tag in (t for t in wished if t.casefold() not in had):
                self._asking.do("media.tag", self.tr("Tagged"), names=[file], tag=tag)
            for tag in had - want:
                self._asking.do("media.untag", self.tr("Tag taken off"), names=[file], tag=tag)
            return
        self.one = {**self.one, name: value.strip()}
        self._asking.do("media.edit", self.tr("Kept"), None, names=[file], **{name: value})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the alt text when its field is left."""
        if watched is self.alt and event.type() == QEvent.Type.FocusOut:
            self._leave("alt")
        return super().eventFilter(watched, event)

    def _used(self, found: dict[str, Any]) -> None:
        if self.one is None or found["file"]["name"] != self.one["name"]:
            return
        _clear(self.uses)
        self.uses.addWidget(Label(self.tr("Used in"), self, size="second", tone="muted"))
        for use in found["used"][:20]:
            when = f" · {_moment(use['at'])}" if use["at"] else ""
            first = words.use(use["kind"]) + when
            self.uses.addWidget(Elided(f"{first}: {' '.join(use['text'].split())}", self))
        if not found["used"]:
            self.uses.addWidget(Label(self.tr("Nowhere yet"), self))

    def _checked(self, found: dict[str, Any]) -> None:
        check = found["checks"][0]
        if self.one is None or check["name"] != self.one["name"]:
            return
        _clear(self.fits)
        self.fits.addWidget(Label(self.tr("Where it fits"), self, size="second", tone="muted"))
        networks: dict[str, str] = {}
        for row in check["accounts"]:
            why = ", ".join(words.finding(f) for f in row["findings"])
            done = ", ".join(words.done(d) for d in row["done"])
            networks.setdefault(row["network"], why or done or self.tr("fits"))
        for row in check["networks"]:
            if not row["ok"]:
                why = ", ".join(words.finding(f) for f in row["findings"])
                networks.setdefault(row["network"], why)
        for network, said in networks.items():
            line = Label(f"{text.platform(network)}: {said}", self, wrap=True)
            self.fits.addWidget(line)
        if not networks:
            self.fits.addWidget(Label(self.tr("Everywhere"), self))


def _moment(iso: str) -> str:
    return text.exact(int(datetime.fromisoformat(iso).timestamp() * 1000))


def _shown(one: dict[str, Any], name: str) -> str:
    return ", ".join(one["tags"]) if name == "tags" else str(one[name])


def _split(value: str) -> list[str]:
    """Return the tags in a line, each once; commas of Chinese part them, too."""
    for other in "，、;；":
        value = value.replace(other, ",")
    found = (" ".join(tag.split()).lstrip("#").strip() for tag in value.split(","))
    return list({tag.casefold(): tag for tag in reversed([t for t in found if t])}.values())[::-1]


def _clear(part: QVBoxLayout) -> None:
    while part.count():
        item = part.takeAt(0)
        old = item.widget() if item is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()
