"""What will not be tried again by itself: kept whole, with its reason, until it is solved or discarded."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.dead_letter import HISTORY, KEPT_DAYS, KEPT_LETTERS, LetterKind, LetterState
from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.sync import RowProblem
from budgetsync.store import tables
from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of

ROW, REQUEST = LetterKind.ROW.value, LetterKind.REQUEST.value
_SYNC = "sync"  # the subject of a letter about a connection's syncs: one for each connection
_UNSOLVED = (LetterState.OPEN.value, LetterState.REQUEUED.value)


def save_row_problems(
    db: SqliteDatabase, item_id: ItemId, run_id: RunId, problems: Iterable[RowProblem], now: datetime
) -> int:
    """Keep the rows of a batch that could not be read. One that is open already counts another attempt.

    Returns:
        The number of causes, which is the number of problems to a person.
    """
    causes: set[str] = set()
    for problem in problems:
        causes.add(problem.cause)
        save_letter(
            db,
            LetterKind.ROW,
            problem.subject,
            problem.error.trouble,
            now,
            item_id=item_id,
            run_id=run_id,
            cause=problem.cause,
            payload=problem.payload,
        )
    return len(causes)


def save_request(
    db: SqliteDatabase, item_id: ItemId, run_id: RunId | None, trouble: Trouble, now: datetime
) -> None:
    """Say that a connection's syncs are given up or have failed for long: one letter, brought up to date."""
    save_letter(db, LetterKind.REQUEST, _SYNC, trouble, now, item_id=item_id, run_id=run_id, cause=_SYNC)


def save_letter(
    db: SqliteDatabase,
    kind: LetterKind,
    subject: str,
    trouble: Trouble,
    now: datetime,
    *,
    item_id: ItemId | None,
    run_id: RunId | None = None,
    cause: str = "",
    payload: bytes | None = None,
) -> int:
    """Keep something aside, or count one more attempt at what is kept already.

    Args:
        subject: What it is about; with kind and connection its identity.

    Returns:
        The letter's number.
    """
    letter = tables.DeadLetter
    at = to_millis(now)
    # IS, since a letter need not have a connection.
    found = connection_of(db).execute(
        "SELECT id, history, state FROM dead_letter WHERE kind = ? AND item_id IS ? AND subject = ? "
        "AND state IN (?, ?)",
        (kind.value, item_id, subject, *_UNSOLVED),
    )
    columns: dict[str, object] = {
        "run_id": run_id,
        "code": trouble.code,
        "title": trouble.title,
        "message": trouble.message,
        "action": trouble.action,
        "payload": payload,
        "state": LetterState.OPEN.value,
        "last_seen_at": at,
    }
    for number, history, _ in found.fetchall():
        letter.update(
            {**columns, "attempts": letter.attempts + 1, "history": add_attempt(history, at, trouble.code)}
        ).where(letter.id == number).execute(db)
        return int(number)
    return int(
        letter.insert(
            kind=kind.value,
            item_id=item_id,
            subject=subject,
            cause=cause or subject,
            created_at=at,
            history=add_attempt("[]", at, trouble.code),
            **columns,
        ).execute(db)
    )


def open_subjects(db: SqliteDatabase, item_id: ItemId) -> dict[str, bool]:
    """Name the rows of a connection that are kept aside, and whether each has its payload."""
    rows = connection_of(db).execute(
        "SELECT subject, length(payload) FROM dead_letter WHERE kind = 'row' AND item_id = ? AND state = 'open'",
        (item_id,),
    )
    return {subject: bool(size) for subject, size in rows}


def solve(db: SqliteDatabase, item_id: ItemId, subjects: Collection[str], now: datetime) -> None:
    """Close the letters of rows that have since come in a readable form, or were taken back by the bank."""
    for subject in subjects:
        _close(db, ROW, item_id, subject, now)


def solve_requests(db: SqliteDatabase, item_id: ItemId, now: datetime) -> None:
    """Close the letter of a connection's syncs: one succeeded."""
    _close(db, REQUEST, item_id, _SYNC, now)


def prune(db: SqliteDatabase, now: datetime) -> int:
    """Let go of closed letters that are old, and of the oldest closed ones beyond the number that is kept.

    Returns:
        How many went.
    """
    connection = connection_of(db)
    old = connection.execute(
        "DELETE FROM dead_letter WHERE closed_at IS NOT NULL AND closed_at < ?", (to_millis(now - KEPT_DAYS),)
    ).rowcount
    (count,) = connection.execute("SELECT count(*) FROM dead_letter").fetchone()
    if count <= KEPT_LETTERS:
        return int(old)
    many = connection.execute(
        "DELETE FROM dead_letter WHERE id IN (SELECT id FROM dead_letter WHERE closed_at IS NOT NULL "
        "ORDER BY closed_at, id LIMIT ?)",
        (count - KEPT_LETTERS,),
    ).rowcount
    return int(old + many)


def add_attempt(history: str, at: int, code: str, *, by_hand: bool = False) -> str:
    """Write one more attempt into the stored history of a letter; the oldest beyond HISTORY go."""
    return json.dumps([*json.loads(history), [at, code, int(by_hand)]][-HISTORY:])


def _close(db: SqliteDatabase, kind: str, item_id: ItemId, subject: str, now: datetime) -> None:
    letter = tables.DeadLetter
    letter.update(state=LetterState.SOLVED.value, closed_at=to_millis(now)).where(
        letter.kind == kind,
        letter.item_id == item_id,
        letter.subject == subject,
        letter.state.in_(_UNSOLVED),
    ).execute(db)
