"""Rows as text, for the clipboard: a table for sheets of figures, or sentences for a letter."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from budgetsync.core import Core
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.transactions.cells import cell_text, spoken_row
from budgetsync.ui.transactions.columns import titles
from budgetsync.ui.transactions.reading import Reading

MOST = 100_000
"""Rows that a clipboard is given at most; more are for an export."""
_AT_ONCE = 200


def table_text(rows: Sequence[Transaction], columns: Sequence[int], reading: Reading) -> str:
    """Write rows one a line, their cells apart by tabs."""
    return "\n".join(
        "\t".join(cell_text(row, column, reading).replace("\t", " ").replace("\n", " ") for column in columns)
        for row in rows
    )


async def copy_rows(
    core: Core, ids: Sequence[TransactionId], columns: Sequence[int], reading: Reading
) -> None:
    """Put rows on the clipboard with the titles of their columns."""
    lines = ["\t".join(titles()[column] for column in columns)]
    for first in range(0, min(len(ids), MOST), _AT_ONCE):
        rows = await core.transactions(ids[first : first + _AT_ONCE])
        lines.append(table_text(rows, columns, reading))
    QGuiApplication.clipboard().setText("\n".join(lines))


def copy_sentence(row: Transaction, reading: Reading) -> None:
    """Put a row on the clipboard as one line that can be read out."""
    QGuiApplication.clipboard().setText(spoken_row(row, reading))
