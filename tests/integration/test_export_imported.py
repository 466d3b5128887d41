"""What was exported is imported again: nothing is new, whatever has become of the rows since."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.export import FORMATS
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.importing import Verdict
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OwnAccount, OwnEntry
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.host.clock import SystemClock
from budgetsync.providers.statements.reading import read_statement_file
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay


def core_at(folder: Path) -> Core:
    database = Database(lay(folder / FILE_NAME), "demo")
    return Core(database, {}, MemoryVault(), SystemClock(), statements=read_statement_file)


async def fill(core: Core) -> None:
    for name in ("Wallet", "Till"):
        account = await core.add_account(OwnAccount(name, "EUR", date(2026, 6, 1), opening=5_000))
        for number in range(1, 6):
            amount = Money(-100 * number, "EUR")
            await core.add_transaction(OwnEntry(account, amount, date(2026, 6, number), f"Shop {number % 2}"))


async def counts(core: Core, file: Path) -> list[tuple[AccountId | None, int, int]]:
    plan = await core.plan_import(file, options=ReadOptions(currency="EUR"))
    told = [(one.account, one.counts.new + one.counts.doubtful, one.counts.known) for one in plan.statements]
    done = await core.commit_import(plan) if all(one.account for one in plan.statements) else None
    assert done is None or done.command_id is None  # nothing to undo, since nothing was written
    return told  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("form", "rows"), [("ofx", 6), ("qif", 5), ("csv", 6)]
)  # QIF's reader takes the first for a balance
def test_importing_what_was_exported_adds_nothing(tmp_path: Path, form: str, rows: int) -> None:
    async def scenario() -> None:
        core = core_at(tmp_path)
        await fill(core)
        file = tmp_path / f"out.{FORMATS[form].ending}"
        assert await core.export("", file, form) == 12
        assert sorted(await counts(core, file)) == [(1, 0, rows), (2, 0, rows)]
        # Changed, taken back: still the same rows.
        await core.change_entry(TransactionId(3), amount=Money(-777, "EUR"))
        await core.undo_command((await core.add_transaction(an_entry())).command_id)  # type: ignore[arg-type]
        assert sorted(await counts(core, file)) == [(1, 0, rows), (2, 0, rows)]
        await core.stop()

    asyncio.run(scenario())


def test_another_ledger_takes_them_for_new_ones(tmp_path: Path) -> None:
    async def scenario() -> None:
        core, other = core_at(tmp_path / "one"), core_at(tmp_path / "other")
        await fill(core)
        await other.add_account(OwnAccount("Empty", "EUR", date(2026, 6, 1)))
        file = tmp_path / "out.ofx"
        await core.export("", file, "ofx")
        plan = await other.plan_import(file, {0: AccountId(1), 1: AccountId(1)})
        assert [one.counts.known for one in plan.statements] == [0, 0]
        assert plan.statements[0].counts.new == 6
        await core.stop()
        await other.stop()

    asyncio.run(scenario())


def test_what_was_entered_by_hand_is_matched_when_the_bank_tells_of_it(tmp_path: Path) -> None:
    async def scenario() -> None:
        core = core_at(tmp_path)
        account = await core.add_account(OwnAccount("Checking", "EUR", date(2026, 6, 1)))
        typed = OwnEntry(account, Money(-450, "EUR"), date(2026, 6, 14), "Bakery Miller", "Food", "rolls")
        (row,) = (await core.add_transaction(typed)).transactions
        file = tmp_path / "bank.qif"
        file.write_text(
            "!Type:Bank\nD2026-06-15\nT-4.50\nPBAKERY MILLER 0012\n^\nD2026-06-16\nT-9\nPCINEMA\n^\n"
        )
        plan = await core.plan_import(file, {0: account}, ReadOptions(currency="EUR"))
        assert [(one.verdict, one.row) for one in plan.statements[0].entries] == [
            (Verdict.MATCHED, row),
            (Verdict.NEW, None),
        ]
        await core.commit_import(plan)
        assert len(await core.newest_transactions(None)) == 2
        (joined,) = await core.transactions([row])
        assert (joined.category, joined.note, joined.posted_on) == ("Food", "rolls", date(2026, 6, 15))
        with pytest.raises(UsageError):  # its amount is the bank's now
            await core.change_entry(row, amount=Money(-1, "EUR"))
        await core.undo_last()
        assert [one.id for one in await core.newest_transactions(None)] == [row]
        assert (await core.transactions([row]))[0].posted_on == date(2026, 6, 14)
        await core.stop()

    asyncio.run(scenario())


def an_entry() -> OwnEntry:
    return OwnEntry(AccountId(1), Money(-1, "EUR"), date(2026, 6, 1), "Kiosk")
