"""The doctor tells of a profile that opens, and of one that does not, in three languages."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import pytest
from filelock import FileLock

from cmapp.cli import program
from cmapp.domain.findings import SEVERITIES
from cmapp.services import findings
from cmapp.store import sqlite
from tests.unit.cli.conftest import Answer, Cli, Shop

PACKAGE = Path(__file__).parents[3] / "cmapp"
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    before = keyring.get_keyring()  # the library knows it for as long as the process lives
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


def codes(answer: Answer) -> dict[str, str]:
    return {one["code"]: one["severity"] for one in answer.json["findings"]}


def examined(bare: Cli, profile: Path) -> Answer:
    return bare("--json", "--profile", str(profile), "doctor")


def test_a_sound_profile(shop: Shop) -> None:
    told = shop("doctor")
    assert told.status == 0 and told.json["opened"] is True
    found = codes(told)
    assert found["database_sound"] == "ok" and found["keyring_absent"] == "warning"
    assert told.json["state"] == "warning"
    assert set(found.values()) <= set(SEVERITIES)
    for one in told.json["findings"]:
        assert set(one) == {"code", "severity", "facts", "way_on"}
    words = shop.words("doctor").out
    assert "The database is sound" in words and "There is no keyring here." in words


def test_what_waits_and_what_holds_is_told(shop: Shop) -> None:
    shop("outbox", "pause")
    shop.world.fault("sign_in", 20)
    shop("sync")
    found = {one["code"]: one for one in shop("doctor").json["findings"]}
    assert found["switch_panic"]["way_on"] == "cmapp outbox resume"
    assert found["account_problem"]["facts"]["why"] == "sign_in_needed"
    assert "Sign in again" in shop.words("doctor").out


def test_a_profile_of_a_newer_version(shop: Shop) -> None:
    db = sqlite.connect(str(shop.profile / "cmapp.sqlite3"))
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    told = shop("doctor")
    assert (told.status, told.json["error"]["code"]) == (1, "profile_newer")
    assert codes(told)["profile_newer"] == "trouble" == told.json["state"]
    assert "Use the newer cmapp." in shop.words("doctor").out


@pytest.mark.parametrize("spoken", findings.LANGUAGES)
def test_a_damaged_database_is_told_and_left_alone(
    shop: Shop, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shop.profile / "cmapp.sqlite3"
    junk = b"this was a database once " * 1000
    path.write_bytes(junk)
    told = shop("doctor")
    assert codes(told)["database_damaged"] == "trouble"
    assert told.status == 1 and told.json["integrity"] is None
    monkeypatch.setenv("LC_ALL", f"{spoken}.UTF-8")
    words = shop.words("doctor").out.splitlines()
    assert words[0] == "✗ " + findings.words()["database_damaged"][spoken][0]
    assert path.read_bytes() == junk


def test_a_profile_that_somebody_else_holds(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "WAIT_FOR_BUSY", 0.1)
    lock = FileLock(str(shop.profile / "engine.lock"))
    with lock:
        told = shop("doctor")
    assert codes(told)["engine_busy"] == "warning"
    assert told.json["integrity"] == "ok", "it can still be read"


def test_a_slip_of_the_pen_makes_no_profile(bare: Cli, tmp_path: Path) -> None:
    told = examined(bare, tmp_path / "profil")
    assert codes(told)["no_profile"] == "note"
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder(bare: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    told = examined(bare, tmp_path / "file" / "below")
    assert told.status == 1 and "no_profile" in codes(told)


def test_another_programs_database(bare: Cli, tmp_path: Path) -> None:
    db = sqlite.connect(str(tmp_path / "cmapp.sqlite3"))
    db.execute("CREATE TABLE recipes (name)")
    db.commit()
    db.close()
    assert codes(examined(bare, tmp_path))["not_a_profile"] == "trouble"


def mounted(place: Path, *options: str) -> None:
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("mounting needs root")
    made = subprocess.run(
        ["mount", *options, str(place)], check=False, capture_output=True, text=True
    )
    if made.returncode:
        pytest.skip(f"nothing can be mounted here: {made.stderr.strip()}")


def test_a_disk_that_is_read_only(bare: Cli, tmp_path: Path) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    mounted(place, "-t", "tmpfs", "-o", "size=16m", "tmpfs")
    try:
        Shop(place / "profile", bare)
        mounted(place, "-o", "remount,ro")
        told = examined(bare, place / "profile")
        found = codes(told)
        assert told.status == 0 and found["disk_read_only"] == "trouble"
        assert "look_failed" not in found
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_disk_that_is_full(bare: Cli, tmp_path: Path) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    mounted(place, "-t", "tmpfs", "-o", "size=6m", "tmpfs")
    try:
        Shop(place / "profile", bare)
        with (place / "ballast").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                pass
        assert codes(examined(bare, place / "profile"))["disk_full"] == "trouble"
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_database_that_somebody_cut_a_table_out_of(shop: Shop) -> None:
    db = sqlite.connect(str(shop.profile / "cmapp.sqlite3"))
    db.execute("DROP TABLE outbox")
    db.commit()
    db.close()
    told = shop("doctor")
    assert told.status == 1 and told.json["state"] == "trouble"
    assert "Traceback" not in told.err


def test_a_look_that_fails_hides_no_other(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_desk: Any) -> Any:
        raise RuntimeError("canary-text")

    from cmapp.services import doctor

    monkeypatch.setattr(doctor, "FINDINGS", (broken, *doctor.FINDINGS))
    told = shop("doctor")
    assert codes(told)["look_failed"] == "warning" and "database_sound" in codes(told)
    assert "canary" not in told.out


# --- words ------------------------------------------------------------------------------------


@cache
def every_code() -> set[str]:
    """The first argument of each `Finding(…)` in the source, and what tables of codes hold."""
    from cmapp.services import looks

    found = set(looks._KEYRINGS.values()) | {"switch_panic", "switch_flight"}
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text("utf-8")
        if "import Finding" not in source or "domain.findings" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Call(
                    func=ast.Name(id="Finding"), args=[ast.Constant(value=str(code)), *_]
                ):
                    found.add(code)
    return found


def test_every_finding_has_words_in_three_languages() -> None:
    assert "disk_not_encrypted" in every_code()
    assert every_code() - set(findings.words()) == set()
    for code, spoken in findings.words().items():
        assert set(spoken) == set(findings.LANGUAGES), code
        facts = [sorted(re.findall(r"\{\w+\}", " ".join(lines))) for lines in spoken.values()]
        assert facts[0] == facts[1] == facts[2], code
        for language, lines in spoken.items():
            assert len(lines) == 3 and lines[0], code
            assert language == "en" or code.endswith("_problem") or HAN.search(lines[0]), code


def test_every_refusal_to_open_has_its_own_words() -> None:
    opening = (PACKAGE / "store" / "opening.py").read_text("utf-8")
    migrations = (PACKAGE / "store" / "migrations.py").read_text("utf-8")
    raised = set(re.findall(r'StoreTrouble\(\s*"(\w+)"', opening + migrations))
    assert {"database_damaged", "profile_newer"} <= raised
    known = {*findings.words(), *findings.problems("en")}
    assert raised - known == set()


@pytest.mark.parametrize("spoken", findings.LANGUAGES)
def test_the_page_of_troubles_gives_words_for_errors(spoken: str) -> None:
    says, way_on = findings.problems(spoken)["token_refused"]
    assert says and way_on and "`" not in says and "](" not in way_on
    assert set(findings.problems(spoken)) == set(findings.problems("en"))


def test_the_language_is_the_wish_or_the_environments() -> None:
    assert findings.language("zh_TW", {"LANG": "en_GB.UTF-8"}) == "zh_TW"
    for spoken, found in (
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh_HK", "zh_TW"),
        ("zh_Hant_TW", "zh_TW"),
        ("de_DE.UTF-8", "en"),
        ("", "en"),
    ):
        assert findings.language("system", {"LANG": spoken}) == found
    assert findings.language("system", {"LC_ALL": "zh_TW", "LANG": "en"}) == "zh_TW"


def test_facts_hold_no_way_to_move_the_cursor() -> None:
    says, _, _ = findings.told("account_problem", {"handle": "\x1b[31mx\n", "why": "flaky"}, "en")
    assert says.isprintable()
    assert json.dumps(findings.told("unknown_code", {}, "en"))
