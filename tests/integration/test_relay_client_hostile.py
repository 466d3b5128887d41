"""Whatever answers at the relay's address: bounded time and memory, our own errors, and nothing secret in them."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import threading
import tracemalloc
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import pytest

from budgetsync.domain.errors import RelayError, RelayRefused, RelayUnreachable
from budgetsync.domain.realtime import LightState, Mailbox
from budgetsync.relay.client import connection, wire
from tests.integration.hostile_server import (
    Answer,
    HostileServer,
    answers,
    cut_off,
    drip,
    flood,
    hang_up,
    head,
    reset_after,
    silence,
    zipped,
)
from tests.integration.mailbox_reader import Reader

JSON = "application/json"
NONCE = answers(b'{"nonce": "n", "seconds": 60}', Content_Type=JSON)
BEARER = answers(b'{"bearer": "the-bearer", "seconds": 900}', Content_Type=JSON)
STREAM = head(length=None, Content_Type="text/event-stream")
HELLO = b'event: hello\ndata: {"epoch": "e", "head": 0}\n\n'
MOST = 24 * 1024 * 1024
"""Bytes that a client may have while somebody floods it; most of them are what it is made of."""

AskOf = Callable[[Reader, Mailbox], Coroutine[Any, Any, object]]


def endless_head(connection: socket.socket, end: threading.Event) -> None:
    """Send headers without end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while not end.is_set():
        connection.sendall(b"X-More: " + b"y" * 60_000 + b"\r\n")


def endless_stream(line: bytes) -> Answer:
    """Begin a stream properly and then send the same for ever."""

    def send(connection: socket.socket, end: threading.Event) -> None:
        connection.sendall(STREAM + HELLO)
        block = line * (65536 // len(line))
        while not end.is_set():
            connection.sendall(block)

    return send


def redirect(connection: socket.socket, _end: threading.Event) -> None:
    """Send on to itself."""
    host, port = connection.getsockname()
    connection.sendall(head("307 Temporary Redirect", 0, Location=f"http://{host}:{port}/v1/session"))


def not_http(connection: socket.socket, _end: threading.Event) -> None:
    """Speak another language."""
    connection.sendall(b"220 mail.example.org ESMTP ready\r\n")


def unpacks_to_much() -> Answer:
    """Answer a little that stands for very much."""
    return zipped(b" " * (64 * 1024 * 1024))


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nobody wait for long."""
    monkeypatch.setattr(wire, "PATIENCE", 1.0)
    monkeypatch.setattr(connection, "HELLO_PATIENCE", 1.0)
    monkeypatch.setattr(connection, "_SILENCE", 1.0)


def mailbox_at(server: HostileServer) -> Mailbox:
    """A mailbox there."""
    address = f"{server.url}/api/plaid/webhook/secret-address"
    return Mailbox(server.url, "secret-mailbox", "device", address, "e", 0, datetime.now(UTC))


HOSTILE: dict[str, Answer] = {
    "hangs up": hang_up,
    "resets": reset_after(b""),
    "resets in the middle": reset_after(head(length=100) + b"{"),
    "cuts off": cut_off(b'{"nonce"', 100),
    "silence": silence,
    "drips its headers": drip(b"HTTP/1.1 200 OK\r\nX: ", b"y", 0.05),
    "drips its body": drip(head(length=10_000), b" ", 0.05),
    "floods headers": endless_head,
    "floods": flood(1 << 30),
    "packs a flood": unpacks_to_much(),
    "redirects to itself": redirect,
    "speaks no HTTP": not_http,
    "wrong JSON": answers(b"[1, 2", Content_Type=JSON),
    "brackets": answers(b"[" * 60_000, Content_Type=JSON),
    "wrong types": answers(b'{"nonce": 7, "bearer": [], "mailbox": {}, "devices": 1}', Content_Type=JSON),
    "a page": answers(b"<html>Sign in to this hotel's network</html>", Content_Type="text/html"),
    "an error": answers(b"", "500 Internal Server Error"),
    "a wrong 404": answers(b"<html>404</html>", "404 Not Found"),
    "unpaired surrogates": answers(b'{"nonce": "\\ud800", "seconds": 60}', Content_Type=JSON),
    "odd bytes": answers(b"\xff\xfe\x00", Content_Type=JSON),
}
ASKED: dict[str, AskOf] = {
    "pair": lambda reader, mailbox: reader.client.pair(mailbox.relay, "laptop", "invite"),
    "list": lambda reader, mailbox: reader.client.list_devices(mailbox),
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_only_our_own_errors_come_out_in_time_and_say_nothing_secret(hostile: str, asked: str) -> None:
    async def scene() -> RelayError:
        reader = Reader()
        await reader.client.make_request(server.url, "laptop")  # which makes keys
        with pytest.raises(RelayError) as raised:
            async with asyncio.timeout(10):
                await ASKED[asked](reader, mailbox_at(server))
        return raised.value

    with HostileServer(HOSTILE[hostile]) as server:
        error = asyncio.run(scene())
    assert isinstance(error, RelayUnreachable)
    assert "secret" not in str(error)
    assert server.url.rpartition(":")[2] not in str(error)
    assert error.__cause__ is None


@pytest.mark.parametrize(
    "line", [b"x", b"data: 1\n", b"\n", b":\n", b"event: webhook\nid: e-1\ndata: {}\n\n"]
)
def test_a_stream_without_end_is_cut_off_and_takes_little_memory(line: bytes) -> None:
    async def scene() -> int:
        reader = Reader()
        await reader.client.make_request(server.url, "laptop")
        tracemalloc.start()
        try:
            async with reader.following(mailbox_at(server)):
                await reader.until(lambda: LightState.UNREACHABLE in reader.states)
                return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    with HostileServer(NONCE, BEARER, endless_stream(line), silence) as server:
        assert asyncio.run(scene()) < MOST


@pytest.mark.parametrize(
    "stream",
    [
        reset_after(STREAM + HELLO),
        drip(STREAM, b":", 0.05),
        drip(STREAM + HELLO + b"data: ", b"y", 5.0),
        answers(HELLO, Content_Type="text/html"),
        answers(HELLO, Content_Type="text/event-stream", Content_Encoding="gzip"),
        answers(b"event: hello\ndata: 7\n\n", Content_Type="text/event-stream"),
        silence,
    ],
    ids=["reset", "drips", "stops in a line", "another type", "packed", "another hello", "silence"],
)
def test_a_bad_stream_is_left_and_a_good_one_found_afterwards(stream: Answer) -> None:
    async def scene() -> None:
        reader = Reader()
        await reader.client.make_request(server.url, "laptop")
        async with reader.following(mailbox_at(server)):
            await reader.until_light(LightState.ON)

    good = drip(STREAM + HELLO, b":\n", 0.2)
    with HostileServer(NONCE, BEARER, stream, good) as server:
        asyncio.run(scene())


def test_what_a_relay_refuses_in_its_own_words_is_for_good() -> None:
    async def scene() -> None:
        reader = Reader()
        await reader.client.make_request(server.url, "laptop")
        with pytest.raises(RelayRefused):
            await reader.client.list_devices(mailbox_at(server))

    words = json.dumps({"error": "NOT_FOUND", "message": "There is nothing here."}).encode()
    with HostileServer(answers(words, "404 Not Found", Content_Type=JSON)) as server:
        asyncio.run(scene())


@pytest.mark.parametrize(
    "paired",
    [
        {"mailbox": "../../etc"},
        {"device": "a/b"},
        {"address": "http://relay.example.org/x"},
        {"address": "file:///etc/passwd"},
        {"address": "https://" + "x" * 600},
        {"mailbox": ""},
    ],
)
def test_names_and_addresses_that_could_lead_astray_are_not_taken(paired: dict[str, str]) -> None:
    async def scene() -> None:
        with pytest.raises(RelayUnreachable, match="cannot be used"):
            await Reader().client.pair(server.url, "laptop", "")

    words = {"mailbox": "m", "device": "d", "address": "https://relay.example.org/x", "epoch": "e"} | paired
    with HostileServer(answers(json.dumps(words).encode(), "201 Created", Content_Type=JSON)) as server:
        asyncio.run(scene())


def test_a_bearer_that_would_be_another_header_is_not_used() -> None:
    async def scene() -> None:
        reader = Reader()
        await reader.client.make_request(server.url, "laptop")
        with pytest.raises(RelayUnreachable):
            await reader.client.list_devices(mailbox_at(server))

    bearer = answers(b'{"bearer": "x\\r\\nX-Evil: 1", "seconds": 900}', Content_Type=JSON)
    with HostileServer(NONCE, bearer) as server:
        asyncio.run(scene())
        assert not any(b"X-Evil" in request for request in server.requests)


def test_no_log_tells_a_mailbox_an_address_or_a_bearer(caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        reader = Reader()
        await reader.client.make_request(server.url, "laptop")
        async with reader.following(mailbox_at(server)):
            await reader.until_light(LightState.ON)
        result = await reader.client.test(mailbox_at(server))
        assert result.trouble is not None
        assert "secret" not in result.trouble.message

    caplog.set_level(logging.INFO)
    with HostileServer(
        NONCE, BEARER, reset_after(STREAM + HELLO), drip(STREAM + HELLO, b":\n", 0.2)
    ) as server:
        asyncio.run(scene())
    for record in caplog.records:
        for secret in ("secret-mailbox", "secret-address", "the-bearer"):
            assert secret not in record.getMessage()
