"""The bank as an ASGI application: one way in for every endpoint, so that all of them object alike."""

from hmac import compare_digest
from typing import Final

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from budgetsync.sandbox.api import accounts, institutions, items, transactions
from budgetsync.sandbox.api.control import Control
from budgetsync.sandbox.api.endpoint import CREDENTIALS, Body, Call, Endpoint
from budgetsync.sandbox.api.fields import check_fields
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.faults import Code, PlaidFault, login_required
from budgetsync.sandbox.model.items import Item

ENDPOINTS: Final = {
    endpoint.path: endpoint
    for endpoint in (
        *items.ENDPOINTS,
        *accounts.ENDPOINTS,
        *institutions.ENDPOINTS,
        *transactions.ENDPOINTS,
    )
}
"""Every endpoint by its path."""

_JSON: Final = "application/json; charset=utf-8"


def build_app(bank: Bank) -> Starlette:
    """The application that serves a bank: Plaid's endpoints, and ``/control``."""
    control = Control(bank)
    counter = _Counter(bank)
    return Starlette(
        routes=[
            Route("/control/world", control.world, methods=["GET"]),
            Route("/control/advance", control.advance, methods=["POST"]),
            Route("/{path:path}", counter.serve, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
        ]
    )


class _Counter:
    """Receives requests: checks who asks and what, and lets the endpoint answer."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    async def serve(self, request: Request) -> Response:
        raw = await request.body()
        with self._bank.turn():
            request_id = self._bank.next_request_id()
            try:
                content, status = self._answer(request, raw, request_id), 200
            except PlaidFault as fault:
                content, status = (
                    msgspec.json.encode({**fault.fields(), "request_id": request_id}),
                    fault.status,
                )
        return Response(content, status, {"plaid-request-id": request_id, "content-type": _JSON})

    def _answer(self, request: Request, raw: bytes, request_id: str) -> bytes:
        endpoint = ENDPOINTS.get(request.url.path) if request.method == "POST" else None
        if endpoint is None:
            raise PlaidFault(Code.NOT_FOUND, "not found")
        body = _decode(raw)
        self._admit(request, body)
        check_fields(body, {**CREDENTIALS, **endpoint.fields})
        item = self._item(endpoint, body)
        return endpoint.answer(Call(self._bank, body, request_id, item))

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

    def _item(self, endpoint: Endpoint, body: Body) -> Item | None:
        """The item that an access token stands for; None for an endpoint that takes none.

        Raises:
            PlaidFault: INVALID_ACCESS_TOKEN, ITEM_NOT_FOUND or ITEM_LOGIN_REQUIRED.
        """
        if "access_token" not in endpoint.fields:
            return None
        access_token: str = body["access_token"]
        if not access_token.startswith("access-sandbox-"):
            raise PlaidFault(Code.INVALID_ACCESS_TOKEN, "provided access token is in an invalid format")
        item = self._bank.items.by_access_token(access_token)
        if item is None:
            raise PlaidFault(Code.INVALID_ACCESS_TOKEN, "could not find matching access token")
        if item.removed:
            raise PlaidFault(Code.ITEM_NOT_FOUND, "the item was removed, or access to it was withdrawn")
        if item.needs_login and endpoint.needs_login:
            raise login_required()
        return item


def _decode(raw: bytes) -> Body:
    try:
        body = msgspec.json.decode(raw) if raw else {}
    except msgspec.DecodeError as error:
        raise PlaidFault(Code.INVALID_BODY, "body could not be parsed as JSON") from error
    if not isinstance(body, dict):
        raise PlaidFault(Code.INVALID_BODY, "body must be a JSON object")
    return body
