"""What happens after a failed attempt: one pure function over the error tree.

Full jitter keeps many connections, and many computers, from coming back at the same moment.
Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    RateLimited,
    ReauthRequired,
    StoreError,
    TransientError,
    VaultError,
)

BASE = timedelta(seconds=2)
"""The longest first wait; it doubles with each attempt."""
CAP = timedelta(minutes=15)
ATTEMPTS = 8
"""Attempts of one request, the first included; then the next timer opens a new request."""
RETRY_AFTER_RANGE = (timedelta(seconds=1), timedelta(hours=1))
"""What a provider may ask for."""
SLOW_DOWN = timedelta(seconds=60)
"""The least wait where a provider says "too many requests" and not for how long."""


@dataclass(frozen=True, slots=True)
class RetryAt:
    """The same request is tried again by itself.

    Attributes:
        at: Not before this instant, aware UTC.
        told: The provider said so itself: nobody's click comes before it.
    """

    at: datetime
    told: bool = False


@dataclass(frozen=True, slots=True)
class NextTimer:
    """This request has been tried often enough: it ends, and the next timer or click opens a new one.

    Attributes:
        not_before: What the provider said itself with its last refusal, aware UTC; None where it did not.
    """

    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class NeedsUser:
    """The request ends, and a person does something first. The connection is still looked at now and then."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Trying again would not help: the request ends as a dead letter."""


Verdict = RetryAt | NextTimer | NeedsUser | GiveUp


def decide(error: BudgetSyncError, *, attempts: int, now: datetime, random: Random) -> Verdict:
    """Decide what happens to a request whose attempt failed.

    Args:
        attempts: Attempts made so far, the failed one included; 1 or more.
        random: Where the jitter comes from.
    """
    if isinstance(error, StoreError):
        # Nothing else would carry on when the disk has room again: it is never given up.
        return RetryAt(now + backoff(attempts, random))
    if isinstance(error, TransientError):
        return _decide_transient(error, attempts, now, random)
    if isinstance(error, ReauthRequired | ItemGone | VaultError):
        return NeedsUser()
    return GiveUp()


def backoff(attempts: int, random: Random) -> timedelta:
    """Draw the wait after so many attempts: anything up to a ceiling that doubles and has a cap."""
    doublings = min(max(attempts, 1) - 1, 30)  # 2**30 is far beyond the cap
    ceiling = min(BASE * 2**doublings, CAP)
    return timedelta(seconds=random.uniform(0, ceiling.total_seconds()))


def _decide_transient(error: TransientError, attempts: int, now: datetime, random: Random) -> Verdict:
    told = None
    if isinstance(error, RateLimited) and error.retry_after is not None:
        low, high = (bound.total_seconds() for bound in RETRY_AFTER_RANGE)
        told = now + timedelta(seconds=min(max(error.retry_after, low), high))
    if attempts >= ATTEMPTS:
        return NextTimer(told)
    if told is not None:
        return RetryAt(told, told=True)
    wait = backoff(attempts, random)
    return RetryAt(now + (SLOW_DOWN + wait if isinstance(error, RateLimited) else wait))
