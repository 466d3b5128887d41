"""Take back a command, or what a sync run decided, as a whole; later edits are kept. Undone again, it is a redo.

Of a run, that is what it decided: rows joined, transfers paired, fields chosen by rules. What the bank said stays
as it is, and so does the cursor. All of it is a command of its own, so that it can be undone in its turn.
"""

import json
from dataclasses import replace
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import CommandId, RunId, TransactionId
from budgetsync.domain.sync import SyncRunState
from budgetsync.domain.transaction import FieldSource
from budgetsync.domain.undo import (
    FINAL,
    IMPORT,
    REDO,
    UNDO,
    CommandName,
    Undoable,
    kind_of_undoing,
    name_undoing,
    thing_of,
    to_text,
)
from budgetsync.store import linking_accounts, ranks, tables
from budgetsync.store.changes import JOINED
from budgetsync.store.importing.withdrawing import withdraw
from budgetsync.store.journal import Journal
from budgetsync.store.merges import followers, name_of, split_off
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import put, put_suggestion
from budgetsync.store.taking_back import Changes, load_changes, row_of, take_back

_UNDONE_NEXT = "kind NOT IN (:undo, :redo, :final)"
_REDONE_NEXT = (
    "kind = :undo AND id > (SELECT ifnull(max(id), 0) FROM command WHERE kind NOT IN (:undo, :redo))"
)


def load_undoable(db: SqliteDatabase) -> Undoable:
    """Name what `undo_last` and `redo_last` would do."""
    return Undoable(*(_name(db, _find_newest(db, where)) for where in (_UNDONE_NEXT, _REDONE_NEXT)))


def undo_command(db: SqliteDatabase, command_id: CommandId, now: datetime) -> Done:
    """Take back everything that a command did and that was not changed since.

    Raises:
        UsageError: There is no such command, or it is undone already.
    """
    return undo_changes(db, command_id, now, load_changes(db, "command_id", command_id))


def undo_changes(
    db: SqliteDatabase, command_id: CommandId, now: datetime, changes: Changes, begun: CommandId | None = None
) -> Done:
    """Take back some of what a command did, or all of it.

    Args:
        begun: The undoing command, where an earlier portion wrote it.

    Raises:
        UsageError: There is no such command, or it is undone already.
    """
    command = _load(db, command_id)
    if begun is None and command.undone_by is not None:
        message = f"Command {command_id} is undone already."
        raise UsageError(message, action="Redo it, or undo another one.")
    if command.kind == FINAL:
        message = f"Command {command_id} deleted for good; it cannot be undone."
        raise UsageError(message, action="A backup from before still has it: see `budgetsync backups`.")
    kind = kind_of_undoing(command.kind)
    journal = Journal(db, kind, now, begun)
    if command.kind == IMPORT and command.import_run is not None:
        withdraw(journal, changes, RunId(command.import_run))
    else:
        take_back(journal, changes)
    done = journal.write(name_undoing(kind, command.description), undoes_command=command_id)
    if begun is None:
        _mark_command(db, command_id, done.command_id)
        accounts = linking_accounts.follow(db, command_id, done.command_id)
        if accounts := accounts | ranks.follow_ranks(db, command_id, done.command_id):
            return replace(done, accounts=done.accounts | accounts)
    return done


def find_last(db: SqliteDatabase) -> CommandId:
    """Find the newest command that is not undone.

    Raises:
        UsageError: There is none.
    """
    return _newest(db, _UNDONE_NEXT, "There is nothing to undo.")


def find_last_undone(db: SqliteDatabase) -> CommandId:
    """Find the newest undo, unless a new command came after it.

    Raises:
        UsageError: There is none.
    """
    return _newest(db, _REDONE_NEXT, "There is nothing to redo.")


def undo_last(db: SqliteDatabase, now: datetime) -> Done:
    """Undo the newest command that is not undone.

    Raises:
        UsageError: There is none.
    """
    return undo_command(db, find_last(db), now)


def redo_last(db: SqliteDatabase, now: datetime) -> Done:
    """Take the newest undo back, unless a new command came after it.

    Raises:
        UsageError: There is none.
    """
    return undo_command(db, find_last_undone(db), now)


def undo_run(db: SqliteDatabase, run_id: RunId, now: datetime) -> Done:
    """Take back what a run decided. What is taken apart is remembered, so that no run makes it again.

    Raises:
        UsageError: There is no such run, it is undone already, or it decided nothing.
    """
    run = tables.SyncRun.select().where(tables.SyncRun.id == run_id).first(db)
    if run is None or run.state != SyncRunState.SUCCEEDED.value:
        message = f"There is no run {run_id} that wrote anything."
        raise UsageError(message, action="See the history of a transaction for the runs that changed it.")
    if run.undone_by is not None:
        message = f"Run {run_id} is undone already."
        raise UsageError(message, action="Redo it, or undo another one.")
    journal = Journal(db, UNDO, now)
    changes = load_changes(db, "run_id", run_id)
    for fields in changes.values():
        if JOINED in fields:
            reason, _, observation = str(fields[JOINED].new).partition(":")
            _part(journal, int(observation), reason, changes)
    _part_transfers(journal, run_id)
    by_rules = load_changes(db, "run_id", run_id, but=FieldSource.PROVIDER)
    for fields in by_rules.values():
        fields.pop("transfer", None)
    take_back(journal, by_rules)
    _pair_again(journal, changes)
    done = journal.write(f"Undo of sync run {run_id}", undoes_run=run_id)
    if done.command_id is None:
        message = f"Run {run_id} decided nothing that could be taken back."
        raise UsageError(message, action="What the bank itself said cannot be undone, only edited.")
    tables.SyncRun.update(undone_by=done.command_id).where(tables.SyncRun.id == run_id).execute(db)
    return done


def unmerge(db: SqliteDatabase, number: TransactionId, now: datetime) -> Done:
    """Take the newest merge or join of a row apart again, and remember that it is not to be made again.

    Raises:
        UsageError: There is no such row, or nothing was joined to it.
    """
    journal = Journal(db, "unmerge", now)
    hanging: list[tuple[int, str | None]] = json.loads(str(journal.touch(number)["observations"] or "[]"))
    joined = [(one, reason) for one, reason in hanging if reason is not None]
    if not joined or len(hanging) == 1:
        message = f"Nothing was joined to transaction {number}."
        raise UsageError(message, action="See its history for what it is made of.")
    merged = journal.connection.execute(
        "SELECT m.id FROM command m JOIN change c ON c.command_id = m.id "
        "WHERE m.undone_by IS NULL AND m.kind IN ('merge', 'accept') AND c.transaction_id = ? "
        "AND c.field = 'observations' ORDER BY m.id DESC LIMIT 1",
        (number,),
    ).fetchone()
    if merged is None:
        observation, reason = joined[-1]
        split_off(journal, number, followers(journal.connection, number, observation), str(reason))
        return journal.write(f"Taking {name_of(journal.connection, number)} apart")
    changes = load_changes(db, "command_id", merged[0])
    take_back(journal, changes)
    for other, fields in changes.items():
        if other != number and "observations" in fields:
            journal.touch(other)
            put_suggestion(
                journal.connection, "posted", number, other, ["rejected", "MERGED", None, journal.now]
            )
    done = journal.write(f"Taking {name_of(journal.connection, number)} apart", undoes_command=merged[0])
    _mark_command(db, merged[0], done.command_id)
    return done


def _part(journal: Journal, observation: int, reason: str, changes: Changes) -> None:
    """Give an observation that a run joined to a row a row of its own."""
    row = row_of(journal, observation)
    leaving = followers(journal.connection, row, observation)
    hanging = json.loads(str(journal.touch(row)["observations"]))
    if len(leaving) == len(hanging):
        return  # what it was joined to hangs elsewhere by now
    split_off(journal, row, leaving, reason)
    before = journal.touch(row)
    for field, given in changes.get(row, {}).items():
        if field.endswith(":bank") and to_text(before.get(field)) == given.new:
            put(journal.connection, row, field, given.old)


def _part_transfers(journal: Journal, run_id: RunId) -> None:
    for out_id, in_id in journal.connection.execute(
        "SELECT out_id, in_id FROM transfer WHERE run_id = ?", (run_id,)
    ).fetchall():
        journal.touch(out_id)
        put(journal.connection, out_id, "transfer", None)
        put_suggestion(
            journal.connection, "transfer", out_id, in_id, ["rejected", "UNDONE", None, journal.now]
        )


def _pair_again(journal: Journal, changes: Changes) -> None:
    """Pair what the run's joins had taken apart."""
    for number, fields in changes.items():
        pair = fields.get("transfer")
        if pair is not None and pair.old is not None and pair.new is None:
            journal.touch(number)
            put(journal.connection, number, "transfer", pair.old)


def _load(db: SqliteDatabase, command_id: CommandId) -> tables.Command:
    command = tables.Command.select().where(tables.Command.id == command_id).first(db)
    if command is None:
        message = f"There is no command {command_id}."
        raise UsageError(message, action="See the history of a transaction for the commands that changed it.")
    assert isinstance(command, tables.Command)
    return command


def _newest(db: SqliteDatabase, where: str, nothing: str) -> CommandId:
    found = _find_newest(db, where)
    if found is None:
        raise UsageError(
            nothing, action="Only what you did yourself can be undone; see `undo --run` for syncs."
        )
    return found


def _find_newest(db: SqliteDatabase, where: str) -> CommandId | None:
    number = (
        connection_of(db)
        .execute(
            f"SELECT max(id) FROM command WHERE undone_by IS NULL AND {where}",
            {"undo": UNDO, "redo": REDO, "final": FINAL},
        )
        .fetchone()[0]
    )
    return None if number is None else CommandId(number)


def _name(db: SqliteDatabase, command_id: CommandId | None) -> CommandName | None:
    """Name a command by what it is about; an undo says that itself, with its own word before it."""
    return (
        None if command_id is None else CommandName(command_id, thing_of(_load(db, command_id).description))
    )


def _mark_command(db: SqliteDatabase, command_id: CommandId, by: CommandId | None) -> None:
    """Say that a command is undone; what it had undone stands again, and so on."""
    tables.Command.update(undone_by=by).where(tables.Command.id == command_id).execute(db)
    command = _load(db, command_id)
    if command.undoes_run is not None:
        undone = None if by is not None else command_id
        tables.SyncRun.update(undone_by=undone).where(tables.SyncRun.id == command.undoes_run).execute(db)
    if command.undoes_command is not None:
        _mark_command(db, CommandId(command.undoes_command), None if by is not None else command_id)
