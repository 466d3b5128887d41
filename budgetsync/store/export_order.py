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
SELECT id, account_id, currency, transacted_on, ifnull(posted_on, transacted_on) FROM "transaction" WHERE id IN ({})
"""
_GROUPS: Final = """
SELECT DISTINCT t.account_id, t.currency FROM "transaction" t JOIN account a ON a.id = t.account_id
ORDER BY a.type = 'credit', t.account_id, t.currency
"""
_ID: Final = (1 << 32) - 1
_Row = tuple[int, int, str, str, str]


def ordered(db: SqliteDatabase, ids: Iterable[TransactionId], order: Order) -> Sequence[TransactionId]:
    """Put rows in an order, oldest first; those that do not exist are left out.

    By account, cards come behind all other accounts.
    """
    groups = _groups(db) if order is Order.BY_ACCOUNT else {}
    keys: list[int] = []  # a number each, since a row of texts takes six times the room
    for number, account, currency, made, booked in _told(db, ids):
        day = date.fromisoformat(booked if groups else made).toordinal()
        keys.append(groups.get((account, currency), 0) << 56 | day << 32 | number)
    keys.sort()
    return array("q", (key & _ID for key in keys))  # type: ignore[return-value]


def spans(db: SqliteDatabase, ids: Sequence[TransactionId]) -> dict[tuple[AccountId, str], Span]:
    """Tell the first and the last day of the rows of each account in each currency."""
    found: dict[tuple[AccountId, str], tuple[str, str]] = {}
    for _id, account, currency, _made, day in _told(db, ids):
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


def _groups(db: SqliteDatabase) -> dict[tuple[int, str], int]:
    """Number accounts and currencies in the order in which they are written."""
    rows = connection_of(db).execute(_GROUPS)
    return {(account, currency): place for place, (account, currency) in enumerate(rows, 1)}


def _told(db: SqliteDatabase, ids: Iterable[TransactionId]) -> Iterator[_Row]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield from connection_of(db).execute(_SELECT.format(",".join("?" * len(chunk))), chunk)
