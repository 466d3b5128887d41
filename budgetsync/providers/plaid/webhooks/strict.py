"""Base64 and JSON as a forger does not like them: one spelling only, no key twice, no number that is none."""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, NoReturn

_ALPHABET = re.compile(r"[A-Za-z0-9_-]*")


def decode_base64(text: str) -> bytes:
    """Read URL-safe Base64 without padding.

    Raises:
        ValueError: It is none, or another spelling of the same bytes.
    """
    if not _ALPHABET.fullmatch(text):
        message = "not URL-safe Base64 without padding"
        raise ValueError(message)
    raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if urlsafe_b64encode(raw).rstrip(b"=").decode("ascii") != text:
        message = "spare bits are set"
        raise ValueError(message)
    return raw


def decode_object(raw: bytes) -> dict[str, Any]:
    """Read a JSON object in UTF-8.

    Raises:
        ValueError: It is none: another type, a key that stands there twice, NaN, or too deep.
    """
    try:
        told = _DECODER.decode(raw.decode("utf-8"))
    except RecursionError:
        message = "nested too deep"
        raise ValueError(message) from None
    if not isinstance(told, dict):
        message = "no object"
        raise ValueError(message)  # noqa: TRY004 - as everything else that is wrong with the text
    return told


def _collect(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        message = "a key stands there twice"
        raise ValueError(message)
    return told


def _refuse(constant: str) -> NoReturn:
    message = f"{constant} is no JSON"
    raise ValueError(message)


_DECODER = json.JSONDecoder(object_pairs_hook=_collect, parse_constant=_refuse)
