"""The program on a desktop: what closing means, what a notice's buttons do, never where nobody sees it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from budgetsync.configuration import load_settings
from budgetsync.core import Core
from budgetsync.desktop import Desktop, Ending, prepare
from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.openings import Opened, demo_keys
from budgetsync.sandbox import DemoBank
from budgetsync.ui.memory import Memory
from budgetsync.ui.pages import Page
from budgetsync.ui.shell import Shell
from budgetsync.ui.theme import Theme
from budgetsync.ui.wish import Wish
from tests.integration.notification_service import Service
from tests.integration.private_bus import private_bus
from tests.ui.samples import delete

Run = Callable[[Coroutine[Any, Any, None]], None]
pytestmark = pytest.mark.unhurried("whole programs are put together and ended here")


class Living(NamedTuple):
    """A program that lives, and its bank."""

    desktop: Desktop
    shell: Shell
    life: asyncio.Task[Ending]
    core: Core
    bank: DemoBank


class TrayStage:
    """A tray that is there or not, and what is said beside it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.there = True
        self.said: list[str] = []
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda *_: self.there)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, title, *_: self.said.append(title))


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> TrayStage:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "")
    return TrayStage(monkeypatch)


@asynccontextmanager
async def living(folder: Path, theme: Theme, *, background: bool = False) -> AsyncIterator[Living]:
    """A program that lives until the block ends, or ends by itself."""
    bank = DemoBank(rows=60)
    with bank.serve() as server:
        opened = Opened(*load_settings({"PLAID_URL": server.url}, demo_keys, folder))
        prepared = await asyncio.to_thread(prepare, lambda: opened)
        shell = Shell(Memory(folder))
        desktop = Desktop(prepared, shell, theme)
        quitting = asyncio.Event()
        life = asyncio.create_task(desktop.run(quitting, background=background))
        await asyncio.sleep(0)
        try:
            yield Living(desktop, shell, life, prepared.assembly.core, bank)
        finally:
            quitting.set()
            await life
            delete(shell)


def test_closing_leaves_it_in_the_tray_and_says_so_once_for_ever(
    run: Run, dressed: Theme, tmp_path: Path, stage: TrayStage
) -> None:
    async def evening() -> None:
        async with living(tmp_path / "ledger", dressed) as (desktop, shell, life, _, _):
            assert shell.isVisible()
            shell.close()
            assert not shell.isVisible()
            desktop.open(Wish(page="problems"))
            assert shell.isVisible()
            assert desktop.window.stack.current is Page.PROBLEMS
            shell.close()
            assert stage.said == ["BudgetSync is still running"]
            assert not life.done()
        async with living(tmp_path / "ledger", dressed) as (_, shell, _, _, _):
            shell.close()
            assert stage.said == ["BudgetSync is still running"]

    run(evening())


def test_without_a_tray_closing_ends_it(run: Run, dressed: Theme, tmp_path: Path, stage: TrayStage) -> None:
    stage.there = False

    async def evening() -> None:
        async with living(tmp_path / "ledger", dressed) as (_, shell, life, _, _):
            shell.close()
            assert await life is Ending.QUIT
            assert not shell.isVisible()

    run(evening())


def test_a_program_that_nobody_sees_shows_itself_minimized(
    run: Run, dressed: Theme, tmp_path: Path, stage: TrayStage
) -> None:
    async def evening() -> None:
        async with living(tmp_path / "ledger", dressed, background=True) as (desktop, shell, _, _, _):
            desktop.open(Wish(background=True))
            assert not shell.isVisible()
            stage.there = False
            for _ in range(5):
                desktop.look_for_tray()
            assert not shell.isVisible()
            desktop.look_for_tray()
            assert shell.isMinimized()

    run(evening())


def test_what_is_pressed_in_a_notice_brings_the_window_only_where_it_needs_it(
    run: Run, dressed: Theme, tmp_path: Path, stage: TrayStage
) -> None:
    del stage

    async def evening() -> None:
        async with living(tmp_path / "ledger", dressed, background=True) as (desktop, shell, _, _, _):
            desktop.carry_out(NoticeAction(Offer.RETRY), "")
            assert not shell.isVisible()
            desktop.carry_out(NoticeAction(Offer.OPEN_SETTINGS), "")
            assert shell.isVisible()
            assert desktop.window.stack.current == "settings"
            desktop.carry_out(None, "")
            assert desktop.window.stack.current == "problems"

    run(evening())


def test_a_login_that_expires_is_said_by_the_desktop_and_its_button_leads_to_the_sign_in(
    run: Run, dressed: Theme, tmp_path: Path, stage: TrayStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def evening() -> None:
        async with AsyncExitStack() as stack:
            address = await stack.enter_async_context(private_bus(tmp_path))
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            service = await stack.enter_async_context(Service.on(address, "actions"))
            living_one = living(tmp_path / "ledger", dressed, background=True)
            desktop, shell, _, core, bank = await stack.enter_async_context(living_one)
            item = await core.connect_sandbox("ins_109508")
            bank.happen("login_expiry", institution_id="ins_109508")
            await core.request_sync()
            await service.until(lambda: len(service.ever) == 1)
            assert service.ever[0].actions[:4] == ["default", "Open BudgetSync", "0", "Sign in again"]
            wanted: asyncio.Queue[int] = asyncio.Queue()
            desktop.window.acts.reconnect_requested.connect(wanted.put_nowait)
            await service.press(service.ever[0].title, "0")
            assert await wanted.get() == item
            assert shell.isVisible()
            assert stage.said == []

    run(evening())


def test_ctrl_q_ends_it_and_a_restart_begins_again(
    run: Run, dressed: Theme, tmp_path: Path, stage: TrayStage
) -> None:
    del stage

    async def evening() -> None:
        async with living(tmp_path / "ledger", dressed) as (desktop, _, life, _, _):
            desktop.window.quit_requested.emit()
            assert await life is Ending.QUIT
        async with living(tmp_path / "ledger", dressed) as (desktop, _, life, _, _):
            desktop.window.restart_requested.emit()
            assert await life is Ending.RESTART
        async with living(tmp_path / "ledger", dressed) as (desktop, _, life, _, _):
            desktop.window.setup_requested.emit()
            assert await life is Ending.LEAVE

    run(evening())
