"""Rows as CSV for two budget programs that read files: YNAB and Actual Budget."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from budgetsync.domain.export.comma_separated import csv_line, guarded, quoted
from budgetsync.domain.export.fields import decimal_text
from budgetsync.domain.export.format import Export, Format, Order, takes_booked
from budgetsync.domain.export.texts import one_line
from budgetsync.domain.row_name import row_name
from budgetsync.domain.transaction import Transaction

_YNAB: Final = ("Date", "Payee", "Memo", "Amount", "Account", "Id")
_ACTUAL: Final = ("Date", "Payee", "Notes", "Category", "Amount", "Account", "Id")


def _ynab_texts(row: Transaction) -> tuple[str, ...]:
    return (row.shown_payee, row.note or row.original_description)


def _actual_texts(row: Transaction) -> tuple[str, ...]:
    tags = " ".join(f"#{tag.replace(' ', '-')}" for tag in row.tags)
    notes = f"{row.note or row.original_description} {tags}".strip()
    return (row.shown_payee, notes, row.category or "")


def _write(
    columns: tuple[str, ...], texts: Callable[[Transaction], tuple[str, ...]], export: Export
) -> Iterator[str]:
    yield csv_line(columns)
    for row in export.rows:
        yield csv_line(
            (
                (row.posted_on or row.transacted_on).isoformat(),
                *(quoted(guarded(one_line(text))) for text in texts(row)),
                decimal_text(row.amount),
                quoted(guarded(one_line(row.account_name))),
                row_name(export.ledger, row.id),
            )
        )


YNAB: Final = Format(
    "ynab", "YNAB CSV", partial(_write, _YNAB, _ynab_texts), "csv", Order.BY_ACCOUNT, takes_booked
)
"""The columns that YNAB reads by name; it passes over the others."""
ACTUAL: Final = Format(
    "actual",
    "Actual Budget CSV",
    partial(_write, _ACTUAL, _actual_texts),
    "csv",
    Order.BY_ACCOUNT,
    takes_booked,
)
"""The columns that Actual's import finds by itself; hashtags in notes are its tags."""
