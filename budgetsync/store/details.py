"""Loads everything that is known of one row, in one read, and what several come to."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from peewee import SqliteDatabase

from budgetsync.domain.details import Details, RunMark, Summary
from budgetsync.domain.ids import RunId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import Trigger
from budgetsync.store.convert import to_instant
from budgetsync.store.history import load_history
from budgetsync.store.raw import connection_of
from budgetsync.store.review import load_suggestions_of
from budgetsync.store.transactions import load_some

_RUNS = """
SELECT r.id, r.trigger, r.started_at, i.institution_name FROM sync_run r JOIN item i ON i.id = r.item_id
WHERE r.id IN ({marks})
"""
_SUMS = """
SELECT count(*), sum(CASE WHEN t.state <> 'REMOVED' THEN t.amount ELSE 0 END), t.currency,
       min(t.transacted_on), max(t.transacted_on), t.account_id
FROM "transaction" t WHERE t.id IN ({marks}) GROUP BY t.account_id, t.currency
"""
_CHUNK = 500


def load_details(db: SqliteDatabase, number: TransactionId) -> Details:
    """Load a row with all that hangs on it.

    Raises:
        UsageError: There is no such row.
    """
    history = load_history(db, number)
    transfer = history.transaction.transfer
    partner = load_some(db, [transfer]) if transfer is not None else []
    wanted = {entry.run_id for entry in history.entries if entry.run_id is not None}
    wanted.update(one.first_run for one in history.observations)
    wanted.update(one.last_run for one in history.observations)
    return Details(
        history,
        partner[0] if partner else None,
        _load_runs(db, sorted(wanted)),
        load_suggestions_of(db, number),
    )


def load_summary(db: SqliteDatabase, numbers: Sequence[TransactionId]) -> Summary:
    """Add rows up; those that do not exist are left out."""
    count, sums, days, accounts = 0, Counter[str](), list[str](), set[int]()
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        for rows, minor, currency, first, last, account in connection_of(db).execute(
            _SUMS.format(marks=",".join("?" * len(chunk))), chunk
        ):
            count += rows
            sums[currency] += minor
            days += (first, last)
            accounts.add(account)
    return Summary(
        count,
        tuple(Money(minor, currency) for currency, minor in sorted(sums.items())),
        date.fromisoformat(min(days)) if days else None,
        date.fromisoformat(max(days)) if days else None,
        len(accounts),
    )


def _load_runs(db: SqliteDatabase, numbers: list[RunId]) -> dict[RunId, RunMark]:
    found: dict[RunId, RunMark] = {}
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        for number, trigger, started_at, institution in connection_of(db).execute(
            _RUNS.format(marks=",".join("?" * len(chunk))), chunk
        ):
            mark = RunMark(RunId(number), Trigger(trigger), to_instant(started_at), institution)
            found[mark.id] = mark
    return found
