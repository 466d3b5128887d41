"""Big ledgers, quickly: rows of a made-up household, written by the program's own `apply_batch`.

    .venv/bin/python -m tests.bench.big_ledger '{"path": "build/big/ledger.sqlite", "rows": 1000000}'

Rows come in batches, each of a stretch of days of its own, as years of syncs bring them. Every row has an
observation, a packed payload, its audit, its place in sums and index. The same numbers give the same ledger.
"""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from peewee import SqliteDatabase

from budgetsync.domain.account import AccountSnapshot, Balance
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Connection, History, Institution
from budgetsync.domain.sync import SyncBatch, SyncPage, Trigger
from budgetsync.domain.transaction import Observation, ObservationKey, TransactionState
from budgetsync.providers.plaid.provider import PAGE_SIZE
from budgetsync.store import items, queue, sync_runs
from budgetsync.store.apply import Finished, apply_batch
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from budgetsync.store.raw import connection_of
from tests.bench.child import say, told

NOW: Final = datetime(2026, 6, 15, 12, tzinfo=UTC)
TODAY: Final = NOW.date()
ROWS_OF_A_DAY: Final = 274
"""A million rows are ten years of them."""

_BATCH = 50_000
_ACCOUNTS = ("checking", "savings", "credit card", "joint", "business")
_WORDS: Final = """
Blue Corner Golden Harbor Little North Old Red River Royal Silver Spring Star Sunny Union Velvet West Café Müller
García Smörgås Żabka Coastal Crimson Ember Fable Grand Hollow Iron Juniper Kettle Linden
Coffee Grocery Market Bakery Books Garage Pharmacy Fuel Telecom Insurance Cinema Pizza Sushi Hardware Garden
Airlines Hotel Taxi Bistro Deli Outfitters Gym Dental Optics Electric Water Parking Records Toys
"""
_SHOPS = _WORDS.split()
_CITIES = ("Oakland", "Austin", "Boston", "Denver", "Madison", "Newark", "Omaha", "Portland", "Reno", "Tulsa")
_CODES = (
    "FOOD_AND_DRINK_COFFEE",
    "FOOD_AND_DRINK_GROCERIES",
    "GENERAL_MERCHANDISE_OTHER",
    "TRANSPORTATION_GAS",
    "RENT_AND_UTILITIES_WATER",
    "ENTERTAINMENT_MUSIC",
    "INCOME_WAGES",
)


def rows_of(first: int, count: int, days: tuple[date, int]) -> list[Observation]:
    """Make rows number `first` and following, spread evenly over days[1] days from days[0] on."""
    dice = random.Random(first)  # noqa: S311 - made-up rows, not secrets
    begin, length = days
    made = []
    for number in range(first, first + count):
        merchant = " ".join(dice.sample(_SHOPS, 2))
        day = begin + timedelta(days=(number - first) * length // count)
        minor = dice.randint(1, 20_000) * (1 if dice.random() < 0.1 else -1)
        account = f"acc-{number % len(_ACCOUNTS)}"
        prefix = "PURCHASE " if dice.random() < 0.8 else ""  # a long word in most rows
        text = f"{prefix}{merchant.upper()} #{dice.randint(1, 9_999):04} {dice.choice(_CITIES)} US"
        payload = json.dumps({"transaction_id": f"t-{number}", "amount": minor / 100, "name": text})
        made.append(
            Observation(
                account,
                f"t-{number}",
                TransactionState.POSTED,
                minor,
                "USD",
                day,
                day + timedelta(days=1),
                merchant,
                text,
                None,
                dice.choice(_CODES),
                "HIGH",
                payload.encode(),
            )
        )
    return made


def batch_of(
    added: Iterable[Observation], modified: Iterable[Observation] = (), removed: Iterable[ObservationKey] = ()
) -> SyncBatch:
    """Make a batch of one page, with every account in it."""
    accounts = tuple(
        AccountSnapshot(
            f"acc-{number}", name.capitalize(), None, f"{1000 + number}", "depository", "checking", "USD",
            Balance(100_00, 90_00, None),
        )
        for number, name in enumerate(_ACCOUNTS)
    )  # fmt: skip
    return SyncBatch(
        "",
        [SyncPage(accounts, list(added), list(modified), list(removed), [], "c1", False, History.COMPLETE)],
    )


def delta_of(database: Database, number: int) -> SyncBatch:
    """Make a batch of 500 rows as a busy day brings it: 400 added, 80 modified, 20 taken back."""

    def newest(db: SqliteDatabase) -> list[tuple[str, str]]:
        return connection_of(db).execute(_NEWEST).fetchall()

    first = 10_000_000 + 1_000 * number
    days = (TODAY + timedelta(days=number), 3)  # each delta brings a day of its own
    known = database.run_now(newest)
    modified = [
        row._replace(source_account_id=account, source_transaction_id=name)
        for row, (account, name) in zip(rows_of(first + 500, 80, days), known[20:], strict=True)
    ]
    return batch_of(rows_of(first, 400, days), modified, [ObservationKey(*key) for key in known[:20]])


_NEWEST = """
SELECT s.source_account_id, o.source_transaction_id FROM observation o
JOIN source_account s ON s.id = o.source_account JOIN "transaction" t ON t.id = o.transaction_id
WHERE t.state <> 'REMOVED' ORDER BY o.id DESC LIMIT 100
"""


def connect(database: Database) -> ItemId:
    """Make the one connection."""
    connection = Connection("item-1", Institution("ins_1", "Bank"), "access-token")
    return database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))


def apply(database: Database, item: ItemId, batch: SyncBatch) -> Finished:
    """Apply a batch as a run does, payloads packed."""
    for page in batch.pages:
        for at in range(0, len(page.added), PAGE_SIZE):
            rows = page.added[at : at + PAGE_SIZE]
            block = pack([row.payload for row in rows])
            page.added[at : at + PAGE_SIZE] = [
                row._replace(payload=block, place=place) for place, row in enumerate(rows)
            ]

    def step(db: SqliteDatabase) -> Finished:
        queue.request(db, item, Trigger.USER, NOW)
        request = queue.lease_next(db, NOW, ())
        assert request is not None
        run = sync_runs.open_run(db, item, Trigger.USER, "", NOW)
        return apply_batch(
            db,
            item_id=item,
            run_id=run,
            request_id=request.id,
            batch=batch,
            requests=len(batch.pages),
            now=NOW,
            on_progress=lambda _written: None,
        )

    return database.run_now(step)


def stretches(rows: int, days: int) -> Iterator[tuple[int, int, tuple[date, int]]]:
    """Cut the rows into batches: number of the first, how many, and the days that they are spread over."""
    begin = TODAY - timedelta(days=days)
    for first in range(0, rows, _BATCH):
        count = min(_BATCH, rows - first)
        skipped, until = days * first // rows, days * (first + count) // rows
        yield first, count, (begin + timedelta(days=skipped), max(1, until - skipped))


def write_ledger(path: Path, rows: int, days: int | None = None) -> None:
    """Write a ledger of so many rows, over so many days; otherwise as many as ROWS_OF_A_DAY asks for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Database(path, "demo") as database:
        item = connect(database)
        for first, count, where in stretches(rows, days or max(1, rows // ROWS_OF_A_DAY)):
            apply(database, item, batch_of(rows_of(first, count, where)))


if __name__ == "__main__":
    asked = told()
    write_ledger(Path(asked["path"]), asked["rows"], asked.get("days"))
    say({"size": Path(asked["path"]).stat().st_size})
