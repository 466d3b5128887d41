"""What was kept aside: looked at, tried again, put away."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.dead_letter import DeadLetter, LetterFilter, LetterLine, Redrive, RedriveReport
from budgetsync.domain.errors import PayloadError
from budgetsync.domain.events import DeadLettersChanged, ItemChanged, LedgerChanged
from budgetsync.domain.item import History
from budgetsync.domain.ports import Clock, Provider
from budgetsync.domain.sync import RowProblem, SyncPage
from budgetsync.store import letters
from budgetsync.store.database import Database
from budgetsync.store.payloads import unpack
from budgetsync.sync.bus import Bus

T = TypeVar("T")
PACE = 0.02
"""Seconds between two letters where all are tried again: syncs and the user's commands go in between."""
OnTried = Callable[[int, int], None]


class LetterDesk:
    """What was kept aside, and what to do with it.

    A row that can be read by now becomes a row of the ledger in one commit; an event or a request is queued again.
    """

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        clock: Clock,
        bus: Bus,
        wake: Callable[[], None],
        program: str,
    ) -> None:
        """Prepare.

        Args:
            program: Its version: what another one failed at twice is worth a try.
            wake: Has the queue looked at.
        """
        self._database = database
        self._providers = providers
        self._clock = clock
        self._bus = bus
        self._wake = wake
        self._program = program

    async def find(self, wanted: LetterFilter | None = None) -> list[DeadLetter]:
        """Find letters, the one seen last first; open ones and those under way unless others are asked for."""
        asked = wanted or LetterFilter()
        return await self._database.read(
            lambda db: letters.load_letters(db, asked, self._program, self._show)
        )

    async def lines(self, wanted: LetterFilter | None = None) -> tuple[list[LetterLine], int]:
        """List letters without what they hold, the newest first, and count all that the filter fits."""
        asked = wanted or LetterFilter()
        return await self._database.read(
            lambda db: (letters.load_lines(db, asked, self._program), letters.count_letters(db, asked))
        )

    async def get(self, number: int) -> DeadLetter:
        """Look at one letter.

        Raises:
            UsageError: There is none of this number.
        """
        return await self._database.read(
            lambda db: letters.load_letter(db, number, self._program, self._show)
        )

    async def retry(self, number: int, *, insist: bool = False) -> Redrive:
        """Try one letter again.

        Args:
            insist: Try it although this program has failed at it twice.

        Raises:
            UsageError: There is no such letter, it is not open, or there is nothing that could be tried.
        """
        return await self._retry(number, insist=insist)

    async def retry_all(
        self, wanted: LetterFilter | None = None, on_tried: OnTried = lambda _tried, _of: None
    ) -> RedriveReport:
        """Try open letters again, oldest first and one after the other; poison is left out, and told.

        Args:
            on_tried: Told after each how many were tried, and of how many.
        """
        asked = wanted or LetterFilter()
        numbers = await self._database.read(lambda db: letters.open_ids(db, asked))
        outcomes: list[tuple[int, Redrive]] = []
        for number in numbers:
            if outcomes:
                await asyncio.sleep(PACE)
            # Solved meanwhile by a sync, or by the letter before: no reason to stop.
            outcome = await self._retry(number, insist=False, if_open=True)
            outcomes.append((number, outcome))
            on_tried(len(outcomes), len(numbers))
        return RedriveReport(tuple(outcomes))

    async def discard(self, number: int) -> None:
        """Put a letter away; what it holds is kept for half a year.

        Raises:
            UsageError: There is no such letter, or it is closed.
        """
        await self._change(lambda db, now: letters.discard(db, number, now))

    async def take_back(self, number: int) -> None:
        """Undo a discard.

        Raises:
            UsageError: It is not discarded, or the same trouble has a newer letter.
        """
        await self._change(lambda db, _now: letters.take_back(db, number))

    async def _retry(self, number: int, *, insist: bool, if_open: bool = False) -> Redrive:
        def step(db: SqliteDatabase, now: datetime) -> letters.Redriven:
            if if_open and not letters.is_open(db, number):
                return letters.Redriven(Redrive.SOLVED)
            return letters.redrive(db, number, self._program, now, self._read, insist=insist)

        done = await self._change(step)
        if done.finished is not None and done.finished.change.accounts:
            self._bus.publish(LedgerChanged(done.finished.change))
        if done.outcome is Redrive.QUEUED:
            self._wake()
        if done.item_id is not None:
            self._bus.publish(ItemChanged(done.item_id))
        return done.outcome

    async def _change(self, step: Callable[[SqliteDatabase, datetime], T]) -> T:
        done = await self._database.run(lambda db: step(db, self._clock.now()), urgent=True)
        self._bus.publish(DeadLettersChanged())
        return done

    def _read(self, provider: str, packed: bytes) -> SyncPage:
        try:
            (raw,) = unpack(packed)
        except ValueError:
            error = PayloadError("What was kept aside cannot be unpacked.")
            problems = [RowProblem("", "", error, packed)]
            return SyncPage((), [], [], [], problems, "", has_more=False, history=History.UNKNOWN)
        return self._providers[provider].read_row(raw)

    def _show(self, provider: str, packed: bytes) -> str:
        try:
            (raw,) = unpack(packed)
        except ValueError:
            return f"{len(packed)} bytes that cannot be unpacked"
        return self._providers[provider].show_row(raw) if provider in self._providers else f"{len(raw)} bytes"
