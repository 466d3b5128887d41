"""The facade: what a window, a command line or a test may ask of the program.

Commands, queries, subscribe, start, stop. Everything is called on one event loop's thread; nothing here knows
whether that loop is Qt's. The sync API of the program is `Core.request_sync`; there is no local HTTP port.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from peewee import SqliteDatabase

from budgetsync.domain.account import Account
from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import ChangeSet, Event, ItemChanged, LedgerChanged, RunFinished
from budgetsync.domain.ids import AccountId, ItemId, TransactionId
from budgetsync.domain.item import Item, ItemStatus
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.ports import Clock, Provider, Vault
from budgetsync.domain.sync import Counts, Progress, Stage, SyncRun, Trigger
from budgetsync.domain.transaction import Transaction
from budgetsync.store import accounts, items, queue, sync_runs, transactions
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.engine import Engine, secret_name
from budgetsync.sync.supervisor import Supervisor
from budgetsync.sync.worker import Worker

_FOLLOW_POLL = 0.2  # seconds between two looks at a run that another process carries out


class Core:
    """The program without a face.

    Attributes:
        data_folder: Where the ledger lies.
        vault_place: Where secrets are kept, in words.
        environment: demo, sandbox or production.
        owns_engine: Whether this process syncs; if not, its requests are carried out by the one that does.
    """

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        vault: Vault,
        clock: Clock,
        *,
        owns_engine: bool = True,
    ) -> None:
        self._database = database
        self._providers = providers
        self._vault = vault
        self._clock = clock
        self._bus = Bus()
        self._engine = Engine(database, providers, vault, clock, self._bus)
        self._worker = Worker(database, self._engine, clock, self._bus)
        self._supervisor = Supervisor()
        self.data_folder: Path = database.path.parent
        self.vault_place = vault.place
        self.environment = database.environment
        self.owns_engine = owns_engine

    async def start(self) -> None:
        """Take up what a killed program left, and begin to work the queue off."""
        if not self.owns_engine:
            return
        now = self._clock.now()

        def recover(db: SqliteDatabase) -> None:
            queue.release_leases(db)
            for item_id in sync_runs.interrupt_stale(db, now):
                queue.request_sync(db, item_id, Trigger.STARTUP, now)

        await self._database.run(recover)
        self._supervisor.start("worker", self._worker.work)

    async def stop(self) -> None:
        """End every sync (a commit under way is finished) and let go of providers and the database."""
        await self._supervisor.stop()
        for provider in self._providers.values():
            provider.close()
        await asyncio.to_thread(self._database.close)

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Have a function called with every event, on the loop's thread; what is returned ends that."""
        return self._bus.subscribe(listener)

    async def request_sync(
        self, item_id: ItemId | None = None, trigger: Trigger = Trigger.USER
    ) -> list[ItemId]:
        """Ask for a sync of one connection, or of all.

        Returns:
            The connections asked for, once the request is durable; not when the sync is done.

        Raises:
            UsageError: There is no such connection.
        """

        def step(db: SqliteDatabase) -> list[ItemId]:
            asked = [items.load_item(db, item_id)] if item_id is not None else items.load_items(db)
            for item in asked:
                queue.request_sync(db, item.id, trigger, self._clock.now())
            return [item.id for item in asked]

        asked = await self._database.run(step, urgent=True)
        self._worker.wake()
        for item in asked:
            self._bus.publish(ItemChanged(item))
        return asked

    async def cancel_sync(self, item_id: ItemId | None = None) -> None:
        """Withdraw what waits and stop what runs, for one connection or for all."""
        self._worker.cancel(item_id)
        withdrawn = await self._database.run(lambda db: queue.cancel_pending(db, item_id), urgent=True)
        for item in withdrawn:
            self._bus.publish(ItemChanged(item))

    async def wait_until_done(self, item_ids: list[ItemId]) -> dict[ItemId, SyncRun]:
        """Wait until no request of these connections is open, whoever carries it out.

        Returns:
            The newest run of each of them that has one.
        """
        ended = asyncio.Event()
        unsubscribe = self.subscribe(lambda event: ended.set() if isinstance(event, RunFinished) else None)
        wanted = set(item_ids)
        try:
            while True:
                ended.clear()
                if not await self._database.read(queue.open_items) & wanted:
                    break
                try:
                    async with asyncio.timeout(_FOLLOW_POLL):
                        await ended.wait()
                except TimeoutError:
                    continue
        finally:
            unsubscribe()
        runs = await self._database.read(sync_runs.load_last_runs)
        return {item: run for item, run in runs.items() if item in wanted}

    async def connect_sandbox(self, institution_id: str, provider: str = "plaid") -> ItemId:
        """Connect a test bank of the provider's sandbox or of the demo bank, without a person signing in.

        Raises:
            UsageError: The institution is connected already: a second login would double its rows.
            ProviderError: By what happens next.
            VaultError: The key could not be kept; nothing was connected.
        """
        known = await self._database.read(items.load_items)
        for item in known:
            if item.institution.id == institution_id and item.status is not ItemStatus.DISCONNECTED:
                message = f"{item.institution.name} is connected already, as connection {item.id}."
                raise UsageError(message, action="Sync it, or choose another institution.")
        await asyncio.to_thread(self._vault.check)  # before a connection is made whose key cannot be kept
        connection = await self._providers[provider].connect_sandbox(institution_id)

        def step(db: SqliteDatabase) -> Item:
            return items.load_item(db, items.save_connection(db, provider, connection, self._clock.now()))

        name = secret_name(self._database, provider, connection.source_item_id)
        await asyncio.to_thread(self._vault.save, name, connection.access_token)
        item = await self._database.run(step, urgent=True)
        self._bus.publish(ItemChanged(item.id))
        return item.id

    async def edit_transaction(self, transaction_id: TransactionId, field: str, value: str | None) -> None:
        """Write what the user typed into a field; "" or None takes it back. Goes before all engine work.

        Raises:
            UsageError: No such row or field.
        """
        text = (value or "").strip() or None
        account_id = await self._database.run(
            lambda db: transactions.edit(db, transaction_id, field, text, self._clock.now()), urgent=True
        )
        change = ChangeSet(
            frozenset({account_id}), (transaction_id,), complete=True, counts=Counts(modified=1)
        )
        self._bus.publish(LedgerChanged(change))

    async def overview(self) -> Overview:
        """Every connection with its accounts, its last run and what it is doing."""

        def query(db: SqliteDatabase) -> list[tuple[Item, list[Account], SyncRun | None, Progress | None]]:
            by_item = accounts.load_accounts(db)
            runs = sync_runs.load_last_runs(db)
            waiting = dict.fromkeys(queue.open_items(db), Progress(Stage.QUEUED))
            return [
                (item, by_item.get(item.id, []), runs.get(item.id), waiting.get(item.id))
                for item in items.load_items(db)
            ]

        return Overview(tuple(self._to_overview(*row) for row in await self._database.read(query)))

    async def newest_transactions(
        self, limit: int | None, account_id: AccountId | None = None
    ) -> list[Transaction]:
        """The newest rows that count, newest first; None as limit means all of them."""
        return await self._database.read(lambda db: transactions.load_newest(db, limit, account_id))

    def now(self) -> datetime:
        """The time by the program's clock, aware UTC; what ages on screen are counted from."""
        return self._clock.now()

    def _to_overview(
        self, item: Item, of_item: list[Account], run: SyncRun | None, queued: Progress | None
    ) -> ItemOverview:
        progress = self._worker.progress.get(item.id)
        if progress is not None:
            item = replace(item, status=ItemStatus.SYNCING)
        return ItemOverview(item, tuple(of_item), run, progress or queued)
