"""What was begun, as lines under the editor: what it says, where it stands, what one can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import row_words, text
from cmapp.ui.views import AccountView, DraftView
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.writing.meters import Badge
from cmapp.ui.writing.piece import piece_of

translate = QCoreApplication.translate
MOST = 20


def standing(draft: DraftView) -> tuple[str, str]:
    """Return how a draft stands, in words and a tone; "" for a plain one."""
    if draft.planned_at is not None and draft.planned_at < text.now():
        return translate("drafts", "Its time has passed"), "warn"
    if draft.planned_at is not None:
        when = row_words.moment(draft.planned_at)
        if draft.state == "queued":
            return translate("drafts", "Planned for {time}").format(time=when), "accent"
        return translate("drafts", "Planned for {time}, not queued").format(time=when), "held"
    if draft.forked_from is not None:
        return translate("drafts", "Written in two places"), "warn"
    if draft.stage == "idea":
        return translate("drafts", "Idea"), "muted"
    return "", "muted"


class DraftLine(Card):
    """One draft that waits to be gone on with. Says `asked` with open, copy or delete."""

    asked = Signal(str)

    def __init__(
        self, draft: DraftView, accounts: Mapping[str, AccountView], parent: QWidget
    ) -> None:
        super().__init__(parent, radius=10)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(10)
        piece = piece_of(draft.written)
        said = next(
            (t for t in (draft.text, *(w.text or "" for w in piece.wordings)) if t.strip()), ""
        )
        title = str(draft.more.get("title") or "")
        told = said if said.startswith(title) else f"{title} · {said}"
        words = " ".join(told.split())[:300]
        name = draft.to_name and self.tr("To {name}").format(name=draft.to_name)
        if name:
            line.addWidget(Label(name[:60], self, size="strong"))
        else:
            for account in piece.accounts()[:5]:
                if account in accounts:
                    badge = Badge(accounts[account].platform, self)
                    badge.setToolTip(tip(accounts[account].name or accounts[account].handle))
                    line.addWidget(badge)
        line.addWidget(Elided(words or self.tr("Pictures without words"), self), 1)
        stands, tone = standing(draft)
        if stands:
            line.addWidget(Pill(stands, self, tone=tone))
        line.addWidget(Label(text.ago(draft.saved_at), self, size="second", tone="muted"))
        on = Button(self.tr("Go on"), self, small=True)
        on.clicked.connect(lambda: self.asked.emit("open"))
        line.addWidget(on)
        if draft.item is None:
            copy = IconButton("stack", self.tr("Duplicate"), self)
            copy.clicked.connect(lambda: self.asked.emit("copy"))
            line.addWidget(copy)
        away = Button(self.tr("Throw away"), self, kind="quiet", small=True)
        away.clicked.connect(lambda: self.asked.emit("delete"))
        line.addWidget(away)
        self.setAccessibleName(", ".join(p for p in (words, stands) if p))


class DraftLines(QWidget):
    """The list. Says `asked` with a step and its draft, `review_asked` for the sheet of all."""

    asked = Signal(str, object)
    review_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._drafts: Sequence[DraftView] | None = None

    def forget(self) -> None:
        """Draw anew at the next `show_drafts`."""
        self._drafts = None

    def show_drafts(self, drafts: Sequence[DraftView], accounts: Mapping[str, AccountView]) -> None:
        """Show these, if they are others than before."""
        if drafts == self._drafts:
            return
        self._drafts = drafts
        while self._lines.count():
            part = self._lines.takeAt(0)
            old = part.widget() if part is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if drafts:
            head = QWidget(self)
            line = QHBoxLayout(head)
            line.setContentsMargins(0, 6, 0, 0)
            line.addWidget(Label(self.tr("Begun"), head, size="title"), 1)
            review = Button(self.tr("Review drafts"), head, small=True)
            review.clicked.connect(self.review_asked)
            line.addWidget(review)
            self._lines.addWidget(head)
        for draft in drafts[:MOST]:
            one = DraftLine(draft, accounts, self)
            one.asked.connect(lambda verb, d=draft: self.asked.emit(verb, d))
            self._lines.addWidget(one)
        more = len(drafts) - MOST
        if more > 0:
            words = self.tr("and %n more: Review drafts shows them one by one", "", more)
            self._lines.addWidget(Label(words, self, size="second", tone="muted"))
