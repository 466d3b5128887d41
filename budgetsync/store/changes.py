"""The audit trail: every change of every field, by the run or the command that made it."""

from collections.abc import Iterable
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import FieldSource
from budgetsync.store.raw import connection_of

CREATION = "*"
"""The field of the one row that a creation is."""

JOINED = "joined"
"""The field that says that a run hung an observation on a row: `REASON:observation`."""


class FieldChange(NamedTuple):
    """One field of one row that took another value. Values are in their stored form, as text."""

    transaction_id: TransactionId
    field: str
    old: str | int | None
    new: str | int | None
    source: FieldSource


def record(
    db: SqliteDatabase,
    changes: Iterable[FieldChange],
    *,
    at: int,
    run_id: int | None = None,
    command_id: int | None = None,
) -> None:
    """Write changes down beside the rows that they changed.

    Args:
        at: Milliseconds since 1970 UTC.
        run_id: The run that made them, or
        command_id: the user's command that did; exactly one of the two.
    """
    connection_of(db).executemany(
        "INSERT INTO change (transaction_id, run_id, command_id, field, old, new, source, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                change.transaction_id,
                run_id,
                command_id,
                change.field,
                change.old,
                change.new,
                str(change.source),
                at,
            )
            for change in changes
        ),
    )
