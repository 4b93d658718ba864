from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cmapp.ui.journal import Entry, Journal
from cmapp.ui.views import Written


def entry(number: int, text: str, at: int = 1, **more: object) -> Entry:
    return Entry(number, 5, Written(text, "acct0001"), at, **more)  # type: ignore[arg-type]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "drafts.journal")


def test_the_newest_line_of_each_draft_comes_back(journal: Journal) -> None:
    journal.append(entry(1, "h"))
    journal.append(entry(1, "hello 你好 🙌\n\"'\\", 2))
    journal.append(Entry(2, None, Written("b", "", (("/a b.png", "alt"),)), 3))
    found = journal.replay()
    assert [e.written.text for e in found] == ["hello 你好 🙌\n\"'\\", "b"]
    assert found[1].written.media == (("/a b.png", "alt"),)


def test_what_is_over_does_not_come_back(journal: Journal) -> None:
    journal.append(entry(1, "sent"))
    journal.append(entry(1, "", 2, over=True))
    journal.append(entry(2, ""))
    assert journal.replay() == []


def test_no_file_is_no_draft(journal: Journal) -> None:
    assert journal.replay() == []
    journal.clear()


def test_any_cut_costs_the_last_line_at_most(journal: Journal, tmp_path: Path) -> None:
    journal.append(entry(1, "first"))
    journal.append(entry(2, "second"))
    whole = (tmp_path / "drafts.journal").read_bytes()
    border = whole.index(b"\n", 1) + 1
    for cut in range(border, len(whole)):
        (tmp_path / "drafts.journal").write_bytes(whole[:cut])
        texts = [e.written.text for e in journal.replay()]
        assert texts[:1] == ["first"], cut
        journal.append(entry(3, "after the crash"))
        assert [e.written.text for e in journal.replay()][-1] == "after the crash", cut


def test_a_damaged_byte_costs_one_line(journal: Journal, tmp_path: Path) -> None:
    for number in range(5):
        journal.append(entry(number, f"text {number}"))
    raw = bytearray((tmp_path / "drafts.journal").read_bytes())
    lost = 0
    for place in range(0, len(raw), 7):
        broken = bytearray(raw)
        broken[place] ^= 0x20
        (tmp_path / "drafts.journal").write_bytes(broken)
        lost = max(lost, 5 - len(journal.replay()))
    assert lost <= 2, "a flipped line break may take two lines, nothing takes more"


WRITER = """
import sys
from pathlib import Path
from typing import Any
from cmapp.ui.journal import Entry, Journal
from cmapp.ui.views import Written
journal = Journal(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    journal.append(Entry(1, None, Written(f"text {number}", ""), number))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def test_what_was_called_saved_survives_kill_9(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for run in range(3):
        path = tmp_path / f"j{run}"
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=root, text=True
        )
        assert process.stdout is not None
        for _ in range(20 + run * 13):
            said = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
        process.stdout.close()
        acked = int(rest[-1]) if rest else int(said)
        kept = Journal(path).replay()[0]
        assert int(kept.written.text.split()[1]) >= acked


def test_a_large_journal_is_written_anew_with_all_that_counts(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmapp.ui.journal.LARGE", 3000)
    for number in range(100):
        journal.append(entry(number % 3, f"text {number}", number), wait=number % 10 == 0)
        assert number < 3 or len(journal.replay()) == 3
    journal.append(entry(1, "", 101, over=True))
    assert [e.written.text for e in journal.replay()] == ["text 99", "text 98"]
    assert (tmp_path / "drafts.journal").stat().st_size < 6000


def test_each_letter_is_in_the_journal_before_any_pause(qtbot: Any, tmp_path: Path) -> None:
    """Whoever kills the window in the middle of a word loses nothing of it."""
    from cmapp.ui.bridge import Bridge
    from cmapp.ui.drafting import Drafting
    from cmapp.ui.window import Window
    from tests.gui.desk_fixture import FixtureDesk

    desk, bridge = FixtureDesk(), Bridge()
    journal = Journal(tmp_path / "drafts.journal")
    window: Any = Window(desk, bridge, Drafting(desk, bridge, journal))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.pane("inbox").talk.thread_ is not None)
    editor = window.pane("inbox").talk.composer.editor
    for letter in "half a wor":
        qtbot.keyClicks(editor, letter)
        assert journal.replay()[-1].written.text == editor.toPlainText()
    window.go("write")
    window.pane("write").begin()
    qtbot.keyClicks(window.pane("write").composer.editor, "ne")
    assert [e.written.text for e in journal.replay()] == ["half a wor", "ne"]
    bridge.close()
