"""A table of plans read against what there is: what each row would change, and every problem.

Nothing is changed here: that is done from what `look` found, by `services/plan_changes.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path, PureWindowsPath
from typing import Any

from cmapp.domain import limits, table_cells
from cmapp.domain.errors import Rejected
from cmapp.domain.table_file import Table
from cmapp.services import compose, plan_rows, planning, wording
from cmapp.services.desk import Desk
from cmapp.services.plan_rows import COLUMNS, EDITABLE, OWN, Names, Unclear
from cmapp.store import drafts
from cmapp.store.drafts import Draft
from cmapp.store.sqlite import Connection

NEEDED = ("text", "title", "date", "media")
"""Of these a table must have one, or it is none of plans."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a row (number in the spreadsheet; 1 is the header) and column.

    `severity`: stop (the row cannot be taken) or note.
    """

    row: int
    column: str
    code: str
    facts: Mapping[str, Any]
    severity: str = "stop"


@dataclass(slots=True)
class Change:
    """What becomes of a row. `verb`: new, change, same, delete, bad."""

    row: int
    verb: str
    before: Draft | None = None
    after: Draft | None = None
    columns: tuple[str, ...] = ()
    queued: bool = False


@dataclass(slots=True)
class Found:
    """A table read against what there is."""

    encoding: str
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def stops(self) -> list[Problem]:
        """Return the problems that keep rows from being taken."""
        return [p for p in self.problems if p.severity == "stop"]


MediaOf = Callable[[str], dict[str, Any] | None]


def look(desk: Desk, db: Connection, table: Table, media_of: MediaOf) -> Found:
    """Read a table against the drafts as they are. Raises Rejected (`bad_table`, `no_header`)."""
    found = Found(table.encoding)
    where = _columns(table, found)
    known = plan_rows.names(db)
    ids = _ids(table, where, found)
    there = {d.id: d for d in drafts.by_ids(db, [n for n in ids.values() if n is not None])}
    queued = {d.id for d in there.values() if d.state == "queued"}
    order = _order(table, where, ids, there)
    formulas = set(table.formulas)
    here = planning.zone_here(db)
    for row, raw in table.rows:
        given = {n: raw[at] if at < len(raw) else "" for n, at in where.items()}
        if row in ids and ids[row] is not None and ids[row] not in there:
            found.problems.append(Problem(row, "id", "unknown_draft", {"value": given["id"]}))
            found.changes.append(Change(row, "bad"))
            continue
        if row not in ids:
            found.changes.append(Change(row, "bad"))
            continue
        broken = [n for n, at in where.items() if (row, at) in formulas]
        for name in broken:
            found.problems.append(Problem(row, name, "formula", {}))
        number = ids[row]
        one = _Row(desk, db, row, given, there.get(number or 0), known, order, here, media_of)
        change, problems = one.read(is_queued=number in queued)
        found.problems += problems
        found.changes.append(Change(row, "bad", change.before) if broken else change)
    return found


def _columns(table: Table, found: Found) -> dict[str, int]:
    where: dict[str, int] = {}
    for at, header in enumerate(table.header):
        name = plan_rows.column(header)
        if name is None:
            if header:
                found.problems.append(
                    Problem(1, header[:60], "unknown_column", {"value": header[:60]}, "note")
                )
        elif name in where:
            found.problems.append(Problem(1, name, "duplicate_column", {"value": header[:60]}))
        else:
            where[name] = at
    if not set(where) & set(NEEDED):
        raise Rejected("bad_table", field="file", reason="no_header")
    return where


def _ids(table: Table, where: Mapping[str, int], found: Found) -> dict[int, int | None]:
    """Return row → the draft that it names (None: a new one); rows with a bad id lack."""
    made: dict[int, int | None] = {}
    seen: dict[int, int] = {}
    for row, raw in table.rows:
        at = where.get("id")
        text = plan_rows.said(raw[at]).strip() if at is not None and at < len(raw) else ""
        plain = text.removeprefix("d").removeprefix("D")
        if not text:
            made[row] = None
        elif not (plain.isascii() and plain.isdigit() and len(plain) <= 19):
            found.problems.append(Problem(row, "id", "bad_id", {"value": text[:40]}))
        elif int(plain) in seen:
            facts = {"value": text, "other": seen[int(plain)]}
            found.problems.append(Problem(row, "id", "duplicate_id", facts))
        else:
            made[row] = int(plain)
            seen[int(plain)] = row
    return made


def _order(
    table: Table,
    where: Mapping[str, int],
    ids: Mapping[int, int | None],
    there: Mapping[int, Draft],
) -> table_cells.Order | None:
    at = where.get("date")
    if at is None:
        return None
    cells = [(row, raw[at]) for row, raw in table.rows if at < len(raw)]
    known = []
    for row, cell in cells:
        draft = there.get(ids.get(row) or 0)
        if draft is not None and draft.wall:
            known.append((cell, date.fromisoformat(draft.wall[:10])))
    return table_cells.order_of([cell for _, cell in cells], known)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with all that is needed to read it."""

    desk: Desk
    db: Connection
    row: int
    given: Mapping[str, Any]
    draft: Draft | None
    known: Names
    order: table_cells.Order | None
    zone_here: str
    media_of: MediaOf

    def read(self, *, is_queued: bool) -> tuple[Change, list[Problem]]:
        problems: list[Problem] = []
        before = self.draft
        now = plan_rows.cells(before, self.known) if before else {}
        if plan_rows.said(self.given.get("delete", "")).strip().casefold() in plan_rows.YES:
            if before is None:
                return Change(self.row, "same"), []
            if before.done_at is not None:
                return Change(self.row, "bad", before), [self._problem("delete", "draft_is_out")]
            return Change(self.row, "delete", before, queued=is_queued), []
        new = self._cells(now, problems)
        stated = plan_rows.said(self.given.get("version", "")).strip()
        if before is not None:
            if plan_rows.version(new) == stated or new == now:
                return Change(self.row, "same", before), []  # nobody edited this row
            if stated and stated != plan_rows.version(now):
                problems.append(self._problem("version", "changed_meanwhile"))
            if before.done_at is not None:
                problems.append(self._problem("id", "draft_is_out"))
            elif is_queued and before.planned_at is None:
                problems.append(self._problem("id", "draft_is_queued"))
        columns = tuple(n for n in {**now, **new} if now.get(n, "") != new.get(n, ""))
        after = None if problems else self._after(now, new, columns, problems)
        if problems or after is None:
            return Change(self.row, "bad", before), problems
        verb = "new" if before is None else "change"
        return Change(self.row, verb, before, after, columns, queued=is_queued), problems

    def _problem(self, column: str, code: str, **facts: Any) -> Problem:
        return Problem(self.row, column, code, facts)

    def _cells(self, now: Mapping[str, str], problems: list[Problem]) -> dict[str, str]:
        """Return the row's cells as they are compared; what the table lacks is as it stands."""
        new = {n: t for n, t in now.items() if n not in self.given}
        given = dict(self.given)
        if "date" in given and table_cells.with_time(given["date"]) and not given.get("time"):
            given["time"] = table_cells.time_behind(given["date"])
        for name, value in given.items():
            if name not in EDITABLE and not name.startswith(OWN):
                continue
            try:
                text = plan_rows.read_cell(
                    name, value, self.known, now.get(name, ""), order=self.order
                )
            except Unclear as why:
                problems.append(Problem(self.row, name, why.code, why.facts))
                text = plan_rows.said(value).strip()
            if text:
                new[name] = text
        return new

    def _after(
        self,
        now: Mapping[str, str],
        new: Mapping[str, str],
        columns: Sequence[str],
        problems: list[Problem],
    ) -> Draft | None:
        bare = Draft(0, None, None, None, "", [], None, "draft", 0, 0, 1)
        try:
            after = plan_rows.changed(
                self.draft or bare, now, new, self.known,
                media_of=self.media_of, zone_here=self.zone_here,
            )  # fmt: skip
        except Unclear as why:
            column = str(why.facts.get("field") or _COLUMN_OF.get(why.code, "date"))
            problems.append(Problem(self.row, column, why.code, why.facts))
            return None
        says = after.text.strip() or after.media or any(one.text for one in after.variants)
        if not says and (after.planned_at is not None or not after.title.strip()):
            problems.append(self._problem("text", "empty"))
        moved = bool(set(columns) & set(plan_rows.PLAN))
        if moved and after.planned_at is not None:
            if after.planned_at <= self.desk.now():
                problems.append(self._problem("date", "time_is_past", value=after.wall))
            if lacking := planning.missing(self.desk, after)[1]:
                problems += [self._problem(name, "plan_incomplete") for name in lacking]
        if (
            self.draft is None
            or set(columns) & {"text", "accounts", "visibility"}
            or any(n.startswith(OWN) for n in columns)
        ):
            problems += self._unfit(after)
        return after

    def _unfit(self, after: Draft) -> list[Problem]:
        made = []
        for variant in wording.variants(after):
            account = self.known.accounts.get(variant.account_id)
            if account is None:
                continue
            allowed = self.desk.links.to(account).limits()
            said = wording.wording(after, variant)
            if said.visibility not in (allowed.visibilities or ("public",)):
                made.append(
                    self._problem(
                        "visibility", "not_offered", value=said.visibility, account=account.id
                    )
                )
            over = [m for part in said.parts(allowed) for m in limits.over(part, allowed)]
            if over:
                worst = max(over, key=lambda m: m.used - (m.limit or 0))
                column = "text" if variant.text is None else OWN + self.known.label(account.id)
                made.append(
                    self._problem(
                        column, "too_long", size=worst.used, limit=worst.limit,
                        unit=str(worst.unit), account=account.id,
                    )
                )  # fmt: skip
        return made


_COLUMN_OF = {
    "media_missing": "media", "alt_count": "alt", "not_among_accounts": "accounts",
    "time_missing": "time",
}  # fmt: skip


# media, and out


def media_finder(desk: Desk, folder: Path | None, *, take: bool) -> MediaOf:
    """Return what finds the files that a table names: in the profile, or beside the table.

    Whoever wrote the table chose the names: none leads out of its folder, nor to another machine.

    `take`: copy those beside it into the profile; else they are only looked for.
    """
    kept: dict[str, dict[str, Any] | None] = {}

    def find(name: str) -> dict[str, Any] | None:
        if name not in kept:
            kept[name] = _found(desk, folder, name, take=take)
        return kept[name]

    return find


def _found(desk: Desk, folder: Path | None, name: str, *, take: bool) -> dict[str, Any] | None:
    path = _within(desk.paths.media, Path(name).name)
    if path is None and folder is not None:
        path = _within(folder, name)
    if path is None:
        return None
    if not take:
        return {"path": name, "mime": "", "alt": ""}
    return asdict(compose.attach(desk, path, ""))


def _within(folder: Path, name: str) -> Path | None:
    """Return the file of a name in a folder or below it; None where there is none.

    A name that leads elsewhere is not looked at: to ask for a share already calls its host.
    """
    if PureWindowsPath(name).anchor or name.startswith("/") or ".." in PureWindowsPath(name).parts:
        return None
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):  # too long to be one, or no name at all
        return None


def written(db: Connection, wanted: Sequence[Draft]) -> tuple[list[str], list[list[str]]]:
    """Return a header and the rows of some drafts."""
    known = plan_rows.names(db)
    found = [(one, plan_rows.cells(one, known)) for one in wanted]
    own = sorted({n for _, row in found for n in row if n.startswith(OWN)})
    header = [*COLUMNS, *own]
    rows = []
    for one, row in found:
        fixed = {"id": f"d{one.id}", "version": plan_rows.version(row), "state": _state(one)}
        rows.append([fixed.get(n) or row.get(n, "") for n in header])
    return header, rows


def _state(one: Draft) -> str:
    if one.done_at is not None:
        return "sent"
    if one.state == "queued":
        return "queued"
    return "planned" if one.planned_at is not None else one.stage
