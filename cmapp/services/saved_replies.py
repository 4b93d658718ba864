"""From a saved reply to a text for one conversation: which variant, and what fills its gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cmapp.domain import filling, tongue
from cmapp.domain.filling import Filled
from cmapp.domain.signals import no_more_than_thanks
from cmapp.services import away, clocks, compose
from cmapp.services.desk import Desk
from cmapp.store import accounts, replies
from cmapp.store.replies import Saved, Use, Variant
from cmapp.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reply would go: the network, the language they wrote in, what fills gaps."""

    network: str
    lang: str
    known: Mapping[str, str]


def spot(db: Connection, number: int | None, account_id: str | None = None, *, now: int) -> Spot:
    """Return what is known about the place of an answer to ITEM, or of a post by an account.

    Raises Missing, Unsupported as `compose.place` does.
    """
    known: dict[str, str] = {}
    lang = ""
    account = None
    if number is not None:
        there = compose.place(db, number, account_id)
        account, post = there.account, there.post
        lang = tongue.of(post.text)
        known["name"] = post.author_name or post.author_handle
        known["first_name"] = filling.first_name(post.author_name) or post.author_handle
        known["handle"] = "@" + post.author_handle.lstrip("@")
        known["order"] = filling.order_number(post.text)
    elif account_id is not None:
        account = accounts.by_id(db, account_id)
    if account is not None:
        known["account"] = account.name or account.handle
        known["account_handle"] = "@" + account.handle.lstrip("@")
        known["platform"] = account.platform
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone()
    known["date"] = day_words(today, lang)
    known["time"] = f"{today:%H:%M}"
    return Spot(account.platform if account else "", lang, {k: v for k, v in known.items() if v})


def day_words(day: datetime, lang: str) -> str:
    """Return a day as it is written in a language."""
    if lang.startswith("zh") or lang == "ja":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {away.MONTHS[day.month - 1]}"


def choose(variants: Sequence[Variant], network: str, lang: str) -> Variant:
    """Return the variant for a network and a language; the language counts first.

    The order: their language, another script or country of it, no language named, English, any;
    within each, this network, no network named, any other network.
    """

    def place(one: Variant) -> tuple[int, int]:
        if lang and one.lang == lang:
            speaks = 0
        elif lang and one.lang and tongue.family(one.lang) == tongue.family(lang):
            speaks = 1
        elif not one.lang:
            speaks = 2
        else:
            speaks = 3 if one.lang == "en" else 4
        lives = 0 if one.network == network else 1 if not one.network else 2
        return speaks, lives

    return min(variants, key=place)


def expand(
    desk: Desk,
    saved: Saved,
    *,
    item: int | None,
    account_id: str | None,
    answers: Mapping[str, str] | None = None,
    network: str | None = None,
    lang: str | None = None,
) -> tuple[Variant, Filled, Spot]:
    """Return the variant for a place and its text with what is known filled in.

    `network` and `lang` choose another variant than the place would.
    """
    there = desk.store.read(lambda db: spot(db, item, account_id, now=desk.now()))
    variant = choose(
        saved.variants,
        there.network if network is None else network,
        there.lang if lang is None else tongue.normal(lang),
    )
    known = dict(there.known)
    if any(g.name == "reopens" for g in filling.gaps(variant.text)):
        known["reopens"] = reopens(desk, account_id, item, variant.lang or there.lang)
    return variant, filling.fill(variant.text, known, answers), there


def reopens(desk: Desk, account_id: str | None, item: int | None, lang: str) -> str:
    """Return when the account's office opens next, in words; "" while it is open, or always is."""

    def look(db: Connection) -> str:
        account = account_id
        if item is not None:
            account = compose.place(db, item, account_id).account.id
        if account is None:
            return ""
        at = clocks.timetable(db, account)
        opens = at.next_open(desk.now())
        if opens is None or opens <= desk.now():
            return ""
        tongue_ = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}.get(lang, "en")
        return away.reopens_words(at.local(opens), at.local(desk.now()), tongue_)

    return desk.store.read(look)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the uses of one saved reply.

    used = unsent + sent. Of the sent: `edited` went out with another text than it was put in
    with; `thanked`, `wrote_again` and `quiet` sum to `sent`. `open`: the item is not done.
    """

    used: int = 0
    sent: int = 0
    edited: int = 0
    thanked: int = 0
    wrote_again: int = 0
    quiet: int = 0
    open: int = 0
    last_at: int | None = None


def outcomes(found: Sequence[Use]) -> dict[int, Outcome]:
    """Return the outcome by saved reply."""
    by_reply: dict[int, list[Use]] = {}
    for use in found:
        by_reply.setdefault(use.reply_id, []).append(use)
    return {number: _outcome(uses) for number, uses in by_reply.items()}


def _outcome(uses: Sequence[Use]) -> Outcome:
    sent = [u for u in uses if u.sent is not None]
    thanked = [u for u in sent if u.back is not None and is_thanks(*u.back)]
    again = [u for u in sent if u.back is not None and not is_thanks(*u.back)]
    return Outcome(
        used=len(uses),
        sent=len(sent),
        edited=sum((u.sent or "").strip() != u.text.strip() for u in sent),
        thanked=len(thanked),
        wrote_again=len(again),
        quiet=len(sent) - len(thanked) - len(again),
        open=sum(u.item_state in ("open", "waiting") for u in uses),
        last_at=max((u.at for u in uses), default=None),
    )


def is_thanks(text: str, signals: Sequence[str]) -> bool:
    """Tell whether what they wrote back is a thank-you and nothing more."""
    return "thanks" in signals or no_more_than_thanks(text)


def by_name(db: Connection, name: str) -> Saved | None:
    """Return a saved reply by its id, its shortcut or its title."""
    if name.isascii() and name.isdigit() and len(name) <= 19:
        found = replies.by_id(db, int(name))
        if found is not None:
            return found
    return replies.named(db, name)
