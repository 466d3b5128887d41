"""What is carried by hand from one computer to another, so that both read one mailbox: a request and its approval.

Neither is a secret. A mistake in copying is noticed by a check sum; that nobody put himself between is up to whoever
carries them, as with any pairing by hand.
"""

from hashlib import sha256
from typing import TypeVar

import msgspec

from budgetsync.domain.errors import RelayRefused
from budgetsync.relay.protocol import read_json, to_bytes, to_text

T = TypeVar("T", bound=msgspec.Struct)
_SUM = 4
_LONGEST = 4096


class PairingRequest(msgspec.Struct, tag="request"):
    """A computer asks to read a mailbox of a relay."""

    relay: str
    device_pub: str
    seal_pub: str
    name: str


class Approval(msgspec.Struct, tag="approval"):
    """Which mailbox it may read, as which device."""

    relay: str
    mailbox: str
    device: str
    address: str


def write_text(words: msgspec.Struct) -> str:
    """Write words as one piece of text without spaces."""
    raw = msgspec.json.encode(words)
    return to_text(raw + sha256(raw).digest()[:_SUM])


def read_text(text: str, kind: type[T]) -> T:
    """Read what `write_text` wrote, wherever lines were broken on the way.

    Raises:
        RelayRefused: It did not write that, or something of another kind.
    """
    try:
        whole = to_bytes("".join(text[:_LONGEST].split()))
        raw, end = whole[:-_SUM], whole[-_SUM:]
        words = read_json(raw, kind) if sha256(raw).digest()[:_SUM] == end else None
    except ValueError:
        words = None
    if words is None:
        message = "This text is not what the other computer showed, or not all of it."
        raise RelayRefused(message, action="Copy all of it, and try again.")
    return words
