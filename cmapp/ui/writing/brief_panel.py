"""What is known of a piece and never goes out: its brief, folded under the editor (CT-06)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmapp.domain.brief import FRAMES, ORIGINS, RATING, STORY
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.writing.piece import Piece

translate = QCoreApplication.translate


def _names() -> dict[str, tuple[str, str]]:
    """Return what each field is called, and what to write there."""
    return {
        "title": (translate("brief", "Working title"), translate("brief", "Only you see it")),
        "pillar": (
            translate("brief", "Pillar"),
            translate("brief", "What it is about, again and again"),
        ),
        "theme": (translate("brief", "Theme"), ""),
        "form": (translate("brief", "Form"), translate("brief", "text, picture, film, poll …")),
        "owner": (translate("brief", "Owner"), translate("brief", "Who answers for it")),
        "goal": (
            translate("brief", "Goal"),
            translate("brief", "What should have changed afterwards"),
        ),
        "audience": (
            translate("brief", "Audience"),
            translate("brief", "Whom it speaks to, and what they know"),
        ),
        "source": (translate("brief", "Source"), translate("brief", "Where it comes from")),
        "credit": (translate("brief", "Credit"), translate("brief", "Who is to be named")),
        "truth": (
            translate("brief", "What is true"),
            translate("brief", "The fact that the story stands on"),
        ),
        "plot": (translate("brief", "What happens"), ""),
        "story.theme": (translate("brief", "What it is about"), ""),
        "brand": (translate("brief", "Where we come in"), ""),
    }


def _choices(name: str) -> dict[str, str]:
    """Return the choices of a field: code → words."""
    return {
        "origin": {
            "": translate("brief", "not said"),
            ORIGINS[0]: translate("brief", "our own"),
            ORIGINS[1]: translate("brief", "a repost"),
        },
        "frame": {
            "": translate("brief", "neither"),
            FRAMES[0]: translate("brief", "what is won"),
            FRAMES[1]: translate("brief", "what is lost"),
        },
    }[name]


def _rated(name: str) -> str:
    return {
        "expert": translate("brief", "Expert"),
        "creative": translate("brief", "Creative"),
        "relevant": translate("brief", "Relevant"),
    }[name]


class _Claim(QWidget):
    """A statement, where it is from, and whether somebody looked."""

    def __init__(self, claim: Mapping[str, Any], parent: QWidget, say: Callable[[], None]) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.text = QLineEdit(str(claim.get("text") or ""), self)
        self.text.setPlaceholderText(self.tr("What is claimed"))
        self.text.setAccessibleName(self.tr("Claim"))
        self.source = QLineEdit(str(claim.get("source") or ""), self)
        self.source.setPlaceholderText(self.tr("Source"))
        self.source.setAccessibleName(self.tr("Source of the claim"))
        self.verified = Tick(self.tr("verified"), self)
        self.verified.setChecked(bool(claim.get("verified")))
        self.away = IconButton("close", self.tr("Remove the claim"), self)
        self.text.textEdited.connect(lambda _: say())
        self.source.textEdited.connect(lambda _: say())
        self.verified.toggled.connect(lambda _: say())
        line.addWidget(self.text, 3)
        line.addWidget(self.source, 2)
        line.addWidget(self.verified)
        line.addWidget(self.away)

    def value(self) -> dict[str, Any]:
        """Return the claim."""
        return {
            "text": self.text.text().strip(),
            "source": self.source.text().strip(),
            "verified": self.verified.isChecked(),
        }


class BriefPanel(Card):
    """Says `changed` with `brief`, `title`, `pillar` or `campaign`, and the value."""

    changed = Signal(str, object)
    unfolded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(10)
        head = QHBoxLayout()
        self.fold = Button(self.tr("Brief"), self, kind="quiet", small=True, icon="right")
        self.fold.setCheckable(True)
        hear(self.fold)
        self.fold.clicked.connect(lambda on: self._open(bool(on)))
        self.summary = Elided("", self, size="second", tone="muted")
        head.addWidget(self.fold)
        head.addWidget(self.summary, 1)
        column.addLayout(head)
        self._column = column
        self._inside: QWidget | None = None
        self._fields: dict[str, QLineEdit] = {}
        self._drops: dict[str, Dropdown] = {}
        self._claims: list[_Claim] = []
        self._piece = Piece()
        self._campaigns: dict[str, str] = {}
        self._pillars: list[str] = []
        self.show_known(self._piece)

    def show_known(self, piece: Piece) -> None:
        """Show what is known of a piece; nothing is said to listeners."""
        self._piece = piece
        self._brief = dict(piece.brief)
        told = [
            piece.title, piece.pillar, self._campaigns.get(piece.campaign or "", ""),
            *(str(self._brief.get(n) or "") for n in ("theme", "owner", "goal")),
        ]  # fmt: skip
        said = " · ".join(one for one in told if one)
        self.summary.set_full(
            said or self.tr("What it is for, who owns it, what it claims: never sent")
        )
        if self._inside is not None:
            self._fill()

    def offer(self, pillars: list[str], campaigns: Mapping[str, str]) -> None:
        """Take the pillars, and the campaigns by id, that can be chosen."""
        self._pillars, self._campaigns = list(pillars), dict(campaigns)
        self.show_known(self._piece)

    def unfold(self) -> None:
        """Open it and give it the keys."""
        mark(self.fold, True)
        self._open(True)
        self._fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, on: bool) -> None:
        if on and self._inside is None:
            self._inside = self._made()
            self._column.addWidget(self._inside)
            self._fill()
            self.unfolded.emit()
        if self._inside is not None:
            self._inside.setVisible(on)
        self.fold.icon_name = "down" if on else "right"
        self.fold.update()
        self.updateGeometry()

    def _made(self) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for column in (0, 1, 2):
            grid.setColumnStretch(column, 1)
        place = [0, 0]

        def put(words: str, field: QWidget, wide: int = 1) -> None:
            if place[1] + wide > 3:
                place[0], place[1] = place[0] + 2, 0
            label = Label(words, inside, size="second", tone="muted")
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, place[0], place[1], 1, wide)
            grid.addWidget(field, place[0] + 1, place[1], 1, wide)
            place[1] += wide

        def heading(words: str) -> None:
            place[0], place[1] = place[0] + 2, 0
            grid.setRowMinimumHeight(place[0], 26)
            grid.addWidget(Label(words, inside, size="strong"), place[0], 0, 1, 3)
            place[0] += 1

        names = _names()
        for name in ("title", "pillar"):
            put(names[name][0], self._line(name, names[name][1], inside))
        self._drops["campaign"] = Dropdown(inside)
        self._drops["campaign"].activated.connect(lambda _: self._campaign())
        put(self.tr("Campaign"), self._drops["campaign"])
        for name in ("theme", "form", "owner"):
            put(names[name][0], self._line(name, names[name][1], inside))
        put(names["goal"][0], self._line("goal", names["goal"][1], inside), 2)
        for name in ("frame", "origin"):
            drop = self._drops[name] = Dropdown(inside)
            for code, words in _choices(name).items():
                drop.addItem(words, code)
            drop.activated.connect(lambda _=0, n=name, d=drop: self._set(n, d.currentData()))
        put(self.tr("Frame"), self._drops["frame"])
        put(names["audience"][0], self._line("audience", names["audience"][1], inside), 3)
        put(self.tr("Origin"), self._drops["origin"])
        for name in ("source", "credit"):
            put(names[name][0], self._line(name, names[name][1], inside))
        heading(self.tr("Claims"))
        holder = QWidget(inside)
        self._claim_column = QVBoxLayout(holder)
        self._claim_column.setContentsMargins(0, 0, 0, 0)
        self._claim_column.setSpacing(4)
        more = Button(self.tr("Add a claim"), holder, small=True, icon="plus")
        more.clicked.connect(lambda: self._claim({}))
        self._claim_column.addWidget(more)
        grid.addWidget(holder, place[0], 0, 1, 3)
        place[0] += 1
        heading(self.tr("Story"))
        for name, shown in zip(STORY, ("truth", "plot", "story.theme", "brand"), strict=True):
            put(names[shown][0], self._line(f"story.{name}", names[shown][1], inside))
        heading(self.tr("How good is it? 1 to 5"))
        for name in RATING:
            drop = self._drops[f"rating.{name}"] = Dropdown(inside)
            for n in range(6):
                drop.addItem(str(n) if n else "—", n)
            drop.activated.connect(
                lambda _=0, n=name, d=drop: self._set_in("rating", n, d.currentData() or None)
            )
            put(_rated(name), drop)
        return inside

    def _line(self, name: str, hint: str, parent: QWidget) -> QLineEdit:
        field = QLineEdit(parent)
        field.setPlaceholderText(hint)
        field.textEdited.connect(lambda words, n=name: self._typed(n, words))
        self._fields[name] = field
        return field

    def _fill(self) -> None:
        story = dict(self._brief.get("story") or {})
        rating = dict(self._brief.get("rating") or {})
        for name, field in self._fields.items():
            kind, _, part = name.partition(".")
            value = {"title": self._piece.title, "pillar": self._piece.pillar}.get(name)
            if value is None:
                value = story.get(part) if kind == "story" else self._brief.get(name)
            if field.text() != str(value or ""):
                field.setText(str(value or ""))
        for name in ("frame", "origin"):
            drop = self._drops[name]
            drop.setCurrentIndex(max(0, drop.findData(self._brief.get(name) or "")))
        for name in RATING:
            self._drops[f"rating.{name}"].setCurrentIndex(int(rating.get(name) or 0))
        drop = self._drops["campaign"]
        drop.clear()
        drop.addItem(self.tr("none"), "")
        for number, words in self._campaigns.items():
            drop.addItem(words, number)
        drop.setCurrentIndex(max(0, drop.findData(self._piece.campaign or "")))
        wanted = [dict(c) for c in self._brief.get("claims") or ()]
        if wanted != [c.value() for c in self._claims if c.value()["text"]]:
            for claim in list(self._claims):
                self._drop(claim, say=False)
            for one in wanted:
                self._claim(one)

    def _claim(self, claim: Mapping[str, Any]) -> None:
        assert self._inside is not None
        made = _Claim(claim, self._inside, self._claimed)
        made.away.clicked.connect(lambda: self._drop(made))
        self._claim_column.insertWidget(len(self._claims), made)
        self._claims.append(made)
        if not claim:
            made.text.setFocus()

    def _drop(self, claim: _Claim, *, say: bool = True) -> None:
        self._claims.remove(claim)
        self._claim_column.removeWidget(claim)
        claim.hide()
        claim.deleteLater()
        if say:
            self._claimed()

    # saying

    def _typed(self, name: str, words: str) -> None:
        kind, _, part = name.partition(".")
        if name in ("title", "pillar"):
            self.changed.emit(name, words.strip())
        elif kind == "story":
            self._set_in("story", part, words.strip() or None)
        else:
            self._set(name, words.strip())

    def _campaign(self) -> None:
        self.changed.emit("campaign", self._drops["campaign"].currentData() or None)

    def _claimed(self) -> None:
        self._set("claims", [c.value() for c in self._claims if c.value()["text"]])

    def _set_in(self, name: str, part: str, value: object) -> None:
        found = {n: v for n, v in dict(self._brief.get(name) or {}).items() if n != part}
        if value is not None:
            found[part] = value
        self._set(name, found)

    def _set(self, name: str, value: object) -> None:
        self._brief = {n: v for n, v in self._brief.items() if n != name}
        if value:
            self._brief[name] = value
        self.changed.emit("brief", dict(self._brief))
