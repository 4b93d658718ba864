"""What people's words did: whose posts drew answers, in which mood they write, how talk spreads.

Persons are given as root → their profiles. Times are UTC ms; `until` is exclusive.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cmapp.domain.attitude import attitude
from cmapp.store import ids, sqlite

_LATE = 86_400_000
DEEPEST = 5
"""How many levels of a cascade are told one by one; what lies deeper is counted as deeper."""
MOST_IN_CASCADE = 50_000
MOST_BEGINNINGS = 400


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a person's posts drew: how many posts, how many of them were answered, by how many."""

    posts: int = 0
    answered: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Cascade:
    """The answers below a post. `levels[0]` answer it, `levels[1]` answer those, up to `DEEPEST`.

    `depth` is that of the deepest answer, `width` the most answers on one level, `people` how many
    wrote them, `shares` how many reposts of it are known; `cut`: there are more than were counted.
    """

    post_id: int
    levels: tuple[int, ...]
    depth: int
    width: int
    answers: int
    people: int
    shares: int
    cut: bool = False


def profiles_of(db: sqlite.Connection, roots: Collection[int]) -> dict[int, list[int]]:
    """Return the profiles of each person, by their root."""
    found = {root: [root] for root in roots if root > 0}
    for root, profile in db.execute(
        """SELECT p.id, q.id FROM json_each(?) n CROSS JOIN profiles p ON p.id = n.value
           CROSS JOIN contacts c ON c.id = p.contact_id
           CROSS JOIN contacts k ON k.person = c.person CROSS JOIN profiles q ON q.contact_id = k.id
           WHERE q.id <> p.id""",
        (json.dumps(sorted(found)),),
    ):
        found[root].append(profile)
    return found


def _pairs(people: Mapping[int, Sequence[int]]) -> str:
    return json.dumps([[root, one] for root, each in people.items() for one in each])


def drawn(
    db: sqlite.Connection,
    people: Mapping[int, Sequence[int]],
    since: int,
    until: int,
    *,
    but: Collection[int] = (),
) -> dict[int, Drawn]:
    """Return what people's posts of a span drew from others; answers of `but` (roots) count not."""
    posts: Counter[int] = Counter()
    for root, count in db.execute(
        """SELECT n.value ->> 0, count(*) FROM json_each(?) n
           CROSS JOIN posts p ON p.author_id = n.value ->> 1 AND p.id >= ? AND p.id < ?
           GROUP BY n.key""",
        (_pairs(people), ids.at(since), ids.at(until)),
    ):
        posts[root] += count
    answered: dict[int, set[int]] = {}
    who: dict[int, set[int]] = {}
    root_of = dict(
        db.execute(
            """SELECT p.id, r.id FROM contacts c JOIN profiles p ON p.contact_id = c.id
               JOIN profiles r ON r.contact_id = c.person WHERE c.person IS NOT NULL"""
        ).fetchall()
    )
    for root, post, author in db.execute(
        """SELECT n.value ->> 0, p.id, c.author_id FROM json_each(?) n
           CROSS JOIN posts p ON p.author_id = n.value ->> 1 AND p.id >= ? AND p.id < ?
           CROSS JOIN posts c ON c.realm = p.realm AND c.parent_ref = p.remote_id""",
        (_pairs(people), ids.at(since), ids.at(until)),
    ):
        other = root_of.get(author, author)
        if other != root and other not in but:
            answered.setdefault(root, set()).add(post)
            who.setdefault(root, set()).add(other)
    return {
        root: Drawn(posts[root], len(answered.get(root, ())), len(who.get(root, ())))
        for root in people
    }


def moods(
    db: sqlite.Connection,
    people: Mapping[int, Sequence[int]],
    accounts: Sequence[str],
    since: int,
    until: int,
) -> dict[int, Counter[str]]:
    """Return how many of what they said to us in a span was of each attitude."""
    found: dict[int, Counter[str]] = {root: Counter() for root in people}
    for root, kind, signals in db.execute(
        """SELECT n.value ->> 0, i.kind, i.signals FROM json_each(?) n
           CROSS JOIN interactions i ON i.actor_id = n.value ->> 1 AND i.id >= ? AND i.id < ?
           WHERE i.created_at >= ? AND i.created_at < ?
             AND i.account_id IN (SELECT value FROM json_each(?))""",
        (_pairs(people), ids.at(since), ids.at(until + _LATE), since, until,
         json.dumps(list(accounts))),
    ):  # fmt: skip
        mood = attitude(kind, json.loads(signals))
        if mood is not None:
            found[root][mood] += 1
    return found


def cascade(db: sqlite.Connection, post_id: int) -> Cascade:
    """Return how the answers below a post spread; a post without any has depth 0."""
    found = db.execute(
        """WITH RECURSIVE down (id, realm, remote_id, author, level) AS (
             SELECT id, realm, remote_id, author_id, 0 FROM posts WHERE id = ?
             UNION
             SELECT p.id, p.realm, p.remote_id, p.author_id, d.level + 1 FROM down d
             JOIN posts p ON p.realm = d.realm AND p.parent_ref = d.remote_id
             WHERE d.level < 200 LIMIT ?)
           SELECT id, author, min(level) FROM down GROUP BY id""",
        (post_id, MOST_IN_CASCADE + 2),
    ).fetchall()
    levels = Counter(level for _, _, level in found if level)
    first = next((author for _, author, level in found if not level), None)
    depth = max(levels, default=0)
    shares = db.execute(
        "SELECT count(*) FROM interactions WHERE post_id = ? AND kind = 'repost'", (post_id,)
    ).fetchone()[0]
    return Cascade(
        post_id,
        tuple(levels[n] for n in range(1, min(depth, DEEPEST) + 1)),
        depth,
        max(levels.values(), default=0),
        sum(levels.values()),
        len({author for _, author, level in found if level} - {first}),
        int(shares),
        cut=len(found) > MOST_IN_CASCADE + 1,
    )


@dataclass(frozen=True, slots=True)
class Week:
    """What a person did in a span: whom they talked with (`people`), what they said to us."""

    people: int
    positive: int
    negative: int
    said: int
    first_at: int


def weeks(
    db: sqlite.Connection,
    accounts: Sequence[str],
    since: int,
    until: int,
    *,
    ours: Collection[int],
    roots: Mapping[int, int],
) -> dict[int, Week]:
    """Return what each person did in a span, by root; our own accounts are nobody here."""
    met: dict[int, set[int]] = {}
    moods: dict[int, Counter[str]] = {}
    first: dict[int, int] = {}

    def seen(who: int, at: int) -> None:
        first[who] = min(at, first.get(who, at))

    for author, parent, at in db.execute(
        """SELECT c.author_id, q.author_id, c.created_at FROM posts c
           CROSS JOIN posts q ON q.realm = c.realm AND q.remote_id = c.parent_ref
           WHERE c.id >= ? AND c.id < ? AND c.deleted_at IS NULL AND c.realm IN
             (SELECT realm FROM accounts WHERE id IN (SELECT value FROM json_each(?)))""",
        (ids.at(since), ids.at(until), json.dumps(list(accounts))),
    ):
        one, other = roots.get(author, author), roots.get(parent, parent)
        if one == other or one in ours or other in ours:
            continue
        for who, whom in ((one, other), (other, one)):
            met.setdefault(who, set()).add(whom)
            seen(who, at)
    for actor, kind, signals, at in db.execute(
        """SELECT actor_id, kind, signals, created_at FROM interactions
           WHERE id >= ? AND id < ? AND created_at >= ? AND created_at < ?
             AND account_id IN (SELECT value FROM json_each(?))""",
        (ids.at(since), ids.at(until + _LATE), since, until, json.dumps(list(accounts))),
    ):
        who, mood = roots.get(actor, actor), attitude(kind, json.loads(signals))
        if mood is not None and who not in ours:
            moods.setdefault(who, Counter())[mood] += 1
            seen(who, at)
    return {
        who: Week(
            len(met.get(who, ())),
            moods.get(who, Counter())["positive"],
            moods.get(who, Counter())["negative"],
            sum(moods.get(who, Counter()).values()),
            at,
        )
        for who, at in first.items()
    }


def beginnings(
    db: sqlite.Connection,
    accounts: Sequence[str],
    since: int,
    until: int,
    *,
    most: int = MOST_BEGINNINGS,
) -> list[int]:
    """Return our posts of a span that answer nothing and were answered, newest first."""
    found = db.execute(
        """SELECT p.id FROM json_each(?) n CROSS JOIN accounts a ON a.id = n.value
           CROSS JOIN profiles m ON m.realm = a.realm AND m.remote_id = a.remote_id
           CROSS JOIN posts p ON p.author_id = m.id AND p.id >= ? AND p.id < ?
           WHERE p.parent_ref IS NULL AND EXISTS (SELECT 1 FROM posts c
             WHERE c.realm = p.realm AND c.parent_ref = p.remote_id)
           ORDER BY p.id DESC LIMIT ?""",
        (json.dumps(list(accounts)), ids.at(since), ids.at(until), most),
    )
    return [int(r[0]) for r in found]


def about(db: sqlite.Connection, post_ids: Sequence[int]) -> dict[int, tuple[int, str, str]]:
    """Return when posts were written, by whom, and their words ("" once deleted)."""
    found = db.execute(
        """SELECT p.id, p.created_at, coalesce(nullif(a.name, ''), a.handle),
             CASE WHEN p.deleted_at IS NULL THEN p.text ELSE '' END
           FROM json_each(?) n CROSS JOIN posts p ON p.id = n.value
           JOIN profiles a ON a.id = p.author_id""",
        (json.dumps(list(post_ids)),),
    )
    return {r[0]: (r[1], r[2], r[3]) for r in found}


def exchanges(
    db: sqlite.Connection, profiles: Sequence[int], us: Sequence[int], first: int, since: int
) -> tuple[int, int, int]:
    """Return how a person and we talked: (what they did, our answers, people in common).

    What they did counts from `since`, the rest from month `first` on; in common are people who
    talked with them and with us.
    """
    them, ours = json.dumps(list(profiles)), json.dumps(list(us))
    theirs = db.execute(
        "SELECT count(*) FROM json_each(?) n CROSS JOIN interactions i"
        " ON i.actor_id = n.value AND i.id >= ?",
        (them, ids.at(since)),
    ).fetchone()[0]
    answers = db.execute(
        """SELECT coalesce(sum(t.n), 0) FROM json_each(?) o CROSS JOIN json_each(?) m
           CROSS JOIN ties t ON t.source = o.value AND t.target = m.value AND t.month >= ?""",
        (ours, them, first),
    ).fetchone()[0]
    common = db.execute(
        """WITH around (id) AS (
             SELECT t.target FROM json_each(:them) m CROSS JOIN ties t ON t.source = m.value
               AND t.month >= :first
             UNION SELECT t.source FROM json_each(:them) m CROSS JOIN ties t
               ON t.target = m.value WHERE t.month >= :first)
           SELECT count(*) FROM around r
           WHERE r.id NOT IN (SELECT value FROM json_each(:us))
             AND r.id NOT IN (SELECT value FROM json_each(:them))
             AND (EXISTS (SELECT 1 FROM json_each(:us) o CROSS JOIN ties t ON t.source = o.value
                    AND t.target = r.id AND t.month >= :first)
               OR EXISTS (SELECT 1 FROM json_each(:us) o CROSS JOIN ties t ON t.source = r.id
                    AND t.target = o.value AND t.month >= :first))""",
        {"them": them, "us": ours, "first": first},
    ).fetchone()[0]
    return int(theirs), int(answers), int(common)
