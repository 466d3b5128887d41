"""What can be done to the row that the keyboard is on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from budgetsync.domain.edits import Edit
from budgetsync.domain.listed import Order
from budgetsync.domain.query import Exact, Field, Query
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.transactions.columns import FIELDS, Column, order_words, translate
from budgetsync.ui.transactions.copying import copy_sentence
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.table import TransactionsTable


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the menu's entries lead."""

    table: TransactionsTable
    desk: EditDesk
    reading: Reading
    copy: Callable[[], object]
    show_query: Callable[[str], object]
    sort: Callable[[Order], object]
    change: Callable[[Transaction], object] | None = None
    """Changes amount and day; None where a bank tells them."""


def row_menu(row: Transaction, ways: Ways) -> QMenu:
    """Make the menu of a row."""
    menu = QMenu(ways.table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for column, text in _edit_words().items():
        menu.addAction(text, partial(ways.table.edit_field, column))
    if ways.change is not None:
        menu.addAction(translate("Transactions", "Change amount and day"), partial(ways.change, row))
    if row.payee:
        text = translate("Transactions", "Use the bank's name again")
        menu.addAction(text, partial(ways.desk.apply, [row.id], Edit(payee=None)))
    menu.addSeparator()
    hide = (
        translate("Transactions", "Show in sums")
        if row.hidden
        else translate("Transactions", "Hide from sums")
    )
    menu.addAction(hide, partial(ways.desk.apply, [row.id], Edit(hidden=not row.hidden)))
    review = (
        translate("Transactions", "Mark as not reviewed")
        if row.reviewed
        else translate("Transactions", "Mark as reviewed")
    )
    menu.addAction(review, partial(ways.desk.apply, [row.id], Edit(reviewed=not row.reviewed)))
    menu.addSeparator()
    menu.addAction(
        translate("Transactions", "All of this payee"),
        partial(ways.show_query, str(Query((Exact(Field.PAYEE, row.shown_payee),)))),
    )
    if row.category:
        menu.addAction(
            translate("Transactions", "All of this category"),
            partial(ways.show_query, str(Query((Exact(Field.CATEGORY, row.category),)))),
        )
    menu.addSeparator()
    menu.addAction(translate("Transactions", "Copy"), ways.copy)
    menu.addAction(translate("Transactions", "Copy as a sentence"), partial(copy_sentence, row, ways.reading))
    menu.addSeparator()
    orders = menu.addMenu(translate("Transactions", "Sort by"))
    for order, text in order_words().items():
        orders.addAction(text, partial(ways.sort, order))
    columns = ways.table.header.menu()
    columns.setTitle(translate("Transactions", "Columns"))
    columns.setParent(menu, columns.windowFlags())
    menu.addMenu(columns)
    return menu


def _edit_words() -> dict[Column, str]:
    words = {
        Column.PAYEE: translate("Transactions", "Change the payee"),
        Column.CATEGORY: translate("Transactions", "Change the category"),
        Column.NOTE: translate("Transactions", "Change the note"),
        Column.TAGS: translate("Transactions", "Change the tags"),
    }
    return {column: words[column] for column in FIELDS}
