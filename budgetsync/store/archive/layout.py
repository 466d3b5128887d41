"""What lies where in an archive."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

FORMAT = 1
MANIFEST = "manifest.json"
LINES = ".jsonl"
OLDEST_SCHEMA = 2
"""Archives came with this schema."""

NOT_EXPORTED = {
    "migration": "the new ledger has its own",
    "account_sum": "made anew from the rows",
    "daily_sum": "made anew from the rows",
    "daily_flow": "made anew from the rows",
    "daily_category_sum": "made anew from the rows",
    "monthly_category_sum": "made anew from the rows",
    "payee": "made anew from the rows",
    "payee_day": "made anew from the rows",
    "payee_sum": "made anew from the rows",
    "rhythm": "made anew from the rows",
    "search": "made anew from the rows",
    "queue": "what waits to be done is done here, not there",
    "bank_refresh": "what the bank was asked from here",
    "notice": "who was told here is told there by what is so there",
    "quota_call": "calls are counted where they are made",
    "hold": "what a provider said holds for minutes",
    "breaker": "which bank is down just now is found out anew",
    "schedule_state": "what the timer of this computer planned",
}
"""Tables that are left out, each with the reason."""

OWN_SETTINGS = ("database_id", "environment", "PLAID_URL", "vault.place", "sums.way")
"""Which ledger this is, where its bank answers, where its secrets are, how its sums are made: it keeps its own."""

PACKED = {("payload_block", "content")}
"""Columns that hold raw rows as `store.payloads` packs them; in an archive they are a list of rows, packed anew."""

BATCH = 1_000
"""Rows read or written at once; of packed ones, each of which can be a whole page, far fewer."""
PACKED_BATCH = 8


class TableEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table in the manifest.

    Attributes:
        blobs: Those of the columns that hold bytes.
        sha256: Of the uncompressed lines, in hexadecimal.
    """

    name: str
    columns: list[str]
    blobs: list[str]
    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an archive says about itself.

    Attributes:
        made_at: ISO 8601, UTC.
    """

    format: int
    schema: int
    environment: str
    made_at: str
    tables: list[TableEntry]


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table of the ledger as an archive sees it.

    Attributes:
        columns: In the order of the schema.
        blobs: Those that hold bytes.
        key: Columns of the primary key, in its order.
    """

    name: str
    columns: tuple[str, ...]
    blobs: frozenset[str]
    key: tuple[str, ...]

    @property
    def batch(self) -> int:
        """Rows to read or write at once."""
        return PACKED_BATCH if any((self.name, column) in PACKED for column in self.blobs) else BATCH

    @property
    def select(self) -> str:
        """Reads every row that belongs into an archive, in its order."""
        where = ""
        if self.name == "setting":
            where = f" WHERE name NOT IN ({', '.join(repr(name) for name in OWN_SETTINGS)})"
        return f"SELECT {quoted(self.columns)} FROM {quote(self.name)}{where} ORDER BY {quoted(self.key)}"

    def insert(self, columns: Iterable[str]) -> str:
        """Writes a row of some of its columns."""
        names = list(columns)
        marks = ", ".join("?" * len(names))
        return f"INSERT INTO {quote(self.name)} ({quoted(names)}) VALUES ({marks})"


def load_shapes(connection: sqlite3.Connection) -> dict[str, TableShape]:
    """Read which tables of a ledger belong into an archive, by name, in the order of their names."""
    names = [
        str(row[0])
        for row in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' "
            "ORDER BY name"
        )
    ]
    return {name: _load_shape(connection, name) for name in names if name not in NOT_EXPORTED}


def quote(name: str) -> str:
    """Write a name of the schema as SQL takes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def quoted(names: Iterable[str]) -> str:
    """Write several names with commas between."""
    return ", ".join(quote(name) for name in names)


def _load_shape(connection: sqlite3.Connection, name: str) -> TableShape:
    rows = connection.execute(f"SELECT name, type, pk FROM pragma_table_info({quote(name)})").fetchall()
    key = sorted((place, column) for column, _, place in rows if place)
    return TableShape(
        name,
        tuple(str(row[0]) for row in rows),
        frozenset(str(row[0]) for row in rows if row[1] == "BLOB"),
        tuple(str(column) for _, column in key),
    )
