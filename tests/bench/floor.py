"""The floor: the least that any program does that brings the same bytes into the same ledger rows.

urllib3 reads the pages one after the other over one connection, msgspec decodes only the fields that a
ledger row needs, `executemany` writes the ledger's columns into a table with the same indices as the
program's "transaction": ONE transaction, WAL, synchronous=FULL, a new file. No observation, no payload, no
audit, no account, no check of a single row. The clock runs from before the first request until the commit
has returned; imports and the making of the file are not in it, as they are not in ours.
Amounts are exact: Decimal from the raw text, as in the program.
"""

import hashlib
import sqlite3
import time
from decimal import Decimal
from pathlib import Path

import msgspec
import urllib3

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store.migrator import load_migrations, migrate
from tests.bench.child import Told, peak_megabytes, say, told

_HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/json",
    "PLAID-CLIENT-ID": DEMO_CLIENT_ID,
    "PLAID-SECRET": DEMO_SECRET,
    "Plaid-Version": "2020-09-14",
}
_DECIMALS = {"USD": 2, "EUR": 2, "JPY": 0}
_COLUMNS = (
    "state, amount, currency, transacted_on, posted_on, merchant, original_description, provider_category"
)
_INSERT = f'INSERT INTO "transaction" (account_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'  # noqa: S608


class _Category(msgspec.Struct, gc=False):
    detailed: str


class _Row(msgspec.Struct, gc=False):
    account_id: str
    amount: Decimal
    date: str
    pending: bool
    iso_currency_code: str
    authorized_date: str | None
    name: str
    merchant_name: str | None
    original_description: str | None
    personal_finance_category: _Category


class _Page(msgspec.Struct, gc=False):
    added: list[_Row]


def ledger_digest(connection: sqlite3.Connection) -> str:
    """Digest the ledger's columns that come from the provider, whatever the order of the rows."""
    total = 0
    for row in connection.execute(f'SELECT {_COLUMNS} FROM "transaction"'):  # noqa: S608
        total += int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=8).digest())
    return f"{total % 2**64:016x}"


def _new_file(path: Path) -> sqlite3.Connection:
    """Make a file with the program's own table of transactions and its indices, and nothing else."""
    model = sqlite3.connect(":memory:", isolation_level=None)
    migrate(model, path.parent, load_migrations())
    made = model.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'transaction' AND sql IS NOT NULL")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    connection.execute("PRAGMA cache_size = -16000")
    for (sql,) in made:
        connection.execute(sql)
    return connection


def measure(url: str, bodies: list[str], path: Path) -> Told:
    """Bring every page into a new file; returns seconds and what was written."""
    connection = _new_file(path)
    pool = urllib3.connectionpool.connection_from_url(url)
    decode = msgspec.json.Decoder(_Page).decode
    accounts: dict[str, int] = {}
    begun, worked = time.perf_counter(), time.process_time()
    connection.execute("BEGIN IMMEDIATE")
    for body in bodies:
        page = pool.urlopen("POST", "/transactions/sync", body=body.encode(), headers=_HEADERS).data
        connection.executemany(
            _INSERT,
            [
                (
                    accounts.setdefault(row.account_id, len(accounts) + 1),
                    "PENDING" if row.pending else "POSTED",
                    -int(row.amount.scaleb(_DECIMALS[row.iso_currency_code])),
                    row.iso_currency_code,
                    row.authorized_date or row.date,
                    None if row.pending else row.date,
                    row.merchant_name or row.name,
                    row.original_description or row.name,
                    row.personal_finance_category.detailed,
                )
                for row in decode(page).added
            ],
        )
    connection.execute("COMMIT")
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    rows = connection.execute('SELECT count(*) FROM "transaction"').fetchone()[0]
    digest = ledger_digest(connection)
    connection.close()
    return {"seconds": seconds, "cpu": cpu, "rows": rows, "digest": digest, "peak": peak_megabytes()}


def read_only(url: str, bodies: list[str]) -> Told:
    """Read every page and throw it away: the time of whoever answers."""
    pool = urllib3.connectionpool.connection_from_url(url)
    begun = time.perf_counter()
    size = sum(
        len(pool.urlopen("POST", "/transactions/sync", body=body.encode(), headers=_HEADERS).data)
        for body in bodies
    )
    return {"seconds": time.perf_counter() - begun, "bytes": size}


if __name__ == "__main__":
    asked = told()
    if asked["path"] is None:
        say(read_only(asked["url"], asked["bodies"]))
    else:
        say(measure(asked["url"], asked["bodies"], Path(asked["path"])))
