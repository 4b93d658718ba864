"""Every command there is, by name: the one table behind the command line, the window, the tests.

A command takes JSON arguments and answers with JSON: ids are strings, times are ISO 8601 UTC.
One that changes what people made answers with `undo`, the command that takes it back.
"""

from __future__ import annotations

from collections.abc import Callable

from cmapp.services import doctor, signing_in
from cmapp.services.commands import (
    accounts,
    crowds,
    looking_back,
    marks,
    outbox,
    program,
    reading,
    triage,
    undoing,
    writing,
)
from cmapp.services.shapes import Json

COMMANDS: dict[str, Callable[..., Json]] = {
    "accounts.list": accounts.accounts_list,
    "accounts.add": accounts.accounts_add,
    "accounts.remove": accounts.accounts_remove,
    "accounts.pause": accounts.accounts_pause,
    "signin.start": signing_in.start,
    "signin.answer": signing_in.answer,
    "signin.wait": signing_in.wait,
    "signin.cancel": signing_in.cancel,
    "sync": reading.sync,
    "inbox.list": reading.inbox_list,
    "inbox.thread": reading.inbox_thread,
    "inbox.set_state": triage.set_state,
    "inbox.snooze": triage.snooze,
    "inbox.unsnooze": triage.unsnooze,
    "inbox.label": marks.label,
    "inbox.unlabel": marks.unlabel,
    "inbox.assign": triage.assign,
    "inbox.prioritize": triage.prioritize,
    "inbox.mute": triage.mute,
    "inbox.unmute": triage.unmute,
    "inbox.restore": undoing.restore,
    "inbox.groups": crowds.groups,
    "inbox.digest": crowds.catch_up,
    "labels.list": marks.labels_list,
    "labels.rename": marks.labels_rename,
    "labels.color": marks.labels_color,
    "labels.delete": marks.labels_delete,
    "notes.list": marks.notes_list,
    "notes.add": marks.notes_add,
    "notes.edit": marks.notes_edit,
    "notes.delete": marks.notes_delete,
    "undo": undoing.undo,
    "deeds.list": undoing.deeds_list,
    "search": reading.search_posts,
    "reply": writing.reply,
    "post": writing.post,
    "post.edit": writing.edit_post,
    "drafts.list": writing.drafts_list,
    "drafts.show": writing.drafts_show,
    "drafts.save": writing.drafts_save,
    "drafts.delete": writing.drafts_delete,
    "outbox.list": outbox.outbox_list,
    "outbox.send": outbox.outbox_send,
    "outbox.cancel": outbox.outbox_cancel,
    "outbox.resolve": outbox.outbox_resolve,
    "outbox.pause": outbox.outbox_pause,
    "outbox.resume": outbox.outbox_resume,
    "flight.check": outbox.flight_check,
    "flight.start": outbox.flight_start,
    "flight.end": outbox.flight_end,
    "flight.report": outbox.flight_report,
    "status": program.status,
    "problems.hush": program.problems_hush,
    "settings.get": program.settings_get,
    "settings.set": program.settings_set,
    "report.figures": looking_back.figures,
    "report.week": looking_back.week,
    "doctor": doctor.examine,
}
