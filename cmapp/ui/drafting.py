"""Drafts of this window: every pause goes to a journal that survives anything, then to the engine."""

from __future__ import annotations

import logging
from collections.abc import Callable

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.journal import Journal
from cmapp.ui.models.views import DraftView
from cmapp.ui.widgets.composer import Written

_log = logging.getLogger(__name__)


class Drafting:
    """Keeps what is being written. One per window; lives on the window's thread.

    A draft is known by what it answers (`item`) or, for a post of its own, by its id.
    """

    def __init__(self, desk: Desk, bridge: Bridge, journal: Journal | None) -> None:
        self._desk, self._bridge, self._journal = desk, bridge, journal
        self._here: dict[str, tuple[Written, int]] = {}

    def of_item(self, item: int, account: str) -> Written:
        """Return what was begun as an answer to `item`, else nothing."""
        found = self._here.get(f"item:{item}")
        if found is not None:
            return found[0]
        for draft in self._desk.drafts():
            if draft.item == item:
                return Written(draft.text, draft.account or account, draft.media)
        return Written("", account)

    def keep(
        self,
        written: Written,
        *,
        item: int | None = None,
        draft: str = "",
        saved: Callable[[str], None],
    ) -> None:
        """Make `written` safe: on disk first, which is when `saved` is told, then the engine."""
        key = f"item:{item}" if item is not None else f"draft:{draft}"
        at = text.now()
        self._here[key] = (written, at)
        if self._journal is not None:
            try:
                self._journal.append(key, written, at)
            except OSError as error:
                _log.warning("the draft journal cannot be written: %s", error)
                saved(text.trouble("disk_full", {}))
                return
        saved(text.translate("drafting", "Saved"))
        self._bridge.run(
            lambda: self._desk.call(
                "draft.save",
                id=draft or None,
                item=None if item is None else str(item),
                account=written.account,
                text=written.text,
                media=[{"path": path, "alt": alt} for path, alt in written.media],
                at=at,
            ),
            lambda _: None,
            lambda error: _log.info("the engine will take this draft later: %s", error),
            call=True,
        )

    def drop(self, *, item: int | None = None, draft: str = "") -> None:
        """Forget a draft, because it was queued or thrown away."""
        key = f"item:{item}" if item is not None else f"draft:{draft}"
        self._here[key] = (Written("", ""), text.now())
        if self._journal is not None:
            self._journal.append(key, Written("", ""), text.now())

    def replayed(self, drafts: list[DraftView]) -> None:
        """Take what the journal still holds and the store does not have yet."""
        if self._journal is None:
            return
        stored = {f"item:{d.item}" if d.item is not None else f"draft:{d.id}": d for d in drafts}
        for key, (written, at) in self._journal.replay().items():
            known = stored.get(key)
            if known is None or known.saved_at < at:
                self._here[key] = (written, at)
