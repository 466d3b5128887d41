"""Read an archive into an empty ledger: all of it, checked, or nothing."""

import base64
import binascii
import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec
from peewee import SqliteDatabase

from budgetsync.domain.errors import ArchiveRefused, SchemaTooNew
from budgetsync.store import derived
from budgetsync.store.archive.layout import (
    FORMAT,
    LINES,
    MANIFEST,
    OLDEST_SCHEMA,
    OWN_SETTINGS,
    PACKED,
    Manifest,
    TableEntry,
    TableShape,
    load_shapes,
    quote,
)
from budgetsync.store.payloads import pack
from budgetsync.store.raw import connection_of

_LONGEST_LINE = 64 * 1024 * 1024
_LARGEST_MANIFEST = 1024 * 1024
_ENCRYPTED = 1  # a zip's flag


def import_archive(
    db: SqliteDatabase,
    file: Path,
    environment: str,
    *,
    on_progress: Callable[[int], None] = lambda _rows: None,
) -> Manifest:
    """Read an archive into an empty ledger, inside the caller's transaction.

    Args:
        environment: The ledger's; an archive of another is refused.
        on_progress: Told how many rows are read so far.

    Raises:
        ArchiveRefused: The file is no archive, not as it was written, of another environment, or the ledger
            is not empty. The caller's transaction has to be rolled back.
        SchemaTooNew: A newer program wrote it.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _Import(db, archive, on_progress).run(environment)
    except FileNotFoundError:
        message = f"There is no file {file.name}."
        raise ArchiveRefused(message, action="Check its name and folder.") from None
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError) as error:
        message = f"The file {file.name} is no archive, or it is damaged; nothing was read from it."
        raise ArchiveRefused(message) from error


class _Import:
    def __init__(
        self, db: SqliteDatabase, archive: zipfile.ZipFile, on_progress: Callable[[int], None]
    ) -> None:
        self._db = db
        self._connection = connection_of(db)
        self._archive = archive
        self._on_progress = on_progress
        self._rows = 0

    def run(self, environment: str) -> Manifest:
        manifest = self._read_manifest()
        shapes = load_shapes(self._connection)
        self._refuse(manifest, shapes, environment)
        # References between tables are looked at when the transaction ends.
        self._connection.execute("PRAGMA defer_foreign_keys = on")
        for entry in manifest.tables:
            self._read_table(entry, shapes[entry.name])
        derived.rebuild_sums(self._connection)
        derived.rebuild_index(self._db)
        return manifest

    def _read_manifest(self) -> Manifest:
        try:
            with self._archive.open(MANIFEST) as opened:
                return msgspec.json.decode(opened.read(_LARGEST_MANIFEST), type=Manifest)
        except (KeyError, msgspec.DecodeError) as error:
            message = "The file has no manifest that can be read, so it is no archive of a ledger."
            raise ArchiveRefused(message) from error

    def _refuse(self, manifest: Manifest, shapes: dict[str, TableShape], environment: str) -> None:
        (schema,) = self._connection.execute("PRAGMA user_version").fetchone()
        if manifest.schema > schema or manifest.format > FORMAT:
            message = f"The archive has schema {manifest.schema}; this program knows schemas up to {schema}."
            raise SchemaTooNew(message, action="Update BudgetSync; nothing was read from the archive.")
        if manifest.schema < OLDEST_SCHEMA or manifest.format < 1:
            message = "The archive's manifest names a schema that never was."
            raise ArchiveRefused(message)
        if manifest.environment != environment:
            message = f"The archive holds {manifest.environment} data, this ledger {environment} data."
            raise ArchiveRefused(message, action="Choose a data folder of the same environment.")
        known = {entry.name for entry in manifest.tables}
        there = set(self._archive.namelist())
        if any(entry.flag_bits & _ENCRYPTED for entry in self._archive.infolist()):
            message = "The archive is encrypted, which ours never are."
            raise ArchiveRefused(message)
        if len(known) != len(manifest.tables) or there != {MANIFEST, *(f"{name}{LINES}" for name in known)}:
            message = "The files in the archive are not those that its manifest names."
            raise ArchiveRefused(message)
        for entry in manifest.tables:
            shape = shapes.get(entry.name)
            if shape is None or not set(entry.columns) <= set(shape.columns):
                message = f"The archive has a table or columns that its schema has not ({entry.name})."
                raise ArchiveRefused(message)
        for shape in shapes.values():
            if shape.name != "setting" and self._has_rows(shape.name):
                message = "This ledger is not empty, and an archive is never mixed into another ledger."
                raise ArchiveRefused(message, action="Choose a new data folder with --data-dir.")

    def _has_rows(self, table: str) -> bool:
        return bool(self._connection.execute(f"SELECT EXISTS (SELECT 1 FROM {quote(table)})").fetchone()[0])

    def _read_table(self, entry: TableEntry, shape: TableShape) -> None:
        insert = shape.insert(entry.columns)
        lines = _Lines(entry, shape)
        with self._archive.open(entry.name + LINES) as opened:
            for rows in lines.read(opened):
                self._connection.executemany(insert, rows)
                self._rows += len(rows)
                self._on_progress(self._rows)
        lines.compare()


class _Lines:
    """The lines of one table: read, counted and summed up on the way."""

    def __init__(self, entry: TableEntry, shape: TableShape) -> None:
        self._entry = entry
        self._shape = shape
        self._rows = 0
        self._digest = hashlib.sha256()
        self._blobs = [(number, name) for number, name in enumerate(entry.columns) if name in shape.blobs]
        self._decoder = msgspec.json.Decoder(_line_type(entry, shape))

    def read(self, opened: IO[bytes]) -> Iterator[list[list[Any]]]:
        rows: list[list[Any]] = []
        while line := opened.readline(_LONGEST_LINE):
            self._digest.update(line)
            rows.append(self._decode(line))
            if len(rows) == self._shape.batch:
                yield rows
                rows = []
        if rows:
            yield rows

    def compare(self) -> None:
        """Refuse a table that is not as it was written.

        Raises:
            ArchiveRefused: Its lines are others, or more, or fewer.
        """
        if (self._rows, self._digest.hexdigest()) != (self._entry.rows, self._entry.sha256):
            message = f"The table {self._entry.name} is not as it was written: its checksum differs."
            raise ArchiveRefused(message)

    def _decode(self, line: bytes) -> list[Any]:
        self._rows += 1
        try:
            row = list(msgspec.structs.astuple(self._decoder.decode(line)))
            count = len(self._entry.columns)
            for place, (number, _) in enumerate(self._blobs):
                encoded = row[count + place]
                raw = bytes(row[number])
                if (self._shape.name, self._entry.columns[number]) in PACKED:
                    row[number] = pack([_to_raw(one) for one in _read_rows(raw)])
                    continue
                row[number] = base64.b64decode(encoded, validate=True) if encoded is not None else raw
                if encoded is None and raw == b"null":
                    row[number] = None
        except (msgspec.DecodeError, binascii.Error) as error:
            message = f"Line {self._rows} of the table {self._entry.name} is not as it was written."
            raise ArchiveRefused(message) from error
        if self._shape.name == "setting" and row[self._entry.columns.index("name")] in OWN_SETTINGS:
            message = "The archive would change which ledger this is."
            raise ArchiveRefused(message)
        return row[: len(self._entry.columns)]


_read_rows = msgspec.json.Decoder(list[list[msgspec.Raw] | str]).decode


def _to_raw(told: list[msgspec.Raw] | str) -> bytes:
    """Read a raw row as `writing` writes it.

    Raises:
        binascii.Error: It is neither JSON in a list of its own nor base64.
    """
    if isinstance(told, str):
        return base64.b64decode(told, validate=True)
    if len(told) != 1:
        message = "a raw row that is none"
        raise binascii.Error(message)
    return bytes(told[0])


def _line_type(entry: TableEntry, shape: TableShape) -> type[msgspec.Struct]:
    """Make the type of a table's lines: its columns, each of them there, and nothing else."""
    fields: list[tuple[Any, ...]] = []
    rename = {}
    for number, name in enumerate(entry.columns):
        kind: Any = msgspec.Raw if name in shape.blobs else int | str | None
        fields.append((f"c{number}", kind))
        rename[f"c{number}"] = name
    for number, name in enumerate(entry.columns):
        if name in shape.blobs:
            fields.append((f"b{number}", str | None, None))
            rename[f"b{number}"] = f"{name}_base64"
    return msgspec.defstruct("Line", fields, rename=rename, forbid_unknown_fields=True)
