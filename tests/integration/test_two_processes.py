"""One process owns the engine of a data folder; a second one queues its request and follows the run."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from budgetsync.assembly import Assembly, assemble
from budgetsync.configuration import load_settings
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from budgetsync.store.database import FILE_NAME
from tests.integration.household import compare, sync

KEYS = (DEMO_CLIENT_ID, DEMO_SECRET)
ROOT = Path(__file__).parents[2]
SECOND = Path(__file__).with_name("second_process.py")


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=9, rows=800)


@pytest.fixture
def server(bank: DemoBank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BankServer]:
    """Serves the bank, and keeps the demo bank's key and settings in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    with bank.serve() as running:
        yield running


def open_program(folder: Path, url: str | None = None) -> Assembly:
    settings, chosen = load_settings({"PLAID_URL": url}, lambda: KEYS, folder)
    return assemble(settings, chosen)


async def second(folder: Path) -> dict[str, object]:
    running = await asyncio.create_subprocess_exec(
        sys.executable, str(SECOND), str(folder), stdout=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(60):
        told, _ = await running.communicate()
    assert running.returncode == 0
    answer: dict[str, object] = json.loads(told)
    return answer


def test_the_owner_carries_out_what_a_second_process_asks_for(
    bank: DemoBank, server: BankServer, tmp_path: Path
) -> None:
    folder = tmp_path / "ledger"

    async def scene() -> dict[str, object]:
        assembly = open_program(folder, server.url)
        core = assembly.core
        assert core.owns_engine
        await core.start()
        try:
            for institution in ("ins_109508", "ins_109510"):
                await core.connect_sandbox(institution)
            return await second(folder)
        finally:
            await core.stop()
            assembly.ownership.release()

    told = asyncio.run(scene())

    world = bank.world()
    compare(folder / FILE_NAME, world)
    assert told == {
        "owns": False,
        "env": "demo",
        "states": ["SUCCEEDED", "SUCCEEDED"],
        "rows": len(world["transactions"]),
    }


def test_a_second_process_owns_the_folder_when_the_first_is_gone(
    bank: DemoBank, server: BankServer, tmp_path: Path
) -> None:
    folder = tmp_path / "ledger"

    async def scene() -> dict[str, object]:
        assembly = open_program(folder, server.url)
        await assembly.core.start()
        await assembly.core.connect_sandbox("ins_109509")
        await sync(assembly.core)
        await assembly.core.stop()
        assembly.ownership.release()
        bank.advance(days=7)
        return await second(folder)

    told = asyncio.run(scene())

    assert (told["owns"], told["states"]) == (True, ["SUCCEEDED"])
    compare(folder / FILE_NAME, bank.world())


def test_nothing_secret_lies_in_the_data_folder(bank: DemoBank, server: BankServer, tmp_path: Path) -> None:
    folder = tmp_path / "ledger"

    async def scene() -> None:
        assembly = open_program(folder, server.url)
        await assembly.core.start()
        await assembly.core.connect_sandbox("ins_109508")
        await sync(assembly.core)
        await assembly.core.stop()
        assembly.ownership.release()

    asyncio.run(scene())

    tokens = [item.access_token.encode() for item in bank._bank.items]
    assert tokens
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [word for word in (*tokens, DEMO_SECRET.encode()) if word in content], path
