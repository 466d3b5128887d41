"""What the facade says and does about real time, with a relay that the test holds in its hands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from budgetsync.core import Core
from budgetsync.domain.errors import RelayRefused, RelayUnreachable, SettingsError, UsageError
from budgetsync.domain.events import RealTimeChanged
from budgetsync.domain.ids import RunId
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.realtime import LightState, WebhookState
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.sync import SyncRunState
from budgetsync.domain.webhook import EventState, Reason, Route
from budgetsync.store import addresses, items, sync_runs
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.sync.engine import secret_name
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.unit.domain.builders import observation, page
from tests.unit.sync.news import MAILBOX, RELAY, Gullible, ScriptedRelay, entries, forged, hint
from tests.unit.sync.scripted import NOW, Answer, HandClock, ScriptedProvider


class Program:
    """A core with a relay."""

    def __init__(self, folder: Path, *answers: Answer) -> None:
        database = Database(lay(folder / FILE_NAME), "sandbox")
        vault = MemoryVault()
        vault.save(secret_name(database, "plaid", "item-1"), "access-token")
        connection = Connection("item-1", Institution("ins_1", "Bank"), "access-token")
        database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))
        provider = ScriptedProvider(*answers)
        provider.webhooks = Gullible()
        self.database = database
        self.relay = ScriptedRelay()
        self.clock = HandClock()
        random = Random(1)  # noqa: S311 - the same in every run
        self.core = Core(database, {"plaid": provider}, vault, self.clock, relay=self.relay, random=random)

    async def until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        """Wait until something is so; each event is a chance."""
        came = asyncio.Event()
        end = self.core.subscribe(lambda _event: came.set())
        try:
            async with asyncio.timeout(20):
                while not await condition():
                    await came.wait()
                    came.clear()
        finally:
            end()

    async def until_synced(self) -> None:
        """Wait until the sync of the start has succeeded."""

        async def has() -> bool:
            runs = await self.database.read(sync_runs.load_last_runs)
            return [run.state for run in runs.values()] == [SyncRunState.SUCCEEDED]

        await self.until(has)

    async def until_light(self, state: LightState) -> None:
        """Wait until the light shows something."""

        async def shows() -> bool:
            return self.core.realtime_light.state is state

        await self.until(shows)


@asynccontextmanager
async def running(folder: Path, *answers: Answer, background: bool = True) -> AsyncIterator[Program]:
    """A started program."""
    program = Program(folder, *answers)
    await program.core.start(background=background)
    try:
        yield program
    finally:
        await program.core.stop()


def test_without_a_relay_everything_says_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, page()) as program:
            seen = await program.core.realtime()
            assert (seen.route, seen.mailbox, seen.public_url) == (None, None, "")
            assert seen.light.state is LightState.OFF
            assert [one.state for one in seen.connections] == [WebhookState.OFF]
            assert not (await program.core.timetable()).is_safety_net
            for command in (program.core.test_relay, program.core.unpair_relay, program.core.relay_devices):
                with pytest.raises(UsageError, match="No relay is paired"):
                    await command()

    asyncio.run(scene())


def test_paired_it_is_followed_and_the_clock_is_only_the_safety_net(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, page()) as program:
            heard: list[object] = []
            program.core.subscribe(heard.append)
            await program.core.pair_relay(f"{RELAY}/", "invite", "desk")
            await program.until_light(LightState.ON)
            seen = await program.core.realtime()
            assert seen.route is Route.RELAY
            assert seen.mailbox is not None
            assert replace(seen.mailbox, last_byte_at=None) == MAILBOX
            assert seen.public_url == MAILBOX.address
            assert (await program.core.timetable()).is_safety_net
            assert RealTimeChanged() in heard
            assert [device.own for device in await program.core.relay_devices()] == [True]
            assert (await program.core.test_relay()).back_after == 0.2

    asyncio.run(scene())


def test_events_lead_to_rows_and_tell_how_long_they_took(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, page(), page([observation("a")])) as program:
            await program.until_synced()
            program.clock.advance(60)
            await program.core.pair_relay(RELAY)
            await program.until_light(LightState.ON)
            assert program.relay.inbox is not None
            arrived = program.clock.now() - timedelta(seconds=2)
            await program.relay.inbox.take("a", entries(hint(1, arrived_at=arrived), forged(2)))

            async def is_done() -> bool:
                return (await program.core.realtime()).events[0].state is EventState.DONE

            await program.until(is_done)
            seen = await program.core.realtime()
            assert (seen.p50, seen.p99, seen.waiting) == (2.0, 2.0, 0)
            assert seen.rejected == {Reason.BAD_SIGNATURE: 1}
            (event,) = seen.events
            assert event.institution == "Bank"
            assert event.run_id is not None
            assert await program.core.events_of_run(event.run_id) == (event,)
            assert await program.core.events_of_run(RunId(event.run_id + 1)) == ()
            health = (await program.core.health()).webhooks
            assert (health.count, health.p50, health.waiting, health.rejected) == (1, 2.0, 0, 1)

    asyncio.run(scene())


def test_an_address_that_is_rotated_retires_the_older_one(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, background=False) as program:
            await program.core.pair_relay(RELAY)
            await program.core.rotate_address()
            seen = await program.core.realtime()
            assert seen.mailbox is not None
            assert seen.mailbox.address == f"{MAILBOX.address}-anew"
            assert program.database.run_now(addresses.load_retired) == (MAILBOX.address,)

    asyncio.run(scene())


def test_a_relay_is_left_whether_it_answers_or_not(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, page()) as program:
            await program.core.pair_relay(RELAY)
            await program.until_light(LightState.ON)

            async def leave(_mailbox: object) -> None:
                message = "It is away."
                raise RelayUnreachable(message)

            program.relay.leave = leave  # type: ignore[method-assign]
            await program.core.unpair_relay()
            await program.until_light(LightState.OFF)
            assert (await program.core.realtime()).mailbox is None

    asyncio.run(scene())


def test_pairing_again_is_safe_and_another_relay_is_left_first(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, background=False) as program:
            with pytest.raises(RelayRefused):
                await program.core.pair_relay(RELAY, "wrong")
            with pytest.raises(SettingsError, match="plain http"):
                await program.core.pair_relay("http://relay.example")
            await program.core.pair_relay(RELAY)
            await program.core._intake.take("a", entries(forged(1), forged(2)))
            await program.core.pair_relay(RELAY)
            seen = await program.core.realtime()
            assert seen.mailbox == replace(MAILBOX, epoch="a", cursor=2)
            with pytest.raises(UsageError, match="another relay"):
                await program.core.pair_relay("https://other.example")
            with pytest.raises(UsageError, match="already"):
                await program.core.join_mailbox("approval")

    asyncio.run(scene())


def test_a_second_computer_asks_is_let_in_and_joins(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path / "one", background=False) as program:
            await program.core.pair_relay(RELAY)
            asked = await program.core.request_pairing(RELAY, "laptop")
            approval = await program.core.approve_pairing(asked)
            assert approval == f"mailbox-1 lets in: laptop asks {RELAY}"
            await program.core.revoke_device("device-2")
            assert program.relay.left == ["device-2"]
        async with running(tmp_path / "two", background=False) as program:
            await program.core.join_mailbox(approval)
            seen = await program.core.realtime()
            assert seen.mailbox is not None
            assert seen.mailbox.device == "device-2"

    asyncio.run(scene())


def test_what_came_during_a_pause_is_acted_on_when_it_ends(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running(tmp_path, page(), page([observation("a")])) as program:
            await program.until_synced()
            program.clock.advance(60)
            await program.core.pair_relay(RELAY)
            await program.until_light(LightState.ON)
            await program.core.pause(Pause())
            assert program.relay.inbox is not None
            await program.relay.inbox.take("a", entries(hint(1)))
            assert (await program.core.realtime()).events[0].state is EventState.QUEUED
            assert (await program.core.queue_overview()).entries == ()
            await program.core.resume()

            async def is_done() -> bool:
                return (await program.core.realtime()).events[0].state is EventState.DONE

            await program.until(is_done)

    asyncio.run(scene())
