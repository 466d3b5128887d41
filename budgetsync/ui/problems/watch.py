"""Keeps what is open current, whether or not the page is seen."""

from PySide6.QtCore import QObject, QTimer, Signal

from budgetsync.core import Core
from budgetsync.domain.problems import Problems
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.problems.pace import PacedRefresher

_BETWEEN_LOOKS_MS = 300_000
"""What changes by time alone is noticed so late at most."""


class ProblemsWatch(QObject):
    """What is open, looked at anew after whatever may have changed it.

    Made at the start, since the number of problems is shown beside the page's name before the page is.
    """

    loaded = Signal()
    count_changed = Signal(int)
    """The number of things that are wrong and want a person."""

    def __init__(self, core: Core, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._core = core
        self._problems: Problems | None = None
        self._refresher = PacedRefresher(bridge, self._load, self)
        self._again = QTimer(self, interval=_BETWEEN_LOOKS_MS)
        self._again.timeout.connect(self.refresh)
        self._again.start()
        for changed in (
            bridge.notices_changed,
            bridge.letters_changed,
            bridge.keeping_changed,
            bridge.schedule_changed,
            bridge.ledger_changed,
            bridge.runs_finished,
            bridge.items_changed,
        ):
            changed.connect(self._refresher.note)
        self.refresh()

    @property
    def problems(self) -> Problems | None:
        """What is open; None before the first look."""
        return self._problems

    @property
    def count(self) -> int:
        """The number of things that are wrong and want a person."""
        return 0 if self._problems is None else self._problems.count

    def refresh(self) -> None:
        """Look now."""
        self._refresher.refresh()

    async def _load(self) -> None:
        before, self._problems = self.count, await self._core.problems()
        self.loaded.emit()
        if self.count != before:
            self.count_changed.emit(self.count)
