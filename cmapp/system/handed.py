"""Tokens that the environment hands in: taken out of it at once, so that no child inherits them.

`CMAPP_TOKEN_<ACCOUNT ID>` stays in this process's memory. What the window starts as its engine
gets them through a pipe; what draws charts, decodes pictures or opens a browser gets none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, MutableMapping
from typing import IO

PREFIX = "CMAPP_TOKEN_"

_taken: dict[str, str] = {}


def take(environ: MutableMapping[str, str] = os.environ) -> Mapping[str, str]:
    """Move every token out of `environ`; return all that were ever taken, by variable."""
    for name in [name for name in environ if name.upper().startswith(PREFIX)]:
        _taken[name] = environ.pop(name)
    return _taken


def give(pipe: IO[bytes]) -> None:
    """Write what was taken into the pipe to a process of ours, and close it."""
    with pipe:
        pipe.write(json.dumps(dict(take())).encode() + b"\n")


def receive(pipe: IO[bytes]) -> None:
    """Take what a process of ours gives; nonsense is nothing."""
    try:
        given = json.loads(pipe.readline(1_000_000) or b"{}")
    except ValueError:
        return
    if isinstance(given, dict):
        _taken.update({str(n): str(v) for n, v in given.items() if str(n).startswith(PREFIX)})
