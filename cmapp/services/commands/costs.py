"""Commands on costs: money spent and come back, hours of work, and what they came to (AC-11)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cmapp.domain import hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar
from cmapp.services import costs as sums
from cmapp.services.commands.insights import scope
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, number
from cmapp.store import accounts, costs, deeds, ids, kept
from cmapp.store.costs import Cost
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection

MOST_AMOUNT = 1e12
MOST_WORDS = 200


def costs_list(
    desk: Desk,
    since: str | int | None = None,
    until: str | int | None = None,
    days: int = 365,
    account: Sequence[str] = (),
    zone: str | None = None,
    by: str = "all",
    hour_cost: str | None = None,
) -> Json:
    """Return {costs, sums, formula} of a span: each cost, and what they come to.

    `sums`: [{group, currency, spend, back, hours, interactions, roi, per_interaction}] by `by`
    (all, channel, account, campaign, month); a currency is never added to another one.
    `hour_cost` ("30 EUR") counts hours as spend. Raises as `insights.show`, and Rejected
    (`bad_value`, `bad_currency`).
    """
    if by not in sums.GROUPS:
        raise Rejected("bad_value", field="by", reason="not_one_of", value=by[:40])
    rate = None
    if hour_cost is not None:
        amount, _, currency = hour_cost.strip().partition(" ")
        rate = (_amount(amount), _currency(currency))
    asked = scope(desk, None, since, until, days, account, zone, None)

    def look(db: Connection) -> Json:
        first, last = sums.days_of(asked)
        found = costs.touching(db, first, last, accounts=sums.whose(db, asked))
        made = sums.sums(db, asked, by=by, hour_cost=rate)
        return {
            "first_day": first,
            "last_day": last,
            "costs": [_shown(c) for c in reversed(found)],
            "sums": [
                {
                    "group": s.group, "currency": s.currency, "spend": s.spend, "back": s.back,
                    "hours": s.hours, "interactions": s.interactions, "roi": s.roi,
                    "per_interaction": s.per_interaction,
                }
                for s in made
            ],
            "formula": {"roi": "(back - spend) / spend", "per_interaction": "spend / interactions"},
        }  # fmt: skip

    return desk.store.read(look)


def _shown(one: Cost) -> Json:
    return {
        "id": str(one.id), "kind": one.kind, "amount": one.amount, "currency": one.currency,
        "first_day": one.first_day, "last_day": one.last_day, "account": one.account_id,
        "channel": one.channel, "note": one.note, "source": one.source,
        "campaign": str(one.campaign_id) if one.campaign_id else None,
    }  # fmt: skip


def costs_save(
    desk: Desk,
    amount: str | float | None = None,
    currency: str | None = None,
    kind: str | None = None,
    first_day: str | None = None,
    last_day: str | None = None,
    account: str | None = None,
    channel: str | None = None,
    campaign: str | None = None,
    note: str | None = None,
    id: str | None = None,
) -> Json:
    """Keep a cost, or change one (what is None stays); returns {costs: [it], undo}.

    `kind` is spend, return (what came back) or hours; money needs a currency of three letters,
    hours have none. Without days it is today's; `account` and `campaign` "" take it off.
    Raises Rejected (`no_number`, `bad_value`, `bad_currency`), Missing (`unknown_account`,
    `unknown_campaign`, `unknown_cost`).
    """

    def go(tx: Tx) -> tuple[int, Json]:
        if id is None:
            old, name = Cost("spend", math.nan, "", "", ""), ids.new(tx.db, "costs", desk.now())
        else:
            old = _must_be(tx.db, id)
            name = old.id
        values: dict[str, Any] = {}
        if amount is not None:
            values["amount"] = _amount(amount)
        elif id is None:
            raise Rejected("no_number", field="amount", reason="empty")
        if kind is not None:
            if kind not in costs.KINDS:
                raise Rejected("bad_value", field="kind", reason="not_one_of", value=kind[:40])
            values["kind"] = kind
        if currency is not None:
            values["currency"] = _currency(currency) if currency else ""
        here = hours.zone(calendar.zone_for(tx.db))
        today = datetime.fromtimestamp(desk.now() / 1000, here).date().isoformat()
        begin = calendar.day(first_day, "first_day").isoformat() if first_day else None
        end = calendar.day(last_day, "last_day").isoformat() if last_day else None
        values["first_day"] = begin or (end if id is None and end else old.first_day) or today
        values["last_day"] = end or (begin if id is None else old.last_day) or today
        if values["last_day"] < values["first_day"]:
            raise Rejected(
                "bad_value", field="last_day", reason="ends_before_start", value=values["last_day"]
            )
        if account is not None:
            if account and accounts.by_id(tx.db, account) is None:
                raise Missing("unknown_account", id=account[:60])
            values["account_id"] = account or None
        if campaign is not None:
            values["campaign_id"] = calendar.campaign_named(tx.db, campaign) if campaign else None
        for field, words in (("channel", channel), ("note", note)):
            if words is not None:
                values[field] = " ".join(words.split())[:MOST_WORDS]
        new = replace(old, id=name, made_at=old.made_at or desk.now(), **values)
        if new.kind == "hours":
            new = replace(new, currency="")
        elif not new.currency:
            raise Rejected("bad_currency", field="currency", reason="empty", value="")
        deed = deeds.begin(tx, "costs.save", {"cost": str(name)}, now=desk.now())
        deeds.note_row(tx, deed, "costs", {"id": name})
        kept.put(tx, costs.TABLE, new)
        return name, deeds.way_back(deed)

    made, back = desk.store.write(go)
    shown = desk.store.read(lambda db: _shown(_must_be(db, str(made))))
    return {"costs": [shown], "undo": back}


def costs_remove(desk: Desk, id: str) -> Json:
    """Strike a cost out; returns {costs: [as it was], undo}. Raises Missing (`unknown_cost`)."""

    def go(tx: Tx) -> Json:
        old = _must_be(tx.db, id)
        deed = deeds.begin(tx, "costs.remove", {"cost": id}, now=desk.now())
        deeds.note_row(tx, deed, "costs", {"id": old.id})
        kept.take_out(tx, costs.TABLE, {"id": old.id})
        return {"costs": [_shown(old)], "undo": deeds.way_back(deed)}

    return desk.store.write(go)


def _must_be(db: Connection, id: str) -> Cost:
    found = costs.by_id(db, number(id, "unknown_cost"))
    if found is None:
        raise Missing("unknown_cost", id=id)
    return found


def _amount(given: str | float) -> float:
    words = str(given).strip()
    if re.fullmatch(r"\d+,\d{1,2}", words):  # 1,200 may be a thousand or one: it is refused
        words = words.replace(",", ".")
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not 0 <= value <= MOST_AMOUNT:  # what is no number is not in between either
        raise Rejected("bad_value", field="amount", reason="not_a_number", value=str(given)[:40])
    return value


def _currency(given: str) -> str:
    made = given.strip().upper()
    if not re.fullmatch("[A-Z]{3}", made):
        raise Rejected("bad_currency", field="currency", reason="bad_value", value=given[:40])
    return made
