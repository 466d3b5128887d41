"""A database that can die under the engine, at a chosen place around or inside the commit of a batch."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.store.database import Database
from budgetsync.store.raw import connection_of

T = TypeVar("T")
_INSTRUCTIONS = 200


class Killed(BaseException):
    """The program is gone; nothing may catch this and go on."""


@contextmanager
def breaking_off(db: SqliteDatabase, after: int | None) -> Iterator[None]:
    """Have SQLite break off a statement, after so many times 200 of its instructions; None = not at all."""
    left = -1 if after is None else after

    def count() -> int:
        nonlocal left
        left -= 1
        return int(left == 0)

    connection = connection_of(db)
    connection.set_progress_handler(count, _INSTRUCTIONS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


class Moment(Enum):
    """Where it dies."""

    BEFORE_APPLY = "fetched, not applied"
    INSIDE = "in the middle of the commit"
    BEFORE_COMMIT = "everything written, not committed"
    AFTER_COMMIT = "committed, not told"


class MortalDatabase(Database):
    """A real ledger whose process may die.

    Attributes:
        dead: Set when it has; from then on nothing is read or written.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, "demo")
        self.dead = asyncio.Event()
        self.moment: Moment | None = None
        self.after = 0
        self._loop = asyncio.get_running_loop()

    def arm(self, moment: Moment, after: int) -> None:
        """Die in the next apply; INSIDE after so many hundred instructions of SQLite's."""
        self.moment, self.after = moment, after

    async def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> T:
        """Run a step, or die of it."""
        if self.dead.is_set():
            raise Killed
        moment = self.moment
        if moment is None or "Engine._apply" not in getattr(step, "__qualname__", ""):
            return await super().run(step, urgent=urgent)
        self.moment = None
        if moment is Moment.BEFORE_APPLY:
            self.dead.set()
            raise Killed
        result = await super().run(lambda db: self._run_mortally(db, step, moment), urgent=urgent)
        if moment is Moment.AFTER_COMMIT:
            self.dead.set()
            raise Killed
        return result

    def _run_mortally(self, db: SqliteDatabase, step: Callable[[SqliteDatabase], T], moment: Moment) -> T:
        if moment is Moment.AFTER_COMMIT:
            return step(db)
        try:
            with breaking_off(db, self.after if moment is Moment.INSIDE else None):
                step(db)
        finally:
            self._loop.call_soon_threadsafe(self.dead.set)
            raise Killed  # whatever came of the step
