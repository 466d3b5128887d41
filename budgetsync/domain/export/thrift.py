"""As much of Thrift's compact protocol as the head and the foot of a Parquet file need."""

from collections.abc import Sequence
from typing import Final, NamedTuple

_SHORT_LIST: Final = 15
_I32, _I64, _BINARY, _LIST, _STRUCT = 5, 6, 8, 9, 12


class Encoded(NamedTuple):
    """A value in bytes, and the number of its type."""

    type: int
    value: bytes


def varint(number: int) -> bytes:
    """Write a number of 0 or more, seven bits to a byte, the lowest first."""
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - seven bits
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def i32(number: int) -> Encoded:
    """Write a whole number of 32 bits."""
    return Encoded(_I32, varint(number << 1 ^ number >> 31))


def i64(number: int) -> Encoded:
    """Write a whole number of 64 bits."""
    return Encoded(_I64, varint(number << 1 ^ number >> 63))


def text(words: str) -> Encoded:
    """Write a text."""
    encoded = words.encode()
    return Encoded(_BINARY, varint(len(encoded)) + encoded)


def listed(values: Sequence[Encoded]) -> Encoded:
    """Write a list of values of one type; an empty one is taken for a list of structs."""
    count, kind = len(values), values[0].type if values else _STRUCT
    head = bytes([count << 4 | kind]) if count < _SHORT_LIST else bytes([0xF0 | kind]) + varint(count)
    return Encoded(_LIST, head + b"".join(each.value for each in values))


def struct(*fields: tuple[int, Encoded | None]) -> Encoded:
    """Write fields by their numbers, which ascend by fewer than 16; None is one that is not there."""
    out, last = bytearray(), 0
    for number, encoded in fields:
        if encoded is not None:
            out += bytes([number - last << 4 | encoded.type]) + encoded.value
            last = number
    return Encoded(_STRUCT, bytes(out) + b"\0")
