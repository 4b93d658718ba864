"""Commands on the knowledge base and on what was answered before; files in and out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cmapp.domain import tongue
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import answers, bringing
from cmapp.services.bringing import Row
from cmapp.services.commands.replies import saved_json
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import articles, deeds, replies
from cmapp.store.articles import Article
from cmapp.store.database import Tx
from cmapp.store.replies import Variant
from cmapp.store.sqlite import Connection


def article_json(article: Article) -> Json:
    """Return an article as the command line shows it."""
    return {
        "id": str(article.id),
        "title": article.title,
        "text": article.text,
        "url": article.url,
        "lang": article.lang,
        "tags": list(article.tags),
        "changed_at": iso(article.changed_at),
    }


def _article(db: Connection, given: str) -> Article:
    found = articles.by_id(db, number(given, "unknown_article"))
    if found is None:
        raise Missing("unknown_article", id=str(given)[:100])
    return found


def articles_list(desk: Desk, query: str = "", limit: int = 200) -> Json:
    """Return {articles: [...]}: what a query finds, best first; all by title without one."""
    found = desk.store.read(lambda db: articles.find(db, query, limit=limit))
    return {"articles": [article_json(a) for a in found]}


def articles_show(desk: Desk, id: str) -> Json:
    """Return {articles: [it]}."""
    return {"articles": [article_json(desk.store.read(lambda db: _article(db, id)))]}


def articles_save(
    desk: Desk,
    title: str,
    text: str,
    id: str | None = None,
    url: str | None = None,
    lang: str = "",
    tags: Sequence[str] = (),
) -> Json:
    """Write an article (a new one without `id`); returns {articles: [it], undo}.

    Raises Rejected: `empty`, `bad_url` (an address that is not http or https).
    """
    if not title.strip() or not (text.strip() or url):
        raise Rejected("empty", field="text" if title.strip() else "title", reason="empty")
    if url and not url.lower().startswith(("https://", "http://")):
        raise Rejected("bad_url", field="url", reason="bad_url")
    given = number(id, "unknown_article") if id else None

    def go(tx: Tx) -> Json:
        old = articles.by_id(tx.db, given) if given is not None else None
        saved = articles.save(
            tx, title.strip(), text, now=desk.now(), number=given, url=url or None,
            lang=tongue.normal(lang), tags=[t.strip() for t in tags if t.strip()],
        )  # fmt: skip
        undo = undo_by("articles.delete", id=str(saved)) if old is None else _as_it_was(old)
        deeds.add(tx, "articles.save", {"id": str(saved)}, now=desk.now(), undo=undo)
        return {"articles": [article_json(_article(tx.db, str(saved)))], "undo": undo}

    return desk.store.write(go)


def _as_it_was(old: Article) -> Json:
    shown = article_json(old)
    return undo_by("articles.save", **{k: v for k, v in shown.items() if k != "changed_at"})


def articles_delete(desk: Desk, id: str) -> Json:
    """Delete an article; answers with how to get it back."""

    def go(tx: Tx) -> Json:
        old = _article(tx.db, id)
        articles.delete(tx, old.id)
        undo = _as_it_was(old)
        deeds.add(tx, "articles.delete", {"id": id}, now=desk.now(), undo=undo)
        return {"articles": [article_json(old)], "undo": undo}

    return desk.store.write(go)


# what was answered before


def earlier_json(one: answers.Earlier) -> Json:
    """Return an earlier answer as the command line and the window show it."""
    found = one.answer
    return {
        "question": {"id": str(found.question_id), "text": found.question, "author": found.asker},
        "answer": {"id": str(found.answer_id), "text": found.answer, "url": found.url},
        "account": found.account_id,
        "platform": found.platform,
        "created_at": iso(found.at),
        "alike": round(one.score, 2),
    }


def suggestions_json(found: answers.Suggestions) -> Json:
    """Return suggestions as JSON."""
    return {
        "earlier": [earlier_json(e) for e in found.earlier],
        "replies": [saved_json(s) | {"alike": round(score, 2)} for s, score in found.replies],
        "articles": [article_json(a) | {"alike": round(score, 2)} for a, score in found.articles],
    }


def conflicts_json(found: Sequence[answers.Conflict]) -> Json:
    """Return conflicts as JSON."""
    return {
        "conflicts": [
            earlier_json(c.earlier) | {"differences": [asdict(d) for d in c.differences]}
            for c in found
        ]
    }


def for_item(desk: Desk, item: str, most: int = 5) -> Json:
    """Return {earlier, replies, articles}: what may help to answer ITEM, best first."""
    target = number(item)
    return suggestions_json(desk.store.read(lambda db: answers.for_item(db, target, most=most)))


def check(desk: Desk, item: str, text: str) -> Json:
    """Return {conflicts: [...]}: earlier answers to the same question that say otherwise."""
    target = number(item)
    return conflicts_json(desk.store.read(lambda db: answers.check(db, target, text)))


# files


def help_export(desk: Desk, what: str = "replies", kind: str = "json") -> Json:
    """Return {text, count}: saved replies or articles as the content of a file (json, csv)."""
    _known(what, kind)

    def look(db: Connection) -> Json:
        if what == "articles":
            kept = articles.every(db, limit=bringing.MOST_ROWS)
            rows = [Row(a.title, a.text, lang=a.lang, url=a.url or "", tags=a.tags) for a in kept]
            shown = [article_json(a) for a in kept]
        else:
            saved = replies.every(db, limit=bringing.MOST_ROWS)
            rows = [
                Row(s.title, v.text, s.shortcut or "", v.network, v.lang)
                for s in saved
                for v in s.variants
            ]
            shown = [saved_json(s) for s in saved]
        if kind == "csv":
            return {"text": bringing.to_csv(rows), "count": len(shown)}
        body = {"cmapp": what, "version": 1, what: shown}
        return {"text": json.dumps(body, ensure_ascii=False, indent=2), "count": len(shown)}

    return desk.store.read(look)


def _known(what: str, kind: str) -> None:
    if what not in ("replies", "articles") or kind not in ("json", "csv"):
        raise Rejected("unknown_kind", field="kind", reason="unknown", value=f"{what} {kind}")


def help_import(desk: Desk, path: str, what: str = "replies") -> Json:
    """Bring in a file of saved replies or articles (JSON or CSV), all of it or nothing.

    Returns {made, changed, skipped: [{row, why}], undo}. One with the same title takes the new
    wordings in. Raises Rejected (field `file`), Missing (`not_found`).
    """
    _known(what, "json")
    try:
        with Path(path).open("rb") as file:
            data = file.read(bringing.MOST_BYTES + 1)
    except OSError as error:
        raise Missing("not_found", path=path, why=error.strerror) from None
    rows, bad = bringing.read(data)
    take = _take_articles if what == "articles" else _take_replies

    def go(tx: Tx) -> Json:
        made, before = take(tx, rows, bad, desk.now())
        undo = undo_by("answers.put_back", what=what, made=made, before=before)
        deeds.add(
            tx, "answers.import", {"what": what, "rows": len(rows)}, now=desk.now(), undo=undo
        )
        return {"made": len(made), "changed": len(before), "skipped": bad, "undo": undo}

    return desk.store.write(go)


Taken = tuple[list[str], list[Json]]


def _take_replies(tx: Tx, rows: Sequence[Row], bad: list[Json], now: int) -> Taken:
    made: list[str] = []
    before: list[Json] = []
    by_title: dict[str, list[Row]] = {}
    for row in rows:
        by_title.setdefault(row.title, []).append(row)
    for title, each in by_title.items():
        known = replies.titled(tx.db, title)
        wordings = {(v.network, v.lang): v for v in (known.variants if known else ())}
        for row in each:
            place = (row.network.lower(), tongue.normal(row.lang))
            there = wordings.get(place)
            wordings[place] = Variant(*place, row.text, there.media if there else ())
        short = next((r.shortcut.strip().lstrip(";；").casefold() for r in each if r.shortcut), "")
        short = short if len(short) <= 32 and not any(c.isspace() for c in short) else ""
        if short:
            holder = replies.taken(tx.db, title, short, apart_from=known.id if known else None)
            if holder == "shortcut":
                bad.append({"title": title, "why": "shortcut_taken"})
                short = ""
        if known is not None:
            before.append(saved_json(known))
        number_ = replies.save(
            tx,
            title,
            list(wordings.values()),
            now=now,
            number=known.id if known else None,
            shortcut=short or (known.shortcut if known else None),
        )
        if known is None:
            made.append(str(number_))
    return made, before


def _take_articles(tx: Tx, rows: Sequence[Row], bad: list[Json], now: int) -> Taken:
    made: list[str] = []
    before: list[Json] = []
    for row in rows:
        if row.url and not row.url.lower().startswith(("https://", "http://")):
            bad.append({"title": row.title, "why": "bad_url"})
            continue
        lang = tongue.normal(row.lang)
        known = articles.titled(tx.db, row.title, lang)
        if known is not None:
            before.append(article_json(known))
        number_ = articles.save(
            tx, row.title, row.text, now=now, number=known.id if known else None,
            url=row.url or None, lang=lang, tags=row.tags,
        )  # fmt: skip
        if known is None:
            made.append(str(number_))
    return made, before


def help_put_back(
    desk: Desk, what: str, made: Sequence[str], before: Sequence[Mapping[str, Any]]
) -> Json:
    """Take an import back: what it made goes, what it changed is as it was."""
    drop: Callable[[Tx, int], None] = articles.delete if what == "articles" else replies.drop

    def go(tx: Tx) -> Json:
        for each in made:
            drop(tx, number(each))
        for old in before:
            if what == "articles":
                articles.save(
                    tx, old["title"], old["text"], now=desk.now(), number=number(old["id"]),
                    url=old["url"], lang=old["lang"], tags=old["tags"],
                )  # fmt: skip
            else:
                variants = [
                    Variant(v["network"], v["lang"], v["text"], tuple(v["media"]))
                    for v in old["variants"]
                ]
                replies.save(
                    tx, old["title"], variants, now=desk.now(), number=number(old["id"]),
                    shortcut=old["shortcut"],
                )  # fmt: skip
        deeds.add(tx, "answers.put_back", {"what": what}, now=desk.now(), undo=None)
        return {"gone": len(made), "restored": len(before)}

    return desk.store.write(go)
