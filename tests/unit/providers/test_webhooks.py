"""Telling genuine webhooks from forged ones, and what each asks for: real signatures, by keys of our own."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from budgetsync.domain.errors import (
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    TransientError,
    VaultError,
    WebhookRejected,
)
from budgetsync.domain.webhook import Ask, Delivery, Reason, Route, WebhookEvent
from budgetsync.providers.plaid.webhooks.keys import LOOKUPS, KeyBook
from budgetsync.providers.plaid.webhooks.verifier import WebhookVerifier
from tests.contract.forger import (
    ATTEMPTS,
    BODY,
    GOOD,
    NOW,
    ORDER,
    PLAID,
    STRANGER,
    Attempt,
    Keyring,
    R,
    S,
    Signer,
    body_of,
    signed_with,
)


def verify(
    delivery: Delivery, keyring: Keyring | None = None, now: datetime = NOW, environment: str = "sandbox"
) -> WebhookEvent:
    verifier = WebhookVerifier(KeyBook((keyring or Keyring(PLAID)).ask, lambda: 0.0), environment)
    return asyncio.run(verifier.verify(delivery, now))


def delivered(
    body: bytes = BODY, token: str = "", route: Route = Route.RELAY, at: datetime = NOW
) -> Delivery:
    return Delivery(body, token or PLAID.token(body), route, at)


@pytest.mark.parametrize(
    "attempt", ATTEMPTS, ids=lambda attempt: attempt.name.encode("ascii", "replace").decode()
)
def test_what_is_forged_is_turned_away_for_its_reason(attempt: Attempt) -> None:
    keyring = Keyring(PLAID)
    keyring.jwks[PLAID.kid] = PLAID.jwk(**attempt.jwk)

    with pytest.raises(WebhookRejected) as caught:
        verify(attempt.delivery, keyring)

    assert caught.value.reason == attempt.reason


def test_every_reason_is_tried_by_many_attempts() -> None:
    assert {attempt.reason for attempt in ATTEMPTS} == set(Reason)
    assert len(ATTEMPTS) == len({attempt.name + attempt.token for attempt in ATTEMPTS}) >= 60


@pytest.mark.parametrize("route", Route)
def test_a_genuine_webhook_is_accepted_by_either_way(route: Route) -> None:
    event = verify(delivered(route=route))

    assert (event.type, event.code, event.ask) == ("TRANSACTIONS", "SYNC_UPDATES_AVAILABLE", Ask.SYNC)
    assert (event.source_item_id, event.signed_at) == ("item-1", NOW)
    assert event.digest == delivered().digest


def test_signed_anew_it_is_the_same_webhook() -> None:
    again, twin = PLAID.token(BODY), signed_with(R, ORDER - S)

    assert again != GOOD != twin
    assert len({verify(delivered(token=token)).digest for token in (GOOD, again, twin)}) == 1


@pytest.mark.parametrize(
    ("age", "route"),
    [
        (timedelta(minutes=5), Route.DIRECT),
        (-timedelta(minutes=5), Route.DIRECT),
        (timedelta(days=8), Route.RELAY),
        (-timedelta(minutes=5), Route.RELAY),
    ],
)
def test_the_age_is_taken_to_its_last_second(age: timedelta, route: Route) -> None:
    assert verify(delivered(token=PLAID.token(BODY, NOW - age), route=route)).signed_at == NOW - age


def test_one_that_came_straight_may_wait_here_for_its_key() -> None:
    assert verify(delivered(route=Route.DIRECT), now=NOW + timedelta(hours=9)).signed_at == NOW


@pytest.mark.parametrize("expired", [NOW, NOW + timedelta(seconds=1)])
def test_a_relay_may_hand_over_what_was_signed_before_the_key_expired(expired: datetime) -> None:
    keyring = Keyring()
    keyring.jwks[PLAID.kid] = PLAID.jwk(expired_at=int(expired.timestamp()))

    assert verify(delivered(), keyring).signed_at == NOW


def test_production_takes_its_own_only() -> None:
    body = body_of(environment="production")

    assert verify(delivered(body), environment="production").source_item_id == "item-1"
    with pytest.raises(WebhookRejected, match="OTHER_ENVIRONMENT"):
        verify(delivered(), environment="production")


@pytest.mark.parametrize(
    ("kind", "code", "fields", "ask", "facts"),
    [
        ("TRANSACTIONS", "SYNC_UPDATES_AVAILABLE", {"initial_update_complete": True}, Ask.SYNC, {}),
        ("TRANSACTIONS", "INITIAL_UPDATE", {"new_transactions": 9, "error": None}, Ask.SYNC, {}),
        ("TRANSACTIONS", "HISTORICAL_UPDATE", {"new_transactions": 9}, Ask.SYNC, {}),
        ("TRANSACTIONS", "DEFAULT_UPDATE", {"new_transactions": 1}, Ask.SYNC, {}),
        ("TRANSACTIONS", "TRANSACTIONS_REMOVED", {"removed_transactions": ["a"]}, Ask.SYNC, {}),
        ("TRANSACTIONS", "RECURRING_TRANSACTIONS_UPDATE", {"account_ids": ["a"]}, Ask.NOTE, {}),
        ("TRANSACTIONS", "NEVER_SEEN", {}, Ask.NOTE, {}),
        (
            "ITEM",
            "ERROR",
            {"error": {"error_code": "ITEM_LOGIN_REQUIRED", "status": 400}},
            Ask.SYNC,
            {"error": "ITEM_LOGIN_REQUIRED"},
        ),
        ("ITEM", "ERROR", {"error": "in words"}, Ask.SYNC, {}),
        ("ITEM", "LOGIN_REPAIRED", {}, Ask.LOGIN_REPAIRED, {}),
        (
            "ITEM",
            "PENDING_EXPIRATION",
            {"consent_expiration_time": "2026-07-01T12:00:00+02:00"},
            Ask.SYNC,
            {"ends_at": "2026-07-01T10:00:00+00:00"},
        ),
        (
            "ITEM",
            "PENDING_DISCONNECT",
            {"reason": "INSTITUTION_MIGRATION", "disconnect_time": "2026-07-01T10:00:00Z"},
            Ask.SYNC,
            {"reason": "INSTITUTION_MIGRATION", "ends_at": "2026-07-01T10:00:00+00:00"},
        ),
        ("ITEM", "PENDING_DISCONNECT", {"disconnect_time": "soon", "reason": None}, Ask.SYNC, {}),
        ("ITEM", "USER_PERMISSION_REVOKED", {}, Ask.SYNC, {}),
        ("ITEM", "USER_ACCOUNT_REVOKED", {"account_id": "account-1"}, Ask.SYNC, {"account": "account-1"}),
        ("ITEM", "NEW_ACCOUNTS_AVAILABLE", {}, Ask.SYNC, {}),
        (
            "ITEM",
            "WEBHOOK_UPDATE_ACKNOWLEDGED",
            {"new_webhook_url": "https://relay.example/x"},
            Ask.NOTE,
            {"webhook": "https://relay.example/x"},
        ),
        ("ITEM", "NEVER_SEEN", {}, Ask.NOTE, {}),
        ("NEVER", "SEEN", {"anything": {"at": ["all"]}}, Ask.NOTE, {}),
        ("TRANSACTIONS", "SYNC_UPDATES_AVAILABLE", {"item_id": None}, Ask.NOTE, {}),
    ],
)
def test_what_each_code_asks_for(
    kind: str, code: str, fields: dict[str, object], ask: Ask, facts: Mapping[str, str]
) -> None:
    event = verify(delivered(body_of(code, kind, **fields)))

    assert (event.type, event.code, event.ask, event.facts) == (kind, code, ask, facts)


class Desk:
    """A verifier that remembers keys, and a clock set by hand."""

    def __init__(self, *signers: Signer) -> None:
        self.keyring = Keyring(*signers)
        self.seconds = 0.0
        self.verifier = WebhookVerifier(KeyBook(self.keyring.ask, lambda: self.seconds), "sandbox")

    @property
    def now(self) -> datetime:
        """The wall clock."""
        return NOW + timedelta(seconds=self.seconds)

    async def verdict(self, signer: Signer, route: Route = Route.RELAY) -> str:
        """Hand in what someone signs now; "" where it is accepted."""
        body = body_of(at=self.now.isoformat())
        try:
            await self.verifier.verify(
                Delivery(body, signer.token(body, self.now), route, self.now), self.now
            )
        except (WebhookRejected, TransientError) as error:
            return error.reason if isinstance(error, WebhookRejected) else type(error).__name__
        return ""

    def expire(self, signer: Signer) -> None:
        """Plaid signs no more with it from now on."""
        self.keyring.jwks[signer.kid] = signer.jwk(expired_at=int(self.now.timestamp()))


def test_a_key_is_asked_for_once_an_hour() -> None:
    async def scene() -> None:
        desk = Desk(PLAID)
        assert await asyncio.gather(*(desk.verdict(PLAID) for _ in range(50))) == [""] * 50
        assert desk.keyring.asked == [PLAID.kid]
        desk.seconds += 59 * 60
        assert await desk.verdict(PLAID) == ""
        assert desk.keyring.asked == [PLAID.kid]
        desk.seconds += 1 * 60
        assert await desk.verdict(PLAID) == ""
        assert desk.keyring.asked == [PLAID.kid] * 2

    asyncio.run(scene())


def test_a_key_that_expires_meanwhile_is_noticed_with_the_next_one() -> None:
    newer = Signer(4, "newer")

    async def scene() -> None:
        desk = Desk(PLAID, newer)
        assert await desk.verdict(PLAID, Route.DIRECT) == ""
        desk.seconds += 1 * 60
        desk.expire(PLAID)
        assert await desk.verdict(newer, Route.DIRECT) == ""
        desk.seconds += 1 * 60
        assert await desk.verdict(PLAID, Route.DIRECT) == "EXPIRED_KEY"
        assert await desk.verdict(PLAID, Route.RELAY) == "EXPIRED_KEY"
        desk.seconds += 1 * 86400
        assert await desk.verdict(PLAID, Route.DIRECT) == "EXPIRED_KEY"
        assert desk.keyring.asked == [PLAID.kid, "newer", PLAID.kid]

    asyncio.run(scene())


def test_ids_that_are_made_up_are_asked_for_six_times_a_minute_and_each_once() -> None:
    async def scene() -> None:
        desk = Desk(PLAID)
        assert await desk.verdict(PLAID) == ""
        made_up = [Signer(5, f"made-up-{number}") for number in range(40)]
        verdicts = [await desk.verdict(signer) for signer in made_up]
        assert verdicts == ["UNKNOWN_KEY"] * (LOOKUPS - 1) + ["RateLimited"] * (40 - LOOKUPS + 1)
        assert await desk.verdict(made_up[0]) == "UNKNOWN_KEY"
        assert await desk.verdict(PLAID) == ""
        desk.seconds += 1 * 60
        assert await desk.verdict(made_up[-1]) == "UNKNOWN_KEY"
        assert len(desk.keyring.asked) == LOOKUPS + 1

    asyncio.run(scene())


def test_who_may_not_ask_yet_is_told_when() -> None:
    async def scene() -> float | None:
        seconds = 0.0
        book = KeyBook(Keyring().ask, lambda: seconds)
        for number in range(LOOKUPS):
            seconds = float(number)
            with pytest.raises(WebhookRejected):
                await book.find(f"made-up-{number}")
        seconds = 20.0
        with pytest.raises(RateLimited) as caught:
            await book.find("one-more")
        return caught.value.retry_after

    assert asyncio.run(scene()) == 40


def test_one_that_waited_here_uses_up_look_ups_of_now() -> None:
    async def scene() -> list[str]:
        desk, verdicts = Desk(), []
        for hours in range(LOOKUPS + 1):  # when they came is long ago, and hours apart
            at = NOW + timedelta(hours=hours)
            delivery = delivered(token=Signer(5, f"made-up-{hours}").token(BODY, at), at=at)
            try:
                await desk.verifier.verify(delivery, at)
            except (WebhookRejected, RateLimited) as error:
                verdicts.append(type(error).__name__)
        return verdicts

    assert asyncio.run(scene()) == ["WebhookRejected"] * LOOKUPS + ["RateLimited"]


@pytest.mark.parametrize(
    "trouble",
    [
        ProviderUnavailable("Down."),
        RateLimited("Slowly.", retry_after=7),
        ProviderRejected("Our keys are wrong.", provider_code="INVALID_API_KEYS"),
        VaultError("Locked."),
    ],
)
def test_where_nobody_can_be_asked_it_stays_open(trouble: Exception) -> None:
    async def scene() -> list[str]:
        desk = Desk(PLAID)
        desk.keyring.trouble = trouble
        first = await desk.verdict(PLAID)
        desk.keyring.trouble = None
        return [first, await desk.verdict(PLAID)]

    first, second = asyncio.run(scene())
    assert first in {"ProviderUnavailable", "RateLimited"}
    assert second == ""


def test_a_key_that_cannot_be_renewed_vouches_for_nothing_meanwhile() -> None:
    async def scene() -> list[str]:
        desk = Desk(PLAID)
        verdicts = [await desk.verdict(PLAID)]
        desk.seconds += 2 * 3600
        desk.keyring.trouble = ProviderUnavailable("Down.")
        verdicts += [await desk.verdict(PLAID) for _ in range(10)]
        assert len(desk.keyring.asked) == 1 + LOOKUPS
        desk.keyring.trouble = None
        desk.seconds += 1 * 60
        return [*verdicts, await desk.verdict(PLAID)]

    assert asyncio.run(scene()) == ["", *["ProviderUnavailable"] * 6, *["RateLimited"] * 4, ""]


def test_who_is_cancelled_while_a_key_is_asked_for_leaves_the_others_their_answer() -> None:
    async def scene() -> list[str]:
        desk, gate = Desk(PLAID), asyncio.Event()
        ask = desk.keyring.ask

        async def slowly(kid: str) -> object:
            await gate.wait()
            return await ask(kid)

        desk.verifier = WebhookVerifier(KeyBook(slowly, lambda: 0.0), "sandbox")  # type: ignore[arg-type]
        waiting = [asyncio.ensure_future(desk.verdict(PLAID)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        gate.set()
        return await asyncio.gather(*waiting[1:])

    assert asyncio.run(scene()) == ["", ""]


def test_a_stranger_who_publishes_a_key_of_the_same_id_elsewhere_is_no_one() -> None:
    with pytest.raises(WebhookRejected, match="BAD_SIGNATURE"):
        verify(delivered(token=STRANGER.token(BODY)), Keyring(PLAID))
