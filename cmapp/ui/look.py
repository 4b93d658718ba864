"""The look: tokens from `resources/look/*.json` become a palette, one style sheet and fonts.

Widgets that paint themselves ask `colour("held")` while painting, everything else takes palette
roles; so a switch of theme is one new palette and no new style sheet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

GRID = 4
RADIUS = 8
CARD = 12

_LATIN = "Inter"
_CJK = {
    "zh_CN": ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei"],
    "zh_TW": ["Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei UI", "Microsoft JhengHei"],
    "ja": ["Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI"],
    "ko": ["Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic"],
}
_EMOJI = ["Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"]


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of tokens. `avatars` are pairs (ground, ink); `platforms` go by platform id."""

    name: str
    colours: dict[str, str]
    avatars: tuple[tuple[str, str], ...]
    platforms: dict[str, str]

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.name == "dark"


@lru_cache(maxsize=1)
def resources() -> Path:
    """Return the folder of icons, fonts and tokens: inside the package, or beside it."""
    inside = Path(__file__).resolve().parents[1] / "resources"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "resources"


@lru_cache(maxsize=4)
def load(name: str) -> Theme:
    """Read the tokens of `light` or `dark`."""
    raw = json.loads((resources() / "look" / f"{name}.json").read_text(encoding="utf-8"))
    pairs = tuple((ground, ink) for ground, ink in raw["avatars"])
    return Theme(raw["name"], raw["colours"], pairs, raw["platforms"])


class _Now:
    theme: Theme | None = None
    wish: str = "system"


def theme() -> Theme:
    """Return the theme in force."""
    if _Now.theme is None:
        _Now.theme = load("light")
    return _Now.theme


@lru_cache(maxsize=256)
def _read(text: str) -> QColor:
    return QColor(text)


def _qcolor(text: str) -> QColor:
    return QColor(_read(text))  # one of the asker's own: who paints may fade it


def colour(role: str) -> QColor:
    """Return the colour of a token (`ink`, `held_soft`, …) in the theme in force."""
    return _qcolor(theme().colours[role])


def platform_colour(platform: str) -> QColor:
    """Return the ground of a platform's badge."""
    known = theme().platforms
    return _qcolor(known.get(platform, known[""]))


def avatar_colours(seed: str) -> tuple[QColor, QColor]:
    """Return ground and ink for a person, the same each time for the same `seed`."""
    pairs = theme().avatars
    ground, ink = pairs[crc32(seed.encode("utf-8", "replace")) % len(pairs)]
    return _qcolor(ground), _qcolor(ink)


def _palette(tokens: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, roles in {
        "bg": [role.Window],
        "surface": [role.Base, role.Light],
        "raise": [role.AlternateBase, role.Button],
        "ink": [role.WindowText, role.Text, role.ButtonText],
        "muted": [role.PlaceholderText, role.Dark],
        "faint": [role.Mid],
        "line": [role.Midlight],
        "accent": [role.Highlight, role.Accent, role.Link],
        "on_accent": [role.HighlightedText],
        "held": [role.LinkVisited],
        "bad": [role.BrightText],
        "tip": [role.ToolTipBase],
        "on_tip": [role.ToolTipText],
        "edge": [role.Shadow],
    }.items():
        for one in roles:
            palette.setColor(one, QColor(tokens[name]))
    off = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(off, one, QColor(tokens["faint"]))
    return palette


_QSS = """
QToolTip { background: palette(tool-tip-base); color: palette(tool-tip-text); border: 0;
  padding: 5px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: palette(shadow); border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: palette(mid); }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: palette(base); border: 1px solid palette(midlight); padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: palette(highlight); color: palette(highlighted-text); }
QMenu::item:disabled { color: palette(mid); }
QMenu::separator { height: 1px; background: palette(midlight); margin: 5px 6px; }
QMenuBar { background: palette(base); }
QSplitter::handle { background: palette(midlight); }
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit, QPlainTextEdit[boxed="true"] {
  background: palette(alternate-base);
  border: 1px solid palette(shadow); border-radius: 8px; padding: 6px 10px;
  selection-background-color: palette(highlight);
  selection-color: palette(highlighted-text); }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus,
QPlainTextEdit[boxed="true"]:focus {
  border: 2px solid palette(highlight); padding: 5px 9px; }
QLineEdit:disabled, QComboBox:disabled { color: palette(mid); }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: url("@look@/arrow.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: palette(base); border: 1px solid palette(midlight);
  padding: 4px; outline: 0; selection-background-color: palette(highlight);
  selection-color: palette(highlighted-text); }
QDateTimeEdit::drop-down { border: 0; width: 26px; }
QDateTimeEdit::down-arrow { image: url("@look@/arrow.svg"); width: 14px; height: 14px; }
QDateTimeEdit:disabled { color: palette(mid); }
QSpinBox QLineEdit { border: 0; padding: 0 6px; background: transparent; }
QTimeEdit QLineEdit { border: 0; padding: 0 6px; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
  width: 0; border: 0; }
QTimeEdit::up-arrow, QTimeEdit::down-arrow { image: none; width: 0; height: 0; }
QCheckBox { spacing: 8px; }
QTableView { background: palette(base); border: 0; outline: 0; gridline-color: transparent; }
QListWidget { background: palette(alternate-base); border: 1px solid palette(shadow);
  border-radius: 8px; padding: 4px; outline: 0; }
QListWidget:focus { border: 2px solid palette(highlight); padding: 3px; }
QListWidget::item { padding: 6px 8px; border-radius: 6px; color: palette(text); }
QListWidget::item:selected { background: palette(midlight); color: palette(text); }
QHeaderView::section { background: palette(base); color: palette(dark); border: 0;
  border-bottom: 1px solid palette(midlight); padding: 7px 8px; }
QTableCornerButton::section { background: palette(base); border: 0;
  border-bottom: 1px solid palette(midlight); border-right: 1px solid palette(midlight); }
QProgressBar { background: palette(midlight); border: 0; border-radius: 2px; max-height: 4px;
  min-height: 4px; }
QProgressBar::chunk { background: palette(highlight); border-radius: 2px; }
"""


def style_sheet() -> str:
    """Return the one style sheet; it names palette roles only, so both themes share it."""
    return _QSS.replace("@look@", (resources() / "look").as_posix())


def load_fonts() -> None:
    """Make the shipped faces known to Qt."""
    for path in sorted((resources() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def families(language: str) -> list[str]:
    """Return font families for `language`: Latin, the right Han face, the others, emoji last."""
    first = _CJK.get(language) or _CJK.get(language[:2]) or _CJK["zh_CN"]
    rest = [face for faces in _CJK.values() for face in faces[:1] if face not in first]
    return [_LATIN, *first, *rest, "Noto Sans", "DejaVu Sans", *_EMOJI]


def font(px: float = 13.0, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return the interface face at `px` logical pixels (it grows with the person's text size)."""
    return QFont(_font(px, weight, tabular, QGuiApplication.font().families()[0]))


@lru_cache(maxsize=64)
def _font(px: float, weight: int, tabular: bool, _family: str) -> QFont:
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(px * _Scale.text * 72.0 / 96.0)
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


class _Scale:
    text: float = 1.0


def system_theme() -> str:
    """Return `dark` where the desktop says so, else `light`."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, wish: str, *, language: str = "", text_scale: float = 1.0) -> None:
    """Dress the program once: style, fonts, style sheet, and the palette of `wish`.

    `wish` is `light`, `dark` or `system`.
    """
    app.setStyle("Fusion")
    load_fonts()
    _Scale.text = text_scale
    face = QFont()
    # a family that is not there costs a search at each first use
    there = set(QFontDatabase.families())
    wanted = families(language or QLocale.system().name())
    face.setFamilies([name for name in wanted if name in there] or wanted)
    face.setPointSizeF(13 * text_scale * 72.0 / 96.0)
    face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    _font.cache_clear()
    app.setFont(face)
    switch(app, wish)
    app.setStyleSheet(style_sheet())
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: _follow(app))


def switch(app: QApplication, wish: str) -> None:
    """Change to another theme: the palette, and the same style sheet once more.

    Under a style sheet Qt hands a new palette to the top windows alone; setting the sheet again
    takes it to every widget in them.
    """
    _Now.wish = wish
    name = system_theme() if wish == "system" else wish
    _Now.theme = load(name)
    app.setPalette(_palette(theme().colours))
    if app.styleSheet():
        app.setStyleSheet(app.styleSheet())


def _follow(app: QApplication) -> None:
    if _Now.wish == "system":
        switch(app, "system")
