"""Where a saved reply, with its wordings, and an article are written."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain import filling
from cmapp.ui import look, text
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.composer import Picture, measure
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.page import Page

LANGUAGES = ("", "en", "zh-Hans", "zh-Hant", "ja", "ko")
EXAMPLE = {
    "name": "Ana Lopes", "first_name": "Ana", "handle": "@ana", "order": "48213", "date": "3 May",
    "time": "10:00", "reopens": "10:00", "account": "Mossfield", "account_handle": "@mossfield",
    "platform": "Mastodon",
}  # fmt: skip
"""What stands in the gaps of the preview."""


def _language(code: str) -> str:
    names = {
        "en": "English",
        "zh-Hans": "简体中文",
        "zh-Hant": "繁體中文",
        "ja": "日本語",
        "ko": "한국어",
    }
    return names.get(code, code)


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        part = layout.takeAt(0)
        old = part.widget() if part is not None else None
        if old is not None:
            old.hide()
            old.deleteLater()


class _Editor(Page):
    saved = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._row: Mapping[str, Any] = {}
        self._was: dict[str, Any] = {}
        self.name = QLineEdit(self.inside)
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("Title"))
        self.name.setAccessibleName(self.tr("Title"))
        self.column.addWidget(self.name)
        self.away = Button("", self.inside, kind="quiet")
        self.away.clicked.connect(lambda: self.removed.emit(str(self._row.get("id", ""))))
        self.save = Button(self.tr("Save"), self.inside, kind="primary")
        self.save.clicked.connect(self.keep)
        self.steps.addWidget(self.away)
        self.steps.addWidget(self.save)

    def begin(self) -> None:
        """Give the keys to the title."""
        self.name.setFocus()

    def keep(self) -> None:
        """Say `saved`."""
        self.saved.emit(self.values())

    def values(self) -> dict[str, Any]:
        """Return what stands here, as the command takes it."""
        return {"id": self._row.get("id"), "title": self.name.text()}

    def dirty(self) -> bool:
        """Tell whether something was written since it was shown."""
        return self.values() != self._was

    def shown(self) -> None:
        """Take what stands here as what is stored."""
        self._was = copy.deepcopy(self.values())

    def show_row(self, row: Mapping[str, Any]) -> None:
        """Show what is stored, or nothing for a new one."""
        self._row = row
        self.title.setText(row.get("title", ""))
        self.name.setText(row.get("title", ""))
        self.away.setVisible(bool(row))

    def _text(self, name: str, high: int) -> QPlainTextEdit:
        box = QPlainTextEdit(self.inside)
        box.setFont(look.font(13.5))
        box.setProperty("boxed", "true")
        box.setTabChangesFocus(True)
        box.setAccessibleName(name)
        box.setMinimumHeight(high)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box


class ReplyEditor(_Editor):
    """A saved reply: title, shortcut, a tab for each wording, and how that one reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.away.setText(self.tr("Put away"))
        self._accounts: Sequence[AccountView] = ()
        self._variants: list[dict[str, Any]] = [
            {"network": "", "lang": "", "text": "", "media": []}
        ]
        self._at = 0
        self.shortcut = QLineEdit(self.inside)
        self.shortcut.setMaxLength(33)
        self.shortcut.setPlaceholderText(self.tr("Shortcut, e.g. ;hours"))
        self.shortcut.setAccessibleName(self.tr("Shortcut"))
        self.column.addWidget(self.shortcut)
        self.outcome = Label("", self.inside, size="second", tone="muted", wrap=True)
        self.column.addWidget(self.outcome)
        line = QHBoxLayout()
        self.tabs = QTabBar(self.inside)
        self.tabs.setAccessibleName(self.tr("Wordings"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._turn)
        more = Button(
            self.tr("Another wording"), self.inside, kind="quiet", icon="plus", small=True
        )
        more.clicked.connect(self._more)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.addWidget(self.tabs)
        line.addWidget(more)
        line.addStretch(1)
        self._add(line)
        place = QHBoxLayout()
        self.network, self.lang = Dropdown(self.inside), Dropdown(self.inside)
        self.network.setAccessibleName(self.tr("For the platform"))
        self.lang.setAccessibleName(self.tr("For the language"))
        for code in LANGUAGES:
            self.lang.addItem(_language(code) if code else self.tr("Any language"), code)
        self.network.addItem(self.tr("Any platform"), "")
        for box in (self.network, self.lang):
            box.activated.connect(lambda _: self._typed())
            place.addWidget(box)
        attach = Button(
            self.tr("Attach a picture"), self.inside, kind="quiet", icon="image", small=True
        )
        attach.clicked.connect(self._pick)
        place.addWidget(attach)
        self.drop = Button(self.tr("Remove this wording"), self.inside, kind="quiet", small=True)
        self.drop.clicked.connect(self._less)
        place.addWidget(self.drop)
        place.addStretch(1)
        self._add(place)
        self.text = self._text(self.tr("Wording"), 130)
        self.text.setPlaceholderText(self.tr("Hello {{first_name}}, your order {{order}} …"))
        self.text.textChanged.connect(self._typed)
        self.column.addWidget(self.text)
        self.pictures = QVBoxLayout()
        self._add(self.pictures)
        self.gaps = Label("", self.inside, size="second", tone="warn", wrap=True)
        self.column.addWidget(self.gaps)
        self.preview = QVBoxLayout()
        self.preview.setSpacing(6)
        self._add(self.preview)

    def _add(self, layout: QHBoxLayout | QVBoxLayout) -> None:
        holder = QWidget(self.inside)
        layout.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(layout)
        self.column.addWidget(holder)

    def show_accounts(self, accounts: Sequence[AccountView]) -> None:
        """Offer the networks of these accounts."""
        self._accounts = accounts
        chosen = self.network.currentData()
        self.network.clear()
        self.network.addItem(self.tr("Any platform"), "")
        for name in dict.fromkeys(a.platform for a in accounts):
            self.network.addItem(text.platform(name), name)
        self._choose(self.network, chosen or "")

    def show_row(self, row: Mapping[str, Any]) -> None:
        """Show a saved reply, or an empty one."""
        super().show_row(row)
        if not row:
            self.title.setText(self.tr("New saved reply"))
        self.shortcut.setText(f";{row['shortcut']}" if row.get("shortcut") else "")
        fresh = {"network": "", "lang": "", "text": "", "media": []}
        self._variants = [
            {**v, "media": [dict(m) for m in v["media"]]} for v in row.get("variants", [])
        ] or [fresh]
        self._at = 0
        self.outcome.setText("")
        self.outcome.hide()
        self._tabs()
        self._fill()
        self.shown()

    def show_outcome(self, found: Mapping[str, Any]) -> None:
        """Say what came of it."""
        rows = found.get("replies", [])
        if not rows or rows[0]["id"] != self._row.get("id"):
            return
        o = rows[0]["outcome"]
        parts = [self.tr("Used %n time(s)", "", o["used"]) if o["used"] else self.tr("Never used")]
        if o["sent"]:
            parts += [
                self.tr("sent %n time(s)", "", o["sent"]),
                self.tr("%n changed before", "", o["edited"]),
                self.tr("%n thanked you", "", o["thanked"]),
                self.tr("%n wrote again", "", o["wrote_again"]),
            ]
        if o["open"]:
            parts.append(self.tr("%n still open", "", o["open"]))
        self.outcome.setText(" · ".join(parts))
        self.outcome.show()

    def _tabs(self) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for variant in self._variants:
            self.tabs.addTab(self._place(variant).replace("&", "&&"))
        self.tabs.setCurrentIndex(self._at)
        self.tabs.blockSignals(False)
        self.drop.setVisible(len(self._variants) > 1)

    def _place(self, variant: Mapping[str, Any]) -> str:
        parts = [text.platform(variant["network"]) if variant["network"] else "",
                 _language(variant["lang"])]  # fmt: skip
        return " · ".join(p for p in parts if p) or self.tr("Any")

    def _turn(self, index: int) -> None:
        if 0 <= index < len(self._variants):
            self._at = index
            self._fill()

    def _fill(self) -> None:
        variant = self._variants[self._at]
        self.text.blockSignals(True)
        self.text.setPlainText(variant["text"])
        self.text.blockSignals(False)
        self._choose(self.network, variant["network"])
        self._choose(self.lang, variant["lang"])
        self._show_pictures()
        self._look()

    def _choose(self, box: QComboBox, code: str) -> None:
        if code and box.findData(code) < 0:
            box.addItem(_language(code) if box is self.lang else text.platform(code), code)
        box.setCurrentIndex(max(0, box.findData(code)))

    def _typed(self) -> None:
        self._variants[self._at] |= {
            "network": self.network.currentData() or "",
            "lang": self.lang.currentData() or "",
            "text": self.text.toPlainText(),
        }
        self.tabs.setTabText(self._at, self._place(self._variants[self._at]).replace("&", "&&"))
        self._look()

    def _more(self) -> None:
        used = {(v["network"], v["lang"]) for v in self._variants}
        places = [
            (self.network.itemData(n), code)
            for code in LANGUAGES
            for n in range(self.network.count())
        ]
        network, lang = next((p for p in places if p not in used), ("", ""))
        self._variants.append(
            {"network": network, "lang": lang, "text": self.text.toPlainText(), "media": []}
        )
        self._at = len(self._variants) - 1
        self._tabs()
        self._fill()
        self.text.setFocus()
        self.text.selectAll()

    def _less(self) -> None:
        del self._variants[self._at]
        self._at = max(0, self._at - 1)
        self._tabs()
        self._fill()

    def _pick(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Attach a picture"),
            "",
            self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif)",
        )
        self.attach(names)

    def attach(self, names: Sequence[str]) -> None:
        """Let these files go with the wording that is shown; they are copied when it is saved."""
        images = self._variants[self._at].setdefault("images", [])
        images += [{"path": name, "alt": ""} for name in names]
        self._show_pictures()

    def _show_pictures(self) -> None:
        _empty(self.pictures)
        variant = self._variants[self._at]
        for kept in (variant["media"], variant.get("images", [])):
            for image in kept:
                line = Picture(str(image["path"]), str(image.get("alt", "")), self.inside)
                line.changed.connect(lambda i=image, p=line: i.update(alt=p.alt.text()))
                line.gone.connect(lambda _=None, k=kept, i=image: self._detach(k, i))
                self.pictures.addWidget(line)

    def _detach(self, kept: list[dict[str, Any]], image: dict[str, Any]) -> None:
        kept.remove(image)
        self._show_pictures()

    def _look(self) -> None:
        """Show how the wording reads on each network it may be used on, and what is wrong."""
        words = self.text.toPlainText()
        unknown = filling.unknown_names(words)
        names = ", ".join("{{" + n + "}}" for n in unknown)
        self.gaps.setText(self.tr("{names} means nothing: it would keep the text from going out.")
                          .format(names=names) if unknown else "")  # fmt: skip
        self.gaps.setVisible(bool(unknown))
        _empty(self.preview)
        if not words.strip():
            return
        asked = {g.question: "…" for g in filling.gaps(words) if g.question}
        reads = filling.fill(words, EXAMPLE, asked).text
        self.preview.addWidget(Label(self.tr("It reads"), self.inside, size="caps", tone="muted"))
        shown = Label(reads[:1200], self.inside, wrap=True)
        shown.setAccessibleName(reads[:300])
        self.preview.addWidget(shown)
        network = self._variants[self._at]["network"]
        for account in {a.platform: a for a in self._accounts}.values():
            if network in ("", account.platform):
                over = [m for m in measure(reads, account.limits) if m.over]
                used = measure(reads, account.limits)[:1]
                parts = [f"{m.used} / {m.limit} {m.words}" for m in (over or used)]
                line = f"{text.platform(account.platform)}: {', '.join(parts)}"
                tone = "bad" if over else "muted"
                if over:
                    line += " – " + self.tr("too long")
                self.preview.addWidget(Label(line, self.inside, size="second", tone=tone))

    def values(self) -> dict[str, Any]:
        """Return what stands here, as the command takes it."""
        return super().values() | {
            "shortcut": self.shortcut.text() or None,
            "variants": [dict(v) for v in self._variants],
        }


class ArticleEditor(_Editor):
    """An article: title, text, address, tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.away.setText(self.tr("Delete"))
        self.text = self._text(self.tr("Text"), 220)
        self.text.setPlaceholderText(self.tr("What you know about it"))
        self.column.addWidget(self.text)
        self.url = QLineEdit(self.inside)
        self.url.setPlaceholderText(self.tr("Address of a page, if there is one"))
        self.url.setAccessibleName(self.tr("Address"))
        self.tags = QLineEdit(self.inside)
        self.tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.column.addWidget(self.url)
        self.column.addWidget(self.tags)

    def show_row(self, row: Mapping[str, Any]) -> None:
        """Show an article, or an empty one."""
        super().show_row(row)
        if not row:
            self.title.setText(self.tr("New article"))
        self.text.setPlainText(row.get("text", ""))
        self.url.setText(row.get("url") or "")
        self.tags.setText(", ".join(row.get("tags", ())))
        self.shown()

    def values(self) -> dict[str, Any]:
        """Return what stands here, as the command takes it."""
        tags = self.tags.text().replace("，", ",").split(",")
        return super().values() | {
            "text": self.text.toPlainText(),
            "url": self.url.text().strip() or None,
            "lang": self._row.get("lang", ""),
            "tags": [t.strip() for t in tags if t.strip()],
        }
