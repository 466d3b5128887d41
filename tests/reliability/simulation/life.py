"""One simulation: everything that a seed draws, and what must be so in the end."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch

from budgetsync.domain.sync import Trigger
from tests.reliability.crash import Killed
from tests.reliability.simulation.faults import draw_faults
from tests.reliability.simulation.happenings import Happenings
from tests.reliability.simulation.loop import VirtualLoop, pass_time
from tests.reliability.simulation.stage import HOUR, Stage

_DAY = 24 * HOUR
_LONGEST = 26 * _DAY
_RUNS = 20
"""Runs by the timer that the faults are spread over."""
SEEDS_FOR_A_RELAY = 4
"""One seed of so many has a relay; it costs more than the others."""
_CALM = 4 * _DAY
"""By then everything has to be in order."""


@dataclass(slots=True)
class Outcome:
    """What a simulation came to.

    Attributes:
        fired: How often each kind of fault struck.
        failures: What is wrong, empty when all is well.
        digest: The same for the same seed.
        cpu: Seconds of the processor's time.
    """

    seed: int
    fired: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    days: float = 0.0
    healed: float = 0.0
    runs: int = 0
    syncs: int = 0
    deaths: int = 0
    edits: int = 0
    undone: int = 0
    rows: int = 0
    proved: int = 0
    notices: int = 0
    events: int = 0
    acked: int = 0
    relay_deaths: int = 0
    cpu: float = 0.0
    digest: str = ""


def simulate(seed: int, folder: Path) -> Outcome:
    """Live through one seed in a folder of its own."""
    begun = time.process_time()
    rng = Random(seed)  # noqa: S311 - a simulation that can be lived again
    outcome = Outcome(seed)
    with (
        without_polling(keeps=seed % 4 == 0),
        _with_slow_lines(),
        asyncio.Runner(loop_factory=lambda: VirtualLoop(rng)) as runner,
    ):
        runner.run(Simulation(seed, rng, folder, outcome).live())
    outcome.cpu = time.process_time() - begun
    return outcome


@contextmanager
def without_polling(*, keeps: bool) -> Iterator[None]:
    """Let the program look less often for what it is told of here: a look costs the same in virtual time.

    Args:
        keeps: Whether backups and checks are made, which cost more than all the rest.
    """
    with (
        patch("budgetsync.core_requests._FOLLOW_POLL", 60.0),
        patch("budgetsync.sync.succession.CLAIM_EVERY", 60.0),
        patch("budgetsync.sync.scheduler.LONGEST_REST", timedelta(days=1)),
        patch("budgetsync.sync.notifier.BETWEEN_LOOKS", 6 * HOUR),
        patch("budgetsync.sync.keeping.START_PAUSE", 3.0 if keeps else 1_000 * _DAY),
        patch("budgetsync.sync.keeping.BETWEEN_LOOKS", _DAY),
        patch("budgetsync.sync.realtime.NOTED_EVERY", timedelta(days=1)),
    ):
        yield


@contextmanager
def _with_slow_lines() -> Iterator[None]:
    """Let relay and client say and expect a sign of life every few hours, and try again less often."""
    with (
        patch("budgetsync.relay.server.app.SWEEP_SECONDS", 6 * HOUR),
        patch("budgetsync.relay.server.listeners.HEARTBEAT", 4 * HOUR),
        patch("budgetsync.relay.server.reading.LONGEST_WAIT", HOUR),
        patch("budgetsync.relay.client.connection.LONGEST_WAIT", HOUR),
        patch("budgetsync.relay.client.connection._SILENCE", 10 * HOUR),
        patch("budgetsync.relay.client.light.SILENCE", timedelta(hours=10)),
        patch("budgetsync.relay.client.pace.LONGEST_PAUSE", HOUR / 2),
    ):
        yield


class Simulation:
    """Lives one seed through."""

    def __init__(self, seed: int, rng: Random, folder: Path, outcome: Outcome) -> None:
        self._seed = seed
        self._rng = rng
        self._folder = folder
        self._outcome = outcome

    async def live(self) -> None:
        """Live it; a first failure ends it."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(let_the_dead_rest)
        rng = self._rng
        items = rng.choice([1, 2, 2, 3])
        interval = rng.choice([1, 2, 3, 6, 8, 12, 24]) * HOUR
        horizon = min(_LONGEST, _RUNS * interval / items)
        relay = self._seed % SEEDS_FOR_A_RELAY == 2
        faults = draw_faults(rng, 2 * HOUR, horizon, relay=relay)
        stage = Stage(rng, self._seed, self._folder, faults, interval, relay=relay)
        happenings = Happenings(stage, min(1.0, horizon / (10 * _DAY)))
        try:
            await stage.open()
            await stage.connect(items)
            if stage.scene is not None:
                await stage.scene.open()
            stage.spawn(self._type(stage, horizon))
            stage.spawn(self._sign_in(stage))
            stage.spawn(self._watch(stage))
            await happenings.unfold()
            await self._wait_for_the_last(stage, happenings)
            await self._heal(stage)
        finally:
            await stage.close()
            self._report(stage)

    async def _type(self, stage: Stage, horizon: float) -> None:
        """The user edits now and then."""
        while True:
            await pass_time(self._rng.uniform(0.2, 2) * horizon / 15)
            if (core := stage.core) is not None:
                try:
                    await (stage.user.undo if self._rng.random() < 0.15 else stage.user.edit)(core)
                except Killed:
                    continue

    async def _sign_in(self, stage: Stage) -> None:
        """The user signs in where the bank asked for it and the program said so; half of them click afterwards."""
        while True:
            await pass_time(0.5 * HOUR)
            locked = [item for item in stage.side.items() if item.needs_login]
            for item in locked:
                told = stage.truth.ask(
                    "SELECT 1 FROM item WHERE source_item_id = ? AND status = 'REAUTH_REQUIRED'", item.item_id
                )
                if told and self._rng.random() < 0.3:
                    stage.side.catch_up()
                    stage.side.bank.act("repair_login", item)
                    if self._rng.random() < 0.5:
                        await stage.request(Trigger.USER)

    async def _watch(self, stage: Stage) -> None:
        """Compare ledger and truth now and then, whatever is under way."""
        while not stage.truth.failures:
            await pass_time(self._rng.uniform(0.5, 1.5) * 8 * stage.interval)
            stage.truth.check()

    async def _wait_for_the_last(self, stage: Stage, happenings: Happenings) -> None:
        """Wait until every fault has struck."""
        until = asyncio.get_running_loop().time() + 6 * _DAY
        while (stage.faults.armed or happenings.lasting) and asyncio.get_running_loop().time() < until:
            if stage.truth.failures:
                return
            await pass_time(HOUR)
            await stage.request(Trigger.USER)
            if stage.scene is not None:
                stage.scene.stir()
        if never := stage.faults.never_fired():
            stage.truth.fail(f"planned and never fired: {', '.join(never)}")

    async def _heal(self, stage: Stage) -> None:
        """Nothing goes wrong any more: everything has to come right by itself, in time."""
        loop = asyncio.get_running_loop()
        stage.side.freeze()
        await stage.set_error(timedelta(0))
        stage.calm = True
        if stage.scene is not None:
            stage.scene.heal()
        begun = loop.time()
        while not stage.truth.failures:
            is_up = stage.core is not None and stage.core.owns_engine
            if is_up and all(stage.truth.is_current(item) for item in stage.side.items()):
                break
            if loop.time() > begun + _CALM:
                stage.truth.fail(f"not healed after {_CALM / _DAY:.0f} days: {self._standing(stage)}")
                break
            await pass_time(HOUR / 2)
        self._outcome.healed = loop.time() - begun
        if not stage.truth.failures:
            if stage.scene is not None:
                await stage.scene.check_end()
            before = stage.truth.runs() - stage.truth.runs(Trigger.WEBHOOK)
            await pass_time(2 * stage.interval + HOUR)
            stage.truth.check_end(stage.world.true_now())
            self._check_rest(stage, stage.truth.runs() - stage.truth.runs(Trigger.WEBHOOK) - before)
            if told := stage.truth.open_notices():
                stage.truth.fail(f"still told though all is well: {told}")

    @staticmethod
    def _check_rest(stage: Stage, runs: int) -> None:
        """All is well: syncs come by the clock alone."""
        most = 4 * len(stage.side.items())
        if runs > most:
            stage.truth.fail(f"{runs} runs in two intervals, though nothing was wrong; {most} would be many")

    @staticmethod
    def _standing(stage: Stage) -> str:
        found = stage.truth.ask("SELECT id, status, history, trouble_code FROM item")
        queued = stage.truth.ask("SELECT item_id, state, attempts FROM queue")
        return f"items {found}, queue {queued}, program {stage.program is not None}"

    def _report(self, stage: Stage) -> None:
        outcome, truth = self._outcome, stage.truth
        truth.failures += [*stage.side.over[:1], *stage.ears.twice[:1]]
        outcome.notices = stage.ears.heard
        outcome.failures = [
            f"{reason} (faults: {', '.join(sorted(stage.faults.kinds))})" for reason in truth.failures
        ]
        outcome.fired = Counter({kind.value: times for kind, times in stage.faults.fired.items()})
        outcome.days = stage.world.seconds / _DAY
        outcome.syncs, outcome.deaths = stage.side.syncs, stage.deaths
        outcome.edits, outcome.undone, outcome.proved = stage.user.edits, stage.user.undone, truth.proved
        if (scene := stage.scene) is not None:
            outcome.events, outcome.acked = sum(scene.courier.genuine.values()), scene.acked
            outcome.relay_deaths = scene.relay.deaths
        outcome.runs = truth.ask("SELECT count(*) FROM sync_run")[0][0]
        outcome.rows = truth.ask('SELECT count(*) FROM "transaction"')[0][0]
        outcome.digest = hashlib.sha256(repr(truth.history()).encode()).hexdigest()
        truth.close()


def let_the_dead_rest(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Say nothing of what somebody who was killed leaves behind."""
    if not isinstance(context.get("exception"), Killed):
        loop.default_exception_handler(context)
