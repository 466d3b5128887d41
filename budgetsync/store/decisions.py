"""What the engine left open, answered by the user: suggestions, held removals, transfers."""

from collections.abc import Iterable
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.transaction import FieldSource
from budgetsync.store.journal import Journal, other_half
from budgetsync.store.merges import join_rows, name_of, settle
from budgetsync.store.row_images import Image, put, put_suggestion

_SUGGESTION = "SELECT kind, first_id, second_id FROM suggestion WHERE id = ? AND state = 'open'"


def accept(db: SqliteDatabase, suggestion_ids: Iterable[int], now: datetime) -> Done:
    """Make one row of two, or a transfer of two rows, as was suggested.

    Raises:
        UsageError: No such open suggestion, or it cannot be carried out any more.
    """
    journal, names = Journal(db, "accept", now), []
    for kind, first, second in _load_suggestions(journal, suggestion_ids):
        if kind == "posted":
            join_rows(journal, first, second)
        else:
            _pair(journal, first, second)
        names.append(name_of(journal.connection, first))
    return journal.write(f"Accepting {_listed(names, 'suggestions')}")


def reject(db: SqliteDatabase, suggestion_ids: Iterable[int], now: datetime) -> Done:
    """Leave two rows as they are; the same is never suggested again.

    Raises:
        UsageError: No such open suggestion.
    """
    journal, names = Journal(db, "reject", now), []
    for kind, first, second in _load_suggestions(journal, suggestion_ids):
        journal.touch(first)
        journal.connection.execute(
            "UPDATE suggestion SET state = 'rejected' WHERE kind = ? AND first_id = ? AND second_id = ?",
            (kind, first, second),
        )
        names.append(name_of(journal.connection, first))
    return journal.write(f"Rejecting {_listed(names, 'suggestions')}")


def apply_removals(db: SqliteDatabase, account_ids: Iterable[AccountId], now: datetime) -> Done:
    """Carry out the removals that are held of these accounts, as the run would have done.

    Raises:
        UsageError: An account has none.
    """
    journal, count = Journal(db, "apply removals", now), 0
    for row, observation in _load_held(journal, account_ids):
        journal.touch(row)
        put(journal.connection, row, f"observation:{observation}", "REMOVED")
        put(journal.connection, row, f"held:{observation}", "applied")
        settle(journal.connection, row)
        count += 1
    return journal.write(f"Removal of {count:,} transactions")


def dismiss_removals(db: SqliteDatabase, account_ids: Iterable[AccountId], now: datetime) -> Done:
    """Let the rows stay whose removal is held.

    Raises:
        UsageError: An account has none.
    """
    journal, count = Journal(db, "dismiss removals", now), 0
    for row, observation in _load_held(journal, account_ids):
        journal.touch(row)
        put(journal.connection, row, f"held:{observation}", "dismissed")
        count += 1
    return journal.write(f"Keeping {count:,} transactions that the bank took back")


def pair(db: SqliteDatabase, one: TransactionId, other: TransactionId, now: datetime) -> Done:
    """Make a transfer of two rows of own accounts.

    Raises:
        UsageError: They cannot be one.
    """
    journal = Journal(db, "pair", now)
    _pair(journal, one, other)
    return journal.write(f"Transfer of {name_of(journal.connection, one)}")


def take_pair_apart(db: SqliteDatabase, number: TransactionId, now: datetime) -> Done:
    """Take a transfer apart; the two are never paired by themselves again.

    Raises:
        UsageError: There is no such row, or it is half of no transfer.
    """
    journal = Journal(db, "take apart", now)
    image = journal.touch(number)
    if image["transfer"] is None:
        message = f"Transaction {number} is half of no transfer."
        raise UsageError(message, action="Name one half of a transfer.")
    other = other_half(journal.connection, number)
    out_id, in_id = (number, other) if int(str(image["amount"])) < 0 else (other, number)
    put(journal.connection, number, "transfer", None)
    put_suggestion(
        journal.connection, "transfer", out_id, in_id, ["rejected", "TAKEN_APART", None, journal.now]
    )
    return journal.write(f"Taking the transfer of {name_of(journal.connection, number)} apart")


def _pair(journal: Journal, one: TransactionId, other: TransactionId) -> None:
    if one == other:
        message = "One row is no transfer."
        raise UsageError(message, action="Name two rows of two accounts.")
    images: dict[TransactionId, Image] = {number: journal.touch(number) for number in (one, other)}
    out_id, in_id = sorted(images, key=lambda number: int(str(images[number]["amount"])))
    accounts = journal.connection.execute(
        'SELECT count(DISTINCT account_id) FROM "transaction" WHERE id IN (?, ?)', (one, other)
    ).fetchone()[0]
    out, into = images[out_id], images[in_id]
    trouble = ""
    if accounts != 2:  # noqa: PLR2004 - two halves, two accounts
        trouble = "Both rows are in one account."
    elif not int(str(out["amount"])) < 0 < int(str(into["amount"])):
        trouble = "Money has to leave one account and reach the other."
    elif "REMOVED" in {out["state"], into["state"]}:
        trouble = "The bank took one of the rows back."
    elif out["currency"] == into["currency"] and int(str(out["amount"])) != -int(str(into["amount"])):
        trouble = "The two amounts differ."
    elif out["transfer"] or into["transfer"]:
        trouble = "One of the rows is half of another transfer."
    if trouble:
        raise UsageError(trouble, action="Name two rows of one transfer between own accounts.")
    journal.connection.execute(
        "INSERT INTO transfer (out_id, in_id, source, run_id, paired_at) VALUES (?, ?, ?, NULL, ?)",
        (out_id, in_id, FieldSource.USER.value, journal.now),
    )
    journal.connection.execute(
        "UPDATE suggestion SET state = 'accepted' WHERE kind = 'transfer' AND first_id = ? AND second_id = ?",
        (out_id, in_id),
    )


def _load_suggestions(
    journal: Journal, suggestion_ids: Iterable[int]
) -> Iterable[tuple[str, TransactionId, TransactionId]]:
    for number in suggestion_ids:
        found = journal.connection.execute(_SUGGESTION, (number,)).fetchone()
        if found is None:
            message = f"There is no open suggestion {number}."
            raise UsageError(message, action="See `budgetsync review` for the open ones.")
        yield found


def _load_held(journal: Journal, account_ids: Iterable[AccountId]) -> Iterable[tuple[TransactionId, int]]:
    for account_id in account_ids:
        rows = journal.connection.execute(
            "SELECT o.transaction_id, o.id FROM held_removal h JOIN observation o ON o.id = h.observation_id "
            "WHERE h.account_id = ? AND h.state = 'open' AND h.state <> 'applied'",
            (account_id,),
        ).fetchall()
        if not rows:
            message = f"No removal is held of account {account_id}."
            raise UsageError(message, action="See `budgetsync review` for the accounts that have some.")
        yield from rows


def _listed(names: list[str], many: str) -> str:
    return f"the suggestion for {names[0]}" if len(names) == 1 else f"{len(names)} {many}"
