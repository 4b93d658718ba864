"""Tables come in whole or not at all, once, to the number; and go out again exactly."""

from __future__ import annotations

import csv
import io
import json
import random
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.errors import Missing, Rejected
from tests.support.stage import US, Stage


@pytest.fixture
def shop(stage: Stage) -> Stage:
    """Three posts of ours, read."""
    for text in (
        "Autumn teas are here, come and taste.",
        "Behind the counter today",
        "秋季新品上市",
    ):
        stage.asked("Nice!", parent=stage.world.say(US, text))
    return stage


def posts(stage: Stage) -> list[dict[str, Any]]:
    def look(db: Any) -> list[dict[str, Any]]:
        return [dict(r) for r in db.execute(
            "SELECT * FROM v_posts WHERE account_id IS NOT NULL ORDER BY post_id")]  # fmt: skip

    return stage.engine.desk.store.read(look)


def everything(stage: Stage) -> list[tuple[Any, ...]]:
    """All that imports can change, but for the record of the files."""

    def look(db: Any) -> list[tuple[Any, ...]]:
        found = [tuple(r) for r in db.execute("SELECT * FROM measures ORDER BY 1, 2, 3, 4, 5")]
        found += [tuple(r)[1:5] for r in db.execute("SELECT * FROM contact_facts ORDER BY id")]
        found += [tuple(r) for r in db.execute("SELECT count(*) FROM contacts")]
        return found

    return stage.engine.desk.store.read(look)


def measured(stage: Stage, name: str) -> list[tuple[int, float]]:
    def look(db: Any) -> list[tuple[int, float]]:
        return [(r[0], r[1]) for r in db.execute(
            "SELECT post_id, value FROM measures WHERE name = ? ORDER BY post_id, at", (name,)
        )]  # fmt: skip

    return stage.engine.desk.store.read(look)


def a_csv(
    path: Path, header: list[str], *rows: list[Any], sep: str = ",", encoding: str = "utf-8"
) -> str:
    out = io.StringIO(newline="")
    made = csv.writer(out, delimiter=sep)
    made.writerow(header)
    made.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return str(path)


def run(stage: Stage, file: str, **more: Any) -> dict[str, Any]:
    return stage.call("imports.run", file=file, zone="UTC", **more)


def preview(stage: Stage, file: str, **more: Any) -> dict[str, Any]:
    return stage.call("imports.preview", file=file, zone="UTC", **more)


# --- what is measured of posts ------------------------------------------------------------------


def test_the_totals_are_those_of_the_file(shop: Stage, tmp_path: Path) -> None:
    ours = posts(shop)
    rows = [
        [p["url"] or p["remote_id"], 1000 + n, f"{20 + n}.5%", f"0:0{n}:30"]
        for n, p in enumerate(ours)
    ]
    file = a_csv(
        tmp_path / "posts.csv",
        ["Permalink", "Reach", "Completion rate", "Average watch time"],
        *rows,
    )
    seen = preview(shop, file)
    assert [c["field"] for c in seen["columns"]] == ["url", "reach", "completion", "dwell"]
    made = run(shop, file)
    assert (made["applied"], made["rows"], made["kept"]) == (True, len(ours), len(ours))
    assert made["totals"]["reach"]["sum"] == sum(r[1] for r in rows)
    assert measured(shop, "reach") == [(p["post_id"], 1000 + n) for n, p in enumerate(ours)]
    assert measured(shop, "completion") == [
        (p["post_id"], pytest.approx((20 + n + 0.5) / 100)) for n, p in enumerate(ours)
    ]
    assert measured(shop, "dwell") == [(p["post_id"], n + 0.5) for n, p in enumerate(ours)]
    assert seen["totals"] == made["totals"]


def test_a_row_finds_its_post_by_words_and_time(shop: Stage, tmp_path: Path) -> None:
    one = next(p for p in posts(shop) if p["text"].startswith("Autumn"))
    when = one["created_iso"][:16].replace("T", " ")
    file = a_csv(
        tmp_path / "t.csv", ["标题", "发布时间", "播放量", "完播率"],
        ["Autumn teas are here", when, "1.2万", "45%"], ["nobody wrote this down", when, "7", "1%"],
    )  # fmt: skip
    made = run(shop, file)
    assert measured(shop, "views") == [(one["post_id"], 12_000)]
    assert made["unmatched"] == [{"line": 3, "what": "nobody wrote this down", "why": "no_post"}]
    assert made["count"]["unmatched"] == 1


# --- days, campaigns, orders --------------------------------------------------------------------


def test_days_of_a_campaign_are_kept_apart_and_add_up(shop: Stage, tmp_path: Path) -> None:
    text = (
        "# ----------------------------------------\n# Sessions\n# 20261101-20261130\n"
        "# ----------------------------------------\n\n"
        "Date,Session campaign,Session source / medium,Sessions,Key events\n"
        "20261101,autumn,weibo / social,10,1\n20261101,autumn,bluesky / social,5,0\n"
        "20261102,(not set),google / organic,7,2\nGrand total,,,22,3\n"
    )
    (tmp_path / "ga.csv").write_text(text)
    made = run(shop, str(tmp_path / "ga.csv"))
    assert made["totals"]["visits"]["sum"] == 22 and made["totals"]["conversions"]["sum"] == 3
    assert [v for _, v in measured(shop, "visits")] == [15, 7]
    assert made["count"] == {"stops": 0, "notes": 1, "unmatched": 0}
    found = shop.engine.desk.store.read(
        lambda db: [tuple(r) for r in db.execute(
            "SELECT campaign, utm_source, value FROM v_imported WHERE name = 'visits'"
            " ORDER BY line")]
    )  # fmt: skip
    assert found == [("autumn", "weibo", 10), ("autumn", "bluesky", 5), (None, "google", 7)]


def test_orders_count_once_each_whatever_lines_they_have(shop: Stage, tmp_path: Path) -> None:
    file = a_csv(
        tmp_path / "orders.csv", ["Order ID", "Created at", "Total", "Currency", "Discount code"],
        ["#1", "2026-11-01 10:00", "10.50", "EUR", "TEA10"],
        ["#1", "2026-11-01 10:00", "", "EUR", ""],
        ["#2", "2026-11-02 11:00", "20", "EUR", ""],
    )  # fmt: skip
    made = run(shop, file)
    assert made["totals"]["order_value"]["sum"] == 30.5
    assert made["totals"]["conversions"]["sum"] == 2


def test_what_a_customer_is_worth_hangs_on_the_person(shop: Stage, tmp_path: Path) -> None:
    before = everything(shop)
    file = a_csv(
        tmp_path / "ltv.csv", ["Customer", "Lifetime value", "Currency"],
        ["@ana.lopes", "1,250.00", "EUR"], ["nobody", "3.00", "EUR"],
    )  # fmt: skip
    made = run(shop, file)
    assert made["unmatched"] == [{"line": 3, "what": "nobody", "why": "no_person"}]
    facts = shop.engine.desk.store.read(
        lambda db: [tuple(r) for r in db.execute("SELECT name, value, source FROM contact_facts")]
    )
    assert facts == [("customer_value", "1250.00 EUR", f"import:{made['import']}")]
    shop.call("imports.undo", id=made["import"])
    assert everything(shop) == before


def costs(stage: Stage) -> list[tuple[Any, ...]]:
    return stage.engine.desk.store.read(
        lambda db: [tuple(r) for r in db.execute(
            "SELECT amount, currency, first_day, channel, campaign_id, source FROM costs"
            " ORDER BY first_day")]
    )  # fmt: skip


def test_what_was_spent_is_a_cost_and_the_newer_file_counts(shop: Stage, tmp_path: Path) -> None:
    shop.call("campaigns.save", name="Autumn")
    autumn = shop.call("campaigns.list")["campaigns"][0]["id"]
    header = ["Day", "Campaign name", "Amount spent", "Currency"]
    said = {"map": {"Day": "day"}}
    one = run(shop, a_csv(tmp_path / "1.csv", header, ["2026-11-01", "autumn", "10.5", "EUR"],
                          ["2026-11-02", "else", "4", "EUR"]), **said)  # fmt: skip
    was = costs(shop)
    assert was == [
        (10.5, "EUR", "2026-11-01", "", int(autumn), f"import:{one['import']}"),
        (4.0, "EUR", "2026-11-02", "", None, f"import:{one['import']}"),
    ]
    two = run(shop, a_csv(tmp_path / "2.csv", header, ["2026-11-02", "else", "5", "EUR"]), **said)
    assert [c[0] for c in costs(shop)] == [10.5, 5.0]
    shop.call("imports.undo", id=two["import"])
    assert costs(shop) == was
    shop.call("imports.undo", id=one["import"])
    assert costs(shop) == []


# --- once, and exactly back ---------------------------------------------------------------------


def test_the_same_file_twice_changes_nothing(shop: Stage, tmp_path: Path) -> None:
    file = a_csv(tmp_path / "v.csv", ["Date", "Sessions"], ["2026-11-01", 3], ["2026-11-02", 4])
    first = run(shop, file)
    before = everything(shop)
    again = run(shop, file)
    assert (again["applied"], again["import"]) == (False, first["import"])
    assert everything(shop) == before and len(shop.call("imports.list")["imports"]) == 1


def test_a_newer_file_counts_and_taking_it_back_brings_the_older(
    shop: Stage, tmp_path: Path
) -> None:
    one = run(
        shop, a_csv(tmp_path / "1.csv", ["Date", "Sessions"], ["2026-11-01", 3], ["2026-11-02", 4])
    )
    older = everything(shop)
    two = run(
        shop, a_csv(tmp_path / "2.csv", ["Date", "Sessions"], ["2026-11-02", 40], ["2026-11-03", 5])
    )
    assert [v for _, v in measured(shop, "visits")] == [3, 40, 5]
    both = everything(shop)
    shop.call("imports.undo", id=one["import"])
    assert [v for _, v in measured(shop, "visits")] == [40, 5]
    shop.call("imports.redo", id=one["import"])
    assert everything(shop) == both
    shop.call("undo")  # the newest deed
    assert everything(shop) == older
    shop.call("imports.redo", id=two["import"])
    assert everything(shop) == both


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_counts_is_the_newest_that_was_not_taken_back(
    shop: Stage, tmp_path: Path, data: Any
) -> None:
    for one in shop.call("imports.list")["imports"]:
        shop.call("imports.undo", id=one["id"])
    model: dict[str, tuple[bool, dict[str, int]]] = {}
    for n in range(data.draw(st.integers(2, 5))):
        days = data.draw(st.dictionaries(st.integers(1, 5), st.integers(0, 99), min_size=1))
        rows = [[f"2026-11-{d:02}", v] for d, v in days.items()]
        mark = random.random()
        made = run(
            shop,
            a_csv(
                tmp_path / f"{n}.csv", ["Date", "Sessions", f"x{mark}"], *[[*r, n] for r in rows]
            ),
        )
        model[made["import"]] = (True, {f"2026-11-{d:02}": v for d, v in days.items()})
    for _ in range(data.draw(st.integers(1, 6))):
        chosen = data.draw(st.sampled_from(sorted(model)))
        counts = not model[chosen][0]
        shop.call("imports.redo" if counts else "imports.undo", id=chosen)
        model[chosen] = (counts, model[chosen][1])
    expected: dict[str, int] = {}
    for counts, told in (model[k] for k in sorted(model, key=int)):
        expected |= told if counts else {}
    found = shop.engine.desk.store.read(
        lambda db: {r[0][:10]: r[1] for r in db.execute(
            "SELECT measured_iso, value FROM v_measures WHERE name = 'visits'")}
    )  # fmt: skip
    assert found == expected
    view = shop.engine.desk.store.read(
        lambda db: {r[0][:10]: r[1] for r in db.execute(
            "SELECT measured_iso, value FROM v_imported WHERE name = 'visits'")}
    )  # fmt: skip
    assert view == expected


def test_how_columns_are_read_is_remembered_per_set_of_headers(shop: Stage, tmp_path: Path) -> None:
    file = a_csv(tmp_path / "odd.csv", ["Tag", "Besuche"], ["01/02/2026", "5"])
    with pytest.raises(Rejected, match="bad_table"):
        run(shop, file)
    mapped = {"Tag": "day", "Besuche": "visits"}
    with pytest.raises(Rejected, match="import_unclear") as no:
        run(shop, file, map=mapped)
    assert [a["code"] for a in no.value.facts["asks"]] == ["day_order"]
    run(shop, file, map=mapped, day_order="dmy")
    later = a_csv(tmp_path / "odd2.csv", ["Besuche", "Tag"], ["6", "02/02/2026"])
    made = run(shop, later)
    assert made["remembered"] and made["applied"]
    found = shop.engine.desk.store.read(
        lambda db: [r[0][:10] for r in db.execute("SELECT measured_iso FROM v_imported")]
    )
    assert found == ["2026-02-01", "2026-02-02"]
    (layout,) = shop.call("imports.layouts")["layouts"]
    assert layout["map"] == mapped
    assert shop.call("imports.forget", name=layout["name"])["layouts"] == []


# --- nothing guessed, nothing half --------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "row", "ask"),
    [
        (["Date", "Sessions"], ["01/02/2026", "5"], "day_order"),
        (["Date", "Reach"], ["2026-01-02", "5"], "account"),
        (["Date", "Amount spent"], ["2026-01-02", "5"], "currency"),
        (["Date", "Amount spent", "Currency"], ["2026-01-02", "1,234", "EUR"], "decimal"),
        (["Campaign", "Sessions"], ["x", "5"], "day"),
    ],
)
def test_what_can_be_read_two_ways_is_asked(
    shop: Stage, tmp_path: Path, header: list[str], row: list[str], ask: str
) -> None:
    file = a_csv(tmp_path / "f.csv", header, row)
    assert [a["code"] for a in preview(shop, file)["asks"]] == [ask]
    before = everything(shop)
    with pytest.raises(Rejected, match="import_unclear"):
        run(shop, file)
    assert everything(shop) == before
    answers = {"day_order": "mdy", "account": shop.accounts[0], "currency": "EUR",
               "decimal": ",", "day": "2026-01-02"}  # fmt: skip
    assert run(shop, file, **{ask: answers[ask]})["applied"]


@pytest.mark.parametrize(
    ("text", "row", "code"),
    [
        ("Date,Sessions\n2026-11-01,3\n2026-11-0", 3, "half_line"),
        ("Date,Sessions\n2026-11-01\n2026-11-02,3\n", 2, "too_few_cells"),
        ("Date,Sessions\n2026-11-01,3,9\n", 2, "too_many_cells"),
        ("Date,Sessions\n2026-11-01,three\n", 2, "no_number"),
        ("Date,Sessions\n2026-11-01,-3\n", 2, "negative"),
        ("Date,Sessions\nsoon,3\n", 2, "no_day"),
        ("Date,Sessions\n2026-02-30,3\n", 2, "no_day"),
        ("Date,Average time on page\n2026-11-01,3\n2026-11-01,4\n", 3, "said_twice"),
    ],
)
def test_a_wrong_row_is_named_and_keeps_the_file_out(
    shop: Stage, tmp_path: Path, text: str, row: int, code: str
) -> None:
    (tmp_path / "f.csv").write_text(text)
    before = everything(shop)
    seen = preview(shop, str(tmp_path / "f.csv"), account=shop.accounts[0])
    assert [(p["row"], p["code"]) for p in seen["problems"]] == [(row, code)]
    with pytest.raises(Rejected, match="table_refused") as no:
        run(shop, str(tmp_path / "f.csv"), account=shop.accounts[0])
    assert no.value.facts["problems"] == seen["problems"]
    assert everything(shop) == before and shop.call("imports.list")["imports"] == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no_header"), (b"Date,Sessions\n", None), (b'Date,Sessions\n"2026', "not_a_table"),
        (b"Name,Colour\na,b\n", "no_values"), (b"\x00\x01\x02\x03", "no_header"),
        (b"PK\x03\x04broken", "not_a_table"), (b"\xd0\xcf\x11\xe0old", "old_xls"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_such_table_is_refused(
    shop: Stage, tmp_path: Path, data: bytes, reason: str | None
) -> None:
    (tmp_path / "f.csv").write_bytes(data)
    if reason is None:
        assert run(shop, str(tmp_path / "f.csv"))["rows"] == 0
        return
    with pytest.raises(Rejected, match="bad_table") as no:
        run(shop, str(tmp_path / "f.csv"))
    assert no.value.facts["reason"] == reason
    with pytest.raises(Rejected, match="not_found"):
        run(shop, str(tmp_path / "gone.csv"))
    with pytest.raises(Missing, match="unknown_import"):
        shop.call("imports.undo", id="7")


# --- whatever it is written in ------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
@pytest.mark.parametrize("sep", [",", ";", "\t"])
def test_encodings_and_separators_are_seen(
    shop: Stage, tmp_path: Path, encoding: str, sep: str
) -> None:
    words = ("日期", "活動", "會話") if encoding == "big5" else ("日期", "活动", "会话")
    file = a_csv(
        tmp_path / "f.csv", list(words),
        ["2026-11-01", "秋季新品", "1234,5" if sep != "," else "1234.5"],
        sep=sep, encoding=encoding,
    )  # fmt: skip
    made = run(shop, file)
    assert made["separator"] == sep and made["totals"]["visits"]["sum"] == 1234.5
    (campaign,) = shop.engine.desk.store.read(
        lambda db: [r[0] for r in db.execute("SELECT campaign FROM v_imported")]
    )
    assert campaign == "秋季新品"


def test_a_spreadsheet_comes_in_with_what_it_kept(shop: Stage, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "About"
    book.active["A1"] = "Exported by somebody"
    sheet = book.create_sheet("Data")
    sheet.append(["A report"])
    sheet.append(["Date", "Sessions"])
    sheet.append([datetime(2026, 11, 1), 3])  # noqa: DTZ001
    sheet.append([date(2026, 11, 2), "1.234"])
    sheet.append(["2026-11-03", 0.5])
    book.save(tmp_path / "f.xlsx")
    made = run(shop, str(tmp_path / "f.xlsx"))
    assert (made["sheet"], made["sheets"], made["header_at"]) == ("Data", ["About", "Data"], 2)
    assert made["totals"]["visits"]["sum"] == 3 + 1234 + 0.5
    with pytest.raises(Rejected, match="bad_table"):
        run(shop, str(tmp_path / "f.xlsx"), sheet="Nowhere")


GOOD = "Date,Session campaign,Sessions,Average time on page\n" + "".join(
    f"2026-11-{n:02},autumn,{n * 3},0:0{n % 6}:{n:02}\n" for n in range(1, 20)
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_mangled_file_comes_in_whole_or_is_refused(
    shop: Stage, tmp_path: Path, data: Any
) -> None:
    raw = bytearray(GOOD.encode(data.draw(st.sampled_from(["utf-8", "utf-16", "gb18030"]))))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1)) if raw else 0
        match data.draw(st.sampled_from(["cut", "drop", "put", "twice"])):
            case "cut":
                del raw[at:]
            case "drop":
                del raw[at : at + data.draw(st.integers(1, 9))]
            case "put":
                raw[at:at] = data.draw(
                    st.binary(max_size=6) | st.sampled_from([b'"', b",", b"\n", b"\r"])
                )
            case _:
                raw[at:at] = raw[at : at + 30]
    path = tmp_path / "mangled.csv"
    path.write_bytes(bytes(raw))
    before = everything(shop)
    try:
        made = run(shop, str(path), account=shop.accounts[0])
    except Rejected as no:
        json.dumps(dict(no.facts))
        assert everything(shop) == before
        return
    if made["applied"]:
        assert made["count"]["stops"] == 0
        assert everything(shop) != before or made["kept"] == 0
        shop.call("imports.undo", id=made["import"])
    assert everything(shop) == before


def test_the_same_bytes_read_otherwise_are_asked_about_first(shop: Stage, tmp_path: Path) -> None:
    file = a_csv(tmp_path / "v.csv", ["Date", "Sessions"], ["2026-11-01", 3], ["2026-11-02", 4])
    run(shop, file)
    before = everything(shop)
    other = {"map": {"Sessions": "conversions"}}
    asks = shop.call("imports.preview", file=str(file), **other)["asks"]
    assert [(a["code"], a["samples"]) for a in asks] == [("again", ["v.csv"])]
    with pytest.raises(Rejected) as told:
        run(shop, file, **other)
    assert (told.value.why, told.value.facts["reason"]) == ("import_unclear", "again")
    assert everything(shop) == before
    made = run(shop, file, **other, again="yes")
    assert made["applied"] and len(shop.call("imports.list")["imports"]) == 2


def test_a_small_share_of_a_spreadsheet_under_per_cent_is_asked(
    shop: Stage, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Date", "Completion (%)"])
    book.active.append(["2026-11-01", 0.45])
    book.active.append(["2026-11-02", 0.5])
    file = tmp_path / "c.xlsx"
    book.save(file)
    mine = {"map": {"Completion (%)": "completion"}, "account": shop.accounts[0]}
    seen = shop.call("imports.preview", file=str(file), **mine)
    assert [a["code"] for a in seen["asks"]] == ["share"] and seen["totals"] == {}
    for said, sums in (("share", 0.95), ("percent", 0.0095)):
        seen = shop.call("imports.preview", file=str(file), **mine, share=said)
        assert seen["asks"] == []
        assert seen["totals"]["completion"]["sum"] == pytest.approx(sums)
    book.active.append(["2026-11-03", 61])
    book.save(file)
    assert shop.call("imports.preview", file=str(file), **mine)["asks"] == []


# --- posts that come in after the table ---------------------------------------------------------


def late(tmp_path: Path, *rows: list[Any], header: tuple[str, ...] = ()) -> str:
    return a_csv(tmp_path / "late.csv", list(header or ("Post text", "Reach", "Views")), *rows)


def test_a_row_is_matched_when_its_post_comes(shop: Stage, tmp_path: Path) -> None:
    said = "Firing the autumn kiln tonight at nine."
    file = late(tmp_path, [said, 700, 900], ["Never posted anywhere at all", 1, 2])
    made = run(shop, file)
    assert (made["kept"], made["count"]["unmatched"]) == (0, 2)
    shop.asked("Can I watch?", parent=shop.world.say(US, said))
    new = next(p for p in posts(shop) if p["text"] == said)
    assert measured(shop, "reach") == [(new["post_id"], 700)]
    assert measured(shop, "views") == [(new["post_id"], 900)]
    (listed,) = shop.call("imports.list")["imports"]
    assert (listed["kept"], [u["line"] for u in listed["unmatched"]]) == (1, [3])
    shop.call("imports.undo", id=made["import"])
    assert measured(shop, "reach") == measured(shop, "views") == []
    shop.call("imports.redo", id=made["import"])
    assert measured(shop, "reach") == [(new["post_id"], 700)]


def test_what_was_taken_back_before_its_post_came_counts_only_once_it_is_let_in_again(
    shop: Stage, tmp_path: Path
) -> None:
    said = "A post that comes while the table is out."
    made = run(shop, late(tmp_path, [said, 5, 6]))
    shop.call("imports.undo", id=made["import"])
    shop.asked("Hm", parent=shop.world.say(US, said))
    assert measured(shop, "reach") == []
    shop.call("imports.redo", id=made["import"])
    assert [value for _, value in measured(shop, "reach")] == [5]


def test_two_posts_that_it_may_be_leave_it_waiting(shop: Stage, tmp_path: Path) -> None:
    said = "The same words twice in one evening."
    run(shop, late(tmp_path, [said, 5, 6]))
    for _ in range(2):
        shop.world.say(US, said)
    shop.call("sync")
    assert measured(shop, "reach") == []
    assert shop.call("imports.list")["imports"][0]["unmatched"][0]["why"] == "no_post"


def test_a_second_row_that_says_something_else_is_told_and_not_taken(
    shop: Stage, tmp_path: Path
) -> None:
    said = "Two lines of one table are about this."
    run(shop, late(tmp_path, [said, "45%"], [said, "60%"], header=("Post text", "Completion rate")))
    shop.asked("Hm", parent=shop.world.say(US, said))
    assert [value for _, value in measured(shop, "completion")] == [0.45]
    (listed,) = shop.call("imports.list")["imports"]
    assert [(u["line"], u["why"]) for u in listed["unmatched"]] == [(3, "said_twice")]
