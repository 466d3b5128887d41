"""Forks a child that has everything imported, and lets strace count, kill or fail its writes.

The child stands still until strace holds it, so every write that it makes is seen. It tells its words by a socket
(`sendto`), which is none of the calls that are counted.
"""

from __future__ import annotations

import ctypes
import os
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TextIO

WRITES = (
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "?rename",
    "renameat",
    "renameat2",
    "?unlink",
    "unlinkat",
)
"""Calls after each of which a disk may have changed for good."""
_CALL = re.compile(r"(\d+) +(\w+)\(")
_PR_SET_PTRACER, _ANY = 0x59616D61, ctypes.c_ulong(-1)
OnWord = Callable[[str, socket.socket, "subprocess.Popen[str] | None"], None]
_PATIENCE = 10  # seconds until the end of a child that has said its last
_LONGEST_LINE = 1 << 16


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place to die at: before the `number`-th call of a kind that a thread makes."""

    call: str
    number: int


@dataclass(slots=True)
class Ended:
    """How a child ended.

    Attributes:
        status: What `waitpid` said.
        words: What it told before.
    """

    status: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def killed(self) -> bool:
        """Whether it died of SIGKILL."""
        return os.WIFSIGNALED(self.status) and os.WTERMSIG(self.status) == signal.SIGKILL

    @property
    def well(self) -> bool:
        """Whether it came to its end."""
        return self.status == 0


class Words:
    """The child's side of the line between the two."""

    def __init__(self, line: socket.socket, *, quiet: bool = False) -> None:
        self.line = line
        self._quiet = quiet

    def tell(self, word: str) -> None:
        """Say a word; it has left the process when this returns."""
        if not self._quiet:
            self.line.sendall(f"{word}\n".encode())


def run(
    work: Callable[[Words], None],
    strace: tuple[str, ...] = (),
    on_word: OnWord | None = None,
) -> Ended:
    """Run a function in a forked child.

    Args:
        strace: Its options; none = the child is left alone.
        on_word: Called with each word as it comes, with the line back to the child and with strace.
    """
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        ours.close()
        _live(work, theirs)
    theirs.close()
    ended = Ended()
    with ours, ours.makefile(encoding="utf-8") as lines:
        ready = lines.readline()
        assert ready == "ready\n"
        with _holding(child, strace) as tracer:
            _follow(ended, ours, lines, tracer, on_word)
            _wait_for_end(child, tracer)
        _, ended.status = os.waitpid(child, 0)
    return ended


def _follow(
    ended: Ended,
    line: socket.socket,
    words: TextIO,
    tracer: subprocess.Popen[str] | None,
    on_word: OnWord | None,
) -> None:
    """Let the child go, and listen until it has said its last."""
    if tracer is not None:
        _wait_until_held(tracer)
    line.sendall(b"go\n")
    for word in words:
        ended.words.append(word.rstrip("\n"))
        if on_word is not None:
            on_word(ended.words[-1], line, tracer)


def count(work: Callable[[Words], None]) -> list[Boundary]:
    """Find the boundaries of a piece of work, in their order.

    strace counts for each thread by itself, so the second thread that comes to its n-th call of a kind cannot be
    killed there: that place is the first one's.
    """
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as report:
        ended = run(work, ("-e", f"trace={','.join(WRITES)}", "-o", report.name))
        if not ended.well:
            raise AssertionError(ended)
        seen: dict[tuple[str, str], int] = {}
        found: dict[Boundary, None] = {}
        for line in report:
            match = _CALL.match(line)
            if match is not None:
                seen[match[1], match[2]] = number = seen.get((match[1], match[2]), 0) + 1
                found[Boundary(match[2], number)] = None
    return list(found)


def killing(place: Boundary) -> tuple[str, ...]:
    """Options that kill the child before it makes a call."""
    return _injecting(place.call, f"signal=SIGKILL:when={place.number}")


def failing(calls: tuple[str, ...], error: str, first: int) -> tuple[str, ...]:
    """Options that have calls fail from the n-th on, as on a full disk, until strace lets go."""
    return _injecting(",".join(calls), f"error={error}:when={first}+")


def _injecting(calls: str, what: str) -> tuple[str, ...]:
    return ("-e", f"trace={calls}", "-e", f"inject={calls}:{what}", "-o", os.devnull)


@contextmanager
def _holding(child: int, options: tuple[str, ...]) -> Iterator[subprocess.Popen[str] | None]:
    if not options:
        yield None
        return
    command = ["strace", "-f", "-p", str(child), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as tracer:
        try:
            yield tracer
        finally:
            let_go(tracer)


def let_go(tracer: subprocess.Popen[str]) -> None:
    """Have strace let go of the child, which goes on as if it had never been held; nothing is recorded any more.

    Killed, it cannot wait for a thread that never stops: the system itself frees what it held.
    """
    tracer.kill()
    tracer.wait()


def _wait_for_end(child: int, tracer: subprocess.Popen[str] | None) -> None:
    """Wait until a child has ended and strace has written that down, but not for ever.

    Now and then strace misses the end of one of the threads of a killed child, which then stays half dead.
    """
    ended = os.pidfd_open(child)
    try:
        select.select([ended], [], [], _PATIENCE)
    finally:
        os.close(ended)
    if tracer is not None:
        with suppress(subprocess.TimeoutExpired):
            tracer.wait(_PATIENCE)


def _wait_until_held(tracer: subprocess.Popen[str]) -> None:
    assert tracer.stderr is not None
    line = tracer.stderr.readline()
    if "attached" not in line:
        message = f"strace does not hold the child: {line}"
        raise RuntimeError(message)


def _live(work: Callable[[Words], None], line: socket.socket) -> None:
    """Be the child; never returns."""
    status = 1
    try:
        # Where only descendants may be traced, a brother has to be let.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANY, 0, 0, 0)
        words = Words(line)
        words.tell("ready")
        line.recv(_LONGEST_LINE)
        work(words)
        status = 0
    except BaseException as error:  # noqa: BLE001 - the end of a process of its own, told to its parent
        text = "".join(traceback.format_exception(error)).replace("\n", " | ")
        line.sendall(f"crashed: {text}\n".encode())
    finally:
        sys.stdout.flush()
        os._exit(status)
