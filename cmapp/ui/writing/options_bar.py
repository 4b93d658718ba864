"""Under the text: pictures, poll, warning, first comment, thread; for whom, in which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.button import IconButton
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.flow import Flow
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import tip
from cmapp.ui.writing.offers import Offer, audiences, offers

translate = QCoreApplication.translate
LANGUAGES = (
    "en", "zh-CN", "zh-TW", "ja", "ko", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "ar",
    "hi", "id", "th", "tr", "vi",
)  # fmt: skip


def audience(code: str) -> str:
    """Return for whom a post is, in words."""
    return {
        "public": translate("options", "Everyone"),
        "unlisted": translate("options", "Everyone, quietly"),
        "followers": translate("options", "Followers"),
        "private": translate("options", "Followers"),
        "direct": translate("options", "Those who are named"),
        "local": translate("options", "This server"),
    }.get(code, code)


def language(code: str) -> str:
    """Return the name of a language in itself."""
    found = QLocale(code.replace("-", "_"))
    name = found.nativeLanguageName()
    if code.startswith("zh"):
        return {"zh-CN": "简体中文", "zh-TW": "繁體中文"}.get(code, name)
    return (name or code).split(" (")[0].capitalize()


class OptionsBar(QWidget):
    """Says `changed` with an option's name and value (None: none), `asked` for a step by name."""

    changed = Signal(str, object)
    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = Flow(self, gap=4)
        self.attach = IconButton("image", self.tr("Attach pictures or a film"), self)
        self.library = IconButton("stack", self.tr("Take from the media library"), self)
        self.emoji = IconButton("smile", self.tr("Emoji"), self)
        self.poll = IconButton("poll", self.tr("Poll"), self)
        self.spoiler = IconButton("shield", self.tr("Content warning"), self)
        self.first_comment = IconButton("comment", self.tr("First comment"), self)
        self.split = IconButton("link", self.tr("Split into a thread where it is too long"), self)
        for name in ("attach", "library", "emoji"):
            button: IconButton = getattr(self, name)
            button.clicked.connect(lambda _=False, n=name: self.asked.emit(n))
            line.addWidget(button)
        self._switches = {
            name: (getattr(self, name), getattr(self, name).toolTip())
            for name in ("poll", "spoiler", "first_comment", "split")
        }
        for name, (button, _) in self._switches.items():
            button.setCheckable(True)
            hear(button)
            button.clicked.connect(lambda on, n=name: self._switch(n, bool(on)))
            line.addWidget(button)
        fields = QWidget(self)
        row = QHBoxLayout(fields)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(6)
        self.visibility = Dropdown(fields)
        self.visibility.setAccessibleName(self.tr("Who sees it"))
        self.visibility.setMaximumWidth(170)
        self.lang = Dropdown(fields)
        self.lang.setAccessibleName(self.tr("Language of the text"))
        self.lang.setMaximumWidth(150)
        self.lang.addItem(self.tr("Language"), "")
        for code in LANGUAGES:
            self.lang.addItem(language(code), code)
        for name in ("visibility", "lang"):
            field: Dropdown = getattr(self, name)
            field.activated.connect(
                lambda _=0, n=name, f=field: self.changed.emit(n, f.currentData() or None)
            )
            row.addWidget(field)
        line.addWidget(fields)

    def show_options(
        self, options: Mapping[str, Any], accounts: Sequence[AccountView], media_most: int
    ) -> None:
        """Show what is chosen, and grey what none of `accounts` takes, with the reason."""
        offered = offers(accounts)
        for name, (button, words) in self._switches.items():
            on = name in options and options[name] not in (None, False)
            offer = offered.get(name, Offer(tuple(accounts)))
            mark(button, on)
            button.setEnabled(offer.able or on)
            button.rename(words)
            button.setToolTip(tip(_tip(words, offer)))
            button.setAccessibleDescription(_why(offer))
            button.update()
        self.attach.setEnabled(media_most > 0)
        self.library.setEnabled(media_most > 0)
        choices = audiences(accounts)
        wanted = str(options.get("visibility") or (choices[0] if choices else ""))
        if choices != [self.visibility.itemData(i) for i in range(self.visibility.count())]:
            self.visibility.clear()
            for code in choices:
                self.visibility.addItem(audience(code), code)
        self.visibility.setCurrentIndex(max(0, self.visibility.findData(wanted)))
        self.visibility.setVisible(len(choices) > 1)
        self.visibility.setToolTip(tip(_tip(self.tr("Who sees it"), offered["visibility"])))
        self.lang.setCurrentIndex(max(0, self.lang.findData(options.get("lang") or "")))
        self.lang.setToolTip(self.tr("Language of the text"))

    def _switch(self, name: str, on: bool) -> None:
        from cmapp.ui.writing.poll_editor import FRESH

        fresh: object = {"poll": dict(FRESH), "split": True}.get(name, "")
        self.changed.emit(name, fresh if on else None)


def _why(offer: Offer) -> str:
    names = translate("options", ", ").join(
        dict.fromkeys(f"{a.name or a.handle} · {text.platform(a.platform)}" for a in offer.lacks)
    )
    if not offer.lacks:
        return ""
    if not offer.able:
        return translate("options", "None of the chosen accounts takes it")
    return translate("options", "Left out where it is not taken: {accounts}").format(accounts=names)


def _tip(words: str, offer: Offer) -> str:
    why = _why(offer)
    return f"{words}\n{why}" if why else words
