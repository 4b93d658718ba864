"""A locked window shows nothing of the profile: to eyes, to readers of the screen, outside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from cmapp.domain.errors import Rejected
from cmapp.system import clock, screen_lock
from cmapp.ui import locking
from cmapp.ui.dialogs.lock import LockSetUp
from cmapp.ui.tray import Tray
from cmapp.ui.widgets.lock_page import LockPage
from cmapp.ui.window import Window

SECRET = "offene Sesam 芝麻"
NOW = 1_800_000_000_000


# --- the passphrase -----------------------------------------------------------------------------


def test_the_passphrase_opens_and_is_not_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "lock.json"
    screen_lock.put(path, SECRET)
    assert screen_lock.opens(path, SECRET, NOW)
    assert not screen_lock.opens(path, SECRET[:-1], NOW)
    assert not screen_lock.opens(path, "", NOW)
    assert SECRET not in path.read_text() and "Sesam" not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    other = tmp_path / "other.json"
    screen_lock.put(other, SECRET)
    assert json.loads(other.read_text())["hash"] != json.loads(path.read_text())["hash"]


def test_letters_count_as_they_look(tmp_path: Path) -> None:
    path = tmp_path / "lock.json"
    screen_lock.put(path, "cafe\u0301s")
    assert screen_lock.opens(path, "caf\u00e9s", NOW)


@pytest.mark.parametrize("given", ["", "abc", "x" * 1001])
def test_what_is_no_passphrase_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(Rejected):
        screen_lock.put(tmp_path / "lock.json", given)
    assert not (tmp_path / "lock.json").exists()


def test_wrong_ones_make_one_wait_longer_and_longer(tmp_path: Path) -> None:
    path, now, waits = tmp_path / "lock.json", NOW, []
    screen_lock.put(path, SECRET)
    for _ in range(8):
        assert not screen_lock.opens(path, "wrong", now)
        lock = screen_lock.load(path)
        assert lock is not None
        waits.append(screen_lock.wait(lock, now))
        if waits[-1]:
            assert not screen_lock.opens(path, SECRET, now), "not even the right one meanwhile"
        now += waits[-1]
    assert waits == [0, 0, 0, 0, 2000, 4000, 8000, 16000]
    # set back by years, the clock keeps nobody out for years
    assert screen_lock.opens(path, SECRET, now - 10**11)
    lock = screen_lock.load(path)
    assert lock is not None and (lock.wrong, lock.again_at) == (0, 0)


@pytest.mark.parametrize("junk", [b"", b"{}", b"[1]", b"\xff", b'{"salt": "a", "hash": ""}'])
def test_a_damaged_file_is_a_lock_that_the_command_line_takes_off(
    tmp_path: Path, junk: bytes
) -> None:
    path = tmp_path / "lock.json"
    path.write_bytes(junk)
    assert screen_lock.load(path) is not None
    assert not screen_lock.opens(path, "", NOW)
    assert screen_lock.off(path) and screen_lock.load(path) is None
    assert screen_lock.opens(path, "", NOW)


# --- the window ---------------------------------------------------------------------------------


@pytest.fixture
def locked_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(screen_lock, "_COST", {"n": 2, "r": 8, "p": 1})  # a hundredth of a second
    path = tmp_path / "screen-lock.json"
    screen_lock.put(path, SECRET, minutes=10)
    return path


@pytest.fixture
def shop_window(open_window: Any, desk: Any) -> Window:
    return open_window(desk)  # type: ignore[no-any-return]


@pytest.fixture
def window(shop_window: Window, locked_path: Path) -> Window:
    shop_window.locking.path = locked_path
    return shop_window


def read_aloud(widget: QWidget) -> str:
    """Return every name, text and description that a reader of the screen finds."""
    found: list[str] = []

    def walk(node: Any, depth: int = 0) -> None:
        if node is None or depth > 60:
            return
        for part in (
            QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description,
        ):  # fmt: skip
            found.append(node.text(part))
        for index in range(node.childCount()):
            walk(node.child(index), depth + 1)

    walk(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(found)


def page(window: Window) -> LockPage:
    found = window.findChildren(LockPage)
    assert len(found) == 1
    return found[0]


def unlock(qtbot: Any, window: Window, words: str = SECRET) -> None:
    page(window).field.setText(words)
    QTest.keyClick(page(window).field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.bridge.busy())


def picture(window: Window) -> QImage:
    return window.grab().toImage()


def test_locked_nothing_of_it_is_seen_or_read(qtbot: Any, window: Window) -> None:
    before = read_aloud(window)
    assert "waiting" in before and "Bluesky" in before, "there is something to hide"
    assert window.locking.lock()
    after = read_aloud(window)
    assert "waiting" not in after and "Bluesky" not in after and "Passphrase" in after, after
    assert window.windowTitle() == "cmapp"
    for action in window.actions_.by_id.values():
        assert not action.isEnabled() or action.objectName() == "action.quit"
    unlock(qtbot, window)
    assert not window.locking.locked
    assert "waiting" in read_aloud(window) and "Bluesky" in read_aloud(window)
    assert all(a.isEnabled() for a in window.actions_.by_id.values())
    assert window.findChildren(LockPage) == []


def test_two_profiles_look_alike_while_locked(qtbot: Any, window: Window) -> None:
    window.locking.lock()
    page(window).field.clearFocus()  # its cursor blinks
    qtbot.waitUntil(lambda: page(window).button.mapTo(window, QPoint()).y() > 300)
    one = picture(window)
    window._stands(window.here)
    window.tell("Ana Lopes wrote again")
    window.look_around()
    qtbot.waitUntil(lambda: not window.bridge.busy())
    assert picture(window) == one


def test_a_wrong_passphrase_opens_nothing(qtbot: Any, window: Window) -> None:
    window.locking.lock()
    unlock(qtbot, window, "wrong")
    assert window.locking.locked
    assert "not the passphrase" in page(window).said.text()
    for _ in range(4):
        unlock(qtbot, window, "wrong")
    assert not page(window).button.isEnabled(), "now there is a pause"
    assert page(window).field.echoMode() == QLineEdit.EchoMode.Password


def test_keys_reach_nothing_but_the_field(qtbot: Any, window: Window) -> None:
    window.locking.lock()
    for key in ("G,O", "Ctrl+K", "F1", "Escape", "Ctrl+,"):
        QTest.keySequence(window, key)
    assert QApplication.activeModalWidget() is None
    assert window.locking.locked and window.shown() == "inbox"


def test_a_dialog_that_is_open_is_emptied_and_comes_back(qtbot: Any, window: Window) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle("Ana Lopes")
    field = QLineEdit("what I was writing", dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    window.locking.lock()
    assert dialog.isVisible() and not field.isVisible() and dialog.windowTitle() == "cmapp"
    assert "writing" not in read_aloud(dialog).replace("", "") or not field.isVisible()
    over = QApplication.activeModalWidget()
    assert over is not None and over.findChild(LockPage) is not None
    over.close()
    QTest.keyClick(over, Qt.Key.Key_Escape)
    assert window.locking.locked and over.isVisible()
    field_of = over.findChild(LockPage).field
    field_of.setText(SECRET)
    QTest.keyClick(field_of, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.locking.locked)
    assert field.isVisible() and field.text() == "what I was writing"
    assert dialog.windowTitle() == "Ana Lopes"
    dialog.close()


def test_what_comes_up_while_it_is_locked_is_empty(qtbot: Any, window: Window) -> None:
    window.locking.lock()
    late = QDialog(window)
    told = QLabel("Ana Lopes", late)
    QVBoxLayout(late).addWidget(told)
    late.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not late)
    assert not told.isVisible()
    window.locking._open()
    assert told.isVisible()
    late.close()


def test_no_notification_while_locked(qtbot: Any, window: Window) -> None:
    tray = Tray(window)
    said: list[str] = []
    window.tell = lambda words, *_, **__: said.append(words)  # type: ignore[method-assign]
    tray._say("3 more wait", False)
    window.locking.lock()
    tray._say("4 more wait", False)
    assert said in (["3 more wait"], [])  # a desktop with a tray has its own place for it


def test_it_locks_after_minutes_without_a_hand(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = [1000.0]
    monkeypatch.setattr(clock, "monotonic", lambda: hand[0])
    window.locking.watch()
    hand[0] += 9 * 60
    touch = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    window.locking.eventFilter(window, touch)
    hand[0] += 9 * 60
    window.locking._by_itself()
    assert not window.locking.locked
    hand[0] += 61
    window.locking._by_itself()
    assert window.locking.locked


@pytest.mark.parametrize("wished", [True, False])
def test_it_locks_with_the_system_where_that_is_wished(
    window: Window, locked_path: Path, wished: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen_lock.change(locked_path, with_screen=wished, minutes=0)
    window.locking.system_locks(False)
    assert not window.locking.locked
    window.locking.system_locks(True)
    assert window.locking.locked is wished
    window.locking._open()
    awake = clock.elapsed()
    monkeypatch.setattr(clock, "elapsed", lambda: awake + 3600)  # the laptop slept
    window.locking._by_itself()
    assert window.locking.locked is wished


def test_taken_off_on_the_command_line_it_opens(window: Window, locked_path: Path) -> None:
    window.locking.lock()
    screen_lock.off(locked_path)
    window.locking._by_itself()
    assert not window.locking.locked


def test_a_profile_with_a_lock_opens_locked(shop_window: Window, locked_path: Path) -> None:
    shop_window.locking.set_up(locked_path)
    assert shop_window.locking.locked
    assert locking._LOOK_MS <= 30_000


def test_without_a_passphrase_nothing_locks(shop_window: Window, tmp_path: Path) -> None:
    shop_window.locking.set_up(tmp_path / "none.json")
    assert not shop_window.locking.lock() and not shop_window.locking.locked


def test_it_is_set_and_taken_off_in_the_window(qtbot: Any, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    dialog = LockSetUp(path, window.bridge, window)
    dialog.first.setText(SECRET)
    dialog.second.setText(SECRET + "x")
    dialog.keep.click()
    assert dialog.said.text() and not path.exists()
    dialog.second.setText(SECRET)
    dialog.keep.click()
    qtbot.waitUntil(path.exists)
    assert screen_lock.opens(path, SECRET, NOW)
    short = LockSetUp(tmp_path / "short.json", window.bridge, window)
    short.first.setText("abc")
    short.second.setText("abc")
    short.keep.click()
    qtbot.waitUntil(lambda: "4 to 1,000" in short.said.text())
    gone = LockSetUp(path, window.bridge, window)
    gone._off()
    qtbot.waitUntil(lambda: not path.exists())


HEARS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QMainWindow
from cmapp.system import screen_lock
from cmapp.ui.locking import Locking

app = QApplication([])
path = Path(sys.argv[1])
screen_lock.put(path, "a passphrase", minutes=0, with_screen=True)
window = QMainWindow()
locking = Locking(window, path)
locking.lock = lambda: app.exit(7)
locking.watch()
word = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", sys.argv[2], "ActiveChanged")
word.setArguments([True])
QDBusConnection.sessionBus().send(word)
QTimer.singleShot(60_000, lambda: app.exit(1))
sys.exit(app.exec())
"""


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None, reason="a session bus needs dbus-run-session"
)
@pytest.mark.parametrize("who", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_it_hears_the_desktop_lock_its_screen(tmp_path: Path, who: str) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", HEARS, str(tmp_path / "lock.json"), who],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        timeout=240,
    )
    assert done.returncode == 7, done.stderr.decode()
