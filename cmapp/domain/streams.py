"""The names of what can be pulled from an account."""

from __future__ import annotations

from enum import StrEnum


class Stream(StrEnum):
    """A closed set; a platform lists the ones it has in `Connector.pulls`.

    THREAD takes the remote id of any post in it and yields every post of the thread that this
    account may see (a `Gone` for one that is known to be deleted).
    OWN_POSTS yields what this account published, newest first.
    PROFILE takes the remote id or the handle of anybody, this account among them, and yields the
    Profile that the platform shows of them in public today, with its counts.
    """

    INBOX = "inbox"
    MESSAGES = "messages"
    OWN_POSTS = "own_posts"
    THREAD = "thread"
    PROFILE = "profile"


SCOPED = frozenset({Stream.THREAD, Stream.PROFILE})
"""Streams that are pulled for one thing (their `scope`), not for the account as a whole."""
