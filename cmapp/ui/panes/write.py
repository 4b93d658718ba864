"""Write a post of its own, for one account or many; what was begun stands under it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting
from cmapp.ui.thumbs import Thumbs
from cmapp.ui.views import AccountView, DraftView, OutboxItem, Situation, Written
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.page import Page
from cmapp.ui.widgets.tab_order import TabOrder
from cmapp.ui.writing.brief_panel import BriefPanel
from cmapp.ui.writing.checking import Checking
from cmapp.ui.writing.completing import Completing
from cmapp.ui.writing.draft_lines import DraftLines
from cmapp.ui.writing.planning import Planning
from cmapp.ui.writing.post_composer import PostComposer
from cmapp.ui.writing.previews import Previews
from cmapp.ui.writing.sending import Sending
from cmapp.ui.writing.teaching import Teaching

MEASURE = 1480
BESIDE = 1020
"""Width of the page from which on the preview stands beside the editor."""


class WritePane(Page):
    """The composer, its preview beside or under it, and the drafts."""

    tell = Signal(str, object)
    draft_asked = Signal(object, object)
    review_asked = Signal()

    def __init__(
        self, desk: Desk, bridge: Bridge, drafting: Drafting, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Write"))
        self._desk, self._bridge, self._drafting = desk, bridge, drafting
        self._here = Situation()
        self._draft = drafting.fresh()
        drafting.forked = self._forked
        middle = self.title.parentWidget()
        assert middle is not None
        middle.setMaximumWidth(MEASURE)
        self.composer = PostComposer(self.inside)
        self.composer.editor.setPlaceholderText(self.tr("What would you like to say?"))
        self.composer.editor.setAccessibleName(self.tr("Your post"))
        self.composer.run = lambda work, then: bridge.run(work, then, call=True)
        self._thumbs = Thumbs(bridge, getattr(desk, "media_folder", None))
        self.composer.pictures.thumbs = self._thumbs
        self._teaching = Teaching(self.composer.pictures, desk, bridge)
        self._teaching.asking.tell.connect(self.tell)
        self.composer.typed.connect(lambda written: self._drafting.note(self._draft, written))
        self.composer.paused.connect(self._keep)
        self.composer.told.connect(lambda words: self.tell.emit(words, None))
        self.composer.escaped.connect(lambda: self.setFocus())
        self.sending = Sending(desk, bridge, drafting, self)
        self.composer.sent.connect(self.sending.send)
        self.planning = Planning(desk, bridge, self)
        self.composer.foot.insertWidget(2, self.planning.button)
        self.composer.put_above_foot(self.planning.line)
        self.checking = Checking(desk, bridge, self)
        self.brief = BriefPanel(self.inside)
        self.brief.changed.connect(self.composer.set_known)
        self.brief.unfolded.connect(self._ask_known)
        self.completing = Completing(desk, bridge, self.composer)
        self.composer.emoji_asked.connect(self.completing.ask_emoji)
        self.composer.library_asked.connect(self._ask_library)
        self.previews = Previews(self.composer, self._thumbs, self.inside)
        self.toggle = Button(self.tr("Preview"), self.inside, small=True)
        self.toggle.setCheckable(True)
        hear(self.toggle)
        self.toggle.clicked.connect(lambda _: self._lay())
        self.history = Button(self.tr("Versions"), self.inside, small=True, icon="history")
        self.history.clicked.connect(self.open_history)
        self.steps.addWidget(self.history)
        self.steps.addWidget(self.toggle)
        self.drafts = DraftLines(self.inside)
        self.drafts.asked.connect(self._do)
        self.drafts.review_asked.connect(self.review_asked)
        top = QWidget(self.inside)
        self._top = QHBoxLayout(top)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.composer)
        self.under_editor = QVBoxLayout()
        """The checks, the brief: what goes with what is being written."""
        self.under_editor.setSpacing(10)
        left.addLayout(self.under_editor)
        self.under_editor.addWidget(self.checking.list)
        self.under_editor.addWidget(self.brief)
        left.addStretch(1)
        self._top.addLayout(left, 58)
        self._top.addWidget(self.previews, 42, Qt.AlignmentFlag.AlignTop)
        self._below = QVBoxLayout()
        self.column.addWidget(top)
        self.column.addLayout(self._below)
        self.column.addWidget(self.drafts)
        TabOrder(self.inside)
        self._beside: bool | None = None
        self.show_situation(self._here)
        self.arrived()
        self._lay()

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview beside the editor where there is room."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        beside = self.viewport().width() >= BESIDE
        if beside != self._beside:
            self._beside = beside
            mark(self.toggle, False)
            if beside:
                self._top.addWidget(self.previews, 42, Qt.AlignmentFlag.AlignTop)
            else:
                self._below.addWidget(self.previews)
        self.toggle.setVisible(not beside)
        self.previews.setVisible(beside or self.toggle.isChecked())

    def parts(self) -> list[QWidget]:
        """Return the parts that F6 walks through."""
        return [self.composer.editor, self.drafts]

    # what is shown

    def arrived(self) -> None:
        """Be fresh when shown."""
        accounts = self._accounts()
        able = [a for a in accounts if not a.can.get("publish", "")]
        self.composer.show_accounts(accounts)
        self.say_under(
            self.tr("Kept at every pause, on this machine, until you send it.")
            if able
            else self.tr("Connect an account first; what you write is kept until then.")
        )
        self._fill()

    def _accounts(self) -> list[AccountView]:
        return self._desk.accounts()

    def begin(self) -> None:
        """Give the keys to the composer."""
        self.composer.editor.setFocus()

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if "accounts" in topics:
            self.composer.show_accounts(self._accounts())
        if topics & {"drafts", "accounts"}:
            self._fill()
        if topics & {"drafts", "checks", "media"}:
            self.checking.later()
        if (
            self.planning.plan is not None
            and self.planning.plan.at
            and topics & {"drafts", "outbox"}
        ):
            self.show_plan()

    def show_situation(self, here: Situation) -> None:
        """Name the button after what will happen."""
        self._here = here
        self.name_button()

    def name_button(self) -> None:
        """Name the main button after what it does now."""
        plan, here = self.planning.plan, self._here
        if plan is not None and plan.queued:
            words = self.tr("Update")
            self.composer.set_button(words, self.tr("Goes out as planned, in these words"))
        elif plan is not None:
            self.composer.set_button(self.tr("Plan"), self.tr("Goes out at the planned time"))
        elif here.leaving:
            self.composer.set_button(self.tr("Publish"), self.tr("Leaves after a moment"))
        else:
            self.composer.set_button(self.tr("Queue post"), self.tr("Goes out when you are back"))

    @property
    def here(self) -> Situation:
        """Return where we stand."""
        return self._here

    @property
    def draft(self) -> int:
        """Return the draft that is in the composer."""
        return self._draft

    def _fill(self) -> None:
        every = [*self._desk.drafts(), *self._desk.planned()]
        soon = text.now() + 8 * text.DAY  # what is planned for later stands in the calendar
        drafts = [
            d
            for d in every
            if not d.written.empty and int(d.id) != self._draft and (d.planned_at or 0) < soon
        ]
        drafts.sort(key=lambda d: d.planned_at or 0)  # what is planned comes last, by its time
        self.drafts.show_drafts(drafts, {a.id: a for a in self._accounts()})

    # drafts

    def _do(self, verb: str, draft: DraftView) -> None:
        if verb == "open" and draft.item is not None:
            self.draft_asked.emit(draft.item, int(draft.id))
        elif verb == "open":
            self.composer.keep()
            self._open(draft)
        elif verb == "copy":
            number = self._drafting.fresh()
            self._drafting.keep(number, draft.written)
            self.tell.emit(self.tr("A copy stands among what is begun."), None)
        else:
            self._drafting.over(int(draft.id), draft.item)
            self.sending.command(
                "drafts.delete", lambda answer: self._deleted(draft, answer), id=draft.id
            )

    def show_plan(self) -> None:
        """Show the plan of the draft that is open as it stands now."""
        self.planning.show_plan(self._desk.draft(self._draft))

    def open_brief(self) -> None:
        """Show what is known of the piece, and give it the keys."""
        self.brief.unfold()

    def open_history(self) -> None:
        """Show the earlier versions of the draft."""
        from cmapp.ui.dialogs.history import HistorySheet

        self.composer.keep()
        sheet = HistorySheet(self._desk, self._bridge, self._draft, self.window())
        sheet.restored.connect(self._restore)
        sheet.open()

    def _restore(self, number: object) -> None:
        self.sending.command(
            "drafts.restore", self._restored, id=str(self._draft), n=int(str(number))
        )

    def _restored(self, answer: dict[str, Any]) -> None:
        found = self._desk.draft(self._draft)
        if found is not None:
            self._drafting.over(self._draft)
            self._open(found)
        undo = answer.get("undo") or {}
        self.tell.emit(
            self.tr("Brought back. The text before it stands among the versions."),
            lambda: self.sending.command(undo["command"], self._restored, **undo["args"]),
        )

    def _ask_library(self) -> None:
        from cmapp.ui.dialogs.media_library import MediaLibrary

        library = MediaLibrary(self._desk, self._bridge, self.window(), picking=True)
        library.picked.connect(
            lambda found: self.composer.attach([(str(f["path"]), str(f["alt"])) for f in found])
        )
        library.open()

    def _ask_known(self) -> None:
        """Read what a brief can choose from: pillars and campaigns."""

        def read() -> tuple[list[str], dict[str, str]]:
            pillars = self._desk.look("pillars.list").get("pillars") or ()
            campaigns = self._desk.look("campaigns.list").get("campaigns") or ()
            return [str(p["name"]) for p in pillars], {
                str(c["id"]): str(c["name"]) for c in campaigns
            }

        self._bridge.run(read, lambda found: self.brief.offer(*found), lambda _error: None)

    def open_draft(self, number: int) -> bool:
        """Go on with a draft, e.g. one of the calendar; False where it is not there any more."""
        found = self._desk.draft(number)
        if found is None:
            return False
        self._do("open", found)
        return True

    def new_at(self, wall: str, zone: str = "") -> None:
        """Begin a post for a time that was chosen in the calendar."""
        self.composer.keep()
        if not self.composer.piece.empty:
            self._draft = self._drafting.fresh()
            self._put(Written("", ""))
            self.checking.clear()
            self.drafts.forget()
            self._fill()
        self.planning.wish(wall, zone)
        self.begin()

    def _open(self, draft: DraftView) -> None:
        self._draft = int(draft.id)
        self._drafting.take(self._draft, None, draft.saved_at, draft.base)
        self._put(draft.written)
        self.planning.show_plan(draft)
        self.checking.later()
        self.drafts.forget()
        self._fill()
        self.begin()

    def _put(self, written: Written) -> None:
        self.composer.put(written)
        self.brief.show_known(self.composer.piece)

    def draft_changed(self, gone: set[str]) -> None:
        """Put the draft in as it stands now; begin another where it went."""
        written = self._drafting.text_of(self._draft)
        if str(self._draft) in gone:
            self._draft = self._drafting.fresh()
            written = Written("", self.composer.account_id())
        if written is not None:
            self._put(written)
            self.show_plan()
        self.drafts.forget()
        self._fill()

    def _forked(self, old: int, new: int) -> None:
        if self._draft == old:
            self._draft = new
            words = self.tr(
                "This draft was written on elsewhere, too. Yours goes on as a draft of its own;"
                " both stand here."
            )
            self.tell.emit(words, None)
            self.drafts.forget()
            self._fill()

    def _deleted(self, draft: DraftView, answer: dict[str, Any]) -> None:
        self._fill()
        undo = answer.get("undo")

        def back() -> None:
            if undo:
                self.sending.command(undo["command"], lambda _: self._fill(), **undo["args"])
            else:
                written = replace(draft.written, account=draft.account)
                self._drafting.keep(int(draft.id), written, item=draft.item)

        self.tell.emit(self.tr("Draft thrown away"), back)

    def _keep(self, written: Written) -> None:
        self._drafting.keep(self._draft, written, saved=self.composer.say_saved)
        self.checking.later()

    # going out

    def edit_again(self, item: OutboxItem, answer: dict[str, Any]) -> None:
        """Put a post that was taken back into the composer."""
        media = tuple((m.url, m.alt) for m in item.media)
        self.taken_back(answer, Written(item.text, item.account, media), item.made_at)

    def taken_back(self, answer: dict[str, Any], written: Written, made_at: int) -> None:
        """Go on with a post that came back from the outbox."""
        self.composer.keep()
        draft, written = self._drafting.came_back(answer, written, made_at=made_at)
        begun = self.composer.written()
        self._drafting.keep(draft, written)
        if draft != self._draft and not begun.empty:
            self.tell.emit(self.tr("Taken back. It stands below, with what is begun."), None)
            return
        self._draft = draft
        self._put(written)
        self.show_plan()
        self.begin()

    def gone(self, draft: int, written: Written) -> None:
        """Begin the next piece: this one is on its way."""
        self.composer.usual = self.composer.piece.accounts()
        number, later = self._drafting.went(draft, written)
        if self._draft == draft:
            self._draft = number
            self.planning.show_plan(None)
            if later.empty:
                self._put(Written("", ""))
                self.checking.clear()
        self._fill()

    def say_failed(self, error: Exception) -> None:
        """Say why something did not work."""
        self.tell.emit(text.failed(error, self.tr("That did not work. Your text is safe.")), None)
