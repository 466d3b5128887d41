"""A ledger that the first schema's program wrote is opened by today's: everything kept, and it syncs on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from budgetsync.domain.sync import SyncBatch
from budgetsync.store.database import FILE_NAME
from budgetsync.store.migrator import load_migrations
from tests.reliability.recount import differences
from tests.unit.domain.builders import REMOVED, key, observation, page, snapshot
from tests.unit.store.ledger_file import LedgerFile

STORED = Path(__file__).parent / "files" / "ledger-schema-1.sql"
CHECKING, CARD = "nKpQ1d", "NkPq1D"
OF_THE_FIRST_SCHEMA = (
    "item",
    "account",
    "source_account",
    "sync_run",
    "sync_run_account",
    "balance",
    "category",
    "transaction",
    "observation",
    "field_choice",
    "command",
    "change",
    "queue",
    "dead_letter",
    "setting",
)


def look(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of the first schema, by its own columns; raw rows have moved to a table of their own since."""
    with closing(sqlite3.connect(":memory:")) as first:
        first.executescript(STORED.read_text(encoding="utf-8"))
        columns = {
            table: ", ".join(f'"{row[1]}"' for row in first.execute(f'PRAGMA table_info("{table}")'))
            for table in OF_THE_FIRST_SCHEMA
        }
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("SELECT 1 FROM pragma_table_list WHERE name = 'payload_block'").fetchone():
            moved = "(SELECT content FROM payload_block b WHERE b.id = payload_block AND payload_place = 0)"
            columns["observation"] = columns["observation"].replace('"payload"', moved)
        return {
            table: connection.execute(f'SELECT {names} FROM "{table}" ORDER BY 1, 2').fetchall()  # noqa: S608
            for table, names in columns.items()
        }


@pytest.fixture
def before(tmp_path: Path) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(STORED.read_text(encoding="utf-8"))
    return look(path)


@pytest.fixture
def ledger(tmp_path: Path, before: dict[str, list[tuple[object, ...]]]) -> Iterator[LedgerFile]:
    assert before
    opened = LedgerFile(tmp_path)
    opened.hours = 100
    yield opened
    opened.close()


def told(*, added: object = (), removed: object = (), checking: int, card: int) -> SyncBatch:
    debt = replace(snapshot(CARD, name="Card", current=card), type="credit", subtype="credit card")
    accounts = (snapshot(CHECKING, name="Everyday", current=checking), debt)
    return SyncBatch("", [page(added, removed=removed, accounts=accounts)])  # type: ignore[arg-type]


def test_everything_is_kept(ledger: LedgerFile, before: dict[str, list[tuple[object, ...]]]) -> None:
    assert len(before["transaction"]) == 51
    kept = look(ledger.path)
    assert kept["setting"][:-1] == before["setting"]  # how sums are made has come to them
    assert kept | {"setting": before["setting"]} == before
    assert ledger.rows("PRAGMA user_version") == [(load_migrations()[-1].version,)]
    assert ledger.rows("PRAGMA integrity_check") == [("ok",)]
    assert ledger.rows("PRAGMA foreign_key_check") == []


def test_a_copy_is_made_before(ledger: LedgerFile, before: dict[str, list[tuple[object, ...]]]) -> None:
    (copy,) = (ledger.path.parent / "backups").glob("before-schema-*.sqlite")

    assert look(copy) == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_sums_and_index_are_those_of_the_rows(ledger: LedgerFile) -> None:
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert list(differences(connection)) == []
        assert connection.execute("SELECT count(*) FROM search WHERE search MATCH 'zoe'").fetchone() == (1,)
    assert ledger.rows("SELECT account_id, posted, pending, rows FROM account_sum") == ledger.rows(
        "SELECT account_id, sum(amount * (state = 'POSTED')), sum(amount * (state = 'PENDING')), count(*) "
        "FROM \"transaction\" WHERE state <> 'REMOVED' GROUP BY account_id"
    )


def test_edits_are_still_the_users(ledger: LedgerFile) -> None:
    edited = (
        'SELECT id, payee, note, category_id FROM "transaction" WHERE id IN (1, 2, 3, 4, 5, 50) ORDER BY id'
    )

    assert ledger.rows(edited) == [
        (1, "Corner café", None, None),
        (2, None, None, 1),
        (3, None, "for the visitors", None),
        (4, None, None, 1),
        (5, None, None, None),
        (50, "Dinner with Zoë", None, None),
    ]
    ledger.sync(told(added=[observation("row-0", minor=-490, account=CARD)], checking=807_300, card=64_220))
    assert ledger.cell('SELECT payee FROM "transaction" WHERE id = 1') == "Corner café"


def test_it_syncs_on_and_the_proof_begins(ledger: LedgerFile) -> None:
    posted = observation("row-60", minor=-1_200, on=3, account=CHECKING, link="hold-2", merchant="Metro")
    ledger.sync(told(checking=807_300, card=64_210))
    assert ledger.rows("SELECT verdict FROM proof") == [("ANCHORED",), ("ANCHORED",)]

    gone = [key("hold-2", CHECKING), key("row-3", CARD)]
    ledger.sync(told(added=[posted], removed=gone, checking=806_100, card=305_210))

    assert ledger.rows("SELECT verdict FROM proof ORDER BY id DESC LIMIT 2") == [("PROVED",), ("PROVED",)]
    states = ledger.rows('SELECT id, state FROM "transaction" WHERE id IN (4, 51) ORDER BY id')
    assert states == [(4, REMOVED.value), (51, "POSTED")]
    assert ledger.cell('SELECT bank_removed FROM "transaction" WHERE id = 4') == 1
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert list(differences(connection)) == []
