"""Connecting by the page, signing in anew, and everything that can come between: the core on the demo bank."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from budgetsync.core import Core
from budgetsync.core_links import LinkNews
from budgetsync.domain.errors import ProviderRejected, UsageError, VaultLocked
from budgetsync.domain.ids import ItemId, TransactionId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.link import LinkEnd, LinkResult, LinkSession, LinkState
from budgetsync.domain.sync import SyncRunState
from budgetsync.vault.memory_vault import MemoryVault
from tests.integration.household import PATIENCE, Household, sync
from tests.integration.ledgers import HandClock
from tests.integration.visitor import GOOD, LEAVE, choose, connect, visit

BANK = "ins_109508"
OTHER = "ins_109509"
SOON = 0.02  # seconds between two looks at the page


async def wait(core: Core, session: LinkSession, *, allow_duplicate: bool = False) -> LinkResult:
    async with asyncio.timeout(PATIENCE):
        return await core.wait_for_link(session, poll=SOON, allow_duplicate=allow_duplicate)


async def connected(core: Core, institution: str = BANK, *accounts: int) -> LinkResult:
    session = await core.begin_connect()
    await connect(session.url, institution, *accounts)
    return await wait(core, session)


async def done(core: Core, item: ItemId | None) -> SyncRunState:
    assert item is not None
    async with asyncio.timeout(PATIENCE):
        return (await core.wait_until_done([item]))[item].state


async def status(core: Core, item: int) -> ItemStatus:
    return next(one.item.status for one in (await core.overview()).items if one.item.id == item)


class News:
    """What was told while a page waited, and a way to wait for it."""

    def __init__(self) -> None:
        self.told: list[LinkNews] = []
        self._came = asyncio.Event()

    def __call__(self, news: LinkNews) -> None:
        self.told.append(news)
        self._came.set()

    async def until(self, condition: Callable[[LinkNews], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not (self.told and condition(self.told[-1])):
                self._came.clear()
                await self._came.wait()


def test_a_bank_is_connected_by_its_page_and_its_rows_come(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            session = await core.begin_connect()
            news = News()
            waiting = asyncio.create_task(core.wait_for_link(session, news, poll=SOON))
            await news.until(lambda one: one.state is LinkState.WAITING)
            await visit(session.url, choose(BANK))
            await news.until(lambda one: one.state is LinkState.UNDER_WAY)
            await visit(session.url, GOOD, {"action": "share", "account": ["0", "1", "2"]})
            result = await waiting

            assert (result.end, result.item_id) == (LinkEnd.CONNECTED, 1)
            assert result.institution is not None
            assert result.institution.name == "First Platypus Bank"
            assert await done(core, result.item_id) is SyncRunState.SUCCEEDED
            assert await status(core, 1) is ItemStatus.HEALTHY
            household.truth_is_kept()
        assert "access-sandbox" in household.token()
        assert household.rows("SELECT count(*) FROM setting WHERE name = 'connecting'") == [(0,)]
        assert list(vault_names(household.vault)) == [household_secret(household)]

    asyncio.run(scene())


def vault_names(vault: Any) -> list[str]:  # noqa: ANN401 - the memory vault's inside
    return list(vault._secrets)


def household_secret(household: Household) -> str:
    (ledger,) = household.rows("SELECT value FROM setting WHERE name = 'database_id'")[0]
    (name,) = household.rows("SELECT source_item_id FROM item")[0]
    return f"{ledger}/demo/plaid/{name}"


def test_no_secret_of_a_connection_is_in_the_ledger(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            assert await done(core, (await connected(core)).item_id)

    asyncio.run(scene())
    for file in household.folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        for kind in (b"access-sandbox", b"public-sandbox", b"link-sandbox"):
            assert kind not in content, file


def test_the_same_accounts_again_are_noticed_before_anything_is_made(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await done(core, (await connected(core)).item_id)
            again = await connected(core, BANK, 1, 2)

            assert (again.end, again.item_id) == (LinkEnd.DUPLICATE, 1)
            assert len(again.accounts) == 2
            assert len((await core.overview()).items) == 1
            assert household.rows("SELECT count(*) FROM item") == [(1,)]
            assert len(vault_names(household.vault)) == 1

            other = await connected(core, OTHER)
            assert (other.end, other.item_id) == (LinkEnd.CONNECTED, 2)

    asyncio.run(scene())


def test_a_duplicate_that_is_wanted_is_connected_and_doubles_no_row(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await done(core, (await connected(core)).item_id)
            rows = len(await core.newest_transactions(None))
            session = await core.begin_connect()
            await connect(session.url, BANK, 1)
            result = await wait(core, session, allow_duplicate=True)

            assert result.end is LinkEnd.CONNECTED
            assert await done(core, result.item_id) is SyncRunState.SUCCEEDED
            assert len(await core.newest_transactions(None)) == rows

    asyncio.run(scene())


def test_a_login_that_expires_is_repaired_at_the_same_connection_with_all_edits(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await done(core, (await connected(core)).item_id)
            row = (await core.newest_transactions(1))[0].id
            await core.edit_transaction(row, "note", "mine")
            household.bank.happen("login_expiry")
            household.bank.advance(days=2)
            await sync(core)
            assert await status(core, 1) is ItemStatus.REAUTH_REQUIRED

            session = await core.begin_reconnect(ItemId(1))
            assert (session.item_id, session.replaces) == (1, None)
            await visit(session.url, GOOD)
            result = await wait(core, session)

            assert (result.end, result.item_id) == (LinkEnd.REPAIRED, 1)
            assert await done(core, result.item_id) is SyncRunState.SUCCEEDED
            assert await status(core, 1) is ItemStatus.HEALTHY
            assert (await core.transactions([TransactionId(row)]))[0].note == "mine"
            household.truth_is_kept()

    asyncio.run(scene())


@pytest.mark.parametrize("lost", ["at the provider", "on this computer"])
def test_a_key_that_is_gone_leads_to_a_new_connection_that_takes_all_over(
    household: Household, lost: str
) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await done(core, (await connected(core)).item_id)
            rows = {row.id for row in await core.newest_transactions(None)}
            row = next(iter(rows))
            await core.edit_transaction(row, "note", "mine")
            if lost == "at the provider":
                household.post("/item/remove", access_token=household.token())
            else:
                household.vault.delete(household_secret(household))
            await sync(core)

            session = await core.begin_reconnect(ItemId(1))
            assert (session.item_id, session.replaces) == (None, 1)
            await connect(session.url, BANK)
            result = await wait(core, session)

            assert (result.end, result.item_id) == (LinkEnd.CONNECTED, 2)
            assert await done(core, result.item_id) is SyncRunState.SUCCEEDED
            assert [one.item.id for one in (await core.overview()).items] == [2]
            assert {row.id for row in await core.newest_transactions(None)} == rows
            assert (await core.transactions([row]))[0].note == "mine"

    asyncio.run(scene())


def test_a_key_that_turns_out_to_be_gone_only_now_is_no_dead_end(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await done(core, (await connected(core)).item_id)
            household.post("/item/remove", access_token=household.token())
            assert await status(core, 1) is ItemStatus.HEALTHY

            assert (await core.begin_reconnect(ItemId(1))).replaces == 1

    asyncio.run(scene())


def test_leaving_the_page_changes_nothing_and_says_why(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            session = await core.begin_connect()
            await visit(session.url, LEAVE)
            assert await wait(core, session) == LinkResult(LinkEnd.LEFT)

            session = await core.begin_connect()
            await visit(
                session.url,
                choose(BANK),
                {"action": "signin", "username": "user_locked", "password": "pass_good"},
            )
            left = await wait(core, session)
            assert left.end is LinkEnd.LEFT
            assert left.trouble is not None
            assert left.trouble.code == "ITEM_LOCKED"
            assert (await core.overview()).items == ()

    asyncio.run(scene())


def test_a_page_that_nobody_opens_expires(household: Household) -> None:
    async def scene() -> None:
        clock = HandClock()
        async with household.running(clock=clock) as core:
            session = await core.begin_connect()
            assert session.expires_at == clock.now() + timedelta(minutes=30)
            news = News()
            waiting = asyncio.create_task(core.wait_for_link(session, news, poll=SOON))
            await news.until(lambda one: one.state is LinkState.WAITING)
            clock.advance(minutes=30)
            async with asyncio.timeout(PATIENCE):
                assert (await waiting).end is LinkEnd.EXPIRED

    asyncio.run(scene())


def test_a_page_that_is_open_at_its_end_is_not_given_up(household: Household) -> None:
    async def scene() -> None:
        clock = HandClock()
        async with household.running(clock=clock) as core:
            session = await core.begin_connect()
            await visit(session.url, choose(BANK))
            clock.advance(minutes=31)
            news = News()
            waiting = asyncio.create_task(core.wait_for_link(session, news, poll=SOON))
            await news.until(lambda one: one.state is LinkState.UNDER_WAY)
            await visit(session.url, GOOD, {"action": "share", "account": ["0"]})
            async with asyncio.timeout(PATIENCE):
                assert (await waiting).end is LinkEnd.CONNECTED

    asyncio.run(scene())


def test_without_a_network_it_goes_on_waiting_and_says_so(household: Household) -> None:
    async def scene() -> None:
        clock = HandClock()
        async with household.running(clock=clock) as core:
            session = await core.begin_connect()
            news = News()
            waiting = asyncio.create_task(core.wait_for_link(session, news, poll=SOON))
            await visit(session.url, choose(BANK))
            await news.until(lambda one: one.state is LinkState.UNDER_WAY)
            port = household.port
            household.server.stop()
            await news.until(lambda one: one.trouble is not None)
            clock.advance(minutes=31)  # what was done on the page meanwhile is not lost
            household.server = household.bank.serve(port=port)
            await visit(session.url, GOOD, {"action": "share", "account": ["0"]})
            async with asyncio.timeout(PATIENCE):
                assert (await waiting).end is LinkEnd.CONNECTED
            assert [one.trouble.code for one in news.told if one.trouble] == ["Offline"]

    asyncio.run(scene())


def test_waiting_can_be_ended_at_any_moment(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            session = await core.begin_connect()
            news = News()
            waiting = asyncio.create_task(core.wait_for_link(session, news, poll=SOON))
            await news.until(lambda one: one.trouble is None)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            assert (await core.overview()).items == ()

    asyncio.run(scene())


class LockedVault(MemoryVault):
    """A keyring that nobody unlocks."""

    def check(self) -> None:
        message = "The keyring is locked."
        raise VaultLocked(message)


def test_no_page_is_made_where_its_key_could_not_be_kept(household: Household) -> None:
    async def scene() -> None:
        async with household.running(vault=LockedVault()) as core:
            with pytest.raises(VaultLocked):
                await core.begin_connect()

    asyncio.run(scene())


def test_wrong_keys_are_told_before_any_page(household: Household) -> None:
    async def scene() -> None:
        async with household.running(secret="0" * 30) as core:
            for call in (core.begin_connect, core.check_keys):
                with pytest.raises(ProviderRejected) as caught:
                    await call()
                assert "PLAID_SECRET" in caught.value.action
        async with household.running() as core:
            await core.check_keys()

    asyncio.run(scene())


class Killed(BaseException):
    """The power is gone."""


class KillingVault(MemoryVault):
    """A vault during whose n-th write the power goes, before or after it was made."""

    def __init__(self, kept: MemoryVault, write: int, *, after: bool) -> None:
        super().__init__()
        self._secrets = kept._secrets
        self._left = write
        self._after = after

    def save(self, name: str, secret: str) -> None:
        self._left -= 1
        if not self._left and not self._after:
            raise Killed
        super().save(name, secret)
        if not self._left:
            raise Killed


@pytest.mark.parametrize(
    ("write", "after", "kept"), [(1, False, False), (1, True, True), (2, False, True), (2, True, True)]
)
def test_killed_between_exchange_and_ledger(
    household: Household, write: int, *, after: bool, kept: bool
) -> None:
    """What the vault has is never lost; before that, nothing of the connection is left to trip over."""

    async def scene() -> None:
        vault = household.vault
        assert isinstance(vault, MemoryVault)
        with pytest.raises(Killed):
            async with household.running(vault=KillingVault(vault, write, after=after)) as core:
                await connected(core)
        with closing(sqlite3.connect(household.path)) as file:
            assert file.execute("SELECT count(*) FROM item").fetchone() == (0,)
        async with household.running() as core:
            assert len((await core.overview()).items) == int(kept)
            assert household.rows("SELECT count(*) FROM setting WHERE name = 'connecting'") == [(0,)]
            if not kept:
                assert (await connected(core)).end is LinkEnd.CONNECTED
            await sync(core)
            assert await status(core, 1) is ItemStatus.HEALTHY
            assert vault_names(vault) == [household_secret(household)]

    asyncio.run(scene())


def test_there_is_nothing_to_sign_in_anew_at_a_connection_that_is_not_there(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            with pytest.raises(UsageError, match="no connection 9"):
                await core.begin_reconnect(ItemId(9))

    asyncio.run(scene())


class SlowVault(MemoryVault):
    """A keyring that asks the person for its password first."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.unlocked = threading.Event(), threading.Event()

    def save(self, name: str, secret: str) -> None:
        self.asked.set()
        assert self.unlocked.wait(PATIENCE)
        super().save(name, secret)


def test_once_a_key_is_made_nothing_breaks_off_its_keeping(household: Household) -> None:
    async def scene() -> None:
        vault = SlowVault()
        async with household.running(vault=vault) as core:
            session = await core.begin_connect()
            await connect(session.url, BANK)
            waiting = asyncio.create_task(core.wait_for_link(session, poll=SOON))
            assert await asyncio.to_thread(vault.asked.wait, PATIENCE)
            for _ in range(2):
                waiting.cancel()
                await asyncio.sleep(0)
            vault.unlocked.set()
            with pytest.raises(asyncio.CancelledError):
                await waiting

            assert [one.item.id for one in (await core.overview()).items] == [1]
            await sync(core)
            assert await status(core, 1) is ItemStatus.HEALTHY

    asyncio.run(scene())
