"""The calendar from a terminal: every command as JSON and as words."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import Shop

AT = ("--at", "2036-12-01T09:00", "--zone", "Europe/Berlin")


def planned(shop: Shop, text: str = "New tea", day: str = "2036-12-01") -> str:
    new = shop("drafts", "new", "--account", shop.ids[0], "--text", text).json
    draft = new["drafts"][0]["id"]
    shop("plan", "set", draft, "--at", f"{day}T09:00", "--zone", "Europe/Berlin")
    return str(draft)


def test_what_is_planned_is_listed(shop: Shop):
    draft = planned(shop)
    found = shop("calendar", "list", "--from", "2036-12-01", "--zone", "Europe/Berlin").json
    assert [(e["draft"], e["time"], e["state"]) for e in found["entries"]] == [
        (draft, "09:00", "queued")
    ]
    said = shop.words("calendar", "list", "--from", "2036-12-01", "--zone", "Europe/Berlin").out
    assert "2036-12-01" in said and "09:00 >" in said and "New tea" in said
    assert shop("calendar").json["entries"] == []
    assert "Nothing is planned" in shop.words("calendar").out
    assert shop("calendar", "list", "--from", "2036-02-30").code == "bad_value"


def test_a_table_goes_out_is_edited_and_comes_in(shop: Shop, tmp_path: Path):
    planned(shop)
    file = tmp_path / "plans.csv"
    assert shop("calendar", "export", str(file)).json["rows"] == 1
    assert "1 rows" in shop.words("calendar", "export", str(file)).out
    text = file.read_text("utf-8-sig")
    file.write_text(text.replace("New tea", "Old tea").replace("2036-12-01", "01.12.2036"))
    dry = shop("calendar", "import", str(file), "--dry-run").json
    assert (dry["changed"], dry["applied"]) == (1, False)
    assert shop("calendar", "import", str(file)).json["changed"] == 1
    assert [d["text"] for d in shop("drafts", "list").json["drafts"]] == ["Old tea"]
    assert shop("undo").status == 0
    assert [d["text"] for d in shop("drafts", "list").json["drafts"]] == ["New tea"]
    file.write_text(text.replace("New tea", "x").replace("09:00", "25:00"))
    refused = shop("calendar", "import", str(file))
    assert refused.code == "table_refused" and refused.status == 1
    said = shop.words("calendar", "import", str(file), "--dry-run").out
    assert "row 2, time: no such time: 25:00" in said
    assert shop("calendar", "import", "none.csv").code == "not_found"
    assert shop("calendar", "export", "-").json["csv"].startswith("\ufeffid,version")
    assert "BEGIN:VEVENT" in shop("calendar", "ics", "-", "--from", "2036-12-01").json["ics"]
    sheet = tmp_path / "plans.xlsx"
    shop("calendar", "export", str(sheet))
    assert shop("calendar", "import", str(sheet)).json["same"] == 1


def test_a_series_needs_an_end(shop: Shop):
    rule = ("--rule", "FREQ=WEEKLY;BYDAY=MO", *AT)
    more = ("--text", "Tip", "--account", shop.ids[0])
    assert shop("calendar", "series", "save", "Tips", *rule, *more).code == "never_ends"
    seen = shop.words("calendar", "series", "preview", *rule, "--count", "3").out
    assert seen.splitlines() == ["  2036-12-01T09:00", "  2036-12-08T09:00", "  2036-12-15T09:00"]
    made = shop("calendar", "series", "save", "Tips", *rule, *more, "--count", "3").json
    number = made["series"][0]["id"]
    shop("calendar", "series", "skip", number, "2036-12-08")
    (one,) = shop("calendar", "series").json["series"]
    assert [n["day"] for n in one["next"]] == ["2036-12-01", "2036-12-15"]
    assert "3 times" in shop.words("calendar", "series", "list").out
    changed = shop("calendar", "series", "save", "--change", number, "--until", "2036-12-10").json
    assert (changed["series"][0]["last_day"], changed["series"][0]["count"]) == ("2036-12-10", None)
    assert shop("calendar", "series", "end", number).json["series"][0]["ended_at"]


def test_slots_ideas_and_gaps(shop: Shop):
    one = shop.ids[0]
    assert (
        len(shop("calendar", "slots", "set", one, "mon,wed@09:00", "fri@18:30").json["slots"]) == 3
    )
    assert shop("calendar", "slots", "set", one, "someday@9").status == 2
    assert "wed 09:00" in shop.words("calendar", "slots").out
    slot = shop("calendar", "slots", "next", "--account", one).json
    idea = shop("calendar", "ideas", "add", "Teas of winter").json["ideas"][0]["id"]
    shop("calendar", "ideas", "add", "Teas of summer")
    shop("calendar", "ideas", "move", idea)
    assert "Teas of winter" in shop.words("calendar", "ideas").out.splitlines()[1]
    shop("calendar", "ideas", "stage", idea, "draft")
    done = shop("calendar", "slots", "plan", idea, "--account", one).json
    assert done["wall"] == slot["wall"]
    found = shop("calendar", "gaps", "--account", one).json
    assert found["accounts"][0]["consistency"]["score"] is None
    assert "score = 100 * on_time / due" in shop.words("calendar", "gaps").out


def test_campaigns_pillars_and_links(shop: Shop):
    made = shop("campaigns", "save", "Winter", "--color", "teal", "--utm", "medium=social").json
    draft = planned(shop, "See https://x.example/?a=1")
    assert shop("campaigns", "put", "Winter", "--draft", draft).json["count"] == 1
    assert shop("campaigns", "show", "Winter").json["drafts"] == [draft]
    assert "1 drafts" in shop.words("campaigns", "show", made["campaigns"][0]["id"]).out
    assert shop("pillars", "save", "tips", "--target", "60").json["pillars"][0]["target"] == 60
    assert shop.words("pillars", "list").out == "tips  60 %\n"
    shop("utm", "save", "usual", "source={platform}", "medium=social")
    built = shop.words(
        "utm", "build", "https://x.example/#a", "--preset", "usual", "--platform", "x"
    )
    assert built.out == "https://x.example/?utm_source=x&utm_medium=social#a\n"
    assert shop("utm", "build", "ftp://x.example", "source=a").code == "bad_url"
    assert shop("utm", "build", "https://x.example", "sauce=a").status == 2
    shop("plan", "clear", draft)
    told = shop("utm", "apply", draft, "content=b", "--dry-run").json
    assert told["variants"][0]["text"] == (
        "See https://x.example/?a=1&utm_source=demo&utm_medium=social&utm_content=b"
    )
    assert shop("campaigns", "remove", "Winter").status == 0
    assert shop("campaigns", "list").json["campaigns"] == []


def test_best_times_say_what_they_do_not_know(shop: Shop):
    assert shop("besttime", shop.ids[0]).json["best"] == []
    assert "Not enough data" in shop.words("besttime", shop.ids[0]).out
    assert shop("besttime", "nobody").code == "unknown_account"
