"""The table of transactions: a million rows are gone through by keyboard, selected, copied and typed into."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import Listed
from budgetsync.domain.place import row_at
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.columns import FIELDS, Column, translate
from budgetsync.ui.transactions.delegate import TransactionsDelegate, is_editable
from budgetsync.ui.transactions.heading_paint import paint_headings
from budgetsync.ui.transactions.kept import Kept, united
from budgetsync.ui.transactions.model import TransactionsModel
from budgetsync.ui.transactions.selection import LISTED, NOTHING, Selection
from budgetsync.ui.transactions.table_header import TableHeader

_DRESS = frozenset(
    {QPaintEvent.Type.PaletteChange, QPaintEvent.Type.FontChange, QPaintEvent.Type.StyleChange}
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FOLDING = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_TOLD = 400
"""Cells of a change of the selection that assistive technology is told one by one: Qt lists all of them."""
_Flag = QItemSelectionModel.SelectionFlag


class TransactionsTable(QTableView):
    """Return or F2 changes a cell, Tab goes on to the next, the menu key opens the row's menu, Ctrl+C copies."""

    selection_changed = Signal(object)
    """A Selection."""
    menu_requested = Signal(object)
    """A QPoint on the screen, for what can be done to the row that the keyboard is on."""
    copy_requested = Signal()
    left = Signal()
    """Escape was pressed where only one row was selected."""
    opened = Signal()
    """The details of the row are to have the keyboard."""

    def __init__(self, model: TransactionsModel, icons: Icons) -> None:
        super().__init__()
        self._model, self._icons = model, icons
        self._delegate = TransactionsDelegate(model, self)
        self._anchor: QPersistentModelIndex | None = None
        self._later: Listed | None = None
        self._top = 0
        self.selection = NOTHING
        self.header = TableHeader(icons, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        # A header asks whether whole columns are selected, which goes through every row: it is told of no selection.
        unselected = QItemSelectionModel(model, self)
        self.header.setSelectionModel(unselected)
        self.verticalHeader().setSelectionModel(unselected)
        self.setAccessibleName(translate("Transactions", "Transactions"))
        self.setFont(font_of(self))
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda place: self.menu_requested.emit(self.viewport().mapToGlobal(place))
        )
        self.verticalHeader().hide()
        self.header.setResizeContentsPrecision(0)  # by what is seen, not by a thousand rows
        self.header.sectionHandleDoubleClicked.connect(self.resizeColumnToContents)
        self._measure()
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        self.selectionModel().currentChanged.connect(lambda *_: self._telling.start())
        model.dataChanged.connect(self._row_changed)
        model.modelReset.connect(self._telling.start)
        model.about_to_change.connect(self._remember_place)
        model.changed.connect(self._restore_place)

    # What others ask.

    @property
    def is_editing(self) -> bool:
        """Whether something is being typed."""
        return self.indexWidget(self.currentIndex()) is not None  # the state is lost where rows come or go

    def offer(self, offers: Callable[[Column], list[str]]) -> None:
        """Complete what is typed into cells by these names."""
        self._delegate.offers = offers

    async def selected_ids(self) -> list[TransactionId]:
        """Name all selected rows, however many, in the order of the list."""
        if self.selection.ids or not self.selection.count:
            return list(self.selection.ids)
        listed = self._model.listed
        stretches = list(self._stretches())
        return await asyncio.to_thread(_ids_of, listed, stretches)

    def take_in(self, listed: Listed) -> None:
        """Show a newer state of the list without anything jumping; not while something is typed that would be lost."""
        self._later = None
        if self._model.take_in(listed, by_rows=self.is_editing):
            return
        if self.is_editing:
            self._later = listed
            return
        current, top = self._model.place_at(self.currentIndex().row()), self._model.place_at(self._top)
        column, at_top = max(0, self.currentIndex().column()), self.verticalScrollBar().value() == 0
        kept = Kept.of(self._model, self._ranges())
        self._model.replace(listed)
        kept.select(self._model, self.selectionModel())
        if current is not None and (row := self._model.row_of_place(current)) >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row, column), _Flag.NoUpdate)
        if top is not None and not at_top and (row := self._model.row_of_place(top)) >= 0:
            self._scroll_to(row)

    def show_row(self, transaction: Transaction) -> bool:
        """Go to a row; tells whether it is listed."""
        row = self._model.row_of(transaction)
        if row < 0 and transaction.id in set(map(row_at, self._model.listed.pending)):
            self._model.fold(folded=False)
            row = self._model.row_of(transaction)
        if row >= 0:
            self.go_to(row)
        return row >= 0

    def begin(self) -> None:
        """Have a row to begin at, where the keyboard was on none."""
        rows = self._model.rowCount()
        if rows and not self.currentIndex().isValid():
            self.go_to(1 if rows > 1 and self._model.heading(0) is not None else 0)

    def go_to(self, row: int) -> None:
        """Put the keyboard on a row."""
        column = self.currentIndex().column()
        if column < 0 or self.isColumnHidden(column):
            column = Column.PAYEE
        self.setCurrentIndex(self._model.index(row, column))

    def edit_field(self, column: Column) -> None:
        """Type into a cell of the row that the keyboard is on."""
        index = self.currentIndex().siblingAtColumn(column)
        if is_editable(index):
            if self.isColumnHidden(column):
                self.header.show_column(column, shown=True)
            if self.isColumnHidden(column):  # there is no room for it: the details have every field
                self.opened.emit()
                return
            self.setCurrentIndex(index)
            self.edit(index)

    def commit_edit(self) -> None:
        """Take over what is being typed, as leaving the field would."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self.header.share(self.viewport().width())

    def changeEvent(self, event: QPaintEvent) -> None:  # type: ignore[override]  # any event
        """Take over other colours or another font at once."""
        super().changeEvent(event)
        if event.type() in _DRESS and hasattr(self, "_delegate"):
            self._delegate.dress(self)
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen, and have it loaded where it is not."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        last = self._model.rowCount() - 1 if last < 0 else last
        if last >= 0 and self.isVisible():
            self._model.look(first, last, backwards=first < self._top)
            self._top = first
        super().paintEvent(event)
        paint_headings(self, self._model, self._icons, range(first, last + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go, select, edit, copy, fold."""
        key, index = event.key(), self.currentIndex()
        on_heading = index.isValid() and self._model.heading(index.row()) is not None
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.is_editing:  # a Return that ends it comes here too
            super().keyPressEvent(event)
        elif (
            on_heading and index.row() == 0 and (key in _ENTER or key in _FOLDING or key == Qt.Key.Key_Space)
        ):
            self._model.fold(folded=_FOLDING.get(Qt.Key(key), not self._model.is_folded))
        elif key in _ENTER and is_editable(index):
            self.edit(index)
        elif key in _ENTER and index.isValid():
            self.opened.emit()
        elif (
            key in {Qt.Key.Key_Home, Qt.Key.Key_End}
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            self._go_to_end(first=key == Qt.Key.Key_Home, extend=bool(shift))
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold the pending rows by a click on their heading."""
        row = self.rowAt(event.position().toPoint().y())
        if row == 0 and self._model.heading(0) is not None and event.button() == Qt.MouseButton.LeftButton:
            self._model.fold(folded=not self._model.is_folded)
            event.accept()
            return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row where the keyboard was on none."""
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.begin()
        super().focusInEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing by what is typed here: Qt would ask every row, and there is a search line."""

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell what is selected now."""
        if max(_cells(selected), _cells(deselected)) <= _TOLD:
            super().selectionChanged(selected, deselected)
        else:
            QAbstractItemView.selectionChanged(self, selected, deselected)
        if hasattr(self, "_telling"):
            self._telling.start()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell that can be typed into where Tab was pressed."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        index = self.currentIndex()
        super().closeEditor(editor, hints.NoHint if hint in steps else hint)
        if hint in steps and (following := self._next_cell(index, steps[hint])) is not None:
            self.setCurrentIndex(following)
            self.edit(following)
        elif self._later is not None:
            self.take_in(self._later)

    # Inside.

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID + 4)

    def _next_cell(self, index: QModelIndex, step: int) -> QModelIndex | None:
        order = sorted(
            (self.header.visualIndex(column), column) for column in FIELDS if not self.isColumnHidden(column)
        )
        columns = [column for _, column in order]
        at = columns.index(Column(index.column())) + step if index.column() in columns else 0
        row = index.row() + (at // len(columns))
        following = self._model.index(row, columns[at % len(columns)])
        return following if is_editable(following) else None

    def _go_to_end(self, *, first: bool, extend: bool) -> None:
        rows = self._model.rowCount()
        if not rows:
            return
        index = self._model.index(0 if first else rows - 1, max(0, self.currentIndex().column()))
        if extend:
            begin = self.currentIndex()
            self.selectionModel().select(QItemSelection(begin, index), _Flag.ClearAndSelect | _Flag.Rows)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self.setCurrentIndex(index)

    def _escape(self) -> None:
        if self.selection.count > 1 and self.currentIndex().isValid():
            self._select(self.currentIndex().row(), 0, _Flag.ClearAndSelect | _Flag.Rows)
        else:
            self.left.emit()

    def _select(self, row: int, column: int, how: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self._model.index(row, column), how)

    def _row_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if top.row() <= self.currentIndex().row() <= bottom.row():
            self._telling.start()

    def _ranges(self) -> list[tuple[int, int]]:
        """The stretches that are selected, in order, none twice."""
        found = ((each.top(), each.bottom()) for each in self.selectionModel().selection().toList())
        return united(sorted(found))

    def _stretches(self) -> list[tuple[int, int]]:
        """The stretches of the list (pending rows first, headings left out) that are selected."""
        first_other = self._model.first_other
        apart = len(self._model.listed.pending)
        made = []
        for first, last in self._ranges():
            if first < first_other and not self._model.is_folded and apart:
                made.append((max(0, first - 1), min(last - 1, apart - 1)))
            if last >= first_other:
                made.append((apart + max(0, first - first_other), apart + last - first_other))
        return [(first, last) for first, last in made if last >= first]

    def _tell(self) -> None:
        stretches = self._stretches()
        count = sum(last - first + 1 for first, last in stretches)
        listed = self._model.listed
        named = count <= LISTED
        ids = (
            tuple(each for first, last in stretches for each in listed.ids(first, last - first + 1))
            if named
            else ()
        )
        index = self.currentIndex()
        is_selected = index.isValid() and self.selectionModel().isRowSelected(index.row(), QModelIndex())
        current = self._model.transaction(index) if is_selected else None
        made = Selection(count, ids, () if named else tuple(stretches), current)
        if made != self.selection:
            self.selection = made
            self.selection_changed.emit(made)

    def _scroll_to(self, row: int) -> None:
        """Have a row at the top."""
        self.executeDelayedItemsLayout()  # else the scroll bar does not know how many rows there are
        self.verticalScrollBar().setValue(row)

    def _remember_place(self) -> None:
        """Rows that come in above must not move what is being looked at, or typed."""
        stays = self.verticalScrollBar().value() > 0 or self.is_editing
        top = self.rowAt(0)
        self._anchor = QPersistentModelIndex(self._model.index(top, 0)) if stays and top >= 0 else None

    def _restore_place(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is not None and anchor.isValid() and anchor.row() != self.rowAt(0):
            self._scroll_to(anchor.row())
        self._telling.start()


def _cells(selection: QItemSelection) -> int:
    return sum(each.height() * each.width() for each in selection.toList())


def _ids_of(listed: Listed, stretches: list[tuple[int, int]]) -> list[TransactionId]:
    return [each for first, last in stretches for each in listed.ids(first, last - first + 1)]
