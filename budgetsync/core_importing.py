"""The part of the facade that takes in statement files: read, planned, shown, and carried out as one command."""

import asyncio
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from peewee import SqliteDatabase

from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import LedgerChanged
from budgetsync.domain.importing import ChosenAccount, Imported, ImportPlan
from budgetsync.domain.importing.joining import join_statements
from budgetsync.domain.ports import Clock, StatementReader
from budgetsync.domain.statement import StatementFile
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.store.database import Database
from budgetsync.store.importing import commit_import, plan_import
from budgetsync.store.importing.planning import Choices
from budgetsync.sync.bus import Bus


class _Stopped(Exception):  # noqa: N818 - no error: somebody wants no more of it
    """An import that is no longer wanted; nothing of it stays."""


class ImportCommands:
    """Statement files. Reading and planning change nothing."""

    _database: Database
    _clock: Clock
    _bus: Bus
    _statements: StatementReader | None

    async def read_statement(self, path: Path, options: ReadOptions | None = None) -> StatementFile:
        """Read a statement file, whatever its name is, without taking it in.

        Raises:
            StatementError: It is none that can be read.
            UsageError: There is no such file.
        """
        if self._statements is None:
            message = "Statement files cannot be read here."
            raise UsageError(message)
        file = await asyncio.to_thread(self._statements, path, options or ReadOptions())
        return await asyncio.to_thread(join_statements, file)

    async def plan_import(
        self,
        path: Path,
        accounts: Mapping[int, ChosenAccount] | None = None,
        options: ReadOptions | None = None,
        *,
        file: StatementFile | None = None,
    ) -> ImportPlan:
        """Tell what importing a file would do: exactly what `commit_import` does with it.

        Args:
            accounts: Where statements go, by their place in the file; those not named go where they surely belong.
            file: What was read from it, where that is known already.

        Raises:
            StatementError, UsageError: As `read_statement`; or an account is not there, or of another currency.
        """
        told = file or await self.read_statement(path, options)
        return await self._database.read_aside(lambda db, _stop: plan_import(db, path, told, accounts or {}))

    async def commit_import(
        self,
        plan: ImportPlan,
        choices: Choices | None = None,
        on_progress: Callable[[int], None] = lambda _written: None,
    ) -> Imported:
        """Carry a plan out, in one transaction, as one step of undo. When the caller is cancelled, nothing stays.

        Args:
            choices: What a person chose instead of what was planned.
            on_progress: Told how many entries are written; called on another thread.

        Raises:
            UsageError: A statement has no account yet.
            PlanOutdated: The ledger has changed so that something else would be done; nothing was written.
        """
        stopped = threading.Event()

        def follow(written: int) -> None:
            if stopped.is_set():
                raise _Stopped
            on_progress(written)

        def step(db: SqliteDatabase) -> Imported:
            return commit_import(db, plan, choices or {}, self._clock.now(), follow)

        running = asyncio.ensure_future(self._database.run(step))
        try:
            done = await asyncio.shield(running)
        except asyncio.CancelledError:
            stopped.set()
            await asyncio.wait([running])
            if not running.cancelled() and running.exception() is None:  # it was written before that was seen
                self._publish_import(running.result())
            raise
        self._publish_import(done)
        return done

    def _publish_import(self, done: Imported) -> None:
        if done.command_id is not None:
            self._bus.publish(LedgerChanged(done.change))
