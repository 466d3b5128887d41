"""The details of rows over a real ledger file, without a bank: batches are applied as a sync does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.domain.events import ChangeSet, LedgerChanged
from budgetsync.domain.ids import RunId, TransactionId
from budgetsync.domain.sync import Counts, SyncBatch
from budgetsync.domain.transaction import Transaction
from budgetsync.host.clock import SystemClock
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.transactions.details.pane import DetailsPane, Tab
from budgetsync.ui.transactions.details.row_tab import RowTab
from budgetsync.ui.transactions.details.several import SeveralPart
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.selection import Selection
from budgetsync.ui.undo import Announcement, UndoStack
from budgetsync.vault.memory_vault import MemoryVault
from tests.ui.samples import delete, until
from tests.unit.store.ledger_file import NOW, LedgerFile

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY: date = NOW.date()
_ALL = ChangeSet(frozenset(), (), complete=False, counts=Counts())


class StageTime(SystemClock):
    """A clock that stands at the ledger's own time."""

    def __init__(self, ledger: LedgerFile) -> None:
        self._ledger = ledger

    def now(self) -> Any:  # noqa: ANN401
        """The time."""
        return self._ledger.now


@dataclass
class Stage:
    """A pane on a window of its own, with what is behind it.

    Attributes:
        told: What was said of commands.
        troubles: What went wrong.
    """

    ledger: LedgerFile
    core: Core
    bridge: Bridge
    desk: EditDesk
    undo: UndoStack
    pane: DetailsPane
    window: QWidget
    told: list[Announcement] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    asked: list[TransactionId] = field(default_factory=list)
    runs: list[RunId] = field(default_factory=list)

    @property
    def row_tab(self) -> RowTab:
        """The first tab."""
        tab = self.pane.tab(Tab.ROW)
        assert isinstance(tab, RowTab)
        return tab

    def sync(self, batch: SyncBatch) -> None:
        """Have a sync write, and tell of it."""
        self.ledger.sync(batch)
        self.core._bus.publish(LedgerChanged(_ALL))

    async def rows(self, *numbers: int) -> list[Transaction]:
        """Rows as the ledger has them."""
        return await self.core.transactions([TransactionId(number) for number in numbers])

    async def row(self, number: int = 1) -> Transaction:
        """One of them."""
        return (await self.rows(number))[0]

    async def choose(self, *numbers: int) -> None:
        """Select rows, and wait until their details are there."""
        rows = await self.rows(*numbers)
        ids = tuple(row.id for row in rows)
        self.pane.show_selection(Selection(len(rows), ids, current=rows[0]))
        if len(rows) == 1:
            await self.settle(lambda: self.pane.details is not None)

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until the pane shows something, or something is told."""
        signals = (self.pane.shown, self.bridge.failed, self.desk.saved, self.undo.announced)
        await until(done, *signals)

    async def settle_with(self, done: Callable[[], bool], *signals: Any) -> None:  # noqa: ANN401
        """Wait for something that other signals tell."""
        await until(done, *signals)

    async def several(self) -> SeveralPart:
        """What is said of several rows, once it is said."""
        filled: list[bool] = []
        part = self.pane.several
        part.filled.connect(lambda: filled.append(True))
        await until(lambda: bool(filled), part.filled)
        return part

    async def settle_row(self, done: Callable[[Transaction], bool]) -> None:
        """Wait until the row that is shown is as wanted."""

        def is_so() -> bool:
            details = self.pane.details
            return details is not None and done(details.row)

        await self.settle(is_so)


@asynccontextmanager
async def stage(
    folder: Path, *batches: SyncBatch, locale: str = "en_US", size: tuple[int, int] = (380, 720)
) -> AsyncIterator[Stage]:
    """Open a pane over a ledger that some syncs have written."""
    ledger = LedgerFile(folder)
    for batch in batches:
        ledger.sync(batch)
    core = Core(ledger.database, {}, MemoryVault(), StageTime(ledger))
    bridge = Bridge(core, interval_ms=0)
    desk, undo = EditDesk(core, bridge), UndoStack(core, bridge)
    reading = Reading(QLocale(locale), lambda: TODAY)
    pane = DetailsPane(core, bridge, desk, undo, Icons(RESOURCES / "icons"), reading)
    window = QFrame()
    window.setObjectName("Card")
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(pane)
    window.resize(*size)
    window.show()
    made = Stage(ledger, core, bridge, desk, undo, pane, window)
    undo.announced.connect(made.told.append)
    bridge.failed.connect(made.troubles.append)
    pane.transaction_requested.connect(made.asked.append)
    pane.run_requested.connect(made.runs.append)
    try:
        yield made
    finally:
        window.close()
        await bridge.close()
        await core.stop()
        delete(window)
