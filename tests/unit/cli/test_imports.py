"""`cmapp import`: what would come in, what is wrong, in, and out again."""

from __future__ import annotations

import json

GOOD = "Date,Sessions,Notes\n2026-11-01,3,x\n2026-11-02,4,y\n"


def test_a_table_comes_in_and_goes_out_again(shop, tmp_path):
    file = tmp_path / "visits.csv"
    file.write_text(GOOD)
    seen = shop("import", str(file), "--dry-run").json
    assert seen["totals"]["visits"]["sum"] == 7
    assert shop("import", "list").json == {"imports": []}
    made = shop("import", str(file)).json
    assert made["applied"] and made["totals"] == seen["totals"]
    assert "in already" in shop.words("import", str(file)).out
    (one,) = shop("import", "list").json["imports"]
    assert (one["file"], one["kept"], one["undone_at"]) == ("visits.csv", 2, None)
    assert "redo" in shop.words("import", "undo", one["id"]).out
    assert "taken back" in shop.words("import", "list").out
    assert (
        shop("export", "imported", "--out", str(tmp_path / "m.csv")).json["files"][0]["rows"] == 0
    )
    shop("import", "redo", one["id"])
    assert (
        shop("export", "imported", "--out", str(tmp_path / "m.csv")).json["files"][0]["rows"] == 2
    )
    assert "Date = day, Sessions = visits" in shop.words("import", "layouts").out
    assert shop("import", "forget", "visits").json == {"layouts": []}


def test_columns_and_answers_are_said_on_the_command_line(shop, tmp_path):
    file = tmp_path / "spend.csv"
    file.write_text("Tag;Ausgaben\n01/02/2026;1.234,50\n")
    said = ["--map", "Tag=day", "--map", "Ausgaben=spend"]
    no = shop("import", str(file), *said)
    assert no.code == "import_unclear"
    assert {a["code"] for a in no.json["error"]["facts"]["asks"]} == {"day_order", "currency"}
    told = shop.words("import", str(file), *said).err
    assert "day or month first" in told
    made = shop("import", str(file), *said, "--day-order", "dmy", "--currency", "eur").json
    assert made["totals"]["spend"]["sum"] == 1234.5
    assert "Ad spend" in shop.words("import", "fields").out


def test_what_is_wrong_is_said_by_line_and_column(shop, tmp_path):
    file = tmp_path / "bad.csv"
    file.write_text("Date,Sessions\n2026-11-01,many\n2026-11-0")
    no = shop("import", str(file))
    assert (no.status, no.code) == (1, "table_refused")
    assert [(p["row"], p["code"]) for p in no.json["error"]["facts"]["problems"]] == [
        (2, "no_number"), (3, "half_line"),
    ]  # fmt: skip
    told = shop.words("import", str(file), "--dry-run").out
    assert "Line 2 Sessions: not a number: many" in told
    assert "Line 3: the file ends in the middle of a line (1 of 2 cells)" in told
    assert json.loads(shop("import", "list").out) == {"imports": []}
    assert shop("import", "undo", "7").code == "unknown_import"
    assert shop("import", str(file), "--as", "nothing").code == "unknown_layout"
    assert shop("import", str(file), "--map", "Sessions").code == "usage"
    assert shop("import", str(file), "--map", "Sessions=magic").code == "bad_value"
    assert shop("import", "undo").code == "usage"
