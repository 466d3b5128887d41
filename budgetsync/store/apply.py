"""Write a batch: rows, observations, audit, balances, dead letters, cursor, run, queue entry: one commit.

Reads what is stored, plans and writes within the writer's transaction, so that an edit which the user makes
during the fetch is seen by the plan and survives it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.balance import Told
from budgetsync.domain.errors import PayloadError
from budgetsync.domain.events import ChangeSet
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.item import History, Item
from budgetsync.domain.reconcile import Around, keys_needed, plan
from budgetsync.domain.sync import RowProblem, SyncBatch, SyncPage
from budgetsync.domain.transaction import ObservationKey, StoredObservation
from budgetsync.store import (
    addresses,
    dead_letters,
    items,
    observations,
    proofs,
    queue,
    sync_runs,
    told_whole,
    transfers,
)
from budgetsync.store.accounts import AccountRef, is_led_by_another, save_accounts
from budgetsync.store.convert import to_millis
from budgetsync.store.other_sources import match_others
from budgetsync.store.payloads import pack, unpack
from budgetsync.store.writer import CHUNK, RowWriter


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of an applied batch."""

    change: ChangeSet
    problems: int


def apply_batch(
    db: SqliteDatabase,
    *,
    item_id: ItemId,
    run_id: RunId,
    request_id: int,
    batch: SyncBatch,
    requests: int,
    now: datetime,
    on_progress: Callable[[int], None],
) -> Finished:
    """Bring the ledger to where the batch says the bank is. Runs inside the caller's transaction.

    Args:
        requests: Calls that the fetch made, for the run's row.
        on_progress: Told how many rows are written so far; called on the writer's thread.
    """
    item = items.load_item(db, item_id)
    snapshots = {snapshot.source_account_id: snapshot for page in batch.pages for snapshot in page.accounts}
    references = save_accounts(db, item_id, item.provider, run_id, snapshots.values(), batch, now)
    writer, causes = _write_rows(db, item, run_id, batch, references, now, on_progress)
    dead_letters.solve_requests(db, item_id, now)
    history = batch.pages[-1].history if batch.pages else History.UNKNOWN
    addresses.note_standing(db, item_id, batch.standing)
    items.advance(db, item_id, cursor=batch.cursor_after, history=history, standing=batch.standing, now=now)
    told = {
        references[account].account_id: Told(
            snapshot.type, snapshot.balance.current, history, snapshot.balance.as_of or batch.as_of
        )
        for account, snapshot in snapshots.items()
        if account in references and not is_led_by_another(db, references[account])
    }
    proofs.prove_accounts(db, run_id, told, now)
    total = sync_runs.close_applied(
        db,
        run_id,
        now,
        cursor_after=batch.cursor_after,
        pages=len(batch.pages),
        requests=requests,
        problems=causes,
        by_account=writer.counts,
    )
    queue.complete(db, request_id, now)
    return Finished(writer.change_set(total), causes)


def apply_again(
    db: SqliteDatabase, item_id: ItemId, run_id: RunId, page: SyncPage, now: datetime
) -> Finished:
    """Write rows that were kept aside and can be read now. Runs inside the caller's transaction.

    The provider was not asked: the cursor, the connection's times and the proofs of its accounts stay.
    """
    item = items.load_item(db, item_id)
    batch = SyncBatch(item.cursor, [page])
    references = save_accounts(db, item_id, item.provider, run_id, (), batch, now)
    writer, causes = _write_rows(db, item, run_id, batch, references, now, lambda _written: None)
    total = sync_runs.close_applied(
        db,
        run_id,
        now,
        cursor_after=item.cursor,
        pages=0,
        requests=0,
        problems=causes,
        by_account=writer.counts,
    )
    return Finished(writer.change_set(total), causes)


def _write_rows(
    db: SqliteDatabase,
    item: Item,
    run_id: RunId,
    batch: SyncBatch,
    references: dict[str, AccountRef],
    now: datetime,
    on_progress: Callable[[int], None],
) -> tuple[RowWriter, int]:
    """Plan a batch and write its rows; keep aside what cannot be read, and close the letters of what now can.

    Returns:
        What was written, and the number of causes for which rows were kept aside.
    """
    homeless = _set_homeless_aside(batch, references)
    known = observations.has_observations(db, item.id)
    if known:
        told_whole.prepare(db, item.provider, batch, references)
    needed = keys_needed(batch.pages) if known else set()
    stored = observations.load_stored(db, item.provider, needed) if needed else {}
    writer = RowWriter(db, run_id, references, to_millis(now), on_progress)
    decided = plan(stored, batch, _look_around(db, item, batch, stored, references))
    match_others(db, item.provider, decided, references)
    writer.write(decided)
    transfers.drop_broken(db, writer.touched, run_id, now, writer.derived)
    if writer.days is not None:
        transfers.pair_around(db, run_id, *writer.days, now, writer.derived)
    writer.finish()
    problems = [*homeless, *(problem for page in batch.pages for problem in page.problems)]
    _solve_problems(db, item.id, batch, problems, now)
    while decided.inserts:  # as in `let_go`
        del decided.inserts[-CHUNK:]
    return writer, dead_letters.save_row_problems(db, item.id, run_id, problems, now)


def let_go(batch: SyncBatch) -> None:
    """Free the rows of a batch that was written, piece by piece.

    100,000 rows at once hold Python's lock, and so the window, for 30 ms.
    """
    while batch.pages:
        page = batch.pages.pop()
        while page.added:
            del page.added[-CHUNK:]


def _look_around(
    db: SqliteDatabase,
    item: Item,
    batch: SyncBatch,
    stored: Mapping[ObservationKey, StoredObservation],
    references: dict[str, AccountRef],
) -> Around:
    """Load what the ledger holds around a batch, as far as that can matter to it.

    Args:
        item: As it was before the batch.
    """
    gaining: dict[str, set[int]] = {}
    for page in batch.pages:
        for row in page.added:
            gaining.setdefault(row.source_account_id, set()).add(row.minor)
    removed = {key for page in batch.pages for key in page.removed}
    losing = {key.source_account_id for key in removed}
    arriving = item.history is not History.COMPLETE
    relinked = {
        account: observations.load_relinked(db, reference.account_id, account)
        for account, reference in references.items()
        if arriving and reference.relinked
    }
    return Around(
        taken_back=[
            known
            for name, amounts in gaining.items()
            for known in observations.load_taken_back(db, references[name].account_id, name, amounts)
        ],
        relinked=relinked,
        told_since=observations.load_first_day(db, item.id) if relinked else None,
        live_rows={
            account: observations.count_live(db, references[account].account_id)
            for account in losing
            if account in references
        },
        occupied=observations.load_occupied(db, stored.values()),
        pendings=observations.load_pendings(db, (stored[key] for key in removed if key in stored)),
        held=observations.load_held(db),
    )


def _set_homeless_aside(batch: SyncBatch, references: dict[str, AccountRef]) -> list[RowProblem]:
    """Take rows out of a batch whose account the provider never described."""
    problems: list[RowProblem] = []
    for page in batch.pages:
        for rows in (page.added, page.modified):
            if all(row.source_account_id in references for row in rows):
                continue
            for row in rows:
                if row.source_account_id not in references:
                    error = PayloadError("The provider sent a row of an account that it did not describe.")
                    alone = pack([unpack(row.payload)[row.place]])
                    problems.append(
                        RowProblem(row.source_transaction_id, row.source_account_id, error, alone)
                    )
            rows[:] = [row for row in rows if row.source_account_id in references]
    return problems


def _solve_problems(
    db: SqliteDatabase, item_id: ItemId, batch: SyncBatch, problems: Iterable[RowProblem], now: datetime
) -> None:
    aside = dead_letters.open_subjects(db, item_id)
    if not aside:
        return
    readable = {
        key.source_transaction_id
        for page in batch.pages
        for key in (*(row.key for row in (*page.added, *page.modified)), *page.removed)
    }
    if any(page.accounts for page in batch.pages):
        # What has no payload is an account: all of them come with each answer, so it was readable this time.
        readable |= {subject for subject, has_payload in aside.items() if not has_payload}
    unreadable = {problem.subject for problem in problems}
    dead_letters.solve(db, item_id, (aside.keys() & readable) - unreadable, now)
