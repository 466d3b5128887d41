"""The pages on which banks are connected and removed, on the real core and a demo bank, outside any window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from budgetsync.core import Core
from budgetsync.domain.env_file import EnvFile
from budgetsync.domain.ids import ItemId
from budgetsync.domain.keys import Keys
from budgetsync.domain.overview import ItemOverview
from budgetsync.domain.ports import Vault
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.providers.simplefin.provider import SimpleFinProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from budgetsync.sync.key_desk import KeyTools
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.pages import ConnectPages
from budgetsync.ui.connect.sheet import Sheet, SheetStack
from budgetsync.ui.feed import Feed
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.ui.program import RESOURCES, BankTime
from tests.ui.samples import delete, until
from tests.ui.stalls import unhurried

BANK, OTHER = "ins_109508", "ins_109509"
KEYS = Keys(DEMO_CLIENT_ID, DEMO_SECRET)
SOON = 0.02  # seconds between two looks at the page
T = TypeVar("T", bound=Sheet)


class LateTime(BankTime):
    """The bank's time, which a test can let pass here alone."""

    def __init__(self, bank: DemoBank) -> None:
        super().__init__(bank)
        self.late = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.late


@dataclass
class Desk:
    """Pages that run.

    Attributes:
        opened: Addresses that were opened in the browser.
        seen: Names of the signals that came.
    """

    core: Core
    bank: DemoBank
    server: BankServer
    bridge: Bridge
    actions: Actions
    pages: ConnectPages
    clock: LateTime
    opened: list[str]
    seen: list[str]
    has_browser: bool = True

    async def sheet(self, kind: type[T], stack: SheetStack | None = None) -> T:
        """Wait until a sheet of a kind is shown."""
        stack = stack or self.pages.connecting
        await until(lambda: isinstance(stack.sheet, kind), stack.sheet_shown, self.bridge.failed)
        assert isinstance(stack.sheet, kind)
        return stack.sheet

    async def synced(self, item_id: ItemId) -> None:
        """Wait until what was asked for is over."""
        await self.core.wait_until_done([item_id])

    async def connection(self, item_id: int) -> ItemOverview:
        """Look at a connection."""
        return next(one for one in (await self.core.overview()).items if one.item.id == item_id)


def words(widget: QWidget) -> str:
    """Everything that is read on a page."""
    texts = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(text for text in texts if text)


def buttons(widget: QWidget) -> list[str]:
    """What can be pressed on a page, in order."""
    found = [each for each in widget.findChildren(QAbstractButton) if each.isVisibleTo(widget)]
    return [each.text().replace("&", "") for each in found]


def press(widget: QWidget, text: str) -> None:
    """Press the one button that says so."""
    found = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.text().replace("&", "") == text and each.isVisibleTo(widget)
    ]
    assert len(found) == 1, (text, buttons(widget))
    assert found[0].isEnabled()
    found[0].click()


@asynccontextmanager
async def open_desk(
    folder: Path,
    *,
    environment: str = "demo",
    vault: Vault | None = None,
    turn: Callable[[str, str], None] | None = None,
    keys: Keys = KEYS,
    locale: str = "en_US",
) -> AsyncIterator[Desk]:
    """Start everything, and end it in the order in which the program does."""
    with unhurried("the bank is a process of its own, elsewhere"):
        bank = DemoBank(rows=300)
        serving = bank.serve()
    with serving as server:
        with unhurried("a ledger is opened before there is a window"):
            database = Database(lay(folder / "ledger.sqlite"), environment)
            provider = PlaidProvider(server.url, keys.client_id, keys.secret, pack)
            tools = KeyTools(_nobody, provider.close, _no_file, turn or _stay)
            clock = LateTime(bank)
            place = vault or MemoryVault()
            core = Core(
                database,
                {"plaid": provider, "simplefin": SimpleFinProvider(pack, clock.now)},
                place,
                clock,
                key_tools=tools,
            )
        await core.start()
        bridge = Bridge(core)
        feed = Feed(core, bridge, ConnectionsModel(bridge))
        actions = Actions(core, bridge, feed)
        opened: list[str] = []
        seen: list[str] = []

        def open_page(url: str) -> bool:
            opened.append(url)
            return desk.has_browser

        pages = ConnectPages(
            core,
            bridge,
            actions,
            Icons(RESOURCES / "icons"),
            QLocale(locale),
            Memory(folder),
            open_page=open_page,
            poll=SOON,
        )
        for name in ("opened", "finished", "setup_requested"):
            getattr(pages, name).connect(lambda name=name: seen.append(name))
        desk = Desk(core, bank, server, bridge, actions, pages, clock, opened, seen)
        pages.resize(900, 700)
        pages.show()
        try:
            yield desk
        finally:
            await bridge.close()
            await core.stop()
            delete(pages)
            delete(bridge)


async def _nobody(_keys: Keys) -> None:
    """Accept any keys."""


def _no_file(path: Path) -> EnvFile:
    raise AssertionError(path)


def _stay(kind: str, _passphrase: str) -> None:
    raise AssertionError(kind)
