"""The look at a text before it is queued: no gap and no personal data leaves by mistake (DR-09)."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain import lint
from cmapp.domain.errors import Rejected
from cmapp.domain.lint import PERSONAL, Finding
from cmapp.services.desk import Desk
from cmapp.store import watching
from cmapp.store.sqlite import Connection

ALLOW = ("personal_data", "variable")
"""What a person may say yes to, each by its name and for one text at a time."""


def look(desk: Desk, text: str) -> list[Finding]:
    """Return what is found in a text, with the person's own words and what they allow."""

    def ask(db: Connection) -> dict[str, tuple[str, ...]]:
        named = {"sensitive": "sensitive", "insults": "insult", "allowed": "allowed"}
        return {name: watching.words(db, listed) for name, listed in named.items()}

    return lint.look(text, **desk.store.read(ask))


def check(
    desk: Desk, text: str, *, visibility: str, allow: Sequence[str], others: Sequence[str] = ()
) -> None:
    """Refuse a text with a gap, or with personal data where others than its reader see it.

    `others`: further texts that go with it, such as what pictures show. Raises Rejected:
    `open_gaps` (facts `names`, `unknown`), `personal_data` (facts `what`: the codes, `found`:
    [{code, text, start, end}] in `text`), `unknown_allowance`.
    """
    if strange := sorted(set(allow).difference(ALLOW)):
        raise Rejected("unknown_allowance", field="allow", reason="unknown", value=strange[0])
    found = [(f, part) for part in (text, *others) for f in look(desk, part)]
    names = [f.of(part) for f, part in found if f.code == "variable"]
    if names and "variable" not in allow:
        raise Rejected(
            "open_gaps", field="text", reason="gaps", names=", ".join(names), unknown=names,
            missing=[], questions=[],
        )  # fmt: skip
    personal = [(f, part) for f, part in found if f.code in PERSONAL]
    if personal and visibility != "direct" and "personal_data" not in allow:
        raise Rejected(
            "personal_data",
            field="text",
            reason="personal_data",
            what=list(dict.fromkeys(f.code for f, _ in personal)),
            found=[
                {"code": f.code, "text": f.of(part), "start": f.start, "end": f.end}
                for f, part in personal
            ],
        )
