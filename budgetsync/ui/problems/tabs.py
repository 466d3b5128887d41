"""One tab of the Problems page: a list, its details, and what is said where there is nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.details import DetailsPanel
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import hairline

SIDE_BY_SIDE_FROM = 760
"""Narrower than this, the details stand below the list: 900 for the window, less its sidebar."""
_FEWEST_ROWS = 8
"""Lines of text that each of the two has room for; where the window is lower, the whole of it is scrolled."""


class ProblemsTab(QFrame):
    """List and details beside each other, or one below the other where there is little room.

    Args:
        top: What stands above the list, such as a filter; it stays where the list is empty.
    """

    def __init__(
        self, entries: EntryList, empty: EmptyNote, icons: Icons, top: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.entries, self.empty = entries, empty
        self.details = DetailsPanel(icons)
        listed = QWidget()
        self._listed = QStackedLayout(listed)
        self._listed.addWidget(entries)
        self._listed.addWidget(empty)
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if top is not None:
            column.addWidget(top)
            column.addWidget(hairline())
        column.addWidget(listed, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("Parted")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(leading)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        leading.setMinimumWidth(240)
        rows = _FEWEST_ROWS * self.entries.fontMetrics().height()
        entries.setMinimumHeight(rows)
        self.details.setMinimumHeight(rows)
        self._leading = leading
        around = QScrollArea()
        around.setObjectName("Details")
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setWidgetResizable(True)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, GRID // 2, 1, GRID // 2)
        layout.addWidget(around)
        entries.entered.connect(self.details.focus_first)
        self.show_filled(filled=False)

    def show_filled(self, *, filled: bool) -> None:
        """Show the list, or what is said where there is none."""
        had_focus = self.entries.hasFocus()
        self._listed.setCurrentIndex(0 if filled else 1)
        self.details.setVisible(filled)
        if had_focus and not filled:
            self.window().setFocus()  # no button is pressed by an early Return

    def refresh_times(self) -> None:
        """Write ages anew."""
        self.entries.refresh_times()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn round where there is too little room, or enough again."""
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE_FROM
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted or event.oldSize().width() <= 0:
            self._splitter.setOrientation(wanted)
            room = self.width() if wide else self.height()
            share = 2 / 5 if wide else 1 / 2
            self._splitter.setSizes([round(room * share), round(room * (1 - share))])
            self.entries.scrollTo(self.entries.currentIndex())
