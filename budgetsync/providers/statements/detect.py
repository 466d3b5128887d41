"""Which format a file is in, by its content and never by its name.

A format is a module with `recognizes(head)`, asked for the first kilobytes as UTF-8, and a function that reads bytes.
To add one, add a line to `READERS`; the order counts, the vaguest last.
"""

from collections.abc import Callable
from typing import NamedTuple

from budgetsync.domain.errors import UnknownFormat
from budgetsync.domain.statement import StatementFile, StatementFormat
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements import camt, csv_files, mt940, ofx, qif
from budgetsync.providers.statements.decoding import decode, is_wide
from budgetsync.providers.statements.guard import check_lines

HEAD = 16_384
"""Bytes of a file that show its format."""


class Reader(NamedTuple):
    """A format that is read."""

    format: StatementFormat
    recognizes: Callable[[bytes], bool]
    read: Callable[[bytes, ReadOptions], StatementFile]


def _read_camt(content: bytes, _options: ReadOptions) -> StatementFile:
    return camt.read(content)


def _read_mt940(content: bytes, options: ReadOptions) -> StatementFile:
    text, encoding = decode(content)
    check_lines(text)
    return mt940.read(text, options.currency, encoding)


READERS: tuple[Reader, ...] = (
    Reader(StatementFormat.OFX, ofx.recognizes, ofx.read),
    Reader(StatementFormat.CAMT, camt.recognizes, _read_camt),
    Reader(StatementFormat.MT940, mt940.recognizes, _read_mt940),
    Reader(StatementFormat.QIF, qif.recognizes, qif.read),
    Reader(StatementFormat.CSV, csv_files.recognizes, csv_files.read),
)


def find_reader(content: bytes) -> Reader:
    """Find what reads a file.

    Raises:
        UnknownFormat: None of the formats is this one.
    """
    head = content.lstrip(b" \t\r\n")[:HEAD]
    if is_wide(content):
        head = decode(content[:HEAD])[0].lstrip().encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    for reader in READERS:
        if reader.recognizes(head):
            return reader
    message = "Nothing in it looks like a statement."
    raise UnknownFormat(message)
