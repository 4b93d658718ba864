"""The previews beside the editor: the wording that is written first, the others under it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmapp.ui.thumbs import Thumbs
from cmapp.ui.widgets.label import Label
from cmapp.ui.writing.measuring import Measured
from cmapp.ui.writing.post_composer import PostComposer
from cmapp.ui.writing.preview import Look, PreviewCard

MOST = 6
WAIT = 120


class Previews(QWidget):
    """Draws anew a moment after something changed, and only while it is seen."""

    def __init__(self, composer: PostComposer, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._composer, self._thumbs = composer, thumbs
        self._shown: list[Look] = []
        self._cards: list[PreviewCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(Label(self.tr("Preview"), self, size="title"))
        self.nothing = Label(
            self.tr("Choose an account to see how it will look there."),
            self,
            tone="muted",
            wrap=True,
        )
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAIT)
        self._clock.timeout.connect(self.draw)
        composer.measured.connect(self._later)

    def _later(self, _found: Measured) -> None:
        if self.isVisible() and not self._clock.isActive():
            self._clock.start()

    def showEvent(self, event: object) -> None:
        """Draw what is there now."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.draw()

    def draw(self) -> None:
        """Draw the previews; those that stay the same are left."""
        wanted = self._wanted()
        self.nothing.setVisible(not wanted)
        for n, look in enumerate(wanted):
            if n < len(self._cards) and self._shown[n] == look:
                continue
            card = PreviewCard(look, self._thumbs, self)
            if n < len(self._cards):
                old = self._cards[n]
                self._column.replaceWidget(old, card)
                old.hide()
                old.deleteLater()
                self._cards[n] = card
            else:
                self._column.insertWidget(2 + n, card)
                self._cards.append(card)
            card.show()
        while len(self._cards) > len(wanted):
            old = self._cards.pop()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = wanted

    def _wanted(self) -> list[Look]:
        composer = self._composer
        piece, accounts = composer.piece, composer.chosen()
        keys = [w.key for w in piece.wordings if w.account in accounts]
        keys.sort(key=lambda key: key != composer.key)
        return [
            Look(
                accounts[key[0]],
                composer.found_out.parts.get(key) or (piece.text_of(key),),
                piece.media_of(key),
                piece.options_of(key),
                key[1],
                composer.when,
            )
            for key in keys[:MOST]
        ]
