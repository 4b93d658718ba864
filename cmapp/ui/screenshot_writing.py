"""What the pictures of the Write pane show: a post in three languages, for two accounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., dict[str, Any]]
# title, first version, common text, own text of the second account, what the picture shows, owner
POSTS = {
    "en": (
        "Blue cups",
        "The kiln is open again: thirty blue cups.",
        "The kiln is open again: forty blue cups, each of them glazed by hand.\n\n"
        "On sale on Friday at 9:00, https://qingwa.example/blue — thank you @ana.lopes for the"
        " photos! #ceramics #handmade",
        "Forty blue cups, out of the kiln this morning. On sale on Friday at 9:00. #ceramics",
        "Blue cups on a shelf, two rows of them",
        "Mei",
    ),
    "zh_CN": (
        "蓝釉杯",
        "窑又开了：三十只蓝釉杯。",
        "窑又开了：四十只蓝釉杯，每一只都是手工上釉。\n\n"
        "周五 9:00 上架，https://qingwa.example/blue 。照片来自 @ana.lopes ，谢谢！ #陶瓷 #手作",
        "今早出窑的四十只蓝釉杯，周五 9:00 上架。 #陶瓷",
        "架子上的两排蓝釉杯",
        "小梅",
    ),
    "zh_TW": (
        "藍釉杯",
        "窯又開了：三十只藍釉杯。",
        "窯又開了：四十只藍釉杯，每一只都是手工上釉。\n\n"
        "週五 9:00 上架，https://qingwa.example/blue 。照片來自 @ana.lopes ，謝謝！ #陶瓷 #手作",
        "今早出窯的四十只藍釉杯，週五 9:00 上架。 #陶瓷",
        "架子上的兩排藍釉杯",
        "小梅",
    ),
}


def keep_drafts(call: Call, folder: Path) -> None:
    """Keep the post as a draft in each language, with two pictures and an earlier version."""
    ours = [a["id"] for a in call("accounts.list")["accounts"]]
    pictures = [_cups(folder / f"cups-{n}.png", n) for n in (1, 2)]
    for title, first, common, own, alt, owner in POSTS.values():
        made = call("drafts.save", text=first, account=ours[0])["drafts"][0]
        call(
            "drafts.save",
            id=made["id"],
            title=title,
            text=common,
            images=[{"path": str(pictures[0]), "alt": alt}, {"path": str(pictures[1]), "alt": ""}],
            variants=[
                {"account": ours[0], "text": None, "images": None},
                {"account": ours[-1], "text": own, "images": None},
            ],
            brief={
                "owner": owner,
                "claims": [{"text": "40", "source": "kiln log", "verified": True}],
            },
        )


def _cups(path: Path, kind: int) -> Path:
    """Draw a picture of cups on a shelf."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QColor, QImage, QPainter, QPen

    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    image.fill(QColor(226, 217, 201))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in (0, 1):
        shelf = 360 + row * 330
        painter.fillRect(QRect(0, shelf, 1200, 26), QColor(150, 112, 78))
        for n in range(5 - kind):
            left = 70 + n * (240 + 50 * kind)
            blue = QColor(48 + 14 * n, 92 + 12 * row, 150 - 8 * n)
            painter.setPen(QPen(blue, 20))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(left + 120, shelf - 160, 90, 100)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blue)
            painter.drawRoundedRect(left, shelf - 210, 160, 210, 34, 34)
            painter.setBrush(QColor(28, 60, 104))
            painter.drawEllipse(left + 8, shelf - 222, 144, 36)
    painter.end()
    image.save(str(path))
    return path


def compose(window: Any, name: str) -> None:
    """Bring the Write pane into the state that the picture `name` shows."""
    from PySide6.QtCore import QLocale, QTimer

    window.go("write")
    pane = window.pane("write")
    title = POSTS.get(QLocale().name(), POSTS["en"])[0]
    draft = next(d for d in window.desk.drafts() if d.more.get("title") == title)
    pane.open_draft(int(draft.id))
    composer = pane.composer
    composer.show_key(composer.piece.wordings[-1].key if name == "wording" else ("", ""))
    composer.editor.moveCursor(composer.editor.textCursor().MoveOperation.End)
    pane.verticalScrollBar().setValue(0)
    if name == "brief":
        pane.open_brief()
        QTimer.singleShot(150, lambda: pane.verticalScrollBar().setValue(pane.brief.y()))
    elif name == "versions":
        QTimer.singleShot(0, pane.open_history)
