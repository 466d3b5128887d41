"""The Transactions page: search line on top, the table below, details beside, what several rows share at the foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.edits import Done
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.query import Kind, Numbered, Query
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.transactions.bulk_bar import BulkBar
from budgetsync.ui.transactions.details.pane import DetailsPane
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.search.line import SearchLine
from budgetsync.ui.transactions.search.news import NewsWatch
from budgetsync.ui.transactions.search.recents import Recents
from budgetsync.ui.undo import UndoStack

_SIDE_BY_SIDE_FROM = 860
"""Narrower than this, the details stand below the table."""


class TransactionsPage(QWidget):
    """Puts its parts together; each of them works by itself.

    Attributes:
        desk: Where edits go.
        search: What is searched for.
        details: Everything about the selected row; `show_selection` is to be called.
        bulk: What several selected rows are told at once; `show_selection` is to be called.
        above: Layout of what stands over the table: the search line.
        foot: Layout of what stands under the table: what several selected rows share.
        parted: Splitter of the table's side and the details.
    """

    query_changed = Signal(str)
    """Another search is shown."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        acts: Actions,
        icons: Icons,
        reading: Reading,
        memory: Memory,
        news: NewsWatch,
        undo: UndoStack,
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._acts, self._icons, self._reading = core, bridge, acts, icons, reading
        self.desk = EditDesk(core, bridge)
        self.query = ""
        self.above, self.foot = QVBoxLayout(), QVBoxLayout()
        self.parted = QSplitter(Qt.Orientation.Horizontal)
        self.search = SearchLine(core, bridge, icons, reading, Recents(memory), news)
        self.search.searched.connect(self.show_query)
        self.search.leave_requested.connect(self.focus_table)
        self.above.addWidget(self.search)
        self._undo = undo
        self.bulk = BulkBar(core, bridge, undo, self.desk, icons, reading, self.selected_ids)
        self.bulk.finished.connect(self.focus_table)
        self.foot.addWidget(self.bulk)
        self.details = DetailsPane(core, bridge, self.desk, undo, icons, reading)
        self.details.left.connect(self.focus_table)
        self.details.run_requested.connect(acts.activity_requested)
        self.details.transaction_requested.connect(self.show_transaction)
        self.desk.done.connect(self._announce)
        self._arrange()

    async def selected_ids(self) -> list[TransactionId]:
        """Give all selected rows, however many."""
        return []

    def show_query(self, text: str) -> None:
        """List the rows of a search."""
        self.search.show_query(text)
        if text != self.query:
            self.query = text
            self.query_changed.emit(text)

    def show_transaction(self, number: TransactionId) -> None:
        """List one row by its number."""
        self.show_query(str(Query((Numbered(Kind.ID, number),))))

    def focus_search(self) -> None:
        """Give the search line the keyboard."""
        self.search.focus_field()

    def focus_table(self) -> None:
        """Give the table the keyboard, with a row to begin at."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details below the table where there is too little room beside it."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE_FROM
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.parted.orientation() is not wanted:
            self.parted.setOrientation(wanted)

    def _announce(self, done: Done) -> None:
        """Say what was done to several rows; of one, it is seen in its cell."""
        if len(done.transactions) > 1:
            self._undo.announce(done)

    def _arrange(self) -> None:
        card = QFrame()
        card.setObjectName("Card")
        leading = QWidget()
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.foot)
        self.parted.setObjectName("Parted")
        self.parted.setChildrenCollapsible(False)
        self.parted.addWidget(leading)
        self.parted.addWidget(self.details)
        self.parted.setStretchFactor(0, 5)
        self.parted.setStretchFactor(1, 2)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addLayout(self.above)
        inner.addWidget(self.parted, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
