"""The help: its pages on the left, one of them on the right, and a field to find words in all.

The pages are our own Markdown from `resources/help`, in the language of the window. Nothing is
loaded from anywhere: no pictures, no HTML; a link leads to another page, or to the browser.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeySequence,
    QPainter,
    QPalette,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import look
from cmapp.ui.widgets.button import IconButton, paint_ring
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.keys_back import Dialog
from cmapp.ui.widgets.label import Label

translate = QCoreApplication.translate

ORDER = (
    "start", "inbox", "writing", "media", "checks", "calendar", "answers", "outbox", "flight",
    "accounts", "hours", "people", "insights", "metrics", "reports", "review", "search", "keys",
    "moderation", "tasks", "backups",
    "network", "goals", "experiments", "open-data",
    "imports",
    "settings", "problems", "privacy", "command-line",
)  # fmt: skip
"""The topics as they are read; the pages of platforms stand below them, by name."""
OF_PANE = {
    "inbox": "inbox",
    "write": "writing",
    "calendar": "calendar",
    "answers": "answers",
    "outbox": "outbox",
    "accounts": "accounts",
    "landing": "flight",
    "search": "search",
    "people": "people",
    "review": "review",
    "insights": "insights",
}
"""Which page tells of a pane."""
_PAGE = re.compile(r"([a-z][a-z0-9-]*)\.md")
_NAME = Qt.ItemDataRole.UserRole
_EXACTLY = Qt.MatchFlag.MatchExactly


def language() -> str:
    """Return the folder of the pages in the language that the window speaks."""
    wish = translate("Help", "en", "the folder with the help pages of this language")
    return wish if (look.resources() / "help" / wish / "start.md").is_file() else "en"


@lru_cache(maxsize=128)
def read(folder: str, name: str) -> str:
    """Return the Markdown of a page, in English where this language has none."""
    home: Path = look.resources() / "help"
    path = home / folder / f"{name}.md"
    return (path if path.is_file() else home / "en" / f"{name}.md").read_text(encoding="utf-8")


def pages() -> list[str]:
    """Return the names of all pages, the topics first."""
    there = {path.stem for path in (look.resources() / "help" / "en").glob("*.md")}
    return [name for name in ORDER if name in there] + sorted(there - set(ORDER))


class Page(QTextBrowser):
    """Shows one page in the look of the window. Follows nothing by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setIndentWidth(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.marks: list[QTextEdit.ExtraSelection] = []

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing: only a picture, though an empty one, keeps Qt from looking on the disk."""
        return QImage()

    def tell(self, markdown: str) -> None:
        """Show a page."""
        document = self.document()
        document.setDefaultFont(look.font(13.5))
        # all of GitHub's dialect but HTML
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        edges = document.rootFrame().frameFormat()
        edges.setLeftMargin(34)
        edges.setTopMargin(24)
        edges.setRightMargin(30)
        edges.setBottomMargin(28)
        document.rootFrame().setFrameFormat(edges)
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _dress(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        listed = block.textList() is not None
        spacing.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setTopMargin({0: 3.0 if listed else 4.0, 1: 0.0}.get(level, 18.0))
        spacing.setBottomMargin({0: 3.0 if listed else 8.0, 1: 10.0}.get(level, 4.0))
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(spacing)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            heading = QTextCharFormat()
            heading.setFont(look.font(20 if level == 1 else 15, 600))
            cursor.mergeCharFormat(heading)
            return
        for part in self._parts(block):
            made = part.charFormat()
            dress = QTextCharFormat()
            if made.fontFixedPitch():
                code = QFont(look.font(12.5))
                code.setFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", *code.families()])
                dress.setFont(code)
                dress.setBackground(look.colour("bg"))
            elif made.isAnchor():
                dress.setForeground(look.colour("accent"))
                dress.setFontUnderline(False)
            elif made.fontWeight() > QFont.Weight.Normal:
                dress.setFontWeight(QFont.Weight.DemiBold)
            else:
                continue
            part.mergeCharFormat(dress)

    def _parts(self, block: QTextBlock) -> list[QTextCursor]:
        """Return a cursor on each stretch of one format."""
        found = []
        for piece in block.textFormats():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + piece.start)
            cursor.setPosition(
                block.position() + piece.start + piece.length, QTextCursor.MoveMode.KeepAnchor
            )
            found.append(cursor)
        return found

    def mark(self, words: list[str]) -> None:
        """Mark where the words stand."""
        self.marks = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                spot = QTextEdit.ExtraSelection()
                spot.cursor = cursor
                spot.format.setBackground(_marker())
                self.marks.append(spot)
                cursor = self.document().find(word, cursor)
        self.marks.sort(key=lambda m: m.cursor.position())
        self.setExtraSelections(self.marks)

    def go_to_mark(self, number: int) -> None:
        """Bring one of the marks into sight."""
        cursor = QTextCursor(self.marks[number].cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _marker() -> QColor:
    return look.colour("soft")


class _Rows(QStyledItemDelegate):
    """Paints the list of pages; a row without a name is the title of those below it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(QRectF(rect), look.RADIUS, look.RADIUS)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if chosen and focused:
            paint_ring(painter, QRectF(rect))
        page = bool(index.data(_NAME))
        painter.setFont(look.font(13, 600 if chosen else 400) if page else look.font(11, 600))
        painter.setPen(look.colour("accent" if chosen else "ink" if page else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter if page else Qt.AlignmentFlag.AlignBottom
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, rect.width() - 20
        )
        painter.drawText(rect.adjusted(10, 0, -10, 0 if page else -4), flags, words)
        painter.restore()


class Help(Dialog):
    """The help in a window of its own, so that one can read it and work."""

    opened = Signal(str)
    """Somebody pressed a link that leads to the web."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(900, 660)
        self.setMinimumSize(560, 360)
        self._folder = language()
        self._platforms = self.tr("Platforms")
        self._way: list[str] = []
        self._at = -1
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._side())
        self.page = Page(self)
        self.page.setAccessibleName(self.tr("Help page"))
        self.page.anchorClicked.connect(self._pressed)
        line.addWidget(self.page, 1)
        QShortcut(QKeySequence("Alt+Left"), self, self.back)
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_field)
        QShortcut(QKeySequence("/"), self.page, self._to_field)

    def _side(self) -> QWidget:
        side = Ground(self, role=QPalette.ColorRole.Window, rules="r")
        side.setFixedWidth(246)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 16, 14, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Help"), side, size="page"), 1)
        self._back = IconButton("left", self.tr("Back (Alt ←)"), side)
        self._back.clicked.connect(self.back)
        self._back.setEnabled(False)
        head.addWidget(self._back)
        column.addLayout(head)
        self.field = QLineEdit(side)
        self.field.setPlaceholderText(self.tr("Find in the help"))
        self.field.setAccessibleName(self.tr("Find in the help"))
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._next_mark)
        column.addWidget(self.field)
        self.list = QListWidget(side)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        for name in pages():
            if name not in ORDER and not self.list.findItems(self._platforms, _EXACTLY):
                over = QListWidgetItem(self._platforms, self.list)
                over.setFlags(Qt.ItemFlag.NoItemFlags)
                over.setSizeHint(QSize(200, 34))
            title = read(self._folder, name).partition("\n")[0].removeprefix("# ")
            entry = QListWidgetItem(title, self.list)
            entry.setData(_NAME, name)
            entry.setSizeHint(QSize(200, 30))
        self.list.currentItemChanged.connect(self._chosen)
        column.addWidget(self.list, 1)
        self.nothing = Label(self.tr("No page has these words."), side, tone="muted", wrap=True)
        self.nothing.hide()
        column.addWidget(self.nothing)
        return side

    # which page

    def name(self) -> str:
        """Return the name of the page that is shown."""
        return self._way[-1] if self._way else ""

    def show_page(self, name: str) -> None:
        """Show a page; one that does not exist is left alone."""
        if name not in pages() or name == self.name():
            return
        self._way = [*self._way[-49:], name]
        self._show()

    def back(self) -> None:
        """Show the page before."""
        if len(self._way) > 1:
            self._way.pop()
            self._show()

    def _show(self) -> None:
        name = self.name()
        self.page.tell(read(self._folder, name))
        self._back.setEnabled(len(self._way) > 1)
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._mark()

    def _chosen(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.show_page(str(entry.data(_NAME)))

    def _pressed(self, url: QUrl) -> None:
        if found := _PAGE.fullmatch(url.toString()):
            self.show_page(found[1])
        elif url.scheme() == "https" and url.host():
            self.opened.emit(url.toString())

    # finding words

    def _words(self) -> list[str]:
        return self.field.text().casefold().split()

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _find(self) -> None:
        """Leave the pages that have all the words, and show the first of them."""
        words = self._words()
        fitting: list[str] = []
        for row in range(self.list.count()):
            entry = self.list.item(row)
            name = str(entry.data(_NAME) or "")
            if not name:
                entry.setHidden(bool(words))
                continue
            plain = read(self._folder, name).casefold()
            fits = all(word in plain for word in words)
            entry.setHidden(not fits)
            if fits:
                fitting.append(name)
        self.nothing.setVisible(not fitting)
        if fitting and self.name() not in fitting:
            self.show_page(fitting[0])
        else:
            self._mark()

    def _mark(self) -> None:
        self.page.mark(self._words())
        self._at = -1
        if self.page.marks:
            self._next_mark()

    def _next_mark(self) -> None:
        """Go to the next place; after the last one to the next page that has the words."""
        if self._at + 1 < len(self.page.marks):
            self._at += 1
            self.page.go_to_mark(self._at)
            return
        shown = [e for r in range(self.list.count()) if not (e := self.list.item(r)).isHidden()]
        names = [str(entry.data(_NAME)) for entry in shown if entry.data(_NAME)]
        if self._words() and self.name() in names:
            after = names[(names.index(self.name()) + 1) % len(names)]
            if after == self.name():
                self._mark()
            else:
                self.show_page(after)

    def changeEvent(self, event: QEvent) -> None:
        """Dress the page anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.name():
            self._show()
