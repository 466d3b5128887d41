"""What the details have done to rows: each deed is a command of the core, told and undone as all others are."""

from collections.abc import Callable

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.undo import UndoStack


class Deeds:
    """Named after what a person wants of a row."""

    def __init__(self, core: Core, desk: EditDesk, undo: UndoStack) -> None:
        self._core, self._desk, self._undo = core, desk, undo

    def edit(self, row: TransactionId, edit: Edit) -> None:
        """Change fields of a row."""
        self._desk.apply([row], edit)

    def take(self, row: TransactionId, field: str) -> None:
        """Take what the bank says now."""
        self._undo.run(lambda: self._core.take_banks([row], [field]))

    def keep(self, row: TransactionId, field: str) -> None:
        """Keep one's own, and hear no more of the bank's."""
        self._undo.run(lambda: self._core.keep_mine([row], [field]))

    def restore(self, row: TransactionId) -> None:
        """Let a row count again that the bank took back."""
        self._undo.run(lambda: self._core.restore([row]))

    def let_go(self, row: TransactionId) -> None:
        """Let a row go out of sight that the bank took back."""
        self._undo.run(lambda: self._core.let_go([row]))

    def part_transfer(self, row: TransactionId) -> None:
        """Take a transfer apart."""
        self._undo.run(lambda: self._core.part_transfer(row))

    def pair(self, one: TransactionId, other: TransactionId) -> None:
        """Make a transfer of two rows."""
        self._undo.run(lambda: self._core.pair_transfer(one, other))

    def merge(
        self, kept: TransactionId, other: TransactionId, on_done: Callable[[], None] | None = None
    ) -> None:
        """Make one row of two."""
        self._undo.run(
            lambda: self._core.merge(kept, other), on_done=None if on_done is None else lambda _: on_done()
        )

    def answer(self, suggestion: int, *, accept: bool) -> None:
        """Say yes or no to a suggested match."""
        answer = self._core.accept if accept else self._core.reject
        self._undo.run(lambda: answer([suggestion]))

    def unmerge(self, row: TransactionId) -> None:
        """Take the newest merge of a row apart."""
        self._undo.run(lambda: self._core.unmerge(row))

    def take_back(self, command: CommandId) -> None:
        """Undo a command, or the undoing of one."""
        self._undo.take_back(command)
