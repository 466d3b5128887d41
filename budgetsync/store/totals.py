"""What rows add up to, by currency: those of a search, or those that are named."""

import json
from collections.abc import Iterable, Iterator, Sequence

from peewee import SqliteDatabase

from budgetsync.domain.found import Total
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.query import Query
from budgetsync.store.raw import connection_of
from budgetsync.store.search import each_row

_AT_ONCE = 10_000
_OF_IDS = """
SELECT t.currency, count(*), sum(t.amount) FROM json_each(?) j CROSS JOIN "transaction" t ON t.id = j.value
WHERE t.state <> 'REMOVED' GROUP BY t.currency
"""


def load_total(db: SqliteDatabase, query: Query) -> Total:
    """Add up the rows of a search."""
    return _total(each_row(db, query, "t.currency, count(*), sum(t.amount)", " GROUP BY t.currency"))


def load_total_of(db: SqliteDatabase, transaction_ids: Sequence[TransactionId]) -> Total:
    """Add up rows by their numbers; those that were removed do not count."""
    connection = connection_of(db)

    def each() -> Iterator[tuple[str, int, int]]:
        for first in range(0, len(transaction_ids), _AT_ONCE):
            yield from connection.execute(_OF_IDS, (json.dumps(transaction_ids[first : first + _AT_ONCE]),))

    return _total(each())


def _total(parts: Iterable[tuple[str, int, int]]) -> Total:
    rows: dict[str, int] = {}
    sums: dict[str, int] = {}
    for currency, count, minor in parts:
        rows[currency] = rows.get(currency, 0) + count
        sums[currency] = sums.get(currency, 0) + minor
    by_rows = sorted(rows, key=lambda currency: (-rows[currency], currency))
    return Total(sum(rows.values()), tuple(Money(sums[currency], currency) for currency in by_rows))
