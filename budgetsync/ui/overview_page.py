"""The page that the program opens with: the SyncMonitor and, beside or below it, the newest transactions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from budgetsync.ui.memory import Memory
from budgetsync.ui.sync_monitor import SyncMonitor
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions_panel import TransactionsPanel

_BESIDE_FROM = 1120
_SHARES = {Qt.Orientation.Horizontal: (8, 11), Qt.Orientation.Vertical: (1, 1)}


class OverviewPage(QSplitter):
    """Beside each other where there is room, else one below the other; each way keeps its own place."""

    def __init__(self, monitor: SyncMonitor, transactions: TransactionsPanel, memory: Memory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._memory = memory
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GRID)
        self.addWidget(monitor)
        self.addWidget(transactions)
        self._restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when there is no more room, or room again."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.remember()
            self.setOrientation(wanted)
            self._restore()

    def remember(self) -> None:
        """Keep the place of the handle."""
        self._memory.keep_shape(self._name(), self.saveState())

    def _restore(self) -> None:
        orientation = self.orientation()
        if not self.restoreState(self._memory.shape(self._name())):
            first, second = _SHARES[orientation]
            self.setSizes([first * 1000, second * 1000])
        self.setOrientation(orientation)

    def _name(self) -> str:
        return "overview/beside" if self.orientation() is Qt.Orientation.Horizontal else "overview/below"
