"""What stands in urllib3's place: real request bytes to the bank's model, real answer bytes back, or a fault."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable
from random import Random
from typing import Any, TypeVar
from urllib.parse import urlsplit

import urllib3
from urllib3 import HTTPResponse
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ReadTimeoutError

from budgetsync.sandbox.api.transactions import begins_loop
from budgetsync.sandbox.model.items import Item
from tests.reliability.crash import Killed
from tests.reliability.simulation.bankside import SYNC, BankSide
from tests.reliability.simulation.faults import ANSWERS, LOOPS, MID_RUN, Faults, Kind
from tests.reliability.simulation.loop import CREW, Crew, pass_time

T = TypeVar("T")
_STATUS = {
    Kind.RATE_LIMITED: 429,
    Kind.RATE_LIMITED_RETRY_AFTER: 429,
    Kind.STATUS_500: 500,
    Kind.STATUS_502: 502,
    Kind.STATUS_503: 503,
    Kind.STATUS_504: 504,
    Kind.HTML: 503,
}
_CODES = {429: "TRANSACTIONS_SYNC_LIMIT", 500: "INTERNAL_SERVER_ERROR", 503: "PLANNED_MAINTENANCE"}
_PAGE = b"<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>"
_SMALL_BACKLOG = 25
_DRIPS = 8


class Wire(urllib3.PoolManager):
    """Carries calls. Within one nothing else happens; the time that it took passes afterwards.

    Attributes:
        offline: Whether the network is gone.
        on_page: Called with what the user does while a page is on its way.
        on_spoilt: Called with a row that was told so that it cannot be read.
        resets: How often all connections broke.
    """

    def __init__(self, side: BankSide, faults: Faults, rng: Random) -> None:
        super().__init__()
        self.offline = False
        self.on_page: Callable[[Kind, Item], None] = lambda _kind, _item: None
        self.on_spoilt: Callable[[Item, str], None] = lambda _item, _name: None
        self.resets = 0
        self._side = side
        self._faults = faults
        self._rng = rng
        self._took = 0.0
        self._torn = False
        self._asking: dict[int, Crew | None] = {}
        self._asked: set[int] = set()
        self._connection: Any = urllib3.HTTPConnectionPool("bank")

    def monotonic(self) -> float:
        """Seconds, those of the call under way included."""
        return asyncio.get_running_loop().time() + self._took

    async def beside(self, _name: str, call: Callable[[], T]) -> T:
        """Run a blocking call: its request travels, it is answered at one instant, the answer travels."""
        resets = self.resets
        await pass_time(self._rng.uniform(0.02, 0.4))
        crew = CREW.get()
        if crew is not None and crew.dead:
            raise Killed
        self._took = 0.0
        self._asked.clear()
        try:
            result = call()
        finally:
            asked, took, self._took = next(iter(self._asked), None), self._took, 0.0
            if asked is not None:
                self._ask(asked, crew)
            try:
                await pass_time(took + self._rng.uniform(0.02, 0.8))
            finally:
                if asked is not None and self._asking.get(asked) is crew:
                    del self._asking[asked]
        if resets != self.resets and self._rng.random() < 0.5:
            return self._break(call)
        return result

    def _ask(self, item: int, crew: Crew | None) -> None:
        """Take note where an item is asked for pages by two at once."""
        other = self._asking.get(item)
        if other is not None and other is not crew and not other.dead:
            self._side.over.append(f"item {item} was synced by two programs at once")
        self._asking[item] = crew

    def _break(self, call: Callable[[], T]) -> T:
        """The computer slept meanwhile: the connection is gone, and the answer with it."""
        self._torn = True
        try:
            return call()
        finally:
            self._torn = False

    def request(  # type: ignore[override]
        self,
        method: str,
        url: str,
        *,
        body: str,
        headers: dict[str, str],
        timeout: urllib3.Timeout,
        preload_content: bool,
    ) -> HTTPResponse:
        """Answer a request, as a pool without retries does."""
        assert method == "POST"
        assert not preload_content
        if self._torn:
            raise NewConnectionError(self._connection, "the connection is gone")
        if self.offline:
            self._faults.fired[Kind.OFFLINE] += 1
            raise NewConnectionError(self._connection, "the network is unreachable")
        path, told = urlsplit(url).path, json.loads(body)
        item = self._side.item_of(told.get("access_token", ""))
        number = item.number if item else 0
        if path == SYNC and item is not None:
            self._asked.add(number)
            self._prepare_loop(item, told)
            if kind := self._faults.strike(MID_RUN, number):
                self.on_page(kind, item)
        kind = self._faults.strike(ANSWERS, number)
        if kind is Kind.CONNECT_TIMEOUT:
            self._took = _seconds(timeout.connect_timeout)
            raise ConnectTimeoutError(self._connection, "no answer to the connection")
        if item is not None:
            self._side.count_call(path, item)
        if kind in _STATUS:
            return self._refuse(kind)
        if path == "/item/get" and self._faults.strike(frozenset({Kind.LOST_AS_OF}), number):
            return self._lose_as_of(path, headers, told)
        status, sent, content = self._answer(path, headers, told, item)
        return self._send(kind, content, status, sent, url, timeout)

    def _answer(
        self, path: str, headers: dict[str, str], told: dict[str, Any], item: Item | None
    ) -> tuple[int, dict[str, str], bytes]:
        answer = self._side.answer(path, headers, json.dumps(told).encode())
        sent = {name: text for name, text in answer.headers.items() if name != "content-length"}
        content = bytes(answer.body)
        if item is not None and answer.status_code != 200 and self._side.bank.estate.outage(item):
            self._faults.fired[Kind.OUTAGE] += 1
        if item is not None and answer.status_code == 200 and path == SYNC:
            content = self._spoil_row(item, content)
        return answer.status_code, sent, content

    def _prepare_loop(self, item: Item, told: dict[str, Any]) -> None:
        """Make the pages small where a fault needs a loop of several, and let it strike in its midst."""
        faults, side, cursor = self._faults, self._side, told.get("cursor", "")
        waiting = [kind for kind in sorted(LOOPS) if faults.waits(kind, item.number)]
        begins = begins_loop(item, told)
        if begins:
            faults.small.discard(item.number)
            if not waiting or not cursor or side.backlog(item, cursor) > _SMALL_BACKLOG:
                return
            faults.small.add(item.number)
            side.buy(item, 3)
        if item.number not in faults.small:
            return
        told["count"] = 2
        if begins:
            if waiting[0] in {Kind.REMOVED_FIRST, Kind.POSTED_FIRST} and side.has_told_pending(item, cursor):
                faults.strike(frozenset({waiting[0]}), item.number)
                side.settle_one(item, posted_first=waiting[0] is Kind.POSTED_FIRST)
        elif kind := faults.strike(frozenset({Kind.MUTATION, Kind.LOGIN_MID_LOOP}), item.number):
            side.bank.act("mutate" if kind is Kind.MUTATION else "reset_login", item)

    def _refuse(self, kind: Kind) -> HTTPResponse:
        status = _STATUS[kind]
        headers = {"content-type": "application/json"}
        if kind is Kind.RATE_LIMITED_RETRY_AFTER:
            headers["retry-after"] = str(self._rng.choice([1, 7, 90, 1800]))
        code = _CODES.get(status)
        if kind is Kind.HTML or code is None:
            return self._respond(_PAGE, status, {"content-type": "text/html"})
        kinds = {429: "RATE_LIMIT_EXCEEDED"}
        fields = {"error_code": code, "error_type": kinds.get(status, "API_ERROR"), "error_message": "no"}
        return self._respond(json.dumps(fields).encode(), status, headers)

    def _lose_as_of(self, path: str, headers: dict[str, str], told: dict[str, Any]) -> HTTPResponse:
        if self._rng.random() < 0.5:
            return self._refuse(Kind.STATUS_500)
        answer = self._side.answer(path, headers, json.dumps(told).encode())
        fields = json.loads(bytes(answer.body))
        fields["status"] = None
        return self._respond(json.dumps(fields).encode(), 200, {"content-type": "application/json"})

    def _send(
        self,
        kind: Kind | None,
        body: bytes,
        status: int,
        headers: dict[str, str],
        url: str,
        timeout: urllib3.Timeout,
    ) -> HTTPResponse:
        if kind is Kind.READ_TIMEOUT:
            self._took = _seconds(timeout.read_timeout)
            raise ReadTimeoutError(self._connection, url, "no byte in time")
        if kind is Kind.TRUNCATED:
            body = body[: len(body) // 2]
        if kind is Kind.WRONG_TYPE:
            headers = {**headers, "content-type": "text/plain"}
        if kind is Kind.RESET:
            return self._respond(_Broken(body[: len(body) // 2]), status, headers, length=len(body))
        if kind is Kind.SLOW_DRIP:
            pause = self._rng.choice([5.0, 40.0])
            return self._respond(_Dripping(body, lambda: self._wait(pause)), status, headers, len(body))
        return self._respond(body, status, headers)

    def _spoil_row(self, item: Item, content: bytes) -> bytes:
        """Make a row of the page unreadable, where that is to be."""
        if not self._faults.waits(Kind.UNREADABLE, item.number):
            return content
        fields = json.loads(content)
        if not fields["added"]:
            return content
        self._faults.strike(frozenset({Kind.UNREADABLE}), item.number)
        row = self._rng.choice(fields["added"])
        row["amount"] = self._rng.choice(["much", None, [], 1e400])
        self.on_spoilt(item, row["transaction_id"])
        return json.dumps(fields).encode()

    def _wait(self, seconds: float) -> None:
        self._took += seconds

    @staticmethod
    def _respond(
        body: bytes | io.BytesIO, status: int, headers: dict[str, str], length: int | None = None
    ) -> HTTPResponse:
        if isinstance(body, bytes):
            length, body = len(body), io.BytesIO(body)
        return HTTPResponse(
            body=body,
            headers={**headers, "content-length": str(length)},
            status=status,
            preload_content=False,
            request_method="POST",
        )


def _seconds(told: object) -> float:
    assert isinstance(told, float)
    return told


class _Broken(io.BytesIO):
    """Half a body, and then a reset."""

    def read1(self, size: int | None = -1) -> bytes:
        part = super().read1(size)
        if not part:
            raise ConnectionResetError
        return part

    def read(self, size: int | None = -1) -> bytes:
        _ = size
        raise ConnectionResetError


class _Dripping(io.BytesIO):
    """A body that comes in parts, each after a pause."""

    def __init__(self, body: bytes, wait: Callable[[], None]) -> None:
        super().__init__(body)
        self._wait = wait
        self._part = max(1, -(-len(body) // _DRIPS))

    def read1(self, size: int | None = -1) -> bytes:
        _ = size
        self._wait()
        return super().read1(self._part)
