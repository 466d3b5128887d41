"""What happens to the relay, to the lines that lead there, and to what is posted, beside what waits for a request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tests.reliability.simulation.faults import Kind
from tests.reliability.simulation.loop import pass_time
from tests.reliability.simulation.realtime import HOUR, RealTimeScene

if TYPE_CHECKING:
    from tests.reliability.simulation.stage import Stage


class RelayHappenings:
    """Lets them happen.

    Args:
        scale: How long what lasts for hours lasts, from 0 to 1.
    """

    def __init__(self, stage: Stage, scene: RealTimeScene, scale: float) -> None:
        self._stage = stage
        self._scene = scene
        self._scale = scale
        self._rng = stage.rng

    def moments(self) -> dict[Kind, Callable[[Kind], Awaitable[None]]]:
        """Each kind's own."""
        return {
            Kind.WEBHOOK_REPLAYED: lambda _: self._scene.replay(),
            Kind.MADE_UP_KEYS: lambda _: self._scene.flood(),
            Kind.KEYS_ROTATED: self._rotate,
            Kind.RELAY_RESTARTED: self._restart,
            Kind.RELAY_ROLLED_BACK: self._roll_back,
            Kind.RELAY_DOWN: self._be_down,
            Kind.RELAY_SLOW: self._be_slow,
            Kind.MAILBOX_FULL: self._overflow,
            Kind.LINE_RESET: self._reset,
            Kind.LINE_SILENT: self._fall_silent,
        }

    async def _rotate(self, _kind: Kind) -> None:
        self._stage.side.catch_up()
        self._stage.side.bank.happen({"kind": "rotate_keys"})

    async def _restart(self, _kind: Kind) -> None:
        relay = self._scene.relay
        await self._rng.choice([relay.stop, relay.kill])()
        await pass_time(self._rng.choice([1, 20, 600]))
        relay.start()

    async def _roll_back(self, _kind: Kind) -> None:
        """The operator's copy is some hours old; what came since is gone, and what was done with it undone."""
        relay, rng = self._scene.relay, self._rng
        if rng.random() < 0.7:
            relay.back_up()
        await pass_time(rng.uniform(0.2, 30) * HOUR * self._scale)
        for _ in range(rng.randint(0, 4)):
            self._scene.stir()
            await pass_time(rng.choice([1, 30]))
        await relay.roll_back()
        await pass_time(rng.choice([1, 600]))
        relay.start()

    async def _be_down(self, _kind: Kind) -> None:
        await self._scene.relay.kill()
        await pass_time(self._rng.uniform(0.1, 20) * HOUR * self._scale)
        self._scene.relay.start()

    async def _be_slow(self, _kind: Kind) -> None:
        net = self._scene.net
        net.lag = self._rng.choice([0.5, 5.0, 60.0])
        await pass_time(self._rng.uniform(0.1, 10) * HOUR * self._scale)
        net.lag = 0.0

    async def _overflow(self, _kind: Kind) -> None:
        """More than the relay keeps comes while the computer cannot be reached."""
        scene, rng = self._scene, self._rng
        scene.net.cut()
        for _ in range(min(scene.limits.entries, 15) + rng.randint(1, 4)):
            scene.stir()
            await pass_time(rng.uniform(0.2, 30))
        scene.net.offline = False
        scene.net.reset()

    async def _reset(self, _kind: Kind) -> None:
        self._scene.net.reset()

    async def _fall_silent(self, _kind: Kind) -> None:
        self._scene.net.silence()
