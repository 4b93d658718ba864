"""A report is the same bytes from the same rows wherever it is made; else it says where not."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain import report as model
from cmapp.domain.canonical import canonical, fingerprint
from cmapp.domain.errors import Missing, Rejected
from cmapp.services.reports import files
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


@pytest.mark.parametrize("form", ["html", "csv"])
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
    one = made(full, tmp_path, "response", **today(full))
    waiting = next(i["id"] for i in full.call("inbox.list")["items"] if i["needs_reply"])
    clock.move(3600)
    full.reply(waiting, "It is, too.")
    full.send()
    full.asked("Another one, after the report")
    found = full.call("report.verify", file=one["file"])
    assert found["verdict"] == "same", found["differences"]

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
    told = [d for d in found["differences"] if d["section"] == 1]
    assert found["verdict"] == "differs"
    assert any("negative" in d["where"] and d["was"] == 0 and d["now"] > 0 for d in told), told


def test_a_page_that_was_edited_is_told_from_one_that_holds(full: Stage, tmp_path: Path) -> None:
    path = Path(made(full, tmp_path, **today(full))["file"])
    path.write_text(path.read_text("utf-8").replace("Weekly report</h1>", "Great report</h1>"))
    assert full.call("report.verify", file=str(path))["verdict"] == "edited"


def test_files_that_cannot_be_compared_are_told_apart(full: Stage, tmp_path: Path) -> None:
    def no(data: bytes) -> str:
        path = tmp_path / "given"
        path.write_bytes(data)
        with pytest.raises(Rejected) as caught:
            full.call("report.verify", file=str(path))
        return caught.value.why

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
    one = made(full, tmp_path, "meeting", language="zh_CN", **today(full))
    full.close()
    copy = tmp_path / "another machine"
    shutil.copytree(full.paths.root, copy)
    (copy / "engine.lock").unlink(missing_ok=True)
    root = str(Path(__file__).parents[3])
    for zone, seed, locale in (("America/Anchorage", "1", "C"), ("Asia/Kathmandu", "2", "C.UTF-8")):
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale,
               "PYTHONPATH": root}  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "cmapp", "report", "verify", one["file"], "--json",
             "--offline", "--profile", str(copy)],
            env=env, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        found = json.loads(done.stdout)
        assert (found["verdict"], found["page"], found["now"]) == ("same", "same", one["hash"])
    full.open()
