"""How many transactions came since the person last looked, whichever page is shown."""

from PySide6.QtCore import QObject, Signal

from budgetsync.core import Core
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher


class NewsWatch(QObject):
    """Counts anew after whatever changed rows."""

    count_changed = Signal(int)

    def __init__(self, core: Core, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._core, self._bridge = core, bridge
        self._counted = 0
        self._refresher = Refresher(bridge, self._load)
        bridge.ledger_changed.connect(lambda _change: self._refresher.request())
        self._refresher.request()

    @property
    def count(self) -> int:
        """How many there are, up to a thousand."""
        return self._counted

    def mark_looked(self) -> None:
        """The person has seen all that is there now."""
        self._bridge.spawn(self._mark(), finish=True)

    async def _mark(self) -> None:
        await self._core.mark_looked()
        self._refresher.request()

    async def _load(self) -> None:
        counted = await self._core.count_new()
        if counted != self._counted:
            self._counted = counted
            self.count_changed.emit(counted)
