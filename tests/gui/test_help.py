"""The help in the window: F1 opens the page of what one looks at; no link is followed blindly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator, QUrl
from PySide6.QtGui import QColor, QImage, QKeySequence
from PySide6.QtWidgets import QApplication

from cmapp.system import paths
from cmapp.ui import look
from cmapp.ui.actions import deeds
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs import help as help_
from cmapp.ui.dialogs.help import OF_PANE, Help
from cmapp.ui.drafting import Drafting
from cmapp.ui.panes import PANES
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk

pytestmark = pytest.mark.gui


@pytest.fixture
def helped(qtbot: Any) -> Help:
    made = Help()
    qtbot.addWidget(made)
    made.show_page("start")
    made.show()
    return made


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    words = QTranslator()
    assert words.load(str(paths.resources() / "i18n" / "zh_TW.qm"))
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


def shown(made: Help) -> list[str]:
    rows = [made.list.item(row) for row in range(made.list.count())]
    return [
        str(row.data(help_._NAME)) for row in rows if row.data(help_._NAME) and not row.isHidden()
    ]


def press(made: Help, url: str) -> None:
    made.page.anchorClicked.emit(QUrl(url))


def test_every_page_is_listed_once_and_in_order() -> None:
    there = {path.stem for path in (paths.resources() / "help" / "en").glob("*.md")}
    assert set(help_.pages()) == there
    assert len(help_.pages()) == len(there)
    assert help_.pages()[: len(help_.ORDER)] == list(help_.ORDER)


def test_every_pane_has_its_page() -> None:
    assert {pane.id for pane in PANES} - {"engine"} <= set(OF_PANE)
    assert set(OF_PANE.values()) <= set(help_.pages())


# the platform without a screen says both of any window
@pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise", extend=True)
def test_f1_opens_the_page_of_the_pane(qtbot: Any) -> None:
    desk, bridge = FixtureDesk(), Bridge()
    window = Window(desk, bridge, Drafting(desk, bridge, None))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert window.actions_.by_id["help"].shortcut() == QKeySequence("F1")
    for pane, page in (("outbox", "outbox"), ("accounts", "accounts"), ("inbox", "inbox")):
        window.go(pane)
        window.actions_.by_id["help"].trigger()
        assert window.opening.help.isVisible() and window.opening.help.name() == page
        assert not window.opening.help.isModal(), "one can read it and work"
    qtbot.waitUntil(lambda: not bridge.busy())
    bridge.close()


@pytest.mark.parametrize("name", help_.pages())
def test_a_page_is_shown_as_it_is_written(helped: Help, name: str) -> None:
    helped.show_page(name)
    told = helped.page.toPlainText()
    for sign in ("**", "`", "](", "\n# ", "\n- "):
        assert sign not in told, sign
    title = help_.read("en", name).partition("\n")[0].removeprefix("# ")
    assert told.startswith(title)


def test_links_lead_to_pages_to_the_browser_or_nowhere(qtbot: Any, helped: Help) -> None:
    opened: list[str] = []
    helped.opened.connect(opened.append)
    press(helped, "outbox.md")
    assert helped.name() == "outbox"
    press(helped, "https://somewhere.example/page")
    assert opened == ["https://somewhere.example/page"]
    for bad in (
        "nowhere.md", "../en/start.md", "file:///etc/hosts", "http://plain.example/",
        "javascript:alert(1)", "https:", "start.md#x",
    ):  # fmt: skip
        press(helped, bad)
    assert helped.name() == "outbox" and len(opened) == 1
    helped.back()
    assert helped.name() == "start"
    helped.back()
    assert helped.name() == "start"


def test_a_link_is_followed_by_keyboard_and_by_us_alone(qtbot: Any, helped: Help) -> None:
    helped.page.setFocus()
    qtbot.keyClick(helped.page, Qt.Key.Key_Tab)
    qtbot.keyClick(helped.page, Qt.Key.Key_Return)
    assert helped.name() == "demo"
    assert helped.page.toPlainText().startswith("The demo network")
    assert not helped.page.openLinks() and not helped.page.openExternalLinks()


def test_a_page_loads_nothing(helped: Help, tmp_path: Path) -> None:
    red, path = QImage(40, 40, QImage.Format.Format_RGB32), tmp_path / "red.png"
    red.fill(QColor("#FF0102"))
    assert red.save(str(path))
    helped.page.tell(f"# x\n\n![p](file://{path})\n\n<b>plain</b> <img src=x>")
    shown_ = helped.page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert bytes(shown_.constBits()).count(b"\x02\x01\xff\xff") == 0
    assert "<b>" in helped.page.toPlainText(), "HTML is shown as what it is: text"


def test_find_leaves_the_pages_that_have_the_words(qtbot: Any, helped: Help) -> None:
    qtbot.keyClicks(helped.field, "idempot zzz")
    assert shown(helped) == [] and helped.nothing.isVisible()
    helped.field.clear()
    assert shown(helped) == help_.pages() and not helped.nothing.isVisible()
    helped.field.setText("certificate")
    pages = paths.resources() / "help" / "en"
    have = {p.stem for p in pages.glob("*.md") if "certificate" in p.read_text("utf-8").lower()}
    assert {"accounts", "problems", "privacy"} <= have
    assert shown(helped) == [name for name in help_.pages() if name in have]
    first, following = shown(helped)[:2]
    assert helped.name() == first
    count = len(helped.page.marks)
    assert count > 0 and helped.page.textCursor().selectedText().lower() == "certificate"
    for _ in range(count):
        qtbot.keyClick(helped.field, Qt.Key.Key_Return)
    assert helped.name() == following, "after the last place comes the next page"


def test_the_pages_are_in_the_language_of_the_window(qtbot: Any, chinese: None) -> None:
    made = Help()
    qtbot.addWidget(made)
    made.show_page("outbox")
    assert made.windowTitle() == "說明"
    assert made.page.toPlainText().startswith("寄件匣")


def test_another_theme_dresses_the_page_anew(qapp: QApplication, helped: Help) -> None:
    def link() -> str:
        document = helped.page.document()
        block = document.begin()
        while block.isValid():
            for piece in block.textFormats():
                if piece.format.isAnchor():
                    return piece.format.foreground().color().name()
            block = block.next()
        return ""

    before = look.theme().name
    look.switch(qapp, "light")
    light = link()
    look.switch(qapp, "dark")
    QCoreApplication.sendPostedEvents()
    dark = link()
    look.switch(qapp, before)
    assert (light, dark) == (
        look.load("light").colours["accent"].lower(),
        look.load("dark").colours["accent"].lower(),
    )


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_the_page_of_keys_tells_every_key(language: str) -> None:
    told = help_.read(language, "keys")
    for deed in deeds():
        for key in deed.keys:
            shown_as = key.replace(", ", " ").rstrip(",") if not key.startswith("Ctrl") else key
            assert f"`{shown_as}`" in told, key


def test_the_folder_has_no_page_that_is_not_markdown() -> None:
    folder: Path = paths.resources() / "help"
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".md"}
