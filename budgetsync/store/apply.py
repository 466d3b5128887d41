"""Write a batch: rows, observations, audit, balances, dead letters, cursor, run, queue entry: one commit.

Reads what is stored, plans and writes within the writer's transaction, so that an edit which the user makes
during the fetch is seen by the plan and survives it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.errors import PayloadError
from budgetsync.domain.events import LISTED_CHANGES, ChangeSet
from budgetsync.domain.ids import AccountId, ItemId, RunId, TransactionId
from budgetsync.domain.item import History
from budgetsync.domain.reconcile import Join, ReconcilePlan, Update, keys_needed, plan
from budgetsync.domain.sync import Counts, RowProblem, SyncBatch
from budgetsync.domain.transaction import (
    FieldSource,
    Observation,
    StoredObservation,
    TransactionState,
)
from budgetsync.store import dead_letters, items, queue, sync_runs
from budgetsync.store.accounts import AccountRef, save_accounts
from budgetsync.store.changes import CREATION, FieldChange, record
from budgetsync.store.convert import to_millis
from budgetsync.store.observations import has_observations, load_stored
from budgetsync.store.raw import connection_of

T = TypeVar("T")
CHUNK = 2_000
"""Rows for each call of executemany: large enough to be quick, small enough to tell progress often."""

_INSERT_TRANSACTION = (
    'INSERT INTO "transaction" (id, account_id, state, amount, currency, transacted_on, posted_on, merchant, '
    "original_description, provider_category) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_OBSERVATION = (
    "INSERT INTO observation (transaction_id, source_account, source_transaction_id, state, amount, "
    "currency, transacted_on, posted_on, merchant, original_description, pending_id, provider_category, "
    "category_confidence, joined_by, first_run, last_run, payload) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_OBSERVATION = (
    "UPDATE observation SET state = ?, amount = ?, currency = ?, transacted_on = ?, posted_on = ?, "
    "merchant = ?, original_description = ?, pending_id = ?, provider_category = ?, category_confidence = ?, "
    "last_run = ?, payload = ? WHERE id = ?"
)
_ROW_FIELDS = (
    "state",
    "amount",
    "currency",
    "transacted_on",
    "posted_on",
    "merchant",
    "original_description",
    "provider_category",
)
_UPDATE_TRANSACTION = (
    f'UPDATE "transaction" SET {", ".join(f"{field} = ?" for field in _ROW_FIELDS)} WHERE id = ?'  # noqa: S608
)
_INSERT_CREATION = (
    "INSERT INTO change (transaction_id, run_id, field, source, changed_at) VALUES (?, ?, ?, ?, ?)"
)
_TAKE_BACK = (
    "UPDATE \"transaction\" SET state = 'REMOVED' WHERE id = ? AND state <> 'REMOVED' AND NOT EXISTS "
    "(SELECT 1 FROM observation o WHERE o.transaction_id = \"transaction\".id AND o.state <> 'REMOVED')"
)
_Value = str | int | None
_TEXTS = {state: state.value for state in TransactionState}


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
    references = save_accounts(db, item_id, item.provider, run_id, snapshots.values(), now)
    homeless = _set_homeless_aside(batch, references)
    needed = keys_needed(batch.pages) if has_observations(db, item_id) else set()
    stored = load_stored(db, item.provider, needed) if needed else {}
    writer = _Writer(db, run_id, references, to_millis(now), on_progress)
    writer.write(plan(stored, batch))
    problems = [*homeless, *(problem for page in batch.pages for problem in page.problems)]
    _solve_problems(db, item_id, batch, problems)
    causes = dead_letters.save_row_problems(db, item_id, run_id, problems, now)
    history = batch.pages[-1].history if batch.pages else History.UNKNOWN
    items.advance(db, item_id, cursor=batch.cursor_after, history=history, as_of=batch.as_of, now=now)
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
    queue.complete(db, request_id)
    return Finished(writer.change_set(total), causes)


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
                    problems.append(
                        RowProblem(row.source_transaction_id, row.source_account_id, error, row.payload)
                    )
            rows[:] = [row for row in rows if row.source_account_id in references]
    return problems


def _solve_problems(
    db: SqliteDatabase, item_id: ItemId, batch: SyncBatch, problems: Iterable[RowProblem]
) -> None:
    aside = dead_letters.open_subjects(db, item_id)
    if not aside:
        return
    readable = {
        key.source_transaction_id
        for page in batch.pages
        for key in (*(row.key for row in (*page.added, *page.modified)), *page.removed)
    }
    dead_letters.solve(db, item_id, (aside & readable) - {problem.subject for problem in problems})


class _Writer:
    """Carries a plan out and counts what it did, by account."""

    def __init__(
        self,
        db: SqliteDatabase,
        run_id: RunId,
        references: dict[str, AccountRef],
        at: int,
        on_progress: Callable[[int], None],
    ) -> None:
        self._db = db
        self._connection = connection_of(db)
        self._run_id = run_id
        self._references = references
        self._at = at
        self._on_progress = on_progress
        self._written = 0
        self._touched: list[TransactionId] = []
        self._days: dict[object, str] = {}
        self.counts: dict[AccountId, Counts] = {}

    def write(self, decided: ReconcilePlan) -> None:
        """Write everything that was decided."""
        self._insert(decided)
        for join in decided.joins:
            self._join(join)
        joined = {join.pending.id for join in decided.joins}
        for update in decided.updates:
            self._update(update, leads=update.stored.id not in joined)
        self._remove(decided.removals)

    def change_set(self, total: Counts) -> ChangeSet:
        """Tell what was written."""
        complete = len(self._touched) <= LISTED_CHANGES
        return ChangeSet(
            accounts=frozenset(self.counts),
            transactions=tuple(self._touched) if complete else (),
            complete=complete,
            counts=total,
        )

    def _insert(self, decided: ReconcilePlan) -> None:
        first = 1 + int(
            self._connection.execute('SELECT ifnull(max(id), 0) FROM "transaction"').fetchone()[0]
        )
        next_id = first
        for chunk in _chunks(decided.inserts, CHUNK):
            numbered = list(enumerate(chunk, next_id))
            self._connection.executemany(_INSERT_TRANSACTION, self._transaction_rows(numbered))
            self._connection.executemany(
                _INSERT_OBSERVATION, [self._observation_row(row, number, None) for number, row in numbered]
            )
            self._connection.executemany(
                _INSERT_CREATION,
                [
                    (number, self._run_id, CREATION, FieldSource.PROVIDER.value, self._at)
                    for number, _ in numbered
                ],
            )
            if decided.companions:
                self._connection.executemany(
                    _INSERT_OBSERVATION,
                    [
                        self._observation_row(companion, number, "LINK")
                        for number, row in numbered
                        if (companion := decided.companions.get(row.key)) is not None
                    ],
                )
            next_id += len(chunk)
            self._advance(len(chunk))
        tally: dict[str, int] = {}
        for row in decided.inserts:
            tally[row.source_account_id] = tally.get(row.source_account_id, 0) + 1
        for account, added in tally.items():
            self._count(self._references[account].account_id, Counts(added=added))
        self._touched.extend(
            TransactionId(number) for number in range(first, min(next_id, first + LISTED_CHANGES + 1))
        )

    def _join(self, join: Join) -> None:
        transaction_id = join.pending.transaction_id
        self._connection.execute(
            _INSERT_OBSERVATION, self._observation_row(join.observation, transaction_id, join.reason.value)
        )
        self._rewrite(join.pending, join.observation)

    def _update(self, update: Update, *, leads: bool) -> None:
        """Keep what a source now says; the row follows unless a posted observation leads it."""
        row, known = update.observation, update.stored
        self._connection.execute(
            _UPDATE_OBSERVATION,
            (
                _TEXTS[row.state],
                row.minor,
                row.currency,
                self._day(row.transacted_on),
                self._day(row.posted_on),
                row.merchant,
                row.original_description,
                row.pending_id,
                row.provider_category,
                row.category_confidence,
                self._run_id,
                row.payload,
                known.id,
            ),
        )
        superseded = (
            known.state is not TransactionState.POSTED
            and row.state is TransactionState.PENDING
            and known.row_state is TransactionState.POSTED
        )
        if leads and not superseded:
            self._rewrite(known, row)

    def _rewrite(self, known: StoredObservation, row: Observation) -> None:
        """Give the ledger row the values of its leading observation; each that changes is audited."""
        new = self._row_values(row)
        old = self._connection.execute(
            f'SELECT {", ".join(_ROW_FIELDS)} FROM "transaction" WHERE id = ?',  # noqa: S608
            (known.transaction_id,),
        ).fetchone()
        changes = [
            FieldChange(known.transaction_id, field, before, after, FieldSource.PROVIDER)
            for field, before, after in zip(_ROW_FIELDS, old, new, strict=True)
            if before != after
        ]
        if changes:
            self._connection.execute(_UPDATE_TRANSACTION, (*new, known.transaction_id))
            record(self._db, changes, at=self._at, run_id=self._run_id)
            self._touched.append(known.transaction_id)
            revived = known.row_state is TransactionState.REMOVED
            self._count(
                self._references[row.source_account_id].account_id,
                Counts(added=1) if revived else Counts(modified=1),
            )
        self._advance(1)

    def _remove(self, removals: Sequence[StoredObservation]) -> None:
        for known in removals:
            self._connection.execute(
                "UPDATE observation SET state = 'REMOVED', last_run = ? WHERE id = ?",
                (self._run_id, known.id),
            )
            gone = self._connection.execute(_TAKE_BACK, (known.transaction_id,)).rowcount
            if gone:
                change = FieldChange(
                    known.transaction_id,
                    "state",
                    _TEXTS[known.row_state],
                    TransactionState.REMOVED.value,
                    FieldSource.PROVIDER,
                )
                record(self._db, [change], at=self._at, run_id=self._run_id)
                self._touched.append(known.transaction_id)
                self._count(self._references[known.source_account_id].account_id, Counts(removed=1))
            self._advance(1)

    def _transaction_rows(self, numbered: list[tuple[int, Observation]]) -> list[tuple[_Value, ...]]:
        references, day = self._references, self._day
        return [
            (
                number,
                references[row.source_account_id].account_id,
                _TEXTS[row.state],
                row.minor,
                row.currency,
                day(row.transacted_on),
                day(row.posted_on),
                row.merchant,
                row.original_description,
                row.provider_category,
            )
            for number, row in numbered
        ]

    def _row_values(self, row: Observation) -> tuple[_Value, ...]:
        return self._transaction_rows([(0, row)])[0][2:]

    def _observation_row(
        self, row: Observation, transaction_id: int, joined_by: str | None
    ) -> tuple[object, ...]:
        return (
            transaction_id,
            self._references[row.source_account_id].source_account,
            row.source_transaction_id,
            _TEXTS[row.state],
            row.minor,
            row.currency,
            self._day(row.transacted_on),
            self._day(row.posted_on),
            row.merchant,
            row.original_description,
            row.pending_id,
            row.provider_category,
            row.category_confidence,
            joined_by,
            self._run_id,
            self._run_id,
            row.payload,
        )

    def _day(self, day: object) -> str | None:
        """Write a day as ISO text; a batch has few different ones."""
        if day is None:
            return None
        text = self._days.get(day)
        if text is None:
            text = self._days[day] = str(day)
        return text

    def _count(self, account_id: AccountId, counts: Counts) -> None:
        self.counts[account_id] = self.counts.get(account_id, Counts()) + counts

    def _advance(self, rows: int) -> None:
        self._written += rows
        self._on_progress(self._written)


def _chunks(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, size)):
        yield chunk
