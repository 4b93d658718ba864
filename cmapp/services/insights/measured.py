"""Our posts as charts judge them: which can be judged, medians with n and interval, what to say.

A post is judged by what it got within a time after it was made, 48 hours unless a chart asks for
another, so that an old one is not ahead of a new one; before 48 hours there is no verdict (EX-11).
One whose time was not watched is not judged either: what nobody read is unknown, not zero.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmapp.domain.best_time import WINDOW_MS
from cmapp.domain.chart import ENOUGH, Axis, Datum, Figure, Row, Rows, Say, Unit
from cmapp.domain.intervals import Estimate, of_median
from cmapp.services.insights import Scope
from cmapp.store import gathered, measures, own_posts, watched
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

LAG = WINDOW_MS
"""For how long after a post what it gets counts (ms)."""
FRESH = 31 * 86_400_000
"""For how long a number of followers holds."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A post of the scope. `why`: "" it can be judged; else `too_young` or `not_watched`."""

    post: OwnPost
    why: str


def posts(db: Connection, scope: Scope, *, within: int = LAG) -> list[Judged]:
    """Return the posts of the scope, oldest first, with whether `within` ms of each are known."""
    found = own_posts.made(db, scope.accounts, scope.since, scope.until)
    return judged(db, scope, found, within=within)


def judged(
    db: Connection, scope: Scope, found: Sequence[OwnPost], *, within: int = LAG
) -> list[Judged]:
    """Return some posts, each with whether `within` ms after it are known."""
    seen = {account: _seen(db, account, scope) for account in {p.account for p in found}}
    made = []
    for post in found:
        why = ""
        if post.at + max(within, LAG) > scope.now:
            why = "too_young"
        elif not _covered(seen[post.account], post.at, post.at + within):
            why = "not_watched"
        made.append(Judged(post, why))
    return made


def _seen(db: Connection, account: str, scope: Scope) -> list[tuple[int, int]]:
    known = min(scope.now, scope.read.get(f"{account} inbox", scope.now))
    return watched.spans(db, account, 0, known)


def _covered(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][1] >= end


def ripe(found: Iterable[Judged]) -> list[OwnPost]:
    """Return those that can be judged."""
    return [j.post for j in found if not j.why]


def totals(
    db: Connection, found: Sequence[OwnPost], *, within: int = LAG
) -> dict[int, Counter[str]]:
    """Return what each post got within a time, by kind."""
    if within == gathered.WITHIN:
        return gathered.counts(db, found)
    return own_posts.counts(db, found, within=within)


def group(
    x: str | int | float,
    values: Sequence[float],
    key: str = "",
    *,
    end: int | float | None = None,
    why: str = "no_data",
) -> Datum:
    """Return the median of some cases as a mark; fewer than `ENOUGH` are told as such."""
    found = enough(of_median(values))
    key = key if values else ""
    if found.value is None:
        return Datum(x, None, end=end, n=len(values), why="too_few" if values else why, key=key)
    return Datum(x, found.value, end=end, n=found.n, low=found.low, high=found.high, key=key)


def figure(metric: str, values: Sequence[float], unit: Unit, label: Say, key: str = "") -> Figure:
    """Return the median of some cases as a figure."""
    found = enough(of_median(values))
    return Figure(
        metric, found.value, unit, len(values), found.low, found.high,
        "" if found.value is not None else "too_few" if values else "no_data",
        key if values else "", label,
    )  # fmt: skip


def enough(found: Estimate) -> Estimate:
    """Return an estimate, or that it is unknown where fewer than `ENOUGH` cases stand behind."""
    return found if found.n >= ENOUGH else Estimate(None, found.n)


def notes(found: Iterable[Judged]) -> tuple[Say, ...]:
    """Return how many posts are left out, and why."""
    out = Counter(j.why for j in found if j.why)
    return tuple(Say(f"posts.{why}", {"n": out[why]}) for why in sorted(out))


def nothing(scope: Scope, found: Sequence[Judged]) -> Say | None:
    """Return why there is nothing to draw, None if there is."""
    if not scope.accounts:
        return Say("posts.no_accounts")
    if not found:
        return Say("posts.none")
    return None if any(not j.why for j in found) else Say("posts.none_ripe")


def followers(
    db: Connection, accounts: Iterable[str], until: int
) -> Callable[[str, int], float | None]:
    """Return what tells how many followers an account had at a moment; None: nobody knows.

    It is the last number before, no older than `FRESH`.
    """
    known = {a: measures.between(db, a, "followers", 0, until) for a in accounts}
    times = {a: [m.at for m in found] for a, found in known.items()}

    def at(account: str, when: int) -> float | None:
        place = bisect_right(times.get(account, ()), when) - 1
        if place < 0 or known[account][place].at < when - FRESH:
            return None
        return known[account][place].value

    return at


def post_axis(found: Sequence[OwnPost]) -> Axis:
    """Return an axis of posts, each by the beginning of its text."""
    return Axis(
        "category",
        Say("posts.post"),
        ticks=tuple((str(p.id), Say(text=short(p.text) or "—")) for p in found),
    )


def post_rows(found: Sequence[OwnPost], values: Mapping[int, float | None] | None = None) -> Rows:
    """Return posts as rows, the newest first, each with its value."""
    known = values or {}
    newest = sorted(found, key=lambda p: (-p.at, p.id))
    return Rows(
        len(newest),
        tuple(
            Row("post", str(p.id), p.at, "", p.text, p.account, known.get(p.id))
            for p in newest[:500]
        ),
    )


def short(text: str, most: int = 60) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
