"""What desktop and relay say to each other: paths, signed texts, sealed packets, messages.

Everything is JSON in UTF-8 but for the event stream (text/event-stream) and what is sealed. Binary values are
URL-safe Base64 without padding. Times are the relay's own; what leaves it are ages in milliseconds, so that
clocks need not agree.

Requests, after `/v1`::

    POST   /mailboxes                         PairRequest -> Paired            201; 200 where the device is known
    DELETE /mailboxes/{mailbox}                                                204; everything of it is gone
    POST   /mailboxes/{mailbox}/devices       NewDevice -> DeviceInfo          201; by a device of the mailbox
    GET    /mailboxes/{mailbox}/devices       -> Devices
    DELETE /mailboxes/{mailbox}/devices/{device}                               204; its sessions end at once
    POST   /mailboxes/{mailbox}/addresses     -> Address                       201; the older ones go on working
    DELETE /mailboxes/{mailbox}/addresses/{address}                            204
    POST   /session                           SessionRequest -> Nonce          without nonce and sig
    POST   /session                           SessionRequest -> Session        with both
    GET    /mailboxes/{mailbox}/events        text/event-stream, or EventPage with ?epoch=E&after=N&wait=S
    POST   /mailboxes/{mailbox}/ack           Ack -> 204; 409 where the epoch is another one

Errors are `Refusal` with the status: 400 malformed, 401 no session (open a new one), 403 signature or invite,
404 unknown mailbox or device, 409 epoch, 413, 415, 429 with Retry-After, 503 with Retry-After.

The stream: `event: hello` first (`Hello`), then `event: webhook` or `event: gap` (`Event`), each with
`id: <epoch>-<seq>`; a comment line every HEARTBEAT seconds. `Last-Event-ID: <epoch>-<seq>` resumes after seq; where
the epoch is another one, or seq lies ahead of the mailbox, the stream begins at 0 and hello tells the epoch.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TypeVar

import msgspec

T = TypeVar("T")
RECEIVE_PATH = "/api/plaid/webhook"
"""Where webhooks are posted to: at a relay with `/<address>` behind it."""
VERIFICATION_HEADER = "Plaid-Verification"
HEARTBEAT = 15.0
"""Seconds between two signs of life on a stream."""
LONGEST_WAIT = 25.0
"""Seconds that a long poll is held at most."""
SESSION_SECONDS = 15 * 60
NONCE_SECONDS = 60
LARGEST_BODY = 64 * 1024
LARGEST_TOKEN = 2 * 1024
PAGE = 64
"""Events in a page of the long poll at most, and those that a slow reader may have before it."""


class PairRequest(msgspec.Struct):
    """A desktop asks for a mailbox.

    Attributes:
        device_pub: Ed25519 public key, 32 bytes.
        seal_pub: X25519 public key that bodies are sealed for, 32 bytes.
        name: What a person calls the computer, 64 characters at most.
        sig: Over `pair_text`, by the device key.
        invite: What the relay's owner handed out; "" where the relay is open.
    """

    device_pub: str
    seal_pub: str
    name: str
    sig: str
    invite: str = ""


class Paired(msgspec.Struct):
    """A mailbox for the device, with the whole address that webhooks are posted to."""

    mailbox: str
    device: str
    address: str
    epoch: str


class NewDevice(msgspec.Struct):
    """A device of the mailbox vouches for another one: `sig` over `device_text`, by the device that asks."""

    device_pub: str
    seal_pub: str
    name: str
    sig: str


class DeviceInfo(msgspec.Struct):
    """A device, with ages in milliseconds; `seen_ms` is null where it never opened a session."""

    device: str
    name: str
    added_ms: int
    seen_ms: int | None = None


class Devices(msgspec.Struct):
    """Every device of a mailbox, oldest first."""

    devices: list[DeviceInfo]


class Address(msgspec.Struct):
    """A whole address that webhooks are posted to."""

    address: str


class SessionRequest(msgspec.Struct):
    """First without, then with what the relay gave: `sig` over `session_text`, by the device key."""

    mailbox: str
    device: str
    nonce: str = ""
    sig: str = ""


class Nonce(msgspec.Struct):
    """To be signed within so many seconds."""

    nonce: str
    seconds: int


class Session(msgspec.Struct):
    """The bearer of a session, valid for so many seconds."""

    bearer: str
    seconds: int


class Hello(msgspec.Struct):
    """First words of a stream.

    Attributes:
        head: The newest event's number; 0 where there never was one.
    """

    epoch: str
    head: int


class Event(msgspec.Struct, omit_defaults=True):
    """One entry of a mailbox.

    Attributes:
        kind: webhook or gap. A gap stands for `dropped` events that did not fit or were too old.
        age_ms: Since the relay took it in, at the moment of sending.
        sealed: The packet (`pack`), sealed for this device; "" in a gap.
    """

    seq: int
    kind: str
    age_ms: int
    sealed: str = ""
    dropped: int = 0


class EventPage(msgspec.Struct):
    """Answer of the long poll, oldest first; empty where nothing came in time."""

    epoch: str
    head: int
    events: list[Event]


class Ack(msgspec.Struct):
    """Everything up to `seq` is committed at the device."""

    epoch: str
    seq: int


class Refusal(msgspec.Struct):
    """Why a request was refused: a stable code and a sentence without anything secret."""

    error: str
    message: str


def pair_text(host: str, device_pub: str, seal_pub: str, invite: str) -> bytes:
    """What a device signs to get a mailbox; `host` is host and port as the desktop calls the relay."""
    return f"budgetsync-relay-pair-v1|{host}|{device_pub}|{seal_pub}|{invite}".encode()


def device_text(host: str, mailbox: str, device_pub: str, seal_pub: str) -> bytes:
    """What a device signs to let another one read its mailbox."""
    return f"budgetsync-relay-device-v1|{host}|{mailbox}|{device_pub}|{seal_pub}".encode()


def session_text(host: str, mailbox: str, nonce: str) -> bytes:
    """What a device signs to open a session."""
    return f"budgetsync-relay-v1|{host}|{mailbox}|{nonce}".encode()


def pack(token: str, body: bytes) -> bytes:
    """Put a webhook's header and body together, byte for byte, to be sealed."""
    header = token.encode("latin-1")
    return len(header).to_bytes(2, "big") + header + body


def unpack(packet: bytes) -> tuple[str, bytes]:
    """Take a packet apart again.

    Raises:
        ValueError: It is none.
    """
    length = int.from_bytes(packet[:2], "big")
    if len(packet) < 2 + length:
        message = "the packet is shorter than it says"
        raise ValueError(message)
    return packet[2 : 2 + length].decode("latin-1"), packet[2 + length :]


def read_json(raw: bytes, kind: type[T]) -> T:
    """Read JSON of a kind that a stranger may have sent.

    Raises:
        ValueError: It is none, or of another kind.
    """
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):  # brackets in brackets in brackets
        message = "not what was expected"
        raise ValueError(message) from None


def to_text(raw: bytes) -> str:
    """Write binary as URL-safe Base64 without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def to_bytes(text: str) -> bytes:
    """Read what `to_text` wrote.

    Raises:
        ValueError: It did not write that: alphabet, length or spare bits are wrong.
    """
    if not text.isascii() or "=" in text:
        message = "not URL-safe Base64 without padding"
        raise ValueError(message)
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_text(raw) != text:
        message = "not URL-safe Base64 without padding"
        raise ValueError(message)
    return raw


def event_id(epoch: str, seq: int) -> str:
    """The id of an entry on the stream."""
    return f"{epoch}-{seq}"


def read_event_id(text: str) -> tuple[str, int]:
    """Read what `event_id` wrote.

    Raises:
        ValueError: It did not write that.
    """
    epoch, _, seq = text.rpartition("-")
    if not epoch or not seq.isascii() or not seq.isdigit() or len(seq) > 18:  # noqa: PLR2004 - an int64
        message = "not the id of an event"
        raise ValueError(message)
    return epoch, int(seq)
