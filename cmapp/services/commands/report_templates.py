"""Commands on the templates of reports: those that come with the program, and one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain import report as model
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import reports
from cmapp.services.desk import Desk
from cmapp.services.reports import blocks as known_blocks
from cmapp.services.reports import files, templates
from cmapp.services.reports.templates import Template
from cmapp.services.shapes import Json, number, undo_by
from cmapp.store import deeds
from cmapp.store import reports as store
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection

MOST_BLOCKS = 60


def templates_list(desk: Desk) -> Json:
    """Return {templates: [{id, name, own, title, language, logo, period, blocks}], kinds}.

    Those that come with the program have their name for an id.
    """
    own = desk.store.read(store.templates)
    found = [*templates.shipped(), *(_own(one) for one in own)]
    return {"templates": [_shown(one) for one in found], "kinds": list(reports.kinds())}


def _own(one: store.Template) -> Template:
    body = one.body
    return Template(
        one.name, body["blocks"], body["period"], body["title"], body["language"], body["logo"],
        str(one.id), tuple(body.get("accounts", ())),
    )  # fmt: skip


def _shown(one: Template) -> Json:
    return {
        "id": one.id or one.name,
        "name": one.name,
        "own": bool(one.id),
        "title": one.title,
        "language": one.language,
        "logo": one.logo,
        "period": one.period,
        "accounts": list(one.accounts),
        "blocks": [dict(b) for b in one.blocks],
    }


def find(db: Connection, wanted: str) -> Template:
    """Return a template by its id or its name. Raises Missing (`unknown_template`)."""
    own = [_own(one) for one in store.templates(db)]
    for one in (*own, *templates.shipped()):
        if wanted in (one.id, one.name):
            return one
    raise Missing("unknown_template", id=wanted[:80])


def template_save(
    desk: Desk,
    name: str,
    blocks: Sequence[Mapping[str, Any]],
    id: str | None = None,
    title: str = "",
    language: str = "",
    logo: str = "",
    period: str = "week",
    accounts: Sequence[str] = (),
) -> Json:
    """Keep a template of one's own, or write one anew; returns {template, undo}.

    Raises Missing (`unknown_template`, `unknown_chart`, `unknown_file`, `unknown_account`),
    Rejected (`bad_block`, `bad_value`, `bad_logo`, `empty`).
    """
    clean = " ".join(name.split())[:120]
    if not clean:
        raise Rejected("empty", field="name", reason="empty")
    if period not in ("week", "month", "days"):
        raise Rejected("bad_value", field="period", reason="bad_value", value=period[:40])
    body = {
        "blocks": checked_blocks(blocks),
        "title": " ".join(title.split())[:200],
        "language": language_named(language) if language else "",
        "logo": logo,
        "period": period,
        "accounts": [desk.account(a).id for a in accounts],
    }
    if logo:
        desk.store.read(lambda db: files.logo_of(db, desk.paths.media, logo))

    def go(tx: Tx) -> tuple[store.Template, Json]:
        old = _kept(tx.db, id) if id is not None else None
        made = store.save_template(tx, old.id if old else None, clean, body, now=desk.now())
        back = _way_back(made, old)
        deeds.add(tx, "report.template_save", {"id": str(made)}, now=desk.now(), undo=back)
        return _kept(tx.db, str(made)), back

    made, back = desk.store.write(go)
    return {"template": _shown(_own(made)), "undo": back}


def template_delete(desk: Desk, id: str) -> Json:
    """Strike a template of one's own out; returns {undo}. Raises Missing (`unknown_template`)."""

    def go(tx: Tx) -> Json:
        old = _kept(tx.db, id)
        store.delete_template(tx, old.id)
        back = _way_back(old.id, old)
        deeds.add(tx, "report.template_delete", {"id": id}, now=desk.now(), undo=back)
        return back

    return {"undo": desk.store.write(go)}


def template_put_back(desk: Desk, id: str, was: Mapping[str, Any] | None) -> Json:
    """Bring a template back to what it was; None: it was not there. Returns {}."""
    which = number(id, "unknown_template")

    def go(tx: Tx) -> None:
        if was is None:
            store.delete_template(tx, which)
        else:
            store.save_template(tx, which, str(was["name"]), was["body"], now=desk.now())

    try:
        desk.store.write(go)
    except (KeyError, TypeError):
        raise Rejected("bad_value", field="was", reason="bad_value") from None
    return {}


def _way_back(made: int, old: store.Template | None) -> Json:
    was = {"name": old.name, "body": old.body} if old else None
    return undo_by("report.template_put_back", id=str(made), was=was)


def _kept(db: Connection, id: str) -> store.Template:
    found = store.template(db, number(id, "unknown_template"))
    if found is None:
        raise Missing("unknown_template", id=id[:80])
    return found


def checked_blocks(given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return blocks as they are kept. Raises Rejected (`bad_block`), Missing (`unknown_chart`)."""
    if len(given) > MOST_BLOCKS:
        raise Rejected("bad_block", field="blocks", reason="too_many", limit=MOST_BLOCKS)
    return [known_blocks.checked(one) for one in given]


def language_named(name: str) -> str:
    """Return a language. Raises Rejected (`bad_value`) for one that reports do not speak."""
    if name not in model.LANGUAGES:
        raise Rejected("bad_value", field="language", reason="bad_value", value=name[:40])
    return name
