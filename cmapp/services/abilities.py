"""What an account can do, kept with it so that it is known offline."""

from __future__ import annotations

from typing import Any

from cmapp.connectors.base import Connector
from cmapp.domain.actions import NAMES


def of(link: Connector) -> dict[str, Any]:
    """Return what the account can do, so that it is known offline (AC-01, AC-10)."""
    streams = sorted(str(s) for s in link.pulls())
    actions = sorted(NAMES[a] for a in link.performs())
    return {
        "streams": streams,
        "actions": actions,
        "absent": {k: v for k, v in link.spec.absent.items() if k not in {*streams, *actions}},
        "metrics": list(link.spec.metrics),
        "limits": link.limits().facts(),
    }
