"""How many transactions came since the person last looked, whichever page is shown."""

from PySide6.QtCore import QObject, Signal

from budgetsync.core import Core
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.problems.pace import PacedRefresher


class NewsWatch(QObject):
    """Counts anew after whatever changed rows."""

    count_changed = Signal(int)

    def __init__(self, core: Core, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._core, self._bridge = core, bridge
        self._counted = 0
        self._refresher = PacedRefresher(bridge, self._load, self)
        bridge.ledger_changed.connect(lambda _change: self._refresher.note())
        self._refresher.refresh()

    @property
    def count(self) -> int:
        """How many there are, up to a thousand."""
        return self._counted

    def mark_looked(self) -> None:
        """The person has seen all that is there now."""
        self._bridge.spawn(self._mark(), finish=True)

    async def _mark(self) -> None:
        await self._core.mark_looked()
        self._refresher.refresh()

    async def _load(self) -> None:
        counted = await self._core.count_new()
        if counted != self._counted:
            self._counted = counted
            self.count_changed.emit(counted)
