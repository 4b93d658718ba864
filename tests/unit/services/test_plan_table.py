"""Tables of plans: out, edited elsewhere, in again - exactly the edits, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cmapp.domain import table_file
from cmapp.domain.errors import Missing, Rejected
from cmapp.store import drafts
from tests.support.clock import HandClock
from tests.support.stage import COLLEAGUE, US, Stage

ZONE = "Europe/Berlin"
Edit = Callable[[list[dict[str, str]]], None]


def whole(stage: Stage) -> dict[str, Any]:
    """Everything that drafts and the outbox hold, but for when it was touched."""

    def look(db: Any) -> dict[str, Any]:
        made = {}
        for table, key in (("drafts", "id"), ("draft_variants", "draft_id, account_id, segment")):
            rows = [dict(r) for r in db.execute(f"SELECT * FROM {table} ORDER BY {key}")]
            made[table] = rows
        made["outbox"] = [
            (
                r["draft_id"],
                r["account_id"],
                r["state"],
                r["planned_at"],
                {**json.loads(r["action"]), "made_at": 0},
            )
            for r in db.execute(
                "SELECT * FROM outbox WHERE state <> 'cancelled'"
                " ORDER BY draft_id, account_id, part"
            )
        ]
        return made

    return stage.engine.desk.store.read(look)


@pytest.fixture
def full(stage: Stage, clock: HandClock) -> Stage:
    """Ten posts of all kinds: planned and queued, ideas, regional wordings, odd words."""
    one, other = stage.accounts
    stage.call("campaigns.save", name="Spring 春")
    stage.call("pillars.save", name="tips")
    number = stage.call("campaigns.list")["campaigns"][0]["id"]
    texts = [
        "=cmd|'/C calc'!A0", "两行\r\n文字，含“引号”和\"quotes\"; 分号", "1e5", "'=already quoted",
        "  spaces around  ", "@ana hello 😀", "-1", "a,b;c\td|e", "x" * 300, "last\n",
    ]  # fmt: skip
    for n, text in enumerate(texts):
        made = stage.call(
            "drafts.save", text=text, title=f"No. {n}" if n % 2 else "",
            pillar="tips" if n % 3 else "", campaign=number if n % 4 == 0 else None,
            brief={"goal": "trust", "story": {"truth": "x"}},
            options={"lang": "en", "split": True} if n == 8 else {"visibility": "public"},
            stage="idea" if n == 9 else "draft",
            variants=[
                {"account": one, "text": None},
                {"account": other, "text": f"北 {n}", "segment": "north"},
                {"account": other, "text": None, "segment": "south"},
            ][: 3 if n == 3 else 1],
        )["drafts"][0]["id"]  # fmt: skip
        clock.move(1)
        if n < 7:
            stage.call("plan.set", draft=made, at=f"2026-12-{n + 1:02}T09:{n:02}", zone=ZONE)
    return stage


def exported(stage: Stage, path: Path) -> Path:
    assert stage.call("calendar.export", file=str(path))["rows"] == 10
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def write(
    path: Path, rows: list[dict[str, str]], *, header: list[str] | None = None, **how: Any
) -> None:
    out = io.StringIO(newline="")
    encoding = how.pop("encoding", "utf-8")
    names = header or list(rows[0])
    made = csv.DictWriter(out, names, extrasaction="ignore", **{"lineterminator": "\n", **how})
    made.writeheader()
    made.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))


def test_out_and_in_again_changes_nothing(full: Stage, tmp_path: Path) -> None:
    before = whole(full)
    for name in ("plans.csv", "plans.xlsx"):
        path = exported(full, tmp_path / name)
        answer = full.call("calendar.import", file=str(path))
        assert (answer["same"], answer["problems"], answer["undo"]) == (10, [], None)
        assert whole(full) == before


def as_a_country(day: Callable[[str, str, str], str], clock: Callable[[int, int], str]) -> Edit:
    def edit(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if row["date"]:
                row["date"] = day(*row["date"].lstrip("'").split("-"))
                hour, minute = row["time"].lstrip("'").split(":")
                row["time"] = clock(int(hour), int(minute))

    return edit


MANGLES: dict[str, tuple[Edit, dict[str, Any]]] = {
    "everything in quotes, CRLF": (
        lambda rows: None, {"quoting": csv.QUOTE_ALL, "lineterminator": "\r\n"},
    ),
    "semicolons": (lambda rows: None, {"delimiter": ";"}),
    "tabs, UTF-16": (lambda rows: None, {"delimiter": "\t", "encoding": "utf-16"}),
    "GB18030": (lambda rows: None, {"encoding": "gb18030"}),
    "German dates": (
        as_a_country(lambda y, m, d: f"{d}.{m}.{y}", lambda h, m: f"{h:02}:{m:02}:00"), {},
    ),
    "American dates": (
        as_a_country(
            lambda y, m, d: f"{int(m)}/{int(d)}/{y}", lambda h, m: f"{h}:{m:02} AM"
        ), {},
    ),
    "American short dates": (
        as_a_country(lambda y, m, d: f"{m}/{d}/{y[2:]}", lambda h, m: f"{h:02}:{m:02}:00 AM"), {},
    ),
    "British dates": (
        as_a_country(lambda y, m, d: f"{d}/{m}/{y}", lambda h, m: f"{h}:{m:02}"), {},
    ),
    "Chinese dates": (
        as_a_country(
            lambda y, m, d: f"{y}年{int(m)}月{int(d)}日", lambda h, m: f"上午{h}:{m:02}"
        ), {},
    ),
    "serial numbers": (
        as_a_country(
            lambda y, m, d: str(46357 + int(d) - 1), lambda h, m: str((h * 60 + m) / 1440)
        ), {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MANGLES)
def test_what_a_spreadsheet_does_to_a_table_is_no_edit(
    full: Stage, tmp_path: Path, name: str
) -> None:
    edit, how = MANGLES[name]
    path = exported(full, tmp_path / "plans.csv")
    rows = rows_of(path)
    edit(rows)
    # columns in another order, one of somebody's own, two taken out, one row gone
    header = ["own notes", *reversed([n for n in rows[0] if n not in ("state", "goal")])]
    write(path, [{**r, "own notes": "call Mei"} for r in rows[1:]], header=header, **how)
    before = whole(full)
    answer = full.call("calendar.import", file=str(path))
    assert [p for p in answer["problems"] if p["severity"] == "stop"] == []
    assert (answer["same"], answer["changed"], answer["new"], answer["deleted"]) == (9, 0, 0, 0)
    assert whole(full) == before


def test_exactly_the_edits_and_nothing_else(full: Stage, tmp_path: Path) -> None:
    path = exported(full, tmp_path / "plans.csv")
    rows = rows_of(path)
    before = whole(full)
    rows[1]["text"] += "\n又一行"
    rows[2]["date"] = "2026-12-24"
    rows[3]["goal"], rows[5]["pillar"] = "sales", ""
    (own,) = [n for n in rows[4] if n.startswith("text@")]
    rows[4]["accounts"] += f", demo:{COLLEAGUE}"
    rows[4].pop(own)
    del rows[8]
    rows.append({"text": "brand new", "date": "2026-12-30", "time": "18:00", "zone": ZONE,
                 "accounts": f"demo:{US}", "stage": "draft"})  # fmt: skip
    write(path, rows, header=list(rows[0]))
    dry = full.call("calendar.import", file=str(path), dry_run=True)
    assert whole(full) == before and not dry["applied"]
    answer = full.call("calendar.import", file=str(path))
    assert [(p["verb"], sorted(p["columns"])) for p in answer["plan"] if p["verb"] != "same"] == [
        ("change", ["text"]), ("change", ["date"]), ("change", ["goal"]), ("change", ["accounts"]),
        ("change", ["pillar"]),
        ("new", ["accounts", "date", "stage", "text", "time", "zone"]),
    ]  # fmt: skip
    assert (answer["changed"], answer["new"], answer["same"], answer["deleted"]) == (5, 1, 4, 0)
    after = whole(full)
    touched = {"text", "saved_at", "versions", "revision", "writer"}
    diff: dict[int, set[str]] = {}
    old = {d["id"]: d for d in before["drafts"]}
    for row in after["drafts"]:
        if row["id"] in old:
            diff[row["id"]] = {n for n in row if row[n] != old[row["id"]][n]}
    ids = [int(r["id"][1:]) for r in rows if r.get("id")]
    meant = [diff[i] - (touched - {"text"}) for i in ids]
    assert meant == [
        set(),
        {"text"},
        {"wall", "planned_at"},
        {"brief"},
        set(),
        {"pillar"},
        *[set()] * 3,
    ]
    assert len(after["drafts"]) == 11  # the row that was taken out deleted nothing
    kept = full.engine.desk.store.read(lambda db: drafts.by_id(db, ids[1]))
    assert kept is not None and kept.text.endswith("又一行")
    third = full.engine.desk.store.read(lambda db: drafts.by_id(db, ids[3]))
    assert third is not None and third.brief == {"goal": "sales", "story": {"truth": "x"}}
    states = {d["id"]: d["state"] for d in after["drafts"]}
    assert states[ids[2]] == "queued"  # it was, and is again, for its new day
    assert {r[3] for r in after["outbox"] if r[0] == ids[2]} == {
        d["planned_at"] for d in after["drafts"] if d["id"] == ids[2]
    }
    full.call("undo")
    back = whole(full)
    assert back["draft_variants"] == before["draft_variants"] and back["outbox"] == before["outbox"]
    assert back["drafts"] == before["drafts"]


def test_in_a_spreadsheet_too(full: Stage, tmp_path: Path) -> None:
    path = exported(full, tmp_path / "plans.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    names = [c.value for c in sheet[1]]
    from datetime import datetime, time

    sheet.cell(2, names.index("date") + 1).value = datetime.fromisoformat("2026-12-20T00:00")
    sheet.cell(2, names.index("time") + 1).value = time(18, 30)
    sheet.cell(3, names.index("title") + 1).value = 2027
    sheet.cell(4, names.index("text") + 1).value = "=1+1"
    book.save(path)
    with pytest.raises(Rejected, match="table_refused") as no:
        full.call("calendar.import", file=str(path))
    assert [(p["row"], p["column"], p["code"]) for p in no.value.facts["problems"]] == [
        (4, "text", "formula")
    ]
    answer = full.call("calendar.import", file=str(path), partial=True)
    assert [(p["row"], p["verb"], p["columns"]) for p in answer["plan"] if p["verb"] != "same"] == [
        (2, "change", ["date", "time"]), (3, "change", ["title"]), (4, "bad", []),
    ]  # fmt: skip
    (entry,) = full.call("calendar.list", first="2026-12-20", zone=ZONE)["entries"]
    assert (entry["time"], entry["state"]) == ("18:30", "queued")


def test_what_changed_meanwhile_is_told_and_not_overwritten(full: Stage, tmp_path: Path) -> None:
    path = exported(full, tmp_path / "plans.csv")
    rows = rows_of(path)
    mine, theirs, both = (r["id"][1:] for r in rows[7:10])
    full.call("drafts.save", id=theirs, text="changed here")
    full.call("drafts.save", id=both, text="changed here")
    rows[7]["text"] = "changed there"
    rows[9]["text"] = "changed there"
    write(path, rows)
    dry = full.call("calendar.import", file=str(path), dry_run=True)
    assert [(p["row"], p["code"]) for p in dry["problems"]] == [(11, "changed_meanwhile")]
    with pytest.raises(Rejected, match="table_refused"):
        full.call("calendar.import", file=str(path))
    full.call("calendar.import", file=str(path), partial=True)
    texts = {d["id"]: d["text"] for d in full.call("drafts.list")["drafts"]}
    assert texts[mine] == "changed there"
    assert texts[theirs] == texts[both] == "changed here"


def test_a_column_says_what_to_delete(full: Stage, tmp_path: Path) -> None:
    path = exported(full, tmp_path / "plans.csv")
    rows = rows_of(path)
    before = whole(full)
    rows[0]["delete"] = "x"
    write(path, rows)
    assert full.call("calendar.import", file=str(path))["deleted"] == 1
    assert rows[0]["id"][1:] not in {d["id"] for d in full.call("drafts.list")["drafts"]}
    full.call("undo")
    assert whole(full)["drafts"] == before["drafts"]


BAD = """id,date,time,zone,text,accounts,pillar,campaign,media,stage,visibility
,2026-02-30,09:00,,a,,,,,
,2026-12-01,25:00,,a,,,,,
,2027-03-28,02:30,Europe/Berlin,a,,,,,
,2026-12-01,09:00,Mars/Base,a,,,,,
,2026-12-01,,,a,,,,,
,,09:00,,a,,,,,
,2025-12-01,09:00,UTC,a,,,,,
,03/04/2027,09:00,,a,,,,,
,,,,a,demo:nobody,,,,
,,,,a,,no pillar,,,
,,,,a,,,no campaign,,
,,,,a,,,,missing.png,
,,,,a,,,,,someday
,,,,LONG,demo:mossfield,,,,
,,,,,,,,,draft
d7,,,,a,,,,,
seven,,,,a,,,,,
d9,,,,a,,,,,
d9,,,,a,,,,,
,,,,a,demo:mossfield,,,,,everyone
,2026-12-01,09:00,UTC,,demo:mossfield,,,,,
"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16", "utf-8-sig"])
def test_every_problem_is_listed_and_nothing_is_changed(
    stage: Stage, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "bad.csv"
    lines = BAD.replace("LONG", "a" * 60_000).splitlines()
    ends = ["\n", "\r\n", "\r"]
    path.write_bytes(
        "".join(line + ends[n % 3] for n, line in enumerate(lines)).encode(encoding, "ignore")
    )
    before = whole(stage)
    found = stage.call("calendar.import", file=str(path), dry_run=True)
    assert [(p["row"], p["column"], p["code"]) for p in found["problems"]] == [
        (2, "date", "bad_date"), (3, "time", "bad_time_of_day"), (4, "date", "no_such_time"),
        (5, "zone", "unknown_zone"), (6, "time", "time_missing"), (7, "date", "date_missing"),
        (8, "date", "time_is_past"), (9, "date", "ambiguous_date"),
        (10, "accounts", "unknown_account"), (11, "pillar", "unknown_pillar"),
        (12, "campaign", "unknown_campaign"), (13, "media", "media_missing"),
        (14, "stage", "unknown_stage"), (15, "text", "too_long"), (16, "text", "empty"),
        (17, "id", "unknown_draft"), (18, "id", "bad_id"), (19, "id", "unknown_draft"),
        (20, "id", "duplicate_id"), (21, "visibility", "not_offered"), (22, "text", "empty"),
    ]  # fmt: skip
    with pytest.raises(Rejected, match="table_refused") as no:
        stage.call("calendar.import", file=str(path))
    assert no.value.facts["size"] == 21
    assert whole(stage) == before and not list(stage.paths.media.glob("*"))


def test_a_killed_import_is_all_or_nothing(full: Stage, tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "new.csv"
    write(path, [{"text": f"new {n}"} for n in range(20)])
    before, real, calls = whole(full), drafts.change, []

    def dies(*args: Any, **more: Any) -> None:
        calls.append(1)
        if len(calls) == 30:
            raise KeyboardInterrupt
        real(*args, **more)

    monkeypatch.setattr(drafts, "change", dies)
    with pytest.raises(KeyboardInterrupt):
        full.call("calendar.import", file=str(path))
    monkeypatch.setattr(drafts, "change", real)
    assert len(calls) == 30 and whole(full) == before


def png() -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0\1\2\3")) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_pictures_beside_the_table_come_along(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "shop.png").write_bytes(png())
    path = tmp_path / "new.csv"
    write(path, [{"text": "see", "media": "shop.png", "alt": "Our shop", "accounts": US}])
    dry = stage.call("calendar.import", file=str(path), dry_run=True)
    assert (dry["new"], dry["problems"]) == (1, []) and not list(stage.paths.media.glob("*.png"))
    stage.call("calendar.import", file=str(path))
    (draft,) = stage.call("drafts.list")["drafts"]
    assert draft["media"][0]["alt"] == "Our shop" and draft["media"][0]["mime"] == "image/png"
    out = tmp_path / "out.csv"
    stage.call("calendar.export", file=str(out))
    rows = rows_of(out)
    rows[0]["alt"] = "The shop | at night"
    write(out, rows)
    found = stage.call("calendar.import", file=str(out), dry_run=True)
    assert [p["code"] for p in found["problems"]] == ["alt_count"]
    rows[0]["alt"] = "The shop at night"
    write(out, rows)
    stage.call("calendar.import", file=str(out))
    assert stage.call("drafts.list")["drafts"][0]["media"][0]["alt"] == "The shop at night"


def test_no_picture_from_elsewhere_comes_along(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever wrote the table must not choose which of our files are published, or asked for."""
    (tmp_path / "mine.png").write_bytes(png())
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "shop.png").write_bytes(png())
    (folder / "led.png").symlink_to(tmp_path / "mine.png")
    monkeypatch.setenv("HOME", str(tmp_path))
    path = folder / "new.csv"
    for name in (
        str(tmp_path / "mine.png"), "../mine.png", "~/mine.png", "led.png", "a/../../mine.png",
        r"\\host\share\mine.png", "//host/share/mine.png", r"..\mine.png", "C:mine.png", "x" * 400,
    ):  # fmt: skip
        write(path, [{"text": "see", "media": name, "alt": "Mine", "accounts": US}])
        dry = stage.call("calendar.import", file=str(path), dry_run=True)
        assert [p["code"] for p in dry["problems"]] == ["media_missing"], name
    write(path, [{"text": "see", "media": "./shop.png", "alt": "Our shop", "accounts": US}])
    assert stage.call("calendar.import", file=str(path), dry_run=True)["problems"] == []


def test_chinese_headers_and_names_without_platform(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    row = {
        "日期": "2026年12月1日", "时间": "下午3:00", "时区": "Asia/Shanghai", "正文": "新品预告",
        "账号": f"@{US}；{COLLEAGUE}",
    }  # fmt: skip
    write(path, [row], encoding="gb18030")
    answer = stage.call("calendar.import", file=str(path))
    assert (answer["encoding"], answer["new"], answer["queued"]) == ("gb18030", 1, 2)
    (entry,) = stage.call("calendar.list", first="2026-12-01", zone="Asia/Shanghai")["entries"]
    assert (entry["time"], entry["accounts"]) == ("15:00", stage.accounts)


def test_planned_but_not_queued_where_that_is_wished(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    write(
        path, [{"text": "x", "date": "2026-12-01", "time": "9:00", "zone": "UTC", "accounts": US}]
    )
    stage.call("calendar.import", file=str(path), queue=False)
    (entry,) = stage.call("calendar.list", first="2026-12-01", zone="UTC")["entries"]
    assert entry["state"] == "planned"


@pytest.mark.parametrize(
    ("name", "code"), [("none.csv", "not_found"), ("a.csv", "bad_table"), ("a.pdf", "bad_table")]
)
def test_files_that_cannot_be_are_refused(
    stage: Stage, tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "a.csv").write_bytes(b"foo,bar\n1,2\n")
    with pytest.raises(Rejected, match=code):
        stage.call(
            "calendar.export" if name == "a.pdf" else "calendar.import", file=str(tmp_path / name)
        )
    with pytest.raises(Rejected, match="file_unwritable"):
        stage.call("calendar.export", file=str(tmp_path / "no folder" / "x.csv"))
    with pytest.raises(Missing, match="unknown_campaign"):
        stage.call("calendar.export", campaign="none")
    assert table_file.read(stage.call("calendar.export")["csv"].encode()).rows == []


def test_plans_go_out_as_a_calendar_whose_events_stay_the_same(full: Stage, tmp_path: Path) -> None:
    import icalendar

    def events() -> dict[str, Any]:
        text = full.call(
            "calendar.ics", first="2026-12-01", last="2026-12-31", zone=ZONE, alarm=10
        )["ics"]
        return {str(e["UID"]): e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")}

    before = events()
    assert len(before) == 7
    one = next(e for e in before.values() if str(e["SUMMARY"]) == "No. 1")
    assert one["DTSTART"].dt.isoformat() == "2026-12-02T08:01:00+00:00"
    assert one["STATUS"] == "CONFIRMED" and len(one.walk("VALARM")) == 1
    draft = str(one["UID"]).partition("@")[0].removeprefix("plan-")
    full.call("plan.move", draft=draft, day="2026-12-20")
    full.call("drafts.save", id=draft, text="other words")
    after = events()
    assert after.keys() == before.keys()
    assert after[str(one["UID"])]["DTSTART"].dt.day == 20
    assert after[str(one["UID"])]["SEQUENCE"] > one["SEQUENCE"]
    path = tmp_path / "plans.ics"
    full.call("calendar.ics", file=str(path))
    found = full.call("hours.holidays.import", name="plans", text=path.read_text(), follow=False)
    assert found["calendar"]["id"] == "ics:plans"


def test_the_source_of_a_repost_goes_out_and_comes_in(stage: Stage, tmp_path: Path) -> None:
    """CT-02: whoever has the table sees where it is from."""
    link = "https://example.com/原文"
    brief = {"origin": "repost", "source": link, "credit": "林"}
    made = stage.call("drafts.save", text="转发", account=stage.accounts[0], brief=brief)
    path = tmp_path / "out.csv"
    stage.call("calendar.export", file=str(path))
    (row,) = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    assert (row["origin"], row["source"], row["credit"]) == ("repost", link, "林")
    row["source"] = link + "?2"
    write(path, [row])
    stage.call("calendar.import", file=str(path))
    (draft,) = stage.call("drafts.show", id=made["drafts"][0]["id"])["drafts"]
    assert draft["brief"] == {**brief, "source": link + "?2"}
