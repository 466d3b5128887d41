"""Keep the ledger: backups when they are due, looks whether the file is sound, archives.

All of it runs on threads and connections of its own, so that it delays no sync and no view. What goes wrong in
the background is a trouble to be shown, never an end to the program.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from budgetsync.domain.backups import FOLDER, Backup, IntegrityReport, Keeping
from budgetsync.domain.errors import BudgetSyncError, StoreError, Trouble
from budgetsync.domain.events import ChangeSet, ItemChanged, KeepingChanged, LedgerChanged
from budgetsync.domain.ports import Clock
from budgetsync.domain.sync import Counts
from budgetsync.store import accounts, archive, backup, checks, restore
from budgetsync.store.database import Database
from budgetsync.store.health import load_keeping
from budgetsync.sync.bus import Bus

_log = logging.getLogger(__name__)
T = TypeVar("T")
OnRows = Callable[[int], None]
START_PAUSE = 3.0  # seconds that belong to the first picture and to commands that are over at once
BETWEEN_LOOKS = 3_600.0  # seconds
FULL_CHECK_EVERY = timedelta(days=7)


class Keeper:
    """Keeps one ledger. The background part runs in the process that owns the engine; the rest in any."""

    def __init__(self, database: Database, clock: Clock, bus: Bus, warnings: tuple[Trouble, ...]) -> None:
        """Prepare.

        Args:
            warnings: What is to be said about the data folder itself.
        """
        self._database = database
        self._path = database.path
        self._clock = clock
        self._bus = bus
        self._warnings = warnings
        self._failed: dict[str, Trouble] = {}
        self._one_at_a_time = asyncio.Lock()

    async def work(self) -> None:
        """Look soon and then hourly what is due, until cancelled."""
        await asyncio.sleep(START_PAUSE)
        quick = True
        while True:
            await self._attempt("backup", self.back_up_if_due())
            await self._attempt("check", self._check_if_due(quick=quick))
            quick = False
            await asyncio.sleep(BETWEEN_LOOKS)

    async def back_up_if_due(self) -> Backup | None:
        """Make today's backup where there is none yet, and let go of those that are no longer kept.

        Raises:
            StoreError: It could not be made.
        """
        day = self._clock.now().date()

        def step(stop: threading.Event) -> Backup | None:
            if not backup.daily_is_due(self._path, day):
                return None
            made = backup.back_up(self._path, day, daily=True, stop=stop)
            backup.prune(self._path)
            return made

        made = await self._aside(step)
        self._failed.pop("backup", None)
        if made is not None:
            self._bus.publish(KeepingChanged())
        return made

    async def back_up_now(self) -> Backup:
        """Make a backup because the user asked for it; it stays until the user deletes it.

        Raises:
            StoreError: It could not be made.
        """
        day = self._clock.now().date()
        made = await self._aside(lambda stop: backup.back_up(self._path, day, daily=False, stop=stop))
        self._bus.publish(KeepingChanged())
        return made

    async def list_backups(self, *, examine: bool = False) -> list[Backup]:
        """List the backups, newest first.

        Args:
            examine: Whether each is looked into, which takes seconds for each large one.

        Raises:
            StoreError: The folder could not be read.
        """
        if examine:
            return await self._aside(lambda _stop: restore.examine_backups(self._path, self._clock.now()))
        return await self._aside(lambda _stop: backup.list_backups(self._path.parent))

    async def stage_restore(self, name: str) -> str:
        """Decide that a backup takes the ledger's place when this program starts the next time.

        Args:
            name: Of a backup of this folder.

        Returns:
            The name under which the present file will be kept.

        Raises:
            UsageError: It cannot be used.
            StoreError: It could not be copied; nothing is decided.
        """
        file = self._path.parent / FOLDER / name
        return await self._aside(lambda _stop: restore.stage_restore(self._path, file, self._clock.now()))

    async def check(self, *, full: bool) -> IntegrityReport:
        """Ask SQLite whether the file is sound, and remember what it said.

        Raises:
            StoreError: The file could not be looked at.
        """
        report = await self._aside(
            lambda stop: checks.check_file(self._path, self._clock.now(), full=full, stop=stop)
        )
        self._bus.publish(KeepingChanged())
        await self._aside(lambda _stop: checks.save_report(self._path.parent, report))
        return report

    async def export_archive(self, file: Path, on_progress: OnRows = lambda _rows: None) -> int:
        """Write everything that the ledger holds, secrets apart, to a new file; the ledger may be in use.

        Args:
            on_progress: Told how many rows are written so far; called on another thread.

        Returns:
            The number of rows.

        Raises:
            UsageError: The file is there already.
            StoreError: It could not be written.
        """
        manifest = await self._aside(
            lambda stop: archive.export_archive(
                self._path, file, self._clock.now(), on_progress=on_progress, stop=stop
            )
        )
        return sum(table.rows for table in manifest.tables)

    async def import_archive(self, file: Path, on_progress: OnRows = lambda _rows: None) -> int:
        """Read an archive into this ledger, which is empty; all of it in one transaction, or nothing.

        Args:
            on_progress: Told how many rows are read so far; called on the writer's thread.

        Returns:
            The number of rows.

        Raises:
            ArchiveRefused: The file is not an archive as it was written, or does not belong here.
            SchemaTooNew: A newer program wrote it.
        """
        manifest = await self._database.run(
            lambda db: archive.import_archive(db, file, self._database.environment, on_progress=on_progress)
        )
        by_item = await self._database.read(accounts.load_accounts)
        for item_id in by_item:
            self._bus.publish(ItemChanged(item_id))
        changed = frozenset(account.id for of_item in by_item.values() for account in of_item)
        self._bus.publish(LedgerChanged(ChangeSet(changed, (), complete=False, counts=Counts())))
        return sum(table.rows for table in manifest.tables)

    async def look(self) -> Keeping:
        """Tell how well the ledger is kept."""
        return await self._database.read(lambda _db: load_keeping(self._path.parent))

    def troubles(self) -> tuple[Trouble, ...]:
        """Tell what the user should know: the folder's place, a check that found something, a backup that failed.

        Reads a small file; callable on any thread.
        """
        return (*self._warnings, *(trouble for _, trouble in self.urgent_troubles()))

    def urgent_troubles(self) -> tuple[tuple[str, Trouble], ...]:
        """Tell what cannot wait for the user to look, by names that stay the same: damaged, backup, check.

        Reads a small file; callable on any thread.
        """
        folder = self._path.parent
        quick, full = [checks.load_report(folder, full=is_full) for is_full in (False, True)]
        found = full.findings if full is not None else ()
        if quick is not None and (full is None or quick.at > full.at):
            found = (*found, *quick.findings)  # an older quick look was answered by the full one
        damage = [("damaged", _explain_damage(finding)) for finding in found[:1]]
        return (*damage, *self._failed.items())

    async def _check_if_due(self, *, quick: bool) -> None:
        last = checks.load_report(self._path.parent, full=True)
        due = last is None or abs(self._clock.now() - last.at) >= FULL_CHECK_EVERY
        if quick:
            await self.check(full=False)
        if due:
            await self.check(full=True)

    async def _attempt(self, name: str, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except StoreError as error:
            _log.info("%s could not be made: %s", name, error.code)
            self._failed[name] = _explain(name, error)
            self._bus.publish(KeepingChanged())
        else:
            if self._failed.pop(name, None):
                self._bus.publish(KeepingChanged())

    async def _aside(self, work: Callable[[threading.Event], T]) -> T:
        """Run on a thread of its own; when the caller is cancelled, the work is told to stop and waited for."""
        stop = threading.Event()
        async with self._one_at_a_time:
            task = asyncio.ensure_future(asyncio.to_thread(work, stop))
            try:
                return await asyncio.shield(task)
            except asyncio.CancelledError:
                stop.set()
                await asyncio.wait({task})
                if not task.cancelled():
                    task.exception()  # it stopped as it was told, or failed: nobody waits for it any more
                raise


def _explain(name: str, error: BudgetSyncError) -> Trouble:
    title = "Today's backup was not made" if name == "backup" else "The ledger's file could not be checked"
    return Trouble(error.code, title, error.message, error.action)


def _explain_damage(finding: str) -> Trouble:
    return Trouble(
        "LEDGER_DAMAGED",
        "The ledger's file is damaged",
        f"A check of the file found: {finding}. Nothing was changed in it.",
        "Close the program and run `budgetsync restore`; the damaged file is kept beside the new one.",
    )
