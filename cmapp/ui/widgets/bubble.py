"""One thing that was said, as a bubble: theirs at the left, ours at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.domain import links
from cmapp.domain.links import Link
from cmapp.ui import look, row_words, text
from cmapp.ui.views import MediaView, OutboxItem, Said
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.text_block import TextBlock

translate = QCoreApplication.translate
_PAD = 14
_MOST_LINKS, _LINKS_LOOKED = 4, 40


class MediaLine(Card):
    """What a picture shows, in words: pictures themselves are fetched only when asked for."""

    def __init__(self, media: MediaView, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="raise", edge="line", radius=8)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 10, 6)
        shown = media.alt or self.tr("no alt text")
        kind = {"image": self.tr("Picture"), "video": self.tr("Film")}.get(
            media.kind, self.tr("File")
        )
        words = Label(f"{kind} · {shown}"[:240], self, size="second", tone="muted", wrap=True)
        line.addWidget(words)


def leading(said: Said) -> list[tuple[str, Link]]:
    """Return the links of a post whose words do not tell where they lead: words and what it is."""
    found = []
    for words, target in said.links[:_LINKS_LOOKED]:
        link = links.look(target)
        told = link.host and link.host in words and not links.misleads(words, link)
        if not told or set(link.why) - {"plain"}:
            found.append((words, link))
    return found[:_MOST_LINKS]


class LinkLine(Button):
    """Where a link leads: the host, since the words of a link may say anything."""

    def __init__(self, words: str, link: Link, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind="quiet", icon="open" if link.url else "", small=True)
        self.link = link
        short = " ".join(words.split())
        short = short if len(short) <= 32 else f"{short[:31]}…"
        if link.url:
            host = link.host if len(link.host) <= 48 else f"…{link.host[-47:]}"
            form = self.tr("{words} leads to {host}")
        else:
            host, form = "", self.tr("{words} is no link that can be opened")
        self.setText(form.format(words=f"“{text.isolated(short)}”", host=text.isolated(host)))
        self.setAccessibleName(self.words())
        self.setEnabled(bool(link.url))


class Bubble(Card):
    """The sheet with what was said."""

    link_asked = Signal(str, str)

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = said
        tone = "ink"
        if said.pending is not None:
            _, tone = text.state(said.pending.state)
            tone = "held" if tone in ("accent", "muted") else tone
            self.ground, self.edge = f"{tone}_soft", tone
            self.dashed = said.pending.state in ("ready", "sending")
        elif said.mine:
            self.ground, self.edge = "soft", ""
        elif said.deleted or said.emptied:
            self.ground = "bg"
        if said.focus and not said.mine:
            self.edge = "edge"
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 9, _PAD, 10)
        column.setSpacing(3)
        self._meta = Elided(self._meta_words(), self, size="second", tone="muted")
        if said.pending is not None:
            self._meta.set_tone(tone)
            self._meta.setFont(look.font(12, 600))
            self._meta.setToolTip("")
        else:
            self._meta.setToolTip(tip(text.exact(said.created_at)))
        instead = self._instead()
        body = instead or said.text
        self.block = TextBlock(body, self, tone="muted" if instead else "ink")
        column.addWidget(self._meta)
        column.addWidget(self.block)
        for media in said.media[:4]:
            column.addSpacing(3)
            column.addWidget(MediaLine(media, self))
        self.leads: list[LinkLine] = []
        for words, link in [] if said.mine or said.deleted else leading(said):
            line = LinkLine(words, link, self)
            line.clicked.connect(lambda _=False, u=link.url, w=words: self.link_asked.emit(u, w))
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
            self.leads.append(line)
        who = said.name or said.handle
        self.setAccessibleName(f"{who}. {self._meta_words()}. {body[:500]}")

    def _instead(self) -> str:
        """Return what stands in the place of words that are not to be read."""
        if self.said.deleted:
            return self.tr("This post was deleted.")
        return row_words.gone(self.said.emptied)

    def _meta_words(self) -> str:
        said = self.said
        if said.pending is not None:
            return pending_words(said.pending)
        parts = [self.tr("You") if said.mine else text.isolated(said.name or said.handle)]
        if said.mine:
            parts.append(text.platform(said.platform))
        parts.append(text.clock(said.created_at))
        if said.edited_at is not None:
            parts.append(self.tr("edited {time}").format(time=text.clock(said.edited_at)))
        if said.to:
            parts.append(self.tr("to {name}").format(name=text.isolated(said.to)))
        if said.mine and said.likes:
            parts.append(self.tr("%n like(s)", "", said.likes))
        if said.mine and said.replies:
            parts.append(self.tr("%n repl(ies)", "", said.replies))
        return " · ".join(parts)

    def fit(self, room: int) -> None:
        """Be as wide as the words need, at most `room`."""
        inner = room - 2 * _PAD
        wanted = self.block.natural(inner).width()
        metrics = self._meta.fontMetrics()
        wanted = max(wanted, metrics.horizontalAdvance(self._meta.accessibleName()) + 4)
        if self.said.media:
            wanted = max(wanted, 260)
        for line in self.leads:
            wanted = max(wanted, line.sizeHint().width())
        width = max(120, min(wanted, inner))
        self.block.setFixedSize(width, self.block.heightForWidth(width))
        self.setFixedWidth(width + 2 * _PAD)


def pending_words(item: OutboxItem) -> str:
    """Return the line over a reply that has not left."""
    match item.state:
        case "ready" if item.facts.get("why") == "undo":
            return translate("bubble", "Leaving in a moment")
        case "ready" if item.facts.get("why") == "paused":
            return translate("bubble", "Waiting · everything outgoing is paused")
        case "ready" if item.facts.get("why") == "flight":
            return translate("bubble", "Waiting · goes out after you land")
        case "ready" if item.facts.get("why") == "sign_in":
            return translate("bubble", "Waiting · goes out once the account is signed in again")
        case "ready":
            return translate(
                "bubble",
                "Waiting · goes out when you are back online, after the thread is read again",
            )
        case "sending":
            return translate("bubble", "Sending")
        case "review":
            return translate("bubble", "Held for you · {why}").format(why=text.reason(item.reason))
        case "uncertain":
            return translate("bubble", "May have been sent · looking for it on the platform")
        case "rejected":
            return translate("bubble", "Refused · {why}").format(
                why=text.rejected({**item.facts, "reason": item.reason})
            )
        case _:
            return text.state(item.state)[0]


class BubbleRow(QWidget):
    """A bubble in its place, with the person's mark before it and its steps under it."""

    asked = Signal(str, object)

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = said
        self.setBackgroundRole(QPalette.ColorRole.Window)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        self.bubble = Bubble(said, self)
        self.bubble.link_asked.connect(lambda url, words: self.asked.emit("link", (url, words)))
        if said.mine or said.pending is not None:
            line.addStretch(1)
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(self.bubble, 0, Qt.AlignmentFlag.AlignRight)
            steps = self._steps(said)
            if steps is not None:
                column.addLayout(steps)
            line.addLayout(column)
        else:
            avatar = Avatar(self, side=32)
            avatar.show_person(name=said.name, handle=said.handle, platform=said.platform)
            line.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self.bubble)
            line.addStretch(1)

    def _steps(self, said: Said) -> QHBoxLayout | None:
        item = said.pending
        if item is None:
            return None
        steps: list[tuple[str, str]] = []
        match item.state:
            case "ready":
                steps = [("edit", self.tr("Edit")), ("drop", self.tr("Take back"))]
            case "review" | "uncertain":
                steps = [("open", self.tr("Decide"))]
            case "rejected":
                steps = [("edit", self.tr("Edit")), ("drop", self.tr("Drop"))]
            case _:
                return None
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1)
        for verb, words in steps:
            button = Button(words, self, kind="quiet", small=True)
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v, item))
            line.addWidget(button)
        return line

    def fit(self, width: int) -> None:
        """Fit the bubble into a column of `width`."""
        self.bubble.fit(int(width * (0.82 if self.said.mine or self.said.pending else 0.86)) - 41)
