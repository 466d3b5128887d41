"""Removing a connection and asking a bank for news: the core on the demo bank, over real HTTP."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import timedelta

import pytest

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import ItemGone, Offline, ProviderError, RateLimited, SecretMissing, UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.link import LinkEnd
from budgetsync.domain.refresh import BETWEEN, FOLLOW_UP, RefreshState
from budgetsync.domain.sync import SyncRunState
from budgetsync.domain.transaction import Transaction
from budgetsync.store.payloads import unpack
from tests.integration.household import PATIENCE, Household, sync
from tests.integration.ledgers import HandClock
from tests.integration.visitor import connect
from tests.reliability.recount import differences

BANK, OTHER = "ins_109508", "ins_109509"
ONE, TWO = ItemId(1), ItemId(2)


async def two_banks(household: Household, core: Core) -> None:
    await household.connect(core, BANK, OTHER)
    await sync(core)


def test_a_removed_connection_ends_at_the_provider_and_its_history_stays(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await two_banks(household, core)
            token = household.token()
            before = household.ledger()

            removal = await core.remove_connection(ONE)

            assert (removal.at_provider, removal.deleted) == (True, frozenset())
            assert household.ledger() == before
            with pytest.raises(Exception, match="400"):
                household.post("/item/get", access_token=token)
            with pytest.raises(SecretMissing):
                household.token()
            item = (await core.overview()).items[0].item
            assert item.status is ItemStatus.DISCONNECTED
            assert item.removed_at is not None
            assert item.trouble is not None
            assert "Connect the bank again" in item.trouble.action

            assert list(await sync(core)) == [TWO]
            with pytest.raises(UsageError, match="was removed"):
                await core.request_sync(ONE)
            with pytest.raises(UsageError, match="was removed"):
                await core.ask_bank_to_refresh(ONE)

    asyncio.run(scene())


def test_a_removed_connection_can_be_connected_again_with_all_its_rows(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            rows = {row.id for row in await core.newest_transactions(None)}
            await core.remove_connection(ONE)

            session = await core.begin_reconnect(ONE)
            await connect(session.url, BANK)
            async with asyncio.timeout(PATIENCE):
                result = await core.wait_for_link(session, poll=0.02)
                assert (result.end, result.item_id) == (LinkEnd.CONNECTED, TWO)
                await core.wait_until_done([TWO])

            assert [one.item.id for one in (await core.overview()).items] == [TWO]
            assert {row.id for row in await core.newest_transactions(None)} == rows

    asyncio.run(scene())


def test_a_provider_that_cannot_be_told_keeps_the_connection_unless_forced(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            household.server.stop()

            with pytest.raises(Offline):
                await core.remove_connection(ONE)
            assert (await core.overview()).items[0].item.removed_at is None
            assert household.token()

            removal = await core.remove_connection(ONE, even_if_unreachable=True)
            assert removal.at_provider is False
            assert (await core.overview()).items[0].item.removed_at is not None

    asyncio.run(scene())


def test_removing_again_finishes_what_was_killed_half_way(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            household.post("/item/remove", access_token=household.token())  # and then the power went

            assert (await core.remove_connection(ONE)).at_provider
            assert (await core.remove_connection(ONE)).at_provider  # asked once more: nothing is left to do

    asyncio.run(scene())


def test_a_sync_under_way_is_ended_before_its_connection(household: Household) -> None:
    async def scene() -> None:
        household.bank.add_fault("read_timeout", endpoint="/transactions/sync", seconds=5)
        async with household.running() as core:
            await household.connect(core, BANK)
            await core.request_sync(ONE)
            async with asyncio.timeout(PATIENCE):
                await core.remove_connection(ONE)
            assert household.rows("SELECT count(*) FROM queue WHERE ended_at IS NULL") == [(0,)]
            assert not core.is_syncing

    asyncio.run(scene())


def test_a_history_that_is_to_be_deleted_is_gone_from_every_table_and_the_file(household: Household) -> None:
    private: set[str] = set()

    async def scene() -> None:
        async with household.running() as core:
            await two_banks(household, core)
            accounts = {one.item.id: one.accounts for one in (await core.overview()).items}
            for account in accounts[ONE]:
                row = (await core.newest_transactions(1, account.id))[0]
                await core.edit_transaction(row.id, "note", "very private words")
                await core.edit_transactions([row.id], Edit(tags=("secretly",)))
            await core.edit_transaction(
                (await core.newest_transactions(1, accounts[TWO][0].id))[0].id, "note", "kept"
            )
            kept, gone = [
                [
                    row
                    for account in accounts[item]
                    for row in await core.newest_transactions(None, account.id)
                ]
                for item in (TWO, ONE)
            ]
            # All in one part, as much merging leaves it: a later deletion does not touch that part by itself.
            with closing(sqlite3.connect(household.folder / "ledger.sqlite", isolation_level=None)) as db:
                db.execute("INSERT INTO search (search) VALUES ('optimize')")
            before = index(household)
            tails = {word[-n:] for word in words(gone) for n in range(5, len(word))}
            private.update(tail for tail in tails if tail in before and tail not in " ".join(words(kept)))
            removal = await core.remove_connection(ONE, keep_history=False)

            assert removal.deleted == {account.id for account in accounts[ONE]}
            assert removal.backup
            assert [one.item.id for one in (await core.overview()).items] == [TWO]
            assert {row.id for row in await core.newest_transactions(None)} == {row.id for row in kept}
            assert (await core.search("very")).rows == ()
            assert list(await sync(core)) == [TWO]
            (number,) = household.rows("SELECT max(id) FROM command")[0]
            with pytest.raises(UsageError, match="deleted for good"):
                await core.undo_command(number)
            await core.undo_last()  # the note of the row that is still there
            with pytest.raises(UsageError):
                await core.remove_connection(ItemId(9))

    asyncio.run(scene())
    assert_consistent(household)
    told = [str(name) for (name,) in household.rows("SELECT source_account_id FROM source_account")]
    raws = [raw for (block,) in household.rows("SELECT content FROM payload_block") for raw in unpack(block)]
    assert any(raws)
    assert all(any(name.encode() in raw for name in told) for raw in raws if raw)
    assert private
    assert not [tail for tail in private if tail in index(household)]
    for file in household.folder.glob("ledger.sqlite*"):
        content = file.read_bytes()
        assert b"very private words" not in content
        assert b"secretly" not in content


def words(rows: Iterable[Transaction]) -> set[str]:
    """Every word that the index has of these rows, but for the shortest."""
    texts = (f"{row.merchant} {row.original_description} {row.note}" for row in rows)
    return {word for text in texts for word in re.findall(r"[a-z]{5,}", text.lower())}


def index(household: Household) -> str:
    """All that is in the search index, whose words lie in it letter by letter but for shared beginnings."""
    blocks = household.rows("SELECT block FROM search_data")
    return b"|".join(block for (block,) in blocks).decode("latin-1")


def assert_consistent(household: Household) -> None:
    """No reference leads nowhere, sums and index are those of the rows that are there."""
    assert household.rows("PRAGMA foreign_key_check") == []
    assert household.rows("PRAGMA integrity_check") == [("ok",)]
    with closing(sqlite3.connect(household.path)) as file:
        assert list(differences(file)) == []
    (known,) = household.rows("SELECT count(*) FROM account")[0]
    assert household.rows('SELECT count(DISTINCT account_id) FROM "transaction"') == [(known,)]


def test_the_bank_is_asked_and_what_it_says_is_fetched_and_told(household: Household) -> None:
    async def scene() -> None:
        clock = HandClock()
        async with household.running(clock=clock) as core:
            await household.connect(core, BANK)
            await sync(core)
            household.bank.happen("purchase", institution_id=BANK)
            asked = await core.ask_bank_to_refresh(ONE)
            assert asked.state is RefreshState.ASKED
            assert asked.follow_up_at == clock.now() + FOLLOW_UP
            assert (await core.refreshed(asked)).state is RefreshState.ASKED

            with pytest.raises(RateLimited) as caught:
                await core.ask_bank_to_refresh(ONE)
            assert caught.value.retry_after == BETWEEN.total_seconds()

            clock.advance(seconds=46)
            core.wake()
            async with asyncio.timeout(PATIENCE):
                told = await core.wait_until_refreshed(asked)
            assert told.state is RefreshState.NEWS
            assert told.counts.added >= 1

            clock.advance(minutes=1)
            quiet = await core.ask_bank_to_refresh(ONE)
            clock.advance(minutes=1)
            core.wake()
            async with asyncio.timeout(PATIENCE):
                assert (await core.wait_until_refreshed(quiet)).state in {
                    RefreshState.NOTHING,
                    RefreshState.NEWS,
                }

    asyncio.run(scene())


@pytest.mark.parametrize("trouble", ["login_expiry", "gone", "offline"])
def test_a_bank_that_could_not_be_asked_may_be_asked_again_at_once(
    household: Household, trouble: str
) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            if trouble == "gone":
                household.post("/item/remove", access_token=household.token())
            elif trouble == "offline":
                household.server.stop()
            else:
                household.bank.happen(trouble)
            for _ in range(2):
                with pytest.raises(ProviderError) as caught:
                    await core.ask_bank_to_refresh(ONE)
                assert not isinstance(caught.value, RateLimited)
                assert isinstance(caught.value, ItemGone) is (trouble == "gone")
            assert household.rows("SELECT count(*) FROM bank_refresh") == [(0,)]
            assert household.rows("SELECT count(*) FROM queue WHERE ended_at IS NULL") == [(0,)]

    asyncio.run(scene())


def test_consent_and_failures_between_provider_and_bank_are_kept(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            (run,) = (await sync(core)).values()
            assert run.state is SyncRunState.SUCCEEDED
            item = (await core.overview()).items[0].item
            assert (item.consent_expires_at, item.bank_code) == (None, None)

            household.bank.happen("consent_expiry", days=5)
            household.bank.happen("outage", institution_id=BANK, scope="live")
            await sync(core)
            item = (await core.overview()).items[0].item
            assert item.consent_expires_at is not None
            assert item.as_of is not None
            assert timedelta(days=3) < item.consent_expires_at - item.as_of < timedelta(days=7)

    asyncio.run(scene())


def test_an_account_that_another_connection_shows_too_stays_with_its_rows(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            accounts = (await core.overview()).items[0].accounts
            session = await core.begin_connect()
            await connect(session.url, BANK, 1)
            async with asyncio.timeout(PATIENCE):
                assert (await core.wait_for_link(session, poll=0.02, allow_duplicate=True)).item_id == TWO
                await core.wait_until_done([TWO])
            shared = accounts[1].id
            kept = {row.id for row in await core.newest_transactions(None, shared)}

            removal = await core.remove_connection(ONE, keep_history=False)

            assert removal.deleted == {account.id for account in accounts} - {shared}
            assert {row.id for row in await core.newest_transactions(None)} == kept
            await sync(core)

    asyncio.run(scene())
    assert household.rows("PRAGMA foreign_key_check") == []


def test_the_other_half_of_a_transfer_stays_and_says_that_it_is_none_any_more(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(
                core, BANK, "ins_109510"
            )  # in another currency: any two amounts may be one
            await sync(core)
            mine = {account.id for account in (await core.overview()).items[0].accounts}
            rows = await core.newest_transactions(None)
            out = next(
                row.id for row in rows if row.account_id in mine and row.amount.minor < 0 and not row.transfer
            )
            into = next(
                row.id
                for row in rows
                if row.account_id not in mine and row.amount.minor > 0 and not row.transfer
            )
            await core.pair_transfer(out, into)
            await core.part_transfer(into)
            await core.undo_last()
            assert (await core.transactions([into]))[0].transfer is not None

            await core.remove_connection(ONE, keep_history=False)

            assert (await core.transactions([into]))[0].transfer is None
            assert (await core.transactions([out])) == []
            last = (await core.history(into)).entries[-1]
            assert (last.field, last.new) == ("transfer", None)
            with suppress(UsageError):
                await core.undo_last()
            assert (await core.transactions([into]))[0].transfer is None

    asyncio.run(scene())
    assert_consistent(household)
