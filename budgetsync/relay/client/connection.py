"""One connection to a mailbox, by stream or by long poll: entries come, are committed, and then acknowledged."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from budgetsync.domain.errors import RelayUnreachable
from budgetsync.domain.ports import RelayInbox
from budgetsync.domain.realtime import SILENCE, MailboxEvent, Way
from budgetsync.relay.client.light import Beacon
from budgetsync.relay.client.pace import Allowance, Pace
from budgetsync.relay.client.reading import EventReader, check_place, read_hello
from budgetsync.relay.client.session import Sessions
from budgetsync.relay.client.sse import Block, EventStream
from budgetsync.relay.client.tasks import run_until_first
from budgetsync.relay.client.wire import NoStreamError, Wire, read_answer
from budgetsync.relay.protocol import LONGEST_WAIT, PAGE, Ack, EventPage, event_id

HELLO_PATIENCE = 10.0
"""Seconds until a stream has to say hello; one that is held back on the way never does."""
LARGEST_PAGE = 3 * 1024 * 1024
"""Bytes; a full mailbox has a million and a half."""
_ACK_PAUSE = 0.2
"""Seconds between two acknowledgements: one stands for all before it."""
_ACK_TRIES = 3
_LONGEST_ACK_PAUSE = 30.0
_EMPTY_PAUSE = 5.0
"""Seconds between two long polls that found nothing; a relay holds them longer."""
_PIECE = 4 * 1024
"""Bytes of a stream that are read in one turn of the loop."""
_SILENCE = SILENCE.total_seconds()


@dataclass(slots=True)
class Place:
    """How far the mailbox is read. It outlives connections.

    Attributes:
        epoch: "" before the first connection of all.
        cursor: The last entry that is committed here.
        acknowledged: The last one that the relay knows of; -1 where nobody can tell.
    """

    epoch: str
    cursor: int
    acknowledged: int

    @property
    def resume(self) -> str:
        """What a stream resumes after."""
        return event_id(self.epoch, self.cursor) if self.epoch else ""


class Connection:
    """One connection. It ends by an error alone, of which the caller knows what follows.

    Attributes:
        on_since: When it became of use, by the loop's time; None before.
    """

    def __init__(
        self,
        wire: Wire,
        sessions: Sessions,
        mailbox: str,
        place: Place,
        inbox: RelayInbox,
        reader: EventReader,
        beacon: Beacon,
        pace: Pace,
    ) -> None:
        self._wire = wire
        self._sessions = sessions
        self._path = f"/mailboxes/{mailbox}"
        self._place = place
        self._inbox = inbox
        self._reader = reader
        self._beacon = beacon
        self._pace = pace
        self._before: datetime | None = beacon.light.last_byte_at
        self._queue: asyncio.Queue[MailboxEvent] = asyncio.Queue(PAGE)
        self._committed = asyncio.Event()
        self.on_since: float | None = None

    async def stream(self) -> None:
        """Take in what the stream brings.

        Raises:
            RelayUnreachable: It ended or fell silent.
            RelayRefused: The relay does not know us any more.
            StoreError: Something could not be committed.
        """
        await self._sessions.with_bearer(self._wire, self._stream)

    async def poll(self, until: float) -> None:
        """Take in what the long poll brings, until it is time to try the stream again.

        Args:
            until: By the loop's time.

        Raises:
            RelayUnreachable, RelayRefused, StoreError: As of `stream`.
        """
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            begun = loop.time()
            page = await self._sessions.with_bearer(self._wire, self._fetch_page)
            self._beacon.hear()
            await self._meet(page.epoch, page.head, Way.POLL)
            events = []
            for event in page.events[:PAGE]:
                events.append(self._reader.read(event))
                await asyncio.sleep(0)  # unsealing takes its time, and others have theirs
            if page.epoch == self._place.epoch and events:
                await self._take(events)
            elif loop.time() - begun < _EMPTY_PAUSE and self._greeted_before(begun):
                await asyncio.sleep(_EMPTY_PAUSE)
            await self._acknowledge_until_done()

    def _greeted_before(self, begun: float) -> bool:
        return self.on_since is not None and self.on_since < begun

    async def _fetch_page(self, bearer: str) -> EventPage:
        # The first one does not wait, so that it is soon known that the way is open.
        wait = 0 if self.on_since is None else int(LONGEST_WAIT)
        query = urlencode({"epoch": self._place.epoch, "after": self._place.cursor, "wait": wait})
        body = await self._wire.ask(
            "GET",
            f"{self._path}/events?{query}",
            bearer=bearer,
            patience=wait + _SILENCE,
            largest=LARGEST_PAGE,
        )
        page = read_answer(body, EventPage)
        check_place(page.epoch, page.head)
        return page

    async def _stream(self, bearer: str) -> None:
        # A stream that is opened once more, with another session, begins after what is committed.
        self._queue = asyncio.Queue(PAGE)
        self._committed.clear()
        try:
            async with (
                asyncio.timeout(HELLO_PATIENCE) as patience,
                self._wire.stream(
                    f"{self._path}/events", bearer, self._place.resume, HELLO_PATIENCE
                ) as chunks,
            ):
                parser = EventStream()
                blocks = await self._first_blocks(chunks, parser)
                patience.reschedule(None)
                hello = read_hello(blocks[0])
                await self._meet(hello.epoch, hello.head, Way.STREAM)
                await run_until_first(
                    self._read(chunks, parser, blocks[1:]), self._take_all(), self._acknowledge_all()
                )
        except TimeoutError:
            message = "The relay's stream did not begin."
            raise self._missed(message) from None
        except NoStreamError:
            self._pace.miss(asyncio.get_running_loop().time())
            raise

    async def _first_blocks(self, chunks: AsyncIterator[bytes], parser: EventStream) -> list[Block]:
        async for chunk in chunks:
            self._beacon.hear()
            if blocks := parser.feed(chunk):
                return blocks
        message = "The relay ended its stream before it began."
        raise RelayUnreachable(message)

    async def _meet(self, epoch: str, head: int, way: Way) -> None:
        """Compare where the relay's database stands with where we do."""
        place = self._place
        is_other = bool(place.epoch) and (epoch != place.epoch or head < place.cursor)
        if is_other:
            await self._inbox.begin_epoch(epoch)
        if is_other or not place.epoch:
            place.epoch, place.cursor, place.acknowledged = epoch, 0, 0
        if self.on_since is None:
            self.on_since = asyncio.get_running_loop().time()
            self._beacon.greet(way, self._before, head - place.cursor)

    async def _read(self, chunks: AsyncIterator[bytes], parser: EventStream, blocks: Sequence[Block]) -> None:
        last, allowance = self._place.cursor, Allowance()
        while True:
            last = await self._hand_over(blocks, last)
            try:
                async with asyncio.timeout(_SILENCE):
                    chunk = await anext(chunks, b"")
            except TimeoutError:
                message = "The relay fell silent."
                raise self._missed(message) from None
            if not chunk:
                message = "The relay ended its stream."
                raise RelayUnreachable(message)
            self._beacon.hear()
            if not allowance.take(chunk, asyncio.get_running_loop().time()):
                message = "The relay sends far more than webhooks."
                raise RelayUnreachable(message)
            for at in range(_PIECE, len(chunk), _PIECE):  # so that none of it holds the loop up
                last = await self._hand_over(parser.feed(chunk[at - _PIECE : at]), last)
                await asyncio.sleep(0)
            blocks = parser.feed(chunk[(len(chunk) - 1) // _PIECE * _PIECE :])

    async def _hand_over(self, blocks: Sequence[Block], last: int) -> int:
        """Have what came taken in; returns the number of the last one."""
        for block in blocks:
            event = self._reader.read_block(block, self._place.epoch)
            if event is not None and event.seq > last:
                last = event.seq
                await self._queue.put(event)
        return last

    def _missed(self, message: str) -> RelayUnreachable:
        self._pace.miss(asyncio.get_running_loop().time())
        return RelayUnreachable(message)

    async def _take_all(self) -> None:
        while True:
            events = [await self._queue.get()]
            while not self._queue.empty() and len(events) < PAGE:
                events.append(self._queue.get_nowait())
            await self._take(events)

    async def _take(self, events: Sequence[MailboxEvent]) -> None:
        before = self._place.cursor
        new: list[MailboxEvent] = []
        for event in events:
            if event.seq > (new[-1].seq if new else before):
                new.append(event)
        if not new:
            return
        await self._inbox.take(self._place.epoch, new)
        self._place.cursor = new[-1].seq
        self._beacon.advance(
            new[-1].seq - before, sum(one.dropped + (one.delivery is not None) for one in new)
        )
        self._committed.set()

    async def _acknowledge_all(self) -> None:
        while True:
            await self._acknowledge_until_done()
            await self._committed.wait()
            self._committed.clear()

    async def _acknowledge_until_done(self) -> None:
        tries = 0
        while self._place.acknowledged < self._place.cursor:
            place = self._place
            ack = Ack(place.epoch, place.cursor)
            try:
                await self._sessions.with_bearer(self._wire, lambda bearer, ack=ack: self._send(ack, bearer))  # type: ignore[misc]
            except RelayUnreachable as error:
                tries += 1
                if error.retry_after is None or tries >= _ACK_TRIES:
                    raise
                await asyncio.sleep(min(error.retry_after, _LONGEST_ACK_PAUSE))
                continue
            place.acknowledged = max(place.acknowledged, ack.seq)
            await asyncio.sleep(_ACK_PAUSE)

    async def _send(self, ack: Ack, bearer: str) -> None:
        await self._wire.ask("POST", f"{self._path}/ack", ack, bearer=bearer)
