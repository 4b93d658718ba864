"""What leads to the review: its sections, and the deeds of the inbox that feed it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cmapp.system.later import later

if TYPE_CHECKING:
    from cmapp.domain import signals
    from cmapp.ui import asking as asks
    from cmapp.ui import signal_words
    from cmapp.ui.asking import Asking
    from cmapp.ui.dialogs import picker as pickers
    from cmapp.ui.dialogs.picker import Choice, Picker
else:  # a deed of the review, or its page, needs them: the first picture does not
    signals, asks = later("cmapp.domain.signals"), later("cmapp.ui.asking")
    signal_words = later("cmapp.ui.signal_words")
    pickers = later("cmapp.ui.dialogs.picker")

SECTIONS = ("figures", "week", "suggestions", "rules", "live")


class Looking(QObject):
    """Belongs to one window, whose desk it asks and at whose foot it tells."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._asking: Asking | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what the deeds do, by their ids."""
        sections: dict[str, Callable[[], None]] = {
            f"look.{code}": lambda c=code: self.show(c)  # type: ignore[misc]
            for code in SECTIONS
        }
        return {
            **sections,
            "look": lambda: self._window.go("review"),
            "suggest": self.suggest,
            "correct": self.correct,
            "words": self.open_words,
            "sheets": self.open_sheets,
            "media": self.open_media,
            "rule": self.make_rule,
        }

    @property
    def asking(self) -> Asking:
        """Return who asks; made when it is first needed."""
        if self._asking is None:
            self._asking = asks.Asking(self._window.desk, self._window.bridge, self)
            self._asking.tell.connect(self._window.tell)
        return self._asking

    def show(self, code: str) -> None:
        """Show a section of the review."""
        self._window.pane("review").sections.choose(code)
        self._window.go("review")

    def _target(self) -> Any:
        """Return what is meant in the inbox; says so where there is nothing."""
        window = self._window
        target = window.pane("inbox").triage.target() if window.shown() == "inbox" else None
        if target is None:
            window.tell(self.tr("Choose a conversation in the inbox first"))
        return target

    # suggestions

    def suggest(self) -> None:
        """Put what is meant into the register: as something new, or as further voices."""
        target = self._target()
        if target is None:
            return
        picker: Picker

        def typed(words: str) -> Sequence[Choice]:
            title = self.tr("Register as “{title}”").format(title=words)
            return (pickers.Choice(f"+{words}", title, icon="plus"),)

        own = pickers.Choice("+", self.tr("A new suggestion, in their own words"), icon="idea")
        picker = pickers.Picker(
            self._window,
            name=self.tr("Register as a suggestion"),
            prompt=self.tr("What is proposed? Or a suggestion that is there"),
            choices=(own,),
            typed=typed,
            typed_last=True,
        )
        picker.ask(lambda chosen: self._register(target, chosen.code))

        def offer(found: dict[str, Any]) -> None:
            if not picker.gone:
                rows = [s for s in found["suggestions"] if s["state"] in ("new", "accepted")]
                known = [
                    pickers.Choice(s["id"], s["title"], str(len(s["people"])), icon="idea")
                    for s in rows
                ]
                picker.offer((own, *known))

        self.asking.look("suggestions.list", offer)

    def _register(self, target: Any, code: str) -> None:
        window = self._window
        triage = window.pane("inbox").triage
        more = {"title": code[1:]} if code.startswith("+") else {"to": code}

        def call() -> dict[str, Any]:
            which = triage.chosen(target)  # may read a whole view: not on this thread
            if "group" in which:
                which = {"items": [str(i) for i in window.desk.alike(which["group"])]}
            found: dict[str, Any] = window.desk.call("suggestions.add", **which, **more)
            return found

        def done(answer: dict[str, Any]) -> None:
            row = answer["suggestion"]
            words = self.tr("Registered: {title} (%n voice(s))", "", len(row["people"]))
            way = answer["undo"]
            window.tell(words.format(title=row["title"]), lambda: self.asking.back(way))

        window.bridge.run(call, done, window.sorry, call=True)

    # the verdict

    def correct(self) -> None:
        """Say what is wrong with what the rules read: it stays so, and teaches them."""
        if self._target() is None:
            return
        says = self.tr("It says: {what}")
        choices = [
            pickers.Choice("reply", self.tr("It needs a reply"), icon="reply", also="yes open"),
            pickers.Choice("none", self.tr("It needs no reply"), icon="check", also="no"),
            *(
                pickers.Choice(
                    f"={s}", says.format(what=signal_words.signal(s)), icon="label", also=s
                )
                for s in signals.SIGNALS
                if s not in ("mention", "chatter")
            ),
            pickers.Choice("rules", self.tr("As the rules say"), icon="undo", also="forget reset"),
        ]
        picker = pickers.Picker(
            self._window,
            name=self.tr("Correct the verdict"),
            prompt=self.tr("What is it really?"),
            choices=choices,
        )
        picker.ask(self._correct)

    def _correct(self, chosen: Choice) -> None:
        pane = self._window.pane("inbox")
        queue = pane.model.view in ("needs_reply", "mention", "comment", "message", "overdue")
        words = f"{chosen.words.replace('{', '{{').replace('}', '}}')}: {{name}}"
        run = pane.triage.run
        if chosen.code == "reply":
            run("inbox.correct", words, leaves=pane.model.view == "quiet", needs_reply=True)
        elif chosen.code == "none":
            run("inbox.correct", words, leaves=queue, needs_reply=False)
        elif chosen.code == "rules":
            run("inbox.correct", words, rules=True)
        else:
            run("inbox.correct", words, signals=[chosen.code[1:]])

    # rules and words

    def make_rule(self, rule: Any = None, *, query: str = "") -> None:
        """Open a rule: `rule` as commands tell it, a new one for `query`, or a new one."""
        from cmapp.ui.dialogs.rule import RuleSheet

        window = self._window
        if not rule and not query and window.shown() == "search":
            query = window.pane("search").query.strip()
        asking = asks.Asking(window.desk, window.bridge)
        sheet = RuleSheet(asking, rule or {}, window, query=query)
        asking.setParent(sheet)
        asking.tell.connect(
            lambda words, undo: window.tell(words, undo) if undo else sheet.say_trouble(words)
        )
        asking.changed.connect(self.asking.changed)
        sheet.open()

    def open_words(self) -> None:
        """Open the lists of words."""
        from cmapp.ui.dialogs.words import WordLists

        asking = asks.Asking(self._window.desk, self._window.bridge)
        asking.tell.connect(self._window.tell)
        WordLists(asking, self._window).open()

    def open_retention(self) -> None:
        """Open the rules of how long things are kept."""
        from cmapp.ui.dialogs.retention import Retention

        asking = asks.Asking(self._window.desk, self._window.bridge)
        asking.tell.connect(self._window.tell)
        Retention(asking, self._window).open()

    def open_privacy(self) -> None:
        """Open what is stored about whom."""
        from cmapp.ui.dialogs.privacy_map import PrivacyMap

        asking = asks.Asking(self._window.desk, self._window.bridge)
        PrivacyMap(asking, self._window).open()

    def open_media(self) -> None:
        """Open the media library."""
        from cmapp.ui.dialogs.media_library import MediaLibrary

        MediaLibrary(self._window.desk, self._window.bridge, self._window).open()

    def open_sheets(self, page: str = "brand") -> None:
        """Open the sheets that texts are held against."""
        from cmapp.ui.dialogs.sheets import SheetsDialog

        window = self._window
        SheetsDialog(window.desk, window.bridge, window, tell=window.tell, page=page).open()
