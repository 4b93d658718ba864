"""Files come in whole, clean and once, or not at all (CT-04)."""

from __future__ import annotations

import os
import struct
import threading
from pathlib import Path

import pytest

from cmapp.domain.errors import Rejected
from cmapp.system import intake, media, pictures, video
from tests.support import media_files as make


def refused(source: Path | bytes, folder: Path) -> dict[str, object]:
    with pytest.raises(Rejected) as no:
        intake.take_in(source, folder)
    assert no.value.facts["field"] == "media"
    left = [p.name for p in folder.iterdir() if p.name.startswith(".")] if folder.exists() else []
    assert left == []
    return dict(no.value.facts)


@pytest.mark.parametrize("kind", ["mp4", "mov", "webm"])
def test_a_video_tells_length_and_size_and_no_place(tmp_path: Path, kind: str) -> None:
    film = make.video(tmp_path / f"a.{kind}", kind=kind, seconds=1.5, place=True)
    raw = film.read_bytes()
    assert make.MAKER.encode() in raw and (b"13.3777" in raw or b"loci" in raw)
    kept = intake.take_in(film, tmp_path / "media")
    out = (tmp_path / "media" / kept.name).read_bytes()
    assert (kept.width, kept.height, kept.bytes) == (64, 48, len(raw)) and len(out) == len(raw)
    assert kept.seconds is not None and abs(kept.seconds - 1.5) < 0.11
    assert b"13.3777" not in out and b"loci" not in out and make.MAKER.encode() not in out
    assert make.shown(tmp_path / "media" / kept.name) == 15
    again = intake.take_in(tmp_path / "media" / kept.name, tmp_path / "media")
    assert again == kept, "what is clean stays as it is"


def test_a_video_with_its_head_at_the_front_or_in_pieces(tmp_path: Path) -> None:
    front = make.video(tmp_path / "a.mp4", movflags="faststart", place=True)
    assert intake.take_in(front, tmp_path / "m").seconds == pytest.approx(1.0, abs=0.11)
    pieces = make.video(tmp_path / "b.mp4", movflags="frag_keyframe+empty_moov", place=True)
    kept = intake.take_in(pieces, tmp_path / "m")
    assert (kept.width, kept.height) == (64, 48)
    assert make.shown(tmp_path / "m" / kept.name) == 10


def test_a_track_of_positions_goes_with_its_samples(tmp_path: Path) -> None:
    film = make.video(tmp_path / "a.mp4")
    raw = film.read_bytes()
    secret = b"lat 52.5163 lon 13.3777"
    at = len(raw) + 8

    def box(kind: bytes, *parts: bytes) -> bytes:
        body = b"".join(parts)
        return struct.pack(">I", len(body) + 8) + kind + body

    tables = (
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
        box(b"stsz", struct.pack(">III", 0, len(secret), 1)),
        box(b"stco", struct.pack(">III", 0, 1, at)),
    )
    media_box = box(
        b"mdia",
        box(b"mdhd", b"\0" * 24),
        box(b"hdlr", b"\0" * 8 + b"meta" + b"\0" * 13),
        box(b"minf", box(b"stbl", *tables)),
    )
    track = box(b"trak", box(b"tkhd", b"\0" * 84), media_box)
    where = raw.index(b"moov") - 4
    size = struct.unpack(">I", raw[where : where + 4])[0]
    assert where + size == len(raw), "the head is the last box"
    at_mdat = len(raw) + len(track) + 8
    track = track.replace(struct.pack(">I", at), struct.pack(">I", at_mdat))
    grown = raw[:where] + struct.pack(">I", size + len(track)) + raw[where + 4 :] + track
    film.write_bytes(grown + box(b"mdat", secret))
    kept = intake.take_in(film, tmp_path / "m")
    out = (tmp_path / "m" / kept.name).read_bytes()
    assert secret not in out and make.shown(tmp_path / "m" / kept.name) == 10


def test_a_video_that_lies_on_its_side_is_told_as_shown(tmp_path: Path) -> None:
    film = make.video(tmp_path / "a.mp4")
    raw = bytearray(film.read_bytes())
    at = raw.index(b"tkhd") + 4 + 40
    raw[at : at + 36] = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)
    film.write_bytes(raw)
    kept = intake.take_in(film, tmp_path / "m")
    assert (kept.width, kept.height) == (48, 64)


def test_four_gigabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    film = make.video(tmp_path / "a.mp4")
    os.truncate(film, 4 * 1024**3)  # sparse: nobody could read it in the time of a test
    told = refused(film, tmp_path / "m")
    assert (told["reason"], told["size"]) == ("too_large", 4 * 1024**3)
    assert list((tmp_path / "m").iterdir()) == []


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_every_cut_of_a_video_ends_well(tmp_path: Path, kind: str) -> None:
    import io

    whole = make.video(tmp_path / f"a.{kind}", kind=kind, place=True).read_bytes()
    for end in range(0, len(whole), 11):
        try:
            found = video.look(io.BytesIO(whole[:end]), end)
        except video.Broken:
            continue
        assert found.width == 64 and all(p.size >= 0 for p in found.patches)


def test_hostile_heads_end_soon() -> None:
    import io

    loops = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x08free" * 200_000
    with pytest.raises(video.Broken):
        video.look(io.BytesIO(loops), len(loops))
    for tail in (b"\0\0\0\x00moov", b"\0\0\0\x01moov" + b"\xff" * 8, b"\0\0\0\x07moov"):
        data = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + tail
        with pytest.raises(video.Broken):
            video.look(io.BytesIO(data), len(data))


def test_what_cannot_be_taken_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "m"
    bad = {
        "zero.png": (b"", "empty"),
        "words.jpg": (b"hello", "not_a_picture"),
        "cut.jpg": (make.noise((300, 300), "JPEG")[:4000], "damaged"),
        "cut.mp4": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "damaged"),
        "phone.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99, "heic"),
        "drawing.svg": (b"<svg/>", "not_a_picture"),
    }
    for name, (data, reason) in bad.items():
        (tmp_path / name).write_bytes(data)
        assert refused(tmp_path / name, folder)["reason"] == reason, name
    assert refused(tmp_path / "gone.png", folder)["reason"] == "not_found"
    assert refused(tmp_path, folder)["reason"] == "not_found"
    assert refused(Path("/dev/zero"), folder)["reason"] == "not_found"
    os.mkfifo(tmp_path / "pipe.png")
    assert refused(tmp_path / "pipe.png", folder)["reason"] == "not_found"
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    assert refused(tmp_path / "loop.png", folder)["reason"] == "not_found"
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = make.picture("PNG").replace(make.picture("PNG")[16:29], head)
    assert refused(bomb, folder)["reason"] == "too_many_pixels"


def test_a_file_that_may_not_be_read_or_vanishes(tmp_path: Path, monkeypatch) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(make.picture())

    def gone(*_: object) -> int:
        source.unlink()
        raise FileNotFoundError

    monkeypatch.setattr(intake.os, "open", gone)
    assert refused(source, tmp_path / "m")["reason"] == "unreadable"


def test_a_film_that_is_cut_while_it_is_copied_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    film = make.video(tmp_path / "a.mp4")
    with film.open("ab") as more:  # longer than what is read ahead
        more.write(struct.pack(">I4s", 8 << 20, b"free") + bytes((8 << 20) - 8))
    look = video.look

    def shorten(file, size):
        found = look(file, size)
        os.truncate(film, size // 2)
        return found

    monkeypatch.setattr(intake.video, "look", shorten)
    assert refused(film, tmp_path / "m")["reason"] == "unreadable"
    assert list((tmp_path / "m").iterdir()) == []


def test_a_full_disk_is_said_before_and_while_it_is_written(tmp_path: Path, monkeypatch) -> None:
    import errno

    film = make.video(tmp_path / "a.mp4")
    monkeypatch.setattr(intake, "SPARE", 1 << 62)
    assert refused(film, tmp_path / "m")["reason"] == "disk_full"
    monkeypatch.setattr(intake, "SPARE", 0)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(intake.os, "fsync", full)
    assert refused(film, tmp_path / "m")["reason"] == "disk_full"
    assert refused(make.picture(), tmp_path / "m")["reason"] == "disk_full"


def test_the_same_file_twice_at_the_same_time_is_one(tmp_path: Path) -> None:
    film = make.video(tmp_path / "a.mp4", seconds=3)
    data = make.noise((200, 200))
    together, found, wrong = threading.Barrier(6), [], []

    def take(number: int) -> None:
        together.wait()
        try:
            found.append(intake.take_in(film if number % 2 else data, tmp_path / "m").name)
        except Exception as problem:
            wrong.append(problem)

    threads = [threading.Thread(target=take, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == [] and len(set(found)) == 2
    assert {p.name for p in (tmp_path / "m").iterdir()} == {*found, "thumbs"}


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(make.picture())
    (tmp_path / "link.png").symlink_to(tmp_path / "a.png")
    kept = intake.take_in(tmp_path / "link.png", tmp_path / "m")
    assert not (tmp_path / "m" / kept.name).is_symlink()


def test_thumbnails_make_room_and_come_back(tmp_path: Path) -> None:
    names = [intake.take_in(make.picture(seed=n), tmp_path).name for n in range(4)]
    for number, name in enumerate(names):
        os.utime(tmp_path / "thumbs" / name, (number, number))
    assert intake.thumbnail(names[0], tmp_path) is not None  # used: young again
    size = sum(p.stat().st_size for p in (tmp_path / "thumbs").iterdir())
    intake.make_room(tmp_path, most=size // 2)
    left = {p.name for p in (tmp_path / "thumbs").iterdir()}
    assert names[0] in left and names[1] not in left
    assert intake.thumbnail(names[1], tmp_path) == tmp_path / "thumbs" / names[1]
    assert pictures.frames((tmp_path / "thumbs" / names[1]).read_bytes()) == 1


def test_half_files_of_a_killed_process_are_swept(tmp_path: Path) -> None:
    (tmp_path / "thumbs").mkdir()
    for name in (".part-abc", "thumbs/.part-d", "kept.png"):
        (tmp_path / name).write_bytes(b"x")
    intake.sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["kept.png"]


def test_what_is_taken_lies_in_the_folder_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(make.picture())
    (tmp_path / "m").mkdir()
    for name in ("../x.png", str(tmp_path / "x.png"), "", "gone.png"):
        with pytest.raises(Rejected):
            media.path_of(name, tmp_path / "m")
