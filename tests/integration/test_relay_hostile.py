"""The relay's server against those who are slow, loud, or up to something, and what survives a restart."""

from __future__ import annotations

import json
import logging
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from budgetsync.relay.protocol import LARGEST_BODY, PAGE, RECEIVE_PATH
from budgetsync.relay.server import exchange, serving
from budgetsync.relay.server.buckets import Rate
from budgetsync.relay.server.guard import Rates
from budgetsync.relay.server.records import Limits
from tests.integration.relay_server import PATIENCE, TOKEN, Desktop, RelayThread, webhook

HEAD = "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nPlaid-Verification: {token}\r\n"


@pytest.fixture(params=[True, False], ids=["quick", "plain"])
def relay(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RelayThread]:
    monkeypatch.setattr(exchange, "BODY_SECONDS", 0.3)
    monkeypatch.setattr(serving, "HEADER_SECONDS", 0.3)
    monkeypatch.setattr(serving, "_SWEEP_SECONDS", 0.1)
    with RelayThread(tmp_path / "relay.sqlite", quick=request.param) as relay:
        yield relay


@pytest.fixture
def desktop(relay: RelayThread) -> Desktop:
    return relay.desktop().pair()


def connect(relay: RelayThread) -> socket.socket:
    return socket.create_connection(("127.0.0.1", relay.port), PATIENCE)


def head(desktop: Desktop, *lines: str) -> bytes:
    path = desktop.address.removeprefix(desktop.url)
    return (HEAD.format(path=path, token=TOKEN) + "".join(f"{line}\r\n" for line in lines) + "\r\n").encode()


def read_to_end(sock: socket.socket) -> bytes:
    told = b""
    try:
        while part := sock.recv(65536):
            told += part
    except ConnectionResetError:
        return told
    return told


def test_who_says_nothing_is_dropped(relay: RelayThread) -> None:
    with connect(relay) as sock:
        assert read_to_end(sock) == b""


def test_who_never_finishes_the_headers_is_dropped(relay: RelayThread) -> None:
    with connect(relay) as sock:
        sock.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        told = b""
        while b"}" not in told:
            told += sock.recv(65536)
        sock.sendall(b"GET /healthz HTTP/1.1\r\nX-Slow: ")
        assert read_to_end(sock) == b""


@pytest.mark.expected_warnings(r"uvicorn\.error: Invalid HTTP request received")
def test_headers_without_end_are_cut_off(relay: RelayThread) -> None:
    with connect(relay) as sock:
        sent = 0
        try:
            sock.sendall(b"GET /healthz HTTP/1.1\r\n")
            while sent < 10_000_000:
                sent += sock.send(b"X-Long: " + b"x" * 1000 + b"\r\n")
        except (BrokenPipeError, ConnectionResetError):
            assert sent < 10_000_000
        else:
            told = read_to_end(sock)
            assert told == b"" or told.startswith(b"HTTP/1.1 4")


def test_a_body_that_does_not_come_is_not_waited_for(relay: RelayThread, desktop: Desktop) -> None:
    with connect(relay) as sock:
        sock.sendall(head(desktop, "Content-Length: 100") + b'{"web')
        told = read_to_end(sock)

    assert told.startswith(b"HTTP/1.1 408 ")
    assert desktop.poll() == []


def test_a_body_that_is_cut_off_is_not_taken_for_a_whole_one(relay: RelayThread, desktop: Desktop) -> None:
    with connect(relay) as sock:
        sock.sendall(head(desktop, "Content-Length: 100") + b"{}")
        sock.shutdown(socket.SHUT_WR)
        read_to_end(sock)

    assert desktop.poll() == []


def test_what_is_too_large_is_refused_however_it_comes(relay: RelayThread, desktop: Desktop) -> None:
    largest = b"{" + b" " * (LARGEST_BODY - 2) + b"}"
    assert desktop.post(largest).status_code == 200
    assert desktop.post(largest + b" ").status_code == 413

    with connect(relay) as sock:
        sock.sendall(head(desktop, "Transfer-Encoding: chunked"))
        told = b""
        try:
            for _ in range(100):
                sock.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
            told = read_to_end(sock)
        except (BrokenPipeError, ConnectionResetError):
            told = b"HTTP/1.1 413 "
    assert told.startswith(b"HTTP/1.1 413 ")
    assert len(desktop.poll()) == 1


@pytest.mark.parametrize("body", [b"", b"[]", b"nothing", b'"x"', b"{", b"\xff\xfe", b'{"webhook_type": 7}'])
def test_what_is_no_webhook_is_refused(desktop: Desktop, body: bytes) -> None:
    answer = desktop.http.post(
        desktop.address,
        content=body,
        headers={"content-type": "application/json", "plaid-verification": TOKEN},
    )

    assert (answer.status_code, answer.json()["error"]) == (400, "MALFORMED")


def test_webhooks_about_link_are_taken_and_thrown_away(desktop: Desktop) -> None:
    body = json.dumps(
        {"webhook_type": "LINK", "webhook_code": "SESSION_FINISHED", "public_tokens": ["public-x"]}
    )

    assert desktop.post(body.encode()).status_code == 200
    assert desktop.poll() == []


def test_a_flood_on_one_mailbox_is_dammed_and_reaches_no_other(relay: RelayThread, desktop: Desktop) -> None:
    statuses = [desktop.post(number=number).status_code for number in range(125)]
    refused = desktop.post()

    assert statuses.count(200) >= 120
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 2
    assert relay.desktop().pair().post().status_code == 200


def test_a_caller_who_floods_is_dammed_and_others_are_not(tmp_path: Path) -> None:
    rates = Rates(caller=Rate(1, 5), session=Rate(1, 5), pairing=Rate(1, 5))
    with RelayThread(tmp_path / "relay.sqlite", rates=rates) as relay:
        desktop = relay.desktop().pair()
        statuses = [desktop.post(number=number).status_code for number in range(10)]
        other = desktop.post(x_forwarded_for="203.0.113.9")
        guesses = [desktop.ask_for_session().status_code for _ in range(10)]
        pairings = [relay.desktop().ask_for_mailbox().status_code for _ in range(10)]

    assert 429 in statuses
    assert other.status_code == 200
    assert 429 in guesses
    assert 429 in pairings


def test_made_up_sessions_are_looked_for_only_so_often(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "relay.sqlite", rates=Rates(look=Rate(0.01, 5))) as relay:
        desktop = relay.desktop().pair()
        assert desktop.poll() == []
        right, desktop.bearer = desktop.bearer, "made-up"
        statuses = [desktop.acknowledge(0).status_code for _ in range(6)]
        desktop.bearer = right

        assert statuses == [401, 401, 401, 401, 401, 429]
        assert desktop.poll() == [], "one that is remembered need not be looked for"


def test_a_device_that_asks_too_often_is_told_to_wait(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "relay.sqlite", rates=Rates(device=Rate(0.01, 3))) as relay:
        desktop = relay.desktop().pair()
        answers = [desktop.call("GET", "/devices") for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert int(answers[-1].headers["retry-after"]) > 1


@pytest.mark.parametrize("quick", [True, False])
def test_who_does_not_read_is_cut_off_and_finds_everything_later(tmp_path: Path, *, quick: bool) -> None:
    limits = Limits(size=2**30, entries=10_000)
    rates = Rates(mailbox=Rate(1000, 1000))
    with RelayThread(tmp_path / "relay.sqlite", limits=limits, rates=rates, quick=quick) as relay:
        desktop = relay.desktop().pair()
        posted = 0
        with connect_deaf(relay, desktop) as sock:
            while not relay.listens(desktop.device):
                assert sock.fileno() >= 0
            while relay.listens(desktop.device):
                assert desktop.post(padded(posted)).status_code == 200
                posted += 1
            assert 'streams_ended_total{reason="slow"} 1' in desktop.http.get(relay.url + "/metrics").text

        assert posted > PAGE
        seen: list[int] = []
        while page := desktop.poll(after=len(seen)):
            seen += [event["seq"] for event in page]
        assert seen == list(range(1, posted + 1))


def padded(number: int) -> bytes:
    return json.dumps({"webhook_type": "ITEM", "number": number, "padding": "x" * 60_000}).encode()


def connect_deaf(relay: RelayThread, desktop: Desktop) -> socket.socket:
    """Opens a stream that nobody reads from."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    sock.connect(("127.0.0.1", relay.port))
    sock.sendall(
        f"GET /v1/mailboxes/{desktop.mailbox}/events HTTP/1.1\r\nHost: x\r\n"
        f"Authorization: Bearer {desktop.bearer}\r\n\r\n".encode()
    )
    return sock


def test_more_connections_than_allowed_are_dropped(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "relay.sqlite", most=2) as relay:
        first, second, third = connect(relay), connect(relay), connect(relay)
        with first, second, third:
            assert read_to_end(third) == b""
            second.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            assert second.recv(65536).startswith(b"HTTP/1.1 200")


@pytest.mark.expected_warnings(r"relay\.server\.translating: the storage did not do it")
def test_a_disk_that_is_nearly_full_takes_nothing_and_says_when_to_try_again(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "relay.sqlite") as relay:
        desktop = relay.desktop().pair()
    with RelayThread(tmp_path / "relay.sqlite", port=relay.port, limits=Limits(room=2**60)) as relay:
        again = relay.desktop()
        again.address = desktop.address
        answer = again.post()

    assert (answer.status_code, answer.json()["error"]) == (503, "FULL")
    assert int(answer.headers["retry-after"]) >= 1


def test_a_relay_that_stops_ends_its_streams_and_goes_on_where_it_was(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "relay.sqlite") as relay:
        desktop = relay.desktop().pair()
        desktop.post(number=1)
        with desktop.listen() as stream:
            stream.read()
            stream.read()
            relay.server.ask_to_stop()
            assert stream.read() == {"event": "the end"}
    with RelayThread(tmp_path / "relay.sqlite", port=relay.port) as relay:
        again = relay.desktop()
        again.mailbox, again.bearer, again.address = desktop.mailbox, desktop.bearer, desktop.address
        again.epoch, again.seal = desktop.epoch, desktop.seal
        again.post(number=2)
        with again.listen(f"{desktop.epoch}-1") as stream:
            assert stream.read()["data"] == {"epoch": desktop.epoch, "head": 2}
            assert again.unseal(stream.read()["data"])[1] == webhook(2)


def test_nothing_that_is_secret_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    with RelayThread(tmp_path / "relay.sqlite") as relay:
        desktop = relay.desktop().pair()
        desktop.post(webhook(41))
        desktop.post(b"{")
        desktop.poll()
        desktop.acknowledge(1)
        desktop.call("POST", "/addresses")
        desktop.http.post(relay.url + RECEIVE_PATH + "/unknown-address", content=b"{}")
        desktop.call("DELETE", "")
    told = [
        record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))
    ]
    out, err = capfd.readouterr()
    text = "\n".join([*told, out, err])

    address = desktop.address.rpartition("/")[2]
    for secret in (desktop.mailbox, desktop.bearer, address, TOKEN, "unknown-address", "webhook_code"):
        assert secret not in text
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (desktop.bearer, address, TOKEN, "webhook_code"):
        assert secret.encode() not in stored


@pytest.mark.parametrize("path", ["/v1/session", "/v1/mailboxes"])
@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"mailbox":7}', b"{" * 8000, b"x" * 20_000, re.sub(rb" ", b"", b'{"sig" : null}')],
)
def test_requests_that_cannot_be_read_are_malformed(relay: RelayThread, path: str, body: bytes) -> None:
    answer = relay.desktop().http.post(relay.url + path, content=body)

    assert answer.status_code in {400, 413}
    assert set(answer.json()) == {"error", "message"}


def test_it_stops_though_somebody_does_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "STOP_SECONDS", 1)
    begun = time.monotonic()
    with RelayThread(tmp_path / "relay.sqlite") as relay:
        desktop = relay.desktop().pair()
        for number in range(20):
            desktop.post(padded(number))
        sock = connect_deaf(relay, desktop)
        while not relay.listens(desktop.device):
            assert sock.fileno() >= 0
    sock.close()
    assert time.monotonic() - begun < PATIENCE
