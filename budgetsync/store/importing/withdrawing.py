"""Undo of an import: what it brought is taken back, and every row says again what its other observations say.

The observations stay, marked as removed: a redo brings them back, and so does the same file when it is imported again.
"""

from collections.abc import Iterable

from budgetsync.domain.ids import RunId, TransactionId
from budgetsync.store.journal import Journal
from budgetsync.store.merges import settle


def withdraw(journal: Journal, rows: Iterable[TransactionId], run_id: RunId) -> None:
    """Take back what an import's run brought to these rows; what the user changed on them since stays."""
    connection = journal.connection
    for number in rows:
        journal.touch(number)
        for (other,) in connection.execute(
            "SELECT first_id FROM suggestion WHERE second_id = ? AND run_id = ? AND state = 'open'",
            (number, run_id),
        ).fetchall():
            journal.touch(other)
        connection.execute(
            "UPDATE suggestion SET state = 'obsolete' WHERE second_id = ? AND run_id = ? AND state = 'open'",
            (number, run_id),
        )
        connection.execute(
            "UPDATE observation SET state = 'REMOVED' WHERE transaction_id = ? AND first_run = ?",
            (number, run_id),
        )
        settle(connection, number)
