"""Looks again after news, and the less often the longer a look takes."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher

SETTLE_MS = 300
"""What happens together is looked at once; a sync tells of news ten times a second."""
_REST = 10
"""So many times as long as a look took, none is taken: it is a tenth of one thread at most."""


class PacedRefresher(QObject):
    """A Refresher that gathers news before it loads."""

    def __init__(
        self, bridge: Bridge, load: Callable[[], Coroutine[Any, Any, None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._refresher = Refresher(bridge, self._run)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self._took = 0

    def note(self) -> None:
        """Look soon; it is not put off again by what comes meanwhile."""
        if not self._timer.isActive():
            self._timer.start(max(SETTLE_MS, _REST * self._took))

    def refresh(self) -> None:
        """Look now."""
        self._timer.stop()
        self._refresher.request()

    async def _run(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        await self._load()
        self._took = clock.elapsed()
