"""What is known of a piece of writing and never goes out: its brief (DR-07, DR-13, CT-01 …).

Names that are not known here are kept as they are; those that are must make sense.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cmapp.domain.errors import Rejected

ORIGINS = ("original", "repost")
FRAMES = ("gain", "loss")
"""Whether it tells of what is won or of what is lost, for a later comparison (DR-13)."""
STORY = ("truth", "plot", "theme", "brand")
"""The four fields of the story template (CT-06)."""
RATING = ("expert", "creative", "relevant")
"""What a piece is rated for by who wrote it, 1 to 5 each (CT-09)."""
_WORDS = (
    "theme", "form", "cadence", "owner", "goal", "source", "credit", "audience", "tone",
)  # fmt: skip
LONGEST = 2000
MOST_CLAIMS = 100


def checked(brief: Mapping[str, Any]) -> dict[str, Any]:
    """Return a brief without what is empty. Nothing in it may be impossible.

    Raises Rejected: `bad_brief` with `field` (`claims.2.text` …), `reason` (`not_words`,
    `too_long`, `not_one_of`, `out_of_range`, `too_many`, `empty`) and `value`.
    """
    made = {name: value for name, value in brief.items() if value not in (None, "", [], {})}
    for name in _WORDS:
        if name in made:
            made[name] = _words(made[name], name)
    for name, known in (("origin", ORIGINS), ("frame", FRAMES)):
        if name in made and made[name] not in known:
            raise _bad(name, "not_one_of", made[name])
    if "claims" in made:
        made["claims"] = _claims(made["claims"])
    if "story" in made:
        told = _fields(made["story"], "story", STORY)
        made["story"] = {n: w for n, v in told.items() if (w := _words(v, f"story.{n}"))}
    if "rating" in made:
        rated = _fields(made["rating"], "rating", RATING)
        for name, value in rated.items():
            if type(value) is not int or not 1 <= value <= 5:
                raise _bad(f"rating.{name}", "out_of_range", value)
        made["rating"] = rated
    return {name: value for name, value in made.items() if value not in (None, "", [], {})}


def _claims(found: object) -> list[dict[str, Any]]:
    if not isinstance(found, list | tuple):
        raise _bad("claims", "not_one_of", found)
    if len(found) > MOST_CLAIMS:
        raise Rejected("bad_brief", field="claims", reason="too_many", limit=MOST_CLAIMS)
    made = []
    for n, one in enumerate(found):
        fields = _fields(one, f"claims.{n}", ("text", "source", "verified"))
        text = _words(fields.get("text", ""), f"claims.{n}.text")
        if not text:
            raise _bad(f"claims.{n}.text", "empty", "")
        verified = fields.get("verified", False)
        if type(verified) is not bool:
            raise _bad(f"claims.{n}.verified", "not_one_of", verified)
        source = _words(fields.get("source") or "", f"claims.{n}.source")
        made.append({"text": text, "source": source, "verified": verified})
    return made


def _fields(found: object, name: str, known: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(found, Mapping):
        raise _bad(name, "not_one_of", found)
    if strange := sorted(map(str, set(found).difference(known))):
        raise _bad(f"{name}.{strange[0]}"[:80], "not_one_of", strange[0])
    return dict(found)


def _words(found: object, name: str) -> str:
    if not isinstance(found, str):
        raise _bad(name, "not_words", found)
    if len(found) > LONGEST:
        raise Rejected("bad_brief", field=name, reason="too_long", limit=LONGEST, size=len(found))
    return found.strip()


def _bad(field: str, reason: str, value: object) -> Rejected:
    return Rejected("bad_brief", field=field, reason=reason, value=str(value)[:80])
