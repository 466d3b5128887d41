"""Loads what waits for the user's decision."""

from collections import defaultdict

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId, RunId, TransactionId
from budgetsync.domain.review import HeldRemovals, Review, Suggestion
from budgetsync.domain.transaction import Transaction
from budgetsync.store.convert import to_instant
from budgetsync.store.raw import connection_of
from budgetsync.store.transactions import load_some

_SUGGESTIONS = """
SELECT g.id, g.kind, g.first_id, g.second_id, g.reason, g.suggested_at FROM suggestion g
WHERE g.state = 'open' ORDER BY g.id
"""
_SUGGESTIONS_OF = """
SELECT g.id, g.kind, g.first_id, g.second_id, g.reason, g.suggested_at FROM suggestion g
WHERE g.state = 'open' AND ?1 IN (g.first_id, g.second_id) ORDER BY g.id
"""
_HELD = """
SELECT h.account_id, a.name, h.run_id, h.held_at, o.transaction_id
FROM held_removal h
JOIN account a ON a.id = h.account_id
JOIN observation o ON o.id = h.observation_id
WHERE h.state = 'open' AND h.state <> 'applied' ORDER BY h.account_id, h.observation_id
"""
# Rows whose money is on another row now keep no question open.
_BANK_SAYS = """
SELECT DISTINCT f.transaction_id FROM field_choice f JOIN "transaction" t ON t.id = f.transaction_id
WHERE f.bank_value IS NOT NULL AND t.state <> 'REMOVED' ORDER BY f.transaction_id
"""
_TAKEN_BACK = """
SELECT id FROM "transaction" WHERE bank_removed = 1 ORDER BY transacted_on, id
"""


def load_review(db: SqliteDatabase) -> Review:
    """Load every open question."""
    connection = connection_of(db)
    suggested = connection.execute(_SUGGESTIONS).fetchall()
    held = connection.execute(_HELD).fetchall()
    bank_says = [TransactionId(number) for (number,) in connection.execute(_BANK_SAYS)]
    taken_back = [TransactionId(number) for (number,) in connection.execute(_TAKEN_BACK)]
    wanted = {*bank_says, *taken_back, *(row[4] for row in held)}
    wanted.update(number for row in suggested for number in row[2:4])
    rows = {row.id: row for row in load_some(db, sorted(wanted))}
    return Review(
        suggestions=tuple(
            Suggestion(number, kind, rows[first], rows[second], reason, to_instant(at))
            for number, kind, first, second, reason, at in suggested
        ),
        held=tuple(_to_held(held, rows)),
        bank_says=tuple(rows[number] for number in bank_says),
        taken_back=tuple(rows[number] for number in taken_back),
    )


def load_suggestions_of(db: SqliteDatabase, number: TransactionId) -> tuple[Suggestion, ...]:
    """Load the open suggestions that a row is one of the two rows of."""
    suggested = connection_of(db).execute(_SUGGESTIONS_OF, (number,)).fetchall()
    wanted = sorted({one for row in suggested for one in row[2:4]})
    rows = {row.id: row for row in load_some(db, wanted)}
    return tuple(
        Suggestion(suggestion, kind, rows[first], rows[second], reason, to_instant(at))
        for suggestion, kind, first, second, reason, at in suggested
    )


def _to_held(
    held: list[tuple[int, str, int, int, int]], rows: dict[TransactionId, Transaction]
) -> list[HeldRemovals]:
    by_account: dict[int, list[tuple[int, str, int, int, int]]] = defaultdict(list)
    for row in held:
        by_account[row[0]].append(row)
    return [
        HeldRemovals(
            AccountId(account),
            of_account[0][1],
            RunId(of_account[0][2]),
            to_instant(of_account[0][3]),
            tuple(rows[number] for number in dict.fromkeys(TransactionId(row[4]) for row in of_account)),
        )
        for account, of_account in by_account.items()
    ]
