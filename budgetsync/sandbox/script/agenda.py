"""Things that will come to pass, in the order in which they will."""

import heapq
from collections.abc import Callable


class Agenda:
    """A queue of events by instant; events of the same instant keep the order in which they were put."""

    __slots__ = ("_events", "_serial", "now")

    def __init__(self) -> None:
        self._events: list[tuple[int, int, Callable[[int], None]]] = []
        self._serial = 0
        self.now = 0
        """The instant that has been reached: within an event, that of the event."""

    def put(self, minute: int, event: Callable[[int], None]) -> None:
        """Let an event happen at an instant; it is called with that instant."""
        self._serial += 1
        heapq.heappush(self._events, (minute, self._serial, event))

    @property
    def next_minute(self) -> int | None:
        """The instant of the next event; None when nothing is to come."""
        return self._events[0][0] if self._events else None

    def run(self, until: int) -> None:
        """Let everything happen that is due up to and including an instant."""
        while self._events and self._events[0][0] <= until:
            minute, _, event = heapq.heappop(self._events)
            self.now = max(self.now, minute)
            event(minute)
