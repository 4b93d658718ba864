"""Commands on the network: its picture, who matters in it, cascades, changes, who may vouch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Final

from cmapp.domain import hours
from cmapp.domain.closeness import SHARES
from cmapp.domain.errors import Rejected
from cmapp.services import calendar, people, weekly
from cmapp.services.desk import Desk
from cmapp.services.network import changes, closeness, graph, picture
from cmapp.services.network import people as lists
from cmapp.services.network.people import Found, Network, Span
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts as accounts_store
from cmapp.store import contacts, ties, voices
from cmapp.store import people as people_store
from cmapp.store.sqlite import Connection
from cmapp.store.ties import Who

MONTHS: Final = 3
MOST_MONTHS: Final = 120
LISTS: Final = ("pagerank", "degree", "betweenness", "kol", "koc", "thank")
TIES: Final = {"talk": ties.TALK, "all": ties.KINDS}


def network_show(
    desk: Desk,
    since: str | None = None,
    until: str | None = None,
    months: int = MONTHS,
    accounts: Sequence[str] = (),
    ties: str = "talk",
    us: bool = True,
    most: int = picture.MOST,
    least: int = 1,
    group: int | None = None,
    placed: bool = True,
) -> Json:
    """Return the network of some months: density, people with their measures, where each stands.

    `since` and `until` are months (2026-11, the last one belongs to it); without them the last
    `months`. `ties`: `talk` (answers and names), `all` (reactions, reposts, quotes, follows, too).
    `us`: with our own accounts. `most` people are told, those with the highest PageRank who talked
    with at least `least` others; of `group` alone where one is named. Without `placed` there are no
    groups, arcs and places. Raises Rejected (`bad_value`), Missing (`unknown_account`).
    """
    span = _span(desk, since, until, months, accounts, ties, us)
    if most < 1 or least < 0:
        raise Rejected("bad_value", field="most", reason="bad_value", value=str(most))
    net = desk.store.read(lambda db: lists.network(db, span))
    made: Json = {
        **_head(span),
        "people": len(net.graph.nodes),
        "arcs_total": len(net.graph.arcs),
        "density": graph.density(net.graph),
        "why": "" if len(net.graph.nodes) > 1 else "too_few",
        "estimated": net.measures.estimated,
    }
    if not placed:
        top = lists.central(net, limit=most)
        return {**made, "nodes": [_person(net, f.who.id) for f in top]}
    shown = picture.picture(net.graph, net.measures, most=most, least=least, group=group)
    return {
        **made,
        "nodes": [
            {**_person(net, node), "group": shown.group[at], "x": shown.x[at], "y": shown.y[at]}
            for at, node in enumerate(shown.nodes)
        ],
        "groups": [
            {"size": g.size, "person": str(g.middle), "name": net.who[g.middle].name,
             "x": g.x, "y": g.y, "radius": g.radius}
            for g in shown.groups
        ],
        "arcs": [list(a) for a in shown.arcs],
        "links": [list(a) for a in shown.links],
    }  # fmt: skip


def network_people(
    desk: Desk,
    by: str = "pagerank",
    since: str | None = None,
    until: str | None = None,
    months: int = MONTHS,
    accounts: Sequence[str] = (),
    ties: str = "talk",
    us: bool = True,
    limit: int = 20,
    reach: int = lists.SMALL,
    week: str | None = None,
    zone: str | None = None,
) -> Json:
    """Return a list of people with the evidence: {people: [{…, score, reasons}]}.

    `by`: `pagerank`, `degree`, `betweenness` (who is in the middle), `kol` (opinion leaders),
    `koc` (small reach of at most `reach`, drawing answers, well-disposed; `unsure` are those whose
    reach nobody knows), `thank` (whom to thank or feature for a `week`, 2026-W47: the last whole
    one). Raises as `network.show`.
    """
    if by not in LISTS:
        raise Rejected("bad_value", field="by", reason="bad_value", value=by[:80])
    if not 1 <= limit <= 2_000:
        raise Rejected("bad_value", field="limit", reason="bad_value", value=str(limit))
    span = _span(desk, since, until, months, accounts, ties, us)
    if by == "thank":
        return _thank(desk, span, week, zone, limit)

    def look(db: Connection) -> Json:
        net = lists.network(db, span)
        made: Json = {**_head(span), "by": by, "of": len(net.graph.nodes),
                      "estimated": net.measures.estimated}  # fmt: skip
        match by:
            case "kol":
                found = lists.leaders(net, limit=limit)
            case "koc":
                found, unsure = lists.consumers(db, net, reach=reach, limit=limit)
                made["unsure"] = [_found(f) for f in unsure]
            case _:
                found = lists.central(net, by=by, limit=limit)
        return {**made, "people": [_found(f) for f in found]}

    return desk.store.read(look)


def _thank(desk: Desk, span: Span, week: str | None, zone: str | None, limit: int) -> Json:
    def look(db: Connection) -> Json:
        there = hours.zone(calendar.zone_for(db, zone))
        monday = _monday(desk, week, there)
        since, until = (hours.midnight(monday + timedelta(days=n), there) for n in (0, 7))
        did = voices.weeks(
            db, span.accounts, since, until, ours=ties.ours(db), roots=ties.roots(db)
        )
        who = ties.who(db, did)
        did = {n: w for n, w in did.items() if n in who and not who[n].muted}
        year, number, _ = monday.isocalendar()
        return {
            "by": "thank",
            "week": f"{year}-W{number:02}",
            "since": iso(since),
            "until": iso(until),
            "of": len(did),
            "people": [
                _found(
                    Found(
                        who[n],
                        2 * did[n].people + did[n].positive,
                        (("talked", {"people": did[n].people}),
                         ("positive", {"positive": did[n].positive, "negative": did[n].negative,
                                       "n": did[n].said})),
                    )
                )
                for n in lists.thanked(did, limit=limit)
            ],
        }  # fmt: skip

    return desk.store.read(look)


def network_cascade(
    desk: Desk,
    post: str | None = None,
    since: str | None = None,
    until: str | None = None,
    months: int = MONTHS,
    accounts: Sequence[str] = (),
    limit: int = 20,
) -> Json:
    """Return how the answers below our posts spread: {cascades: [{post, levels, depth, width …}]}.

    The deepest first, then the widest. `levels` counts the answers of levels 1 to 5; `depth` may be
    more. `post`: that post alone, by its id. Raises as `network.show`.
    """
    span = _span(desk, since, until, months, accounts, "talk", True)

    def look(db: Connection) -> Json:
        if post is not None:
            plain = post.isascii() and post.isdigit() and len(post) < 20
            number = min(int(post), 2**63 - 1) if plain else -1
            if not voices.about(db, [number]):
                raise Rejected("bad_value", field="post", reason="bad_value", value=post[:80])
            starts = [number]
        else:
            starts = voices.beginnings(db, span.accounts, span.since, span.until)
        found = [voices.cascade(db, one) for one in starts]
        found.sort(key=lambda c: (-c.depth, -c.width, -c.answers, c.post_id))
        told = found[:limit]
        words = voices.about(db, [c.post_id for c in told])
        return {
            **_head(span),
            "of": len(found),
            "cascades": [
                {**asdict(c), "post_id": str(c.post_id), "levels": list(c.levels),
                 "at": iso(words[c.post_id][0]), "who": words[c.post_id][1],
                 "text": words[c.post_id][2]}
                for c in told
            ],
        }  # fmt: skip

    return desk.store.read(look)


def network_changes(
    desk: Desk,
    since: str | None = None,
    until: str | None = None,
    months: int = 6,
    accounts: Sequence[str] = (),
    ties: str = "talk",
    us: bool = True,
    month: str | None = None,
) -> Json:
    """Return the network month by month: {months: [{month, people, density, won, lost, kept}]}.

    A pair that talks is won in a month if it did not the month before, lost if it does no more;
    None: unknown (the first month there is; losses of the month that runs). `month` (2026-11) adds
    `pairs`: who was won and lost in it. Raises as `network.show`.
    """
    if month is not None:
        since = until = month
    span = _span(desk, since, until, months, accounts, ties, us)

    def look(db: Connection) -> Json:
        found = changes.snapshots(db, span, now=desk.now())
        made: Json = {
            **_head(span),
            "months": [
                {"month": _month(s.month), "people": s.people, "arcs": s.arrows,
                 "density": s.density, "pairs": len(s.pairs), "won": _count(s.won),
                 "lost": _count(s.lost), "kept": _count(s.kept), "running": s.running}
                for s in found
            ],
        }  # fmt: skip
        if month is not None and found:
            here = found[-1]
            both = {"won": here.won or frozenset(), "lost": here.lost or frozenset()}
            who = _who(db, both)
            made["pairs"] = {
                name: [[_who_json(who[a]), _who_json(who[b])] for a, b in sorted(each)[:500]]
                for name, each in both.items()
            }
        return made

    return desk.store.read(look)


def _who(db: Connection, both: Mapping[str, frozenset[changes.Pair]]) -> dict[int, Who]:
    return ties.who(db, {n for each in both.values() for pair in sorted(each)[:500] for n in pair})


def network_endorsers(
    desk: Desk,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    months: int = 6,
    accounts: Sequence[str] = (),
    limit: int = 10,
) -> Json:
    """Return third parties who may speak for us in a crisis: {people: [{…, score, reasons}]}.

    People others listen to, who said something positive to us and nothing negative in these
    months. `about`: a query on people (as `people.list` takes) that they must match. Raises as
    `network.show`, and as `people.list`.
    """
    span = _span(desk, since, until, months, accounts, "talk", True)

    def look(db: Connection) -> Json:
        fits = None
        if about:
            asked = {contacts.root(db, one) for one in people.chosen(desk, db, None, about)}
            fits = asked.__contains__
        net = lists.network(db, span)
        found = lists.endorsers(db, net, limit=limit, fits=fits)
        return {**_head(span), "of": len(net.graph.nodes), "people": [_found(f) for f in found]}

    return desk.store.read(look)


def network_strength(desk: Desk, person: str) -> Json:
    """Return how close a person is to us: {value 0-100, parts, formula}. Raises Missing, Rejected.

    Missing (`unknown_person`); Rejected (`ambiguous_person`).
    """

    def look(db: Connection) -> Json:
        members = contacts.group(db, people.whom(db, person))
        seen, _ = people_store.seen(db, members, since=0)
        found = closeness.of(db, members, seen.last_at, now=desk.now())
        who = ties.who(db, [members[0]])[members[0]]
        return {**_who_json(who), **asdict(found), "shares": dict(SHARES)}

    return desk.store.read(look)


# what they share


def _span(
    desk: Desk,
    since: str | None,
    until: str | None,
    months: int,
    accounts: Sequence[str],
    counted: str,
    us: bool,
) -> Span:
    if counted not in TIES:
        raise Rejected("bad_value", field="ties", reason="bad_value", value=counted[:80])
    if not 1 <= months <= MOST_MONTHS:
        raise Rejected("bad_value", field="months", reason="bad_value", value=str(months))
    last = ties.month_of(desk.now()) if until is None else _given(until, "until")
    first = ties.next_month(last, 1 - months) if since is None else _given(since, "since")
    if first > last or ties.next_month(first, MOST_MONTHS) < last:
        raise Rejected("bad_value", field="since", reason="bad_value", value=str(since))
    whose = tuple(desk.account(a).id for a in accounts) or tuple(
        a.id for a in desk.store.read(accounts_store.every)
    )
    return Span(whose, first, last, TIES[counted], us)


def _given(text: str, field: str) -> int:
    try:
        when = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
    except ValueError:
        raise Rejected("bad_value", field=field, reason="bad_value", value=text[:40]) from None
    return when.year * 100 + when.month


def _month(month: int) -> str:
    return f"{month // 100:04}-{month % 100:02}"


def _head(span: Span) -> Json:
    return {
        "since": _month(span.first),
        "until": _month(span.last),
        "ties": next(name for name, kinds in TIES.items() if kinds == span.kinds),
        "us": span.with_us,
    }


def _who_json(who: Who) -> Json:
    return {
        "id": str(who.id),
        "name": who.name,
        "handle": who.handle,
        "realm": who.realm,
        "ours": who.ours,
    }


def _person(net: Network, node: int) -> Json:
    return {**_who_json(net.who[node]), **lists.figures(net, node)}


def _found(found: Found) -> Json:
    return {
        **_who_json(found.who),
        "score": found.score,
        "reasons": [{"code": code, **facts} for code, facts in found.reasons],
        **found.figures,
    }


def _count(pairs: frozenset[Any] | None) -> int | None:
    return None if pairs is None else len(pairs)


def _monday(desk: Desk, week: str | None, zone: tzinfo) -> date:
    if week is not None:
        return weekly.week_of(week)
    today = datetime.fromtimestamp(desk.now() / 1000, zone).date()
    return today - timedelta(days=today.weekday() + 7)
