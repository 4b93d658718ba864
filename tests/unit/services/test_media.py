"""The library knows each file once, says where it is used, and fits it to a network (CT-04)."""

from __future__ import annotations

import base64
import json
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.actions import Attachment
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.limits import Limits
from cmapp.services import media
from cmapp.store import media as library
from tests.support import media_files as make
from tests.support.clock import HandClock
from tests.support.stage import Stage

JPEGS = Limits(media_count=4, media_kinds=("image/jpeg", "image/png"), media_bytes=60_000)


def put(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def add(stage: Stage, *paths: str, **more: Any) -> dict[str, Any]:
    return stage.call("media.add", files=[{"path": p} for p in paths], **more)


def one(stage: Stage, below: Path, data: bytes, **more: Any) -> str:
    found = add(stage, put(below, "a picture.png", data), **more)
    assert found["refused"] == []
    return str(found["added"][0]["file"]["name"])


def files(stage: Stage, **wish: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = stage.call("media.list", **wish)["files"]
    return found


def test_many_files_are_answered_each_and_one_is_known_again(stage: Stage, tmp_path: Path) -> None:
    good = put(tmp_path, "a\nsunny day.jpg", make.picture("JPEG", turned=6, place=True))
    film = str(make.video(tmp_path / "walk.mp4", place=True))
    bad = put(tmp_path, "words.png", b"hello")
    gone = str(tmp_path / "gone.png")
    found = add(stage, good, film, bad, good, gone, folder=" a / b ", tags=["#x"])
    assert [(a["file"]["title"], a["new"]) for a in found["added"]] == [
        ("a sunny day", True), ("walk", True), ("a sunny day", False),
    ]  # fmt: skip
    assert [(r["path"], r["facts"]["reason"]) for r in found["refused"]] == [
        (bad, "not_a_picture"), (gone, "not_found"),
    ]  # fmt: skip
    picture, film_ = found["added"][0]["file"], found["added"][1]["file"]
    assert (picture["width"], picture["height"]) == (30, 40)
    assert (picture["folder"], picture["tags"], picture["kind"]) == ("a/b", ["x"], "picture")
    assert film_["kind"] == "video" and film_["seconds"] == pytest.approx(1, abs=0.11)
    stage.call(found["undo"]["command"], **found["undo"]["args"])
    assert files(stage) == []


def test_a_folder_is_taken_in_with_what_is_in_it(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    put(tmp_path / "in", "1.png", make.picture(seed=1))
    put(tmp_path / "in" / "deep", "2.png", make.picture(seed=2))
    put(tmp_path / "in", ".hidden.png", make.picture(seed=3))
    put(tmp_path, "outside.png", make.picture(seed=4))
    (tmp_path / "in" / "link.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    found = add(stage, str(tmp_path / "in"))
    assert [a["file"]["title"] for a in found["added"]] == ["1", "2"] and not found["refused"]


def test_pasted_bytes_are_taken_in(stage: Stage) -> None:
    data = base64.b64encode(make.picture()).decode()
    found = stage.call("media.add", files=[{"data": data, "title": "pasted"}, {"data": "!!"}])
    assert found["added"][0]["file"]["title"] == "pasted"
    assert found["refused"][0]["facts"]["reason"] == "damaged"


def test_the_list_is_narrowed_and_paged(stage: Stage, tmp_path: Path) -> None:
    names = [
        one(stage, tmp_path, make.picture(seed=n), folder="a/b" if n < 2 else "ab")
        for n in range(4)
    ]
    moving = one(stage, tmp_path, make.animation())
    film = add(stage, str(make.video(tmp_path / "v.webm", kind="webm")))["added"][0]["file"]["name"]
    stage.call("media.edit", names=names[:1], alt="雨后的院子 100%")
    stage.call("media.tag", names=names[1:3], tag="Shop")
    assert {f["name"] for f in files(stage, folder="a")} == set(names[:2])
    assert {f["name"] for f in files(stage, folder="")} == {moving, film}
    assert {f["name"] for f in files(stage, tag="shop")} == set(names[1:3])
    assert [f["name"] for f in files(stage, kind="video")] == [film]
    assert [f["name"] for f in files(stage, kind="animation")] == [moving]
    assert len(files(stage, kind="picture")) == 4 and len(files(stage, no_alt=True)) == 5
    assert [f["name"] for f in files(stage, text="院子 100%")] == names[:1]
    assert files(stage, text="100_") == [] and len(files(stage, text="sho")) == 2
    seen, last = [], None
    while True:
        page = stage.call("media.list", limit=2, after=last)
        seen += [f["name"] for f in page["files"]]
        if not page["more"]:
            break
        last = seen[-1]
    assert len(seen) == len(set(seen)) == 6 == page["total"]
    assert page["folders"] == [
        {"name": "", "count": 2}, {"name": "a/b", "count": 2}, {"name": "ab", "count": 2},
    ]  # fmt: skip
    assert page["tags"] == [{"name": "Shop", "count": 2}]
    with pytest.raises(Rejected, match="unknown_media_kind"):
        files(stage, kind="song")


def test_every_change_has_its_way_back(stage: Stage, tmp_path: Path) -> None:
    name = one(stage, tmp_path, make.picture(), folder="x", tags=["t"])
    before = stage.call("media.show", name=name)["file"]
    changes: list[tuple[str, dict[str, Any]]] = [
        ("media.edit", {"names": [name], "alt": "a", "credit": "c", "folder": "y", "title": "t"}),
        ("media.tag", {"names": [name], "tag": "new"}),
        ("media.untag", {"names": [name], "tag": "T"}),
        ("media.crop", {"name": name, "network": "bluesky", "box": [0, 0, 0.5, 1]}),
        ("media.remove", {"names": [name]}),
    ]
    for command, args in changes:
        undo = stage.call(command, **args)["undo"]
        if command != "media.remove":
            assert stage.call("media.show", name=name)["file"] != before, command
        stage.call(undo["command"], **json.loads(json.dumps(undo["args"])))
        assert stage.call("media.show", name=name)["file"] == before, command


def test_an_attachment_brings_the_words_of_the_library_and_teaches_it(
    stage: Stage, tmp_path: Path
) -> None:
    desk = stage.engine.desk
    path = put(tmp_path, "cup.png", make.picture())
    first = media.attach(desk, Path(path), "a c")  # an autosave in the middle of a word
    assert media.attach(desk, Path(path)).alt == ""
    media.prepared(desk, replace(first, alt="a cup"), Limits(media_count=1), "demo")
    media.prepared(desk, replace(first, alt="for this post"), Limits(media_count=1), "demo")
    assert media.attach(desk, Path(path)).alt == "a cup"
    assert media.attach(desk, first.path).alt == "a cup"
    assert media.attach(desk, first.path, "another").alt == "another"
    assert media.attach(desk, first.path, "").alt == ""
    shown = stage.call("media.show", name=first.path)["file"]
    assert (shown["alt"], shown["title"]) == ("a cup", "cup")
    stage.call("drafts.save", text="hi", account=stage.accounts[0], images=[{"path": path}])
    assert stage.call("drafts.list")["drafts"][0]["media"][0]["alt"] == "a cup"


def test_what_is_still_needed_stays_and_says_where(stage: Stage, tmp_path: Path) -> None:
    me = stage.accounts[0]
    name = one(stage, tmp_path, make.picture())
    assert [f["name"] for f in files(stage, unused=True)] == [name]
    image = {"path": name, "alt": "x"}
    draft = stage.call("drafts.save", text="one", account=me, images=[image])["drafts"][0]["id"]
    reply = stage.call("replies.save", title="R", variants=[{"text": "t", "images": [image]}])
    used = stage.call("media.used", name=name)["used"]
    assert [u["kind"] for u in used] == ["draft", "saved_reply"] and used[0]["id"] == draft
    kept = stage.call("media.remove", names=[name])
    assert kept["removed"] == [] and len(kept["kept"][0]["used"]) == 2 and "undo" not in kept
    assert files(stage, unused=True) == []
    stage.call("drafts.delete", id=draft)
    stage.call("replies.drop", id=reply["replies"][0]["id"])
    row = stage.call("post", account=me, text="out", images=[image])["outbox"]["id"]
    assert stage.call("media.used", name=name)["used"][0]["kind"] == "queued"
    assert stage.call("media.remove", names=[name])["removed"] == []
    stage.send()
    assert stage.state(row) == "sent"
    used = stage.call("media.used", name=name)["used"]
    assert [(u["kind"], u["account"], u["text"]) for u in used] == [("sent", me, "out")]
    assert files(stage, unused=True) == []
    assert stage.call("media.remove", names=[name])["removed"][0]["name"] == name


def test_a_made_picture_counts_as_use_of_its_origin(stage: Stage, tmp_path: Path) -> None:
    desk, me = stage.engine.desk, stage.accounts[0]
    name = one(stage, tmp_path, make.noise((300, 200)))
    ready = media.prepared(desk, media.attach(desk, name, "noise"), JPEGS, "demo")
    assert ready.path != name
    stage.call("post", account=me, text="out", images=[vars_of(ready)])
    assert [u["kind"] for u in stage.call("media.used", name=name)["used"]] == ["queued"]


def vars_of(one: Attachment) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(one)


def test_prepared_fits_and_a_second_try_sends_the_same_bytes(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = stage.engine.desk
    name = one(stage, tmp_path, make.noise((300, 200)))
    given = media.attach(desk, name, "noise")
    ready = media.prepared(desk, given, JPEGS, "demo")
    data = (desk.paths.media / ready.path).read_bytes()
    assert ready.mime == "image/jpeg" and len(data) <= 60_000 and ready.alt == "noise"
    assert make.opened(data).size == (ready.width, ready.height)
    monkeypatch.setattr(media.decoder, "fitted", None)  # it is not made again
    assert media.prepared(desk, given, JPEGS, "demo") == ready
    stage.restart()
    assert media.prepared(stage.engine.desk, given, JPEGS, "demo") == ready
    monkeypatch.undo()
    (desk.paths.media / ready.path).unlink()
    again = media.prepared(stage.engine.desk, given, JPEGS, "demo")
    assert (desk.paths.media / again.path).read_bytes() == data


def test_a_crop_goes_to_its_network_alone(stage: Stage, tmp_path: Path) -> None:
    desk = stage.engine.desk
    name = one(stage, tmp_path, make.picture(size=(400, 200)))
    stage.call("media.crop", name=name, network="Bluesky", box=[0.5, 0, 0.5, 1])
    given = media.attach(desk, name)
    limits = replace(JPEGS, media_bytes=None)
    there = media.prepared(desk, given, limits, "bluesky")
    assert (there.width, there.height) == (200, 200)
    assert media.prepared(desk, given, limits, "mastodon") == given
    stage.call("media.crop", name=name, box=[0, 0, 1, 0.5])
    assert media.prepared(desk, given, limits, "mastodon").height == 100
    assert media.prepared(desk, given, limits, "bluesky").height == 200
    for bad in ([0, 0, 2, 1], [0, 0, 0, 1], [0, 0], [float("nan")] * 4, ["x"] * 4):
        with pytest.raises(Rejected, match="bad_crop"):
            stage.call("media.crop", name=name, box=bad)
    moving = one(stage, tmp_path, make.animation())
    with pytest.raises(Rejected, match="bad_crop"):
        stage.call("media.crop", name=moving, box=[0, 0, 1, 0.5])


def test_what_an_older_version_kept_goes_out_clean(stage: Stage) -> None:
    desk = stage.engine.desk
    desk.paths.media.mkdir()
    data = make.picture("JPEG", turned=6, place=True)
    (desk.paths.media / "old.jpg").write_bytes(data)
    old = Attachment("old.jpg", "image/jpeg", "", 40, 30)
    ready = media.prepared(desk, old, JPEGS, "demo")
    out = (desk.paths.media / ready.path).read_bytes()
    assert make.MAKER.encode() not in out and (ready.width, ready.height) == (30, 40)
    assert media.prepared(desk, old, JPEGS, "demo") == ready


def test_what_moves_or_is_a_video_is_never_made_still(stage: Stage, tmp_path: Path) -> None:
    desk = stage.engine.desk
    moving = media.attach(desk, one(stage, tmp_path, make.animation()))
    with pytest.raises(Rejected) as no:
        media.prepared(desk, moving, JPEGS, "demo")
    assert no.value.facts["reason"] == "animated"
    gifs = replace(JPEGS, media_kinds=("image/gif",))
    assert media.prepared(desk, moving, gifs, "demo") == moving
    film = media.attach(desk, make.video(tmp_path / "a.mp4"))
    assert media.prepared(desk, film, JPEGS, "demo") == film
    (desk.paths.media / film.path).unlink()
    with pytest.raises(Rejected):
        media.prepared(desk, film, JPEGS, "demo")


def test_check_says_where_a_file_fits_and_why_not(stage: Stage, tmp_path: Path) -> None:
    tall = one(stage, tmp_path, make.picture(size=(100, 400)))
    film = add(stage, str(make.video(tmp_path / "v.mp4")))["added"][0]["file"]["name"]
    first, second = stage.call("media.check", names=[tall, film])["checks"]
    assert {row["account"] for row in first["accounts"]} == set(stage.accounts)
    assert all(row["ok"] for row in first["accounts"])
    shapes = {row["network"]: row for row in first["networks"]}
    assert shapes["mastodon"]["ok"] and not shapes["instagram"]["ok"]
    assert shapes["instagram"]["findings"][0]["facts"]["ratio"] == 0.25
    stage.call("media.crop", name=tall, network="instagram", box=[0, 0, 1, 0.25])
    again = stage.call("media.check", names=[tall])["checks"][0]["networks"]
    assert {row["network"]: row["ok"] for row in again}["instagram"]
    assert second["name"] == film


def test_two_windows_add_the_same_file_at_once(stage: Stage, tmp_path: Path) -> None:
    path, told = put(tmp_path, "a.png", make.noise((300, 300))), []
    threads = [threading.Thread(target=lambda: told.append(add(stage, path))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(t["added"][0]["new"] for t in told) == [False, False, False, True]
    assert len(files(stage)) == 1


def test_a_name_may_be_shortened_where_it_is_plain(stage: Stage, tmp_path: Path) -> None:
    name = one(stage, tmp_path, make.picture())
    assert stage.call("media.show", name=name[:8])["file"]["name"] == name
    for bad in (name[:5], "zzzzzzzz", "../etc/passwd", "", "%" * 8):
        with pytest.raises(Missing, match="unknown_file"):
            stage.call("media.show", name=bad)


def test_words_that_cannot_be_kept_change_nothing(stage: Stage, tmp_path: Path) -> None:
    name = one(stage, tmp_path, make.picture())
    for values in ({"alt": "x" * 10_001}, {"title": "\ud800"}):
        with pytest.raises(Rejected):
            stage.call("media.edit", names=[name], **values)
    for tag in ("", "x" * 61, "a\0b"):
        with pytest.raises(Rejected, match="bad_tag"):
            stage.call("media.tag", names=[name], tag=tag)
    with pytest.raises(Missing):
        stage.call("media.restore", files=[{"name": "../x"}])
    with pytest.raises(Missing):
        stage.call("media.edit", names=[name, "nobody"], alt="x")
    assert stage.call("media.show", name=name)["file"]["alt"] == ""


def test_thumbnails_are_made_where_they_lack(stage: Stage, tmp_path: Path) -> None:
    name = one(stage, tmp_path, make.picture())
    film = add(stage, str(make.video(tmp_path / "v.mp4")))["added"][0]["file"]["name"]
    thumb = stage.engine.desk.paths.media / "thumbs" / name
    os.unlink(thumb)
    made = stage.call("media.thumbs", names=[name, film, "gone.png"])["thumbs"]
    assert made == {name: str(thumb), film: None, "gone.png": None} and thumb.exists()


def test_used_looks_at_rows_with_media_alone(stage: Stage) -> None:
    def plan(db: Any) -> str:
        rows = db.execute(f"EXPLAIN QUERY PLAN {library._PATHS['outbox']}")
        return " ".join(str(row[3]) for row in rows)

    assert "outbox_with_media" in stage.engine.desk.store.read(plan)


def test_files_that_nothing_needs_any_more_go_after_a_month(
    stage: Stage, tmp_path: Path, clock: HandClock
) -> None:
    desk, me = stage.engine.desk, stage.accounts[0]
    kept, removed, sent = (one(stage, tmp_path, make.noise((200, 200 + n))) for n in range(3))
    made = media.prepared(desk, media.attach(desk, removed), JPEGS, "demo").path
    stage.call("post", account=me, text="x", images=[{"path": sent, "alt": "n"}])
    stage.send()
    stage.call("media.remove", names=[removed, sent])
    (desk.paths.media / "notes.txt").write_text("not ours")
    for path in desk.paths.media.iterdir():
        if path.is_file():
            os.utime(path, (0, 0))
    month = 30 * 86_400_000
    gone = media.tidy(desk, before=clock.now() - month)
    assert gone == [made], "what was removed can still be taken back"
    clock.move(31 * 86_400)
    assert media.tidy(desk, before=clock.now() - month) == [removed]
    left = {path.name for path in desk.paths.media.iterdir() if path.is_file()}
    assert {kept, sent, "notes.txt"} <= left and not left & {removed, made}
    again = one(stage, tmp_path, make.noise((200, 201)))
    assert media.prepared(desk, media.attach(desk, again), JPEGS, "demo").path
