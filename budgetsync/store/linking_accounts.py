"""Two accounts of the ledger that are one at the bank: the sources of the second feed the first from then on.

The sources and all their rows move at once; rows that both told become one, as undoable joins of the same command.
Undo takes these apart first, and then brings back whatever those sources told, also what came meanwhile.
"""

import sqlite3
from datetime import date, datetime
from typing import Any, Final

from peewee import SqliteDatabase

from budgetsync.domain.account_source import AccountSource
from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, CommandId, ItemId, SourceAccountId, TransactionId
from budgetsync.domain.matching import FreshRow, KnownRow, match
from budgetsync.domain.reconcile import JoinReason
from budgetsync.store import tables
from budgetsync.store.convert import to_millis
from budgetsync.store.derived import recount
from budgetsync.store.journal import Journal
from budgetsync.store.matching_rows import load_deleted, load_known
from budgetsync.store.merges import join_rows
from budgetsync.store.payees import rebuild_payees
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import put_suggestion

_SOURCES: Final = """
SELECT s.id, s.account_id, i.id, s.source, ifnull(i.institution_name, ''), s.rank, count(DISTINCT t.id),
       min(t.transacted_on), max(t.transacted_on), i.superseded_by IS NULL AND i.provider NOT IN ('file', 'manual')
FROM source_account s
JOIN item i ON i.id = s.item_id
LEFT JOIN observation o ON o.source_account = s.id AND o.state <> 'REMOVED'
LEFT JOIN "transaction" t ON t.id = o.transaction_id AND t.state <> 'REMOVED'
WHERE s.account_id = ?
GROUP BY s.id ORDER BY s.rank DESC, s.id DESC
"""
_SPAN: Final = """
SELECT min(transacted_on), max(transacted_on) FROM "transaction" WHERE account_id = ? AND state <> 'REMOVED'
"""
_NOBODY: Final = ("", "")
_TOLD_BY_MOVED: Final = """
UPDATE "transaction" SET account_id = ?1 WHERE account_id = ?2
AND EXISTS (SELECT 1 FROM observation o JOIN source_account s ON s.id = o.source_account
    WHERE o.transaction_id = "transaction".id AND s.account_id = ?1)
AND NOT EXISTS (SELECT 1 FROM observation o JOIN source_account s ON s.id = o.source_account
    WHERE o.transaction_id = "transaction".id AND s.account_id = ?2)
"""
"""Rows that only sources of the one account told of, and that lie in the other."""


def load_sources(db: SqliteDatabase, account_id: AccountId) -> tuple[AccountSource, ...]:
    """List who tells of an account, the one in charge first."""
    return tuple(map(_to_source, connection_of(db).execute(_SOURCES, (account_id,))))


def link_accounts(db: SqliteDatabase, kept: AccountId, other: AccountId, now: datetime) -> Done:
    """Let one account be fed by the sources of another one too, which is gone then.

    Raises:
        UsageError: They cannot be one account.
    """
    connection = connection_of(db)
    name = _check(connection, kept, other)
    command_id = CommandId(
        tables.Command.insert(kind="link", done_at=to_millis(now), description=f"Link of {name}").execute(db)
    )
    known, fresh, numbers = _load_both(db, kept, other)
    connection.execute(
        "INSERT INTO account_link SELECT ?, id, account_id, ? FROM source_account WHERE account_id = ?",
        (command_id, kept, other),
    )
    connection.execute("UPDATE source_account SET account_id = ? WHERE account_id = ?", (kept, other))
    connection.execute('UPDATE "transaction" SET account_id = ? WHERE account_id = ?', (kept, other))
    _set_right(connection, kept, other)
    journal = Journal(db, "link", now, command_id)
    found = match(known, fresh)
    for pair in found.matches:
        join_rows(journal, pair.row, numbers[pair.place], JoinReason.MATCHED)
    for doubt in found.doubts:
        for row in doubt.rows[:1]:
            journal.touch(row)
            standing = ["open", JoinReason.MATCHED.value, None, journal.now]
            put_suggestion(connection, "posted", row, numbers[doubt.place], standing)
    done = journal.write(f"Link of {name}")
    return Done(command_id, done.description, done.transactions, done.accounts | {kept, other}, done.kind)


def follow(db: SqliteDatabase, undone: CommandId, by: CommandId | None) -> frozenset[AccountId]:
    """Bring sources and rows to the account where they were before a command that is being undone, or redone.

    Returns:
        The accounts concerned; none, where that command moved no source.
    """
    connection = connection_of(db)
    links = connection.execute(
        "SELECT source_account, old_account, new_account FROM account_link WHERE command_id = ?", (undone,)
    ).fetchall()
    if not links or by is None:
        return frozenset()
    connection.executemany(
        "INSERT OR IGNORE INTO account_link (command_id, source_account, old_account, new_account) VALUES (?, ?, ?, ?)",
        [(by, one, new, old) for one, old, new in links],
    )
    connection.executemany(
        "UPDATE source_account SET account_id = ? WHERE id = ?", [(old, one) for one, old, _ in links]
    )
    concerned = {(AccountId(old), AccountId(new)) for _, old, new in links}
    for old, new in concerned:
        left = "SELECT EXISTS (SELECT 1 FROM source_account WHERE account_id = ?)"
        if connection.execute(left, (new,)).fetchone()[0]:
            connection.execute(_TOLD_BY_MOVED, (old, new))
        else:  # nobody tells of that account any more
            connection.execute('UPDATE "transaction" SET account_id = ? WHERE account_id = ?', (old, new))
        _set_right(connection, old, new)
    return frozenset(account for pair in concerned for account in pair)


def _check(connection: sqlite3.Connection, kept: AccountId, other: AccountId) -> str:
    """Tell what the second account is called, once it is sure that the two may be one."""
    rows = {
        number: (name, currency)
        for number, name, currency in connection.execute(
            "SELECT a.id, a.name, a.currency FROM account a WHERE a.id IN (?, ?) "
            "AND EXISTS (SELECT 1 FROM source_account s WHERE s.account_id = a.id)",
            (kept, other),
        )
    }
    for number in (kept, other):
        if number not in rows:
            message = f"There is no account {number}."
            raise UsageError(message, action="See `budgetsync accounts` for the accounts and their numbers.")
    if kept == other:
        message = "An account cannot be linked with itself."
        raise UsageError(message, action="Name two accounts.")
    if rows[kept][1] != rows[other][1]:
        message = "These two accounts are in different currencies."
        raise UsageError(message, action="Only accounts of one currency can be one account.")
    clash = connection.execute(
        "SELECT 1 FROM source_account a JOIN source_account b ON b.item_id = a.item_id AND b.source = a.source "
        "JOIN item i ON i.id = a.item_id AND i.provider NOT IN ('file', 'manual') "
        "WHERE a.account_id = ? AND b.account_id = ?",
        (kept, other),
    ).fetchone()
    if clash is not None:
        message = "One connection tells of both accounts, so that they are two."
        raise UsageError(message, action="Name accounts that different sources told of.")
    ranks = [
        connection.execute("SELECT max(rank) FROM source_account WHERE account_id = ?", (one,)).fetchone()[0]
        for one in (kept, other)
    ]
    if ranks[0] < ranks[1]:
        message = f"The source in charge tells of account {other}: that one stays."
        raise UsageError(message, action=f"Link {other} {kept} instead.")
    return str(rows[other][0])


def _set_right(connection: sqlite3.Connection, *accounts: AccountId) -> None:
    """Make sums anew, and let proofs begin anew: an account's rows are no longer those that an anchor counted."""
    for account in accounts:
        recount(connection, account)
        connection.execute("DELETE FROM anchor WHERE account_id = ?", (account,))
        connection.execute(
            "UPDATE held_removal SET account_id = ?1 WHERE observation_id IN (SELECT o.id FROM observation o "
            "JOIN source_account s ON s.id = o.source_account WHERE s.account_id = ?1)",
            (account,),
        )
    rebuild_payees(connection)


def _load_both(
    db: SqliteDatabase, kept: AccountId, other: AccountId
) -> tuple[list[KnownRow], list[FreshRow], list[TransactionId]]:
    """Load the rows of both accounts from the days of the second one; of that one without those deleted there.

    Returns:
        The first account's rows, the second one's, and the numbers of these by their places.
    """
    first, last = connection_of(db).execute(_SPAN, (other,)).fetchone()
    if first is None:
        return [], [], []
    days = date.fromisoformat(first), date.fromisoformat(last)
    deleted = load_deleted(db, other)
    rows = [row for row in load_known(db, other, _NOBODY, *days) if row.id not in deleted]
    fresh = [
        FreshRow(place, row.state, row.minor, row.currency, row.days, row.texts, row.references)
        for place, row in enumerate(rows)
    ]
    return load_known(db, kept, _NOBODY, *days), fresh, [row.id for row in rows]


def _to_source(row: tuple[Any, ...]) -> AccountSource:
    number, account, item, source, institution, rank, rows, first, last, live = row
    return AccountSource(
        id=SourceAccountId(number),
        account_id=AccountId(account),
        item_id=ItemId(item),
        source=source,
        institution=institution,
        rank=rank,
        rows=rows,
        first_day=date.fromisoformat(first) if first else None,
        last_day=date.fromisoformat(last) if last else None,
        is_live=bool(live),
    )
