"""What each metric is: one definition, from which hover text, help, reports and tests are made.

Pure. The definitions lie in `resources/metrics/<group>.toml`, an entry for each id:

    [first_reply]
    unit = "minutes"            # chart.Unit
    source = "store"            # store (counted here), platform, import, yours (typed in)
    single = true               # one number (services/metrics.value); false: one for each person
    better = "down"             # which way is good; "" where neither is
    default = { value, unit, quote, source }    # a number of the source texts: shown "unverified"
    platforms = { byhand = "not_offered" }      # else measured (source import: imported)
    [first_reply.name]          # en, zh_CN, zh_TW; formula and is_not likewise
    [first_reply.notes.bluesky] # what it is on that platform, where it differs
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, cast

from cmapp.domain.chart import Unit

GROUPS: Final = (
    "coverage", "participation", "response", "attitude", "posts", "people", "conversion", "cost",
    "network", "composite",
)  # fmt: skip
"""The groups in the order in which they are told; each is a file."""
SOURCES: Final = ("store", "platform", "import", "yours")
Measured = Literal["measured", "not_offered", "imported"]
Words = Mapping[str, str]
"""Language → words."""


@dataclass(frozen=True, slots=True)
class Default:
    """A number that a source text names. Nobody here checked it: it is shown as unverified."""

    value: float
    unit: Unit
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A definition. `platforms`: id → whether it is measured there; others are as `usual`."""

    id: str
    group: str
    unit: Unit
    source: str
    name: Words
    formula: Words
    is_not: Words
    single: bool = True
    better: str = ""
    default: Default | None = None
    platforms: Mapping[str, Measured] = field(default_factory=dict)
    notes: Mapping[str, Words] = field(default_factory=dict)

    def on(self, platform: str) -> Measured:
        """Return whether a platform measures it, does not offer it, or it has to be imported."""
        usual: Measured = "imported" if self.source == "import" else "measured"
        return self.platforms.get(platform, usual)

    def measured_on(self, platforms: Iterable[str]) -> bool:
        """Tell whether at least one of some platforms can give a number."""
        return any(self.on(p) != "not_offered" for p in platforms)


def read(group: str, table: Mapping[str, Any]) -> dict[str, Metric]:
    """Return the metrics of a group's table by id. Raises KeyError or TypeError for a wrong one."""
    found = {}
    for metric, entry in table.items():
        facts = dict(entry)
        if (default := facts.pop("default", None)) is not None:
            facts["default"] = Default(**default)
        found[metric] = Metric(metric, group, cast("Unit", facts.pop("unit")), **facts)
    return found


def words(said: Words, language: str) -> str:
    """Return words in a language, in English where it has none."""
    return said.get(language, said["en"])
