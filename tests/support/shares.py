"""Which tests stay together on one worker, and which begin first, where several workers run.

xdist's own marks for groups do nothing with pytest 9.2 (they change a name that it no longer
reads), so the groups are told here, by how the names of tests begin. A group is what shares a
costly fixture, a screen, much memory, or a server that one of its tests stops for a while.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "tests/bench/": "bench",
    "tests/e2e/test_fire_sending.py::test_a_kill_here": "pinned",
    "tests/e2e/test_inbox_zero.py": "screen",
    "tests/gui/test_bus.py": "screen",
    "tests/gui/test_walk.py": "screen",
    "tests/support/test_servers.py": "servers",
    "tests/unit/test_help.py": "own code",
    "tests/unit/test_house.py": "own code",
    "tests/unit/test_sinks.py": "own code",
}
"""How names begin → their group."""
FIRST = (
    "tests/gui/test_bus.py",
    "tests/gui/test_walk.py",
    "tests/e2e/test_inbox_zero.py",
    "tests/e2e/test_fire_sending.py",
    "tests/e2e/test_failpoints_planned.py",
    "tests/e2e/test_kill_bulk.py",
    "tests/e2e/",
    "tests/bench/",
    "tests/contract/",
    "tests/unit/test_help.py",
    "tests/gui/",
)
"""How the names of those begin that take long, the longest first: what is short fills the end."""


def group(name: str) -> str:
    """Return what a test runs together with: the name of its group, or its own."""
    return next((one for begin, one in TOGETHER.items() if name.startswith(begin)), name)


def rank(name: str) -> int:
    """Return a test's place among those that begin first."""
    return next((n for n, begin in enumerate(FIRST) if name.startswith(begin)), len(FIRST))


def scheduler() -> type[LoadScopeScheduling]:
    """Return what hands tests to the workers: group by group, in the order of their collection."""
    from xdist.scheduler import LoadScopeScheduling

    class Shares(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group(nodeid)

    return Shares
