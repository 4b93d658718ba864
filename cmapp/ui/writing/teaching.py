"""A description changed in a draft may be kept for the picture: offered, never done alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.writing.pictures import SUM, PictureRow, Pictures


class Teaching(QObject):
    """Offers to put a description into the library where the library has another one."""

    def __init__(self, pictures: Pictures, desk: Desk, bridge: Bridge) -> None:
        super().__init__(pictures)
        self._desk, self._bridge = desk, bridge
        self.asking = Asking(desk, bridge, self)
        pictures.described.connect(self._described)
        pictures.taught.connect(self._teach)

    def _described(self, row: PictureRow) -> None:
        if SUM.fullmatch(row.path) is None:
            return

        def look(found: dict[str, Any]) -> None:
            said, known = row.alt.text().strip(), found["file"]["alt"]
            row.teach.setVisible(bool(said) and bool(known) and said != known)

        name = row.path
        self._bridge.run(
            lambda: self._desk.look("media.show", name=name),
            look,
            lambda _: None,  # not in the library: there is nothing to offer
            stream=f"alt of {name}",
            call=True,
        )

    def _teach(self, row: PictureRow) -> None:
        words = self.tr("The library has the new alt text")
        row.teach.hide()
        self.asking.do("media.edit", words, None, names=[row.path], alt=row.alt.text().strip())
