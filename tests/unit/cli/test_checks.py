"""`cmapp checks` and `cmapp sheets`: the twins of the list under the composer."""

from __future__ import annotations

import json

from tests.unit.cli.conftest import Shop


def test_a_draft_is_looked_over_let_through_and_put_back(shop: Shop) -> None:
    saved = shop("drafts", "new", "--account", shop.ids[0], "--text", "Call 13812345678")
    draft = saved.json["drafts"][0]["id"]
    told = shop("checks", "run", draft).json
    assert [f["check"] for f in told["findings"]] == ["personal_data"] and told["stops"] == 1
    assert "personal_data" in shop.words("checks", "run", draft).out
    kept = shop("checks", "override", draft, "personal_data", "--reason", "our hotline").json
    assert shop("checks", "run", draft).json["stops"] == 0
    assert "let through" in shop.words("checks", "run", draft).out
    assert shop("checks", "put-back", kept["overrides"][0]["id"]).status == 0
    assert shop("checks", "run", draft).json["stops"] == 1
    log = shop("checks", "overrides", draft).json["overrides"]
    assert [one["reason"] for one in log] == ["our hotline"] and log[0]["ended_at"]
    assert shop("checks", "override", draft, "over_limit", "--reason", "x").code == (
        "cannot_override"
    )
    assert shop("checks", "run").status == 2
    assert {"alt_missing", "over_limit"} <= {
        one["name"] for one in shop("checks", "list").json["checks"]
    }
    assert "over_limit" in shop.words("checks", "list").out


def test_sheets_are_shown_and_set_field_by_field(shop: Shop) -> None:
    assert shop("sheets", "set", "brand", "banned=cheap，便宜", "levels.insult=stop").status == 0
    [shown] = shop("sheets", "show", "brand").json["sheets"]
    assert shown["sheet"] == {"banned": ["cheap", "便宜"], "levels": {"insult": "stop"}}
    shop("sheets", "set", "brand", "banned=", "tone=plain")
    [shown] = shop("sheets", "show", "brand").json["sheets"]
    assert shown["sheet"] == {"levels": {"insult": "stop"}, "tone": "plain"}
    assert shop("sheets", "set", "cadence", "per_week=0").code == "bad_sheet"
    assert shop("sheets", "set", "cadence", "per_week=many").code == "bad_sheet"
    whole = json.dumps({"per_week": 5}).encode()
    assert shop("sheets", "set", "cadence", "--json-stdin", stdin=whole).status == 0
    assert shop("sheets", "set", "cadence", "--json-stdin", stdin=b"[").status == 2
    assert shop("sheets", "set", "cadence", "per_day=1", "--drop").status == 2
    assert shop("sheets", "set", "cadence", "--drop").status == 0
    assert "cadence audience:" in shop.words("sheets", "show").out
    assert shop.words("sheets", "set", "brand", "emoji=lots").err.startswith("cmapp: this sheet")
