"""Taking webhooks in: sealed once for each device of their mailbox, and given the next number of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from nacl.public import PublicKey, SealedBox

from budgetsync.relay.server.database import Desk
from budgetsync.relay.server.epochs import count_taken
from budgetsync.relay.server.queues import make_room
from budgetsync.relay.server.records import Entry, Post, Stored
from budgetsync.relay.server.secret_names import digest_of


@dataclass(slots=True)
class _Queue:
    device: str
    epoch: str
    base: int
    head: int
    waiting: int
    size: int
    box: "SealedBox[PublicKey]"


def mailbox_of(desk: Desk, address: str) -> str | None:
    """Name the mailbox that an address belongs to; None where it belongs to none."""
    rows = desk.rows("SELECT mailbox FROM address WHERE digest = ?", digest_of(address))
    return str(rows[0][0]) if rows else None


def take_in(desk: Desk, posts: Sequence[Post]) -> list[tuple[Stored, ...] | None]:
    """Store webhooks for each device of their mailboxes, in the order in which they are given.

    Returns:
        For each what was stored, or None where no mailbox has such an address.
    """
    digests = [digest_of(post.address) for post in posts]
    places = dict(desk.rows("SELECT digest, mailbox FROM address WHERE digest IN ??", desk.among(digests)))
    queues = _queues(desk, set(places.values()))
    taken: list[tuple[Stored, ...] | None] = []
    rows: list[tuple[object, ...]] = []
    for post, digest in zip(posts, digests, strict=True):
        mailbox = places.get(digest)
        if mailbox is None:
            taken.append(None)
            continue
        stored = []
        for queue in queues.get(mailbox, ()):
            sealed = queue.box.encrypt(post.packet)
            queue.head += 1
            queue.waiting += 1
            queue.size += len(sealed)
            rows.append((queue.device, queue.head, post.arrived, len(sealed), sealed))
            entry = Entry(queue.head - queue.base, post.arrived, sealed)
            stored.append(Stored(queue.device, queue.epoch, entry))
        taken.append(tuple(stored))
    _save(desk, rows, [queue for one in queues.values() for queue in one])
    count_taken(desk, sum(1 for stored in taken if stored is not None))
    return taken


def _queues(desk: Desk, mailboxes: set[str]) -> dict[str, list[_Queue]]:
    """Look the devices up, and keep other processes from their queues until all is committed.

    Always in the same order, so that two processes never wait for each other in a circle.
    """
    queues: dict[str, list[_Queue]] = {}
    for mailbox, device, epoch, base, head, waiting, size, seal_pub in desk.rows(
        "SELECT mailbox, id, epoch, base, head, waiting, size, seal_pub FROM device"
        " WHERE mailbox IN ?? ORDER BY id FOR UPDATE",
        desk.among(mailboxes),
    ):
        box = SealedBox(PublicKey(bytes(seal_pub)))
        queues.setdefault(mailbox, []).append(_Queue(device, epoch, base, head, waiting, size, box))
    return queues


def _save(desk: Desk, rows: list[tuple[object, ...]], queues: list[_Queue]) -> None:
    desk.change_many(
        "INSERT INTO packet (device, seq, arrived_at, size, sealed) VALUES (?, ?, ?, ?, ?)", rows
    )
    desk.change_many(
        "UPDATE device SET head = ?, waiting = ?, size = ? WHERE id = ?",
        [(queue.head, queue.waiting, queue.size, queue.device) for queue in queues],
    )
    for queue in queues:
        if queue.waiting > desk.limits.entries or queue.size > desk.limits.size:
            make_room(desk, queue.device)
