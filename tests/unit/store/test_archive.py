"""The whole ledger as text, and back: nothing lost, nothing taken on trust."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from budgetsync.domain.errors import ArchiveRefused, SchemaTooNew, StoreCorrupt, StoreError, UsageError
from budgetsync.store.archive import export_archive, import_archive
from budgetsync.store.archive.layout import NOT_EXPORTED, load_shapes
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack, unpack
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import batch, observation, pending
from tests.unit.store.ledger_file import NOW, LedgerFile

RAW = b'{"amount": 4.50, "name": "Caf\xc3\xa9 \\u00e9", "location": {"city": null}, "twice": 1, "twice": 2}'
PRETTY = b'{\n  "amount": 1.10,\r\n  "name": "two\\nlines"\n}'


@pytest.fixture
def filled(ledger: LedgerFile) -> LedgerFile:
    """A ledger with something in nearly every table."""
    rows = [RAW, PRETTY, b"no json \xff", b"null", RAW]
    packed = pack(rows)
    ledger.sync(
        batch(
            [
                *(
                    observation(f"t{number}", payload=packed, place=number, on=number)
                    for number in range(len(rows))
                ),
                pending("p", minor=-999),
            ]
        )
    )
    ledger.sync(batch([observation("posted", minor=-999, link="p", payload=pack([RAW]))]))
    ledger.edit(1, "payee", "Schönes Café")
    ledger.edit(2, "note", "mine\n\u2028and \x00 yours")
    ledger.database.run_now(
        lambda db: connection_of(db).execute(
            "INSERT INTO dead_letter (kind, item_id, subject, cause, code, title, message, action, payload, state, "
            "created_at, last_seen_at) VALUES ('row', 1, 's', 'c', 'x', 'x', 'x', 'x', X'00ff', 'open', 1, 1)"
        )
    )
    return ledger


def export(ledger: LedgerFile, file: Path) -> Path:
    export_archive(ledger.path, file, ledger.now)
    return file


def read_in(file: Path, folder: Path, environment: str = "demo") -> Database:
    database = Database(folder / FILE_NAME, environment)
    try:
        database.run_now(lambda db: import_archive(db, file, environment))
    except BaseException:
        database.close()
        raise
    return database


def without_blanks(raw: bytes) -> object:
    """What an archive promises to keep of a raw row: JSON as it came, blanks between tokens aside."""
    return json.loads(raw) if raw == PRETTY or b"two" in raw else raw


def rows_of(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All that an archive holds, with raw rows unpacked."""

    def query(db: Any) -> dict[str, list[tuple[Any, ...]]]:  # noqa: ANN401 - Peewee's
        connection = connection_of(db)
        found = {
            name: connection.execute(shape.select).fetchall()
            for name, shape in load_shapes(connection).items()
        }
        found["payload_block"] = [
            (number, [without_blanks(raw) for raw in unpack(block)])
            for number, block in found["payload_block"]
        ]
        for name in (
            "daily_sum",
            "daily_flow",
            "daily_category_sum",
            "monthly_category_sum",
        ):
            found[name] = connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2, 3').fetchall()  # noqa: S608
        for name in ("payee_day", "payee_sum", "rhythm"):  # payees are numbered anew
            select = f"SELECT * FROM payee JOIN {name} ON payee_id = payee.id"  # noqa: S608
            found[name] = sorted(
                tuple(
                    value
                    for column, value in zip(named, row, strict=True)
                    if column not in {"id", "payee_id"}
                )
                for cursor in [connection.execute(select)]
                for named in [[column for column, *_ in cursor.description]]
                for row in cursor
            )
        return found

    return database.run_now(query)


def entries(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of an archive with something changed in it."""
    content = entries(file)
    change(content)
    other = file.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return other


def test_everything_comes_back(filled: LedgerFile, tmp_path: Path) -> None:
    file = export(filled, tmp_path / "all.zip")

    with read_in(file, tmp_path / "new") as database:
        assert rows_of(database) == rows_of(filled.database)
        assert database.id != filled.database.id
        hits = database.run_now(
            lambda db: (
                connection_of(db)
                .execute("SELECT count(*) FROM search WHERE search MATCH 'schones'")
                .fetchone()
            )
        )
        assert hits == (1,)


def test_an_export_of_an_import_is_the_same_but_for_the_time(filled: LedgerFile, tmp_path: Path) -> None:
    first = export(filled, tmp_path / "first.zip")
    with read_in(first, tmp_path / "new") as database:
        export_archive(database.path, tmp_path / "second.zip", filled.now + timedelta(days=1))

    one, other = entries(first), entries(tmp_path / "second.zip")
    manifests = [json.loads(content.pop("manifest.json")) for content in (one, other)]
    assert one == other
    assert manifests[0].pop("made_at") != manifests[1].pop("made_at")
    assert manifests[0] == manifests[1]
    same = export_archive(filled.path, tmp_path / "third.zip", filled.now)
    assert same.environment == "demo"
    assert (tmp_path / "third.zip").read_bytes() == first.read_bytes()


def test_it_is_readable_text_with_the_providers_own_words(filled: LedgerFile, tmp_path: Path) -> None:
    file = export(filled, tmp_path / "all.zip")

    content = entries(file)
    blocks = content["payload_block.jsonl"].splitlines()
    assert RAW in blocks[0]
    assert b'[{"amount":1.10,"name":"two\\nlines"}]' in blocks[0]
    assert json.loads(blocks[0])["content"][2] == "bm8ganNvbiD/"
    second = json.loads(content["observation.jsonl"].splitlines()[1])
    assert (second["payload_block"], second["payload_place"]) == (1, 1)
    assert json.loads(content["transaction.jsonl"].splitlines()[0])["payee"] == "Schönes Café"
    assert len(content["transaction.jsonl"].splitlines()) == 6
    assert list(content)[-1] == "manifest.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_each_table_is_in_it_or_left_out_for_a_reason(filled: LedgerFile, tmp_path: Path) -> None:
    names = {
        str(name)
        for (name,) in filled.rows(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        )
    }
    in_archive = {name.removesuffix(".jsonl") for name in entries(export(filled, tmp_path / "all.zip"))}

    assert names - in_archive == {*NOT_EXPORTED, "sqlite_schema"} - {"search"}
    settings = entries(tmp_path / "all.zip")["setting.jsonl"].decode()
    assert filled.database.id not in settings


def test_an_empty_ledger_goes_through_as_well(tmp_path: Path) -> None:
    with Database(tmp_path / "old" / FILE_NAME, "demo") as old:
        export_archive(old.path, tmp_path / "empty.zip", NOW)
    with read_in(tmp_path / "empty.zip", tmp_path / "new") as new:
        assert not any(rows for name, rows in rows_of(new).items() if name != "setting")


def test_a_file_that_is_there_is_not_overwritten(filled: LedgerFile, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_text("a letter")

    with pytest.raises(UsageError):
        export(filled, tmp_path / "all.zip")

    assert (tmp_path / "all.zip").read_text() == "a letter"


def test_a_ledger_with_rows_takes_no_archive(filled: LedgerFile, tmp_path: Path) -> None:
    file = export(filled, tmp_path / "all.zip")
    before = filled.contents()

    with pytest.raises(ArchiveRefused, match="not empty"):
        filled.database.run_now(lambda db: import_archive(db, file, "demo"))

    assert filled.contents() == before


def first_line_changed(content: dict[str, bytes]) -> None:
    content["transaction.jsonl"] = content["transaction.jsonl"].replace(b'"amount":-450', b'"amount":-451', 1)


def line_lost(content: dict[str, bytes]) -> None:
    content["transaction.jsonl"] = content["transaction.jsonl"].partition(b"\n")[2]


def line_broken(content: dict[str, bytes]) -> None:
    content["account.jsonl"] = content["account.jsonl"].replace(b"{", b"", 1)


def column_added(content: dict[str, bytes]) -> None:
    content["account.jsonl"] = content["account.jsonl"].replace(b"{", b'{"more":1,', 1)


def number_too_large(content: dict[str, bytes]) -> None:
    content["account.jsonl"] = content["account.jsonl"].replace(b'"id":1', b'"id":99999999999999999999', 1)


def table_lost(content: dict[str, bytes]) -> None:
    del content["change.jsonl"]


def table_added(content: dict[str, bytes]) -> None:
    content["../evil.jsonl"] = b"{}\n"


def manifest_lost(content: dict[str, bytes]) -> None:
    del content["manifest.json"]


def manifest_changed(change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, bytes]], None]:
    def step(content: dict[str, bytes]) -> None:
        manifest = json.loads(content["manifest.json"])
        change(manifest)
        content["manifest.json"] = json.dumps(manifest).encode()

    return step


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (first_line_changed, "checksum differs"),
        (line_lost, "checksum differs"),
        (line_broken, "Line 1 of the table account"),
        (column_added, "Line 1 of the table account"),
        (number_too_large, "Line 1|damaged"),
        (table_lost, "not those that its manifest names"),
        (table_added, "not those that its manifest names"),
        (manifest_lost, "no manifest"),
        (manifest_changed(lambda told: told.update(environment="production")), "production data"),
        (manifest_changed(lambda told: told.update(schema=1)), "never was"),
        (manifest_changed(lambda told: told.update(more=1)), "no manifest"),
        (manifest_changed(lambda told: told["tables"][0]["columns"].append("x")), "has not"),
        (manifest_changed(lambda told: told["tables"].append(told["tables"][0])), "manifest names"),
    ],
)
def test_a_changed_archive_is_refused_whole(
    filled: LedgerFile, tmp_path: Path, change: Callable[[dict[str, bytes]], None], says: str
) -> None:
    changed = rewritten(export(filled, tmp_path / "all.zip"), change)

    with pytest.raises(ArchiveRefused, match=says):
        read_in(changed, tmp_path / "new")

    with Database(tmp_path / "new" / FILE_NAME, "demo") as left:
        assert not any(rows for name, rows in rows_of(left).items() if name != "setting")


def test_another_identity_is_refused(filled: LedgerFile, tmp_path: Path) -> None:
    def change(content: dict[str, bytes]) -> None:
        line = b'{"name":"database_id","value":"another"}\n'
        content["setting.jsonl"] += line
        manifest = json.loads(content["manifest.json"])
        for table in manifest["tables"]:
            if table["name"] == "setting":
                table["rows"] += 1
                table["sha256"] = hashlib.sha256(content["setting.jsonl"]).hexdigest()
        content["manifest.json"] = json.dumps(manifest).encode()

    with pytest.raises(ArchiveRefused, match="which ledger this is"):
        read_in(rewritten(export(filled, tmp_path / "all.zip"), change), tmp_path / "new")


@pytest.mark.parametrize("field", ["schema", "format"])
def test_a_newer_one_is_refused_in_words(filled: LedgerFile, tmp_path: Path, field: str) -> None:
    newer = rewritten(
        export(filled, tmp_path / "all.zip"), manifest_changed(lambda told: told.update({field: 99}))
    )

    with pytest.raises(SchemaTooNew) as caught:
        read_in(newer, tmp_path / "new")

    assert "Update BudgetSync" in caught.value.action


def test_cut_flipped_or_other_files_are_refused(filled: LedgerFile, tmp_path: Path) -> None:
    whole = export(filled, tmp_path / "all.zip").read_bytes()
    cut, other = tmp_path / "cut.zip", tmp_path / "other.zip"
    cut.write_bytes(whole[: len(whole) // 2])
    other.write_text("a letter")

    for number, file in enumerate((cut, other, tmp_path / "none.zip")):
        with pytest.raises(ArchiveRefused):
            read_in(file, tmp_path / f"new-{number}")


def test_a_flipped_bit_is_refused_or_meant_nothing(filled: LedgerFile, tmp_path: Path) -> None:
    whole = export(filled, tmp_path / "all.zip").read_bytes()
    refused = 0
    for spot in range(50, len(whole), len(whole) // 25):
        changed = bytearray(whole)
        changed[spot] ^= 0x10
        (tmp_path / "flipped.zip").write_bytes(changed)
        try:
            database = read_in(tmp_path / "flipped.zip", tmp_path / f"new-{spot}")
        except (ArchiveRefused, SchemaTooNew):
            refused += 1
            continue
        with database:
            assert rows_of(database) == rows_of(filled.database)

    assert refused > 10


def test_rows_that_refer_to_nothing_are_refused(filled: LedgerFile, tmp_path: Path) -> None:
    filled.database.run_now(lambda db: connection_of(db).execute("PRAGMA defer_foreign_keys = on"))
    filled.close()
    plain = sqlite3.connect(filled.path)
    plain.execute("DELETE FROM account")
    plain.commit()
    plain.close()
    again = Database(filled.path, "demo")
    export_archive(again.path, tmp_path / "all.zip", NOW)
    again.close()

    with pytest.raises(StoreError):
        read_in(tmp_path / "all.zip", tmp_path / "new")


def test_memory_does_not_grow_with_the_ledger(tmp_path: Path) -> None:
    peaks = []
    for rows in (4_000, 12_000):
        ledger = LedgerFile(tmp_path / str(rows))
        ledger.sync(batch([observation(f"t{number}") for number in range(rows)]))
        tracemalloc.start()
        export(ledger, tmp_path / f"{rows}.zip")
        with read_in(tmp_path / f"{rows}.zip", tmp_path / f"{rows}-new"):
            peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        ledger.close()

    assert peaks[1] < 1.2 * peaks[0]


def test_a_raw_row_that_cannot_be_unpacked_is_told(filled: LedgerFile, tmp_path: Path) -> None:
    filled.database.run_now(
        lambda db: connection_of(db).execute("UPDATE payload_block SET content = X'02ffff' WHERE id = 1")
    )

    with pytest.raises(StoreCorrupt):
        export(filled, tmp_path / "all.zip")

    assert not list(tmp_path.glob("all.zip*"))
