"""The relay put together: what decides, the routes to it, and what has to be done now and then."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Collection

from starlette.applications import Starlette

from budgetsync.relay.server.doorkeeper import Doorkeeper
from budgetsync.relay.server.errors import StorageFailed
from budgetsync.relay.server.figures import Figures
from budgetsync.relay.server.guard import Guard
from budgetsync.relay.server.listeners import Listeners
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.membership import Membership
from budgetsync.relay.server.nonces import Nonces
from budgetsync.relay.server.options import Options
from budgetsync.relay.server.posting import Posting
from budgetsync.relay.server.reading import Reading
from budgetsync.relay.server.records import Clock, Randomness
from budgetsync.relay.server.routes import Cut, Routes

SWEEP_SECONDS = 60.0
"""Between two looks for what has run out."""
POLL_SECONDS = 1.0
"""Between two looks for what other processes stored, where there may be others."""
_POLLED = 1000
_log = logging.getLogger(__name__)


class Relay:
    """A relay. `app` is what a server runs; `run` has to run beside it, on the same loop.

    Args:
        room: Closed by whoever opened it.
        cut: Where the server can drop the connection of somebody who does not read.
    """

    def __init__(
        self,
        room: Mailroom,
        options: Options,
        *,
        clock: Clock = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        randomness: Randomness = secrets.token_bytes,
        cut: Cut | None = None,
    ) -> None:
        self.figures = figures = Figures()
        self.listeners = Listeners(clock, figures)
        self._room = room
        guard = Guard(options.rates, monotonic)
        door = Doorkeeper(room, guard, Nonces(room.nonce_secret), options.hosts, clock, randomness)
        routes = Routes(
            room,
            door,
            Posting(room, guard, clock, figures),
            Reading(room, self.listeners),
            Membership(room, door, self.listeners, guard, clock, options),
            figures,
            options,
            cut,
        )
        room.tell(self.listeners.offer)
        room.count(figures.count_commit)
        figures.watch("streams", "Open event streams.", lambda: self.listeners.streams)
        self.app = Starlette(routes=routes.list_routes())

    async def run(self) -> None:
        """Keep streams alive, throw away what has run out, look for what other processes stored. Until cancelled."""
        self._room.watch(self._notice)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.listeners.keep_alive())
            tasks.create_task(self._sweep())
            if self._room.is_shared:
                tasks.create_task(self._look_for_news())

    def stop(self) -> None:
        """End every stream and poll in order, so that whoever listened goes elsewhere."""
        self.listeners.stop()

    def _notice(self, devices: Collection[str] | None) -> None:
        for device in self.listeners.devices if devices is None else devices:
            self.listeners.nudge(device)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self._room.sweep()
            except StorageFailed as error:
                _log.warning("what has run out is still there: %s", error)

    async def _look_for_news(self) -> None:
        while True:
            await asyncio.sleep(POLL_SECONDS)
            devices = self.listeners.devices
            for first in range(0, len(devices), _POLLED):
                await self._look_at(devices[first : first + _POLLED])

    async def _look_at(self, devices: list[str]) -> None:
        try:
            heads = await self._room.heads(devices)
        except StorageFailed as error:
            _log.warning("the storage did not say what is new: %s", error)
            return
        for device in devices:
            head = heads.get(device)
            if head is None:
                self.listeners.end(device, "revoked")
            else:
                self.listeners.compare(device, head)
