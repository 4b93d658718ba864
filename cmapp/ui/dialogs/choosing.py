"""Which pickers the inbox opens, and what they offer: a time, a label, a person, a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cmapp.domain import moments
from cmapp.ui import row_words, text
from cmapp.ui.actions import deeds, shown_key
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.picker import Choice, Picker
from cmapp.ui.triage import Triage


class Choosing(QObject):
    """Opens pickers in one window and hands what was chosen to the deeds of its inbox."""

    def __init__(self, desk: Desk, bridge: Bridge, triage: Triage, pane: QWidget) -> None:
        super().__init__(triage)
        self._desk, self._bridge, self._triage, self._pane = desk, bridge, triage, pane

    # snooze

    def ask_time(self) -> None:
        """Until when?"""
        if self._triage.target() is None:
            return
        # the clock on the wall: a day ahead may have another offset
        now = datetime.fromtimestamp(text.now() / 1000)  # noqa: DTZ006
        choices = []
        evening = moments.later_today(now)
        for code, words, when, also in (
            ("later", self.tr("Later today"), evening, "evening"),
            ("tomorrow", self.tr("Tomorrow"), moments.tomorrow(now), ""),
            ("next_week", self.tr("Next week"), moments.next_week(now), "monday"),
        ):
            if when is not None:
                at = _ms(when)
                choices.append(
                    Choice(
                        str(at), words, row_words.moment(at), icon="snooze", also=f"{also} {code}"
                    )
                )
        choices.append(
            Choice(
                "reply",
                self.tr("Until they answer"),
                self.tr("a mere “thanks” does not wake it"),
                icon="reply",
                also="until they answer reply",
            )
        )

        def typed(words: str) -> Sequence[Choice]:
            when = moments.parse(words, now)
            if when is None:
                return ()
            return (Choice(str(_ms(when)), row_words.moment(_ms(when)), text.exact(_ms(when)),
                           icon="snooze"),)  # fmt: skip

        def take(chosen: Choice) -> None:
            if chosen.code == "reply":
                self._triage.snooze(None, "")
            else:
                at = int(chosen.code)
                self._triage.snooze(at, row_words.moment(at))

        prompt = self.tr("Until when? e.g. fri 9:00, in 3 h, 明天 9点")
        self._ask(self.tr("Snooze"), prompt, choices, take, typed)

    # labels

    def ask_label(self) -> None:
        """Which label? One that all of them have is taken off."""
        target = self._triage.target()
        if target is None:
            return
        have = [frozenset(x.casefold() for x in row.labels) for row in target.rows]
        on = frozenset.intersection(*have) if have else frozenset()
        known: set[str] = set()

        def typed(words: str) -> Sequence[Choice]:
            if words.casefold() in known:
                return ()
            return (
                Choice(f"+{words}", self.tr("Create “{name}”").format(name=words), icon="plus"),
            )

        def take(chosen: Choice) -> None:
            name = chosen.code.removeprefix("+")
            self._triage.label(name, off=name.casefold() in on)

        picker = self._ask(
            self.tr("Label"),
            self.tr("Which label? A new name makes one"),
            (),
            take,
            typed,
            last=True,
        )

        def offer(labels: list[tuple[str, int]]) -> None:
            known.update(name.casefold() for name, _ in labels)
            picker.offer(
                [
                    Choice(name, name, str(n), icon="label", on=name.casefold() in on)
                    for name, n in labels
                ]
            )

        self._read(picker, self._desk.labels, offer)

    # people at this desk

    def ask_who(self) -> None:
        """Who takes care of it?"""
        if self._triage.target() is None:
            return
        first = [
            Choice("me", self.tr("Me"), icon="user", also="me"),
            Choice("", self.tr("Nobody"), icon="close", also="nobody"),
        ]

        def typed(words: str) -> Sequence[Choice]:
            return (Choice(words, self.tr("Assign to “{name}”").format(name=words), icon="plus"),)

        picker = self._ask(
            self.tr("Assign"),
            self.tr("Who takes care of it?"),
            first,
            lambda chosen: self._triage.assign(chosen.code),
            typed,
            last=True,
        )

        def offer(names: list[str]) -> None:
            rest = [Choice(name, name, icon="user") for name in names if name != "me"]
            picker.offer([*first, *rest])

        self._read(picker, self._desk.assignees, offer)

    # views

    def ask_view(self, show: Callable[[str], None], chosen: str) -> None:
        """Which view? Those with a key, then labels and saved searches."""
        first = [
            Choice(
                deed.id.removeprefix("view."),
                deed.words,
                key=shown_key(deed),
                icon="views",
                also=f"{deed.also} {deed.id}",
                on=deed.id == f"view.{chosen}",
            )
            for deed in deeds()
            if deed.id.startswith("view.")
        ]

        def typed(words: str) -> Sequence[Choice]:
            asked = self.tr("Search “{words}”").format(words=words)
            return (Choice(f"search:{words}", asked, icon="search"),)

        picker = self._ask(
            self.tr("Views of the inbox"),
            self.tr("Which view? Or what to search for"),
            first,
            lambda choice: show(choice.code),
            typed,
            last=True,
        )

        def offer(found: tuple[list[tuple[str, int]], list[tuple[str, str]]]) -> None:
            hung, kept = found
            labels = [
                Choice(code, name, str(n), icon="label", on=chosen == code)
                for name, n in hung
                for code in (f"label:{name}",)
            ]
            searches = [Choice(f"search:{q}", name, q, icon="search") for name, q in kept]
            picker.offer([*first, *labels, *searches])

        self._read(picker, lambda: (self._desk.labels(), self._desk.searches()), offer)

    def title(self, view: str) -> str:
        """Return how a view is called."""
        kind, _, value = view.partition(":")
        if value and kind in ("label", "search"):
            return value
        return next((d.words for d in deeds() if d.id == f"view.{view}"), self.tr("Like this"))

    # the common part

    def _ask(
        self,
        name: str,
        prompt: str,
        choices: Iterable[Choice],
        take: Callable[[Choice], None],
        typed: Callable[[str], Sequence[Choice]] | None = None,
        *,
        last: bool = False,
    ) -> Picker:
        window = self._pane.window()
        picker = Picker(
            window, name=name, prompt=prompt, choices=tuple(choices), typed=typed, typed_last=last
        )
        picker.ask(take)
        return picker

    def _read(self, picker: Picker, read: Callable[[], Any], offer: Callable[[Any], None]) -> None:
        def show(found: Any) -> None:
            if not picker.gone:
                offer(found)

        self._bridge.run(read, show)


def _ms(when: datetime) -> int:
    return int(when.timestamp() * 1000)
