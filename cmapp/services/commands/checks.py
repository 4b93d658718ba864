"""Commands on the checks before something leaves, their overrides, and the sheets (DR-06 …)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cmapp.domain import sheets
from cmapp.domain.checks import CHECKS, about, run
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.norms_shipped import NORMS
from cmapp.services import checks, pieces
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import accounts, deeds, drafts, overrides
from cmapp.store import sheets as stored_sheets
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft, Variant
from cmapp.store.sqlite import Connection


def checks_list(desk: Desk) -> Json:
    """Return {checks: [{name, severity, field, overridable, replies}]}, in their order."""
    return {
        "checks": [
            {
                "name": check.name,
                "severity": check.severity,
                "field": check.field,
                "overridable": not check.fixed,
                "replies": check.replies,
            }
            for check in CHECKS.values()
        ]
    }


def checks_run(
    desk: Desk,
    draft: str | None = None,
    text: str | None = None,
    account: str | None = None,
    images: Sequence[Mapping[str, Any]] | None = None,
    options: Mapping[str, Any] | None = None,
    brief: Mapping[str, Any] | None = None,
    at: int | None = None,
    segment: str = "",
    language: str = "en",
) -> Json:
    """Look a draft over, or words that are not kept yet; returns {findings, notes, stops}.

    What is given lies over the draft; with `account` only its wording (of `segment`) is looked
    at. `images`: attachments as drafts hold them. `findings`: [{check, account, segment, severity,
    field, n, start, end, words, facts, overridable, override {id, reason} or None}]. `notes`: what
    a writer should have in sight, [{kind: tone|norms|audience, account, scope, sheet}]. `stops`:
    how many findings hold it.
    """

    def go(db: Connection) -> Json:
        piece = _wanted(db, draft, text, account, images, options, brief, at, segment)
        found = checks.look(db, piece, now=desk.now())
        return {
            "findings": [one.json() for one in found],
            "notes": _notes(db, piece, language),
            "stops": sum(one.holds for one in found),
        }

    return desk.store.read(go)


def _wanted(
    db: Connection, id: str | None, text: str | None, account: str | None,
    images: Sequence[Mapping[str, Any]] | None, options: Mapping[str, Any] | None,
    brief: Mapping[str, Any] | None, at: int | None, segment: str,
) -> Draft:  # fmt: skip
    """Return the draft to be looked at, with what was given laid over it."""
    found = _draft(db, id) if id else _no_draft()
    media = None if images is None else [dict(one) for one in images]
    if account is not None and accounts.by_id(db, account) is None:
        raise Missing("unknown_account", id=account)
    if account is not None:
        kept = next(
            (v for v in found.variants if (v.account_id, v.segment) == (account, segment)),
            Variant(account, segment),
        )
        own = replace(
            kept,
            text=kept.text if text is None else text,
            media=kept.media if media is None else media,
            options={**kept.options, **(options or {})},
        )
        found = replace(found, account_id=account, variants=(own,))
    else:
        found = replace(
            found,
            text=found.text if text is None else text,
            media=found.media if media is None else media,
            options={**found.options, **(options or {})},
        )
    return replace(
        found,
        brief=found.brief if brief is None else dict(brief),
        planned_at=found.planned_at if at is None else at,
    )


def _no_draft() -> Draft:
    return Draft(
        id=0, account_id=None, item_id=None, post_id=None, text="", media=[], visibility=None,
        state="draft", made_at=0, saved_at=0, versions=0,
    )  # fmt: skip


def _draft(db: Connection, id: str) -> Draft:
    found = drafts.by_id(db, number(id, "unknown_draft"))
    if found is None:
        raise Missing("unknown_draft", id=id)
    return found


def _notes(db: Connection, draft: Draft, language: str) -> list[Json]:
    kept = stored_sheets.every(db)
    made: list[Json] = []
    tones, seen = set(), set()
    for one in draft.variants or (Variant(draft.account_id or ""),):
        brand = pieces.brand_of(kept, one.account_id)
        if brand.tone and brand.tone not in tones:
            tones.add(brand.tone)
            made.append(_note("tone", one.account_id, one.account_id, {"tone": brand.tone}))
        account = accounts.by_id(db, one.account_id) if one.account_id else None
        norms = pieces.norm_sheet(kept, account.platform, language=language) if account else {}
        if account and norms and ("norms", account.platform) not in seen:
            seen.add(("norms", account.platform))
            made.append(_note("norms", one.account_id, account.platform, norms))
        name = one.segment or str(draft.brief.get("audience") or "")
        if (sheet := kept.get(("audience", name))) and ("audience", name) not in seen:
            seen.add(("audience", name))
            made.append(_note("audience", one.account_id, name, sheet))
    return made


def _note(kind: str, account: str, scope: str, sheet: Mapping[str, Any]) -> Json:
    return {"kind": kind, "account": account, "scope": scope, "sheet": dict(sheet)}


def checks_override(
    desk: Desk, draft: str, check: str, reason: str, account: str | None = None
) -> Json:
    """Let a draft through in spite of a check, as it is written now; returns {overrides, undo}.

    `account`: only its wording. The reason is kept; another text asks again. Raises Missing,
    Rejected (`unknown_check`, `cannot_override`, `no_reason`, `nothing_to_override`).
    """
    named, why = checks.known(check), checks.said(reason)

    def go(tx: Tx) -> list[int]:
        found = _draft(tx.db, draft)
        wanted = {
            (piece.account, about(piece, named.name))
            for piece in pieces.pieces(tx.db, found, now=desk.now())
            if account in (None, piece.account)
            and any(one.check == named.name for one in run(piece))
        }
        if not wanted:
            raise Rejected("nothing_to_override", field="check", reason="empty", value=check)
        made = [
            overrides.add(tx, found.id, one, named.name, text, why, now=desk.now())
            for one, text in sorted(wanted)
        ]
        args = {"draft": draft, "check": check, "account": account, "reason": why}
        deeds.add(tx, "checks.override", args, now=desk.now(), undo=_away(made))
        return made

    made = desk.store.write(go)
    return {"overrides": _shown(desk, made), "undo": _away(made)}


def _away(made: Sequence[int]) -> Json:
    return undo_by("checks.put_back", ids=[str(one) for one in made])


def checks_put_back(desk: Desk, ids: Sequence[str], holds: bool = False) -> Json:
    """Let overrides hold no more (`holds`: again); returns {overrides, undo}. Raises Missing."""

    def go(tx: Tx) -> list[int]:
        numbers = [number(one, "unknown_override") for one in ids]
        for one in numbers:
            if overrides.by_id(tx.db, one) is None:
                raise Missing("unknown_override", id=str(one))
            overrides.end(tx, one, at=None if holds else desk.now())
        undo = undo_by("checks.put_back", ids=list(ids), holds=not holds)
        deeds.add(tx, "checks.put_back", {"ids": list(ids)}, now=desk.now(), undo=undo)
        return numbers

    numbers = desk.store.write(go)
    undo = undo_by("checks.put_back", ids=list(ids), holds=not holds)
    return {"overrides": _shown(desk, numbers), "undo": undo}


def checks_overrides(desk: Desk, draft: str) -> Json:
    """Return {overrides: [{id, draft, account, check, reason, at, ended_at}]} of a draft."""
    found = desk.store.read(lambda db: overrides.of_draft(db, number(draft, "unknown_draft")))
    return {"overrides": [_override_json(one) for one in found]}


def _shown(desk: Desk, numbers: Sequence[int]) -> list[Json]:
    found = desk.store.read(lambda db: [overrides.by_id(db, one) for one in numbers])
    return [_override_json(one) for one in found if one is not None]


def _override_json(one: overrides.Override) -> Json:
    return {
        "id": str(one.id),
        "draft": str(one.draft_id),
        "account": one.account_id,
        "check": one.name,
        "reason": one.reason,
        "at": iso(one.at),
        "ended_at": iso(one.ended_at),
    }


def sheets_show(
    desk: Desk, kind: str | None = None, scope: str | None = None, language: str = "en"
) -> Json:
    """Return {sheets: [{kind, scope, sheet, own}]}; `own` False: what the program brings.

    `kind`: brand, norms, audience or cadence. `scope`: "" or an account for brand and cadence
    (`audience:NAME` there is an audience), a platform for norms, a name for audience.
    """

    def go(db: Connection) -> Json:
        kept = stored_sheets.every(db)
        made = {key: (sheet, True) for key, sheet in kept.items()}
        made.setdefault(("brand", ""), ({}, False))
        made.setdefault(("cadence", sheets.AUDIENCE), (sheets.SOURCED, False))
        for platform in NORMS:
            shown = pieces.norm_sheet(kept, platform, language=language)
            made.setdefault(("norms", platform), (shown, False))
        if kind is not None and scope is not None:
            made.setdefault((kind, scope), ({}, False))
        return {
            "sheets": [
                {"kind": k, "scope": s, "sheet": dict(sheet), "own": own}
                for (k, s), (sheet, own) in sorted(made.items())
                if kind in (None, k) and scope in (None, s)
            ]
        }

    if kind is not None and kind not in sheets.KINDS:
        raise Rejected("bad_sheet", field="kind", reason="not_one_of", value=kind[:40])
    return desk.store.read(go)


def sheets_set(desk: Desk, kind: str, sheet: Mapping[str, Any] | None, scope: str = "") -> Json:
    """Write a sheet (None: as the program brings it); returns {sheet, undo}.

    Raises Rejected: `bad_sheet` with `field`, `reason` and `value`; Missing (`unknown_account`).
    """
    if kind not in sheets.KINDS:
        raise Rejected("bad_sheet", field="kind", reason="not_one_of", value=kind[:40])
    if len(scope) > 100 or (kind in ("norms", "audience") and not scope.strip()):
        raise Rejected("bad_sheet", field="scope", reason="not_one_of", value=scope[:40])
    if sheet is not None:
        sheets.read(kind, scope, sheet, checks=tuple(CHECKS))
        _not_fixed(kind, sheet)

    def go(tx: Tx) -> Json:
        of_account = scope and not scope.startswith(sheets.AUDIENCE)
        if kind in ("brand", "cadence") and of_account and sheet is not None:
            if accounts.by_id(tx.db, scope) is None:
                raise Missing("unknown_account", id=scope)
        if kind == "brand" and sheet is not None:
            _fits_others(tx.db, scope, sheet)
        old = stored_sheets.put(tx, kind, scope, sheet, now=desk.now())
        undo = undo_by("sheets.set", kind=kind, scope=scope, sheet=old)
        deeds.add(tx, "sheets.set", {"kind": kind, "scope": scope}, now=desk.now(), undo=undo)
        return {"sheet": sheet, "kind": kind, "scope": scope, "undo": undo}

    return desk.store.write(go)


def _not_fixed(kind: str, sheet: Mapping[str, Any]) -> None:
    for name in sheet.get("levels") or {} if kind == "brand" else ():
        if CHECKS[name].fixed:
            raise Rejected("bad_sheet", field="levels", reason="fixed", value=name)


def _fits_others(db: Connection, scope: str, sheet: Mapping[str, Any]) -> None:
    """Refuse a brand sheet that says the opposite of the one that it lies over or under."""
    kept = {key: found for key, found in stored_sheets.every(db).items() if key[0] == "brand"}
    kept["brand", scope] = dict(sheet)
    for _, account in kept:
        pieces.brand_of(kept, account)
