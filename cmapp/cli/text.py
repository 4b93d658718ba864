"""English for codes, and the lines that a person reads in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ERRORS = {
    "offline": "no way out: you are offline, or the server cannot be reached",
    "switched_off": "this run was told to stay offline",
    "flight_mode": "flight mode is on; end it with: cmapp flight end",
    "paused": "everything outgoing is paused; release it with: cmapp outbox resume",
    "throttled": "the server asks us to wait",
    "sign_in_needed": "the account has to be signed in again",
    "no_secret": "no token is known for this account: sign in again",
    "keyring_unavailable": "the keyring cannot be used; hand the token in as"
    " CMAPP_TOKEN_<ACCOUNT ID>",
    "no_keyring": "there is no keyring here: hand the token to each run in {variable}",
    "scope_missing": "the token lacks the scope {scope}",
    "token_refused": "the platform no longer accepts our token: sign in again",
    "wrong_password": "the platform does not accept that handle and password",
    "app_password_needed": "the platform wants an app password, not the account's own",
    "account_suspended": "the platform has suspended this account",
    "account_deactivated": "this account is deactivated on the platform",
    "another_account": "that sign-in belongs to another account",
    "flaky": "the server did not answer properly; trying again may help",
    "uncertain": "it may or may not have been sent",
    "rejected": "it was refused ({reason})",
    "too_long": "the text is too long: {size} {unit} of {limit}; it is kept as draft {draft}",
    "too_many_media": "too many pictures: {size} of {limit}",
    "empty": "there is no text; the draft is kept",
    "missing": "it does not exist (any more)",
    "unknown_item": "there is no item {id}",
    "unknown_account": "there is no account {id}",
    "unknown_draft": "there is no draft {id}",
    "unknown_row": "there is no row {id} in the outbox",
    "unknown_platform": "there is no platform {platform}",
    "draft_is_queued": "draft {id} is queued; take its row back first: cmapp outbox cancel ID",
    "not_in_review": "row {id} does not wait for a decision (it is {reason})",
    "too_late": "row {id} cannot be taken back any more (it is {reason})",
    "nothing_to_answer": "a {kind} has no words to answer",
    "cannot_send": "this account cannot do that here",
    "certificate": "the server's certificate is not valid; it is never bypassed",
    "insecure_url": "the address must begin with https:// (plain http only on this machine)",
    "not_mastodon": "that server does not speak the Mastodon API",
    "redirected": "the server sends us to another host ({host}); use that address if you trust it",
    "garbled": "the answer of the server was not understood",
    "engine_busy": "another program works on this profile and does not answer",
    "engine_gone": "the program that works on this profile ended; look with `cmapp outbox list`"
    " before you repeat anything",
    "profile_newer": "a newer cmapp wrote this profile (schema {version}, we know {known})",
    "not_a_profile": "the database in this folder is not one of cmapp",
    "disk_full": "the disk is full; nothing that was saved is lost",
    "database_damaged": "the database is damaged; it is left as it is",
    "read_only": "the profile cannot be written to",
    "usage": "{message}",
}
"""Error code → words; the braces are facts."""

REASONS = {
    "parent_deleted": "the post it answers was deleted",
    "parent_edited": "the post it answers was edited",
    "author_again": "the author wrote again",
    "answered_by_us": "one of us has answered already",
    "not_allowed": "replies are not allowed",
    "window_closed": "the time for a reply is over",
    "late": "its planned time is long past",
    "unresolved": "nobody knows whether it was sent",
}
STATES = {
    "ready": "waiting",
    "sending": "going out",
    "sent": "sent",
    "rejected": "refused",
    "uncertain": "may have been sent",
    "review": "held for you",
    "cancelled": "taken back",
}


class _Known(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def error(code: str, facts: Mapping[str, Any]) -> str:
    """Return an error in words."""
    words = ERRORS.get(code)
    if words is None:
        told = ", ".join(f"{k}: {v}" for k, v in facts.items())
        return f"{code} ({told})" if told else code
    return words.format_map(_Known(facts))


def one_line(text: str | None, most: int = 72) -> str:
    """Return a text as one short line."""
    line = " ".join((text or "").split())
    return line if len(line) <= most else line[: most - 1] + "…"


def accounts(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of accounts."""
    if not found["accounts"]:
        yield "No account yet. Connect one: cmapp accounts add --help, or try: cmapp demo"
    for a in found["accounts"]:
        state = a["state"] if not a["problem"] else f"{a['state']}, {a['problem']}"
        read = a["synced_at"] or "—"
        yield f"{a['id']}  {a['platform']:<9} {a['handle']:<32} {state}  read {read}"


def synced(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a sync brought."""
    for a in found["accounts"]:
        error_text = f"  stopped: {error(a['error'], {})}" if a["error"] else ""
        yield f"{a['id']}  {a['new']} new, {a['changed']} changed{error_text}"


def inbox(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of inbox items."""
    if not found["items"]:
        yield "Nothing waits here."
    for i in found["items"]:
        who = i["author"]["name"] or i["author"]["handle"]
        head = f"{i['id']}  {i['created_at'][:16]}  {i['kind']:<8}"
        yield f"{head} {one_line(who, 20):<20} {one_line(i['text'])}"


def thread(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell a conversation."""
    for p in found["posts"]:
        who = p["author"]["name"] or p["author"]["handle"]
        mark = f" [{STATES[p['pending']]}]" if p["pending"] else ""
        gone = " [deleted]" if p["deleted"] else ""
        yield f"{p['created_at'][:16]}  {'us' if p['mine'] else who}{mark}{gone}"
        yield f"    {p['text']}"


def hits(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a search found."""
    for h in found["hits"]:
        who = h["author"]["name"] or h["author"]["handle"]
        yield f"{h['id']}  {h['created_at'][:16]}  {one_line(who, 20):<20} {one_line(h['text'])}"
    if not found["hits"]:
        yield "Nothing found."
    if found["more"]:
        yield "… and more: --limit"


def queued(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell that something was queued."""
    yield f"Queued as {found['outbox']['id']}. Send it with: cmapp outbox send"


def drafts(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of drafts."""
    if not found["drafts"]:
        yield "No drafts."
    for d in found["drafts"]:
        yield f"{d['id']}  {d['saved_at'][:16]}  {d['state']:<7} {one_line(d['text'])}"
    for v in found.get("history", ()):
        yield f"    version {v['n']}  {v['saved_at'][:16]}  {one_line(v['text'])}"


def row(found: Mapping[str, Any]) -> str:
    """Return one row of the outbox as a line."""
    why = f": {REASONS[found['reason']]}" if found["reason"] else ""
    return f"{found['id']}  {STATES[found['state']]}{why}  {one_line(found['text'], 60)}"


def rows(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of the outbox."""
    if not found["rows"]:
        yield "The outbox is empty."
    for one in found["rows"]:
        yield row(one)


def landed(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a landing did."""
    titles = {
        "sent": "Sent once",
        "held": "Held for you",
        "uncertain": "May have been sent",
        "rejected": "Refused",
    }
    for name, title in titles.items():
        yield f"{title}: {len(found.get(name, ()))}"
        for one in found.get(name, ()):
            yield f"    {row(one)}"
            for n in one["news"]:
                if n.get("text"):
                    yield f"        since then {n.get('author', '')}: {one_line(n['text'])}"
    yield f"New since you left: {sum(found.get('new', {}).values())}"
    for account, code in found.get("errors", {}).items():
        yield f"{account}: {error(code, {})}"
