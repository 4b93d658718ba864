"""Files that were made to do harm: a report, a table. Words, in bounds, and nothing is changed."""

from __future__ import annotations

import io
import json
import os
import threading
import zipfile
import zlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cmapp.domain.canonical import fingerprint
from cmapp.domain.errors import Rejected, Trouble
from cmapp.services.reports import files, paper
from tests.support.stage import Stage

MARK = '<!doctype html><html><body><pre id="cmapp-report">'


def page(text: str) -> bytes:
    return f"{MARK}{text}</pre></body></html>".encode()


def forged(full: dict[str, Any], **query: Any) -> bytes:
    """A report with another question, and the hash that goes with it."""
    made = {n: v for n, v in full.items() if n != "hash"} | {"query": {**full["query"], **query}}
    return page(json.dumps({**made, "hash": fingerprint(made)}))


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "9" * 10_000, "NaN", "\0"])
def test_a_document_that_is_no_document_is_damaged(text: str) -> None:
    with pytest.raises(Rejected, match=r"report_damaged|no_report"):
        files.read(page(text))


def test_a_pdf_that_unpacks_to_more_than_memory_holds_is_damaged() -> None:
    made = {"app": "0.1", "format": "cmapp-report", "schema": 1}
    text = json.dumps({**made, "hash": fingerprint(made)}, separators=(",", ":")).encode()
    for spaces, whole in ((1_000, True), (paper.MOST_DOCUMENT, False)):
        packed = zlib.compress(text[:-1] + b" " * spaces + b"}", 1)
        file = b"%PDF-1.7\nstream\n" + packed + b"\nendstream\n%%EOF\n"
        if whole:
            assert files.read(file)[1]["app"] == "0.1"
            continue
        with pytest.raises(Rejected, match="report_damaged"):
            files.read(file)


@pytest.mark.parametrize(
    "query",
    [
        {"as_of": 10**30}, {"as_of": -(10**17)}, {"until": 10**17}, {"since": -(10**17)},
        {"since": 0, "until": 4_000_000_000_000}, {"until": 0}, {"zone": "../../etc/passwd"},
        {"zone": "Nowhere/At_All"}, {"language": "xx"}, {"blocks": [{}]}, {"blocks": [[]]},
        {"blocks": [{"kind": "chart", "name": "../x"}]}, {"blocks": [{"kind": ["x"]}]},
        {"blocks": [{"kind": "text"}] * 100_000}, {"accounts": ["nobody"]}, {"accounts": [[]]},
        {"read": {"a": 10**30}}, {"read": []}, {"logo": "../../etc/passwd"}, {"logo": "\ud800"},
        {"title": None}, {"blocks": [{"kind": "chart", "name": "volume", "options": [1]}]},
        {"blocks": [{"kind": "chart", "name": "volume", "options": {"bin": "second"}}]},
        {"blocks": [{"kind": "figures", "metrics": [[]]}]},
        {"blocks": [{"kind": "figures", "metrics": "interactions"}]},
    ],
)  # fmt: skip
def test_a_forged_question_gets_an_answer_or_words(
    stage: Stage, tmp_path: Path, query: dict[str, Any]
) -> None:
    stage.asked("Is it vegan?")
    blocks = [{"kind": "chart", "name": "volume"}, {"kind": "figures"}]
    saved = stage.call("report.template_save", name="short", blocks=blocks)["template"]["id"]
    made = stage.call("report.make", template=saved, folder=str(tmp_path), language="en")
    _, whole = files.read(Path(made["file"]).read_bytes())
    bad = tmp_path / "bad.html"
    bad.write_bytes(forged(whole, **query))
    try:
        found = stage.call("report.verify", file=str(bad))
    except Trouble as no:
        assert no.why in ("report_damaged", "no_report")
    else:
        # its numbers hold where only a picture that is not here was named; the page is unknown
        assert found["verdict"] in ("differs", "edited") or (
            "logo" in query and found["page"] == "unknown"
        )


def test_a_report_without_a_version_is_damaged(stage: Stage, tmp_path: Path) -> None:
    made = {"format": "cmapp-report", "schema": 1}
    bad = tmp_path / "bad.html"
    bad.write_bytes(page(json.dumps({**made, "hash": fingerprint(made)})))
    with pytest.raises(Rejected, match="report_damaged"):
        stage.call("report.verify", file=str(bad))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", ["report.verify", "imports.preview"])
def test_what_is_no_file_is_not_waited_for(stage: Stage, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    said: list[str] = []

    def ask() -> None:
        try:
            stage.call(command, file=str(pipe))
        except Rejected as no:
            said.append(no.why)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(120)
    assert said == ["not_found"]


def test_a_cell_in_the_last_corner_of_a_sheet_does_not_hang(stage: Stage, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Day", "Reach"])
    sheet.append(["2026-03-01", 12])
    sheet["XFD1048576"] = 1
    out = io.BytesIO()
    book.save(out)
    assert zipfile.is_zipfile(out)
    table = tmp_path / "t.xlsx"
    table.write_bytes(out.getvalue())
    with pytest.raises(Rejected, match="bad_table") as no:
        stage.call("imports.preview", file=str(table))
    assert no.value.facts["reason"] == "too_many_rows"
