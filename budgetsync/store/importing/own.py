"""Entries that this ledger exported: which of its rows they are. Reads only."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.importing import own_rows
from budgetsync.domain.statement import Statement, StatementEntry
from budgetsync.store.raw import connection_of

_CHUNK: Final = 500
_NEAR: Final = timedelta(days=14)
"""A row whose amount has changed since it was exported is still about that day."""


class _Row(NamedTuple):
    account: int
    minor: int
    day: date


def load_own(db: SqliteDatabase, statement: Statement) -> dict[int, tuple[AccountId, TransactionId]]:
    """Find the rows that entries were exported from, with their accounts, by the entries' places.

    A number alone is no proof: a ledger that was restored from an older copy may have given it again. So the row has to
    be of the entry's sign, and of its amount or near its day.
    """
    connection = connection_of(db)
    (ledger,) = connection.execute("SELECT value FROM setting WHERE name = 'database_id'").fetchone()
    own = own_rows(statement, str(ledger))
    rows: dict[int, _Row] = {}
    numbers = list(own.values())
    for at in range(0, len(numbers), _CHUNK):
        chunk = numbers[at : at + _CHUNK]
        marks = ",".join("?" * len(chunk))
        sql = f'SELECT id, account_id, amount, transacted_on FROM "transaction" WHERE id IN ({marks})'
        for number, account, minor, day in connection.execute(sql, chunk):
            rows[number] = _Row(account, minor, date.fromisoformat(day))
    return {
        place: (AccountId(row.account), number)
        for place, number in own.items()
        if (row := rows.get(number)) is not None and _fits(statement.entries[place], row)
    }


def find_own_account(db: SqliteDatabase, statement: Statement) -> AccountId | None:
    """Find the account that a statement was exported from; None where it was not, or its rows are of several now."""
    accounts = {account for account, _row in load_own(db, statement).values()}
    return accounts.pop() if len(accounts) == 1 else None


def _fits(entry: StatementEntry, row: _Row) -> bool:
    if (entry.minor < 0) is not (row.minor < 0):
        return False
    return entry.minor == row.minor or abs(entry.transacted_on - row.day) <= _NEAR
