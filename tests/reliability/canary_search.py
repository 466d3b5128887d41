"""Looks for secrets in everything that a program leaves: files, archives, packed rows, plain or encoded."""

from __future__ import annotations

import base64
import gzip
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from budgetsync.store.payloads import unpack

LIKE_TOKENS = re.compile(rb"(?:access|public|link)-(?:sandbox|production|development|demo)-[0-9a-zA-Z]{8}")
"""What any token of Plaid's looks like, also one that nobody wrote down."""

PACKED = {"observation", "payload_block", "dead_letter"}


def spellings(secret: str) -> set[bytes]:
    """Write a secret as it may stand in a file: plain, hex, percent-encoded, base64 at any offset, backwards."""
    plain = secret.encode()
    found = {
        plain,
        plain.hex().encode(),
        quote(secret, safe="").encode(),
        secret.encode("utf-16-le"),
        plain[::-1],
    }
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + plain)
        found.add(coded[-(-shift * 8 // 6) : len(coded) - 4])  # but for the ends, which neighbours decide
    return found


class Search:
    """Knows the secrets, and finds them.

    Attributes:
        looked: How many bytes were searched.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = {spelling: secret for secret in secrets for spelling in spellings(secret)}
        self._pattern = re.compile(b"|".join(map(re.escape, sorted(self._secrets, key=len, reverse=True))))
        self.looked = 0

    def in_bytes(self, place: str, content: bytes) -> Iterator[str]:
        """Name the secrets in some bytes."""
        self.looked += len(content)
        for match in self._pattern.finditer(content):
            yield f"{place}: {self._secrets[match.group()]}"
        for match in LIKE_TOKENS.finditer(content):
            yield f"{place}: {match.group().decode()}"

    def in_folder(self, folder: Path) -> Iterator[str]:
        """Name the secrets in all files of a folder, in what is packed in them too, and in the files' names."""
        for path in sorted(folder.rglob("*")):
            yield from self.in_bytes("a name", str(path.relative_to(folder)).encode())
            if path.is_file():
                yield from self._in_file(path)

    def _in_file(self, path: Path) -> Iterator[str]:
        content = path.read_bytes()
        yield from self.in_bytes(path.name, content)
        if content.startswith(b"SQLite format 3\0"):
            yield from self._in_cells(path)
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    yield from self.in_bytes(f"{path.name}/{name}", packed.read(name))
        elif content.startswith(b"\x1f\x8b"):
            yield from self.in_bytes(path.name, gzip.decompress(content))

    def _in_cells(self, path: Path) -> Iterator[str]:
        """A value longer than a page lies in pieces, and rows as they came are packed."""
        with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
            names = [
                name
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
                )
            ]
            for name in names:
                cells = []
                for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
                    for cell in row:
                        if isinstance(cell, str):
                            cells.append(cell.encode())
                        elif isinstance(cell, bytes) and name in PACKED and cell:
                            cells += unpack(cell)
                yield from self.in_bytes(f"{path.name}/{name}", b"\n".join(cells))
