"""Tells a person what they should know: looks after each run and every few minutes, and says each cause once."""

import asyncio
import logging
from collections.abc import Callable, Collection, Coroutine
from datetime import datetime, tzinfo
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.errors import StoreError, StoreFull, StoreReadOnly, Trouble
from budgetsync.domain.events import (
    DeadLettersChanged,
    Event,
    KeepingChanged,
    LedgerChanged,
    NoticesChanged,
    RunFinished,
    ScheduleChanged,
)
from budgetsync.domain.needs import Standing, find_needs
from budgetsync.domain.notices import (
    Decision,
    Notice,
    NoticeEntry,
    NoticeKind,
    NoticeMemory,
    Tell,
    decide_notices,
)
from budgetsync.domain.ports import Clock, Notifier
from budgetsync.domain.schedule import quiet_end
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.sync import SyncRunState
from budgetsync.store import dead_letters, notices
from budgetsync.store.database import Database
from budgetsync.store.standing import load_standing
from budgetsync.sync.bus import Bus

_log = logging.getLogger(__name__)
BETWEEN_LOOKS = 300.0
"""Seconds: what is due by time alone (stale, consent, the end of quiet hours and snoozes) is told so late at most."""
SETTLE = 0.5
"""Seconds after an event, so that what happens together is looked at once."""
TEST_NOTICE = Notice(
    "test",
    NoticeKind.TEST,
    "This is how BudgetSync tells you something",
    "Nothing is wrong.",
    "Choose under Settings what is said aloud.",
    (),
)
"""What a person hears who asks how it sounds; it is neither listed nor kept."""
_UNWRITABLE = frozenset({StoreFull.__name__, StoreReadOnly.__name__})
_NEWS = (RunFinished, LedgerChanged, KeepingChanged, DeadLettersChanged, ScheduleChanged)


class NoNotifier:
    """Says nothing aloud: notices are listed all the same."""

    def show(self, notice: Notice) -> None:
        """Do nothing."""

    def withdraw(self, cause: str) -> None:
        """Do nothing."""


class NoticeBoard:
    """What a person was told. Any process may read it; the one that owns the engine and stays also tells."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        bus: Bus,
        port: Notifier,
        ledger_troubles: Callable[[], tuple[tuple[str, Trouble], ...]],
        settings: Callable[[SqliteDatabase], ScheduleSettings],
        zone: tzinfo,
    ) -> None:
        """Prepare.

        Args:
            port: Where notices are said aloud.
            ledger_troubles: What is wrong with the file, by names that stay; called on the reader's thread.
            settings: Loads those of syncs by the clock, as they hold now.
            zone: The local time zone, which quiet hours are meant in.
        """
        self._database = database
        self._clock = clock
        self._bus = bus
        self._port = port
        self._ledger_troubles = ledger_troubles
        self._settings = settings
        self._zone = zone
        self._wake = asyncio.Event()
        self._disk: Trouble | None = None
        self._unwritten: set[str] = set()  # said aloud while the disk could not take it

    async def work(self) -> None:
        """Look now, after each event that may matter, and every few minutes, until cancelled."""
        unsubscribe = self._bus.subscribe(self._listen)
        try:
            await self._attempt(self._let_go())
            while True:
                await self._attempt(self.look())
                await self._wait()
        finally:
            unsubscribe()

    async def look(self) -> list[Decision]:
        """Compare how things stand with what was told, and tell what is to be told.

        Returns:
            What was decided, delivered already.
        """
        now = self._clock.now()
        standing, memory, quiet, silent = await self._database.read(lambda db: self._load(db, now))
        decisions = decide_notices(find_needs(standing, now), memory, now, quiet=quiet, silent=silent)
        if not decisions:
            self._take_back(self._unwritten)
            return []
        try:
            await self._database.run(lambda db: notices.save_decisions(db, decisions, now))
        except StoreError as error:
            self._disk = error.trouble
            decisions = [
                one for one in decisions if isinstance(one, Tell) and one.notice.cause not in self._unwritten
            ]
            self._unwritten |= {one.notice.cause for one in decisions if isinstance(one, Tell)}
        else:
            decisions = self._settle_unwritten(decisions)
            self._bus.publish(NoticesChanged())
        self._deliver(decisions)
        return decisions

    async def entries(self, limit: int = 200, *, open_only: bool = False) -> list[NoticeEntry]:
        """List notices, newest first: what was told and when, whether it was read, whether it is solved."""
        return await self._database.read(lambda db: notices.load_entries(db, limit, open_only=open_only))

    async def mark_read(self, numbers: Collection[int] | None = None) -> None:
        """Remember that notices were read; None means all."""
        now = self._clock.now()
        await self._database.run(lambda db: notices.mark_read(db, numbers, now), urgent=True)
        self._bus.publish(NoticesChanged())

    async def snooze(self, number: int, until: datetime) -> None:
        """Have a notice said again later, if it still is so then. Aware UTC.

        Raises:
            UsageError: There is no such notice, or it is solved.
        """
        cause = await self._database.run(lambda db: notices.snooze(db, number, until), urgent=True)
        self._port.withdraw(cause)
        self._bus.publish(NoticesChanged())

    async def silent_kinds(self) -> frozenset[NoticeKind]:
        """Tell which kinds of notices are listed only; none at first."""
        return await self._database.read(notices.load_silent)

    async def choose_silent(self, kinds: Collection[NoticeKind]) -> None:
        """Choose which kinds of notices are listed only; the others are said aloud too."""
        await self._database.run(lambda db: notices.save_silent(db, kinds), urgent=True)
        self._wake.set()
        self._bus.publish(NoticesChanged())

    def try_out(self) -> bool:
        """Say a notice aloud that means nothing, so that a person hears or sees how it is done.

        Returns:
            Whether there is a way to say anything aloud.
        """
        self._port.show(TEST_NOTICE)
        return not isinstance(self._port, NoNotifier)

    def standing(self, db: SqliteDatabase, now: datetime) -> Standing:
        """Load how everything stands, as far as a person may have to be told; on the reader's thread."""
        return load_standing(db, now, self._settings(db), ledger=self._ledger_troubles(), disk=self._disk)

    def _load(
        self, db: SqliteDatabase, now: datetime
    ) -> tuple[Standing, dict[str, NoticeMemory], bool, frozenset[NoticeKind]]:
        settings = self._settings(db)
        quiet = settings.quiet is not None and quiet_end(settings.quiet, now, self._zone) is not None
        return self.standing(db, now), notices.load_memory(db), quiet, notices.load_silent(db)

    def _settle_unwritten(self, decisions: list[Decision]) -> list[Decision]:
        """The disk takes notices again: what was said without it is not said a second time, or is taken back."""
        told = {one.notice.cause for one in decisions if isinstance(one, Tell)}
        said = self._unwritten & told
        self._take_back(self._unwritten - told)
        self._unwritten.clear()
        return [one for one in decisions if not (isinstance(one, Tell) and one.notice.cause in said)]

    def _take_back(self, causes: set[str]) -> None:
        for cause in sorted(causes):
            self._port.withdraw(cause)
        self._unwritten -= causes

    def _deliver(self, decisions: list[Decision]) -> None:
        for decision in decisions:
            if not isinstance(decision, Tell):
                self._port.withdraw(decision.cause)
            elif decision.aloud:
                self._port.show(decision.notice)

    async def _attempt(self, step: Coroutine[Any, Any, object]) -> None:
        try:
            await step
        except StoreError as error:  # looked at again in a few minutes
            _log.info("what a person should know could not be looked at: %s", error.code)

    async def _let_go(self) -> None:
        """Let go of letters that nobody needs any more, once for each start."""
        await self._database.run(lambda db: dead_letters.prune(db, self._clock.now()))

    def _listen(self, event: Event) -> None:
        if isinstance(event, RunFinished):
            if event.state is SyncRunState.SUCCEEDED:
                self._disk = None
            elif event.trouble is not None and event.trouble.code in _UNWRITABLE:
                self._disk = event.trouble
        if isinstance(event, _NEWS):
            self._wake.set()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(BETWEEN_LOOKS):
                await self._wake.wait()
        except TimeoutError:
            return
        await asyncio.sleep(SETTLE)
        self._wake.clear()
