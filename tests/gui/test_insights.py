"""The insights in the window: drawn as they are, walked by keys, tabled, opened down to rows."""

from __future__ import annotations

import dataclasses
import os
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from cmapp.domain.chart import Chart, Say
from cmapp.domain.chart_table import table
from cmapp.ui import look
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.charts import files, words
from cmapp.ui.charts.behind import Behind
from cmapp.ui.charts.layout import build
from cmapp.ui.charts.plot import draw
from cmapp.ui.charts.view import ChartView
from cmapp.ui.insights.dashboard import DashboardPart
from cmapp.ui.window import Window
from tests.gui.live_desk import LiveDesk
from tests.gui.test_review import press, quiet
from tests.support import drawn
from tests.support.stage import ANA, CHEN, US, Stage

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ROLES = ("main", "second", "third", "fourth", "good", "bad", "held", "quiet")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    post = made.world.say(US, "Something new today.")
    made.world.say(ANA, "Is the blue cup vegan?", parent=post)
    made.world.say(CHEN, "希望有礼盒装。", parent=post)
    made.call("sync")
    yield made
    made.close()


@pytest.fixture
def window(stage: Stage, live_window: Callable[[Stage], Window]) -> Window:
    return live_window(stage)


def overview(qtbot: Any, window: Window) -> Any:
    press(qtbot, window, "g6")
    quiet(qtbot, window, lambda: window.shown() == "insights")
    part = window.pane("insights").shown()
    quiet(qtbot, window, lambda: part.charts and all(v.chart for v in part.charts))
    return part


class Silent:
    """Who a chart asks, where nothing is to be asked."""

    def __init__(self) -> None:
        self.looked: list[tuple[str, dict[str, Any]]] = []

    def look(self, command: str, _then: Any, *, stream: str = "", **args: Any) -> None:
        self.looked.append((command, args))


@pytest.fixture
def show(qtbot: Any) -> Any:
    def make(chart: Chart) -> ChartView:
        view = ChartView(Silent())  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(640, 360)
        view.show_chart(chart)
        view.show()
        view.canvas.setFocus()
        qtbot.waitUntil(view.canvas.hasFocus)
        return view

    return make


def key(qtbot: Any, view: ChartView, name: Qt.Key) -> str:
    qtbot.keyClick(view.canvas, name)
    return view.canvas.accessibleName()


# the window


def test_the_overview_is_reached_and_read_by_keys(qtbot, window):
    part = overview(qtbot, window)
    assert [v.chart.name for v in part.charts] == ["volume", "response", "attitude", "growth"]
    quiet(qtbot, window, lambda: part.tiles[0].figure is not None)
    assert part.tiles[0].accessibleName().startswith("Interactions: 2")
    assert "from your own file, no network used" in part.under.text()
    assert all(t.accessibleName() for t in part.tiles)


def test_a_mark_leads_to_its_rows_and_a_row_to_its_conversation(qtbot, window, stage):
    part = overview(qtbot, window)
    view = part.charts[0]
    view.canvas.setFocus()
    for _ in range(40):  # to the last day: today
        qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.canvas.current.value == 2
    qtbot.keyClick(view.canvas, Qt.Key.Key_Return)
    sheet = window.findChild(Behind)
    quiet(qtbot, window, lambda: sheet.list.count() == 2)
    behind = stage.call("insights.rows", name="volume", key=view.canvas.current.key)
    assert behind["total"] == 2
    assert "2 in all" in sheet.words.text()
    heard = sheet.list.item(0).data(SPOKEN)
    assert heard.startswith(behind["rows"][0]["who"]) and behind["rows"][0]["text"] in heard
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: window.shown() == "inbox")
    talk = window.pane("inbox").talk
    quiet(qtbot, window, lambda: talk.thread_ and str(talk.thread_.item) == behind["rows"][0]["id"])


def test_what_is_shown_stays_while_it_is_read_anew(qtbot, window, stage):
    part = overview(qtbot, window)
    views = list(part.charts)
    stage.world.say(ANA, "And the red one?", parent=stage.world.say(US, "More."))
    stage.call("sync")
    part.load()
    quiet(qtbot, window, lambda: part.tiles[0].figure and part.tiles[0].figure.value == 3)
    assert part.charts == views
    assert all(v.isVisible() for v in views)


def test_a_chart_is_shown_large_with_its_choices_and_the_time_before(qtbot, window):
    part = overview(qtbot, window)
    part.charts[0].large.click()
    pane = window.pane("insights")
    assert pane.sections.current() == "charts"
    charts = pane.shown()
    quiet(qtbot, window, lambda: charts.view.chart is not None)
    assert charts.view.chart.name == "volume" and charts.entries["volume"].isChecked()
    kinds = charts._choices["kind"]
    kinds.setCurrentIndex(kinds.findData("comment"))
    kinds.activated.emit(kinds.currentIndex())
    quiet(qtbot, window, lambda: [s.id for s in charts.view.chart.series] == ["comment"])
    charts.compare.setCurrentIndex(charts.compare.findData("before"))
    charts.compare.activated.emit(1)
    quiet(qtbot, window, lambda: charts.other.chart is not None)
    assert charts.other.chart.until == charts.view.chart.since
    assert charts.other.isVisible()


def test_without_an_account_it_says_what_will_be_here(qtbot, tmp_path):
    stage = Stage(tmp_path / "empty", accounts=0)
    desk, bridge = LiveDesk(stage), Bridge()
    part = DashboardPart(Asking(desk, bridge))
    qtbot.addWidget(part)
    part.show()
    part.load()
    qtbot.waitUntil(lambda: not bridge.busy() and part._nothing is not None)
    asked: list[bool] = []
    part.connect_asked.connect(lambda: asked.append(True))
    step = next(b for b in part.places() if b.text() == "Connect an account")
    step.click()
    assert asked == [True] and not part.charts
    bridge.close()
    desk.close()
    stage.close()


# one chart


def test_keys_walk_from_mark_to_mark_and_say_each(qtbot, show):
    view = show(drawn.volume())
    assert key(qtbot, view, Qt.Key.Key_Right) == "Sat 31 Oct: rest, 12, 1 of 14 · What came in"
    assert key(qtbot, view, Qt.Key.Key_Down).startswith("Sat 31 Oct: negative, 4,")
    assert key(qtbot, view, Qt.Key.Key_End).startswith("Fri 13 Nov: negative, 17, 14 of 14")
    for _ in range(8):
        said = key(qtbot, view, Qt.Key.Key_Left)
    assert said.startswith("Thu 5 Nov: negative, not watched, 6 of 14")
    assert "95" not in said and "0," not in said
    assert view.canvas.card().isVisible()
    assert "Unknown: not watched. It is not counted as zero." in view.canvas.card().said
    key(qtbot, view, Qt.Key.Key_Escape)
    assert view.canvas.current is None and view.canvas.accessibleName() == "What came in"


def test_the_card_tells_n_interval_formula_and_what_it_is_not(qtbot, show):
    view = show(drawn.rates())
    key(qtbot, view, Qt.Key.Key_Right)
    told = view.canvas.card().said
    assert told[:3] == ["Mastodon", "Rate: 5.1%", "n = 44 · 95% between 3.4% and 7.2%"]
    from cmapp.services import glossary

    for line in glossary.hover("engagement_rate").split("\n")[1:]:
        assert line in told


def test_keys_zoom_and_come_back(qtbot, show):
    view = show(drawn.volume())
    key(qtbot, view, Qt.Key.Key_Plus)
    assert view.canvas.zoomed
    seen = {m.datum.x for m in view.canvas.scene().marks}
    assert len(seen) < 14
    key(qtbot, view, Qt.Key.Key_End)
    key(qtbot, view, Qt.Key.Key_Right)
    key(qtbot, view, Qt.Key.Key_End)
    assert view.canvas.mark() is not None, "what has the keys is in sight"
    key(qtbot, view, Qt.Key.Key_0)
    assert not view.canvas.zoomed
    key(qtbot, view, Qt.Key.Key_Plus)
    key(qtbot, view, Qt.Key.Key_Minus)
    assert not view.canvas.zoomed


def test_a_click_asks_for_the_rows(qtbot, show):
    view = show(drawn.volume())
    mark = next(m for m in view.canvas.scene().marks if m.datum.key)
    asked: list[str] = []
    view.canvas.asked.connect(asked.append)
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=mark.centre.toPoint())
    assert asked == [mark.datum.key]
    assert view.asking.looked[0][1]["key"] == mark.datum.key
    unknown = next(m for m in view.canvas.scene().marks if m.datum.value is None)
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=unknown.centre.toPoint())
    assert len(asked) == 1


@pytest.mark.parametrize("make", drawn.EVERY)
def test_the_table_equals_the_chart(show, make):
    chart = make()
    view = show(chart)
    view.as_table.click()
    model = view.table().rows
    made = table(chart, words.say)
    assert (model.rowCount(), model.columnCount()) == (len(made.rows), len(made.header))
    data = [d for s in chart.series for d in s.data]
    assert len({id(m.datum) for m in view.canvas.scene().marks}) == len(data)
    first = 2 if chart.form == "heat" else 1
    for row, cells in enumerate(made.rows):
        for column, cell in enumerate(cells):
            shown = model.data(model.index(row, column), DISPLAY)
            heard = model.data(model.index(row, column), SPOKEN)
            assert made.header[column] in heard
            if (row, column) in made.whys:
                assert shown.startswith("—") and "unknown" in heard
            elif column >= first and cell is not None and chart.series[0].unit == "count":
                assert shown == words.plain(cell, 1)
    view.as_table.click()
    assert view.stack.currentWidget() is view.canvas


@pytest.mark.parametrize("make", drawn.EVERY)
@pytest.mark.parametrize("kind", ["svg", "png", "csv", "xlsx"])
def test_a_chart_is_written_into_files(show, tmp_path, make, kind):
    view = show(make())
    told: list[str] = []

    class Teller:
        def emit(self, said: str, _undo: object) -> None:
            told.append(said)

    view.asking.tell = Teller()
    path = tmp_path / f"chart.{kind}"
    view.write(path)
    assert told == [f"Written to chart.{kind}"]
    data = path.read_bytes()
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "csv": b"\xef\xbb\xbf", "xlsx": b"PK"}
    assert data.startswith(begins[kind]) and len(data) > 100
    if kind == "svg":
        assert b"What came in" in data or make is not drawn.volume


def test_a_drawing_is_xml_whatever_signs_stand_in_a_name() -> None:
    chart = dataclasses.replace(drawn.volume(), title=Say(text="a\x0b\x1b\ufffeb"))
    assert ET.fromstring(files.made(chart, "svg")).tag.endswith("svg")


# how it looks


def pictured(chart: Chart, name: str, folder: Path) -> tuple[QImage, Any]:
    """Paint a chart at twice its size, keep the picture, return it and its scene."""
    scene = build(chart, QSizeF(600, 280))
    image = QImage(600, 280, QImage.Format.Format_ARGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    draw(painter, scene)
    painter.end()
    kept = Path(os.environ.get("CMAPP_TEST_PICTURES") or folder)
    kept.mkdir(parents=True, exist_ok=True)
    image.save(str(kept / f"{name}.png"))
    print(kept / f"{name}.png")
    return image, scene


def share(image: QImage, box: Any, colour: QColor, near: float = 0.12) -> float:
    """Return how much of a box has (nearly) a colour."""
    inside = box.toRect().intersected(image.rect())
    hits = total = 0
    for x in range(inside.left(), inside.right()):
        for y in range(inside.top(), inside.bottom()):
            at = image.pixelColor(x, y)
            off = max(
                abs(at.redF() - colour.redF()), abs(at.greenF() - colour.greenF()),
                abs(at.blueF() - colour.blueF()),
            )  # fmt: skip
            hits, total = hits + (off < near), total + 1
    return hits / total if total else 0.0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_gap_is_seen_as_a_gap_and_a_zero_as_nothing(dressed, tmp_path, theme):
    look.switch(dressed, theme)
    image, scene = pictured(drawn.volume(), f"gap-{theme}", tmp_path)
    assert len(scene.holes) == 1 and scene.holes[0].gap.why == "not_watched"
    voids = [m for m in scene.marks if m.shape == "void"]
    assert len(voids) == 4  # two days, two series
    bars = [m for m in scene.marks if m.shape == "bar" and m.box.height() > 8]
    for mark in bars:
        full = look.colour(f"chart_{mark.series.role}")
        assert share(image, mark.box.adjusted(2, 2, -2, -2), full, 0.16) > 0.9
    for mark in voids:
        for role in ("main", "bad"):
            assert share(image, mark.box, look.colour(f"chart_{role}")) < 0.02
        marked = 1 - share(image, mark.box, look.colour("surface"), 0.03)
        assert marked > 0.1, "it is not empty either: it is hatched"
    zero = [m for m in scene.marks if m.datum.value == 0]
    assert zero and all(m.box.height() < 1.5 and m.shape == "bar" for m in zero)
    assert {m.datum.x for m in zero}.isdisjoint({m.datum.x for m in voids})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_line_is_drawn_over_a_time_that_nobody_watched(dressed, tmp_path, theme):
    look.switch(dressed, theme)
    image, scene = pictured(drawn.growth(), f"broken-line-{theme}", tmp_path)
    assert share(image, scene.holes[0].box, look.colour("chart_main")) < 0.005
    right = scene.plot.adjusted(scene.holes[0].box.right() - scene.plot.left(), 0, 0, 0)
    assert share(image, right, look.colour("chart_main"), 0.2) > 0.001


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_too_few_cases_have_no_bar_but_their_n(dressed, tmp_path, theme):
    look.switch(dressed, theme)
    image, scene = pictured(drawn.rates(), f"small-sample-{theme}", tmp_path)
    few = next(m for m in scene.marks if m.datum.why == "too_few")
    assert few.shape == "void"
    assert share(image, few.box, look.colour("chart_main")) < 0.02
    assert any("too few" in w.text and "n = 3" in w.text for w in scene.words)
    assert len(scene.whiskers) == 2, "an interval with each rate"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_unknown_cell_is_no_light_cell(dressed, tmp_path, theme):
    look.switch(dressed, theme)
    image, scene = pictured(drawn.heat(), f"unknown-cell-{theme}", tmp_path)
    unknown, nothing = scene.marks[0], scene.marks[1]
    assert unknown.datum.value is None and nothing.datum.value == 0
    ground = look.colour("surface")
    box = nothing.box.adjusted(3, 3, -3, -3)
    flat = {image.pixelColor(*p).name() for p in corners(box)}
    assert len(flat) == 1, "a cell of nothing is even"
    hatched = {
        image.pixelColor(x, y).name()
        for x in range(int(unknown.box.left()) + 3, int(unknown.box.right()) - 3)
        for y in range(int(unknown.box.top()) + 3, int(unknown.box.bottom()) - 3)
    }
    assert len(hatched) > 2, "an unknown one is hatched"
    assert ground.name() in hatched


def corners(box: Any) -> list[tuple[int, int]]:
    points = (box.topLeft(), box.topRight(), box.bottomLeft(), box.center())
    return [(int(p.x()), int(p.y())) for p in points]


def test_a_switch_of_theme_reaches_a_chart_that_is_shown(qtbot, show, dressed):
    view = show(drawn.volume())

    def bar() -> QColor:
        mark = max(view.canvas.scene().marks, key=lambda m: m.box.height() * (m.shape == "bar"))
        at = view.canvas.mapTo(view, mark.centre.toPoint())
        return view.grab().toImage().pixelColor(at)

    light = bar()
    look.switch(dressed, "dark")
    QApplication.processEvents()
    dark = bar()
    near = look.colour("chart_main")
    assert abs(dark.blueF() - near.blueF()) < 0.16 and dark != light


def test_nothing_is_found_beside_the_plot(show):
    view = show(drawn.volume())
    assert view.canvas.scene().nearest(QPointF(1, 1)) is None


# colours for every eye (Machado, Oliveira, Fernandes 2009, severity 1)

SEEN = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}  # fmt: skip


def linear(colour: QColor) -> list[float]:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def oklab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, c)) for c in rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", SEEN)
def test_the_colours_of_series_stay_apart_for_every_eye(dressed, theme, eyes):
    look.switch(dressed, theme)
    seen = {}
    for role in ROLES:
        rgb = linear(look.colour(f"chart_{role}"))
        seen[role] = oklab(
            [sum(m * c for m, c in zip(row, rgb, strict=True)) for row in SEEN[eyes]]
        )
    for n, one in enumerate(ROLES):
        for two in ROLES[n + 1 :]:
            off = sum((a - b) ** 2 for a, b in zip(seen[one], seen[two], strict=True)) ** 0.5
            assert off > 0.095, (one, two, round(off, 3))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colours_of_series_stand_out_from_the_ground(dressed, theme):
    look.switch(dressed, theme)

    def bright(colour: QColor) -> float:
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))

    ground = bright(look.colour("surface")) + 0.05
    for role in ROLES:
        mark = bright(look.colour(f"chart_{role}")) + 0.05
        assert max(mark, ground) / min(mark, ground) >= 2.95, role


def test_a_post_and_an_answer_behind_a_number_lead_on(qtbot, window, stage):
    from cmapp.ui.charts.opened import Opened

    part = overview(qtbot, window)
    item = stage.call("inbox.list")["items"][0]["id"]
    row = stage.reply(item, "Yes, all of it.")
    stage.send()
    stage.call("sync")
    view = part.charts[0]
    view.open_row("outbox", str(row))
    quiet(qtbot, window, lambda: any(s.list.count() for s in window.findChildren(Opened)))
    sheet = next(s for s in window.findChildren(Opened) if s.list.count())
    assert sheet.said.text() == "Yes, all of it." and "Sent" in sheet.words.text()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: window.shown() == "inbox")
    talk = window.pane("inbox").talk
    quiet(qtbot, window, lambda: talk.thread_ and str(talk.thread_.item) == str(item))


def test_a_post_of_ours_is_shown_with_what_it_got(qtbot, window, stage):
    from cmapp.ui.charts.opened import Opened

    part = overview(qtbot, window)
    ours = stage.engine.desk.store.read(
        lambda db: db.execute(
            "SELECT p.id, p.text FROM posts p WHERE p.kind = 'post' AND p.parent_ref IS NULL"
        ).fetchall()
    )
    part.charts[0].open_row("post", str(ours[0][0]))
    quiet(qtbot, window, lambda: any(s.list.count() for s in window.findChildren(Opened)))
    sheet = next(s for s in window.findChildren(Opened) if s.list.count())
    assert sheet.said.text() == ours[0][1]
    answers = stage.call("insights.opened", kind="post", id=str(ours[0][0]))
    assert answers["total"] == sheet.list.count() and "in all" in sheet.words.text()
    sheet.reject()
    part.charts[0].open_row("post", "999999999")
    quiet(qtbot, window, lambda: True)
