"""Rows as CSV (RFC 4180), for spreadsheets: what a person or a bank wrote is never a formula there."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from budgetsync.domain.export.fields import decimal_text, row_fields
from budgetsync.domain.export.format import Export, Format
from budgetsync.domain.money import Money
from budgetsync.domain.row_name import row_name
from budgetsync.domain.transaction import Transaction

_END_OF_LINE: Final = "\r\n"
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
"""What spreadsheets take a cell for a formula by, wide letters included (OWASP, "CSV Injection")."""
_COLUMNS: Final = (
    "id",
    "transacted_on",
    "posted_on",
    "state",
    "payee",
    "merchant",
    "original_description",
    "category",
    "note",
    "tags",
    "amount",
    "currency",
    "account",
    "account_name",
    "splits",
    "hidden",
    "reviewed",
    "bank_removed",
    "bank_says",
    "transfer",
    "source_id",
)
_FREE_TEXTS: Final = frozenset(
    {
        "payee",
        "merchant",
        "original_description",
        "category",
        "note",
        "tags",
        "account_name",
        "splits",
        "bank_says",
    }
)


def csv_cells(row: Transaction) -> dict[str, str]:
    """Give a row as texts, by column; those that somebody wrote are guarded."""
    fields = row_fields(row)
    fields["tags"] = ", ".join(row.tags)
    fields["splits"] = "; ".join(
        f"{part.category or ''} {decimal_text(Money(part.minor, row.amount.currency))}".strip()
        for part in row.splits
    )
    fields["bank_says"] = "; ".join(f"{name}: {said}" for name, said in sorted(row.bank_says.items()))
    return {
        name: guarded(fields[name] or "") if name in _FREE_TEXTS else _plain(fields[name])
        for name in _COLUMNS[:-1]
    }


def guarded(text: str) -> str:
    """Give a text that no spreadsheet runs: an apostrophe stands before what looks like a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _plain(value: Any) -> str:  # noqa: ANN401 - a number, a flag, a day or nothing
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def csv_line(cells: Iterable[str]) -> str:
    """Give a line of cells that are quoted where they need it."""
    return ",".join(cells) + _END_OF_LINE


def quoted(text: str) -> str:
    """Put a text in quotes, so that nothing in it can end the cell."""
    escaped = text.replace('"', '""')
    return f'"{escaped}"'


def _write(export: Export) -> Iterator[str]:
    yield csv_line(_COLUMNS)
    for row in export.rows:
        cells = csv_cells(row)
        cells["source_id"] = row_name(export.ledger, row.id) if export.ledger else ""
        yield csv_line(quoted(text) if name in _FREE_TEXTS and text else text for name, text in cells.items())


CSV: Final = Format("csv", "CSV", _write, "csv", encoding="utf-8-sig")
"""With the mark at its beginning by which spreadsheets know that it is UTF-8. Amounts are plain decimals."""
