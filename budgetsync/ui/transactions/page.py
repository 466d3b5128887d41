"""The Transactions page: search line on top, the table below, details beside, what several rows share at the foot."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.edits import Done
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.listed import Order
from budgetsync.domain.query import Kind, Numbered, Query
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.entries.desk import EntryDesk
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.transactions.bulk_bar import BulkBar
from budgetsync.ui.transactions.columns import ORDERS, Column, word_of
from budgetsync.ui.transactions.copying import copy_rows
from budgetsync.ui.transactions.details.pane import DetailsPane
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.empty import ListEmpty
from budgetsync.ui.transactions.lister import Lister
from budgetsync.ui.transactions.model import TransactionsModel
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.row_menu import Ways, row_menu
from budgetsync.ui.transactions.rows import Rows
from budgetsync.ui.transactions.search.line import SearchLine
from budgetsync.ui.transactions.search.news import NewsWatch
from budgetsync.ui.transactions.search.recents import Recents
from budgetsync.ui.transactions.selection import Selection
from budgetsync.ui.transactions.table import TransactionsTable
from budgetsync.ui.transactions.totals_line import TotalsLine
from budgetsync.ui.undo import UndoStack
from budgetsync.ui.widgets import hairline

_COLUMNS, _ORDER = "transactions/columns", "transactions/order"
_SHARES_WIDE, _SHARES_TALL = "transactions/beside", "transactions/below"
_SIDE_BY_SIDE_FROM = 860
"""Narrower than this, the details stand below the table."""
_SHARE = 0.68
"""Of the room, what the table has until somebody moves the line between it and the details."""


class TransactionsPage(QWidget):
    """Puts its parts together; each of them works by itself.

    Attributes:
        desk: Where edits go.
        search: What is searched for.
        rows: Those that are loaded.
        model: The rows of the search.
        table: Shows them.
        lister: Keeps them current.
        totals: What they add up to.
        details: Everything about the selected row.
        bulk: What several selected rows are told at once.
        above: Layout of what stands over the table: the search line, and what is entered.
        entries: New rows and accounts of the user's own.
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
        *,
        connections: ConnectionsModel,
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._acts, self._icons, self._reading = core, bridge, acts, icons, reading
        self._memory, self._connections = memory, connections
        self.desk = EditDesk(core, bridge)
        self.query = ""
        self.rows = Rows(core.transactions, bridge.spawn, self.desk.overlay, self)
        self.model = TransactionsModel(self.rows, self.desk, reading, self)
        self.table = TransactionsTable(self.model, icons)
        self.lister = Lister(core, bridge, self.model, self.rows, self.table)
        self.totals = TotalsLine(core, bridge, self.lister, self.table, reading)
        self.empty = ListEmpty(icons, lambda: self.show_query(""), acts.connect_requested.emit)
        self._body = QStackedLayout()
        self.above, self.foot = QVBoxLayout(), QVBoxLayout()
        self.parted = QSplitter(Qt.Orientation.Horizontal)
        self.search = SearchLine(core, bridge, icons, reading, Recents(memory), news)
        self.search.searched.connect(self.show_query)
        self.search.leave_requested.connect(self.focus_table)
        self.above.addWidget(self.search)
        self.entries = EntryDesk(core, bridge, icons, reading, connections)
        self.entries.left.connect(self.focus_table)
        self.entries.rows.entered.connect(undo.announce)
        self.above.addWidget(self.entries)
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
        self._connect()

    async def selected_ids(self) -> list[TransactionId]:
        """Give all selected rows, however many."""
        return await self.table.selected_ids()

    def show_query(self, text: str) -> None:
        """List the rows of a search."""
        self.search.show_query(text)
        if text != self.query:
            self.query = text
            self.lister.show(text, self.lister.order)
            self.query_changed.emit(text)

    def show_account(self, account_id: AccountId) -> None:
        """List the rows of an account."""
        self.show_query(str(Query((Numbered(Kind.ACCOUNT, account_id),))))

    def show_transaction(self, number: TransactionId) -> None:
        """Go to a row where it is listed, else list it alone."""
        self._bridge.spawn(self._go_to(number))

    async def _go_to(self, number: TransactionId) -> None:
        rows = await self._core.transactions([number])
        if not rows or not self.table.show_row(rows[0]):
            self.show_query(str(Query((Numbered(Kind.ID, number),))))
        self.focus_table()

    def focus_search(self) -> None:
        """Give the search line the keyboard."""
        self.search.focus_field()

    def focus_table(self) -> None:
        """Give the table the keyboard, with a row to begin at."""
        if self._body.currentWidget() is self.empty:
            self.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.begin()
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Save what is being typed."""
        self.table.commit_edit()
        self.details.commit()

    def remember(self) -> None:
        """Keep sizes and places for the next time."""
        self._memory.keep_shape(_COLUMNS, self.table.header.columns())
        self._memory.keep_word(_ORDER, word_of(self.lister.order))
        self._memory.keep_shape(self._shares_name(), self.parted.saveState())

    def day_changed(self) -> None:
        """Another day has begun."""
        self.model.day_changed()
        self.details.day_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what is seen."""
        super().showEvent(event)
        self.lister.see(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Load nothing more."""
        super().hideEvent(event)
        self.lister.see(seen=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details below the table where there is too little room beside it."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE_FROM
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.parted.orientation() is not wanted or event.oldSize().width() <= 0:
            self.parted.setOrientation(wanted)
            if not self.parted.restoreState(self._memory.shape(self._shares_name())):
                room = self.width() if wide else self.height() - self.above.sizeHint().height()
                least = 0 if wide else self.details.wanted_height
                details = max(least, round(room * (1 - _SHARE)))
                self.parted.setSizes([max(0, room - details), details])
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
        body = QWidget()
        body.setLayout(self._body)
        self._body.addWidget(self.table)
        self._body.addWidget(self.empty)
        column.addWidget(body, 1)
        column.addLayout(self.foot)
        column.addWidget(hairline())
        column.addWidget(self.totals)
        self.parted.setObjectName("Parted")
        self.parted.setChildrenCollapsible(False)
        self.parted.setHandleWidth(1)
        self.parted.addWidget(leading)
        self.parted.addWidget(self.details)
        self.parted.setStretchFactor(0, 5)
        self.parted.setStretchFactor(1, 2)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addLayout(self.above)
        inner.addWidget(hairline())
        inner.addWidget(self.parted, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def _connect(self) -> None:
        table = self.table
        table.header.arrange(self._memory.shape(_COLUMNS))
        orders = {word_of(each): each for each in ORDERS}
        self.lister.order = orders[self._memory.word(_ORDER, list(orders))]
        table.header.order_requested.connect(self._sort)
        table.selection_changed.connect(self._show_selection)
        table.menu_requested.connect(self._open_menu)
        table.copy_requested.connect(self._copy)
        table.opened.connect(self.details.focus_first)
        table.left.connect(self.focus_search)
        table.offer(self._names)
        self.bulk.copy_requested.connect(self._copy)
        self.lister.listed.connect(self._show_empty)
        self.lister.stage_changed.connect(self._show_empty)
        self._connections.loaded.connect(self._show_empty)

    def _shares_name(self) -> str:
        return _SHARES_WIDE if self.parted.orientation() is Qt.Orientation.Horizontal else _SHARES_TALL

    def _sort(self, order: Order) -> None:
        self.lister.show(self.query, order)

    def _show_selection(self, selection: Selection) -> None:
        self.details.show_selection(selection)
        self.bulk.show_selection(selection)

    def _show_empty(self) -> None:
        """Say what to do where nothing is listed; while one still searches, the last rows stay."""
        is_empty = self.lister.is_whole and not len(self.model.listed)
        if is_empty:
            self.empty.say(
                is_search=bool(self.query.strip()), has_banks=bool(self._connections.overview.live)
            )
        wanted = self.empty if is_empty else self.table
        self.details.setVisible(not is_empty)
        if self._body.currentWidget() is not wanted:
            had_focus = self.table.hasFocus() or self.empty.button.hasFocus()
            self._body.setCurrentWidget(wanted)
            if had_focus:
                self.focus_table()

    def _open_menu(self, place: QPoint) -> None:
        row = self.model.transaction(self.table.currentIndex())
        if row is not None:
            change = self.entries.begin_change if self.entries.is_own(row) else None
            ways = Ways(self.table, self.desk, self._reading, self._copy, self.show_query, self._sort, change)
            row_menu(row, ways).popup(place)

    def _copy(self) -> None:
        header = self.table.header
        places = sorted(
            (header.visualIndex(each), each) for each in Column if not header.isSectionHidden(each)
        )
        self._bridge.spawn(self._copy_rows([column for _, column in places]))

    async def _copy_rows(self, columns: list[Column]) -> None:
        ids = await self.selected_ids()
        if ids:
            await copy_rows(self._core, ids, columns, self._reading)

    def _names(self, column: Column) -> list[str]:
        """The names that are offered while one types into a cell."""
        known = self.search.vocabulary
        names = {Column.PAYEE: known.payees, Column.CATEGORY: known.categories}
        return list(names.get(column, ()))
