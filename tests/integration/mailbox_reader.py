"""A desktop's end of a relay for tests: the real client, and an inbox that keeps what it was given."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from random import Random

from budgetsync.domain.realtime import LightState, Mailbox, MailboxEvent
from budgetsync.host.clock import SystemClock
from budgetsync.relay.client import RelayClient
from budgetsync.vault.memory_vault import MemoryVault

ENTRY = "relay/7/demo"
PATIENCE = 20  # seconds until a test gives up


class KeptInbox:
    """Keeps entries in the order in which they were given.

    Attributes:
        epochs: Those that were begun.
        failures: What is raised instead, one at each call.
    """

    def __init__(self) -> None:
        self.events: list[MailboxEvent] = []
        self.epochs: list[str] = []
        self.failures: list[Exception] = []
        self.changed = asyncio.Event()

    async def take(self, _epoch: str, events: Sequence[MailboxEvent], /) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.events += events
        self.changed.set()

    async def begin_epoch(self, epoch: str, /) -> None:
        self.epochs.append(epoch)
        self.changed.set()

    @property
    def bodies(self) -> list[bytes]:
        return [event.delivery.body for event in self.events if event.delivery is not None]

    @property
    def seqs(self) -> list[int]:
        return [event.seq for event in self.events]


class Reader:
    """A computer with its vault, its relay client and an inbox."""

    def __init__(self, *, clock: SystemClock | None = None, look_every: float = 5.0) -> None:
        self.clock = clock or SystemClock()
        self.vault = MemoryVault()
        random = Random(1)  # noqa: S311 - to be repeated
        self.client = RelayClient(self.vault, ENTRY, self.clock, random=random, look_every=look_every)
        self.inbox = KeptInbox()
        self.states: list[LightState] = []
        self.client.watch(self._hear)

    def _hear(self) -> None:
        self.states.append(self.client.light.state)
        self.inbox.changed.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something that entries or the light bring about."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self.inbox.changed.clear()
                await self.inbox.changed.wait()

    async def until_light(self, state: LightState) -> None:
        await self.until(lambda: self.client.light.state is state)

    @asynccontextmanager
    async def following(self, mailbox: Mailbox) -> AsyncIterator[asyncio.Task[None]]:
        """Follow a mailbox meanwhile."""
        task = asyncio.create_task(self.client.follow(mailbox, self.inbox))
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
