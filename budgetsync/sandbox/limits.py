"""Plaid's own numbers of calls a minute, for an item and for a client."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from budgetsync.sandbox.faults import PlaidFault

_MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class Limit:
    """How often an endpoint may be called in a minute.

    Attributes:
        code: the error code beyond it.
        item: calls for one item; None for no limit of its own.
        client: calls of one client.
    """

    code: str
    item: int | None
    client: int


LIMITS: Final = {
    "/accounts/balance/get": Limit("BALANCE_LIMIT", 5, 1_200),
    "/accounts/get": Limit("ACCOUNTS_LIMIT", 15, 15_000),
    "/institutions/get": Limit("INSTITUTIONS_GET_LIMIT", None, 50),
    "/institutions/get_by_id": Limit("INSTITUTIONS_GET_BY_ID_LIMIT", None, 400),
    "/item/get": Limit("ITEM_GET_LIMIT", 15, 5_000),
    "/item/remove": Limit("RATE_LIMIT", 30, 2_000),
    "/transactions/get": Limit("TRANSACTIONS_LIMIT", 30, 20_000),
    "/transactions/recurring/get": Limit("RATE_LIMIT", 20, 1_000),
    "/transactions/refresh": Limit("TRANSACTIONS_REFRESH_LIMIT", 2, 100),
    "/transactions/sync": Limit("TRANSACTIONS_SYNC_LIMIT", 50, 2_500),
}
"""The limits in Production, a minute."""


class Limiter:
    """Counts the calls of the last minute.

    Args:
        now: a clock in seconds; the computer's where the bank's own stands still.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._calls: dict[tuple[str, str], deque[float]] = {}

    def admit(self, path: str, item_id: str | None) -> None:
        """Count a call.

        Raises:
            PlaidFault: it is one too many; it is not counted then.
        """
        limit = LIMITS.get(path)
        if limit is None:
            return
        now = self._now()
        counts = [(self._recent(path, "", now), limit.client)]
        if limit.item is not None and item_id is not None:
            counts.append((self._recent(path, item_id, now), limit.item))
        if any(len(calls) >= allowed for calls, allowed in counts):
            message = "rate limit exceeded for attempts to access this item. please try again later"
            raise PlaidFault(limit.code, message)
        for calls, _ in counts:
            calls.append(now)

    def _recent(self, path: str, whose: str, now: float) -> deque[float]:
        calls = self._calls.setdefault((path, whose), deque())
        while calls and calls[0] <= now - _MINUTE:
            calls.popleft()
        return calls
