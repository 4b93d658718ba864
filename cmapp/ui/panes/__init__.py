"""The pages of the window, one file each; `PANES` is the order of the rail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cmapp.ui.roles import role

Window = Any
"""The window that the pane is built for; named loosely, for it imports this folder."""
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Pane:
    """A page: `icon` is "" for one that has no place on the rail. `build` imports it."""

    id: str
    icon: str
    title: Callable[[], str]
    build: Callable[[Window], QWidget]


def _inbox(window: Window) -> QWidget:
    from cmapp.ui.panes.inbox import InboxPane

    pane = InboxPane(window.desk, window.bridge, window.drafting, window)
    pane.tell.connect(window.tell)
    pane.leaves.connect(window.tell)
    pane.opened.connect(window.open_link)
    pane.link_asked.connect(window.open_link)
    pane.outbox_asked.connect(window.open_outbox)
    pane.furnished.connect(lambda: _furnished(window, pane))
    pane.connect_asked.connect(window.journeys.connect_account)
    pane.moderate_asked.connect(window.caring.moderate)
    pane.answer_asked.connect(window.caring.record_answer)
    pane.open_as(role(window.settings.role))
    return pane


def _furnished(window: Window, pane: Any) -> None:
    pane.triage.promised.connect(window.promise)
    pane.triage.broken.connect(window.forget)
    pane.person.asked.connect(window.open_person)


def _write(window: Window) -> QWidget:
    from cmapp.ui.panes.write import WritePane

    pane = WritePane(window.desk, window.bridge, window.drafting, window)
    pane.tell.connect(window.tell)
    pane.draft_asked.connect(window.open_draft)
    pane.review_asked.connect(window.opening.review_drafts)
    return pane


def _calendar(window: Window) -> QWidget:
    from cmapp.ui.panes.calendar import CalendarPane

    pane = CalendarPane(window.desk, window.bridge, window)
    pane.tell.connect(window.tell)
    pane.post_asked.connect(window.open_post)
    pane.new_asked.connect(window.new_post_at)
    pane.outbox_asked.connect(lambda: window.go("outbox"))
    return pane


def _answers(window: Window) -> QWidget:
    from cmapp.ui.panes.answers import AnswersPane

    pane = AnswersPane(window.desk, window.bridge, window)
    pane.tell.connect(window.tell)
    return pane


def _outbox(window: Window) -> QWidget:
    from cmapp.ui.panes.outbox import OutboxPane

    pane = OutboxPane(window.desk, window.bridge, window)
    _wire_cards(window, pane)
    pane.landing_asked.connect(lambda: window.go("landing"))
    pane.panic_asked.connect(window.journeys.toggle_panic)
    return pane


def _landing(window: Window) -> QWidget:
    from cmapp.ui.panes.landing import LandingPane

    pane = LandingPane(window.desk, window.bridge, window)
    _wire_cards(window, pane)
    pane.inbox_asked.connect(lambda: window.go("inbox"))
    return pane


def _wire_cards(window: Window, pane: Any) -> None:
    pane.tell.connect(window.tell)
    pane.opened.connect(window.open_link)
    pane.item_asked.connect(window.open_item)
    pane.edit_asked.connect(window.edit_item)


def _accounts(window: Window) -> QWidget:
    from cmapp.ui.panes.accounts import AccountsPane

    pane = AccountsPane(window.desk, window.bridge, window)
    pane.tell.connect(window.tell)
    pane.connect_asked.connect(window.journeys.connect_account)
    return pane


def _search(window: Window) -> QWidget:
    from cmapp.ui.panes.search import SearchPane

    pane = SearchPane(window.desk, window.bridge, window.command, window)
    pane.item_asked.connect(window.open_found)
    pane.opened.connect(window.open_link)
    pane.left.connect(window.leave_search)
    pane.field_asked.connect(window.focus_search)
    pane.rewritten.connect(window.search_for)
    pane.rule_asked.connect(lambda query: window.looking.make_rule(query=query))
    pane.tell.connect(window.tell)
    return pane


def _people(window: Window) -> QWidget:
    from cmapp.ui.panes.people import PeoplePane

    pane = PeoplePane(window.desk, window.bridge, window)
    pane.tell.connect(window.tell)
    pane.item_asked.connect(window.open_item)
    pane.opened.connect(window.open_link)
    return pane


def _review(window: Window) -> QWidget:
    from cmapp.ui.panes.review import ReviewPane

    pane = ReviewPane(window.desk, window.bridge, window)
    pane.tell.connect(window.tell)
    pane.item_asked.connect(window.open_item)
    pane.drafts_asked.connect(lambda: window.go("write"))
    pane.rule_asked.connect(window.looking.make_rule)
    window.looking.asking.changed.connect(pane.asking.changed)
    return pane


def _insights(window: Window) -> QWidget:
    from cmapp.ui.panes.insights import InsightsPane

    pane = InsightsPane(window.desk, window.bridge, window)
    pane.tell.connect(window.tell)
    pane.item_asked.connect(window.open_item)
    pane.person_asked.connect(window.open_person)
    pane.post_asked.connect(window.open_post)
    pane.opened.connect(window.open_link)
    pane.connect_asked.connect(window.journeys.connect_account)
    return pane


PANES = (
    Pane("inbox", "inbox", lambda: translate("panes", "Inbox"), _inbox),
    Pane("write", "write", lambda: translate("panes", "Write"), _write),
    Pane("calendar", "calendar", lambda: translate("panes", "Calendar"), _calendar),
    Pane("answers", "answers", lambda: translate("panes", "Answers"), _answers),
    Pane("people", "user", lambda: translate("panes", "People"), _people),
    Pane("outbox", "outbox", lambda: translate("panes", "Outbox"), _outbox),
    Pane("insights", "bars", lambda: translate("panes", "Insights"), _insights),
    Pane("review", "review", lambda: translate("panes", "Review"), _review),
    Pane("accounts", "accounts", lambda: translate("panes", "Accounts"), _accounts),
    Pane("landing", "", lambda: translate("panes", "Landing report"), _landing),
    Pane("search", "", lambda: translate("panes", "Search"), _search),
)
