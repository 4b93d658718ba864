"""The weekly digest: what people said, in counts, themes, quotes and links (IN-19).

Built from the store alone and told without the time of day at which it was made, so that the same
data give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from cmapp.domain import hours, themes
from cmapp.domain.chart import Say
from cmapp.domain.errors import Rejected
from cmapp.domain.themes import Theme
from cmapp.services import wordbook
from cmapp.store import looking_back, words
from cmapp.store.looking_back import Came
from cmapp.store.sqlite import Connection

QUOTES = 3
QUOTED_CHARS = 140
MOST_READ = 20_000
"""Texts that are read for themes; of more, every so many-th."""
AT_LEAST = 3
"""People who must have used a term for it to be a theme."""
MOST_LIKELY = 60
MOST_QUOTABLE = 500
_LISTED = (
    ("complaints", "complaint"),
    ("questions", "question"),
    ("suggestions", "suggestion"),
    ("praise", "praise"),
)
LISTS = tuple(name for name, _ in _LISTED)
_DAY = 86_400_000
_SPOKEN = ("mention", "reply", "comment", "message", "quote", "review")


def week_of(text: str) -> date:
    """Return the Monday of a week written as 2026-W47. Raises Rejected (`bad_value`)."""
    try:
        return datetime.strptime(f"{text}-1", "%G-W%V-%u").replace(tzinfo=UTC).date()
    except ValueError:
        raise Rejected("bad_value", field="week", reason="bad_value", value=text[:40]) from None


def digest(
    db: Connection,
    monday: date,
    zone: tzinfo,
    *,
    as_of: int | None = None,
    accounts: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Return the digest of the seven days from `monday` on, as days run in `zone`.

    {week, since, until (UTC ms), counts, signals, themes: [{term, people, usual, quotes}],
    complaints, questions, praise: quotes, fingerprint}; see `gathered`.
    """
    since, until = hours.midnight(monday, zone), hours.midnight(monday + timedelta(days=7), zone)
    year, week, _ = monday.isocalendar()
    made = {
        "week": f"{year}-W{week:02}",
        **gathered(db, since, until, as_of=as_of or 1 << 62, accounts=accounts),
    }
    plain = json.dumps(made, ensure_ascii=False, sort_keys=True).encode()
    made["fingerprint"] = hashlib.sha256(plain).hexdigest()
    return made


def gathered(
    db: Connection,
    since: int,
    until: int,
    *,
    as_of: int,
    accounts: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Return what people said in [since, until) (UTC ms), as it was known at `as_of`.

    `usual`: how many used a term in a span of the same length of the four weeks before. Where
    more was said than `MOST_READ`, themes are looked for in every so many-th text (`one_of`); how
    many people used them is counted in all.
    """
    counts, needed, answered = looking_back.counted(
        db, since, until, as_of=as_of, accounts=accounts
    )
    signals: Counter[str] = Counter()
    by_signal: dict[str, list[tuple[int, int, int]]] = {}
    for item, person, length, found in looking_back.signalled(db, since, until, _SPOKEN, accounts):
        signals.update(found)
        for signal in found:
            by_signal.setdefault(signal, []).append((item, person, length))
    picked, one_of, people = _themes(db, since, until, accounts)
    chosen = {t.term: t for t in picked}
    quoted = {
        **{f"theme {t.term}": _longest(db, t.where) for t in picked},
        **{name: _best(by_signal.get(signal, ())) for name, signal in _LISTED},
    }
    rows = {c.id: c for c in looking_back.by_ids(db, [i for some in quoted.values() for i in some])}
    quotes = {name: [_quote(rows[i]) for i in sorted(some)] for name, some in quoted.items()}
    return {
        "since": since,
        "until": until,
        "counts": _sorted(Counter(counts)),
        "signals": _sorted(signals),
        "people": people,
        "answered": answered,
        "needed_reply": needed,
        "one_of": one_of,
        "themes": [
            {
                "term": term,
                "people": t.people,
                "usual": round(t.usual, 2),
                "quotes": quotes[f"theme {term}"],
            }
            for term, t in chosen.items()
        ],
        **{name: quotes[name] for name, _ in _LISTED},
    }


def _themes(
    db: Connection, since: int, until: int, accounts: Sequence[str] | None
) -> tuple[list[Theme], int, int]:
    """Return themes, of how many texts one was read for them, and how many people wrote."""
    before = since - 28 * _DAY
    scale = (until - since) / (28 * _DAY)

    def part(first: int, end: int) -> int:
        n = looking_back.speaking(db, first, end, _SPOKEN, accounts)
        return max(1, -(-n // MOST_READ))

    def texts(first: int, end: int, one_of: int) -> list[tuple[int, int, str]]:
        found = looking_back.said(db, first, end, _SPOKEN, accounts=accounts, one_of=one_of)
        return [(i, who, words.fold(text)) for i, who, text in found]

    rare = part(before, since)
    usual = {
        term: n * rare * scale for term, n in themes.counted(texts(before, since, rare)).items()
    }
    one_of = part(since, until)
    sample = texts(since, until, one_of)
    if one_of == 1:
        return (
            themes.themes(sample, usual, at_least=AT_LEAST),
            1,
            len({who for _, who, _ in sample}),
        )
    likely = themes.themes(
        sample,
        {t: n / one_of for t, n in usual.items()},
        most=MOST_LIKELY,
        at_least=max(1, AT_LEAST // one_of),
    )
    whole = themes.counted_of(texts(since, until, 1), [t.term for t in likely])
    exact = sorted(
        (
            Theme(term, len(who), usual.get(term, 0.0), tuple(where))
            for term, (who, where) in whole.items()
            if len(who) >= max(AT_LEAST, usual.get(term, 0.0) * 1.5)
        ),
        key=lambda t: (-t.people, t.term),
    )
    return exact[:10], one_of, looking_back.people(db, since, until, _SPOKEN, accounts)


def _longest(db: Connection, where: Sequence[int]) -> list[int]:
    """Return which of some are quoted; of very many those that came first are looked at."""
    rows = looking_back.by_ids(db, where[:MOST_QUOTABLE])
    return _best([(c.id, c.actor_id, len(c.text or "")) for c in rows])


def _best(rows: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return a few of (id, person, length), no person twice, the longest: they say most."""
    chosen: list[int] = []
    people: set[int] = set()
    for item, person, _ in sorted(rows, key=lambda r: (-min(r[2], QUOTED_CHARS), r[0])):
        if person not in people:
            people.add(person)
            chosen.append(item)
        if len(chosen) == QUOTES:
            break
    return chosen


def _quote(one: Came) -> dict[str, Any]:
    return {
        "item": str(one.id),
        "who": one.name or one.handle,
        "text": _short(one.text or ""),
        "url": one.url,
        "at": one.created_at,
    }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTED_CHARS else flat[: QUOTED_CHARS - 1] + "…"


def markdown(made: dict[str, Any], language: str = "en") -> str:
    """Return the digest as a page to read or to hand on."""

    def word(code: str, **facts: Any) -> str:
        return wordbook.say(Say(f"digest.{code}", facts), language)

    lines = [f"# {made['week']}", "", word("people", **made), ""]
    lines += [f"- {word(f'kind.{kind}')}{word('colon')}{n}" for kind, n in made["counts"].items()]
    if made["themes"]:
        lines += ["", f"## {word('themes')}"]
    if made["one_of"] > 1:
        lines += ["", word("sampled", n=made["one_of"])]
    for theme in made["themes"]:
        lines += ["", "### " + word("theme", **{**theme, "usual": f"{theme['usual']:g}"})]
        lines += [_quoted(q) for q in theme["quotes"]]
    for title in LISTS:
        if made[title]:
            lines += ["", f"## {word(title)}", *(_quoted(q) for q in made[title])]
    lines += ["", word("fingerprint", hash=made["fingerprint"]), ""]
    return "\n".join(lines)


def _quoted(quote: dict[str, Any]) -> str:
    plain = quote["text"].replace("<", "&lt;")
    who = " ".join(quote["who"].split()).replace("<", "&lt;")
    link = f" ({quote['url']})" if quote["url"] else ""
    return f"> {plain}\n> - {who}{link}\n"
