"""Why the relay turns a request away: one exception, whose status and code are what the other side is told."""

from enum import Enum


class Why(Enum):
    """Every refusal: HTTP status, the stable code, and a sentence without anything of the request in it."""

    MALFORMED = (400, "The request cannot be read.")
    NO_SESSION = (401, "The session has ended or never was: open a new one.")
    FORBIDDEN = (403, "The signature does not fit.")
    INVITE = (403, "This relay hands out mailboxes by invitation; the invite is unknown, used or too old.")
    NOT_FOUND = (404, "There is nothing here.")
    METHOD = (405, "That cannot be done here.")
    TIMEOUT = (408, "The request took too long to arrive.")
    CONFLICT = (409, "The relay's database is another one than the request is about.")
    DEVICES = (409, "The mailbox has as many devices as it may have.")
    LENGTH = (413, "The request is too large.")
    CONTENT_TYPE = (415, "The request has to be JSON.")
    TOO_MANY = (429, "Too many requests: wait a little.")
    FULL = (503, "The relay cannot store anything now.")

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.value[0]

    @property
    def sentence(self) -> str:
        """What a person reads."""
        return self.value[1]


class RefusedError(Exception):
    """A request is turned away.

    Attributes:
        why: What the other side is told.
        retry_after: Seconds until it may be tried again; None where waiting does not help.
    """

    def __init__(self, why: Why, retry_after: float | None = None) -> None:
        super().__init__(why.name)
        self.why = why
        self.retry_after = retry_after
