"""One conversation: what was said, our reply in its place, and where to write the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui import people_words, text
from cmapp.ui.views import AccountView, InboxRow, Situation, Thread, Written
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.composer import Composer
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.suggestions import Suggestions
from cmapp.ui.widgets.thread_view import ThreadView


class Conversation(QWidget):
    """Shows a `Thread`; says what the person wants, does nothing by itself."""

    done = Signal()
    snoozed = Signal()
    opened = Signal(str)
    link_asked = Signal(str, str)
    """A link of a post is to be opened: address, and the words that it was shown as."""
    asked = Signal(str, object)
    connect_asked = Signal()
    shown = Signal(object)
    """Another conversation is shown, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thread_: Thread | None = None
        self._stack = QStackedWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._empty = Empty(
            "inbox",
            self.tr("No conversation open"),
            self.tr("What you choose in the list opens here."),
            parent=self,
        )
        self._stack.addWidget(self._empty)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(page))
        self.view = ThreadView(page)
        self.view.asked.connect(self._asked_of_post)
        column.addWidget(self.view, 1)
        foot = Ground(page, role=QPalette.ColorRole.Window)
        under = QVBoxLayout(foot)
        under.setContentsMargins(20, 4, 20, 18)
        self.closed = Label("", foot, tone="muted", wrap=True)
        self.closed.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.closed.hide()
        self.composer = Composer(foot)
        self.composer.editor.setPlaceholderText(self.tr("Write a reply"))
        under.setSpacing(6)
        self.suggestions = Suggestions(foot)
        under.addWidget(self.closed)
        under.addWidget(self.suggestions)
        under.addWidget(self.composer)
        column.addWidget(foot)
        self._stack.addWidget(page)

    def _head(self, page: QWidget) -> QWidget:
        head = Ground(page, rules="b")
        head.setFixedHeight(52)
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 0, 16, 0)
        line.setSpacing(10)
        self._title = Elided("", head, size="title")
        self._odd = Pill("", head, tone="warn")
        self._odd.hide()
        self._wait = Pill("", head, tone="muted")
        self._web = IconButton("open", self.tr("Open on the platform (o)"), head)
        self._web.clicked.connect(self.open_on_platform)
        self._later = Button(self.tr("Snooze"), head, icon="snooze", key="b")
        self._later.setToolTip(self.tr("Put it off; it comes back by itself"))
        self._later.clicked.connect(lambda: self.snoozed.emit())
        self._done = self.done_button = Button(self.tr("Done"), head, icon="check", key="e")
        self._done.setToolTip(self.tr("Take it out of the inbox; u takes this back"))
        self._done.clicked.connect(lambda: self.done.emit())
        line.addWidget(self._title, 1)
        line.addWidget(self._odd)
        line.addWidget(self._wait)
        line.addWidget(self._web)
        line.addWidget(self._later)
        line.addWidget(self._done)
        return head

    def who(self) -> str:
        """Return the name of the person at the other end."""
        them = next((p for p in self.thread_.posts if p.focus), None) if self.thread_ else None
        return (them.name or them.handle) if them else ""

    def page(self, step: int) -> None:
        """Read on, or back, by most of what is in sight."""
        bar = self.view.verticalScrollBar()
        self.view.scroll_by(step * max(40, bar.pageStep() - 60))

    def _asked_of_post(self, verb: str, what: object) -> None:
        if verb == "link" and isinstance(what, tuple):
            self.link_asked.emit(*what)
        else:
            self.asked.emit(verb, what)

    def open_on_platform(self) -> None:
        """Ask for the post's own page."""
        if self.thread_ is None:
            return
        url = next((p.url for p in self.thread_.posts if p.focus and p.url), "")
        if url:
            self.opened.emit(url)

    def show_thread(self, thread: Thread | None, *, newest: bool = False) -> None:
        """Show a conversation, or none; `newest` brings the end into sight."""
        before, self.thread_ = self.thread_, thread
        if (before.item if before else None) != (thread.item if thread else None):
            self.shown.emit(thread)
        self._stack.setCurrentIndex(0 if thread is None else 1)
        if thread is None:
            self.view.show_thread(None)
            return
        them = next((p for p in thread.posts if p.focus), None)
        who = (them.name or them.handle) if them else thread.as_name
        if thread.title:
            title = self.tr("{name} · {what} on “{title}”").format(
                name=text.isolated(who),
                what=text.kind(thread.kind),
                title=text.isolated(thread.title[:80]),
            )
        else:
            title = who
        self._title.set_full(title)
        odd = people_words.odd(them.name, them.handle) if them and not them.mine else ""
        self._odd.setVisible(bool(odd))
        self._odd.setText(self.tr("Odd letters") if odd else "")
        self._odd.setToolTip(tip(odd))
        self._odd.setAccessibleDescription(odd)
        self._web.setEnabled(any(p.focus and p.url for p in thread.posts))
        self._done.setText(self.tr("Done") if thread.state != "done" else self.tr("Open again"))
        self._done.icon_name = "check" if thread.state != "done" else "undo"
        self._done.setEnabled(thread.state != "")
        self._later.setEnabled(thread.state != "")
        self._done.updateGeometry()
        self.view.show_thread(thread, newest=newest)
        self.closed.setVisible(not thread.can_reply)
        self.composer.setVisible(thread.can_reply)
        if not thread.can_reply:
            self.closed.setText(text.reason_long(thread.why_not or "not_allowed"))

    def show_waiting(self, row: InboxRow | None) -> None:
        """Say how long they wait, where that is late or soon will be."""
        words, tone = text.wait(row.created_at, row.due_at) if row else ("", "muted")
        self._wait.setVisible(bool(words) and tone != "muted")
        self._wait.setText(words)
        self._wait.set_tone(tone)
        self._wait.setToolTip(tip(text.exact(row.created_at) if row else ""))

    def show_accounts(self, accounts: list[AccountView], chosen: str) -> None:
        """Offer the accounts of this platform that may reply."""
        own = next((a for a in accounts if a.id == chosen), None)
        same = [own] if own else []
        self.composer.show_accounts(same, chosen)

    def show_situation(self, here: Situation) -> None:
        """Name the button after what will happen now."""
        if here.leaving:
            self.composer.set_button(
                self.tr("Send reply"),
                self.tr("Leaves after a moment; until then you can take it back"),
            )
        else:
            self.composer.set_button(
                self.tr("Queue reply"),
                self.tr("Goes out when you are back online, after the thread is read again"),
            )

    def written(self) -> Written:
        """Return what stands in the composer."""
        return self.composer.written()
