"""The window with a real relay: paired by hand, tested, and then the bank's news are there by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from budgetsync.domain.realtime import WebhookState
from budgetsync.ui.pages import Page
from budgetsync.ui.settings.page import Place, SettingsPage
from budgetsync.ui.settings.realtime.section import RealTimeSection
from budgetsync.ui.theme import Theme
from tests.integration.relay_server import RelayThread
from tests.ui.program import BANKS, Program, open_program
from tests.ui.settings_stage import press
from tests.ui.stalls import unhurried

Run = Callable[[Coroutine[Any, Any, None]], None]


async def until(done: Callable[[], bool]) -> None:
    """Wait until the window shows something; what it shows comes from tasks and from other threads."""
    async with asyncio.timeout(30):
        while True:
            if done():
                return
            await asyncio.sleep(0)


async def open_section(program: Program) -> RealTimeSection:
    program.window.status.light.click()
    page = program.window.stack.page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    section = page.section(Place.REAL_TIME)
    assert isinstance(section, RealTimeSection)
    await until(lambda: section.pair is not None)
    return section


async def pair(program: Program, section: RealTimeSection, relay: RelayThread) -> None:
    assert section.pair is not None
    section.pair.relay.setText(relay.url)
    press(section.pair.relay, Qt.Key.Key_Return)
    await until(lambda: section.mailbox is not None)
    await until(lambda: program.window.status.light.text().startswith("Real time: on"))


def test_a_purchase_at_the_bank_is_in_the_window_by_itself(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        with unhurried("a relay is a program of its own, elsewhere"):
            relay = RelayThread(tmp_path / "relay.sqlite")
        with relay:
            async with open_program(tmp_path, dressed, stays=True) as program:
                await program.connect(BANKS[0])
                await program.sync()
                section = await open_section(program)
                await pair(program, section, relay)
                press(section.trial.send_button, Qt.Key.Key_Space)
                await until(lambda: section.trial.verdict.words == "News reach this computer.")
                assert all(line.words for line in section.trial.lines)
                card = program.window.monitor.cards[0]

                def is_known() -> bool:
                    webhooks = card.overview.webhooks
                    return webhooks is not None and webhooks.state is WebhookState.WORKING

                await until(is_known)
                program.window.show_page(Page.TRANSACTIONS)
                model = program.window.transactions.model
                await until(lambda: bool(model.rowCount()))
                before = set(model.ids([(0, model.rowCount() - 1)]))
                with unhurried("the bank is a process of its own, elsewhere"):
                    assert program.bank.shop()
                await until(lambda: any(each not in before for each in model.ids([(0, 20)])))
                program.window.show_page(Page.OVERVIEW)
                await until(lambda: "Real time" in card.head.texts)
                program.window.show_page(Page.SETTINGS)
                table = section.events.table
                await until(lambda: table.cell(0, 3).startswith("acted on after"))
                assert "half within" in section.events.quickness.text()

    run(scenario())


def test_the_light_goes_out_with_the_relay(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        with unhurried("a relay is a program of its own, elsewhere"):
            relay = RelayThread(tmp_path / "relay.sqlite")
        with relay:
            async with open_program(tmp_path, dressed, stays=True) as program:
                section = await open_section(program)
                await pair(program, section, relay)
                relay.server.ask_to_stop()
                light = program.window.status.light
                await until(lambda: "no contact" in light.text())
                await until(lambda: program.core.realtime_light.retry_at is not None)
                program.window.status.show_light()
                assert "Nothing is lost" in light.toolTip()

    run(scenario())
