"""Commands on experiments: size, plan, arms, begin, wait, verdict (EX-07, EX-11, N23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cmapp.domain import hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar
from cmapp.services import experiments as trial
from cmapp.services.arguments import amount
from cmapp.services.desk import Desk
from cmapp.services.experiments import HOUR, MEASURES
from cmapp.services.shapes import Json, iso, number
from cmapp.store import accounts as accounts_store
from cmapp.store import deeds, drafts, ids, kept
from cmapp.store import experiments as store
from cmapp.store.database import Tx
from cmapp.store.experiments import ARMS, Experiment, Place
from cmapp.store.sqlite import Connection

MOST_RUNS = 200_000
_USUAL: dict[str, Any] = {
    "measure": "interactions", "better": "up", "alpha": 0.05, "power": 0.8, "hours": 48,
    "accounts": [], "hypothesis": "", "until": "", "labels": {"a": "A", "b": "B"},
}  # fmt: skip


def experiments_list(desk: Desk) -> Json:
    """Return {experiments}: each as `experiments.show` tells it, without its posts."""
    now = desk.now()

    def look(db: Connection) -> list[Json]:
        return [_shown(db, e, now, posts=False) for e in store.every(db)]

    return {"experiments": desk.store.read(look)}


def experiments_show(desk: Desk, id: str) -> Json:
    """Return {experiments: [it]}.

    `waits`: how many cases each arm has of how many, how many posts are not out, unknown or too
    young, and when its result opens. `result` is None before that: no value is told, of no post.
    `sealed`: whether the plan is still the one that it began with.
    """
    now = desk.now()
    return {"experiments": [desk.store.read(lambda db: _shown(db, _must_be(db, id), now))]}


def _shown(db: Connection, one: Experiment, now: int, *, posts: bool = True) -> Json:
    closed = one.state == "closed"
    found = trial.NOTHING if closed and not posts else trial.standing(db, one, now)
    open_ = closed or found.ready
    told = one.result or (trial.result(one, found) if open_ else None) or None
    verdict = one.verdict or (told["says"] if told and found.ready else "")
    young = [c for c in found.counted if c.why == "too_young"]
    made: Json = {
        "id": str(one.id), "name": one.name, "state": one.state, "plan": one.plan,
        "kind": trial.kind_of(one.plan), "seal": one.seal,
        "sealed": not one.seal or trial.seal(one.plan) == one.seal,
        "looks": [iso(at) for at in one.looks], "level": trial.level(one),
        "detectable": trial.detectable(one.plan, int(one.plan["n"])),
        "made_at": iso(one.made_at), "started_at": iso(one.started_at),
        "closed_at": iso(one.closed_at),
        "waits": {
            "of": one.plan["n"], "have": dict(found.have), "out": dict(found.out),
            "not_out": dict(found.waiting), "unknown": found.unknown, "young": len(young),
            "youngest_at": iso(found.youngest_at), "opens_at": iso(found.opens_at),
            "lag_hours": max(trial.LAG_HOURS, int(one.plan["hours"])),
            "over": one.state == "running" and not found.ready and _over(db, one, now),
        },
        "ready": found.ready, "verdict": verdict, "peeked": bool(one.looks), "result": told,
    }  # fmt: skip
    if posts:
        made["posts"] = [
            {
                "ref": c.ref, "post": str(c.post.id), "arm": c.arm, "account": c.post.account,
                "text": c.post.text, "created_at": iso(c.post.created_at), "why": c.why,
                "value": c.value if open_ else None,
            }
            for c in found.counted
        ]  # fmt: skip
        placed = store.places(db, one.id)
        frames = store.frames(db, placed)
        made["places"] = [
            {"ref": p.ref, "arm": p.arm, "seed": p.seed, "frame": frames.get(p.ref)} for p in placed
        ]
    return made


def _over(db: Connection, one: Experiment, now: int) -> bool:
    """Tell whether the last day of a plan has passed: its stop rule says to end it."""
    if not one.plan["until"]:
        return False
    here = hours.zone(calendar.zone_for(db))
    end = date.fromisoformat(one.plan["until"]) + timedelta(days=1)
    return now >= calendar.moment_of(end, here)


def experiments_size(desk: Desk, plan: Mapping[str, Any]) -> Json:
    """Return how many cases a plan needs, before anything is made.

    {n, exact formula code, baseline, sd, past, effect, detectable: {half, n, double},
    per_week, weeks}: `past` is how many posts of ours the baseline was read from, `weeks` how
    long both arms take at the pace of late. Raises as `experiments.make`.
    """
    now = desk.now()

    def look(db: Connection) -> Json:
        made, past = _planned(db, dict(plan), now)
        n = made["n"]
        posts = 0 if made["measure"] == "rate" else trial.pace(db, made["accounts"], now)
        per_week = posts / (trial.LOOK_BACK_DAYS / 7) if posts else None
        return {
            "n": n, "plan": made, "past": len(past),
            "formula": "shares_4_14" if trial.kind_of(made) == "share" else "noncentral_t",
            "detectable": {
                "half": trial.detectable(made, max(2, n // 2)),
                "n": trial.detectable(made, n),
                "double": trial.detectable(made, 2 * n),
            },
            "per_week": per_week,
            "weeks": 2 * n / per_week if per_week else None,
        }  # fmt: skip

    return desk.store.read(look)


def experiments_make(desk: Desk, name: str, plan: Mapping[str, Any], id: str | None = None) -> Json:
    """Make an experiment that has not begun, or change one; returns {experiments: [it], undo}.

    `plan`: `measure` (interactions, likes, shares, comments, commented, rate), `effect` (the
    smallest that matters; "20%" is of the baseline), `better` up or down, `alpha`, `power`,
    `baseline` and `sd` (read from past posts where they are not given), `hours` after going out
    that count, `accounts`, `labels` {a, b}, `hypothesis`, `until` (a day), `n` (never less than
    needed). Raises Rejected (`no_metric`, `no_number`, `no_baseline`, `too_many_cases`,
    `plan_frozen`, `bad_value`), Missing (`unknown_experiment`, `unknown_account`).
    """
    words = " ".join(name.split())[:120]
    if not words:
        raise Rejected("empty", field="name", reason="empty")
    now = desk.now()

    def go(tx: Tx) -> tuple[int, Json]:
        old = None if id is None else _must_be(tx.db, id)
        if old is not None and old.state != "plan":
            raise Rejected("plan_frozen", field="plan")
        made, _ = _planned(tx.db, dict(plan), now)
        number_ = ids.new(tx.db, store.TABLE, now) if old is None else old.id
        if old is None:
            new = Experiment(number_, words, made, "", "plan", [], {}, "", {}, now, None, None)
        else:
            new = replace(old, name=words, plan=made)
        deed = deeds.begin(tx, "experiments.make", {"experiment": str(number_)}, now=now)
        columns = ("*",) if old is None else ("name", "plan")
        deeds.note_row(tx, deed, "experiments", {"id": number_}, columns)
        kept.put(tx, store.TABLE, new)
        return number_, deeds.way_back(deed)

    made, back = desk.store.write(go)
    return {**experiments_show(desk, str(made)), "undo": back}


def _planned(db: Connection, given: dict[str, Any], now: int) -> tuple[Json, list[float]]:
    """Return a whole plan with its n, and what past posts got."""
    if strange := sorted(set(given) - {*_USUAL, "effect", "baseline", "sd", "n"}):
        raise Rejected("bad_value", field=strange[0][:40], reason="not_one_of", value="")
    plan = _USUAL | {k: v for k, v in given.items() if v is not None}
    if not plan["measure"]:
        raise Rejected("no_metric", field="measure", reason="empty")
    if plan["measure"] not in MEASURES:
        value = str(plan["measure"])[:40]
        raise Rejected("bad_value", field="measure", reason="not_one_of", value=value)
    if plan["better"] not in ("up", "down"):
        raise Rejected("bad_value", field="better", reason="not_one_of", value=str(plan["better"]))
    for field, low, high in (("alpha", 0.0, 0.5), ("power", 0.5, 1.0), ("hours", 0, 24 * 30)):
        asked = amount(field, plan[field])
        if not low < asked < high:
            raise Rejected("bad_value", field=field, reason="out_of_range", value=f"{asked:g}")
        plan[field] = asked if field != "hours" else int(asked)
    whose = list(plan["accounts"]) or [a.id for a in accounts_store.every(db)]
    for one in whose:
        if accounts_store.by_id(db, one) is None:
            raise Missing("unknown_account", id=str(one)[:60])
    plan["accounts"] = whose
    if plan["until"]:
        plan["until"] = calendar.day(plan["until"], "until").isoformat()
    labels = {arm: " ".join(str(plan["labels"].get(arm) or arm.upper()).split()) for arm in ARMS}
    plan["labels"] = labels
    past: list[float] = []
    mean = trial.kind_of(plan) == "mean"
    lacking = plan.get("baseline") is None or (mean and plan.get("sd") is None)
    if lacking and plan["measure"] != "rate":
        past = trial.history(db, whose, plan["measure"], plan["hours"], now)
    if lacking and len(past) < trial.FEWEST_PAST:
        raise Rejected("no_baseline", field="baseline", reason="empty", size=len(past))
    usual = trial.spread(past) if past else (0.0, 0.0)
    plan["baseline"] = (
        usual[0] if plan.get("baseline") is None else amount("baseline", plan["baseline"])
    )
    if mean:
        plan["sd"] = usual[1] if plan.get("sd") is None else amount("sd", plan["sd"])
        if plan["sd"] <= 0:
            raise Rejected("bad_value", field="sd", reason="out_of_range", value=f"{plan['sd']:g}")
    else:
        plan.pop("sd", None)
    plan["effect"] = _effect(plan.get("effect"), plan["baseline"], mean=mean)
    least = trial.needed(plan)
    n = int(amount("n", plan["n"])) if plan.get("n") is not None else least
    if n < least:
        raise Rejected("too_few_cases", field="n", size=n, limit=least)
    plan["n"] = n
    return dict(sorted(plan.items())), past


def _effect(given: Any, baseline: float, *, mean: bool) -> float:
    if given is None or given == "":
        raise Rejected("no_number", field="effect", reason="empty")
    words = str(given).strip()
    relative = mean and words.endswith(("%", "％"))
    value = amount("effect", words)
    value = value * baseline if relative else value
    if value <= 0:
        raise Rejected("bad_value", field="effect", reason="out_of_range", value=words[:40])
    return value


def experiments_place(
    desk: Desk, id: str, refs: Sequence[str], arm: str | None = None, seed: int | None = None
) -> Json:
    """Put posts (`post:ID`) and drafts (`draft:ID`) into an arm, or draw the arms by lot.

    Without `arm` they are drawn in pairs from `seed` (made here where none is given, and kept);
    arm "" takes them out. A post that went out before the experiment began is refused, and so is
    one older than 48 hours, in and out: its result could be seen.

    Returns {experiments: [it], placed, undo}. Raises Rejected (`nothing_chosen`, `bad_value`,
    `seen_already`, `experiment_closed`), Missing.
    """
    if arm not in (None, "", *ARMS):
        raise Rejected("bad_value", field="arm", reason="not_one_of", value=str(arm)[:20])
    wanted = list(dict.fromkeys(refs))
    if arm is not None:
        return _place(desk, id, dict.fromkeys(wanted, arm), None)
    lot = int(ids.made_here(desk.now()) % 1_000_000) if seed is None else seed
    return _place(desk, id, trial.draw(wanted, lot), lot)


def _place(desk: Desk, id: str, chosen: Mapping[str, str], lot: int | None) -> Json:
    if not chosen:
        raise Rejected("nothing_chosen", field="refs", reason="empty")
    now = desk.now()

    def go(tx: Tx) -> Json:
        one = _must_be(tx.db, id)
        if one.state == "closed":
            raise Rejected("experiment_closed", field="id")
        deed = deeds.begin(tx, "experiments.place", {"experiment": id}, now=now)
        keys = [{"experiment_id": one.id, "ref": ref} for ref in chosen]
        deeds.note_rows(tx, deed, "experiment_arms", keys)
        for ref, where in chosen.items():
            if where:
                _may_be_placed(tx.db, one, ref, now)
                kept.put(tx, "experiment_arms", Place(one.id, ref, where, lot, now))
            else:
                _may_be_taken_out(tx.db, one, ref, now)
                kept.take_out(tx, "experiment_arms", {"experiment_id": one.id, "ref": ref})
        tx.touch(store.TABLE)
        return deeds.way_back(deed)

    back = desk.store.write(go)
    return {**experiments_show(desk, id), "placed": len(chosen), "undo": back}


def _may_be_placed(db: Connection, one: Experiment, ref: str, now: int) -> None:
    kind, _, given = ref.partition(":")
    if one.plan["measure"] == "rate" or kind not in ("post", "draft"):
        raise Rejected("bad_value", field="refs", reason="not_one_of", value=ref[:60])
    if kind == "draft":
        if drafts.by_id(db, number(given, "unknown_draft")) is None:
            raise Missing("unknown_draft", id=given[:60])
        found = store.posts_of_draft(db, int(given))
    else:
        post = store.post(db, number(given))
        if post is None:
            raise Missing("unknown_item", id=given[:60])
        found = [post]
    begun = one.started_at if one.started_at is not None else now
    for post in found:
        if post.account not in one.plan["accounts"]:
            raise Rejected("bad_value", field="refs", reason="not_one_of", value=ref[:60])
        if post.created_at < begun or post.created_at + trial.LAG_HOURS * HOUR <= now:
            raise Rejected("seen_already", field="refs", value=ref[:60])


def _may_be_taken_out(db: Connection, one: Experiment, ref: str, now: int) -> None:
    """Refuse to leave out what counts already: who does not like its result could."""
    if one.state != "running":
        return
    for post in store.posts_of(db, ref):
        if post.created_at + trial.LAG_HOURS * HOUR <= now:
            raise Rejected("seen_already", field="refs", value=ref[:60])


def experiments_start(desk: Desk, id: str) -> Json:
    """Begin: the plan is sealed from here on. Returns {experiments: [it], undo}.

    Raises Rejected (`plan_frozen`) where it has begun already.
    """

    def change(tx: Tx, one: Experiment) -> Experiment:
        if one.state != "plan":
            raise Rejected("plan_frozen", field="plan")
        for place in store.places(tx.db, one.id):  # what went out before shows its result already
            _may_be_placed(tx.db, one, place.ref, desk.now())
        return replace(one, state="running", seal=trial.seal(one.plan), started_at=desk.now())

    return _changed(desk, id, "experiments.start", change, "state seal started_at")


def experiments_count(desk: Desk, id: str, arm: str, n: int, hits: int) -> Json:
    """Keep how many cases an arm has and how many hits, for an experiment on a rate.

    They are the totals so far. Nothing can be added once both arms are full. Returns
    {experiments: [it], undo}. Raises Rejected (`bad_value`, `experiment_closed`,
    `experiment_full`, `not_begun`).
    """

    def change(tx: Tx, one: Experiment) -> Experiment:
        if one.plan["measure"] != "rate" or arm not in ARMS or not 0 <= hits <= n:
            raise Rejected("bad_value", field="arm", reason="not_one_of", value=f"{arm} {hits}/{n}")
        if one.state == "closed":
            raise Rejected("experiment_closed", field="id")
        if one.state == "plan":
            raise Rejected("not_begun", field="id", reason="not_begun")
        if one.tallies.get(arm, {}).get("n", 0) >= one.plan["n"]:
            raise Rejected("experiment_full", field="arm", limit=one.plan["n"])
        return replace(one, tallies={**one.tallies, arm: {"n": n, "hits": hits}})

    return _changed(desk, id, "experiments.count", change, "tallies")


def experiments_peek(desk: Desk, id: str) -> Json:
    """Look early: returns {experiments: [it]} with `early`, what it says so far.

    It is written down for good (there is no undo): the result is marked as peeked, and its
    interval becomes wider. Raises Rejected (`not_begun`, `experiment_closed`, `nothing_yet`).
    """

    def go(tx: Tx) -> Json:
        one = _must_be(tx.db, id)
        if one.state != "running":
            code = "not_begun" if one.state == "plan" else "experiment_closed"
            raise Rejected(code, field="id")
        found = trial.standing(tx.db, one, desk.now())
        if not found.ready:
            one = replace(one, looks=[*one.looks, desk.now()])
        told = trial.result(one, found)
        if told is None:
            raise Rejected("nothing_yet", field="id", reason="empty")
        if not found.ready:
            deeds.add(tx, "experiments.peek", {"experiment": id}, now=desk.now(), undo=None)
            kept.put(tx, store.TABLE, one)
        return told

    early = desk.store.write(go)
    return {**experiments_show(desk, id), "early": early}


def experiments_close(desk: Desk, id: str) -> Json:
    """End it with the verdict of its plan: won, lost, no_difference; before its end stopped_early.

    The result is kept as it is now; before its end that is a look. Returns
    {experiments: [it], undo}. Raises Rejected (`not_begun`, `experiment_closed`).
    """

    def change(tx: Tx, one: Experiment) -> Experiment:
        if one.state != "running":
            code = "not_begun" if one.state == "plan" else "experiment_closed"
            raise Rejected(code, field="id")
        found = trial.standing(tx.db, one, desk.now())
        if not found.ready and trial.result(one, found) is not None:
            # what it says so far is told: that is a look, whether or not the end is taken back
            one = replace(one, looks=[*one.looks, desk.now()])
        told = trial.result(one, found)
        verdict = told["says"] if told is not None and found.ready else "stopped_early"
        return replace(
            one, state="closed", closed_at=desk.now(), verdict=verdict, result=told or {}
        )

    return _changed(desk, id, "experiments.close", change, "state verdict result closed_at")


def experiments_delete(desk: Desk, id: str) -> Json:
    """Strike an experiment out; returns {experiments: [as it was], undo}."""
    shown = experiments_show(desk, id)

    def go(tx: Tx) -> Json:
        one = _must_be(tx.db, id)
        deed = deeds.begin(tx, "experiments.delete", {"experiment": id}, now=desk.now())
        deeds.note_row(tx, deed, "experiments", {"id": one.id})
        keys = [{"experiment_id": one.id, "ref": p.ref} for p in store.places(tx.db, one.id)]
        deeds.note_rows(tx, deed, "experiment_arms", keys)
        store.delete(tx, one.id)
        return deeds.way_back(deed)

    return {**shown, "undo": desk.store.write(go)}


def experiments_simulate(
    desk: Desk,
    id: str | None = None,
    plan: Mapping[str, Any] | None = None,
    runs: int = 10_000,
    seed: int = 1,
) -> Json:
    """Try a plan where nothing differs; returns the rates, each with its 95 % interval.

    {n, runs, seed, source, false_alarms, peeking, power}, each rate {share, low, high}:
    `false_alarms` when one looks once at the end, `peeking` when one looks ten times and stops
    at the first win, `power` where B is better by the effect planned for.
    """
    from cmapp.domain import trials
    from cmapp.services import trial_simulation

    if not 100 <= runs <= MOST_RUNS:
        raise Rejected("bad_value", field="runs", reason="out_of_range", value=str(runs))
    now = desk.now()

    def look(db: Connection) -> tuple[Json, list[float]]:
        if id is None:
            own, past = _planned(db, dict(plan or {}), now)
        else:
            own, past = _must_be(db, id).plan, []
        if past:
            return own, past
        if trial.kind_of(own) == "mean":
            past = trial.history(db, own["accounts"], own["measure"], own["hours"], now)
        return own, past

    own, past = desk.store.read(look)
    tried = trial_simulation.simulate(own, past, runs=runs, seed=seed)

    def rate(hits: int) -> Json:
        one = trials.wilson(hits, runs, level=0.95)
        return {"share": one.value, "low": one.low, "high": one.high}

    return {
        "n": own["n"], "runs": runs, "seed": seed, "source": tried.source, "alpha": own["alpha"],
        "false_alarms": rate(tried.false_wins), "peeking": rate(tried.peeked),
        "power": rate(tried.found),
    }  # fmt: skip


def experiments_frames(desk: Desk, id: str) -> Json:
    """Put the drafts whose brief says a frame into the arms: gain in A, loss in B (DR-13).

    Only drafts that are not out. Returns {experiments: [it], placed, undo}. Raises Rejected
    (`nothing_chosen`) where there is none.
    """

    def look(db: Connection) -> dict[str, str]:
        placed = {p.ref for p in store.places(db, _must_be(db, id).id)}
        return {
            ref: "a" if frame == "gain" else "b"
            for draft, frame in drafts.framed(db)
            if (ref := f"draft:{draft}") not in placed
        }

    return _place(desk, id, desk.store.read(look), None)


def _changed(desk: Desk, id: str, command: str, change: Any, columns: str) -> Json:
    """Change an experiment; `columns` alone are taken back by undo: early looks never are."""

    def go(tx: Tx) -> Json:
        one = _must_be(tx.db, id)
        deed = deeds.begin(tx, command, {"experiment": id}, now=desk.now())
        deeds.note_row(tx, deed, "experiments", {"id": one.id}, columns.split())
        kept.put(tx, store.TABLE, change(tx, one))
        return deeds.way_back(deed)

    back = desk.store.write(go)
    return {**experiments_show(desk, id), "undo": back}


def _must_be(db: Connection, id: str) -> Experiment:
    found = store.by_id(db, number(id, "unknown_experiment"))
    if found is None:
        raise Missing("unknown_experiment", id=id)
    return found
