"""Rows as Parquet, for notebooks and databases: written here, since the usual library outweighs the whole program.

Plain pages, compressed by gzip: the part of the format that every reader knows.
Source: https://parquet.apache.org/docs/file-format/ and its parquet.thrift.
"""

import gzip
import json
import struct
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final, NamedTuple

from budgetsync.domain.export import thrift
from budgetsync.domain.export.fields import row_fields
from budgetsync.domain.export.format import Export, Format
from budgetsync.domain.money import exponent
from budgetsync.domain.row_name import row_name
from budgetsync.domain.transaction import Transaction

_MARK: Final = b"PAR1"
_ROWS: Final = 5_000
"""Rows in memory at a time."""
_PLAIN, _RLE, _GZIP, _DATA_PAGE = 0, 3, 2, 0
_EPOCH: Final = date(1970, 1, 1).toordinal()
_PLACES: Final = 4
"""Decimals of `amount`: as many as any currency has."""
_WIDTH: Final = 16


class _Kind(NamedTuple):
    """How values of a column are written: the format's numbers, and the bytes of all that are not None."""

    type: int
    converted: int | None
    encode: Callable[[Sequence[Any]], bytes]


class _Column(NamedTuple):
    name: str
    kind: _Kind
    optional: bool = False


def _integers(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}q", *values)


def _texts(values: Sequence[str]) -> bytes:
    encoded = [value.encode() for value in values]
    return b"".join(struct.pack("<I", len(each)) + each for each in encoded)


def _days(values: Sequence[str]) -> bytes:
    return struct.pack(
        f"<{len(values)}i", *(date.fromisoformat(each).toordinal() - _EPOCH for each in values)
    )


def _decimals(values: Sequence[int]) -> bytes:
    return b"".join(value.to_bytes(_WIDTH, "big", signed=True) for value in values)


def _bits(values: Sequence[bool]) -> bytes:
    """Write eight to a byte, the first one lowest."""
    out = bytearray((len(values) + 7) // 8)
    for at, value in enumerate(values):
        if value:
            out[at >> 3] |= 1 << (at & 7)
    return bytes(out)


_INTEGER: Final = _Kind(2, None, _integers)
_TEXT: Final = _Kind(6, 0, _texts)
_DAY: Final = _Kind(1, 6, _days)
_FLAG: Final = _Kind(0, None, _bits)
_DECIMAL: Final = _Kind(7, 5, _decimals)
_COLUMNS: Final = (
    _Column("id", _INTEGER),
    _Column("source_id", _TEXT),
    _Column("account", _INTEGER),
    _Column("account_name", _TEXT),
    _Column("state", _TEXT),
    _Column("amount", _DECIMAL),
    _Column("amount_minor", _INTEGER),
    _Column("currency", _TEXT),
    _Column("transacted_on", _DAY),
    _Column("posted_on", _DAY, optional=True),
    _Column("merchant", _TEXT),
    _Column("payee", _TEXT, optional=True),
    _Column("original_description", _TEXT),
    _Column("category", _TEXT, optional=True),
    _Column("note", _TEXT, optional=True),
    _Column("tags", _TEXT),
    _Column("splits", _TEXT),
    _Column("hidden", _FLAG),
    _Column("reviewed", _FLAG),
    _Column("bank_removed", _FLAG),
    _Column("transfer", _INTEGER, optional=True),
)


def _cells(row: Transaction, ledger: str) -> dict[str, Any]:
    cells = row_fields(row)
    cells["source_id"] = row_name(ledger, row.id)
    cells["amount"] = row.amount.minor * 10 ** (_PLACES - exponent(row.amount.currency))
    for name in ("tags", "splits"):
        cells[name] = json.dumps(cells[name], ensure_ascii=False)
    return cells


def _write(export: Export) -> Iterator[bytes]:
    yield _MARK
    at, groups, total = len(_MARK), [], 0
    rows = iter(export.rows)
    while portion := [_cells(row, export.ledger) for row in islice(rows, _ROWS)]:
        chunks, begun = [], at
        for column in _COLUMNS:
            page, size = _page(column, [cells[column.name] for cells in portion])
            yield page
            chunks.append(_chunk(column, at, len(page), size, len(portion)))
            at += len(page)
        groups.append(_group(chunks, at - begun, len(portion)))
        total += len(portion)
    foot = _foot(groups, total)
    yield foot + struct.pack("<I", len(foot)) + _MARK


def _page(column: _Column, values: Sequence[Any]) -> tuple[bytes, int]:
    """Write a page; its size without compression comes with it."""
    there = [value is not None for value in values]
    body = column.kind.encode([value for value in values if value is not None])
    if column.optional:
        levels = _bits(there)
        levels = thrift.varint(len(levels) << 1 | 1) + levels
        body = struct.pack("<I", len(levels)) + levels + body
    packed = gzip.compress(body, compresslevel=4, mtime=0)
    header = thrift.struct(
        (1, thrift.i32(_DATA_PAGE)),
        (2, thrift.i32(len(body))),
        (3, thrift.i32(len(packed))),
        (
            5,
            thrift.struct(
                (1, thrift.i32(len(values))),
                (2, thrift.i32(_PLAIN)),
                (3, thrift.i32(_RLE)),
                (4, thrift.i32(_RLE)),
            ),
        ),
    ).value
    return header + packed, len(header) + len(body)


def _chunk(column: _Column, at: int, size: int, unpacked: int, rows: int) -> thrift.Encoded:
    told = thrift.struct(
        (1, thrift.i32(column.kind.type)),
        (2, thrift.listed([thrift.i32(_PLAIN), thrift.i32(_RLE)])),
        (3, thrift.listed([thrift.text(column.name)])),
        (4, thrift.i32(_GZIP)),
        (5, thrift.i64(rows)),
        (6, thrift.i64(unpacked)),
        (7, thrift.i64(size)),
        (9, thrift.i64(at)),
    )
    return thrift.struct((2, thrift.i64(at)), (3, told))


def _group(chunks: Sequence[thrift.Encoded], size: int, rows: int) -> thrift.Encoded:
    return thrift.struct((1, thrift.listed(chunks)), (2, thrift.i64(size)), (3, thrift.i64(rows)))


def _foot(groups: Sequence[thrift.Encoded], rows: int) -> bytes:
    root = thrift.struct((4, thrift.text("transactions")), (5, thrift.i32(len(_COLUMNS))))
    return thrift.struct(
        (1, thrift.i32(1)),
        (2, thrift.listed([root, *map(_element, _COLUMNS)])),
        (3, thrift.i64(rows)),
        (4, thrift.listed(groups)),
        (6, thrift.text("BudgetSync")),
    ).value


def _element(column: _Column) -> thrift.Encoded:
    is_decimal = column.kind is _DECIMAL
    converted = column.kind.converted
    return thrift.struct(
        (1, thrift.i32(column.kind.type)),
        (2, thrift.i32(_WIDTH) if is_decimal else None),
        (3, thrift.i32(int(column.optional))),
        (4, thrift.text(column.name)),
        (6, None if converted is None else thrift.i32(converted)),
        (7, thrift.i32(_PLACES) if is_decimal else None),
        (8, thrift.i32(38) if is_decimal else None),
    )


PARQUET: Final = Format("parquet", "Parquet", _write, "parquet")
"""The columns of `row_fields`; `amount` is a decimal of four places, tags and splits are texts of JSON."""
