"""People who buy something now and then while the bank runs, so that there are news without anybody's doing."""

from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Final, Self

FIRST: Final = 12.0
"""Seconds until the first purchase."""
GROWTH: Final = 1.25
LONGEST: Final = 900.0
"""Whoever looks on sees news soon; a bank that is left running is not drowned in them."""


def pauses() -> Iterator[float]:
    """Seconds between one purchase and the next: short at first, then ever longer."""
    pause = FIRST
    while True:
        yield pause
        pause = min(pause * GROWTH, LONGEST)


class Shoppers:
    """Have somebody buy something now and then; use it as a context manager.

    Args:
        buy: lets a purchase happen; False where nobody can buy anything yet.
        rests: seconds before each purchase. One that did not come about is tried again after the same rest.
    """

    def __init__(self, buy: Callable[[], bool], rests: Callable[[], Iterator[float]] = pauses) -> None:
        self._buy = buy
        self._rests = rests
        self._ended = Event()
        self._thread = Thread(target=self._shop, name="demo-bank-shoppers", daemon=True)

    def _shop(self) -> None:
        for rest in self._rests():
            while not self._ended.wait(rest):
                if self._buy():
                    break
            if self._ended.is_set():
                return

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Have no more purchases."""
        self._ended.set()
        self._thread.join()
