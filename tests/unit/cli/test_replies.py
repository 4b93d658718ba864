"""`cmapp replies`, `cmapp kb`, `cmapp writing-help`: what scripts get, and what people read."""

from __future__ import annotations

from pathlib import Path

from tests.support.chat_endpoint import ChatEndpoint
from tests.unit.cli.conftest import Shop


def test_a_saved_reply_from_writing_to_counting(shop: Shop, tmp_path: Path) -> None:
    made = shop("replies", "add", "Vegan", "--shortcut", "veg", "--text", "Hi {{first_name}}: yes")
    assert made.status == 0
    shop("replies", "add", "Vegan", "--lang", "zh_CN", "--text", "是的")
    (found,) = shop("replies", "list", ";veg").json["replies"]
    assert [v["lang"] for v in found["variants"]] == ["", "zh-Hans"]
    item = shop.asked("Is it vegan?")
    assert shop("replies", "use", "veg", item).json["text"] == "Hi Ana: yes"
    assert "Ana" in shop.words("replies", "use", "veg", item).out
    assert shop("replies", "use", "veg", item, "--send").json["outbox"]["state"] == "ready"
    shop("outbox", "send")
    assert shop.said("Hi Ana: yes") == 1
    (counted,) = shop("replies", "stats").json["replies"]
    assert (counted["used"], counted["sent"], counted["quiet"]) == (1, 1, 1)
    assert shop("replies", "kinds").json["replies"] == 1
    assert "used 1, sent 1" in shop.words("replies", "show", "veg").out
    file = tmp_path / "out.csv"
    assert shop("replies", "export", str(file)).json["count"] == 1
    again = shop("replies", "import", str(file)).json
    assert (again["made"], again["changed"], again["skipped"]) == (0, 1, [])
    assert shop("replies", "archive", "veg").json["replies"][0]["archived_at"]
    assert shop("replies", "list").json["replies"] == []
    shop("replies", "archive", "veg", "--back")
    assert len(shop("replies", "list").json["replies"]) == 1


def test_a_gap_that_nothing_fills_is_named_and_nothing_is_queued(shop: Shop) -> None:
    shop("replies", "add", "Odd", "--text", "{{nonsense}} {{ask:Colour}}")
    item = shop.asked()
    refused = shop("replies", "use", "Odd", item, "--send", "--answer", "Colour=red")
    assert (refused.status, refused.code) == (1, "open_gaps")
    assert "nonsense" in shop.words("replies", "use", "Odd", item, "--send").err
    assert shop("outbox", "list").json["rows"] == []
    assert shop("replies", "use", "Odd", item, "--answer", "nothing").status == 2


def test_earlier_answers_and_thanks(shop: Shop) -> None:
    first = shop.asked("Can the cup go into the microwave?")
    shop("reply", first, "--text", "Yes, it can.")
    shop("outbox", "send")
    item = shop.asked("can a cup go in the microwave too?")
    assert shop("replies", "earlier", item).json["earlier"][0]["answer"]["text"] == "Yes, it can."
    checked = shop("replies", "earlier", item, "--text", "No, it can't.")
    assert checked.json["conflicts"][0]["differences"]
    assert "then:" in shop.words("replies", "earlier", item, "--text", "No, it can't.").out
    assert "Ana" in shop("replies", "thank", item).json["text"]
    assert shop("replies", "thank", item, "--send").json["outbox"]["state"] == "ready"


def test_the_knowledge_base(shop: Shop, tmp_path: Path) -> None:
    made = shop(
        "kb",
        "add",
        "退换货",
        "--text",
        "七天内可以退货",
        "--tag",
        "售后",
        "--url",
        "https://x.example",
    )
    number = made.json["articles"][0]["id"]
    assert shop("kb", "search", "退货").json["articles"][0]["id"] == number
    assert "七天内" in shop.words("kb", "show", number).out
    file = tmp_path / "kb.json"
    shop("kb", "export", str(file))
    shop("kb", "delete", number)
    assert shop("kb", "search").json["articles"] == []
    assert shop("kb", "import", str(file)).json["made"] == 1


def test_writing_help_is_off_then_asks_and_looks(shop: Shop) -> None:
    assert shop("writing-help", "ask", "shorter", "--text", "x y").code == "help_off"
    assert shop.words("writing-help", "show").out.startswith("Off.")
    endpoint = ChatEndpoint()
    try:
        shop("writing-help", "set", "--url", endpoint.url, "--model", "tiny")
        looked = shop("writing-help", "ask", "shorter", "--text", "A text.", "--look")
        assert endpoint.asked == [] and "A text." in looked.json["messages"][1]["content"]
        assert shop("writing-help", "ask", "shorter", "--text", "A text.").json["text"] == "Short."
        assert shop("writing-help", "models").json["models"] == ["tiny", "small"]
        endpoint.manner = "html"
        assert shop("writing-help", "ask", "shorter", "--text", "A text.").code == "help_unusable"
    finally:
        endpoint.close()
