"""Sums by payee, and what comes again: kept up to date by what a commit changed.

A day of one payee is too small to be recounted where a month has thousands of rows, so what rows added before is
taken out and what they add now is put in. `rebuild` makes all of it anew from the rows.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date

from budgetsync.domain.recurring import GLANCED_AT, Occurrence, Rhythm, find_rhythm, may_have_rhythm
from budgetsync.store.conditions import SHOWN_PAYEE
from budgetsync.store.flows import FLOWS

_LOOKED_AT = 400
"""So many of a payee's newest days can be a rhythm."""

SHARE = f"t.account_id, {SHOWN_PAYEE}, t.currency, t.transacted_on, t.amount, {FLOWS}"
"""What a row adds to the sums, and whether it does."""

_EPOCH = date(1970, 1, 1).toordinal()
NUMBER_OF_DAY = "CAST(julianday(day) - 2440587.5 AS INTEGER)"
"""Days since 1970-01-01: what payee_day has in a day's place."""

_MONTH = "CAST(substr(day, 1, 4) AS INTEGER) * 100 + CAST(substr(day, 6, 2) AS INTEGER)"
_PERIODS = (_MONTH, "0")
_ADD = "DO UPDATE SET amount = amount + excluded.amount, rows = rows + excluded.rows"
_FRESH_TABLE = "CREATE TEMP TABLE IF NOT EXISTS fresh (account_id, payee_id, day, amount, rows)"
_NAMES = f"""
INSERT INTO payee (name, currency) SELECT DISTINCT {SHOWN_PAYEE}, t.currency FROM "transaction" t
WHERE {FLOWS} AND {{where}} ON CONFLICT DO NOTHING
"""
_FRESH = f"""
INSERT INTO temp.fresh SELECT t.account_id, p.id, t.transacted_on, sum(t.amount), count(*)
FROM "transaction" t CROSS JOIN payee p ON p.name = {SHOWN_PAYEE} AND p.currency = t.currency
WHERE {FLOWS} AND {{where}} GROUP BY 1, 2, 3
"""
_TO_DAYS = (
    f"INSERT INTO payee_day SELECT account_id, payee_id, {NUMBER_OF_DAY}, amount, rows FROM temp.fresh WHERE true "
    f"ON CONFLICT (account_id, payee_id, day) {_ADD}"
)
_TO_PERIODS = tuple(
    f"INSERT INTO payee_sum SELECT account_id, {period} AS period, payee_id, sum(amount), sum(rows) FROM temp.fresh "
    f"GROUP BY 1, 2, 3 ON CONFLICT (account_id, period, payee_id) {_ADD}"
    for period in _PERIODS
)
_DAY = f"INSERT INTO payee_day VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, payee_id, day) {_ADD}"
_PERIOD = f"INSERT INTO payee_sum VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, period, payee_id) {_ADD}"
_NO_DAY = "DELETE FROM payee_day WHERE account_id = ? AND payee_id = ? AND day = ? AND rows = 0"
_NO_PERIOD = "DELETE FROM payee_sum WHERE account_id = ? AND period = ? AND payee_id = ? AND rows = 0"
_NO_PAYEE = """
DELETE FROM payee WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM account a
    CROSS JOIN payee_sum s ON s.account_id = a.id AND s.period = 0 AND s.payee_id = ?1)
"""
_NEWEST = """
SELECT day, amount FROM payee_day WHERE account_id = ? AND payee_id = ? ORDER BY day DESC LIMIT ?
"""
_RHYTHM = "INSERT OR REPLACE INTO rhythm VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TABLES = ("rhythm", "payee_day", "payee_sum", "payee")

Share = tuple[int, str, str, str, int, int]
"""A row of SHARE."""
_Key = tuple[int, int]
_Named = tuple[int, str, str, str]


class Payees:
    """What one transaction of the database changes in the sums of payees."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._amounts: Counter[_Named] = Counter()
        self._rows: Counter[_Named] = Counter()
        self._keys: set[_Key] = set()
        self._numbers: dict[tuple[str, str], int] = {}

    def take_out(self, shares: Iterable[Share]) -> None:
        """Take out what rows added before they were changed."""
        self._count(shares, -1)

    def put_in(self, shares: Iterable[Share]) -> None:
        """Put in what rows add now."""
        self._count(shares, 1)

    def put_in_created(self, first: int, after_last: int) -> None:
        """Put in what new rows of these ids add."""
        self._keys |= _add_fresh(self._connection, "t.id >= ? AND t.id < ?", (first, after_last))

    def write(self) -> None:
        """Bring sums and rhythms to what was taken out and put in."""
        days: list[tuple[int, int, int, int, int]] = []
        amounts: Counter[tuple[int, int, int]] = Counter()
        rows: Counter[tuple[int, int, int]] = Counter()
        for share in self._rows.keys() | self._amounts.keys():
            account_id, name, currency, day = share
            amount, number = self._amounts[share], self._rows[share]
            if not amount and not number:
                continue
            payee = self._number_of(name, currency)
            self._keys.add((account_id, payee))
            days.append((account_id, payee, number_of(date.fromisoformat(day)), amount, number))
            for period in (int(day[:4]) * 100 + int(day[5:7]), 0):
                amounts[account_id, period, payee] += amount
                rows[account_id, period, payee] += number
        days.sort()
        periods = [(*key, amounts[key], number) for key, number in sorted(rows.items())]
        self._connection.executemany(_DAY, days)
        self._connection.executemany(_NO_DAY, [day[:3] for day in days])
        self._connection.executemany(_PERIOD, periods)
        self._connection.executemany(_NO_PERIOD, [period[:3] for period in periods])
        _write_rhythms(self._connection, self._keys)
        gone = {payee for _, period, payee, _, number in periods if period == 0 and number < 0}
        self._connection.executemany(_NO_PAYEE, [(payee,) for payee in gone])

    def _count(self, shares: Iterable[Share], sign: int) -> None:
        for account_id, name, currency, day, amount, counts in shares:
            if counts:
                self._amounts[account_id, name, currency, day] += sign * amount
                self._rows[account_id, name, currency, day] += sign

    def _number_of(self, name: str, currency: str) -> int:
        if (number := self._numbers.get((name, currency))) is None:
            find = "SELECT id FROM payee WHERE name = ? AND currency = ?"
            found = self._connection.execute(find, (name, currency)).fetchone()
            if found is None:
                insert = "INSERT INTO payee (name, currency) VALUES (?, ?) RETURNING id"
                found = self._connection.execute(insert, (name, currency)).fetchone()
            number = self._numbers[name, currency] = int(found[0])
        return number


def number_of(day: date) -> int:
    """A day as payee_day has it."""
    return day.toordinal() - _EPOCH


def rebuild_payees(connection: sqlite3.Connection) -> None:
    """Make all sums and rhythms anew from the rows."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    _write_rhythms(connection, _add_fresh(connection, "true", ()))


def _add_fresh(connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> set[_Key]:
    """Add what rows add that no sum has yet; returns the accounts and payees concerned."""
    connection.execute(_FRESH_TABLE)
    connection.execute(_NAMES.format(where=where), values)
    connection.execute(_FRESH.format(where=where), values)
    for statement in (_TO_DAYS, *_TO_PERIODS):
        connection.execute(statement)
    keys = set(connection.execute("SELECT DISTINCT account_id, payee_id FROM temp.fresh"))
    connection.execute("DELETE FROM temp.fresh")
    return keys


def _write_rhythms(connection: sqlite3.Connection, keys: set[_Key]) -> None:
    if not keys:
        return
    known = set(connection.execute("SELECT account_id, payee_id FROM rhythm"))  # few, so that few are deleted
    for key in keys:
        found = _find_rhythm(connection, key, GLANCED_AT)
        if found is not None:
            found = _find_rhythm(connection, key, _LOOKED_AT)
        if found is not None:
            connection.execute(_RHYTHM, (*key, *_columns(found)))
        elif key in known:
            connection.execute("DELETE FROM rhythm WHERE account_id = ? AND payee_id = ?", key)


def _find_rhythm(connection: sqlite3.Connection, key: _Key, most: int) -> Rhythm | None:
    newest = connection.execute(_NEWEST, (*key, most)).fetchall()
    if not may_have_rhythm(newest[:GLANCED_AT]):
        return None
    return find_rhythm([Occurrence(date.fromordinal(_EPOCH + day), minor) for day, minor in newest])


def _columns(found: Rhythm) -> tuple[str | int, ...]:
    return (
        found.cadence.value,
        found.amount,
        int(found.varies),
        found.times,
        found.last_on.isoformat(),
        found.next_on.isoformat(),
        int(found.exact),
    )
