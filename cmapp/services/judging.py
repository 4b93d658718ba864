"""What waits for an answer, in which lane, and until when: the verdict on what comes in.

A hand outranks everything (`corrected`, `priority`), then a VIP, then what a person said of a
text like this one, then the rules of `domain/signals.py` and the person's own word lists.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cmapp.domain.folding import fold
from cmapp.domain.lessons import Lesson, Lessons
from cmapp.domain.records import NEEDS_REPLY, Interaction, Kind
from cmapp.domain.signals import SIGNALS, Side, read
from cmapp.domain.wordlist import words_in
from cmapp.services import clocks
from cmapp.services.desk import Desk
from cmapp.store import accounts, judged, lanes, muting, watching
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.inbox import Judge, Judgement
from cmapp.store.judged import Known, Stored, Verdict
from cmapp.store.sqlite import Connection

SPEAKING = frozenset((*NEEDS_REPLY, Kind.QUOTE, Kind.REVIEW, Kind.OTHER))
"""The kinds in which somebody says something."""
RULES = "1"
"""Counts up when `domain/signals.py` reads otherwise, so that what waits is judged again."""
CHUNK = 1_000
"""How many items one transaction judges again, so that what comes in need not wait long."""


def judge(desk: Desk, db: Connection, account: Account) -> Judge:
    """Return the judge of what comes in to `account`, with what is known and set right now."""
    about = _About(desk, db, account)

    def look(one: Interaction, actor: int) -> Judgement:
        post = one.post
        said = post is not None and one.kind in SPEAKING
        parent = (post.parent if post is not None else None) or one.target
        needs, signals = about.reading(
            str(one.kind), post.text if post is not None and said else "",
            author=one.actor.remote_id, parent=parent if said else None,
        )  # fmt: skip
        lane = about.lane(signals, actor)
        until = post.reply_until if post is not None else None
        muted = about.is_muted(actor, post.remote_id if post is not None else one.target)
        return Judgement(
            needs, about.due(str(one.kind), lane, one.created_at, until), lane, signals,
            "muted" if muted else "open",
        )  # fmt: skip

    return look


def again(tx: Tx, desk: Desk, item_ids: Sequence[int]) -> int:
    """Judge stored items anew, in this transaction; returns how many changed.

    What a person said of an item stays (`corrected`); its lane and deadline follow what else has
    changed: priority, VIPs, word lists, hours. Whether it is muted is the muting's affair.
    """
    changed: list[tuple[int, Verdict]] = []
    touched: set[str] = set()
    made: dict[str, _About] = {}
    for one in judged.stored(tx.db, item_ids):
        about = made.get(one.account_id)
        if about is None:
            account = accounts.by_id(tx.db, one.account_id)
            if account is None:
                continue
            about = made[one.account_id] = _About(desk, tx.db, account)
        verdict = about.verdict(one)
        if verdict != Verdict(one.needs_reply, one.signals, one.lane, one.due_at):
            changed.append((one.id, verdict))
            touched.add(one.account_id)
    judged.put(tx, changed)
    for account_id in touched:
        tx.touch("inbox", account_id)
    return len(changed)


def people_again(tx: Tx, desk: Desk, people: Sequence[int]) -> int:
    """Put what waits from these profiles where it belongs now; returns how many items moved.

    Who somebody is changes the lane and with it the deadline, not what they said: no text is
    read again.
    """
    vips: dict[int, bool] = {}
    dues: dict[str, clocks.Due] = {}
    moved: list[tuple[int, int, int]] = []
    touched: set[str] = set()
    for one in lanes.of_people(tx.db, people):
        if one.actor_id not in vips:
            vips[one.actor_id] = lanes.is_vip(tx.db, one.actor_id)
        if one.account_id not in dues:
            dues[one.account_id] = clocks.due(desk, tx.db, one.account_id)
        lane = lanes.lane(one.signals, priority=one.priority, vip=vips[one.actor_id])
        due_at = dues[one.account_id](one.kind, lane, one.created_at, one.reply_until)
        if (lane, due_at) != (one.lane, one.due_at):
            moved.append((one.id, lane, due_at))
            touched.add(one.account_id)
    lanes.put(tx, moved)
    for account_id in touched:
        tx.touch("inbox", account_id)
    return len(moved)


def all_again(
    desk: Desk, chosen: Callable[[Connection, list[int]], list[int]] | None = None
) -> int:
    """Judge all that waits anew, `CHUNK` by `CHUNK`; returns how many changed.

    `chosen`: (db, ids of one chunk) → those of them worth a look.
    """
    changed, after = 0, -1
    while ids := desk.store.read(lambda db, a=after: judged.waiting(db, after=a, limit=CHUNK)):  # type: ignore[misc]
        after = ids[-1]
        if chosen is not None:
            ids = desk.store.read(lambda db, i=ids: chosen(db, i))  # type: ignore[misc]
        if ids:
            changed += desk.store.write(lambda tx, i=ids: again(tx, desk, i))  # type: ignore[misc]
    return changed


def keep_up(desk: Desk) -> int:
    """Judge all that waits by today's rules, where it was judged by others; returns the changes.

    Killed in between, it begins again: an item that is judged already does not change.
    """
    if desk.store.read(judged.rules) == RULES:
        return 0
    changed = all_again(desk)
    desk.store.write(lambda tx: judged.set_rules(tx, RULES))
    return changed


class _About:
    """What holds for everything that comes in to one account, asked once for many items."""

    def __init__(self, desk: Desk, db: Connection, account: Account) -> None:
        self._db = db
        self._realm = account.realm
        self._known: Known = judged.known(db, account.realm)
        self._handles = tuple(fold(h.lstrip("@")) for h in self._known.handles)
        self._watched = watching.words(db, "watch")
        self._sensitive = watching.words(db, "sensitive")
        self._lessons = lessons(desk, db)
        self.due = clocks.due(desk, db, account.id)

    def reading(
        self, kind: str, text: str, *, author: str, parent: str | None
    ) -> tuple[bool, tuple[str, ...]]:
        """Return whether this needs a reply, and why."""
        if kind not in SPEAKING:
            return False, ()
        side = self._side(kind, author, parent)
        found = read(text, kind=kind, side=side, ours=self._handles)
        needs, signals = found.needs_reply, found.signals
        lesson = self._lessons.of(text) if self._lessons else None
        if lesson is not None:
            needs = needs if lesson.needs_reply is None else lesson.needs_reply and side == "us"
            signals = (*(signals if lesson.signals is None else lesson.signals), like(lesson))
        return needs, (*signals, *self._marks(text, side))

    def _marks(self, text: str, side: Side) -> list[str]:
        """Return what is marked whatever is made of the text: whose talk it is, words in it."""
        marks = [] if side == "us" else ["u-u" if side == "users" else "b-b"]
        if self._watched:
            words = dict.fromkeys(hit.word for hit in words_in(text, self._watched))
            marks += [f"watch:{word}" for word in words]
        if self._sensitive and words_in(text, self._sensitive):
            marks.append("sensitive")
        return marks

    def _side(self, kind: str, author: str, parent: str | None) -> Side:
        """Tell for whom it is (IN-03): an answer to another visitor is none of our business."""
        if author in self._known.ours:
            return "ours"
        if kind in (Kind.REPLY, Kind.COMMENT) and parent is not None:
            answered = judged.author_of(self._db, self._realm, parent)
            if answered is not None and answered not in self._known.ours:
                return "users"
        return "us"

    def lane(self, signals: Sequence[str], actor: int, priority: int = 0) -> int:
        """Return the lane: a hand first, then who it is, then what is said."""
        vip = self._known.vips and lanes.is_vip(self._db, actor)
        return lanes.lane(signals, priority=priority, vip=vip)

    def is_muted(self, actor: int, ref: str | None) -> bool:
        """Tell whether what comes from this person, or in this thread, is to be heard of."""
        return self._known.mutes and muting.is_muted(self._db, self._realm, ref, actor)

    def verdict(self, one: Stored) -> Verdict:
        """Judge a stored item anew."""
        parent = one.parent or one.target
        if one.corrected:
            side = self._side(one.kind, one.author, parent)
            needs = one.needs_reply
            signals = (*said(one.signals), *self._marks(one.text, side))
        else:
            needs, signals = self.reading(one.kind, one.text, author=one.author, parent=parent)
            needs = needs or (one.woken and one.needs_reply)  # put off is not dealt with
        lane = self.lane(signals, one.actor_id, one.priority)
        return Verdict(
            needs, signals, lane, self.due(one.kind, lane, one.created_at, one.reply_until)
        )


def said(signals: Sequence[str]) -> tuple[str, ...]:
    """Return those of the signals that tell what a text says: no marks."""
    return tuple(s for s in signals if s in SIGNALS)


def like(lesson: Lesson) -> str:
    """Return the signal that says of which item a person said so."""
    return f"like:{lesson.item}"


def lessons(desk: Desk, db: Connection) -> Lessons:
    """Return what people said of texts; made anew only where that has changed."""
    mark = judged.lessons_mark(db)
    if not mark:
        return Lessons()
    return _learned(str(desk.paths.database), mark, lambda: judged.corrections(db))


_cache: dict[str, tuple[str, Lessons]] = {}


def _learned(profile: str, mark: str, ask: Callable[[], list[judged.Correction]]) -> Lessons:
    kept = _cache.get(profile)
    if kept is None or kept[0] != mark:
        found = Lessons([Lesson(c.item_id, c.text, c.needs_reply, c.signals) for c in ask()])
        kept = _cache[profile] = (mark, found)
    return kept[1]
