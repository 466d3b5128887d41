"""Rows as files for other programs: one place that knows the formats, each written row by row.

Another format is a module with a `Format` in it, named in FORMATS.
"""

from typing import Final

from budgetsync.domain.export.beancount import BEANCOUNT
from budgetsync.domain.export.budget_csv import ACTUAL, YNAB
from budgetsync.domain.export.comma_separated import CSV
from budgetsync.domain.export.fields import row_fields
from budgetsync.domain.export.format import Export, Format, Order, Span
from budgetsync.domain.export.journal import JOURNAL
from budgetsync.domain.export.json_text import JSON
from budgetsync.domain.export.ofx import OFX
from budgetsync.domain.export.parquet import PARQUET
from budgetsync.domain.export.qif import QIF

FORMATS: Final[dict[str, Format]] = {
    each.name: each for each in (CSV, JSON, OFX, QIF, BEANCOUNT, JOURNAL, PARQUET, YNAB, ACTUAL)
}
"""By the name under which they are asked for."""
_ENDINGS: Final = {form.ending: form.name for form in reversed(FORMATS.values())} | {
    "bean": BEANCOUNT.name,
    "hledger": JOURNAL.name,
    "ledger": JOURNAL.name,
}


def form_of_ending(ending: str) -> str | None:
    """Tell which format the ending of a file's name asks for, with or without its point."""
    return _ENDINGS.get(ending.removeprefix(".").lower())


__all__ = ["CSV", "FORMATS", "JSON", "Export", "Format", "Order", "Span", "form_of_ending", "row_fields"]
