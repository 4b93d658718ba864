"""Reads a platform's `quality.toml`: what is done, what is to do, what cannot be, and why.

python -m tests.contract.quality <id>       prints one in which every rule is to do
"""

from __future__ import annotations

import ast
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from cmapp.connectors.registry import PLATFORMS

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Quality:
    """The answers of one platform: names of rules, and reasons where one is not kept."""

    done: tuple[str, ...]
    todo: dict[str, str]
    exempt: dict[str, str]

    def why_not(self, rule: str) -> str | None:
        """Return why a rule is not asked of this platform, or None where it is."""
        if rule in self.exempt:
            return f"cannot be: {self.exempt[rule]}"
        if rule in self.todo:
            return f"to do: {self.todo[rule]}"
        return None


def folder(platform: str) -> Path:
    """Return the platform's package."""
    return ROOT / "cmapp" / "platforms" / platform


def read(platform: str) -> Quality:
    """Return a platform's answers; none where it has no file yet."""
    file = folder(platform) / "quality.toml"
    if not file.is_file():
        return Quality((), {}, {})
    data = tomllib.loads(file.read_text("utf-8"))
    return Quality(tuple(data.get("done", ())), data.get("todo", {}), data.get("exempt", {}))


def built() -> list[str]:
    """Return the platforms of the registry whose package has landed."""
    return [name for name in PLATFORMS if (folder(name) / "__init__.py").is_file()]


def with_world() -> list[str]:
    """Return the platforms that the suite can be run on."""
    return [name for name in built() if (HERE / "platforms" / name / "world.py").is_file()]


def rules() -> list[str]:
    """Return the names of the suite's rules, in their order."""
    source = (HERE / "test_connector.py").read_text("utf-8")
    names = [n.name for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)]
    return [name.removeprefix("test_") for name in names if name.startswith("test_")]


def blank(platform: str) -> str:
    """Return a `quality.toml` in which every rule is to do."""
    head = [f"# The answers of {platform} to the rules of tests/contract/test_connector.py."]
    head += ["", "done = [", "]", "", "[todo]"]
    lines = [f'{rule} = "not tried yet on this platform"' for rule in rules()]
    return "\n".join([*head, *lines, "", "[exempt]", ""])


if __name__ == "__main__":
    sys.stdout.write(blank(sys.argv[1]))
