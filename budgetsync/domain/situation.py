"""What is around the program and changes by itself: network, power, sleep, and clocks that are set."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

GAP = timedelta(seconds=30)
"""Wall clock and monotonic clock may part by this much between two looks before it means anything."""


class Signal(StrEnum):
    """What is told at the moment when it happens.

    Attributes:
        WOKE_UP: The computer slept, or its clock was set: what was planned by the clock may be overdue.
        NETWORK_BACK: There was no network and now there is.
        CHANGED: Anything else of the situation.
    """

    WOKE_UP = "WOKE_UP"
    NETWORK_BACK = "NETWORK_BACK"
    CHANGED = "CHANGED"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the system says about its network and its power.

    Attributes:
        online: None where nobody knows, which is taken for yes: trying costs little, silence costs much.
        metered: Whether the network is paid for by volume.
        on_battery: Whether the computer runs on its battery.
    """

    online: bool | None = None
    metered: bool = False
    on_battery: bool = False


def signal_between(before: Situation, after: Situation) -> Signal | None:
    """Tell what is worth telling about a change; None when nothing changed.

    A network that is no longer known to be down counts as back.
    """
    if before == after:
        return None
    if before.online is False and after.online is not False:
        return Signal.NETWORK_BACK
    return Signal.CHANGED


class GapWatch:
    """Notices sleep and clocks that were set: the wall clock moved otherwise than the monotonic one.

    Most systems stop the monotonic clock while they sleep, so sleep is a gap forwards; a clock that was set back
    is one backwards. Neither daylight saving nor a change of time zone is a gap, since both clocks ignore them.
    """

    def __init__(self, wall: datetime, monotonic: float) -> None:
        """Begin to watch.

        Args:
            wall: The wall clock now, aware.
            monotonic: The monotonic clock now, in seconds.
        """
        self._wall = wall
        self._monotonic = monotonic

    def gap(self, wall: datetime, monotonic: float) -> timedelta:
        """Tell by how much the wall clock jumped since the last look; zero for less than GAP.

        Args:
            wall: The wall clock now, aware.
            monotonic: The monotonic clock now, in seconds.
        """
        moved = (wall - self._wall) - timedelta(seconds=monotonic - self._monotonic)
        self._wall, self._monotonic = wall, monotonic
        return moved if abs(moved) >= GAP else timedelta(0)
