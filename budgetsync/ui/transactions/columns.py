"""The columns of the table: what stands where, what can be typed into, what a list can be sorted by."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt

from budgetsync.domain.listed import SortKey

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


def alignment_of(column: int) -> Qt.AlignmentFlag:
    """Figures stand right, texts left."""
    side = Qt.AlignmentFlag.AlignRight if column == Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
