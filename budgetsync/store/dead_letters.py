"""What will not be tried again by itself: kept whole, with its reason, until it is solved or discarded."""

from collections.abc import Collection, Iterable
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.sync import RowProblem
from budgetsync.store import tables
from budgetsync.store.convert import to_millis

ROW = "row"
_OPEN, _SOLVED = "open", "solved"


def save_row_problems(
    db: SqliteDatabase, item_id: ItemId, run_id: RunId, problems: Iterable[RowProblem], now: datetime
) -> int:
    """Keep the rows of a batch that could not be read. One that is open already counts another attempt.

    Returns:
        The number of causes, which is the number of problems to a person.
    """
    letter = tables.DeadLetter
    at = to_millis(now)
    causes: set[str] = set()
    for problem in problems:
        causes.add(problem.cause)
        known = (
            letter.update(
                attempts=letter.attempts + 1, last_seen_at=at, run_id=run_id, payload=problem.payload
            )
            .where(
                letter.kind == ROW,
                letter.item_id == item_id,
                letter.subject == problem.subject,
                letter.state == _OPEN,
            )
            .execute(db)
        )
        if known:
            continue
        letter.insert(
            kind=ROW,
            item_id=item_id,
            run_id=run_id,
            subject=problem.subject,
            cause=problem.cause,
            code=problem.error.code,
            title=problem.error.title,
            message=problem.error.message,
            action=problem.error.action,
            payload=problem.payload,
            state=_OPEN,
            created_at=at,
            last_seen_at=at,
        ).execute(db)
    return len(causes)


def open_subjects(db: SqliteDatabase, item_id: ItemId) -> set[str]:
    """Name the rows of a connection that are kept aside."""
    letter = tables.DeadLetter
    rows = (
        letter.select(letter.subject)
        .where(letter.kind == ROW, letter.item_id == item_id, letter.state == _OPEN)
        .execute(db)
    )
    return {row.subject for row in rows}


def solve(db: SqliteDatabase, item_id: ItemId, subjects: Collection[str]) -> None:
    """Close the letters of rows that have since come in a readable form, or were taken back by the bank."""
    letter = tables.DeadLetter
    for subject in subjects:
        letter.update(state=_SOLVED).where(
            letter.kind == ROW,
            letter.item_id == item_id,
            letter.subject == subject,
            letter.state == _OPEN,
        ).execute(db)
