"""Nonces that nobody has to remember: what a device signs to open a session carries its own proof and its end."""

import hmac
from hashlib import sha256

from budgetsync.relay.protocol import NONCE_SECONDS, to_bytes, to_text

_SECRET = 32
_TAG = 16
_WHEN = 8


class Nonces:
    """Makes nonces and knows its own again, for one device of one mailbox and for a minute.

    Args:
        secret: Known to every process of the relay, and to nobody else.
    """

    def __init__(self, secret: bytes) -> None:
        if len(secret) < _SECRET:
            message = f"a secret of {_SECRET} bytes at least is needed"
            raise ValueError(message)
        self._secret = secret

    def make(self, mailbox: str, device: str, salt: bytes, now: float) -> str:
        """Make one.

        Args:
            salt: Random bytes, so that no two are alike.
            now: Seconds since the epoch, by the relay's clock.
        """
        words = int((now + NONCE_SECONDS) * 1000).to_bytes(_WHEN, "big") + salt
        return to_text(self._tag(words, mailbox, device) + words)

    def knows(self, nonce: str, mailbox: str, device: str, now: float) -> bool:
        """Whether it was made here for that device and is still good."""
        try:
            raw = to_bytes(nonce)
        except ValueError:
            return False
        tag, words = raw[:_TAG], raw[_TAG:]
        if len(words) < _WHEN or not hmac.compare_digest(tag, self._tag(words, mailbox, device)):
            return False
        ends = int.from_bytes(words[:_WHEN], "big") / 1000
        return now <= ends <= now + NONCE_SECONDS + 1

    def _tag(self, words: bytes, mailbox: str, device: str) -> bytes:
        signed = b"\0".join((mailbox.encode(), device.encode(), words))
        return hmac.digest(self._secret, signed, sha256)[:_TAG]
