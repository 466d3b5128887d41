"""The user: types into rows at any moment, thinks better of it, clicks, and signs in where the bank wants it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from random import Random

from budgetsync.core import Core
from budgetsync.domain.errors import StoreError
from budgetsync.domain.ids import CommandId, TransactionId
from tests.reliability.crash import Killed
from tests.reliability.person import think_of
from tests.reliability.simulation.truth import Truth, Words


class User:
    """Knows what they typed, as far as the program said that it was kept.

    Attributes:
        edits: How often something was typed.
        undone: How often it was taken back.
    """

    def __init__(self, rng: Random, truth: Truth) -> None:
        self.edits = 0
        self.undone = 0
        self._rng = rng
        self._truth = truth
        self._last: tuple[CommandId, int, str, Words] | None = None

    async def edit(self, core: Core) -> None:
        """Change something of a row that is in sight."""
        rows = self._truth.newest_rows(60)
        if not rows:
            return
        row = self._rng.choice(rows)
        name = self._rng.choice(["payee", "payee", "category", "note", "tags", "hidden"])
        before = self._truth.words_of(row)[name]
        wanted, value = think_of(name, self.edits, self._rng)
        self.edits += 1
        self._last = None

        async def typed() -> None:
            done = await core.edit_transactions([TransactionId(row)], wanted)
            if done.command_id is not None:
                self._last = (done.command_id, row, name, before)

        await self._do(typed, row, name, before, value)

    async def undo(self, core: Core) -> None:
        """Take the last edit back, or make one first."""
        if self._last is None:
            await self.edit(core)
        if self._last is None:
            return
        command, row, name, before = self._last
        value = self._truth.words_of(row)[name]
        self._last = None
        self.undone += 1
        await self._do(lambda: core.undo_command(command), row, name, value, before)

    async def _do(
        self, act: Callable[[], Awaitable[object]], row: int, name: str, before: Words, after: Words
    ) -> None:
        """Do something, and remember what must be there from now on, whatever became of the program."""
        try:
            await act()
        except Killed:  # nobody told whether it was kept: either is right, and stays
            found = self._truth.words_of(row)[name]
            if found not in (before, after):
                self._truth.fail(f"row {row}: {name} is {found!r}, neither {before!r} nor {after!r}")
            self._truth.remember(row, name, found)
        except StoreError:
            self._truth.remember(row, name, before)
        else:
            self._truth.remember(row, name, after)
