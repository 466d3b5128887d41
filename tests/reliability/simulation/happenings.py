"""What happens when a planned fault begins, and when it ends."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import time, timedelta

from budgetsync.domain.errors import ProviderError, StoreError, UsageError, VaultError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule_settings import Pause, QuietHours
from budgetsync.domain.situation import Signal, Situation
from budgetsync.domain.sync import Trigger
from budgetsync.sandbox.model.items import Item
from tests.reliability.crash import Killed
from tests.reliability.simulation.disk import Lock
from tests.reliability.simulation.faults import (
    ANSWERS,
    ANSWERS_OF_THE_RELAY,
    DEATHS,
    LOOPS,
    MID_RUN,
    RELAY_DEATHS,
    WEBHOOKS,
    Kind,
)
from tests.reliability.simulation.loop import pass_time
from tests.reliability.simulation.relay_happenings import RelayHappenings
from tests.reliability.simulation.stage import HOUR, Stage

_ARMED = (
    ANSWERS
    | MID_RUN
    | DEATHS
    | WEBHOOKS
    | RELAY_DEATHS
    | ANSWERS_OF_THE_RELAY
    | {Kind.LOST_AS_OF, Kind.UNREADABLE}
)
_LASTING = frozenset({Kind.OFFLINE, Kind.VAULT_LOCKED, Kind.OUTAGE, Kind.BUSY, Kind.FULL})
_LONGEST = {Kind.BUSY: 0.7, Kind.FULL: 2.0}
"""Hours, where it is the same thing every minute."""
_LOOK = 1_500.0
"""Seconds after which somebody wonders why nothing happens, and clicks."""


class Happenings:
    """Lets faults happen on a stage.

    Args:
        scale: How long what lasts for hours lasts, from 0 to 1: short simulations have short nights.
    """

    def __init__(self, stage: Stage, scale: float) -> None:
        self._stage = stage
        self._scale = scale
        stage.wire.on_spoilt = self._spoil
        self.lasting = 0
        self._of_the_relay = RelayHappenings(stage, stage.scene, scale).moments() if stage.scene else {}
        self._one_at_a_time: dict[Kind, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def unfold(self) -> None:
        """Let everything happen that was planned, each at its time."""
        loop = asyncio.get_running_loop()
        for at, kind in self._stage.faults.planned:
            await pass_time(max(0.0, at - loop.time()))
            self.lasting += 1
            self._stage.spawn(self._happen(kind)).add_done_callback(self._end)

    def _end(self, _task: object) -> None:
        self.lasting -= 1

    async def _happen(self, kind: Kind) -> None:
        rng, faults = self._stage.rng, self._stage.faults
        if kind in _ARMED:
            faults.arm(kind, times=rng.choice([1, 1, 2, 4]) if kind in ANSWERS else 1)
        elif kind in LOOPS:
            faults.arm(kind, item=self._item().number)
        elif kind in _LASTING:
            async with self._one_at_a_time[kind]:
                await self._last(kind)
        else:
            async with self._one_at_a_time[kind]:
                await self._moments()[kind](kind)
            faults.fired[kind] += 1

    def _moments(self) -> dict[Kind, Callable[[Kind], Awaitable[None]]]:
        return {
            Kind.LOGIN_EXPIRED: self._expire,
            Kind.REMOVED_AND_READDED: self._remove_and_readd,
            Kind.CLOCK_FORWARD: self._be_wrong,
            Kind.CLOCK_BACK: self._be_wrong,
            Kind.DST: self._change_the_hour,
            Kind.SUSPEND: self._suspend,
            Kind.KILLED_ANYWHERE: self._kill,
            Kind.RESTARTED: self._restart,
            Kind.CLICKS: self._click,
            Kind.TWO_INSTANCES: self._look_in,
            Kind.PAUSED: self._pause,
            Kind.REFRESH: self._refresh,
            **self._of_the_relay,
        }

    async def _expire(self, _kind: Kind) -> None:
        self._stage.side.catch_up()
        self._stage.side.bank.act("reset_login", self._item())

    async def _suspend(self, _kind: Kind) -> None:
        self._stage.world.slept += self._stage.rng.uniform(0.1, 14) * HOUR
        self._stage.wire.resets += 1
        self._stage.settings_of_clock += 1
        if (
            self._stage.scene is not None
        ):  # the relay gave the line up long ago, or it is dead and nobody told
            self._stage.rng.choice([self._stage.scene.net.reset, self._stage.scene.net.silence])()
        self._stage.surroundings.tell(self._stage.surroundings.situation(), Signal.WOKE_UP)
        await self._stage.look_at_clocks()

    async def _kill(self, _kind: Kind) -> None:
        if self._stage.core is None:
            await pass_time(HOUR)
            await self._kill(_kind)
        else:
            await self._stage.kill(self._stage.program)

    async def _restart(self, _kind: Kind) -> None:
        await self._stage.restart()

    async def _click(self, _kind: Kind) -> None:
        for _ in range(self._stage.rng.randint(3, 9)):
            await self._stage.request(Trigger.USER)
            await pass_time(self._stage.rng.choice([0.0, 0.3, 2.0, 20.0]))

    def _spoil(self, item: Item, name: str) -> None:
        self._stage.side.unread.add(name)
        self.lasting += 1
        self._stage.spawn(self._tell_better(item, name)).add_done_callback(self._end)

    async def _tell_better(self, item: Item, name: str) -> None:
        await pass_time(self._stage.rng.uniform(0.1, 30) * HOUR * self._scale)
        self._stage.side.tell_better(item, name)

    async def _pause(self, _kind: Kind) -> None:
        """The user wants to have quiet for some hours; the timer keeps it, unless the clock is set meanwhile."""
        stage = self._stage
        hours = stage.rng.uniform(0.5, 30) * self._scale
        core = stage.core
        if core is None:
            return
        until = stage.clock.now() + timedelta(hours=hours)
        set_before = stage.settings_of_clock
        try:
            await core.pause(Pause(until))
        except (StoreError, Killed):
            return
        before = stage.truth.runs(Trigger.TIMER)
        await pass_time(hours * HOUR - 60)
        runs = stage.truth.runs(Trigger.TIMER) - before
        if runs and stage.settings_of_clock == set_before:
            stage.truth.fail(f"{runs} runs by the timer while it was paused until {until}")

    async def _refresh(self, _kind: Kind) -> None:
        """The user has the bank itself asked for news, which may be refused; now and then three times in a row."""
        core = self._stage.core
        for _ in range(self._stage.rng.choice([1, 1, 3])):
            if core is not None:
                (number,) = self._stage.rng.choice(self._stage.truth.ask("SELECT id FROM item"))
                with suppress(UsageError, ProviderError, StoreError, VaultError, Killed):
                    await core.ask_bank_to_refresh(ItemId(number))

    def _item(self) -> Item:
        return self._stage.rng.choice(self._stage.side.items())

    async def _remove_and_readd(self, _kind: Kind) -> None:
        stage, rng = self._stage, self._stage.rng
        item = self._item()
        rows = stage.side.take_back(item, rng.randint(1, 5))
        if rng.random() < 0.5:
            await pass_time(rng.uniform(0.1, 20) * HOUR * self._scale)
        stage.side.give_again(item, rows)

    async def _be_wrong(self, kind: Kind) -> None:
        stage, rng = self._stage, self._stage.rng
        error = timedelta(hours=rng.uniform(0.1, 80))
        await stage.set_error(-error if kind is Kind.CLOCK_BACK else error)
        await pass_time(rng.uniform(0.2, 24) * HOUR * self._scale)
        await stage.set_error(timedelta(0))

    async def _change_the_hour(self, _kind: Kind) -> None:
        """Daylight saving: it is met with quiet hours around it, which are meant by the wall clock."""
        stage = self._stage
        assert stage.change is not None
        if (core := stage.core) is not None:
            with suppress(StoreError, Killed):
                await core.choose_quiet(QuietHours(time(1, 30), time(4)))
        wait = (stage.change - stage.world.true_now()).total_seconds()
        if wait > 0:
            await pass_time(wait)

    async def _look_in(self, _kind: Kind) -> None:
        """Another program opens the same folder, asks for a sync, and stays for a while; one of the two may die."""
        stage, rng = self._stage, self._stage.rng
        while stage.guest is None:
            if stage.lock is None and stage.core is not None:
                with suppress(StoreError):
                    stage.guest = stage.make_program()
            if stage.guest is None:
                await pass_time(HOUR)
        guest = stage.guest
        try:
            with suppress(StoreError, Killed, TimeoutError):
                await guest.start()
                stage.truth.clicks.append(stage.clock.now().timestamp() * 1000)
                asked = await guest.core.request_sync()
                stage.spawn(stage.look_for_guests())
                async with asyncio.timeout(HOUR):
                    await guest.core.wait_until_done(asked)
                await stage.user.edit(guest.core)
                if rng.random() < 0.5:
                    stage.spawn(stage.kill(stage.program))
                    await pass_time(rng.uniform(0.1, 3) * HOUR)
        finally:
            if guest.is_up:
                with suppress(Killed):
                    await guest.stop()
            stage.guest = None

    async def _last(self, kind: Kind) -> None:
        """Something that lasts: it goes on until it was met at least once, which somebody's clicks help along."""
        stage = self._stage
        begin, end = self._spans()[kind]
        before = stage.faults.fired[kind]
        begin()
        longest = min(_LONGEST.get(kind, 20.0), 20 * self._scale)
        await pass_time(stage.rng.uniform(0.005, 1) * HOUR * longest)
        while stage.faults.fired[kind] == before:
            if stage.core is None:  # it cannot be started while the file is locked
                end()
                await pass_time(HOUR)
                begin()
            await stage.request(Trigger.USER)
            await pass_time(_LOOK)
        end()

    def _spans(self) -> dict[Kind, tuple[Callable[[], None], Callable[[], None]]]:
        stage = self._stage

        def go_offline() -> None:
            stage.wire.offline = True
            if stage.scene is not None:
                stage.scene.net.cut()
            stage.surroundings.tell(Situation(online=False), Signal.CHANGED)

        def go_online() -> None:
            stage.wire.offline = False
            if stage.scene is not None:
                stage.scene.net.offline = False
            stage.surroundings.tell(Situation(online=True), Signal.NETWORK_BACK)

        def lock_vault() -> None:
            stage.vault.locked = True

        def unlock_vault() -> None:
            stage.vault.locked = False

        return {
            Kind.OFFLINE: (go_offline, go_online),
            Kind.VAULT_LOCKED: (lock_vault, unlock_vault),
            Kind.OUTAGE: (self._go_down, self._come_up),
            Kind.BUSY: (self._occupy, self._let_go),
            Kind.FULL: (self._fill, self._make_room),
        }

    def _go_down(self) -> None:
        stage = self._stage
        stage.side.catch_up()
        stage.side.bank.happen(
            {"kind": "outage", "institution_id": self._item().institution_id, "minutes": 100_000}
        )

    def _come_up(self) -> None:
        self._stage.side.bank.estate.outages.clear()

    def _occupy(self) -> None:
        if self._stage.lock is None:
            self._stage.lock = Lock(self._stage.path)

    def _let_go(self) -> None:
        lock, self._stage.lock = self._stage.lock, None
        if lock is not None:
            lock.release()

    def _fill(self) -> None:
        stage = self._stage
        stage.is_full = True
        for item in stage.side.items():
            stage.side.buy(item, 15)
        if stage.program is not None:
            stage.program.disk.fill()

    def _make_room(self) -> None:
        stage = self._stage
        stage.is_full = False
        if stage.program is not None:
            stage.program.disk.make_room()
