"""The control interface: not Plaid's, but the judge's and the scriptwriter's."""

from collections.abc import Awaitable, Callable, Iterator
from hmac import compare_digest
from json import JSONDecodeError, loads
from typing import Any, Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from budgetsync.sandbox.clock import date_text, second_text
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.plan.rules import decode_rules
from budgetsync.sandbox.script.events import EVENTS, EventError
from budgetsync.sandbox.truth import spool_world
from budgetsync.sandbox.webhooks.outbox import Delivery

_CHUNK: Final = 1 << 16
_HOUR: Final = 60
_DAY: Final = 1440
_LONGEST_WAIT: Final = 60.0

Handler = Callable[[Request], Awaitable[Response]]


class Advance(msgspec.Struct, forbid_unknown_fields=True):
    """The body of ``/control/advance``: how far to move the bank's clock."""

    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0


class Control:
    """Answers ``/control/...``.

    Args:
        bank: the bank to look into.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def routes(self) -> list[Route]:
        """Every path of the interface; each wants the token."""
        return [
            Route("/control/world", self._guarded(self.world), methods=["GET"]),
            Route("/control/advance", self._guarded(self.advance), methods=["POST"]),
            Route("/control/clock", self._guarded(self.clock), methods=["GET"]),
            Route("/control/events", self._guarded(self.events), methods=["GET", "POST"]),
            Route("/control/faults", self._guarded(self.faults), methods=["GET", "POST", "DELETE"]),
            Route("/control/requests", self._guarded(self.requests), methods=["GET"]),
            Route("/control/webhooks", self._guarded(self.webhooks), methods=["GET"]),
        ]

    def _guarded(self, handler: Handler) -> Handler:
        async def guarded(request: Request) -> Response:
            token = self._bank.options.control_token
            offered = request.headers.get("authorization", "")
            if token is not None and not compare_digest(offered.encode(), f"Bearer {token}".encode()):
                return _refusal()
            try:
                return await handler(request)
            except (ValueError, msgspec.MsgspecError) as error:
                return _json({"error": str(error)}, 400)

        return guarded

    async def world(self, request: Request) -> Response:
        """Tell the truth; ``?transactions=false`` makes it short, ``?item_id=`` picks one item."""
        query = request.query_params
        with self._bank.turn():
            spool = spool_world(
                self._bank,
                transactions=query.get("transactions") != "false",
                history=query.get("history") != "false",
                item_id=query.get("item_id"),
            )

        def chunks() -> Iterator[bytes]:
            with spool:
                while part := spool.read(_CHUNK):
                    yield part

        return StreamingResponse(chunks(), media_type="application/json")

    async def advance(self, request: Request) -> Response:
        """Move the clock by days, hours, minutes and seconds; answers with the new time."""
        step = msgspec.json.decode(await request.body() or b"{}", type=Advance)
        self._bank.advance(step.days * _DAY + step.hours * _HOUR + step.minutes, seconds=step.seconds)
        return await self.clock(request)

    async def clock(self, _request: Request) -> Response:
        """Tell the bank's time."""
        with self._bank.turn():
            return _json(
                {"now": second_text(self._bank.second()), "today": date_text(self._bank.world.today)}
            )

    async def events(self, request: Request) -> Response:
        """Let something happen; ``GET`` lists the kinds."""
        if request.method == "GET":
            return _json({"kinds": sorted([*EVENTS, "rotate_keys"])})
        told: Any = await _body(request)
        if not isinstance(told, dict):
            message = "an event is a JSON object with a kind"
            raise EventError(message)
        with self._bank.turn():
            self._bank.happen(told)
            return _json({"happened": told.get("kind"), "at": second_text(self._bank.second())})

    async def faults(self, request: Request) -> Response:
        """Show the fault plan, add to it, or clear it (``?number=`` one rule of it)."""
        raw = await request.body()
        plan = self._bank.plan
        with self._bank.turn():
            if request.method == "POST":
                return _json({"rules": plan.add(decode_rules(raw))})
            if request.method == "DELETE":
                number = request.query_params.get("number")
                plan.clear(None if number is None else int(number))
                self._bank.release_held()
            return _json(plan.described())

    async def requests(self, request: Request) -> Response:
        """Tell what was asked of the bank: ``?after=`` a number, ``?path=`` of one endpoint."""
        query = request.query_params
        with self._bank.lock:
            entries = self._bank.journal.entries(after=int(query.get("after", "0")), path=query.get("path"))
            for entry in entries:
                entry["at"] = second_text(entry["at"])
            return _json({"count": self._bank.journal.count, "requests": entries})

    async def webhooks(self, request: Request) -> Response:
        """Tell what was delivered; ``?wait=`` seconds until nothing that is due remains, ``?after=`` a number."""
        wait = min(float(request.query_params.get("wait", "0")), _LONGEST_WAIT)
        after = int(request.query_params.get("after", "0"))
        settled = await run_in_threadpool(self._bank.courier.settle, wait)
        with self._bank.lock:
            told = [_delivery(delivery) for delivery in self._bank.outbox if delivery.number > after]
        return _json({"settled": settled, "webhooks": told})


async def _body(request: Request) -> Any:  # noqa: ANN401 - JSON
    try:
        return loads(await request.body() or b"{}")
    except (JSONDecodeError, UnicodeDecodeError) as error:
        message = "the body is no JSON"
        raise EventError(message) from error


def _delivery(delivery: Delivery) -> dict[str, Any]:
    return {
        "number": delivery.number,
        "item_id": delivery.item_id,
        "webhook_type": delivery.webhook_type,
        "webhook_code": delivery.webhook_code,
        "url": delivery.url,
        "state": delivery.state,
        "forgery": delivery.forgery or None,
        "made": second_text(delivery.made),
        "told": delivery.told,
        "next_attempt": second_text(delivery.due) if delivery.state == "pending" else None,
        "attempts": [{**attempt, "at": second_text(attempt["at"])} for attempt in delivery.attempts],
        "body": loads(delivery.body),
    }


def _json(told: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(told), status, media_type="application/json")


def _refusal() -> Response:
    answer = _json({"error": "the control interface wants its token: Authorization: Bearer ..."}, 401)
    answer.headers["www-authenticate"] = "Bearer"
    return answer
