"""The bank's own time: stepped by whoever tests it, real, or running faster than real."""

import time
from collections.abc import Callable
from typing import Final

EPOCH: Final = 719_163 * 86_400
"""Seconds from the bank's zero (the day before 1 January of the year 1) to 1970."""

MAX_FACTOR: Final = 1_000_000


class Timepiece:
    """Tells the bank's second, a whole number that never runs backwards.

    Args:
        start: the second at which it begins; for a real clock the earliest that it may show.
        real: follow the computer's clock.
        factor: how many of the bank's seconds pass in one of the computer's; None for a clock that
            stands still, or for one that is real.
        offset: how far a real clock was set ahead already.
        source: the computer's clock in seconds since 1970.
    """

    def __init__(
        self,
        start: int,
        *,
        real: bool = False,
        factor: float | None = None,
        offset: int = 0,
        source: Callable[[], float] = time.time,
    ) -> None:
        if factor is not None and not 0 < factor <= MAX_FACTOR:
            message = f"the clock's factor is above 0 and at most {MAX_FACTOR:,}, not {factor}"
            raise ValueError(message)
        if real and factor is not None:
            message = "the clock is either real or accelerated"
            raise ValueError(message)
        self._source = source
        self._last = start
        self._real = real
        self.factor = factor
        self.offset = offset
        self._begun = source() if factor is not None else 0.0
        self._base = start

    @property
    def runs(self) -> bool:
        """Whether time passes by itself."""
        return self._real or self.factor is not None

    def now(self) -> int:
        """The bank's second."""
        if self._real:
            self._last = max(self._last, int(self._source()) + EPOCH + self.offset)
        elif self.factor is not None:
            self._last = max(self._last, self._base + int((self._source() - self._begun) * self.factor))
        return self._last

    def outside(self, second: int) -> int:
        """When a second of the bank's is for everybody else: a real clock may have been set ahead."""
        return second - self.offset if self._real else second

    def advance(self, seconds: int) -> int:
        """Let time pass at once; returns the new second.

        Raises:
            ValueError: ``seconds`` is negative.
        """
        if seconds < 0:
            message = "the bank's time does not run backwards"
            raise ValueError(message)
        target = self.now() + seconds
        self.offset += seconds
        self._base += seconds
        self._last = target
        return self._last

    def wait_for(self, seconds: int) -> float | None:
        """How long the computer waits until so many of the bank's seconds have passed; None for ever."""
        if self.factor is not None:
            return seconds / self.factor
        return float(seconds) if self._real else None


def unix(second: int) -> int:
    """The bank's second as seconds since 1970, as tokens are stamped with it."""
    return second - EPOCH
