"""Follows a mailbox for as long as the program runs: connects, notices what is dead, and connects again."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from random import Random

from budgetsync.domain.errors import RelayError, RelayRefused, RelayUnreachable, StoreError
from budgetsync.domain.ports import Clock, RelayInbox
from budgetsync.domain.realtime import LightState, Mailbox
from budgetsync.relay.client.connection import Connection, Place
from budgetsync.relay.client.light import Beacon
from budgetsync.relay.client.pace import Pace
from budgetsync.relay.client.reading import EventReader
from budgetsync.relay.client.session import Sessions
from budgetsync.relay.client.tasks import run_until_first
from budgetsync.relay.client.wire import Wire

_log = logging.getLogger(__name__)
LEAP = 30.0
"""Seconds that the wall clock has to run ahead of the monotonic one to show that the computer slept."""
BETWEEN_WAKES = 1.0
"""Seconds between two attempts, however often the network comes and goes."""


class Follower:
    """Follows one mailbox.

    Args:
        look_every: Seconds between two looks whether the computer slept.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        inbox: RelayInbox,
        open_wire: Callable[[], Wire],
        sessions: Sessions,
        reader: EventReader,
        beacon: Beacon,
        clock: Clock,
        random: Random,
        *,
        look_every: float,
    ) -> None:
        self._mailbox = mailbox
        self._inbox = inbox
        self._open_wire = open_wire
        self._sessions = sessions
        self._reader = reader
        self._beacon = beacon
        self._clock = clock
        self._look_every = look_every
        self._pace = Pace(random)
        # Whether the relay heard of the last acknowledgement of an earlier program, nobody can tell.
        self._place = Place(mailbox.epoch, mailbox.cursor, -1 if mailbox.cursor else 0)
        self._woken = asyncio.Event()
        self._connection: Connection | None = None

    def wake(self) -> None:
        """Connect anew now."""
        self._woken.set()

    async def run(self) -> None:
        """Follow until cancelled, or until the relay does not know us any more."""
        while True:
            begun = asyncio.get_running_loop().time()
            self._woken.clear()
            if not self._pace.failures:
                self._beacon.turn(LightState.CONNECTING)
            try:
                await run_until_first(self._connect(), self._woken.wait(), self._watch_clock())
            except RelayRefused as error:
                _log.info("the relay does not know this computer any more: %s", error.message)
                self._beacon.turn(LightState.REVOKED, trouble=error.trouble)
                return
            except (RelayError, StoreError) as error:
                await self._rest(error)
            if self._woken.is_set():
                self._pace.begin_anew()
                self._beacon.turn(LightState.CONNECTING)
                await asyncio.sleep(max(0.0, begun + BETWEEN_WAKES - asyncio.get_running_loop().time()))

    async def _connect(self) -> None:
        now = asyncio.get_running_loop().time()
        async with self._open_wire() as wire:
            connection = self._connection = Connection(
                wire,
                self._sessions,
                self._mailbox.id,
                self._place,
                self._inbox,
                self._reader,
                self._beacon,
                self._pace,
            )
            if self._pace.polls(now):
                await connection.poll(self._pace.poll_until)
            else:
                await connection.stream()

    async def _rest(self, error: RelayError | StoreError) -> None:
        """Wait before the next attempt; a wake-up ends that."""
        loop = asyncio.get_running_loop()
        connection = self._connection
        lasted = loop.time() - connection.on_since if connection and connection.on_since is not None else None
        told = error.retry_after if isinstance(error, RelayUnreachable) else None
        pause = self._pace.draw_pause(lasted, told)
        _log.info("the relay is tried again in %.1f s: %s", pause, error.message)
        # One loss is no reason to alarm anybody: relays are started anew, networks change.
        state = LightState.CONNECTING if self._pace.failures == 1 else LightState.UNREACHABLE
        retry_at = self._clock.now() + timedelta(seconds=pause)
        self._beacon.turn(state, retry_at=retry_at, trouble=error.trouble)
        await run_until_first(self._woken.wait(), asyncio.sleep(pause), self._watch_clock())

    async def _watch_clock(self) -> None:
        """Return when the computer slept: the wall clock went on, the monotonic one did not."""
        ahead = self._ahead()
        while True:
            await asyncio.sleep(self._look_every)
            before, ahead = ahead, self._ahead()
            if ahead - before >= LEAP:
                _log.info("the computer slept, or its clock was set: the relay is connected anew")
                self._woken.set()
                return

    def _ahead(self) -> float:
        return self._clock.now().timestamp() - self._clock.monotonic()
