"""The bank as an ASGI application: one way in for every endpoint, so that all of them object alike."""

from hmac import compare_digest
from typing import Any, Final

import msgspec
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from budgetsync.sandbox.api import (
    accounts,
    institutions,
    items,
    link,
    recurring,
    sandbox,
    transactions,
    webhooks,
)
from budgetsync.sandbox.api.control import Control
from budgetsync.sandbox.api.endpoint import CREDENTIALS, Body, Call, Endpoint
from budgetsync.sandbox.api.fields import check_fields
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.faults import Code, PlaidFault, institution_fault, login_required
from budgetsync.sandbox.limits import LIMITS
from budgetsync.sandbox.link.page import LinkPage
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.plan.rules import Rule
from budgetsync.sandbox.plan.spoiled import spoil
from budgetsync.sandbox.simplefin.server import SimpleFinServer

ENDPOINTS: Final = {
    endpoint.path: endpoint
    for endpoint in (
        *items.ENDPOINTS,
        *accounts.ENDPOINTS,
        *institutions.ENDPOINTS,
        *link.ENDPOINTS,
        *recurring.ENDPOINTS,
        *sandbox.ENDPOINTS,
        *transactions.ENDPOINTS,
        *webhooks.ENDPOINTS,
    )
}
"""Every endpoint by its path."""

_JSON: Final = "application/json; charset=utf-8"
_METHODS: Final = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def build_app(bank: Bank, simplefin: SimpleFinServer | None = None) -> Starlette:
    """The application that serves a bank: Plaid's endpoints, the page for connecting, SimpleFIN, ``/control``."""
    return Starlette(
        routes=[
            *Control(bank).routes(),
            *LinkPage(bank).routes(),
            *(simplefin or SimpleFinServer(bank)).routes(),
            Route("/{path:path}", Counter(bank).serve, methods=_METHODS),
        ]
    )


class Counter:
    """Receives requests: checks who asks and what, lets the endpoint answer, and plays the fault plan.

    Args:
        bank: whose requests they are.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._pages: dict[tuple[int, object], int] = {}

    async def serve(self, request: Request) -> Response:
        """Answer one request."""
        raw = await request.body()
        with self._bank.turn():
            visit = _Visit(request.url.path, self._bank.next_request_id())
            try:
                content, status = self._answer(request, raw, visit), 200
            except PlaidFault as fault:
                visit.error_code, status = fault.code, fault.status
                content = msgspec.json.encode({**fault.fields(), "request_id": visit.request_id})
            self._bank.journal.write(
                at=self._bank.second(),
                path=visit.path,
                item_id=visit.item.item_id if visit.item else None,
                request_id=visit.request_id,
                status=status,
                error_code=visit.error_code,
                fault=visit.rule.kind if visit.rule else None,
                body=visit.body,
            )
        answer = Response(content, status, {"plaid-request-id": visit.request_id, "content-type": _JSON})
        if visit.rule is None:
            answer.background = BackgroundTask(self._write_ahead) if self._bank.ahead.is_planned else None
            return answer
        if visit.rule.retry_after is not None and status in {429, 503}:
            answer.headers["retry-after"] = str(visit.rule.retry_after)
        return spoil(visit.rule, answer, request, self._bank.lines)

    async def _write_ahead(self) -> None:
        with self._bank.lock:
            self._bank.ahead.write()

    def _answer(self, request: Request, raw: bytes, visit: "_Visit") -> bytes:
        endpoint = ENDPOINTS.get(visit.path) if request.method == "POST" else None
        if endpoint is None:
            raise PlaidFault(Code.NOT_FOUND, "requested route does not exist")
        body = visit.body = _decode(raw)
        if not endpoint.public:
            self._admit(request, body)
        check_fields(body, {**CREDENTIALS, **endpoint.fields})
        if (
            "access_token" in endpoint.fields
            and body.get("access_token")
            and visit.path != "/link/token/create"
        ):
            visit.item = items.own_item(self._bank, body["access_token"])
        if self._bank.options.limits:
            self._bank.limiter.admit(visit.path, visit.item.item_id if visit.item else None)
        self._play_faults(visit)
        if visit.item is not None:
            self._check_state(endpoint, visit.item)
        base = f"{request.url.scheme}://{request.headers.get('host', request.url.netloc)}"
        return endpoint.answer(Call(self._bank, body, visit.request_id, visit.item, base))

    def _admit(self, request: Request, body: Body) -> None:
        """Let in who knows the keys; the body's go before the headers'.

        Raises:
            PlaidFault: MISSING_FIELDS or INVALID_API_KEYS.
        """
        offered = {
            "client_id": body.get("client_id") or request.headers.get("plaid-client-id"),
            "secret": body.get("secret") or request.headers.get("plaid-secret"),
        }
        missing = [name for name, value in offered.items() if not value]
        if missing:
            raise PlaidFault(
                Code.MISSING_FIELDS, f"the following required fields are missing: {', '.join(missing)}"
            )
        options = self._bank.options
        expected = {"client_id": options.client_id, "secret": options.secret}
        if not all(compare_digest(str(offered[name]).encode(), expected[name].encode()) for name in expected):
            raise PlaidFault(Code.INVALID_API_KEYS, "invalid client_id or secret provided")

    def _play_faults(self, visit: "_Visit") -> None:
        """Let a rule of the plan strike.

        Raises:
            PlaidFault: the rule is one that answers with an error.
        """
        item_id = visit.item.item_id if visit.item else None
        rule = visit.rule = self._bank.plan.strike(visit.path, item_id, self._page(visit), visit.request_id)
        match rule.kind if rule else "":
            case "rate_limited":
                message = "rate limit exceeded for attempts to access this item. please try again later"
                limit = LIMITS.get(visit.path)
                raise PlaidFault(limit.code if limit else Code.RATE_LIMIT, message)
            case "server_error":
                raise _StatusFault(rule.status if rule else 500)
            case "error":
                raise PlaidFault(rule.code if rule else "", "scripted by the fault plan")
            case "mutation" if visit.item is not None:
                self._bank.act("mutate", visit.item)
            case "login_required" if visit.item is not None:
                self._bank.act("reset_login", visit.item)

    def _page(self, visit: "_Visit") -> int:
        """Which page of a sync loop a call asks for, counted from 1; 0 for other calls."""
        if visit.item is None or visit.path != "/transactions/sync":
            return 0
        stream = (visit.item.number, (visit.body.get("options") or {}).get("account_id"))
        begins = transactions.begins_loop(visit.item, visit.body)
        self._pages[stream] = 1 if begins else self._pages.get(stream, 1) + 1
        return self._pages[stream]

    def _check_state(self, endpoint: Endpoint, item: Item) -> None:
        """Object for an item whose bank or user does not let it be read.

        Raises:
            PlaidFault: USER_PERMISSION_REVOKED, ITEM_LOGIN_REQUIRED, or the code of the bank's outage.
        """
        if not endpoint.needs_login:
            return
        if item.revoked:
            raise PlaidFault(Code.USER_PERMISSION_REVOKED, "the user has withdrawn the permission")
        if item.needs_login:
            raise login_required()
        outage = self._bank.estate.outage(item)
        if outage is not None and (endpoint.asks_bank or not outage.live_only):
            raise institution_fault(outage.code)


class _Visit:
    """What is known of a request while it is answered."""

    __slots__ = ("body", "error_code", "item", "path", "request_id", "rule")

    def __init__(self, path: str, request_id: str) -> None:
        self.path = path
        self.request_id = request_id
        self.body: dict[str, Any] = {}
        self.item: Item | None = None
        self.error_code: str | None = None
        self.rule: Rule | None = None


class _StatusFault(PlaidFault):
    """An error of the server's own, with the status that a rule asks for."""

    def __init__(self, status: int) -> None:
        super().__init__(Code.INTERNAL_SERVER_ERROR, "an unexpected error occurred")
        self._status = status

    @property
    def status(self) -> int:
        """The HTTP status that it is sent with."""
        return self._status


def _decode(raw: bytes) -> Body:
    try:
        body = msgspec.json.decode(raw) if raw else {}
    except msgspec.DecodeError as error:
        raise PlaidFault(Code.INVALID_BODY, "body could not be parsed as JSON") from error
    if not isinstance(body, dict):
        raise PlaidFault(Code.INVALID_BODY, "body must be a JSON object")
    return _without_nulls(body)


def _without_nulls(body: Body) -> Body:
    """Leave out what is null, at any depth: clients send null for what they leave out."""
    return {
        name: _without_nulls(value) if isinstance(value, dict) else value
        for name, value in body.items()
        if value is not None
    }
