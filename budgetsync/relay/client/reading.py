"""What a relay says, read without believing it: entries, the hello, pages."""

from collections.abc import Callable
from datetime import datetime, timedelta

from budgetsync.domain.errors import RelayUnreachable
from budgetsync.domain.realtime import MailboxEvent
from budgetsync.domain.webhook import Delivery, Route
from budgetsync.relay.client.keys import DeviceKeys
from budgetsync.relay.client.sse import Block
from budgetsync.relay.protocol import (
    LARGEST_BODY,
    LARGEST_TOKEN,
    Event,
    Hello,
    read_event_id,
    read_json,
    to_bytes,
    to_text,
    unpack,
)

TEST_TOKEN = to_text(b'{"alg":"ES256","kid":"budgetsync-test","typ":"JWT"}') + "."
"""How the tokens of test events begin, whoever's: no provider's does."""
_LONGEST_EPOCH = 64
_FURTHEST = 10**18
_OLDEST = timedelta(days=3650)
_MOST_DROPPED = 10**9


class EventReader:
    """Turns entries of a mailbox into what the inbox takes.

    Args:
        now: The wall clock.
        tested: Called with the token of each test event that comes out.
    """

    def __init__(self, keys: DeviceKeys, now: Callable[[], datetime], tested: Callable[[str], None]) -> None:
        self._keys = keys
        self._now = now
        self._tested = tested

    def read_block(self, block: Block, epoch: str) -> MailboxEvent | None:
        """Read an event of the stream; None where it is none of a mailbox.

        Raises:
            RelayUnreachable: It has no number, or one of another epoch.
        """
        if block.event not in {"webhook", "gap"}:
            return None
        try:
            named, seq = read_event_id(block.id)
        except ValueError:
            named, seq = "", 0
        if named != epoch or not _is_number(seq):
            message = "The relay sent an event without a number."
            raise RelayUnreachable(message)
        try:
            event = read_json(block.data, Event)
        except ValueError:
            return MailboxEvent(seq, None, 1)
        return self.read(event) if event.seq == seq else MailboxEvent(seq, None, 1)

    def read(self, event: Event) -> MailboxEvent:
        """Read an entry; one that cannot be unsealed counts as lost, so that it never comes in the way of the next.

        Raises:
            RelayUnreachable: It has no number.
        """
        if not _is_number(event.seq):
            message = "The relay sent an event without a number."
            raise RelayUnreachable(message)
        if event.kind != "webhook":
            return MailboxEvent(event.seq, None, min(max(event.dropped, 1), _MOST_DROPPED))
        try:
            token, body = unpack(self._keys.unseal(to_bytes(event.sealed)))
        except ValueError:
            return MailboxEvent(event.seq, None, 1)
        if token.startswith(TEST_TOKEN):
            self._tested(token)
            return MailboxEvent(event.seq, None)
        if len(token) > LARGEST_TOKEN or len(body) > LARGEST_BODY:
            return MailboxEvent(event.seq, None, 1)
        age = min(timedelta(milliseconds=min(max(event.age_ms, 0), 10**15)), _OLDEST)
        return MailboxEvent(event.seq, Delivery(body, token, Route.RELAY, self._now() - age))


def read_hello(block: Block) -> Hello:
    """Read the first words of a stream.

    Raises:
        RelayUnreachable: They are others.
    """
    try:
        hello = read_json(block.data, Hello)
    except ValueError:
        hello = Hello("", 0)
    if block.event != "hello":
        hello = Hello("", 0)
    check_place(hello.epoch, hello.head)
    return hello


def check_place(epoch: str, head: int) -> None:
    """See that a relay's epoch and newest number can be ones.

    Raises:
        RelayUnreachable: They cannot.
    """
    plain = epoch.isascii() and epoch.isprintable() and 0 < len(epoch) <= _LONGEST_EPOCH
    if not plain or not 0 <= head < _FURTHEST:
        message = "The relay did not say which events it has."
        raise RelayUnreachable(message)


def _is_number(seq: int) -> bool:
    return 0 < seq < _FURTHEST
