"""Dead letters as a person sees them, and what a person does with them."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.dead_letter import (
    POISON_AFTER,
    DeadLetter,
    LetterAttempt,
    LetterFilter,
    LetterKind,
    LetterLine,
    LetterState,
    Redrive,
)
from budgetsync.domain.errors import Trouble, UsageError
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.problems import LetterFigures
from budgetsync.domain.sync import SyncPage, Trigger
from budgetsync.store import dead_letters, queue, sync_runs, tables
from budgetsync.store.apply import Finished, apply_again
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant
from budgetsync.store.raw import connection_of

ReadRow = Callable[[str, bytes], SyncPage]
"""Reads a packed row again: gets the provider's name and what is stored."""
ShowRow = Callable[[str, bytes], str]
"""Shows a packed row redacted: gets the provider's name and what is stored."""

_COLUMNS = """
d.id, d.kind, d.state, d.item_id, ifnull(i.institution_name, ''), d.run_id, d.subject, d.cause,
d.code, d.title, d.message, d.action, d.payload, d.attempts, d.redrives, d.redriven_by, d.history,
d.created_at, d.last_seen_at, ifnull(i.provider, '')
"""
_FROM = "FROM dead_letter d LEFT JOIN item i ON i.id = d.item_id"


class _Row(NamedTuple):
    """A row of _COLUMNS, column by column."""

    id: int
    kind: str
    state: str
    item_id: int | None
    institution: str
    run_id: int | None
    subject: str
    cause: str
    code: str
    title: str
    message: str
    action: str
    payload: bytes | None
    attempts: int
    redrives: int
    redriven_by: str
    history: str
    created_at: int
    last_seen_at: int
    provider: str


class Redriven(NamedTuple):
    """What came of trying a letter again.

    Attributes:
        finished: What was written, where a row became one of the ledger's.
        item_id: The connection that a sync was requested of.
    """

    outcome: Redrive
    finished: Finished | None = None
    item_id: ItemId | None = None


def load_letters(db: SqliteDatabase, wanted: LetterFilter, program: str, show: ShowRow) -> list[DeadLetter]:
    """Load letters, newest first.

    Args:
        program: Version of the program: what another one failed at is no poison to this one.
        show: Shows a row's payload without what is private.
    """
    where, values = _conditions(wanted)
    rows = connection_of(db).execute(
        f"SELECT {_COLUMNS} {_FROM} WHERE {where} ORDER BY d.last_seen_at DESC, d.id DESC LIMIT ?",
        (*values, wanted.limit),
    )
    return [_to_letter(_Row(*row), program, show) for row in rows]


def load_lines(db: SqliteDatabase, wanted: LetterFilter, program: str) -> list[LetterLine]:
    """Load letters as lines of a list, the newest first: an order in which none moves when it is tried again."""
    where, values = _conditions(wanted)
    rows = connection_of(db).execute(
        "SELECT d.id, d.kind, d.state, d.item_id, ifnull(i.institution_name, ''), d.title, d.code, d.created_at, "
        f"d.redrives >= {POISON_AFTER} AND d.redriven_by = ? {_FROM} WHERE {where} ORDER BY d.id DESC LIMIT ?",
        (program, *values, wanted.limit),
    )
    return [
        LetterLine(
            number,
            LetterKind(kind),
            LetterState(state),
            None if item_id is None else ItemId(item_id),
            institution,
            title,
            code,
            to_instant(at),
            bool(is_poison),
        )
        for number, kind, state, item_id, institution, title, code, at, is_poison in rows
    ]


def count_letters(db: SqliteDatabase, wanted: LetterFilter) -> int:
    """Count the letters that a filter fits, whatever its limit."""
    where, values = _conditions(wanted)
    (count,) = connection_of(db).execute(f"SELECT count(*) {_FROM} WHERE {where}", values).fetchone()
    return int(count)


def load_figures(db: SqliteDatabase, program: str) -> LetterFigures:
    """Tell how much is kept aside."""
    waiting, under_way, poison, oldest = (
        connection_of(db)
        .execute(
            "SELECT ifnull(sum(state = 'open'), 0), ifnull(sum(state = 'requeued'), 0), "
            f"ifnull(sum(state = 'open' AND redrives >= {POISON_AFTER} AND redriven_by = ?), 0), "
            "min(iif(state = 'open', created_at, NULL)) FROM dead_letter WHERE state IN ('open', 'requeued')",
            (program,),
        )
        .fetchone()
    )
    return LetterFigures(waiting, under_way, poison, to_optional_instant(oldest))


def open_ids(db: SqliteDatabase, wanted: LetterFilter) -> list[int]:
    """Number the letters that are open, oldest first."""
    where, values = _conditions(wanted)
    rows = connection_of(db).execute(
        f"SELECT d.id {_FROM} WHERE {where} AND d.state = 'open' ORDER BY d.id LIMIT ?",
        (*values, wanted.limit),
    )
    return [number for (number,) in rows]


def load_letter(db: SqliteDatabase, number: int, program: str, show: ShowRow) -> DeadLetter:
    """Load one letter.

    Raises:
        UsageError: There is none of this number.
    """
    return _to_letter(_find(db, number), program, show)


def is_open(db: SqliteDatabase, number: int) -> bool:
    """Tell whether a letter waits for a person."""
    return _find(db, number).state == LetterState.OPEN.value


def redrive(
    db: SqliteDatabase, number: int, program: str, now: datetime, read: ReadRow, *, insist: bool = False
) -> Redriven:
    """Try a letter again: a row by today's program, in one commit with what it becomes; else by the queue.

    Args:
        insist: Whether poison is tried too.

    Raises:
        UsageError: There is no such letter, or it is not open.
    """
    row = _find(db, number)
    if row.state != LetterState.OPEN.value:
        message = f"Letter {number} is {row.state}."
        raise UsageError(message, action="Choose an open one (`budgetsync dead-letters`).")
    if not insist and _redrives(row, program) >= POISON_AFTER:
        return Redriven(Redrive.POISON)
    if row.kind == LetterKind.ROW.value and row.payload:
        return _redrive_row(db, row, row.payload, program, now, read)
    if row.item_id is None:
        message = f"Letter {number} belongs to no connection, so that nothing can be tried."
        raise UsageError(message, action="Discard it once it is of no more use.")
    item_id = ItemId(row.item_id)
    queue.request(db, item_id, Trigger.USER, now)
    if row.kind != LetterKind.ROW.value:  # what has no payload comes again by itself with each answer
        tables.DeadLetter.update(
            state=LetterState.REQUEUED.value, redrives=_redrives(row, program) + 1, redriven_by=program
        ).where(tables.DeadLetter.id == number).execute(db)
    return Redriven(Redrive.QUEUED, item_id=item_id)


def discard(db: SqliteDatabase, number: int, now: datetime) -> None:
    """Put a letter away.

    Raises:
        UsageError: There is no such letter, or it is closed already.
    """
    row = _find(db, number)
    if row.state not in {LetterState.OPEN.value, LetterState.REQUEUED.value}:
        message = f"Letter {number} is {row.state} already."
        raise UsageError(message, action="Choose an open one (`budgetsync dead-letters`).")
    tables.DeadLetter.update(state=LetterState.DISCARDED.value, closed_at=to_millis(now)).where(
        tables.DeadLetter.id == number
    ).execute(db)


def take_back(db: SqliteDatabase, number: int) -> None:
    """Undo a discard.

    Raises:
        UsageError: The letter is not discarded, or the same trouble has an open letter by now.
    """
    row = _find(db, number)
    if row.state != LetterState.DISCARDED.value:
        message = f"Letter {number} is {row.state}, not discarded."
        raise UsageError(message, action="See `budgetsync dead-letters list --state discarded`.")
    newer = (
        connection_of(db)
        .execute(
            "SELECT id FROM dead_letter WHERE kind = ? AND item_id IS ? AND subject = ? "
            "AND state IN ('open', 'requeued')",
            (row.kind, row.item_id, row.subject),
        )
        .fetchone()
    )
    if newer is not None:
        message = f"The same trouble has come again as letter {newer[0]}."
        raise UsageError(message, action=f"Look at letter {newer[0]}.")
    tables.DeadLetter.update(state=LetterState.OPEN.value, closed_at=None).where(
        tables.DeadLetter.id == number
    ).execute(db)


def _redrive_row(
    db: SqliteDatabase, row: _Row, payload: bytes, program: str, now: datetime, read: ReadRow
) -> Redriven:
    assert row.item_id is not None
    item_id = ItemId(row.item_id)
    page = read(row.provider, payload)
    at = to_millis(now)
    again = {"redrives": _redrives(row, program) + 1, "redriven_by": program}
    if page.problems:
        trouble = page.problems[0].error.trouble
        tables.DeadLetter.update(
            code=trouble.code,
            title=trouble.title,
            message=trouble.message,
            action=trouble.action,
            attempts=row.attempts + 1,
            history=dead_letters.add_attempt(row.history, at, trouble.code, by_hand=True),
            last_seen_at=at,
            **again,
        ).where(tables.DeadLetter.id == row.id).execute(db)
        return Redriven(Redrive.FAILED, item_id=item_id)
    run_id = sync_runs.open_run(db, item_id, Trigger.USER, "", now)
    finished = apply_again(db, item_id, run_id, page, now)
    if finished.problems:
        # Readable, and still without a place, such as a row of an account that nobody described: that was counted.
        tables.DeadLetter.update(again).where(tables.DeadLetter.id == row.id).execute(db)
        return Redriven(Redrive.FAILED, item_id=item_id)
    # By its number: what was kept under a digest may have an id now.
    tables.DeadLetter.update(state=LetterState.SOLVED.value, closed_at=at).where(
        tables.DeadLetter.id == row.id
    ).execute(db)
    return Redriven(Redrive.SOLVED, finished, item_id)


def _redrives(row: _Row, program: str) -> int:
    return row.redrives if row.redriven_by == program else 0


def _find(db: SqliteDatabase, number: int) -> _Row:
    row = connection_of(db).execute(f"SELECT {_COLUMNS} {_FROM} WHERE d.id = ?", (number,)).fetchone()
    if row is None:
        message = f"There is no letter {number}."
        raise UsageError(message, action="See `budgetsync dead-letters` for what there is.")
    return _Row(*row)


def _conditions(wanted: LetterFilter) -> tuple[str, list[Any]]:
    kinds, states = sorted(wanted.kinds), sorted(wanted.states)
    values: list[Any] = [*kinds, *states]
    where = f"d.kind IN ({_marks(kinds)}) AND d.state IN ({_marks(states)})"
    if wanted.item_id is not None:
        where += " AND d.item_id = ?"
        values.append(wanted.item_id)
    for word in wanted.search.split():
        where += (
            " AND instr(lower(d.code || ' ' || d.title || ' ' || d.message || ' ' || "
            "ifnull(i.institution_name, '')), lower(?))"
        )
        values.append(word)
    return where, values


def _marks(values: list[Any]) -> str:
    return ", ".join("?" * len(values))


def _to_letter(row: _Row, program: str, show: ShowRow) -> DeadLetter:
    return DeadLetter(
        id=row.id,
        kind=LetterKind(row.kind),
        state=LetterState(row.state),
        item_id=None if row.item_id is None else ItemId(row.item_id),
        institution=row.institution,
        run_id=None if row.run_id is None else RunId(row.run_id),
        subject=row.subject,
        cause=row.cause,
        trouble=Trouble(row.code, row.title, row.message, row.action),
        payload=show(row.provider, row.payload) if row.payload and row.provider else "",
        attempts=row.attempts,
        redrives=_redrives(row, program),
        history=tuple(
            LetterAttempt(to_instant(at), code, bool(by_hand))
            for at, code, by_hand in json.loads(row.history)
        ),
        first_seen_at=to_instant(row.created_at),
        last_seen_at=to_instant(row.last_seen_at),
    )
