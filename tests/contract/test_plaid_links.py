"""Hosted Link, update mode and the end of a connection: real plaid-python against the demo bank over real HTTP."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime, timedelta
from typing import TypeVar

import httpx
import msgspec
import pytest

from budgetsync.domain.errors import (
    ItemGone,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
)
from budgetsync.domain.item import Connection
from budgetsync.domain.link import LinkPage, LinkRequest, LinkState, LinkVisit
from budgetsync.providers.plaid import wire
from budgetsync.providers.plaid.link import to_visit
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from tests.integration.hostile_server import HostileServer, answers
from tests.integration.visitor import GOOD, LEAVE, choose, connect, visit

T = TypeVar("T")
BANK = "ins_109508"
NEW = LinkRequest("somebody")


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=5, rows=400, limits=True)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


def use(server: BankServer, scene: Callable[[PlaidProvider], Awaitable[T]], secret: str = DEMO_SECRET) -> T:
    async def run() -> T:
        provider = PlaidProvider(server.url, DEMO_CLIENT_ID, secret, b"".join)
        try:
            return await scene(provider)
        finally:
            provider.close()

    return asyncio.run(run())


async def made(provider: PlaidProvider, wanted: LinkRequest = NEW) -> tuple[LinkPage, Connection]:
    page = await provider.links.open_page(wanted)
    await connect(page.url, BANK)
    return page, await provider.links.exchange(await provider.links.look(page))


def test_a_page_leads_to_a_connection_whose_rows_come(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> tuple[list[LinkVisit], Connection, int]:
        links = provider.links
        page = await links.open_page(NEW)
        seen = [await links.look(page)]
        await visit(page.url, choose(BANK))
        seen.append(await links.look(page))
        await visit(page.url, GOOD, {"action": "share", "account": ["0", "2"]})
        seen.append(await links.look(page))
        connection = await links.exchange(seen[-1])
        first = await provider.fetch_page(connection.access_token, "")
        return seen, connection, len(first.added)

    seen, connection, rows = use(server, scene)

    assert [one.state for one in seen] == [LinkState.WAITING, LinkState.UNDER_WAY, LinkState.DONE]
    done = seen[-1]
    world = bank.world()
    told = {(account["name"], account["mask"]) for account in world["accounts"]}
    assert {(one.name, one.mask) for one in done.accounts} == told
    assert len(done.accounts) == 2
    assert all(one.type for one in done.accounts)
    assert connection.institution.id == BANK
    assert connection.institution.name == "First Platypus Bank"
    assert connection.source_item_id == world["items"][0]["item_id"]
    assert rows > 0


def test_secrets_are_not_in_what_is_shown_of_a_page(server: BankServer) -> None:
    async def scene(provider: PlaidProvider) -> str:
        page = await provider.links.open_page(NEW)
        await connect(page.url, BANK)
        done = await provider.links.look(page)
        connection = await provider.links.exchange(done)
        again = NEW.with_key(connection.access_token)
        return f"{page!r} {done!r} {connection!r} {again!r}"

    shown = use(server, scene)

    assert "link-sandbox-" not in shown
    assert "public-sandbox-" not in shown
    assert "access-sandbox-" not in shown


def test_a_public_token_is_exchanged_once(server: BankServer) -> None:
    async def scene(provider: PlaidProvider) -> None:
        page, _ = await made(provider)
        await provider.links.exchange(await provider.links.look(page))

    with pytest.raises(ProviderRejected):
        use(server, scene)


def test_signing_in_anew_needs_no_exchange_and_repairs(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> LinkVisit:
        _, connection = await made(provider)
        token = connection.access_token
        bank.happen("login_expiry", item_id=connection.source_item_id)
        with pytest.raises(ReauthRequired):
            await provider.fetch_page(token, "")
        standing = await provider.fetch_standing(token)
        assert isinstance(standing.error, ReauthRequired)
        assert standing.error.code == "ITEM_LOGIN_REQUIRED"
        page = await provider.links.open_page(NEW.with_key(token))
        assert (await provider.links.look(page)).state is LinkState.WAITING
        await visit(page.url, GOOD)
        done = await provider.links.look(page)
        assert (await provider.fetch_page(token, "")).added
        assert (await provider.fetch_standing(token)).error is None
        return done

    done = use(server, scene)

    assert (done.state, done.public_token) == (LinkState.DONE, "")
    assert len(bank.world()["items"]) == 1


def test_accounts_can_be_chosen_anew(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> None:
        _, connection = await made(provider)
        wanted = LinkRequest("somebody", choose_accounts=True).with_key(connection.access_token)
        page = await provider.links.open_page(wanted)
        await visit(page.url, GOOD, {"action": "share", "account": ["1"]})
        assert (await provider.links.look(page)).state is LinkState.DONE

    use(server, scene)

    assert len(bank.world()["accounts"]) == 1


def test_leaving_the_page_tells_why_where_there_is_a_reason(server: BankServer) -> None:
    async def scene(provider: PlaidProvider) -> tuple[LinkVisit, LinkVisit]:
        first = await provider.links.open_page(NEW)
        await visit(first.url, LEAVE)
        second = await provider.links.open_page(NEW)
        locked = {"action": "signin", "username": "user_locked", "password": "pass_good"}
        await visit(second.url, choose(BANK), {**locked})
        return await provider.links.look(first), await provider.links.look(second)

    left, locked = use(server, scene)

    assert (left.state, left.trouble) == (LinkState.LEFT, None)
    assert locked.state is LinkState.LEFT
    assert locked.trouble is not None
    assert locked.trouble.code == "ITEM_LOCKED"
    assert "Unlock" in locked.trouble.action


def test_a_page_that_nobody_knows_is_gone(server: BankServer) -> None:
    page = LinkPage("http://127.0.0.1/", "link-sandbox-00000000-0000-0000-0000-000000000000")

    assert use(server, lambda provider: provider.links.look(page)).state is LinkState.GONE


def test_what_is_asked_for_is_asked_of_plaid(server: BankServer, bank: DemoBank) -> None:
    wanted = LinkRequest("somebody", days=30, lifetime=timedelta(minutes=5), countries=("GB", "US"))

    async def scene(provider: PlaidProvider) -> tuple[str, list[date]]:
        page, connection = await made(provider, wanted)
        first = await provider.fetch_page(connection.access_token, "")
        late = await provider.links.open_page(wanted)
        bank.advance(minutes=5)
        gone = await asyncio.to_thread(httpx.get, late.url, trust_env=False)
        assert gone.status_code == 410
        return page.url, [row.transacted_on for row in first.added]

    url, days = use(server, scene)

    assert url.startswith(server.url)
    today = datetime.fromisoformat(bank.world(transactions=False)["now"]).date()
    assert days
    assert min(days) >= today - timedelta(days=35)


def test_a_connection_that_was_removed_is_gone(server: BankServer) -> None:
    async def scene(provider: PlaidProvider) -> str:
        _, connection = await made(provider)
        await provider.links.remove(connection.access_token)
        for call in (provider.links.remove, provider.fetch_standing, provider.links.refresh):
            with pytest.raises(ItemGone):
                await call(connection.access_token)
        with pytest.raises(ItemGone):
            await provider.links.open_page(NEW.with_key(connection.access_token))
        return connection.access_token

    assert use(server, scene)


def test_the_bank_is_asked_for_news_so_often_a_minute(server: BankServer) -> None:
    async def scene(provider: PlaidProvider) -> None:
        connection = await provider.connect_sandbox(BANK)
        await provider.links.refresh(connection.access_token)
        await provider.links.refresh(connection.access_token)
        with pytest.raises(RateLimited):
            await provider.links.refresh(connection.access_token)

    use(server, scene)


def test_a_bank_that_takes_long_to_answer_is_waited_for() -> None:
    quick = 0.4  # seconds that the provider waits for other answers

    def late(connection: socket.socket, ended: threading.Event) -> None:
        ended.wait(1.5 * quick)
        answers(b'{"request_id": "x"}')(connection, ended)

    async def ask(url: str, call: str) -> None:
        provider = PlaidProvider(
            url, DEMO_CLIENT_ID, DEMO_SECRET, b"".join, read_timeout=quick, deadline=20.0
        )
        await getattr(provider.links, call)("access-token")
        provider.close()

    with HostileServer(late) as server:
        asyncio.run(ask(server.url, "refresh"))
        with pytest.raises(ProviderUnavailable):
            asyncio.run(ask(server.url, "remove"))


def test_consent_that_ends_is_told(server: BankServer, bank: DemoBank) -> None:
    async def scene(provider: PlaidProvider) -> None:
        _, connection = await made(provider)
        assert (await provider.fetch_standing(connection.access_token)).consent_expires_at is None
        bank.happen("consent_expiry", item_id=connection.source_item_id, days=5)
        standing = await provider.fetch_standing(connection.access_token)
        assert standing.consent_expires_at is not None
        assert standing.as_of is not None
        assert standing.consent_expires_at > standing.as_of

    use(server, scene)


def test_keys_are_checked_without_any_connection(server: BankServer) -> None:
    use(server, lambda provider: provider.links.check_keys())
    with pytest.raises(ProviderRejected) as caught:
        use(server, lambda provider: provider.links.check_keys(), "0" * 30)

    assert caught.value.code == "INVALID_API_KEYS"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("[]", LinkState.WAITING),
        ("[{}]", LinkState.UNDER_WAY),
        ('[{"events": null, "results": null, "exit": null}]', LinkState.UNDER_WAY),
        ('[{"finished_at": "x", "exit": {"error": null}}, {"results": {}}]', LinkState.UNDER_WAY),
        ('[{"finished_at": "x", "exit": {}}]', LinkState.LEFT),
        ('[{"results": {"item_add_results": [{"public_token": "p"}]}}, {"exit": {"error": null}}]', LinkState.DONE),
        ('[{"results": {"item_add_results": []}, "events": [{"event_name": "HANDOFF"}]}]', LinkState.DONE),
    ],
)  # fmt: skip
def test_any_order_and_any_gap_in_what_plaid_tells_of_visits(told: str, state: LinkState) -> None:
    sessions = msgspec.json.decode(told, type=list[wire.LinkSession])

    assert to_visit(sessions).state is state
