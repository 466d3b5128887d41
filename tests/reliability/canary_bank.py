"""A bank behind a proxy that gossips: what it was told comes back in errors, pages and fields that nobody asked for."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any, Self

import httpx

from budgetsync.sandbox import DemoBank

CLIENT_ID = "canaryclient5b1d9e0c7a42"
CLIENT_SECRET = "canarysecret0f6c2d8e91b74a35"
ACCOUNT_NUMBER = "400123456789012345"
IBAN = "DE89370400440532013000"
_ISSUED = re.compile(r'"((?:access|public|link)-[a-z]+-[0-9a-zA-Z-]{8,})"')
_GOSSIPS = 0.3  # of all answers


class GossipingBank:
    """The demo bank with keys of its own, served through the proxy.

    Attributes:
        issued: Every token that the bank gave out.
        gossips: How often something secret was said.
        calm: Whether answers come as they are.
    """

    def __init__(self, seed: int) -> None:
        self.bank = DemoBank(seed=3, rows=400, client_id=CLIENT_ID, secret=CLIENT_SECRET)
        self._behind = self.bank.serve()
        self._rng = Random(seed)  # noqa: S311 - gossip that can be heard again
        self._lock = threading.Lock()
        self._client = httpx.Client(trust_env=False, timeout=30)
        self.issued: set[str] = set()
        self.gossips = 0
        self.calm = False
        gossip = self

        class Requests(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {
                    name: value
                    for name, value in self.headers.items()
                    if name.lower() not in {"host", "content-length"}
                }
                status, kind, answer = gossip.answer(self.path, headers, body)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_arguments: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Requests)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="gossip")
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> tuple[int, str, bytes]:
        """Answer a request, or talk about it."""
        with self._lock:
            talk = not self.calm and self._rng.random() < _GOSSIPS
            kind = self._rng.randrange(6)
            self.gossips += talk
        told = f"{headers} {body.decode()} account {ACCOUNT_NUMBER} {IBAN}"
        if talk and kind < 5:
            return _say(kind, told, json.loads(body))
        answer = self._client.post(self._behind.url + path, content=body, headers=headers)
        with self._lock:
            self.issued.update(_ISSUED.findall(answer.text))
        if talk and answer.status_code == httpx.codes.OK:
            more = {"numbers": {"ach": [{"account": ACCOUNT_NUMBER}], "iban": IBAN}, "echo": told}
            return 200, "application/json", json.dumps({**answer.json(), **more}).encode()
        return answer.status_code, "application/json", answer.content

    def __enter__(self) -> Self:
        """Be used in a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._client.close()
        self._behind.stop()


def _say(kind: int, told: str, asked: dict[str, Any]) -> tuple[int, str, bytes]:
    error = {"error_type": "API_ERROR", "error_code": "INTERNAL_SERVER_ERROR", "error_message": told}
    error |= {"display_message": told, "request_id": "hFhnxeq1zRzBzhS"}
    token = asked.get("access_token") or asked.get("public_token") or CLIENT_SECRET
    if kind == 0:
        return 500, "application/json", json.dumps(error).encode()
    if kind == 1:
        page = f"<html><title>502</title><body><pre>{told}</pre></body></html>"
        return 502, "text/html", page.encode()
    if kind == 2:  # a code and a request id that are none
        return (
            400,
            "application/json",
            json.dumps({**error, "error_code": token, "request_id": token}).encode(),
        )
    if kind == 3:
        return 200, "application/json", json.dumps({"accounts": [], "echo": told}).encode()[:-20]
    return 503, "text/plain", told.encode()
