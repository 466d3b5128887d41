"""Rows into a file: all of one moment, whole or not at all, and broken off when nobody wants it any more."""

from __future__ import annotations

import asyncio
import csv
import json
import re
import stat
import threading
from pathlib import Path

import pytest

from budgetsync.core import Core
from budgetsync.domain.errors import StoreError, UsageError
from budgetsync.domain.ids import TransactionId
from budgetsync.host.clock import SystemClock
from budgetsync.vault.memory_vault import MemoryVault
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import LedgerFile

ROWS = 1_200


def fill(ledger: LedgerFile) -> Core:
    ledger.sync(batch([observation(f"row-{number}", minor=-number - 1) for number in range(ROWS)]))
    return Core(ledger.database, {}, MemoryVault(), SystemClock())


def test_all_rows_of_a_search_in_both_formats(ledger: LedgerFile, tmp_path: Path) -> None:
    core = fill(ledger)
    told: list[tuple[int, int]] = []
    table, text = tmp_path / "rows.csv", tmp_path / "rows.json"

    written = asyncio.run(core.export("", table, "csv", lambda done, total: told.append((done, total))))
    asyncio.run(core.export("<=5.00", text, "json"))

    assert written == ROWS
    assert told == [(500, ROWS), (1_000, ROWS), (ROWS, ROWS)]
    assert table.read_bytes().startswith("\ufeffid,".encode())
    with table.open(encoding="utf-8-sig", newline="") as lines:
        cells = list(csv.DictReader(lines))
    assert sorted(int(row["id"]) for row in cells) == list(range(1, ROWS + 1))
    found = json.loads(text.read_text("utf-8"))
    assert found["search"] == "<=5.00"
    assert sorted(row["amount_minor"] for row in found["transactions"]) == list(range(-500, 0))
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    assert sorted(tmp_path.glob("rows*")) == [table, text]


def test_rows_by_their_numbers_come_in_that_order(ledger: LedgerFile, tmp_path: Path) -> None:
    core, file = fill(ledger), tmp_path / "rows.json"
    chosen = [TransactionId(number) for number in (7, 3, 999_999, 5)]
    assert asyncio.run(core.export(chosen, file, "json")) == 3
    assert [row["id"] for row in json.loads(file.read_text("utf-8"))["transactions"]] == [7, 3, 5]


def test_a_cancelled_export_leaves_what_was_there(ledger: LedgerFile, tmp_path: Path) -> None:
    core, file = fill(ledger), tmp_path / "rows.csv"
    file.write_text("old", "utf-8")

    async def scene() -> None:
        loop, begun, go_on = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

        def hold(_done: int, _total: int) -> None:
            loop.call_soon_threadsafe(begun.set)
            assert go_on.wait(20)

        task = asyncio.create_task(core.export("", file, "csv", hold))
        await begun.wait()
        task.cancel()
        loop.call_soon(go_on.set)
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    assert file.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.glob("rows*")] == ["rows.csv"]


def test_an_export_reads_one_moment_and_lets_others_write(ledger: LedgerFile, tmp_path: Path) -> None:
    core, file = fill(ledger), tmp_path / "rows.json"
    began: list[bool] = []

    def edit_meanwhile(_done: int, _total: int) -> None:
        if not began:
            began.append(True)
            ledger.edit(ROWS, "note", "typed meanwhile")
            ledger.edit(1, "note", "typed meanwhile")

    asyncio.run(core.export("", file, "json", edit_meanwhile))
    assert {row["note"] for row in json.loads(file.read_text("utf-8"))["transactions"]} == {None}


def test_what_cannot_be_written_is_told(ledger: LedgerFile, tmp_path: Path) -> None:
    core = fill(ledger)
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StoreError):
        asyncio.run(core.export("", tmp_path / "file" / "rows.csv", "csv"))
    with pytest.raises(UsageError):
        asyncio.run(core.export("", tmp_path / "rows.odt", "odt"))


def test_formats_of_other_programs_have_their_own_order(ledger: LedgerFile, tmp_path: Path) -> None:
    ledger.sync(
        batch(
            [observation(f"r{number}", minor=-1 - number, on=-number, currency="USD") for number in range(4)]
        )
    )
    core = Core(ledger.database, {}, MemoryVault(), SystemClock())
    chosen = [TransactionId(number) for number in (1, 4, 999, 2)]
    for form in ("ofx", "qif", "beancount", "hledger", "ynab", "actual"):
        file = tmp_path / form
        assert asyncio.run(core.export(chosen, file, form)) == 3
        told = re.findall(r"budgetsync:[a-p]{12}:(\d+)", file.read_text("utf-8"))
        assert told == ["4", "2", "1"], form  # the oldest first
    assert "<DTSTART>20260612120000</DTSTART><DTEND>20260615120000" in (tmp_path / "ofx").read_text("utf-8")
