"""Statement files through the real core into a real ledger: nothing twice, nothing lost, whatever came before."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from budgetsync.core import Core
from budgetsync.domain.balance import Verdict as Proved
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.importing import Choice, ImportCounts, Imported, NewAccount, PlanOutdated, Verdict
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OwnEntry
from budgetsync.domain.statement import ProofVerdict
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.host.clock import SystemClock
from budgetsync.providers.statements.reading import read_statement_file
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.integration.household import Household, sync
from tests.statement_writers import WRITERS, Line, camt, csv, mt940, ofx, qif

NEW = NewAccount("Giro", "EUR")
Rows = list[tuple[date, int, str]]


def month(seed: int = 1, days: int = 60) -> list[Line]:
    """Two months of an account, with equal purchases on one day."""
    random = Random(seed)  # noqa: S311 - repeatable samples
    shops = ("Kaffeehaus", "Markthalle", "Buchladen", "Apotheke", "Tankstelle Nord")
    lines: list[Line] = []
    for offset in range(days):
        day = date(2026, 1, 5) + timedelta(days=offset)
        for _ in range(random.randrange(4)):
            shop = random.choice(shops)
            lines.append(
                Line(
                    day, -random.choice((450, 450, 1290, random.randrange(100, 9000))), shop, f"Karte {shop}"
                )
            )
        if day.day == 28:
            lines.append(Line(day, 320_000, "Arbeitgeber GmbH", "Lohn"))
    return [line._replace(id=f"{line.on:%y%m%d}-{place}") for place, line in enumerate(lines)]


class Desk:
    """A core, a folder for files, and what is done with them."""

    def __init__(self, core: Core, folder: Path) -> None:
        self.core, self._folder = core, folder

    async def bring(self, name: str, text: str, account: AccountId | NewAccount | None = None) -> Imported:
        """Import a file without a look at the preview."""
        path = self._folder / name
        path.write_text(text)
        places = {} if account is None else {0: account}
        plan = await self.core.plan_import(path, places, ReadOptions(currency="EUR"))
        return await self.core.commit_import(plan)

    async def rows(self) -> Rows:
        """What counts: day, amount and name of every row, sorted."""
        return sorted(
            (row.transacted_on, row.amount.minor, row.merchant)
            for row in await self.core.newest_transactions(None)
            if not row.bank_removed
        )


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    """Open an empty ledger with everything that reads files."""
    folder.mkdir(exist_ok=True)  # noqa: ASYNC240 - a test has the loop for itself
    lay(folder / FILE_NAME)
    database = Database(folder / FILE_NAME, "demo")
    core = Core(database, {}, MemoryVault(), SystemClock(), statements=read_statement_file)
    try:
        yield Desk(core, folder)
    finally:
        await core.stop()


def played(folder: Path, scene: Callable[[Desk], Awaitable[None]]) -> None:
    """Play a scene on an empty ledger."""

    async def play() -> None:
        async with desk(folder) as opened:
            await scene(opened)

    asyncio.run(play())


def told(lines: Sequence[Line]) -> Rows:
    """What a ledger says of a statement."""
    return sorted((line.on, line.minor, line.payee) for line in lines)


def test_a_statement_imported_twice_adds_nothing_the_second_time(tmp_path: Path) -> None:
    lines = month()

    async def scene(desk: Desk) -> None:
        first = await desk.bring("a.ofx", ofx(lines), NEW)
        assert first.counts == (ImportCounts(new=len(lines)),)
        again = await desk.bring("b.ofx", ofx(lines))
        assert again.command_id is None
        assert again.counts == (ImportCounts(known=len(lines)),)
        assert await desk.rows() == told(lines)

    played(tmp_path, scene)


@pytest.mark.parametrize("write", [ofx, camt, mt940, qif, csv], ids=lambda write: write.__name__)
def test_overlapping_windows_in_any_order_are_the_same_ledger(
    write: Callable[[Sequence[Line], int], str], tmp_path: Path
) -> None:
    lines = month(2, 30)
    first = lines[0].on
    spans = [(0, 12), (9, 20), (15, 40)]

    async def scene(order: Sequence[tuple[int, int]], desk: Desk) -> None:
        account: AccountId | NewAccount = NEW
        for place, (begin, end) in enumerate(order):
            window = [line for line in lines if begin <= (line.on - first).days < end]
            done = await desk.bring(f"{place}.txt", write(window, 0), account)
            account = done.accounts[0]
        assert await desk.rows() == told(lines)

    for number, order in enumerate(permutations(spans)):
        played(tmp_path / str(number), lambda desk, order=order: scene(order, desk))  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(3))
def test_one_statement_in_every_format_is_the_same_ledger(seed: int, tmp_path: Path) -> None:
    lines = month(seed)
    names = list(WRITERS)
    Random(seed).shuffle(names)  # noqa: S311 - as above

    async def scene(desk: Desk) -> None:
        account: AccountId | NewAccount = NEW
        for name in names:
            done = await desk.bring(name, WRITERS[name](lines, 0), account)
            account = done.accounts[0] if done.accounts else account
            assert await desk.rows() == told(lines), name
        assert (await desk.core.review()).suggestions == ()

    played(tmp_path, scene)


@pytest.mark.parametrize("zone", ["Pacific/Midway", "Pacific/Kiritimati"])
def test_no_zone_moves_a_day(zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = month(3, 20)
    monkeypatch.setenv("TZ", zone)
    time.tzset()

    async def scene(desk: Desk) -> None:
        account: AccountId | NewAccount = NEW
        for name, write in WRITERS.items():
            done = await desk.bring(name, write(lines, 0), account)
            account = done.accounts[0] if done.accounts else account
        assert await desk.rows() == told(lines)

    try:
        played(tmp_path, scene)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_import_is_one_step_of_undo_and_what_was_edited_since_stays_in_sight(tmp_path: Path) -> None:
    lines = month(4, 20)

    async def scene(desk: Desk) -> None:
        core = desk.core
        await desk.bring("a.ofx", ofx(lines), NEW)
        name = (await core.undoable()).undo
        assert name is not None
        assert name.thing == "Import of a.ofx"
        edited = (await core.newest_transactions(1))[0]
        await core.edit_transaction(edited.id, "note", "mine")
        await core.undo_command(name.id)
        assert await desk.rows() == []
        assert [row.id for row in (await core.review()).taken_back] == [edited.id]
        await core.redo_last()
        assert await desk.rows() == told(lines)
        await core.undo_command(name.id)
        assert await desk.rows() == []
        again = await desk.bring("a.ofx", ofx(lines))
        assert again.counts == (ImportCounts(new=len(lines)),)
        assert await desk.rows() == told(lines)

    played(tmp_path, scene)


def test_what_is_deleted_stays_deleted_whoever_tells_it_again(tmp_path: Path) -> None:
    lines = month(5, 20)

    async def scene(desk: Desk) -> None:
        core = desk.core
        done = await desk.bring("a.ofx", ofx(lines), NEW)
        victim = (await core.newest_transactions(1))[0]
        await core.delete([victim.id])
        left = await desk.rows()
        assert len(left) == len(lines) - 1
        assert [row.id for row in await core.deleted()] == [victim.id]
        assert (await desk.bring("b.ofx", ofx(lines))).counts[0].deleted == 1
        assert (await desk.bring("c.xml", camt(lines), done.accounts[0])).counts[0].deleted == 1
        assert await desk.rows() == left
        await core.undelete([victim.id])
        assert await desk.rows() == told(lines)

    played(tmp_path, scene)


def test_a_re_used_id_is_another_row_and_a_moved_day_is_the_same(tmp_path: Path) -> None:
    day = date(2026, 3, 2)
    january = [Line(day, -990, "Verein", "Beitrag", "7")]
    february = [Line(day + timedelta(days=28), -990, "Verein", "Beitrag", "7")]
    refund = [Line(day + timedelta(days=30), 990, "Verein", "Beitrag", "7")]
    corrected = [january[0]._replace(on=day + timedelta(days=1))]

    async def scene(desk: Desk) -> None:
        await desk.bring("1.ofx", ofx(january), NEW)
        await desk.bring("2.ofx", ofx(february))
        await desk.bring("3.ofx", ofx(refund))
        await desk.bring("4.ofx", ofx(corrected))
        assert await desk.rows() == told([*january, *february, *refund])

    played(tmp_path, scene)


def test_what_was_entered_by_hand_is_the_row_that_the_bank_tells_later(tmp_path: Path) -> None:
    lines = month(6, 10)

    async def scene(desk: Desk) -> None:
        core = desk.core
        done = await desk.bring("a.ofx", ofx(lines[:5]), NEW)
        account = done.accounts[0]
        bought = Line(lines[4].on + timedelta(days=1), -7777, "Fahrradladen", "Karte Fahrradladen", "x")
        await core.add_transaction(
            OwnEntry(account, Money(-7777, "EUR"), bought.on, "Fahrradladen", note="Licht")
        )
        done = await desk.bring("b.ofx", ofx([*lines[:5], bought]))
        assert done.counts == (ImportCounts(matched=1, known=5),)
        (row,) = [row for row in await core.newest_transactions(None) if row.amount.minor == -7777]
        assert row.note == "Licht"

    played(tmp_path, scene)


def test_the_preview_is_what_is_done_and_each_entry_can_be_decided_otherwise(tmp_path: Path) -> None:
    lines = month(7, 15)

    async def scene(desk: Desk) -> None:
        core = desk.core
        path = tmp_path / "a.xml"
        path.write_text(camt(lines))
        plan = await core.plan_import(path)
        assert plan.statements[0].account is None
        with pytest.raises(UsageError, match="which account"):
            await core.commit_import(plan)
        plan = await core.plan_import(path, {0: NEW}, file=plan.file)
        assert plan.statements[0].proof.verdict is ProofVerdict.PROVED
        assert await desk.rows() == []
        done = await core.commit_import(plan, {0: {0: Choice(Verdict.SKIPPED)}})
        assert done.counts == (ImportCounts(new=len(lines) - 1, skipped=1),)
        assert await desk.rows() == told(lines[1:])
        balance = (await core.overview()).items[0].accounts[0].current
        assert balance == Money(sum(line.minor for line in lines), "EUR")

    played(tmp_path, scene)


def test_a_plan_that_the_ledger_has_overtaken_is_not_carried_out(tmp_path: Path) -> None:
    lines = month(8, 15)

    async def scene(desk: Desk) -> None:
        core = desk.core
        done = await desk.bring("a.ofx", ofx(lines[:-1]), NEW)
        path = tmp_path / "b.xml"
        path.write_text(camt(lines))
        plan = await core.plan_import(path, {0: done.accounts[0]})
        await desk.bring("c.ofx", ofx(lines))
        with pytest.raises(PlanOutdated) as caught:
            await core.commit_import(plan)
        await core.commit_import(caught.value.plan)
        assert await desk.rows() == told(lines)

    played(tmp_path, scene)


def test_a_bank_that_is_connected_later_tells_of_the_same_rows(household: Household, tmp_path: Path) -> None:
    """Statements of one account first, then Plaid; and statements of another one after Plaid."""

    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core)
            await sync(core)
            accounts = [account for one in (await core.overview()).items for account in one.accounts]
            account = max(accounts, key=lambda one: one.transactions)
            rows = [row for row in await core.newest_transactions(None, account.id) if row.posted_on]
            before = household.ledger()["transaction"]
            lines = [
                Line(
                    row.posted_on or row.transacted_on,
                    row.amount.minor,
                    "",
                    row.original_description,
                    f"{row.id}",
                )
                for row in sorted(rows, key=lambda row: (row.posted_on, row.id))
            ]
            old = Line(lines[0].on - timedelta(days=400), -1234, "Old Shop", "card Old Shop", "old")
            path = tmp_path / "a.ofx"
            path.write_text(ofx([old, *lines]).replace("EUR", account.currency or ""))
            plan = await core.plan_import(path, {0: account.id})
            counts = plan.statements[0].counts
            assert counts.new == 1
            assert counts.matched == len(lines)
            await core.commit_import(plan)
            assert len(household.ledger()["transaction"]) == len(before) + 1
            await sync(core)
            verdicts = {
                figures.proof.verdict
                for one in (await core.overview()).items
                for figures in one.figures.values()
                if figures.proof
            }
            assert Proved.DRIFT not in verdicts

    asyncio.run(scene())


def test_two_statements_of_one_account_in_a_file_are_one(tmp_path: Path) -> None:
    lines = month(9, 20)
    day = lines[0].on + timedelta(days=8)
    first, second = [line for line in lines if line.on <= day], [line for line in lines if line.on >= day]
    both = mt940(first) + mt940(second, sum(line.minor for line in lines if line.on < day))

    async def scene(desk: Desk) -> None:
        done = await desk.bring("a.sta", both, NEW)
        assert len(done.accounts) == 1
        assert await desk.rows() == told(lines)

    played(tmp_path, scene)


def test_what_went_to_the_wrong_account_goes_to_another_one_after_an_undo(tmp_path: Path) -> None:
    lines = month(10, 15)

    async def scene(desk: Desk) -> None:
        core = desk.core
        wrong = (await desk.bring("a.ofx", ofx(lines), NEW)).accounts[0]
        with pytest.raises(UsageError, match="another account before"):
            await desk.bring("a.ofx", ofx(lines), NewAccount("Right", "EUR"))
        await core.undo_last()
        assert (await core.overview()).items[0].accounts[0].current is None
        right = (await desk.bring("a.ofx", ofx(lines), NewAccount("Right", "EUR"))).accounts[0]
        assert right != wrong
        assert await desk.rows() == told(lines)
        assert {row.account_id for row in await core.newest_transactions(None)} == {right}

    played(tmp_path, scene)


def test_a_choice_of_a_row_that_is_elsewhere_is_refused(tmp_path: Path) -> None:
    lines = month(11, 15)

    async def scene(desk: Desk) -> None:
        core = desk.core
        await desk.bring("a.ofx", ofx(lines[:1]), NEW)
        row = (await core.newest_transactions(1))[0].id
        path = tmp_path / "b.xml"
        path.write_text(camt(lines))
        plan = await core.plan_import(path, {0: NewAccount("Other", "EUR")})
        for wrong in (row, TransactionId(4711)):
            with pytest.raises(UsageError, match="not there"):
                await core.commit_import(plan, {0: {0: Choice(Verdict.MATCHED, wrong)}})
        assert len(await desk.rows()) == 1

    played(tmp_path, scene)


def test_a_pending_entry_is_booked_by_a_later_file(tmp_path: Path) -> None:
    lines = [line._replace(id=f"ref-{place}") for place, line in enumerate(month(12, 10))]
    text = camt(lines).replace("<NtryDtls>", "<AcctSvcrRef>R1</AcctSvcrRef><NtryDtls>", 1)

    async def scene(desk: Desk) -> None:
        core = desk.core
        await desk.bring("a.xml", text.replace("<Sts>BOOK</Sts>", "<Sts>PDNG</Sts>", 1), NEW)
        states = [row.state.value for row in await core.newest_transactions(None)]
        assert states.count("PENDING") == 1
        await desk.bring("b.xml", text)
        assert {row.state.value for row in await core.newest_transactions(None)} == {"POSTED"}
        assert await desk.rows() == told(lines)

    played(tmp_path, scene)
