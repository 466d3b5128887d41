"""Carries a reconcile plan out: rows, observations, audit. Only `apply` uses it, inside its transaction."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.events import LISTED_CHANGES, ChangeSet
from budgetsync.domain.ids import AccountId, CommandId, RunId, TransactionId
from budgetsync.domain.reconcile import Join, JoinReason, PostedSuggestion, ReconcilePlan, Update
from budgetsync.domain.sync import Counts
from budgetsync.domain.transaction import (
    FieldSource,
    Observation,
    ObservationKey,
    StoredObservation,
    TransactionState,
)
from budgetsync.store import observations
from budgetsync.store.accounts import AccountRef
from budgetsync.store.changes import CREATION, JOINED, FieldChange, record
from budgetsync.store.derived import Derived
from budgetsync.store.raw import connection_of, insert_many
from budgetsync.store.row_images import fit_splits, load_splits
from budgetsync.store.row_statements import (
    COUNTERPARTS,
    INSERT_CREATIONS,
    INSERT_OBSERVATION,
    INSERT_TRANSACTION,
    LEADING,
    ROW_FIELDS,
    TAKE_BACK,
    UPDATE_OBSERVATION,
    UPDATE_TRANSACTION,
)

T = TypeVar("T")
CHUNK = 2_000
"""Rows for each call of executemany: large enough to be quick, small enough to tell progress often."""

_TEXTS = {state: state.value for state in TransactionState}
_FIRST_TEXT = Observation._fields.index("merchant")  # from here on, fields and columns have one order
_AFTER_TEXTS = Observation._fields.index("payload")
_REMOVED = TransactionState.REMOVED.value
Value = str | int | None


class RowWriter:
    """Writes one plan and counts what it did, by account.

    Args:
        command_id: Whose audit it is, where the user brought what is written; else it is the run's.

    Attributes:
        counts: Rows added, modified, removed, by account.
        days: First and last day that a written row has; None while nothing was written.
        touched: Rows that changed, new ones included, at most LISTED_CHANGES + 1 of the new ones.
    """

    def __init__(
        self,
        db: SqliteDatabase,
        run_id: RunId,
        references: dict[str, AccountRef],
        at: int,
        on_progress: Callable[[int], None],
        command_id: CommandId | None = None,
    ) -> None:
        self._db = db
        self._connection = connection_of(db)
        self._run_id = run_id
        self._command_id = command_id
        self._references = references
        self._at = at
        self._on_progress = on_progress
        self.derived = Derived(db)
        self._written = 0
        self._texts_of_days: dict[date, str] = {}
        self._blocks: dict[bytes, int] = {}
        self.touched: list[TransactionId] = []
        self.days: tuple[date, date] | None = None
        self.counts: dict[AccountId, Counts] = {}

    def write(self, decided: ReconcilePlan) -> None:
        """Write everything that was decided; `finish` writes what is derived from it."""
        suggested = {suggestion.observation.key for suggestion in decided.suggestions}
        numbers = self._insert(decided, suggested)
        for join in decided.joins:
            self._join(join)
            if (companion := decided.companions.get(join.observation.key)) is not None:
                self._connection.execute(
                    INSERT_OBSERVATION,
                    self._observation_row(companion, join.stored.transaction_id, JoinReason.LINK.value),
                )
        for update in decided.returned:
            self._give_own_row(update)
        joined = {join.stored.id for join in decided.joins}
        for update in decided.updates:
            self._update(update, leads=update.stored.id not in joined)
        # Pendings first: a row whose posted side goes too falls back to none of them.
        for known in sorted(decided.removals, key=lambda one: one.state is TransactionState.POSTED):
            self._remove(known)
        for known in decided.held:
            self._hold(known)
        self._connection.executemany(
            "DELETE FROM held_removal WHERE observation_id = ? AND state <> 'applied'",
            [(known.id,) for known in decided.confirmed],
        )
        for suggestion in decided.suggestions:
            self._suggest(suggestion, numbers[suggestion.observation.key])

    def finish(self) -> None:
        """Bring what is derived to what was written, when transfers are paired, too."""
        self.derived.refresh()

    def change_set(self, total: Counts) -> ChangeSet:
        """Tell what was written."""
        complete = len(self.touched) <= LISTED_CHANGES
        return ChangeSet(
            accounts=frozenset(self.counts),
            transactions=tuple(self.touched) if complete else (),
            complete=complete,
            counts=total,
        )

    def _insert(
        self, decided: ReconcilePlan, wanted: set[ObservationKey]
    ) -> dict[ObservationKey, TransactionId]:
        """Insert new rows; returns the ids of the wanted ones."""
        first = 1 + int(
            self._connection.execute('SELECT ifnull(max(id), 0) FROM "transaction"').fetchone()[0]
        )
        next_id, provider = first, FieldSource.PROVIDER.value
        numbers: dict[ObservationKey, TransactionId] = {}
        for chunk in _chunks(decided.inserts, CHUNK):
            numbered = list(enumerate(chunk, next_id))
            insert_many(self._connection, INSERT_TRANSACTION, self._transaction_rows(numbered))
            told = [self._observation_row(row, number, None) for number, row in numbered]
            insert_many(self._connection, INSERT_OBSERVATION, told)
            after = next_id + len(chunk)
            self._connection.execute(
                INSERT_CREATIONS, (*self._by, CREATION, provider, self._at, next_id, after)
            )
            if decided.companions:
                self._insert_companions(decided, numbered)
            if wanted:
                numbers |= {row.key: TransactionId(number) for number, row in numbered if row.key in wanted}
            next_id = after
            self._advance(len(chunk))
        self._count_inserts(decided.inserts)
        self.derived.created(first, next_id)
        self.touched.extend(
            TransactionId(number) for number in range(first, min(next_id, first + LISTED_CHANGES + 1))
        )
        return numbers

    def _insert_companions(self, decided: ReconcilePlan, numbered: list[tuple[int, Observation]]) -> None:
        self._connection.executemany(
            INSERT_OBSERVATION,
            [
                self._observation_row(companion, number, JoinReason.LINK.value)
                for number, row in numbered
                if (companion := decided.companions.get(row.key)) is not None
            ],
        )

    def _count_inserts(self, inserts: list[Observation]) -> None:
        tally: dict[str, int] = {}
        for row in inserts:
            tally[row.source_account_id] = tally.get(row.source_account_id, 0) + 1
        for account, added in tally.items():
            self._count(account, Counts(added=added))
        if inserts:
            days = {row.transacted_on for row in inserts}
            self._widen(min(days))
            self._widen(max(days))

    def _join(self, join: Join) -> None:
        known, row = join.stored, join.observation
        joined = self._connection.execute(
            INSERT_OBSERVATION, self._observation_row(row, known.transaction_id, join.reason.value)
        ).lastrowid
        held = self._connection.execute(
            "UPDATE held_removal SET state = 'applied' WHERE observation_id = ? AND state <> 'applied'",
            (known.id,),
        ).rowcount
        # No source will speak of the older one again: it must not keep the row alive.
        if held or join.reason is JoinReason.READDED:
            self._mark_removed(known)
        if join.reason is JoinReason.RELINKED:
            self._connection.execute(
                "UPDATE observation SET state = 'REMOVED', last_run = ?1 "
                "WHERE transaction_id = ?2 AND source_account <> ?3 AND state <> 'REMOVED' AND source_account IN "
                "(SELECT x.id FROM source_account x JOIN source_account y ON y.source = x.source WHERE y.id = ?3)",
                (
                    self._run_id,
                    known.transaction_id,
                    self._references[row.source_account_id].source_account,
                ),
            )
        self._record(known.transaction_id, JOINED, None, f"{join.reason.value}:{joined}")
        if join.reason is not JoinReason.MATCHED or self._leads(known.transaction_id, joined):
            self._rewrite(known, row)
        else:
            self.touched.append(known.transaction_id)
            self._advance(1)

    def _leads(self, number: TransactionId, observation: int | None) -> bool:
        leading = self._connection.execute(LEADING, (number,)).fetchone()
        return leading is not None and leading[0] == observation

    def _update(self, update: Update, *, leads: bool) -> None:
        """Keep what a source now says; the row follows unless a posted observation leads it."""
        row, known = update.observation, update.stored
        self._connection.execute(
            UPDATE_OBSERVATION,
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
                self._block(row.payload),
                row.place,
                known.id,
            ),
        )
        superseded = (
            known.state is not TransactionState.POSTED
            and row.state is TransactionState.PENDING
            and known.row_state is TransactionState.POSTED
        )
        if leads and not superseded and self._may_lead(known):
            self._rewrite(known, row)
        else:
            self._advance(1)

    def _may_lead(self, known: StoredObservation) -> bool:
        """Whether no source that is more in charge has the row booked, too."""
        return not self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM observation o JOIN source_account s ON s.id = o.source_account "
            "WHERE o.transaction_id = ?1 AND o.id <> ?2 AND o.state = 'POSTED' AND s.rank > (SELECT x.rank FROM "
            "observation y JOIN source_account x ON x.id = y.source_account WHERE y.id = ?2))",
            (known.transaction_id, known.id),
        ).fetchone()[0]

    def _give_own_row(self, update: Update) -> None:
        """Take a row apart that stands for two purchases: the observation that came back gets a new one."""
        row = update.observation
        number = self._insert_row(row)
        self._connection.execute(
            "UPDATE observation SET transaction_id = ?, joined_by = NULL WHERE id = ?",
            (number, update.stored.id),
        )
        created = FieldChange(number, CREATION, None, None, FieldSource.PROVIDER)
        self._audit([created])
        self._update(
            Update(update.stored._replace(transaction_id=number, row_state=row.state), row), leads=True
        )
        self._count(row.source_account_id, Counts(added=1))
        self._widen(row.transacted_on)
        self.touched.append(number)

    def _insert_row(self, row: Observation) -> TransactionId:
        number = 1 + int(
            self._connection.execute('SELECT ifnull(max(id), 0) FROM "transaction"').fetchone()[0]
        )
        self._connection.executemany(INSERT_TRANSACTION, self._transaction_rows([(number, row)]))
        self.derived.created(number, number + 1)
        return TransactionId(number)

    def _rewrite(self, known: StoredObservation, row: Observation) -> None:
        """Give the ledger row the values of its leading observation; each that changes is audited."""
        number = known.transaction_id
        old: tuple[Value, ...] = self._connection.execute(
            f'SELECT {", ".join(ROW_FIELDS)} FROM "transaction" WHERE id = ?', (number,)
        ).fetchone()
        told = dict(zip(ROW_FIELDS, self._row_values(row), strict=True))
        new = self._respect_choices(number, dict(zip(ROW_FIELDS, old, strict=True)), told, known)
        changes = [
            FieldChange(number, field, before, new[field], FieldSource.PROVIDER)
            for field, before in zip(ROW_FIELDS, old, strict=True)
            if before != new[field]
        ]
        if changes:
            if old[0] == _REMOVED:
                self._note_bank_removed(number, 1, 0)
            self.derived.touch(number)
            self._connection.execute(UPDATE_TRANSACTION, (*new.values(), number))
            self._audit(changes)
            self._fit_splits(number)
            self.touched.append(number)
            revived = known.row_state is TransactionState.REMOVED
            self._count(row.source_account_id, Counts(added=1) if revived else Counts(modified=1))
            self._widen(row.transacted_on)
        self._advance(1)

    def _respect_choices(
        self,
        number: TransactionId,
        old: dict[str, Value],
        told: dict[str, Value],
        known: StoredObservation,
    ) -> dict[str, Value]:
        """Keep what the user chose, and note beside it what the bank says now where that changed."""
        chosen = {
            name: (value, source)
            for name, value, source in self._connection.execute(
                "SELECT field, bank_value, source FROM field_choice WHERE transaction_id = ?", (number,)
            )
        }
        if not chosen:
            return told
        said_before = {
            "merchant": known.merchant,
            "provider_category": known.provider_category,
            "transacted_on": self._day(known.transacted_on),
            "amount": old["amount"],
        }
        for column, field in COUNTERPARTS.items():
            noted, source = chosen.get(field, (None, ""))
            value = None if told[column] is None else str(told[column])
            if source == FieldSource.USER and told[column] != said_before[column] and value != noted:
                self._connection.execute(
                    "UPDATE field_choice SET bank_value = ? WHERE transaction_id = ? AND field = ?",
                    (value, number, field),
                )
                self._record(number, f"{field}:bank", noted, value)
        if "state" in chosen:  # the bank has a row again that the user had restored: they agree
            self._connection.execute(
                "DELETE FROM field_choice WHERE transaction_id = ? AND field = 'state'", (number,)
            )
            self._record(number, "state:choice", chosen["state"][1], None)
        if "date" in chosen:
            told["transacted_on"] = old["transacted_on"]
        if "deleted" in chosen:  # no source brings back what the user deleted
            told["state"] = _REMOVED
        return told

    def _fit_splits(self, number: TransactionId) -> None:
        before = load_splits(self._connection, number)
        if before is not None:
            fit_splits(self._connection, number)
            after = load_splits(self._connection, number)
            if after != before:
                self._record(number, "splits", before, after)

    def _record(self, number: TransactionId, field: str, old: Value, new: Value) -> None:
        self._audit([FieldChange(number, field, old, new, FieldSource.PROVIDER)])

    def _audit(self, changes: list[FieldChange]) -> None:
        run_id, command_id = self._by
        record(self._db, changes, at=self._at, run_id=run_id, command_id=command_id)

    @property
    def _by(self) -> tuple[RunId | None, CommandId | None]:
        return (self._run_id, None) if self._command_id is None else (None, self._command_id)

    def _remove(self, known: StoredObservation) -> None:
        self.derived.touch(known.transaction_id)
        self._mark_removed(known)
        if self._connection.execute(TAKE_BACK, (known.transaction_id,)).rowcount:
            self._record(known.transaction_id, "state", _TEXTS[known.row_state], _REMOVED)
            self._note_bank_removed(known.transaction_id, 0, 1)
            self.touched.append(known.transaction_id)
            self._count(known.source_account_id, Counts(removed=1))
        elif known.state is TransactionState.POSTED:
            self._fall_back(known)
        self._advance(1)

    def _note_bank_removed(self, number: TransactionId, old: int, new: int) -> None:
        """Say in the audit that a removed row stays in sight, or that the bank has it again, where that is so."""
        found = self._connection.execute('SELECT bank_removed FROM "transaction" WHERE id = ?', (number,))
        if found.fetchone()[0]:
            self._record(number, "bank_removed", old, new)

    def _fall_back(self, known: StoredObservation) -> None:
        """Give a row whose posted observation was taken back the values of what is left of it."""
        left = observations.load_leading(self._db, known.transaction_id)
        if left is not None:
            self._rewrite(known, left._replace(source_account_id=known.source_account_id))

    def _mark_removed(self, known: StoredObservation) -> None:
        self._connection.execute(
            "UPDATE observation SET state = 'REMOVED', last_run = ? WHERE id = ?", (self._run_id, known.id)
        )

    def _hold(self, known: StoredObservation) -> None:
        account_id = self._references[known.source_account_id].account_id
        self._connection.execute(
            "INSERT INTO held_removal (observation_id, account_id, run_id, state, held_at) "
            "VALUES (?, ?, ?, 'open', ?) ON CONFLICT (observation_id) DO UPDATE SET state = 'open', "
            "run_id = excluded.run_id, held_at = excluded.held_at",
            (known.id, account_id, self._run_id, self._at),
        )
        self._advance(1)

    def _suggest(self, suggestion: PostedSuggestion, number: TransactionId) -> None:
        self._connection.execute(
            "INSERT INTO suggestion (kind, first_id, second_id, reason, state, run_id, suggested_at) "
            "VALUES ('posted', ?, ?, ?, 'open', ?, ?) ON CONFLICT DO NOTHING",
            (
                suggestion.stored.transaction_id,
                number,
                suggestion.reason.value,
                self._run_id,
                self._at,
            ),
        )

    def _transaction_rows(self, numbered: list[tuple[int, Observation]]) -> list[tuple[Value, ...]]:
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

    def _row_values(self, row: Observation) -> tuple[Value, ...]:
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
            *row[_FIRST_TEXT:_AFTER_TEXTS],
            joined_by,
            self._run_id,
            self._run_id,
            self._block(row.payload),
            row.place,
        )

    def _block(self, payload: bytes) -> int:
        """Keep a page's raw rows once; returns the number that its observations name."""
        number = self._blocks.get(payload)
        if number is None:
            kept = self._connection.execute("INSERT INTO payload_block (content) VALUES (?)", (payload,))
            number = self._blocks[payload] = int(kept.lastrowid or 0)
        return number

    def _day(self, day: date | None) -> str | None:
        """Write a day as ISO text; a batch has few different ones."""
        if day is None:
            return None
        text = self._texts_of_days.get(day)
        if text is None:
            text = self._texts_of_days[day] = day.isoformat()
        return text

    def _count(self, source_account_id: str, counts: Counts) -> None:
        account_id = self._references[source_account_id].account_id
        self.counts[account_id] = self.counts.get(account_id, Counts()) + counts

    def _widen(self, day: date) -> None:
        self.days = (day, day) if self.days is None else (min(self.days[0], day), max(self.days[1], day))

    def _advance(self, rows: int) -> None:
        self._written += rows
        self._on_progress(self._written)


def _chunks(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, size)):
        yield chunk
