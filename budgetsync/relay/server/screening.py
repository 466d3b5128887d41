"""What the relay can tell of a webhook without any secret, before it spends a write on it."""

from collections.abc import Mapping

import msgspec

from budgetsync.relay.protocol import LARGEST_BODY, LARGEST_TOKEN, VERIFICATION_HEADER, to_bytes
from budgetsync.relay.server.refusals import RefusedError, Why

_SIGNATURE = 64
_TOKEN_HEADER = VERIFICATION_HEADER.lower()


class _JoseHeader(msgspec.Struct):
    alg: str
    kid: str


class _Words(msgspec.Struct):
    webhook_type: str = ""


_read_header = msgspec.json.Decoder(_JoseHeader).decode
_read_words = msgspec.json.Decoder(_Words).decode


def screen_headers(headers: Mapping[str, str]) -> str:
    """Look at the headers of a webhook, by lower-case name.

    Returns:
        The token that is said to vouch for it, as it came.

    Raises:
        RefusedError: It is no webhook, or a larger one than any.
    """
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise RefusedError(Why.CONTENT_TYPE)
    length = headers.get("content-length")
    if length is not None:
        if not length.isascii() or not length.isdigit():
            raise RefusedError(Why.MALFORMED)
        if len(length) > len(str(LARGEST_BODY)) or int(length) > LARGEST_BODY:
            raise RefusedError(Why.LENGTH)
    token = headers.get(_TOKEN_HEADER, "")
    if not is_shaped(token):
        raise RefusedError(Why.MALFORMED)
    return token


def is_shaped(token: str) -> bool:
    """Whether a token has the shape of a compact JWT signed by ES256. Whether it is genuine, devices find out."""
    if not 0 < len(token) <= LARGEST_TOKEN or token.count(".") != 2:  # noqa: PLR2004 - three parts
        return False
    try:
        header, claims, signature = (to_bytes(part) for part in token.split("."))
        said = _read_header(header)
    except (ValueError, msgspec.MsgspecError, RecursionError):
        return False
    return said.alg == "ES256" and bool(said.kid) and bool(claims) and len(signature) == _SIGNATURE


def is_for_devices(body: bytes) -> bool:
    """Whether a webhook is one that is kept. Those about Link carry tokens, which a relay never wants to have.

    Raises:
        RefusedError: The body is no JSON object.
    """
    try:
        words = _read_words(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise RefusedError(Why.MALFORMED) from None
    return words.webhook_type.upper() != "LINK"
