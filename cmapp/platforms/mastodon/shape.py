"""Mastodon's JSON → records: pure functions, for every server that speaks this API.

Servers differ in what they leave out, so only what a record cannot be without is demanded: an id,
an author, a time. All else that is missing, of the wrong type or beyond all measure counts as
unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from cmapp.connectors import paging, plain
from cmapp.connectors.base import Json, text_key
from cmapp.domain.errors import Garbled
from cmapp.domain.records import Interaction, Kind, Media, Post, Profile, Record, said

_MEDIA = {"image": "image", "video": "video", "gifv": "video", "audio": "audio"}
_COUNTS = {
    "replies": "replies_count",
    "likes": "favourites_count",
    "reposts": "reblogs_count",
    "quotes": "quotes_count",
}
_DEEDS = {
    "favourite": Kind.REACTION,
    "pleroma:emoji_reaction": Kind.REACTION,
    "reaction": Kind.REACTION,
    "reblog": Kind.REPOST,
    "follow": Kind.FOLLOW,
    "follow_request": Kind.FOLLOW,
}
_LONGEST_ID = 500
_LONGEST_ADDRESS = 4_000
_MOST = 500
"""How many mentions, files or options of one post are looked at."""
_LARGEST = 10**12
"""A larger count is none: sums of such would leave the 64 bits that the store has."""
_EARLIEST, _LATEST = 0, 7_258_118_400_000
"""1970 and 2200 in UTC ms: what is dated outside is dated wrong, and no calendar could show it."""
_ACCT = re.compile(r"[\w.+-]{1,200}(?:@[\w.:-]{1,250})?")
_MENTION = re.compile(r"(?<![\w/@.])@([\w.-]*\w)(?:@[\w.-]*\w(?::\d+)?)?")
_LEADING = re.compile(r"^(?:@[\w.-]+\s*)+")


def profile(account: Json) -> Profile:
    """Return the person of an Account. Raises Garbled."""
    data = _object(account, "account")
    handle = _word(data, "acct") or _word(data, "username")
    if handle is None:
        raise Garbled(reason="shape", at="account.acct")
    note = _word(data, "note")
    return Profile(
        remote_id=_id(data, "account"),
        handle=plain.handle(handle),
        name=plain.line(_word(data, "display_name") or ""),
        avatar=_web(data, "avatar"),
        url=_web(data, "url") or _web(data, "uri"),
        bio=None if note is None else plain.from_html(note).text,
        followers=_number(data, "followers_count"),
        following=_number(data, "following_count"),
        posts=_number(data, "statuses_count"),
    )


def post(status: Json, *, root: str | None = None) -> Post:
    """Return the post of a Status; `root` is the first post of its thread where it is known.

    A content warning stands before the text, as its first paragraph: it is part of what was said.
    `facts` holds what an answer needs: `acct`, `mentions` ([acct]), `reply_to` (account id),
    `spoiler`, `sensitive`, `quote` (status id), `poll` ([option]); each only where there is
    something to tell. Raises Garbled.
    """
    data = _object(status, "status")
    remote_id = _id(data, "status")
    author = profile(data.get("account"))
    people = {m["url"]: m["acct"] for m in _mentions(data) if isinstance(m.get("url"), str)}
    body = plain.from_html(_word(data, "content") or "", mentions=people)
    text, spans = body.text, body.spans
    spoiler = plain.line(_word(data, "spoiler_text") or "")
    if spoiler:
        lead = f"{spoiler}\n\n" if text else spoiler
        text = lead + text
        spans = tuple(replace(s, start=s.start + len(lead), end=s.end + len(lead)) for s in spans)
    visibility = plain.line(_word(data, "visibility") or "public", 40)
    parent = _ref(data.get("in_reply_to_id"))
    can_reply, why = _can_reply(data)
    return Post(
        remote_id=remote_id,
        author=author,
        text=text,
        created_at=_time(data, "created_at", "status"),
        kind="message" if visibility == "direct" else "post",
        parent=parent,
        root=root or (remote_id if parent is None else None),
        uri=plain.line(_word(data, "uri") or "", _LONGEST_ADDRESS) or None,
        url=_web(data, "url") or _web(data, "uri"),
        lang=plain.line(_word(data, "language") or "", 35) or None,
        visibility=visibility,
        edited_at=_moment(data.get("edited_at")),
        spans=spans,
        media=tuple(m for entry in _list(data, "media_attachments")[:_MOST] if (m := media(entry))),
        counts={ours: _number(data, theirs) for ours, theirs in _COUNTS.items()},
        can_reply=can_reply,
        no_reply_why=why,
        facts=_facts(data, author, spoiler),
    )


def media(attachment: Json) -> Media | None:
    """Return the picture, film or sound; None for one that has no address (yet)."""
    if not isinstance(attachment, dict):
        return None
    addresses = (_web(attachment, key) for key in ("url", "remote_url", "preview_url"))
    url = next((found for found in addresses if found), None)
    if url is None:
        return None
    meta = attachment.get("meta")
    size = meta.get("original") if isinstance(meta, dict) else None
    alt = _word(attachment, "description")
    return Media(
        kind=_MEDIA.get(_word(attachment, "type") or "", "other"),
        url=url,
        preview=_web(attachment, "preview_url"),
        alt=None if alt is None else plain.clean(alt),
        width=_number(size, "width") if isinstance(size, dict) else None,
        height=_number(size, "height") if isinstance(size, dict) else None,
    )


def notification(entry: Json, me: str) -> tuple[Record, ...]:
    """Return what a Notification tells the account whose id is `me`.

    The posts that a reaction is about come as records of their own. A type that we do not know
    is an interaction of kind `other`; one that names nobody is told as our own. Raises Garbled.
    """
    data = _object(entry, "notification")
    kind = _word(data, "type") or ""
    about = post(data["status"]) if isinstance(data.get("status"), dict) else None
    if about is not None and about.author.remote_id != me and kind in {"mention", "quote"}:
        # Who quotes us and names us too is told twice; naming asks for an answer, so it counts.
        named = me in (_ref(person.get("id")) for person in _mentions(data["status"]))
        return (_said_to(about, me, quote=kind == "quote" and not named),)
    account = data.get("account")
    deed = Interaction(
        remote_key=f"notification:{_id(data, 'notification')}",
        kind=_DEEDS.get(kind, Kind.OTHER),
        actor=profile(account) if isinstance(account, dict) else Profile(remote_id=me, handle=""),
        created_at=_time(data, "created_at", "notification"),
        post=None if about is None or about.author.remote_id == me else about,
        target=about.remote_id if about is not None and about.author.remote_id == me else None,
    )
    return (deed,) if about is None or deed.post is not None else (about, deed)


def conversation(entry: Json, me: str) -> tuple[Record, ...]:
    """Return the last word of a Conversation: an interaction, or a bare post where it is ours."""
    status = _object(entry, "conversation").get("last_status")
    if not isinstance(status, dict):
        return ()
    found = post(status)
    return (found,) if found.author.remote_id == me else (_said_to(found, me),)


def thread(status: Json, context: Json) -> tuple[Post, ...]:
    """Return a Status with its Context, oldest first within each line.

    Raises Garbled; what cannot be read around a status that can is left out.
    """
    around = _object(context, "context")
    here = post(status)
    before, _ = paging.sound(_list(around, "ancestors"), post)
    first = (before or [here])[0]
    # Where the list begins in mid-thread, the first post's parent is the nearest thing to a root.
    root = first.parent or first.remote_id
    after, _ = paging.sound(_list(around, "descendants"), post)
    return tuple(replace(found, root=root) for found in (*before, here, *after))


def created_at(entry: Json, what: str = "status") -> int:
    """Return when a Status or Notification was made, UTC ms. Raises Garbled."""
    return _time(_object(entry, what), "created_at", what)


def held_until(entry: Json) -> int:
    """Return when a ScheduledStatus is to be published, UTC ms. Raises Garbled."""
    return _time(_object(entry, "scheduled_status"), "scheduled_at", "scheduled_status")


def stamp(when: int) -> str:
    """Return UTC ms as the API takes times."""
    moment = datetime.fromtimestamp(when / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def attached(status: Mapping[str, Any]) -> list[str]:
    """Return the ids of the files that hang on a Status. Raises Garbled: none may get lost."""
    entries = _list(status, "media_attachments")
    return [_id(_object(entry, "media"), "media") for entry in entries]


def remote_id(entry: Json, what: str = "status") -> str:
    """Return the id of an entity. Raises Garbled."""
    return _id(_object(entry, what), what)


def same_text(ours: str, theirs: str, *, whole: bool = False) -> bool:
    """Tell whether the server's plain text is what we sent.

    Servers show `@user@host` as `@user` and put mentions in front; white space is theirs to set.
    `whole`: the mentions in front must be the same, too.
    """
    ours, theirs = _essence(ours), _essence(theirs)
    return ours == theirs if whole else _LEADING.sub("", ours) == _LEADING.sub("", theirs)


def _essence(text: str) -> str:
    return _MENTION.sub(lambda found: "@" + found[1].lower(), text_key(plain.clean(text)))


def mentioned(text: str) -> set[str]:
    """Return the handles in `text` as they are written there, lower case, without the first @."""
    return {found[0][1:].lower() for found in _MENTION.finditer(text)}


def full_mentions(text: str, accts: list[str]) -> str:
    """Return `text` with `@user` spelt `@user@host` for those of `accts` who live elsewhere."""
    away = {acct.partition("@")[0].lower(): acct for acct in accts if "@" in acct}

    def spelt(found: re.Match[str]) -> str:
        return found[0] if "@" in found[0][1:] else "@" + away.get(found[1].lower(), found[1])

    return _MENTION.sub(spelt, text)


def _said_to(found: Post, me: str, *, quote: bool = False) -> Interaction:
    if found.visibility == "direct":
        return said(found, Kind.MESSAGE)
    if quote:
        return said(found, Kind.QUOTE, target=found.facts.get("quote"))
    answers_us = found.facts.get("reply_to") == me
    return said(found, Kind.REPLY if answers_us else Kind.MENTION)


def _facts(data: Mapping[str, Any], author: Profile, spoiler: str) -> dict[str, Any]:
    facts: dict[str, Any] = {"acct": author.handle}
    if mentions := [m["acct"] for m in _mentions(data)]:
        facts["mentions"] = mentions
    if (reply_to := _ref(data.get("in_reply_to_account_id"))) is not None:
        facts["reply_to"] = reply_to
    if spoiler:
        facts["spoiler"] = spoiler
    if data.get("sensitive") is True:
        facts["sensitive"] = True
    quote = data.get("quote")
    if isinstance(quote, dict):
        quoted = quote.get("quoted_status", quote)
        found = quoted.get("id") if isinstance(quoted, dict) else quote.get("quoted_status_id")
        if (quoted_id := _ref(found)) is not None:
            facts["quote"] = quoted_id
    poll = data.get("poll")
    if isinstance(poll, dict):
        titles = (_word(o, "title") for o in _list(poll, "options") if isinstance(o, dict))
        facts["poll"] = [plain.line(title) for title in titles if title][:_MOST]
    return facts


def _can_reply(data: Mapping[str, Any]) -> tuple[bool | None, str | None]:
    """Return GoToSocial's word on whether we may answer; others do not say.

    Its server adds `me` to the list that the asking account falls under.
    """
    policy = data.get("interaction_policy")
    rule = policy.get("can_reply") if isinstance(policy, dict) else None
    if not isinstance(rule, dict):
        return None, None
    at_once = rule.get("automatic_approval", rule.get("always"))
    asked = rule.get("manual_approval", rule.get("with_approval"))
    if not isinstance(at_once, list):
        return None, None
    lists = at_once + (asked if isinstance(asked, list) else [])
    if "me" in lists or "public" in lists:
        return True, None
    return False, "interaction_policy"


def _mentions(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    # Their names go out in our answers: what is no name must not get there.
    entries = (m for m in _list(data, "mentions")[:_MOST] if isinstance(m, dict))
    return [m for m in entries if isinstance(m.get("acct"), str) and _ACCT.fullmatch(m["acct"])]


def _object(value: Json, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Garbled(reason="shape", at=what)
    return value


def _id(data: Mapping[str, Any], what: str) -> str:
    found = _ref(data.get("id"))
    if found is None:
        raise Garbled(reason="shape", at=f"{what}.id")
    return found


def _ref(value: Json) -> str | None:
    """Return an id as text; some servers write numbers."""
    if isinstance(value, str):
        good = value.isprintable() and value not in ("", ".", "..") and len(value) <= _LONGEST_ID
        return value if good else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _word(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) else None


def _web(data: Mapping[str, Any], key: str) -> str | None:
    """Return an address of the web."""
    return plain.web(_word(data, key))


def _number(data: Mapping[str, Any], key: str) -> int | None:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= _LARGEST else None


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _time(data: Mapping[str, Any], key: str, what: str) -> int:
    found = _moment(data.get(key))
    if found is None:
        raise Garbled(reason="shape", at=f"{what}.{key}")
    return found


def _moment(value: Json) -> int | None:
    """Return UTC ms of an ISO 8601 time; one without a zone is taken as UTC."""
    if not isinstance(value, str):
        return None
    try:
        when = datetime.fromisoformat(value)
        aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
        found = int(aware.timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
    return found if _EARLIEST <= found < _LATEST else None
