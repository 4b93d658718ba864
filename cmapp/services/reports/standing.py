"""Blocks on what people wrote down and gathered: key figures, feedback, experiments, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cmapp.domain import hours
from cmapp.domain.chart import Say
from cmapp.domain.report import (
    Amount,
    Grid,
    Heading,
    Moment,
    Numbers,
    Part,
    Query,
    Quote,
    Quotes,
    Section,
    Words,
)
from cmapp.services import weekly
from cmapp.services.insights import Scope, values
from cmapp.store import decisions, experiments
from cmapp.store.sqlite import Connection

KEY_FIGURES = (
    "interactions", "first_reply", "in_time", "attitude_positive", "engagement_per_post",
    "followers",
)  # fmt: skip
Block = Mapping[str, Any]


def figures(db: Connection, query: Query, block: Block, scope: Scope, title: Say) -> Section:
    """Return the key figures, those named or the usual ones."""
    wanted = tuple(block.get("metrics") or KEY_FIGURES)
    found = tuple(values.value(db, scope, metric) for metric in wanted)
    return Section("figures", title, (Numbers(found),), metrics=wanted)


def digest(db: Connection, query: Query, title: Say) -> Section:
    """Return what people told us: counts, themes, quotes with links."""
    made = weekly.gathered(db, query.since, query.until, as_of=query.as_of, accounts=query.accounts)
    if not made["people"] and not made["counts"]:
        return Section("digest", title, (Words(Say("digest.none")),))
    parts: list[Part] = [
        Words(Say("digest.people", {n: made[n] for n in ("people", "answered", "needed_reply")})),
        Grid(
            (Say("digest.kind"), Say("digest.count")),
            tuple((Say(f"digest.kind.{k}"), Amount(n)) for k, n in made["counts"].items()),
        ),
    ]
    if made["one_of"] > 1:
        parts.append(Words(Say("digest.sampled", {"n": made["one_of"]}), "note"))
    for theme in made["themes"]:
        facts = {"term": theme["term"], "people": theme["people"], "usual": f"{theme['usual']:g}"}
        parts += [Heading(Say("digest.theme", facts)), _quotes(theme["quotes"])]
    for name in weekly.LISTS:
        if made[name]:
            parts += [Heading(Say(f"digest.{name}")), _quotes(made[name])]
    return Section("digest", title, tuple(parts))


def _quotes(quotes: list[dict[str, Any]]) -> Quotes:
    return Quotes(tuple(Quote(q["who"], q["text"], q["at"], q["url"] or "") for q in quotes))


def trials(db: Connection, query: Query, title: Say) -> Section:
    """Return the experiments there were at the report's moment, and their verdicts if closed."""
    rows = []
    for one in experiments.every(db):
        if one.made_at > query.as_of or (one.closed_at or query.as_of) < query.since:
            continue
        closed = one.closed_at is not None and one.closed_at <= query.as_of
        begun = one.started_at is not None and one.started_at <= query.as_of
        state = "closed" if closed else "running" if begun else "planned"
        verdict = Say(f"experiment.verdict.{one.verdict}") if closed and one.verdict else ""
        rows.append(
            (one.name, Say(f"report.experiments.{state}"),
             Moment(one.started_at) if begun and one.started_at else "", verdict)
        )  # fmt: skip
    if not rows:
        return Section("experiments", title, (Words(Say("report.none")),))
    head = tuple(Say(f"report.experiments.{n}") for n in ("name", "state", "begun", "verdict"))
    return Section("experiments", title, (Grid(head, tuple(rows)),))


def decided(db: Connection, query: Query, title: Say) -> Section:
    """Return what was decided in the span, and the results that were due in it."""
    there = hours.zone(query.zone)
    first, last = (
        datetime.fromtimestamp(at / 1000, there).date().isoformat()
        for at in (query.since, query.until - 1)
    )
    rows = []
    for one in decisions.every(db):
        due = first <= one.result_day <= last
        if one.made_at > query.as_of or not (query.since <= one.made_at < query.until or due):
            continue
        known = one.result_at is not None and one.result_at <= query.as_of
        rows.append((one.finding, one.change, one.result_day, one.result if known else ""))
    if not rows:
        return Section("decisions", title, (Words(Say("report.none")),))
    head = tuple(Say(f"report.decisions.{n}") for n in ("finding", "change", "day", "result"))
    return Section("decisions", title, (Grid(head, tuple(rows)),))
