"""A bank connected anew: its accounts find the ones that the ledger has, with all their rows and edits."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import History
from budgetsync.domain.relink import ENOUGH_OVERLAP, OldAccount, match_accounts, may_be_old
from budgetsync.domain.sync import SyncBatch
from budgetsync.store.raw import connection_of

_OLD_ACCOUNTS = """
SELECT a.id, max(s.persistent_id), a.mask, a.type, a.subtype, a.name, a.currency
FROM source_account s
JOIN account a ON a.id = s.account_id
JOIN item i ON i.id = s.item_id
WHERE i.id <> ?1
  AND i.provider = (SELECT provider FROM item WHERE id = ?1)
  AND i.institution_id = (SELECT institution_id FROM item WHERE id = ?1)
  AND a.id NOT IN (SELECT account_id FROM source_account WHERE item_id = ?1)
GROUP BY a.id
"""
# What the bank took back counts too: it may have given it again. Two selects, one for each partial index.
_DAYS_AND_AMOUNTS = """
SELECT transacted_on, amount FROM "transaction"
WHERE account_id = ?1 AND state <> 'REMOVED' AND transacted_on BETWEEN ?2 AND ?3
UNION ALL
SELECT transacted_on, amount FROM "transaction"
WHERE account_id = ?1 AND state = 'REMOVED' AND transacted_on BETWEEN ?2 AND ?3
"""
_ENOUGH_ROWS = 6
"""So many rows that an account does not share with another make it another account."""
_SUPERSEDE = """
UPDATE item SET superseded_by = ?1
WHERE id <> ?1 AND superseded_by IS NULL
  AND provider = (SELECT provider FROM item WHERE id = ?1)
  AND institution_id = (SELECT institution_id FROM item WHERE id = ?1)
  AND EXISTS (SELECT 1 FROM source_account WHERE item_id = item.id)
  AND NOT EXISTS (
      SELECT 1 FROM source_account s WHERE s.item_id = item.id
      AND s.account_id NOT IN (SELECT account_id FROM source_account WHERE item_id = ?1))
"""


class _Row(NamedTuple):
    day: str
    minor: int


class Found(NamedTuple):
    """What is known of accounts that a connection shows for the first time, by the source's ids.

    Attributes:
        old: The ledger's account of each that has one.
        undecided: Those that may have one, but whose rows have not come yet: to be looked at again.
    """

    old: dict[str, AccountId]
    undecided: frozenset[str] = frozenset()


def find_old_accounts(
    db: SqliteDatabase, item_id: ItemId, new: Sequence[AccountSnapshot], batch: SyncBatch
) -> Found:
    """Match accounts that a connection shows for the first time with the institution's older ones."""
    old = [
        OldAccount(AccountId(row[0]), *row[1:])
        for row in connection_of(db).execute(_OLD_ACCOUNTS, (item_id,))
    ]
    if not old or not new:
        return Found({})
    overlap = {
        (snapshot.source_account_id, account.id): share
        for snapshot in new
        for account in old
        if (snapshot.type, snapshot.currency) == (account.type, account.currency)
        and (share := _measure_overlap(db, snapshot, account, batch)) is not None
    }
    told = {row.source_account_id for page in batch.pages for row in page.added}
    silent = {
        snapshot.source_account_id
        for snapshot in new
        if snapshot.source_account_id not in told and batch.pages[-1].history is not History.COMPLETE
    }
    found = match_accounts(new, old, overlap, silent)
    left = [account for account in old if account.id not in found.values()]
    undecided = {
        snapshot.source_account_id
        for snapshot in new
        if snapshot.source_account_id in silent - found.keys() and may_be_old(snapshot, left)
    }
    return Found(found, frozenset(undecided))


def supersede(db: SqliteDatabase, item_id: ItemId) -> None:
    """Retire older connections whose accounts all belong to this one now; their rows stay where they are."""
    connection_of(db).execute(_SUPERSEDE, (item_id,))


def _measure_overlap(
    db: SqliteDatabase, snapshot: AccountSnapshot, account: OldAccount, batch: SyncBatch
) -> float | None:
    """Tell which share of the new account's rows the old one has too, by day and amount, equal rows counted.

    Returns:
        None where the rows are too few to speak against it.
    """
    new = Counter(
        _Row(row.transacted_on.isoformat(), row.minor)
        for page in batch.pages
        for row in page.added
        if row.source_account_id == snapshot.source_account_id
    )
    if not new:
        return None
    first, last = min(row.day for row in new), max(row.day for row in new)
    old: Counter[_Row] = Counter()
    for day, minor in connection_of(db).execute(_DAYS_AND_AMOUNTS, (account.id, first, last)):
        old[_Row(day, minor)] += 1
    until = max((row.day for row in old), default="")
    comparable = Counter({row: count for row, count in new.items() if row.day <= until})
    if not comparable:
        return None
    share = (comparable & old).total() / comparable.total()
    return None if share < ENOUGH_OVERLAP and comparable.total() < _ENOUGH_ROWS else share
