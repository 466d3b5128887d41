"""What can go wrong in the mailroom: one class for each answer that a client gets."""


class MailroomError(Exception):
    """Something was asked for that cannot be done. No address, key or bearer is in any text."""


class UnknownMailbox(MailroomError):
    """No such address, mailbox or device; which of them is not told (404)."""


class InviteRefused(MailroomError):
    """The invite is none, was used, or has run out; or the device is known under another seal (403)."""


class NoSession(MailroomError):
    """The bearer opens nothing, or does so no longer (401)."""


class OtherEpoch(MailroomError):
    """The relay's database is in another life than the client; the next page tells in which (409)."""


class TooMany(MailroomError):
    """A mailbox has as many devices as it may have (409)."""


class StorageFailed(MailroomError):
    """The database did not do it; nothing was acknowledged, and it may be tried again (503)."""


class StorageFull(StorageFailed):
    """Too little room is left to take in more (503)."""
