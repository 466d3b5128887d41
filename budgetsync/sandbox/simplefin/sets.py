"""Account sets as JSON: the bank's books in the words of SimpleFIN, of either version."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from budgetsync.sandbox.ids import opaque_id
from budgetsync.sandbox.model.book import Account, Book, Row
from budgetsync.sandbox.money import decimal_text

_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY: Final = 86_400
_NOON: Final = 43_200


def epoch_of(second: int) -> int:
    """A second of the bank's as one since 1970."""
    return second - _EPOCH * _DAY


def connection_fields(book: Book) -> dict[str, Any]:
    """A login as version 2 names it."""
    spec = book.institution
    return {
        "conn_id": _connection_id(book),
        "name": spec.name,
        "org_id": spec.institution_id,
        "org_name": spec.name,
        "org_url": "https://bank.example",
        "sfin_url": "https://sfin.bank.example",
    }


def account_fields(
    book: Book, account: Account, *, version: int, days: tuple[int, int], pending: bool, now: int
) -> dict[str, Any]:
    """An account with its rows of a span of time.

    Args:
        days: first second since 1970, and the first that is not wanted any more.
        now: the bank's second.
    """
    spec, sign = account.spec, -1 if account.owes else 1
    available = None if account.owes else account.available
    fields: dict[str, Any] = {
        "id": _account_id(book, account),
        "name": f"{spec.name} ({spec.mask})",
        "currency": spec.currency,
        "balance": decimal_text(sign * account.current, account.exponent),
        "balance-date": epoch_of(now),
        "transactions": list(_transactions(book, account, days, pending=pending)),
    }
    if available is not None:
        fields["available-balance"] = decimal_text(available, account.exponent)
    if version == 1:
        fields["org"] = {
            "domain": f"{book.institution.institution_id}.example",
            "name": book.institution.name,
            "sfin-url": "https://sfin.bank.example",
        }
    else:
        fields["conn_id"] = _connection_id(book)
    return fields


def _connection_id(book: Book) -> str:
    return f"CON-{opaque_id('simplefin', 'connection', book.institution.institution_id)}"


def _account_id(book: Book, account: Account) -> str:
    return f"ACT-{opaque_id('simplefin', book.institution.institution_id, account.spec.key)}"


def _transactions(
    book: Book, account: Account, days: tuple[int, int], *, pending: bool
) -> Iterator[dict[str, Any]]:
    for row in book.live():
        if row.account != account.index or (row.pending and not pending):
            continue
        happened = _noon(row.authorized or row.date)
        posted = 0 if row.pending else _noon(row.date)
        if days[0] <= (posted or happened) < days[1]:
            yield _fields(row, account, posted, happened)


def _noon(ordinal: int) -> int:
    return (ordinal - _EPOCH) * _DAY + _NOON


def _fields(row: Row, account: Account, posted: int, happened: int) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": f"TRN-{row.key}",  # unique within the account only
        "posted": posted,
        "amount": decimal_text(-row.amount, account.exponent),
        "description": row.profile.bank_text.replace("{ref}", str(row.key)),
        "payee": row.profile.merchant or row.name,
        "transacted_at": happened,
    }
    if row.pending:
        fields["pending"] = True
    return fields
