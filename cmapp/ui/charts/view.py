"""A chart with its title, its figures, its notes and its steps; picture or table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.chart import Chart, Figure, Say, from_json
from cmapp.domain.errors import Rejected
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.charts.canvas import Canvas
from cmapp.ui.widgets.button import IconButton
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Elided, Label, tip

_FILTER = "SVG (*.svg);;PNG (*.png);;CSV (*.csv);;Excel (*.xlsx)"


class ChartView(Card):
    """Shows one chart. A `small` one says less and offers to be shown large.

    `item_asked`, `person_asked`, `post_asked`, `opened`: what a row behind a number leads to.
    `large_asked`: this chart is wanted large. `arrived`: a chart was read and is shown.
    """

    item_asked = Signal(object)
    person_asked = Signal(int)
    post_asked = Signal(str)
    opened = Signal(str)
    large_asked = Signal(str)
    arrived = Signal()

    def __init__(
        self, asking: Asking, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        super().__init__(parent)
        self.asking, self.small = asking, small
        self.chart: Chart | None = None
        self._asked: dict[str, Any] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        self.title = Elided("", self, size="strong")
        self.aside = Label("", self, size="second", tone="muted")
        self.aside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self.title, 1)
        head.addWidget(self.aside)
        self.as_table = IconButton("table", self.tr("Table"), self)
        self.as_table.setCheckable(True)
        self.as_table.clicked.connect(self._want_table)
        self._table_wanted = False
        self.save = IconButton("export", self.tr("Save as a file"), self)
        self.save.clicked.connect(self.save_as)
        self.large = IconButton("zoom", self.tr("Show large"), self)
        self.large.setVisible(small)
        self.large.clicked.connect(
            lambda: self.large_asked.emit(self.chart.name if self.chart else "")
        )
        for button in (self.as_table, self.save, self.large):
            head.addWidget(button)
        column.addLayout(head)
        self.figures = Label("", self, size="second", tone="muted", wrap=True)
        self.figures.hide()
        column.addWidget(self.figures)
        self.stack = QStackedWidget(self)
        self.canvas = Canvas(self.stack)
        self.canvas.asked.connect(self.show_behind)
        self.stack.addWidget(self.canvas)
        self._table: Any = None
        self._empty: Label | None = None
        column.addWidget(self.stack, 1)
        self.notes = Label("", self, size="second", tone="muted", wrap=True)
        self.notes.hide()
        column.addWidget(self.notes)
        self._names: dict[str, str] = {}
        self._asides: tuple[str, ...] = ("",)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the figure beside the title say as much as leaves the title whole."""
        super().resizeEvent(event)
        self._fit_aside()

    def _fit_aside(self) -> None:
        title = self.title.fontMetrics().horizontalAdvance(self.title.accessibleName())
        buttons = sum(b.sizeHint().width() + 4 for b in (self.as_table, self.save, self.large))
        room = self.width() - 40 - buttons - title
        metrics = self.aside.fontMetrics()
        fits = [s for s in self._asides if metrics.horizontalAdvance(s) <= room]
        self.aside.setText(fits[0] if fits else "")

    # reading

    def load(self, name: str, *, heavy: bool = False, **asked: Any) -> None:
        """Read a chart and show it: `asked` as the command `insights.show` takes it."""
        read = self.asking.look_far if heavy else self.asking.look
        read(
            "insights.show",
            lambda found: self.take(found, asked),
            stream=f"chart:{id(self)}",
            name=name,
            **asked,
        )

    def take(self, found: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
        """Show what the command answered to `asked`."""
        self.show_chart(from_json(found), options=asked.get("options") or {})
        self.arrived.emit()

    def name_accounts(self, names: Mapping[str, str]) -> None:
        """Say accounts by these names."""
        self._names = dict(names)

    # showing

    def show_chart(self, chart: Chart, *, options: Mapping[str, str] | None = None) -> None:
        """Show a chart; `options` are those that it was asked with."""
        same = chart == self.chart
        self.chart = chart
        self._asked = {
            "name": chart.name, "since": chart.since, "until": chart.until, "zone": chart.zone,
            "accounts": list(chart.accounts), "options": dict(options or {}),
        }  # fmt: skip
        if same:
            return
        title = words.say(chart.title)
        self.title.set_full(title)
        self.setAccessibleName(title)
        figures = [figure_words(f) for f in chart.figures]
        self._asides = _shorter(chart.figures[0]) if figures and self.small else ("",)
        self._fit_aside()
        self.figures.setText(" · ".join(figures))
        self.figures.setToolTip(tip("\n".join(figures)))
        self.figures.setVisible(bool(figures) and not self.small)
        notes = [words.say(note) for note in chart.notes]
        self.notes.setText("\n".join(notes[:1] if self.small else notes))
        self.notes.setToolTip(tip("\n".join(notes) if self.small and len(notes) > 1 else ""))
        self.notes.setVisible(bool(notes))
        for button in (self.as_table, self.save):
            button.setEnabled(chart.empty is None)
        if chart.empty is not None:
            self._show_empty(chart.empty)
            return
        self.canvas.show_chart(chart, self._names)
        self.show_table(self._table_wanted)

    def _show_empty(self, why: Say) -> None:
        if self._empty is None:
            self._empty = Label("", self.stack, tone="muted", wrap=True)
            self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.stack.addWidget(self._empty)
        self._empty.setText(words.say(why))
        self.stack.setCurrentWidget(self._empty)

    def _want_table(self) -> None:
        self._table_wanted = self.as_table.isChecked()
        self.show_table(self._table_wanted)

    def show_table(self, on: bool) -> None:
        """Show the table, or the picture again."""
        if self.chart is None or self.chart.empty is not None:
            return
        if not on and self.chart.form != "table":
            self.stack.setCurrentWidget(self.canvas)
        else:
            if self._table is None:
                from cmapp.ui.charts.grid import ChartTable

                self._table = ChartTable(self.stack)
                self.stack.addWidget(self._table)
            self._table.show_chart(self.chart)
            self.stack.setCurrentWidget(self._table)
        showing = self.stack.currentWidget() is not self.canvas
        self.as_table.setChecked(showing)
        self.as_table.setVisible(self.chart.form != "table")
        self.as_table.rename(self.tr("Picture") if showing else self.tr("Table"))

    def table(self) -> Any:
        """Return the table, None while it was never shown."""
        return self._table

    # behind a number

    def show_behind(self, key: str) -> None:
        """List the rows behind a number of this chart."""
        from cmapp.ui.charts.behind import Behind

        if self.chart is None:
            return
        if not key:
            self.asking.tell.emit(self.tr("There is nothing to open here"), None)
            return
        title = words.say(self.chart.title)
        mark = self.canvas.current
        if mark is not None and mark.key == key:
            series = next(s for s in self.chart.series if mark in s.data)
            where = words.place(self.chart, mark.x, mark.end)
            title = f"{where}: {words.say(series.label)}"
        sheet = Behind(self.asking, {**self._asked, "key": key}, title, self.window())
        sheet.chosen.connect(self.open_row)
        sheet.open()

    def open_row(self, kind: str, number: str) -> None:
        """Lead to a row that stands behind a number."""
        match kind:
            case "item":
                self.item_asked.emit(int(number))
            case "person" if number.isdigit():
                self.person_asked.emit(int(number))
            case "draft":
                self.post_asked.emit(number)
            case "post" | "outbox" if number.isdigit():
                self._show_ours(kind, number)
            case _:
                self.asking.tell.emit(self.tr("There is nothing to open here"), None)

    def _show_ours(self, kind: str, number: str) -> None:
        from cmapp.ui.charts.opened import Opened

        sheet = Opened(self.asking, kind, number, self.window())
        sheet.chosen.connect(self.open_row)
        sheet.opened.connect(self.opened)
        sheet.open()

    # files

    def save_as(self) -> None:
        """Ask where to, and write the chart there: the ending says as what."""
        from cmapp.ui.charts import files

        if self.chart is None:
            return
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as a file"), f"{self.chart.name}.svg", _FILTER
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lstrip(".").lower() not in files.KINDS:
            path = Path(f"{name}.{kind.split('*.')[1].rstrip(')')}")
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the chart into a file and say so."""
        from cmapp.ui.charts import files

        if self.chart is None:
            return
        try:
            kind = path.suffix.lstrip(".").lower()
            files.write(path, files.made(self.chart, kind, names=self._names))
        except Rejected as error:
            self.asking.sorry(error)
        else:
            said = self.tr("Written to {name}").format(name=path.name)
            self.asking.tell.emit(said, None)


def _shorter(figure: Figure) -> tuple[str, ...]:
    """Return a figure in words: in full, and without its name."""
    value = words.value(figure.value, figure.unit)
    n = "" if figure.n is None else f" (n = {words.plain(figure.n)})"
    return figure_words(figure), text.isolated(f"{value}{n}"), ""


def figure_words(figure: Figure) -> str:
    """Return a figure in one line: its name, its value, what it stands on."""
    name = words.say(figure.label) if figure.label.code or figure.label.text else ""
    if not name:
        from cmapp.services import glossary

        name = glossary.name(figure.metric, words.language())
    said = words.value(figure.value, figure.unit) if figure.value is not None else words.DASH
    parts = [words.why(figure.why)] if figure.value is None and figure.why else []
    if figure.n is not None:
        parts.append(f"n = {words.plain(figure.n)}")
    if not parts:
        return text.isolated(f"{name} {said}")
    form = words.translate("insights", "{name} {value} ({more})")
    return text.isolated(form.format(name=name, value=said, more=" · ".join(parts)))
