"""What a shop would have set up on its own beside the demo network: goals, costs, a campaign.

No platform tells these, so a newcomer's charts of them would be bare. All of it goes through the
same commands as a person's and can be changed and taken back like theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cmapp.system import clock

Call = Callable[..., dict[str, Any]]
RIVALS = ("clay_and_co", "teahunter")
TABLE = "numbers.csv"


def keep(call: Call, folder: Path, account: str) -> None:
    """Have goals, an index, costs, ratings, an experiment, notes, and two tables brought in.

    `folder`: where the tables lie as they are read; `account`: whose reach one of them tells.
    """
    today = datetime.fromtimestamp(clock.now() / 1000, UTC).date()

    def days(n: int) -> str:
        return (today + timedelta(days=n)).isoformat()

    goals = (("interactions", "400", "A lively month"), ("answered_share", "90%", ""),
             ("roi", "20%", "Kiln season pays for itself"))  # fmt: skip
    for metric, target, name in goals:
        call(
            "goals.save", metric=metric, target=target, name=name, first_day=days(-20),
            last_day=days(10),
        )  # fmt: skip
    call("index.set", parts=[
        {"name": "answered_share", "kind": "metric", "weight": 3, "worst": 0, "best": 1},
        {"name": "attitude_positive", "kind": "metric", "weight": 2, "worst": 0, "best": 0.5},
        {"name": "Shop feels alive", "kind": "rating", "weight": 1},
    ])  # fmt: skip
    for n, value in ((-24, 3), (-17, 4), (-10, 4), (-3, 5)):
        call("index.rate", name="Shop feels alive", value=value, day=days(n))
    for n in (-23, -16, -9):
        call("costs.save", kind="spend", amount="120", currency="EUR", first_day=days(n),
             channel="Fair", note="Stall")  # fmt: skip
        call("costs.save", kind="return", amount=f"{310 - 5 * n}.50", currency="EUR",
             first_day=days(n + 4), channel="Fair")  # fmt: skip
        call("costs.save", kind="hours", amount="6.5", first_day=days(n), channel="Fair")
    call("decisions.save", finding="Questions about posting wait longest on Sundays",
         change="One of us looks at noon", result_day=days(14))  # fmt: skip
    call("findings.save", title="Talk with Ana about the gift box")
    plan = {"measure": "interactions", "baseline": 6, "sd": 4, "effect": 3, "hypothesis": "A"
            " question at the end draws more answers",
            "labels": {"a": "Plain", "b": "Question"}}  # fmt: skip
    call("experiments.make", name="Ask at the end?", plan=plan)
    lines = ["Date,Reach"]
    lines += [f"{days(n)},{2400 + 90 * (n * n % 11)}" for n in range(-28, 0) if n not in (-12, -11)]
    (folder / "reach.csv").write_text("\n".join(lines) + "\n", "utf-8")
    call("imports.run", file=str(folder / "reach.csv"), zone="UTC", account=account)
    lines = ["Date,Sessions,Orders"]
    lines += [f"{days(n)},{400 + 7 * (n % 9)},{8 + n % 5}" for n in range(-28, 0)]
    table = folder / TABLE
    table.write_text("\n".join(lines) + "\n", "utf-8")
    call("imports.run", file=str(table), zone="UTC")


def campaign(call: Call, accounts: list[str]) -> None:
    """Have a campaign of the posts of the last three weeks, and two competitors to look at."""
    now = clock.now()
    since = datetime.fromtimestamp(now / 1000, UTC).date() - timedelta(days=20)
    shown = call("insights.show", name="top_posts", days=21, zone="UTC")
    posts = [d["x"] for d in shown["series"][0]["data"]][:8] if shown["series"] else []
    made = call("campaigns.save", name="Kiln season", first_day=since.isoformat())["campaigns"][0]
    if posts:
        call("campaigns.put", campaign=str(made["id"]), posts=posts)
    for handle in RIVALS:
        call("rivals.add", handle=handle, account=accounts[0])
