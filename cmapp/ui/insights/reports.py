"""Reports in the window: templates, the page while it is put together, what was made (EX-12)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import links, text
from cmapp.ui.asking import Asking
from cmapp.ui.insights import report_words
from cmapp.ui.insights.report_builder import Builder
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.page import WIDE
from cmapp.ui.widgets.part import Part, moment

_FEW = 6
"""Blocks that a card names."""


class ReportsPart(Part):
    """Templates as cards; one that is chosen opens the builder in their place."""

    measure = WIDE
    topics: frozenset[str] = frozenset({"reports"})

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.builder: Builder | None = None
        self.sheet: QWidget | None = None
        self.templates: list[Mapping[str, Any]] = []
        self.verdicts: dict[str, Label] = {}
        self._say_title()

    def _say_title(self) -> None:
        self.title.setText(self.tr("Reports"))
        self.say_under(
            self.tr("Made from this machine's data; anyone can make them again and compare.")
        )

    def load(self) -> None:
        """Read the templates, the schedules and what was made; not while one is put together."""
        if self.builder is None:
            self.asking.ask("report.templates", self._with_templates)

    def _with_templates(self, found: Mapping[str, Any]) -> None:
        self.templates = found["templates"]
        self.asking.ask("report.schedules", self._with_schedules)

    def _with_schedules(self, found: Mapping[str, Any]) -> None:
        schedules = found["schedules"]
        self.asking.ask(
            "report.list", lambda made: self._show(schedules, made["reports"]), limit=30
        )

    def _show(self, schedules: list[Mapping[str, Any]], made: list[Mapping[str, Any]]) -> None:
        if self.builder is not None:
            return
        self.hold_keys()
        self.clear()
        self.verdicts = {}
        self.section(self.tr("Templates"))
        holder = QWidget(self.inside)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for n, one in enumerate(self.templates):
            grid.addWidget(self._template(one, holder), n // 3, n % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.column.addWidget(holder)
        if schedules:
            self.section(self.tr("By themselves"), len(schedules))
            for one in schedules:
                self.column.addWidget(self._schedule(one))
        self.section(self.tr("Made so far"), len(made) or None)
        if not made:
            words = self.tr("What you make is listed here, and can be checked against the data.")
            self.column.addWidget(Label(words, self.inside, tone="muted", wrap=True))
        for one in made:
            self.column.addWidget(self._made(one))
        self.give_keys()

    def _template(self, one: Mapping[str, Any], parent: QWidget) -> Card:
        card = Card(parent)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        name = report_words.template(one["name"], own=one["own"])
        column.addWidget(Label(name, card, size="title"))
        names = [report_words.block(b) for b in one["blocks"]]
        what = " · ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")
        told = Label(what, card, tone="muted", size="second", wrap=True)
        told.setMinimumHeight(48)
        told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(told, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        use = Button(self.tr("Use"), card, small=True)
        use.setAccessibleName(f"{use.words()}: {name}")
        use.clicked.connect(lambda _=False, t=one: self.build(t))
        row.addWidget(use)
        if one["own"]:
            drop = Button(self.tr("Delete"), card, kind="quiet", small=True)
            drop.setAccessibleName(f"{drop.words()}: {name}")
            drop.clicked.connect(lambda _=False, i=one["id"]: self._drop(i))
            row.addWidget(drop)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _drop(self, id: str) -> None:
        self.asking.do("report.template_delete", self.tr("Template deleted"), id=id)

    def _line(self, name: str, under: str) -> tuple[Card, QHBoxLayout]:
        card = Card(self.inside)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(name, card, size="strong"))
        words.addWidget(Elided(under, card, size="second", tone="muted"))
        row.addLayout(words, 1)
        return card, row

    def _schedule(self, one: Mapping[str, Any]) -> Card:
        known = next((t for t in self.templates if t["id"] == one["template"]), None)
        name = report_words.template(
            known["name"] if known else one["template"], own=bool(known and known["own"])
        )
        every = self.tr("every week") if one["every"] == "weekly" else self.tr("every month")
        under = self.tr("{every}, next {when} · {form} · {folder}").format(
            every=every, when=text.clock(moment(one["next_at"])), form=one["format"].upper(),
            folder=one["folder"],
        )  # fmt: skip
        if one["trouble"]:
            under = f"{text.trouble(one['trouble'], {})} · {under}"
        card, row = self._line(name, under)
        end = Button(self.tr("End"), card, kind="quiet", small=True)
        end.setAccessibleName(f"{end.words()}: {name}")
        end.clicked.connect(
            lambda _=False, i=one["id"]: self.asking.do(
                "report.schedule_delete", self.tr("Schedule ended"), id=i
            )
        )
        row.addWidget(end)
        return card

    def _made(self, one: Mapping[str, Any]) -> Card:
        file = Path(one["file"])
        gone = "" if one["there"] else self.tr("the file is gone")
        under = " · ".join(x for x in (text.clock(moment(one["made_at"])), file.name, gone) if x)
        card, row = self._line(one["title"], under)
        verdict = Label("", card, size="second", tone="muted", wrap=True)
        verdict.hide()
        row.addWidget(verdict, 1)
        self.verdicts[one["id"]] = verdict
        if one["there"]:
            check = Button(self.tr("Check"), card, small=True)
            check.setAccessibleName(f"{check.words()}: {one['title']}, {file.name}")
            check.clicked.connect(lambda _=False, o=one: self.verify(o))
            row.addWidget(check)
            reveal = Button(self.tr("Show file"), card, kind="quiet", small=True)
            reveal.setAccessibleName(f"{reveal.words()}: {file.name}")
            reveal.clicked.connect(lambda _=False, f=file: links.show_folder(f.parent))
            row.addWidget(reveal)
        return card

    def verify(self, one: Mapping[str, Any]) -> None:
        """Make a report again and say beside it whether it is the same."""
        self._say_verdict(one["id"], self.tr("Making it again …"), "muted")

        def told(found: Mapping[str, Any]) -> None:
            words, tone = report_words.verdict(found)
            lines = [words, *(report_words.difference(d) for d in found["differences"][:4])]
            if found["missing"]:
                lines.append(text.trouble(found["missing"]["code"], found["missing"]["facts"]))
            self._say_verdict(one["id"], "\n".join(lines), tone)

        self.asking.ask(
            "report.verify", told, stream=f"report.verify:{one['id']}", file=one["file"]
        )

    def _say_verdict(self, id: str, words: str, tone: str) -> None:
        label = self.verdicts.get(id)
        if label is not None:
            label.setText(words)
            label.set_tone(tone)
            label.show()

    # putting one together

    def build(self, template: Mapping[str, Any]) -> None:
        """Open a template."""
        self.clear()
        self.builder = Builder(self.asking, template, self.inside)
        self.builder.left.connect(self.leave)
        self.builder.make_asked.connect(self._ask_where)
        self.builder.schedule_asked.connect(self._ask_folder)
        self.column.addWidget(self.builder)
        self.title.setText(report_words.template(template["name"], own=template["own"]))
        self.say_under("")
        self.builder.begin()

    def leave(self) -> None:
        """Go back to the templates."""
        if self.builder is not None:
            self.builder.deleteLater()
            self.builder = None
        self._say_title()
        self.clear()
        self.load()

    def _ask_where(self) -> None:
        if self.builder is None:
            return
        form = self.builder.format()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Make the file"), f"{self.builder.said_title()}.{form}",
            f"{form.upper()} (*.{form})",
        )  # fmt: skip
        if name:
            self.make(Path(name))

    def make(self, path: Path) -> None:
        """Make the report of the builder into a file."""
        if self.builder is None:
            return
        self.asking.do(
            "report.make", self.tr("Made: {name}").format(name=path.name),
            lambda _: self.leave(),
            **self.builder.asked(), format=self.builder.format(), out=str(path.absolute()),
        )  # fmt: skip

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for the reports"))
        if name:
            self.schedule(Path(name))

    def schedule(self, folder: Path) -> None:
        """Ask on which day and at what time; then it is made by itself into a folder."""
        from cmapp.ui.insights.report_schedule import ScheduleSheet

        if self.builder is None:
            return
        self.sheet = ScheduleSheet(self.asking, self.builder, folder, self)
        self.sheet.accepted.connect(self.leave)
        self.sheet.open()
