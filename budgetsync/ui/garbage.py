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
        if self._is_busy() and self._since_last.elapsed() < LONGEST_MS:
            return
        self._count += 1
        gc.collect(2 if self._count % _WHOLE == 0 else 1)
        self._since_last.restart()
