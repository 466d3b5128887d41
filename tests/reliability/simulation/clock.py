"""Three times: the loop's, the true one that bank and people live by, and what the computer's clock shows."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta


class World:
    """The true time: the loop's, and what the computer slept through.

    Attributes:
        slept: Seconds that the computer was suspended, in which its own timers stood still.
        error: How far the computer's clock is off.
    """

    def __init__(self, first_day: date) -> None:
        self._begun = datetime.combine(first_day, time(12), UTC)
        self._loop = asyncio.get_running_loop()
        self.slept = 0.0
        self.error = timedelta(0)

    @property
    def seconds(self) -> float:
        """True seconds since the beginning."""
        return self._loop.time() + self.slept

    def true_now(self) -> datetime:
        """The true time, aware UTC."""
        return self._begun + timedelta(seconds=self.seconds)


class SimulatedClock:
    """The program's clock port: the wall clock of a computer that may be wrong, and seconds that only go forward."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._loop = asyncio.get_running_loop()

    def now(self) -> datetime:
        """What the computer shows, aware UTC."""
        return self._world.true_now() + self._world.error

    def monotonic(self) -> float:
        """Seconds; they stand still while the computer is suspended, as on Linux."""
        return self._loop.time()
