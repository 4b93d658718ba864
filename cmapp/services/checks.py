"""The look at a piece of writing before it leaves: what is found, who let it through and why.

`run` says all that is found, `gate` refuses what holds the piece and was not let through with a
reason. What the checks are stands in `domain/checks.py`, what they know in `services/pieces.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cmapp.domain import checks, sheets
from cmapp.domain.checks import CHECKS, Finding
from cmapp.domain.errors import Rejected
from cmapp.domain.piece import Piece
from cmapp.services.desk import Desk
from cmapp.services.pieces import pieces
from cmapp.store import overrides
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft, Variant
from cmapp.store.overrides import Override
from cmapp.store.sqlite import Connection

ALLOW = {"personal_data": "personal_data", "variable": "open_gaps"}
"""What `--allow` and the reply box say yes to, by the name of the check."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in one wording; `override` is the one that lets it through, if there is one."""

    account: str
    segment: str
    finding: Finding
    override: Override | None = None

    @property
    def holds(self) -> bool:
        """Tell whether it keeps the piece from going out."""
        return self.finding.severity == "stop" and self.override is None

    def json(self) -> dict[str, Any]:
        """Return it as the command line and the window get it."""
        spot, check = self.finding.spot, CHECKS[self.finding.check]
        kept = self.override
        return {
            "check": check.name,
            "account": self.account,
            "segment": self.segment,
            "severity": self.finding.severity,
            "field": spot.field,
            "n": spot.n,
            "start": spot.start,
            "end": spot.end,
            "words": spot.words,
            "facts": dict(spot.facts),
            "overridable": not check.fixed,
            "override": None if kept is None else {"id": str(kept.id), "reason": kept.reason},
        }


def run(desk: Desk, draft: Draft) -> list[Found]:
    """Return what is found in every wording of a draft, those let through among it."""
    return desk.store.read(lambda db: look(db, draft, now=desk.now()))


def look(db: Connection, draft: Draft, *, now: int) -> list[Found]:
    """Return what is found in every wording of a draft: what holds it first."""
    given = [o for o in overrides.of_draft(db, draft.id) if o.ended_at is None]
    found = [
        _let_through(one, piece, given)
        for piece in pieces(db, draft, now=now)
        for one in checks.run(piece)
    ]
    return sorted(found, key=lambda f: (not f.holds, f.finding.severity != "stop"))


def gate(
    desk: Desk,
    draft: Draft,
    variant: Variant | None = None,
    *,
    overrides: Mapping[str, str] | None = None,
    allow: Sequence[str] = (),
) -> list[Found]:
    """Refuse a wording (None: each of the draft) that a check holds; returns what is found.

    `overrides`: check → reason, kept for this very text (`allow` is the short form of two).
    Raises Rejected: `held_by_checks` (facts `findings`, `draft`), `open_gaps` and `personal_data`
    (facts as `linting.check` gives them) where nothing else holds it, `unknown_allowance`,
    `unknown_check`, `cannot_override`, `no_reason`.
    """
    reasons = _reasons(overrides or {}, allow)
    only = draft if variant is None else replace(draft, variants=(variant,))

    def go(db: Connection) -> tuple[list[Found], list[tuple[Piece, Found]]]:
        given = [o for o in _of_draft(db, draft.id) if o.ended_at is None]
        found, new = [], []
        beside = draft.variants or (None,)
        for piece in pieces(db, only, now=desk.now(), beside=beside):
            for one in checks.run(piece):
                told = _let_through(one, piece, given)
                if told.holds and one.check in reasons and not CHECKS[one.check].fixed:
                    new.append((piece, told))
                    continue
                found.append(told)
        return found, new

    found, new = desk.store.read(go)
    held = [one for one in found if one.holds]
    if held:
        _refuse(held, draft)
    keep(desk, draft.id, new, reasons)
    return found


def keep(
    desk: Desk, draft_id: int, new: Sequence[tuple[Piece, Found]], reasons: Mapping[str, str]
) -> None:
    """Keep what was let through just now, each check once for a text."""
    if not new:
        return

    def go(tx: Tx) -> None:
        done = set()
        for piece, one in new:
            name, about = one.finding.check, checks.about(piece, one.finding.check)
            if (one.account, name, about) not in done:
                done.add((one.account, name, about))
                overrides.add(tx, draft_id, one.account, name, about, reasons[name], now=desk.now())

    desk.store.write(go)


def known(name: str) -> checks.Check:
    """Return a check that can be overridden. Raises Rejected (`unknown_check`, …)."""
    if name not in CHECKS:
        raise Rejected("unknown_check", field="check", reason="unknown", value=name[:60])
    if CHECKS[name].fixed:
        raise Rejected("cannot_override", field="check", reason="fixed", value=name)
    return CHECKS[name]


def said(reason: str) -> str:
    """Return a reason to be kept. Raises Rejected (`no_reason`)."""
    words = " ".join(reason.split())
    if not words:
        raise Rejected("no_reason", field="reason", reason="empty")
    if len(words) > sheets.LONGEST:
        raise Rejected(
            "no_reason", field="reason", reason="too_long", limit=sheets.LONGEST, size=len(words)
        )
    return words


def _reasons(given: Mapping[str, str], allow: Sequence[str]) -> dict[str, str]:
    if strange := sorted(set(allow).difference(ALLOW)):
        raise Rejected("unknown_allowance", field="allow", reason="unknown", value=strange[0])
    made = {ALLOW[name]: "" for name in allow}
    for name, reason in given.items():
        made[known(name).name] = said(reason)
    return made


def _let_through(one: Finding, piece: Piece, given: Iterable[Override]) -> Found:
    kept = None
    if not CHECKS[one.check].fixed:
        kept = next(
            (
                o
                for o in given
                if o.name == one.check
                and o.account_id in ("", piece.account)
                and o.about == checks.about(piece, one.check)
            ),
            None,
        )
    return Found(piece.account, piece.segment, one, kept)


def _refuse(held: Sequence[Found], draft: Draft) -> None:
    names = {one.finding.check for one in held}
    spots = [one.finding.spot for one in held]
    if names == {"open_gaps"}:
        gaps = list(dict.fromkeys(spot.words for spot in spots))
        raise Rejected(
            "open_gaps", field="text", reason="gaps", names=", ".join(gaps), unknown=gaps,
            missing=[], questions=[], draft=str(draft.id),
        )  # fmt: skip
    if names == {"personal_data"}:
        raise Rejected(
            "personal_data",
            field="text",
            reason="personal_data",
            what=list(dict.fromkeys(spot.facts["code"] for spot in spots)),
            found=[
                {"code": s.facts["code"], "text": s.words, "start": s.start, "end": s.end}
                for s in spots
            ],
            draft=str(draft.id),
        )
    raise Rejected(
        "held_by_checks",
        field=spots[0].field,
        reason="checks",
        checks=list(dict.fromkeys(one.finding.check for one in held)),
        findings=[one.json() for one in held],
        draft=str(draft.id),
    )


_of_draft = overrides.of_draft
