"""Notices when one turn of Qt's event loop kept the GUI thread busy for too long, and what it was doing.

Every test of the window is watched (the fixture `hurried` in conftest.py). What is measured is the thread's own CPU
time, since machines that run tests are busy with other things too, and of that what it would be on a processor that
nobody else presses. What a program does once, before anybody sees it, is taken out by name:

    with unhurried("the window is built before it is shown"):
        window = MainWindow(...)

and a whole test, whose point lies elsewhere, by `@pytest.mark.unhurried("why")`.
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QAbstractEventDispatcher

LIMIT = 0.050  # seconds of CPU in one turn of the loop
_SAMPLE = 0.025  # seconds between two looks at what the thread is doing
_FRAMES = 12


@dataclass(frozen=True)
class Stall:
    """One turn of the loop that took too long.

    Attributes:
        seconds: Of CPU, on the GUI thread.
        stack: Where it was seen, innermost last; "" where it ended before anybody looked.
    """

    seconds: float
    stack: str

    def __str__(self) -> str:
        """Say it, and where it was."""
        return f"{self.seconds * 1000:.0f} ms\n{self.stack or '  (over before it was seen)'}"


def _measure() -> float:
    """Seconds of CPU for always the same work."""
    begun = time.thread_time()
    sum(number * number for number in range(40_000))
    return time.thread_time() - begun


_USUAL = min(_measure() for _ in range(7))


def _slowness() -> float:
    """How many times as long everything takes just now: a second of a crowded processor does less."""
    return max(1.0, min(_measure() for _ in range(3)) / _USUAL)


class StallRecorder:
    """Measures the turns of the loop of the thread that it is made on, from `start` to `stop`."""

    def __init__(self, limit: float = LIMIT) -> None:
        self.stalls: list[Stall] = []
        self.turns = 0
        self._limit = limit
        self._thread = threading.get_ident()
        self._begun: float | None = None
        self._wall = 0.0
        self._excused = 0.0
        self._stack = ""
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="stalls", daemon=True)

    def start(self) -> None:
        """Begin."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._begin)
        dispatcher.awake.connect(self._end)
        self._watcher.start()

    def stop(self) -> None:
        """End; a turn that is not over is none."""
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.disconnect(self._begin)
        dispatcher.awake.disconnect(self._end)
        self._over.set()
        self._watcher.join()

    @contextmanager
    def excuse(self) -> Iterator[None]:
        """Leave out what is done meanwhile."""
        begun = time.thread_time()
        try:
            yield
        finally:
            self._excused += time.thread_time() - begun
            self._stack = ""

    def _begin(self) -> None:
        self._excused, self._stack = 0.0, ""
        self._wall = time.monotonic()
        self._begun = time.thread_time()

    def _end(self) -> None:
        """With glib's loop a turn lies between `aboutToBlock` and `awake`; waiting costs no CPU."""
        if self._begun is None:
            return
        taken = time.thread_time() - self._begun - self._excused
        self._begun = None
        self.turns += 1
        if taken > self._limit and (fair := taken / _slowness()) > self._limit:
            self.stalls.append(Stall(fair, self._stack))

    def _watch(self) -> None:
        while not self._over.wait(_SAMPLE):
            if self._begun is None or time.monotonic() - self._wall < self._limit / 2:
                continue
            frame = sys._current_frames().get(self._thread)
            names = traceback.extract_stack(frame)[-_FRAMES:] if frame is not None else []
            if names and names[-1].name not in {"run_forever", "poll"}:
                self._stack = "".join(
                    f"  {each.filename}:{each.lineno} {each.name}\n" for each in names
                ).rstrip()


_running: list[StallRecorder] = []


@contextmanager
def recording(recorder: StallRecorder) -> Iterator[StallRecorder]:
    """Record while it lasts, the last one begun is the one that `unhurried` speaks to."""
    recorder.start()
    _running.append(recorder)
    try:
        yield recorder
    finally:
        _running.remove(recorder)
        recorder.stop()


@contextmanager
def unhurried(reason: str) -> Iterator[None]:
    """Leave out what is done meanwhile, for a reason that is said."""
    assert reason
    if not _running:
        yield
        return
    with _running[-1].excuse():
        yield
