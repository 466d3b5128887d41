"""Sessions, and the sweep that takes away what has run out."""

from budgetsync.relay.protocol import SESSION_SECONDS, to_bytes
from budgetsync.relay.server.database import Desk
from budgetsync.relay.server.errors import NoSession, UnknownMailbox
from budgetsync.relay.server.queues import drop_old
from budgetsync.relay.server.records import SECOND, Reader, Swept
from budgetsync.relay.server.secret_names import digest_of, draw


def nonce_secret(desk: Desk) -> bytes:
    """Give what nonces are made with, the same for every process; drawn where there is none yet."""
    desk.change(
        "INSERT INTO relay (name, value) VALUES ('nonce_secret', ?) ON CONFLICT (name) DO NOTHING",
        draw(desk, 32),
    )
    [(secret,)] = desk.rows("SELECT value FROM relay WHERE name = 'nonce_secret'")
    return to_bytes(secret)


def open_session(desk: Desk, mailbox: str, device: str) -> tuple[str, Reader]:
    """Open a session for a device that has signed; returns its bearer, which is kept nowhere.

    Raises:
        UnknownMailbox: There is no such device of such a mailbox.
    """
    if not desk.change(
        "UPDATE device SET seen_at = ? WHERE id = ? AND mailbox = ?", desk.now, device, mailbox
    ):
        raise UnknownMailbox
    own = desk.rows("SELECT digest FROM session WHERE device = ? ORDER BY until DESC, digest", device)
    for (digest,) in own[desk.limits.sessions - 1 :]:
        desk.change("DELETE FROM session WHERE digest = ?", digest)
    bearer = draw(desk, 32)
    until = desk.now + SESSION_SECONDS * SECOND
    desk.change(
        "INSERT INTO session (digest, device, until) VALUES (?, ?, ?)", digest_of(bearer), device, until
    )
    return bearer, Reader(mailbox, device, until)


def reader_of(desk: Desk, bearer: str) -> Reader:
    """Tell whose session a bearer opens.

    Raises:
        NoSession: Nobody's, or it has run out.
    """
    rows = desk.rows(
        "SELECT device.mailbox, device.id, session.until FROM session JOIN device ON device.id = session.device"
        " WHERE session.digest = ? AND session.until > ?",
        digest_of(bearer),
        desk.now,
    )
    if not rows:
        raise NoSession
    return Reader(*rows[0])


def sweep(desk: Desk, unseen: int | None = None) -> Swept:
    """Take away what has run out: old entries, sessions, invites.

    Args:
        unseen: Mailboxes that none of its devices came to for so many milliseconds go, too; None for none.
    """
    old = desk.rows(
        "SELECT id FROM device WHERE id IN (SELECT device FROM packet WHERE dropped = 0 AND arrived_at < ?)"
        " ORDER BY id FOR UPDATE",
        desk.now - desk.limits.age,
    )
    entries = sum(drop_old(desk, device) for (device,) in old)
    sessions = desk.change("DELETE FROM session WHERE until <= ?", desk.now)
    invites = desk.change("DELETE FROM invite WHERE until <= ?", desk.now)
    gone = 0
    if unseen is not None:
        gone = desk.change(
            "DELETE FROM mailbox WHERE NOT EXISTS (SELECT 1 FROM device WHERE device.mailbox = mailbox.id"
            " AND COALESCE(seen_at, added_at) >= ?)",
            desk.now - unseen,
        )
    return Swept(entries, sessions, invites, gone)
