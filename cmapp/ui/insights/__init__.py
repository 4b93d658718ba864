"""The sections of the insights, one `Part` each; `SECTIONS` is their order.

A section is a file here and its line in `SECTIONS`. It is imported when it is first shown; one
whose file is not there is left out.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from cmapp.ui.widgets.part import Part

translate = QCoreApplication.translate
SECTIONS = {
    "dashboard": "dashboard:DashboardPart",
    "charts": "charts:ChartsPart",
    "network": "network:NetworkPart",
    "goals": "goals:GoalsPart",
    "experiments": "experiments:ExperimentsPart",
    "reports": "reports:ReportsPart",
    "imports": "imports:ImportsPart",
}


def names() -> dict[str, str]:
    """Return code → words of the sections that are there."""
    words = {
        "dashboard": translate("insights", "Overview"),
        "charts": translate("insights", "Charts"),
        "network": translate("insights", "Network"),
        "goals": translate("insights", "Goals"),
        "experiments": translate("insights", "Experiments"),
        "reports": translate("insights", "Reports"),
        "imports": translate("insights", "Imports"),
    }
    return {code: words[code] for code, place in SECTIONS.items() if find_spec(_module(place))}


def part(code: str) -> type[Part]:
    """Import a section."""
    place = SECTIONS[code]
    module: Any = import_module(_module(place))
    made: type[Part] = getattr(module, place.split(":")[1])
    return made


def _module(place: str) -> str:
    return f"{__name__}.{place.split(':')[0]}"
