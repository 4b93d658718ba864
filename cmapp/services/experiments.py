"""A/B experiments that guard themselves: size first, no peeking, no verdict before 48 h (EX-07).

The plan is sealed when it begins. What counts is fixed by then: the first n posts of each arm,
each with what it got in the same span after it went out. Nothing is shown before they are all
in; who looks all the same is written down, and the interval grows wider for it.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cmapp.domain import trials
from cmapp.domain.errors import Rejected
from cmapp.domain.trials import Interval
from cmapp.store import experiments as store
from cmapp.store import watched
from cmapp.store.experiments import ARMS, Experiment, Out
from cmapp.store.sqlite import Connection

HOUR: Final = 3_600_000
LAG_HOURS: Final = 48
"""No verdict on a post before this age (EX-11)."""
MEASURES: Final[Mapping[str, str]] = {
    "interactions": "mean",
    "likes": "mean",
    "shares": "mean",
    "comments": "mean",
    "commented": "share",
    "rate": "share",
}
"""What an experiment may measure → what is compared. `commented`: the share of posts that got a
comment; `rate`: hits of cases that are counted elsewhere (clicks of visits …)."""
LOOK_BACK_DAYS: Final = 180
FEWEST_PAST: Final = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """One post in an arm. `value` None: unknown, and `why` (`not_watched`, `too_young`)."""

    post: Out
    arm: str
    ref: str
    value: float | None
    why: str
    ready_at: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an experiment is. `waiting`: refs that are not out yet, by arm."""

    counted: tuple[Counted, ...]
    waiting: Mapping[str, int]
    have: Mapping[str, int]
    """How many cases of each arm are ready."""
    out: Mapping[str, int]
    unknown: int
    youngest_at: int | None
    opens_at: int | None
    ready: bool


NOTHING: Final = Standing((), dict.fromkeys(ARMS, 0), dict.fromkeys(ARMS, 0),
                          dict.fromkeys(ARMS, 0), 0, None, None, False)  # fmt: skip
"""Of an experiment that is closed nobody asks how far it is."""


def seal(plan: Mapping[str, Any]) -> str:
    """Return the hash of a plan."""
    text = json.dumps(plan, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def kind_of(plan: Mapping[str, Any]) -> str:
    """Return `mean` or `share`."""
    return MEASURES[plan["measure"]]


def needed(plan: Mapping[str, Any]) -> int:
    """Return how many cases each arm needs: a whole number, rounded up.

    Raises Rejected (`too_many_cases`, `bad_value`): more than anyone has, or no effect at all.
    """
    alpha, power, effect = plan["alpha"], plan["power"], plan["effect"]
    if kind_of(plan) == "share":
        second = plan["baseline"] + effect * (1 if plan["better"] == "up" else -1)
        if not 0 < second < 1 or not 0 <= plan["baseline"] <= 1:
            raise Rejected("bad_value", field="effect", reason="out_of_range", value=f"{effect:g}")
        exact = trials.shares_needed(plan["baseline"], second, alpha=alpha, power=power)
    else:
        exact = trials.means_needed(effect, plan["sd"], alpha=alpha, power=power)
    if exact > trials.MOST:
        raise Rejected("too_many_cases", field="effect", limit=trials.MOST)
    return max(2, math.ceil(exact - 1e-9))


def detectable(plan: Mapping[str, Any], n: int) -> float | None:
    """Return the smallest effect that `n` cases per arm find with the plan's power."""
    alpha, power = plan["alpha"], plan["power"]
    if kind_of(plan) == "mean":
        return trials.detectable_mean(plan["sd"], n, alpha=alpha, power=power)
    base = plan["baseline"] if plan["better"] == "up" else 1 - plan["baseline"]
    return trials.detectable_share(base, n, alpha=alpha, power=power)


def value_of(measure: str, got: Mapping[str, int]) -> float:
    """Return what one post counts."""
    match measure:
        case "interactions":
            return float(sum(got.values()))
        case "commented":
            return float(got["comments"] > 0)
        case _:
            return float(got[measure])


def history(
    db: Connection, accounts: Sequence[str], measure: str, hours: int, now: int
) -> list[float]:
    """Return what posts of the last 180 days got; what was not watched wholly is left out."""
    end = now - max(hours, LAG_HOURS) * HOUR
    found = []
    for account in accounts:
        for one in store.past_posts(db, account, now - LOOK_BACK_DAYS * 86_400_000, end):
            if not watched.gaps(db, account, one.created_at, one.created_at + hours * HOUR):
                found.append(value_of(measure, store.got(db, one, hours * HOUR)))
    return found


def pace(db: Connection, accounts: Sequence[str], now: int) -> int:
    """Return how many posts went out in the last 180 days."""
    first = now - LOOK_BACK_DAYS * 86_400_000
    return sum(len(store.past_posts(db, one, first, now)) for one in accounts)


def standing(db: Connection, one: Experiment, now: int) -> Standing:
    """Return how far an experiment is; the values in it are not for the eye before `ready`."""
    plan = one.plan
    n, span = int(plan["n"]), int(plan["hours"]) * HOUR
    lag = max(span, LAG_HOURS * HOUR)
    if plan["measure"] == "rate":
        have = {arm: int(one.tallies.get(arm, {}).get("n", 0)) for arm in ARMS}
        opens = None if one.started_at is None else one.started_at + LAG_HOURS * HOUR
        full = all(have[arm] >= n for arm in ARMS)
        ready = one.state != "plan" and full and opens is not None and now >= opens
        none = dict.fromkeys(ARMS, 0)
        return Standing((), none, have, have, 0, None, opens, ready)
    counted: list[Counted] = []
    waiting = dict.fromkeys(ARMS, 0)
    seen: set[int] = set()
    for place in store.places(db, one.id):
        posts = store.posts_of(db, place.ref)
        posts = [p for p in posts if p.id not in seen and p.account in plan["accounts"]]
        if not posts:
            waiting[place.arm] += 1
        for post in posts:
            seen.add(post.id)
            value, why = None, ""
            if now < post.created_at + lag:
                why = "too_young"
            elif watched.gaps(db, post.account, post.created_at, post.created_at + span):
                why = "not_watched"
            else:
                value = value_of(plan["measure"], store.got(db, post, span))
            counted.append(Counted(post, place.arm, place.ref, value, why, post.created_at + lag))
    counted.sort(key=lambda c: (c.post.created_at, c.post.id))
    by_arm = {arm: [c for c in counted if c.arm == arm] for arm in ARMS}
    have = {arm: sum(c.value is not None for c in by_arm[arm]) for arm in ARMS}
    hopeful = {arm: [c for c in by_arm[arm] if c.why != "not_watched"] for arm in ARMS}
    opens = None
    if all(len(hopeful[arm]) >= n for arm in ARMS):
        opens = max(hopeful[arm][n - 1].ready_at for arm in ARMS)
    return Standing(
        tuple(counted), waiting, have, {arm: len(by_arm[arm]) for arm in ARMS},
        sum(c.why == "not_watched" for c in counted),
        max((c.post.created_at for c in counted), default=None), opens,
        one.state != "plan" and all(have[arm] >= n for arm in ARMS),
    )  # fmt: skip


def level(one: Experiment) -> float:
    """Return the level of the interval: 1 − α, and α shared out among all looks where one peeked.

    Bonferroni: with k early looks each interval has 1 − α/(k + 1), so that all of them together
    still raise at most α false alarms.
    """
    return float(1 - one.plan["alpha"] / (len(one.looks) + 1))


def result(one: Experiment, found: Standing) -> dict[str, Any] | None:
    """Return the arms, the difference B − A with its interval, and the verdict on it.

    The first n of each arm count, by when they went out. None where an arm has too little.
    """
    plan, n = one.plan, int(one.plan["n"])
    at = level(one)
    if plan["measure"] == "rate":
        shares = {arm: one.tallies.get(arm, {"n": 0, "hits": 0}) for arm in ARMS}
        if any(shares[arm]["n"] < 1 for arm in ARMS):
            return None
        return _shares({arm: (s["hits"], s["n"]) for arm, s in shares.items()}, plan, at)
    values = {
        arm: [c.value for c in found.counted if c.arm == arm and c.value is not None][:n]
        for arm in ARMS
    }
    if any(len(values[arm]) < 2 for arm in ARMS):
        return None
    if kind_of(plan) == "share":
        return _shares({arm: (round(sum(v)), len(v)) for arm, v in values.items()}, plan, at)
    arms: dict[str, Any] = {}
    facts: list[tuple[float, float, int]] = []
    for arm in ARMS:
        mean, sd = spread(values[arm])
        arms[arm] = {
            "n": len(values[arm]), "sd": sd,
            **_told(trials.mean_interval(mean, sd, len(values[arm]), level=at)),
        }  # fmt: skip
        facts.append((mean, sd, len(values[arm])))
    return _whole(arms, trials.welch(*facts[0], *facts[1], level=at), plan, at, "welch")


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return the mean and the standard deviation of a sample (n − 1)."""
    mean = math.fsum(values) / len(values)
    if len(values) < 2:
        return mean, 0.0
    return mean, math.sqrt(math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1))


def _shares(
    counts: Mapping[str, tuple[int, int]], plan: Mapping[str, Any], at: float
) -> dict[str, Any]:
    arms = {
        arm: {"n": n, "hits": hits, **_told(trials.wilson(hits, n, level=at))}
        for arm, (hits, n) in counts.items()
    }
    return _whole(arms, trials.newcombe(*counts["a"], *counts["b"], level=at), plan, at, "newcombe")


def _whole(
    arms: dict[str, Any], gap: Interval, plan: Mapping[str, Any], at: float, how: str
) -> dict[str, Any]:
    fewest = min(arm["n"] for arm in arms.values())
    return {
        "arms": arms, "difference": _told(gap), "level": at, "how": how,
        "false_alarms": plan["alpha"], "detectable": detectable(plan, max(2, fewest)),
        "says": trials.verdict(gap, plan["better"]),
    }  # fmt: skip


def _told(one: Interval) -> dict[str, float]:
    return {"value": one.value, "low": one.low, "high": one.high}


def draw(refs: Sequence[str], seed: int) -> dict[str, str]:
    """Return ref → arm: in pairs, one to each arm, which to which by lot.

    The same seed and refs give the same arms; the refs' own order does not matter.
    """
    lot = random.Random(seed)
    mixed = sorted(refs)
    lot.shuffle(mixed)
    made: dict[str, str] = {}
    for at in range(0, len(mixed), 2):
        pair = list(ARMS)
        lot.shuffle(pair)
        made |= dict(zip(mixed[at : at + 2], pair, strict=False))
    return made
