"""Commands on very many rows: written in portions, each a transaction of its own, and one step of undo all the same.

So a command on a million rows takes minutes, during which every sync and every other edit gets its turn after a
tenth of a second. A program that is killed meanwhile has done a part of it, which is in the audit and is undone as any
other. Up to PORTION rows are one portion: they change together or not at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done, Edit, describe
from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.domain.undo import EDIT, IMPORT
from budgetsync.store import tables
from budgetsync.store.edits import edit
from budgetsync.store.raw import connection_of
from budgetsync.store.taking_back import load_changes_of_some
from budgetsync.store.undo import undo_changes, undo_command

PORTION: Final = 1_000
"""Rows of a portion: about a tenth of a second."""
_CHANGES: Final = 2 * PORTION
"""Changes of a portion of undo: a value, and who chose it."""

Step = Callable[[SqliteDatabase, datetime], "Portion"]


@dataclass(frozen=True, slots=True)
class Portion:
    """What one transaction of a command did.

    Attributes:
        reached: How much is done, of `total`.
        rest: Does the next portion; None when this was the last one.
        stop: Ends the command here instead: its description then says how much it did.
    """

    done: Done
    reached: int = 0
    total: int = 0
    rest: Step | None = None
    stop: Callable[[SqliteDatabase], None] | None = None


def edit_in_portions(ids: Sequence[TransactionId], wanted: Edit) -> Step:
    """Prepare an edit of rows, however many; no number occurs twice."""
    if len(ids) <= PORTION:
        return lambda db, now: Portion(edit(db, ids, wanted, now))
    return partial(_edit, ids=ids, wanted=wanted)


def undo_in_portions(find: Callable[[SqliteDatabase], CommandId]) -> Step:
    """Prepare the undoing of a command, which is found when it begins."""

    def begin(db: SqliteDatabase, now: datetime) -> Portion:
        command_id = find(db)
        total = _count_changes(db, command_id)
        if total <= 2 * _CHANGES or not _is_edit(db, command_id):
            return Portion(undo_command(db, command_id, now))
        return _undo(db, now, command_id, total)

    return begin


def _edit(
    db: SqliteDatabase,
    now: datetime,
    ids: Sequence[TransactionId],
    wanted: Edit,
    *,
    at: int = 0,
    begun: CommandId | None = None,
) -> Portion:
    if begun is not None and _is_undone(db, begun):  # by another program, meanwhile
        return Portion(Done(begun, ""), at, len(ids))
    reached = min(at + PORTION, len(ids))
    done = edit(db, ids[at:reached], wanted, now, portion_of=len(ids), begun=begun)
    if reached == len(ids):
        return Portion(done, reached, reached)
    rest = partial(_edit, ids=ids, wanted=wanted, at=reached, begun=done.command_id)

    def stop(db: SqliteDatabase) -> None:
        text = describe(wanted.changed, f"{reached:,} transactions")
        tables.Command.update(description=text).where(tables.Command.id == done.command_id).execute(db)

    return Portion(done, reached, len(ids), rest, stop)


def _undo(
    db: SqliteDatabase,
    now: datetime,
    command_id: CommandId,
    total: int,
    *,
    after: int = 0,
    begun: CommandId | None = None,
    reached: int = 0,
) -> Portion:
    changes, place = load_changes_of_some(db, command_id, after, _CHANGES)
    done = undo_changes(db, command_id, now, changes, begun)
    reached += sum(map(len, changes.values()))
    if place is None:
        return Portion(done, total, total)
    rest = partial(
        _undo, command_id=command_id, total=total, after=place, begun=done.command_id, reached=reached
    )
    return Portion(done, reached, total, rest)


def _count_changes(db: SqliteDatabase, command_id: CommandId) -> int:
    count = "SELECT count(*) FROM change WHERE command_id = ?"
    return int(connection_of(db).execute(count, (command_id,)).fetchone()[0])


def _is_edit(db: SqliteDatabase, command_id: CommandId) -> bool:
    """Whether it changed rows each by itself and nothing between rows, or took such a change back."""
    select = "SELECT kind, undoes_command FROM command WHERE id = ?"
    kind, undoes = connection_of(db).execute(select, (command_id,)).fetchone()
    while undoes is not None:
        kind, undoes = connection_of(db).execute(select, (undoes,)).fetchone()
    return str(kind).startswith(EDIT) or kind == IMPORT


def _is_undone(db: SqliteDatabase, command_id: CommandId) -> bool:
    select = "SELECT undone_by IS NOT NULL FROM command WHERE id = ?"
    return bool(connection_of(db).execute(select, (command_id,)).fetchone()[0])
