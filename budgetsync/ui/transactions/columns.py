"""The columns of the table: what stands where, what can be typed into, what a list can be sorted by."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt

from budgetsync.domain.listed import NEWEST_FIRST, Order, SortKey

translate = QCoreApplication.translate


class Column(IntEnum):
    """What stands where, as the table comes; a person may move and hide columns."""

    DATE = 0
    PAYEE = 1
    CATEGORY = 2
    NOTE = 3
    TAGS = 4
    ACCOUNT = 5
    STATE = 6
    AMOUNT = 7


FIELDS = {Column.PAYEE: "payee", Column.CATEGORY: "category", Column.NOTE: "note", Column.TAGS: "tags"}
"""The columns that can be typed into, with the ledger's name for each."""

SORTED_BY = {Column.DATE: SortKey.DATE, Column.PAYEE: SortKey.PAYEE, Column.AMOUNT: SortKey.AMOUNT}
"""The columns by which a list can be sorted."""

ORDERS = (NEWEST_FIRST, *(order for key in SortKey for order in (Order(key), Order(key, descending=False))))
"""Every order that a list can have; the first is the one that it comes in."""

HIDDEN_AT_FIRST = frozenset({Column.TAGS})


def titles() -> tuple[str, ...]:
    """Name the columns, in their order."""
    return (
        translate("Transactions", "Date"),
        translate("Transactions", "Payee"),
        translate("Transactions", "Category"),
        translate("Transactions", "Note"),
        translate("Transactions", "Tags"),
        translate("Transactions", "Account"),
        translate("Transactions", "Status"),
        translate("Transactions", "Amount"),
    )


def word_of(order: Order) -> str:
    """Name an order as it is remembered."""
    return f"{order.key}-{'down' if order.descending else 'up'}"


def order_words() -> dict[Order, str]:
    """Name the orders that are offered."""
    return {
        NEWEST_FIRST: translate("Transactions", "Newest first"),
        Order(descending=False): translate("Transactions", "Oldest first"),
        Order(SortKey.PAYEE, descending=False): translate("Transactions", "Payee, A to Z"),
        Order(SortKey.PAYEE): translate("Transactions", "Payee, Z to A"),
        Order(SortKey.AMOUNT): translate("Transactions", "Largest income first"),
        Order(SortKey.AMOUNT, descending=False): translate("Transactions", "Largest spending first"),
    }


def alignment_of(column: int) -> Qt.AlignmentFlag:
    """Figures stand right, texts left."""
    side = Qt.AlignmentFlag.AlignRight if column == Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
