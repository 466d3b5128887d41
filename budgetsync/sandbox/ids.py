"""Every id and token of the bank: shaped as Plaid's, derived from the seed and from nothing else."""

from binascii import b2a_base64
from hashlib import blake2b
from typing import Final
from uuid import UUID

_ID_LENGTH: Final = 37
_ALNUM: Final = bytes.maketrans(b"+/", b"kQ")


def _digest(parts: tuple[object, ...], size: int) -> bytes:
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=size).digest()


def opaque_id(*parts: object) -> str:
    """A case-sensitive 37-character id of letters and digits, the same for the same parts."""
    return b2a_base64(_digest(parts, 28), newline=False)[:_ID_LENGTH].translate(_ALNUM).decode()


def request_id(*parts: object) -> str:
    """A 15-character request id, the same for the same parts."""
    return opaque_id("request", *parts)[:15]


def token(prefix: str, *parts: object) -> str:
    """A token such as ``access-sandbox-<uuid>``, the same for the same parts."""
    return f"{prefix}-{UUID(bytes=_digest((prefix, *parts), 16), version=4)}"


class RowIds:
    """The transaction ids of one item: two items over the same rows share none of them.

    Args:
        salt: the item's own secret text.
    """

    __slots__ = ("_keyed",)

    def __init__(self, salt: str) -> None:
        self._keyed = blake2b(salt.encode(), digest_size=28)

    def of(self, key: int) -> bytes:
        """The 37-character transaction id of the row with this key."""
        hasher = self._keyed.copy()
        hasher.update(b"%d" % key)
        return b2a_base64(hasher.digest(), newline=False)[:_ID_LENGTH].translate(_ALNUM)
