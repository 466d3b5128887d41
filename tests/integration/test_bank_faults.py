"""The fault plan of the demo bank: each kind on the wire, and the ways to say when."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from budgetsync.sandbox import BankServer, DemoBank
from tests.contract.receiver import KEYS, post

SYNC = "/transactions/sync"


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=3, rows=900)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


@pytest.fixture
def http(server: BankServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers=KEYS, trust_env=False, timeout=10) as client:
        yield client


@pytest.fixture
def token(server: BankServer) -> str:
    created = post(
        server, "/sandbox/public_token/create", institution_id="ins_109508", initial_products=["transactions"]
    )
    return str(
        post(server, "/item/public_token/exchange", public_token=created["public_token"])["access_token"]
    )


def sync(http: httpx.Client, token: str, **more: object) -> httpx.Response:
    return http.post(SYNC, json={"access_token": token, **more})


def kinds(bank: DemoBank) -> list[str]:
    return [fired["kind"] for fired in bank.faults()["fired"]]


@pytest.mark.parametrize("retry_after", [None, 7, "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_too_many_calls_with_and_without_retry_after(
    bank: DemoBank, http: httpx.Client, token: str, retry_after: str | int | None
) -> None:
    bank.add_fault("rate_limited", endpoint=SYNC, calls=[1], retry_after=retry_after)

    refused, served = sync(http, token), sync(http, token)

    assert (refused.status_code, refused.json()["error_type"]) == (429, "RATE_LIMIT_EXCEEDED")
    assert refused.headers.get("retry-after") == (None if retry_after is None else str(retry_after))
    assert served.status_code == 200


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_errors_of_the_server(bank: DemoBank, http: httpx.Client, token: str, status: int) -> None:
    bank.add_fault("server_error", endpoint="/transactions/*", status=status, times=1)

    refused = sync(http, token)

    assert (refused.status_code, refused.json()["error_type"]) == (status, "API_ERROR")
    assert sync(http, token).status_code == 200


def test_any_error_of_plaids(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("error", endpoint=SYNC, code="INSTITUTION_NOT_AVAILABLE", times=1)

    refused = sync(http, token)

    assert (refused.status_code, refused.json()["error_code"]) == (400, "INSTITUTION_NOT_AVAILABLE")
    assert refused.json()["error_type"] == "INSTITUTION_ERROR"


def test_the_answer_never_comes(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("read_timeout", endpoint=SYNC, times=1)

    with pytest.raises(httpx.ReadTimeout):
        http.post(SYNC, json={"access_token": token}, timeout=0.2)

    assert sync(http, token).status_code == 200


def test_the_connection_is_reset_in_mid_body(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("reset", endpoint=SYNC, times=1)

    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        sync(http, token, count=500)

    assert len(sync(http, token, count=500).json()["added"]) > 200


def test_json_is_cut_off(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("truncated_json", endpoint=SYNC, times=1)

    answer = sync(http, token)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json; charset=utf-8")
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_html_comes_and_another_content_type(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("html", endpoint=SYNC, calls=[1], status=502)
    bank.add_fault("wrong_content_type", endpoint=SYNC, calls=[2])

    page, text = sync(http, token), sync(http, token)

    assert (page.status_code, page.headers["content-type"]) == (502, "text/html; charset=utf-8")
    assert "<h1>" in page.text
    assert text.headers["content-type"].startswith("text/plain")
    assert text.json()["added"]


def test_the_body_drips(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("slow_drip", endpoint=SYNC, times=1, seconds=0.2)

    with http.stream("POST", SYNC, json={"access_token": token}) as answer:
        parts = list(answer.iter_raw())

    assert len(parts) >= 4
    assert json.loads(b"".join(parts))["added"]


def test_nobody_can_connect_for_a_while(
    bank: DemoBank, server: BankServer, http: httpx.Client, token: str
) -> None:
    bank.add_fault("connect_timeout", endpoint=SYNC, times=1, seconds=1.0)
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        sync(http, token)

    with httpx.Client(base_url=server.url, headers=KEYS, trust_env=False) as stranger:
        with pytest.raises(httpx.ConnectTimeout):
            stranger.post(SYNC, json={"access_token": token}, timeout=0.2)
        # The system asks again by itself, and is heard once the bank listens.
        assert stranger.post(SYNC, json={"access_token": token}, timeout=20).status_code == 200


def test_rows_change_on_a_page_of_the_loop(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("mutation", endpoint=SYNC, page=3, times=1)
    pages: list[httpx.Response] = []
    for _ in range(3):
        cursor = pages[-1].json()["next_cursor"] if pages else ""
        pages.append(sync(http, token, cursor=cursor, count=50))

    assert [page.status_code for page in pages] == [200, 200, 400]
    assert pages[-1].json()["error_code"] == "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION"
    again = [row["transaction_id"] for row in sync(http, token, count=500).json()["added"]]
    truth = {row["transaction_id"] for row in bank.world()["transactions"]}
    assert set(again) == truth
    changed = [row for row in bank.world()["transactions"] if len(row["history"]) > 1]
    assert [version["change"] for version in changed[0]["history"]] == ["added", "modified"]


def test_a_login_is_required_in_mid_loop(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("login_required", endpoint=SYNC, page=2, times=1)
    first = sync(http, token, count=50).json()

    second = sync(http, token, count=50, cursor=first["next_cursor"])

    assert second.json()["error_code"] == "ITEM_LOGIN_REQUIRED"
    bank.happen("login_repaired")
    assert sync(http, token, count=50, cursor=first["next_cursor"]).status_code == 200


def test_chance_follows_the_seed() -> None:
    def struck(seed: int) -> list[int]:
        bank = DemoBank(seed=seed, rows=20)
        bank.add_fault("server_error", endpoint="/categories/get", probability=0.3)
        with bank.serve() as server, httpx.Client(base_url=server.url, trust_env=False) as http:
            return [http.post("/categories/get", json={}).status_code for _ in range(60)]

    first = struck(1)

    assert first == struck(1)
    assert first != struck(2)
    assert 8 <= first.count(503) <= 30


def test_the_same_seed_breaks_the_same_answers_to_the_byte() -> None:
    def play() -> list[bytes]:
        bank = DemoBank(seed=6, rows=120)
        for number, kind in enumerate(("truncated_json", "html", "wrong_content_type", "rate_limited")):
            bank.add_fault(kind, endpoint="/*", probability=0.1 + number / 20)
        with bank.serve() as server, httpx.Client(
            base_url=server.url, headers=KEYS, trust_env=False
        ) as http:  # fmt: skip
            told = []
            for number in range(40):
                answer = http.post(
                    "/institutions/get", json={"count": 1, "offset": number, "country_codes": ["US"]}
                )
                told += [str(answer.status_code).encode(), answer.content]
            return [*told, http.get("/control/faults").content, http.get("/control/requests").content]

    first = play()

    assert first == play()
    assert {b"200", b"429", b"503"} <= set(first)


def test_a_stretch_of_time_and_every_so_many_calls(bank: DemoBank, http: httpx.Client) -> None:
    bank.add_fault("server_error", endpoint="/categories/*", after_seconds=60, for_seconds=60)
    bank.add_fault("html", endpoint="/categories/*", every=3, status=500)

    def ask() -> int:
        return http.post("/categories/get", json={}).status_code

    assert [ask() for _ in range(4)] == [200, 200, 500, 200]
    bank.advance(minutes=1)
    assert [ask() for _ in range(2)] == [503, 503]
    bank.advance(minutes=1)
    assert [ask() for _ in range(3)] == [200, 200, 500]


def test_the_plan_by_its_interface(http: httpx.Client) -> None:
    made = http.post(
        "/control/faults", json={"rules": [{"kind": "html"}, {"kind": "reset", "endpoint": "/x"}]}
    )
    numbers = [rule["number"] for rule in made.json()["rules"]]
    assert numbers == [1, 2]
    assert http.post("/categories/get", json={}).status_code == 503

    told: dict[str, Any] = http.get("/control/faults").json()
    assert [(rule["kind"], rule["seen"], rule["struck"]) for rule in told["rules"]] == [
        ("html", 1, 1),
        ("reset", 0, 0),
    ]
    (fired,) = told["fired"]
    assert (fired["rule"], fired["kind"], fired["endpoint"], fired["call"]) == (
        1,
        "html",
        "/categories/get",
        1,
    )
    left = http.delete("/control/faults", params={"number": 1}).json()
    assert [rule["number"] for rule in left["rules"]] == [2]
    assert http.delete("/control/faults").json()["rules"] == []
    assert http.post("/categories/get", json={}).status_code == 200


@pytest.mark.parametrize(
    "rule",
    [
        b'{"kind": "gremlins"}',
        b'{"kind": "html", "colour": "red"}',
        b'{"kind": "html", "probability": 2}',
        b'{"kind": "html", "status": 200}',
        b'{"kind": "webhook_forged", "forgery": "charm"}',
        b"not json",
    ],
)
def test_rules_that_cannot_be(http: httpx.Client, rule: bytes, tmp_path: Path) -> None:
    assert http.post("/control/faults", content=rule).status_code == 400
    (tmp_path / "plan.json").write_bytes(rule)
    with pytest.raises(ValueError, match="fault plan"):
        DemoBank(rows=10, faults_path=tmp_path / "plan.json")


def test_the_plan_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(
        '[{"kind": "server_error", "endpoint": "/categories/get", "status": 500}]'
    )
    bank = DemoBank(rows=10, faults_path=tmp_path / "plan.json")

    async def ask() -> int:
        transport = httpx.ASGITransport(bank.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://bank") as client:
            return (await client.post("/categories/get", json={})).status_code

    assert asyncio.run(ask()) == 500


def test_what_was_asked_is_told_without_secrets(bank: DemoBank, http: httpx.Client, token: str) -> None:
    bank.add_fault("html", endpoint=SYNC, times=1)
    sync(http, token, cursor="")
    http.post("/item/get", json={"access_token": "nonsense"})

    told = http.get("/control/requests", params={"path": SYNC}).json()
    every = http.get("/control/requests").text

    assert told["count"] == 4
    (asked,) = told["requests"]
    assert (asked["status"], asked["fault"], asked["body"]["cursor"]) == (200, "html", "")
    assert asked["item_id"] == bank.world(transactions=False)["items"][0]["item_id"]
    assert token not in every
    assert KEYS["PLAID-SECRET"] not in every
    assert json.loads(every)["requests"][-1]["error_code"] == "INVALID_ACCESS_TOKEN"


def test_limits_are_plaids_own() -> None:
    with DemoBank(rows=20, limits=True).serve() as server, httpx.Client(
        base_url=server.url, headers=KEYS, trust_env=False
    ) as http:  # fmt: skip
        created = post(
            server,
            "/sandbox/public_token/create",
            institution_id="ins_109509",
            initial_products=["transactions"],
        )
        access = post(server, "/item/public_token/exchange", public_token=created["public_token"])[
            "access_token"
        ]
        accounts = [http.post("/accounts/get", json={"access_token": access}) for _ in range(16)]
        syncs = [sync(http, access).status_code for _ in range(51)]

    assert [answer.status_code for answer in accounts] == [200] * 15 + [429]
    refused = accounts[-1].json()
    assert (refused["error_type"], refused["error_code"]) == ("RATE_LIMIT_EXCEEDED", "ACCOUNTS_LIMIT")
    assert "retry-after" not in accounts[-1].headers
    assert syncs == [200] * 50 + [429]


def test_stopping_in_the_middle_of_a_fault_leaves_no_thread(bank: DemoBank) -> None:
    bank.add_fault("read_timeout", endpoint="/categories/get")
    server = bank.serve()
    with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as line:
        line.sendall(b"POST /categories/get HTTP/1.1\r\nHost: bank\r\nContent-Length: 2\r\n\r\n{}")
        while not bank.faults()["fired"]:
            httpx.get(f"{server.url}/control/clock", trust_env=False)
        line.shutdown(socket.SHUT_RDWR)
    server.stop()

    assert not [thread for thread in threading.enumerate() if thread.name.startswith("demo-bank")]


def test_without_a_network_a_broken_connection_is_an_exception() -> None:
    bank = DemoBank(rows=10)
    bank.add_fault("reset", endpoint="/categories/get")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(bank.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://bank") as client:
            return await client.post("/categories/get", json={})

    with pytest.raises(ConnectionResetError):
        asyncio.run(ask())
