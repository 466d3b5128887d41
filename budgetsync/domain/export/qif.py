"""Rows as QIF: one list for each account; splits, transfers, categories and tags as Quicken writes them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from budgetsync.domain.export.fields import decimal_text
from budgetsync.domain.export.format import Export, Format, Order, takes_counted
from budgetsync.domain.export.texts import one_line
from budgetsync.domain.money import Money
from budgetsync.domain.row_name import row_name
from budgetsync.domain.transaction import Transaction, TransactionState

_TYPES: Final = {"credit": "CCard", "cash": "Cash", "loan": "Oth L", "other": "Oth A"}
_OF_LINES: Final = str.maketrans("/[]:", "-()-")
"""Signs that mean something in a line of categories."""


def _write(export: Export) -> Iterator[str]:
    groups = groupby(export.rows, key=lambda row: (row.account_id, row.amount.currency))
    for (account_id, currency), rows in groups:
        account = export.accounts.get(account_id)
        kind = _TYPES.get(account.type if account else "", "Bank")
        for at, row in enumerate(rows):
            if at == 0:
                name = _account_name(row, export, currency)
                yield f"!Account\nN{name}\nT{kind}\n^\n!Type:{kind}\n"
            yield _row(export, row)


def _account_name(row: Transaction, export: Export, currency: str) -> str:
    """Name the account, with its number where two are called alike, and the currency where it has several."""
    name = one_line(row.account_name).translate(_OF_LINES)
    account = export.accounts.get(row.account_id)
    alike = [each for each in export.accounts.values() if each.name.casefold() == row.account_name.casefold()]
    if len(alike) > 1:
        name += f" {row.account_id}"
    return f"{name} {currency}" if account is not None and currency != account.currency else name


def _row(export: Export, row: Transaction) -> str:
    booked = row.state is TransactionState.POSTED
    day = (row.posted_on or row.transacted_on) if booked else row.transacted_on
    lines = [
        f"D{day.isoformat()}",
        f"T{decimal_text(row.amount)}",
        *(["C*"] if booked else []),
        f"N{row_name(export.ledger, row.id)}",
        f"P{one_line(row.shown_payee)}",
    ]
    told = [one_line(row.note)] if row.note else []
    told += [one_line(row.original_description)] if row.original_description != row.shown_payee else []
    if told:
        lines.append(f"M{' · '.join(told)}")
    other = export.other_half(row.transfer) if row.transfer is not None else None
    if other is not None:
        lines.append(f"L[{_account_name(other, export, other.amount.currency)}]")
    elif line := _category(row.category, row.tags):
        lines.append(f"L{line}")
    for part in row.splits:
        lines.append(f"S{_category(part.category, row.tags)}")
        lines += [f"E{one_line(part.note)}"] if part.note else []
        lines.append(f"${decimal_text(Money(part.minor, row.amount.currency))}")
    return "\n".join(lines) + "\n^\n"


def _category(category: str | None, tags: tuple[str, ...]) -> str:
    name = one_line(category or "").replace("/", "-").replace("[", "(").replace("]", ")")
    classes = ":".join(one_line(tag).translate(_OF_LINES) for tag in tags)
    return f"{name}/{classes}" if classes else name


QIF: Final = Format("qif", "QIF", _write, "qif", Order.BY_ACCOUNT, takes_counted)
"""Days are ISO 8601, which no reader takes for another day."""
