"""Handing entries out: streams, long polls, and what devices have done with them."""

import asyncio

from budgetsync.relay.protocol import LONGEST_WAIT, PAGE, Ack, EventPage
from budgetsync.relay.server.listeners import Listeners, Waiter
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.records import Page, Reader
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.streams import Line, Stream, to_event
from budgetsync.relay.server.translating import refusing

FURTHEST = 10**18
"""No mailbox ever gets there, and a database can still count that far."""


class Reading:
    """Hands entries out to devices."""

    def __init__(self, room: Mailroom, listeners: Listeners) -> None:
        self._room = room
        self._listeners = listeners

    def make_stream(self, reader: Reader, line: Line) -> Stream:
        """A stream, not begun yet."""

        async def read(epoch: str, after: int) -> Page:
            return await self.page(reader, epoch, after)

        return Stream(self._listeners, line, reader.device, read)

    async def page(self, reader: Reader, epoch: str, after: int) -> Page:
        """Read a page.

        Raises:
            RefusedError: The device was shut out, or the storage does not answer.
        """
        with refusing():
            return await self._room.page(reader, epoch, after, PAGE)

    async def poll(self, reader: Reader, epoch: str, after: int, seconds: float) -> EventPage:
        """Read a page, and wait for one where there is none.

        Raises:
            RefusedError: The device was shut out, or the storage does not answer.
        """
        deadline = asyncio.get_running_loop().time() + min(seconds, LONGEST_WAIT)
        waiter = Waiter(epoch, after)
        self._listeners.add(reader.device, waiter)
        try:
            page = await self.page(reader, epoch, after)
            left = deadline - asyncio.get_running_loop().time()
            if not page.entries and page.epoch == epoch and left > 0 and await waiter.wait(left):
                page = await self.page(reader, epoch, after)
        finally:
            self._listeners.remove(reader.device, waiter)
        now = self._listeners.now()
        return EventPage(page.epoch, page.head, [to_event(entry, now) for entry in page.entries])

    async def acknowledge(self, reader: Reader, ack: Ack) -> None:
        """Let go of what a device has.

        Raises:
            RefusedError: It speaks of another epoch, or was shut out.
        """
        if not 0 <= ack.seq < FURTHEST:
            raise RefusedError(Why.MALFORMED)
        with refusing():
            await self._room.acknowledge(reader, ack.epoch, ack.seq)
        self._listeners.figures.acknowledged += 1
