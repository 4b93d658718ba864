"""The charts: all of them by group; one at a time, large, with its choices and beside another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.chart import Chart, Say
from cmapp.services import insights
from cmapp.services.insights import Insight
from cmapp.ui import look
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.charts.view import ChartView
from cmapp.ui.insights.scope import ScopeBar, account_name
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.button import Button, Keyless, paint_ring
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import Label, tip
from cmapp.ui.widgets.page import WIDE
from cmapp.ui.widgets.part import Part
from cmapp.ui.widgets.scroll import Scroll

_HIGH = 430
_DAY = 86_400_000
_WHOLE = "before"


class ChartsPart(Part):
    """A list of names at the left, the chosen chart at the right."""

    measure = WIDE
    person_asked = Signal(int)
    post_asked = Signal(str)
    opened = Signal(str)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(words.translate("insights", "Charts"))
        self.scope = ScopeBar(self.inside)
        self.scope.changed.connect(self.load)
        self.steps.addWidget(self.scope)
        self._names: dict[str, str] = {}
        self._choices: dict[str, Dropdown] = {}
        self._name = insights.CHARTS[0]
        self.rivals = Button(self.tr("Rivals…"), self.inside)
        self.rivals.clicked.connect(self.open_rivals)
        self.steps.addWidget(self.rivals)
        body = QWidget(self.inside)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self._list = Scroll(body)
        self._list.setFixedWidth(248)
        self._list.setAccessibleName(words.translate("insights", "Charts"))
        self._list.setWidget(self._gallery(self._list))
        row.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(10)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        right.addLayout(self._line)
        self.compare = self._field(self.tr("Compare with"))
        self.compare.activated.connect(lambda _: self.load())
        self.view, self.other = self._view(body), self._view(body)
        self.other.hide()
        for view in (self.view, self.other):
            view.arrived.connect(self._level)
        charts = QHBoxLayout()
        charts.setSpacing(12)
        charts.addWidget(self.view, 1)
        charts.addWidget(self.other, 1)
        right.addLayout(charts)
        right.addStretch(1)
        row.addLayout(right, 1)
        self.column.addWidget(body)
        self._choose(self._name)

    def _view(self, parent: QWidget) -> ChartView:
        view = ChartView(self.asking, parent)
        view.item_asked.connect(self.item_asked)
        view.person_asked.connect(self.person_asked)
        view.post_asked.connect(self.post_asked)
        view.opened.connect(self.opened)
        return view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the list and the charts be as high as there is room for: neither leaves the other."""
        super().resizeEvent(event)
        high = max(_HIGH - 60, self.viewport().height() - 150)
        self._list.setFixedHeight(high)
        for view in (self.view, self.other):
            view.setFixedHeight(min(high - 44, 720))

    # the list

    def _gallery(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        box.setFixedWidth(236)
        box.setAccessibleName(words.translate("insights", "Charts"))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.entries: dict[str, Entry] = {}
        self._group = QButtonGroup(self)
        groups: dict[str, list[Insight]] = {}
        for name in insights.CHARTS:
            one = insights.get(name)
            groups.setdefault(one.group, []).append(one)
        for group, some in groups.items():
            head = Label(
                words.code(f"glossary.group.{group}", group), box, size="second", tone="muted"
            )
            head.setContentsMargins(10, 10 if self.entries else 0, 0, 3)
            column.addWidget(head)
            for one in some:
                entry = Entry(words.say(Say(f"{one.name}.title")), box)
                entry.clicked.connect(lambda _=False, n=one.name: self._pick(n))
                self.entries[one.name] = entry
                self._group.addButton(entry)
                column.addWidget(entry)
        return box

    def _pick(self, name: str) -> None:
        self._choose(name)
        self.load()

    def _choose(self, name: str) -> None:
        self._name = name
        self.rivals.setVisible(name == "rivals")
        for code, entry in self.entries.items():
            mark(entry, code == name)
        self._list.ensureWidgetVisible(self.entries[name], 0, 40)
        for field in self._choices.values():
            self._drop(field)
        self._choices = {}
        for option, values in insights.get(name).options.items():
            if not values:
                continue
            field = self._field(words.code(f"option.{option}", option))
            for value in values:
                field.addItem(words.code(f"option.{option}.{value}", value), value)
            field.activated.connect(lambda _: self.load())
            self._choices[option] = field

    def _field(self, name: str) -> Dropdown:
        field = Dropdown(self.inside)
        field.setAccessibleName(name)
        label = Label(name, self.inside, size="second", tone="muted")
        field.setProperty("label", label)
        if not self._line.count():
            self._line.addStretch(1)
        at = max(0, self._line.count() - (3 if hasattr(self, "compare") else 0))
        self._line.insertWidget(at, label)
        self._line.insertWidget(at + 1, field)
        if hasattr(self, "compare"):  # as they lie there: choices of the chart, then comparing
            before = [*self.entries.values(), *self._choices.values()][-1]
            self.setTabOrder(before, field)
            self.setTabOrder(field, self.compare)
        return field

    def _drop(self, field: Dropdown) -> None:
        for widget in (field.property("label"), field):
            self._line.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def open_rivals(self) -> None:
        """Show who is watched from outside; the chart is read again when that changes."""
        from cmapp.ui.insights.rivals_sheet import RivalsSheet

        self.sheet = RivalsSheet(self.asking, self)
        self.sheet.open()

    # reading

    def show_what(self, name: str = "", days: int = 0, account: str = "") -> None:
        """Be about a chart, a span, an account."""
        if name in self.entries:
            self._choose(name)
        if days and self.scope.spans.has(str(days)):
            self.scope.spans.choose(str(days))
        at = self.scope.accounts.findData(account)
        self.scope.accounts.setCurrentIndex(max(0, at))

    def load(self) -> None:
        """Read the chart that is chosen, and the one beside it."""
        self.asking.run(self.asking.desk.accounts, self._with_accounts, stream=f"who:{id(self)}")

    def _with_accounts(self, accounts: list[AccountView]) -> None:
        self.scope.offer(accounts)
        self._names = {a.id: account_name(a) for a in accounts}
        self._offer_beside()
        self.say_under(self.scope.said())
        asked = self.scope.asked()
        asked["options"] = {o: str(f.currentData()) for o, f in self._choices.items()}
        heavy = insights.get(self._name).heavy
        beside = self.compare.currentData()
        self.view.name_accounts(self._names)
        self.other.name_accounts(self._names)
        self.view.load(self._name, heavy=heavy, **asked)
        self.other.setVisible(bool(beside))
        if not beside:
            self.view.canvas.set_top(None)
        elif beside != _WHOLE:
            self.other.load(self._name, heavy=heavy, **{**asked, "accounts": [beside]})

    def _offer_beside(self) -> None:
        wanted = {"": self.tr("nothing"), _WHOLE: self.tr("the time before")}
        mine = self.scope.accounts.currentData()
        wanted |= {code: name for code, name in self._names.items() if code != mine}
        there = {self.compare.itemData(n): "" for n in range(self.compare.count())}
        if list(there) == list(wanted):
            return
        was = self.compare.currentData()
        self.compare.clear()
        for code, name in wanted.items():
            self.compare.addItem(name, code)
        self.compare.setCurrentIndex(max(0, self.compare.findData(was or "")))

    def _level(self) -> None:
        """Have both charts reach equally far, and ask for the time before once one knows it."""
        beside = self.compare.currentData()
        one, two = self.view.chart, self.other.chart
        if self.sender() is self.view and beside == _WHOLE and one is not None:
            self._load_before(one)
        if beside and one is not None and two is not None:
            top = max(_most(one), _most(two))
            self.view.canvas.set_top(top)
            self.other.canvas.set_top(top)
        for view, tail in ((self.view, ""), (self.other, self._beside_words())):
            if view.chart is not None:
                title = words.say(view.chart.title)
                view.title.set_full(f"{title} · {tail}" if tail and beside else title)

    def _beside_words(self) -> str:
        return str(self.compare.currentText())

    def _load_before(self, chart: Chart) -> None:
        asked = self.scope.asked()
        before = {
            "since": chart.since - asked["days"] * _DAY,
            "until": chart.since,
            "accounts": asked["accounts"],
            "options": {o: str(f.currentData()) for o, f in self._choices.items()},
        }
        self.other.load(self._name, heavy=insights.get(self._name).heavy, **before)


class Entry(Keyless, QAbstractButton):
    """The name of a chart in the list."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))
        self.setCheckable(True)
        self.setFont(look.font(13))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hear(self)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name; the chosen one stands on a soft ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setBrush(look.colour("soft" if on else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), look.RADIUS, look.RADIUS)
        painter.setFont(look.font(13, 500 if on else 400))
        painter.setPen(look.colour("accent" if on else "ink"))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 18
        )
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(10, 0, -8, 0), int(align), shown)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))
        painter.end()


def _most(chart: Chart) -> float:
    heaps: dict[Any, float] = {}
    most = 0.0
    for series in chart.series:
        for datum in series.data:
            value = datum.value or 0.0
            if series.stacked:
                heaps[datum.x] = value = heaps.get(datum.x, 0.0) + value
            most = max(most, value, datum.high or 0.0)
    return most
