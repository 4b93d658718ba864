"""What is said of people in the network: their figures, and the reasons why they are on a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cmapp.domain.closeness import SHARES, Closeness
from cmapp.ui import text

translate = QCoreApplication.translate


def reach(followers: int | None) -> str:
    """Return the followers in words; unknown stays unknown."""
    if followers is None:
        return translate("network", "followers unknown")
    return translate("network", "{n} followers").format(n=text.number(followers))


def card(node: Mapping[str, Any]) -> list[str]:
    """Return what the pointer shows of a person: name first, then a line each."""
    name = text.isolated(str(node["name"]))
    lines = [name, "@" + str(node["handle"]).lstrip("@")]
    if node["ours"]:
        lines[0] = translate("network", "{name} (you)").format(name=name)
    lines.append(talk(node["answered_by"], node["answers"]))
    lines.append(
        translate("network", "PageRank {rank} · betweenness {between}").format(
            rank=f"{node['pagerank']:.4f}", between=f"{node['betweenness']:.4f}"
        )
    )
    lines.append(reach(node["followers"]))
    return lines


def talk(answered_by: int, answers: int) -> str:
    """Return with how many people somebody talks, both ways."""
    return translate("network", "answered by {n} · answers {m}").format(n=answered_by, m=answers)


def reason(one: Mapping[str, Any]) -> str:
    """Return a reason of a list in words, with its figures."""
    match one["code"]:
        case "answered_by":
            return translate("network", "answered by {people}").format(**one)
        case "answers":
            return translate("network", "answers {people}").format(**one)
        case "between":
            return translate("network", "on {share} of the ways between others").format(
                share=f"{one['share']:.1%}"
            )
        case "pagerank":
            return translate("network", "PageRank {value}").format(value=f"{one['value']:.4f}")
        case "followers":
            return reach(one["followers"])
        case "small_reach":
            return reach(one["followers"])
        case "followers_unknown":
            return reach(None)
        case "drew":
            words = translate("network", "{answered} of {posts} posts drew {people} people")
            return words.format(**one)
        case "talked":
            return translate("network", "talked with {people}").format(**one)
        case "positive":
            words = translate("network", "{positive} positive of {n} to you")
            return words.format(**one)
        case "mood_unknown":
            return translate("network", "attitude unknown")
    return str(one["code"])


def reasons(row: Mapping[str, Any]) -> str:
    """Return the reasons of a row, the weightiest first."""
    return " · ".join(reason(r) for r in row.get("reasons", ()))


def closeness(found: Closeness) -> str:
    """Return how a closeness was worked out, a line for each part."""
    shares, silent = SHARES, found.silent
    lately = (
        translate("network", "never here")
        if silent is None
        else translate("network", "{n} days ago").format(n=round(silent))
    )
    parts = (
        (shares["often"], found.often, translate("network", "how often: {n} from them, {m} "
         "from you in {months} months").format(n=found.theirs, m=found.ours,
                                               months=found.months)),
        (shares["mutual"], found.mutual, translate("network", "how evenly both ways")),
        (shares["lately"], found.lately,
         translate("network", "how lately: {when}").format(when=lately)),
        (shares["common"], found.shared,
         translate("network", "{n} people in common").format(n=found.common)),
    )  # fmt: skip
    return "\n".join(f"{share:.0%} × {value:.2f}  {words}" for share, value, words in parts)
