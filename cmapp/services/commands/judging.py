"""Commands that set the verdict right: corrections of items, and the person's own word lists."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.alike import skeleton
from cmapp.domain.errors import Rejected
from cmapp.domain.signals import SIGNALS
from cmapp.domain.wordlist import LONGEST_WORD, pattern_of, words_in
from cmapp.services import judging, linting
from cmapp.services.commands.triage import Group, Ids, change
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import deeds, judged, watching
from cmapp.store.database import Tx
from cmapp.store.judged import Correction
from cmapp.store.sqlite import Connection

JUDGED = ("needs_reply", "signals", "corrected", "lane", "due_at")
LEARNED_AT_ONCE = 200
"""Of how many different texts one correction is remembered."""


def correct(
    desk: Desk,
    needs_reply: bool | None = None,
    signals: Sequence[str] | None = None,
    rules: bool = False,
    items: Ids = None,
    query: str | None = None,
    group: Group = None,
) -> Json:
    """Say of items whether they need a reply, and (or) what they say (`SIGNALS`).

    It stays so whatever the rules say, and what comes in with nearly the same words is judged
    the same (its signals then hold `like:<item>`). `rules`: let the rules say again.
    Raises Rejected (`nothing_to_correct`, `unknown_signal`).
    """
    if not rules and needs_reply is None and signals is None:
        raise Rejected("nothing_to_correct", field="needs_reply", reason="empty")
    strange = sorted({*(signals or ())}.difference(SIGNALS))
    if strange:
        raise Rejected("unknown_signal", field="signals", reason="unknown", value=strange[0])
    chosen = None if signals is None else tuple(s for s in SIGNALS if s in signals)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        deeds.note(tx, deed, found, JUDGED)
        if rules:
            for number, _ in _different(judged.texts(tx.db, found)):
                deeds.note_row(tx, deed, "corrections", {"item_id": number})
            judged.forget(tx, found)
            judged.leave_to_rules(tx, found)
        else:
            judged.set_said(tx, found, needs_reply=needs_reply, signals=chosen)
            for number, text in _different(judged.texts(tx.db, found)):
                deeds.note_row(tx, deed, "corrections", {"item_id": number})
                judged.correct(tx, Correction(number, text, needs_reply, chosen), now=desk.now())
        judging.again(tx, desk, found)
        deeds.touch(tx, found)
        return {"needs_reply": needs_reply, "signals": None if chosen is None else list(chosen)}

    told = {"needs_reply": needs_reply, "signals": None if chosen is None else list(chosen)}
    return change(desk, "inbox.correct", {**told, "rules": rules}, do, items, query, group)


def _different(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the first item of each text; those that say nothing teach nothing."""
    first: dict[str, tuple[int, str]] = {}
    for number, text in texts:
        if bones := skeleton(text):
            first.setdefault(bones, (number, text))
    return list(first.values())[:LEARNED_AT_ONCE]


def words_list(desk: Desk) -> Json:
    """Return {words: [{list, word, since}]}."""
    found = desk.store.read(watching.every)
    return {"words": [{"list": w.list, "word": w.word, "since": iso(w.made_at)} for w in found]}


def words_add(desk: Desk, list: str, word: str) -> Json:
    """Put a word on a list; what waits is marked anew. Returns {list, word, marked, undo}.

    Raises Rejected (`unknown_list`, `bad_word`).
    """
    named = _word(list, word)
    back = {"command": "words.remove", "args": {"list": list, "word": named}}

    def add(tx: Tx) -> bool:
        new = watching.add(tx, list, named, now=desk.now())
        if new:
            deeds.add(tx, "words.add", {"list": list, "word": named}, now=desk.now(), undo=back)
        return new

    new = desk.store.write(add)
    marked = _mark(desk, list, named) if new else 0
    return {"list": list, "word": named, "marked": marked, "undo": back if new else None}


def words_remove(desk: Desk, list: str, word: str) -> Json:
    """Take a word off a list. Returns as `words_add` does. Raises Rejected (`not_listed`)."""
    named = _word(list, word)
    back = {"command": "words.add", "args": {"list": list, "word": named}}

    def remove(tx: Tx) -> None:
        if not watching.remove(tx, list, named):
            raise Rejected("not_listed", field="word", reason="unknown", value=named)
        deeds.add(tx, "words.remove", {"list": list, "word": named}, now=desk.now(), undo=back)

    desk.store.write(remove)
    return {"list": list, "word": named, "marked": _mark(desk, list, named), "undo": back}


def words_check(desk: Desk, text: str) -> Json:
    """Return {findings: [{code, severity, text, start, end}]}: what stands in a text to go out."""
    return {
        "findings": [
            {
                "code": f.code,
                "severity": f.severity,
                "text": f.of(text),
                "start": f.start,
                "end": f.end,
            }
            for f in linting.look(desk, text)
        ]
    }


def _word(name: str, word: str) -> str:
    if name not in watching.LISTS:
        raise Rejected("unknown_list", field="list", reason="unknown", value=name)
    named = " ".join(word.split())
    if not pattern_of(named) or len(named) > LONGEST_WORD:
        raise Rejected("bad_word", field="word", reason="empty" if not named else "too_long")
    return named


def _mark(desk: Desk, name: str, word: str) -> int:
    """Judge those of the waiting items again that have the word; returns how many changed."""
    if name not in ("watch", "sensitive"):
        return 0

    def having(db: Connection, ids: list[int]) -> list[int]:
        return [number for number, text in judged.texts(db, ids) if words_in(text, (word,))]

    return judging.all_again(desk, having)
