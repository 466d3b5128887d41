"""Webhooks of the demo bank: what is sent when, how it is signed, and how it is delivered."""

import json
import time
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import httpx
import jwt
import pytest
from jwt.api_jwk import PyJWK

from budgetsync.sandbox import BankServer, DemoBank
from tests.contract.receiver import KEYS, Post, Receiver, connect_with_webhook, key_of, post


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as running:
        yield running


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=4, rows=200)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


def verify(server: BankServer, received: Post) -> None:
    """What a receiver does; raises where the webhook is not the bank's."""
    key = key_of(server, received.jwt)
    claims = jwt.decode(
        received.jwt,
        PyJWK(key),
        algorithms=["ES256"],
        options={"verify_iat": False, "verify_signature": True},
    )
    assert claims.keys() == {"iat", "request_body_sha256"}
    if claims["request_body_sha256"] != sha256(received.body).hexdigest():
        message = "another body"
        raise jwt.InvalidTokenError(message)


def log(server: BankServer) -> list[dict[str, Any]]:
    told: dict[str, Any] = httpx.get(f"{server.url}/control/webhooks", trust_env=False).json()
    webhooks: list[dict[str, Any]] = told["webhooks"]
    return webhooks


def test_a_webhook_is_pretty_printed_and_verifies_with_pyjwt(
    bank: DemoBank, server: BankServer, receiver: Receiver
) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()

    received = receiver.posts[0]
    assert received.content_type == "application/json"
    assert received.body == json.dumps(received.told, indent=2).encode()
    assert jwt.get_unverified_header(received.jwt) == {
        "alg": "ES256",
        "kid": key_of(server, received.jwt)["kid"],
        "typ": "JWT",
    }
    verify(server, received)
    for place in range(0, len(received.body), 7):
        changed = received.body[:place] + bytes([received.body[place] ^ 4]) + received.body[place + 1 :]
        with pytest.raises(jwt.InvalidTokenError):
            verify(server, Post(changed, received.jwt, received.content_type))
    head, claims, signature = received.jwt.split(".")
    spoiled = f"{head}.{claims}.{'B' if signature[0] != 'B' else 'C'}{signature[1:]}"
    with pytest.raises(jwt.InvalidSignatureError):
        verify(server, Post(received.body, spoiled, received.content_type))


def test_sync_updates_come_only_after_the_first_sync_call_and_the_old_codes_beside_them(
    bank: DemoBank, server: BankServer, receiver: Receiver
) -> None:
    token = connect_with_webhook(server, receiver)
    bank.advance(days=1)
    assert bank.settle_webhooks()
    before = receiver.codes()
    assert before[:2] == ["INITIAL_UPDATE", "HISTORICAL_UPDATE"]
    assert "DEFAULT_UPDATE" in before
    assert "SYNC_UPDATES_AVAILABLE" not in before

    post(server, "/transactions/sync", access_token=token)
    bank.advance(days=3)
    assert bank.settle_webhooks()

    after = receiver.posts[len(before) :]
    codes = [received.code for received in after]
    assert {"SYNC_UPDATES_AVAILABLE", "DEFAULT_UPDATE", "TRANSACTIONS_REMOVED"} <= set(codes)
    news = next(received.told for received in after if received.code == "SYNC_UPDATES_AVAILABLE")
    assert (news["initial_update_complete"], news["historical_update_complete"]) == (True, True)
    assert news["environment"] == "sandbox"
    removed = next(received.told for received in after if received.code == "TRANSACTIONS_REMOVED")
    assert all(len(transaction_id) == 37 for transaction_id in removed["removed_transactions"])
    assert next(r.told for r in after if r.code == "DEFAULT_UPDATE")["new_transactions"] > 0


def test_an_item_becomes_ready_step_by_step_as_plaids_do(receiver: Receiver) -> None:
    bank = DemoBank(seed=4, plaid_timing=True)
    with bank.serve() as server:
        token = connect_with_webhook(server, receiver)
        statuses, oldest = [], []
        cursor = ""
        for _ in range(3):
            while True:
                page = post(server, "/transactions/sync", access_token=token, cursor=cursor, count=500)
                cursor = page["next_cursor"]
                if not page["has_more"]:
                    break
            statuses.append(page["transactions_update_status"])
            oldest.append(min((row["date"] for row in page["added"]), default=""))
        assert bank.settle_webhooks()

    assert statuses == ["NOT_READY", "INITIAL_UPDATE_COMPLETE", "HISTORICAL_UPDATE_COMPLETE"]
    assert oldest[0] == ""
    assert oldest[1] >= "2026-05-16" > oldest[2] >= "2026-03-17"
    assert receiver.codes() == [
        *("INITIAL_UPDATE", "SYNC_UPDATES_AVAILABLE", "SYNC_UPDATES_AVAILABLE", "HISTORICAL_UPDATE"),
    ]
    first, second = (r.told for r in receiver.posts if r.code == "SYNC_UPDATES_AVAILABLE")
    assert (first["historical_update_complete"], second["historical_update_complete"]) == (False, True)


def test_a_refused_webhook_is_tried_again_ever_more_slowly_for_a_day(bank: DemoBank) -> None:
    def answer(received: Post) -> int:
        return 500 if received.code == "INITIAL_UPDATE" else 200

    with Receiver(answer) as receiver, bank.serve() as server:
        connect_with_webhook(server, receiver)
        assert bank.settle_webhooks()
        assert receiver.codes() == ["INITIAL_UPDATE", "HISTORICAL_UPDATE"]
        for seconds in (29, 1, 119, 1, 480, 1920, 7680, 30720, 122_880):
            bank.advance(seconds=seconds)
            assert bank.settle_webhooks()
        first = log(server)[0]

    tried = [received for received in receiver.posts if received.code == "INITIAL_UPDATE"]
    assert first["state"] == "failed"
    assert [attempt["status"] for attempt in first["attempts"]] == [500] * 7
    assert [attempt["at"] for attempt in first["attempts"]][:4] == [
        *("2026-06-15T12:00:00Z", "2026-06-15T12:00:30Z", "2026-06-15T12:02:30Z", "2026-06-15T12:10:30Z"),
    ]
    assert len({received.body for received in tried}) == 1
    assert len({received.jwt for received in tried}) == len(tried) == 7


def test_a_receiver_that_refuses_everything_is_given_up(bank: DemoBank) -> None:
    with Receiver(lambda _: 503) as receiver, bank.serve() as server:
        for _ in range(12):
            connect_with_webhook(server, receiver)
        assert bank.settle_webhooks()
        states = [told["state"] for told in log(server)]

    assert states.count("failed") == 5
    assert states.count("pending") == 19


def test_anything_but_200_is_tried_again_until_200_comes(bank: DemoBank) -> None:
    answers = iter([204, 302, 200, 200])
    with Receiver(lambda _: next(answers)) as receiver, bank.serve() as server:
        connect_with_webhook(server, receiver)
        bank.settle_webhooks()
        bank.advance(seconds=30)
        assert bank.settle_webhooks()
        told = log(server)

    assert [entry["state"] for entry in told] == ["delivered", "delivered"]
    assert [attempt["status"] for entry in told for attempt in entry["attempts"]] == [204, 200, 302, 200]


def test_keys_are_rotated_and_expire(bank: DemoBank, server: BankServer, receiver: Receiver) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()
    old = key_of(server, receiver.posts[0].jwt)
    bank.advance(hours=1)

    bank.happen("rotate_keys")
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()

    new = key_of(server, receiver.posts[-1].jwt)
    verify(server, receiver.posts[-1])
    verify(server, receiver.posts[0])
    expired = post(server, "/webhook_verification_key/get", key_id=old["kid"])["key"]["expired_at"]
    assert (old["expired_at"], new["expired_at"]) == (None, None)
    assert new["kid"] != old["kid"]
    assert expired == new["created_at"] == old["created_at"] + 3600


@pytest.mark.parametrize("forgery", ["body", "key", "algorithm", "missing"])
def test_forged_webhooks_do_not_verify(bank: DemoBank, receiver: Receiver, forgery: str) -> None:
    bank.add_fault("webhook_forged", forgery=forgery, calls=[1])
    with bank.serve() as server:
        connect_with_webhook(server, receiver)
        assert bank.settle_webhooks()
        forged, honest = receiver.posts
        verify(server, honest)
        if forgery == "missing":
            assert not forged.jwt
        elif forgery == "key":
            with pytest.raises(AssertionError, match="INVALID_WEBHOOK_VERIFICATION_KEY_ID"):
                key_of(server, forged.jwt)
        else:
            with pytest.raises(jwt.InvalidTokenError):
                verify(server, forged)


def test_webhooks_are_doubled_lost_late_and_out_of_order(bank: DemoBank, receiver: Receiver) -> None:
    bank.add_fault("webhook_duplicate", endpoint="INITIAL_UPDATE", calls=[1])
    bank.add_fault("webhook_lost", endpoint="HISTORICAL_UPDATE", calls=[1])
    bank.add_fault("webhook_late", endpoint="INITIAL_UPDATE", calls=[2], seconds=3600)
    bank.add_fault("webhook_reordered", endpoint="TRANSACTIONS/HISTORICAL_*", calls=[3])
    with bank.serve() as server:
        seen = []
        for _ in range(4):
            connect_with_webhook(server, receiver)
            assert bank.settle_webhooks()
            seen.append(receiver.codes())
        bank.advance(hours=1)
        assert bank.settle_webhooks()

    first, history = "INITIAL_UPDATE", "HISTORICAL_UPDATE"
    assert seen[0] == [first, first]
    assert receiver.posts[0].body == receiver.posts[1].body
    assert seen[1] == [first, first, history]
    assert seen[2] == [*seen[1], first]
    assert seen[3] == [*seen[2], first, history, history]
    assert receiver.codes() == [*seen[3], first]
    assert {fired["kind"] for fired in bank.faults()["fired"]} == {
        *("webhook_duplicate", "webhook_lost", "webhook_late", "webhook_reordered"),
    }


def test_webhooks_go_to_the_loopback_only(bank: DemoBank, server: BankServer) -> None:
    post(
        server,
        "/sandbox/public_token/create",
        institution_id="ins_109508",
        initial_products=["transactions"],
        options={"webhook": "http://192.0.2.1/hook"},
    )
    created = post(
        server,
        "/sandbox/public_token/create",
        institution_id="ins_109508",
        initial_products=["transactions"],
        options={"webhook": "http://192.0.2.1/hook"},
    )
    post(server, "/item/public_token/exchange", public_token=created["public_token"])
    assert bank.settle_webhooks()

    assert log(server)[0]["attempts"][0]["problem"] == "no address of the loopback"
    assert log(server)[0]["attempts"][0]["status"] is None


def test_the_same_seed_sends_the_same_webhooks_to_the_byte() -> None:
    def play() -> list[tuple[bytes, str]]:
        bank = DemoBank(seed=8, rows=150)
        with Receiver() as receiver:
            with bank.serve() as server:
                token = connect_with_webhook(server, receiver)
                assert bank.settle_webhooks()
                post(server, "/transactions/sync", access_token=token)
                post(server, "/item/webhook/update", access_token=token, webhook=receiver.url)
                bank.advance(days=2)
                bank.happen("login_expiry")
                assert bank.settle_webhooks()
            return [(one.body.replace(receiver.url.encode(), b""), one.jwt) for one in receiver.posts]

    first, second = play(), play()

    assert [body for body, _ in first] == [body for body, _ in second]
    # The receiver's port is in one of the bodies: only that signature differs.
    assert sum(a != b for (_, a), (_, b) in zip(first, second, strict=True)) <= 1
    assert len(first) > 5


def test_reset_login_tells_by_a_webhook(bank: DemoBank, server: BankServer, receiver: Receiver) -> None:
    token = connect_with_webhook(server, receiver)

    post(server, "/sandbox/item/reset_login", access_token=token)
    assert bank.settle_webhooks()

    told = receiver.posts[-1].told
    assert (told["webhook_type"], told["webhook_code"]) == ("ITEM", "ERROR")
    assert told["error"]["error_code"] == "ITEM_LOGIN_REQUIRED"
    item = httpx.post(f"{server.url}/item/get", json={"access_token": token}, headers=KEYS, trust_env=False)
    assert item.json()["status"]["last_webhook"]["code_sent"] == "ERROR"


def test_a_running_clock_sends_news_without_being_asked(receiver: Receiver) -> None:
    bank = DemoBank(seed=4, rows=200, clock_factor=50_000)
    with bank.serve() as server:
        token = connect_with_webhook(server, receiver, transactions={"days_requested": 5})
        post(server, "/transactions/sync", access_token=token, count=500)
        assert receiver.wait_for("SYNC_UPDATES_AVAILABLE")
        bank.happen("consent_expiry", days=2)
        assert receiver.wait_for("ERROR")


def test_everyday_shopping_is_told_and_comes_again_after_a_restart(
    bank: DemoBank, server: BankServer, receiver: Receiver
) -> None:
    connect_with_webhook(server, receiver)
    before = {row["transaction_id"] for row in bank.world()["transactions"]}
    other = DemoBank(seed=4, rows=200)

    assert bank.shop()
    assert bank.shop()

    assert bank.settle_webhooks()
    bought = [row for row in bank.world()["transactions"] if row["transaction_id"] not in before]
    assert len(bought) == 2
    assert all(row["pending"] and row["amount_minor"] > 0 for row in bought)
    assert bought[0]["name"] != "Scripted Purchase"
    with other.serve() as second:
        connect_with_webhook(second, receiver)
        assert other.shop()
        assert other.shop()
        assert other.world()["transactions"] == bank.world()["transactions"]


def test_each_attempt_tells_when_it_was_posted_and_by_which_token(
    server: BankServer, receiver: Receiver, bank: DemoBank
) -> None:
    connect_with_webhook(server, receiver)
    assert bank.settle_webhooks()

    first, *later = log(server)
    attempt = first["attempts"][0]
    assert first["told"] <= attempt["sent"]
    assert attempt["digest"] == sha256(receiver.posts[0].jwt.rpartition(".")[0].encode()).hexdigest()
    after = httpx.get(f"{server.url}/control/webhooks?after={first['number']}", trust_env=False).json()
    assert [entry["number"] for entry in after["webhooks"]] == [entry["number"] for entry in later]


def test_a_bank_that_was_set_ahead_signs_by_the_computers_clock(receiver: Receiver) -> None:
    bank = DemoBank(seed=4, rows=200, real_clock=True)
    with bank.serve() as server:
        connect_with_webhook(server, receiver)
        bank.advance(days=3)
        before = time.time()

        assert bank.shop()

        assert bank.settle_webhooks()
        claims = jwt.decode(receiver.posts[-1].jwt, options={"verify_signature": False})
        assert before - 2 < claims["iat"] < time.time() + 2
