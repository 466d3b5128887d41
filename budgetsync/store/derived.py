"""What is derived from rows: sums, and the search index; kept up to date in the commit that changes rows.

Whoever changes a row, or the pair that it is half of, calls `touch` before; at the end `refresh` makes the days and
entries concerned anew from the rows themselves. So there is one way to compute each, and it cannot disagree with a
full recount. Sums by payee follow what changed (`store/payees.py`).
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from peewee import SqliteDatabase

from budgetsync.store.flows import add_up_days
from budgetsync.store.payees import SHARE, Payees, Share, rebuild_payees
from budgetsync.store.raw import connection_of

_MADE_BY = "sums.way"
_WAY = "1"
"""Another one wherever a sum or a rhythm comes out otherwise than before: ledgers make theirs anew when opened."""
_MANY_DAYS = 400
"""From so many days on, an account is recounted whole: one GROUP BY beats many."""

PLACE = "((CAST(julianday(t.transacted_on) - 2440587.5 AS INTEGER) << 32) | t.id)"
"""A row's place among all rows, as `domain/place.py` has it."""

DOCUMENT = f"{PLACE}, t.payee, t.merchant, t.original_description, t.note"
"""A row's entry in the search index: its place (newest last), then its texts."""

_COUNTED = "t.state <> 'REMOVED'"
_OUT = (
    "INSERT INTO search (search, rowid, payee, merchant, original_description, note) "
    "VALUES ('delete', ?, ?, ?, ?, ?)"
)
_IN = "INSERT INTO search (rowid, payee, merchant, original_description, note) VALUES (?, ?, ?, ?, ?)"


class Derived:
    """What one transaction of the database changes in sums and index."""

    def __init__(self, db: SqliteDatabase) -> None:
        self._connection = connection_of(db)
        self._touched: dict[int, tuple[object, ...]] = {}
        self._shares: list[Share] = []
        self._days: set[tuple[int, str]] = set()
        self._created: list[tuple[int, int]] = []
        self._payees = Payees(self._connection)

    def touch(self, transaction_id: int) -> None:
        """Say that a row is about to change; its old entry is remembered, since the index cannot be asked for it."""
        if transaction_id in self._touched or any(a <= transaction_id < b for a, b in self._created):
            return
        row = self._connection.execute(
            f'SELECT {SHARE}, t.state, {DOCUMENT} FROM "transaction" t WHERE t.id = ?',
            (transaction_id,),
        ).fetchone()
        if row is not None:
            self._touched[transaction_id] = row[6:]
            self._shares.append(row[:6])
            self._days.add((row[0], row[3]))

    def created(self, first: int, after_last: int) -> None:
        """Say that rows of these ids are new."""
        if after_last > first:
            self._created.append((first, after_last))

    def refresh(self) -> None:
        """Bring sums and index to what the rows say now."""
        self._refresh_index()
        for first, after_last in self._created:
            self._days.update(
                self._connection.execute(
                    'SELECT DISTINCT account_id, transacted_on FROM "transaction" WHERE id >= ? AND id < ?',
                    (first, after_last),
                )
            )
        for ids in _chunks(self._touched, 500):
            marks = ",".join("?" * len(ids))
            self._days.update(
                self._connection.execute(
                    f'SELECT DISTINCT account_id, transacted_on FROM "transaction" WHERE id IN ({marks})',
                    ids,
                )
            )
        self._recount_days()
        self._refresh_payees()

    def _refresh_payees(self) -> None:
        self._payees.take_out(self._shares)
        for ids in _chunks(self._touched, 500):
            marks = ",".join("?" * len(ids))
            self._payees.put_in(
                self._connection.execute(f'SELECT {SHARE} FROM "transaction" t WHERE t.id IN ({marks})', ids)
            )
        for first, after_last in self._created:
            self._payees.put_in_created(first, after_last)
        self._payees.write()

    def _refresh_index(self) -> None:
        """Take old entries out and put new ones in, where they differ."""
        old = {row[1:] for row in self._touched.values() if row[0] != "REMOVED"}
        new: set[tuple[object, ...]] = set()
        for ids in _chunks(self._touched, 500):
            sql = f'SELECT {DOCUMENT} FROM "transaction" t WHERE {_COUNTED} AND t.id IN ({",".join("?" * len(ids))})'
            new.update(self._connection.execute(sql, ids))
        # In the index's order: whatever comes out of order makes it write what it gathered to the disk.
        entries = [*((entry, _OUT) for entry in old - new), *((entry, _IN) for entry in new - old)]
        for entry, statement in sorted(entries, key=lambda one: (one[0][0], one[1] is _IN)):
            self._connection.execute(statement, entry)
        for created in self._created:
            self._connection.execute(
                "INSERT INTO search (rowid, payee, merchant, original_description, note) "
                f'SELECT {DOCUMENT} FROM "transaction" t WHERE {_COUNTED} AND t.id >= ? AND t.id < ? '
                "ORDER BY t.transacted_on, t.id",
                created,
            )

    def _recount_days(self) -> None:
        by_account: dict[int, list[str]] = {}
        for account_id, day in self._days:
            by_account.setdefault(account_id, []).append(day)
        for account_id, days in by_account.items():
            if len(days) >= _MANY_DAYS:
                recount(self._connection, account_id)
                continue
            for day in days:
                recount(self._connection, account_id, day)


def recount(connection: sqlite3.Connection, account_id: int, day: str | None = None) -> None:
    """Make an account's sums anew from its rows: those of one day, or all."""
    where, own = "t.account_id = ?", "account_id = ?"
    parameters: tuple[object, ...] = (account_id,)
    if day is not None:
        where, own = f"{where} AND t.transacted_on = ?", f"{own} AND day = ?"
        parameters = (account_id, day)
    for table in ("daily_sum", "daily_flow", "daily_category_sum"):
        connection.execute(f"DELETE FROM {table} WHERE {own}", parameters)
    add_up_days(connection, where, parameters)


def rebuild_sums(connection: sqlite3.Connection) -> None:
    """Make all sums anew."""
    for (account_id,) in connection.execute("SELECT id FROM account").fetchall():
        recount(connection, account_id)
    rebuild_payees(connection)
    connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (_MADE_BY, _WAY))


def have_sums(connection: sqlite3.Connection) -> None:
    """Make all sums anew where this program makes them in another way than the last that wrote them.

    Where a file is brought to today's schema, in the commit that does so: no file is ever without them.
    """
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'rhythm'").fetchone() is None:
        return  # a file of an older schema, as tests have it
    made_by = connection.execute("SELECT value FROM setting WHERE name = ?", (_MADE_BY,)).fetchone()
    if made_by != (_WAY,):
        rebuild_sums(connection)


def rebuild_index(db: SqliteDatabase) -> None:
    """Make the whole search index anew."""
    connection = connection_of(db)
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    connection.execute(
        "INSERT INTO search (rowid, payee, merchant, original_description, note) "
        f'SELECT {DOCUMENT} FROM "transaction" t WHERE {_COUNTED} ORDER BY t.transacted_on, t.id'
    )


def _chunks(numbers: Iterable[int], size: int) -> Iterator[list[int]]:
    iterator = iter(numbers)
    while chunk := list(islice(iterator, size)):
        yield chunk
