"""The media library in the window: found, described, cropped by keys, chosen for a post (CT-04)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from cmapp.domain.changes import Changes
from cmapp.services.engine import Engine
from cmapp.system import paths
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.crop import Crop
from cmapp.ui.dialogs.media_library import MediaLibrary, brought
from cmapp.ui.library.crop import CropBox
from cmapp.ui.library.files import FILE
from cmapp.ui.writing.pictures import Pictures
from cmapp.ui.writing.teaching import Teaching
from tests.support import media_files as make


class LibraryDesk:
    """A real engine in this process; the window's reads and commands both go to it."""

    def __init__(self, profile: Path) -> None:
        self.paths = paths.profile(profile).make()
        self.engine = Engine.open(self.paths, offline=True, serve=False)
        self.media_folder = self.paths.media

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        return self.engine.call(command, **args)

    look = call

    def accounts(self) -> list[Any]:
        return []


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LibraryDesk]:
    made = LibraryDesk(tmp_path / "profile")
    yield made
    made.engine.close()


@pytest.fixture
def bridge(qtbot: Any) -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()


def add(desk: LibraryDesk, folder: Path, name: str, data: bytes, **more: Any) -> str:
    (folder / name).write_bytes(data)
    given = {"path": str(folder / name), **more}
    return str(desk.call("media.add", files=[given])["added"][0]["file"]["name"])


def opened(qtbot: Any, desk: LibraryDesk, bridge: Bridge, **options: Any) -> MediaLibrary:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = MediaLibrary(desk, bridge, parent, **options)  # type: ignore[arg-type]
    box.stands_on = parent  # type: ignore[attr-defined]
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    box.show()
    qtbot.waitUntil(lambda: not bridge.busy())
    return box


def titles(box: MediaLibrary) -> list[str]:
    model = box.grid.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def settled(qtbot: Any, bridge: Bridge, met: Any) -> None:
    qtbot.waitUntil(lambda: met() and not bridge.busy())


def test_an_empty_library_says_how_to_fill_it_and_takes_what_is_dropped(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    box = opened(qtbot, desk, bridge)
    assert box.pages.currentWidget() is box.empty
    (tmp_path / "a cup.png").write_bytes(make.picture())
    (tmp_path / "no.png").write_bytes(b"no")
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / n)) for n in ("a cup.png", "no.png")])
    box.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            given,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settled(qtbot, bridge, lambda: titles(box) == ["a cup"])
    assert box.pages.currentWidget() is box.grid
    assert "no.png" in box.said.toolTip() or "no.png" in box.said.text()
    assert not box.back.isHidden()
    box.back.click()
    settled(qtbot, bridge, lambda: titles(box) == [])


def test_a_pasted_picture_comes_as_bytes() -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    given = QMimeData()
    given.setImageData(image)
    [one] = brought(given)
    assert one["data"].startswith("iVBOR")
    words = QMimeData()
    words.setText("hello")
    assert brought(words) == []


def test_words_are_kept_when_their_field_is_left(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    first = add(desk, tmp_path, "first.png", make.picture(seed=1))
    add(desk, tmp_path, "second.png", make.picture(seed=2))
    box = opened(qtbot, desk, bridge)
    model = box.grid.model()
    at = next(r for r in range(2) if model.index(r, 0).data(FILE)["name"] == first)
    box.grid.setCurrentIndex(model.index(at, 0))
    assert "no alt text" in model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    box.side.alt.setPlainText("two colours")
    box.side.fields["tags"].setText("Red，blue, #red")
    box.grid.setCurrentIndex(model.index(1 - at, 0))  # another one: what was typed is kept

    def stored() -> tuple[str, list[str]]:
        found = desk.call("media.show", name=first)["file"]
        return found["alt"], found["tags"]

    settled(qtbot, bridge, lambda: stored() == ("two colours", ["blue", "Red"]))
    assert box.side.alt.toPlainText() == ""
    box.side.fields["title"].setText("typed last")
    box.close()
    qtbot.waitUntil(lambda: desk.call("media.list", text="typed last")["total"] == 1)


def test_filters_narrow_the_grid(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    add(desk, tmp_path, "cup.png", make.picture(seed=1), alt="a cup")
    add(desk, tmp_path, "turn.gif", make.animation())
    add(desk, tmp_path, "walk.mp4", make.video(tmp_path / "v.mp4").read_bytes())
    box = opened(qtbot, desk, bridge)
    assert sorted(titles(box)) == ["cup", "turn", "walk"]
    for kind, left in (("video", ["walk"]), ("animation", ["turn"]), ("picture", ["cup"])):
        box.kinds.choose(kind)
        box.kinds.chosen.emit(kind)
        settled(qtbot, bridge, lambda left=left: titles(box) == left)
    box.kinds.choose("no_alt")
    box.kinds.chosen.emit("no_alt")
    settled(qtbot, bridge, lambda: sorted(titles(box)) == ["turn", "walk"])
    box.search.setText("nothing")
    settled(qtbot, bridge, lambda: box.pages.currentWidget() is box.nothing)


def test_files_are_chosen_by_keys_and_no_more_than_fit(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    for n in range(3):
        add(desk, tmp_path, f"{n}.png", make.picture(seed=n), alt=f"picture {n}")
    box = opened(qtbot, desk, bridge, picking=True, most=2)
    got: list[Any] = []
    box.picked.connect(got.append)
    assert not box.attach.isEnabled()
    box.grid.setFocus()
    box.grid.setCurrentIndex(box.grid.model().index(0, 0))
    box.grid.selectAll()
    assert not box.attach.isEnabled()
    box.grid.clearSelection()
    qtbot.keyClick(box.grid, Qt.Key.Key_Home)
    qtbot.keyClick(box.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert box.attach.isEnabled() and len(box.chosen()) == 2
    box.attach.click()
    assert sorted(one["alt"] for one in got[0]) == ["picture 1", "picture 2"]
    assert all((desk.media_folder / one["path"]).is_file() for one in got[0])


def test_what_is_used_is_kept_and_says_so(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    name = add(desk, tmp_path, "cup.png", make.picture())
    desk.call("replies.save", title="R", variants=[{"text": "t", "images": [{"path": name}]}])
    box = opened(qtbot, desk, bridge)
    box.grid.setFocus()
    box.grid.setCurrentIndex(box.grid.model().index(0, 0))
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    settled(qtbot, bridge, lambda: "1" in box.said.text())
    assert titles(box) == ["cup"] and box.back.isHidden()


def test_a_crop_is_made_by_keys_alone(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    name = add(desk, tmp_path, "wide.png", make.picture(size=(400, 200)))
    box = opened(qtbot, desk, bridge)
    box.grid.setCurrentIndex(box.grid.model().index(0, 0))
    box.crop()
    crop = box.findChild(Crop)
    assert crop is not None
    crop.network.setCurrentIndex(crop.network.findData("instagram"))
    crop._shape("1:1")
    assert crop.box.box == (0.25, 0.0, 0.5, 1.0)
    qtbot.keyClick(crop.box, Qt.Key.Key_Left)
    assert crop.box.box[0] == pytest.approx(0.24)
    crop._keep()
    kept = lambda: desk.call("media.show", name=name)["file"]["crops"]  # noqa: E731
    settled(qtbot, bridge, lambda: kept() == {"instagram": [0.24, 0.0, 0.5, 1.0]})


def test_the_part_never_leaves_the_picture(qtbot: Any) -> None:
    stands_on = QWidget()
    qtbot.addWidget(stands_on)
    box = CropBox(stands_on)
    box.show_picture(QImage(), (1000, 500))
    for keys in (
        [Qt.Key.Key_Left] * 3, [Qt.Key.Key_Minus] * 300, [Qt.Key.Key_Right] * 300,
        [Qt.Key.Key_Down] * 300, [Qt.Key.Key_Plus] * 300,
    ):  # fmt: skip
        for ratio in (None, 0.8, 3.0):
            box.keep(ratio)
            for key in keys:
                qtbot.keyClick(box, key)
            left, top, width, height = box.box
            assert left >= 0 and top >= 0 and width > 0 and height > 0
            assert left + width <= 1.000001 and top + height <= 1.000001
            if ratio is not None:
                wide, high = width * 1000, height * 500
                assert wide / high == pytest.approx(ratio)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert box.box == (0, 0, 1, 1)


def test_news_from_another_window_are_shown(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    box = opened(qtbot, desk, bridge)
    add(desk, tmp_path, "cup.png", make.picture())
    bridge.changed.emit(Changes(frozenset({"media"})))
    settled(qtbot, bridge, lambda: titles(box) == ["cup"])


def test_the_window_decodes_no_pictures_with_pillow() -> None:
    code = (
        "import sys; import cmapp.ui.dialogs.media_library, cmapp.ui.looks;"
        "sys.exit('PIL' in sys.modules)"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    assert subprocess.run([sys.executable, "-c", code], env=env, check=False).returncode == 0


def test_a_changed_description_may_be_kept_for_the_picture(
    qtbot: Any, desk: LibraryDesk, bridge: Bridge, tmp_path: Path
) -> None:
    name = add(desk, tmp_path, "cup.png", make.picture(), alt="a cup")
    box = QWidget()
    qtbot.addWidget(box)
    pictures = Pictures(box)
    Teaching(pictures, desk, bridge)  # type: ignore[arg-type]
    pictures.show_media(((name, "a cup"), (f"{'0' * 64}.png", "unknown"), ("/a/b.png", "x")))
    first, unknown, _ = pictures.rows
    for row in pictures.rows:
        row.alt.editingFinished.emit()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert all(row.teach.isHidden() for row in pictures.rows)
    first.alt.setText("a cup with a blue rim")
    first.alt.editingFinished.emit()
    unknown.alt.editingFinished.emit()
    settled(qtbot, bridge, lambda: not first.teach.isHidden())
    assert unknown.teach.isHidden()
    assert desk.call("media.show", name=name)["file"]["alt"] == "a cup", "nothing is done alone"
    first.teach.click()
    found = lambda: desk.call("media.show", name=name)["file"]["alt"]  # noqa: E731
    settled(qtbot, bridge, lambda: found() == "a cup with a blue rim")
    assert first.teach.isHidden()
