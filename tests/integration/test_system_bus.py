"""Sleep, network and battery from a real bus, with services that come, change and go."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest
from dbus_fast import Variant

from budgetsync.domain.situation import Signal, Situation
from budgetsync.host import system_bus
from budgetsync.host.surroundings import LinuxSurroundings
from budgetsync.host.teller import Teller
from tests.integration.private_bus import LOGIN, NETWORK, POWER, PosingService, private_bus

CONNECTED, AWAY = Variant("u", 70), Variant("u", 20)
NOT_METERED, METERED = Variant("u", 4), Variant("u", 1)
PATIENCE = 20  # seconds until a test gives up


class Desk:
    """Whoever listens to the surroundings: waits until they are as expected."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.heard: list[Signal] = []
        self._came = asyncio.Event()
        teller.watch(self._hear)

    def _hear(self, signal: Signal) -> None:
        self.heard.append(signal)
        self._came.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._came.clear()
                await self._came.wait()

    async def until_it_is(self, situation: Situation) -> None:
        await self.until(lambda: self.teller.situation() == situation)


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Scene], None]:
    """Runs a scene beside a follower of a private system bus; the kernel has no route there."""
    monkeypatch.setattr(system_bus, "TRY_AGAIN", 0.05)
    monkeypatch.setattr(system_bus.follow, "__defaults__", ((tmp_path / "route",),))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/bus")

    def run(scene: Scene) -> None:
        async def days() -> None:
            surroundings = LinuxSurroundings()
            following = asyncio.create_task(surroundings.follow())
            try:
                await scene(Desk(surroundings), tmp_path)
            finally:
                following.cancel()
                with suppress(asyncio.CancelledError):
                    await following

        asyncio.run(days())

    return run


Scene = Callable[[Desk, Path], Awaitable[None]]


def test_the_network_is_followed(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, folder: Path) -> None:
        async with (
            private_bus(folder) as address,
            PosingService.on(address, NETWORK, State=CONNECTED, Metered=NOT_METERED) as network,
        ):
            await desk.until_it_is(Situation(online=True))
            await network.change(Metered=METERED)
            await desk.until_it_is(Situation(online=True, metered=True))
            await network.change(State=AWAY)
            await desk.until_it_is(Situation(online=False, metered=True))
            assert Signal.NETWORK_BACK not in desk.heard
            await network.change(State=CONNECTED, Metered=NOT_METERED)
            await desk.until_it_is(Situation(online=True))
            assert desk.heard[-1] is Signal.NETWORK_BACK
            await network.change(
                Connectivity=Variant("u", 2)
            )  # a page to sign in on stands before everything
            await desk.until_it_is(Situation(online=False))
            await network.invalidate(Connectivity=Variant("u", 4))
            await desk.until_it_is(Situation(online=True))

    live(scene)


def test_a_network_that_others_manage_is_tried(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, folder: Path) -> None:
        async with (
            private_bus(folder) as address,
            PosingService.on(address, NETWORK, State=AWAY) as network,
        ):
            await desk.until_it_is(Situation(online=False))
            header = "Iface\tDestination\tGateway\n"
            (folder / "route").write_text(f"{header}eth0\t00000000\t010200C0\n", encoding="ascii")
            await network.change(State=Variant("u", 50))
            await desk.until_it_is(Situation(online=None))

    live(scene)


def test_the_battery_is_followed(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, folder: Path) -> None:
        async with (
            private_bus(folder) as address,
            PosingService.on(address, POWER, OnBattery=Variant("b", value=True)) as power,
        ):
            await desk.until_it_is(Situation(on_battery=True))
            await power.change(OnBattery=Variant("b", value=False))
            await desk.until_it_is(Situation())

    live(scene)


def test_waking_up_is_told_and_going_to_sleep_is_not(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, folder: Path) -> None:
        async with AsyncExitStack() as stack:
            address = await stack.enter_async_context(private_bus(folder))
            login = await stack.enter_async_context(PosingService.on(address, LOGIN))
            # The follower is there once it has answered what it asked.
            await stack.enter_async_context(
                PosingService.on(address, POWER, OnBattery=Variant("b", value=True))
            )
            await desk.until_it_is(Situation(on_battery=True))
            await login.prepare_for_sleep(begins=True)
            await login.prepare_for_sleep(begins=False)
            await desk.until(lambda: Signal.WOKE_UP in desk.heard)
            assert desk.heard == [Signal.CHANGED, Signal.WOKE_UP]

    live(scene)


def test_services_come_late_and_go_and_what_they_said_is_unknown_then(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, folder: Path) -> None:
        async with private_bus(folder) as address:
            async with PosingService.on(address, NETWORK, State=AWAY):
                await desk.until_it_is(Situation(online=False))
            await desk.until_it_is(Situation(online=None))
            assert desk.heard[-1] is Signal.NETWORK_BACK, "silence of a service is no reason for ours"
            async with PosingService.on(address, NETWORK, State=CONNECTED):
                await desk.until_it_is(Situation(online=True))

    live(scene)


def test_a_bus_that_ends_and_comes_back_is_followed_again(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, folder: Path) -> None:
        for _ in range(2):
            async with (
                private_bus(folder) as address,
                PosingService.on(address, NETWORK, State=AWAY),
            ):
                await desk.until_it_is(Situation(online=False))
            await desk.until_it_is(Situation(online=None))

    live(scene)


def test_without_a_bus_nothing_is_known(live: Callable[[Scene], None]) -> None:
    async def scene(desk: Desk, _folder: Path) -> None:
        assert desk.teller.situation() == Situation()
        assert not desk.heard

    live(scene)
