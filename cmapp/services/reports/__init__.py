"""Reports that anyone can make again: `make(db, query, app)` gives the same report from the same
rows, whenever and wherever it runs.

Nothing here asks a clock, a locale or a setting: "now" is the query's `as_of`.
"""  # noqa: D205

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from cmapp.domain import report as model
from cmapp.domain.errors import Missing
from cmapp.domain.report import Query, Report, Section
from cmapp.services.reports import blocks, closing
from cmapp.store import accounts as accounts_store
from cmapp.store import report_rows
from cmapp.store.sqlite import Connection


def make(db: Connection, query: Query, app: str) -> Report:
    """Return the report with its hash. Raises Missing (`unknown_account`, `unknown_chart`,
    `unknown_item`), Rejected (`bad_block`).
    """  # noqa: D205
    names = []
    for account_id in query.accounts:
        account = accounts_store.by_id(db, account_id)
        if account is None:
            raise Missing("unknown_account", id=account_id)
        names.append((account.id, account.handle, account.platform))
    made: list[Section | None] = []
    for block in query.blocks:
        made.append(None if block["kind"] in closing.BLOCKS else blocks.section(db, query, block))
    known = [one for one in made if one is not None]
    rows = report_rows.fingerprints(db, query.accounts, query.since, query.until, query.as_of)
    report = Report(query, app, tuple(names), rows, ())
    whole = tuple(
        closing.section(db, report, known, block) if one is None else one
        for one, block in zip(made, query.blocks, strict=True)
    )
    report = dataclasses.replace(report, sections=whole)
    return dataclasses.replace(report, hash=model.document(report)["hash"])


def kinds() -> Sequence[str]:
    """Return the kinds of blocks there are."""
    return (*blocks.BLOCKS, *closing.BLOCKS)
