"""The computer's time zone changes no day: the same bank gives the same ledger from -11 to +14, and with DST."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ZONES = ("UTC", "Pacific/Pago_Pago", "Etc/GMT-14", "America/New_York")

SYNC = """
import asyncio, hashlib, sqlite3, sys
from pathlib import Path
from budgetsync.sandbox import DemoBank
from budgetsync.store.database import FILE_NAME
from tests.integration.ledgers import INSTITUTIONS, Household

QUERIES = (
    'SELECT id, state, amount, transacted_on, posted_on, merchant FROM "transaction" ORDER BY id',
    "SELECT * FROM daily_sum ORDER BY 1, 2",
    "SELECT rowid FROM search WHERE search MATCH 'a*' ORDER BY rowid",
    "SELECT account_id, verdict, drift_since FROM proof ORDER BY id",
)

async def main(folder):
    with DemoBank(seed=11, rows=400).serve() as server:
        home = Household(server.url)
        async with home.open(folder) as core:
            items = [await core.connect_sandbox(name) for name in INSTITUTIONS]
            for days in (0, 5):
                await home.let_days_pass(days)
                for item in items:  # one after the other: rows are numbered as they come
                    await core.wait_until_done(await core.request_sync(item))
            shown = await core.newest_transactions(None)
    print(hashlib.sha256(repr([(one.id, one.transacted_on, one.posted_on) for one in shown]).encode()).hexdigest())
    connection = sqlite3.connect(folder / FILE_NAME)
    for query in QUERIES:
        rows = connection.execute(query).fetchall()
        print(len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
    connection.close()

asyncio.run(main(Path(sys.argv[1])))
"""


def test_the_same_ledger_in_every_zone(tmp_path: Path) -> None:
    children = {
        zone: subprocess.Popen(
            [sys.executable, "-c", SYNC, str(tmp_path / zone.replace("/", "-"))],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT)},
        )
        for zone in ZONES
    }
    told = {zone: child.communicate(timeout=120)[0].splitlines() for zone, child in children.items()}

    assert {zone: child.returncode for zone, child in children.items()} == dict.fromkeys(ZONES, 0)
    assert int(told["UTC"][1].split()[0]) > 400
    assert told == dict.fromkeys(ZONES, told["UTC"])
