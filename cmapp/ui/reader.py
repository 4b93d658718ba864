"""The window's desk: reads the store through its own read-only connection, calls the engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cmapp.domain.errors import Trouble as DomainTrouble
from cmapp.store import accounts
from cmapp.store.database import Store
from cmapp.store.migrations import SCHEMA_VERSION, verify, version
from cmapp.store.opening import translated
from cmapp.store.views import Filter
from cmapp.system.later import later
from cmapp.ui import text
from cmapp.ui.inbox_reads import InboxReads
from cmapp.ui.people_reads import PeopleReads
from cmapp.ui.row import Situation
from cmapp.ui.shown import account_view, draft_view, news_of, root_of, said_of

if TYPE_CHECKING:
    from cmapp.domain.actions import Action
    from cmapp.services import client
    from cmapp.store import (
        drafts,
        inbox,
        landings,
        named,
        outbox,
        outbox_turn,
        people,
        posts,
        problems,
        search,
        watching,
    )
    from cmapp.store import views as store_views
    from cmapp.store.accounts import Account
    from cmapp.store.outbox import Deed
    from cmapp.store.sqlite import Connection
    from cmapp.system.paths import Paths
    from cmapp.system.settings import Settings
    from cmapp.ui import views
    from cmapp.ui.views import (
        AccountView,
        DraftView,
        Findings,
        Landing,
        OutboxItem,
        PersonView,
        Thread,
        Trouble,
    )
else:  # the first picture shows rows; all else is read after it
    client = later("cmapp.services.client")
    drafts, inbox = later("cmapp.store.drafts"), later("cmapp.store.inbox")
    landings, outbox = later("cmapp.store.landings"), later("cmapp.store.outbox")
    named, people = later("cmapp.store.named"), later("cmapp.store.people")
    outbox_turn, posts = later("cmapp.store.outbox_turn"), later("cmapp.store.posts")
    problems, search = later("cmapp.store.problems"), later("cmapp.store.search")
    store_views, watching = later("cmapp.store.views"), later("cmapp.store.watching")
    views = later("cmapp.ui.views")

PLANNED_SHOWN = 50
"""How many planned rows the outbox shows; the calendar has them all."""
_PATIENCE = 12.0
"""How many seconds a command waits for an engine that is just being started."""


class StoreDesk(InboxReads, PeopleReads):
    """Implements `Desk`. Reads may come from any thread, each has its own connection."""

    def __init__(self, paths: Paths, settings: Callable[[], Settings]) -> None:
        """Open nothing yet. `settings` is asked at each use."""
        self.paths = paths
        store = Store.reader(paths.database)
        InboxReads.__init__(self, store)
        PeopleReads.__init__(self, store, settings)
        self._engine: client.Client | None = None
        self.network = "online"
        self.wanted: Callable[[], None] = lambda: None
        """Called when a command finds no engine: whoever can, starts one."""

    def _client(self) -> client.Client:
        if self._engine is None:
            self._engine = client.Client(self.paths)
        return self._engine

    @property
    def media_folder(self) -> Path:
        """Return where our own pictures lie."""
        return Path(self.paths.media)

    def close(self) -> None:
        """Let go of the connections."""
        self._store.close()

    def forget(self) -> None:
        """Read the file that stands there now: a backup may have taken the database's place."""
        self._store.forget()

    # conversations

    def thread(self, item: int) -> Thread | None:
        """See `Desk`."""
        return self._store.read(lambda db: self._thread(db, item))

    def _thread(self, db: Connection, number: int) -> Thread | None:
        item = inbox.by_id(db, number)
        post = posts.by_id(db, item.post_id if item and item.post_id else number)
        if item is None and post is not None:
            item = inbox.of_post(db, post.id)
        if item is None and post is None:
            return None
        every = accounts.every(db)
        ours = {a.id: a for a in every}
        account = ours.get(item.account_id) if item else None
        if account is None and post is not None:
            account = next((a for a in every if a.realm == post.realm), None)
        if account is None:
            return None
        found = posts.thread(db, post.id) if post else []
        shown = said_of(found, account, focus=post.id if post else 0)
        if post is not None:
            root = root_of(found, post)
            for deed in outbox.of_thread(db, f"{account.realm}\n{root}"):
                who = ours.get(deed.account_id, account)
                pending = self._deed(db, deed, who)
                shown.append(
                    views.Said(
                        id=deed.id,
                        name=who.name,
                        handle=who.handle,
                        platform=who.platform,
                        text=pending.text,
                        created_at=deed.made_at,
                        mine=True,
                        pending=pending,
                        media=pending.media,
                    )
                )
        may = posts.may_reply(db, account.id, post.id) if post else {"can_reply": False}
        words = item is None or item.kind not in ("reaction", "repost", "follow")
        by_hand = account.platform == "byhand"  # what was said elsewhere is answered there
        top = found[0] if found else None
        person = people.by_id(db, item.actor_id if item else post.author_id if post else 0)
        return views.Thread(
            item=number,
            account=account.id,
            platform=account.platform,
            as_name=account.name or account.handle,
            title=" ".join(top.text.split())[:120]
            if top is not None and post is not None and top.id != post.id
            else "",
            kind=item.kind if item else "post",
            state=item.state if item else "",
            posts=tuple(shown),
            can_reply=may.get("can_reply") is not False
            and post is not None
            and words
            and not by_hand,
            why_not="by_hand" if by_hand else "not_allowed" if words else "nothing_to_answer",
            person=self._person(db, person, account.platform, post.id if post else 0),
        )

    def _person(
        self, db: Connection, person: people.Person | None, platform: str, shown: int
    ) -> PersonView | None:
        if person is None:
            return None
        return views.PersonView(
            id=person.id,
            known=self.known_of(db, person.id),
            name=person.name,
            handle=person.handle,
            platform=platform,
            bio=person.bio or "",
            followers=person.followers,
            url=person.url or "",
            messages=person.posts,
            first_at=person.first_at,
            recent=tuple((at, words) for number, at, words in person.recent if number != shown),
        )

    # the outbox

    def outbox(self) -> list[OutboxItem]:
        """See `Desk`."""

        def look(db: Connection) -> list[OutboxItem]:
            ours = {a.id: a for a in accounts.every(db, removed=True)}
            needs = outbox.every(db, states=("review", "rejected", "uncertain", "sending"))
            live = [*needs[::-1], *outbox_turn.waiting(db, planned=PLANNED_SHOWN)]
            over = outbox.every(db, states=("sent",), limit=50)
            waits, threads = outbox_turn.waits(db, live), outbox_turn.threads(db, live)
            return [
                self._deed(db, d, ours[d.account_id], waits.get(d.id), threads.get(d.id))
                for d in (*live, *over)
            ]

        return self._store.read(look)

    def _deed(
        self,
        db: Connection,
        deed: Deed,
        account: Account,
        waits: outbox_turn.Waiting | None = None,
        thread: outbox_turn.Thread | None = None,
    ) -> OutboxItem:
        target = getattr(deed.action, "target", None)
        item = inbox.by_id(db, deed.item_id) if deed.item_id is not None else None
        media = tuple(
            views.MediaView("image", a.alt, a.path) for a in getattr(deed.action, "media", ())
        )
        return views.OutboxItem(
            id=deed.id,
            account=deed.account_id,
            platform=account.platform,
            as_name=account.name or account.handle,
            kind=deed.kind,
            state=deed.state,
            reason=deed.reason or str(deed.error.get("reason") or deed.error_code or ""),
            text=said_by(deed.action),
            made_at=deed.made_at,
            to_name=item.name if item else "",
            to_handle=(item.handle if item else target.handle if target else ""),
            parent_text=(item.text or "") if item else "",
            item=deed.item_id or deed.post_id,
            not_before=deed.not_before or None,
            attempts=deed.attempts,
            sent_at=deed.sent_at,
            url=deed.url or "",
            news=tuple(news_of(n) for n in deed.news),
            media=media,
            error=deed.error_code or "",
            facts={
                **deed.error,
                "why": self._why(db, deed, account) or (waits.why if waits else ""),
                "draft": deed.draft_id,
                "planned_at": deed.planned_at,
                "recall": deed.recall or "",
                "waits": waits.state if waits else "",
                "thread": (thread.sent, thread.of) if thread else None,
                "notes": deed.notes,
            },
        )

    def _why(self, db: Connection, deed: Deed, account: Account) -> str:
        if deed.state != "ready":
            return ""
        if problems.switch(db, "panic"):
            return "paused"
        if problems.switch(db, "flight"):
            return "flight"
        if account.state == "sign_in":
            return "sign_in"
        if deed.planned_at and deed.planned_at > text.now():
            return "planned"
        if deed.not_before > text.now() and not deed.attempts and not deed.error_code:
            return "undo"
        return ""

    # the rest

    def accounts(self) -> list[AccountView]:
        """See `Desk`."""
        return [account_view(a) for a in self._store.read(accounts.every)]

    def metrics(self, account: str) -> Mapping[str, int | None]:
        """See `Desk`."""

        def look(db: Connection) -> Mapping[str, int | None]:
            own = accounts.by_id(db, account)
            if own is None:
                return {}
            measured = set(own.capabilities.get("metrics", ()))
            newest = posts.newest_of(db, own.realm, own.remote_id, limit=50)
            who = people.by_id(db, newest[0].author_id, recent=0) if newest else None
            found: dict[str, int | None] = {"followers": who.followers if who else None}
            for name in ("replies", "likes", "reposts", "quotes", "views", "clicks"):
                counts = [c for p in newest if (c := p.counts.get(name)) is not None]
                found[name] = sum(counts) if counts and name in measured else None
            return found

        return self._store.read(look)

    def troubles(self) -> list[Trouble]:
        """See `Desk`."""

        def look(db: Connection) -> list[Trouble]:
            ours = {a.id: a for a in accounts.every(db)}
            found = []
            for problem in problems.every(db):
                if problem.hushed_at is not None:
                    continue
                account = ours.get(problem.account_id)
                if problem.account_id and account is None:
                    continue
                label = ""
                if account is not None:
                    place = text.platform(account.platform)
                    label = f"{account.name or account.handle} · {place}"
                found.append(
                    views.Trouble(
                        problem.account_id, label, problem.code, problem.facts, problem.since
                    )
                )
            return found

        return self._store.read(look)

    def word_lists(self) -> Mapping[str, tuple[str, ...]]:
        """See `Desk`."""
        return self._store.read(
            lambda db: {name: watching.words(db, name) for name in watching.LISTS}
        )

    def drafts(self) -> list[DraftView]:
        """See `Desk`."""

        def look(db: Connection) -> list[DraftView]:
            found = []
            for draft in drafts.every(db, state="draft"):
                item = inbox.by_id(db, draft.item_id) if draft.item_id else None
                found.append(draft_view(draft, (item.name or item.handle) if item else ""))
            return found

        return self._store.read(look)

    def draft(self, number: int) -> DraftView | None:
        """See `Desk`."""

        def look(db: Connection) -> DraftView | None:
            found = drafts.by_id(db, number)
            if found is None or found.done_at is not None:
                return None
            item = inbox.by_id(db, found.item_id) if found.item_id else None
            return draft_view(found, (item.name or item.handle) if item else "")

        return self._store.read(look)

    def planned(self) -> list[DraftView]:
        """See `Desk`."""
        now = text.now()
        day = 24 * text.HOUR

        def look(db: Connection) -> list[DraftView]:
            found = drafts.planned(db, now - day, now + 8 * day)
            return [draft_view(d) for d in found if d.done_at is None and d.state == "queued"]

        return self._store.read(look)

    def situation(self) -> Situation:
        """See `Desk`."""

        def look(db: Connection) -> Situation:
            flight, panic = problems.switch(db, "flight"), problems.switch(db, "panic")
            counts = outbox.counts(db)
            ahead = outbox.lying_ahead(db, now=text.now())
            return Situation(
                network=self.network,
                flight_since=flight["since"] if flight else None,
                paused_since=panic["since"] if panic else None,
                needs_reply=store_views.count(db, Filter("open", True)),
                overdue=store_views.overdue(db, now=text.now()),
                waiting=counts.get("ready", 0) - ahead + counts.get("sending", 0),
                ahead=ahead,
                held=sum(counts.get(s, 0) for s in ("review", "uncertain", "rejected")),
            )

        return self._store.read(look)

    def landing(self) -> Landing | None:
        """See `Desk`."""

        def look(db: Connection) -> Landing | None:
            report = landings.last(db)
            if report is None:
                return None
            ours = {a.id: a for a in accounts.every(db, removed=True)}
            rows: dict[str, list[OutboxItem]] = {}
            for number in report["rows"]:
                deed = outbox.by_id(db, int(number))
                if deed is not None:
                    state = "uncertain" if deed.state == "sending" else deed.state
                    rows.setdefault(state, []).append(self._deed(db, deed, ours[deed.account_id]))
            return views.Landing(
                since=report["away_since"],
                until=report["ended_at"],
                sent=tuple(rows.get("sent", ())),
                held=tuple(rows.get("review", ())),
                uncertain=tuple(rows.get("uncertain", ())),
                rejected=tuple(rows.get("rejected", ())),
                new=report["new"],
            )

        return self._store.read(look)

    def search(
        self, query: str, *, limit: int, behind: int | None, best: bool, still: Callable[[], bool]
    ) -> Findings:
        """See `Desk`."""
        from cmapp.store.words import highlights

        def look(db: Connection) -> Findings:
            places = {a.id: a.platform for a in accounts.every(db)}
            with search.breaking_off(db, still):
                found = search.find(
                    db, query, limit=limit, before=behind, now=text.now(), best=best
                )
            hits = (
                views.Hit(
                    id=h.post_id or h.item_id or 0,
                    account=h.account_id or "",
                    platform=places.get(h.account_id or "", ""),
                    name=h.author_name,
                    handle=h.author_handle,
                    text=h.text,
                    created_at=h.created_at,
                    marks=tuple((a, b - a) for a, b in highlights(h.text, found.needles)),
                    item=h.item_id,
                    key=h.key,
                    kind=h.kind,
                )
                for h in found.hits
            )
            return views.Findings(
                tuple(hits), found.more, tuple((n.code, n.part) for n in found.notes)
            )

        return self._store.read(look)

    def names(self, begun: str) -> list[str]:
        """See `Desk`."""
        return self._store.read(lambda db: named.handles_named(db, begun, limit=6))

    def mentionable(self, begun: str) -> list[tuple[str, str, str]]:
        """See `Desk`."""
        return self._store.read(lambda db: named.mentionable(db, begun, limit=24))

    def own_texts(self) -> list[str]:
        """See `Desk`."""
        return self._store.read(lambda db: named.own_texts(db, limit=500))

    def count_hits(self, query: str, still: Callable[[], bool]) -> int:
        """See `Desk`."""

        def look(db: Connection) -> int:
            with search.breaking_off(db, still):
                return search.tally(db, query, now=text.now())

        return self._store.read(look)

    def look(self, command: str, /, **args: Any) -> dict[str, Any]:
        """See `Desk`."""
        from cmapp.ui.looks import look  # its rules are not needed before a conversation opens

        return look(self._store, command, args)

    def queued_texts(self, numbers: Sequence[int]) -> dict[int, set[str]]:
        """Return what the outbox has, or had, of these drafts: their texts by draft."""

        def look(db: Connection) -> dict[int, set[str]]:
            found: dict[int, set[str]] = {}
            for number in numbers:
                for deed in outbox.of_draft(db, number):
                    found.setdefault(number, set()).add(str(getattr(deed.action, "text", "")))
            return found

        return self._store.read(look)

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        """See `Desk`; waits for an engine that is being started."""
        from cmapp.system.clock import Clock

        clock, never = Clock(), threading.Event()
        ends = clock.monotonic() + _PATIENCE
        while True:
            try:
                return self._client().call(command, **args)
            except client.EngineGone as gone:
                if gone.why != "engine_unreachable" or clock.monotonic() > ends:
                    raise
            self.wanted()
            clock.wait(never, 0.15)

    def listen(
        self, told: Callable[[Any], None], gone: Callable[[], None], stop: threading.Event
    ) -> bool:
        """Hear of changes until `stop`; False where there is no engine yet."""
        return self._client().listen(told, gone, stop)

    def unfinished(self) -> bool:
        """Tell whether the engine has yet to make the store's tables, or to bring them up to date.

        It cannot say where the file cannot be read; `trouble` tells of that.
        """
        try:
            with translated():
                return self._store.read(version) < SCHEMA_VERSION
        except DomainTrouble:
            return False

    def trouble(self) -> DomainTrouble | None:
        """Return why the store cannot be read, if it cannot."""

        def look(db: Connection) -> None:
            verify(db)
            accounts.every(db)

        try:
            with translated():
                self._store.read(look)
        except DomainTrouble as trouble:
            return trouble
        return None


def said_by(action: Action) -> str:
    """Return the words of a deed: its text, or the note and the reason that go with it."""
    names = ("text", "note", "reason")
    return next((str(words) for n in names if (words := getattr(action, n, ""))), "")
