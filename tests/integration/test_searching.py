"""Searches and lists through the core, on the demo bank: what is found, and that lists follow the ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.query import Words
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.sandbox import DemoBank
from budgetsync.store.raw import connection_of
from tests.integration.ledgers import Household, connect_all, on_a_loop, sync


@pytest.fixture
def household() -> Iterator[Household]:
    with DemoBank(seed=7).serve() as bank:
        yield Household(bank.url)


async def all_rows(core: Core, text: str) -> list[Transaction]:
    return [row async for row in core.each_transaction(text)]


@on_a_loop
async def test_search_count_pages_and_list_say_the_same(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        await connect_all(core)
        await sync(core)
        everything = await core.newest_transactions(None)
        common = max(
            {row.merchant.split()[0] for row in everything if row.merchant[:4].isalpha()},
            key=lambda word: sum(row.merchant.startswith(word) for row in everything),
        )
        text = f"{common.lower()[:4]} >1 state:posted"
        wanted = [
            row.id
            for row in everything
            if any(
                word.casefold().startswith(common.lower()[:4])
                for column in (row.merchant, row.original_description)
                for word in column.replace("*", " ").split()
            )
            and abs(row.amount.decimal) > 1
            and row.state.value == "POSTED"
        ]
        assert len(wanted) > 20

        first = await core.search(text, limit=7)
        assert [row.id for row in first.rows] == wanted[:7]
        assert isinstance(first.query.terms[0], Words)
        second = await core.search(text, limit=7, after=first.last)
        assert [row.id for row in second.rows] == wanted[7:14]
        assert [row.id for row in await all_rows(core, text)] == wanted
        assert await core.count(text) == len(wanted)
        listed = await core.open_list(text)
        assert len(listed) == len(wanted)
        assert [row.id for row in await listed.page(5, 10)] == wanted[5:15]
        assert await listed.page(len(wanted), 10) == []
        assert (await core.search("since:soon nothing-like-this")).rows == ()
        assert [hint.message for hint in core.read_query("since:soon").hints] != []
        listed.close()


@on_a_loop
async def test_a_list_follows_syncs_edits_and_removals(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        await connect_all(core)
        await sync(core)
        listed = await core.open_list()
        tagged = await core.open_list("note:holiday")
        assert (len(listed), len(tagged)) == (len(await core.newest_transactions(None)), 0)

        for _ in range(3):
            await household.let_days_pass(4)
            await sync(core)
            now = await core.newest_transactions(None)
            now.sort(key=lambda row: row.state is not TransactionState.PENDING)  # those stand apart
            assert [row.id for row in await listed.page(0, 50)] == [row.id for row in now[:50]]
            assert len(listed) == len(now)

        middle = len(listed) // 2
        (row,) = await listed.page(middle, 1)
        await core.edit_transaction(row.id, "note", "a holiday in Rome")
        assert [one.id for one in await tagged.page(0, 10)] == [row.id]
        await core.edit_transactions([row.id], Edit(date=date(2031, 1, 1)))
        assert (await listed.page(len(listed.listed.pending), 1))[0].id == row.id
        assert await tagged.refresh() is True
        await core.edit_transaction(row.id, "note", "")
        assert await tagged.page(0, 10) == []
        assert len(listed) == len(await core.newest_transactions(None))
        for opened in (listed, tagged):
            opened.close()


@on_a_loop
async def test_a_search_that_nobody_waits_for_is_broken_off(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        asked = asyncio.create_task(
            core._database.search(lambda db: connection_of(db).execute(endless).fetchone())
        )
        async with asyncio.timeout(20):
            await asyncio.sleep(0)  # it is queued now; the next one waits behind it
            asked.cancel()
            assert (await core.search("coffee")).rows == ()
        with pytest.raises(asyncio.CancelledError):
            await asked


@on_a_loop
async def test_what_came_since_the_last_look_is_new(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        await connect_all(core)
        await sync(core)
        assert (await core.count_new(), await all_rows(core, "is:new")) == (0, [])  # nobody has looked yet
        await core.mark_looked()
        assert await core.count_new() == 0

        before = {row.id for row in await core.newest_transactions(None)}
        while not (came := {row.id for row in await core.newest_transactions(None)} - before):
            await household.let_days_pass(1)
            await sync(core)
        assert {row.id for row in await all_rows(core, "is:new")} == came
        assert await core.count_new() == len(came)
        assert await all_rows(core, "is:new -is:new") == []
        await core.mark_looked()
        assert await core.count_new() == 0


@on_a_loop
async def test_names_that_can_be_searched_for_follow_the_ledger(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        await connect_all(core)
        await sync(core)
        known = await core.vocabulary()
        assert await core.vocabulary() is known
        assert known.sources == ("plaid",)
        assert all((known.accounts, known.categories, known.currencies))
        rows = await all_rows(core, f'payee:"{known.payees[0]}"')
        assert {row.shown_payee for row in rows} == {known.payees[0]}
        assert await core.count(f'category:"{known.categories[0]}"') > 0

        await core.edit_transactions([rows[0].id], Edit(category="Cups of joy", tags=("treat",)))
        now = await core.vocabulary()
        assert "Cups of joy" in now.categories
        assert now.tags == ("treat",)
        assert await core.count('category:"cups of joy" tag:"TREAT" is:edited') == 1
