"""Names and texts from outside are painted as text: no file is opened, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QToolTip

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
        "cmapp.ui.window.QDesktopServices.openUrl", lambda u: opened.append(u.toString())
    )
    window.open_link(url)
    assert opened == []
    window.open_link("https://social.example/@a/1")
    assert opened == ["https://social.example/@a/1"]


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
