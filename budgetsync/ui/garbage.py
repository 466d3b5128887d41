"""Collects garbage on the window's thread, at quiet moments.

Python collects wherever the allocation happens that fills the young generation. On a worker thread that can delete
an object of Qt outside its own thread, which crashes; on any thread it stops the window for as long as it takes. So
the program turns automatic collection off (`app.be_smooth`) and the window asks for it here.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

QUIET_MS = 5_000
"""How often it is looked whether the moment is quiet."""
LONGEST_MS = 60_000
"""After so long it is collected at a busy moment too."""
CROWD = 50_000
"""So many young objects take more than a frame to look through."""
_WHOLE = 60  # each so many collections, all generations


class GarbageCollector(QTimer):
    """Collects while nothing is being synced, and now and then all the same."""

    def __init__(self, parent: QObject, is_busy: Callable[[], bool]) -> None:
        super().__init__(parent, interval=QUIET_MS)
        self._is_busy = is_busy
        self._since_last = QElapsedTimer()
        self._since_last.start()
        self._count = 0
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        """Collect if the moment is quiet, or the last time too long ago."""
        crowded = gc.get_count()[0] > CROWD  # a batch is on its way; it goes by itself
        if (crowded or self._is_busy()) and self._since_last.elapsed() < LONGEST_MS:
            return
        self._count += 1
        gc.collect(2 if self._count % _WHOLE == 0 else 1)
        self._since_last.restart()
