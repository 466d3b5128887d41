"""Work for the window in pieces, so that no turn of the loop takes long, however much there is to show."""

from collections.abc import Hashable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

BUDGET = 0.003
"""Seconds of a turn after which the next piece waits for the next turn: what it drew is to be painted too."""


class Turns(QObject):
    """Carries out pieces of work in turns of the loop, in the order in which they were begun."""

    idle = Signal()
    """Everything that was begun is done."""

    def __init__(self, parent: QObject | None = None, *, budget: float = BUDGET) -> None:
        super().__init__(parent)
        self._budget = budget
        self._work: dict[Hashable, Iterator[None]] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is left to do."""
        return not self._work

    def begin(self, key: Hashable, steps: Iterator[None]) -> None:
        """Carry something out, piece by piece.

        Args:
            key: What it is; what was begun under the same key and is not done is given up.
            steps: Does a piece before each yield.
        """
        self._work[key] = steps
        if not self._timer.isActive():
            self._timer.start()

    def give_up(self, key: Hashable) -> None:
        """Carry something out no further."""
        self._work.pop(key, None)

    def _turn(self) -> None:
        begun = perf_counter()
        while self._work:
            key, steps = next(iter(self._work.items()))
            try:
                next(steps)
            except StopIteration:
                if self._work.get(key) is steps:
                    del self._work[key]
            if perf_counter() - begun >= self._budget:
                break
        if self._work:
            self._timer.start()
        else:
            self.idle.emit()
