"""PlaidProvider against a server that misbehaves: our errors, no secrets, nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from budgetsync.domain.errors import (
    ItemGone,
    Offline,
    ProviderError,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
)
from budgetsync.domain.sync import SyncPage
from budgetsync.providers.plaid import client as client_module
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from tests.integration import hostile_server as hostile
from tests.integration.hostile_server import Answer, HostileServer

CLIENT_ID, SECRET, TOKEN = "client-id-canary", "secret-canary", "access-sandbox-canary"
GOOD = json.dumps(
    {"accounts": [], "added": [], "modified": [], "removed": [], "next_cursor": "c", "has_more": False}
).encode()
HTML = b"<html><body><h1>Bad gateway</h1> access-sandbox-canary</body></html>"
QUICK = 0.3  # seconds that the provider waits here


def sockets() -> int:
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sum(str(link.readlink()).startswith("socket:") for link in links)


def callers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("plaid/")]


@pytest.fixture(autouse=True)
def nothing_stays() -> Iterator[None]:
    before = sockets()
    yield
    for thread in callers():
        thread.join(20)
    assert callers() == []
    gc.collect()
    assert sockets() <= before


def fetch(url: str) -> SyncPage:
    async def run() -> SyncPage:
        provider = PlaidProvider(url, CLIENT_ID, SECRET, b"".join, read_timeout=QUICK, deadline=2 * QUICK)
        try:
            return await provider.fetch_page(TOKEN, "")
        finally:
            provider.close()

    return asyncio.run(run())


def failure(*answers: Answer) -> ProviderError:
    with HostileServer(*answers) as server, pytest.raises(ProviderError) as caught:
        fetch(server.url)
    error = caught.value
    told = f"{error!r} {error} {error.title} {error.action} {error.code}"
    assert not [
        canary for canary in (CLIENT_ID, SECRET, TOKEN, "canary", "<html", "127.0.0.1") if canary in told
    ]
    assert error.action
    return error


@pytest.mark.parametrize(
    "answer",
    [
        hostile.silence,
        hostile.hang_up,
        hostile.reset_after(b""),
        hostile.reset_after(hostile.head(length=5000) + GOOD),
        hostile.cut_off(GOOD[:40], 5000),
        hostile.cut_off(GOOD, 5000),
        hostile.answers(GOOD[:40]),
        hostile.answers(b""),
        hostile.answers(HTML, Content_Type="text/html"),
        hostile.answers(HTML, Content_Type="application/json"),
        hostile.answers(b"\xff\xfe\xfa"),
        hostile.answers(b"not gzip", Content_Encoding="gzip"),
        hostile.answers(HTML, "500 Internal Server Error"),
        hostile.answers(HTML, "502 Bad Gateway"),
        hostile.answers(HTML, "503 Service Unavailable"),
        hostile.answers(b"", "504 Gateway Timeout"),
        hostile.answers(HTML, "403 Forbidden"),
        hostile.answers(b"\xff\xfe\xfa", "400 Bad Request"),
        hostile.answers(b"\xff\xfe\xfa", "502 Bad Gateway"),
        hostile.answers(b'{"error_code":', "400 Bad Request"),
        hostile.answers(b"", "204 No Content"),
        hostile.reset_after(b"HTTP/1.1 200 OK\r\nContent-Le"),
        hostile.reset_after(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        hostile.reset_after(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"),
        hostile.reset_after(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n"),
        hostile.reset_after(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"),
    ],
    ids=range(26),
)
def test_whatever_breaks_on_the_way_is_unavailable(answer: Answer) -> None:
    assert isinstance(failure(answer), ProviderUnavailable)


def test_a_connection_that_is_refused_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    with pytest.raises(Offline) as caught:
        fetch(f"http://127.0.0.1:{port}")

    assert "network" in caught.value.action


def test_a_name_that_does_not_exist_is_offline() -> None:
    with pytest.raises(Offline):
        fetch("http://nowhere.invalid")


def test_a_server_that_is_no_tls_is_offline_with_a_hint() -> None:
    plain = hostile.answers(HTML, "400 Bad Request")
    with HostileServer(plain, eager=True) as server, pytest.raises(Offline) as caught:
        fetch(server.url.replace("http", "https"))

    assert "clock" in caught.value.action


@pytest.mark.parametrize(
    "answer",
    [
        hostile.drip(hostile.head(length=10_000), b" ", QUICK / 6),
        hostile.drip(hostile.head("500 Broken", length=10_000), b" ", QUICK / 6),
        hostile.drip(b"HTTP/1.1 200 OK\r\nX: ", b"y", QUICK / 6),
    ],
    ids=["body", "body of an error", "head"],
)
def test_a_slow_drip_is_given_up_at_the_deadline(answer: Answer) -> None:
    began = time.monotonic()

    assert isinstance(failure(answer), ProviderUnavailable)

    assert time.monotonic() - began < 20 * QUICK


def test_silence_is_given_up_after_the_read_timeout() -> None:
    assert "in time" in failure(hostile.silence).message


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry_After": "7"}, 7.0),
        ({"retry_after": "999999"}, 3600.0),
        ({"Retry_After": "x"}, None),
    ],
)
def test_too_many_requests(headers: dict[str, str], seconds: float | None) -> None:
    for answer in (
        hostile.plaid_error(
            "TRANSACTIONS_SYNC_LIMIT", "RATE_LIMIT_EXCEEDED", "429 Too Many Requests", **headers
        ),
        hostile.answers(HTML, "429 Too Many Requests", **headers),
        hostile.answers(b"\xff\xfe\xfa", "429 Too Many Requests", **headers),
    ):
        error = failure(answer)
        assert isinstance(error, RateLimited)
        assert error.retry_after == seconds


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("ITEM_LOGIN_REQUIRED", "400 Bad Request", ReauthRequired),
        ("ITEM_NOT_FOUND", "400 Bad Request", ItemGone),
        ("INVALID_API_KEYS", "400 Bad Request", ProviderRejected),
        ("UNAUTHORIZED_ENVIRONMENT", "401 Unauthorized", ProviderRejected),
        ("UNAUTHORIZED_ROUTE_ACCESS", "403 Forbidden", ProviderRejected),
        ("NOT_FOUND", "404 Not Found", ProviderRejected),
        ("CREDITS_EXHAUSTED", "429 Too Many Requests", ProviderRejected),
    ],
)
def test_plaid_s_refusals_keep_their_code_and_request_id(
    code: str, status: str, kind: type[ProviderError]
) -> None:
    error = failure(hostile.plaid_error(code, status=status))

    assert isinstance(error, kind)
    assert (error.code, error.request_id) == (code, "req-1")


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
def test_keys_do_not_follow_a_redirect(status: str) -> None:
    with HostileServer(hostile.answers(GOOD)) as elsewhere:
        error = failure(hostile.answers(b"", status, Location=f"{elsewhere.url}/transactions/sync"))
        assert elsewhere.requests == []

    assert isinstance(error, ProviderUnavailable)


def test_an_answer_may_be_compressed() -> None:
    with HostileServer(hostile.zipped(GOOD)) as server:
        assert fetch(server.url).next_cursor == "c"


def test_an_answer_larger_than_any_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "LARGEST_BODY", 1_000_000)

    assert "larger" in failure(hostile.flood(64 * 1024 * 1024)).message


def test_a_compressed_bomb_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "LARGEST_BODY", 1_000_000)

    assert "larger" in failure(hostile.zipped(b" " * 50_000_000)).message


def test_keys_go_in_headers_and_the_token_in_the_body() -> None:
    with HostileServer(hostile.answers(GOOD)) as server:
        fetch(server.url)
        head, _, body = server.requests[0].partition(b"\r\n\r\n")

    line, *headers = head.decode().split("\r\n")
    names = {name.lower(): value.strip() for name, _, value in (header.partition(":") for header in headers)}
    assert line == "POST /transactions/sync HTTP/1.1"
    assert (names["plaid-client-id"], names["plaid-secret"]) == (CLIENT_ID, SECRET)
    assert (names["plaid-version"], names["content-type"]) == ("2020-09-14", "application/json")
    sent = json.loads(body)
    assert (sent["access_token"], sent["count"]) == (TOKEN, 500)
    assert "cursor" not in sent


def test_one_connection_serves_calls_that_follow_each_other_and_a_dropped_one_is_made_anew() -> None:
    async def run(url: str) -> list[str]:
        provider = PlaidProvider(url, CLIENT_ID, SECRET, b"".join, read_timeout=5 * QUICK)
        try:
            told = []
            for _ in range(5):
                try:
                    told.append((await provider.fetch_page(TOKEN, "c")).next_cursor)
                except ProviderUnavailable:
                    told.append("-")
        finally:
            provider.close()
        return told

    good = hostile.answers(GOOD)
    with HostileServer(good, good, hostile.reset_after(b""), good) as server:
        told = asyncio.run(run(server.url))

    assert told == ["c", "c", "-", "c", "c"]


def test_a_cancelled_call_ends_by_itself() -> None:
    async def run(url: str) -> None:
        provider = PlaidProvider(url, CLIENT_ID, SECRET, b"".join, read_timeout=QUICK)
        call = asyncio.create_task(provider.fetch_page(TOKEN, ""))
        assert await asyncio.to_thread(server.asked.wait, 20)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        provider.close()

    with HostileServer(hostile.silence) as server:
        asyncio.run(run(server.url))


def test_calls_that_fail_leave_no_connection_open_until_the_collector_comes() -> None:
    async def fail(url: str) -> int:
        provider = PlaidProvider(url, DEMO_CLIENT_ID, DEMO_SECRET, b"".join)
        with pytest.raises(ItemGone):
            await provider.fetch_page(TOKEN, "")
        before = sockets()
        for _ in range(5):
            with pytest.raises(ItemGone):
                await provider.fetch_page(TOKEN, "")
        provider.close()
        return sockets() - before

    with DemoBank(seed=5, rows=60).serve() as server:
        assert asyncio.run(fail(server.url)) <= 0
