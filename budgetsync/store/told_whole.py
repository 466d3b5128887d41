"""Prepares batches of sources that take nothing back and use ids again, before they are planned."""

from collections.abc import Iterable

from peewee import SqliteDatabase

from budgetsync.domain.reconcile import keys_needed
from budgetsync.domain.reconcile.untold import (
    REUSES_IDS,
    accounts_told_whole,
    take_back_untold,
    tell_apart_reused,
)
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import ObservationKey
from budgetsync.store import observations
from budgetsync.store.accounts import AccountRef
from budgetsync.store.raw import connection_of

_PENDINGS = (
    "SELECT source_transaction_id FROM observation WHERE source_account = ? AND state = 'PENDING' ORDER BY id"
)


def prepare(db: SqliteDatabase, provider: str, batch: SyncBatch, references: dict[str, AccountRef]) -> None:
    """Have pendings that are told no more be gone, and ids that stand for two bookings be two."""
    whole = accounts_told_whole(batch.pages)
    if whole:
        take_back_untold(list(_load_pendings(db, whole, references)), batch.pages)
    if provider in REUSES_IDS:
        tell_apart_reused(batch.pages, observations.load_stored(db, provider, keys_needed(batch.pages)))


def _load_pendings(
    db: SqliteDatabase, accounts: Iterable[str], references: dict[str, AccountRef]
) -> Iterable[ObservationKey]:
    for account in sorted(accounts):
        reference = references.get(account)
        if reference is None:
            continue
        for (told,) in connection_of(db).execute(_PENDINGS, (reference.source_account,)).fetchall():
            yield ObservationKey(account, told)
