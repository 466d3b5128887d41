"""Edits that are painted before the ledger has them, over rows as they were loaded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from budgetsync.domain.edits import Edit, Unchanged, clean
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction

_REMEMBERED = 32
"""Edits that are saved stay painted over loads that are still under way; of those there are never many."""


@dataclass(slots=True, eq=False)
class Painted:
    """An edit on its way.

    Attributes:
        settled: The load after which rows know it by themselves; None while it is not saved.
    """

    ids: tuple[TransactionId, ...]
    edit: Edit
    among: Collection[TransactionId]
    settled: int | None = None


class Overlay:
    """Knows which edits a row that was loaded at some time cannot know yet.

    Loads are numbered as they begin. An edit stays over a row until a load that began after it was saved brings it.
    """

    def __init__(self) -> None:
        self._painted: list[Painted] = []
        self._clock = 0

    def begin_load(self) -> int:
        """Number a load that begins now."""
        self._clock += 1
        return self._clock

    def put(self, ids: Sequence[TransactionId], edit: Edit) -> Painted:
        """Paint an edit over rows from now on."""
        painted = Painted(tuple(ids), edit, frozenset(ids))
        self._painted.append(painted)
        return painted

    def settle(self, painted: Painted) -> None:
        """The ledger has it: whatever is loaded from now on knows it."""
        painted.settled = self._clock
        settled = [each for each in self._painted if each.settled is not None]
        for each in settled[:-_REMEMBERED]:
            self._painted.remove(each)

    def drop(self, painted: Painted) -> None:
        """The ledger will not have it."""
        if painted in self._painted:
            self._painted.remove(painted)

    def over(self, transaction: Transaction, load: int) -> Transaction:
        """Give a row as it is to be shown, by the number of the load that brought it."""
        for painted in self._painted:
            if transaction.id in painted.among and (painted.settled is None or load <= painted.settled):
                transaction = with_edit(transaction, painted.edit)
        return transaction


def with_edit(row: Transaction, edit: Edit) -> Transaction:
    """Work out what a row will look like, as far as the window can know: what the bank says instead is loaded later."""
    if not isinstance(edit.payee, Unchanged):
        row = replace(row, payee=clean(edit.payee))
    if not isinstance(edit.category, Unchanged):
        row = replace(row, category=clean(edit.category))
    if not isinstance(edit.note, Unchanged):
        row = replace(row, note=clean(edit.note))
    if not isinstance(edit.date, Unchanged) and edit.date is not None:
        row = replace(row, transacted_on=edit.date)
    if not isinstance(edit.hidden, Unchanged):
        row = replace(row, hidden=bool(edit.hidden))
    if not isinstance(edit.reviewed, Unchanged):
        row = replace(row, reviewed=bool(edit.reviewed))
    if not isinstance(edit.splits, Unchanged):
        row = replace(row, splits=tuple(edit.splits or ()))
    if "tags" in edit.changed:
        row = replace(row, tags=edit.tags_after(row.tags))
    return row
