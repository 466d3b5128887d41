"""In which order rows are exported, and what has to be known of them before the first one is written."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from peewee import SqliteDatabase

from budgetsync.domain.category import describe
from budgetsync.domain.export import Order, Span
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.store.raw import connection_of

_CHUNK: Final = 500
_SELECT: Final = """
SELECT t.id, a.type = 'credit', t.account_id, t.currency, t.transacted_on, COALESCE(t.posted_on, t.transacted_on)
FROM "transaction" t JOIN account a ON a.id = t.account_id WHERE t.id IN ({})
"""
_Row = tuple[int, int, int, str, str, str]


def ordered(db: SqliteDatabase, ids: Iterable[TransactionId], order: Order) -> Sequence[TransactionId]:
    """Put rows in an order, oldest first; those that do not exist are left out.

    By account, cards come behind all other accounts.
    """
    if order is Order.BY_DAY:
        by_day = sorted((row[4], row[0]) for row in _told(db, ids))
        return array("q", (number for _day, number in by_day))  # type: ignore[return-value]
    by_account = sorted((row[1], row[2], row[3], row[5], row[0]) for row in _told(db, ids))
    return array("q", (row[-1] for row in by_account))  # type: ignore[return-value]


def spans(db: SqliteDatabase, ids: Sequence[TransactionId]) -> dict[tuple[AccountId, str], Span]:
    """Tell the first and the last day of the rows of each account in each currency."""
    found: dict[tuple[AccountId, str], tuple[str, str]] = {}
    for _id, _card, account, currency, _made, day in _told(db, ids):
        key = AccountId(account), currency
        first, last = found.get(key, (day, day))
        found[key] = min(first, day), max(last, day)
    return {
        key: Span(date.fromisoformat(first), date.fromisoformat(last)) for key, (first, last) in found.items()
    }


def income_categories(db: SqliteDatabase) -> frozenset[str]:
    """Name the categories under which more rows of the whole ledger come in than go out."""
    balance: dict[str, int] = {}
    rows = connection_of(db).execute(
        "SELECT c.name, t.provider_category, SUM(t.amount > 0) - SUM(t.amount < 0) "
        'FROM "transaction" t LEFT JOIN category c ON c.id = t.category_id '
        "WHERE t.state <> 'REMOVED' GROUP BY t.category_id, t.provider_category"
    )
    for name, code, more in rows:
        category = name or (describe(code) if code else None)
        if category is not None:
            balance[category] = balance.get(category, 0) + more
    return frozenset(name for name, more in balance.items() if more > 0)


def _told(db: SqliteDatabase, ids: Iterable[TransactionId]) -> Iterator[_Row]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield from connection_of(db).execute(_SELECT.format(",".join("?" * len(chunk))), chunk)
