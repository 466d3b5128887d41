"""Who is in charge of an account: rows that several sources told say what the highest one says."""

from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, CommandId, SourceAccountId, TransactionId
from budgetsync.store import tables
from budgetsync.store.convert import to_millis
from budgetsync.store.journal import Journal
from budgetsync.store.merges import settle
from budgetsync.store.raw import connection_of

_SHARED = """
SELECT DISTINCT a.transaction_id FROM observation a WHERE a.source_account = ? AND EXISTS (
    SELECT 1 FROM observation b WHERE b.transaction_id = a.transaction_id AND b.source_account <> a.source_account)
"""


def set_rank(db: SqliteDatabase, source_account: SourceAccountId, rank: int, now: datetime) -> Done:
    """Say how much a source's word counts in its account; one step of undo.

    Raises:
        UsageError: There is no such source.
    """
    connection = connection_of(db)
    found = connection.execute(
        "SELECT a.id, s.rank, a.name FROM source_account s JOIN account a ON a.id = s.account_id WHERE s.id = ?",
        (source_account,),
    ).fetchone()
    if found is None:
        message = f"There is no source {source_account}."
        raise UsageError(
            message, action="See `budgetsync accounts --json` for the sources and their numbers."
        )
    account, old, name = found
    description = f"Order of sources of {name}"
    if old == rank:
        return Done(None, description, kind="rank")
    command_id = CommandId(
        tables.Command.insert(kind="rank", done_at=to_millis(now), description=description).execute(db)
    )
    connection.execute("INSERT INTO rank_change VALUES (?, ?, ?, ?)", (command_id, source_account, old, rank))
    connection.execute("UPDATE source_account SET rank = ? WHERE id = ?", (rank, source_account))
    journal = Journal(db, "rank", now, command_id)
    for (number,) in connection.execute(_SHARED, (source_account,)).fetchall():
        journal.touch(TransactionId(number))
        settle(connection, number, tell=True)
    done = journal.write(description)
    return Done(command_id, description, done.transactions, frozenset({AccountId(account)}), done.kind)


def follow_ranks(db: SqliteDatabase, undone: CommandId, by: CommandId | None) -> frozenset[AccountId]:
    """Put sources to the rank that they had before a command that is being undone, or redone.

    Returns:
        The accounts concerned; none, where that command changed no rank.
    """
    connection = connection_of(db)
    changes = connection.execute(
        "SELECT c.source_account, c.old_rank, c.new_rank, s.account_id FROM rank_change c "
        "JOIN source_account s ON s.id = c.source_account WHERE c.command_id = ?",
        (undone,),
    ).fetchall()
    for source_account, old, new, _ in changes if by is not None else ():
        connection.execute(
            "INSERT OR IGNORE INTO rank_change VALUES (?, ?, ?, ?)", (by, source_account, new, old)
        )
        connection.execute("UPDATE source_account SET rank = ? WHERE id = ?", (old, source_account))
    return frozenset(AccountId(account) for *_, account in changes)
