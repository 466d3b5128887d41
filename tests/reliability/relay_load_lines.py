"""Both ends of the relay as lean as they can be: thousands of streams, and a provider that posts on time.

One thread and one epoll: what it costs, the relay does not have on a computer of two cores.
"""

from __future__ import annotations

import heapq
import json
import re
import select
import socket
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from budgetsync.relay.protocol import to_text

TOKEN = ".".join(
    (to_text(b'{"alg":"ES256","kid":"key-1","typ":"JWT"}'), to_text(b'{"iat":1}'), to_text(b"s" * 64))
)
_EVENT = re.compile(rb"event: (webhook|gap)\nid: [^\n]+-(\d+)\ndata: ([^\n]*)\n\n")
_END = b"\r\n\r\n"
_CHUNK = 256 * 1024


@dataclass(slots=True)
class Member:
    """A mailbox and the desktop that reads it.

    Attributes:
        source: The loopback address that it calls from: each desktop has one of its own, as in life.
        posted: When each webhook was due to be posted, in order.
        seen: The number of the newest entry that came.
        late: Seconds from when each was due to when it came.
        acked: The newest number that was acknowledged, or is being.
        sample: One entry as it came, to be unsealed in the end.
    """

    mailbox: str
    device: str
    address: str
    epoch: str
    bearer: str
    source: str
    posted: list[float] = field(default_factory=list)
    seen: int = 0
    late: list[float] = field(default_factory=list)
    acked: int = 0
    acking: bool = False
    sample: bytes = b""
    wrong: str = ""


class Stream:
    """A member's event stream."""

    __slots__ = ("_rest", "member", "opened", "sock")

    def __init__(self, address: tuple[str, int], member: Member) -> None:
        self.member = member
        self.opened = False
        self._rest = b""
        self.sock = socket.socket()
        self.sock.setblocking(False)
        self.sock.bind((member.source, 0))
        self.sock.connect_ex(address)

    def start(self) -> None:
        """Ask for the events."""
        member = self.member
        self.sock.send(
            f"GET /v1/mailboxes/{member.mailbox}/events HTTP/1.1\r\nHost: relay\r\n"
            f"Authorization: Bearer {member.bearer}\r\nAccept: text/event-stream\r\n"
            f"Last-Event-ID: {member.epoch}-{member.seen}\r\n\r\n".encode()
        )

    def read(self, now: float) -> int:
        """Take what came; returns how many events that was.

        Raises:
            ConnectionError: The relay ended the stream.
        """
        told = self.sock.recv(_CHUNK)
        if not told:
            raise ConnectionError(self.member.mailbox)
        self._rest += told
        member = self.member
        if not self.opened and b"event: hello" in self._rest:
            self.opened = True
        count = at = 0
        for found in _EVENT.finditer(self._rest):
            at = found.end()
            count += 1
            number = int(found[2])
            if number != member.seen + 1 or found[1] != b"webhook":
                member.wrong = f"{found[1].decode()} {number} came after {member.seen}"
            member.seen = number
            if number <= len(member.posted):
                member.late.append(now - member.posted[number - 1])
            member.sample = found[3]
        if at:
            self._rest = self._rest[at:]
        elif len(self._rest) < 32 and b"event" not in self._rest:
            self._rest = b""  # a heartbeat
        return count


class Pool:
    """Connections that carry one request each at a time: a provider's, or those of a proxy.

    Args:
        done: Told of each answer: what was asked for, its status, and when it came.
    """

    def __init__(self, sources: Sequence[str], done: Callable[[object, int, float], None]) -> None:
        self._sources = sources
        self._done = done
        self._waiting: deque[tuple[object, bytes]] = deque()
        self._busy: dict[int, object] = {}
        self.sockets: dict[int, socket.socket] = {}
        self._rest: dict[int, bytes] = {}
        self._free: deque[int] = deque()

    def connect(self, address: tuple[str, int], poll: select.epoll) -> None:
        """Open the connections."""
        for source in self._sources:
            sock = socket.socket()
            sock.bind((source, 0))
            sock.connect(address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.setblocking(False)
            self.sockets[sock.fileno()] = sock
            self._free.append(sock.fileno())
            poll.register(sock.fileno(), select.EPOLLIN)

    def __len__(self) -> int:
        return len(self._waiting) + len(self._busy)

    def ask(self, what: object, request: bytes) -> None:
        """Send a request, as soon as a connection is free."""
        self._waiting.append((what, request))
        self._go_on()

    def read(self, number: int, now: float) -> None:
        """Take an answer.

        Raises:
            ConnectionError: The relay closed the connection.
        """
        told = self._rest.pop(number, b"") + self.sockets[number].recv(_CHUNK)
        if not told and number in self._free:  # the relay keeps no connection that nobody has used for long
            self._free.remove(number)
            self.sockets.pop(number).close()
            return
        if not told:
            message = "the relay closed a connection that waited for an answer"
            raise ConnectionError(message)
        head, end, body = told.partition(_END)
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if not end or len(body) < (int(length[1]) if length else 0):
            self._rest[number] = told
            return
        self._free.append(number)
        self._done(self._busy.pop(number), int(head[9:12]), now)
        self._go_on()

    def _go_on(self) -> None:
        while self._free and self._waiting:
            number = self._free.popleft()
            what, request = self._waiting.popleft()
            self._busy[number] = what
            self.sockets[number].send(request)


class Load:
    """All lines of a relay, and a schedule of webhooks.

    Attributes:
        answered: Seconds from when each webhook was due to its answer.
        refused: Statuses other than the one that was wanted.
    """

    def __init__(self, address: tuple[str, int], members: Sequence[Member], lines: int = 48) -> None:
        self._address = address
        self.members = members
        self.answered: list[float] = []
        self.refused: list[int] = []
        self.acked = 0
        self._poll = select.epoll()
        self._streams: dict[int, Stream] = {}
        # A provider posts from a few addresses; acknowledgements come over a proxy's connections.
        self._posts = Pool([f"127.9.0.{1 + number % 8}" for number in range(lines)], self._posted)
        self._acks = Pool(["127.8.0.1"] * lines, self._acknowledged)

    def open_streams(self, at_once: int = 200) -> float:
        """Have every member listen; returns the seconds that took.

        Raises:
            ConnectionError: The relay would not have one.
        """
        begun = time.monotonic()
        waiting = deque(self.members)
        opening: set[int] = set()
        while waiting or opening:
            while waiting and len(opening) < at_once:
                stream = Stream(self._address, waiting.popleft())
                number = stream.sock.fileno()
                self._streams[number] = stream
                opening.add(number)
                self._poll.register(number, select.EPOLLOUT)
            for number, _ in self._poll.poll(10):
                stream = self._streams[number]
                if not stream.opened and number in opening and stream.sock.getpeername():
                    self._step(stream, number)
                if stream.opened:
                    opening.discard(number)
        return time.monotonic() - begun

    def _step(self, stream: Stream, number: int) -> None:
        try:
            stream.read(0)
        except BlockingIOError:
            stream.start()
            self._poll.modify(number, select.EPOLLIN)

    def run(self, schedule: Sequence[tuple[float, int]], patience: float = 30) -> float:
        """Post webhooks when they are due, and acknowledge what comes.

        Args:
            schedule: Seconds from now, and which member.

        Returns:
            Seconds until the last one was delivered, or nothing came for as long as `patience`.
        """
        for pool in (self._posts, self._acks):
            pool.connect(self._address, self._poll)
        begun = last = time.monotonic()
        due = [(begun + at, member) for at, member in schedule]
        heapq.heapify(due)
        missing = len(due)
        while (missing or len(self._acks)) and time.monotonic() < max(
            last, due[0][0] if due else 0
        ) + patience:
            now = time.monotonic()
            while due and due[0][0] <= now:
                self._post(*heapq.heappop(due))
            wait = min(max(due[0][0] - time.monotonic(), 0), 1) if due else 1
            for number, _ in self._poll.poll(wait):
                now = time.monotonic()
                stream = self._streams.get(number)
                if stream is None:
                    (self._posts if number in self._posts.sockets else self._acks).read(number, now)
                elif came := stream.read(now):
                    missing -= came
                    last = now
                    self._acknowledge(stream.member)
        return last - begun

    def close(self) -> None:
        """Hang up."""
        for stream in self._streams.values():
            stream.sock.close()
        for pool in (self._posts, self._acks):
            for sock in pool.sockets.values():
                sock.close()
        self._poll.close()

    def _post(self, at: float, place: int) -> None:
        member = self.members[place]
        member.posted.append(at)
        number = len(member.posted)
        body = json.dumps(
            {
                "environment": "sandbox",
                "historical_update_complete": True,
                "initial_update_complete": True,
                "item_id": f"item-{place}-{number}",
                "webhook_code": "SYNC_UPDATES_AVAILABLE",
                "webhook_type": "TRANSACTIONS",
            },
            indent=2,
        )
        head = (
            f"POST {member.address} HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json\r\n"
            f"Plaid-Verification: {TOKEN}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self._posts.ask(at, (head + body).encode())

    def _posted(self, what: object, status: int, now: float) -> None:
        assert isinstance(what, float)
        if status == 200:
            self.answered.append(now - what)
        else:
            self.refused.append(status)

    def _acknowledge(self, member: Member) -> None:
        if member.acking or member.acked >= member.seen:
            return
        member.acking, member.acked = True, member.seen
        body = json.dumps({"epoch": member.epoch, "seq": member.seen})
        head = (
            f"POST /v1/mailboxes/{member.mailbox}/ack HTTP/1.1\r\nHost: relay\r\n"
            f"Authorization: Bearer {member.bearer}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        self._acks.ask(member, (head + body).encode())

    def _acknowledged(self, what: object, status: int, _now: float) -> None:
        assert isinstance(what, Member)
        what.acking = False
        if status == 204:
            self.acked += 1
            self._acknowledge(what)
        else:
            self.refused.append(status)
