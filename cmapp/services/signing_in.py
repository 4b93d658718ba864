"""Sign-in conversations that are under way, so that another process can draw their steps."""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cmapp.connectors.signin import Browse, Choose, Form, Step
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import accounts as connecting
from cmapp.services.accounts import Conversation
from cmapp.services.desk import Desk
from cmapp.services.shapes import account_json

_MOST = 20


class _Talk:
    def __init__(self, platform: str, talk: Conversation) -> None:
        self.platform = platform
        self.talk = talk
        self.step: Step | None = None
        self.cancelled = threading.Event()


_open: dict[str, _Talk] = {}
"""Of this engine; a conversation that nobody ends is forgotten with the process."""


def start(desk: Desk, platform: str, way: str) -> dict[str, Any]:
    """Begin; returns {talk, step}. Raises Unsupported, Rejected (`unknown_way`)."""
    if len(_open) >= _MOST:
        _close(next(iter(_open)))
    name = secrets.token_hex(8)
    talk = _open[name] = _Talk(platform, connecting.converse(platform, way))
    talk.step = next(talk.talk)
    return {"talk": name, "step": _drawn(talk.step)}


def answer(desk: Desk, talk: str, answers: Mapping[str, str]) -> dict[str, Any]:
    """Answer a form or a choice; returns {talk, step}, or {accounts: [the new one]} at the end.

    Raises what the conversation raises; it is over then.
    """
    return _go_on(desk, talk, answers)


def wait(desk: Desk, talk: str) -> dict[str, Any]:
    """Wait until the browser comes back; returns as `answer`. Raises Rejected (cancelled …)."""
    found = _find(talk)
    if not isinstance(found.step, Browse):
        raise Rejected("not_browsing", field="talk", reason="not_browsing")
    try:
        answers = found.step.wait(found.cancelled)
    except BaseException:
        _close(talk)
        raise
    return _go_on(desk, talk, answers)


def cancel(desk: Desk, talk: str) -> dict[str, Any]:
    """Break a conversation off."""
    _find(talk).cancelled.set()
    _close(talk)
    return {}


def _find(talk: str) -> _Talk:
    found = _open.get(talk)
    if found is None:
        raise Missing("unknown_talk", id=talk)
    return found


def _close(talk: str) -> None:
    found = _open.pop(talk, None)
    if found is not None:
        with contextlib.suppress(ValueError):  # it is running: its own thread ends it
            found.talk.close()


def _go_on(desk: Desk, name: str, answers: Mapping[str, str]) -> dict[str, Any]:
    found = _find(name)
    try:
        found.step = found.talk.send(dict(answers))
    except StopIteration as end:
        _open.pop(name, None)
        account_id = connecting.add(desk, found.platform, end.value)
        return {"accounts": [account_json(desk.account(account_id))]}
    except BaseException:
        _open.pop(name, None)
        raise
    return {"talk": name, "step": _drawn(found.step)}


def _drawn(step: Step) -> dict[str, Any]:
    match step:
        case Form():
            return {"type": "form", **asdict(step)}
        case Choose():
            return {"type": "choose", **asdict(step)}
        case Browse():
            return {"type": "browse", "url": step.url}
