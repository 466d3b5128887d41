"""Circuit breakers: a bank or a provider that fails again and again is left alone for a while.

There is one for each provider and one for each bank behind it. An open breaker lets one probe through after a
pause that doubles; a person's click goes through as a probe at any time. One success closes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from budgetsync.domain.errors import (
    BudgetSyncError,
    Offline,
    PaginationMutated,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
    TransientError,
)

IN_A_ROW = 5
LEAST_OUTCOMES = 10
"""Fewer outcomes than this within SPAN say nothing about their share of failures."""
SPAN = timedelta(minutes=10)
FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=2)
_KEPT = 100  # outcomes; more of them within SPAN change no share that matters
_BANKS_OWN = "INSTITUTION_"  # begins the codes by which a provider says that it is the bank
_NO_OUTAGE = frozenset({"PRODUCT_NOT_READY"})  # a new connection's data is on its way: the bank works


class Scope(StrEnum):
    """Whose breaker it is."""

    PROVIDER = "provider"
    INSTITUTION = "institution"


class BreakerState(StrEnum):
    """OPEN lets nothing through but clicks; HALF_OPEN the next request, as a probe."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one run ended, as far as the breaker is concerned."""

    at: datetime
    worked: bool


@dataclass(frozen=True, slots=True)
class Breaker:
    """One breaker. Instants are aware UTC.

    Attributes:
        in_a_row: Failures since the last success.
        recent: Outcomes of the last SPAN, oldest first.
        opened_at: When it opened, or its pause last grew; None while it is closed.
        probe_at: When the next probe may go through; None while it is closed.
        pause: How long the next pause is.
    """

    in_a_row: int = 0
    recent: tuple[Outcome, ...] = ()
    opened_at: datetime | None = None
    probe_at: datetime | None = None
    pause: timedelta = FIRST_PAUSE

    def state(self, now: datetime) -> BreakerState:
        """Whether it lets anything through."""
        if self.probe_at is None:
            return BreakerState.CLOSED
        return BreakerState.OPEN if self.blocked_until(now) else BreakerState.HALF_OPEN

    def blocked_until(self, now: datetime) -> datetime | None:
        """Until when everything but a click waits; None when the next request may go through."""
        if self.probe_at is None or self.probe_at <= now:
            return None
        # A probe that is further off than any pause was planned before the clock was set back.
        return self.probe_at if self.probe_at - now <= self.pause else None

    def let_through(self, now: datetime) -> "Breaker":
        """Note that a request goes through: while that probe is under way, the others wait."""
        if self.probe_at is None or self.blocked_until(now):
            return self
        return replace(self, probe_at=now + FIRST_PAUSE)

    def record(self, now: datetime, *, worked: bool) -> "Breaker":
        """Note how a run ended."""
        if worked and self.probe_at is not None:
            return Breaker()
        recent = (*(one for one in self.recent if now - SPAN <= one.at <= now), Outcome(now, worked))[-_KEPT:]
        if worked:
            return replace(self, in_a_row=0, recent=recent)
        failed = replace(self, in_a_row=self.in_a_row + 1, recent=recent)
        if self.opened_at is not None:
            return _after_failed_probe(failed, now)
        failures = sum(not one.worked for one in recent)
        if failed.in_a_row < IN_A_ROW and (len(recent) < LEAST_OUTCOMES or 2 * failures < len(recent)):
            return failed
        return replace(failed, opened_at=now, probe_at=now + FIRST_PAUSE, pause=FIRST_PAUSE)


def _after_failed_probe(breaker: Breaker, now: datetime) -> Breaker:
    # Clicks do not make the pause longer: it grows once for each pause that went by.
    if breaker.opened_at is not None and breaker.opened_at <= now < breaker.opened_at + breaker.pause:
        return breaker
    pause = min(2 * breaker.pause, LONGEST_PAUSE)
    return replace(breaker, opened_at=now, probe_at=now + pause, pause=pause)


def weigh(error: BudgetSyncError | None) -> Mapping[Scope, bool]:
    """Tell what the end of a run says about provider and bank: True worked, False failed, missing says nothing.

    Args:
        error: Why it failed; None for a success.
    """
    if error is None:
        return {Scope.PROVIDER: True, Scope.INSTITUTION: True}
    if not isinstance(error, ProviderError):
        return {}
    if not isinstance(error, TransientError):
        # It refused, so it is there; whether the bank is, nobody asked.
        return {Scope.PROVIDER: True} if error.provider_code else {}
    if isinstance(error, Offline | RateLimited | PaginationMutated) or error.provider_code in _NO_OUTAGE:
        return {}
    is_banks = not isinstance(error, ProviderUnavailable) or error.provider_code.startswith(_BANKS_OWN)
    return {Scope.INSTITUTION: False} if is_banks else {Scope.INSTITUTION: False, Scope.PROVIDER: False}
