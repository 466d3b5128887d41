"""A window of nothing but an undo stack and its note, on a ledger file of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from budgetsync.core import Core
from budgetsync.domain.ids import TransactionId
from budgetsync.host.clock import SystemClock
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.undo import UndoStack
from budgetsync.ui.undo_note import UndoNote
from budgetsync.vault.memory_vault import MemoryVault
from tests.bench.big_ledger import write_ledger
from tests.empty_ledgers import lay
from tests.ui.samples import delete
from tests.ui.stalls import unhurried


@dataclass(frozen=True)
class UndoStage:
    """What a test looks at and presses."""

    core: Core
    bridge: Bridge
    stack: UndoStack
    note: UndoNote
    over: QWidget

    async def ids(self, limit: int | None = None) -> list[TransactionId]:
        """Rows, newest first."""
        return [row.id for row in await self.core.newest_transactions(limit)]


@asynccontextmanager
async def open_stage(folder: Path, icons: Icons, rows: int) -> AsyncIterator[UndoStage]:
    """Make a ledger of so many rows, and look at it."""
    with unhurried("a ledger is made before anybody looks"):
        write_ledger(folder / FILE_NAME, rows, days=30)
        core = Core(Database(lay(folder / FILE_NAME), "demo"), {}, MemoryVault(), SystemClock())
    bridge = Bridge(core)
    over = QWidget()
    over.resize(800, 600)
    stack = UndoStack(core, bridge)
    note = UndoNote(over, stack, icons)
    over.show()
    try:
        yield UndoStage(core, bridge, stack, note, over)
    finally:
        await bridge.close()
        await core.stop()
        delete(over)
        delete(bridge)
