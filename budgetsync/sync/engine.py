"""Bring one item up to date: the nine steps of ARCHITECTURE.md, "A sync, step by step"."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.errors import BudgetSyncError, ProviderError, Trouble
from budgetsync.domain.events import ItemChanged, LedgerChanged, RunFinished
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.item import Item, failure, keeps_trouble, next_status
from budgetsync.domain.ports import Clock, Provider, Vault
from budgetsync.domain.request import SyncRequest
from budgetsync.domain.retry import RetryAt
from budgetsync.domain.sync import Counts, Progress, Stage, SyncBatch, SyncRunState
from budgetsync.domain.trace import SHOWN_OF_DIGEST, tracing
from budgetsync.store import inbox, items, queue, sync_runs
from budgetsync.store.apply import Finished, apply_batch, let_go
from budgetsync.store.database import Database
from budgetsync.sync.aftermath import Ended, after_failure, after_success
from budgetsync.sync.bus import Bus
from budgetsync.sync.calls import Calls, ItemCalls
from budgetsync.sync.fetch import Fetch
from budgetsync.sync.finishing import finish

_log = logging.getLogger(__name__)
T = TypeVar("T")
OnProgress = Callable[[ItemId, Progress], None]


def secret_name(database: Database, provider: str, source_item_id: str) -> str:
    """Name an item's entry in the vault; two ledgers or environments never share one."""
    return f"{database.id}/{database.environment}/{provider}/{source_item_id}"


@dataclass(slots=True)
class _Attempt:
    """One run under way.

    Attributes:
        event: Digest of the oldest webhook that it acts on; None where there is none.
    """

    request: SyncRequest
    item: Item
    run_id: RunId
    fetch: Fetch | None = None
    event: str | None = None

    @property
    def requests(self) -> int:
        return self.fetch.requests if self.fetch else 0

    def ended(self, now: datetime) -> Ended:
        """The same, for what follows its end."""
        return Ended(self.request, self.item, self.run_id, now)


class Engine:
    """Syncs one item at a time for each caller; the worker decides which and how many at once."""

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        vault: Vault,
        clock: Clock,
        bus: Bus,
        calls: Calls,
        random: Random,
    ) -> None:
        """Put it together.

        Args:
            random: Where the jitter of retries comes from.
        """
        self._database = database
        self._providers = providers
        self._vault = vault
        self._clock = clock
        self._bus = bus
        self._calls = calls
        self._random = random

    async def sync_item(
        self, request: SyncRequest, on_progress: OnProgress, is_withdrawn: Callable[[], bool]
    ) -> None:
        """Carry out a request; what became of it is in the run's row and in RunFinished.

        Args:
            is_withdrawn: Tells whether a cancellation is a person's word, which ends the request, too; else the
                program ends, and the request stays for the next start.

        Raises:
            StoreError: Not even the end of the run could be written; it is closed at the next start.
            CancelledError: After the run was closed as CANCELLED. An apply under way finishes first.
        """
        opening = asyncio.ensure_future(self._open(request))
        try:
            attempt = await asyncio.shield(opening)
        except asyncio.CancelledError:
            # Its row may be written already, and must not stay open.
            attempt = await finish(opening)
            await self._close(attempt, SyncRunState.CANCELLED, None, withdrawn=is_withdrawn())
            raise
        self._bus.publish(ItemChanged(request.item_id))
        event = attempt.event and attempt.event[:SHOWN_OF_DIGEST]
        with tracing(event=event, request=request.id, run=attempt.run_id, item=request.item_id):
            await self._carry_out(attempt, on_progress, is_withdrawn)

    async def _carry_out(
        self, attempt: _Attempt, on_progress: OnProgress, is_withdrawn: Callable[[], bool]
    ) -> None:
        _log.info("a run begins: %s, attempt %d", attempt.request.trigger, attempt.request.attempts)
        try:
            batch = await self._fetch(attempt, on_progress)
            finished = await self._apply(attempt, batch, on_progress)
        except asyncio.CancelledError:
            _log.info("the run was cancelled")
            await self._close(attempt, SyncRunState.CANCELLED, None, withdrawn=is_withdrawn())
            raise
        except BudgetSyncError as error:
            _log.info("the run failed after %d calls: %s", attempt.requests, error.code)
            await self._close(attempt, SyncRunState.FAILED, error)
        else:
            done = finished.change.counts
            _log.info(
                "the run succeeded after %d calls: %d added, %d modified, %d removed, %d kept aside",
                attempt.requests,
                done.added,
                done.modified,
                done.removed,
                finished.problems,
            )
            self._publish_success(attempt, finished)

    async def close_crashed(self, request: SyncRequest, cause: Exception) -> None:
        """Close the run of a sync that a mistake of ours ended, so that nothing looks busy for ever.

        Raises:
            StoreError: That could not be written.
        """
        name = type(cause).__name__
        error = BudgetSyncError(f"BudgetSync made a mistake ({name}); nothing of this run was written.")

        def step(db: SqliteDatabase) -> _Attempt | None:
            item = items.load_item(db, request.item_id)
            run = sync_runs.load_last_runs(db).get(item.id)
            if run and run.state is SyncRunState.RUNNING:
                return _Attempt(request, item, run.id)
            queue.bury(db, request.id, self._clock.now(), error.code)
            inbox.bury(db, item.id)
            return None

        attempt = await self._database.run(step)
        if attempt is not None:
            await self._close(attempt, SyncRunState.FAILED, error)

    async def _open(self, request: SyncRequest) -> _Attempt:
        def step(db: SqliteDatabase) -> _Attempt:
            item, now = items.load_item(db, request.item_id), self._clock.now()
            sync_runs.interrupt_left_open(db, item.id, now)
            run_id = sync_runs.open_run(db, item.id, request.trigger, item.cursor, now)
            return _Attempt(request, item, run_id, event=inbox.take_up(db, item.id, run_id))

        return await self._database.run(step)

    async def _fetch(self, attempt: _Attempt, on_progress: OnProgress) -> SyncBatch:
        item = attempt.item
        on_progress(item.id, Progress(Stage.FETCHING))
        name = secret_name(self._database, item.provider, item.source_item_id)
        access_token = await asyncio.to_thread(self._vault.load, name)
        attempt.fetch = Fetch(
            self._providers[item.provider],
            access_token,
            item.cursor,
            lambda pages, rows: on_progress(item.id, Progress(Stage.FETCHING, pages, rows)),
            ItemCalls(self._calls, item.provider, item.id, asked=attempt.request.asked),
        )
        return await attempt.fetch.fetch_batch()

    async def _apply(self, attempt: _Attempt, batch: SyncBatch, on_progress: OnProgress) -> Finished:
        loop = asyncio.get_running_loop()
        item_id, pages, rows = attempt.item.id, len(batch.pages), batch.rows
        on_progress(item_id, Progress(Stage.APPLYING, pages, rows))

        def written(applied: int) -> None:
            progress = Progress(Stage.APPLYING, pages, rows, applied)
            loop.call_soon_threadsafe(on_progress, item_id, progress)

        def step(db: SqliteDatabase) -> Finished:
            finished = apply_batch(
                db,
                item_id=item_id,
                run_id=attempt.run_id,
                request_id=attempt.request.id,
                batch=batch,
                requests=attempt.requests,
                now=self._clock.now(),
                on_progress=written,
            )
            after_success(db, attempt.ended(self._clock.now()))
            let_go(batch)
            return finished

        # Once begun, the commit cannot be called back: a cancellation waits for it and then comes too late.
        return await finish(self._database.run(step))

    async def _close(
        self,
        attempt: _Attempt,
        state: SyncRunState,
        error: BudgetSyncError | None,
        *,
        withdrawn: bool = False,
    ) -> None:
        trouble = error.trouble if error else None
        now = self._clock.now()
        number = attempt.request.id
        retry_at: datetime | None = None
        # The provider answered, if only to refuse: that is contact.
        answered = isinstance(error, ProviderError) and bool(error.provider_code)

        def step(db: SqliteDatabase) -> datetime | None:
            sync_runs.close_run(db, attempt.run_id, state, now, trouble=trouble, requests=attempt.requests)
            if error is None:
                if withdrawn:
                    queue.complete(db, number, now, error=queue.CANCELLED)
                else:
                    queue.release(db, number, now)
                return None
            before, event = items.load_item(db, attempt.item.id), failure(error)
            items.settle(
                db,
                before.id,
                next_status(before.status, event),
                before.trouble if keeps_trouble(before.status, event) else trouble,
                contacted_at=now if answered else None,
            )
            verdict = after_failure(db, attempt.ended(now), error, self._random)
            return verdict.at if isinstance(verdict, RetryAt) else None

        try:
            retry_at = await finish(self._database.run(step))
        finally:
            self._publish_end(attempt, state, Counts(), 0, trouble, retry_at)

    def _publish_success(self, attempt: _Attempt, finished: Finished) -> None:
        if finished.change.accounts:
            self._bus.publish(LedgerChanged(finished.change))
        self._publish_end(attempt, SyncRunState.SUCCEEDED, finished.change.counts, finished.problems, None)

    def _publish_end(
        self,
        attempt: _Attempt,
        state: SyncRunState,
        counts: Counts,
        problems: int,
        trouble: Trouble | None,
        retry_at: datetime | None = None,
    ) -> None:
        item_id, run_id = attempt.item.id, attempt.run_id
        self._bus.publish(RunFinished(item_id, run_id, state, counts, problems, trouble, retry_at))
