"""Makes ledger-schema-1.sql: a ledger as the first schema's program wrote it, as a text that can be reviewed.

Run by hand with that program, once: `PYTHONPATH=<its sources> python tests/integration/files/make_schema_1.py`. It
refuses to run with a program that knows a later schema.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from budgetsync.domain.errors import PayloadError
from budgetsync.domain.sync import RowProblem, SyncBatch, SyncPage
from budgetsync.domain.transaction import Observation
from budgetsync.store.migrator import APPLICATION_ID, load_migrations
from tests.unit.domain.builders import key, observation, page, pending, snapshot
from tests.unit.store.ledger_file import LedgerFile

TARGET = Path(__file__).with_name("ledger-schema-1.sql")
CHECKING, CARD = "nKpQ1d", "NkPq1D"  # ids that differ in case alone
SHOPS = (
    ("Café Zürich", -480, "FOOD_AND_DRINK_COFFEE"),
    ("Green Grocer", -4_315, "FOOD_AND_DRINK_GROCERIES"),
    ("Metro", -280, "TRANSPORTATION_PUBLIC_TRANSIT"),
    ("Payroll Acme", 241_000, "INCOME_WAGES"),
    ("Bookshop", -1_999, "GENERAL_MERCHANDISE_BOOKSTORES"),
)


def told(row: Observation, category: str) -> Observation:
    """A row with its category and a payload that says the same."""
    words = {"transaction_id": row.source_transaction_id, "name": row.original_description}
    return row._replace(provider_category=category, payload=b"\x00" + json.dumps(words).encode())


def past() -> list[Observation]:
    """Two months of an ordinary life, two equal coffees of one day among them."""
    rows = []
    for number in range(48):
        shop, minor, category = SHOPS[number % len(SHOPS)]
        account = CARD if number % 3 == 0 else CHECKING
        row = observation(f"row-{number}", minor=minor, on=-number, account=account, merchant=shop)
        rows.append(told(row, category))
    twin = observation("row-0-again", minor=-480, account=CARD, merchant="Café Zürich")
    hold = pending("hold-1", minor=-5_000, account=CHECKING, merchant="Bistro")
    return [*rows, told(twin, "FOOD_AND_DRINK_COFFEE"), told(hold, "FOOD_AND_DRINK_RESTAURANT")]


def batch(*pages: SyncPage, cursor: str, checking: int, card: int) -> SyncBatch:
    """A loop with the accounts' balances."""
    debt = replace(snapshot(CARD, name="Card", current=card), type="credit", subtype="credit card")
    accounts = (snapshot(CHECKING, name="Everyday", current=checking), debt)
    return SyncBatch("", [replace(one, accounts=accounts, next_cursor=cursor) for one in pages])


def live(ledger: LedgerFile) -> None:
    """Three syncs, and edits between them."""
    odd = RowProblem("odd-1", "currency XXX", PayloadError("A currency that is not known."), b"\x00{}")
    ledger.sync(batch(page(past(), problems=[odd]), cursor="cursor-1", checking=812_345, card=64_210))
    for row, field, value in (
        (1, "payee", "Corner café"),
        (2, "category", "Household"),
        (3, "note", "for the visitors"),
        (50, "payee", "Dinner with Zoë"),
        (4, "category", "Household"),
        (5, "note", "a gift"),
    ):
        ledger.edit(row, field, value)
    ledger.edit(5, "note", None)
    posted = observation("row-50", minor=-5_750, on=1, account=CHECKING, link="hold-1", merchant="Bistro")
    gone = [key("hold-1", CHECKING), key("row-7", CHECKING)]
    ledger.sync(batch(page([posted], removed=gone), cursor="cursor-2", checking=807_300, card=64_210))
    waits = pending("hold-2", minor=-1_200, on=2, account=CHECKING, merchant="Metro")
    ledger.sync(batch(page([waits]), cursor="cursor-3", checking=807_300, card=64_210))


def main() -> None:
    """Make the file."""
    if len(load_migrations()) != 1:
        sys.exit("Run this with the program of the first schema: this one knows a later one.")
    with tempfile.TemporaryDirectory() as folder:
        ledger = LedgerFile(Path(folder))
        live(ledger)
        ledger.close()
        with closing(sqlite3.connect(ledger.path)) as connection:
            lines = [
                f"PRAGMA application_id = {APPLICATION_ID};",
                "PRAGMA user_version = 1;",
                *connection.iterdump(),
            ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
