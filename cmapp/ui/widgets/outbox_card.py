"""One deed that needs a decision, with what was written beside what happened since."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.domain.actions import MODERATION
from cmapp.ui import text
from cmapp.ui.views import News, OutboxItem
from cmapp.ui.widgets.bubble import MediaLine
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.text_block import TextBlock

_WORDLESS = (*MODERATION, "like", "unlike")


def title_of(item: OutboxItem) -> str:
    """Return whom or what a deed is for."""
    place = text.platform(item.platform)
    if item.kind in _WORDLESS:
        return f"{text.kind(item.kind)} · {text.isolated(item.to_name or item.to_handle)} · {place}"
    if item.to_name or item.to_handle:
        return f"{text.isolated(item.to_name or item.to_handle)} · {place}"
    return f"{text.kind(item.kind)} · {place}"


def changed_marks(before: str, after: str) -> list[tuple[int, int]]:
    """Return (start, length) of the words in `after` that `before` does not have there."""
    from difflib import SequenceMatcher

    if len(before) > 2000 or len(after) > 2000:
        return []
    old, new = _words(before), _words(after)
    marks: list[tuple[int, int]] = []
    places = [0]
    for word in new:
        places.append(places[-1] + len(word))
    for tag, _, _, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("replace", "insert") and b2 > b1:
            marks.append((places[b1], places[b2] - places[b1]))
    return marks


def _words(said: str) -> list[str]:
    """Split into Latin words and single Han characters, losing nothing."""
    out: list[str] = []
    for letter in said:
        joins = letter.isalnum() and ord(letter) < 0x2E80
        if joins and out and out[-1][-1].isalnum() and ord(out[-1][-1]) < 0x2E80:
            out[-1] += letter
        else:
            out.append(letter)
    return out


class OutboxCard(Card):
    """Says `asked(verb, item)`: send, sent, look, edit, drop, open, thread."""

    asked = Signal(str, object)

    def __init__(self, item: OutboxItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        _, tone = text.state(item.state)
        tone = "held" if tone == "accent" else tone
        if item.state in ("uncertain", "rejected"):
            self.edge = tone
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Elided(title_of(item), self, size="strong"), 1)
        self.pill = Pill(self._why(), self, tone=tone)
        head.addWidget(self.pill)
        column.addLayout(head)
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        boxes.addWidget(self._written(), 1)
        if item.news:
            boxes.addWidget(self._since(), 1)
        column.addLayout(boxes)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for verb, words, kind in self._verbs():
            if verb == "edit" and item.kind in _WORDLESS:
                continue  # there are no words to change
            button = Button(words, self, kind=kind, small=True)
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v, self.item))
            foot.addWidget(button)
        note = self._note()
        if note:
            foot.addSpacing(4)
            foot.addWidget(Elided(note, self, size="second", tone="muted"), 1)
        else:
            foot.addStretch(1)
        if item.item is not None:
            way = Button(self.tr("Open the thread"), self, kind="quiet", icon="open", small=True)
            way.clicked.connect(lambda: self.asked.emit("thread", self.item))
            foot.addWidget(way)
        column.addLayout(foot)
        self.setAccessibleName(f"{title_of(item)}, {self.pill.text()}. {item.text[:400]}")

    def _why(self) -> str:
        item = self.item
        match item.state:
            case "review" if item.reason:
                return text.reason(item.reason)
            case "scheduled" if item.facts.get("recall"):
                return self.tr("asked back; else it is published at {time}").format(
                    time=text.clock(self._planned())
                )
            case "scheduled":
                return self.tr("the server keeps it until {time}").format(
                    time=text.clock(self._planned())
                )
            case "ready" if item.facts.get("why") == "before":
                return self.tr("waits for the part before")
            case "ready" if item.facts.get("why") == "recall":
                return self.tr("waits until the server gives back the earlier version")
            case "ready" if item.facts.get("why") == "undo":
                return self.tr("leaves in a moment")
            case "ready" if item.facts.get("why") == "planned":
                return self.tr("planned for {time}").format(time=text.clock(item.not_before))
            case "ready" if item.facts.get("why") == "paused":
                return self.tr("paused")
            case "ready" if item.facts.get("why") == "flight":
                return self.tr("waits until you land")
            case "ready" if item.facts.get("why") == "sign_in":
                return self.tr("waits for a sign-in")
            case "ready" if item.attempts:
                return self.tr("tries again at {time}").format(time=text.clock(item.not_before))
            case "uncertain":
                return self.tr("no answer came back; looking for it")
            case "rejected":
                return text.rejected({**item.facts, "reason": item.reason})
            case _:
                return text.state(item.state)[0].lower()

    def _planned(self) -> int:
        return int(self.item.facts.get("planned_at") or self.item.not_before or 0)

    def _written(self) -> QWidget:
        item = self.item
        box = Card(self, edge="line", radius=10)
        column = QVBoxLayout(box)
        column.setContentsMargins(13, 9, 13, 10)
        column.setSpacing(3)
        when = Label(
            self.tr("You wrote at {time}").format(time=text.clock(item.made_at)),
            box,
            size="second",
            tone="muted",
        )
        when.setToolTip("")
        column.addWidget(when)
        column.addWidget(TextBlock(item.text, box))
        for media in item.media[:4]:
            column.addWidget(MediaLine(media, box))
        column.addStretch(1)
        return box

    def _since(self) -> QWidget:
        box = Card(self, edge="held", radius=10)
        column = QVBoxLayout(box)
        column.setContentsMargins(13, 9, 13, 10)
        column.setSpacing(3)
        column.addWidget(Label(self.tr("Since then"), box, size="second", tone="held"))
        for news in self.item.news[:4]:
            column.addWidget(Label(self._news_head(news), box, size="strong", wrap=True))
            if news.text:
                block = TextBlock("", box)
                marks = changed_marks(news.before, news.text) if news.before else []
                block.set_words(news.text, marks)
                column.addWidget(block)
        column.addStretch(1)
        return box

    def _news_head(self, news: News) -> str:
        when = text.clock(news.at) if news.at is not None else ""
        match news.code:
            case "parent_edited":
                words = self.tr("Edited {time}").format(time=when)
            case "parent_deleted":
                words = self.tr("The question was deleted")
            case "author_again" | "answered_by_us":
                words = f"{text.isolated(news.who)} · {when}"
            case _:
                words = text.reason_long(news.code)
        return words[:200]

    def _verbs(self) -> list[tuple[str, str, str]]:
        drop = ("drop", self.tr("Drop"), "plain")
        edit = ("edit", self.tr("Edit"), "plain")
        match self.item.state:
            case "review" if self.item.reason == "unresolved":
                return [
                    ("look", self.tr("Look again"), "primary"),
                    ("sent", self.tr("It is there"), "plain"),
                    ("send", self.tr("Send again"), "plain"),
                    drop,
                ]
            case "review" if self.item.reason == "parent_deleted":
                return [("drop", self.tr("Drop"), "primary"), edit]
            case "review":
                return [
                    ("edit", self.tr("Edit and send"), "primary"),
                    ("send", self.tr("Send anyway"), "plain"),
                    drop,
                ]
            case "uncertain":
                return [
                    ("look", self.tr("Look again"), "primary"),
                    ("sent", self.tr("It is there"), "plain"),
                ]
            case "rejected":
                return [("edit", self.tr("Edit and send"), "primary"), drop]
            case "ready":
                return [edit, ("drop", self.tr("Take back"), "plain")]
            case "scheduled" if not self.item.facts.get("recall"):
                return [("drop", self.tr("Take back"), "plain")]
            case _:
                return []

    def _note(self) -> str:
        item = self.item
        if item.state == "review":
            return text.reason_long(item.reason)
        if item.state == "uncertain":
            return self.tr(
                "It is being looked for. It goes out again only where the server prevents doubles."
            )
        if item.state == "rejected":
            return self.tr("Your text is kept.")
        notes = [words for code in item.facts.get("notes", ()) if (words := text.note(code))]
        if thread := item.facts.get("thread"):
            notes.insert(
                0, self.tr("{sent} of {of} parts are out.").format(sent=thread[0], of=thread[1])
            )
        return " ".join(notes)
