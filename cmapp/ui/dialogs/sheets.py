"""The sheets that texts are held against: brand, checks, platforms, audiences, cadence (DR-06)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.sheets import AUDIENCE, REPEAT_DAYS
from cmapp.ui import check_words, sheet_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.scroll import Scroll

Told = dict[str, Any]
_KIND = {"brand": "brand", "checks": "brand", "norms": "norms", "audience": "audience"}
"""Which sheet a page edits, where it is not that of its own name."""


class SheetsDialog(Sheet):
    """One page for each kind; a change counts once it is saved, and Undo takes it back."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        tell: Callable[[str, Callable[[], None] | None], None] | None = None,
        page: str = "brand",
    ) -> None:
        super().__init__("", parent)
        self._desk, self._bridge, self._tell = desk, bridge, tell
        self._kept: dict[tuple[str, str], Told] = {}
        self._fields: dict[str, QWidget] = {}
        self._checks: list[Told] = []
        self._wanted = ""
        self.head.setText(self.tr("Brand and norms"))
        self.setWindowTitle(self.tr("Brand and norms"))
        self.pages = ChipRow(
            {
                "brand": self.tr("Brand"),
                "checks": self.tr("Checks"),
                "norms": self.tr("Platforms"),
                "audience": self.tr("Audiences"),
                "cadence": self.tr("Cadence"),
            },
            self,
        )
        self.pages.setAccessibleName(self.tr("Sheet"))
        self.pages.choose(page)
        self.pages.chosen.connect(lambda _: self._page())
        self.body.addWidget(self.pages)
        self.scope = Dropdown(self)
        self.scope.setAccessibleName(self.tr("For"))
        self.scope.currentIndexChanged.connect(self._fill)
        self.body.addWidget(self.scope)
        self.why = Label("", self, size="second", tone="muted", wrap=True)
        self.body.addWidget(self.why)
        self._scroll = Scroll(self)
        self.body.addWidget(self._scroll, 1)
        self.said = Label("", self, size="second", tone="bad", wrap=True)
        self.said.setMinimumHeight(18)
        self.body.addWidget(self.said)
        self.drop = Button(self.tr("As it came"), self, kind="quiet")
        self.drop.clicked.connect(lambda: self._put(None))
        self.foot.insertWidget(0, self.drop)
        self.step(self.tr("Close")).clicked.connect(self.accept)
        self.save = self.step(self.tr("Save"), kind="primary")
        self.save.clicked.connect(lambda: self._put(self.wanted()))
        self.resize(620, 640)
        self._load()

    # reading

    def _load(self) -> None:
        language = sheet_words.language()

        def ask() -> tuple[Told, Told]:
            return self._desk.look("sheets.show", language=language), self._desk.look("checks.list")

        self._bridge.run(ask, self._loaded, self._sorry, stream="sheets", call=True)

    def _loaded(self, answers: tuple[Told, Told]) -> None:
        shown, checks = answers
        self._kept = {(one["kind"], one["scope"]): one for one in shown["sheets"]}
        self._checks = checks["checks"]
        self._page()

    @property
    def kind(self) -> str:
        """Return which sheet is edited on this page."""
        return _KIND.get(self.pages.current(), self.pages.current())

    def _page(self) -> None:
        """Offer whose sheet it may be, and show the first."""
        page, before = self.pages.current(), self._wanted
        self._wanted = ""
        self.why.setText(sheet_words.why(page))
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.setEditable(page == "audience")
        for scope, words in self._scopes(page):
            self.scope.addItem(words[:60], scope)
        line = self.scope.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Name of an audience"))
            line.setMaxLength(60)
            line.editingFinished.connect(self._fill)
        if (at := self.scope.findData(before)) >= 0:
            self.scope.setCurrentIndex(at)
        self.scope.blockSignals(False)
        self._fill()

    def _scopes(self, page: str) -> list[tuple[str, str]]:
        accounts = [
            (one.id, f"{text.platform(one.platform)} · @{one.handle}")
            for one in self._desk.accounts()
        ]
        names = [scope for kind, scope in self._kept if kind == "audience"]
        match page:
            case "norms":
                return [(s, text.platform(s)) for k, s in self._kept if k == "norms"]
            case "audience":
                return [(name, name) for name in names]
            case "cadence":
                caps = [s for k, s in self._kept if k == "cadence" and s.startswith(AUDIENCE)]
                own = dict.fromkeys((AUDIENCE, *caps, *(AUDIENCE + n for n in names)))
                each = [
                    (s, sheet_words.audience(s.removeprefix(AUDIENCE))) for s in own
                ]  # what holds for each audience first
                return [("", self.tr("All accounts")), *accounts, *each]
            case _:
                return [("", self.tr("All accounts")), *accounts]

    def _scope(self) -> str:
        if self.scope.isEditable():
            return " ".join(self.scope.currentText().split())
        return str(self.scope.currentData() or "")

    # the form

    def _fill(self) -> None:
        page, scope = self.pages.current(), self._scope()
        one = self._kept.get((self.kind, scope), {"sheet": {}, "own": False})
        self._fields = {}
        self.said.setText("")
        inside = QWidget(self)
        form = QFormLayout()
        form.setContentsMargins(2, 0, 12, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        sheet = one["sheet"]
        if page == "checks":
            self._levels(form, sheet.get("levels", {}))
        else:
            for name in sheet_words.FIELDS[page]:
                self._field(form, name, sheet)
        if sheet.get("source") and not sheet.get("verified", True):
            told = check_words.unverified(sheet).strip()
            form.addRow(Label(told, inside, size="second", tone="muted", wrap=True))
        self._scroll.setWidget(inside)
        self.drop.setVisible(bool(one["own"]) and page != "checks")
        self.save.setEnabled(bool(scope) or page not in ("norms", "audience"))

    def _field(self, form: QFormLayout, name: str, sheet: Mapping[str, Any]) -> None:
        label, hint = sheet_words.field(name)
        made: QWidget
        value = sheet.get(name)
        if name in sheet_words.LISTS:
            made = QLineEdit(", ".join(value or ()), self)
        elif name in sheet_words.LONG:
            made = QPlainTextEdit(str(value or ""), self)
            made.setProperty("boxed", True)
            made.setTabChangesFocus(True)
            made.setFixedHeight(76)
        elif name in sheet_words.choices():
            made = Dropdown(self)
            for code, words in sheet_words.choices()[name].items():
                made.addItem(words, code)
            made.setCurrentIndex(max(0, made.findData(str(value or ""))))
        elif name in sheet_words.NUMBERS:
            low, high = sheet_words.NUMBERS[name]
            made = QSpinBox(self)
            made.setRange(low, high)
            made.setSpecialValueText(self.tr("none"))
            none = REPEAT_DAYS if name == "repeat_days" else low
            made.setValue(none if value is None else int(value))
        else:
            made = QLineEdit(str(value or ""), self)
        if isinstance(made, QLineEdit | QPlainTextEdit):
            made.setPlaceholderText(hint)
        made.setAccessibleName(label)
        made.setAccessibleDescription(hint)
        self._fields[name] = made
        form.addRow(Label(label, self), made)

    def _levels(self, form: QFormLayout, levels: Mapping[str, str]) -> None:
        names = check_words.names()
        for check in self._checks:
            if not check["overridable"]:
                continue
            box = Dropdown(self)
            usual = sheet_words.level(check["severity"])
            box.addItem(self.tr("{level} (as it came)").format(level=usual), "")
            for code in ("stop", "warn", "off"):
                box.addItem(sheet_words.level(code), code)
            box.setCurrentIndex(max(0, box.findData(levels.get(check["name"], ""))))
            label = str(names.get(check["name"], check["name"]))
            box.setAccessibleName(label)
            self._fields[check["name"]] = box
            form.addRow(Label(label, self), box)

    # keeping

    def wanted(self) -> Told:
        """Return the sheet as it stands in the form, unchecked; what is not asked stays."""
        old = self._kept.get((self.kind, self._scope()), {"sheet": {}})["sheet"]
        made = {n: v for n, v in old.items() if n not in ("source", "verified")}
        if self.pages.current() == "checks":
            boxes = {n: w for n, w in self._fields.items() if isinstance(w, Dropdown)}
            chosen = {name: str(box.currentData()) for name, box in boxes.items()}
            made["levels"] = {name: level for name, level in chosen.items() if level}
            return {n: v for n, v in made.items() if v not in ("", [], {})}
        for name, widget in self._fields.items():
            made.pop(name, None)
            value = _value(name, widget)
            if value not in (None, "", []):
                made[name] = value
        return made

    def _put(self, sheet: Told | None) -> None:
        kind, scope = self.kind, self._scope()
        self._wanted = scope
        self._bridge.run(
            lambda: self._desk.call("sheets.set", kind=kind, scope=scope, sheet=sheet),
            self._done,
            self._sorry,
            call=True,
        )

    def _done(self, answer: Told) -> None:
        self._load()
        if self._tell is not None:
            self._tell(self.tr("Kept"), lambda: self._back(answer["undo"]))

    def _back(self, undo: Told) -> None:
        self._bridge.run(
            lambda: self._desk.call(undo["command"], **undo["args"]),
            lambda _: self._load(),
            self._sorry,
            call=True,
        )

    def _sorry(self, error: Exception) -> None:
        why, facts = getattr(error, "why", ""), getattr(error, "facts", {})
        self.said.setText(sheet_words.trouble(why, facts))
        wrong = self._fields.get(str(facts.get("field") or ""))
        if wrong is not None:
            wrong.setFocus()


def _value(name: str, widget: QWidget) -> Any:
    """Return what a field says, None for nothing."""
    if isinstance(widget, QSpinBox):
        low = sheet_words.NUMBERS[name][0]
        if name == "repeat_days":
            return None if widget.value() == REPEAT_DAYS else widget.value()
        return None if widget.value() == low else widget.value()
    if isinstance(widget, Dropdown):
        return widget.currentData()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip()
    assert isinstance(widget, QLineEdit)
    words = widget.text().strip()
    if name in sheet_words.LISTS:
        return [part.strip() for part in re.split(r"[,;，；、\n]", words) if part.strip()]
    return words
