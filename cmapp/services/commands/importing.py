"""Commands that bring tables of platforms, statistics and shops in (AN-09, AN-12, CT-05, CM-16)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.import_file import SEPARATORS, Sheet
from cmapp.services import calendar, import_fields, import_rows, importing
from cmapp.services.desk import Desk
from cmapp.services.import_rows import Found, Settings
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import accounts, deeds, imports
from cmapp.store.database import Tx

SAMPLES = 3
TOLD = 200
"""How many problems, or rows without a post, an answer lists; `count` has all."""
_REMEMBERED = ("map", "day_order", "decimal", "currency", "share")


def imports_fields(desk: Desk) -> Json:
    """Return {fields: [{name, kind, words}]}: what a column can be; words by language."""
    return {
        "fields": [
            {"name": f.name, "kind": f.kind, "words": dict(f.words)}
            for f in import_fields.fields().values()
        ]
    }


def imports_preview(
    desk: Desk,
    file: str,
    map: Mapping[str, str] | None = None,
    layout: str | None = None,
    account: str | None = None,
    day_order: str = "",
    decimal: str = "",
    currency: str = "",
    day: str = "",
    share: str = "",
    again: str = "",
    zone: str | None = None,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
) -> Json:
    """Read a table and say what it would bring; nothing is changed.

    `map`: header → field, over what is proposed ("" leaves a column out). `layout`: the name of a
    remembered one. What is not said is as the last file with the same headers had it. `share`:
    share or percent, where 0.45 stands under a sign of per cent. `again` "yes": these bytes are in
    already, read in another way, and are to come in once more.

    Returns {file, digest, encoding, separator, sheet, sheets, header_at, columns: [{header, field,
    samples}], remembered, settings, rows, kept, totals, count: {stops, notes, unmatched},
    problems: [{row, column, code, facts, severity}], asks: [{code, column, samples}], unmatched:
    [{line, what, why}], same: the import that these bytes are already}. Raises Rejected
    (`not_found`, `bad_table`, `bad_value`), Missing (`unknown_account`, `unknown_layout`).
    """
    read = _read(
        desk, file, map, layout, account,
        {"day_order": day_order, "decimal": decimal, "currency": currency.upper(), "day": day,
         "share": share, "again": again},
        zone, {"encoding": encoding, "separator": separator, "sheet": sheet},
    )  # fmt: skip
    return read.told()


def imports_run(
    desk: Desk,
    file: str,
    map: Mapping[str, str] | None = None,
    layout: str | None = None,
    account: str | None = None,
    day_order: str = "",
    decimal: str = "",
    currency: str = "",
    day: str = "",
    share: str = "",
    again: str = "",
    zone: str | None = None,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
) -> Json:
    """Bring a table in: all of it or nothing, in one transaction; the same file twice is once.

    Arguments and answer as `imports.preview`, and `import` (its id), `applied`, `undo`. Raises as
    it does, and Rejected: `import_unclear` (fact `asks`), `table_refused` (`size`, `problems`).
    """
    read = _read(
        desk, file, map, layout, account,
        {"day_order": day_order, "decimal": decimal, "currency": currency.upper(), "day": day,
         "share": share, "again": again},
        zone, {"encoding": encoding, "separator": separator, "sheet": sheet},
    )  # fmt: skip
    told = read.told()
    if told["same"] is not None:
        return {**told, "import": told["same"], "applied": False, "undo": None}
    if read.found.asks:
        raise Rejected(
            "import_unclear", field="file", reason=read.found.asks[0]["code"],
            value=read.found.asks[0]["column"], asks=read.found.asks,
        )  # fmt: skip
    if read.found.stops:
        raise Rejected(
            "table_refused", field="file", reason="problems", size=len(read.found.stops),
            problems=[_problem(p) for p in read.found.stops[:TOLD]],
        )  # fmt: skip
    now = desk.now()

    def go(tx: Tx) -> tuple[int, Json | None]:
        # somebody may have brought it in since it was read
        if (there := imports.same(tx.db, read.digest, read.kept_settings())) is not None:
            return there.id, None
        made = importing.keep(
            tx, read.found, read.kept_settings(), file=Path(file).name, marked=read.digest,
            account=read.settings.account, zone=read.settings.zone, now=now,
        )  # fmt: skip
        layout = {n: v for n, v in read.kept_settings().items() if n in _REMEMBERED}
        imports.remember(
            tx, import_fields.digest(read.sheet.header), Path(file).stem[:60], layout, now=now
        )
        back = undo_by("imports.undo", id=str(made))
        deeds.add(tx, "imports.run", {"file": Path(file).name}, now=now, undo=back)
        return made, back

    made, back = desk.store.write(go)
    return {**told, "import": str(made), "applied": back is not None, "undo": back}


class _Read:
    """A file, how it is read, and what was found in it."""

    def __init__(
        self, file: str, marked: str, sheet: Sheet, settings: Settings, found: Found,
        same: int | None, *, remembered: bool,
    ) -> None:  # fmt: skip
        self.file = file
        self.digest = marked
        self.sheet = sheet
        self.settings = settings
        self.found = found
        self._same = same
        self._remembered = remembered

    def kept_settings(self) -> dict[str, Any]:
        """Return what the file was read by, as it is kept with it."""
        return _kept(self.settings, self.sheet)

    def told(self) -> Json:
        """Return what a preview answers."""
        found, sheet = self.found, self.sheet
        return {
            "file": self.file,
            "digest": self.digest,
            "encoding": sheet.encoding,
            "separator": sheet.separator,
            "sheet": sheet.sheet,
            "sheets": list(sheet.sheets),
            "header_at": sheet.header_at,
            "columns": [
                {
                    "header": header,
                    "field": self.settings.map.get(header, ""),
                    "samples": _samples(sheet, at),
                }
                for at, header in enumerate(sheet.header)
            ],
            "remembered": self._remembered,
            "settings": self.kept_settings(),
            "rows": found.rows,
            "kept": found.kept,
            "totals": found.totals(),
            "count": {
                "stops": len(found.stops),
                "notes": len(found.problems) - len(found.stops),
                "unmatched": len(found.unmatched),
            },
            "problems": [_problem(p) for p in found.problems[:TOLD]],
            "asks": found.asks,
            "unmatched": found.unmatched[:TOLD],
            "same": None if self._same is None else str(self._same),
        }


def _kept(settings: Settings, sheet: Sheet) -> dict[str, Any]:
    return {
        "map": dict(settings.map), "account": settings.account, "day_order": settings.day_order,
        "decimal": settings.decimal, "currency": settings.currency, "day": settings.day,
        "zone": settings.zone, "sheet": sheet.sheet, "share": settings.share,
    }  # fmt: skip


def _samples(sheet: Sheet, at: int) -> list[str]:
    made: list[str] = []
    for _, cells in sheet.rows:
        if at < len(cells) and (told := str(cells[at]).strip()) and told[:60] not in made:
            made.append(told[:60])
            if len(made) == SAMPLES:
                break
    return made


def _read(
    desk: Desk,
    file: str,
    given: Mapping[str, str] | None,
    layout: str | None,
    account: str | None,
    said: Mapping[str, str],
    zone: str | None,
    reading: Mapping[str, str],
) -> _Read:
    for name, allowed in (
        ("day_order", ("", "dmy", "mdy")), ("decimal", ("", ".", ",")),
        ("share", ("", "share", "percent")), ("again", ("", "yes")),
    ):  # fmt: skip
        if said[name] not in allowed:
            raise Rejected("bad_value", field=name, reason="bad_value", value=said[name][:40])
    if said["day"]:
        calendar.day(said["day"], "day")
    data = importing.opened(Path(file).expanduser())
    separator = {v: k for k, v in SEPARATORS.items()}.get(
        reading["separator"], reading["separator"]
    )
    sheet = importing.sheet_of(data, {**reading, "separator": separator})
    marked = importing.digest(data)
    known = desk.store.read(
        lambda db: (
            imports.layout(db, import_fields.digest(sheet.header))
            if layout is None
            else next((one["settings"] for one in imports.layouts(db) if one["name"] == layout), {})
        )
    )
    if layout is not None and not known:
        raise Missing("unknown_layout", name=layout[:60])
    before = known or {}
    chosen = {**(before.get("map") or import_fields.proposed(sheet.header)), **(given or {})}
    chosen = {h: f for h, f in chosen.items() if f and (h in sheet.header or h in (given or {}))}
    settings = Settings(
        chosen, desk.store.read(lambda db: calendar.zone_for(db, zone)),
        _account(desk, account),
        said["day_order"] or before.get("day_order", ""),
        said["decimal"] or before.get("decimal", ""),
        said["currency"] or before.get("currency", ""), said["day"],
        said["share"] or before.get("share", ""),
    )  # fmt: skip
    found = desk.store.read(lambda db: import_rows.look(db, sheet, settings))
    told = _kept(settings, sheet)
    same = desk.store.read(lambda db: imports.same(db, marked, told))
    if same is None and said["again"] != "yes":
        earlier = desk.store.read(lambda db: imports.of_bytes(db, marked))
        if earlier is not None:
            found.asks.append({"code": "again", "column": "", "samples": [earlier.file[:40]]})
    return _Read(file, marked, sheet, settings, found, same.id if same else None,
                 remembered=bool(known))  # fmt: skip


def _account(desk: Desk, given: str | None) -> str:
    if given:
        return desk.account(given).id
    all_of_them = desk.store.read(accounts.every)
    return all_of_them[0].id if len(all_of_them) == 1 else ""


def _problem(one: import_rows.Problem) -> Json:
    return {
        "row": one.row, "column": one.column, "code": one.code, "facts": dict(one.facts),
        "severity": one.severity,
    }  # fmt: skip


def imports_list(desk: Desk) -> Json:
    """Return {imports: [{id, file, account, rows, kept, unmatched, at, undone_at}]}."""
    return {
        "imports": [
            {
                "id": str(one.id), "file": one.file, "account": one.account_id, "rows": one.rows,
                "kept": one.kept, "unmatched": one.unmatched, "at": iso(one.made_at),
                "undone_at": iso(one.undone_at),
            }
            for one in desk.store.read(imports.every)
        ]
    }  # fmt: skip


def imports_undo(desk: Desk, id: str) -> Json:
    """Take a file back exactly; returns {import, undo}. Raises Missing (`unknown_import`)."""
    return _set_undone(desk, id, undone=True)


def imports_redo(desk: Desk, id: str) -> Json:
    """Let a file that was taken back count again; returns {import, undo}. Raises Missing."""
    return _set_undone(desk, id, undone=False)


def _set_undone(desk: Desk, id: str, *, undone: bool) -> Json:
    wanted = number(id, "unknown_import")
    now = desk.now()

    def go(tx: Tx) -> None:
        there = imports.by_id(tx.db, wanted)
        if there is None:
            raise Missing("unknown_import", id=id)
        if (there.undone_at is not None) != undone:
            importing.set_undone(
                tx, wanted, undone=undone, zone=there.settings.get("zone", "UTC"), now=now
            )

    desk.store.write(go)
    back = undo_by("imports.redo" if undone else "imports.undo", id=id)
    return {"import": id, "undo": back}


def imports_layouts(desk: Desk) -> Json:
    """Return {layouts: [{name, map, used_at}]}: how columns of known headers are read."""
    return {
        "layouts": [
            {"name": one["name"], "map": one["settings"].get("map", {}), "at": iso(one["used_at"])}
            for one in desk.store.read(imports.layouts)
        ]
    }


def imports_forget(desk: Desk, name: str) -> Json:
    """Forget the layouts of a name; returns those that stay. Raises Missing (`unknown_layout`)."""
    found = [one for one in desk.store.read(imports.layouts) if one["name"] == name]
    if not found:
        raise Missing("unknown_layout", name=name[:60])

    def go(tx: Tx) -> None:
        for one in found:
            imports.forget(tx, one["headers"])

    desk.store.write(go)
    return imports_layouts(desk)
