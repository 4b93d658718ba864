"""What comments on our posts are like: length, questions, different authors (AN-07)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from cmapp.domain import comment_quality
from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Rows, Say, Series, Unit
from cmapp.domain.intervals import Estimate, of_median, of_share
from cmapp.services.insights import Insight, Scope, measured
from cmapp.store import behind, own_posts
from cmapp.store.own_posts import Comment, OwnPost
from cmapp.store.sqlite import Connection

SHOWN = 100
_NORMAL = 30
"""From here on a mean has an interval by the normal law."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Of some comments: the score of each, how many ask, how many authors, how long each is."""

    scores: tuple[float, ...]
    asking: int
    authors: int
    lengths: tuple[int, ...]

    @property
    def mean(self) -> float:
        """Return the mean of the scores."""
        return sum(self.scores) / len(self.scores)


def of(found: Iterable[Comment]) -> Quality:
    """Return what comments are like; authors are new once under each post."""
    seen: set[tuple[int, int]] = set()
    scores, lengths, asking = [], [], 0
    for one in sorted(found, key=lambda c: (c.at, c.item)):
        new = (one.post, one.actor) not in seen
        seen.add((one.post, one.actor))
        asked = one.asks or comment_quality.asks(one.text)
        asking += asked
        lengths.append(comment_quality.length(one.text))
        scores.append(comment_quality.score(lengths[-1], asked=asked, new=new))
    return Quality(tuple(scores), asking, len(seen), tuple(lengths))


def _together(each: Iterable[Quality]) -> Quality:
    """Return what the comments on several posts are like together."""
    known = list(each)
    return Quality(
        tuple(s for one in known for s in one.scores), sum(one.asking for one in known),
        sum(one.authors for one in known), tuple(n for one in known for n in one.lengths),
    )  # fmt: skip


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a row for each post that was commented on within 48 hours, the newest first."""
    found = measured.posts(db, scope)
    ripe = measured.ripe(found)
    comments = own_posts.comments(db, ripe, within=measured.LAG)
    shown = [p for p in sorted(ripe, key=lambda p: (-p.at, p.id)) if comments[p.id]]
    cut = (Say("half_life.shown", {"n": SHOWN}),) if len(shown) > SHOWN else ()
    shown = shown[:SHOWN]
    each = {p: of(c) for p, c in comments.items()}
    whole = _together(each.values())
    empty = measured.nothing(scope, found)
    if empty is None and not shown:
        empty = Say("comment_quality.none")
    return Chart(
        "comment_quality", "table", Say("comment_quality.title"), measured.post_axis(shown),
        Axis("number", Say("metric.comment_quality")),
        _columns(shown, each),
        scope.since, scope.until, scope.zone, scope.accounts, figures=_figures(whole),
        notes=(*measured.notes(found), *cut, Say("comment_quality.formula")), empty=empty,
    )  # fmt: skip


def _figures(whole: Quality) -> tuple[Figure, ...]:
    n = len(whole.scores)

    def tell(metric: str, unit: Unit, code: str, found: Estimate, key: str) -> Figure:
        known = measured.enough(found)
        why = "" if known.value is not None else "too_few" if n else "no_data"
        return Figure(
            metric, known.value, unit, n, known.low, known.high, why, key if n else "", Say(code)
        )  # fmt: skip

    authors = Estimate(whole.authors / n if n else None, n)  # not cases of their own: no interval
    return (
        tell("comment_quality", "score", "metric.comment_quality", _mean(whole), "all"),
        tell("comments", "count", "comment_quality.length", of_median(whole.lengths), "all"),
        tell("comments", "share", "comment_quality.asks", of_share(whole.asking, n),
             "asking" if whole.asking else ""),
        tell("comments", "share", "comment_quality.authors", authors, "all"),
    )  # fmt: skip


def _mean(whole: Quality) -> Estimate:
    n = len(whole.scores)
    if n < _NORMAL:
        return Estimate(whole.mean if n else None, n)
    mean = whole.mean
    half = 1.96 * sqrt(sum((s - mean) ** 2 for s in whole.scores) / (n - 1) / n)
    return Estimate(mean, n, max(0.0, mean - half), min(1.0, mean + half))


def _columns(shown: Sequence[OwnPost], known: dict[int, Quality]) -> tuple[Series, ...]:
    columns: dict[str, list[Datum]] = {"quality": [], "comments": [], "length": [], "asks": [],
                                       "authors": []}  # fmt: skip
    for post in shown:
        x, one = str(post.id), known[post.id]
        n = len(one.scores)
        few = n < ENOUGH
        values: dict[str, float | None] = {
            "quality": one.mean, "length": of_median(one.lengths).value, "asks": one.asking / n,
            "authors": one.authors / n,
        }  # fmt: skip
        columns["comments"].append(Datum(x, n, key=f"post:{x}"))
        for name, value in values.items():
            columns[name].append(
                Datum(x, None if few else value, n=n, why="too_few" if few else "",
                      key=f"post:{x}")
            )  # fmt: skip
    return (
        Series("quality", "comment_quality", Say("metric.comment_quality"),
               tuple(columns["quality"]), unit="score"),
        Series("comments", "comments", Say("metric.comments"), tuple(columns["comments"])),
        Series("length", "comments", Say("comment_quality.length"), tuple(columns["length"]),
               role="second"),
        Series("asks", "comments", Say("comment_quality.asks"), tuple(columns["asks"]),
               role="third", unit="share"),
        Series("authors", "comments", Say("comment_quality.authors"), tuple(columns["authors"]),
               role="fourth", unit="share"),
    )  # fmt: skip


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the mean score of the comments on the scope's posts."""
    ripe = measured.ripe(measured.posts(db, scope))
    comments = own_posts.comments(db, ripe, within=measured.LAG)
    found = _figures(_together(map(of, comments.values())))[0]
    return replace(found, key=metric if found.key else "")


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the comments: `all`, `asking`, or those on a post."""
    ripe = measured.ripe(measured.posts(db, scope))
    what, _, post = key.partition(":")
    if what == "post":
        ripe = [p for p in ripe if p.id == int(post)]
    elif what not in ("all", "asking"):
        raise ValueError(key)
    comments = own_posts.comments(db, ripe, within=measured.LAG)
    every = (c for several in comments.values() for c in several)
    return behind.these(
        db,
        (c.item for c in every if what != "asking" or c.asks or comment_quality.asks(c.text)),
    )


INSIGHT = Insight(
    "comment_quality", "posts", ("comment_quality", "comments"), draw, rows, heavy=True
)
