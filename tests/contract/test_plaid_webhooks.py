"""Webhooks of the demo bank, and of Node's crypto, before the program's own verifier: over real HTTP."""

from __future__ import annotations

import asyncio
import json
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import httpx
import pytest

from budgetsync.domain.errors import (
    ItemGone,
    ProviderUnavailable,
    RateLimited,
    TransientError,
    WebhookRejected,
)
from budgetsync.domain.webhook import Ask, Delivery, Route, WebhookEvent
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.providers.plaid.webhooks.keys import LOOKUPS, KeyBook
from budgetsync.providers.plaid.webhooks.verifier import PlaidWebhooks, WebhookVerifier
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from tests.contract.forger import Keyring, Signer, body_of
from tests.contract.receiver import Post, Receiver, connect_with_webhook
from tests.contract.test_bank_node import run_node

T = TypeVar("T")
START = datetime(2026, 6, 15, 12, tzinfo=UTC)
KEY_PATH = "/webhook_verification_key/get"


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=4, rows=200)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as running:
        yield running


def use(
    url: str,
    scene: Callable[[PlaidWebhooks], Awaitable[T]],
    secret: str = DEMO_SECRET,
    monotonic: Callable[[], float] = time.monotonic,
) -> T:
    async def run() -> T:
        provider = PlaidProvider(url, DEMO_CLIENT_ID, secret, b"".join, read_timeout=5, monotonic=monotonic)
        try:
            return await scene(provider.webhooks)
        finally:
            provider.close()

    return asyncio.run(run())


async def verdict(webhooks: PlaidWebhooks, post: Post, now: datetime, route: Route) -> str | WebhookEvent:
    try:
        return await webhooks.verify(Delivery(post.body, post.jwt, route, now), now)
    except WebhookRejected as error:
        return error.reason


def asked(server: BankServer) -> list[dict[str, Any]]:
    told = httpx.get(f"{server.url}/control/requests", params={"path": KEY_PATH}, trust_env=False)
    requests: list[dict[str, Any]] = told.json()["requests"]
    return requests


@pytest.mark.parametrize("route", Route)
def test_what_the_bank_signs_is_accepted(
    bank: DemoBank, server: BankServer, receiver: Receiver, route: Route
) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()

    async def scene(webhooks: PlaidWebhooks) -> list[str | WebhookEvent]:
        return [await verdict(webhooks, post, START, route) for post in receiver.posts]

    events = use(server.url, scene)
    assert [event.code for event in events if isinstance(event, WebhookEvent)] == receiver.codes()
    assert {event.ask for event in events if isinstance(event, WebhookEvent)} == {Ask.SYNC}
    assert len(asked(server)) == 1


@pytest.mark.parametrize(
    ("forgery", "reason"),
    [
        ("body", "OTHER_BODY"),
        ("key", "UNKNOWN_KEY"),
        ("algorithm", "WRONG_ALGORITHM"),
        ("missing", "NO_TOKEN"),
    ],
)
def test_what_is_forged_at_the_bank_is_not(
    bank: DemoBank, server: BankServer, receiver: Receiver, forgery: str, reason: str
) -> None:
    bank.add_fault("webhook_forged", forgery=forgery, calls=[1])
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()

    verdicts = use(server.url, lambda webhooks: verdict(webhooks, receiver.posts[0], START, Route.DIRECT))

    assert verdicts == reason


def test_after_a_rotation_only_a_relay_may_bring_what_the_old_key_signed(
    bank: DemoBank, server: BankServer, receiver: Receiver
) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()
    bank.advance(minutes=2)
    old = receiver.posts[0]

    async def scene(webhooks: PlaidWebhooks) -> list[str]:
        now = START + timedelta(minutes=2)
        before = await verdict(webhooks, old, now, Route.DIRECT)
        bank.happen("rotate_keys")
        connect_with_webhook(server, receiver)
        bank.settle_webhooks()
        later = await verdict(webhooks, receiver.posts[-1], now, Route.DIRECT)
        routes = (Route.DIRECT, Route.RELAY)
        after = [await verdict(webhooks, old, now, route) for route in routes]
        return [one if isinstance(one, str) else "accepted" for one in (before, later, *after)]

    assert use(server.url, scene) == ["accepted", "accepted", "EXPIRED_KEY", "accepted"]


def test_ten_thousand_made_up_ids_cost_six_questions_a_minute(server: BankServer) -> None:
    stranger, body, minutes, seconds = Signer(9), body_of(), 10, 0.0

    async def scene(webhooks: PlaidWebhooks) -> dict[str, int]:
        nonlocal seconds
        counts: dict[str, int] = {}
        for number in range(10_000):
            seconds = number * minutes * 60 / 10_000
            stranger.kid = f"made-up-{number}"
            delivery = Delivery(body, stranger.seal(stranger.header(), b"{}"), Route.RELAY, START)
            try:
                await webhooks.verify(delivery, START)
            except (WebhookRejected, RateLimited) as error:
                reason = error.reason if isinstance(error, WebhookRejected) else "RateLimited"
                counts[reason] = counts.get(reason, 0) + 1
        return counts

    counts = use(server.url, scene, monotonic=lambda: seconds)
    assert counts == {"UNKNOWN_KEY": LOOKUPS * minutes, "RateLimited": 10_000 - LOOKUPS * minutes}
    assert len(asked(server)) == LOOKUPS * minutes


def test_where_the_bank_does_not_answer_the_webhook_stays_open(
    bank: DemoBank, server: BankServer, receiver: Receiver
) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()
    bank.add_fault("server_error", endpoint=KEY_PATH, calls=[1])

    async def scene(webhooks: PlaidWebhooks) -> str | WebhookEvent:
        with pytest.raises(TransientError):
            await verdict(webhooks, receiver.posts[0], START, Route.RELAY)
        return await verdict(webhooks, receiver.posts[0], START, Route.RELAY)

    assert isinstance(use(server.url, scene), WebhookEvent)


def test_wrong_keys_of_ours_decide_nothing(bank: DemoBank, server: BankServer, receiver: Receiver) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()

    async def scene(webhooks: PlaidWebhooks) -> None:
        with pytest.raises(ProviderUnavailable):
            await verdict(webhooks, receiver.posts[0], START, Route.RELAY)

    use(server.url, scene, secret="wrong")


def test_the_address_is_told_and_confirmed(bank: DemoBank, server: BankServer, receiver: Receiver) -> None:
    with Receiver() as elsewhere:
        token = connect_with_webhook(server, elsewhere)

    async def scene(webhooks: PlaidWebhooks) -> str | WebhookEvent:
        await webhooks.set_address(token, receiver.url)
        bank.settle_webhooks()
        return await verdict(webhooks, receiver.posts[-1], START, Route.DIRECT)

    event = use(server.url, scene)
    assert isinstance(event, WebhookEvent)
    assert (event.type, event.code, event.ask) == ("ITEM", "WEBHOOK_UPDATE_ACKNOWLEDGED", Ask.NOTE)
    assert event.facts == {"webhook": receiver.url}


def test_the_address_of_a_connection_that_is_gone_cannot_be_set(server: BankServer) -> None:
    async def scene(webhooks: PlaidWebhooks) -> None:
        with pytest.raises(ItemGone):
            await webhooks.set_address(
                "access-sandbox-00000000-0000-0000-0000-000000000000", "https://x.example"
            )

    use(server.url, scene)


def test_what_node_signs_is_accepted_and_not_with_a_byte_changed() -> None:
    bodies = [body_of(x="y" * length) for length in range(0, 900, 9)]
    told = {
        "kid": "made-by-node",
        "bodies": [b64encode(body).decode() for body in bodies],
        "iat": int(START.timestamp()),
    }
    made = json.loads(run_node("sign.mjs", json.dumps(told)))
    keyring = Keyring()
    keyring.jwks["made-by-node"] = made["jwk"]
    verifier = WebhookVerifier(KeyBook(keyring.ask, lambda: 0.0), "sandbox")

    async def scene() -> tuple[int, int]:
        accepted = refused = 0
        for body, token in zip(bodies, made["tokens"], strict=True):
            event = await verifier.verify(Delivery(body, token, Route.DIRECT, START), START)
            accepted += event.code == "SYNC_UPDATES_AVAILABLE"
            changed = bytes([body[0] ^ 1]) + body[1:]
            with pytest.raises(WebhookRejected, match="OTHER_BODY"):
                await verifier.verify(Delivery(changed, token, Route.DIRECT, START), START)
            refused += 1
        return accepted, refused

    assert asyncio.run(scene()) == (100, 100)
