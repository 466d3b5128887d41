"""Loads everything that is known of one row, in one read."""

from peewee import SqliteDatabase

from budgetsync.domain.details import Details, RunMark
from budgetsync.domain.ids import RunId, TransactionId
from budgetsync.domain.sync import Trigger
from budgetsync.store.convert import to_instant
from budgetsync.store.history import load_history
from budgetsync.store.raw import connection_of
from budgetsync.store.transactions import load_some

_RUNS = """
SELECT r.id, r.trigger, r.started_at, i.institution_name FROM sync_run r JOIN item i ON i.id = r.item_id
WHERE r.id IN ({marks})
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
    return Details(history, partner[0] if partner else None, _load_runs(db, sorted(wanted)))


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
