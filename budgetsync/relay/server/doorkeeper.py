"""Who may come in: nonces for a signature, signatures for a session, and a session for everything else."""

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import sha256

from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from budgetsync.relay.protocol import (
    NONCE_SECONDS,
    SESSION_SECONDS,
    Nonce,
    Session,
    SessionRequest,
    session_text,
    to_bytes,
)
from budgetsync.relay.server.guard import Guard
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.nonces import Nonces
from budgetsync.relay.server.records import SECOND, Clock, Randomness, Reader
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.translating import refusing

KEY = 32
"""Bytes of a public key of either kind."""
_SALT = 8
_LONGEST_NAME = 64
_KNOWN = 100_000


class Doorkeeper:
    """Lets devices in.

    Args:
        hosts: How a desktop may spell this relay.
    """

    def __init__(
        self,
        room: Mailroom,
        guard: Guard,
        nonces: Nonces,
        hosts: Sequence[str],
        clock: Clock,
        randomness: Randomness,
    ) -> None:
        self._room = room
        self._guard = guard
        self._nonces = nonces
        self._hosts = hosts
        self._clock = clock
        self._randomness = randomness
        # Sessions by their digest, so that an acknowledgement costs no look-up. One of a device that was shut out
        # leads nowhere, since its queue is gone; what changes a mailbox always asks anew.
        self._readers: OrderedDict[bytes, Reader] = OrderedDict()

    async def open(self, request: SessionRequest, caller: str) -> Nonce | Session:
        """Give a nonce, or a session for one that was signed.

        Raises:
            RefusedError: There is no such device, or its signature does not fit.
        """
        self._guard.admit_session(caller)
        mailbox, device = check_name(request.mailbox), check_name(request.device)
        if not request.nonce and not request.sig:
            salt = self._randomness(_SALT)
            return Nonce(self._nonces.make(mailbox, device, salt, self._clock()), NONCE_SECONDS)
        if not self._nonces.knows(request.nonce, mailbox, device, self._clock()):
            raise RefusedError(Why.FORBIDDEN)
        with refusing():
            key = await self._room.key_of(mailbox, device)
        self.check(key, request.sig, [session_text(host, mailbox, request.nonce) for host in self._hosts])
        with refusing():
            bearer, reader = await self._room.open_session(mailbox, device)
        self._remember(bearer, reader)
        return Session(bearer, SESSION_SECONDS)

    async def enter(self, authorization: str, mailbox: str, caller: str, *, changing: bool = False) -> Reader:
        """Tell who asks for a mailbox.

        Args:
            authorization: The header.
            caller: Where the request comes from.
            changing: Whether something of the mailbox is to be changed.

        Raises:
            RefusedError: Nobody whom it belongs to.
        """
        scheme, _, bearer = authorization.partition(" ")
        if scheme.lower() != "bearer" or not bearer or len(bearer) > _LONGEST_NAME or not bearer.isascii():
            raise RefusedError(Why.NO_SESSION)
        reader = None if changing else self._readers.get(_digest(bearer))
        if reader is None or reader.until <= self._clock() * SECOND:
            self._guard.admit_look(caller)
            with refusing():
                reader = await self._room.reader_of(bearer)
            self._remember(bearer, reader)
        if reader.mailbox != mailbox:
            raise RefusedError(Why.NOT_FOUND)
        self._guard.admit_device(reader.device)
        return reader

    def forget(self, mailbox: str, device: str | None = None) -> None:
        """Know nothing more of the sessions of a device, or of all that read a mailbox."""
        for digest, reader in list(self._readers.items()):
            if reader.mailbox == mailbox and device in {None, reader.device}:
                del self._readers[digest]

    def check(self, key: bytes, sig: str, texts: Sequence[bytes]) -> None:
        """See that a device signed one of these texts.

        Raises:
            RefusedError: It did not.
        """
        for text in texts:
            try:
                VerifyKey(key).verify(text, to_bytes(sig))
            except (CryptoError, ValueError):
                continue
            return
        raise RefusedError(Why.FORBIDDEN)

    def _remember(self, bearer: str, reader: Reader) -> None:
        self._readers[_digest(bearer)] = reader
        if len(self._readers) > _KNOWN:
            self._readers.popitem(last=False)


def read_key(text: str) -> bytes:
    """Read a public key.

    Raises:
        RefusedError: It is none.
    """
    try:
        key = to_bytes(text)
    except ValueError:
        raise RefusedError(Why.MALFORMED) from None
    if len(key) != KEY:
        raise RefusedError(Why.MALFORMED)
    return key


def check_name(text: str) -> str:
    """See that a text may be the name of something of ours, which is short and plain.

    Raises:
        RefusedError: It may not.
    """
    if not 0 < len(text) <= _LONGEST_NAME or not text.isascii() or not text.isprintable():
        raise RefusedError(Why.NOT_FOUND)
    return text


def _digest(bearer: str) -> bytes:
    return sha256(bearer.encode()).digest()
