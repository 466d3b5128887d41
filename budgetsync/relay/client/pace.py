"""When the relay is tried again, and whether by the stream or by the long poll. Pure; the caller brings the time."""

from collections import deque
from random import Random

FIRST_PAUSE = 0.5
"""Seconds that a connection which was lost is tried again within; doubled each time."""
LONGEST_PAUSE = 60.0
LONGEST_TOLD = 900.0
"""A relay may ask for so long a pause at most."""
STEADY = 20.0
"""Seconds that a connection has to last before a loss counts as the first again."""
MISSES, MISSES_WITHIN = 2, 300.0
"""So many silent streams within so many seconds, and the long poll takes over."""
POLL_FOR = 1800.0
"""Seconds until the stream is tried again."""

BURST, A_SECOND = 4 * 1024 * 1024, 256 * 1024
"""Bytes of a stream at once, and in the long run. A full mailbox has a million and a half."""
_OF_A_LINE = 64
"""Bytes that the end of a line counts for: lines are dearer to read than what is in them."""


class Pace:
    """How often the relay was tried in vain, and by which way it is tried next."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._failures = 0
        self._misses: deque[float] = deque(maxlen=MISSES)
        self._poll_until = 0.0

    @property
    def failures(self) -> int:
        """Attempts in a row that came to nothing."""
        return self._failures

    @property
    def poll_until(self) -> float:
        """When the stream is tried again."""
        return self._poll_until

    def draw_pause(self, lasted: float | None, told: float | None) -> float:
        """Draw how long to wait after a failure: anything up to a ceiling that doubles, so that not all come at once.

        Args:
            lasted: Seconds that the connection was of use; None where it never was.
            told: Seconds that the relay asked for.
        """
        if lasted is not None and lasted >= STEADY:
            self._failures = 0
        doublings = min(self._failures, 16)
        self._failures += 1
        pause = self._random.uniform(0, min(FIRST_PAUSE * 2**doublings, LONGEST_PAUSE))
        return pause if told is None else min(told, LONGEST_TOLD) + pause

    def begin_anew(self) -> None:
        """The network is another one, or the computer woke up: what was learned no longer counts."""
        self._failures = 0
        self._misses.clear()
        self._poll_until = 0.0

    def miss(self, now: float) -> None:
        """A stream fell silent, or never began."""
        self._misses.append(now)
        if len(self._misses) == MISSES and now - self._misses[0] <= MISSES_WITHIN:
            self._misses.clear()
            self._poll_until = now + POLL_FOR

    def polls(self, now: float) -> bool:
        """Whether the long poll's turn it is."""
        return now < self._poll_until


class Allowance:
    """How many bytes a relay may send: far more than any mailbox holds, and not as fast as it can for ever."""

    def __init__(self) -> None:
        self._left = float(BURST)
        self._at: float | None = None

    def take(self, chunk: bytes, now: float) -> bool:
        """Count what came; False where it was too much."""
        if self._at is not None:
            self._left = min(self._left + (now - self._at) * A_SECOND, BURST)
        self._at = now
        self._left -= len(chunk) + _OF_A_LINE * (chunk.count(b"\n") + chunk.count(b"\r"))
        return self._left >= 0
