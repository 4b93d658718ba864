"""The named steps: each is called where it says, and nobody can arm them from the inside (P1)."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from cmapp.system import failpoint

ROOT = Path(__file__).parents[2]
PLACES = re.compile(r"((?:[\w/]+\.py(?:, )?)+): ")
"""How a step that says where it stands begins: `store/outbox.py, services/sending.py: …`"""


def calls() -> list[tuple[str, int, str | None]]:
    """Return every `failpoint.reached`: file below cmapp/, line, its name (None: not a literal)."""
    found: list[tuple[str, int, str | None]] = []
    for path in sorted((ROOT / "cmapp").rglob("*.py")):
        if path.name == "failpoint.py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            if not isinstance(called, ast.Attribute) or called.attr != "reached":
                continue
            if not isinstance(called.value, ast.Name) or called.value.id != "failpoint":
                continue
            first = node.args[0] if node.args else None
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            place = path.relative_to(ROOT / "cmapp").as_posix()
            found.append((place, node.lineno, str(first.value) if literal else None))
    return found


def test_every_step_is_named_in_the_table_and_stands_where_it_says() -> None:
    used: dict[str, set[str]] = defaultdict(set)
    for place, line, name in calls():
        assert name is not None, f"{place}:{line}: the name of a step is a literal"
        assert name in failpoint.STEPS, f"{place}:{line}: {name} is not in STEPS"
        used[name].add(place)
    for name, said in failpoint.STEPS.items():
        assert used[name], f"nobody reaches {name}"
        places = PLACES.match(said)
        if places is not None:
            assert used[name] == set(places[1].split(", ")), name


def test_what_is_in_a_transaction_and_what_is_after_it_go_in_pairs() -> None:
    names = set(failpoint.STEPS)
    for name in names:
        if name.endswith(".mid") and not name.startswith("net."):
            assert name.removesuffix(".mid") + ".done" in names, name


def test_without_the_environment_nothing_can_be_armed() -> None:
    code = (
        "from cmapp.system import failpoint\n"
        "import os\n"
        "os.environ['CMAPP_FAILPOINT'] = 'claim.done:kill'\n"  # too late
        "failpoint.reached('claim.done')\n"
        "try:\n"
        "    failpoint.listen(print)\n"
        "except RuntimeError:\n"
        "    print('safe')\n"
    )
    environ = {k: v for k, v in os.environ.items() if not k.startswith("CMAPP_FAILPOINT")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "safe\n"), done.stderr


@pytest.mark.parametrize(
    ("plan", "code", "steps"),
    [
        ("claim.done:kill", -9, ["claim.mid", "claim.done"]),
        ("claim.done#2:kill", -9, ["claim.mid", "claim.done", "claim.mid", "claim.done"]),
        ("claim.mid:full", 28, ["claim.mid"]),
        ("claim.mid:error", 5, ["claim.mid"]),
        ("", 0, ["claim.mid", "claim.done", "claim.mid", "claim.done"]),
    ],
)
def test_a_plan_in_the_environment_is_kept(
    plan: str, code: int, steps: list[str], tmp_path: Path
) -> None:
    log = tmp_path / "steps"
    program = (
        "import sys\n"
        "from cmapp.system.failpoint import reached\n"
        "try:\n"
        "    for _ in range(2):\n"
        "        reached('claim.mid')\n"
        "        reached('claim.done')\n"
        "except OSError as error:\n"
        "    sys.exit(error.errno)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "CMAPP_FAILPOINT": plan, "CMAPP_FAILPOINT_LOG": str(log)},
        check=False,
    )
    assert done.returncode == code
    assert log.read_text().split() == steps
