"""The token that vouches for a webhook: a compact JWT, read by hand so that nothing else can be meant by it.

Source: https://plaid.com/docs/api/webhooks/webhook-verification/ and https://www.rfc-editor.org/rfc/rfc7515
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from budgetsync.domain.errors import WebhookRejected
from budgetsync.domain.webhook import Reason
from budgetsync.providers.plaid.webhooks.strict import decode_base64, decode_object

LARGEST_TOKEN = 2 * 1024
"""Plaid's have about 300 characters."""
ALGORITHM = "ES256"
_SIGNATURE_BYTES = 64  # r and s of P-256
_PARTS = 3
_KID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_TRAPS = frozenset({"b64", "crit", "enc", "jku", "jwk", "x5c", "x5t", "x5t#S256", "x5u", "zip"})
"""Members that name another key than ours, or change what is signed: a verifier that heeds one is lost."""
_LATEST = 32_503_680_000  # the year 3000, in seconds


@dataclass(frozen=True, slots=True)
class Token:
    """A token whose shape is right; nothing of it is believed.

    Attributes:
        kid: The key that it says it was signed with.
        claims: What it says, as it came.
        signed: What the signature is over.
    """

    kid: str
    claims: bytes
    signed: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says: when it was signed, and the SHA-256 of the body in hex."""

    signed_at: datetime
    body_digest: str


def read_token(text: str) -> Token:
    """Take a token apart.

    Raises:
        WebhookRejected: NO_TOKEN, TOO_LARGE, MALFORMED_TOKEN, WRONG_ALGORITHM.
    """
    if not text:
        raise WebhookRejected(Reason.NO_TOKEN)
    if len(text) > LARGEST_TOKEN:
        raise WebhookRejected(Reason.TOO_LARGE)
    parts = text.split(".")
    if len(parts) != _PARTS:
        raise WebhookRejected(Reason.MALFORMED_TOKEN)
    try:
        head, claims, signature = (decode_base64(part) for part in parts)
        header = decode_object(head)
    except ValueError:
        raise WebhookRejected(Reason.MALFORMED_TOKEN) from None
    if header.get("alg") != ALGORITHM:
        raise WebhookRejected(Reason.WRONG_ALGORITHM)
    kid = header.get("kid")
    if (
        not isinstance(kid, str)
        or not _KID.fullmatch(kid)
        or header.get("typ", "JWT") != "JWT"
        or not _TRAPS.isdisjoint(header)
        or len(signature) != _SIGNATURE_BYTES
    ):
        raise WebhookRejected(Reason.MALFORMED_TOKEN)
    return Token(kid, claims, f"{parts[0]}.{parts[1]}".encode("ascii"), signature)


def read_claims(raw: bytes) -> Claims:
    """Read what a token says whose signature holds.

    Raises:
        WebhookRejected: BAD_CLAIMS.
    """
    try:
        told = decode_object(raw)
    except ValueError:
        raise WebhookRejected(Reason.BAD_CLAIMS) from None
    signed_at, digest = told.get("iat"), told.get("request_body_sha256")
    if type(signed_at) is not int or not 0 < signed_at < _LATEST:
        raise WebhookRejected(Reason.BAD_CLAIMS)
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise WebhookRejected(Reason.BAD_CLAIMS)
    return Claims(datetime.fromtimestamp(signed_at, UTC), digest)
