"""Small servers that keep to their platforms' APIs, forked onto loopback, in a time that is given.

    memory = Memory()
    with Served(memory) as served:
        served.make("mastodon", keys="honoured", software="mastodon")
        url, token = served.url, served.facts["token"]
        post = served.do("say", who="ana", text="Is it vegan?")
        served.do("fault", kind="apply_drop", on="create")

They speak as much of the Mastodon API and of XRPC as the connectors use, over real TCP, and keep
what they are told. Their clock is `Memory.time`, so whoever moves it can have ten minutes pass in
none; a server that is slow moves it itself. The real servers stay where they are
(`tests/contract`): these are for harnesses that play thousands of lives.
"""

from __future__ import annotations

from tests.support.tiny.frame import Served
from tests.support.tiny.memory import Memory

__all__ = ["Memory", "Served"]
