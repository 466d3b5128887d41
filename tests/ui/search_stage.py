"""The search line over a real ledger file, without a bank: batches are applied as a sync does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.events import LedgerChanged
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.sync import SyncBatch
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.search.line import SearchLine
from budgetsync.ui.transactions.search.news import NewsWatch
from budgetsync.ui.transactions.search.recents import Recents
from budgetsync.vault.memory_vault import MemoryVault
from tests.ui.details_stage import _ALL, RESOURCES, TODAY, StageTime
from tests.ui.samples import delete, until
from tests.unit.domain.builders import observation, page, snapshot
from tests.unit.store.ledger_file import LedgerFile

ACCOUNTS = (snapshot("acc-1", name="Joint Checking"), snapshot("acc-2", name="Savings"))


def first_batch() -> SyncBatch:
    """Some rows of two accounts."""
    shops = ("Blue Bottle Coffee", "Grocery Outlet", "Café Müller")
    rows = [
        observation(f"t{number}", account=f"acc-{number % 2 + 1}", on=-number, merchant=shops[number % 3])
        for number in range(12)
    ]
    return SyncBatch("", [page(rows, accounts=ACCOUNTS)])


def later_batch(count: int = 3) -> SyncBatch:
    """Rows that come later."""
    rows = [observation(f"n{number}", account="acc-1", merchant="New Shop") for number in range(count)]
    return SyncBatch("c1", [page(rows, accounts=ACCOUNTS)])


@dataclass
class SearchStage:
    """A search line on a window of its own, with what is behind it.

    Attributes:
        searched: Every search that was asked for.
        left: How often the keyboard was to go on.
    """

    ledger: LedgerFile
    core: Core
    bridge: Bridge
    line: SearchLine
    news: NewsWatch
    window: QWidget
    other: QPushButton
    searched: list[str] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)

    def sync(self, batch: SyncBatch) -> None:
        """Have a sync write, and tell of it."""
        self.ledger.sync(batch)
        self.core._bus.publish(LedgerChanged(_ALL))

    def type(self, text: str) -> None:
        """Press letters."""
        QTest.keyClicks(self.line.field, text)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self.line.field, key, keys)

    @property
    def offered(self) -> list[str]:
        """What the list offers, while it is seen."""
        shown = self.line.offers
        return [shown.list.item(row).text() for row in range(shown.list.count())] if shown.isVisible() else []

    @property
    def chips(self) -> list[str]:
        """What the chips say."""
        return [chip.text() for chip in self.line.chips]

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until something is searched for, or shown."""
        await until(
            done,
            self.line.searched,
            self.line.field.textChanged,
            self.line.shown,
            self.news.count_changed,
            self.bridge.failed,
        )


@asynccontextmanager
async def search_stage(
    folder: Path, *, locale: str = "en_US", size: tuple[int, int] = (900, 620), empty: bool = False
) -> AsyncIterator[SearchStage]:
    """Open a search line over a ledger that a sync has written."""
    ledger = LedgerFile(folder)
    core = Core(ledger.database, {}, MemoryVault(), StageTime(ledger))
    if not empty:
        ledger.sync(first_batch())
        await core.edit_transactions([TransactionId(1)], Edit(category="Food and drink", tags=("holiday",)))
    bridge = Bridge(core)
    icons, reading = Icons(RESOURCES / "icons"), Reading(QLocale(locale), lambda: TODAY)
    news = NewsWatch(core, bridge)
    window = QWidget()
    line = SearchLine(core, bridge, icons, reading, Recents(Memory(folder)), news)
    other = QPushButton("rows")
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(other, 1, Qt.AlignmentFlag.AlignBottom)
    window.resize(*size)
    window.show()
    window.activateWindow()
    line.focus_field()
    stage = SearchStage(ledger, core, bridge, line, news, window, other)
    line.searched.connect(stage.searched.append)
    line.leave_requested.connect(lambda: stage.left.append(True))
    try:
        await stage.settle(lambda: empty or bool(line.vocabulary.accounts))
        yield stage
    finally:
        await bridge.close()
        delete(window)
        delete(bridge)
        await core.stop()
        ledger.close()
