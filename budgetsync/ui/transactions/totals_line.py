"""The line at the foot of the table: how many rows are listed or selected, and what they add up to by currency."""

import asyncio

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.found import Total
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import money, number
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.columns import translate
from budgetsync.ui.transactions.lister import Lister, Stage
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.table import TransactionsTable
from budgetsync.ui.widgets import ElidedLabel, Fit

_SETTLES_MS = 120
"""Who types or goes through the list has nothing added up that is over before it is read."""


class TotalsLine(QWidget):
    """Adds up in the database, a moment after it has become quiet; a sum that nobody waits for is broken off."""

    shown = Signal()

    def __init__(
        self, core: Core, bridge: Bridge, lister: Lister, table: TransactionsTable, reading: Reading
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._lister, self._table = core, bridge, lister, table
        self._reading = reading
        self._adding: asyncio.Task[None] | None = None
        self._count, self._sum = ElidedLabel(tone=Tone.QUIET), ElidedLabel(fit=Fit.ELIDE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 2, GRID // 2, GRID + 2, GRID // 2)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(self._sum)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settling.timeout.connect(self._add_up)
        lister.listed.connect(self.refresh)
        lister.stage_changed.connect(self._count_rows)
        table.selection_changed.connect(lambda _selection: self.refresh())

    @property
    def words(self) -> tuple[str, str]:
        """What it says: how many, and their sum."""
        return self._count.text(), self._sum.text()

    def refresh(self) -> None:
        """Count at once, and add up when it has become quiet."""
        self._count_rows()
        if self._adding is not None:
            self._adding.cancel()
            self._adding = None
        self._settling.start()

    def _count_rows(self) -> None:
        selected, listed = self._table.selection.count, self._lister.list
        if self._lister.stage is Stage.SORTING:
            text = translate("Transactions", "Sorting")
        elif self._lister.stage is Stage.LISTING:
            text = translate("Transactions", "Searching")
        elif selected > 1:
            text = selected_words(selected, number(selected, self._reading.locale))
        else:
            count = 0 if listed is None else len(listed)
            text = row_words(count, number(count, self._reading.locale))
        self._count.show_text(text)
        self.setAccessibleName(text)

    def _add_up(self) -> None:
        if self._lister.is_whole and self.isVisible():
            self._adding = self._bridge.spawn(self._load())

    async def _load(self) -> None:
        selection, listed = self._table.selection, self._lister.list
        if listed is None:
            return
        if 1 < selection.count < len(listed):
            total = await self._core.total_of(await self._table.selected_ids())
        else:
            total = await listed.total()
        self._show(total)

    def _show(self, total: Total) -> None:
        text = "   ".join(money(each, self._reading.locale) for each in total.sums)
        self._sum.show_text(text)
        self.setAccessibleName(" ".join(part for part in (self._count.text(), text) if part))
        self.shown.emit()


def row_words(count: int, figure: str) -> str:
    """Count what is listed, in words."""
    if count == 1:
        return translate("Transactions", "1 transaction")
    return translate("Transactions", "{n} transactions", None, count).format(n=figure)


def selected_words(count: int, figure: str) -> str:
    """Count what is selected, in words."""
    return translate("Transactions", "{n} selected", None, count).format(n=figure)
