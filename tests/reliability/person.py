"""The user: types payees, categories and notes into rows, also while a run is under way, and takes some back."""

from __future__ import annotations

from random import Random

from budgetsync.core import Core
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import EDITABLE_FIELDS
from tests.reliability.judge import Judge

FIELDS = tuple(field for field in EDITABLE_FIELDS if field in {"payee", "category", "note"})


class Person:
    """Edits at random and remembers every word in the judge's book."""

    def __init__(self, rng: Random, judge: Judge) -> None:
        self._rng = rng
        self._judge = judge
        self.edits = 0

    async def edit(self, core: Core) -> None:
        """Type something into a row that is in sight."""
        rows = self._judge.newest_rows(60)
        if not rows:
            return
        row, field = self._rng.choice(rows), self._rng.choice(FIELDS)
        value = None if self._rng.random() < 0.1 else f"my {field} {self.edits}"
        self.edits += 1
        await core.edit_transaction(TransactionId(row), field, value)
        self._judge.remember(row, field, value)
