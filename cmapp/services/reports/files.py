"""A report written into a file, and the document that every file of a report carries read again.

Each format carries the whole document as canonical JSON: HTML shows it at its foot, CSV has it in
its last lines, XLSX in a sheet of its own, PDF as an attached file.
"""

from __future__ import annotations

import html as html_words
import json
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cmapp.domain import report as model
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.report import Report
from cmapp.services.reports import book, html, paper, tables
from cmapp.store import media as library
from cmapp.store.sqlite import Connection
from cmapp.system import media as media_files

MOST_BYTES = 200_000_000
MOST_LOGO = 2_000_000
_LOGOS = ("image/png", "image/jpeg")


def logo_of(db: Connection, folder: Path, name: str) -> tuple[bytes, str]:
    """Return a picture of the library and its kind.

    Raises Missing (`unknown_file`), Rejected (`bad_logo` with `reason`: kind, too_big).
    """
    found = library.by_name(db, name)
    if found is None:
        raise Missing("unknown_file", id=name)
    if found.mime not in _LOGOS:
        raise Rejected("bad_logo", field="logo", reason="kind", kind=found.mime)
    if found.bytes > MOST_LOGO:
        raise Rejected("bad_logo", field="logo", reason="too_big", size=found.bytes,
                       limit=MOST_LOGO)  # fmt: skip
    return media_files.path_of(name, folder).read_bytes(), found.mime


def rendered(report: Report, form: str, logo: tuple[bytes, str] | None) -> bytes:
    """Return the file of a report. Raises Rejected (`no_chinese_font` for a PDF)."""
    match form:
        case "html":
            return html.page(report, logo=logo[0] if logo else None,
                             logo_mime=logo[1] if logo else "")  # fmt: skip
        case "csv":
            return tables.csv_file(report)
        case "xlsx":
            return book.xlsx(report)
        case "pdf":
            return paper.pdf(report, logo[0] if logo else None)
        case _:
            raise Rejected("bad_value", field="format", reason="bad_value", value=form)


def write(path: Path, data: bytes) -> None:
    """Put a file into its place at once: the whole of it, or none. Raises OSError."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def free_name(folder: Path, name: str, form: str) -> Path:
    """Return a path in a folder where nothing stands yet."""
    for n in range(1, 1000):
        path = folder / f"{name}{f'-{n}' if n > 1 else ''}.{form}"
        if not path.exists():
            return path
    return folder / f"{name}-{secrets.token_hex(4)}.{form}"


# reading


def form_of(data: bytes) -> str:
    """Return what kind of file this is by its first bytes. Raises Rejected (`no_report`)."""
    head = data[:400].lstrip(b"\xef\xbb\xbf \r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(tables.HEAD):
        return "csv"
    raise Rejected("no_report")


def read(data: bytes) -> tuple[str, dict[str, Any]]:
    """Return the format of a file and the document that it carries.

    Raises Rejected: `no_report`, `report_damaged`, `report_newer` (fact `version`).
    """
    if len(data) > MOST_BYTES:
        raise Rejected("no_report")
    form = form_of(data)
    try:
        text = _READ[form](data)
    except (ValueError, KeyError, IndexError):
        raise Rejected("report_damaged") from None
    if text is None:
        raise Rejected("no_report")
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        raise Rejected("report_damaged") from None
    if not isinstance(made, dict) or made.get("format") != model.FORMAT:
        raise Rejected("no_report")
    if not isinstance(made.get("schema"), int) or made["schema"] > model.SCHEMA:
        raise Rejected("report_newer", version=str(made.get("app"))[:40])
    try:
        whole = made.get("hash") == model.hash_of(made)
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise Rejected("report_damaged")
    return form, made


def _from_html(data: bytes) -> str | None:
    text = data.decode("utf-8")
    found = re.search(re.escape(html.MARK) + "(.*?)</pre>", text, re.S)
    if found is None:
        if html.MARK in text:
            raise ValueError(html.MARK)
        return None
    return html_words.unescape(found[1])


_READ: dict[str, Callable[[bytes], str | None]] = {
    "html": _from_html, "csv": tables.document_in, "xlsx": book.document_in,
    "pdf": paper.document_in,
}  # fmt: skip


def same_page(form: str, again: bytes, data: bytes, *, older: bool) -> str:
    """Return `edited` or `unknown` for a file that is not what it would be byte for byte now.

    HTML and CSV repeat; but an older version may have drawn them in another way. A PDF is another
    one with other fonts. Raises Rejected (`report_damaged`).
    """
    if older:
        return "unknown"
    if form in ("html", "csv"):
        return "edited"
    if form == "xlsx":  # another program may have saved it: then its cells are compared
        try:
            return "same" if book.values(again) == book.values(data) else "edited"
        except ValueError:
            raise Rejected("report_damaged") from None
    return "unknown"


def version(text: object) -> tuple[int, ...]:
    """Return a version as numbers that can be compared."""
    return tuple(int(n) for n in re.findall(r"\d+", str(text))[:4])


def plain_name(name: str) -> str:
    """Return a name as part of a file's name."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:60] or "report"
