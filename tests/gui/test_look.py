from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from cmapp.ui import icons, look
from cmapp.ui.widgets.avatar import initials
from cmapp.ui.widgets.card import Ground
from cmapp.ui.window import Window


def luminance(colour: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_stand_out_from_every_ground_they_may_stand_on(name: str) -> None:
    c = look.load(name).colours
    for ground in ("bg", "surface", "raise", "hover", "soft"):
        assert contrast(c["ink"], c[ground]) >= 7, ground
        assert contrast(c["muted"], c[ground]) >= 4.5, ground
    for tone in ("ok", "warn", "bad", "held"):
        assert contrast(c[tone], c["surface"]) >= 4.5, tone
        assert contrast(c[tone], c[f"{tone}_soft"]) >= 4.5, tone
    assert contrast(c["on_accent"], c["accent"]) >= 4.5
    assert contrast(c["accent"], c["soft"]) >= 4.5
    assert contrast(c["on_tip"], c["tip"]) >= 7


@pytest.mark.parametrize("name", ["light", "dark"])
def test_initials_stand_out_from_their_discs_and_white_from_the_badges(name: str) -> None:
    theme = look.load(name)
    assert all(contrast(ground, ink) >= 4.5 for ground, ink in theme.avatars)
    assert all(contrast(ground, "#FFFFFF") >= 3 for ground in theme.platforms.values())


def test_a_colour_that_someone_fades_stays_whole_for_the_others(qapp: QApplication) -> None:
    look.colour("accent").setAlphaF(0.1)
    look.platform_colour("mastodon").setAlphaF(0.1)
    look.avatar_colours("ana")[0].setAlphaF(0.1)
    assert look.colour("accent").alpha() == 255
    assert look.platform_colour("mastodon").alpha() == 255
    assert look.avatar_colours("ana")[0].alpha() == 255


def test_both_themes_have_the_same_tokens() -> None:
    light, dark = look.load("light"), look.load("dark")
    assert light.colours.keys() == dark.colours.keys()
    assert light.platforms.keys() == dark.platforms.keys()
    assert len(light.avatars) == len(dark.avatars)


def test_a_switch_of_theme_is_a_palette_and_no_new_style_sheet(qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert "#" not in sheet.replace("#,", ""), "the style sheet names roles, not colours"
    look.switch(qapp, "dark")
    assert qapp.styleSheet() == sheet
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == "#15181e"
    assert look.colour("ink").name() == "#e9ebef"


def test_a_switch_of_theme_reaches_all_that_is_open(qapp: QApplication, window: Window) -> None:
    window.go("accounts")
    look.switch(qapp, "dark")
    ground = QPalette.ColorRole.Window
    assert {w.palette().color(ground).name() for w in window.findChildren(Ground)} == {"#0e1014"}
    for pane in ("accounts", "inbox"):
        window.go(pane)
        picture = window.grab().toImage()
        across = range(0, picture.width(), 7)
        for y in range(0, picture.height() - 3, 7):
            # a rule of one pixel is no stripe
            bright = min(
                sum(picture.pixelColor(x, line).lightness() > 200 for x in across)
                for line in (y, y + 3)
            )
            assert bright < len(across) / 4, f"a light stripe at {y} of {pane}"


def test_every_icon_is_drawn_alike() -> None:
    drawings = [p for p in (look.resources() / "icons").glob("*.svg") if p.stem != "cmapp"]
    assert len(drawings) > 30
    for path in drawings:
        text = path.read_text()
        assert 'stroke-width="1.6"' in text and "currentColor" in text, path.name
        assert not icons.pixmap(path.stem, QColor("#FF0000")).isNull()


def test_the_interface_face_is_shipped_with_its_licence() -> None:
    folder = look.resources() / "fonts"
    assert "SIL Open Font License" in (folder / "OFL.txt").read_text()
    assert look.families("zh_TW")[:2] == ["Inter", "Noto Sans CJK TC"]
    assert look.families("zh_CN")[1].endswith("SC")
    assert look.families("en")[-1] == "Segoe UI Emoji"


@pytest.mark.parametrize(
    ("name", "handle", "mark"),
    [
        ("林晓雯", "x", "林"),
        ("Jonas Richter", "x", "JR"),
        ("jo", "x", "J"),
        ("🌻 Sunny 🌻", "x", "S"),
        ("", "@mei", "M"),
        ("\u202e", "", "?"),
        ("<img src=x>", "x", "I"),
    ],
)
def test_initials(name: str, handle: str, mark: str) -> None:
    assert initials(name, handle)[:1] == mark[:1]


def test_tokens_are_plain_json() -> None:
    for name in ("light", "dark"):
        json.loads((look.resources() / "look" / f"{name}.json").read_text())
