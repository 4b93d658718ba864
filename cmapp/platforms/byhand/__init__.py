"""A notebook in place of a network: the phone, the shop, letters, whatever has no programs.

Nothing can be pulled and nothing is performed: what somebody said there is written down by hand,
and so is what we answered. One account per channel, made when it is first used.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping
from typing import Any, ClassVar

from cmapp.connectors.base import Connector, Grant, Perform, Pull, Replay, Sent, Spec
from cmapp.connectors.signin import Field, Form, Step
from cmapp.domain.actions import KINDS, Action
from cmapp.domain.errors import Unsupported
from cmapp.domain.limits import Limits
from cmapp.domain.streams import Stream

CHANNELS = {
    "phone": "Phone",
    "shop": "Shop",
    "email": "E-mail",
    "letter": "Letters",
    "other": "Elsewhere",
}
"""Channel → the name of its account."""
REALM = "byhand"


class ByHand(Connector):
    """One channel of the notebook."""

    spec: ClassVar[Spec] = Spec(
        id="byhand",
        name="By hand",
        signin_ways=("byhand",),
        metrics=("replies",),
        absent={name: "not_offered" for name in (*(str(s) for s in Stream), *KINDS)},
    )

    @classmethod
    def sign_in(cls, way: str) -> Generator[Step, Mapping[str, str], Grant]:
        """Ask which channel; there is no secret to it."""
        if way not in cls.spec.signin_ways:
            raise Unsupported(verb="sign_in", why=way)
        form = Form("byhand", (Field("channel", "channel", value="phone"),))
        while True:
            answer = yield form
            channel = answer.get("channel", "").strip().casefold()
            if channel in CHANNELS:
                name = CHANNELS[channel]
                return Grant("byhand:", REALM, remote_id=channel, handle=channel, name=name)
            form = Form("byhand", form.fields, problem="unknown_channel", problem_field="channel")

    def pulls(self) -> Mapping[Stream, Pull]:
        return {}

    def performs(self) -> Mapping[type[Any], Perform]:
        return {}

    def limits(self) -> Limits:
        return Limits(graphemes=100_000)

    def replay(self) -> Replay:
        return Replay(settle=0.0, looks=1)

    def find(
        self, action: Action, key: str, since: int, taken: Collection[str] = ()
    ) -> Sent | None:
        return None
