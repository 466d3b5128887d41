"""Someone who receives webhooks: a small HTTP server of the tests' own."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from types import TracebackType
from typing import Any, Self

import httpx

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer

KEYS = {"PLAID-CLIENT-ID": DEMO_CLIENT_ID, "PLAID-SECRET": DEMO_SECRET}


@dataclass(frozen=True)
class Post:
    """One webhook as it came in."""

    body: bytes
    jwt: str
    content_type: str

    @property
    def told(self) -> dict[str, Any]:
        """The body as JSON."""
        told: dict[str, Any] = json.loads(self.body)
        return told

    @property
    def code(self) -> str:
        """Which webhook it is."""
        return str(self.told["webhook_code"])


class Receiver:
    """Keeps what is posted to it, and answers with the status that `answer` gives."""

    def __init__(self, answer: Callable[[Post], int] = lambda _: 200) -> None:
        self.posts: list[Post] = []
        posts, arrived = self.posts, Condition()
        self._arrived = arrived

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                post = Post(body, self.headers.get("plaid-verification", ""), self.headers["content-type"])
                with arrived:
                    posts.append(post)
                    arrived.notify_all()
                self.send_response(answer(post))
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class's
                del format, arguments

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def wait_for(self, code: str, timeout: float = 30.0) -> bool:
        """Wait until a webhook has come; tells whether it did in time."""
        with self._arrived:
            return self._arrived.wait_for(lambda: code in self.codes(), timeout)

    def codes(self) -> list[str]:
        """Which webhooks came, in order."""
        return [post.code for post in self.posts]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def post(server: BankServer, path: str, **body: object) -> dict[str, Any]:
    """Call an endpoint that is expected to answer well."""
    answer = httpx.post(f"{server.url}{path}", json=body, headers=KEYS, trust_env=False)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def connect_with_webhook(server: BankServer, receiver: Receiver, **options: object) -> str:
    """Connect an item that tells the receiver; returns the access token."""
    created = post(
        server,
        "/sandbox/public_token/create",
        institution_id="ins_109508",
        initial_products=["transactions"],
        options={"webhook": receiver.url, **options},
    )
    exchanged = post(server, "/item/public_token/exchange", public_token=created["public_token"])
    return str(exchanged["access_token"])


def key_of(server: BankServer, jwt: str) -> dict[str, Any]:
    """The public key that a webhook's token names."""
    head = jwt.partition(".")[0]
    kid = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))["kid"]
    key: dict[str, Any] = post(server, "/webhook_verification_key/get", key_id=kid)["key"]
    return key
