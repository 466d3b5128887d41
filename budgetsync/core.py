"""The facade: what a window, a command line or a test may ask of the program.

Commands, queries, subscribe, start, stop. Everything is called on one event loop's thread; nothing here knows
whether that loop is Qt's. The sync API of the program is `Core.request_sync`; there is no local HTTP port.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from random import Random

from peewee import SqliteDatabase

from budgetsync import __version__
from budgetsync.core_activity import ActivityQueries
from budgetsync.core_entries import EntryCommands
from budgetsync.core_export import ExportCommands
from budgetsync.core_importing import ImportCommands
from budgetsync.core_insights import InsightQueries
from budgetsync.core_realtime import RealTimeCommands
from budgetsync.core_schedule import show_pauses
from budgetsync.core_secrets import SecretCommands
from budgetsync.core_simplefin import TokenCommands
from budgetsync.core_sources import SourceCommands
from budgetsync.domain.errors import StoreError, Trouble
from budgetsync.domain.events import EngineGained, Event
from budgetsync.domain.health import Health
from budgetsync.domain.ids import AccountId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.ports import (
    Clock,
    Notifier,
    Ownership,
    Provider,
    Receiver,
    Relay,
    StatementReader,
    Surroundings,
    Vault,
)
from budgetsync.domain.problems import Problems
from budgetsync.domain.quota import LIMITS, Limits
from budgetsync.domain.sync import SyncRunState, Trigger
from budgetsync.domain.transaction import Transaction
from budgetsync.store import items, queue, sync_runs, transactions
from budgetsync.store.database import Database
from budgetsync.store.health import load_health
from budgetsync.store.overview import load_overview
from budgetsync.store.problems import load_problems
from budgetsync.sync.addresses import Addresses
from budgetsync.sync.bus import Bus
from budgetsync.sync.calls import Calls
from budgetsync.sync.engine import Engine
from budgetsync.sync.guests import LOOK_EVERY, GuestWatch
from budgetsync.sync.intake import Intake
from budgetsync.sync.keeping import Keeper
from budgetsync.sync.key_desk import KeyDesk, KeyTools
from budgetsync.sync.letters import LetterDesk
from budgetsync.sync.linking import Linker
from budgetsync.sync.notifier import NoNotifier, NoticeBoard
from budgetsync.sync.realtime import RealTimeDesk
from budgetsync.sync.scheduler import NoSurroundings, Scheduler
from budgetsync.sync.succession import STRANDED, Succession
from budgetsync.sync.supervisor import Supervisor
from budgetsync.sync.worker import PARALLEL_ITEMS, POLL, Worker


class Core(
    EntryCommands,
    ImportCommands,
    SourceCommands,
    ExportCommands,
    ActivityQueries,
    InsightQueries,
    TokenCommands,
    RealTimeCommands,
    SecretCommands,
):
    """The program without a face.

    Attributes:
        data_folder: Where the ledger lies.
        environment: demo, sandbox or production.
        owns_engine: Whether this process syncs; if not, its requests are carried out by the one that does.
        keeper: Backups, checks of the file, archives.
        scheduler: Syncs by the clock.
        runs_scheduler: Whether it runs in this process.
        letters: What was kept aside, and what to do with it.
        notices: What a person was told.
        addresses: Where the provider is told to tell news to.
        keys: The person's own keys at the provider, and another place for secrets.
    """

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        vault: Vault,
        clock: Clock,
        *,
        owns_engine: bool = True,
        warnings: tuple[Trouble, ...] = (),
        ownership: Ownership | None = None,
        surroundings: Surroundings | None = None,
        zone: tzinfo = UTC,
        random: Random | None = None,
        interval: timedelta | None = None,
        told: frozenset[str] = frozenset(),
        key_tools: KeyTools | None = None,
        notifier: Notifier | None = None,
        relay: Relay | None = None,
        receiver: Receiver | None = None,
        public_url: str = "",
        url_secret: Callable[[], str] = str,
        parallel: int = PARALLEL_ITEMS,
        limits: Limits = LIMITS,
        poll: float = POLL,
        look_every: float = LOOK_EVERY,
        statements: StatementReader | None = None,
    ) -> None:
        """Put the parts together.

        Args:
            warnings: What is to be said about the data folder.
            ownership: Claimed again while another process owns the engine; None for who never takes over.
            surroundings: None where the system tells nothing.
            zone: The local time zone.
            random: For jitter; None for one seeded by the system.
            interval: What SYNC_SCHEDULE_INTERVAL says, if it was set.
            told: Names of the settings that the command line, the environment or .env gave.
            key_tools: What changes keys and the place for secrets; None where neither can be changed.
            notifier: Says notices aloud; None where there is no way to.
            relay: Our end of a relay; None where there is no way to have one.
            receiver: Takes webhooks straight from the provider; None where none is wanted.
            public_url: Where the provider is to tell news to, in a paired relay's place; "" for where that says.
            url_secret: Gives the last part of the path at which the receiver answers. Blocking.
            parallel: How many connections are synced at once.
            limits: How often each provider may be called.
            poll: Seconds between two looks at the queue where nothing else wakes the worker.
            look_every: Seconds between two looks at what other processes committed.
            statements: Reads statement files; None where none are read.
        """
        super().__init__(database, clock, Bus())
        self._providers = providers
        self._statements = statements
        self._vault = vault
        random = random or Random()  # noqa: S311 - spreads calls out, guards nothing
        self._limits = limits
        self._zone = zone
        self._calls = Calls(database, clock, limits)
        self._engine = Engine(database, providers, vault, clock, self._bus, self._calls, random)
        self._worker = Worker(
            database, self._engine, self._calls, clock, self._bus, random, parallel=parallel, poll=poll
        )
        self._linker = Linker(database, providers, vault, clock, self._bus)
        self.addresses = Addresses(
            database,
            providers,
            vault,
            clock,
            self._bus,
            self._calls,
            relay=relay,
            receiver=receiver,
            public_url=public_url,
            url_secret=url_secret,
            light=lambda: self._realtime.light,
        )
        self._look_every = look_every
        self._supervisor = Supervisor()
        self._ownership = ownership
        self._surroundings = surroundings or NoSurroundings()
        self.scheduler = Scheduler(
            database,
            clock,
            self._bus,
            self._surroundings,
            wake_worker=self._worker.wake,
            zone=zone,
            random=random,
            interval=interval,
        )
        self._relay, self._receiver = relay, receiver
        self._intake = Intake(
            database,
            providers,
            clock,
            self._bus,
            random,
            rouse=self._worker.rouse,
            settings=self._schedule_settings,
            zone=zone,
        )
        self._realtime = RealTimeDesk(
            database, clock, self._bus, self._intake, self._surroundings, relay=relay, receiver=receiver
        )
        self._realtime.is_missing = lambda: self.addresses.is_missing
        self.scheduler.webhooks_healthy = lambda: self._realtime.is_healthy
        self.runs_scheduler = False
        self._succession: Succession | None = None
        self.keeper = Keeper(database, clock, self._bus, warnings)
        self.letters = LetterDesk(database, providers, clock, self._bus, self._worker.wake, __version__)
        self.notices = NoticeBoard(
            database,
            clock,
            self._bus,
            notifier or NoNotifier(),
            lambda: (*self.keeper.urgent_troubles(), *self._realtime.tasks),
            self._schedule_settings,
            zone,
        )
        self.data_folder: Path = database.path.parent
        self.told_settings = told
        self.keys = KeyDesk(database.environment, vault, key_tools)
        self.environment = database.environment
        self.owns_engine = owns_engine

    async def start(self, *, background: bool = False) -> None:
        """Take up what a killed program left, and begin to work the queue off.

        A guest takes over as soon as the process that owns the engine is gone.

        Args:
            background: Sync by the clock too: for a process that stays, not for a single command.

        Raises:
            StoreError: The ledger cannot be written now. A process that stays tries again by itself.
        """

        async def take_over() -> None:
            self.owns_engine = True
            await self._take_up(background=background)
            self._bus.publish(EngineGained())

        if self._ownership is not None:
            self._succession = Succession(self._database, self._ownership, self._bus, take_over)
        if self.owns_engine:
            try:
                await self._take_up(background=background)
            except StoreError:
                if background and self._succession is not None:
                    self._supervisor.start("succession", self._succession.work)
                raise
        elif self._succession is not None:
            self._supervisor.start("succession", self._succession.work)

    async def _take_up(self, *, background: bool) -> None:
        now = self._clock.now()

        def recover(db: SqliteDatabase) -> None:
            queue.release_leases(db)
            for item_id in sync_runs.interrupt_stale(db, now):
                queue.request(db, item_id, Trigger.STARTUP, now)

        await self._database.run(recover)
        if (made := await self._linker.recover()) is not None:
            await self.request_sync(made, Trigger.STARTUP)
        await self._intake.recover()
        self._supervisor.start("worker", self._worker.work)
        self._supervisor.start("keeper", self.keeper.work)
        guests = GuestWatch(self._database, self._hear_guests, self._look_every)
        self._supervisor.start("guests", guests.work)
        if background:
            self.runs_scheduler = True
            self._supervisor.start("surroundings", self._surroundings.follow)
            self._supervisor.start("scheduler", self.scheduler.work)
            self._supervisor.start("notices", self.notices.work)
            self._supervisor.start("addresses", self.addresses.work)
            self._supervisor.start("relay", self._realtime.follow_relay)
            self._supervisor.start("receiver", self._realtime.follow_receiver)
            self._supervisor.start("webhooks that wait", self._intake.verify_waiting)
            self._supervisor.start("real time", self._realtime.keep)

    def _hear_guests(self) -> None:
        """Another process committed something: a request, a setting, a connection."""
        self._worker.wake()
        self.scheduler.wake()
        self.addresses.wake()
        self._realtime.reload()

    async def stop(self) -> None:
        """End every sync (a commit under way is finished) and let go of providers and the database."""
        await self._supervisor.stop()
        for provider in self._providers.values():
            provider.close()
        await asyncio.to_thread(self._database.close)

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Have a function called with every event, on the loop's thread; what is returned ends that."""
        return self._bus.subscribe(listener)

    async def overview(self) -> Overview:
        """Every connection with its accounts, its last run and what it is doing, and troubles of the ledger."""

        def query(db: SqliteDatabase) -> Overview:
            now = self._clock.now()
            settings = self._schedule_settings(db)
            shown = show_pauses(items.load_items(db), settings, now)
            midnight = now.astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
            loaded = load_overview(db, shown, settings, now, midnight)
            return replace(loaded, troubles=(*self.keeper.troubles(), *self._own_troubles()))

        loaded = await self._database.read(query)
        return replace(loaded, items=tuple(map(self._with_progress, loaded.items)))

    async def health(self) -> Health:
        """How the program is: queue, connections, timer, quotas, file, all of one moment."""
        return await self._database.read(
            lambda db: load_health(
                db, self._database.path, self._clock.now(), self._limits, self._schedule_settings(db)
            )
        )

    async def problems(self) -> Problems:
        """Everything that is open, told of or not, as of one moment."""

        def query(db: SqliteDatabase) -> Problems:
            now = self._clock.now()
            standing = self.notices.standing(db, now)
            return load_problems(
                db, standing, (*self.keeper.troubles(), *self._own_troubles()), __version__, now
            )

        return await self._database.read(query)

    def _own_troubles(self) -> Iterator[Trouble]:
        if self._succession is not None and self._succession.is_stranded:
            yield STRANDED
        if self.scheduler.trouble is not None:
            yield self.scheduler.trouble
        if self._worker.trouble is not None:
            yield self._worker.trouble

    async def newest_transactions(
        self, limit: int | None, account_id: AccountId | None = None
    ) -> list[Transaction]:
        """The newest rows in sight, newest first; None as limit means all of them.

        In sight is what counts, and what the bank took back after the user had edited it.
        """
        return await self._database.read(lambda db: transactions.load_newest(db, limit, account_id))

    @property
    def vault_place(self) -> str:
        """Where secrets are kept, in words; more exactly once it was opened."""
        return self._vault.place

    @property
    def is_syncing(self) -> bool:
        """Whether this process is carrying out a sync at this moment."""
        return bool(self._worker.progress)

    def now(self) -> datetime:
        """The time by the program's clock, aware UTC; what ages on screen are counted from."""
        return self._clock.now()

    def _with_progress(self, overview: ItemOverview) -> ItemOverview:
        progress = self._worker.progress.get(overview.item.id)
        if progress is None:
            return self._with_rest(overview)
        return replace(overview, item=replace(overview.item, status=ItemStatus.SYNCING), progress=progress)

    def _with_rest(self, overview: ItemOverview) -> ItemOverview:
        """Tell of a run that failed what the file does not say, since its end could not be written."""
        item, run = overview.item, overview.last_run
        trouble = self._worker.resting.get(item.id)
        if trouble is None:
            return overview
        if run is not None and run.state is SyncRunState.RUNNING:
            run = replace(run, state=SyncRunState.FAILED, trouble=trouble)
        item = replace(item, status=ItemStatus.WAITING, trouble=trouble)
        return replace(overview, item=item, last_run=run, progress=None)
