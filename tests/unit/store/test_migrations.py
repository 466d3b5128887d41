"""From an empty file, or an older one, to today's schema: whole or not at all."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from budgetsync.domain.errors import SchemaTooNew, StoreError
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.migrator import APPLICATION_ID, Migration, load_migrations, statements
from budgetsync.store.tables import TABLES, Table
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import LedgerFile, child, hear, tell

NEXT = Migration(
    len(load_migrations()) + 1,
    "colours",
    "-- a comment; with a semicolon\nALTER TABLE account ADD COLUMN colour TEXT;\n"
    "CREATE TABLE colour (name TEXT);\nINSERT INTO colour VALUES ('a;b');\n",
)
WITHOUT_MODEL = {
    "account_sum",
    "anchor",
    "daily_category_sum",
    "daily_flow",
    "daily_sum",
    "held_removal",
    "inbox",
    "mailbox",
    "migration",
    "monthly_category_sum",
    "payee",
    "payee_day",
    "payee_sum",
    "proof",
    "rejection",
    "rhythm",
    "rule",
    "search",
    "search_config",
    "search_data",
    "search_idx",
    "split",
    "suggestion",
    "tag",
    "transfer",
    "csv_profile",
    "account_link",
    "rank_change",
}


def look(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_a_new_file_gets_every_step_and_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    Database(path, "demo").close()

    versions = [migration.version for migration in load_migrations()]
    assert versions == list(range(1, len(versions) + 1))
    assert [row[0] for row in look(path, "SELECT version FROM migration ORDER BY version")] == versions
    assert look(path, "PRAGMA user_version") == [(versions[-1],)]
    assert look(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert look(path, "PRAGMA journal_mode") == [("wal",)]
    assert not (tmp_path / "backups").exists()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    first = Database(path, "demo")
    first.close()
    before = path.read_bytes()

    second = Database(path, "demo")
    second.close()

    assert second.id == first.id
    assert path.read_bytes() == before


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_models_are_the_migrated_tables(tmp_path: Path, table: type[Table]) -> None:
    path = tmp_path / FILE_NAME
    Database(path, "demo").close()
    meta = table._meta
    kinds = {"TEXT": "TEXT", "INT": "INTEGER", "AUTO": "INTEGER", "BLOB": "BLOB"}
    model = {field.column_name: (kinds[field.field_type], field.null) for field in meta.sorted_fields}

    schema = {
        name: (kind, not required and not key)
        for _, name, kind, required, _, key in look(path, f'PRAGMA table_info("{meta.table_name}")')
    }

    assert model == schema


def test_every_table_has_a_model_but_those_that_wait_for_theirs(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    Database(path, "demo").close()

    tables = {str(row[0]) for row in look(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}

    models = {table._meta.table_name for table in TABLES}
    assert tables - models == WITHOUT_MODEL
    assert models <= tables


def test_a_newer_schema_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    Database(path, "demo").close()
    Database(path, "demo", migrations=(*load_migrations(), NEXT)).close()
    backups = sorted((tmp_path / "backups").iterdir())
    before = path.read_bytes()

    with pytest.raises(SchemaTooNew) as caught, Database(path, "demo"):
        pytest.fail("it was opened")

    assert path.read_bytes() == before
    assert sorted((tmp_path / "backups").iterdir()) == backups
    assert "Update BudgetSync" in caught.value.action


def test_an_older_file_is_copied_and_then_migrated(tmp_path: Path) -> None:
    old = LedgerFile(tmp_path)
    old.sync(batch([observation("a"), observation("b")]))
    contents = old.contents()
    old.close()

    Database(old.path, "demo", migrations=(*load_migrations(), NEXT)).close()

    (copy,) = (tmp_path / "backups").glob("*.sqlite")
    assert copy.name == f"before-schema-{NEXT.version:04}.sqlite"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert look(copy, "PRAGMA integrity_check") == [("ok",)]
    assert look(copy, "PRAGMA user_version") == [(NEXT.version - 1,)]
    for name, rows in contents.items():
        assert look(copy, f'SELECT * FROM "{name}"') == rows  # noqa: S608
    assert look(old.path, "SELECT name FROM colour") == [("a;b",)]
    assert look(old.path, 'SELECT count(*) FROM "transaction"') == [(2,)]


def test_a_second_copy_of_one_step_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    Database(path, "demo").close()
    broken = Migration(NEXT.version, "broken", "CREATE TABLE colour (name TEXT); CREATE TABLE item (x TEXT);")
    for _ in range(2):
        with pytest.raises(StoreError):
            Database(path, "demo", migrations=(*load_migrations(), broken))

    assert len(list((tmp_path / "backups").glob("*.sqlite"))) == 2
    assert list((tmp_path / "backups").glob("*.partial")) == []


@pytest.mark.parametrize(
    "mistake", ["CREATE TABLE item (x TEXT);", "NOT SQL AT ALL;", "INSERT INTO nowhere VALUES (1);"]
)
def test_a_step_that_fails_is_taken_back_whole(tmp_path: Path, mistake: str) -> None:
    old = LedgerFile(tmp_path)
    old.sync(batch([observation("a")]))
    contents = old.contents()
    old.close()
    broken = Migration(NEXT.version, "broken", NEXT.sql + mistake)

    with pytest.raises(StoreError):
        Database(old.path, "demo", migrations=(*load_migrations(), broken))

    again = LedgerFile(tmp_path)
    assert again.contents() == contents
    again.close()
    Database(old.path, "demo", migrations=(*load_migrations(), NEXT)).close()
    assert look(old.path, "SELECT name FROM colour") == [("a;b",)]


def test_scripts_are_split_where_statements_end() -> None:
    script = "CREATE TABLE a (x TEXT); -- why;\nINSERT INTO a VALUES (';\n');\nSELECT 1;\n"

    assert [part.strip() for part in statements(script)] == [
        "CREATE TABLE a (x TEXT); -- why;",
        "INSERT INTO a VALUES (';\n');",
        "SELECT 1;",
    ]


@pytest.mark.parametrize("round_", range(5))
def test_several_at_once_make_one_ledger(tmp_path: Path, round_: int) -> None:
    path = tmp_path / f"{round_}" / FILE_NAME
    start = threading.Barrier(4)
    ids: list[str] = []
    failures: list[StoreError] = []

    def work() -> None:
        start.wait()
        try:
            with Database(path, "demo") as database:
                ids.append(database.id)
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(ids) == 4
    assert len(set(ids)) == 1


OPEN = """
import sys
from pathlib import Path
from budgetsync.store.database import Database
print("ready", flush=True)
sys.stdin.readline()
with Database(Path(sys.argv[1]), "demo") as database:
    print(database.id, flush=True)
"""


def test_two_processes_at_once_make_one_ledger(tmp_path: Path) -> None:
    path = tmp_path / "new" / FILE_NAME
    with child(OPEN, path) as one, child(OPEN, path) as other:
        assert hear(one) == hear(other) == "ready"
        tell(one)
        tell(other)
        ids = {hear(one), hear(other)}
        assert (one.wait(30), other.wait(30)) == (0, 0)

    assert len(ids) == 1
    assert look(path, "SELECT count(*) FROM migration") == [(len(load_migrations()),)]


def test_a_file_of_another_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text TEXT)")
        other.commit()
    before = path.read_bytes()

    with pytest.raises(StoreError) as caught, Database(path, "demo"):
        pytest.fail("it was opened")

    assert path.read_bytes() == before
    assert "another data folder" in caught.value.action
    assert look(path, "SELECT name FROM sqlite_master") == [("notes",)]


@pytest.mark.parametrize("table", ["item", "source_account", "observation"])
def test_what_a_source_calls_a_thing_is_there_once(tmp_path: Path, table: str) -> None:
    ledger = LedgerFile(tmp_path)
    ledger.sync(batch([observation("a")]))
    ledger.close()
    columns = ", ".join(
        str(row[1]) for row in look(ledger.path, f"PRAGMA table_info({table})") if row[1] != "id"
    )

    with closing(sqlite3.connect(ledger.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}")  # noqa: S608
