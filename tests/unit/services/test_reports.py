"""A report is the same bytes from the same rows wherever it is made; else it says where not."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from cmapp.domain import report as model
from cmapp.domain.canonical import canonical, fingerprint
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import weekly
from cmapp.services.commands import report_schedules
from cmapp.services.reports import files, paper, verifying
from tests.support import media_files
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, Stage

DAY = 86_400_000
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> & "quoted" \'single\''
FORMULA = '=HYPERLINK("http://evil.example","Is it vegan?")'


def made(stage: Stage, folder: Path, template: str = "weekly", **args: Any) -> dict[str, Any]:
    return stage.call(
        "report.make", template=template, folder=str(folder),
        **{"zone": "Asia/Shanghai", "language": "en", **args},
    )  # fmt: skip


def today(stage: Stage) -> dict[str, Any]:
    now = stage.engine.desk.now()
    return {"since": now // DAY * DAY - 6 * DAY, "until": now // DAY * DAY + DAY}


@pytest.fixture
def full(stage: Stage, clock: HandClock) -> Stage:
    """A desk with a past of some days."""
    for n in range(6):
        who = (ANA, CHEN)[n % 2]
        item = stage.asked(f"Is number {n} vegan? 请问第{n}款是素的吗？", who=who)
        clock.move(7200)
        if n % 2:
            stage.reply(item, f"Number {n} is.")
            stage.send()
    clock.move(86_400)
    return stage


def test_canonical_json_is_that_of_rfc_8785_with_whole_numbers_without_a_point() -> None:
    value = {"b": [1.0, 0.1 + 0.2, -0.0, 1e21, 1e-7], "a": 'é\u0007"\n中', "\U0001f600": None}
    value["\ufb33"] = True  # a surrogate pair sorts before it by UTF-16 code units
    assert canonical(value).decode() == (
        '{"a":"é\\u0007\\"\\n中","b":[1,0.3,0,1e21,1e-7],"\U0001f600":null,"\ufb33":true}'
    )
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2.0, "a": 1})
    for wrong in (float("nan"), float("inf"), {1: 2}, object()):
        with pytest.raises(ValueError):
            canonical(wrong)


@pytest.mark.parametrize("form", model.FORMATS)
@pytest.mark.parametrize("language", model.LANGUAGES)
def test_the_same_question_gives_the_same_bytes(
    full: Stage, tmp_path: Path, form: str, language: str, clock: HandClock
) -> None:
    at = full.engine.desk.now()
    one = made(full, tmp_path, format=form, language=language, as_of=at, **today(full))
    clock.move(3 * 86_400)
    again = {"since": at // DAY * DAY - 6 * DAY, "until": at // DAY * DAY + DAY}
    other = made(full, tmp_path, format=form, language=language, as_of=at, **again)
    assert one["file"] != other["file"]
    assert Path(one["file"]).read_bytes() == Path(other["file"]).read_bytes()
    found = full.call("report.verify", file=one["file"])
    assert (found["verdict"], found["page"], found["differences"]) == ("same", "same", [])
    assert found["hash"] == one["hash"] == other["hash"]


def test_what_happens_later_changes_nothing_but_a_changed_row_does(
    full: Stage, tmp_path: Path, clock: HandClock
) -> None:
    ones = [made(full, tmp_path, t, **today(full))
            for t in ("response", "monthly", "campaign", "meeting")]  # fmt: skip
    one = ones[0]
    waiting = next(i["id"] for i in full.call("inbox.list")["items"] if i["needs_reply"])
    clock.move(3600)
    full.reply(waiting, "It is, too.")
    full.send()
    full.asked("Another one, after the report")
    for each in ones:
        found = full.call("report.verify", file=each["file"])
        assert found["verdict"] == "same", (each["title"], found["differences"])

    full.engine.desk.store.write(
        lambda tx: tx.db.execute(
            "UPDATE posts SET text = 'something else' WHERE id = (SELECT post_id FROM interactions"
            " WHERE id = ?)", (int(waiting),),
        )
    )  # fmt: skip
    found = full.call("report.verify", file=one["file"])
    assert found["verdict"] == "differs" and found["now"] != found["hash"]
    assert any("interactions" in d["where"] for d in found["differences"])


def test_a_number_that_differs_is_named(full: Stage, tmp_path: Path) -> None:
    one = made(full, tmp_path, **today(full))
    full.engine.desk.store.write(
        lambda tx: tx.db.execute(
            "UPDATE interactions SET signals = '[\"complaint\"]' WHERE needs_reply = 1"
        )
    )
    found = full.call("report.verify", file=one["file"])
    told = [d for d in found["differences"] if d["title"] == "volume"]
    assert found["verdict"] == "differs"
    assert any("negative" in d["where"] and d["was"] == 0 and d["now"] > 0 for d in told), told


def test_a_page_that_was_edited_is_told_from_one_that_holds(full: Stage, tmp_path: Path) -> None:
    path = Path(made(full, tmp_path, **today(full))["file"])
    path.write_text(path.read_text("utf-8").replace("Weekly report</h1>", "Great report</h1>"))
    assert full.call("report.verify", file=str(path))["verdict"] == "edited"


def test_a_spreadsheet_or_paper_that_lost_a_byte_is_damaged(full: Stage, tmp_path: Path) -> None:
    for form in ("xlsx", "pdf"):
        path = Path(made(full, tmp_path, format=form, **today(full))["file"])
        data = path.read_bytes()
        path.write_bytes(data[:-1])
        if form == "xlsx":  # in the middle of each of its sheets
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                sheets = [i for i in packed.infolist() if "sheets/" in i.filename]
            for one in sheets:
                at = one.header_offset + 30 + len(one.filename) + one.compress_size // 2
                path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
                with pytest.raises(Rejected, match="report_damaged"):
                    full.call("report.verify", file=str(path))
            continue
        with pytest.raises(Rejected, match="report_damaged"):
            full.call("report.verify", file=str(path))


def test_files_that_cannot_be_compared_are_told_apart(full: Stage, tmp_path: Path) -> None:
    def no(data: bytes) -> str:
        path = tmp_path / "given"
        path.write_bytes(data)
        with pytest.raises(Rejected) as caught:
            full.call("report.verify", file=str(path))
        return caught.value.why

    assert no(b"%PDF-1.7\n%%EOF") == no(b"PK\x03\x04 no zip") == "no_report"
    whole = Path(made(full, tmp_path, **today(full))["file"]).read_bytes()
    table = Path(made(full, tmp_path, format="csv", **today(full))["file"]).read_bytes()
    assert no(b"") == no(b"hello") == no(b"<!doctype html><p>hi</p>") == "no_report"
    assert no(whole[: whole.index(b"</pre>") - 40]) == "report_damaged"
    assert no(table[:-900]) == "report_damaged"
    assert no(re.sub(rb'"title":"[^"]*"', b'"title":"Another"', whole)) == "report_damaged"
    document = files.read(whole)[1]
    for newer in ({"schema": model.SCHEMA + 1}, {"app": "99.0"}):
        forged = {**document, **newer}
        forged["hash"] = model.hash_of(forged)
        page = whole.split(b"<pre id=")[0] + b'<pre id="cmapp-report">' + (
            json.dumps(forged).replace("&", "&amp;").replace("<", "&lt;").encode() + b"</pre>"
        )  # fmt: skip
        assert no(page) == "report_newer"
    with pytest.raises(Rejected) as caught:
        full.call("report.verify", file=str(tmp_path / "nothing"))
    assert caught.value.why == "not_found"


def test_what_others_wrote_runs_nowhere(stage: Stage, tmp_path: Path, clock: HandClock) -> None:
    stage.asked(HOSTILE)
    stage.asked(FORMULA, who=CHEN)
    clock.move(86_400)
    given = {"title": HOSTILE, **today(stage)}
    page = Path(made(stage, tmp_path, "response", **given)["file"]).read_text("utf-8")
    assert "<script" not in page and "<img src=x" not in page and 'onerror="' not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href|url)\s*[=(]\s*["\']?https?:', page)
    table = Path(made(stage, tmp_path, "response", format="csv", **given)["file"])
    cells = [c for row in csv.reader(table.read_text("utf-8-sig").splitlines()) for c in row]
    assert any(FORMULA in c for c in cells)
    assert not [c for c in cells if c[:1] in ("=", "+", "@", "\t", "\r")]


def test_templates_of_ones_own_are_kept_changed_and_taken_back(full: Stage, tmp_path: Path) -> None:
    blocks = [{"kind": "text", "text": "Dear team\n各位好", "title": "Hello"}, {"kind": "tasks"}]
    kept = full.call("report.template_save", name="Ours", blocks=blocks, title="Ours")
    number = kept["template"]["id"]
    assert "Dear team" in Path(made(full, tmp_path, "Ours", **today(full))["file"]).read_text(
        "utf-8"
    )
    changed = full.call("report.template_save", id=number, name="Ours 2", blocks=blocks[:1])
    full.call(changed["undo"]["command"], **changed["undo"]["args"])
    names = [t["name"] for t in full.call("report.templates")["templates"] if t["own"]]
    assert names == ["Ours"]
    gone = full.call("report.template_delete", id=number)
    with pytest.raises(Missing):
        made(full, tmp_path, number)
    full.call(gone["undo"]["command"], **gone["undo"]["args"])
    assert made(full, tmp_path, number, **today(full))["title"] == "Ours"
    for wrong in ({"kind": "?"}, {"kind": "text", "colour": "red"}, {"kind": "chart", "name": "x"}):
        with pytest.raises((Rejected, Missing)):
            full.call("report.template_save", name="x", blocks=[wrong])


def test_a_report_again_in_another_process_zone_locale_and_folder(
    full: Stage, tmp_path: Path
) -> None:
    ones = [
        made(full, tmp_path, "meeting", format=form, language="zh_CN", **today(full))
        for form in model.FORMATS
    ]
    full.close()
    copy = tmp_path / "another machine"
    shutil.copytree(full.paths.root, copy)
    (copy / "engine.lock").unlink(missing_ok=True)
    root = str(Path(__file__).parents[3])
    places = [("America/Anchorage", "1", "C"), ("Asia/Kathmandu", "2", "C.UTF-8")]
    for n, one in enumerate(ones):
        zone, seed, locale = places[n % 2]
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale,
               "PYTHONPATH": root}  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "cmapp", "report", "verify", one["file"], "--json",
             "--offline", "--profile", str(copy)],
            env=env, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=400,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        found = json.loads(done.stdout)
        assert (found["verdict"], found["page"], found["now"]) == ("same", "same", one["hash"])
    # one changed row, seen from the command line
    change = (
        "UPDATE interactions SET kind = 'mention' WHERE id = (SELECT max(id) FROM interactions)"
    )
    subprocess.run(
        [sys.executable, "-c", "import sqlite3,sys; d=sqlite3.connect(sys.argv[1]);"
         f"d.execute({change!r}); d.commit()", str(copy / "cmapp.sqlite3")],
        check=True,
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "cmapp", "report", "verify", ones[0]["file"], "--offline",
         "--profile", str(copy)],
        env={**os.environ, "PYTHONPATH": root}, cwd=tmp_path, capture_output=True, text=True,
        check=False, timeout=400,
    )  # fmt: skip
    assert done.returncode == 6, done.stdout + done.stderr
    assert "differs" in done.stdout and "was" in done.stdout
    full.open()


def test_a_logo_of_the_library_stands_in_the_file_and_is_needed_to_compare_the_page(
    full: Stage, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(media_files.picture())
    (tmp_path / "film.mp4").write_bytes(b"no film")
    added = full.call("media.add", files=[{"path": str(tmp_path / "logo.png")}])["added"]
    logo = added[0]["file"]["name"]
    for form in ("html", "pdf"):
        one = made(full, tmp_path, format=form, logo=logo, **today(full))
        data = Path(one["file"]).read_bytes()
        assert (b"data:image/png;base64," in data) == (form == "html")
        found = full.call("report.verify", file=one["file"])
        assert (found["verdict"], found["page"]) == ("same", "same")
    with pytest.raises(Missing):
        made(full, tmp_path, logo="nothing.png", **today(full))
    page = full.call("report.preview", template="weekly", logo=logo, language="zh_CN", pages=1)
    assert base64.b64decode(page["pages"][0]).startswith(b"\x89PNG")


needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not there: packaging/setup.sh"
)


def read_pdf(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


@needs_poppler
def test_a_pdf_speaks_chinese_carries_its_hash_and_its_pages_are_drawn(
    full: Stage, tmp_path: Path
) -> None:
    full.asked("退款什么时候到？繁體也要看得懂嗎？")
    one = made(full, tmp_path, "meeting", format="pdf", language="zh_TW", title="週會 <b>&#",
               since=today(full)["since"], until=full.engine.desk.now())  # fmt: skip
    text = read_pdf(Path(one["file"]))
    assert "週會 <b>&#" in text and one["hash"] in text and "收到的互動" in text
    fonts = subprocess.run(["pdffonts", one["file"]], capture_output=True, text=True, check=True)
    embedded = [line.split() for line in fonts.stdout.splitlines()[2:]]
    assert any("CJK" in line[0] for line in embedded)
    assert all("yes" in line[-5:-2] for line in embedded), fonts.stdout
    subprocess.run(["pdftoppm", "-r", "40", "-png", one["file"], tmp_path / "page"], check=True)
    pages = sorted(tmp_path.glob("page*.png"))
    assert pages and pages[0].stat().st_size > 3_000
    found = full.call("report.verify", file=one["file"])
    assert (found["verdict"], found["format"]) == ("same", "pdf")


def test_a_pdf_is_made_whatever_signs_stand_in_a_text(
    full: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture with a control sign is no XML to the typesetter; turned signs have felled it."""
    drawn = paper.svg.draw

    def draw(*args: Any, **kwargs: Any) -> str:
        return drawn(*args, **kwargs).replace("<text ", "<text>\x0b\ufffe</text><text ", 1)

    monkeypatch.setattr(paper.svg, "draw", draw)
    title = "there" + "\u2067" * 60 + "\u202a" * 70
    one = made(full, tmp_path, "weekly", format="pdf", title=title, **today(full))
    assert "there" in read_pdf(Path(one["file"]))


def test_without_a_chinese_font_no_pdf_is_made_of_boxes(
    full: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "families", lambda: frozenset({"Inter", "DejaVu Sans"}))
    with pytest.raises(Rejected) as no:
        made(full, tmp_path, format="pdf", language="zh_CN", **today(full))
    assert no.value.why == "no_chinese_font"
    assert list(tmp_path.glob("*.pdf")) == []
    assert made(full, tmp_path, "blank", format="pdf", **today(full))["file"].endswith(".pdf")


def test_a_spreadsheet_holds_numbers_no_formulas_and_knows_when_it_was_edited(
    full: Stage, tmp_path: Path, clock: HandClock
) -> None:
    full.asked(FORMULA)
    clock.move(3600)
    path = Path(made(full, tmp_path, "response", format="xlsx", title=FORMULA,
                     since=today(full)["since"], until=full.engine.desk.now())["file"])  # fmt: skip
    book = openpyxl.load_workbook(path)
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [c for c in cells if c.data_type == "f"]
    assert any(c.value == FORMULA for c in cells)
    assert any(isinstance(c.value, (int, float)) for c in cells)
    assert full.call("report.verify", file=str(path))["page"] == "same"
    book.save(path)  # as another program would save it
    assert full.call("report.verify", file=str(path))["verdict"] == "same"
    next(c for c in cells if isinstance(c.value, (int, float))).value = 999
    book.save(path)
    assert full.call("report.verify", file=str(path))["verdict"] == "edited"


@pytest.mark.parametrize("form", ["xlsx", "csv", "html"])
def test_signs_that_xml_cannot_have_cost_no_report(full: Stage, tmp_path: Path, form: str) -> None:
    """U+FFFE in a title: the document within holds it, and the file is what was made."""
    one = made(full, tmp_path, format=form, title="a\ufffe\uffffb", **today(full))
    found = full.call("report.verify", file=one["file"])
    assert (found["verdict"], found["hash"]) == ("same", one["hash"])


# by themselves


def schedule(stage: Stage, place: Path, **args: Any) -> dict[str, Any]:
    place.mkdir(exist_ok=True)
    return stage.call(
        "report.schedule_save",
        **{"template": "weekly", "folder": str(place), "zone": "Asia/Shanghai",
           "language": "en", **args},
    )["schedule"]  # fmt: skip


def keep_up(stage: Stage) -> int:
    return report_schedules.keep_up(stage.engine.desk)


def test_a_report_is_made_at_its_time_once_and_as_of_it(
    full: Stage, tmp_path: Path, clock: HandClock
) -> None:
    one = schedule(full, tmp_path / "out")
    due = datetime.fromisoformat(one["next_at"])
    assert due.astimezone(ZoneInfo("Asia/Shanghai")).strftime("%a %H:%M") == "Mon 09:00"
    assert keep_up(full) == 0
    clock.move(due.timestamp() - full.engine.desk.now() / 1000 + 5)
    assert keep_up(full) == 0  # the accounts were not read since
    full.call("sync")
    clock.move(301)
    assert [keep_up(full), keep_up(full)] == [1, 0]
    (made_one,) = full.call("report.list")["reports"]
    assert (made_one["as_of"], made_one["schedule"]) == (one["next_at"], one["id"])
    assert full.call("report.verify", file=made_one["file"])["verdict"] == "same"
    following = full.call("report.schedules")["schedules"][0]["next_at"]
    assert datetime.fromisoformat(following) - due == timedelta(days=7)


def test_what_was_missed_is_made_at_the_next_start(
    full: Stage, tmp_path: Path, clock: HandClock
) -> None:
    schedule(full, tmp_path / "out", format="csv")
    clock.move(17 * 86_400)
    full.restart()
    keep_up(full)  # waits for the accounts a while
    clock.move(301)
    assert keep_up(full) in (2, 3)
    full.restart()
    assert keep_up(full) == 0
    moments = [r["as_of"] for r in full.call("report.list")["reports"]]
    assert len(set(moments)) == len(moments) == len(list((tmp_path / "out").iterdir()))


def test_a_folder_that_is_gone_is_a_problem_and_nothing_is_lost(
    full: Stage, tmp_path: Path, clock: HandClock
) -> None:
    out = tmp_path / "out"
    one = schedule(full, out, every="monthly", day=1, at="08:30")
    out.rmdir()
    clock.move(40 * 86_400)
    keep_up(full)
    clock.move(301)
    assert keep_up(full) == 0
    codes = [p["code"] for p in full.call("status")["problems"]]
    assert "report_not_made" in codes
    assert full.call("report.schedules")["schedules"][0]["trouble"] == "file_unwritable"
    out.mkdir()
    assert keep_up(full) == 0  # not at every beat
    clock.move(601)
    assert keep_up(full) >= 1
    assert "report_not_made" not in [p["code"] for p in full.call("status")["problems"]]
    gone = full.call("report.schedule_delete", id=one["id"])
    assert full.call("report.schedules")["schedules"] == []
    full.call(gone["undo"]["command"], **gone["undo"]["args"])
    assert full.call("report.schedules")["schedules"][0]["id"] == one["id"]


def test_a_disk_that_is_full_leaves_no_half_file(
    full: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full_disk)
    with pytest.raises(Rejected) as no:
        made(full, tmp_path / ".", **today(full))
    assert (no.value.why, no.value.facts["why"]) == ("file_unwritable", "No space left on device")
    assert [p.name for p in tmp_path.iterdir() if "cmapp" in p.name] == []


@pytest.mark.parametrize(
    "wrong",
    [{"at": "25:00"}, {"at": "noon"}, {"day": 7}, {"every": "daily"}, {"format": "doc"},
     {"language": "fr"}, {"every": "monthly", "day": 31}, {"folder": "here"}],
)  # fmt: skip
def test_a_schedule_that_cannot_be_is_refused(
    full: Stage, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Rejected):
        schedule(full, tmp_path, **wrong)


# handing on


def test_a_conversation_is_handed_on_with_and_without_names(stage: Stage, tmp_path: Path) -> None:
    item = stage.asked(f"@mossfield is it vegan? cc @{CHEN} {HOSTILE}")
    stage.reply(item, f"It is, @{ANA}.")
    stage.send()
    stage.call("sync")
    args = {"item": item, "folder": str(tmp_path), "language": "en"}
    shown = Path(stage.call("report.share", **args)["file"]).read_text("utf-8")
    assert ANA in shown and "It is, @" in shown and "<script" not in shown
    one = stage.call("report.share", hide_names=True, **args)
    hidden = Path(one["file"]).read_text("utf-8")
    assert "Person 1" in hidden and "@mossfield" in hidden
    for name in (ANA, CHEN, "Ana", "Lopes"):
        assert name not in hidden, name
    assert "href" not in hidden
    assert stage.call("report.verify", file=one["file"])["verdict"] == "same"
    with pytest.raises(Missing):
        stage.call("report.share", item="1", folder=str(tmp_path))


# feedback


def test_feedback_is_gathered_alike_from_all_and_from_a_sample(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in (ANA, CHEN, "luis"):
        stage.asked("退款什么时候到？ my refund please", who=who)
    store, now = stage.engine.desk.store, stage.engine.desk.now()

    def gathered() -> dict[str, Any]:
        return store.read(lambda db: weekly.gathered(db, now - DAY, now + DAY, as_of=now))

    whole = gathered()
    terms = {t["term"]: t["people"] for t in whole["themes"]}
    assert terms["refund"] == 3 and any("退款" in t for t in terms)
    assert (whole["people"], whole["one_of"]) == (3, 1)
    monkeypatch.setattr(weekly, "MOST_READ", 2)
    sampled = gathered()
    assert (sampled["people"], sampled["one_of"]) == (3, 2)
    monkeypatch.undo()
    for language, word in (("en", "Themes"), ("zh_CN", "话题"), ("zh_TW", "話題")):
        page = stage.call("report.week", language=language, week=_week(now))["markdown"]
        assert f"## {word}" in page
        assert page == stage.call("report.week", language=language, week=_week(now))["markdown"]


def _week(now: int) -> str:
    year, week, _ = datetime.fromtimestamp(now / 1000, UTC).isocalendar()
    return f"{year}-W{week:02}"


# little or nothing to tell of


@pytest.mark.parametrize("accounts", [0, 1])
@pytest.mark.parametrize("form", model.FORMATS)
def test_a_period_without_data_or_accounts_is_told_as_that(
    make_stage: Any, tmp_path: Path, form: str, accounts: int
) -> None:
    bare = make_stage(accounts=accounts)
    for template in bare.call("report.templates")["templates"]:
        one = made(bare, tmp_path, template["id"], format=form)
        found = bare.call("report.verify", file=one["file"])
        assert (found["verdict"], found["page"]) == ("same", "same"), template["id"]
    for wrong in (
        {"since": "2030-01-01"}, {"since": "2025-02-01", "until": "2025-01-01"},
        {"as_of": bare.engine.desk.now() + DAY}, {"language": "fr"}, {"format": "doc"},
        {"zone": "Mars/Olympus"},
    ):  # fmt: skip
        with pytest.raises(Rejected):
            made(bare, tmp_path, **wrong)


def test_two_zones_begin_their_weeks_at_other_moments(full: Stage, tmp_path: Path) -> None:
    one, other = (made(full, tmp_path, zone=z) for z in ("Asia/Shanghai", "America/New_York"))
    assert one["since"] != other["since"] and one["hash"] != other["hash"]
    for each in (one, other):
        assert full.call("report.verify", file=each["file"])["verdict"] == "same"


def test_what_differs_is_told_without_what_the_file_only_has_fewer_digits_of() -> None:
    def document(low: float, value: float) -> dict[str, Any]:
        return {"data": {"sections": [{"name": "response", "figures": [
            {"metric": "answered_share", "low": low, "value": value}]}]}}  # fmt: skip

    (told,) = verifying.differences(
        document(0.838874841947, 0.9), document(0.8388748419471806, 0.8)
    )
    assert (told["where"], told["was"], told["now"]) == (
        "figures › answered_share › value",
        0.9,
        0.8,
    )
