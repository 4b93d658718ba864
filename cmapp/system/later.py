"""Modules that are imported when they are first used: what the first picture does without (T1)."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _Later:
    """Stands in for a module: the first attribute that is asked for imports it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


def later(name: str) -> Any:
    """Return a stand-in for the module `name`; names that do not exist fail when they are used.

    Goes into the `else` of `if TYPE_CHECKING:`, so that checkers see the import itself.
    """
    return _Later(name)
