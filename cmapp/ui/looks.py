"""Commands that only read, run in the window on its own read-only connection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.store.database import Store
from cmapp.system import clock, network
from cmapp.system.later import later
from cmapp.system.network import Network
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings, load

# each brings what it needs, and is not needed before somebody looks
_IN = {
    area: later(f"cmapp.services.commands.{area}")
    for area in (
        "answers",
        "besttime",
        "calendar",
        "campaigns",
        "checks",
        "composite",
        "costs",
        "decisions",
        "experiments",
        "exporting",
        "fate",
        "goals",
        "importing",
        "insights",
        "judging",
        "live",
        "looking_back",
        "media",
        "metrics",
        "network",
        "replies",
        "rivals",
        "rules",
        "series",
        "suggestions",
        "writing",
    )
}
LOOKS: Mapping[str, tuple[str, str]] = {
    "answers.for_item": ("answers", "for_item"),
    "answers.check": ("answers", "check"),
    "replies.list": ("replies", "replies_list"),
    "replies.show": ("replies", "replies_show"),
    "replies.stats": ("replies", "replies_stats"),
    "articles.list": ("answers", "articles_list"),
    "export.list": ("exporting", "export_list"),
    "imports.fields": ("importing", "imports_fields"),
    "imports.list": ("importing", "imports_list"),
    "besttime.show": ("besttime", "besttime_show"),
    "calendar.list": ("calendar", "calendar_list"),
    "calendar.gaps": ("calendar", "calendar_gaps"),
    "calendar.ideas": ("calendar", "ideas_list"),
    "calendar.slots.list": ("calendar", "slots_list"),
    "calendar.slots.next": ("calendar", "slots_next"),
    "calendar.series.list": ("series", "series_list"),
    "calendar.series.preview": ("series", "series_preview"),
    "campaigns.list": ("campaigns", "campaigns_list"),
    "pillars.list": ("campaigns", "pillars_list"),
    "insights.list": ("insights", "insights_list"),
    "insights.show": ("insights", "insights_show"),
    "insights.rows": ("insights", "insights_rows"),
    "insights.opened": ("insights", "insights_opened"),
    "insights.board": ("insights", "insights_board"),
    "metrics.list": ("metrics", "metrics_list"),
    "metrics.value": ("metrics", "metrics_value"),
    "metrics.rows": ("metrics", "metrics_rows"),
    "rivals.list": ("rivals", "rivals_list"),
    "goals.list": ("goals", "goals_list"),
    "goals.progress": ("goals", "goals_progress"),
    "index.show": ("composite", "index_show"),
    "costs.list": ("costs", "costs_list"),
    "experiments.list": ("experiments", "experiments_list"),
    "experiments.show": ("experiments", "experiments_show"),
    "experiments.size": ("experiments", "experiments_size"),
    "experiments.simulate": ("experiments", "experiments_simulate"),
    "decisions.list": ("decisions", "decisions_list"),
    "findings.list": ("decisions", "findings_list"),
    "network.show": ("network", "network_show"),
    "network.people": ("network", "network_people"),
    "network.cascade": ("network", "network_cascade"),
    "network.changes": ("network", "network_changes"),
    "network.endorsers": ("network", "network_endorsers"),
    "network.strength": ("network", "network_strength"),
    "report.figures": ("looking_back", "figures"),
    "report.week": ("looking_back", "week"),
    "rules.try": ("rules", "rules_try"),
    "suggestions.list": ("suggestions", "suggestions_list"),
    "rules.list": ("rules", "rules_list"),
    "rules.log": ("rules", "rules_log"),
    "live.list": ("live", "live_list"),
    "live.show": ("live", "live_show"),
    "plan.fate": ("fate", "plan_fate"),
    "checks.run": ("checks", "checks_run"),
    "drafts.history": ("writing", "drafts_history"),
    "drafts.diff": ("writing", "drafts_diff"),
    "checks.list": ("checks", "checks_list"),
    "sheets.show": ("checks", "sheets_show"),
    "media.list": ("media", "media_list"),
    "media.show": ("media", "media_show"),
    "words.list": ("judging", "words_list"),
}
"""Name → area, function. They use nothing of the desk but its store, its clock, its settings."""


@dataclass(frozen=True, slots=True)
class _Reading:
    store: Store

    @property
    def settings(self) -> Settings:
        return load(Paths(self.store.path.parent).settings)[0]

    @property
    def network(self) -> Network:
        return network.process

    def now(self) -> int:
        return clock.now()


def look(store: Store, command: str, args: Mapping[str, Any]) -> dict[str, Any]:
    """Run one of `LOOKS`. Raises domain errors as the command does."""
    area, name = LOOKS[command]
    found: dict[str, Any] = getattr(_IN[area], name)(_Reading(store), **args)
    return found
