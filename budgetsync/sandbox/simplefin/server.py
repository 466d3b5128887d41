"""The protocol's four addresses under ``/simplefin``."""

import base64
from typing import Any, Final

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.model.book import Book
from budgetsync.sandbox.simplefin.access import Grants
from budgetsync.sandbox.simplefin.sets import account_fields, connection_fields, epoch_of

ACCOUNTS: Final = "/simplefin/accounts"
_FOR_EVER: Final = 1 << 40
_MOST_DAYS: Final = 45
_DAY: Final = 86_400
_BANKS: Final = 2
_DIGITS: Final = 11


class SimpleFinServer:
    """Answers ``/simplefin/...``.

    Args:
        bank: whose books are told.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._grants = Grants(bank.seed)

    def routes(self) -> list[Route]:
        """The server's addresses."""
        return [
            Route("/simplefin/info", self.tell_versions, methods=["GET"]),
            Route("/simplefin/create", self.create, methods=["GET"]),
            Route("/simplefin/claim/{code}", self.claim, methods=["POST"]),
            Route(ACCOUNTS, self.show, methods=["GET"]),
        ]

    def new_token(self, base: str) -> str:
        """A new setup token for a bank that listens at an address."""
        with self._bank.lock:
            url = f"{base}/simplefin/claim/{self._grants.create()}"
        return base64.b64encode(url.encode()).decode()

    async def tell_versions(self, _request: Request) -> Response:
        """Say which versions are spoken."""
        return _json({"versions": ["1.0", "2.0"]})

    async def create(self, request: Request) -> Response:
        """Give a new setup token, which at a real server asks for a login."""
        return PlainTextResponse(f"{self.new_token(_base(request))}\n", headers={"Cache-Control": "no-store"})

    async def claim(self, request: Request) -> Response:
        """Give access for a setup token, once."""
        with self._bank.turn():
            grant = self._grants.claim(request.path_params["code"])
        if grant is None:
            return PlainTextResponse("Forbidden", 403)
        scheme, _, rest = _base(request).partition("://")
        return PlainTextResponse(f"{scheme}://{grant.user}:{grant.password}@{rest}/simplefin")

    async def show(self, request: Request) -> Response:
        """Show accounts and rows."""
        with self._bank.turn():
            grant = self._grants.find(request.headers.get("authorization", ""))
            if grant is None or not grant.admit(epoch_of(self._bank.second())):
                return PlainTextResponse("Forbidden", 403)
            rule = self._bank.plan.strike(ACCOUNTS, None, 0, self._bank.next_request_id())
            kind = rule.kind if rule else ""
            if kind == "rate_limited":
                return PlainTextResponse("Too many requests", 429)
            if kind == "server_error":
                return PlainTextResponse("Out of order", (rule.status if rule else None) or 500)
            told = str(rule.code) if rule and kind == "error" else ""
            if told == "PAYMENT_REQUIRED":
                return PlainTextResponse("Payment required", 402)
            return _json(self._answer(request, told))

    def _answer(self, request: Request, told: str) -> dict[str, Any]:
        asked = request.query_params
        version = 2 if asked.get("version") == "2" else 1
        start, end = _number(asked.get("start-date"), 0), _number(asked.get("end-date"), _FOR_EVER)
        now = self._bank.second()
        books = list(self._bank.world.books.values())[:_BANKS]
        troubles = [] if not told else [(told, "Something is wrong at this bank", books[0])]
        troubles += [
            ("con.auth", "Sign in at this bank again", book)
            for book in books
            if self._bank.estate.outage_of(book.institution.institution_id) is not None
        ]
        if end - start > _MOST_DAYS * _DAY:
            troubles.append(("gen.range", "The span of time is too long and was cut", books[0]))
            start = min(end, epoch_of(now) + _DAY) - _MOST_DAYS * _DAY
        accounts = [
            account_fields(
                book,
                account,
                version=version,
                days=(start, end),
                pending=asked.get("pending") == "1",
                now=now,
            )
            for book in books
            for account in book.accounts
        ]
        return {**_troubles(version, troubles), **_logins(version, books), "accounts": accounts}


def _troubles(version: int, troubles: list[tuple[str, str, Book]]) -> dict[str, Any]:
    if version == 1:
        return {"errors": [text for _, text, _ in troubles]}
    return {
        "errlist": [
            {"code": code, "msg": text, "conn_id": connection_fields(book)["conn_id"]}
            for code, text, book in troubles
        ]
    }


def _logins(version: int, books: list[Book]) -> dict[str, Any]:
    return {} if version == 1 else {"connections": [connection_fields(book) for book in books]}


def _number(text: str | None, otherwise: int) -> int:
    return (
        int(text)
        if text is not None and text.isascii() and text.isdigit() and len(text) <= _DIGITS
        else otherwise
    )


def _base(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers.get('host', request.url.netloc)}"


def _json(fields: dict[str, Any]) -> Response:
    return Response(msgspec.json.encode(fields), media_type="application/json")
