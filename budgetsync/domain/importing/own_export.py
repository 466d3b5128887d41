"""Entries that this ledger wrote itself: a file that it exported brings back rows that it has."""

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.row_name import named_row
from budgetsync.domain.statement import Statement


def own_rows(statement: Statement, ledger: str) -> dict[int, TransactionId]:
    """Find which entries of a statement were written from which rows of this ledger, by their places.

    Such an entry is the row, whatever has become of it since: it is known, and is never told as a new one. The account
    of these rows is the one that the statement is of.

    Args:
        ledger: The id of the ledger that looks.
    """
    return {
        place: row
        for place, entry in enumerate(statement.entries)
        if (row := named_row(ledger, (entry.id, *entry.references, entry.raw))) is not None
    }
