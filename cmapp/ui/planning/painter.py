"""How planned posts are painted: as a line in a day, as a block at an hour, as a row of a list."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QLocale, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QRegion

from cmapp.ui import icons, look
from cmapp.ui.planning import words
from cmapp.ui.planning.plans import EPOCH, NOTHING, Campaign, Day, Entry, qdate

if TYPE_CHECKING:
    from cmapp.ui.views import AccountView

LINE = 22
"""Height of an entry in a day of the month, with the gap below it."""
HEAD = 26
"""Height of what says which day it is."""
_KEPT = 240
"""Pictures that are kept: of days, of posts in a week, of rows in a list."""
_SLICE, _LEAST = 8, 6
"""Milliseconds that one frame gives to new days, and how many it paints at least."""
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_SMOOTH = QPainter.RenderHint.Antialiasing
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class Known:
    """What the ids of entries stand for."""

    accounts: Mapping[str, AccountView] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)

    def who(self, entry: Entry) -> str:
        """Return the accounts of an entry by name."""
        found = [self.accounts[a] for a in entry.accounts if a in self.accounts]
        return ", ".join(dict.fromkeys(f"{a.name or a.handle} ({a.platform})" for a in found))


class PlanPainter:
    """Paints entries; days of the month are kept as pictures until something on them changes."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._pictures: OrderedDict[tuple[object, ...], tuple[object, QPixmap]] = OrderedDict()
        self._widths: dict[tuple[str, int], str] = {}
        self._times: dict[int, tuple[str, float]] = {}
        self._discs: dict[tuple[str, float], QPixmap] = {}
        self._clock, self._new = QElapsedTimer(), 0
        self.left: list[QRect] = []
        """Days that the last frame left for the next one."""
        self.dress()

    def dress(self) -> None:
        """Take the fonts of the look that is in force; forget what was painted in another."""
        self._pictures.clear()
        self._widths.clear()
        self._times.clear()
        self._discs.clear()
        self._number, self._today = look.font(12.5, 500, tabular=True), look.font(12.5, 600)
        self._small, self._time = look.font(11.5), look.font(11.5, 500, tabular=True)
        self._title, self._strong = look.font(12, 400), look.font(13, 600)
        self._body = look.font(12.5)
        self._metrics = {
            id(f): QFontMetricsF(f)
            for f in (self._number, self._small, self._time, self._title, self._strong, self._body)
        }

    def forget(self) -> None:
        """Days look otherwise now."""
        self._pictures.clear()

    def begin_frame(self, region: QRegion) -> None:
        """A frame begins: it paints new days for a while, and leaves the rest to the next one."""
        self._clock.start()
        self._new = 0
        self.left = [box for box in self.left if not region.intersects(box)]

    def _late(self) -> bool:
        self._new += 1
        if self._new <= _LEAST or not self._clock.isValid() or self._clock.elapsed() < _SLICE:
            return False
        return True

    def kept(
        self,
        painter: QPainter,
        box: QRectF,
        entry: Entry,
        paint: Callable[..., None],
        *,
        ground: str = "",
        current: bool = False,
    ) -> None:
        """Paint an entry by one of the methods below, from a picture where there is one."""
        device = painter.device()
        dpr = device.devicePixelRatioF() if device is not None else 1.0
        wide, high = int(box.width()) + 1, int(box.height()) + 1
        key = (paint.__name__, entry.id, wide, high, ground, current, dpr)
        found = self._pictures.get(key)
        if found is not None and (found[0] is entry or found[0] == entry):
            picture = found[1]
            self._pictures.move_to_end(key)
        else:
            picture = QPixmap(round(wide * dpr), round(high * dpr))
            picture.setDevicePixelRatio(dpr)
            picture.fill(look.colour(ground) if ground else Qt.GlobalColor.transparent)
            mine = QPainter(picture)
            mine.setRenderHint(_SMOOTH)
            paint(mine, QRectF(0, 0, box.width(), box.height()), entry, current=current)
            mine.end()
            self._keep(key, entry, picture)
        painter.drawPixmap(box.topLeft(), picture)

    def _keep(self, key: tuple[object, ...], of: object, picture: QPixmap) -> None:
        self._pictures[key] = of, picture
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)

    def _time_of(self, minute: int) -> tuple[str, float]:
        found = self._times.get(minute)
        if found is None:
            said = words.short_time(minute)
            found = self._times[minute] = said, self._width(said, self._time)
        return found

    def _fit(self, text: str, font: QFont, room: float) -> str:
        if room <= 6:
            return ""
        key = (f"{id(font)}{text[:120]}", int(room))
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 4000:
                self._widths.clear()
            metrics = self._metrics[id(font)]
            found = metrics.elidedText(text[:160], Qt.TextElideMode.ElideRight, int(room))
            self._widths[key] = found
        return found

    def _width(self, text: str, font: QFont) -> float:
        return float(self._metrics[id(font)].horizontalAdvance(text))

    # a day of the month

    def day(
        self,
        painter: QPainter,
        box: QRectF,
        number: int,
        day: Day,
        *,
        today: bool,
        past: bool,
        current: str = "",
    ) -> None:
        """Paint a day; `current` is the id of the entry that has the keys."""
        device = painter.device()
        dpr = device.devicePixelRatioF() if device is not None else 1.0
        size = number, box.width(), box.height(), today, past, dpr
        ground = ("ground", day.marks, *size)
        kept = self._pictures.get(("day", current, *size)) if day.entries else None
        if kept is not None and (kept[0] is day or kept[0] == day):
            painter.drawPixmap(box.topLeft(), kept[1])
            self._pictures.move_to_end(("day", current, *size))
            return
        found = self._pictures.get(ground)
        if found is None:
            picture = QPixmap(round(box.width() * dpr), round(box.height() * dpr))
            picture.setDevicePixelRatio(dpr)
            picture.fill(look.colour("bg" if past else "surface"))
            mine = QPainter(picture)
            mine.setRenderHint(_SMOOTH)
            inside = QRectF(0, 0, box.width(), box.height())
            self._frame(mine, inside, number)
            self._head(mine, inside, number, day, today=today, past=past)
            mine.end()
            self._keep(ground, NOTHING, picture)
        else:
            picture = found[1]
            self._pictures.move_to_end(ground)
        if day.entries and self._late():
            self.left.append(box.toRect())
        elif day.entries:  # they are painted onto the ground: it is kept no longer
            del self._pictures[ground]
            found = kept = None
            mine = QPainter(picture)
            mine.setRenderHint(_SMOOTH)
            self._lines(mine, QRectF(0, 0, box.width(), box.height()), day, current)
            mine.end()
            self._keep(("day", current, *size), day, picture)
        painter.drawPixmap(box.topLeft(), picture)

    def _lines(self, painter: QPainter, box: QRectF, day: Day, current: str) -> None:
        room = lines(box.height())
        shown = day.entries if len(day.entries) <= room else day.entries[: room - 1]
        y = box.y() + HEAD
        for entry in shown:
            line = QRectF(box.x() + 4, y, box.width() - 9, LINE - 2)
            self.line(painter, line, entry, current=entry.id == current)
            y += LINE
        rest = len(day.entries) - len(shown)
        if rest > 0:
            painter.setFont(self._small)
            painter.setPen(look.colour("muted"))
            more = words.translate("calendar", "{n} more").format(n=rest)
            painter.drawText(QRectF(box.x() + 10, y, box.width() - 16, LINE - 2), _LEFT, more)

    def _frame(self, painter: QPainter, box: QRectF, number: int) -> None:
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft() + QPoint(0, -1), box.bottomRight() + QPoint(0, -1))
        painter.drawLine(box.topRight() + QPoint(-1, 0), box.bottomRight() + QPoint(-1, 0))
        day = qdate(number).day()
        if day <= 7:  # a month begins
            painter.setPen(QPen(look.colour("faint"), 1.5))
            painter.drawLine(box.topLeft(), box.topRight())
            if day == 1:
                painter.drawLine(box.topLeft(), box.bottomLeft())

    def _head(
        self, painter: QPainter, box: QRectF, number: int, day: Day, *, today: bool, past: bool
    ) -> None:
        date = qdate(number)
        said = str(date.day())
        if date.day() == 1:
            form = words.translate("calendar", "d MMM", "date format")
            said = QLocale().toString(date, form)
        x = box.x() + 8
        wide = max(22.0, self._width(said, self._number) + 12)
        if today:
            painter.setPen(_NO_PEN)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(x - 4, box.y() + 3, wide, 20), 10, 10)
            painter.setPen(look.colour("on_accent"))
            painter.setFont(self._today)
            painter.drawText(
                QRectF(x - 4, box.y() + 3, wide, 20), Qt.AlignmentFlag.AlignCenter, said
            )
        else:
            painter.setFont(self._today if date.day() == 1 else self._number)
            painter.setPen(look.colour("muted" if past else "ink"))
            painter.drawText(QRectF(x, box.y() + 3, wide, 20), _LEFT, said)
        left, right = x + wide, box.right() - 8
        for mark in day.marks[:1]:
            off = mark.kind != "workday"
            tone = "bad" if off else "muted"
            name = words.mark(mark)
            shown = self._fit(name, self._small, right - left - 16)
            painter.setFont(self._small)
            painter.setPen(look.colour(tone))
            painter.drawText(QRectF(left, box.y() + 3, right - left, 20), _RIGHT, shown)
            at = QPoint(int(right - self._width(shown, self._small) - 15), int(box.y() + 7))
            if right - left > 30:
                sign = "sun" if off else "clock"
                icons.paint(painter, sign, look.colour(tone), at=at, side=12)

    # an entry as one line

    def line(self, painter: QPainter, box: QRectF, entry: Entry, *, current: bool = False) -> None:
        """Paint an entry in one line: campaign, state, time, words, accounts."""
        tone = words.tone(entry.state)
        loud = entry.state in words.LOUD
        over = entry.state == "sent"
        painter.setPen(_NO_PEN)
        painter.setBrush(look.colour(f"{tone}_soft" if loud else "hover"))
        if not over:  # what is out lies flat on its day
            painter.drawRoundedRect(box, 4, 4)
        self.bar(painter, QRectF(box.x(), box.y(), 4, box.height()), entry)
        x, right = box.x() + 8, box.right() - 3
        middle = int(box.center().y())
        icons.paint(
            painter, words.icon(entry.state), look.colour(tone), at=QPoint(int(x), middle - 6),
            side=13,
        )  # fmt: skip
        x += 16
        room = right - x
        marks = 1 if room < 150 else 2 if room < 220 else 3
        right = self.marks(painter, entry, right=right, middle=middle, most=marks)
        painter.setFont(self._time)
        said, wide = self._time_of(entry.minute)
        painter.setPen(look.colour("muted" if not loud else tone))
        painter.drawText(self._base(x, box, self._time), said)
        x += wide + 5
        if entry.clock and right - x > 60:
            icons.paint(
                painter, "globe", look.colour("muted"), at=QPoint(int(x), middle - 5), side=11
            )
            x += 14
        text = f"{words.state(entry.state)} · {entry.words}" if loud else entry.words
        painter.setFont(self._title)
        painter.setPen(look.colour("muted" if over else "ink"))
        shown = self._fit(text, self._title, right - x - 2)
        painter.drawText(self._base(x, box, self._title), shown)
        if current:
            self.ring(painter, box)

    def _base(self, x: float, box: QRectF, font: QFont) -> QPointF:
        """Return where a line of text begins: at a point it is drawn for less than in a box."""
        metrics = self._metrics[id(font)]
        return QPointF(x, box.center().y() + (metrics.ascent() - metrics.descent()) / 2)

    def ring(self, painter: QPainter, box: QRectF, radius: float = 4) -> None:
        """Paint what says that the keys are here."""
        painter.setBrush(_NO_BRUSH)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawRoundedRect(box.adjusted(0, 0, 0, 0), radius, radius)

    def bar(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        """Paint the campaign's colour in its pattern; without a campaign a hairline."""
        campaign = self.known.campaigns.get(entry.campaign)
        painter.setPen(_NO_PEN)
        if campaign is None:
            painter.setBrush(look.colour("edge"))
            painter.drawRoundedRect(QRectF(box.x(), box.y(), 3, box.height()), 1.5, 1.5)
            return
        swatch(painter, box, campaign.color, campaign.pattern)

    def marks(
        self, painter: QPainter, entry: Entry, *, right: float, middle: int, most: int
    ) -> float:
        """Paint the marks of the accounts so that they end at `right`; returns where they begin."""
        found = [self.known.accounts[a] for a in entry.accounts if a in self.known.accounts]
        if not found:
            return right
        rest = len(found) - most
        if rest > 0:
            painter.setFont(self._small)
            painter.setPen(look.colour("muted"))
            said = f"+{rest}"
            wide = self._width(said, self._small)
            painter.drawText(QRectF(right - wide, middle - 9, wide + 1, 18), _LEFT, said)
            right -= wide + 3
        for account in reversed(found[:most]):
            self._disc(painter, QPointF(right - 15, middle - 7.5), account)
            right -= 17
        return right - 2

    def _disc(self, painter: QPainter, at: QPointF, account: AccountView) -> None:
        device = painter.device()
        dpr = device.devicePixelRatioF() if device is not None else 1.0
        found = self._discs.get((account.id, dpr))
        if found is None:
            found = QPixmap(round(16 * dpr), round(16 * dpr))
            found.setDevicePixelRatio(dpr)
            found.fill(Qt.GlobalColor.transparent)
            mine = QPainter(found)
            account_disc(mine, QRectF(0, 0, 15, 15), account)
            mine.end()
            self._discs[account.id, dpr] = found
        painter.drawPixmap(at, found)

    # an entry as a block at an hour

    def block(self, painter: QPainter, box: QRectF, entry: Entry, *, current: bool = False) -> None:
        """Paint an entry as a block: two lines where there is room."""
        if box.height() < 34:
            self.line(painter, box, entry, current=current)
            return
        tone = words.tone(entry.state)
        loud = entry.state in words.LOUD
        painter.setPen(QPen(look.colour("surface"), 1))
        painter.setBrush(look.colour(f"{tone}_soft" if loud else "hover"))
        painter.drawRoundedRect(box, 5, 5)
        self.bar(painter, QRectF(box.x(), box.y(), 5, box.height()), entry)
        x, right = box.x() + 10, box.right() - 4
        top = box.y() + 11
        icons.paint(
            painter, words.icon(entry.state), look.colour(tone), at=QPoint(int(x), int(top) - 7),
            side=14,
        )  # fmt: skip
        edge = self.marks(painter, entry, right=right, middle=int(top), most=2)
        said, room = words.short_time(entry.minute), edge - x - 18
        rest = words.own_clock(entry) or words.state(entry.state)
        if self._width(f"{said} · {rest}", self._time) <= room:
            said = f"{said} · {rest}"
        elif entry.clock:
            at = QPoint(int(x + 22 + self._width(said, self._time)), int(top) - 6)
            icons.paint(painter, "globe", look.colour("muted"), at=at, side=11)
        painter.setFont(self._time)
        painter.setPen(look.colour(tone if loud else "muted"))
        shown = self._fit(said, self._time, edge - x - 18)
        painter.drawText(QRectF(x + 18, box.y() + 2, edge - x - 18, 18), _LEFT, shown)
        painter.setFont(self._title)
        painter.setPen(look.colour("ink"))
        shown = self._fit(entry.words, self._title, right - x)
        painter.drawText(QRectF(x, box.y() + 20, right - x, 16), _LEFT, shown)
        if current:
            self.ring(painter, box, 5)

    # an entry as a card of the board

    def card(
        self,
        painter: QPainter,
        box: QRectF,
        entry: Entry,
        *,
        chosen: bool = False,
        current: bool = False,
    ) -> None:
        """Paint an entry as a card: what it is, two lines of it, who posts it."""
        tone = words.tone(entry.state)
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self.bar(painter, QRectF(box.x() + 5, box.y() + 8, 4, box.height() - 16), entry)
        x, right = box.x() + 16, box.right() - 10
        top = int(box.y() + 17)
        edge = self.marks(painter, entry, right=right, middle=top, most=3)
        icons.paint(
            painter, words.icon(entry.state), look.colour(tone), at=QPoint(int(x), top - 7), side=14
        )
        said = words.state(entry.state)
        if entry.day != EPOCH:
            said = f"{words.short_day(entry.day)}, {words.short_time(entry.minute)} · {said}"
        if entry.pillar:
            said += f" · {entry.pillar}"
        painter.setFont(self._small)
        painter.setPen(look.colour(tone))
        shown = self._fit(said, self._small, edge - x - 22)
        painter.drawText(QRectF(x + 20, box.y() + 8, edge - x - 20, 18), _LEFT, shown)
        text = " ".join(entry.text[:200].split())
        first, second = (entry.title, text) if entry.title else (text, "")
        if not second:
            first, second = self._two(first, right - x)
        painter.setFont(self._strong if entry.title else self._body)
        painter.setPen(look.colour("ink"))
        font = self._strong if entry.title else self._body
        painter.drawText(
            QRectF(x, box.y() + 27, right - x, 19), _LEFT, self._fit(first, font, right - x)
        )
        painter.setFont(self._body)
        painter.setPen(look.colour("muted" if entry.title else "ink"))
        painter.drawText(
            QRectF(x, box.y() + 45, right - x, 18), _LEFT, self._fit(second, self._body, right - x)
        )
        if current:
            self.ring(painter, box.adjusted(1, 1, -1, -1), 8)

    def _two(self, text: str, room: float) -> tuple[str, str]:
        """Break a text into a line that fits and the rest."""
        if self._width(text, self._body) <= room:
            return text, ""
        cut = len(self._fit(text, self._body, room)) - 1
        space = text.rfind(" ", cut // 2, cut + 1)
        at = space if space > 0 and text[cut - 1 : cut + 1].isascii() else cut
        return text[:at].rstrip(), text[at:].lstrip()

    # an entry as a row of the list

    def row(self, painter: QPainter, box: QRectF, entry: Entry, *, current: bool = False) -> None:
        """Paint an entry as a row of two lines."""
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        box = box.adjusted(20, 0, -4, 0)
        tone = words.tone(entry.state)
        middle = int(box.center().y())
        self.bar(painter, QRectF(box.x(), box.y() + 8, 5, box.height() - 16), entry)
        x, right = box.x() + 18, box.right() - 16
        painter.setFont(self._strong)
        painter.setPen(look.colour("ink"))
        painter.drawText(QRectF(x, box.y() + 7, 84, 20), _LEFT, words.time(entry.minute))
        if entry.clock:
            painter.setFont(self._small)
            painter.setPen(look.colour("muted"))
            shown = self._fit(words.own_clock(entry), self._small, 84)
            painter.drawText(QRectF(x, box.y() + 27, 88, 18), _LEFT, shown)
        x += 96
        word = words.state(entry.state)
        wide = self._width(word, self._small) + 32
        pill = QRectF(right - wide, middle - 11, wide, 22)
        painter.setPen(_NO_PEN)
        painter.setBrush(
            look.colour({"accent": "soft", "muted": "hover"}.get(tone, f"{tone}_soft"))
        )
        painter.drawRoundedRect(pill, 11, 11)
        icons.paint(
            painter, words.icon(entry.state), look.colour(tone),
            at=QPoint(int(pill.x()) + 8, middle - 7), side=14,
        )  # fmt: skip
        painter.setFont(self._small)
        painter.setPen(look.colour(tone))
        painter.drawText(pill.adjusted(25, 0, -4, 0), _LEFT, word)
        edge = self.marks(painter, entry, right=pill.x() - 14, middle=middle, most=4)
        painter.setFont(self._strong if entry.title else self._body)
        painter.setPen(look.colour("ink"))
        font = self._strong if entry.title else self._body
        said = " ".join(entry.text[:300].split())
        first = entry.title or said
        shown = self._fit(first, font, edge - x - 12)
        painter.drawText(QRectF(x, box.y() + 7, edge - x, 20), _LEFT, shown)
        campaign = self.known.campaigns.get(entry.campaign)
        under = " · ".join(p for p in (campaign.name if campaign else "", entry.pillar) if p)
        if entry.title:
            under = f"{said}   {under}" if under else said
        painter.setFont(self._small)
        painter.setPen(look.colour("muted"))
        shown = self._fit(under, self._small, edge - x - 12)
        painter.drawText(QRectF(x, box.y() + 27, edge - x, 18), _LEFT, shown)
        if current:
            self.ring(painter, box.adjusted(-14, 3, -2, -3), 6)


def lines(height: float) -> int:
    """Return how many entries a day of the month has room for."""
    return max(1, int((height - HEAD - 2) // LINE))


def swatch(painter: QPainter, box: QRectF, color: str, pattern: str) -> None:
    """Paint a colour in a pattern."""
    colour = words.colour(color)
    style = words.PATTERNS.get(pattern, Qt.BrushStyle.SolidPattern)
    painter.setPen(_NO_PEN)
    if style != Qt.BrushStyle.SolidPattern:
        soft = QColor(colour)
        soft.setAlphaF(0.28)
        painter.setBrush(soft)
        painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(QBrush(colour, style))
    painter.drawRoundedRect(box, 2, 2)


def account_disc(painter: QPainter, disc: QRectF, account: AccountView) -> None:
    """Paint the mark of an account: its platform's sign in the account's own colour."""
    ground, ink = look.avatar_colours(account.id)
    painter.setRenderHint(_SMOOTH)
    painter.setPen(_NO_PEN)
    painter.setBrush(ground)
    painter.drawEllipse(disc)
    side = disc.width() * 0.74
    at = QPoint(round(disc.center().x() - side / 2), round(disc.center().y() - side / 2))
    try:
        icons.paint(painter, account.platform, ink, at=at, side=side)
    except OSError:  # a platform without a sign of its own
        icons.paint(painter, "globe", ink, at=at, side=side)
