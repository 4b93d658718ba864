"""The lines that a person reads in the terminal about saved replies and earlier answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cmapp.cli.text import one_line


def replies(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of saved replies and their wordings."""
    if not found["replies"]:
        yield "No saved reply yet. Write one: cmapp replies add TITLE --shortcut SHORT --text TEXT"
    for r in found["replies"]:
        short = f"  ;{r['shortcut']}" if r["shortcut"] else ""
        away = "  (put away)" if r["archived_at"] else ""
        yield f"{r['id']}  {one_line(r['title'], 48)}{short}{away}"
        for v in r["variants"]:
            place = " ".join(p for p in (v["network"], v["lang"]) if p) or "any"
            pictures = f"  [{len(v['media'])} pictures]" if v["media"] else ""
            yield f"    {place}: {one_line(v['text'])}{pictures}"
        if r["unknown"]:
            yield f"    these gaps mean nothing: {', '.join(r['unknown'])}"
        if r.get("outcome"):
            yield "    " + _outcome(r["outcome"])


def _outcome(o: Mapping[str, Any]) -> str:
    return (
        f"used {o['used']}, sent {o['sent']} ({o['edited']} edited before): thanked {o['thanked']},"
        f" wrote again {o['wrote_again']}, quiet {o['quiet']}; still open {o['open']}"
    )


def stats(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell how saved replies did."""
    for r in found["replies"]:
        yield f"{r['id']}  {one_line(r['title'], 40)}: {_outcome(r)}"


def filled(found: Mapping[str, Any]) -> Iterator[str]:
    """Show a text that is filled in, and what is still open."""
    yield found["text"]
    for name, words in (
        ("unknown", "These gaps mean nothing"),
        ("missing", "Not known here"),
        ("questions", "Still to answer (--answer QUESTION=TEXT)"),
    ):
        if found.get(name):
            yield f"{words}: {', '.join(found[name])}"


def kinds(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell how many replies there are of each kind."""
    for kind, count in found["kinds"].items():
        yield f"{kind:8} {count}"
    yield f"{'replies':8} {found['replies']}"


def articles(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell of articles; one alone is shown whole."""
    if not found["articles"]:
        yield "Nothing found. Write an article: cmapp kb add TITLE --text TEXT"
    whole = len(found["articles"]) == 1
    for a in found["articles"]:
        tags = f"  [{', '.join(a['tags'])}]" if a["tags"] else ""
        yield f"{a['id']}  {one_line(a['title'], 60)}{tags}"
        if a["url"]:
            yield f"    {a['url']}"
        yield a["text"] if whole else f"    {one_line(a['text'])}"


def _earlier(e: Mapping[str, Any]) -> Iterator[str]:
    yield f"{e['platform']}, {e['created_at'][:10]}: {one_line(e['question']['text'])}"
    yield f"    → {one_line(e['answer']['text'], 200)}"


def suggestions(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what was answered before, and what could be said."""
    if not any(found[part] for part in ("earlier", "replies", "articles")):
        yield "Nothing like it was answered before."
    for e in found["earlier"]:
        yield from _earlier(e)
    for r in found["replies"]:
        short = f" ;{r['shortcut']}" if r["shortcut"] else ""
        yield f"saved reply {r['id']}{short}: {one_line(r['title'])}"
    for a in found["articles"]:
        yield f"article {a['id']}: {one_line(a['title'])}"


def conflicts(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell where an answer may say otherwise than an earlier one."""
    if not found["conflicts"]:
        yield "No earlier answer says otherwise."
    for c in found["conflicts"]:
        yield from _earlier(c)
        for d in c["differences"]:
            yield f"    then: {one_line(d['before'], 40)}   now: {one_line(d['now'], 40)}"


def exported(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what was written."""
    yield f"{found['count']} written to {found['path']}"


def imported(found: Mapping[str, Any]) -> Iterator[str]:
    """Tell what was brought in."""
    yield f"{found['made']} new, {found['changed']} changed"
    for s in found["skipped"]:
        where = f"row {s['row']}" if "row" in s else str(s.get("title", ""))
        yield f"    left out: {where} ({s['why']})"
