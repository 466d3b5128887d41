"""The values that go in and out of the mailroom. Instants are milliseconds of Unix time by the relay's clock."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

Clock = Callable[[], float]
"""Seconds of Unix time."""
Randomness = Callable[[int], bytes]
"""So many bytes that nobody can guess."""
Watcher = Callable[[Collection[str] | None], object]
"""Gets the devices that something is new for; None for all."""

SECOND = 1000
DAY = 24 * 60 * 60 * SECOND


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is kept.

    Attributes:
        age: Milliseconds that an entry waits for its device.
        entries, size: Entries, and bytes of them, that wait for one device at most.
        devices, addresses: Of one mailbox, at most. The oldest address goes where one more is asked for.
        sessions: Of one device, at most; the oldest goes.
        room: Bytes that must be free on the disk for anything to be taken in.
    """

    age: int = 7 * DAY
    entries: int = 1000
    size: int = 1024 * 1024
    devices: int = 8
    addresses: int = 8
    sessions: int = 8
    room: int = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Post:
    """A webhook on its way in.

    Attributes:
        address: The last part of the address that it was posted to.
        packet: Header and body (`protocol.pack`), not sealed yet.
        arrived: When its last byte came.
    """

    address: str = field(repr=False)
    packet: bytes = field(repr=False)
    arrived: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry that waits for a device.

    Attributes:
        seq: Counted from 1 in each epoch, without a hole; a gap has the number of the last that it stands for.
        sealed: For that device alone; b"" in a gap.
        dropped: Entries that a gap stands for; 0 for a webhook.
    """

    seq: int
    arrived: int
    sealed: bytes = field(repr=False)
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """What was committed for one device, so that its stream need not look for it in the database."""

    device: str
    epoch: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Page:
    """What waits for a device after some number, oldest first.

    Attributes:
        epoch: Where it is another one than was asked for, the entries begin at the first that waits.
        head: The newest entry's number; 0 where this epoch had none yet.
    """

    epoch: str
    head: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """How far a device's entries go."""

    epoch: str
    head: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """A mailbox and its first device.

    Attributes:
        address: A new one each time; the older ones go on working.
        is_new: False where the device had the mailbox already.
    """

    mailbox: str
    device: str
    address: str = field(repr=False)
    epoch: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """A device of a mailbox. `seen` is when it last opened a session or acknowledged."""

    device: str
    name: str
    added: int
    seen: int | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who holds a session.

    Attributes:
        until: When the session ends.
    """

    mailbox: str
    device: str
    until: int


@dataclass(frozen=True, slots=True)
class MailboxRecord:
    """A mailbox as its relay's operator sees it.

    Attributes:
        mailbox: Its whole name.
        waiting, size: Entries and bytes that wait, over all devices.
        seen: When any of its devices was last there.
    """

    mailbox: str
    created: int
    devices: int
    waiting: int
    size: int
    seen: int | None


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep threw away: entries that became gaps, sessions, invites, and mailboxes nobody came to."""

    entries: int
    sessions: int
    invites: int
    mailboxes: int


class News(Protocol):
    """Tells the other processes that share a database what is new."""

    def send(self, devices: Collection[str] | None) -> None:
        """Tell about devices, or about all (None); never waits."""
        ...

    def close(self) -> None:
        """Stop listening and telling."""
        ...
