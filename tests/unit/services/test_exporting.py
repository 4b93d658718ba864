"""Exports hold what the views hold, in every format; whole or not at all, however many rows."""

from __future__ import annotations

import csv
import errno
import io
import json
import sqlite3
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from cmapp.domain import cell_text
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import exporting, open_data, parquet
from cmapp.system.whole_file import whole
from tests.support.stage import Stage

ROOT = Path(__file__).parents[3]
EVIL = ('=HYPERLINK("https://evil.example")', "+1+1", "@SUM(A1)", "-2", "007", 'a "b", c\nd')


@pytest.fixture
def shop(stage: Stage) -> Stage:
    for text in (*EVIL, "这个可以退款吗？"):
        stage.asked(text)
    return stage


def rows_of(stage: Stage, view: str, where: str = "") -> list[dict[str, Any]]:
    """What the standard library reads in the file, in the order of the list."""
    one = open_data.view(view)
    db = sqlite3.connect(stage.paths.database.as_uri() + "?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    order = f"ORDER BY {one.order}" if one.order else ""
    found = [dict(r) for r in db.execute(f"SELECT * FROM {one.name} {where} {order}")]
    db.close()
    return found


def export(stage: Stage, path: Path, view: str = "v_interactions", **more: Any) -> dict[str, Any]:
    (made,) = stage.call("export.run", view=view, out=str(path), **more)["files"]
    assert made["bytes"] == path.stat().st_size
    return made


def test_raw_csv_is_the_rows_to_the_byte(shop: Stage, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    made = export(shop, path, raw=True)
    expected = io.StringIO(newline="")
    told = csv.writer(expected, lineterminator="\r\n")
    rows = rows_of(shop, "v_interactions")
    told.writerows([list(rows[0]), *(r.values() for r in rows)])
    assert path.read_bytes() == expected.getvalue().encode()
    assert made["rows"] == len(rows) > len(EVIL)


def test_no_cell_of_a_csv_is_run_and_every_text_comes_back(shop: Stage, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    export(shop, path)
    assert path.read_bytes().startswith(exporting.BOM)
    found = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    texts = {r["text"] for r in found}
    assert not [t for t in texts if t[:1] in "=+-@" and t]
    assert {cell_text.unquoted(t) for t in texts} == {
        r["text"] or "" for r in rows_of(shop, "v_interactions")
    }
    assert {*EVIL} <= {cell_text.unquoted(t) for t in texts}
    assert all(r["item_id_text"].startswith("'") for r in found), "no digit is lost"


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_is_the_rows(shop: Stage, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    export(shop, path, format=form)
    text = path.read_text("utf-8")
    found = (
        [json.loads(line) for line in text.splitlines()] if form == "jsonl" else json.loads(text)
    )
    assert found == rows_of(shop, "v_interactions")


@pytest.mark.parametrize("view", [v.name for v in open_data.views()])
def test_parquet_has_types_and_nulls_as_another_program_reads_it(
    shop: Stage, tmp_path: Path, view: str
) -> None:
    path = tmp_path / "out.parquet"
    export(shop, path, view, format="parquet")
    one = open_data.view(view)
    found = duckdb.sql(f"SELECT * FROM '{path}'")
    kinds = {
        "text": "VARCHAR",
        "int": "BIGINT",
        "real": "DOUBLE",
        "time": "TIMESTAMP WITH TIME ZONE",
    }
    assert dict(zip(found.columns, map(str, found.types), strict=True)) == {
        c.name: kinds[c.type] for c in one.columns
    }
    times = [c.name for c in one.columns if c.type == "time"]
    chosen = ", ".join(
        f"epoch_ms({c.name}) AS {c.name}" if c.name in times else c.name for c in one.columns
    )
    read = duckdb.sql(f"SELECT {chosen} FROM '{path}'")
    told = [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()]
    assert told == rows_of(shop, view)


def test_an_empty_answer_is_a_file_with_its_columns(stage: Stage, tmp_path: Path) -> None:
    for form in exporting.FORMATS:
        made = export(stage, tmp_path / form, "v_campaigns", format=form)
        assert made["rows"] == 0
    assert (tmp_path / "json").read_text() == "[\n]\n"
    assert duckdb.read_parquet(str(tmp_path / "parquet")).columns[0] == "campaign_id"
    assert (tmp_path / "csv").read_text("utf-8-sig").startswith("campaign_id,")


def test_a_span_and_accounts_narrow_it(shop: Stage, tmp_path: Path) -> None:
    newest = max(r["created_at"] for r in rows_of(shop, "v_interactions"))
    day = datetime.fromtimestamp(newest / 1000, UTC).date().isoformat()
    path = tmp_path / "o.jsonl"
    mine = shop.accounts[0]
    made = export(shop, path, format="jsonl", since=day, until=day, zone="UTC", accounts=[mine])
    found = [json.loads(line) for line in path.read_text().splitlines()]
    assert found == rows_of(
        shop, "v_interactions", f"WHERE created_iso LIKE '{day}%' AND account_id = '{mine}'"
    )
    assert found and made["narrowed"] == ("span", "accounts")
    export(shop, path, "v_activity_by_day", format="jsonl", since=day, until=day, zone="UTC")
    assert {json.loads(line)["day"] for line in path.read_text().splitlines()} == {day}
    assert export(shop, path, "v_labels", since=day)["narrowed"] == ()


def test_all_of_them_into_a_folder(shop: Stage, tmp_path: Path) -> None:
    found = shop.call("export.run", view="all", out=str(tmp_path / "all"), format="parquet")
    assert [f["view"] for f in found["files"]] == [v.name for v in open_data.views()]
    assert {p.name for p in (tmp_path / "all").iterdir()} == {
        f"{v.name[2:]}.parquet" for v in open_data.views()
    }


def test_what_cannot_be_is_said(shop: Stage, tmp_path: Path) -> None:
    with pytest.raises(Missing, match="unknown_view"):
        export(shop, tmp_path / "x", "deeds; DROP TABLE deeds")
    for wrong in (
        {"format": "xls"},
        {"since": "soon"},
        {"since": "2026-02-02", "until": "2026-01-01"},
    ):
        with pytest.raises(Rejected, match="bad_value"):
            export(shop, tmp_path / "x", **wrong)
    with pytest.raises(Rejected, match="file_unwritable"):
        export(shop, tmp_path / "no" / "where.csv")
    assert list(tmp_path.iterdir()) == [shop.paths.root] or not (tmp_path / "x").exists()


# --- whole or not at all ------------------------------------------------------------------------


def test_a_full_disk_leaves_what_was_there_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("before")
    with pytest.raises(Rejected) as no, whole(path) as file:
        file.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert no.value.why == "file_unwritable" and no.value.facts["reason"] == "disk_full"
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]


class Full(io.BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() > 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_parquet_tells_of_a_full_disk_too() -> None:
    columns = open_data.view("v_labels").columns
    rows = [[(n, str(n), "food") for n in range(5000)]] * 3
    with pytest.raises(OSError, match="No space"):
        parquet.write(rows, columns, Full(), {})


def test_what_goes_wrong_while_reading_comes_through() -> None:
    def broken() -> Any:
        yield [(1, "1", "food")]
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(sqlite3.OperationalError):
        parquet.write(broken(), open_data.view("v_labels").columns, io.BytesIO(), {})


MEASURED = """
    import io, resource, sys
    from pathlib import Path
    from cmapp.services import exporting, open_data
    from cmapp.store.opening import open_reader
    db = open_reader(Path(sys.argv[1]))
    with open(sys.argv[3], "wb") as file:
        count = exporting.write(db, open_data.view("measures"), exporting.Asked(sys.argv[2]), file)
    print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in KB on Linux only")
@pytest.mark.parametrize("form", sorted(exporting.FORMATS))
def test_memory_does_not_grow_with_the_rows(stage: Stage, tmp_path: Path, form: str) -> None:
    def fill(tx: Any, n: int) -> None:
        tx.db.execute(
            """WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < ?)
               INSERT OR REPLACE INTO measures SELECT 'a', 'reach', n, 1700000000000 + n,
                 'platform', n / 3.0 FROM k""",
            (n,),
        )

    peaks = []
    for n in (10_000, 250_000):
        stage.engine.desk.store.write(lambda tx, n=n: fill(tx, n))
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(MEASURED), stage.paths.database, form,
             tmp_path / "out"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        count, peak = map(int, done.stdout.split())
        assert count == n
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 40_000, "KB"
