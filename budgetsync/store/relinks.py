"""A bank connected anew: its accounts find the ones that the ledger has, with all their rows and edits."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.relink import OldAccount, match_accounts
from budgetsync.domain.sync import SyncBatch
from budgetsync.store.raw import connection_of

_OLD_ACCOUNTS = """
SELECT a.id, max(s.persistent_id), a.mask, a.type, a.subtype, a.name, a.currency
FROM source_account s
JOIN account a ON a.id = s.account_id
JOIN item i ON i.id = s.item_id
WHERE i.id <> ?1
  AND i.institution_id = (SELECT institution_id FROM item WHERE id = ?1)
  AND a.id NOT IN (SELECT account_id FROM source_account WHERE item_id = ?1)
GROUP BY a.id
"""
_SUPERSEDE = """
UPDATE item SET superseded_by = ?1
WHERE id <> ?1 AND superseded_by IS NULL
  AND institution_id = (SELECT institution_id FROM item WHERE id = ?1)
  AND EXISTS (SELECT 1 FROM source_account WHERE item_id = item.id)
  AND NOT EXISTS (
      SELECT 1 FROM source_account s WHERE s.item_id = item.id
      AND s.account_id NOT IN (SELECT account_id FROM source_account WHERE item_id = ?1))
"""


class _Row(NamedTuple):
    day: str
    minor: int


def find_old_accounts(
    db: SqliteDatabase, item_id: ItemId, new: Sequence[AccountSnapshot], batch: SyncBatch
) -> dict[str, AccountId]:
    """Match accounts that a connection shows for the first time with the institution's older ones.

    Returns:
        The ledger's account of each that has one, by the source's id.
    """
    old = [
        OldAccount(AccountId(row[0]), *row[1:])
        for row in connection_of(db).execute(_OLD_ACCOUNTS, (item_id,))
    ]
    if not old or not new:
        return {}
    overlap = {
        (snapshot.source_account_id, account.id): _measure_overlap(db, snapshot, account, batch)
        for snapshot in new
        for account in old
        if (snapshot.type, snapshot.currency) == (account.type, account.currency)
    }
    return match_accounts(new, old, overlap)


def supersede(db: SqliteDatabase, item_id: ItemId) -> None:
    """Retire older connections whose accounts all belong to this one now; their rows stay where they are."""
    connection_of(db).execute(_SUPERSEDE, (item_id,))


def _measure_overlap(
    db: SqliteDatabase, snapshot: AccountSnapshot, account: OldAccount, batch: SyncBatch
) -> float:
    """Tell which share of the new account's rows the old one has too, by day and amount, equal rows counted."""
    new = Counter(
        _Row(row.transacted_on.isoformat(), row.minor)
        for page in batch.pages
        for row in page.added
        if row.source_account_id == snapshot.source_account_id
    )
    if not new:
        return 0.0
    first, last = min(row.day for row in new), max(row.day for row in new)
    old: Counter[_Row] = Counter()
    for day, minor, count in connection_of(db).execute(
        "SELECT transacted_on, amount, count(*) FROM \"transaction\" WHERE account_id = ? AND state <> 'REMOVED' "
        "AND transacted_on BETWEEN ? AND ? GROUP BY transacted_on, amount",
        (account.id, first, last),
    ):
        old[_Row(day, minor)] = count
    until = max((row.day for row in old), default="")
    comparable = Counter({row: count for row, count in new.items() if row.day <= until})
    if not comparable:
        return 0.0
    return (comparable & old).total() / comparable.total()
