"""The event stream, byte for byte: hello, events, and the comment that says that the line is alive."""

import msgspec

from budgetsync.relay.protocol import Event, Hello, event_id

HEARTBEAT = b":\n\n"
"""A comment, which the reader drops; its bytes are what matters."""

_encode = msgspec.json.Encoder().encode


def frame_hello(hello: Hello) -> bytes:
    """The first words of a stream. It has no id, so that a reader's place is not moved by it."""
    return b"event: hello\ndata: " + _encode(hello) + b"\n\n"


def frame_event(epoch: str, event: Event) -> bytes:
    """One entry, with the id that a reader resumes after. JSON has no line break in it, so one line holds it."""
    return b"".join(
        (
            b"event: ",
            event.kind.encode("ascii"),
            b"\nid: ",
            event_id(epoch, event.seq).encode("ascii"),
            b"\ndata: ",
            _encode(event),
            b"\n\n",
        )
    )
