"""A laptop that is shut and opened again: what happened meanwhile is there within seconds of the network's return.

python -m tests.reliability.suspends --first 1 --count 200

Program, client and relay are the real ones, on virtual time, with the deadlines that they are shipped with. While the
laptop is shut, from a minute to thirty days, the bank goes on and tells of it, and the relay keeps what fits.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from budgetsync.domain.situation import Signal, Situation
from budgetsync.relay.client.client import LOOK_EVERY
from budgetsync.sandbox.model.items import Item
from tests.reliability.simulate import MEMORY, say
from tests.reliability.simulation.faults import Faults
from tests.reliability.simulation.life import let_the_dead_rest, without_polling
from tests.reliability.simulation.loop import VirtualLoop, pass_time
from tests.reliability.simulation.realtime import RealTimeScene
from tests.reliability.simulation.stage import HOUR, Stage

IN_A_LIFE = 10
"""Suspends that one ledger lives through."""
WITHIN = 5.0
"""Seconds after the network is back in which everything has to be there."""
SHORTEST, LONGEST = 60.0, 30 * 24 * HOUR
_STEP = 2 * HOUR
_PATIENCE = 120.0
_LOOK = 0.05


@dataclass(slots=True)
class Slept:
    """What one suspend came to.

    Attributes:
        hours: How long the laptop was shut.
        after: Seconds from the network's return until everything was there; None where it never was.
        webhooks: How many were posted meanwhile.
        overflowed: Whether the mailbox was too small for them.
    """

    hours: float
    after: float | None
    webhooks: int
    overflowed: bool


@dataclass(slots=True)
class Outcome:
    """What one life came to."""

    seed: int
    slept: list[Slept] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def run(seed: int, count: int) -> Outcome:
    """Live through some suspends of one ledger."""
    rng = Random(seed)  # noqa: S311 - to be repeated
    room = MEMORY if os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix=f"suspends-{seed}-", dir=room))
    outcome = Outcome(seed)
    try:
        with (
            without_polling(keeps=False),
            asyncio.Runner(loop_factory=lambda: VirtualLoop(rng)) as runner,
        ):
            runner.run(_live(seed, rng, folder, outcome, count))
    finally:
        shutil.rmtree(folder)
    return outcome


async def _live(seed: int, rng: Random, folder: Path, outcome: Outcome, count: int) -> None:
    await Life(seed, rng, folder, outcome).live(count)  # which wants a loop from the beginning


class Life:
    """One ledger, its computer, its bank and its relay."""

    def __init__(self, seed: int, rng: Random, folder: Path, outcome: Outcome) -> None:
        self._rng = rng
        self._stage = Stage(rng, seed, folder, Faults(rng, []), HOUR, relay=True)
        self._outcome = outcome

    @property
    def _scene(self) -> RealTimeScene:
        assert self._stage.scene is not None
        return self._stage.scene

    async def live(self, count: int) -> None:
        """Live it; whatever is wrong is written down."""
        asyncio.get_running_loop().set_exception_handler(let_the_dead_rest)
        stage, scene = self._stage, self._scene
        stage.page_size = 500
        stage.surroundings.tells = True
        scene.look_every = LOOK_EVERY
        scene.lets_go = True
        try:
            await self._begin()
            for _ in range(count):
                await pass_time(self._rng.uniform(20, 90))
                self._outcome.slept.append(await self._sleep())
                stage.truth.check()
            await pass_time(60)
            scene.check_inbox()
        finally:
            await stage.close()
            self._outcome.failures += stage.truth.failures
            stage.truth.close()

    async def _begin(self) -> None:
        await self._stage.open()
        await self._stage.connect(self._rng.choice([1, 2, 3]))
        await self._scene.open()
        await self._wait(3 * HOUR, 60)

    async def fall_silent(self) -> float | None:
        """Let the line be dead without anybody knowing; gives the seconds until what came then was there."""
        self._scene.look_every = LOOK_EVERY
        try:
            await self._begin()
            await pass_time(60)
            self._scene.net.silence()
            item = self._stage.side.items()[0]
            self._stage.side.buy(item, 1)
            self._scene.announce(item)
            begun = asyncio.get_running_loop().time()
            is_there = await self._wait(_PATIENCE, _LOOK)
            return asyncio.get_running_loop().time() - begun if is_there else None
        finally:
            await self._stage.close()
            self._stage.truth.close()

    async def _sleep(self) -> Slept:
        stage, scene, rng = self._stage, self._scene, self._rng
        seconds = math.exp(rng.uniform(math.log(SHORTEST), math.log(LONGEST)))
        before = len(scene.courier.posts)
        knows_network = rng.random() < 0.5
        self._shut(knows_network=knows_network)
        dropped = await self._go_on_without(seconds)
        relay_was_new = rng.random() < 0.2
        if relay_was_new:
            await scene.relay.kill()
            scene.relay.start()
        await self._open(knows_network=knows_network)
        begun = asyncio.get_running_loop().time()
        is_there = await self._wait(_PATIENCE, _LOOK)
        after = asyncio.get_running_loop().time() - begun if is_there else None
        if not is_there:
            items = stage.truth.ask("SELECT id, status, history, trouble_code FROM item")
            queue = stage.truth.ask("SELECT item_id, trigger, last_error FROM queue WHERE state <> 'done'")
            light = stage.core.realtime_light if stage.core else None
            stage.truth.fail(
                f"not there {_PATIENCE:.0f} s after {seconds / HOUR:.1f} h: {items}, {queue}, {light}"
            )
        return Slept(seconds / HOUR, after, len(scene.courier.posts) - before, dropped)

    def _shut(self, *, knows_network: bool) -> None:
        """The lid falls: the line is dead, and nobody says so."""
        self._scene.net.cut()
        self._stage.wire.offline = True
        if knows_network:
            self._stage.surroundings.tell(Situation(online=False), Signal.CHANGED)

    async def _go_on_without(self, seconds: float) -> bool:
        """The world goes on; tells whether more was posted than the relay keeps."""
        stage, scene, rng = self._stage, self._scene, self._rng
        before = len(scene.courier.posts)
        news_at = rng.uniform(0, seconds)
        while seconds > 0:
            step = min(seconds, _STEP)
            seconds -= step
            stage.world.slept += step
            stage.side.catch_up()
            if news_at >= 0 > (news_at := news_at - step):
                item = rng.choice(stage.side.items())
                stage.side.buy(item, rng.randint(1, 5))
                scene.announce(item)
            while stage.side.bank.outbox.due(stage.side.bank.second()) is not None:
                await pass_time(0.02)
        return len(scene.courier.posts) - before > scene.limits.entries

    async def _open(self, *, knows_network: bool) -> None:
        """The lid goes up, and some seconds later the network is there."""
        stage, rng = self._stage, self._rng
        if rng.random() < 0.7:
            stage.surroundings.tell(stage.surroundings.situation(), Signal.WOKE_UP)
            await pass_time(rng.choice([0.0, 0.3, 4.0, 25.0]))
            knows_network = True
        self._scene.net.offline = stage.wire.offline = False
        stage.surroundings.tell(
            Situation(online=True), Signal.NETWORK_BACK if knows_network else Signal.WOKE_UP
        )

    def _is_there(self, item: Item) -> bool:
        """Whether the ledger has all that the bank has told of so far."""
        found = self._stage.truth.ask("SELECT cursor FROM item WHERE source_item_id = ?", item.item_id)
        cursor = self._stage.side.cursor(item, found[0][0] or "") if found else None
        return cursor is not None and cursor.base >= self._scene.told.get(item.number, 0)

    async def _wait(self, patience: float, look: float) -> bool:
        stage, loop = self._stage, asyncio.get_running_loop()
        until = loop.time() + patience
        while not all(self._is_there(item) for item in stage.side.items()):
            if loop.time() > until:
                return False
            await pass_time(look)
        return True


def run_all(first: int, count: int, processes: int) -> Iterable[Outcome]:
    """Live several lives, as they come."""
    lives = [min(IN_A_LIFE, count - done) for done in range(0, count, IN_A_LIFE)]
    seeds = range(first, first + len(lives))
    if processes == 1:
        yield from map(run, seeds, lives)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(run, seeds, lives)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print one closing line; 1 where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--first", type=int, default=1, help="the first seed; each lives through ten suspends"
    )
    parser.add_argument("--count", type=int, default=200, help="suspends in all")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    slept: list[Slept] = []
    wrong = 0
    for outcome in run_all(options.first, options.count, options.processes):
        slept += outcome.slept
        late = [one for one in outcome.slept if one.after is None or one.after > WITHIN]
        for one in late:
            say(
                f"seed {outcome.seed}: after {one.hours:.2f} h it took {one.after} s, {one.webhooks} webhooks"
            )
        for failure in outcome.failures:
            say(f"seed {outcome.seed}: {failure}")
        if late or outcome.failures:
            say(f"    again: python -m tests.reliability.suspends --first {outcome.seed} --count {IN_A_LIFE}")
        wrong += len(outcome.failures)
    return conclude(slept, options.count, wrong, time.monotonic() - begun)


def conclude(slept: list[Slept], count: int, wrong: int, seconds: float) -> int:
    """Print the closing line."""
    times = sorted(one.after for one in slept if one.after is not None)
    good = sum(after <= WITHIN for after in times)
    overflowed = sum(one.overflowed for one in slept)
    longest = max((one.hours for one in slept), default=0.0)
    say(
        f"suspends: {good} of {count} caught up within {WITHIN:.0f} s of the network's return (median "
        f"{times[len(times) // 2] if times else 0:.2f} s, slowest {times[-1] if times else 0:.2f} s), up to "
        f"{longest / 24:.1f} days; {sum(one.webhooks for one in slept)} webhooks meanwhile, "
        f"{overflowed} mailboxes overflowed; {wrong} differences from the bank; {seconds:.0f} s"
    )
    return 0 if good == count and not wrong and len(slept) == count else 1


if __name__ == "__main__":
    sys.exit(main())
