"""Writing help: setting the endpoint, and asking it after a look at what would be sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from cmapp.ui import look, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.switch import Switch


def _why(error: Exception) -> str:
    return text.trouble(getattr(error, "why", "bug"), getattr(error, "facts", {}))


def _box(parent: QWidget, name: str, high: int, *, read: bool = False) -> QPlainTextEdit:
    box = QPlainTextEdit(parent)
    box.setAccessibleName(name)
    box.setReadOnly(read)
    box.setProperty("boxed", "true")
    box.setFont(look.font(12.5 if read else 13.5))
    box.setMinimumHeight(high)
    box.setTabChangesFocus(True)
    return box


class WritingHelp(Sheet):
    """Shows what would be sent and where; asks at the button; `taken` is the suggestion."""

    taken = Signal(str)

    def __init__(
        self, desk: Desk, bridge: Bridge, item: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._desk, self._bridge, self._item, self._words = desk, bridge, item, words
        self.head.setText(self.tr("Writing help"))
        self.setWindowTitle(self.tr("Writing help"))
        self.deeds = ChipRow(
            {
                "shorter": self.tr("Shorter"),
                "friendlier": self.tr("Friendlier"),
                "translate": self.tr("Translate"),
                "answer": self.tr("Answer from what is known"),
            },
            self,
        )
        self.deeds.chosen.connect(lambda _: self._look())
        self.body.addWidget(self.deeds)
        self.lang = Dropdown(self)
        self.lang.setAccessibleName(self.tr("Language"))
        for code, name in (("", self.tr("Their language")), ("en", "English"),
                           ("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文")):  # fmt: skip
            self.lang.addItem(name, code)
        self.lang.activated.connect(lambda _: self._look())
        self.body.addWidget(self.lang)
        self.body.addWidget(Label(self.tr("This would be sent"), self, size="caps", tone="muted"))
        self.sent = _box(self, self.tr("This would be sent"), 130, read=True)
        self.body.addWidget(self.sent)
        self.body.addWidget(Label(self.tr("Suggestion"), self, size="caps", tone="muted"))
        self.back = _box(self, self.tr("Suggestion"), 110)
        self.body.addWidget(self.back)
        away = self.step(self.tr("Close"))
        away.clicked.connect(self.reject)
        self.take = self.step(self.tr("Take it"))
        self.take.clicked.connect(self._take)
        self.ask = self.step(self.tr("Ask"), kind="primary")
        self.ask.clicked.connect(self._ask)
        self.back.textChanged.connect(
            lambda: self.take.setEnabled(bool(self.back.toPlainText().strip()))
        )
        self.take.setEnabled(False)
        self.setMinimumWidth(640)
        if not words.strip():
            self.deeds.choose("answer")
        self._look()

    def _args(self) -> dict[str, Any]:
        return {"deed": self.deeds.current(), "text": self._words, "item": self._item,
                "lang": self.lang.currentData() or ""}  # fmt: skip

    def _look(self) -> None:
        self.lang.setVisible(self.deeds.current() in ("translate", "answer"))
        args = self._args()
        self._bridge.run(
            lambda: self._desk.call("writing_help.asked", **args),
            self._shown,
            self._cannot,
            stream="writing help",
            call=True,
        )

    def _shown(self, found: Mapping[str, Any]) -> None:
        where = (
            self.tr("To {url}, on this machine, model {model}.")
            if found["local"]
            else self.tr("To {url}, over the network, model {model}.")
        )
        words = where.format(url=found["url"], model=found["model"])
        if found["hidden"]:
            words += " " + self.tr("%n name(s) stay here.", "", len(found["hidden"]))
        self.say(words)
        self.sent.setPlainText("\n\n".join(m["content"] for m in found["messages"]))
        self.ask.setEnabled(True)

    def _cannot(self, error: Exception) -> None:
        self.say(_why(error))
        self.sent.setPlainText("")
        self.ask.setEnabled(False)

    def _ask(self) -> None:
        args = self._args()
        self.ask.setEnabled(False)
        self.ask.setText(self.tr("Asking …"))
        self._bridge.run(
            lambda: self._desk.call("writing_help.write", **args),
            self._came,
            self._failed,
            stream="writing help asked",
            call=True,
        )

    def _came(self, found: Mapping[str, Any]) -> None:
        self._again()
        self.back.setPlainText(found["text"])
        self.back.setFocus()

    def _failed(self, error: Exception) -> None:
        self._again()
        self.say(_why(error))

    def _again(self) -> None:
        self.ask.setText(self.tr("Ask again"))
        self.ask.setEnabled(True)

    def _take(self) -> None:
        self.taken.emit(self.back.toPlainText().strip())
        self.accept()


class WritingHelpSetUp(Sheet):
    """Sets address, model, key; `changed` says the settings as they are then."""

    changed = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk, self._bridge = desk, bridge
        self.head.setText(self.tr("Writing help"))
        self.setWindowTitle(self.tr("Writing help"))
        self.say(
            self.tr(
                "An endpoint of yours that speaks the OpenAI protocol, best on this machine: "
                "Ollama, llama.cpp. Off while there is no address. It suggests texts and never "
                "sends a reply; you see every word before it leaves."
            )
        )
        form = QFormLayout()
        form.setVerticalSpacing(10)
        self.url, self.model, self.key = QLineEdit(self), Dropdown(self), QLineEdit(self)
        self.url.setPlaceholderText("http://localhost:11434/v1")
        self.model.setEditable(True)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(self.tr("Only if it wants one; kept in the keyring"))
        self.names = Switch(self)
        for name, field in (
            (self.tr("Address"), self.url),
            (self.tr("Model"), self.model),
            (self.tr("Key"), self.key),
            (self.tr("People's names stay here"), self.names),
        ):
            field.setAccessibleName(name)
            form.addRow(Label(name, self), field)
        self.body.addLayout(form)
        self.state = Label("", self, size="second", tone="muted", wrap=True)
        self.body.addWidget(self.state)
        self.look = Button(self.tr("Look for models"), self)
        self.look.clicked.connect(self._models)
        self.foot.insertWidget(0, self.look)
        away = self.step(self.tr("Cancel"))
        away.clicked.connect(self.reject)
        go = self.step(self.tr("Save"), kind="primary")
        go.clicked.connect(lambda: self._set(self._kept))
        self._call("writing_help.show", self._show)

    def _call(self, name: str, then: Any, **args: Any) -> None:
        self._bridge.run(
            lambda: self._desk.call(name, **args),
            then,
            lambda error: self.state.setText(_why(error)),
            call=True,
        )

    def _show(self, found: Mapping[str, Any]) -> None:
        self.url.setText(found.get("url", ""))
        self.model.setEditText(found.get("model", ""))
        self.names.setChecked(bool(found.get("hide_names", True)))
        if found.get("key"):
            self.state.setText(self.tr("A key is kept; leave the field empty to keep it."))

    def _set(self, then: Any) -> None:
        self._call(
            "writing_help.set",
            then,
            url=self.url.text(),
            model=self.model.currentText(),
            key=self.key.text() or None,
            hide_names=self.names.isChecked(),
        )

    def _kept(self, found: Mapping[str, Any]) -> None:
        self.changed.emit(found)
        self.accept()

    def _models(self) -> None:
        self.state.setText(self.tr("Asking …"))
        self._set(self._set_first)

    def _set_first(self, found: Mapping[str, Any]) -> None:
        self.changed.emit(found)
        self._call("writing_help.models", self._list)

    def _list(self, found: Mapping[str, Any]) -> None:
        chosen = self.model.currentText()
        self.model.clear()
        self.model.addItems(found["models"])
        self.model.setEditText(chosen or (found["models"][0] if found["models"] else ""))
        self.state.setText(self.tr("%n model(s) there", "", len(found["models"])))
