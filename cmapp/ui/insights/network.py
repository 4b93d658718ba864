"""The network: a picture of who answers whom, and beside it the same people as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import Chip, ChipRow
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.network_list import HEIGHT, ROW, Field, People, PeopleView, PersonDelegate
from cmapp.ui.widgets.network_view import NetworkView
from cmapp.ui.widgets.part import Part

_SIDE = 348
_LISTED = 200
_GROUPS = 12
"""So many of the largest groups can be looked at by themselves."""


class NetworkPart(Part):
    """Picture and list. `person_asked`: a person is to open."""

    topics = frozenset({"inbox", "posts", "people"})
    person_asked = Signal(int)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.found: Mapping[str, Any] | None = None
        self._group: int | None = None
        self._asked: dict[str, Any] = {}
        self.setWidget(self._build())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(400)
        self._pause.timeout.connect(self._read)

    def _build(self) -> QWidget:
        self.inside = QWidget(self)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        line = QHBoxLayout()
        line.setSpacing(0)
        self.view = NetworkView(self.inside)
        self.view.chosen.connect(self._choose_place)
        self.view.opened.connect(self._open_place)
        self.view.group_asked.connect(self._look_at_group)
        self._empty = Empty(
            "user",
            self.tr("Nobody has answered anybody yet"),
            self.tr("Once people answer you or each other, you see here who talks with whom."),
            parent=self.inside,
        )
        self._stack = QStackedWidget(self.inside)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        line.addWidget(self._stack, 1)
        line.addWidget(self._side())
        column.addLayout(line, 1)
        return self.inside

    def _head(self) -> QWidget:
        head = Ground(self.inside, rules="b")
        column = QVBoxLayout(head)
        column.setContentsMargins(28, 12, 20, 12)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(10)
        self._sum = Elided("", head, size="strong")
        first.addWidget(self._sum, 1)
        self.groups = Dropdown(head)
        self.groups.setAccessibleName(self.tr("Which group"))
        self.groups.addItem(self.tr("All groups"), None)
        self.groups.activated.connect(lambda _: self.show_group(self.groups.currentData()))
        first.addWidget(self.groups)
        whole = Button(self.tr("Show all"), head, kind="quiet", small=True, key="0")
        whole.clicked.connect(lambda: self.view.fit())
        first.addWidget(whole)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(14)
        self.months = ChipRow(
            {"3": self.tr("3 months"), "6": self.tr("6 months"), "12": self.tr("12 months")}, head
        )
        self.months.setAccessibleName(self.tr("How far back"))
        self.least = ChipRow(
            {
                "1": self.tr("Everybody"),
                "2": self.tr("2 ties and more"),
                "4": self.tr("4 and more"),
            },
            head,
        )
        self.least.setAccessibleName(self.tr("How well connected"))
        self.us = self._toggle(self.tr("Without you"), head)
        self.every = self._toggle(self.tr("Likes and follows, too"), head)
        for row in (self.months, self.least):
            row.chosen.connect(lambda _: self.show_group(None))
            second.addWidget(row)
        second.addWidget(self.us)
        second.addWidget(self.every)
        second.addStretch(1)
        column.addLayout(second)
        self._note = Label("", head, size="second", tone="muted", wrap=True)
        self._note.hide()
        column.addWidget(self._note)
        return head

    def _toggle(self, words: str, parent: QWidget) -> Chip:
        chip = Chip(words, parent)
        chip.toggled.connect(lambda _: self.show_group(None))
        return chip

    def _side(self) -> QWidget:
        side = Ground(self.inside, rules="l")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(14, 12, 12, 10)
        top.setSpacing(8)
        self.lists = Dropdown(side)
        for code, words in (
            ("pagerank", self.tr("In the middle")),
            ("betweenness", self.tr("Bridges between groups")),
            ("kol", self.tr("Opinion leaders (KOL)")),
            ("koc", self.tr("Key consumers (KOC)")),
            ("thank", self.tr("To thank or feature")),
            ("endorsers", self.tr("Who may vouch for you")),
        ):
            self.lists.addItem(words, code)
        self.lists.setAccessibleName(self.tr("Which people"))
        self.lists.currentIndexChanged.connect(lambda _: self._load_list())
        top.addWidget(self.lists)
        self.field = Field(side)
        self.field.setPlaceholderText(self.tr("Find somebody"))
        self.field.setAccessibleName(self.tr("Find somebody"))
        self.field.setClearButtonEnabled(True)
        top.addWidget(self.field)
        self._why = Label("", side, size="second", tone="muted", wrap=True)
        top.addWidget(self._why)
        column.addLayout(top)
        self.model = People(side)
        self.rows = PeopleView(side)
        self.rows.verticalHeader().setMinimumSectionSize(HEIGHT)
        self.rows.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.rows.setAccessibleName(self.tr("People of the network"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(PersonDelegate(self.rows))
        self.rows.selectionModel().currentChanged.connect(self._moved)
        self.rows.opened.connect(self._open_current)
        self.rows.doubleClicked.connect(lambda _: self._open_current())
        self.field.textChanged.connect(self.model.find)
        self.field.down.connect(self._walk_in)
        column.addWidget(self.rows, 1)
        return side

    # reading

    def load(self) -> None:
        """Read the network; what comes in while one looks is read a moment later."""
        if self.found is not None and self._wanted() == self._asked:
            self._pause.start()
            return
        self._read()

    def _wanted(self) -> dict[str, Any]:
        return {
            "months": int(self.months.current()),
            "us": not self.us.isChecked(),
            "ties": "all" if self.every.isChecked() else "talk",
            "least": int(self.least.current()),
            "group": self._group,
        }

    def _read(self) -> None:
        self._asked = self._wanted()
        if self.found is None:
            self._sum.set_full(self.tr("Working it out …"))
        self.asking.look("network.show", self._show, stream="network.show", **self._asked)

    def _show(self, found: Mapping[str, Any]) -> None:
        same = self.found == found
        self.found = found
        self._stack.setCurrentWidget(self.view if found["nodes"] else self._empty)
        if self._group is None:
            self._name_groups(found["groups"])
        self._say(found)
        if not same:
            self.view.show_network(found)
        self._load_list()

    def _say(self, found: Mapping[str, Any]) -> None:
        density = "—" if found["density"] is None else f"{found['density']:.1%}"
        words = self.tr("{people} people · {ties} ties · density {density}").format(
            people=text.number(found["people"]), ties=text.number(found["arcs_total"]),
            density=density,
        )  # fmt: skip
        self._sum.set_full(words)
        notes = []
        shown = len(found["nodes"])
        if self._group is not None:
            notes.append(self.tr("One group: {n} people.").format(n=text.number(shown)))
        elif shown < found["people"]:
            notes.append(
                self.tr("{n} of them are shown, the highest PageRank first.").format(
                    n=text.number(shown)
                )
            )
        if found["estimated"]:
            notes.append(self.tr("So many people: betweenness is an estimate."))
        if 0 < found["people"] < 5:
            notes.append(self.tr("Too few people to say much."))
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))

    def _name_groups(self, groups: Sequence[Mapping[str, Any]]) -> None:
        """Offer the groups of the whole picture, each by its most important person."""
        self.groups.clear()
        self.groups.addItem(self.tr("All groups"), None)
        for n, group in enumerate(groups[:_GROUPS]):
            if group["size"] > 2:
                words = self.tr("Around {name}: {n}").format(
                    name=text.isolated(str(group["name"])), n=text.number(group["size"])
                )
                self.groups.addItem(words, n)

    def show_group(self, group: int | None) -> None:
        """Show one group of the whole picture alone, or all of them (None)."""
        self._group = group
        self.groups.setCurrentIndex(max(0, self.groups.findData(group)))
        self.load()

    def _look_at_group(self, group: int) -> None:
        if self._group is None and self.groups.findData(group) > 0:
            self.show_group(group)

    # the list

    def _list(self) -> str:
        return str(self.lists.currentData())

    def _load_list(self) -> None:
        by = self._list()
        self._why.setText(self._explained(by))
        span = {"months": int(self.months.current())}
        if by == "endorsers":
            self.asking.look(
                "network.endorsers", lambda found: self._listed(by, found), stream="network.list",
                months=max(6, span["months"]),
            )  # fmt: skip
            return
        if by in ("pagerank", "betweenness"):
            nodes = [] if self.found is None else list(self.found["nodes"])
            nodes.sort(key=lambda n: -n[by])
            self._fill([{**n, "figure": f"{n[by]:.4f}"} for n in nodes])
            return
        asked = {**span, "us": True, "by": by, "limit": 10 if by == "thank" else _LISTED}
        self.asking.look(
            "network.people", lambda found: self._listed(by, found), stream="network.list", **asked
        )

    def _explained(self, by: str) -> str:
        return {
            "pagerank": self.tr("Answered by those who are answered. The figure is PageRank."),
            "betweenness": self.tr("On the ways between others. The figure is betweenness."),
            "kol": self.tr("At least three people listen to them. Followers alone do not count."),
            "koc": self.tr("Small reach, posts that draw answers, well-disposed to you."),
            "thank": self.tr("The ten who moved most last week: thank or feature them."),
            "endorsers": self.tr("Listened to, and had good words for you and no bad ones."),
        }[by]

    def _listed(self, by: str, found: Mapping[str, Any]) -> None:
        if by != self._list():
            return
        groups = {n["id"]: n["group"] for n in self.found["nodes"]} if self.found else {}
        digits = 0 if by == "thank" else 2
        rows = [
            {**p, "figure": f"{p['score']:.{digits}f}", "group": groups.get(p["id"])}
            for p in found["people"]
        ]
        rows += [
            {**p, "figure": "?", "group": groups.get(p["id"])} for p in found.get("unsure", ())
        ]
        if not rows:
            nobody = self.tr("Nobody yet.")
            self._why.setText(f"{self._explained(by)} {nobody}")
        self._fill(rows)

    def _fill(self, rows: Sequence[Mapping[str, Any]]) -> None:
        chosen = self._current()
        self.model.show_people(rows)
        if chosen is not None:
            self._stand_on(chosen["id"])

    # walking

    def _current(self) -> Mapping[str, Any] | None:
        row: Mapping[str, Any] | None = self.rows.currentIndex().data(ROW)
        return row

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(ROW)
        self.view.select(-1 if row is None else self._place(row["id"]))

    def _place(self, person: str) -> int:
        nodes = self.found["nodes"] if self.found else ()
        return next((at for at, n in enumerate(nodes) if n["id"] == person), -1)

    def _choose_place(self, at: int) -> None:
        if at < 0:
            self.rows.clearSelection()
            self.rows.setCurrentIndex(QModelIndex())
            self.view.select(-1)
            return
        self._stand_on(self.view.nodes[at]["id"])
        self.view.select(at)

    def _stand_on(self, person: str) -> None:
        at = next((n for n, r in enumerate(self.model.rows) if r["id"] == person), -1)
        if at >= 0:
            index = self.model.index(at, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.rows.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.rows.scrollTo(index)

    def _walk_in(self) -> None:
        self.rows.setProperty("keys", True)
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.rows.currentIndex().isValid() and self.model.rows:
            self._stand_on(self.model.rows[0]["id"])

    def _open_place(self, at: int) -> None:
        self._open(self.view.nodes[at])

    def _open_current(self) -> None:
        if row := self._current():
            self._open(row)

    def _open(self, row: Mapping[str, Any]) -> None:
        if int(row["id"]) > 0:  # an account of ours of which no post was read has no page
            self.person_asked.emit(int(row["id"]))

    def places(self) -> list[QAbstractButton]:
        """Return the steps at the top; the list has its own keys."""
        return [b for b in (self.us, self.every) if b.isVisible()]

    def move_by(self, step: int) -> None:
        """Walk along the list."""
        self.rows.setProperty("keys", True)
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row = self.rows.currentIndex().row()
        at = max(0, min(len(self.model.rows) - 1, row + step))
        if self.model.rows:
            self._stand_on(self.model.rows[at]["id"])
