"""Choosing which part of a picture goes to which network (CT-04)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmapp.domain.media_rules import RULES, rules_of
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.library.crop import WHOLE, CropBox
from cmapp.ui.thumbs import read
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label


class Crop(Sheet):
    """One picture, one network at a time. `kept` says (network, box or None) for each change."""

    kept = Signal(str, object)

    def __init__(
        self,
        one: dict[str, Any],
        path: str,
        networks: Sequence[tuple[str, str]],
        bridge: Bridge,
        parent: QWidget,
    ) -> None:
        super().__init__("", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.head.setText(self.tr("Crop"))
        self.setWindowTitle(self.tr("Crop"))
        self.say(
            self.tr(
                "The picture itself stays whole. Arrow keys move the part, with Shift they change"
                " its size; + and − do so evenly."
            )
        )
        self._one = one
        line = QHBoxLayout()
        line.setSpacing(8)
        self.network = Dropdown(self)
        self.network.setAccessibleName(self.tr("Network"))
        self.network.addItem(self.tr("Any network"), "")
        known = dict(networks)
        for code in [*known, *(n for n in RULES if n and n not in known)]:
            self.network.addItem(known.get(code, code.capitalize()), code)
        self.network.currentIndexChanged.connect(lambda _: self._of_network())
        line.addWidget(self.network)
        self.shapes = ChipRow({"": self.tr("Free")}, self)
        self.shapes.setAccessibleName(self.tr("Shape"))
        self.shapes.chosen.connect(self._shape)
        line.addWidget(self.shapes, 1)
        self.body.addLayout(line)
        self.box = CropBox(self)
        self.box.setAccessibleName(self.tr("Part of the picture"))
        self.box.changed.connect(lambda _: self._tell())
        self.body.addWidget(self.box, 1)
        self.said = Label("", self, size="second", tone="muted")
        self.body.addWidget(self.said)
        self.step(self.tr("Cancel"), kind="quiet").clicked.connect(self.reject)
        self.step(self.tr("Whole picture")).clicked.connect(self._whole)
        self.step(self.tr("Keep"), kind="primary").clicked.connect(self._keep)
        self.box.show_picture(QImage(), (one["width"], one["height"]))
        pixels = (one["width"], one["height"])
        bridge.run(
            lambda: read(path, 1200),
            lambda image: self.box.show_picture(image, pixels),
            lambda _: None,
            call=True,
        )
        self._of_network()
        self.resize(760, 640)
        self.box.setFocus()

    def _of_network(self) -> None:
        code = str(self.network.currentData() or "")
        shapes = {shape.name: shape.name for shape in rules_of(code).shapes}
        self.shapes.become({"": self.tr("Free"), **shapes})
        self.shapes.choose("")
        self.box.ratio = None
        self.box.put(self._one["crops"].get(code))

    def _shape(self, name: str) -> None:
        code = str(self.network.currentData() or "")
        found = [s for s in rules_of(code).shapes if s.name == name]
        self.box.keep(found[0].ratio if found else None)

    def _tell(self) -> None:
        width, height = self.box.size_in_pixels()
        self.said.setText(f"{width} × {height}")

    def _whole(self) -> None:
        self.kept.emit(str(self.network.currentData() or ""), None)
        self.accept()

    def _keep(self) -> None:
        whole = self.box.box == WHOLE
        self.kept.emit(str(self.network.currentData() or ""), None if whole else list(self.box.box))
        self.accept()
