"""Answers that go wrong on the wire, as ASGI responses."""

import asyncio
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from budgetsync.sandbox.lines import Lines
from budgetsync.sandbox.plan.rules import Rule

_HTML = b"""<!DOCTYPE html>
<html><head><title>Service unavailable</title></head>
<body><h1>Service unavailable</h1><p>The server is having a bad day. Please try again later.</p></body></html>
"""
_DRIPS = 8


def spoil(rule: Rule, answer: Response, request: Request, lines: Lines) -> Response:
    """Wrap a good answer into the fault that a rule asks for; kinds that are not of the wire leave it."""
    body = bytes(answer.body)
    kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
    match rule.kind:
        case "truncated_json":
            return Response(body[: len(body) // 2], answer.status_code, kept)
        case "html":
            return Response(_HTML, rule.status, media_type="text/html")
        case "wrong_content_type":
            return Response(body, answer.status_code, {**kept, "content-type": "text/plain; charset=utf-8"})
        case "reset" | "read_timeout" | "slow_drip" | "connect_timeout":
            return _Broken(rule, answer, request, lines)
    return answer


class _Broken(Response):
    """An answer whose connection is part of the fault."""

    def __init__(self, rule: Rule, answer: Response, request: Request, lines: Lines) -> None:
        super().__init__(answer.body, answer.status_code, dict(answer.headers))
        self._rule = rule
        self._request = request
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        rule, body = self._rule, bytes(self.body)
        if rule.kind == "slow_drip":
            await self._drip(send, body)
            return
        if rule.kind == "reset":
            await send(self._start())
            await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        elif rule.kind == "read_timeout":
            with suppress(TimeoutError):
                await asyncio.wait_for(_left(receive), rule.seconds)
        else:
            self._lines.pause(rule.seconds)
        self._lines.cut(scope.get("client"))
        await _left(receive)

    def _start(self) -> dict[str, object]:
        return {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}

    async def _drip(self, send: Send, body: bytes) -> None:
        await send(self._start())
        size = max(1, -(-len(body) // _DRIPS))
        for place in range(0, len(body), size):
            await asyncio.sleep(self._rule.seconds / _DRIPS)
            part = body[place : place + size]
            more = place + size < len(body)
            await send({"type": "http.response.body", "body": part, "more_body": more})


async def _left(receive: Receive) -> None:
    """Wait until the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        continue
