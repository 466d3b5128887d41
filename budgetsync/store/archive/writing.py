"""Write an archive: row by row from one snapshot, so that memory does not grow with the ledger."""

import base64
import hashlib
import sqlite3
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec

from budgetsync.domain.errors import StoreCorrupt, UsageError
from budgetsync.store.archive.layout import (
    FORMAT,
    LINES,
    MANIFEST,
    PACKED,
    Manifest,
    TableEntry,
    TableShape,
    load_shapes,
)
from budgetsync.store.checks import Stopped, connect_aside
from budgetsync.store.faults import told
from budgetsync.store.files import appearing, files_told
from budgetsync.store.payloads import unpack

_LEVEL = 3  # of deflate: a fifth of the time of 9 for a tenth more bytes
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip's first day: its entries carry no time of their own


def export_archive(
    path: Path,
    file: Path,
    now: datetime,
    *,
    on_progress: Callable[[int], None] = lambda _rows: None,
    stop: threading.Event | None = None,
) -> Manifest:
    """Write everything that a ledger holds to a new file, while it may be in use. Blocking.

    Two exports of the same rows are equal byte for byte, but for the time in the manifest.

    Args:
        on_progress: Told how many rows are written so far.

    Raises:
        UsageError: The file is there already.
        StoreCorrupt: A raw row cannot be unpacked.
        StoreError: The ledger could not be read, or the file not be written; nothing is under its name then.
        Stopped: `stop` was set.
    """
    if file.exists():
        message = f"There is a file {file.name} already; it was left as it is."
        raise UsageError(message, action="Choose another name, or move that file away.")
    with told(), closing(connect_aside(path)) as connection, files_told(), appearing(file) as partial:
        connection.execute("BEGIN")
        return _write(connection, partial, now, _Watch(on_progress, stop))


class _Watch:
    """Counts rows, tells of them, and ends the work when it is told to."""

    def __init__(self, on_progress: Callable[[int], None], stop: threading.Event | None) -> None:
        self._on_progress = on_progress
        self._stop = stop
        self._rows = 0

    def count(self, rows: int) -> None:
        if self._stop is not None and self._stop.is_set():
            raise Stopped
        self._rows += rows
        self._on_progress(self._rows)


def _write(connection: sqlite3.Connection, partial: Path, now: datetime, watch: _Watch) -> Manifest:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (environment,) = connection.execute("SELECT value FROM setting WHERE name = 'environment'").fetchone()
    tables = []
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for shape in load_shapes(connection).values():
            rows, digest = 0, hashlib.sha256()
            with archive.open(_entry(shape.name + LINES), "w", force_zip64=True) as target:
                for lines in _lines(connection, shape):
                    text = b"".join(lines)
                    digest.update(text)
                    target.write(text)
                    rows += len(lines)
                    watch.count(len(lines))
            tables.append(
                TableEntry(shape.name, list(shape.columns), sorted(shape.blobs), rows, digest.hexdigest())
            )
        manifest = Manifest(FORMAT, schema, environment, now.isoformat(timespec="milliseconds"), tables)
        archive.writestr(_entry(MANIFEST), msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")
    return manifest


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 - `open` reads it nowhere else
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o600 << 16
    return entry


def _lines(connection: sqlite3.Connection, shape: TableShape) -> Iterator[list[bytes]]:
    encode = msgspec.json.Encoder().encode
    blobs = [(number, name) for number, name in enumerate(shape.columns) if name in shape.blobs]
    cursor = connection.execute(shape.select)
    while rows := cursor.fetchmany(shape.batch):
        lines = []
        for row in rows:
            fields = dict(zip(shape.columns, row, strict=True))
            for number, name in blobs:
                if row[number] is None:
                    continue
                if (shape.name, name) in PACKED:
                    fields[name] = [_to_json(raw) for raw in _unpack(row[number])]
                else:
                    _put_raw(fields, name, row[number])
            lines.append(encode(fields) + b"\n")
        yield lines


def _unpack(block: bytes) -> list[bytes]:
    try:
        return unpack(block)
    except ValueError as error:
        message = "A provider's raw row cannot be unpacked, so that no whole archive can be made."
        raise StoreCorrupt(message) from error


def _put_raw(fields: dict[str, object], name: str, raw: bytes) -> None:
    """Put bytes into a line: as the JSON that they are, or as base64 beside an empty column."""
    fields[name] = _verbatim(raw)
    if fields[name] is None:
        fields[f"{name}_base64"] = base64.b64encode(raw).decode("ascii")


def _to_json(raw: bytes) -> object:
    """Write a raw row: as the JSON that it is, in a list of its own, or as base64."""
    verbatim = _verbatim(raw)
    return base64.b64encode(raw).decode("ascii") if verbatim is None else [verbatim]


def _verbatim(raw: bytes) -> msgspec.Raw | None:
    try:
        # Decoding proves that it is JSON and takes the blanks around it away.
        verbatim = bytes(msgspec.json.decode(raw, type=msgspec.Raw))
        if b"\n" in verbatim or b"\r" in verbatim:
            verbatim = msgspec.json.format(verbatim, indent=-1)
        raw.decode("utf-8")
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return None if verbatim == b"null" else msgspec.Raw(verbatim)
