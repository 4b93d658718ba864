"""The golden table against the pure rule. That it comes true: tests/unit/services/test_fates.py."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from cmapp.domain import fate, plan_times
from cmapp.domain.errors import Rejected
from cmapp.domain.fate import Planned, Scheduler, Sender, Standing, What
from tests.support.fates import MINUTE, Event, Line, lines, written

LINES = lines()
TAKES = Scheduler(least=6 * MINUTE, most=43_200 * MINUTE)


class Play:
    """What is known while a line goes by. The row's state is read from how the line ends."""

    def __init__(self, line: Line, post: int) -> None:
        assert line.planned_at is not None
        self.planned, self.end = line.planned_at, line.ends[post]
        given = line.given
        self.native = bool({"native", "at_once"} & set(given))
        self.state: str | None = next(
            (s for s in ("sent", "cancelled") if s in given),
            None if "notqueued" in given or "noaccount" in given else "ready",
        )
        account: str | None = "active"
        if "paused" in given or ("paused2" in given and post == 1):
            account = "paused"
        elif "sign_in" in given:
            account = "sign_in"
        elif "noaccount" in given:
            account = None
        parked = self.planned + int(given["parked"]) * MINUTE if "parked" in given else 0
        self.sender = Sender(account, TAKES if self.native else None, parked)
        self.standing = Standing(
            now=self.planned + line.look * MINUTE,
            late_minutes=int(given.get("late", 60)),
            panic="panic" in given,
            flight="flight" in given,
            online="offline" not in given,
        )
        self.waived = self.recalled = False

    def pass_(self, event: Event) -> None:
        """Let the time of an event come: first what the row does by itself until then."""
        self._until(event.at, asleep=False)
        if event.until is not None:
            # a server goes on while we sleep; what it did is seen when we look again
            self._until(event.until, asleep=event.verb != "set")
        if event.verb == "set" and event.until is not None:
            # as long as it was: a span moves with the clock
            moved = self.sender.parked_until + (event.until - event.at) * MINUTE
            self.sender = replace(self.sender, parked_until=moved)
        match event.verb:
            case "panic" | "release":
                self.standing = replace(self.standing, panic=event.verb == "panic")
                self._asked_back()
            case "flight" | "land":
                self.standing = replace(self.standing, flight=event.verb == "flight")
            case "offline" | "online":
                self.standing = replace(self.standing, online=event.verb == "online")
            case "pause" | "unpause" | "signin" | "signedin":
                states = {"pause": "paused", "signin": "sign_in"}
                self.sender = replace(self.sender, state=states.get(event.verb, "active"))
                self._asked_back()
            case "remove":
                self.sender, self.state = replace(self.sender, state=None), None
            case "late":
                self.standing = replace(self.standing, late_minutes=int(event.more))
            case "send":
                self.waived, self.state = True, "ready"
            case "drop":
                self.state = None  # the plan stays, with nothing queued
        self._until(event.until if event.until is not None else event.at, asleep=False)

    def _asked_back(self) -> None:
        """What the panic switch and a paused account take back from the server."""
        held = self.standing.panic or self.sender.state == "paused"
        if self.state == "scheduled" and held:
            self.recalled = not self.standing.online
            self.state = "scheduled" if self.recalled else "ready"

    def _until(self, minute: int, *, asleep: bool) -> None:
        self.standing = replace(self.standing, now=self.planned + minute * MINUTE)
        kind, when = self.end
        hands_over = self.native and kind in ("server", "waits") and minute < -6
        if self.state == "ready" and hands_over and not asleep and not self._blocked():
            self.state = "scheduled"
        if when is not None and minute >= when and self.state in ("ready", "scheduled"):
            self.state = {"sent": "sent", "server": "sent", "asked": "review"}[kind]
        elif self.state == "ready" and not self.waived and not self._blocked():
            # a line that ends as sent, or dropped, after somebody was asked
            self.state = "review" if minute > self.standing.late_minutes else "ready"

    def _blocked(self) -> bool:
        how = self.standing
        return how.panic or how.flight or not how.online or self.sender.state != "active"

    def told(self) -> dict[str, str]:
        reason = "late" if self.state == "review" else None
        plan = Planned(
            self.planned, self.state, reason=reason, waived=self.waived, recalled=self.recalled
        )
        return written(asdict(fate.of(plan, self.sender, self.standing)), self.planned)


def test_the_table_is_large_enough() -> None:
    names = [line.name for line in LINES]
    assert len(set(names)) == len(names) >= 60


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_a_plan_means_the_moment_that_was_written_down(line: Line) -> None:
    wall = plan_times.read(line.wall)
    if line.refused:
        with pytest.raises(Rejected, match=line.refused):
            plan_times.moment(wall, line.zone)
    else:
        assert plan_times.moment(wall, line.zone) == line.planned_at


@pytest.mark.parametrize("line", [one for one in LINES if one.fate], ids=lambda line: line.name)
def test_what_is_told_is_what_the_table_says(line: Line) -> None:
    for post, said in enumerate(line.fate):
        play = Play(line, post)
        assert not said.differs(play.told()), f"at {line.look}: {said.differs(play.told())}"
        later = dict(line.later)
        for step in line.steps():
            play.pass_(step)
            if step.verb == "look":
                expected = later[step.at][post]
                assert not expected.differs(play.told()), (
                    f"@{step.at}: {expected.differs(play.told())}"
                )


@pytest.mark.parametrize("line", [one for one in LINES if one.fate], ids=lambda line: line.name)
def test_the_last_thing_that_is_told_agrees_with_the_end(line: Line) -> None:
    """A promise: what leaves is sent or under way, what is asked about is not sent, and so on."""
    promises = {
        What.OVER: {"sent", "server", "gone"},
        What.ASKS_WHEN_LATE: {"asked"},
        What.NOT_QUEUED: {"planned"},
        What.NO_ACCOUNT: {"planned"},
        What.GOING: {"waits"},  # only what has no network
    } | {what: {"waits"} for what in fate.BLOCKED}
    for post, (kind, _) in enumerate(line.ends):
        play = Play(line, post)
        for step in line.steps():
            play.pass_(step)
        assert kind in promises[What(play.told()["what"])], play.told()
