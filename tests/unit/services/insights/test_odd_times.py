"""No account, no data, one thing, the future, a clock that jumped: words, never zeros or a crash.

Requirements: N12, AC-10.
"""

from __future__ import annotations

import pytest

from cmapp.services import insights
from cmapp.services.wordbook import LANGUAGES, entries, say
from tests.support.books import DAY, Books

MONDAY = 1_772_409_600_000
HOUR = 3_600_000
MINE = (
    "volume", "attitude", "response", "growth", "heat", "periodicity", "reply_kinds", "scorecard",
    "audience",
)  # fmt: skip


def every(name: str) -> list[dict[str, str]]:
    """Return each choice of a chart's options, one at a time."""
    options = insights.get(name).options
    return [{}, *({n: v} for n, values in options.items() for v in values[1:])]


@pytest.mark.parametrize("name", MINE)
def test_nobody_and_nothing_have_words(books: Books, name: str):
    for choice in every(name):
        nobody = books.draw(name, books.scope(MONDAY, MONDAY + DAY, accounts=()), **choice)
        assert nobody.empty is not None and nobody.empty.code == "chart.no_accounts"
    books.account("a")
    for choice in every(name):
        dark = books.draw(name, books.scope(MONDAY, MONDAY + 3 * DAY), **choice)
        if name == "scorecard":  # an account is a row, whatever is known of it
            assert {d.value for s in dark.series for d in s.data} <= {None, 0}
            assert next(d.why for s in dark.series for d in s.data if s.id == "interactions")
            continue
        assert dark.empty is not None and dark.series == () and dark.figures == (), choice
        for language in LANGUAGES:
            assert "—" not in say(dark.empty, language).replace("——", "")


@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("now", [MONDAY - 40 * DAY, MONDAY + HOUR, MONDAY + 400 * DAY])
def test_one_thing_and_a_clock_that_jumped(books: Books, name: str, now: int):
    books.account("a")
    books.came(
        [
            {
                "created_at": MONDAY + HOUR,
                "needs_reply": 1,
                "signals": '["praise"]',
                "first_reply_at": MONDAY - HOUR,  # answered before it was said
                "done_at": MONDAY - HOUR,
            }
        ]
    )
    books.watched("a", MONDAY - DAY, MONDAY + 2 * DAY)
    for zone in ("UTC", "America/New_York", "Asia/Kathmandu"):
        scope = books.scope(MONDAY - 2 * DAY, MONDAY + 3 * DAY, zone, now=now)
        for choice in every(name):
            chart = books.draw(name, scope, **choice)
            for series in chart.series:
                for datum in series.data:
                    assert datum.value is None or datum.value >= 0, (choice, datum)
            for figure in chart.figures:
                if figure.unit in ("minutes", "share"):
                    assert figure.value is None, "one case is not enough"


@pytest.mark.parametrize("name", MINE)
def test_each_word_of_a_chart_is_in_the_book(books: Books, name: str):
    books.account("a")
    books.came([{"created_at": MONDAY + n, "needs_reply": 1} for n in range(9)])
    for choice in every(name):
        chart = books.draw(name, books.scope(MONDAY, MONDAY + 3 * DAY), **choice)
        said = [chart.title, chart.x.label, chart.y.label, *chart.notes]
        said += [s.label for s in chart.series] + [f.label for f in chart.figures]
        said += [word for axis in (chart.x, chart.y) for _, word in axis.ticks]
        assert {w.code for w in said if not w.text} <= set(entries())
        whys = {d.why for s in chart.series for d in s.data} | {f.why for f in chart.figures}
        assert {f"why.{w}" for w in whys if w} <= set(entries())
    assert f"{name}.title" in entries()
