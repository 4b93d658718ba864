"""How a post will look in its network, from what is on this machine alone (DR-05)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui import icons, look, text
from cmapp.ui.thumbs import FILMS, Thumbs, cover
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.text_block import TextBlock, units
from cmapp.ui.writing.options_bar import audience
from cmapp.ui.writing.piece import Media
from cmapp.ui.writing.post_editor import lively

SHOWN = 1200
"""Characters of one post that are drawn; a network takes fewer."""
PARTS = 12


@dataclass(frozen=True, slots=True)
class Look:
    """What a preview shows: one account's wording, in the parts that it goes out in."""

    account: AccountView
    parts: tuple[str, ...]
    media: Media = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    segment: str = ""
    when: str = ""


def held_together(words: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with no break behind a sign (`#`, `@`), and its links, mentions and tags."""
    made, spans, at = "", [], 0
    for start, end in lively(words)[:100]:
        made += words[at:start]
        begins = len(made)
        sign = words[start] in "#＃@"
        made += words[start] + "\u2060" * sign + words[start + 1 : end]
        spans.append((begins, len(made)))
        at = end
    return made + words[at:], spans


class Lively(TextBlock):
    """Text with its links, mentions and tags in the network's colour."""

    def __init__(self, words: str, parent: QWidget) -> None:
        shown, spans = held_together(words)
        super().__init__(shown, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._spans = [(units(shown, a), units(shown, b)) for a, b in spans]

    def resizeEvent(self, event: object) -> None:
        """Be as high as the words need."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.setFixedHeight(self.heightForWidth(self.width()) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        layout = self._laid(max(40.0, float(self.width())))
        runs = []
        for start, end in self._spans:
            run = QTextLayout.FormatRange()
            style = QTextCharFormat()
            style.setForeground(look.colour("accent"))
            run.start, run.length, run.format = start, end - start, style
            runs.append(run)
        painter.setPen(look.colour("ink"))
        layout.draw(painter, QPointF(0, 0), runs)
        painter.end()


class Grid(QWidget):
    """Up to four pictures as networks lay them out, each with its ALT mark."""

    def __init__(self, media: Media, thumbs: Thumbs | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._media, self._thumbs = media[:4], thumbs
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(180 if len(media) > 1 else 200)
        shown = [alt or self.tr("no alt text") for _, alt in media]
        self.setAccessibleName(self.tr("Pictures") + ": " + "; ".join(shown))

    def _boxes(self) -> list[QRect]:
        w, h, gap = self.width(), self.height(), 3
        half, tall = (w - gap) // 2, (h - gap) // 2
        match len(self._media):
            case 1:
                return [QRect(0, 0, w, h)]
            case 2:
                return [QRect(0, 0, half, h), QRect(half + gap, 0, w - half - gap, h)]
            case 3:
                right = QRect(half + gap, 0, w - half - gap, tall)
                return [QRect(0, 0, half, h), right, right.translated(0, tall + gap)]
            case _:
                one = QRect(0, 0, half, tall)
                return [
                    one, one.translated(half + gap, 0), one.translated(0, tall + gap),
                    one.translated(half + gap, tall + gap),
                ]  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is at hand; the rest follows when it is read."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), 10, 10)
        painter.setClipPath(whole)
        for (path, alt), box in zip(self._media, self._boxes(), strict=False):
            painter.fillRect(box, look.colour("hover"))
            picture = self._thumbs.get(path, self.update) if self._thumbs else None
            if picture is not None and not picture.isNull():
                cover(painter, picture, (box.x(), box.y(), box.width(), box.height()))
            else:
                film = path.lower().endswith(FILMS)
                spot = box.center()
                spot.setX(spot.x() - 11)
                spot.setY(spot.y() - 11)
                icons.paint(painter, "play" if film else "image", look.colour("muted"), at=spot)
            self._badge(painter, box, alt)
        painter.end()

    def _badge(self, painter: QPainter, box: QRect, alt: str) -> None:
        words = self.tr("ALT") if alt.strip() else self.tr("no ALT")
        painter.setFont(look.font(10.5, 700))
        width = painter.fontMetrics().horizontalAdvance(words) + 12
        badge = QRectF(box.x() + 8, box.bottom() - 24, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("tip" if alt.strip() else "warn"))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setPen(look.colour("on_tip" if alt.strip() else "surface"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


class Steps(QWidget):
    """The row of signs that a network puts under a post; they do nothing here."""

    def __init__(self, platform: str, parent: QWidget) -> None:
        super().__init__(parent)
        last = "star" if platform == "mastodon" else "heart"
        self._names = ("comment", "repeat", last, "more")
        self.setFixedHeight(22)

    def sizeHint(self) -> QSize:
        """Be one line."""
        return QSize(200, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the signs."""
        painter = QPainter(self)
        step = min(92, (self.width() - 18) // max(1, len(self._names) - 1))
        for n, name in enumerate(self._names):
            icons.paint(
                painter, name, look.colour("faint"), at=QRect(n * step, 2, 1, 1).topLeft(), side=17
            )
        painter.end()


class PreviewCard(Card):
    """One account's post, or its thread."""

    def __init__(self, shown: Look, thumbs: Thumbs | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        account = shown.account
        place = f"{text.platform(account.platform)}" + (
            f" · {shown.segment}" if shown.segment else ""
        )
        column.addWidget(Label(place, self, size="caps", tone="muted"))
        parts = shown.parts or ("",)
        for number, words in enumerate(parts[:PARTS]):
            column.addWidget(self._post(words, number, len(parts), thumbs))
        if len(parts) > PARTS:
            rest = self.tr("and %n more part(s)", "", len(parts) - PARTS)
            column.addWidget(Label(rest, self, size="second", tone="muted"))
        comment = str(shown.options.get("first_comment") or "").strip()
        if comment:
            column.addWidget(self._post(comment, -1, 1, thumbs))
        name = account.name or account.handle
        self.setAccessibleName(
            self.tr("Preview for {account} on {network}").format(
                account=name, network=text.platform(account.platform)
            )
        )
        self.setAccessibleDescription("\n".join(parts)[:2000])

    def _post(self, words: str, number: int, of: int, thumbs: Thumbs | None) -> QWidget:
        """Draw one post; `number` -1 is the first comment."""
        account, options = self.shown.account, self.shown.options
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        small = number != 0
        avatar = Avatar(holder, side=28 if small else 40)
        avatar.show_person(name=account.name, handle=account.handle, platform="")
        line.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._head(holder, number, of))
        warning = (
            str(options.get("spoiler") or "")
            if number >= 0 and account.limits.get("spoiler")
            else ""
        )
        if warning:
            column.addWidget(_warning(warning, holder))
        if words.strip():
            column.addWidget(Lively(words[:SHOWN], holder))
        elif not self.shown.media:
            column.addWidget(Label(self.tr("Nothing is written yet."), holder, tone="muted"))
        if number == 0 and self.shown.media:
            column.addWidget(Grid(self.shown.media, thumbs, holder))
        if number == 0 and options.get("poll") and account.limits.get("poll_options"):
            column.addWidget(_Poll(options["poll"], holder))
        if not small:
            column.addWidget(Steps(account.platform, holder))
        line.addLayout(column, 1)
        return holder

    def _head(self, holder: QWidget, number: int, of: int) -> QVBoxLayout:
        account, options = self.shown.account, self.shown.options
        made = QVBoxLayout()
        made.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(6)
        name = Elided(account.name or account.handle, holder, size="strong")
        top.addWidget(name, 1)
        if number < 0:
            right = self.tr("first comment")
        elif of > 1:
            right = f"{number + 1}/{of}"
        else:
            right = self.shown.when or self.tr("now")
            if account.limits.get("visibilities"):
                right += " · " + audience(str(options.get("visibility") or "public"))
        top.addWidget(Label(right, holder, size="second", tone="muted"))
        made.addLayout(top)
        handle = "@" + account.handle.lstrip("@")
        if number == 0:
            made.addWidget(Elided(handle, holder, size="second", tone="muted"))
        return made


def _warning(words: str, parent: QWidget) -> QWidget:
    box = Card(parent, ground="warn_soft", edge="", radius=8)
    line = QHBoxLayout(box)
    line.setContentsMargins(10, 6, 10, 6)
    line.addWidget(Label(words[:500], box, size="second", tone="warn", wrap=True))
    return box


class _Poll(QWidget):
    """A poll that nobody has voted in yet."""

    def __init__(self, poll: Mapping[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        for option in poll.get("options") or ():
            box = Card(self, ground="raise", edge="edge", radius=8)
            line = QHBoxLayout(box)
            line.setContentsMargins(10, 6, 10, 6)
            line.addWidget(Elided(str(option) or "…", box))
            column.addWidget(box)
        seconds = int(poll.get("seconds") or 0)
        kind = self.tr("several answers") if poll.get("multiple") else self.tr("one answer")
        words = self.tr("Open for {time}, {kind}").format(
            time=text.long_span(seconds * 1000), kind=kind
        )
        column.addWidget(Label(words, self, size="second", tone="muted"))
