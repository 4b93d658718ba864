"""Names and texts from outside are painted as text: no file is opened, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QToolTip

from cmapp.ui.links import Leads
from cmapp.ui.views import Said
from cmapp.ui.widgets.bubble import Bubble
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.chips import Chip
from cmapp.ui.widgets.choice import Choice, Tick
from cmapp.ui.widgets.label import MEASURED, Elided, tip
from cmapp.ui.widgets.topbar import StateBadge
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk

RED = QColor("#FF0102")


def red_pixels(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).rgb() == RED.rgb()
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 3)
    )


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(RED)
    path = tmp_path / "red.png"
    assert image.save(str(path))
    return path


@pytest.mark.parametrize(
    "shape",
    [
        '<img src="file://{path}" width=60 height=60>',
        "<p><b>hi</b><img src='{path}'></p>",
        '<body background="{path}"><table background="file://{path}">x</table>',
        "![x](file://{path})",
        "&lt;b&gt;<img src={path}>",
        "\u202e<img src='{path}'>\u202c",
    ],
)
def test_a_file_in_a_name_or_text_is_not_painted(
    shape: str,
    picture: Path,
    open_window: Callable[[FixtureDesk], Window],
    qtbot: Any,
) -> None:
    evil = shape.format(path=picture)
    desk = FixtureDesk([(evil, evil, "bluesky", "comment", 5, evil + "\n" + evil)])
    window = open_window(desk)
    window.resize(1500, 900)
    for name in ("inbox", "write", "outbox", "accounts", "landing"):
        window.go(name)
        assert red_pixels(window.grab().toImage()) == 0, name
    window.tell(evil)
    window.banner.say("k", evil, fix="")
    assert red_pixels(window.grab().toImage()) == 0
    assert "<img" not in QToolTip.text()


def test_red_would_be_seen(picture: Path, qtbot: Any) -> None:
    """The measure itself: a label that does take rich text paints the file."""
    from PySide6.QtWidgets import QLabel

    label = QLabel(f'<img src="file://{picture}">')
    qtbot.addWidget(label)
    label.resize(80, 80)
    assert red_pixels(label.grab().toImage()) > 100


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/x", "", "https://", "//x/y"]
)
def test_only_web_addresses_are_opened(
    url: str, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "cmapp.ui.links.QDesktopServices.openUrl", lambda u: opened.append(u.toString())
    )
    window.open_link(url)
    assert opened == []
    window.open_link("https://social.example/@a/1")
    assert opened == ["https://social.example/@a/1"]


def test_what_may_deceive_is_shown_with_its_host_before_it_opens(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "cmapp.ui.links.QDesktopServices.openUrl", lambda u: opened.append(u.toString())
    )
    for url, words, host in (
        ("https://bank.example@evil.example/", "", "evil.example"),
        ("https://evil.example/", "bank.example/login", "evil.example"),
        ("https://xn--80ak6aa92e.com/", "", "аррӏе.com (xn--80ak6aa92e.com)"),
        ("http://shop.example/", "", "shop.example"),
    ):
        window.open_link(url, words)
        sheet = window.findChildren(Leads)[-1]
        assert opened == [] and sheet.isVisible() and sheet.host.text() == host
        sheet.reject()
        assert opened == []
        window.open_link(url, words)
        window.findChildren(Leads)[-1].accept()
        assert len(opened) == 1 and "@" not in opened.pop()


def test_where_a_link_leads_stands_under_what_was_said(qtbot: Any) -> None:
    said = Said(
        1, "Ana", "ana", "mastodon", "see bank.example/login, here and shop.example/a", 0,
        links=(
            ("bank.example/login", "https://evil.example/x"),
            ("here", "https://shop.example/y"),
            ("shop.example/a", "https://shop.example/a"),
            ("bank.example", "file:///etc/passwd"),
        ),
    )  # fmt: skip
    bubble = Bubble(said)
    qtbot.addWidget(bubble)
    assert [line.link.host for line in bubble.leads] == ["evil.example", "shop.example", ""]
    assert [line.isEnabled() for line in bubble.leads] == [True, True, False]
    asked: list[tuple[str, str]] = []
    bubble.link_asked.connect(lambda *what: asked.append(what))
    bubble.leads[0].click()
    assert asked == [("https://evil.example/x", "bank.example/login")]


def test_a_tooltip_is_read_as_it_stands(picture: Path) -> None:
    from PySide6.QtGui import Qt

    for evil in (f"<img src='{picture}'>", "a &lt;b&gt;", "<b>x</b>", "  <p>"):
        assert Qt.mightBeRichText(evil) and not Qt.mightBeRichText(tip(evil))
        assert tip(evil).replace("\u2060", "") == evil
    assert tip("1 < 2, R&D") == "1 < 2, R&D"


def test_a_name_with_an_ampersand_binds_no_key(qtbot: Any) -> None:
    for made in (Button("R&D"), Chip("R&D"), Tick("R&D"), Choice("R&D"), StateBadge()):
        qtbot.addWidget(made)
        made.setText("Save &All")
        assert made.shortcut().isEmpty(), made


def test_a_huge_text_does_not_hold_the_window_up(
    open_window: Callable[[FixtureDesk], Window],
) -> None:
    desk = FixtureDesk([("n" * 5000, "h" * 5000, "demo", "comment", 5, "x" * 1_000_000)])
    window = open_window(desk)
    block = window.pane("inbox").talk.view.rows()[1].bubble.block
    assert len(block.text()) <= 20_001


def test_pasting_takes_the_plain_text(window: Window) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml("<b>fat</b>")
    data.setText("fat")
    editor = window.pane("inbox").talk.composer.editor
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "fat"


def test_a_picture_comes_to_qt_small_and_as_what_we_made_of_it(tmp_path: Path) -> None:
    """Another process decodes it; what Qt is given is never looked through for its kind."""
    from cmapp.ui import thumbs

    path = tmp_path / "wide.png"
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(path))
    shown = thumbs.read(str(path), 90)
    assert (shown.width(), shown.height()) == (90, 30)
    for evil in (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", b"", b"x" * 99):
        (tmp_path / "evil.png").write_bytes(evil)
        assert thumbs.read(str(tmp_path / "evil.png")).isNull() and thumbs.small(evil).isNull()


def test_of_a_line_only_its_head_is_measured(qtbot: Any) -> None:
    made = Elided("W" * 20_000)
    qtbot.addWidget(made)
    made.resize(300, 20)
    made.show()
    assert 10 < len(made.text()) < 100 and made.text().endswith("…")
    assert len(made.accessibleName()) == 20_000, "all of it is read out"
    made.set_full("x" + "\u2060" * 9_000)  # nothing of it takes room
    assert len(made.text()) == MEASURED + 1
