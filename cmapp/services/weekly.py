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

from cmapp.domain import themes
from cmapp.domain.errors import Rejected
from cmapp.store import looking_back, words
from cmapp.store.looking_back import Came
from cmapp.store.sqlite import Connection

QUOTES = 3
QUOTED_CHARS = 140
LISTS = ("complaints", "questions", "suggestions", "praise")
_SPOKEN = ("mention", "reply", "comment", "message", "quote", "review")


def week_of(text: str) -> date:
    """Return the Monday of a week written as 2026-W47. Raises Rejected (`bad_value`)."""
    try:
        return datetime.strptime(f"{text}-1", "%G-W%V-%u").replace(tzinfo=UTC).date()
    except ValueError:
        raise Rejected("bad_value", field="week", reason="bad_value", value=text[:40]) from None


def digest(db: Connection, monday: date, zone: tzinfo) -> dict[str, Any]:
    """Return the digest of the seven days from `monday` on, as days run in `zone`.

    {week, since, until (UTC ms), counts, signals, themes: [{term, people, usual, quotes}],
    complaints, questions, praise: quotes, fingerprint}. `usual` is the weekly mean of the four
    weeks before.
    """
    since, until = _start(monday, zone), _start(monday + timedelta(days=7), zone)
    rows = list(looking_back.came(db, since, until))
    spoken = [c for c in rows if c.kind in _SPOKEN and c.text]
    before = [
        c
        for c in looking_back.came(db, _start(monday - timedelta(days=28), zone), since)
        if c.kind in _SPOKEN and c.text
    ]
    usual = {term: n / 4 for term, n in themes.counted(_folded(before)).items()}
    by_id = {c.id: c for c in spoken}
    found = themes.themes(_folded(spoken), usual)
    year, week, _ = monday.isocalendar()
    made: dict[str, Any] = {
        "week": f"{year}-W{week:02}",
        "since": since,
        "until": until,
        "counts": _sorted(Counter(c.kind for c in rows)),
        "signals": _sorted(Counter(s for c in spoken for s in c.signals)),
        "people": len({c.actor_id for c in spoken}),
        "answered": sum(c.first_reply_at is not None for c in rows if c.needs_reply),
        "needed_reply": sum(c.needs_reply for c in rows),
        "themes": [
            {
                "term": t.term,
                "people": t.people,
                "usual": round(t.usual, 2),
                "quotes": _quotes([by_id[k] for k in t.where]),
            }
            for t in found
        ],
        **{
            name: _quotes([c for c in spoken if signal in c.signals])
            for name, signal in (
                ("complaints", "complaint"),
                ("questions", "question"),
                ("suggestions", "suggestion"),
                ("praise", "praise"),
            )
        },
    }
    plain = json.dumps(made, ensure_ascii=False, sort_keys=True).encode()
    made["fingerprint"] = hashlib.sha256(plain).hexdigest()
    return made


def _start(day: date, zone: tzinfo) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)


def _folded(rows: Sequence[Came]) -> list[tuple[int, int, str]]:
    return [(c.id, c.actor_id, words.fold(c.text or "")) for c in rows]


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _quotes(rows: Sequence[Came]) -> list[dict[str, Any]]:
    """Return a few of them, no person twice, the longest (they say most), in order of time."""
    chosen: list[Came] = []
    people: set[int] = set()
    for one in sorted(rows, key=lambda c: (-min(len(c.text or ""), QUOTED_CHARS), c.id)):
        if one.actor_id not in people:
            people.add(one.actor_id)
            chosen.append(one)
        if len(chosen) == QUOTES:
            break
    return [
        {
            "item": str(c.id),
            "who": c.name or c.handle,
            "text": _short(c.text or ""),
            "url": c.url,
            "at": c.created_at,
        }
        for c in sorted(chosen, key=lambda c: c.id)
    ]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTED_CHARS else flat[: QUOTED_CHARS - 1] + "…"


def markdown(made: dict[str, Any]) -> str:
    """Return the digest as a page to read or to hand on."""
    lines = [f"# {made['week']}", ""]
    lines += [
        f"{made['people']} people wrote; {made['answered']} of {made['needed_reply']}"
        " that needed a reply have one.",
        "",
    ]
    lines += [f"- {kind}: {n}" for kind, n in made["counts"].items()]
    if made["themes"]:
        lines += ["", "## Themes"]
    for theme in made["themes"]:
        lines += ["", f"### {theme['term']} ({theme['people']} people; usual: {theme['usual']:g})"]
        lines += [_quoted(q) for q in theme["quotes"]]
    for title in LISTS:
        if made[title]:
            lines += ["", f"## {title.capitalize()}", *(_quoted(q) for q in made[title])]
    lines += ["", f"Fingerprint of the data: {made['fingerprint']}", ""]
    return "\n".join(lines)


def _quoted(quote: dict[str, Any]) -> str:
    plain = quote["text"].replace("<", "&lt;")
    link = f" ({quote['url']})" if quote["url"] else ""
    return f"> {plain}\n> - {quote['who']}{link}\n"
