"""Drafts of this window: each pause goes to a journal that survives anything, then the engine."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cmapp.store import ids
from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.journal import Entry, Journal
from cmapp.ui.row import Written

_log = logging.getLogger(__name__)


def images(written: Written) -> list[dict[str, Any]]:
    """Return the pictures as the commands take them: a file of ours, or one to copy in."""
    return pictures(written.media)


def pictures(media: Iterable[Sequence[str]]) -> list[dict[str, Any]]:
    """Return (path, alt) pairs as `images` does."""
    out: list[dict[str, Any]] = []
    for path, alt in media:
        one: dict[str, Any] = {"path": path, "alt": alt}
        if not Path(path).is_absolute():
            import mimetypes  # reads files of its own

            one["mime"] = mimetypes.guess_type(path)[0] or "application/octet-stream"
        out.append(one)
    return out


def rest(written: Written) -> dict[str, Any]:
    """Return what `drafts.save` takes of a post beside its text and its pictures."""
    made = dict(written.more)
    if "variants" in made:
        made["variants"] = [
            {
                **{name: value for name, value in one.items() if name != "media"},
                "images": None if one.get("media") is None else pictures(one["media"]),
            }
            for one in made["variants"]
        ]
    for kind, names in _NAMES.items():
        if kind in made:  # the store lays them over what there is: what is gone has to be said
            made[kind] = {**dict.fromkeys(names), **made[kind]}
    if made.get("campaign", "") is None:
        made["campaign"] = ""
    return made


_NAMES = {
    "options": ("visibility", "spoiler", "lang", "poll", "first_comment", "split"),
    "brief": (
        "theme", "form", "cadence", "owner", "goal", "origin", "source", "credit", "frame",
        "audience", "claims", "story", "rating", "tone",
    ),
}  # fmt: skip


class Drafting:
    """Keeps what is being written. One per window; lives on the window's thread.

    The window gives a draft its id, so that the journal, the engine and the store speak of the
    same one from the first pause on.
    """

    def __init__(self, desk: Desk, bridge: Bridge, journal: Journal | None) -> None:
        self._desk, self._bridge, self._journal = desk, bridge, journal
        self._of_item: dict[int, int] = {}
        self._here: dict[int, Written] = {}
        self._at: dict[int, int] = {}
        self._base: dict[int, int] = {}
        self._flying: dict[int, Entry | None] = {}
        self._unsaved: dict[int, Callable[[str], None]] = {}
        """Who is to hear of drafts that the journal did not take, once the engine has them."""
        self._window = str(ids.made_here(text.now()))
        self.forked: Callable[[int, int], None] = lambda _old, _new: None
        """Told when somebody else wrote the same draft: ours goes on under another number."""

    def fresh(self) -> int:
        """Return the id for a draft that is begun now."""
        return ids.made_here(text.now())

    def _moment(self, draft: int) -> int:
        """Return the time of a change, later than that of each change before it.

        The later one counts, here and in the store, even where the clock was set back.
        """
        self._at[draft] = at = max(text.now(), self._at.get(draft, 0) + 1)
        return at

    def of_item(self, item: int, account: str) -> tuple[int, Written]:
        """Return the draft that answers `item`: its id, and what was begun (or nothing)."""
        number = self._of_item.get(item)
        if number is not None and number in self._here:
            return number, self._here[number]
        stored = [d for d in self._desk.drafts() if d.item == item]
        if stored:
            draft = next((d for d in stored if d.id == str(number)), stored[0])
            self.take(int(draft.id), item, draft.saved_at)
            return int(draft.id), replace(draft.written, account=draft.account or account)
        self._of_item[item] = number = self.fresh()
        return number, Written("", account)

    def text_of(self, draft: int) -> Written | None:
        """Return what this window knows of a draft, None where it knows nothing (any more)."""
        return self._here.get(draft)

    def take(self, draft: int, item: int | None, saved_at: int = 0, base: int = 0) -> None:
        """Go on with a draft that the store has, as it was saved at `saved_at`.

        `base`: its revision; where somebody else goes on from there, too, it is forked.
        """
        self._at[draft] = max(saved_at, self._at.get(draft, 0))
        if base:
            self._base[draft] = base
        if item is not None:
            self._of_item[item] = draft

    def note(self, draft: int, written: Written, *, item: int | None = None) -> None:
        """Let each letter outlive the window; `keep` at the next pause lets it outlive the machine.

        A disk that refuses is told of at that pause.
        """
        self._here[draft] = written
        if self._journal is not None:
            with contextlib.suppress(OSError):
                self._journal.append(Entry(draft, item, written, self._moment(draft)), wait=False)

    def keep(
        self,
        draft: int,
        written: Written,
        *,
        item: int | None = None,
        saved: Callable[[str], None] = lambda _words: None,
        hand_over: bool = True,
    ) -> int:
        """Make `written` safe: on disk first, which is when `saved` is told, then the engine.

        Returns the time that the engine is to be told with it (`at`).
        """
        self._here[draft] = written
        entry = Entry(draft, item, written, self._moment(draft))
        words, down = self._write_down(entry)
        if not down:
            self._unsaved[draft] = saved
        saved(words)
        if hand_over:  # where nothing could be written down, the engine may have room put by
            self._hand_over(entry)
        return entry.at

    def _write_down(self, entry: Entry) -> tuple[str, bool]:
        """Add to the journal; return what is to be told, and whether it is on a disk."""
        kept = text.translate("drafting", "Saved")
        if self._journal is None:
            return kept, True
        try:
            self._journal.append(entry)
        except OSError as error:
            _log.warning("the draft journal cannot be written: %s", error)
            return text.translate(
                "drafting",
                "Not saved: nothing can be written. The text stays while this window is open;"
                " copy it before you close.",
            ), False
        if self._journal.strayed is None:
            return kept, True
        kept = text.translate("drafting", "Saved in {folder}: the profile cannot be written to")
        return kept.format(folder=self._journal.strayed), True

    def _hand_over(self, entry: Entry) -> None:
        """Give a draft to the engine: one save at a time, the newest next."""
        if entry.draft in self._flying:
            self._flying[entry.draft] = entry
            return
        self._flying[entry.draft] = None
        base = self._base.get(entry.draft)
        self._bridge.run(
            lambda: self._desk.call(
                "drafts.save",
                id=str(entry.draft),
                item=None if entry.item is None else str(entry.item),
                account=entry.written.account or None,
                text=entry.written.text,
                images=images(entry.written),
                merge=True,
                at=entry.at,
                **rest(entry.written),
                **({"base": base, "writer": self._window} if base else {}),
            ),
            lambda answer: self._handed(entry, answer),
            lambda error: self._refused(entry, error),
            call=True,
        )

    def _refused(self, entry: Entry, error: Exception) -> None:
        _log.info("the engine did not take a draft: %s", error)
        self._handed(entry, {})

    def _handed(self, entry: Entry, answer: Mapping[str, Any]) -> None:
        newer = self._flying.pop(entry.draft, None)
        number = entry.draft
        kept = next(iter(answer.get("drafts") or ()), None)
        told = self._unsaved.pop(entry.draft, None)
        if kept and told is not None and newer is None:
            told(text.translate("drafting", "Saved"))
        if answer.get("forked_from") and kept and str(kept["id"]) != str(number):
            number = int(kept["id"])
            self._here[number] = self._here.pop(entry.draft, entry.written)
            self._at[number] = self._at.get(entry.draft, 0)
            self._base[number] = int(kept.get("base") or 0)
            self._base.pop(entry.draft, None)
            self.over(entry.draft, entry.item)
            self.forked(entry.draft, number)
        elif kept and entry.draft in self._base:
            self._base[number] = int(kept.get("base") or self._base[number])
        if newer is not None:
            self._hand_over(replace(newer, draft=number))

    def over(self, draft: int, item: int | None = None) -> None:
        """Note that a draft was queued or thrown away; the next answer is a new one."""
        self._here.pop(draft, None)
        if item is not None:
            self._of_item.pop(item, None)
        if self._journal is not None:
            try:
                self._journal.append(
                    Entry(draft, item, Written("", ""), self._moment(draft), over=True)
                )
            except OSError as error:
                _log.warning("the draft journal cannot be written: %s", error)

    def went(self, draft: int, written: Written, *, item: int | None = None) -> tuple[int, Written]:
        """Note that `written` was queued; return the next draft: its id, and what is in it.

        That is what was typed while the engine worked, kept as a draft of its own, or nothing.
        """
        later = self._here.get(draft, written)
        number = self.fresh()
        # the account may be that of the next conversation already: it is no word typed on
        if replace(later, account=written.account) == written or later.empty:
            later = Written("", written.account)
        else:
            self.keep(number, later, item=item)
        self.over(draft, item)
        self.take(number, item)
        return number, later

    def came_back(
        self, answer: Mapping[str, Any], row: Written, *, made_at: int
    ) -> tuple[int, Written]:
        """Return the draft that a row (made at `made_at`) gave back: its id, and its text.

        Where the draft was written on since the row was made, that text counts. Where it is
        gone, or queued anew, the row's text is a new draft.
        """
        number = int(answer.get("draft") or 0)
        if number in self._here:
            return number, self._here[number]
        stored = next((d for d in self._desk.drafts() if d.id == str(number)), None)
        if stored is None:
            return self.fresh(), row
        self.take(number, None, stored.saved_at)
        if stored.saved_at > made_at:
            return number, replace(stored.written, account=stored.account or row.account)
        return number, row

    def recover(self, queued: Callable[[list[int]], Mapping[int, Collection[str]]]) -> int:
        """At start: hand the engine what only the journal has; return how many drafts that is.

        `queued` returns what the outbox has of these drafts. A text that was typed on after it
        was queued becomes a draft of its own: the queued one is closed. Of a draft that the
        store has, too, the later text counts.
        """
        if self._journal is None:
            return 0
        entries = self._journal.replay()
        outgoing = queued([e.draft for e in entries])
        stored = {int(d.id): d for d in self._desk.drafts()}
        found = 0
        for entry in entries:
            draft = stored.get(entry.draft)
            if draft is not None:
                same = draft.text == entry.written.text and (
                    [alt for _, alt in draft.media] == [alt for _, alt in entry.written.media]
                )
                same = same and draft.more == entry.written.more
                if entry.at <= draft.saved_at or same:
                    continue
            elif entry.draft in outgoing:
                own = [v.get("text") or "" for v in entry.written.more.get("variants") or ()]
                sent = {t.strip() for t in outgoing[entry.draft]}
                if any(t.strip() in sent for t in (entry.written.text, *own) if t.strip()):
                    continue
                found += 1
                number = self.fresh()
                self.keep(number, entry.written, item=entry.item)
                self.over(entry.draft, entry.item)
                self.take(number, entry.item)
                continue
            found += 1
            self._here[entry.draft] = entry.written
            self.take(entry.draft, entry.item, entry.at)
            self._hand_over(entry)
        if not found and entries:
            self._journal.clear()
        return found
