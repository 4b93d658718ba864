"""The only event in the program: which topics and accounts a commit touched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """A set of topics: `inbox`, `posts`, `outbox`, `drafts`, `accounts`, `problems`, `switches`.

    And `notes`, `deeds`, `people`, `media`. Carries no payload on purpose: whoever cares asks the
    store again. `accounts` is empty when the change concerns none in particular.
    """

    topics: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Return both changes as one."""
        return Changes(self.topics | other.topics, self.accounts | other.accounts)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.topics)
