"""The part of the facade that changes and explains rows: edits, undo, decisions, history.

`core.Core` is this and the syncs. Every command here goes before all engine work, is one step of undo, and tells
its listeners what changed.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.core_details import LedgerDetails
from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.events import LISTED_CHANGES, ChangeSet, LedgerChanged
from budgetsync.domain.history import History
from budgetsync.domain.ids import AccountId, CommandId, ObservationId, RunId, TransactionId
from budgetsync.domain.ports import Clock
from budgetsync.domain.review import Review
from budgetsync.domain.sync import Counts
from budgetsync.domain.transaction import Transaction
from budgetsync.domain.undo import Undoable
from budgetsync.store import decisions, deleting, edits, history, merges, portions, review, transactions, undo
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.finishing import finish_first

T = TypeVar("T")
Follow = Callable[[int, int], bool]
"""Told how much of a long command is done, and of how much; says whether it is to go on."""


def _to_the_end(_reached: int, _total: int) -> bool:
    return True


class LedgerCommands(LedgerDetails):
    """What the user may do to rows. Each command raises UsageError where it cannot be carried out as given."""

    def __init__(self, database: Database, clock: Clock, bus: Bus) -> None:
        super().__init__(database, clock, bus)
        self._long_command = asyncio.Lock()

    async def edit_transaction(self, transaction_id: TransactionId, field: str, value: str | None) -> Done:
        """Write what the user typed into a cell; "" or None takes it back.

        Raises:
            UsageError: No such row or field.
        """
        return await self.edit_transactions([transaction_id], Edit.of_text(field, value))

    async def edit_transactions(
        self, transaction_ids: Sequence[TransactionId], wanted: Edit, follow: Follow = _to_the_end
    ) -> Done:
        """Change fields of one or more rows at once: one command, one step of undo.

        More than `store.portions.PORTION` rows are changed in portions, between which others have their turn.

        Raises:
            UsageError: No such row, or parts that do not add up; then nothing at all is changed.
        """
        ids = list(dict.fromkeys(transaction_ids))
        step = portions.edit_in_portions(ids, wanted)
        if len(ids) <= portions.PORTION:
            return await self._in_portions(step, follow)
        async with self._long_command:
            return await self._in_portions(step, follow)

    async def take_banks(self, transaction_ids: Sequence[TransactionId], fields: Sequence[str] = ()) -> Done:
        """Take what the bank says now instead of what the user chose; without fields, all that it says differently."""
        return await self._command(lambda db, now: edits.take_banks(db, transaction_ids, fields, now))

    async def keep_mine(self, transaction_ids: Sequence[TransactionId], fields: Sequence[str] = ()) -> Done:
        """Keep what the user chose, and no longer show what the bank says beside it."""
        return await self._command(lambda db, now: edits.keep_mine(db, transaction_ids, fields, now))

    async def restore(self, transaction_ids: Sequence[TransactionId]) -> Done:
        """Let rows count again that the bank took back."""
        return await self._command(lambda db, now: edits.restore(db, transaction_ids, now))

    async def delete(self, transaction_ids: Sequence[TransactionId]) -> Done:
        """Delete rows: no source brings them back, and they can be restored."""
        return await self._command(lambda db, now: deleting.delete(db, transaction_ids, now))

    async def undelete(self, transaction_ids: Sequence[TransactionId]) -> Done:
        """Let rows count again that the user deleted."""
        return await self._command(lambda db, now: deleting.undelete(db, transaction_ids, now))

    async def deleted(self) -> list[Transaction]:
        """Every row that the user deleted, the newest day first."""
        return await self._database.read(deleting.load_deleted_rows)

    async def let_go(self, transaction_ids: Sequence[TransactionId]) -> Done:
        """Let rows go out of sight that the bank took back after the user had edited them."""
        return await self._command(lambda db, now: edits.let_go(db, transaction_ids, now))

    async def accept(self, suggestion_ids: Sequence[int]) -> Done:
        """Carry suggestions out: make one row of two, or a transfer of two rows."""
        return await self._command(lambda db, now: decisions.accept(db, suggestion_ids, now))

    async def reject(self, suggestion_ids: Sequence[int]) -> Done:
        """Turn suggestions down for good."""
        return await self._command(lambda db, now: decisions.reject(db, suggestion_ids, now))

    async def apply_removals(self, account_ids: Sequence[AccountId]) -> Done:
        """Carry out the removals that are held of these accounts."""
        return await self._command(lambda db, now: decisions.apply_removals(db, account_ids, now))

    async def dismiss_removals(self, account_ids: Sequence[AccountId]) -> Done:
        """Let the rows stay whose removal is held."""
        return await self._command(lambda db, now: decisions.dismiss_removals(db, account_ids, now))

    async def merge(self, kept: TransactionId, other: TransactionId) -> Done:
        """Make one row of two of one account: the first stays, with the user's fields of both."""
        return await self._command(lambda db, now: merges.merge(db, kept, other, now))

    async def unmerge(self, transaction_id: TransactionId) -> Done:
        """Take the newest merge or join of a row apart, for good."""
        return await self._command(lambda db, now: undo.unmerge(db, transaction_id, now))

    async def pair_transfer(self, one: TransactionId, other: TransactionId) -> Done:
        """Make a transfer of two rows of own accounts."""
        return await self._command(lambda db, now: decisions.pair(db, one, other, now))

    async def part_transfer(self, transaction_id: TransactionId) -> Done:
        """Take a transfer apart, by one of its halves; it is never paired by itself again."""
        return await self._command(lambda db, now: decisions.take_pair_apart(db, transaction_id, now))

    async def undo_run(self, run_id: RunId) -> Done:
        """Take back what a sync decided; what the bank said, the cursor and later edits stay."""
        return await self._command(lambda db, now: undo.undo_run(db, run_id, now))

    async def undo_command(self, command_id: CommandId, follow: Follow = _to_the_end) -> Done:
        """Take back a command as a whole, except for what was changed since. An undo undone is a redo."""
        return await self._undo(lambda _db: command_id, follow)

    async def undo_last(self, follow: Follow = _to_the_end) -> Done:
        """Undo the newest command that is not undone."""
        return await self._undo(undo.find_last, follow)

    async def redo_last(self, follow: Follow = _to_the_end) -> Done:
        """Take the newest undo back, unless a new command came after it."""
        return await self._undo(undo.find_last_undone, follow)

    async def undoable(self) -> Undoable:
        """What `undo_last` and `redo_last` would do next, for naming it."""
        return await self._database.read(undo.load_undoable)

    async def transactions(self, transaction_ids: Sequence[TransactionId]) -> list[Transaction]:
        """Rows by their numbers, in the order asked for; those that do not exist are left out."""
        return await self._database.read(lambda db: transactions.load_some(db, transaction_ids))

    async def review(self) -> Review:
        """Everything that waits for the user's decision."""
        return await self._database.read(review.load_review)

    async def history(self, transaction_id: TransactionId) -> History:
        """What became of a row: every change with its cause, and every observation.

        Raises:
            UsageError: There is no such row.
        """
        return await self._database.read(lambda db: history.load_history(db, transaction_id))

    async def raw_payload(self, observation_id: ObservationId) -> str:
        """What a source sent, as it came: JSON for Plaid.

        Raises:
            UsageError: There is no such observation.
        """
        return await self._database.read(lambda db: history.load_payload(db, observation_id))

    async def _undo(self, find: Callable[[SqliteDatabase], CommandId], follow: Follow) -> Done:
        async with (
            self._long_command
        ):  # one that is still being carried out is not undone under its own hands
            return await self._in_portions(portions.undo_in_portions(find), follow)

    async def _in_portions(self, first: portions.Step, follow: Follow) -> Done:
        """Carry out a command portion by portion, as long as whoever follows it wants that."""
        step: portions.Step | None = first
        portions_done: list[Done] = []
        while step is not None:
            portion = await finish_first(self._run_command(step))
            portions_done.append(portion.done)
            self._publish_done(portion.done)
            step = portion.rest
            if step is not None and not follow(portion.reached, portion.total):
                if portion.stop is not None:
                    await finish_first(self._database.run(portion.stop, urgent=True))
                break
        return _sum_up(portions_done)

    async def _command(self, step: Callable[[SqliteDatabase, datetime], Done]) -> Done:
        done = await self._run_command(step)
        self._publish_done(done)
        return done

    async def _run_command(self, step: Callable[[SqliteDatabase, datetime], T]) -> T:
        return await self._database.run(lambda db: step(db, self._clock.now()), urgent=True)

    def _publish_done(self, done: Done) -> None:
        if done.command_id is not None:
            complete = len(done.transactions) <= LISTED_CHANGES
            change = ChangeSet(
                done.accounts,
                done.transactions if complete else (),
                complete=complete,
                counts=Counts(modified=len(done.transactions)),
            )
            self._bus.publish(LedgerChanged(change))


def _sum_up(portions_done: list[Done]) -> Done:
    first = portions_done[0]
    if len(portions_done) == 1:
        return first
    return replace(
        first,
        command_id=next((one.command_id for one in portions_done if one.command_id is not None), None),
        transactions=tuple(chain.from_iterable(one.transactions for one in portions_done)),
        accounts=frozenset().union(*(one.accounts for one in portions_done)),
    )
