"""`cmapp media`: the twin of the media library."""

from __future__ import annotations

from pathlib import Path

from tests.support import media_files as make
from tests.unit.cli.conftest import Shop


def test_a_library_is_filled_described_cropped_checked_and_emptied(
    shop: Shop, tmp_path: Path
) -> None:
    assert shop.words("media", "list").out == "The library is empty.\n"
    (tmp_path / "a.jpg").write_bytes(make.picture("JPEG", place=True))
    film = make.video(tmp_path / "b.mp4", seconds=2)
    (tmp_path / "c.png").write_bytes(b"no")
    told = shop("media", "add", str(tmp_path), "--folder", "x", "--tag", "t")
    assert told.status == 1 and len(told.json["added"]) == 2
    assert "not taken" in shop.words("media", "add", str(tmp_path / "c.png")).out
    assert shop("media", "add", str(film)).status == 0
    name = told.json["added"][0]["file"]["name"]
    assert "no alt text" in shop.words("media", "list").out
    assert shop("media", "edit", name[:10], "--alt", "红叶").status == 0
    assert shop("media", "edit", name).status == 2
    listed = shop("media", "list", "红叶", "--kind", "picture", "--folder", "x").json
    assert [f["name"] for f in listed["files"]] == [name]
    assert shop("media", "tag", "autumn", name).json["files"][0]["tags"] == ["autumn", "t"]
    assert shop("media", "untag", "autumn", name).json["files"][0]["tags"] == ["t"]
    crop = shop("media", "crop", name, "--network", "bluesky", "--box", "0,0,1,0.5")
    assert crop.json["file"]["crops"] == {"bluesky": [0, 0, 1, 0.5]}
    assert "crop for bluesky" in shop.words("media", "show", name).out
    assert shop("media", "crop", name, "--box", "a,b").status == 2
    assert shop("media", "crop", name, "--box", "0,0,9,9").code == "bad_crop"
    assert "fits" in shop.words("media", "check", name).out
    posted = shop(
        "post", "--account", shop.ids[0], "--text", "hi", "--image", str(tmp_path / "a.jpg")
    )
    assert posted.status == 0
    assert "outbox row" in shop.words("media", "used", name).out
    kept = shop("media", "remove", name)
    assert kept.status == 1 and kept.json["kept"][0]["used"][0]["kind"] == "queued"
    assert "still used" in shop.words("media", "remove", name).out
    other = told.json["added"][1]["file"]["name"]
    assert shop("media", "remove", other).status == 0
    assert shop("media", "show", other).code == "unknown_file"
    assert shop("undo").status == 0
    assert shop("media", "show", other).json["file"]["seconds"] == 2
