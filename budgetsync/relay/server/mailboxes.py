"""Mailboxes: who gets one, who reads it, and where webhooks for it are posted to."""

from budgetsync.relay.server.database import Desk
from budgetsync.relay.server.epochs import epoch_of
from budgetsync.relay.server.errors import InviteRefused, TooMany, UnknownMailbox
from budgetsync.relay.server.records import DeviceRecord, MailboxRecord, Pairing
from budgetsync.relay.server.secret_names import digest_of, draw


def pair(desk: Desk, device_pub: bytes, seal_pub: bytes, name: str, invite: str | None) -> Pairing:
    """Give a device a mailbox of its own, or the one that it has.

    Args:
        invite: None where everybody may have one.

    Raises:
        InviteRefused: The invite is none, was used, or has run out; or the device is known under another seal.
    """
    known = desk.rows("SELECT mailbox, id, epoch, seal_pub FROM device WHERE device_pub = ?", device_pub)
    if known:
        [(mailbox, device, epoch, seal)] = known
        if bytes(seal) != seal_pub:
            raise InviteRefused
        return Pairing(mailbox, device, add_address(desk, mailbox), epoch, is_new=False)
    if invite is not None and not _use(desk, invite):
        raise InviteRefused
    mailbox = draw(desk)
    desk.change("INSERT INTO mailbox (id, created_at) VALUES (?, ?)", mailbox, desk.now)
    device, epoch = _insert_device(desk, mailbox, device_pub, seal_pub, name)
    return Pairing(mailbox, device, add_address(desk, mailbox), epoch, is_new=True)


def add_device(desk: Desk, mailbox: str, device_pub: bytes, seal_pub: bytes, name: str) -> DeviceRecord:
    """Let another device read a mailbox, from now on; the one that it reads already is no error.

    Raises:
        UnknownMailbox: There is no such mailbox.
        InviteRefused: The device reads another mailbox, or is known under another seal.
        TooMany: The mailbox has as many devices as it may have.
    """
    _lock(desk, mailbox)
    known = desk.rows(
        "SELECT id, mailbox, seal_pub, name, added_at, seen_at FROM device WHERE device_pub = ?", device_pub
    )
    if known:
        [(device, own, seal, name, added, seen)] = known
        if own != mailbox or bytes(seal) != seal_pub:
            raise InviteRefused
        return DeviceRecord(device, name, added, seen)
    [(count,)] = desk.rows("SELECT COUNT(*) FROM device WHERE mailbox = ?", mailbox)
    if count >= desk.limits.devices:
        raise TooMany
    device, _ = _insert_device(desk, mailbox, device_pub, seal_pub, name)
    return DeviceRecord(device, name, desk.now, None)


def devices_of(desk: Desk, mailbox: str) -> tuple[DeviceRecord, ...]:
    """List the devices of a mailbox, oldest first."""
    rows = desk.rows(
        "SELECT id, name, added_at, seen_at FROM device WHERE mailbox = ? ORDER BY added_at, id", mailbox
    )
    return tuple(DeviceRecord(*row) for row in rows)


def key_of(desk: Desk, mailbox: str, device: str) -> bytes:
    """Give the key that a device signs with.

    Raises:
        UnknownMailbox: There is no such device of such a mailbox.
    """
    rows = desk.rows("SELECT device_pub FROM device WHERE id = ? AND mailbox = ?", device, mailbox)
    if not rows:
        raise UnknownMailbox
    return bytes(rows[0][0])


def remove_device(desk: Desk, mailbox: str, device: str) -> None:
    """Take a device, its sessions and its queue away; the mailbox goes with its last device.

    Raises:
        UnknownMailbox: There is no such device of such a mailbox.
    """
    _lock(desk, mailbox)
    if not desk.change("DELETE FROM device WHERE id = ? AND mailbox = ?", device, mailbox):
        raise UnknownMailbox
    if not desk.rows("SELECT 1 FROM device WHERE mailbox = ? LIMIT 1", mailbox):
        desk.change("DELETE FROM mailbox WHERE id = ?", mailbox)


def remove_mailbox(desk: Desk, mailbox: str) -> list[str]:
    """Take a mailbox away with all that is its own; returns the devices that were.

    Raises:
        UnknownMailbox: There is none.
    """
    _lock(desk, mailbox)
    devices = [device for (device,) in desk.rows("SELECT id FROM device WHERE mailbox = ?", mailbox)]
    desk.change("DELETE FROM mailbox WHERE id = ?", mailbox)
    return devices


def add_address(desk: Desk, mailbox: str) -> str:
    """Give a mailbox another address; the older ones go on working, but for the oldest of too many.

    Raises:
        UnknownMailbox: There is no such mailbox.
    """
    _lock(desk, mailbox)
    address = draw(desk)
    rows = desk.rows("SELECT digest FROM address WHERE mailbox = ? ORDER BY created_at DESC, digest", mailbox)
    for (digest,) in rows[desk.limits.addresses - 1 :]:
        desk.change("DELETE FROM address WHERE digest = ?", digest)
    desk.change(
        "INSERT INTO address (digest, mailbox, created_at) VALUES (?, ?, ?)",
        digest_of(address),
        mailbox,
        desk.now,
    )
    return address


def close_address(desk: Desk, mailbox: str, address: str) -> None:
    """Close an address for good.

    Raises:
        UnknownMailbox: The mailbox has no such address.
    """
    if not desk.change("DELETE FROM address WHERE digest = ? AND mailbox = ?", digest_of(address), mailbox):
        raise UnknownMailbox


def add_invite(desk: Desk, until: int) -> str:
    """Make an invite for one device, which runs out at an instant."""
    invite = draw(desk)
    desk.change("INSERT INTO invite (digest, until) VALUES (?, ?)", digest_of(invite), until)
    return invite


def mailboxes(desk: Desk) -> tuple[MailboxRecord, ...]:
    """List every mailbox, oldest first."""
    rows = desk.rows(
        "SELECT mailbox.id, mailbox.created_at, COUNT(*), SUM(waiting), SUM(size), MAX(seen_at)"
        " FROM mailbox JOIN device ON device.mailbox = mailbox.id"
        " GROUP BY mailbox.id, mailbox.created_at ORDER BY mailbox.created_at, mailbox.id"
    )
    return tuple(
        MailboxRecord(name, created, count, int(waiting), int(size), seen)
        for name, created, count, waiting, size, seen in rows
    )


def _lock(desk: Desk, mailbox: str) -> None:
    """Keep other processes from changing who and what belongs to a mailbox."""
    if not desk.rows("SELECT 1 FROM mailbox WHERE id = ? FOR UPDATE", mailbox):
        raise UnknownMailbox


def _use(desk: Desk, invite: str) -> bool:
    return desk.change("DELETE FROM invite WHERE digest = ? AND until > ?", digest_of(invite), desk.now) == 1


def _insert_device(
    desk: Desk, mailbox: str, device_pub: bytes, seal_pub: bytes, name: str
) -> tuple[str, str]:
    device, epoch = draw(desk), epoch_of(desk)
    desk.change(
        "INSERT INTO device (id, mailbox, device_pub, seal_pub, name, added_at, epoch) VALUES (?, ?, ?, ?, ?, ?, ?)",
        device,
        mailbox,
        device_pub,
        seal_pub,
        name,
        desk.now,
        epoch,
    )
    return device, epoch
