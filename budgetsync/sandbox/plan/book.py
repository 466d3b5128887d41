"""Keeps the rules, decides which of them strikes, and remembers what struck."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from typing import Any, Final

import msgspec

from budgetsync.sandbox.clock import instant_text
from budgetsync.sandbox.plan.rules import ANSWER_KINDS, WEBHOOK_KINDS, Rule
from budgetsync.sandbox.webhooks.notices import code_matches
from budgetsync.sandbox.webhooks.outbox import Delivery

_REMEMBERED: Final = 10_000
_SPAN: Final = 1 << 64


class FaultPlan:
    """The rules in the order of their making; the first that fits a call strikes.

    Args:
        seed: what chances are drawn from.
        now: the bank's second.
    """

    def __init__(self, seed: int, now: Callable[[], int]) -> None:
        self._seed = seed
        self._now = now
        self._made = 0
        self.rules: list[Rule] = []
        self._seen: Counter[int] = Counter()
        self._struck: Counter[int] = Counter()
        self.fired: deque[dict[str, Any]] = deque(maxlen=_REMEMBERED)
        """What struck, oldest first."""
        self._held: list[Delivery] = []

    def add(self, rules: list[Rule]) -> list[Rule]:
        """Take rules in; returns them with their numbers."""
        taken = []
        for rule in rules:
            self._made += 1
            taken.append(msgspec.structs.replace(rule, number=self._made, made=self._now()))
        self.rules += taken
        return taken

    def clear(self, number: int | None = None) -> None:
        """Drop one rule, or all of them."""
        self.rules = [rule for rule in self.rules if number not in {None, rule.number}]

    def strike(self, path: str, item_id: str | None, page: int, request_id: str) -> Rule | None:
        """The rule that strikes a call; None when it goes well."""
        if not self.rules:
            return None
        rule = self._first(ANSWER_KINDS, lambda rule: rule.fits(path, item_id, page, self._now()))
        if rule is not None:
            self._remember(rule, path, request_id=request_id)
        return rule

    def meddle(self, delivery: Delivery) -> list[Delivery]:
        """Spoil a webhook where a rule says so; returns what is to be sent in its place, in order."""
        released, self._held = self._held, []

        def fits(rule: Rule) -> bool:
            general = msgspec.structs.replace(rule, endpoint="*")
            return code_matches(rule.endpoint, delivery) and general.fits(
                "*", delivery.item_id, 0, self._now()
            )

        rule = self._first(WEBHOOK_KINDS, fits) if self.rules else None
        if rule is None:
            return [delivery, *released]
        self._remember(rule, delivery.webhook_code, item_id=delivery.item_id)
        if rule.kind == "webhook_lost":
            delivery.state = "lost"
        elif rule.kind == "webhook_late":
            delivery.due += int(rule.seconds)
        elif rule.kind == "webhook_duplicate":
            return [delivery, replace(delivery, attempts=[]), *released]
        elif rule.kind == "webhook_forged":
            delivery.forgery = rule.forgery
        else:
            self._held.append(delivery)
            return released
        return [delivery, *released]

    def release(self) -> list[Delivery]:
        """The webhooks that were held back to be sent out of order and that nothing has followed yet."""
        released, self._held = self._held, []
        return released

    def described(self) -> dict[str, Any]:
        """Rules and what struck, as ``/control/faults`` shows them."""
        return {
            "rules": [
                {
                    **msgspec.to_builtins(rule),
                    "made": instant_text(rule.made // 60),
                    "seen": self._seen[rule.number],
                    "struck": self._struck[rule.number],
                }
                for rule in self.rules
            ],
            "fired": list(self.fired),
        }

    def _first(self, kinds: frozenset[str], fits: Callable[[Rule], bool]) -> Rule | None:
        """The first rule of some kinds that strikes; every one that fits counts the call."""
        chosen = None
        for rule in self.rules:
            if rule.kind in kinds and fits(rule):
                self._seen[rule.number] += 1
                if chosen is None and self._strikes(rule, self._seen[rule.number]):
                    chosen = rule
        if chosen is not None:
            self._struck[chosen.number] += 1
        return chosen

    def _strikes(self, rule: Rule, call: int) -> bool:
        if rule.times is not None and self._struck[rule.number] >= rule.times:
            return False
        if rule.calls is not None and call not in rule.calls:
            return False
        if rule.every is not None and call % rule.every:
            return False
        if rule.probability is None:
            return True
        drawn = blake2b(f"{self._seed}/{rule.number}/{call}".encode(), digest_size=8).digest()
        return int.from_bytes(drawn, "big") < rule.probability * _SPAN

    def _remember(self, rule: Rule, name: str, **more: object) -> None:
        call = self._seen[rule.number]
        at = instant_text(self._now() // 60)
        self.fired.append(
            {"rule": rule.number, "kind": rule.kind, "endpoint": name, "call": call, "at": at, **more}
        )
