"""The gap: how long the GUI thread was away, seen by a timer of 5 ms that lives on it.

A gap is the distance between two consecutive ticks of one precise QTimer with an interval of 5 ms. Nothing
is subtracted: an idle thread shows 5 ms. Percentiles are over ticks (nearest rank); the longest is over all.
"""

import math
import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS: Final = 5


class Ticks(QObject):
    """Counts the ticks between `begin` and `end`; may be begun and ended several times."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.seconds = 0.0
        self._last = 0.0
        self._begun = 0.0
        self._timer = QTimer(self, interval=INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Count from now on."""
        self._begun = self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> None:
        """Stop counting; a gap that is still open counts with its length so far."""
        self._timer.stop()
        now = time.perf_counter()
        if now - self._last > INTERVAL_MS / 1000:
            self.gaps.append(now - self._last)
        self.seconds += now - self._begun

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def percentile(values: Sequence[float], share: float) -> float:
    """Find the smallest value that at least this share of all do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]


def summary(gaps: Sequence[float], seconds: float) -> dict[str, float]:
    """Sum gaps up, in milliseconds."""
    return {
        "p50": 1000 * percentile(gaps, 0.5),
        "p99": 1000 * percentile(gaps, 0.99),
        "p99.9": 1000 * percentile(gaps, 0.999),
        "max": 1000 * max(gaps),
        "ticks": len(gaps),
        "seconds": seconds,
    }
