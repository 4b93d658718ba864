"""A report while it is put together: blocks by keyboard at the left, the printed page at the right.

Alt+Up and Alt+Down move a block, Delete takes it out; the page is drawn anew after a short pause.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.report import FORMATS, LANGUAGES
from cmapp.services import insights
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.frame import Form
from cmapp.ui.insights import report_words
from cmapp.ui.insights.report_blocks import BLOCK, Blocks
from cmapp.ui.thumbs import small
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label, tip

_PAUSE = 500
_LEFT = 330
KINDS = (
    "figures", "text", "agenda", "digest", "open", "tasks", "experiments", "decisions",
    "glossary", "honesty",
)  # fmt: skip
EXACT = "exact"
"""A span from a first to a last day, in place of a period."""
_NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}


class Builder(QWidget):
    """`left`: back to the templates; `make_asked`, `schedule_asked`: a place is to be chosen."""

    left = Signal()
    make_asked = Signal()
    schedule_asked = Signal()

    def __init__(
        self, asking: Asking, template: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.asking, self.template = asking, template
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.draw)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        side = QWidget(self)
        side.setFixedWidth(_LEFT)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._fill(side)
        self.paper = Card(self)
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(14, 14, 14, 14)
        self.said = Label("", self.paper, tone="muted", wrap=True)
        column.addWidget(self.said)
        self.sheets: list[QLabel] = []
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(12)
        column.addLayout(self._sheets)
        column.addStretch(1)
        row.addWidget(self.paper, 1)

    def _fill(self, side: QWidget) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.name = QLineEdit(str(self.template["title"]), side)
        self.name.setPlaceholderText(
            report_words.untitled(self.template["name"], own=self.template["own"])
        )
        self._field(column, self.tr("Title"), self.name)
        self.name.textEdited.connect(self.touch)
        self.period = Dropdown(side)
        for code, said in (
            ("week", self.tr("Last whole week")),
            ("month", self.tr("Last whole month")),
            ("days", self.tr("Last 30 days")),
        ):
            self.period.addItem(said, code)
        self.period.setCurrentIndex(self.period.findData(self.template["period"]))
        self.period.addItem(self.tr("Exact days"), EXACT)
        self._field(column, self.tr("Span"), self.period)
        column.addLayout(self._exact(side))
        self.language = Dropdown(side)
        for code in LANGUAGES:
            self.language.addItem(_NAMES[code], code)
        wanted = self.template["language"] or words.language()
        self.language.setCurrentIndex(max(0, self.language.findData(wanted)))
        self._field(column, self.tr("Language"), self.language)
        for choice in (self.period, self.language):
            choice.activated.connect(self.touch)
        self.period.currentIndexChanged.connect(lambda _: self._show_days())
        self.list = Blocks(side)
        self.list.setMinimumHeight(230)
        for block in self.template["blocks"]:
            self.list.put(block)
        self._field(column, self.tr("Blocks"), self.list)
        self.list.changed.connect(self.touch)
        self.list.currentRowChanged.connect(self._chosen)
        column.addLayout(self._block_steps(side))
        self.text = QPlainTextEdit(side)
        self.text.setProperty("boxed", True)
        self.text.setFixedHeight(96)
        self.text.setAccessibleName(self.tr("Text of the block"))
        self.text.setPlaceholderText(self.tr("Text of the block"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._written)
        self.text.hide()
        column.addWidget(self.text)
        self.choices: dict[str, Dropdown] = {}
        self._choices = Form(side)
        column.addLayout(self._choices)
        self.form = Dropdown(side)
        for form in FORMATS:
            self.form.addItem(form.upper(), form)
        self._field(column, self.tr("Format"), self.form)
        self.make = Button(self.tr("Make the file…"), side, kind="primary")
        self.make.clicked.connect(lambda: self.make_asked.emit())
        column.addWidget(self.make)
        logo = QHBoxLayout()
        logo.setSpacing(8)
        self.logo = str(self.template["logo"])
        choose = Button(self.tr("Logo…"), side, small=True)
        choose.clicked.connect(self._ask_logo)
        logo.addWidget(choose)
        self.no_logo = Button(self.tr("No logo"), side, kind="quiet", small=True)
        self.no_logo.clicked.connect(lambda: self._put_logo(""))
        self.no_logo.setEnabled(bool(self.logo))
        logo.addWidget(self.no_logo)
        logo.addStretch(1)
        column.addLayout(logo)
        last = QHBoxLayout()
        last.setSpacing(8)
        keep = Button(self.tr("Keep as template"), side, small=True)
        keep.clicked.connect(self.keep)
        last.addWidget(keep)
        self.again = Button(self.tr("Make regularly…"), side, small=True)
        self.again.clicked.connect(lambda: self.schedule_asked.emit())
        last.addWidget(self.again)
        last.addStretch(1)
        column.addLayout(last)
        back = Button(self.tr("Back to the templates"), side, kind="quiet", small=True)
        back.clicked.connect(lambda: self.left.emit())
        column.addWidget(back)

    def _exact(self, side: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        today = QDate.currentDate()
        self.first, self.last = QDateEdit(today.addDays(-30), side), QDateEdit(today, side)
        for field, name in (
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
        ):
            field.setCalendarPopup(True)
            field.setMaximumDate(today)
            field.setAccessibleName(name)
            field.setToolTip(tip(name))
            field.dateChanged.connect(self.touch)
            field.hide()
            row.addWidget(field, 1)
        return row

    def _show_days(self) -> None:
        for field in (self.first, self.last):
            field.setVisible(self.period.currentData() == EXACT)

    def _field(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        label = Label(name, self, size="second", tone="muted")
        label.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(field)

    def _block_steps(self, side: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.more = Dropdown(side)
        self.more.setAccessibleName(self.tr("Add a block"))
        self.more.addItem(self.tr("Add a block"), None)
        for kind in KINDS:
            self.more.addItem(report_words.block({"kind": kind}), {"kind": kind})
        for name in insights.CHARTS:
            self.more.addItem(report_words.chart(name), {"kind": "chart", "name": name})
        self.more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.more.activated.connect(self._add)
        row.addWidget(self.more, 1)
        for words_, deed in (
            (self.tr("Up"), lambda: self.list.move_by(-1)),
            (self.tr("Down"), lambda: self.list.move_by(1)),
            (self.tr("Take out"), self.list.take_out),
        ):
            step = Button(words_, side, kind="quiet", small=True)
            step.clicked.connect(lambda _=False, d=deed: d())
            row.addWidget(step)
        return row

    # what is asked

    def asked(self) -> dict[str, Any]:
        """Return what the commands take."""
        exact = self.period.currentData() == EXACT
        days = [f.date().toString(Qt.DateFormat.ISODate) for f in (self.first, self.last)]
        return {
            **({"since": min(days), "until": max(days)} if exact else {}),
            "template": self.template["id"],
            "blocks": self.list.blocks(),
            "period": self.template["period"] if exact else self.period.currentData(),
            "language": self.language.currentData(),
            "title": self.name.text().strip(),
            "logo": self.logo,
        }

    def format(self) -> str:
        """Return the format that is chosen."""
        return str(self.form.currentData())

    def said_title(self) -> str:
        """Return the title, for the name of a file."""
        return self.name.text().strip() or self.name.placeholderText()

    def begin(self) -> None:
        """Give the keys to the blocks and draw the page."""
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.draw()

    def touch(self) -> None:
        """Draw the page anew, after a pause."""
        self._pause.start()

    def _add(self) -> None:
        block = self.more.currentData()
        self.more.setCurrentIndex(0)
        if block is None:
            return
        at = self.list.currentRow() + 1
        self.list.put(block, at)
        self.list.setCurrentRow(at)
        self.touch()
        if "text" in block or block["kind"] in ("text", "agenda"):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, row: int) -> None:
        block = self.list.item(row).data(BLOCK) if 0 <= row < self.list.count() else {}
        writes = block.get("kind") in ("text", "agenda")
        self.text.setVisible(writes)
        if writes:
            self.text.blockSignals(True)
            self.text.setPlainText(str(block.get("text") or ""))
            self.text.blockSignals(False)
        self._offer(block)

    def _offer(self, block: Mapping[str, Any]) -> None:
        """Offer what the chart of a block can be asked, as the gallery does."""
        while self._choices.rowCount():
            self._choices.removeRow(0)
        self.choices = {}
        if block.get("kind") != "chart":
            return
        asked = block.get("options") or {}
        for option, values in insights.get(str(block["name"])).options.items():
            if not values:
                continue
            field = Dropdown(self)
            for value in values:
                field.addItem(words.code(f"option.{option}.{value}", value), value)
            field.setCurrentIndex(max(0, field.findData(asked.get(option, values[0]))))
            field.activated.connect(lambda _, o=option: self._choose(o))
            self._choices.add(words.code(f"option.{option}", option), field)
            self.choices[option] = field

    def _choose(self, option: str) -> None:
        item = self.list.currentItem()
        if item is not None:
            block = item.data(BLOCK)
            chosen = {**(block.get("options") or {}), option: self.choices[option].currentData()}
            item.setData(BLOCK, {**block, "options": chosen})
            self.touch()

    def _written(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            item.setData(BLOCK, {**item.data(BLOCK), "text": self.text.toPlainText()})
            self.touch()

    def _ask_logo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Logo"), "", "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if name:
            self.take_logo(name)

    def take_logo(self, path: str) -> None:
        """Take a picture into the media library and put it at the head of the page."""
        self.asking.do("media.add", "", self._taken, files=[{"path": path}])

    def _taken(self, found: Mapping[str, Any]) -> None:
        for one in found["added"]:
            self._put_logo(str(one["file"]["name"]))
        for one in found["refused"]:
            self.asking.tell.emit(text.trouble(one["code"], one["facts"]), None)

    def _put_logo(self, name: str) -> None:
        self.logo = name
        self.no_logo.setEnabled(bool(name))
        self.touch()

    def keep(self) -> None:
        """Keep what was put together as a template of one's own."""
        asked = self.asked()
        own = self.template["own"]
        self.asking.do(
            "report.template_save", self.tr("Template kept"),
            self._kept,
            name=self.said_title(), blocks=asked["blocks"], title=asked["title"],
            language=asked["language"], period=asked["period"], logo=self.logo,
            **({"id": self.template["id"]} if own else {}),
        )  # fmt: skip

    def _kept(self, found: Mapping[str, Any]) -> None:
        self.template = found["template"]

    # the page

    def draw(self) -> None:
        """Have the pages drawn as they will be printed."""
        self.said.setText(self.tr("Drawing the page …") if not self.sheets else self.said.text())
        self.asking.ask(
            "report.preview", self._drawn, stream=f"report.preview:{id(self)}", pages=3,
            **self.asked(),
        )  # fmt: skip

    def _drawn(self, found: Mapping[str, Any]) -> None:
        for old in self.sheets:
            old.hide()
            old.deleteLater()
        self.sheets = []
        total = int(found["total"])
        self.said.setText(self.tr("%n page(s) on paper", "", total))
        for n, kept in enumerate(found["pages"], 1):
            picture = QPixmap.fromImage(small(base64.b64decode(kept)))
            ratio = self.devicePixelRatioF()
            wide = min(picture.width(), round(max(420, self.paper.width() - 30) * ratio))
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            sheet = QLabel(self.paper)
            sheet.setPixmap(picture)
            sheet.setMinimumSize(QSize(1, 1))
            sheet.setAccessibleName(self.tr("Page {n} of {total}").format(n=n, total=total))
            self._sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            self.sheets.append(sheet)
