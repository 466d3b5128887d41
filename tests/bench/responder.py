"""A static responder: replays the demo bank's answers, byte for byte, and does next to nothing else.

The floor and the program read from it, so that neither is measured against a bank that has to think. While
it records (an upstream is set), a request that it does not know is passed on and the answer kept as ready
bytes, header included; afterwards each answer is one lookup and one send. It runs in a process of its own,
a thread for each connection, and says its address as the first line of its output.

Run as `python -m tests.bench.responder UPSTREAM`. Its own requests, beside the bank's:
    POST /bench/freeze   stop recording; what is unknown is then answered with 404
    POST /bench/tape     the requests that were recorded, in order, with the sizes of their answers
    POST /bench/stats    requests answered since the last call, and the seconds in which any was in work
"""

import json
import socket
import sys
import threading
import time
import urllib.request
from dataclasses import dataclass, field

_END = b"\r\n\r\n"
_PIECE = 65_536
_DROPPED = {"host", "content-length", "connection", "accept-encoding"}


@dataclass(slots=True)
class _Answer:
    """A recorded answer, ready to be sent."""

    path: str
    body: str
    size: int
    ready: bytes


@dataclass(slots=True)
class Tape:
    """What was recorded, and what was replayed since the last look."""

    upstream: str
    answers: dict[bytes, _Answer] = field(default_factory=dict)
    spans: list[tuple[float, float]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> bytes:
        """Find the ready bytes for a request, or fetch them once while recording."""
        if path.startswith("/bench/"):
            return self._own(path)
        key = path.encode() + b"\n" + body
        known = self.answers.get(key)
        if known is None:
            if not self.upstream:
                return ready(404, b'{"error_code":"NOT_RECORDED","error_type":"BENCH"}')
            with self.lock:
                content = _forward(self.upstream + path, headers, body)
                known = self.answers[key] = _Answer(path, body.decode(), len(content), ready(200, content))
        return known.ready

    def _own(self, path: str) -> bytes:
        if path == "/bench/freeze":
            self.upstream = ""
            return ready(200, b"{}")
        if path == "/bench/tape":
            listed = [{"path": a.path, "body": a.body, "size": a.size} for a in self.answers.values()]
            return ready(200, json.dumps(listed).encode())
        spans, self.spans = self.spans, []
        return ready(200, json.dumps({"requests": len(spans), "busy": covered(spans)}).encode())


def covered(spans: list[tuple[float, float]]) -> float:
    """Sum up the time that spans cover, each moment once."""
    total, until = 0.0, float("-inf")
    for begin, end in sorted(spans):
        if end > until:
            total += end - max(begin, until)
            until = end
    return total


def ready(status: int, content: bytes) -> bytes:
    """Make a whole HTTP/1.1 answer that keeps the connection open."""
    head = (
        f"HTTP/1.1 {status} -\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def _forward(url: str, headers: dict[str, str], body: bytes) -> bytes:
    kept = {name: value for name, value in headers.items() if name.lower() not in _DROPPED}
    request = urllib.request.Request(url, body, kept, method="POST")  # noqa: S310 - the loopback's bank
    with urllib.request.urlopen(request) as response:  # noqa: S310
        content: bytes = response.read()
    return content


def _serve(connection: socket.socket, tape: Tape) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    held = b""
    with connection:
        while True:
            while _END not in held:
                piece = connection.recv(_PIECE)
                if not piece:
                    return
                held += piece
            head, _, held = held.partition(_END)
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = dict(line.split(": ", 1) for line in lines)
            length = next((int(v) for name, v in headers.items() if name.lower() == "content-length"), 0)
            while len(held) < length:
                held += connection.recv(_PIECE)
            body, held = held[:length], held[length:]
            path = first.split(" ", 2)[1]
            begun = time.monotonic()
            connection.sendall(tape.answer(path, headers, body))
            if not path.startswith("/bench/"):
                tape.spans.append((begun, time.monotonic()))


def main() -> None:
    """Serve until the process is ended."""
    tape = Tape(sys.argv[1])
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        sys.stdout.write(f"http://127.0.0.1:{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_serve, args=(connection, tape), daemon=True).start()


if __name__ == "__main__":
    main()
