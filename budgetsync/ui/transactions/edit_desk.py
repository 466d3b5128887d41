"""Where edits of rows go: painted at once, saved by the core before all engine work, turned back when refused."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import TransactionId
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.transactions.overlay import Overlay, Painted


class EditDesk(QObject):
    """The one way by which the page changes fields of rows.

    Attributes:
        overlay: What is painted and not saved yet, for whoever shows rows.
    """

    painted = Signal(object)
    """Ids (a tuple) of rows that look otherwise now, though nothing was loaded."""
    saved = Signal(object)
    """Ids (a tuple) of rows whose edit the ledger has: they are to be loaded anew."""
    done = Signal(object)
    """The Done of a command: what it is called, and that it can be undone."""

    def __init__(self, core: Core, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.overlay = Overlay()
        self._core, self._bridge = core, bridge

    def apply(self, ids: Sequence[TransactionId], edit: Edit) -> None:
        """Change rows: one command, one step of undo. What is refused comes out of the bridge's `failed`."""
        if not ids or not edit.changed:
            return
        painted = self.overlay.put(ids, edit)
        self.painted.emit(painted.ids)
        self._bridge.spawn(self._save(painted), on_error=partial(self._refuse, painted), finish=True)

    async def _save(self, painted: Painted) -> None:
        done = await self._core.edit_transactions(painted.ids, painted.edit)
        self.overlay.settle(painted)
        self.saved.emit(painted.ids)
        self.done.emit(done)

    def _refuse(self, painted: Painted, trouble: Trouble) -> None:
        self.overlay.drop(painted)
        self.painted.emit(painted.ids)
        self._bridge.failed.emit(trouble)
