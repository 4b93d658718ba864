"""Campaigns by colour and pattern, and the pillars that one posts about, with their shares."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDate, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import swatch
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label

_UTM = ("source", "medium", "campaign")


def swatch_icon(color: str, pattern: str, side: int = 16) -> QIcon:
    """Return a colour in a pattern as an icon."""
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    swatch(painter, QRectF(0, 0, side, side), color, pattern)
    painter.end()
    return QIcon(picture)


class CampaignsSheet(Sheet):
    """A list at the left, what is chosen at the right, the pillars below."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        self._chosen: dict[str, Any] = {}
        self.head.setText(self.tr("Campaigns and pillars"))
        self.setWindowTitle(self.tr("Campaigns and pillars"))
        self.say(self.tr("A campaign has a colour and a pattern, so that nobody needs the colour."))
        columns = QHBoxLayout()
        columns.setSpacing(20)
        self.body.addLayout(columns, 1)
        columns.addLayout(self._left(), 2)
        columns.addLayout(self._right(), 3)
        self.body.addWidget(Label(self.tr("Pillars"), self, size="title"))
        words_ = self.tr("One a line: its name and the share it should have, e.g. Craft 40 %")
        self.body.addWidget(Label(words_, self, size="second", tone="muted"))
        self.pillars = QPlainTextEdit(self)
        self.pillars.setProperty("boxed", True)
        self.pillars.setTabChangesFocus(True)
        self.pillars.setFixedHeight(86)
        self.pillars.setAccessibleName(self.tr("Pillars"))
        self.body.addWidget(self.pillars)
        self._known_pillars: dict[str, float | None] = {}
        self.step(self.tr("Close")).clicked.connect(self._close)
        self.save = self.step(self.tr("Save"), kind="primary")
        self.save.clicked.connect(self.keep)
        self.resize(720, 620)
        self.load()

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Campaigns"))
        self.list.setIconSize(QSize(16, 16))
        self.list.currentItemChanged.connect(lambda item, _: self._choose(item))
        column.addWidget(self.list, 1)
        steps = QHBoxLayout()
        new = Button(self.tr("New"), self, icon="plus", small=True)
        new.clicked.connect(self.begin)
        self.remove = Button(self.tr("Remove"), self, kind="quiet", small=True)
        self.remove.clicked.connect(self._remove)
        steps.addWidget(new)
        steps.addWidget(self.remove)
        steps.addStretch(1)
        column.addLayout(steps)
        return column

    def _right(self) -> QFormLayout:
        form = Form(self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(120)
        form.add(self.tr("Name"), self.name)
        self.color = Dropdown(self)
        for code in words.COLOURS:
            self.color.addItem(swatch_icon(code, "solid"), words.colour_name(code), code)
        form.add(self.tr("Colour"), self.color)
        self.pattern = Dropdown(self)
        for code in words.PATTERNS:
            self.pattern.addItem(swatch_icon("grey", code), words.pattern_name(code), code)
        form.add(self.tr("Pattern"), self.pattern)
        self.dated = Tick(self.tr("From one day to another"), self)
        form.addRow("", self.dated)
        days = QHBoxLayout()
        days.setSpacing(8)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        for field, name in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            field.setCalendarPopup(True)
            field.setDate(QDate.currentDate())
            field.setAccessibleName(name)
            days.addWidget(field)
        self.dated.toggled.connect(self._date)
        form.addRow("", days)
        self.utm: dict[str, QLineEdit] = {}
        for part in _UTM:
            field_ = QLineEdit(self)
            field_.setMaxLength(100)
            self.utm[part] = field_
            form.add(f"utm_{part}", field_)
        self._date(False)
        return form

    def _date(self, on: bool) -> None:
        for field in (self.first, self.last):
            field.setEnabled(on)

    # reading

    def load(self, wanted: str = "") -> None:
        """Read campaigns and pillars; stand on `wanted`."""
        self._asking.look("campaigns.list", lambda found: self._fill(found, wanted))
        self._asking.look("pillars.list", self._fill_pillars)

    def _fill(self, found: dict[str, Any], wanted: str) -> None:
        self.list.clear()
        for one in found.get("campaigns") or ():
            icon = swatch_icon(one.get("color") or "", one.get("pattern") or "solid")
            many = int(one.get("drafts") or 0) + int(one.get("posts") or 0)
            item = QListWidgetItem(icon, f"{one['name']}  ·  {words.posts(many)}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
            if one["id"] == wanted:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            if self.list.count():
                self.list.setCurrentRow(0)
            else:
                self.begin()

    def _fill_pillars(self, found: dict[str, Any]) -> None:
        rows = found.get("pillars") or ()
        self._known_pillars = {str(p["name"]): p.get("target") for p in rows}
        lines = [
            name if target is None else f"{name} {target:g} %"
            for name, target in self._known_pillars.items()
        ]
        self.pillars.setPlainText("\n".join(lines))

    def _choose(self, item: QListWidgetItem | None) -> None:
        one = item.data(Qt.ItemDataRole.UserRole) if item is not None else {}
        self._chosen = one or {}
        self.remove.setEnabled(bool(one))
        if not one:
            return
        self.name.setText(one["name"])
        self.color.setCurrentIndex(max(0, self.color.findData(one.get("color"))))
        self.pattern.setCurrentIndex(max(0, self.pattern.findData(one.get("pattern"))))
        self.dated.setChecked(bool(one.get("first_day") or one.get("last_day")))
        for field, day in ((self.first, one.get("first_day")), (self.last, one.get("last_day"))):
            field.setDate(
                QDate.fromString(day, Qt.DateFormat.ISODate) if day else QDate.currentDate()
            )
        utm = (one.get("facts") or {}).get("utm") or {}
        for part, field_ in self.utm.items():
            field_.setText(str(utm.get(part) or ""))

    def begin(self) -> None:
        """Empty the form for a new campaign."""
        self.list.setCurrentRow(-1)
        self._chosen = {}
        self.remove.setEnabled(False)
        self.name.clear()
        used = self.list.count()
        self.color.setCurrentIndex(used % self.color.count())
        self.pattern.setCurrentIndex(used % self.pattern.count())
        self.dated.setChecked(False)
        for field in self.utm.values():
            field.clear()
        self.name.setFocus()

    # keeping

    def values(self) -> dict[str, Any]:
        """Return what stands here, as `campaigns.save` takes it."""
        utm = {part: f.text().strip() for part, f in self.utm.items() if f.text().strip()}
        facts = {k: v for k, v in (self._chosen.get("facts") or {}).items() if k != "utm"}
        on = self.dated.isChecked()
        form = Qt.DateFormat.ISODate
        return {
            "id": self._chosen.get("id"),
            "name": self.name.text().strip(),
            "color": self.color.currentData(),
            "pattern": self.pattern.currentData(),
            "first_day": self.first.date().toString(form) if on else "",
            "last_day": self.last.date().toString(form) if on else "",
            "facts": {**facts, **({"utm": utm} if utm else {})},
        }

    def keep(self) -> None:
        """Keep the campaign, and the pillars that changed."""
        self._keep_pillars()
        made = self.values()
        if not made["name"]:
            return

        def done(answer: dict[str, Any]) -> None:
            self.load(str(answer["campaigns"][0]["id"]))

        said = self.tr("Campaign kept: {name}").format(name=made["name"])
        self._asking.do("campaigns.save", said, done, **made)

    def _keep_pillars(self) -> None:
        wished = dict(filter(None, map(_pillar, self.pillars.toPlainText().splitlines())))
        for name, target in wished.items():
            if name not in self._known_pillars or self._known_pillars[name] != target:
                said = self.tr("Pillar kept: {name}").format(name=name)
                self._asking.do("pillars.save", said, None, name=name, target=target)
        for name in self._known_pillars:
            if name not in wished:
                said = self.tr("Pillar removed: {name}").format(name=name)
                self._asking.do("pillars.remove", said, None, name=name)
        self._known_pillars = dict(wished)

    def _remove(self) -> None:
        if self._chosen:
            said = self.tr("Campaign removed; its posts stay")
            self._asking.do("campaigns.remove", said, lambda _: self.load(), id=self._chosen["id"])

    def _close(self) -> None:
        self._keep_pillars()
        self.accept()


def _pillar(line: str) -> tuple[str, float | None] | None:
    """Read a line: a name, and a share in percent at its end."""
    words_ = line.replace("％", "%").replace("%", " ").split()
    if not words_:
        return None
    try:
        share = float(words_[-1]) if len(words_) > 1 else None
    except ValueError:
        share = None
    name = " ".join(words_[:-1] if share is not None else words_)
    return name, share
