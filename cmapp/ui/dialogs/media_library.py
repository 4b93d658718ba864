"""The media library: all pictures and videos at hand, and choosing some for a post (CT-04)."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QItemSelectionModel,
    QMimeData,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.crop import Crop
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.library.files import FILE, TILE, Files, Tile
from cmapp.ui.library.side import Side
from cmapp.ui.thumbs import Thumbs
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided

KINDS = "*.png *.jpg *.jpeg *.webp *.gif *.mp4 *.m4v *.mov *.webm"


class _Grid(QListView):
    """Tiles in rows; arrows walk them, letters are left to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) or event.key() == Qt.Key.Key_Delete:
            event.ignore()
            return
        super().keyPressEvent(event)


class MediaLibrary(Sheet):
    """A grid and the chosen file beside it. With `picking`, `picked` says what was chosen.

    That is a list of {path (the name in the library), alt, mime, seconds, kind, width, height}.
    """

    picked = Signal(object)

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        picking: bool = False,
        most: int = 0,
    ) -> None:
        super().__init__("", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.head.setText(self.tr("Media library"))
        self.setWindowTitle(self.tr("Media library"))
        self._bridge, self._picking, self._most = bridge, picking, most
        self._desk = desk
        self._asking = Asking(desk, bridge, self)
        self._undo: Callable[[], None] | None = None
        self._thumbs = Thumbs(bridge, getattr(desk, "media_folder", None))
        self._files = Files(self._asking, self._thumbs, self)
        self._filters()
        middle = QHBoxLayout()
        middle.setSpacing(16)
        self.grid = self._grid()
        self.empty = Empty(
            "image",
            self.tr("No pictures yet"),
            self.tr(
                "Drop files here, paste a picture, or add them. Where and with what they were"
                " taken is removed at once."
            ),
            button=self.tr("Add files"),
            parent=self,
        )
        self.empty.asked.connect(self.add_files)
        self.nothing = Empty(
            "search", self.tr("Nothing like that"), self.tr("Try other words or filters."),
            parent=self,
        )  # fmt: skip
        self.pages = QStackedWidget(self)
        for page in (self.grid, self.empty, self.nothing):
            self.pages.addWidget(page)
        middle.addWidget(self.pages, 1)
        self.side = Side(self._asking, self._files, self)
        self.side.setFixedWidth(300)
        self.side.hide()
        self.side.crop.clicked.connect(self.crop)
        middle.addWidget(self.side)
        self.body.addLayout(middle, 1)
        self._steps()
        self._files.counted.connect(self._counted)
        self._files.modelReset.connect(self._stay)
        self._asking.tell.connect(self._say)
        self._asking.changed.connect(self._files.load)
        bridge.changed.connect(self._notice)
        self._chosen_name = ""
        self.resize(1000, 660)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self._files.look_for()

    @classmethod
    def pick(
        cls,
        desk: Desk,
        bridge: Bridge,
        parent: QWidget,
        *,
        most: int,
        then: Callable[[list[tuple[str, str]]], None],
    ) -> MediaLibrary:
        """Open it for choosing at most `most`; `then` gets (name, alt text) of each."""
        box = cls(desk, bridge, parent, picking=True, most=most)
        box.picked.connect(lambda found: then([(one["path"], one["alt"]) for one in found]))
        box.open()
        return box

    def _filters(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Words in title, alt text, tags"))
        self.search.setAccessibleName(self.tr("Find a file"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._wish())
        line.addWidget(self.search, 1)
        self.folder, self.tag = Dropdown(self), Dropdown(self)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.addItem(self.tr("All folders"), None)
        self.tag.setAccessibleName(self.tr("Tag"))
        self.tag.addItem(self.tr("All tags"), "")
        for field in (self.folder, self.tag):
            field.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToContents)
            field.setMaximumWidth(190)
            field.activated.connect(lambda _: self._wish())
            line.addWidget(field)
        self.body.addLayout(line)
        self.kinds = ChipRow(
            {
                "": self.tr("All"),
                "picture": self.tr("Pictures"),
                "animation": self.tr("Moving"),
                "video": self.tr("Videos"),
                "no_alt": self.tr("No alt text"),
                "unused": self.tr("Unused"),
            },
            self,
        )
        self.kinds.setAccessibleName(self.tr("Kind"))
        self.kinds.chosen.connect(lambda _: self._wish())
        self.body.addWidget(self.kinds)

    def _grid(self) -> QListView:
        grid = _Grid(self)
        grid.setFrameShape(QFrame.Shape.NoFrame)
        grid.setViewMode(QListView.ViewMode.IconMode)
        grid.setMovement(QListView.Movement.Static)
        grid.setResizeMode(QListView.ResizeMode.Adjust)
        grid.setUniformItemSizes(True)
        grid.setGridSize(TILE)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        grid.setAccessibleName(self.tr("Files"))
        grid.setItemDelegate(Tile(grid))
        grid.setModel(self._files)
        grid.selectionModel().currentChanged.connect(lambda *_: self._current())
        grid.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        if self._picking:
            grid.activated.connect(lambda _: self._take())
        return grid

    def _steps(self) -> None:
        self.add = Button(self.tr("Add files"), self, icon="plus")
        self.add.clicked.connect(self.add_files)
        self.foot.insertWidget(0, self.add)
        self.remove = Button(self.tr("Remove"), self, kind="quiet")
        self.remove.clicked.connect(self.remove_files)
        self.remove.setEnabled(False)
        self.foot.insertWidget(1, self.remove)
        self.said = Elided("", self, size="second", tone="muted")
        self.foot.insertWidget(2, self.said, 1)
        self.back = Button(self.tr("Undo"), self, kind="quiet", small=True)
        self.back.clicked.connect(self._take_back)
        self.back.hide()
        self.foot.insertWidget(3, self.back)
        self.step(self.tr("Close")).clicked.connect(self.close)
        if self._picking:
            self.attach = self.step(self.tr("Attach"), kind="primary")
            self.attach.setEnabled(False)
            self.attach.clicked.connect(self._take)

    # what is shown

    def _wish(self) -> None:
        kind = self.kinds.current()
        self._files.look_for(
            text=self.search.text(),
            folder=self.folder.currentData(),
            tag=self.tag.currentData() or "",
            kind=kind if kind in ("picture", "animation", "video") else "",
            no_alt=kind == "no_alt",
            unused=kind == "unused",
        )

    def _counted(self, found: dict[str, Any]) -> None:
        some = bool(found["folders"])
        page = self.grid if found["files"] else self.nothing if some else self.empty
        self.pages.setCurrentWidget(page)
        self.add.setVisible(page is not self.empty)
        self.remove.setVisible(page is not self.empty)
        _offer(
            self.folder,
            [(f["name"] or self.tr("In no folder"), f["name"]) for f in found["folders"]],
        )
        _offer(self.tag, [(t["name"], t["name"]) for t in found["tags"]])
        self.say(self.tr("%n file(s)", "", found["total"]) if some else "")
        if not found["files"]:
            self.side.show_file(None)
        else:
            self._current()

    def _notice(self, changes: Any) -> None:
        if "media" in changes.topics:
            self._files.load()

    def _stay(self) -> None:
        """After a new answer the same file is chosen, if it is still there."""
        at = self._files.row_of(self._chosen_name)
        if at >= 0:
            index = self._files.index(at)
            self.grid.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _current(self) -> None:
        index = self.grid.currentIndex()
        one = index.data(FILE) if index.isValid() else None
        self._chosen_name = one["name"] if one else ""
        self.side.show_file(one)

    def chosen(self) -> list[dict[str, Any]]:
        """Return the files that are selected, in their order."""
        rows = sorted(index.row() for index in self.grid.selectedIndexes())
        return [self._files.index(row).data(FILE) for row in rows]

    def _selected(self) -> None:
        many = len(self.grid.selectedIndexes())
        self.remove.setEnabled(many > 0)
        if self._picking:
            self.attach.setEnabled(0 < many and (not self._most or many <= self._most))
            if self._most and many > self._most:
                self._say(self.tr("At most %n here", "", self._most), None)

    # what is done

    def _take(self) -> None:
        found = self.chosen()
        if not found or (self._most and len(found) > self._most):
            return
        self.side.keep()
        typed = self.side.one
        told = [
            {
                "path": one["name"],
                "alt": typed["alt"] if typed and typed["name"] == one["name"] else one["alt"],
                **{k: one[k] for k in ("mime", "seconds", "kind", "width", "height")},
            }
            for one in found
        ]
        self.accept()
        self.picked.emit(told)

    def add_files(self) -> None:
        """Ask for files and take them in."""
        kinds = self.tr("Pictures and videos")
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add files"), "", f"{kinds} ({KINDS})"
        )
        self.take_in([{"path": name} for name in names])

    def take_in(self, given: list[dict[str, str]]) -> None:
        """Take in files ({path} or {data}), into the folder that is shown."""
        if not given:
            return
        self._say(self.tr("Taking in…"), None)
        folder = self.folder.currentData() or ""
        self._asking.do("media.add", self._added, files=given, folder=folder)

    def _added(self, answer: dict[str, Any]) -> str:
        new = sum(1 for one in answer["added"] if one["new"])
        known = len(answer["added"]) - new
        parts = [self.tr("%n added", "", new)] if new else []
        if known:
            parts.append(self.tr("%n there already", "", known))
        if refused := answer["refused"]:
            first = refused[0]
            why = text.trouble(first["code"], first["facts"])
            name = first["path"].replace("\\", "/").rsplit("/", 1)[-1]
            parts.append(" ".join(part for part in (" ".join(name.split()), why) if part))
            if len(refused) > 1:
                parts.append(self.tr("and %n more not taken", "", len(refused) - 1))
        if answer["added"]:
            self._chosen_name = answer["added"][0]["file"]["name"]
        return " · ".join(parts)

    def remove_files(self) -> None:
        """Take the chosen files out; what is still needed stays."""
        names = [one["name"] for one in self.chosen()]
        if names:
            self._asking.do("media.remove", self._removed, names=names)

    def _removed(self, answer: dict[str, Any]) -> str:
        parts = []
        if answer["removed"]:
            parts.append(self.tr("%n removed", "", len(answer["removed"])))
        if answer["kept"]:
            parts.append(self.tr("%n still used, so kept", "", len(answer["kept"])))
        return " · ".join(parts)

    def crop(self) -> None:
        """Choose the part that goes to a network."""
        one = self.side.one
        if one is None or one["kind"] != "picture":
            return
        self.side.keep()
        platforms = {a.platform: a.platform.capitalize() for a in self._desk.accounts()}
        platforms.pop("byhand", None)
        box = Crop(
            one, self._thumbs.place(one["name"]), list(platforms.items()), self._bridge, self
        )
        name = one["name"]
        box.kept.connect(
            lambda network, part: self._asking.do(
                "media.crop", self.tr("Kept"), name=name, network=network, box=part
            )
        )
        box.open()

    def _say(self, said: str, undo: Callable[[], None] | None) -> None:
        self.said.set_full(said)
        self._undo = undo
        self.back.setVisible(undo is not None)

    def _take_back(self) -> None:
        if self._undo is not None:
            self._undo()

    # from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files and pictures in."""
        if _files_in(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let them be dropped anywhere."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped."""
        self.take_in(brought(event.mimeData()))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste; remove; take back."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_in(brought(QGuiApplication.clipboard().mimeData()))
        elif event.key() == Qt.Key.Key_Delete and self.grid.hasFocus():
            self.remove_files()
        elif event.matches(QKeySequence.StandardKey.Undo) and self._undo is not None:
            self._take_back()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Keep what was typed before it closes."""
        self.side.keep()
        super().done(result)


def _offer(field: Dropdown, choices: list[tuple[str, str]]) -> None:
    """Offer these behind the first entry, and keep what is chosen."""
    if [field.itemData(n) for n in range(1, field.count())] == [code for _, code in choices]:
        return
    now = field.currentData()
    while field.count() > 1:
        field.removeItem(1)
    for said, code in choices:
        field.addItem(said, code)
    at = next((n for n in range(field.count()) if field.itemData(n) == now), 0)
    field.setCurrentIndex(at)


def _files_in(given: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in given.urls() if url.isLocalFile()]


def brought(given: QMimeData) -> list[dict[str, str]]:
    """Return what was pasted or dropped as `media.add` takes it: files, else a picture."""
    if paths := _files_in(given):
        return [{"path": path} for path in paths]
    image = given.imageData() if given.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return [{"data": base64.b64encode(data.data()).decode()}]
