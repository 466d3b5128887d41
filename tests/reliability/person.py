"""The user: writes words and tags into rows, also while a run is under way; takes some back, undoes, redoes."""

from __future__ import annotations

from random import Random

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import RunId, TransactionId
from tests.reliability.judge import Judge, Words


class Person:
    """Edits at random and remembers every word in the judge's book."""

    def __init__(self, rng: Random, judge: Judge) -> None:
        self._rng = rng
        self._judge = judge
        self.edits = 0
        self.undone = 0

    async def edit(self, core: Core) -> None:
        """Change something of a row that is in sight; now and then, think better of it."""
        rows = self._judge.newest_rows(60)
        if not rows:
            return
        rng, row = self._rng, self._rng.choice(rows)
        name = rng.choice(["payee", "payee", "category", "note", "tags", "hidden"])
        before = self._judge.words_of(row)[name]
        wanted, value = think_of(name, self.edits, self._rng)
        self.edits += 1
        done = await core.edit_transactions([TransactionId(row)], wanted)
        self._judge.remember(row, name, value)
        if done.command_id is None or rng.random() < 0.85:
            return
        self.undone += 1
        await core.undo_last()
        self._judge.remember(row, name, before)
        if rng.random() < 0.5:
            await core.redo_last()
            self._judge.remember(row, name, value)

    async def doubt(self, core: Core, run: RunId) -> None:
        """Undo what the program decided in a run, and take that back again: the ledger is as it was."""
        try:
            done = await core.undo_run(run)
        except UsageError:
            return  # it decided nothing
        if done.command_id is not None:
            self.undone += 1
            await core.undo_command(done.command_id)


def think_of(name: str, number: int, rng: Random) -> tuple[Edit, Words]:
    """Make something up for a field; now and then, take the user's word away.

    Returns:
        The edit, and what the ledger then has to say.
    """
    away = rng.random() < 0.1
    if name == "tags":
        tags = () if away else (f"tag{number}", "shared")
        return Edit(tags=tags), ",".join(sorted(tags, reverse=True)) or None
    if name == "hidden":
        return Edit(hidden=not away), int(not away)
    text = None if away else f"my {name} {number}"
    return Edit.of_text(name, text), text
