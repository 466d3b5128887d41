"""Loads the differences to the banks' balances, each with what it may come from."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from sqlite3 import Connection
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.balance import OWED_TYPES, Proof, Verdict
from budgetsync.domain.ids import AccountId, ItemId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.problems import CauseKind, Drift, DriftCause
from budgetsync.store import proofs
from budgetsync.store.raw import connection_of
from budgetsync.store.transactions import load_some

_BEFORE, _AFTER = timedelta(days=45), timedelta(days=7)
"""How far around the first day of a difference its cause is looked for."""
_SHOWN = 5
_ACCOUNT = """
SELECT a.name, a.type, a.currency, i.id, ifnull(i.institution_name, '') FROM account a
LEFT JOIN source_account s ON s.account_id = a.id LEFT JOIN item i ON i.id = s.item_id
WHERE a.id = ? ORDER BY i.removed_at IS NOT NULL, i.id DESC LIMIT 1
"""
_UNREADABLE = """
SELECT count(*) FROM dead_letter WHERE kind = 'row' AND state IN ('open', 'requeued')
AND item_id IN (SELECT item_id FROM source_account WHERE account_id = ?)
"""
_HELD = "SELECT count(*) FROM held_removal WHERE account_id = ? AND state = 'open' AND state <> 'applied'"
_RESTORED = """
SELECT t.id FROM field_choice f JOIN "transaction" t ON t.id = f.transaction_id
WHERE f.field = 'state' AND t.account_id = ? AND t.state <> 'REMOVED' ORDER BY t.transacted_on DESC, t.id DESC
"""
# The index holds what is not removed; that POSTED is not, SQLite does not conclude.
_OF_AMOUNT = """
SELECT id, merchant || original_description FROM "transaction" WHERE account_id = ? AND amount = ?
AND transacted_on BETWEEN ? AND ? AND state = 'POSTED' AND state <> 'REMOVED' ORDER BY transacted_on DESC, id DESC
"""
_REMOVED_OF_AMOUNT = """
SELECT id FROM "transaction" t WHERE account_id = ? AND amount = ? AND state = 'REMOVED'
AND transacted_on BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM observation o WHERE o.transaction_id = t.id)
ORDER BY transacted_on DESC, id DESC
"""


def load_drifts(db: SqliteDatabase) -> Iterator[Drift]:
    """Load every difference that is there now."""
    for account_id, (proof, _) in proofs.load_proofs(db).items():
        if proof.verdict is not Verdict.DRIFT:
            continue
        found = connection_of(db).execute(_ACCOUNT, (account_id,)).fetchone()
        name, kind, currency, item_id, institution = found
        yield Drift(
            account_id,
            name,
            None if item_id is None else ItemId(item_id),
            institution,
            _money(proof.drift, currency),
            _money(proof.expected, currency),
            _money(proof.told, currency),
            proof.since,
            tuple(_causes(db, account_id, proof, -1 if kind in OWED_TYPES else 1)),
        )


def _causes(db: SqliteDatabase, account_id: AccountId, proof: Proof, sign: int) -> Iterator[DriftCause]:
    """Name candidates, the likeliest first: what is known to be open, then rows of exactly that amount."""
    connection = connection_of(db)
    (held,) = connection.execute(_HELD, (account_id,)).fetchone()
    if held:
        yield DriftCause(CauseKind.HELD, held)
    (unreadable,) = connection.execute(_UNREADABLE, (account_id,)).fetchone()
    if unreadable:
        yield DriftCause(CauseKind.UNREADABLE, unreadable)
    restored = _numbers(connection, _RESTORED, account_id)
    if restored:
        yield _of_rows(db, CauseKind.RESTORED, restored)
    figures = proof.figures
    if figures is not None and figures.gap and proof.told in figures:
        yield DriftCause(CauseKind.PENDING)
    if proof.since is not None:
        yield from _of_amount(db, account_id, sign * proof.drift, proof.since)


def _of_amount(db: SqliteDatabase, account_id: AccountId, missing: int, since: date) -> Iterator[DriftCause]:
    """Find rows of exactly the amount that is missing here, or that is here too much."""
    connection = connection_of(db)
    days = (since - _BEFORE).isoformat(), (since + _AFTER).isoformat()
    here = connection.execute(_OF_AMOUNT, (account_id, -missing, *days)).fetchall()
    often = Counter(text for _, text in here)
    doubled = [TransactionId(number) for number, text in here if often[text] > 1]
    if doubled:
        yield _of_rows(db, CauseKind.DOUBLED, doubled)
    single = [TransactionId(number) for number, text in here if often[text] == 1]
    if single:
        yield _of_rows(db, CauseKind.EXTRA, single)
    gone = _numbers(connection, _REMOVED_OF_AMOUNT, account_id, missing, *days)
    if gone:
        yield _of_rows(db, CauseKind.TAKEN_BACK, gone)


def _of_rows(db: SqliteDatabase, kind: CauseKind, numbers: list[TransactionId]) -> DriftCause:
    return DriftCause(kind, len(numbers), tuple(load_some(db, numbers[:_SHOWN])))


def _numbers(connection: Connection, sql: str, *values: Any) -> list[TransactionId]:  # noqa: ANN401
    return [TransactionId(number) for (number,) in connection.execute(sql, values)]


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None or currency is None else Money(minor, currency)
