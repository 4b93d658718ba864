"""Views as files for other programs: CSV, JSON, JSON lines, Parquet; a row at a time, any size."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import cmapp
from cmapp.domain import cell_text
from cmapp.domain.errors import Rejected
from cmapp.services import parquet
from cmapp.services.open_data import View
from cmapp.store import open_data as rows_of
from cmapp.store.sqlite import Connection
from cmapp.system.whole_file import whole

FORMATS = {"csv": ".csv", "json": ".json", "jsonl": ".jsonl", "parquet": ".parquet"}
"""Each format and how its files end."""
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Asked:
    """What to write: `since` to `until` (exclusive, UTC ms) where a view has times.

    `raw`: CSV to the byte, without a mark and with nothing before what a spreadsheet would run.
    """

    format: str
    since: int | None = None
    until: int | None = None
    accounts: tuple[str, ...] = ()
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written. `narrowed`: by the span, by accounts."""

    view: str
    file: str
    rows: int
    bytes: int
    narrowed: tuple[str, ...]


def narrowed(view: View, asked: Asked) -> tuple[str, ...]:
    """Return which of `span` and `accounts` an export of a view is narrowed by."""
    span = view.time and (asked.since is not None or asked.until is not None)
    whose = asked.accounts and any(c.name == "account_id" for c in view.columns)
    return tuple(name for name, is_so in (("span", span), ("accounts", whose)) if is_so)


def to_file(db: Connection, view: View, asked: Asked, path: Path) -> Made:
    """Write a view as a file, whole or not at all. Raises Rejected (`file_unwritable`)."""
    with whole(path) as file:
        count = write(db, view, asked, file)
        size = file.tell()
    return Made(view.name, str(path), count, size, narrowed(view, asked))


def write(db: Connection, view: View, asked: Asked, file: BinaryIO) -> int:
    """Write a view into an open file; returns how many rows. Raises OSError, Rejected."""
    if asked.format not in FORMATS:
        raise Rejected("bad_value", field="format", reason="bad_value", value=asked.format[:40])
    by = narrowed(view, asked)
    days = view.time == "day"
    chunks = rows_of.chunks(
        db, view.name, [c.name for c in view.columns], order=view.order, time=view.time,
        since=_bound(asked.since, days=days), until=_bound(asked.until, days=days),
        accounts=asked.accounts if "accounts" in by else (),
    )  # fmt: skip
    match asked.format:
        case "parquet":
            about = {"cmapp.view": view.name, "cmapp.version": cmapp.__version__}
            return parquet.write(chunks, view.columns, file, about)
        case "csv":
            return _csv(chunks, view, file, raw=asked.raw)
        case _:
            return _json(chunks, view, file, lines=asked.format == "jsonl")


def _bound(at: int | None, *, days: bool) -> int | str | None:
    if at is None or not days:
        return at
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")


def _csv(
    chunks: Iterable[Sequence[Sequence[Any]]], view: View, file: BinaryIO, *, raw: bool
) -> int:
    if not raw:
        file.write(BOM)
    text = io.TextIOWrapper(file, "utf-8", errors="replace", newline="", write_through=True)
    made = csv.writer(text, lineterminator="\r\n")
    made.writerow([c.name for c in view.columns])
    count = 0
    for rows in chunks:
        count += len(rows)
        if raw:
            made.writerows(rows)
        else:
            made.writerows([_safe(value) for value in row] for row in rows)
    text.detach()
    return count


def _safe(value: Any) -> Any:
    return cell_text.quoted(value) if isinstance(value, str) else value


def _json(
    chunks: Iterable[Sequence[Sequence[Any]]], view: View, file: BinaryIO, *, lines: bool
) -> int:
    names = [c.name for c in view.columns]
    count = 0
    between = b"\n" if lines else b",\n"
    file.write(b"" if lines else b"[")
    for rows in chunks:
        told = [
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False).encode(
                "utf-8", "replace"
            )
            for row in rows
        ]
        if not lines:
            file.write(b",\n" if count else b"\n")
        file.write(between.join(told) + (b"\n" if lines else b""))
        count += len(rows)
    file.write(b"" if lines else b"\n]\n")
    return count
