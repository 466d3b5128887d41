"""SimpleFIN through the whole program: connected by a token, synced, and what is told no more is gone."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from budgetsync.domain.errors import ReauthRequired
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.sync import SyncRunState
from tests.integration.household import PATIENCE, Household, sync

DAYS = 20


def test_rows_come_pendings_post_and_what_is_told_no_more_is_gone(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            item = await core.connect_simplefin(household.bank.setup_token(household.server.url))
            async with asyncio.timeout(PATIENCE):
                assert (await core.wait_until_done([item]))[item].state is SyncRunState.SUCCEEDED
            pending = household.rows("SELECT count(*) FROM \"transaction\" WHERE state = 'PENDING'")
            assert pending[0][0] > 0
            assert household.rows("SELECT DISTINCT rank FROM source_account") == [(20,)]

            household.bank.advance(days=DAYS)
            await sync(core, item)

            today = household.bank_now().date()
            live = household.rows(
                "SELECT t.state, min(t.transacted_on) FROM \"transaction\" t WHERE t.state = 'PENDING'"
            )
            oldest = live[0][1]
            assert oldest is None or date.fromisoformat(oldest) > today - timedelta(days=DAYS)
            joined = household.rows(
                "SELECT count(*) FROM \"transaction\" t WHERE t.state = 'POSTED' AND "
                "(SELECT count(*) FROM observation o WHERE o.transaction_id = t.id) > 1"
            )
            assert joined[0][0] > 0
            before = household.ledger()
            await sync(core, item)
            after = household.ledger()
            assert after["observation"] == before["observation"]
            assert after["transaction"] == before["transaction"]

    asyncio.run(scene())


def test_a_token_of_somebody_else_s_is_said_and_a_new_one_repairs(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            token = household.bank.setup_token(household.server.url)
            item = await core.connect_simplefin(token)
            await core.wait_until_done([item])
            with pytest.raises(ReauthRequired):
                await core.connect_simplefin(token)
            assert len((await core.overview()).items) == 1
            for _ in range(24):  # as another program with the same key would
                await sync(core, item)
            assert (await core.overview()).items[0].item.status is ItemStatus.REAUTH_REQUIRED

            await core.connect_simplefin(household.bank.setup_token(household.server.url), item)
            await core.wait_until_done([item])

            assert (await core.overview()).items[0].item.status is ItemStatus.HEALTHY
            removed = await core.remove_connection(item)
            assert not removed.at_provider

    asyncio.run(scene())


def test_its_accounts_are_offered_to_be_one_with_plaid_s_and_no_row_comes_twice(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            (plaid,) = await household.connect(core, "ins_109508")
            await sync(core, plaid)
            own = {account.id for account in (await core.overview()).items[0].accounts}
            rows = "SELECT count(*) FROM \"transaction\" WHERE account_id = ? AND state <> 'REMOVED'"
            before = {account: household.rows(rows, account) for account in own}
            item = await core.connect_simplefin(household.bank.setup_token(household.server.url))
            await core.wait_until_done([item])
            assert {account.id for account in (await core.overview()).items[0].accounts} == own

            pairs = [pair for pair in await core.alike_accounts() if pair.kept in own]
            assert {pair.kept for pair in pairs} == own
            for pair in pairs:
                await core.link_accounts(pair.kept, pair.other)

            assert {account: household.rows(rows, account) for account in own} == before
            household.bank.advance(days=5)
            await sync(core)
            world = household.bank.world()
            truth = {
                one["name"]: one["visible_posted"] + one["visible_pending"]
                for one in world["accounts"]
                if one["institution_id"] == "ins_109508"
            }
            shown = (await core.overview()).items[0].accounts
            assert {one.name: household.rows(rows, one.id)[0][0] for one in shown} == truth

    asyncio.run(scene())
