"""The Settings page on the real core and a real ledger, without a bank unless a test wants one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QLocale, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from budgetsync.core import Core
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.ports import Clock, Notifier, Relay, Vault
from budgetsync.host.clock import SystemClock
from budgetsync.store import items
from budgetsync.store.database import Database
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Feed
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.settings.page import Place, SettingsPage
from budgetsync.ui.settings.section import Section
from budgetsync.ui.theme import Theme
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.ui.program import RESOURCES
from tests.ui.samples import delete
from tests.ui.stalls import unhurried

S = TypeVar("S", bound=Section)


@dataclass(frozen=True)
class Stage:
    """An open Settings page."""

    core: Core
    bridge: Bridge
    actions: Actions
    page: SettingsPage
    memory: Memory

    def show(self, place: Place, kind: type[S]) -> S:
        """Go to a section."""
        self.page.show_place(place)
        section = self.page.section(place)
        assert isinstance(section, kind)
        return section

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait until the page shows something; everything that it shows comes from a task of the bridge."""
        async with asyncio.timeout(30):
            while True:
                if done():
                    return
                await asyncio.sleep(0)


@asynccontextmanager
async def open_settings(
    folder: Path,
    theme: Theme,
    *,
    vault: Vault | None = None,
    clock: Clock | None = None,
    interval: timedelta | None = None,
    told: frozenset[str] = frozenset(),
    notifier: Notifier | None = None,
    relay: Relay | None = None,
    outside: Outside = Outside(),  # noqa: B008 - frozen
    environment: str = "demo",
    banks: tuple[str, ...] = (),
) -> AsyncIterator[Stage]:
    """Open the ledger of a folder and the page on it; closed in the order in which the program does."""
    with unhurried("a ledger is opened before there is a window"):
        database = Database(lay(folder / "ledger.sqlite"), environment)
        known = database.run_now(items.load_items)
        for name in banks[len(known) :]:
            connection = Connection(f"item-{name}", Institution(f"ins-{name}", name), "access-token")
            now = SystemClock().now()
            database.run_now(partial(items.save_connection, provider="plaid", connection=connection, now=now))
        core = Core(
            database,
            {},
            vault or MemoryVault(),
            clock or SystemClock(),
            interval=interval,
            told=told,
            notifier=notifier,
            relay=relay,
            zone=UTC,
        )
    bridge = Bridge(core)
    english = QLocale("en_US")
    connections = ConnectionsModel(bridge)
    actions = Actions(core, bridge, Feed(core, bridge, connections))
    memory = Memory(folder)
    with unhurried("a page is built before anybody can use it"):
        icons = Icons(RESOURCES / "icons")
        page = SettingsPage(core, bridge, actions, theme, icons, english, memory, outside)
        page.resize(1000, 800)
        page.show()
        page.activateWindow()
    try:
        yield Stage(core, bridge, actions, page, memory)
    finally:
        page.close()
        await bridge.close()
        await core.stop()
        delete(page)
        delete(bridge)


def press(widget: QWidget, *keys: Any) -> None:  # noqa: ANN401 - Qt.Key
    """Give a control the keyboard and press keys there."""
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key)


def spoken(root: QObject) -> list[str]:
    """The accessible names of all controls below."""
    return [each.accessibleName() for each in root.findChildren(QWidget) if each.accessibleName()]
