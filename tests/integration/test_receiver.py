"""The receiver of the direct way, by real sockets: who gets in, what is answered when, and who is cut off."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

import pytest

from budgetsync.domain.errors import RelayError, StoreFull
from budgetsync.domain.webhook import Delivery, Route
from budgetsync.host.clock import SystemClock
from budgetsync.relay.receiver import HttpReceiver
from budgetsync.relay.receiving import BURST, Patience
from tests.contract.receiver import post
from tests.integration.household import MakeHousehold

SECRET = "path-secret-of-the-tests"
BODY = b'{\n  "webhook_type": "ITEM"\n}'
TOKEN = "a.b.c"
HURRIED = Patience(head=0.2, body=0.2, answer=0.2, life=20)

Take = Callable[[Delivery], Awaitable[None]]


class Taker:
    """Commits what comes by keeping it, or raises what it was given."""

    def __init__(self, error: Exception | None = None) -> None:
        self.taken: list[Delivery] = []
        self.error = error
        self.came = asyncio.Event()

    async def __call__(self, delivery: Delivery) -> None:
        """Keep it."""
        if self.error is not None:
            raise self.error
        self.taken.append(delivery)
        self.came.set()


@asynccontextmanager
async def listening(
    take: Take, secret: str = SECRET, patience: Patience | None = None
) -> AsyncIterator[HttpReceiver]:
    """A receiver on a free port, and its end."""
    changed = asyncio.Event()
    receiver = HttpReceiver("127.0.0.1", 0, lambda: secret, SystemClock(), patience=patience or Patience())
    unwatch = receiver.watch(changed.set)
    following = asyncio.create_task(receiver.follow(take))
    await asyncio.wait_for(changed.wait(), 20)
    try:
        yield receiver
    finally:
        following.cancel()
        changed.clear()
        with suppress(asyncio.CancelledError):
            await following
        assert changed.is_set()
        unwatch()


def request(
    path: str, body: bytes = BODY, *, method: str = "POST", token: str = TOKEN, extra: str = ""
) -> bytes:
    """A webhook as bytes."""
    return (
        f"{method} {path} HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nPlaid-Verification: {token}\r\n{extra}\r\n"
    ).encode() + body


def ask(url: str, sent: bytes) -> tuple[int, bytes]:
    """Send bytes and read until the server closes; status 0 where it said nothing."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=20) as line:
        line.sendall(sent)
        answer = b""
        with suppress(ConnectionResetError):
            while more := line.recv(65536):
                answer += more
    return (int(answer.split(b" ", 2)[1]) if answer else 0), answer


async def answer(url: str, sent: bytes) -> int:
    """The status of the answer."""
    return (await asyncio.to_thread(ask, url, sent))[0]


def run(work: Awaitable[None]) -> None:
    """Run a test's coroutine."""

    async def whole() -> None:
        await work

    asyncio.run(whole())


def test_a_webhook_is_answered_after_it_was_taken_byte_for_byte() -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take) as receiver:
            before = SystemClock().now()
            path = urlsplit(receiver.listens_at).path
            assert path == f"/api/plaid/webhook/{SECRET}"
            status, whole = await asyncio.to_thread(ask, receiver.listens_at, request(path))
            assert status == 200
            assert b"connection: close" in whole.lower()
            (delivery,) = take.taken
            assert (delivery.body, delivery.token, delivery.route) == (BODY, "a.b.c", Route.DIRECT)
            assert before <= delivery.arrived_at <= SystemClock().now()
        assert receiver.listens_at == ""

    run(work())


def test_whoever_does_not_know_the_address_sees_one_answer() -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take) as receiver:
            url, path = receiver.listens_at, urlsplit(receiver.listens_at).path
            strange = [
                request("/"),
                request("/api/plaid/webhook"),
                request("/api/plaid/webhook/"),
                request(path[:-1]),
                request(f"{path}x"),
                request(path.upper()),
                request(path.replace("webhook", "%77ebhook")),
                request(f"//{path}"),
                request(path, method="GET"),
                request(path, method="PUT"),
                request("/elsewhere", b"x" * 70_000),
                request("/elsewhere", token=""),
            ]
            answers = {(await asyncio.to_thread(ask, url, one))[1] for one in strange}
            assert len(answers) == 1
            assert answers.pop().startswith(b"HTTP/1.1 404 ")
        assert take.taken == []

    run(work())


def test_without_a_secret_the_plain_path_is_the_address() -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take, secret="") as receiver:
            assert urlsplit(receiver.listens_at).path == "/api/plaid/webhook"
            assert await answer(receiver.listens_at, request("/api/plaid/webhook")) == 200
            assert await answer(receiver.listens_at, request("/api/plaid/webhook/x")) == 404

    run(work())


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (lambda path: request(path, b"x" * 65_537), 413),
        (lambda path: request(path).replace(b"Content-Length: 28", b"Content-Length: 9999999999999"), 413),
        (lambda path: request(path).replace(b"application/json", b"text/plain"), 415),
        (lambda path: request(path, token="x" * 2_049), 431),
        (lambda path: request(path, extra="Plaid-Verification: other\r\n"), 400),
        (lambda _: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 no request at all\r\n\r\n", 400),
    ],
    ids=["large", "said-large", "no-json", "long-token", "two-tokens", "tls"],
)
def test_what_cannot_be_a_webhook_is_turned_away(spoil: Callable[[str], bytes], status: int) -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take) as receiver:
            path = urlsplit(receiver.listens_at).path
            assert await answer(receiver.listens_at, spoil(path)) == status
            assert await answer(receiver.listens_at, request(path)) == 200
        assert len(take.taken) == 1

    run(work())


def test_a_chunked_body_is_bounded_too() -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take) as receiver:
            path = urlsplit(receiver.listens_at).path
            head = request(path, b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
            assert await answer(receiver.listens_at, head + b"3\r\n{ }\r\n0\r\n\r\n") == 200
            chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
            assert await answer(receiver.listens_at, head + chunk * 5) in {413, 0}
        assert [one.body for one in take.taken] == [b"{ }"]

    run(work())


def test_what_was_not_committed_is_asked_for_again() -> None:
    async def work() -> None:
        take = Taker(StoreFull("No space is left."))
        async with listening(take) as receiver:
            path = urlsplit(receiver.listens_at).path
            status, whole = await asyncio.to_thread(ask, receiver.listens_at, request(path))
            assert status == 503
            assert b"retry-after: 30" in whole.lower()
            assert b"space" not in whole
            take.error = None
            assert await answer(receiver.listens_at, request(path)) == 200

    run(work())


def test_a_commit_that_takes_too_long_is_answered_503_and_goes_on() -> None:
    async def work() -> None:
        gate, taken = asyncio.Event(), asyncio.Event()

        async def take(_: Delivery) -> None:
            await gate.wait()
            taken.set()

        async with listening(take, patience=HURRIED) as receiver:
            path = urlsplit(receiver.listens_at).path
            assert await answer(receiver.listens_at, request(path)) == 503
            gate.set()
            await asyncio.wait_for(taken.wait(), 20)

    run(work())


def test_the_slow_are_cut_off() -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take, patience=HURRIED) as receiver:
            path = urlsplit(receiver.listens_at).path
            assert await answer(receiver.listens_at, b"") == 0
            assert await answer(receiver.listens_at, b"POST / HTTP/1.1\r\nHost:") == 0
            assert await answer(receiver.listens_at, request(path)[:-1]) == 408
        assert take.taken == []

    run(work())


def test_a_flood_is_told_to_come_later() -> None:
    async def work() -> None:
        take = Taker()
        async with listening(take) as receiver:
            path = urlsplit(receiver.listens_at).path
            statuses = [await answer(receiver.listens_at, request(path)) for _ in range(BURST + 20)]
        assert statuses.count(200) == len(take.taken)
        assert BURST <= statuses.count(200) < BURST + 20
        assert statuses.count(200) + statuses.count(429) == len(statuses)

    run(work())


def test_ending_waits_for_a_commit_under_way_and_leaves_the_slow() -> None:
    async def work() -> None:
        begun, gate = asyncio.Event(), asyncio.Event()
        taken: list[Delivery] = []

        async def take(delivery: Delivery) -> None:
            begun.set()
            await gate.wait()
            taken.append(delivery)

        changed = asyncio.Event()
        receiver = HttpReceiver("127.0.0.1", 0, lambda: SECRET, SystemClock())
        receiver.watch(changed.set)
        following = asyncio.create_task(receiver.follow(take))
        await asyncio.wait_for(changed.wait(), 20)
        url, path = receiver.listens_at, urlsplit(receiver.listens_at).path
        with socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), timeout=20) as slow:
            slow.sendall(request(path)[:-1])
            whole = asyncio.create_task(answer(url, request(path)))
            await begun.wait()
            following.cancel()
            with suppress(ConnectionResetError):
                assert await asyncio.to_thread(slow.recv, 1) == b""
        gate.set()
        assert await whole == 200
        with pytest.raises(asyncio.CancelledError):
            await following
        assert len(taken) == 1

    run(work())


def test_a_port_that_is_taken_is_told_by_a_typed_error() -> None:
    async def work() -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            receiver = HttpReceiver("127.0.0.1", taken.getsockname()[1], str, SystemClock())
            with pytest.raises(RelayError, match="cannot be listened at"):
                await receiver.follow(Taker())
        receiver = HttpReceiver("no-such-host.invalid", 0, str, SystemClock())
        with pytest.raises(RelayError, match="cannot be listened at"):
            await receiver.follow(Taker())

    run(work())


def test_the_demo_bank_posts_to_it(make_household: MakeHousehold) -> None:
    async def work() -> None:
        take = Taker()
        household = make_household(100)
        async with listening(take) as receiver:
            made = await asyncio.to_thread(
                post,
                household.server,
                "/sandbox/public_token/create",
                institution_id="ins_109508",
                initial_products=["transactions"],
                options={"webhook": receiver.listens_at},
            )
            await asyncio.to_thread(
                post, household.server, "/item/public_token/exchange", public_token=made["public_token"]
            )
            await asyncio.wait_for(take.came.wait(), 20)
        assert take.taken[0].token.count(".") == 2
        assert b"webhook_code" in take.taken[0].body

    run(work())
