"""The page that the program opens with: how all connections are, and below it each of them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetsync.ui.summary_bar import SummaryBar
from budgetsync.ui.sync_monitor import SyncMonitor
from budgetsync.ui.theme import GRID


class OverviewPage(QWidget):
    """The SyncMonitor below its one sentence."""

    def __init__(self, summary: SummaryBar, monitor: SyncMonitor) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 4)
        layout.addWidget(summary)
        layout.addWidget(monitor, 1)
