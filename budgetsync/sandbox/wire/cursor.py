"""Cursors: where a client stands in an item's stream, sealed so that it cannot be mistaken for another's."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from struct import Struct
from typing import Final

_LAYOUT: Final = Struct(">BHIIIIQ")
_VERSION: Final = 1
_SEAL: Final = 24


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the stream.

    Attributes:
        account: the account whose own stream it is; None for the whole item.
        base: how much of the log the client had read before this loop.
        head: how long the log was when the loop began.
        position: the next entry to look at; equal to `base` and `head` once a loop has ended.
        first_day: the earliest day that the client was shown before this loop.
        accounts: the accounts that it was shown before, bit by bit.
    """

    account: int | None
    base: int
    head: int
    position: int
    first_day: int
    accounts: int

    @property
    def finished(self) -> bool:
        """Whether it was given out at the end of a loop."""
        return self.position == self.head == self.base

    def seal(self, salt: str) -> str:
        """Write it as the opaque text that a client keeps; ``salt`` is the item's own."""
        account = 0 if self.account is None else self.account + 1
        packed = _LAYOUT.pack(
            _VERSION, account, self.base, self.head, self.position, self.first_day, self.accounts
        )
        return b64encode(packed + _signature(packed, salt)).decode()


def open_cursor(text: str, salt: str) -> Cursor | None:
    """Read a cursor back; None for text that this item never gave out."""
    try:
        raw = b64decode(text, validate=True)
    except (Base64Error, ValueError):
        return None
    packed, signature = raw[: _LAYOUT.size], raw[_LAYOUT.size :]
    if len(packed) != _LAYOUT.size or not compare_digest(signature, _signature(packed, salt)):
        return None
    _, account, base, head, position, first_day, accounts = _LAYOUT.unpack(packed)
    return Cursor(account - 1 if account else None, base, head, position, first_day, accounts)


def _signature(packed: bytes, salt: str) -> bytes:
    return blake2b(packed, key=salt.encode(), digest_size=_SEAL).digest()
