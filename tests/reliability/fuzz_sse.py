"""What a relay may send, mangled: the stream, its pages, and the texts that are carried by hand.

Nothing but our own errors comes out, no webhook that was altered on the way, nothing out of bounds; and however the
bytes are cut into pieces, they mean the same.
"""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import msgspec
from nacl.public import SealedBox

from budgetsync.domain.errors import RelayError, RelayRefused
from budgetsync.domain.realtime import MailboxEvent
from budgetsync.relay.client.keys import DeviceKeys
from budgetsync.relay.client.reading import TEST_TOKEN, EventReader, read_hello
from budgetsync.relay.client.sse import LONGEST_BLOCK, Block, EventStream
from budgetsync.relay.client.texts import Approval, PairingRequest, read_text, write_text
from budgetsync.relay.client.wire import read_answer
from budgetsync.relay.protocol import Event, EventPage, Hello, Session, event_id, pack, to_bytes, to_text
from tests.reliability.fuzz import Tried

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
EPOCH = "Zm9vYmFyYmF6cXV4"
_KEYS = DeviceKeys("https://relay.example.org", bytes(range(32)), bytes(range(1, 33)))
_TOKENS = ("e30.e30.c2ln", "x" * 900, "", f"{TEST_TOKEN}e30.c2ln")
_BODIES = (b'{\n  "webhook_type": "TRANSACTIONS"\n}', b"", b"\r\n\r\n", bytes(range(256)), b"y" * 9_000)
_NASTY = (
    b"\n",
    b"\r",
    b"\r\n\r\n",
    b":",
    b"\0",
    b"\xff",
    b"data",
    b"data:",
    b"id: -1",
    b"id:",
    b"event: gap\n",
    b"event: hello\n",
    b"retry: 1\n",
    b'{"seq":9e999}',
    b"[[[[[[[[[[",
    b"\xef\xbb\xbf",
    b"18446744073709551616",
    "\u2028".encode(),
)


class Stream:
    """The target: one device, one mailbox."""

    def __init__(self) -> None:
        box = SealedBox(_KEYS._sealed_for.public_key)
        self._genuine = {(token, body) for token in _TOKENS for body in _BODIES}
        self._sealed = [to_text(box.encrypt(pack(token, body))) for token, body in sorted(self._genuine)]
        self._tests: list[str] = []
        self._reader = EventReader(_KEYS, lambda: NOW, self._tests.append)

    def try_one(self, random: Random) -> Tried:
        """Make a stream, a page or a text, and read it."""
        self._tests.clear()
        match random.randrange(8):
            case 0:
                return self._try_page(random)
            case 1:
                return _try_text(random)
            case _:
                return self._try_stream(random)

    def _try_stream(self, random: Random) -> Tried:
        raw = self._write(random)
        if is_mangled := bool(random.randrange(5)):
            raw = _mangle(random, raw)
        outcome, blocks, most = _feed(_cut(random, raw))
        if most > LONGEST_BLOCK:
            return Tried("too much", f"{most} bytes were kept of one event")
        whole, all_blocks, _ = _feed([raw])
        if (outcome, blocks) != (whole, all_blocks) and outcome == whole == "read":
            return Tried("cut", "cut into other pieces it means something else")
        if not is_mangled and outcome != "read":
            return Tried("refused", "a stream that is in order was refused")
        if outcome != "read":
            return Tried(outcome)
        return self._judge(random, blocks)

    def _judge(self, random: Random, blocks: list[Block]) -> Tried:
        events: list[MailboxEvent] = []
        try:
            if blocks and random.getrandbits(1):
                read_hello(blocks[0])
            for block in blocks:
                event = self._reader.read_block(block, EPOCH)
                if event is not None:
                    events.append(event)
        except RelayError as error:
            return Tried(type(error).__name__)
        return self._look_over(events)

    def _look_over(self, events: list[MailboxEvent]) -> Tried:
        for event in events:
            if not 0 < event.seq < 2**63 or not 0 <= event.dropped <= 10**9:
                return Tried("number", f"{event.seq}, {event.dropped} dropped")
            delivery = event.delivery
            if delivery is None:
                continue
            if (delivery.token, delivery.body) not in self._genuine or delivery.token.startswith(TEST_TOKEN):
                return Tried("altered", "a webhook came out that nobody sealed")
            if event.dropped or delivery.arrived_at > NOW:
                return Tried("dated", f"{delivery.arrived_at}, {event.dropped} dropped")
        if any(event.delivery is not None for event in events):
            return Tried("webhooks")
        return Tried("hints" if events else "nothing")

    def _try_page(self, random: Random) -> Tried:
        page = EventPage(EPOCH, random.randrange(99), [self._event(random, seq) for seq in range(3)])
        kind = random.choice((EventPage, EventPage, Session, Hello))
        try:
            read = read_answer(_mangle(random, msgspec.json.encode(page)), kind)
            events = (
                [self._reader.read(event) for event in read.events] if isinstance(read, EventPage) else []
            )
        except RelayError as error:
            return Tried(type(error).__name__)
        return self._look_over(events)

    def _write(self, random: Random) -> bytes:
        end = random.choice((b"\n", b"\n", b"\r\n", b"\r"))
        parts = [b"\xef\xbb\xbf"] if not random.randrange(20) else []
        hello = msgspec.json.encode(Hello(EPOCH, random.randrange(100)))
        parts += [b"event: hello", end, b"data: ", hello, end, end]
        for seq in range(1, random.randrange(1, 5)):
            event = self._event(random, seq)
            lines = [
                b"event: " + event.kind.encode("utf-8", "replace"),
                b"id: " + event_id(EPOCH, seq).encode(),
                b"data: " + msgspec.json.encode(event),
            ]
            random.shuffle(lines)
            for line in lines:
                parts += [line, end]
            parts.append(end)
            if not random.randrange(3):
                parts += [b": ", end, end]
        return b"".join(parts)

    def _event(self, random: Random, seq: int) -> Event:
        sealed = random.choice(self._sealed)
        if not random.randrange(4):
            at = random.randrange(len(sealed))
            sealed = sealed[:at] + random.choice("Aa_-9=é") + sealed[at + random.randrange(3) :]
        kind = random.choice(("webhook", "webhook", "webhook", "gap", "news"))
        age = random.choice((0, 5, 86_400_000, -1, 2**53, -(2**63), 2**63 - 1))
        return Event(
            random.choice((seq, seq, seq, -1, 2**63 - 1)), kind, age, sealed, random.choice((0, 0, 7, -9))
        )


def make() -> Stream:
    """Make the target."""
    return Stream()


def _feed(chunks: list[bytes]) -> tuple[str, list[Block], int]:
    stream, blocks, most = EventStream(), [], 0
    try:
        for chunk in chunks:
            blocks += stream.feed(chunk)
            most = max(most, len(stream._line), stream._size)
    except RelayError as error:
        return type(error).__name__, [], most
    return "read", blocks, most


def _try_text(random: Random) -> Tried:
    words = random.choice(
        (
            PairingRequest("https://relay.example.org", _KEYS.device_pub, _KEYS.seal_pub, "tower"),
            Approval("https://relay.example.org", "m" * 22, "d" * 22, "https://relay.example.org/x"),
        )
    )
    text = write_text(words)
    if random.getrandbits(1):
        text = _mangle(random, text.encode()).decode("utf-8", "replace")
    else:
        text = write_text(words)
        raw = _mangle(random, to_bytes(text))
        text = to_text(raw)
    kind = random.choice((PairingRequest, Approval))
    try:
        read = read_text(text, kind)
    except RelayRefused:
        return Tried("text refused")
    # Lines may be broken anywhere: that is no alteration.
    return Tried("text read", "" if read == words else "a text that was altered was read")


def _cut(random: Random, raw: bytes) -> list[bytes]:
    chunks, at = [], 0
    longest = random.choice((1, 3, 40, 4_000))
    if longest < 40 and len(raw) > 2_000:
        longest = 400
    while at < len(raw):
        size = random.randrange(longest + 1)
        chunks.append(raw[at : at + size])
        at += size
    return chunks


def _mangle(random: Random, raw: bytes) -> bytes:
    made = bytearray(raw)
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(made) + 1)
        match random.randrange(6):
            case 0 if at < len(made):
                made[at] ^= 1 << random.randrange(8)
            case 1:
                del made[at : at + random.randrange(1, 30)]
            case 2:
                made[at:at] = made[at : at + random.randrange(1, 90)]
            case 3:
                made[at:at] = random.choice(_NASTY)
            case 4:
                made[at:at] = random.choice((b"x", b"[", b":\n", b"data: 1\n")) * (
                    random.choice((50, 3_000)) if random.randrange(40) else LONGEST_BLOCK
                )
            case _:
                made[at : at + 1] = random.randbytes(1)
    return bytes(made)
