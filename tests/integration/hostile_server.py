"""A real HTTP server on the loopback that misbehaves as it is told to."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

Answer = Callable[[socket.socket, threading.Event], None]
"""Writes to a connection; the event is set when the server is to end."""

PATIENCE = 30  # seconds until a thread is given up


class HostileServer:
    """Gives each request the next answer of a list, the last one for ever.

    Attributes:
        requests: What came: head and body of each request.
        asked: Set once the first has come.
    """

    def __init__(self, *answers: Answer, eager: bool = False) -> None:
        """Listen.

        Args:
            eager: Answer before a request has come.
        """
        self._answers = list(answers)
        self._eager = eager
        self._end = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._connections: list[socket.socket] = []
        self.requests: list[bytes] = []
        self.asked = threading.Event()
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._acceptor = threading.Thread(target=self._accept, name="hostile-accept")
        self._acceptor.start()

    def close(self) -> None:
        """End everything, also answers under way."""
        self._end.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._acceptor.join(PATIENCE)
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _accept(self) -> None:
        while not self._end.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._connections.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), name="hostile-serve")
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            if self._eager:
                self._answers[0](connection, self._end)
            while (request := _read_request(connection)) and not self._end.is_set():
                self.requests.append(request)
                self.asked.set()
                answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
                answer(connection, self._end)


def _read_request(connection: socket.socket) -> bytes:
    content = b""
    while b"\r\n\r\n" not in content:
        part = connection.recv(65536)
        if not part:
            return b""
        content += part
    head, _, body = content.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


def head(status: str = "200 OK", length: int | None = 0, **headers: str) -> bytes:
    """The head of an answer; underscores in names stand for dashes."""
    lines = [f"HTTP/1.1 {status}"]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def answers(body: bytes, status: str = "200 OK", **headers: str) -> Answer:
    """Answer properly, whatever the body is."""

    def send(connection: socket.socket, _end: threading.Event) -> None:
        connection.sendall(head(status, len(body), **headers) + body)

    return send


def zipped(body: bytes) -> Answer:
    """Answer compressed."""
    return answers(gzip.compress(body), Content_Encoding="gzip", Content_Type="application/json")


def silence(_connection: socket.socket, end: threading.Event) -> None:
    """Take the request and say nothing."""
    end.wait(PATIENCE)


def hang_up(connection: socket.socket, _end: threading.Event) -> None:
    """Close without a word."""
    connection.shutdown(socket.SHUT_RDWR)


def reset_after(sent: bytes) -> Answer:
    """Send something and reset the connection."""

    def send(connection: socket.socket, _end: threading.Event) -> None:
        connection.sendall(sent)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    return send


def cut_off(body: bytes, promised: int) -> Answer:
    """Promise more than is sent, and close."""

    def send(connection: socket.socket, _end: threading.Event) -> None:
        connection.sendall(head(length=promised) + body)
        connection.shutdown(socket.SHUT_RDWR)

    return send


def drip(start: bytes, drop: bytes, pause: float) -> Answer:
    """Send a little at a time, without end."""

    def send(connection: socket.socket, end: threading.Event) -> None:
        connection.sendall(start)
        while not end.wait(pause):
            connection.sendall(drop)

    return send


def flood(size: int) -> Answer:
    """Send a body of any size without keeping it."""
    block = b" " * 65536

    def send(connection: socket.socket, _end: threading.Event) -> None:
        connection.sendall(head(length=size))
        for _ in range(size // len(block)):
            connection.sendall(block)

    return send


def plaid_error(
    code: str, sort: str = "ITEM_ERROR", status: str = "400 Bad Request", **headers: str
) -> Answer:
    """Refuse as Plaid does."""
    body = {"error_code": code, "error_type": sort, "error_message": "told nobody", "request_id": "req-1"}
    return answers(json.dumps(body).encode(), status, Content_Type="application/json", **headers)
