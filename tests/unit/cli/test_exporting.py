"""`cmapp export`: what goes to a file, to the next program, and what is said when it cannot."""

from __future__ import annotations

import csv
import io
import json

import pytest

from cmapp.services import open_data


def test_it_lists_what_there_is(shop):
    found = shop("export", "--list").json
    assert [v["name"] for v in found["views"]] == [v.name for v in open_data.views()]
    told = shop.words("export").out
    assert "v_posts" in told and "waiting-longest" in told


@pytest.mark.parametrize("name", ["v_interactions", "interactions"])
def test_a_view_goes_to_the_next_program(shop, name):
    shop.asked("=1+1")
    lines = list(csv.DictReader(io.StringIO(shop.words("export", name).out.lstrip("\ufeff"))))
    assert [r["text"] for r in lines] == ["'=1+1"]
    lines = list(csv.DictReader(io.StringIO(shop.words("export", name, "--raw").out)))
    assert [r["text"] for r in lines] == ["=1+1"]
    (one,) = json.loads(shop.words("export", name, "--format", "json").out)
    (same,) = map(
        json.loads, shop.words("export", name, "--format", "json", "--lines").out.splitlines()
    )
    assert one == same and one["text"] == "=1+1"


def test_the_name_of_the_file_tells_its_format(shop, tmp_path):
    shop.asked()
    for ending, begins in ((".csv", b"\xef\xbb\xbf"), (".json", b"[\n"), (".parquet", b"PAR1")):
        path = tmp_path / f"out{ending}"
        (told,) = shop("export", "interactions", "--out", str(path)).json["files"]
        assert path.read_bytes().startswith(begins)
        assert (told["rows"], told["view"]) == (1, "v_interactions")
    assert "1 rows" in shop.words("export", "interactions", "--out", str(path)).out


def test_what_cannot_be_is_said(shop, tmp_path):
    assert shop("export", "nothing").code == "unknown_view"
    assert shop("export", "posts", "--since", "soon").code == "bad_value"
    assert (
        shop("export", "posts", "--out", str(tmp_path / "no" / "x.csv")).code == "file_unwritable"
    )
    assert shop("export", "all").code == "usage"
    assert shop("export", "posts", "--format", "csv", "--lines").code == "usage"
    assert shop("export", "posts", "--account", "nobody").code == "unknown_account"
