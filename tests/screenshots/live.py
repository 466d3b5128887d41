"""How to get to states of real time: paired, with news that came by themselves, and with a way that does not hold."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QScrollArea, QWidget

from budgetsync.domain.errors import RelayUnreachable
from budgetsync.domain.realtime import CatchUp, Device, LightState, RealTime, WebhookState
from budgetsync.domain.webhook import EventState
from budgetsync.ui.pages import Page
from budgetsync.ui.settings.page import Place, SettingsPage
from budgetsync.ui.settings.realtime.section import RealTimeSection
from tests.screenshots.stage import BANKS, LONG, Stage
from tests.screenshots.studio import NotReachedError, said, until
from tests.screenshots.ways import Way, synced
from tests.ui.scripted_relay import lost, own_device

_PATIENCE = 40.0
_HOST = "relay.example.org"
_LONG_HOST = "webhooks-of-the-household.relay-number-seventeen.self-hosted.long-names.example.org"


def paired(relay: str = _HOST) -> Way:
    """Three banks whose news come by themselves, and some that did."""

    async def reach(stage: Stage) -> None:
        await synced(stage)
        now = stage.clock.now()
        stage.relay.devices = [
            own_device("desk", now),
            Device("d-2", "laptop in the kitchen", now, now - timedelta(hours=5), own=False),
        ]
        await stage.core.pair_relay(f"https://{relay}", "", "desk")
        await _states(stage, WebhookState.SET, WebhookState.WORKING)
        await _handed_over(stage, len(BANKS))
        # One webhook for each: a second one would wait for seconds that do not pass here.
        stage.bank.add_fault("webhook_lost", endpoint="DEFAULT_UPDATE")
        for number, lay_for in enumerate((180, 140, 1_310, 210, 170)):
            stage.pass_time(minutes=7)
            stage.relay.lay_for = timedelta(milliseconds=lay_for)
            await asyncio.to_thread(stage.bank.happen, "shopping", institution_id=BANKS[number % 3])
            await _handed_over(stage, 1)
        stage.relay.arrive(b"{}", "e30.e30.forged")
        await _known(stage, lambda known: bool(known.rejected), "what is forged was turned away")
        stage.pass_time(minutes=2)
        stage.relay.shine(catch_up=CatchUp(4, timedelta(hours=3, minutes=12), stage.clock.now()))
        await stage.rest()

    return reach


async def _known(stage: Stage, done: Callable[[RealTime], bool], what: str) -> None:
    """Wait until the ledger knows something of real time."""
    changed = asyncio.Event()
    end = stage.core.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(_PATIENCE):
            while not done(await stage.core.realtime()):
                await changed.wait()
                changed.clear()
    except TimeoutError as error:
        raise NotReachedError(what) from error
    finally:
        end()


async def _states(stage: Stage, *wanted: WebhookState) -> None:
    await _known(
        stage,
        lambda known: (
            len(known.connections) == len(BANKS) and all(one.state in wanted for one in known.connections)
        ),
        "the bank knows the address",
    )


async def _handed_over(stage: Stage, more: int) -> None:
    """Wait until so many webhooks more have come than the last time, and all were acted on."""
    stage.awaited += more
    await asyncio.to_thread(stage.bank.settle_webhooks)
    busy = {EventState.UNVERIFIED, EventState.QUEUED}

    def done(known: RealTime) -> bool:
        return len(known.events) >= stage.awaited and not any(one.state in busy for one in known.events)

    await _known(stage, done, "all was acted on")
    await stage.rest()


def section(way: Way, *, at: str = "") -> Way:
    """The settings' section, once the connections are in a state.

    Args:
        at: Scrolled to this part of it.
    """

    async def reach(stage: Stage) -> None:
        await way(stage)
        shown = await _open(stage)
        part = {"relay": shown.mailbox and shown.mailbox.place_row, "events": shown.events.table}.get(at)
        if isinstance(part, QWidget):
            _scroll(shown, part)

    return reach


async def tested(stage: Stage) -> None:
    """A test event came back."""
    await paired()(stage)
    shown = await _open(stage)
    shown.trial.send_button.click()
    await until(lambda: bool(shown.trial.lines[2].words), "the test is over")


async def unreachable(stage: Stage) -> None:
    """The relay does not answer, and a test event is lost."""
    await paired()(stage)
    shown = await _open(stage)
    stage.relay.shine(LightState.UNREACHABLE, ago=312)
    stage.relay.result = lost(RelayUnreachable("The relay does not answer."))
    shown.trial.send_button.click()
    await until(lambda: bool(shown.trial.lines[2].words), "the test is over")


async def revoked(stage: Stage) -> None:
    """The relay knows this computer no longer."""
    await paired()(stage)
    shown = await _open(stage)
    stage.relay.shine(LightState.REVOKED)
    again = said("RealTime", "The relay no longer knows this computer: pair again")
    await until(lambda: again in shown.light.words, "it is said")


async def straight(stage: Stage) -> None:
    """News come straight from the bank."""
    await synced(stage)
    await _states(stage, WebhookState.SET, WebhookState.WORKING)
    await _handed_over(stage, 0)
    await _open(stage)


async def long_host(stage: Stage) -> None:
    """A relay whose name does not want to end, and a computer with a long one."""
    await paired(_LONG_HOST)(stage)
    stage.relay.devices.append(Device("d-3", LONG, stage.clock.now(), None, own=False))
    shown = await _open(stage)
    assert shown.mailbox is not None
    _scroll(shown, shown.mailbox.place_row)


async def _open(stage: Stage) -> RealTimeSection:
    stage.window.show_page(Page.SETTINGS)
    page = stage.window.stack.page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_place(Place.REAL_TIME)
    shown = page.section(Place.REAL_TIME)
    assert isinstance(shown, RealTimeSection)
    await until(lambda: bool(shown.light.words), "the section is filled")
    if stage.relay.following:
        await until(lambda: shown.devices is not None and bool(shown.devices.rows), "computers are listed")
    return shown


def _scroll(shown: RealTimeSection, part: QWidget) -> None:
    area = shown.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert isinstance(area, QScrollArea)
    bar, inner = area.verticalScrollBar(), area.widget()
    assert inner is not None
    bar.setValue(part.mapTo(inner, part.rect().topLeft()).y() - 40)
