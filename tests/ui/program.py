"""The real core on a temporary folder and a demo bank on the loopback, for tests of the whole window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

from budgetsync.core import Core
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.relay.client import RelayClient
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from budgetsync.ui.banner import DemoControls
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.model import TransactionsModel
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.ui.samples import delete, until
from tests.ui.stalls import unhurried

for _page in ("problems.page", "settings.page", "connect.connect_panel", "transactions.page"):
    import_module(
        f"budgetsync.ui.{_page}"
    )  # once in a program's life, and not what a test of a page measures
RESOURCES = Path(__file__).parents[2] / "resources"
BANKS = ("ins_109508", "ins_109509", "ins_109510")


@dataclass(frozen=True)
class Program:
    """A program that runs."""

    core: Core
    bank: DemoBank
    server: BankServer
    window: MainWindow

    async def connect(self, *institutions: str) -> None:
        """Connect banks and wait until the window shows them."""
        for institution in institutions:
            await self.core.connect_sandbox(institution)
        await self.settle(lambda: len(self.window.monitor.cards) >= len(institutions))

    async def sync(self) -> None:
        """Press Sync all and wait until everything is shown as up to date."""
        self.window.summary.sync_button.click()
        await self.settle(lambda: self.window.summary.words.startswith("Syncing"))
        await self.settle(self.window.summary.cancel_button.isHidden)  # on whichever page one looks
        await self.settle(lambda: self.window.monitor.is_settled)

    def _rows(self) -> tuple[TransactionsModel, ...]:
        """The model of the Transactions page, once that is built."""
        built = self.window.stack.is_built(Page.TRANSACTIONS)
        return (self.window.transactions.model,) if built else ()

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until the window shows something."""
        connections = self.window.connections
        rows = [signal for model in self._rows() for signal in (model.loaded, model.dataChanged)]
        signals = [connections.loaded, connections.dataChanged, *rows]
        window = self.window
        live = window.monitor.shown, window.summary.shown, window.status.loaded, window.bridge.failed
        await until(done, *signals, *live)


class BankTime(SystemClock):
    """A clock that begins when the bank does, whose world begins on a fixed day, and goes as the computer's does."""

    def __init__(self, bank: DemoBank) -> None:
        begins = datetime.fromisoformat(bank.world(transactions=False)["now"])
        self._behind = super().now() - begins

    def now(self) -> datetime:
        """The time."""
        return super().now() - self._behind


@asynccontextmanager
async def open_program(
    folder: Path, theme: Theme, *, rows: int = 300, stays: bool = False
) -> AsyncIterator[Program]:
    """Start everything, and end it in the order in which the program does.

    Args:
        stays: As a program that stays: syncs by the clock, and has its end of a relay.
    """
    with unhurried("the bank is a process of its own, elsewhere"):
        bank = DemoBank(rows=rows)
        serving = bank.serve()
    with serving as server:
        with unhurried("a ledger is opened before there is a window"):
            database = Database(lay(folder / "ledger.sqlite"), "demo")
            provider = PlaidProvider(server.url, DEMO_CLIENT_ID, DEMO_SECRET, pack)
            vault, clock = MemoryVault(), BankTime(bank)
            relay = RelayClient(vault, "relay/test", clock) if stays else None
            core = Core(database, {"plaid": provider}, vault, clock, relay=relay)
        await core.start(background=stays)

        async def advance() -> None:
            bank.advance(days=1)
            await core.request_sync()

        with unhurried("a window is built before anybody can use it"):
            window = MainWindow(core, theme=theme, resources=RESOURCES, demo=DemoControls(advance))
            window.show()
            assert window.transactions  # as the program does by itself once it has been there for a moment
        try:
            yield Program(core, bank, server, window)
        finally:
            window.close()
            await window.wait_closed()
            await core.stop()
            delete(window)
