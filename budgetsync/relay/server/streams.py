"""One open event stream: what goes out on it, when, and when its reader is given up."""

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Protocol

from budgetsync.relay.protocol import PAGE, Event, Hello, to_text
from budgetsync.relay.server import frames
from budgetsync.relay.server.listeners import Ending, Listeners
from budgetsync.relay.server.records import SECOND, Entry, Head, Page, Stored
from budgetsync.relay.server.refusals import RefusedError

Read = Callable[[str, int], Awaitable[Page]]
"""Reads what waits for the stream's device after a number of an epoch, PAGE entries at most; refuses one that was
shut out."""


class Line(Protocol):
    """The way to one reader."""

    async def write(self, chunk: bytes) -> None:
        """Send bytes on; waits while the reader's buffer is full."""

    async def finish(self) -> None:
        """End the answer in order."""

    def cut(self) -> None:
        """Drop the connection at once."""


def to_event(entry: Entry, now: float) -> Event:
    """An entry as it goes out at that time, in seconds of Unix time."""
    return Event(
        seq=entry.seq,
        kind="gap" if entry.dropped else "webhook",
        age_ms=max(int(now * SECOND) - entry.arrived, 0),
        sealed=to_text(entry.sealed),
        dropped=entry.dropped,
    )


class Stream:
    """An open event stream. It costs a task only while there is something to write."""

    __slots__ = (
        "_begun",
        "_behind",
        "_device",
        "_due",
        "_ending",
        "_epoch",
        "_hub",
        "_last",
        "_line",
        "_live",
        "_pumping",
        "_read",
        "_ready",
        "_stalled",
        "_writing",
    )

    def __init__(self, hub: Listeners, line: Line, device: str, read: Read) -> None:
        self._hub = hub
        self._line = line
        self._device = device
        self._epoch = ""
        self._read = read
        self._last = self._live = 0
        self._ready: deque[Entry] = deque()
        self._due = b""
        self._ending: Ending | None = None
        self._behind = self._begun = self._pumping = self._writing = False
        self._stalled = 0

    def listen(self) -> None:
        """Hear of what is committed from now on. To be closed, whatever comes of it."""
        self._hub.add(self._device, self)

    def begin(self, page: Page, epoch: str, after: int) -> None:
        """Say hello and go on from there.

        Args:
            page: Read after `listen`.
            epoch, after: Where the reader says that it stands.
        """
        self._epoch = page.epoch
        self._last = after if epoch == page.epoch and after <= page.head else 0
        self._live = page.head
        self._due = frames.frame_hello(Hello(epoch=page.epoch, head=page.head))
        self._add(page)
        self._begun = True
        self._hub.figures.streams_opened += 1
        self._hub.wrote(self)
        self._pump()

    def close(self) -> None:
        """The reader has gone, by itself or because the stream was ended."""
        self._ending = why = self._ending or "left"
        self._hub.remove(self._device, self)
        self._hub.forget(self)
        if self._begun:
            self._hub.figures.streams_ended[why] += 1

    def offer(self, stored: Stored) -> None:
        """An entry was committed. A reader who lets 64 pile up while its buffer is full is cut off."""
        entry = stored.entry
        if self._ending is not None or (stored.epoch == self._epoch and entry.seq <= self._last):
            return
        if not self._begun or self._behind or stored.epoch != self._epoch or entry.seq != self._last + 1:
            self._behind = True
        else:
            self._ready.append(entry)
            self._last = entry.seq
        if self._writing:
            self._stalled += 1
            if self._stalled > PAGE:
                self._cut()
        self._pump()

    def nudge(self) -> None:
        """Look into the store."""
        if self._ending is None:
            self._behind = True
            self._pump()

    def compare(self, head: Head) -> None:
        """Look into the store where it has more than this stream knows of."""
        if self._begun and (head.epoch, head.head) != (self._epoch, self._last):
            self.nudge()

    def beat(self) -> None:
        """Say that the line is alive; a reader who has not even read the last words is cut off."""
        if self._writing:
            self._cut()
        elif self._ending is None:
            self._due = self._due or frames.HEARTBEAT
            self._pump()

    def end(self, why: Ending) -> None:
        """Write what is ready, then end; at once where the reader does not read, or may no longer."""
        if self._ending is None:
            self._ending = why
            if self._writing:
                self._line.cut()
            self._pump()

    def _cut(self) -> None:
        self._ending = "slow"
        self._line.cut()

    def _pump(self) -> None:
        if self._begun and not self._pumping and self._ending not in {"slow", "left"}:
            self._pumping = True
            self._hub.start(self._write())

    async def _write(self) -> None:
        try:
            while self._ending is None and (self._due or self._ready or self._behind):
                if self._behind and not self._ready and not self._due:
                    await self._catch_up()
                chunk = self._take()
                if chunk:
                    self._writing = True
                    await self._line.write(chunk)
                    self._writing = False
                    self._rest()
        except RefusedError as error:
            self.end("revoked" if error.why.status in {401, 404} else "failed")
        finally:
            self._writing = self._pumping = False
        if self._ending not in {None, "slow", "left"}:
            await self._line.finish()

    def _rest(self) -> None:
        """Something was written; the stream may have ended meanwhile."""
        self._stalled = 0
        if self._ending is None:
            self._hub.wrote(self)

    async def _catch_up(self) -> None:
        self._behind = False
        page = await self._read(self._epoch, self._last)
        if page.epoch == self._epoch:
            self._add(page)
        else:
            self.end("anew")

    def _add(self, page: Page) -> None:
        for entry in page.entries:
            if entry.seq > self._last:
                self._ready.append(entry)
                self._last = entry.seq
        if not page.entries:
            self._last = max(self._last, page.head)  # what lies before the head is gone
        self._behind = self._behind or self._last < page.head

    def _take(self) -> bytes:
        chunk, self._due = [self._due], b""
        now = self._hub.now()
        figures = self._hub.figures
        figures.events_sent += len(self._ready)
        while self._ready:
            entry = self._ready.popleft()
            if entry.seq > self._live:
                figures.delivered.add(max(now - entry.arrived / SECOND, 0.0))
            chunk.append(frames.frame_event(self._epoch, to_event(entry, now)))
        return b"".join(chunk)
