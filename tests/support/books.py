"""A profile's file with rows that a test puts in, and the charts that it is asked for.

books = Books(path)
books.account("a")
books.came([{"created_at": at, "kind": "reply", "signals": '["complaint"]'}])
chart = books.draw("volume", books.scope(since, until, "Asia/Kolkata"), bin="week")
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain.chart import Chart
from cmapp.services import insights
from cmapp.services.insights import Scope
from cmapp.store import sqlite, watched
from cmapp.store.database import Store

DAY = 86_400_000


class Books:
    """The file at `path`, open; nothing is pulled from anywhere."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store.open(path)
        self.n = 0

    def close(self) -> None:
        self.store.close()

    def put(self, sql: str, rows: Sequence[Any]) -> None:
        self.store.write(lambda tx: tx.db.executemany(sql, rows))

    def account(self, name: str, platform: str = "demo", **facts: Any) -> None:
        able = json.dumps({"streams": ["inbox"], **facts})
        self.put(
            "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, capabilities,"
            " added_at) VALUES (?, ?, 'demo', ?, '', ?, ?, 0)",
            [(name, platform, name, name, able)],
        )
        self.person(name)

    def person(self, name: str) -> int:
        self.n += 1
        self.put(
            "INSERT INTO profiles (id, realm, remote_id, handle, seen_at)"
            " VALUES (?, 'demo', ?, ?, 0)",
            [(self.n, name, name)],
        )
        return self.n

    def came(self, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Store interactions; what is not said of them is a mention by the first profile."""
        made: list[dict[str, Any]] = []
        for one in rows:
            self.n += 1
            at = one["created_at"]
            usual = {
                "account_id": "a", "kind": "mention", "actor_id": 1, "seen_at": at,
                "needs_reply": 0, "signals": "[]", "state": "open", "first_reply_at": None,
                "done_at": None, "due_at": at + 7_200_000,
            }  # fmt: skip
            number = (at << 20) + self.n % (1 << 20)
            made.append({**usual, **one, "id": number, "remote_key": str(self.n)})
        if made:
            names = ", ".join(made[0])
            values = ", ".join(f":{name}" for name in made[0])
            self.put(f"INSERT INTO interactions ({names}) VALUES ({values})", made)
        return [one["id"] for one in made]

    def watched(self, account: str, since: int, until: int) -> None:
        self.store.write(lambda tx: watched.note(tx, account, since, until))

    def clear(self) -> None:
        """Forget what came and what was watched, for the next example."""
        for table in ("interactions", "watched", "measures", "outbox"):
            self.put(f"DELETE FROM {table} WHERE ?", [(1,)])

    def scope(self, since: int, until: int, zone: str = "UTC", **more: Any) -> Scope:
        facts: dict[str, Any] = {"now": until, "accounts": ("a",), **more}
        return Scope(since, until, zone, **facts)

    def draw(self, name: str, scope: Scope, **options: str) -> Chart:
        """Return a chart, having looked at what is true of every chart."""
        one = insights.get(name)
        usual = {n: v[0] if v else "" for n, v in one.options.items()}
        chosen = usual | options
        asked = Scope(scope.since, scope.until, scope.zone, scope.now, scope.accounts, chosen)
        chart = self.store.read(lambda db: one.draw(db, asked))
        told = [*chart.figures, *(d for s in chart.series for d in s.data)]
        for each in told:
            assert (each.value is None) == bool(each.why), each
        for each in [f for f in told if f.key][:12]:
            assert self.store.read(lambda db, k=each.key: one.rows(db, asked, k)).total > 0, each
        assert {s.metric for s in chart.series} <= set(one.metrics)
        assert {f.metric for f in chart.figures} <= set(one.metrics)
        return chart

    def rows(self, name: str, scope: Scope, key: str, **options: str) -> Any:
        one = insights.get(name)
        usual = {n: v[0] if v else "" for n, v in one.options.items()}
        asked = Scope(
            scope.since, scope.until, scope.zone, scope.now, scope.accounts, usual | options
        )
        return self.store.read(lambda db: one.rows(db, asked, key))

    def sql(self, query: str, *args: Any) -> list[Any]:
        """Ask the file in plain SQL, beside everything that is tested."""
        db = sqlite.connect(self.path)
        try:
            return db.execute(query, args).fetchall()
        finally:
            db.close()


def figure(chart: Chart, metric: str) -> Any:
    """Return the figure of a metric in a chart's head."""
    return next(f for f in chart.figures if f.metric == metric)


def series(chart: Chart, name: str) -> dict[Any, float | None]:
    """Return the values of a series by x (in a heat map by x and y)."""
    data = next(s for s in chart.series if s.id == name).data
    return {(d.x, d.y) if d.y else d.x: d.value for d in data}
