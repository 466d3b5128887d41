"""What is to be delivered, what was, and when the next attempt is due: Plaid's schedule, without the network."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

RETRY_FIRST: Final = 30
RETRY_FACTOR: Final = 4
RETRY_LAST: Final = 24 * 3600
"""The first retry comes after 30 s, each further delay is four times the last, and after 24 h it is over."""

_DAY: Final = 24 * 3600
_REJECTED_SHARE: Final = 0.9
_JUDGED_FROM: Final = 20
"""A receiver that rejected more than 90 % of a day's deliveries (of 20 at least) is not tried again."""

_KEPT: Final = 5_000


@dataclass(slots=True)
class Delivery:
    """One webhook on its way.

    Attributes:
        number: its place among all webhooks of the bank, from 1.
        made: the bank's second at which it was made.
        due: the second of its next attempt.
        state: pending, delivered, failed or lost.
        body: what is sent, byte for byte.
        forgery: how its signature is spoiled; empty for an honest one.
        told: the computer's time at which it was made, in seconds since 1970, for whoever measures.
        attempts: what came of each attempt so far.
    """

    number: int
    item_id: str | None
    webhook_type: str
    webhook_code: str
    url: str
    body: bytes
    made: int
    due: int
    state: str = "pending"
    forgery: str = ""
    copies: int = 1
    retry_delay: int = RETRY_FIRST
    told: float = field(default_factory=time.time)
    attempts: list[dict[str, Any]] = field(default_factory=list)


class Outbox:
    """Every webhook in the order of its making.

    Args:
        changed: called whenever there may be something to deliver.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._made = 0
        self._deliveries: list[Delivery] = []
        self._answers: list[tuple[int, str, bool]] = []

    def put(self, delivery: Delivery) -> None:
        """Take a webhook in; it gets its number here."""
        self._made += 1
        delivery.number = self._made
        self._deliveries.append(delivery)
        if len(self._deliveries) > _KEPT:
            done = next((d for d in self._deliveries if d.state != "pending"), self._deliveries[0])
            self._deliveries.remove(done)
        self._changed()

    def due(self, now: int) -> Delivery | None:
        """The pending webhook whose attempt is the longest overdue; None when none is due."""
        ready = [delivery for delivery in self._deliveries if delivery.state == "pending"]
        first = min(ready, key=lambda delivery: (delivery.due, delivery.number), default=None)
        return first if first is not None and first.due <= now else None

    def next_due(self) -> int | None:
        """The second of the earliest attempt to come; None when nothing is pending."""
        return min((d.due for d in self._deliveries if d.state == "pending"), default=None)

    def record(
        self,
        delivery: Delivery,
        now: int,
        *,
        status: int | None,
        problem: str = "",
        sent: float | None = None,
        digest: str | None = None,
    ) -> None:
        """Note what came of an attempt, and plan the next one.

        Args:
            sent: the computer's time at which it was posted, in seconds since 1970.
            digest: SHA-256 of the signed part of its token, in hex.
        """
        delivery.attempts.append(
            {"at": now, "status": status, "problem": problem or None, "sent": sent, "digest": digest}
        )
        good = status == 200  # noqa: PLR2004 - exactly this one, as at Plaid
        self._answers.append((now, delivery.url, good))
        if good:
            delivery.copies -= 1
            delivery.state = "pending" if delivery.copies else "delivered"
            return
        delivery.due = now + delivery.retry_delay
        delivery.retry_delay *= RETRY_FACTOR
        if delivery.due - delivery.made > RETRY_LAST or self._is_hopeless(delivery.url, now):
            delivery.state = "failed"

    def _is_hopeless(self, url: str, now: int) -> bool:
        self._answers = [answer for answer in self._answers if answer[0] > now - _DAY]
        answers = [good for _, where, good in self._answers if where == url]
        return len(answers) >= _JUDGED_FROM and answers.count(False) / len(answers) > _REJECTED_SHARE

    def __iter__(self) -> Iterator[Delivery]:
        return iter(self._deliveries)
