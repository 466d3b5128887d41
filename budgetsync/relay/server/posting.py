"""Taking webhooks in: looked over, counted, and answered once they are durable."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping

from budgetsync.relay.protocol import pack
from budgetsync.relay.server.errors import UnknownMailbox
from budgetsync.relay.server.figures import Figures
from budgetsync.relay.server.guard import Guard
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.records import SECOND, Clock, Post
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.screening import is_for_devices, screen_headers
from budgetsync.relay.server.translating import refusing

COMMIT_SECONDS = 4.0
"""In which a webhook has to be durable; with the time for its body that is within what a provider waits."""
_KNOWN = 100_000


class Posting:
    """Takes webhooks in."""

    def __init__(self, room: Mailroom, guard: Guard, clock: Clock, figures: Figures) -> None:
        self._room = room
        self._guard = guard
        self._clock = clock
        self._figures = figures
        # Whose address it is, so that only the first webhook has to ask. A closed one is noticed when it is stored.
        self._mailboxes: OrderedDict[str, str] = OrderedDict()

    async def take(
        self, address: str, headers: Mapping[str, str], caller: str, read: Callable[[], Awaitable[bytes]]
    ) -> None:
        """Take one webhook in. When this returns it is durable, or it is one that is not kept.

        Args:
            address: The last part of what it was posted to.
            headers: By lower-case name.
            read: Reads its body.

        Raises:
            RefusedError: It was not taken in.
        """
        try:
            kept = await self._take(address, headers, caller, read)
        except RefusedError as error:
            self._figures.webhooks[error.why.name] += 1
            raise
        self._figures.webhooks["stored" if kept else "dropped"] += 1

    async def _take(
        self, address: str, headers: Mapping[str, str], caller: str, read: Callable[[], Awaitable[bytes]]
    ) -> bool:
        self._guard.admit_post(caller)
        token = screen_headers(headers)
        body = await read()
        kept = is_for_devices(body)
        arrived = self._clock()
        try:
            async with asyncio.timeout(COMMIT_SECONDS):
                with refusing():
                    self._guard.admit_to(await self._mailbox_of(address))
                    if kept:
                        post = Post(address, pack(token, body), int(arrived * SECOND))
                        await self._room.take_in(post)
        except TimeoutError:
            # It may become durable all the same; the next try is then absorbed by the device.
            raise RefusedError(Why.FULL, retry_after=COMMIT_SECONDS) from None
        except RefusedError as error:
            if error.why is Why.NOT_FOUND:
                self._mailboxes.pop(address, None)
            raise
        self._figures.answered.add(max(self._clock() - arrived, 0.0))
        return kept

    async def _mailbox_of(self, address: str) -> str:
        mailbox = self._mailboxes.get(address) or await self._room.mailbox_of(address)
        if mailbox is None:
            raise UnknownMailbox
        self._mailboxes[address] = mailbox
        self._mailboxes.move_to_end(address)
        if len(self._mailboxes) > _KNOWN:
            self._mailboxes.popitem(last=False)
        return mailbox
