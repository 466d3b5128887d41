"""The queue of a device: reading on, acknowledging, and what becomes of too much and too old."""

from collections.abc import Sequence
from dataclasses import dataclass

from budgetsync.relay.server.database import Desk
from budgetsync.relay.server.epochs import contradict
from budgetsync.relay.server.errors import MailroomError, OtherEpoch, UnknownMailbox
from budgetsync.relay.server.records import Entry, Head, Page

SPARED = 0.9
"""How much of what is allowed is left where the oldest entries have to go: so not each new one costs one."""


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A device has everything up to `seq` of this epoch in its own database."""

    device: str
    epoch: str
    seq: int


def page(desk: Desk, device: str, epoch: str, after: int, limit: int) -> Page | None:
    """Read what waits for a device after a number of this epoch, or from the start where the epoch is another one.

    What is asked for again though it was acknowledged is gone: a gap stands for it.

    Returns:
        None where something has to be put right first; see `settle`.

    Raises:
        UnknownMailbox: There is no such device, or no longer.
    """
    rows = desk.rows("SELECT epoch, base, cursor, head FROM device WHERE id = ?", device)
    if not rows:
        raise UnknownMailbox
    [(present, base, cursor, head)] = rows
    place = base + after if epoch == present else base
    if place > head:
        return None
    entries = []
    if place < cursor:
        entries.append(Entry(cursor - base, desk.now, b"", cursor - place))
        place = cursor
    found = desk.rows(
        "SELECT seq, arrived_at, sealed, dropped FROM packet WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?",
        device,
        place,
        limit - len(entries),
    )
    if any(not dropped and arrived < desk.now - desk.limits.age for _, arrived, _, dropped in found):
        return None
    entries += [Entry(seq - base, arrived, bytes(sealed), dropped) for seq, arrived, sealed, dropped in found]
    return Page(present, head - base, tuple(entries))


def settle(desk: Desk, device: str, epoch: str, after: int) -> bool:
    """Put right what `page` came upon: a client that is ahead of us, or entries that are too old.

    Returns:
        Whether a new epoch has begun.
    """
    rows = desk.rows("SELECT epoch, base, head FROM device WHERE id = ? FOR UPDATE", device)
    if not rows:
        return False
    [(present, base, head)] = rows
    is_ahead = epoch == present and base + after > head
    if is_ahead:
        contradict(desk, device)
    drop_old(desk, device)
    return bool(is_ahead)


def acknowledge(desk: Desk, acknowledgements: Sequence[Acknowledgement]) -> list[MailroomError | None]:
    """Let go of what devices have; returns for each None, or why it cannot be.

    A number that was never given means that the database is older than the client: a new epoch begins.
    """
    rows = desk.rows(
        "SELECT id, epoch, base, cursor, head FROM device WHERE id IN ?? ORDER BY id FOR UPDATE",
        desk.among({one.device for one in acknowledgements}),
    )
    devices = {row[0]: row[1:] for row in rows}
    done: dict[str, int] = {}
    answers: list[MailroomError | None] = []
    ahead = set()
    for one in acknowledgements:
        if one.device not in devices:
            answers.append(UnknownMailbox())
            continue
        epoch, base, cursor, head = devices[one.device]
        if one.epoch != epoch:
            answers.append(OtherEpoch())
            continue
        if base + one.seq > head:
            ahead.add(one.device)
            answers.append(OtherEpoch())
            continue
        done[one.device] = max(done.get(one.device, cursor), base + one.seq)
        answers.append(None)
    for device, cursor in done.items():
        _let_go(desk, device, cursor)
    for device in sorted(ahead):
        contradict(desk, device)
    return answers


def _let_go(desk: Desk, device: str, cursor: int) -> None:
    gone = desk.rows("DELETE FROM packet WHERE device = ? AND seq <= ? RETURNING size", device, cursor)
    desk.change(
        "UPDATE device SET cursor = ?, seen_at = ?, waiting = waiting - ?, size = size - ? WHERE id = ?",
        cursor,
        desk.now,
        len(gone),
        sum(size for (size,) in gone),
        device,
    )


def make_room(desk: Desk, device: str) -> None:
    """Have one gap stand for the oldest entries of a queue that has grown too long or too large."""
    [(waiting, size)] = desk.rows("SELECT waiting, size FROM device WHERE id = ?", device)
    last = 0
    for seq, own in desk.rows("SELECT seq, size FROM packet WHERE device = ? ORDER BY seq", device):
        if waiting < desk.limits.entries * SPARED and size <= desk.limits.size * SPARED:
            break
        last, waiting, size = seq, waiting - 1, size - own
    _leave_gap(desk, device, last)


def drop_old(desk: Desk, device: str) -> int:
    """Have one gap stand for the entries that waited for too long; returns how many more that are.

    The caller keeps others from the queue.
    """
    [(last, count)] = desk.rows(
        "SELECT MAX(seq), COUNT(*) FROM packet WHERE device = ? AND dropped = 0 AND arrived_at < ?",
        device,
        desk.now - desk.limits.age,
    )
    if count:
        _leave_gap(desk, device, last)
    return int(count)


def _leave_gap(desk: Desk, device: str, last: int) -> None:
    """Have one gap stand for all that waits up to a number."""
    rows = desk.rows(
        "DELETE FROM packet WHERE device = ? AND seq <= ? RETURNING size, dropped, arrived_at", device, last
    )
    if not rows:
        return
    desk.change(
        "INSERT INTO packet (device, seq, arrived_at, size, dropped, sealed) VALUES (?, ?, ?, 0, ?, ?)",
        device,
        last,
        max(arrived for _, _, arrived in rows),
        sum(dropped or 1 for _, dropped, _ in rows),
        b"",
    )
    desk.change(
        "UPDATE device SET waiting = waiting - ?, size = size - ? WHERE id = ?",
        len(rows) - 1,
        sum(size for size, _, _ in rows),
        device,
    )


def heads(desk: Desk, devices: Sequence[str]) -> dict[str, Head]:
    """Tell how far the queues of these devices go; those that are gone are left out."""
    rows = desk.rows("SELECT id, epoch, head - base FROM device WHERE id IN ??", desk.among(devices))
    return {device: Head(epoch, head) for device, epoch, head in rows}
