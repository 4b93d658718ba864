"""An imported table read against what there is: each value, each problem, what has to be asked.

Nothing is changed here, and nothing guessed: where a file can be read in two ways, `asks` says so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cmapp.domain import hours, import_cells, table_cells
from cmapp.domain.errors import Rejected
from cmapp.domain.import_file import Sheet
from cmapp.domain.table_cells import Ambiguous
from cmapp.services import import_fields
from cmapp.services.import_fields import POST, VALUES, Field
from cmapp.services.import_matching import NoPost, Posts, utm_of
from cmapp.store import imports
from cmapp.store.imports import Value, Waiting
from cmapp.store.sqlite import Connection

SITE = ("visits", "conversions", "order_value", "spend", "customer_value")
"""What may belong to no account of ours: a site's, a shop's, a budget's."""
TOTALS = {"total", "totals", "grand total", "sum", "总计", "合计", "總計", "合計", "汇总", "總和"}
UTM = ("campaign", "source", "medium", "content", "term")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a file is read. `map`: header → field. Empty: nothing was said.

    `day`: of which day (ISO) rows are that tell none. `decimal` and `day_order` settle what the
    cells do not, `share` (share, percent) whether 0.45 under a sign of per cent is 45 % or 0.45 %.
    `account`: whose rows without a post are.
    """

    map: Mapping[str, str]
    zone: str
    account: str = ""
    day_order: str = ""
    decimal: str = ""
    currency: str = ""
    day: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a row (its line in the file) and column. `severity`: stop or note."""

    row: int
    column: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    severity: str = "stop"


@dataclass(slots=True)
class Found:
    """A file read against what there is. `asks`: {code, column, samples}, to be answered first."""

    values: list[Value] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unmatched: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    asks: list[dict[str, Any]] = field(default_factory=list)
    rows: int = 0
    kept: int = 0

    @property
    def stops(self) -> list[Problem]:
        """Return the problems that keep the file out."""
        return [p for p in self.problems if p.severity == "stop"]

    def totals(self) -> dict[str, dict[str, float]]:
        """Return what came together: field → {n, sum, mean}."""
        made: dict[str, dict[str, float]] = {}
        for name in dict.fromkeys(v.name for v in self.values):
            found = [v.value for v in self.values if v.name == name]
            made[name] = {"n": len(found), "sum": sum(found), "mean": sum(found) / len(found)}
        return made


def look(db: Connection, sheet: Sheet, settings: Settings) -> Found:
    """Read a file. Raises Rejected: `bad_table` (`no_values`), `bad_value` (a mapping)."""
    return _Reader(db, sheet, settings).read()


class _Reader:
    """One file with all that is needed to read its rows."""

    def __init__(self, db: Connection, sheet: Sheet, settings: Settings) -> None:
        self.db = db
        self.sheet = sheet
        self.settings = settings
        self.found = Found()
        self.where = _where(sheet, settings.map)
        self.known = {n: import_fields.fields()[n] for n in self.where}
        self.numbers = [f for f in self.known.values() if f.kind in VALUES]
        self.of_posts = any(n in self.where for n in POST)
        self.zone = hours.zone(settings.zone)
        self.kept: dict[tuple[str, str, int, int, str], Value] = {}
        self.people: dict[str, int | None] = {}
        self.orders: dict[str, tuple[int, dict[str, str]]] = {}

    def read(self) -> Found:
        self._fit_to_be_read()
        self._questions()
        self.posts = Posts(self.db, self.settings.account) if self.of_posts else None
        asked = {ask["code"] for ask in self.found.asks}
        for place, (line, cells) in enumerate(self.sheet.rows):
            last = place == len(self.sheet.rows) - 1
            if (given := self._cells(line, cells, last=last)) is None:
                continue
            self.found.rows += 1
            if not asked & {"day_order", "decimal", "share"}:
                self._row(line, given)
        self.found.values = list(self.kept.values())
        return self.found

    def _fit_to_be_read(self) -> None:
        if not self.numbers:
            raise Rejected("bad_table", field="file", reason="no_values")
        keyed = (
            self.of_posts or {"day", "order", "published"} & set(self.where) or self.settings.day
        )
        if not keyed and set(self.where) & {"customer_value"} == set():
            self._ask("day", "", ())

    def _ask(self, code: str, column: str, samples: Sequence[Any]) -> None:
        if not any(a["code"] == code and a["column"] == column for a in self.found.asks):
            told = [str(s)[:40] for s in samples][:3]
            self.found.asks.append({"code": code, "column": column, "samples": told})

    def _column(self, name: str) -> list[Any]:
        at = self.where[name]
        return [cells[at] for _, cells in self.sheet.rows if at < len(cells)]

    def _questions(self) -> None:
        """Find out what the file itself tells of days, fractions, money and whose it is."""
        self.order = self.settings.day_order or None
        dated = [c for n in ("day", "published") if n in self.where for c in self._column(n)]
        if self.order is None:
            self.order = table_cells.order_of(
                [import_cells.plain(c) for c in dated if isinstance(c, str)]
            )
        for name in ("day", "published"):
            for cell in self._column(name) if name in self.where else ():
                try:
                    import_cells.day(cell, self.order)  # type: ignore[arg-type]
                except Ambiguous:
                    self._ask("day_order", name, [c for c in self._column(name) if c][:3])
                    break
                except ValueError:
                    continue
        self.decimal: Any = self.settings.decimal or None
        columns = {f.name: self._column(f.name) for f in self.numbers}
        if self.decimal is None:
            self.decimal = import_cells.decimal_of(c for one in columns.values() for c in one)
        for f in self.numbers:
            for cell in columns[f.name]:
                try:
                    import_cells.number(cell, self.decimal, whole=f.kind == "count")
                except Ambiguous:
                    self._ask("decimal", f.name, [cell])
                    break
                except ValueError:
                    continue
        money = [f.name for f in self.numbers if f.kind == "money"]
        if money and "currency" not in self.where and not self.settings.currency:
            self._ask("currency", money[0], columns[money[0]][:3])
        whose = [f.name for f in self.numbers if f.name not in SITE]
        if whose and not self.of_posts and not self.settings.account:
            self._ask("account", whose[0], ())
        self.hundredths = {
            f.name: self._hundredths(f.name, columns[f.name])
            for f in self.numbers
            if f.kind == "share"
        }

    def _hundredths(self, name: str, cells: Sequence[Any]) -> bool:
        """Tell whether the numbers of a column of shares are hundredths; ask where none can tell.

        A spreadsheet keeps 45 % as 0.45, also where the header has the sign.
        """
        if any(_above_one(c, self.decimal) for c in cells):
            return True
        signed = import_fields.percent(self.header(name))
        small = [c for c in cells if isinstance(c, (int, float)) and 0 < abs(c) <= 1]
        if signed and small:
            if not self.settings.share:
                self._ask("share", name, small[:3])
            return self.settings.share == "percent"
        return signed

    def header(self, name: str) -> str:
        return self.sheet.header[self.where[name]]

    def _bad(self, line: int, name: str, code: str, **facts: Any) -> None:
        column = self.header(name) if name in self.where else name
        self.found.problems.append(Problem(line, column, code, facts))

    def _cells(self, line: int, cells: Sequence[Any], *, last: bool) -> dict[str, Any] | None:
        """Return field → cell of a row; None of one that is no row, or not whole."""
        width = len(self.sheet.header)
        first = import_cells.plain(next((c for c in cells if str(c).strip()), "")).casefold()
        if first in TOTALS:
            self.found.problems.append(Problem(line, "", "total_row", {"value": first}, "note"))
            return None
        if self.sheet.separator and len(cells) < width:
            code = "half_line" if last else "too_few_cells"
            self.found.problems.append(
                Problem(line, "", code, {"size": len(cells), "limit": width})
            )
            return None
        if any(str(c).strip() for c in cells[width:]):
            facts = {"size": len(cells), "limit": width}
            self.found.problems.append(Problem(line, "", "too_many_cells", facts))
            return None
        return {n: cells[at] if at < len(cells) else "" for n, at in self.where.items()}

    def _row(self, line: int, given: Mapping[str, Any]) -> None:
        before = len(self.found.problems)
        read = {f.name: self._value(line, f, given[f.name]) for f in self.numbers}
        when = self._when(line, given)
        part = self._part(given)
        if len(self.found.problems) > before:
            return
        told = {name: value for name, value in read.items() if value is not None}
        account, post, at = self.settings.account, 0, when[0] if when else None
        if self.posts is not None:
            match = self._post(given, when)
            if isinstance(match, NoPost):
                what = next((str(given[n]) for n in POST if str(given.get(n, "")).strip()), "")
                self.found.unmatched.append({"line": line, "what": what[:120], "why": match.why})
                if match.why == "no_post" and told:
                    day = when[0] if when and "day" in self.where else None
                    self._wait(line, given, day, part, told)
                return
            account, post = match.account, match.id
            at = when[0] if when and "day" in self.where else match.at
            part = {n: v for n, v in part.items() if n == "currency"}
        if at is None and set(told) <= {"customer_value"}:
            at = 0
        if at is None:
            self._bad(line, "day", "no_day")
            return
        if "order" in part:  # an order may have several lines: the first says whose it is
            told.setdefault("conversions", 1.0)
            at, part = self.orders.setdefault(part["order"], (at, part))
        if not self._customers(line, given, told, part):
            return
        if told:
            self.found.kept += 1
        for name, value in told.items():
            self._keep(line, name, account, post, at, part, value)

    def _wait(
        self, line: int, given: Mapping[str, Any], day: int | None, part: Mapping[str, str],
        told: Mapping[str, float],
    ) -> None:  # fmt: skip
        """Keep what a row says of a post that is not here: it may come with a later sync."""
        currency = {n: v for n, v in part.items() if n == "currency"}
        self.found.waiting.append(
            Waiting(line, self.settings.account, self._sought(given), day, currency, dict(told))
        )

    def _keep(
        self, line: int, name: str, account: str, post: int, at: int, part: dict[str, str],
        value: float,
    ) -> None:  # fmt: skip
        own = {n: v for n, v in part.items() if n != "currency" or _money(name)}
        if name == "customer_value":
            own = {n: v for n, v in part.items() if n in ("customer", "person", "currency")}
            account, at = "", 0
        else:
            own = {n: v for n, v in own.items() if n not in ("customer", "person")}
        told = json.dumps(own, ensure_ascii=False, sort_keys=True) if own else ""
        key = (name, account, post, at, told)
        there = self.kept.get(key)
        if there is not None:
            if name == "conversions" and "order" in own and name not in self.where:
                return
            if import_fields.fields()[name].sum != "sum":
                if there.value != value:
                    self._bad(line, name, "said_twice", other=there.line)
                return
            value += there.value
        self.kept[key] = Value(name, account, post, at, told, line, value)

    def _value(self, line: int, one: Field, cell: Any) -> float | None:
        try:
            value = self._number(one, cell)
        except Ambiguous:
            self._bad(line, one.name, "two_ways", value=str(cell)[:40])
            return None
        except (ValueError, OverflowError):
            self._bad(line, one.name, "no_number", value=str(cell)[:40])
            return None
        if value is not None and value < 0 and one.kind != "money":
            self._bad(line, one.name, "negative", value=str(cell)[:40])
            return None
        if value is not None and one.kind == "share" and value > 10:
            self._bad(line, one.name, "no_share", value=str(cell)[:40])
            return None
        return value

    def _number(self, one: Field, cell: Any) -> float | None:
        match one.kind:
            case "share":
                return import_cells.share(
                    cell, percent=self.hundredths[one.name], decimal=self.decimal
                )
            case "length":
                unit = import_fields.unit(self.header(one.name))
                length = import_cells.seconds(cell, unit=unit, decimal=self.decimal)
                return length / 60 if length is not None and one.name == "dwell" else length
            case _:
                return import_cells.number(cell, self.decimal, whole=one.kind == "count")

    def _when(self, line: int, given: Mapping[str, Any]) -> tuple[int, bool] | None:
        """Return (UTC ms, whether to the minute) of a row."""
        for name in ("day", "published"):
            if name not in given:
                continue
            try:
                found = import_cells.moment(given[name], self.zone, self.order)  # type: ignore[arg-type]
            except (ValueError, OverflowError, OSError):
                self._bad(line, name, "no_day", value=str(given[name])[:40])
                return None
            if found is not None:
                if name == "day" and "order" not in self.where:
                    local = datetime.fromtimestamp(found[0] / 1000, self.zone)
                    begin = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
                    return round(begin.timestamp() * 1000), False
                return found
        if self.settings.day and not self.of_posts:
            return import_cells.moment(self.settings.day, self.zone)
        return None

    def _post(self, given: Mapping[str, Any], when: tuple[int, bool] | None) -> Any:
        assert self.posts is not None
        return self.posts.find(**self._sought(given))

    def _sought(self, given: Mapping[str, Any]) -> dict[str, Any]:
        published = None
        if "published" in given:
            published = import_cells.moment(given["published"], self.zone, self.order)  # type: ignore[arg-type]
        words = {n: _id(given[n]) if n in given else "" for n in POST}
        return words | {
            "at": published[0] if published else None, "exact": bool(published and published[1]),
        }  # fmt: skip

    def _part(self, given: Mapping[str, Any]) -> dict[str, str]:
        part = {
            n: import_cells.plain(given[n])[:200]
            for n, f in self.known.items()
            if f.kind == "part" and not import_cells.unknown(given[n])
        }
        if pair := part.pop("source_medium", ""):
            source, _, medium = pair.partition("/")
            part |= {"source": source.strip(), "medium": medium.strip()}
        for name, value in utm_of(part.get("landing", "")).items():
            part.setdefault(name, value)
        if any(_money(f.name) for f in self.numbers):
            part["currency"] = (part.get("currency") or self.settings.currency).upper()
        return {n: v for n, v in part.items() if v}

    def _customers(
        self, line: int, given: Mapping[str, Any], told: dict[str, float], part: dict[str, str]
    ) -> bool:
        """Say whose customer value it is. False: nobody of ours, and nothing else to keep."""
        if "customer_value" not in told:
            return True
        called = part.get("customer", "")
        if called not in self.people:
            found = imports.people_called(self.db, called) if called else []
            self.people[called] = found[0] if len(found) == 1 else None
        person = self.people[called]
        if person is not None:
            part["person"] = str(person)
            return True
        self.found.unmatched.append({"line": line, "what": called[:120], "why": "no_person"})
        del told["customer_value"]
        return bool(told)


def _where(sheet: Sheet, mapping: Mapping[str, str]) -> dict[str, int]:
    """Return field → column. Raises Rejected (`bad_value`)."""
    made: dict[str, int] = {}
    for header, name in mapping.items():
        if name not in import_fields.fields():
            raise Rejected("bad_value", field="map", reason="unknown_field", value=str(name)[:40])
        if header not in sheet.header:
            raise Rejected("bad_value", field="map", reason="unknown_column", value=header[:60])
        if name in made:
            raise Rejected("bad_value", field="map", reason="duplicate_column", value=header[:60])
        made[name] = sheet.header.index(header)
    return made


def _money(name: str) -> bool:
    return import_fields.fields()[name].kind == "money"


def _id(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().removeprefix("'")


def _above_one(cell: Any, decimal: Any) -> bool:
    if isinstance(cell, str) and "%" in import_cells.plain(cell):
        return False
    try:
        return (import_cells.number(cell, decimal) or 0) > 1
    except ValueError:
        return False


def counted(problems: Sequence[Problem]) -> Counter[str]:
    """Return how often each problem occurs."""
    return Counter(p.code for p in problems)


Look = Callable[[Connection], Found]
