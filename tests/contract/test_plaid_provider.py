"""PlaidProvider against the demo bank: real plaid-python over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from budgetsync.domain.errors import ItemGone, PaginationMutated, ProviderRejected
from budgetsync.domain.item import Connection, History, ItemStanding
from budgetsync.domain.sync import SyncPage
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.plaid.provider import PAGE_SIZE, PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank

T = TypeVar("T")
ROWS = 3000


def unpacked(rows: list[bytes]) -> bytes:
    return b"\n".join(rows)


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=5, rows=ROWS)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


def use(
    server: BankServer,
    scene: Callable[[PlaidProvider], Awaitable[T]],
    client_id: str = DEMO_CLIENT_ID,
    secret: str = DEMO_SECRET,
) -> T:
    async def run() -> T:
        provider = PlaidProvider(server.url, client_id, secret, unpacked)
        try:
            return await scene(provider)
        finally:
            provider.close()

    return asyncio.run(run())


async def fetch_all(provider: PlaidProvider, token: str, cursor: str = "") -> list[SyncPage]:
    pages = [await provider.fetch_page(token, cursor)]
    while pages[-1].has_more:
        pages.append(await provider.fetch_page(token, pages[-1].next_cursor))
    return pages


def test_connecting_gives_item_institution_and_token(server: BankServer, bank: DemoBank) -> None:
    connection = use(server, lambda provider: provider.connect_sandbox("ins_109508"))

    assert connection.institution.name == "First Platypus Bank"
    assert [item["item_id"] for item in bank.world()["items"]] == [connection.source_item_id]
    assert connection.access_token.startswith("access-sandbox-")


def test_all_pages_together_are_the_bank_s_truth(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> list[SyncPage]:
        connection = await provider.connect_sandbox("ins_109508")
        return await fetch_all(provider, connection.access_token)

    pages = use(server, scene)

    world = bank.world()
    told = {
        (
            row.source_transaction_id,
            -row.minor,
            row.currency,
            str(row.posted_on or row.transacted_on),
            row.state is TransactionState.PENDING,
        )
        for page in pages
        for row in page.added
    }
    truth = {
        (
            row["transaction_id"],
            row["amount_minor"],
            row["currency"],
            row["date"] if not row["pending"] else (row["authorized_date"] or row["date"]),
            row["pending"],
        )
        for row in world["transactions"]
    }
    assert told == truth
    assert len(pages) > 2
    assert {len(page.added) for page in pages[:-1]} == {PAGE_SIZE}
    assert pages[-1].history is History.COMPLETE
    assert not [page.problems for page in pages if page.problems]
    assert [
        (account.source_account_id, account.balance.current, account.currency)
        for account in pages[0].accounts
    ] == [
        (account["account_id"], account["balances"]["current"]["minor"], account["currency"])
        for account in world["accounts"]
    ]


def test_news_alone_come_after_a_cursor(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> tuple[SyncPage, SyncPage]:
        connection = await provider.connect_sandbox("ins_109509")
        token = connection.access_token
        cursor = (await fetch_all(provider, token))[-1].next_cursor
        quiet = await provider.fetch_page(token, cursor)
        bank.advance(days=5)
        return quiet, await provider.fetch_page(token, cursor)

    quiet, news = use(server, scene)

    assert not (quiet.added or quiet.modified or quiet.removed)  # noqa: PT018
    assert 0 < len(news.added) < PAGE_SIZE


def test_news_between_two_pages_are_told_as_a_mutation(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> None:
        connection = await provider.connect_sandbox("ins_109508")
        first = await provider.fetch_page(connection.access_token, "")
        bank.advance(days=3)
        await provider.fetch_page(connection.access_token, first.next_cursor)

    with pytest.raises(PaginationMutated):
        use(server, scene)


def test_as_of_is_the_bank_s_time(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> ItemStanding:
        connection = await provider.connect_sandbox("ins_109508")
        return await provider.fetch_standing(connection.access_token)

    as_of = use(server, scene).as_of

    assert as_of is not None
    assert as_of.tzinfo is UTC
    now = datetime.fromisoformat(bank.world(transactions=False)["now"])
    assert 0 <= (now - as_of).total_seconds() < 86_400


@pytest.mark.parametrize(
    ("client_id", "secret"), [(DEMO_CLIENT_ID, "0" * 30), ("0" * 24, DEMO_SECRET), ("", ""), ("a\nb", "ключ")]
)
def test_wrong_keys_are_rejected_with_what_to_check(server: BankServer, client_id: str, secret: str) -> None:
    with pytest.raises(ProviderRejected) as caught:
        use(server, lambda provider: provider.connect_sandbox("ins_109508"), client_id, secret)

    assert "PLAID_CLIENT_ID" in caught.value.action
    assert not secret or secret not in f"{caught.value!r}"


@pytest.mark.parametrize("token", ["access-sandbox-00000000-0000-0000-0000-000000000000", "nonsense"])
def test_a_token_that_is_not_known_is_a_connection_that_is_gone(server: BankServer, token: str) -> None:
    with pytest.raises(ItemGone) as caught:
        use(server, lambda provider: provider.fetch_page(token, ""))

    assert caught.value.request_id
    assert token not in f"{caught.value!r} {caught.value.action}"


def test_an_unknown_institution_is_told(server: BankServer) -> None:
    with pytest.raises(ProviderRejected, match="no bank with this id"):
        use(server, lambda provider: provider.connect_sandbox("ins_0"))


def test_calls_at_the_same_time_do_not_mix(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> list[tuple[Connection, list[SyncPage]]]:
        names = ("ins_109508", "ins_109509", "ins_109510")
        connections = await asyncio.gather(*(provider.connect_sandbox(name) for name in names))
        loops = await asyncio.gather(*(fetch_all(provider, one.access_token) for one in connections))
        return list(zip(connections, loops, strict=True))

    told = use(server, scene)

    for connection, pages in told:
        world = bank.world(item_id=connection.source_item_id)
        ids = {row.source_transaction_id for page in pages for row in page.added}
        assert ids == {row["transaction_id"] for row in world["transactions"]}
