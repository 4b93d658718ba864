"""Codes, states and times become words here, and nowhere else in the window."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from cmapp.system.later import later

if TYPE_CHECKING:
    from cmapp.ui import moderation_words, troubles
else:  # sentences for what goes wrong
    moderation_words = later("cmapp.ui.moderation_words")
    troubles = later("cmapp.ui.troubles")

_log = logging.getLogger(__name__)
translate = QCoreApplication.translate
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


def isolated(name: str) -> str:
    """Return a name such that its own writing direction does not turn its neighbours round."""
    return f"\u2068{name}\u2069"


def now() -> int:
    """Return UTC milliseconds."""
    return int(QDateTime.currentMSecsSinceEpoch())


def span(ms: int) -> str:
    """Return a length of time in one unit, or two where the second still matters."""
    minutes = int(max(0, ms) / MINUTE)
    if minutes < 60:
        return translate("text", "%n min", "", minutes)
    hours, days = int(minutes / 60), int(minutes / 1440)
    if hours < 24:
        return translate("text", "%n h", "", hours)
    return translate("text", "%n d", "", days)


def long_span(ms: int) -> str:
    """Return a length of time in hours and minutes."""
    minutes = int(max(0, ms) / MINUTE)
    hours, rest = divmod(minutes, 60)
    if minutes == 0:
        return translate("text", "less than a minute")
    if hours == 0 or hours >= 48 or rest == 0:
        return span(ms)
    return f"{span(hours * HOUR)} {span(rest * MINUTE)}"


def ago(at: int | None) -> str:
    """Return how long ago something was."""
    if at is None:
        return "—"
    gone = now() - at
    if gone < MINUTE:
        return translate("text", "just now")
    if gone < 7 * DAY:
        return translate("text", "{time} ago").format(time=span(gone))
    return day(at)


def clock(at: int | None) -> str:
    """Return the time of day; with the day where it is not today."""
    if at is None:
        return "—"
    moment = QDateTime.fromMSecsSinceEpoch(at)
    local = QLocale()
    if moment.date() == QDateTime.currentDateTime().date():
        return local.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{day(at)} {local.toString(moment.time(), QLocale.FormatType.ShortFormat)}"


def moment(iso: str) -> int:
    """Return a time as commands tell it (ISO 8601) as UTC ms."""
    return round(datetime.fromisoformat(iso).timestamp() * 1000)


def day(at: int) -> str:
    """Return the day, short: the weekday within a week, else the date."""
    moment = QDateTime.fromMSecsSinceEpoch(at)
    gone = moment.date().daysTo(QDateTime.currentDateTime().date())
    local = QLocale()
    if 0 < gone < 7:
        return local.toString(moment.date(), "ddd")
    return local.toString(moment.date(), translate("text", "d MMM", "date format"))


def date(at: int) -> str:
    """Return the date with its year, in this computer's zone."""
    form = translate("text", "d MMM yyyy", "date format")
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).date(), form)


def date_and_time(at: int) -> str:
    """Return the date with its year and the time of day, in this computer's zone."""
    there = QDateTime.fromMSecsSinceEpoch(at).time()
    return f"{date(at)} {QLocale().toString(there, QLocale.FormatType.ShortFormat)}"


def exact(at: int | None) -> str:
    """Return the day in full and the time, for tooltips.

    The long form of a time is left out: it ends in the name of the zone, in brackets in Chinese.
    """
    if at is None:
        return translate("text", "unknown")
    there, local = QDateTime.fromMSecsSinceEpoch(at), QLocale()
    day = local.toString(there.date(), QLocale.FormatType.LongFormat)
    return f"{day} {local.toString(there.time(), QLocale.FormatType.ShortFormat)}"


def wait(created_at: int, due_at: int | None) -> tuple[str, str]:
    """Return how someone's waiting stands, and the tone to say it in."""
    if due_at is None:
        return ago(created_at), "muted"
    left = due_at - now()
    if left < 0:
        return translate("text", "{time} overdue").format(time=span(-left)), "bad"
    tone = "warn" if left < HOUR else "muted"
    return translate("text", "{time} left").format(time=span(left)), tone


def due(at: int) -> str:
    """Return when something has to be done: overdue by how long, today at …, or the day."""
    late = now() - at
    if late > 0:
        return translate("text", "{time} overdue").format(time=span(late))
    return clock(at)


def channel(code: str) -> str:
    """Return what a channel that is written down by hand is called."""
    return {
        "phone": translate("text", "Phone"),
        "shop": translate("text", "Shop"),
        "email": translate("text", "E-mail"),
        "letter": translate("text", "Letter"),
        "other": translate("text", "Elsewhere"),
    }.get(code, code)


def number(value: int | None) -> str:
    """Return a count; what is not known is a dash, never a nought."""
    return "—" if value is None else QLocale().toString(value)


def kind(code: str) -> str:
    """Return what an interaction is."""
    match code:
        case "mention":
            return translate("text", "mention")
        case "reply":
            return translate("text", "reply")
        case "comment":
            return translate("text", "comment")
        case "message":
            return translate("text", "message")
        case "quote":
            return translate("text", "quote")
        case "review":
            return translate("text", "review")
        case "reaction":
            return translate("text", "like")
        case "repost":
            return translate("text", "share")
        case "follow":
            return translate("text", "new follower")
        case "publish":
            return translate("text", "new post")
        case "edit":
            return translate("text", "edit")
        case "delete":
            return translate("text", "deletion")
        case "like":
            return translate("text", "like")
        case "unlike":
            return translate("text", "like taken back")
        case "mute" | "unmute" | "block" | "unblock" | "report" | "hide" | "unhide":
            return moderation_words.deed(code)
        case _:
            return code


def platform(code: str) -> str:
    """Return a platform's name."""
    names = {"mastodon": "Mastodon", "bluesky": "Bluesky", "discourse": "Discourse"}
    if code == "demo":
        return translate("text", "Demo")
    if code == "byhand":
        return translate("text", "By hand")
    return names.get(code, code.capitalize())


def state(code: str) -> tuple[str, str]:
    """Return an outbox state in one or two words, and its tone."""
    match code:
        case "ready":
            return translate("text", "Waiting"), "held"
        case "sending":
            return translate("text", "Sending"), "accent"
        case "scheduled":
            return translate("text", "Kept by the server"), "ok"
        case "sent":
            return translate("text", "Sent"), "ok"
        case "rejected":
            return translate("text", "Refused"), "bad"
        case "uncertain":
            return translate("text", "May have been sent"), "warn"
        case "review":
            return translate("text", "Held for you"), "held"
        case "cancelled":
            return translate("text", "Dropped"), "muted"
        case _:
            return code, "muted"


def reason(code: str) -> str:
    """Return why a reply is held, in a few words."""
    match code:
        case "parent_deleted":
            return translate("text", "the question was deleted")
        case "parent_edited":
            return translate("text", "the question changed")
        case "author_again":
            return translate("text", "they wrote again")
        case "answered_by_us":
            return translate("text", "a colleague answered")
        case "not_allowed":
            return translate("text", "replies are closed")
        case "window_closed":
            return translate("text", "the time to reply is over")
        case "late":
            return translate("text", "later than you planned")
        case "unresolved":
            return translate("text", "no answer came; not found there yet")
        case "restored":
            return translate("text", "it may be out already")
        case "before_unknown":
            return translate("text", "the part before is nowhere to be found")
        case "before_rejected":
            return translate("text", "the part before was refused")
        case "out_already":
            return translate("text", "the earlier version is out already")
        case "changed":
            return translate("text", "another version took its place")
        case _:
            return code


def reason_long(code: str) -> str:
    """Return what happened, as a sentence beside the buttons."""
    match code:
        case "parent_deleted":
            return translate("text", "The post you answer is gone from the platform.")
        case "parent_edited":
            return translate("text", "The post you answer was edited after you wrote this.")
        case "author_again":
            return translate("text", "The author added something after you wrote this.")
        case "answered_by_us":
            return translate("text", "One of your accounts has already answered here.")
        case "not_allowed":
            return translate("text", "The platform does not let this account reply here now.")
        case "window_closed":
            return translate("text", "The platform's time limit for a reply has passed.")
        case "late":
            return translate("text", "The time you had in mind for this has passed.")
        case "restored":
            return translate(
                "text", "It may have been sent since the backup was made; it will be looked for."
            )
        case "before_unknown":
            return translate("text", "You said the part before is there; cmapp never saw it.")
        case "before_rejected":
            return translate("text", "The part before was refused; the draft is open again.")
        case "changed":
            return translate("text", "Another version took its place.")
        case "out_already":
            return translate(
                "text", "The server published the earlier version before it could be taken back."
            )
        case "by_hand":
            return translate("text", "Answered elsewhere? Press R to write down what you said.")
        case "nothing_to_answer":
            return translate("text", "There is nothing to answer here.")
        case "unresolved":
            return translate(
                "text", "No answer came back. Sending again could show it twice; please look."
            )
        case _:
            return code


def note(code: str) -> str:
    """Return what came out otherwise than asked; "" for what needs no word."""
    return {
        "detached": translate("text", "It stands by itself, not under the post it answers."),
        "published_at_once": translate(
            "text", "The server published it at once instead of keeping it until its time."
        ),
        "other_time": translate("text", "The server would keep it until another time."),
        "moved_there": translate("text", "Its time was changed on the server."),
        "server_late": translate("text", "Its time has come; the server has not published it yet."),
        "server_refused": translate(
            "text", "The server would not keep it. It leaves by this computer's clock."
        ),
    }.get(code, "")


def failed(error: Exception, otherwise: str) -> str:
    """Return what to tell of a command that failed.

    The words of its trouble; `otherwise` for a bug of ours, which goes into the log.
    """
    why = getattr(error, "why", "")
    if why:
        return trouble(why, getattr(error, "facts", {}))
    _log.error("a command failed", exc_info=error)
    return otherwise


def trouble(code: str, facts: Mapping[str, Any], label: str = "") -> str:
    """Return standing trouble or an error as one sentence."""
    who = label or translate("text", "This account")
    match code:
        case "sign_in_needed" | "token_revoked" | "token_expired" | "no_secret":
            return translate("text", "{who} needs you to sign in again.").format(who=who)
        case "scope_missing":
            return translate("text", "{who} lacks a permission. Sign in again to grant it.").format(
                who=who
            )
        case "throttled":
            until = facts.get("until")
            if isinstance(until, int):
                return translate(
                    "text", "{who} is asked to slow down; it goes on at {time}."
                ).format(who=who, time=clock(until))
            return translate("text", "{who} is asked to slow down.").format(who=who)
        case "offline":
            return translate("text", "There is no way out to the network right now.")
        case "flaky":
            return translate("text", "{who}: the server stumbles. Trying again by itself.").format(
                who=who
            )
        case "garbled" | "not_mastodon" | "not_a_server":
            return translate("text", "{who}: the server's answer made no sense.").format(who=who)
        case "certificate":
            return translate(
                "text", "The server's certificate is not valid. Nothing was sent to it."
            )
        case "missing":
            return translate("text", "It is not there any more.")
        case "unsupported":
            return translate("text", "This cannot be done here.")
        case "uncertain":
            return translate("text", "It may have been sent; no answer came back.")
        case "rejected":
            return rejected(facts)
        case "no_keyring" | "keyring_unavailable":
            return _keyring(str(facts.get("why") or facts.get("reason") or ""), code)
        case "disk_full":
            return translate("text", "The disk is full. Your text is safe; free some space.")
        case "busy_profile" | "profile_busy":
            return translate("text", "Another cmapp is already at work on this profile.")
        case "newer_profile":
            return translate("text", "This profile was written by a newer cmapp.")
        case "engine_gone":
            return translate(
                "text", "The part that sends and receives has stopped. Starting it again."
            )
        case _ if known := troubles.sentence(code) or troubles.cause(code):
            return known
        case _:
            return translate("text", "{who}: {code}").format(who=who, code=code)


def problem(code: str) -> str:
    """Return standing trouble in two or three words, beside an account's name."""
    if fix(code) == translate("text", "Sign in"):
        return translate("text", "signed out")
    if code == "throttled":
        return translate("text", "asked to slow down")
    return translate("text", "in trouble")


def rejected(facts: Mapping[str, Any]) -> str:
    """Return why something was refused."""
    match str(facts.get("reason", "")):
        case "too_long":
            limit, size = facts.get("limit"), facts.get("size")
            if limit is not None and size is not None:
                return translate("text", "Too long: {size} of {limit}.").format(
                    size=size, limit=limit
                )
            return translate("text", "Too long for this platform.")
        case "too_large":
            return translate("text", "The picture is too large for this platform.")
        case "empty":
            return translate("text", "There is nothing to send yet.")
        case "bad_server" | "not_a_server" | "not_mastodon" | "not_http":
            return translate("text", "There is no such server at this address.")
        case "bad_media":
            return translate("text", "This kind of file is not accepted here.")
        case "duplicate":
            return translate("text", "The platform says that it has this already.")
        case "":
            return translate("text", "The platform said no.")
        case other:
            if known := troubles.cause(other) or troubles.sentence(other):
                return known
            said = str(facts.get("said") or facts.get("message") or other)
            return translate("text", "The platform said no: {why}").format(why=said[:200])


def _keyring(reason: str, code: str) -> str:
    """Return why sign-ins cannot be kept or had, and what ends that."""
    match reason:
        case "locked":
            return translate("text", "The keyring is locked. Unlock it; cmapp goes on by itself.")
        case "backend_refused":
            return translate(
                "text",
                "The keyring that is set up would write sign-ins to a readable file: it is not"
                " used, and they are kept in memory.",
            )
        case "broken":
            return translate(
                "text", "The keyring failed. Sign in to the desktop anew; cmapp goes on by itself."
            )
        case "no_keyring" | "" if code == "no_keyring":
            return translate(
                "text",
                "No keyring on this system: sign-ins are kept in memory until the program closes.",
            )
        case "no_keyring":
            return translate(
                "text", "There is no keyring here, so the sign-in cannot be had. Sign in again."
            )
        case _:
            return troubles.sentence("keyring_unavailable")


def fix(code: str) -> str:
    """Return the words on the button that ends a trouble; "" where waiting is all one can do."""
    match code:
        case (
            "sign_in_needed"
            | "token_revoked"
            | "token_expired"
            | "scope_missing"
            | "no_secret"
            | "keyring_switched"
        ):
            return translate("text", "Sign in")
        case "garbled" | "flaky" | "keyring_unavailable":
            return translate("text", "Try now")
        case _:
            return ""


def absent(code: str) -> str:
    """Return why an account cannot do something."""
    match code:
        case "not_offered":
            return translate("text", "not offered by this platform")
        case "scope_missing":
            return translate("text", "not permitted at sign-in")
        case "server_too_old":
            return translate("text", "this server is too old for it")
        case "paid":
            return translate("text", "needs a paid plan")
        case "needs_review":
            return translate("text", "needs the platform's review of an app")
        case "needs_server" | "needs_chat_service":
            return translate("text", "needs a service that is not there")
        case _:
            return code


def unit(code: str) -> str:
    """Return the unit of a limit."""
    match code:
        case "bytes":
            return translate("text", "bytes")
        case "code_points":
            return translate("text", "code points")
        case "weighted":
            return translate("text", "weighted")
        case _:
            return translate("text", "characters")


def metric(code: str) -> str:
    """Return the name of a metric."""
    match code:
        case "followers":
            return translate("text", "Followers")
        case "likes":
            return translate("text", "Likes")
        case "reposts":
            return translate("text", "Shares")
        case "replies":
            return translate("text", "Replies")
        case "quotes":
            return translate("text", "Quotes")
        case "views":
            return translate("text", "Views")
        case "reach":
            return translate("text", "Reach")
        case "clicks":
            return translate("text", "Clicks")
        case _:
            return code


def signin_way(code: str) -> str:
    """Return the name of a way to sign in."""
    match code:
        case "browser" | "oauth":
            return translate("text", "In the browser")
        case "token":
            return translate("text", "With an access token")
        case "password" | "app_password":
            return translate("text", "With an app password")
        case "demo" | "none":
            return translate("text", "Right away")
        case "byhand":
            return translate("text", "Phone, shop, letters")
        case _:
            return code


def signin_help(code: str) -> str:
    """Return the line over a sign-in form."""
    match code:
        case "mastodon_browser":
            return translate("text", "Tell us your server; the rest happens in your browser.")
        case "mastodon_token":
            return translate(
                "text", "For servers without a browser sign-in: paste a token that you made there."
            )
        case "bluesky_app_password" | "bluesky":
            return translate(
                "text", "Make an app password in Bluesky's settings; your own stays unknown to us."
            )
        case "demo":
            return translate("text", "A network in a box: try everything, nothing leaves here.")
        case _:
            return translate("text", "The platform needs to know who you are.")


def field_help(code: str) -> str:
    """Return the line under a sign-in field."""
    match code:
        case "mastodon_server":
            return translate("text", "The part of your handle after the second @")
        case "bluesky_handle":
            return translate("text", "As it stands in your profile, without the @")
        case "bluesky_app_password":
            return translate("text", "Settings → Privacy and security → App passwords")
        case _:
            return ""


def signin_problem(code: str, facts: Mapping[str, Any] | None = None) -> str:
    """Return why a sign-in did not go on."""
    match code:
        case "offline" | "unreachable" | "dns":
            return translate("text", "No way to that server right now. Is the address right?")
        case "sign_in_needed" | "token_refused" | "wrong_password" | "bad_credentials":
            return translate("text", "The platform does not accept this. Please check it.")
        case "unknown_handle" | "no_such_handle":
            return translate("text", "There is no such handle there.")
        case "bad_server" | "not_a_server" | "not_mastodon" | "garbled" | "bad_address":
            return translate("text", "There is no such server at this address.")
        case "insecure" | "not_https":
            return translate("text", "This server does not use HTTPS; cmapp only speaks securely.")
        case "certificate":
            return translate(
                "text", "The server's certificate is not valid. Nothing was sent to it."
            )
        case "cancelled" | "access_denied" | "denied":
            return translate("text", "You said no in the browser. Nothing was changed.")
        case "expired" | "timeout":
            return translate("text", "The browser did not come back in time.")
        case _:
            return trouble(code, facts or {}, translate("text", "Sign-in"))


def field_name(code: str) -> tuple[str, str]:
    """Return the label of a sign-in field, and an example or hint."""
    match code:
        case "server":
            return translate("text", "Server"), "https://mastodon.example"
        case "token":
            return translate("text", "Access token"), translate(
                "text", "from the server's settings, under Development"
            )
        case "handle":
            return translate("text", "Handle"), "you.bsky.social"
        case "password" | "app_password":
            return translate("text", "App password"), "xxxx-xxxx-xxxx-xxxx"
        case "code":
            return translate("text", "Code"), translate("text", "as the browser shows it")
        case "name":
            return translate("text", "Name"), ""
        case _:
            return code.replace("_", " ").capitalize(), ""
