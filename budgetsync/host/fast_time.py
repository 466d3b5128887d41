"""Time that runs faster than the computer's: a clock, and an event loop whose timers keep up with it.

Only waiting is faster. Threads, files and the network take as long as ever, so a program on such a loop lives
through a month in minutes and is in all else the same.
"""

import asyncio
import selectors
import time
from datetime import UTC, datetime, timedelta

MOST = 100_000.0
"""The largest factor; beyond it a timer of an hour is over before the loop has turned once."""


class FastClock:
    """A clock that runs a number of times as fast as the computer's, from the moment that it was made."""

    def __init__(self, factor: float, start: datetime | None = None) -> None:
        """Start.

        Args:
            factor: Seconds that pass in each of the computer's.
            start: What it shows first, aware; None for the time that it is.
        """
        self.factor = factor
        self._start = (start or datetime.now(UTC)).astimezone(UTC)
        self._begun = time.monotonic()

    def now(self) -> datetime:
        """The time, aware UTC."""
        return self._start + timedelta(seconds=(time.monotonic() - self._begun) * self.factor)

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic() * self.factor


class _ImpatientSelector(selectors.DefaultSelector):
    """Waits a fraction of what it is asked to. What comes from outside wakes it as ever."""

    def __init__(self, factor: float) -> None:
        super().__init__()
        self._factor = factor

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for something to become ready; at least a millisecond where there is a timer to wait for."""
        return super().select(timeout / self._factor if timeout is not None and timeout > 0 else timeout)


class FastLoop(asyncio.SelectorEventLoop):
    """A loop on whose time everything that waits waits a fraction."""

    def __init__(self, factor: float) -> None:
        super().__init__(_ImpatientSelector(factor))
        self._factor = factor

    def time(self) -> float:
        """Seconds, as many times as fast as the computer's."""
        return super().time() * self._factor
