"""Who was active by the table of visits is who is among the rows; else the rows are read."""

from __future__ import annotations

import pytest

from cmapp.services import insights
from cmapp.store import audience, returns
from tests.support import posted
from tests.support.posted import DAY, NOW

SINCES = (NOW - 1 * DAY, NOW - 5 * DAY, NOW - 20 * DAY, NOW - 400 * DAY)


@pytest.mark.parametrize("seed", range(4))
def test_visits_tell_what_the_rows_tell(seed: int) -> None:
    with posted.filled(seed) as db:
        people = [r[0] for r in db.execute("SELECT actor_id FROM interactions GROUP BY 1")]
        db.execute("INSERT INTO contacts (id, made_at) VALUES (1, 0)")
        for n, profile in enumerate(people[:3]):  # three profiles are one person
            db.execute("INSERT OR IGNORE INTO contacts (id, made_at) VALUES (?, 0)", (n + 1,))
            db.execute("UPDATE contacts SET person = 1 WHERE id = ?", (n + 1,))
            db.execute("UPDATE profiles SET contact_id = ? WHERE id = ?", (n + 1, profile))
        for whose in (("acc1", "acc2"), ("acc1",), ("acc2",)):
            for since in SINCES:
                assert audience._visits_tell(db, whose, since, NOW)
                told = audience.active(db, whose, since, NOW)
                assert told == audience._among_rows(db, whose, since, NOW)
                assert told == audience.people(db, whose, since, NOW).total
        assert not audience._visits_tell(db, ("acc1", "acc2"), NOW - 9 * DAY, NOW - 3 * DAY)


def test_a_row_that_is_dated_otherwise_than_its_id_is_looked_at() -> None:
    with posted.empty() as db:
        posted.accounts(db, 1)
        item = posted.deed(db, 0, NOW - DAY, "reaction", "u1")
        assert audience._visits_tell(db, ("acc1",), NOW - 5 * DAY, NOW)
        db.execute("UPDATE interactions SET created_at = ? WHERE id = ?", (NOW + 90 * DAY, item))
        assert not audience._visits_tell(db, ("acc1",), NOW - 5 * DAY, NOW)
        assert audience.active(db, ("acc1",), NOW - 5 * DAY, NOW) == 0


@pytest.mark.parametrize("seed", range(4))
def test_who_came_again_is_the_same_by_visits_and_by_rows(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with posted.filled(seed) as db:
        asked = posted.scope(10, view="visits", quiet="14")
        draw = insights.get("returning").draw
        assert returns.told_by_visits(db, asked.accounts, asked.until)
        quick = draw(db, asked)
        monkeypatch.setattr(returns, "told_by_visits", lambda *_: False)
        assert draw(db, asked) == quick
        assert sum(d.value or 0 for d in quick.series[0].data) > 0
