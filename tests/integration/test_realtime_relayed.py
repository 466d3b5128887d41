"""From the bank through the relay into the ledger: real HTTP, real files, real signatures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from budgetsync.core import Core
from budgetsync.domain.events import Event, LedgerChanged, RealTimeChanged
from budgetsync.domain.realtime import LightState, RealTime
from budgetsync.domain.webhook import EventState, Reason, Route
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.relay.client import RelayClient
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from tests.integration.household import PATIENCE, QUICK, Household, Patient
from tests.integration.relay_server import TOKEN, RelayThread, webhook


class Home:
    """A program that stays, beside its bank."""

    def __init__(self, household: Household, core: Core) -> None:
        self.household = household
        self.core = core
        self._came = asyncio.Event()
        core.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, LedgerChanged | RealTimeChanged):
            self._came.set()

    async def until_light(self, state: LightState) -> None:
        """Wait for the light."""
        async with asyncio.timeout(PATIENCE):
            while self.core.realtime_light.state is not state:
                self._came.clear()
                await self._came.wait()

    async def until_rows_are_the_banks(self) -> None:
        """Wait until everything that the bank has is here."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._came.clear()
                try:
                    self.household.truth_is_kept()
                except AssertionError:
                    await self._came.wait()
                else:
                    return

    async def until_settled(self) -> RealTime:
        """Wait until no webhook is to be acted on."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._came.clear()
                told = await self.core.realtime()
                if told.events and not any(one.state is EventState.QUEUED for one in told.events):
                    return told
                await self._came.wait()


@asynccontextmanager
async def staying(household: Household) -> AsyncIterator[Home]:
    """A core that owns the engine, follows its relay, and stays."""
    database = Database(household.path, "demo")
    clock = SystemClock()
    provider = PlaidProvider(
        household.server.url, DEMO_CLIENT_ID, DEMO_SECRET, pack, read_timeout=QUICK, environment="sandbox"
    )
    relay = RelayClient(household.vault, f"relay/{database.id}/demo", clock)
    core = Core(
        database, {"plaid": provider}, household.vault, clock, random=Patient(), limits={}, relay=relay
    )
    await core.start(background=True)
    try:
        yield Home(household, core)
    finally:
        await core.stop()


@pytest.fixture
def household(tmp_path: Path) -> Household:
    return Household(tmp_path / "ledger", DemoBank(seed=5, rows=60, real_clock=True))


def test_news_at_the_bank_become_rows_and_the_audit_knows_why(household: Household, tmp_path: Path) -> None:
    async def scene() -> None:
        with RelayThread(tmp_path / "relay.db") as relay:
            async with staying(household) as home:
                await home.core.pair_relay(relay.url, name="laptop")
                await home.until_light(LightState.ON)
                await household.connect(home.core, "ins_109510")
                await home.until_rows_are_the_banks()
                rows = len(household.truth_is_kept())

                assert household.bank.shop()
                await home.until_rows_are_the_banks()
                told = await home.until_settled()
                newest = next(one.run_id for one in told.events if one.run_id is not None)
                causes = await home.core.events_of_run(newest)

            assert len(household.truth_is_kept()) == rows + 1
            assert told.route is Route.RELAY
            assert "SYNC_UPDATES_AVAILABLE" in {one.code for one in told.events}
            assert {one.route for one in causes} == {Route.RELAY}
            assert {one.state for one in causes} == {EventState.DONE}
            assert all(one.latency is not None for one in causes)

    try:
        asyncio.run(scene())
    finally:
        household.close()


def test_what_came_while_the_program_was_away_is_there_when_it_is_back(
    household: Household, tmp_path: Path
) -> None:
    async def scene() -> None:
        with RelayThread(tmp_path / "relay.db") as relay:
            async with staying(household) as home:
                await home.core.pair_relay(relay.url)
                await household.connect(home.core, "ins_109510")
                await home.until_rows_are_the_banks()
            for _ in range(3):
                assert household.bank.shop()
            assert household.bank.settle_webhooks()
            async with staying(household) as home:
                await home.until_rows_are_the_banks()
                await home.until_light(LightState.ON)

    try:
        asyncio.run(scene())
    finally:
        household.close()


def test_what_strangers_post_is_counted_and_nothing_else(household: Household, tmp_path: Path) -> None:
    async def scene() -> None:
        with RelayThread(tmp_path / "relay.db") as relay:
            async with staying(household) as home:
                await home.core.pair_relay(relay.url)
                await home.until_light(LightState.ON)
                mailbox = (await home.core.realtime()).mailbox
                assert mailbox is not None
                headers = {"content-type": "application/json", "plaid-verification": TOKEN}
                async with httpx.AsyncClient(trust_env=False) as http:
                    answer = await http.post(mailbox.address, content=webhook(), headers=headers)
                assert answer.status_code == 200
                async with asyncio.timeout(PATIENCE):
                    while not (await home.core.realtime()).rejected:
                        home._came.clear()
                        await home._came.wait()
                told = await home.core.realtime()
                assert told.events == ()
                assert set(told.rejected) <= set(Reason)
                result = await home.core.test_relay()
                assert result.trouble is None
                assert (await home.core.realtime()).rejected == told.rejected

    try:
        asyncio.run(scene())
    finally:
        household.close()
