"""Quotas: how often a provider may be called, and when the next call is possible. Pure, over counted calls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from budgetsync.domain.ids import ItemId

MINUTE = 60.0
DAY = 86_400.0
SYNC_CALL = "/transactions/sync"
ITEM_CALL = "/item/get"
REFRESH_CALL = "/transactions/refresh"
ACCOUNTS_CALL = "/accounts/get"
ADDRESS_CALL = "/item/webhook/update"
RETRY = "retry"
"""Counted like a call: a retry of a run, for all connections together."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many calls of one kind may be made in a span of time.

    Attributes:
        per_item: For one connection; None for no limit of its own.
        in_all: For all connections of the provider together.
        span: Seconds; any span of this length counts, not the calendar's minutes.
        reserve: Calls of `per_item` that are kept for a person's clicks.
    """

    endpoint: str
    per_item: int | None
    in_all: int | None
    span: float = MINUTE
    reserve: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was made, or one that will be.

    Attributes:
        at: Seconds by the clock that the caller counts with.
    """

    item_id: ItemId
    at: float


Limits = Mapping[str, tuple[Limit, ...]]

LIMITS: Limits = {
    "plaid": (
        Limit(SYNC_CALL, 40, 2_000),
        Limit(REFRESH_CALL, 1, 80),
        Limit(ITEM_CALL, 12, 4_000),
        Limit(ACCOUNTS_CALL, 12, 12_000),
        Limit(ADDRESS_CALL, 4, 80),
    ),
    "simplefin": (Limit(SYNC_CALL, 20, None, DAY, reserve=8),),
}
"""By provider: 80 % of what each allows. Source: https://plaid.com/docs/errors/rate-limit-exceeded/
Plaid names no limit for addresses of webhooks; ours keeps a mistake from asking for ever.
SimpleFIN disables a token that asks more than 24 times a day; so many are kept for clicks."""

RETRY_BUDGET = Limit(RETRY, None, 10)


def seconds_until_possible(
    limit: Limit, calls: Iterable[Call], item_id: ItemId, now: float, *, asked: bool = False
) -> float:
    """Tell how long one more call has to wait; 0.0 when it may be made now.

    Args:
        calls: Those that were made, oldest first; ones out of the span do not count.
        now: By the same clock as the calls'.
        asked: A person asked for it, so the reserve is open.
    """
    counted = [call for call in calls if now - limit.span < call.at]
    own = [call for call in counted if call.item_id == item_id]
    wait = 0.0
    allowed = limit.per_item
    if allowed is not None and not asked:
        allowed -= limit.reserve
    for bound, made in ((allowed, own), (limit.in_all, counted)):
        if bound is not None and len(made) >= bound:
            # So many have to leave the span that there is room for one more; none ever is where bound is 0.
            leaving = made[len(made) - bound] if bound else made[-1]
            wait = max(wait, leaving.at + limit.span - now)
    return wait
