"""Which of the planned posts are shown: one account, campaign, pillar, state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from cmapp.ui.dialogs.picker import Choice, Picker
from cmapp.ui.planning import words
from cmapp.ui.planning.plans import Sieve


class PlanSieve(QObject):
    """Asks, and sifts what a calendar shows."""

    def __init__(self, pane: Any) -> None:
        super().__init__(pane)
        self._pane = pane

    def ask(self) -> None:
        """Offer what there is to choose by."""
        now = self._pane.plans.sieve
        self._pane.filter.setChecked(now != Sieve())
        choices = [Choice("clear", self.tr("Show everything"), icon="close", on=now == Sieve())]
        for account in self._pane.known.accounts.values():
            name = account.name or account.handle
            choices.append(
                Choice(f"account {account.id}", name, f"@{account.handle}", icon="accounts",
                       on=account.id == now.account)
            )  # fmt: skip
        for campaign in self._pane.known.campaigns.values():
            choices.append(
                Choice(f"campaign {campaign.id}", campaign.name, self.tr("campaign"),
                       icon="label", on=campaign.id == now.campaign)
            )  # fmt: skip
        for pillar in self._pane.plans.pillars():
            choices.append(
                Choice(f"pillar {pillar}", pillar, self.tr("pillar"), icon="stack",
                       on=pillar == now.pillar)
            )  # fmt: skip
        for state in words.STATES[2:]:
            choices.append(
                Choice(f"state {state}", words.state(state), self.tr("state"),
                       icon=words.icon(state), on=state == now.state)
            )  # fmt: skip
        prompt = self.tr("Show only: an account, a campaign, a pillar, a state")
        Picker(self._pane.window(), name=self.tr("Filter"), prompt=prompt, choices=choices).ask(
            self._sift
        )

    def _sift(self, choice: Choice) -> None:
        what, _, which = choice.code.partition(" ")
        now = self._pane.plans.sieve
        if what == "clear":
            now = Sieve()
        else:
            now = replace(now, **{what: "" if getattr(now, what) == which else which})
        self._pane.plans.sift(now)
        on = now != Sieve()
        self._pane.filter.setChecked(on)
        told = [choice.words] if on and what != "clear" else []
        self._pane.filter.setText(": ".join([self.tr("Filter"), *told])[:28])
        self._pane.filter.updateGeometry()
        self._pane.sifted()
