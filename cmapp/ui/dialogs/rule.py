"""Making a rule: what it looks for, what it does, and what that would have been of late (IN-16)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.label import Label


class RuleSheet(Sheet):
    """Accepted: the rule is stored. `rule` as commands tell it, {} for a new one."""

    def __init__(
        self,
        asking: Asking,
        rule: Mapping[str, Any],
        parent: QWidget | None = None,
        *,
        query: str = "",
    ) -> None:
        super().__init__("", parent)
        self._asking, self._rule = asking, rule
        title = self.tr("Change the rule") if rule else self.tr("New rule")
        self.head.setText(title)
        self.setWindowTitle(title)
        self.say(self.tr("It looks at what comes in from now on. What it does can be taken back."))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)
        self.name = self._line(self.tr("Name"), str(rule.get("name", "")))
        self.query = self._line(self.tr("Looks for"), str(rule.get("query", query)))
        self.query.setPlaceholderText(self.tr("as in the search: is:complaint 退款 lang:zh"))
        self.would = Label("", self, size="second", tone="muted", wrap=True)
        self.would.setFixedHeight(34)
        self.would.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.form.addRow("", self.would)
        self.label = self._line(self.tr("Labels"), "")
        self.label.setPlaceholderText(self.tr("several with commas between"))
        self.who = self._line(self.tr("Assign to"), "")
        self.priority = self._choice(
            self.tr("Priority"), {"": "—", "1": self.tr("Raise"), "-1": self.tr("Lower")}
        )
        self.state = self._choice(
            self.tr("Move to"),
            {"": "—", "done": self.tr("Done"), "muted": self.tr("Muted")},
        )
        self.answer = QPlainTextEdit(self)
        self.answer.setProperty("boxed", True)
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(76)
        self.answer.setPlaceholderText(self.tr("{{name}} becomes their name"))
        self._add(self.tr("Draft this answer"), self.answer)
        self.alone = Tick(self.tr("Send it by itself, without a look"), self)
        self.form.addRow("", self.alone)
        self.cap = QSpinBox(self)
        self.cap.setRange(0, 1000)
        self.cap.setValue(int(rule.get("cap", 20)))
        self.cap.setSuffix(self.tr(" a day at most"))
        self.cap.lineEdit().setTextMargins(8, 0, 0, 0)
        self._add(self.tr("Answers"), self.cap)
        self._fill(rule)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.step(self.tr("Save"), kind="primary")
        self.go.clicked.connect(self.save)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(250)
        self._pause.timeout.connect(self._try)
        for field in (self.query, self.name, self.label, self.who):
            field.textChanged.connect(lambda _: self._look())
        self.answer.textChanged.connect(self._look)
        for box in (self.priority, self.state):
            box.currentIndexChanged.connect(lambda _: self._look())
        self.alone.toggled.connect(lambda _: self._look())
        self.cap.valueChanged.connect(lambda _: self._look())
        self.resize(640, 620)
        self.name.setFocus()
        self._look()

    # the form

    def _add(self, name: str, widget: QWidget) -> None:
        widget.setAccessibleName(name)
        self.form.addRow(Label(name, self, tone="muted"), widget)

    def _line(self, name: str, value: str) -> QLineEdit:
        field = QLineEdit(value, self)
        field.setMaxLength(500)
        self._add(name, field)
        return field

    def _choice(self, name: str, options: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        for code, words in options.items():
            box.addItem(words, code)
        self._add(name, box)
        return box

    def _fill(self, rule: Mapping[str, Any]) -> None:
        labels = []
        for deed in rule.get("deeds", ()):
            args = deed["args"]
            match deed["command"]:
                case "inbox.label":
                    labels.append(str(args["label"]))
                case "inbox.assign":
                    self.who.setText(str(args["who"]))
                case "inbox.prioritize":
                    self.priority.setCurrentIndex(self.priority.findData(str(args["priority"])))
                case "inbox.set_state":
                    self._offer(self.state, str(args["state"]))
                case "draft" | "reply":
                    self.answer.setPlainText(str(args["text"]))
        self.label.setText(", ".join(labels))
        self.alone.setChecked(bool(rule.get("auto_send")))

    def _offer(self, box: QComboBox, code: str) -> None:
        """Choose a code; one that only the command line makes is kept as it is."""
        if box.findData(code) < 0:
            box.addItem(code, code)
        box.setCurrentIndex(box.findData(code))

    def values(self) -> dict[str, Any]:
        """Return what stands here, as `rules.save` takes it."""
        deeds: list[dict[str, Any]] = []

        def add(command: str, **args: Any) -> None:
            deeds.append({"command": command, "args": args})

        for name in self.label.text().replace("，", ",").replace("、", ",").split(","):
            if name.strip():
                add("inbox.label", label=name.strip())
        if self.who.text().strip():
            add("inbox.assign", who=self.who.text().strip())
        if self.priority.currentData():
            add("inbox.prioritize", priority=int(self.priority.currentData()))
        if self.state.currentData():
            add("inbox.set_state", state=self.state.currentData())
        words = self.answer.toPlainText().strip()
        alone = bool(words) and self.alone.isChecked()
        if words:
            add("reply" if alone else "draft", text=words)
        return {
            "id": self._rule.get("id"),
            "name": self.name.text().strip(),
            "query": self.query.text().strip(),
            "deeds": deeds,
            "enabled": bool(self._rule.get("enabled", True)),
            "auto_send": alone,
            "cap": self.cap.value(),
        }

    # what it would have done

    def _look(self) -> None:
        made = self.values()
        answers = bool(self.answer.toPlainText().strip())
        self.alone.setEnabled(answers)
        self.cap.setEnabled(made["auto_send"])
        self.go.setEnabled(bool(made["name"] and made["query"] and made["deeds"]))
        self._pause.start()

    def _try(self) -> None:
        made = self.values()
        if not made["query"]:
            self.would.setText(self.tr("Say what it looks for, and see what it would have found."))
            return
        self._asking.look(
            "rules.try", self._tried, query=made["query"], deeds=made["deeds"],
            auto_send=made["auto_send"], cap=made["cap"],
        )  # fmt: skip

    def _tried(self, found: dict[str, Any]) -> None:
        if not self.isVisible():
            return
        n = found["matches"]
        words = self.tr("In the last 90 days it would have matched %n.", "", n)
        if self.values()["auto_send"]:
            words += " " + self.tr("It would have sent %n answer(s).", "", found["replies"])
        self.would.setText(words)
        self.would.set_tone("warn" if n > 1000 else "muted")

    def save(self) -> None:
        """Store it; what is wrong is said at the foot of the window, and the sheet stays."""
        made = self.values()
        words = self.tr("Rule kept: {name}").format(name=made["name"])
        self._asking.do("rules.save", words, lambda _: self.accept(), **made)

    def say_trouble(self, words: str, _undo: object = None) -> None:
        """Say in the sheet what is wrong."""
        self.would.setText(words)
        self.would.set_tone("bad")
