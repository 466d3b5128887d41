"""Looks in an account for rows that may be the same purchase as one of them."""

from datetime import date, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.likeness import Sketch, likeliest
from budgetsync.domain.transaction import Transaction
from budgetsync.store.raw import connection_of
from budgetsync.store.transactions import load_some

WINDOW = timedelta(days=14)
_NEAR = """
SELECT t.id, t.amount, t.transacted_on FROM "transaction" t
WHERE t.account_id = ? AND t.transacted_on BETWEEN ? AND ? AND t.currency = ? AND t.state <> 'REMOVED'
"""


def load_candidates(db: SqliteDatabase, number: TransactionId, limit: int) -> list[Transaction]:
    """Load the rows that a row may be merged with, the likeliest first; none where there is no such row."""
    found = load_some(db, [number])
    if not found:
        return []
    row = found[0]
    first, last = row.transacted_on - WINDOW, row.transacted_on + WINDOW
    near = connection_of(db).execute(
        _NEAR, (row.account_id, first.isoformat(), last.isoformat(), row.amount.currency)
    )
    sketches = (Sketch(TransactionId(one), minor, date.fromisoformat(day)) for one, minor, day in near)
    chosen = likeliest(Sketch(row.id, row.amount.minor, row.transacted_on), sketches, limit)
    return load_some(db, chosen)
