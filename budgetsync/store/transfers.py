"""Own transfers: paired after each batch, taken apart by the user, and then never paired again."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from itertools import chain

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId, RunId, TransactionId
from budgetsync.domain.transaction import FieldSource
from budgetsync.domain.transfer import WINDOW, Candidate, Pair, pair_transfers
from budgetsync.store.changes import FieldChange, record
from budgetsync.store.convert import to_millis
from budgetsync.store.derived import Derived
from budgetsync.store.raw import connection_of

# "state <> REMOVED" is what the partial indices are on: SQLite does not infer it from "state = POSTED".
_CANDIDATES = """
SELECT t.id, t.account_id, t.amount, t.currency, t.transacted_on, t.provider_category
FROM "transaction" t
WHERE t.state = 'POSTED' AND t.state <> 'REMOVED' AND t.transacted_on BETWEEN ? AND ?
  AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.out_id = t.id)
  AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.in_id = t.id)
"""
_CALLED = " AND (t.provider_category GLOB 'TRANSFER_*' OR t.provider_category GLOB 'LOAN_*')"
_NEAR = tuple(timedelta(days=offset) for offset in range(-WINDOW.days, WINDOW.days + 1))
_COUNTERPARTS = f"""
SELECT t.id, t.account_id, t.amount, t.currency, t.transacted_on, t.provider_category
FROM "transaction" t
WHERE t.amount = ? AND t.transacted_on IN ({",".join("?" * len(_NEAR))}) AND t.state = 'POSTED' AND t.state <> 'REMOVED'
  AND t.account_id <> ?
  AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.out_id = t.id)
  AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.in_id = t.id)
"""
_BROKEN = """
SELECT x.out_id, x.in_id, x.source, x.run_id, x.paired_at FROM transfer x
JOIN "transaction" o ON o.id = x.out_id JOIN "transaction" i ON i.id = x.in_id
WHERE (x.out_id = ?1 OR x.in_id = ?1) AND (o.state = 'REMOVED' OR i.state = 'REMOVED'
  OR (o.currency = i.currency AND o.amount <> -i.amount))
"""


def pair_around(
    db: SqliteDatabase, run_id: RunId, first: date, last: date, now: datetime, derived: Derived
) -> list[Pair]:
    """Pair what can be paired among rows of these days and those near them; its cost grows with the days.

    Args:
        derived: Told of every row that is paired.

    Returns:
        The pairs made now.
    """
    begin, end = (first - WINDOW).isoformat(), (last + WINDOW).isoformat()
    connection = connection_of(db)
    called = [_to_candidate(row) for row in connection.execute(_CANDIDATES + _CALLED, (begin, end))]
    candidates = {row.id: row for row in called}
    for row in called:
        near = (-row.minor, *((row.day + offset).isoformat() for offset in _NEAR), row.account_id)
        for found in map(_to_candidate, connection.execute(_COUNTERPARTS, near)):
            candidates[found.id] = found
    pairs = pair_transfers(candidates.values(), _rejected(db))
    for number in chain.from_iterable(pairs):
        derived.touch(number)
    save_pairs(db, pairs, "PROVIDER", run_id, now)
    return pairs


def save_pairs(db: SqliteDatabase, pairs: Iterable[Pair], source: str, run_id: RunId, now: datetime) -> None:
    """Write pairs down that a run made, with their audit."""
    at, found = to_millis(now), list(pairs)
    connection_of(db).executemany(
        "INSERT INTO transfer (out_id, in_id, source, run_id, paired_at) VALUES (?, ?, ?, ?, ?)",
        [(pair.out_id, pair.in_id, source, run_id, at) for pair in found],
    )
    made = (
        FieldChange(one, "transfer", None, _standing(other, source, run_id, at), FieldSource.TRANSFER)
        for pair in found
        for one, other in (pair, pair[::-1])
    )
    record(db, made, at=at, run_id=run_id)


def drop_broken(
    db: SqliteDatabase,
    transaction_ids: Iterable[TransactionId],
    run_id: RunId,
    now: datetime,
    derived: Derived,
) -> None:
    """Take pairs apart that a run broke, because a bank changed or removed one of their rows."""
    broken = (
        FieldChange(one, "transfer", _standing(other, source, paired_by, at), None, FieldSource.PROVIDER)
        for out_id, in_id, source, paired_by, at in delete_broken(db, transaction_ids, derived.touch)
        for one, other in ((out_id, in_id), (in_id, out_id))
    )
    record(db, broken, at=to_millis(now), run_id=run_id)


def delete_broken(
    db: SqliteDatabase,
    transaction_ids: Iterable[TransactionId],
    touch: Callable[[TransactionId], object] | None = None,
) -> list[tuple[TransactionId, TransactionId, str, int | None, int]]:
    """Delete the pairs of these rows that no longer cancel each other out; who calls this writes the audit.

    Args:
        touch: Told of both halves before; None where they are touched already.

    Returns:
        Their halves, source, run and instant.
    """
    connection = connection_of(db)
    broken = [row for number in transaction_ids for row in connection.execute(_BROKEN, (number,)).fetchall()]
    if touch is not None:
        for out_id, in_id, *_ in broken:
            touch(out_id)
            touch(in_id)
    connection.executemany("DELETE FROM transfer WHERE out_id = ?", [(row[0],) for row in broken])
    return list(dict.fromkeys(broken))


def _standing(other: TransactionId, source: str, run_id: int | None, at: int) -> str:
    return json.dumps({"with": other, "source": source, "run": run_id, "at": at})


def _rejected(db: SqliteDatabase) -> set[Pair]:
    rows = connection_of(db).execute(
        "SELECT first_id, second_id FROM suggestion WHERE kind = 'transfer' AND state = 'rejected'"
    )
    return {Pair(TransactionId(out_id), TransactionId(in_id)) for out_id, in_id in rows}


def _to_candidate(row: tuple[int, int, int, str, str, str | None]) -> Candidate:
    number, account_id, minor, currency, day, category = row
    return Candidate(
        TransactionId(number), AccountId(account_id), minor, currency, date.fromisoformat(day), category
    )
