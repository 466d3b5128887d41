"""The newest transactions: a quiet table, live, with payee, category and note changed where they stand."""

from functools import partial

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from budgetsync.domain.ids import AccountId
from budgetsync.domain.overview import Overview
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.transactions import FIELDS, Column, TransactionsModel
from budgetsync.ui.status import Tone
from budgetsync.ui.text import account_title
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions_delegate import TransactionsDelegate, is_editable
from budgetsync.ui.widgets import Choice, hairline

translate = QCoreApplication.translate

_SAMPLES = {Column.DATE: "May 30, 2000", Column.STATE: "Pending", Column.AMOUNT: "\N{MINUS SIGN}$00,000.00"}
_SHARES = {Column.CATEGORY: 22, Column.NOTE: 14, Column.ACCOUNT: 30}  # of the rest; what is left: the payee
_PADDING = 2 * GRID + 6
_DRESS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TransactionsTable(QTableView):
    """The table: Return or F2 changes a cell, the menu key opens its menu, Ctrl+C copies what is selected."""

    def __init__(self, model: TransactionsModel) -> None:
        super().__init__()
        self._model = model
        self._delegate = TransactionsDelegate(model, self)
        self._sharing = False
        self._widths_chosen = False
        self._anchor: QPersistentModelIndex | None = None
        self.setModel(model)
        self.setAccessibleName(translate("Transactions", "Newest transactions"))
        self.setFont(font_of(self))
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID + 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(6 * GRID)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.sectionHandleDoubleClicked.connect(self.resizeColumnToContents)
        header.sectionMoved.connect(self._column_moved)
        header.sectionResized.connect(self._column_resized)
        model.about_to_load.connect(self._remember_place)
        model.loaded.connect(self._restore_place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns, unless the user has chosen their widths."""
        super().resizeEvent(event)
        if not self._widths_chosen:
            self._share_room()

    def columns(self) -> QByteArray:
        """Give the columns as the user arranged them; empty where they are as they came."""
        return self.horizontalHeader().saveState() if self._widths_chosen else QByteArray()

    def arrange_columns(self, state: QByteArray) -> None:
        """Arrange the columns as they were once."""
        self._widths_chosen = self.horizontalHeader().restoreState(state)

    def _column_moved(self) -> None:
        self._widths_chosen = True

    def _column_resized(self, column: int) -> None:
        """If a width changed and not by our own doing, the user wants it so; the last one fills the room."""
        last = self.horizontalHeader().logicalIndex(len(Column) - 1)
        if self.isVisible() and not self._sharing and column != last:
            self._widths_chosen = True

    def _share_room(self) -> None:
        """Give figures what they need and texts the rest, in fixed shares."""
        self._sharing = True
        room = self.viewport().width()
        for column, sample in _SAMPLES.items():
            width = self.fontMetrics().horizontalAdvance(sample) + _PADDING
            self.setColumnWidth(column, width)
            room -= width
        rest = room
        for column, share in _SHARES.items():
            width = max(6 * GRID, room * share // 100)
            self.setColumnWidth(column, width)
            rest -= width
        self.setColumnWidth(Column.PAYEE, rest)
        self._sharing = False

    def changeEvent(self, event: QEvent) -> None:
        """Take over other colours or another font at once."""
        super().changeEvent(event)
        if event.type() in _DRESS:
            self._delegate.dress(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return changes the cell, Ctrl+C copies the rows."""
        editing = self.state() is QAbstractItemView.State.EditingState  # a Return that ends it comes here too
        if event.key() in _ENTER and not editing and is_editable(self.currentIndex()):
            self.edit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def commit_edit(self) -> None:
        """Take over what is being typed, as leaving the field would."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, one a line, their cells apart by tabs."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        lines = ["\t".join(str(self._model.index(row, column).data()) for column in Column) for row in rows]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _open_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, text in _edit_words().items():
            cell = QPersistentModelIndex(index.siblingAtColumn(column))
            menu.addAction(text, partial(self._edit_cell, cell))
        if self._model.transaction(index).payee:
            payee = QPersistentModelIndex(index.siblingAtColumn(Column.PAYEE))
            text = translate("Transactions", "Use the bank's name again")
            menu.addAction(text, partial(self._model.setData, payee, ""))
        menu.addSeparator()
        menu.addAction(translate("Transactions", "Copy"), self.copy_rows)
        menu.popup(self.viewport().mapToGlobal(place))

    def _edit_cell(self, cell: QPersistentModelIndex) -> None:
        if cell.isValid():
            self.setCurrentIndex(self._model.index(cell.row(), cell.column()))
            self.edit(self.currentIndex())

    def _remember_place(self) -> None:
        """Rows that come in above must not move what is being looked at."""
        scrolled = self.verticalScrollBar().value() > 0
        top = self.rowAt(0)
        self._anchor = QPersistentModelIndex(self._model.index(top, 0)) if scrolled and top >= 0 else None

    def _restore_place(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is not None and anchor.isValid() and anchor.row() != self.rowAt(0):
            self.scrollTo(self._model.index(anchor.row(), 0), QAbstractItemView.ScrollHint.PositionAtTop)


class TransactionsPanel(QFrame):
    """The table with its title, a choice of account, and what is said where there is nothing yet."""

    account_chosen = Signal(object)
    """An AccountId, or None for all."""

    def __init__(self, model: TransactionsModel, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("Card")
        self._model = model
        self.table = TransactionsTable(model)
        self.account_choice = Choice(icons, translate("Transactions", "Account to show"))
        self.account_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.account_choice.setMinimumContentsLength(18)
        self.account_choice.addItem(translate("Transactions", "All accounts"), None)
        self.account_choice.setEnabled(False)
        self.account_choice.activated.connect(self._choose)
        self._empty = QLabel(
            translate("Transactions", "No transactions yet.\nThey appear here as soon as a bank has synced.")
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("tone", Tone.QUIET.value)
        self._body = QStackedLayout()
        self._arrange()
        model.rowsInserted.connect(self._show_empty)
        model.rowsRemoved.connect(self._show_empty)
        self._show_empty()

    def show_accounts(self, overview: Overview) -> None:
        """Offer the accounts that there are; the choice stays."""
        wanted = [
            (account_title(account), account.id) for item in overview.items for account in item.accounts
        ]
        choice = self.account_choice
        shown = [(choice.itemText(row), choice.itemData(row)) for row in range(1, choice.count())]
        if wanted == shown:
            return
        chosen = choice.currentData()
        while choice.count() > 1:
            choice.removeItem(choice.count() - 1)
        for title, account_id in wanted:
            choice.addItem(title, account_id)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.setEnabled(bool(wanted))

    def choose_account(self, account_id: AccountId) -> None:
        """Show the rows of one account, as if it had been chosen from the list."""
        self.account_choice.setCurrentIndex(max(0, self.account_choice.findData(account_id)))
        self._choose()

    def focus_table(self) -> None:
        """Give the table the keyboard, with a row to begin at."""
        if not self.table.currentIndex().isValid() and self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, Column.PAYEE))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self) -> None:
        self.account_chosen.emit(self.account_choice.currentData())

    def _show_empty(self) -> None:
        self._body.setCurrentIndex(0 if self._model.rowCount() else 1)

    def _arrange(self) -> None:
        title = QLabel(translate("Transactions", "Newest transactions"))
        title.setFont(font_of(self, 1.2, strong=True))
        header = QHBoxLayout()
        header.setContentsMargins(2 * GRID, GRID + 4, GRID + 4, GRID)
        header.addWidget(title, 1)
        header.addWidget(self.account_choice)
        title.setBuddy(self.table)
        self._body.addWidget(self.table)
        self._body.addWidget(self._empty)
        body = QWidget()
        body.setLayout(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, GRID)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(hairline())
        layout.addWidget(body, 1)


def _edit_words() -> dict[Column, str]:
    words = {
        Column.PAYEE: translate("Transactions", "Change the payee"),
        Column.CATEGORY: translate("Transactions", "Change the category"),
        Column.NOTE: translate("Transactions", "Change the note"),
    }
    return {column: words[column] for column in FIELDS}
