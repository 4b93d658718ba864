"""A desk with a morning's worth of people on it, for looking at and testing the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cmapp.domain import chart
from cmapp.domain.query import parse
from cmapp.ui import text
from cmapp.ui.people_reads import PeoplePage
from cmapp.ui.text import HOUR, MINUTE, now
from cmapp.ui.views import (
    AccountView,
    DraftView,
    Findings,
    Hit,
    InboxRow,
    Landing,
    MediaView,
    News,
    OutboxItem,
    PersonView,
    Said,
    Situation,
    Thread,
    Trouble,
)
from tests.support import drawn

PEOPLE = [
    (
        "林晓雯",
        "xiaowen.example",
        "bluesky",
        "comment",
        162,
        "杯子收到就裂了，客服电话打不通。请问怎么退款？我明天要出差，希望今天能有答复。",
    ),
    (
        "Jonas Richter",
        "jonas@social.example",
        "mastodon",
        "reply",
        102,
        "Does the refill pack fit the older 350 ml model? The shop page only mentions the new one.",
    ),
    (
        "陳美玲",
        "meiling@g0v.example",
        "mastodon",
        "mention",
        65,
        "你們下週在台北的活動需要先報名嗎？想帶兩個朋友一起去 🙌",
    ),
    (
        "Amara K.",
        "amara.example",
        "bluesky",
        "message",
        40,
        "I followed the guide and the filter still clogs after a week. Anyone from the team?",
    ),
    (
        "王磊",
        "leiwang@social.example",
        "mastodon",
        "comment",
        31,
        "转发给朋友了，包装真的很好看！什么时候补货？",
    ),
    (
        "Sofia Pinto",
        "sofia.example",
        "bluesky",
        "mention",
        12,
        "Loved the story about the potter. Could you share who made the blue series?",
    ),
    (
        "مريم حداد",
        "maryam.example",
        "bluesky",
        "mention",
        6,
        "هل يمكن شحن الأكواب إلى عمّان؟ وكم تستغرق المدة؟",
    ),
    (
        "Ægir Bartholomew-Featherstonehaugh von und zu Unterwasserburg III",
        "a-very-long-handle-that-goes-on@an-instance-with-a-long-name.example",
        "mastodon",
        "reply",
        2,
        "https://example.com/a/very/long/address/that/has/no/place/to/break/at/all/and/goes/on?really=yes",
    ),
]


class FixtureDesk:
    """Answers like the store, out of a list; remembers what it was asked to do."""

    def __init__(self, people: list[tuple[str, str, str, str, int, str]] | None = None) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        spread = {"n": 0, "median": None, "p90": None}
        self.looks: dict[str, Any] = {
            "insights.show": lambda **_: chart.to_json(drawn.volume()),
            "insights.board": lambda **_: drawn.board(),
        }
        self.answers: dict[str, Any] = {
            "report.figures": {
                "came": 8, "answered": 0, "response": spread, "resolution": spread,
                "in_time": {"n": 0, "share": None}, "resolved": 0, "open": 8, "overdue": 1,
                "sent": 2, "held_first": 1, "by_person": [],
                "taken": {"thanked": 1, "asked_again": 0, "quiet": 1},
            },
        }  # fmt: skip
        self.here = now()
        self.where = Situation(
            network="online",
            flight_since=self.here - 6 * HOUR,
            needs_reply=8,
            overdue=1,
            waiting=6,
            held=2,
        )
        self.rows = [
            InboxRow(
                id=(self.here - m * MINUTE) << 20,
                account="acct0001" if p == "bluesky" else "acct0002",
                platform=p,
                kind=k,
                name=n,
                handle=h,
                text=t,
                created_at=self.here - m * MINUTE,
                state="open",
                due_at=self.here - m * MINUTE + 120 * MINUTE,
            )
            for n, h, p, k, m, t in (PEOPLE if people is None else people)
        ]

    def _of(self, view: str) -> list[InboxRow]:
        if view == "needs_reply":
            return self.rows
        rows = sorted(self.rows, key=lambda r: -r.id)
        return rows if view == "all" else [r for r in rows if r.kind == view]

    def inbox(
        self, view: str, *, start: Any = None, until: Any = None, limit: int
    ) -> list[InboxRow]:
        rows = self._of(view)
        at = 0
        if start is not None:
            at = next((i for i, r in enumerate(rows) if r.id >= start[0]), len(rows))
        found = rows[at : at + limit]
        return [r for r in found if until is None or r.id < until[0]]

    def fences(self, view: str, *, step: int) -> tuple[int, list[Any]]:
        rows = self._of(view)
        return len(rows), [(r.id,) for r in rows[::step]]

    def ids(self, view: str, *, limit: int) -> list[int]:
        return [r.id for r in self._of(view)][:limit]

    def alike(self, group: Any) -> list[int]:
        return [r.id for r in self.rows if r.group == group]

    def labels(self) -> list[tuple[str, int]]:
        return [("refund", 12), ("发货", 3)]

    def assignees(self) -> list[str]:
        return ["me", "小李"]

    def searches(self) -> list[tuple[str, str]]:
        return [("Refunds", "退款 is:open")]

    def notes(self, item: int) -> list[tuple[int, str]]:
        return []

    def count(self, view: str) -> int:
        return len(self._of(view))

    def people(self, query: str, *, after: Any = None, limit: int = 50) -> PeoplePage:
        return PeoplePage((), (), more=False)

    def people_total(self, query: str) -> int:
        return 0

    def person(self, profile: int, *, since: int | None = None) -> None:
        return None

    def segments(self) -> list[tuple[str, str]]:
        return []

    def tags(self) -> list[tuple[str, int]]:
        return []

    def thread(self, item: int) -> Thread | None:
        row = next((r for r in self.rows if r.id == item), None)
        if row is None:
            return None
        us = "青瓦陶舍"
        posts = [
            Said(
                1,
                us,
                "qingwa.example",
                row.platform,
                "新品上架：手作陶杯，六种釉色，每只都不一样。欢迎到店挑选，也可以线上预订。",
                self.here - 26 * HOUR,
                mine=True,
                likes=38,
                replies=12,
                media=(MediaView("image", "六只陶杯摆在木桌上，釉色从青到赭"),),
            ),
            Said(row.id, row.name, row.handle, row.platform, row.text, row.created_at, focus=True),
            Said(
                3,
                "Jonas Richter",
                "jonas@social.example",
                row.platform,
                "Same here, they replaced mine within two days though.",
                row.created_at + 11 * MINUTE,
                to=row.name,
            ),
        ]
        if row.kind == "comment":
            waiting = self.outbox()[0]
            posts.append(
                Said(
                    4,
                    us,
                    "qingwa.example",
                    row.platform,
                    waiting.text,
                    waiting.made_at,
                    mine=True,
                    pending=waiting,
                )
            )
        return Thread(
            item=item,
            account=row.account,
            platform=row.platform,
            as_name=us,
            title="新品上架：手作陶杯" if row.kind != "message" else "",
            kind=row.kind,
            state="open",
            posts=tuple(posts),
            read_at=self.here - 20 * MINUTE,
            person=PersonView(
                row.name,
                row.handle,
                row.platform,
                bio="Tea, glaze and old trains.",
                followers=214,
                messages=14,
                first_at=self.here - 240 * 24 * HOUR,
                recent=(
                    (self.here - 40 * 24 * HOUR, "上次的茶壶很好用，谢谢！"),
                    (self.here - 90 * 24 * HOUR, "请问支持刻字吗？"),
                ),
            ),
        )

    def outbox(self) -> list[OutboxItem]:
        h = self.here

        def item(**k: Any) -> OutboxItem:
            base: dict[str, Any] = dict(
                account="acct0001",
                platform="bluesky",
                as_name="青瓦陶舍",
                kind="reply",
                state="ready",
                reason="",
                made_at=h - 30 * MINUTE,
            )
            return OutboxItem(**{**base, **k})

        return [
            item(
                id=11,
                text="非常抱歉！已为您登记换货，今天 18:00 前客服会打给您；运费由我们承担。",
                to_name="林晓雯",
                to_handle="xiaowen.example",
                facts={"why": "flight"},
            ),
            item(
                id=12,
                platform="mastodon",
                state="review",
                reason="parent_edited",
                text="Yes, the refill fits the 350 ml model.",
                to_name="Jonas Richter",
                to_handle="jonas@social.example",
                made_at=h - 4 * HOUR,
                parent_text="Does the refill pack fit the older 350 ml model?",
                news=(
                    News(
                        "parent_edited",
                        h - 90 * MINUTE,
                        "Jonas Richter",
                        "Does the refill pack fit the older 250 ml model?",
                        "Does the refill pack fit the older 350 ml model?",
                    ),
                ),
            ),
            item(
                id=13,
                platform="mastodon",
                state="review",
                reason="answered_by_us",
                text="報名連結在置頂貼文，歡迎帶朋友！",
                to_name="陳美玲",
                to_handle="meiling@g0v.example",
                made_at=h - 4 * HOUR,
                news=(
                    News(
                        "answered_by_us", h - 2 * HOUR, "@qingwa_taipei", "不用報名，直接來就可以。"
                    ),
                ),
            ),
            item(
                id=14,
                state="uncertain",
                text="The blue series is by Ana Ferreira, in Porto.",
                to_name="Sofia Pinto",
                to_handle="sofia.example",
                made_at=h - 2 * HOUR,
                attempts=1,
            ),
            item(
                id=15,
                state="rejected",
                reason="too_long",
                text="Thank you for writing in such detail about the filter…" * 3,
                to_name="Amara K.",
                to_handle="amara.example",
                facts={"limit": 300, "size": 412},
                attempts=1,
            ),
            item(
                id=16,
                state="sent",
                text="谢谢支持，下周三补货。",
                to_name="王磊",
                to_handle="leiwang@social.example",
                platform="mastodon",
                sent_at=h - 3 * MINUTE,
                url="https://social.example/@qingwa/1",
            ),
            item(
                id=17,
                state="sent",
                kind="publish",
                text="Studio open day: Saturday 10:00 – 17:00.",
                sent_at=h - 50 * MINUTE,
            ),
        ]

    def accounts(self) -> list[AccountView]:
        can = {"reply": "", "publish": "", "messages": "", "own_posts": ""}
        return [
            AccountView(
                "acct0001",
                "bluesky",
                "https://bsky.example",
                "qingwa.example",
                "青瓦陶舍",
                "ok",
                synced_at=self.here - 3 * MINUTE,
                limits={"graphemes": 300, "bytes": 3000},
                can={**can, "messages": "not_offered"},
            ),
            AccountView(
                "acct0002",
                "mastodon",
                "https://social.example",
                "qingwa@social.example",
                "青瓦陶舍",
                "sign_in",
                synced_at=self.here - 5 * HOUR,
                problem="sign_in_needed",
                limits={"characters": 500},
                can=can,
            ),
        ]

    def metrics(self, account: str) -> dict[str, int | None]:
        return {
            "followers": 1843,
            "likes": 912,
            "replies": 120,
            "reposts": 41,
            "views": None,
            "clicks": None,
        }

    def troubles(self) -> list[Trouble]:
        return [Trouble("acct0002", "青瓦陶舍 · Mastodon", "sign_in_needed", {}, self.here - HOUR)]

    def word_lists(self) -> dict[str, tuple[str, ...]]:
        return {"sensitive": ("召回",)}

    def drafts(self) -> list[DraftView]:
        return [
            DraftView(
                "31",
                "acct0001",
                None,
                "Kiln notes: why the blue one runs\n\nWe fired the new glaze at 1240°…",
                self.here - 20 * MINUTE,
            )
        ]

    def draft(self, number: int) -> DraftView | None:
        return next((d for d in self.drafts() if int(d.id) == number), None)

    def planned(self) -> list[DraftView]:
        return []

    def situation(self) -> Situation:
        return self.where

    def landing(self) -> Landing | None:
        rows = self.outbox()
        return Landing(
            self.here - 6 * HOUR - 12 * MINUTE,
            self.here,
            tuple(r for r in rows if r.state == "sent"),
            tuple(r for r in rows if r.state == "review"),
            tuple(r for r in rows if r.state == "uncertain"),
            tuple(r for r in rows if r.state == "rejected"),
            {"acct0001": 41, "acct0002": 23},
        )

    def search(
        self, query: str, *, limit: int, behind: int | None, best: bool, still: Callable[[], bool]
    ) -> Findings:
        asked = parse(query, now=text.now())
        wanted = [w.text for w in asked.words()]
        hits = [
            Hit(
                row.id,
                row.account,
                row.platform,
                row.name,
                row.handle,
                row.text,
                row.created_at,
                tuple((row.text.find(w), len(w)) for w in wanted),
                row.id,
                row.id,
                row.kind,
            )
            for row in sorted(self.rows, key=lambda r: -r.id)
            if all(w in row.text for w in wanted) and (behind is None or row.id < behind)
        ]
        notes = tuple((n.code, n.part) for n in asked.notes)
        return Findings(tuple(hits[:limit]), len(hits) > limit, notes)

    def names(self, begun: str) -> list[str]:
        known = dict.fromkeys(r.handle for r in self.rows if begun in r.name + r.handle)
        return [f"@{handle}" for handle in known]

    def mentionable(self, begun: str) -> list[tuple[str, str, str]]:
        known = [(h, n, f"{p}:x" if p == "mastodon" else p) for n, h, p, *_ in PEOPLE]
        return [k for k in known if k[0].startswith(begun) or k[1].startswith(begun)]

    def own_texts(self) -> list[str]:
        return ["New cups #ceramics #茶", "Old cups #ceramics"]

    def count_hits(self, query: str, still: Callable[[], bool]) -> int:
        return len(self.search(query, limit=10**6, behind=None, best=False, still=still).hits)

    def look(self, command: str, /, **args: Any) -> dict[str, Any]:
        found = self.looks.get(command, {})
        return dict(found(**args) if callable(found) else found)

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        self.calls.append((command, args))
        answer = self.answers.get(command, {})
        if isinstance(answer, Exception):
            raise answer
        return answer(args) if callable(answer) else dict(answer)
