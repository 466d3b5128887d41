"""The keys that webhooks are signed with: derived from the seed, rotated, expired, never secret for real."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import Any, Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from budgetsync.sandbox.ids import token
from budgetsync.sandbox.timepiece import unix

_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of P-256's base point."""


def _base64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(slots=True)
class SigningKey:
    """One key pair.

    Attributes:
        kid: the id that tokens name it by.
        created: the bank's second from which it signs.
        expired: the second from which it signed no more; None while it signs.
    """

    kid: str
    secret: ec.EllipticCurvePrivateKey
    created: int
    expired: int | None = None

    def jwk(self) -> dict[str, Any]:
        """The public half, as ``/webhook_verification_key/get`` gives it."""
        numbers = self.secret.public_key().public_numbers()
        return {
            "alg": "ES256",
            "created_at": unix(self.created),
            "crv": "P-256",
            "expired_at": None if self.expired is None else unix(self.expired),
            "kid": self.kid,
            "kty": "EC",
            "use": "sig",
            "x": _base64(numbers.x.to_bytes(32, "big")),
            "y": _base64(numbers.y.to_bytes(32, "big")),
        }

    def sign(self, body: bytes, second: int, *, algorithm: str = "ES256") -> str:
        """The JWT for the ``Plaid-Verification`` header of a body; the same every time for the same call."""
        header = {"alg": algorithm, "kid": self.kid, "typ": "JWT"}
        claims = {"iat": unix(second), "request_body_sha256": sha256(body).hexdigest()}
        text = ".".join(
            _base64(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims)
        )
        method = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
        r, s = decode_dss_signature(self.secret.sign(text.encode(), method))
        return f"{text}.{_base64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


class KeyRing:
    """Every key of a bank, the one that signs last.

    Args:
        seed: the world's seed, which the keys follow from.
        now: the second from which the first key signs.
    """

    def __init__(self, seed: int, now: int) -> None:
        self._seed = seed
        self._keys = [self._make(0, now)]

    @property
    def current(self) -> SigningKey:
        """The key that signs."""
        return self._keys[-1]

    def rotate(self, now: int) -> SigningKey:
        """Let the current key expire and sign with a new one from now on."""
        self.current.expired = now
        self._keys.append(self._make(len(self._keys), now))
        return self.current

    def find(self, kid: str) -> SigningKey | None:
        """The key with an id; None for an id that was never used."""
        return next((key for key in self._keys if key.kid == kid), None)

    def stranger(self) -> SigningKey:
        """A key that the bank never published, as a forger would use."""
        return self._make(-1, self.current.created)

    def _make(self, number: int, now: int) -> SigningKey:
        digest = blake2b(f"{self._seed}/webhook key/{number}".encode(), digest_size=40).digest()
        secret = ec.derive_private_key(int.from_bytes(digest, "big") % (_ORDER - 1) + 1, ec.SECP256R1())
        return SigningKey(token("key", self._seed, "webhook", number)[4:], secret, now)
