"""The dictionary of metrics as it is told: on hover, in the help, in reports, on the command line.

The definitions are `resources/metrics/*.toml` (`domain/metrics.py`); the words around them are
`resources/insights/glossary.toml`. Help pages are made from it by `packaging/metrics_page.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from cmapp.connectors.registry import PLATFORMS
from cmapp.domain import metrics
from cmapp.domain.chart import Say
from cmapp.domain.errors import Missing
from cmapp.domain.metrics import GROUPS, Default, Metric
from cmapp.services import wordbook
from cmapp.services.wordbook import say


@cache
def dictionary() -> Mapping[str, Metric]:
    """Return every metric by id, in the order in which they are told."""
    found: dict[str, Metric] = {}
    for group in GROUPS:
        found |= metrics.read(group, wordbook.metrics().get(group, {}))
    return MappingProxyType(found)


def get(metric: str) -> Metric:
    """Return a metric. Raises Missing (`unknown_metric`)."""
    found = dictionary().get(metric)
    if found is None:
        raise Missing("unknown_metric", name=metric[:80])
    return found


def name(metric: str, language: str = "en") -> str:
    """Return the name of a metric; an id that is not in the dictionary stands for itself."""
    found = dictionary().get(metric)
    return metrics.words(found.name, language) if found else metric


def hover(metric: str, language: str = "en") -> str:
    """Return what stands by a number: name, formula, what it is not, a line each.

    Raises Missing (`unknown_metric`).
    """
    one = get(metric)
    lines = [metrics.words(w, language) for w in (one.name, one.formula, one.is_not)]
    if one.default is not None:
        lines.append(unverified(one.default, language))
    return "\n".join(lines)


def unverified(default: Default, language: str = "en") -> str:
    """Return the words of a number that comes from a source text, marked as unverified."""
    value = f"{default.value * 100:g} %" if default.unit == "share" else f"{default.value:g}"
    facts = {
        "value": value if default.unit == "share" else
        f"{value} {say(Say(f'glossary.unit.{default.unit}'), language)}",
        "quote": default.quote,
        "source": default.source,
    }  # fmt: skip
    return say(Say("glossary.default", facts), language)


def entries(ids: Iterable[str], language: str = "en") -> list[tuple[str, str, str]]:
    """Return (name, formula, what it is not) of some metrics, in the order of the dictionary."""
    wanted = set(ids)
    return [
        (
            metrics.words(one.name, language),
            metrics.words(one.formula, language),
            metrics.words(one.is_not, language),
        )
        for one in dictionary().values()
        if one.id in wanted
    ]


def page(language: str) -> str:
    """Return the help page of the dictionary, in Markdown."""

    def word(code: str, **facts: str) -> str:
        return say(Say(f"glossary.{code}", facts), language)

    lines = [f"# {word('title')}", "", word("intro"), "", word("unknown")]
    for group in GROUPS:
        inside = [one for one in dictionary().values() if one.group == group]
        if not inside:
            continue
        lines += ["", f"## {word(f'group.{group}')}"]
        for one in inside:
            lines += ["", f"### {metrics.words(one.name, language)}", ""]
            lines.append(
                word(
                    "facts",
                    id=f"`{one.id}`",
                    unit=word(f"unit.{one.unit}"),
                    source=word(f"source.{one.source}"),
                )
            )
            lines += ["", f"- {metrics.words(one.formula, language)}"]
            lines.append(f"- {metrics.words(one.is_not, language)}")
            lines.append(f"- {_platforms(one, language)}")
            lines += [
                f"- {word(f'platform.{p}')}{word('colon')}{metrics.words(note, language)}"
                for p, note in one.notes.items()
            ]
            if one.default is not None:
                quoted = Default(
                    one.default.value,
                    one.default.unit,
                    f"`{one.default.quote}`",
                    f"`{one.default.source}`",
                )
                lines.append(f"- {unverified(quoted, language)}")
    return "\n".join(lines) + "\n"


def _platforms(one: Metric, language: str) -> str:
    def word(code: str) -> str:
        return say(Say(f"glossary.{code}"), language)

    found: dict[str, list[str]] = {}
    for platform in PLATFORMS:
        found.setdefault(one.on(platform), []).append(word(f"platform.{platform}"))
    parts = [
        f"{word(how)}{word('colon')}{word('comma').join(names)}" for how, names in found.items()
    ]
    return word("semicolon").join(parts) + word("stop")
