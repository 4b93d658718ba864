"""A crash is told with a report that holds no message, no secret and no name (P19)."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit

from cmapp.system import crash, log
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.crash import ENGINE, LAST_TIME, NOW, Crash
from cmapp.ui.widgets.button import Button

ROOT = Path(__file__).parents[2]
TOKEN, MESSAGE = "canary0tok3n", "你好，我的订单号是 4711"


def broken(said: str) -> BaseException:
    secret_local = TOKEN
    try:
        try:
            raise KeyError(said, secret_local)
        except KeyError as first:
            raise ValueError(f"{said} {secret_local}") from first
    except ValueError as error:
        return error


def clean(words: str) -> bool:
    home = str(Path.home())
    return not any(w in words for w in (TOKEN, "订单号", "4711", "Kanari", home, str(ROOT)))


def test_a_report_tells_places_and_kinds_but_no_words(tmp_path: Path) -> None:
    undo = log.set_up(tmp_path, "t")
    try:
        our = log.logging.getLogger("cmapp.services.x")
        our.warning("row %s of %s waits", "Kanari", TOKEN)
        log.logging.getLogger("urllib3").warning(f"GET {TOKEN}")
        words = crash.report(broken(f"Bearer {TOKEN} {MESSAGE}"), part="window")
    finally:
        undo()
    assert "ValueError" in words and "KeyError" in words
    assert "tests/gui/test_crash.py:" in words and "broken" in words
    assert "WARNING cmapp.services.x row %s of %s waits" in words
    assert clean(words), words


def test_every_line_of_the_log_stands_in_the_source() -> None:
    """What a report quotes of the log are these words, so nothing may be filled into them."""
    checked = 0
    for path in (ROOT / "cmapp").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(
                        value=ast.Name(id="log" | "_log" | "logger"),
                        attr="debug" | "info" | "warning" | "error" | "exception" | "critical",
                    ),
                    args=[first, *_],
                ):
                    checked += 1
                    assert isinstance(first, ast.Constant), f"{path.name}:{node.lineno}"
    assert checked > 50


def test_paths_lose_where_somebody_put_them() -> None:
    for path, short in (
        ("/home/ana/src/cmapp/cmapp/ui/x.py", "cmapp/ui/x.py"),
        ("/home/ana/.venv/lib/python3.11/site-packages/keyring/core.py", "keyring/core.py"),
        ("C:\\Users\\Ana\\cmapp\\cmapp\\ui\\x.py", "cmapp/ui/x.py"),
        ("/home/ana/plugin.py", "plugin.py"),
        ("<string>", "<string>"),
    ):
        assert log.short(path) == short


def child(folder: Path, last: str) -> subprocess.CompletedProcess[str]:
    """Let a process with a message and a token in its memory end in a certain way."""
    script = f"""
import sys, threading
from pathlib import Path
from cmapp.system import crash, log
folder = Path({str(folder)!r})
log.set_up(folder, "engine"); crash.watch(folder, "engine")
message, token = {MESSAGE!r}, {TOKEN!r}
def deep(held):
    {last}
deep([message, token])
"""
    return subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.parametrize(
    "last",
    [
        "raise ValueError(token + message)",
        "t = threading.Thread(target=lambda: int(message + token)); t.start(); t.join()",
        "import faulthandler; faulthandler._sigsegv()",
        "import os; os.abort()",
    ],
    ids=["bug", "thread", "segfault", "abort"],
)
def test_how_a_process_died_is_kept_without_a_word(tmp_path: Path, last: str) -> None:
    done = child(tmp_path, last)
    if not crash.unseen(tmp_path):  # a fault of machine code: the next start makes the report
        assert -done.returncode in (signal.SIGSEGV, signal.SIGABRT)
        crash.watch(tmp_path, "engine", bugs=False)()
    (path,) = crash.unseen(tmp_path)
    words = path.read_text("utf-8")
    assert "deep" in words or "<lambda>" in words
    assert "engine" in words and clean(words), words
    everything = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert TOKEN.encode() not in everything and "订单号".encode() not in everything
    assert TOKEN not in done.stderr and TOKEN not in done.stdout
    crash.seen(path)
    assert crash.unseen(tmp_path) == []


def test_a_good_end_leaves_nothing(tmp_path: Path) -> None:
    crash.watch(tmp_path, "window")()
    assert list(tmp_path.iterdir()) == []
    assert sys.excepthook is not None


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"crash-100000000000{number}.txt").write_text("old")
    crash.keep(tmp_path, "new")
    assert len(list(tmp_path.iterdir())) == crash.KEPT
    assert crash.unseen(tmp_path)[-1].read_text() == "new"


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    crash.keep(tmp_path / "none", "words")
    crash.watch(tmp_path / "none", "window")()


def test_a_bug_in_a_worker_thread_reaches_the_person(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    bridge = Bridge()
    bridge.run(lambda: int("no number"), lambda _: None)
    qtbot.waitUntil(lambda: told == [ValueError])
    bridge.close()


@pytest.mark.parametrize("when", [NOW, ENGINE, LAST_TIME])
def test_the_dialog_shows_all_of_it_before_it_is_copied_or_saved(
    qtbot: Any, when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = crash.report(broken(f"{TOKEN} {MESSAGE}"), part="window")
    dialog = Crash(words, when=when)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == words
    copy, save, _on = dialog.findChildren(Button)
    copy.click()
    assert QApplication.clipboard().text() == words
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save.click()
    assert target.read_text("utf-8") == words
    assert clean(words)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_each_language_has_every_word(language: str) -> None:
    from PySide6.QtCore import QTranslator

    from cmapp.ui import look

    words = QTranslator()
    assert words.load(str(look.resources() / "i18n" / f"{language}.qm"))
    if language != "en":
        assert words.translate("InboxList", "Inbox").startswith("收件")


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_the_window_says_what_the_doctor_finds(
    qtbot: Any, bridge: Bridge, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmapp.services import findings
    from cmapp.ui.dialogs import check_up

    monkeypatch.setattr(check_up, "_spoken", lambda: language)
    found = {
        "state": "warning",
        "findings": [
            {"code": "disk_room", "severity": "ok", "facts": {"free_bytes": 5_000_000_000}},
            {"code": "keyring_locked", "severity": "warning", "facts": {}},
        ],
    }
    dialog = check_up.CheckUp(lambda: found, bridge)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.copy.isEnabled)
    dialog.copy.click()
    said = QApplication.clipboard().text()
    for words in findings.words()["keyring_locked"][language]:
        assert words in said
    assert "5.0 GB" in said
    assert said.index(findings.words()["keyring_locked"][language][0]) < said.index("5.0 GB")


def test_a_check_up_that_fails_says_so(qtbot: Any, bridge: Bridge) -> None:
    from cmapp.domain.errors import Trouble
    from cmapp.ui.dialogs.check_up import CheckUp

    def examine() -> dict[str, Any]:
        raise Trouble("engine_unreachable")

    dialog = CheckUp(examine, bridge)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "could not" in dialog.words.text())


def test_a_picture_that_comes_when_nobody_waits_any_more_is_no_crash(
    qtbot: Any, bridge: Bridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QWidget
    from shiboken6 import delete

    from cmapp.ui.thumbs import Thumbs

    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    tile, seen = QWidget(), []
    thumbs = Thumbs(bridge, tmp_path)
    thumbs.get("none.png", tile.update)
    thumbs.get("none.png", lambda: seen.append(True))
    delete(tile)
    qtbot.waitUntil(lambda: not bridge.busy())
    assert told == [] and seen == [True]
