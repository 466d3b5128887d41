"""Removing a connection: asked in place, carried out to the end, and told what came of it."""

from PySide6.QtCore import QLocale

from budgetsync.core import Core
from budgetsync.domain.errors import BudgetSyncError, ProviderError, UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.overview import ItemOverview
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.remove_sheets import NotRemovedSheet, RemovedSheet, RemoveSheet, RemovingSheet
from budgetsync.ui.connect.sheet import Sheet, SheetStack
from budgetsync.ui.connect.troubles import trouble_here
from budgetsync.ui.icons import Icons


class RemovePanel(SheetStack):
    """One connection at a time."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._core, self._bridge, self._icons, self._locale = core, bridge, icons, locale

    @property
    def is_waiting(self) -> bool:
        """Whether a connection is being removed."""
        return self.sheet is not None and self.sheet.waits

    def remove(self, item_id: ItemId) -> None:
        """Ask what is to become of a connection, unless another is being removed."""
        if not self.is_waiting:
            self._bridge.spawn(self._offer(item_id))

    async def _offer(self, item_id: ItemId) -> None:
        overview = await self._core.overview()
        found = next((one for one in overview.items if one.item.id == item_id), None)
        if found is None:
            self.finished.emit()
            return
        sheet = RemoveSheet(self._icons, found, self._locale)
        sheet.chosen.connect(lambda keeps: self._start(found, keeps=keeps))
        self._show(sheet)

    def _start(self, connection: ItemOverview, *, keeps: bool, forced: bool = False) -> None:
        self._show(RemovingSheet(self._icons, connection.item.institution.name, keeps=keeps))
        # Not broken off where the window is closed meanwhile.
        self._bridge.spawn(self._remove(connection, keeps=keeps, forced=forced), finish=True)

    async def _remove(self, connection: ItemOverview, *, keeps: bool, forced: bool) -> None:
        try:
            removal = await self._core.remove_connection(
                connection.item.id, keep_history=keeps, even_if_unreachable=forced
            )
        except BudgetSyncError as error:
            self._show_refusal(connection, error, keeps=keeps)
            return
        self._show(RemovedSheet(self._icons, connection, removal, self._locale, kept=keeps))

    def _show_refusal(self, connection: ItemOverview, error: BudgetSyncError, *, keeps: bool) -> None:
        can_force = isinstance(error, ProviderError | UsageError)
        bank = connection.item.institution.name
        sheet = NotRemovedSheet(self._icons, bank, trouble_here(error), can_force=can_force)
        sheet.again.connect(lambda: self._start(connection, keeps=keeps))
        sheet.forced.connect(lambda: self._start(connection, keeps=keeps, forced=True))
        self._show(sheet)
        if not self.isVisible():
            self.noticed.emit()

    def _show(self, sheet: Sheet) -> None:
        sheet.left.connect(self._leave)
        self.show_sheet(sheet)

    def _leave(self) -> None:
        if not self.is_waiting:
            self.clear()
        self.finished.emit()
