"""A list of any length and the rows that it names, without a ledger: what a table of transactions is fed with."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.errors import BudgetSyncError, Trouble, UsageError
from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.domain.listed import NEWEST_FIRST, Listed
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.model import TransactionsModel, place_of
from budgetsync.ui.transactions.overlay import with_edit
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.rows import Rows
from tests.ui.samples import TODAY, transaction


class Later(QObject):
    """A bridge whose coroutines run when the test says so."""

    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Coroutine[Any, Any, None], Callable[[Trouble], None] | None]] = []

    def spawn(
        self,
        coro: Coroutine[Any, Any, None],
        *,
        on_error: Callable[[Trouble], None] | None = None,
        finish: bool = False,
    ) -> None:
        """Keep it for later."""
        del finish
        self.waiting.append((coro, on_error))

    def run(self) -> None:
        """Carry out everything that waits; nothing of it waits for anything else."""
        while self.waiting:
            coro, on_error = self.waiting.pop(0)
            try:
                coro.send(None)
            except StopIteration:
                continue
            except BudgetSyncError as error:
                (on_error or self.failed.emit)(error.trouble)


@dataclass
class Shelf:
    """Rows by their ids, made when they are asked for, and edits as a ledger takes them."""

    make: Callable[[int], Transaction] = transaction
    edited: dict[TransactionId, Transaction] = field(default_factory=dict)
    asked: list[list[TransactionId]] = field(default_factory=list)
    refused: bool = False

    async def transactions(self, ids: Sequence[TransactionId]) -> list[Transaction]:
        """Load rows."""
        self.asked.append(list(ids))
        return [self.edited.get(each) or self.make(each) for each in ids]

    async def edit_transactions(self, ids: Sequence[TransactionId], edit: Edit) -> Done:
        """Change rows."""
        if self.refused:
            message = "No."
            raise UsageError(message)
        for each in ids:
            self.edited[each] = with_edit(self.edited.get(each) or self.make(each), edit)
        return Done(CommandId(1), "Payee of a row", tuple(ids))


@dataclass(frozen=True)
class Listing:
    """A model with what it stands on."""

    model: TransactionsModel
    rows: Rows
    desk: EditDesk
    bridge: Later
    shelf: Shelf

    def show(self, numbers: Iterable[int], pending: Iterable[int] = ()) -> None:
        """List rows from their beginning, and load those that are looked at."""
        self.model.show_list(listed(numbers, pending), NEWEST_FIRST)
        self.look()

    def take_in(self, numbers: Iterable[int], pending: Iterable[int] = ()) -> bool:
        """List a newer state of them."""
        return self.model.take_in(listed(numbers, pending))

    def look(self, first: int = 0, last: int = 40) -> None:
        """Look at some rows until they are loaded."""
        self.model.look(first, last)
        self.bridge.run()


def listed(numbers: Iterable[int], pending: Iterable[int] = ()) -> Listed:
    """Name rows, newest first; the day of a row is that of `transaction`, today."""
    return Listed(_places(pending), _places(numbers))


def long_list(count: int) -> Listed:
    """A list of so many rows."""
    base = place_of(transaction(0), NEWEST_FIRST)
    return Listed(others=array("q", range(base + count, base, -1)))


def make_listing(
    locale: QLocale, shelf: Shelf | None = None, today: Callable[[], Any] = lambda: TODAY
) -> Listing:
    """Make a model that nothing is listed in yet."""
    shelf, bridge = shelf or Shelf(), Later()
    desk = EditDesk(shelf, bridge)  # type: ignore[arg-type]
    rows = Rows(shelf.transactions, bridge.spawn, desk.overlay)
    model = TransactionsModel(rows, desk, Reading(locale, today))
    return Listing(model, rows, desk, bridge, shelf)


def days_apart(number: int) -> Transaction:
    """Make a row of a day of its own."""
    return replace(transaction(number), transacted_on=TODAY - timedelta(days=number))


def _places(numbers: Iterable[int]) -> array[int]:
    return array("q", [place_of(transaction(number), NEWEST_FIRST) for number in numbers])
