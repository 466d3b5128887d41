"""Bank, relay and desktops as real processes on a real disk, with the limits that are shipped."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import IO, Any

from tests.reliability.daemon_processes import Bank, Home

PROGRAM = (sys.executable, "-m", "budgetsync")
PATIENCE = 60.0
"""Seconds that anything may take to come up."""
MARK = "Event"
"""What the rows are called that a campaign makes at the bank."""


class CampaignError(Exception):
    """The stage could not be set up, so nothing was measured."""


def open_program(home: Home, errors: str, words: Sequence[str]) -> subprocess.Popen[str]:
    """Start the program; what it complains of is added to a file of that name in its home."""
    with (home.folder / errors).open("a") as complaints:
        return subprocess.Popen(
            (*PROGRAM, *words),
            cwd=home.folder,
            env=home.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )


@dataclass
class RelayProcess:
    """The relay, which can be killed and started anew at the same address."""

    home: Home
    port: int = 0
    url: str = ""
    _child: subprocess.Popen[str] | None = None

    @property
    def store(self) -> Path:
        """Its database."""
        return self.home.folder / "relay.sqlite"

    def start(self) -> None:
        """Start it; it answers when this returns."""
        words = ["relay", "serve", "--open", "--listen", f"127.0.0.1:{self.port}"]
        words += ["--database", f"sqlite:///{self.store}"]
        self._child = open_program(self.home, "relay.err", words)
        assert self._child.stdout is not None
        self.url = self._child.stdout.readline().rpartition(" ")[2].strip()
        if not self.url.startswith("http://"):
            message = f"the relay did not start: {(self.home.folder / 'relay.err').read_text()[-2_000:]}"
            raise CampaignError(message)
        self.port = int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """Kill it by SIGKILL."""
        assert self._child is not None
        self._child.kill()
        self._child.communicate()

    @property
    def pid(self) -> int:
        """The system's number of its process."""
        assert self._child is not None
        return self._child.pid

    @contextmanager
    def running(self) -> Iterator[RelayProcess]:
        """Have it run meanwhile."""
        self.start()
        try:
            yield self
        finally:
            if self._child is not None and self._child.poll() is None:
                self.kill()


@dataclass
class DaemonProcess:
    """The program without a window, which can be killed and started anew."""

    home: Home
    bank: Bank
    _child: subprocess.Popen[str] | None = None

    def start(self, *, wait: bool = True) -> None:
        """Start it.

        Args:
            wait: Until it works.
        """
        words = ("daemon", "--quiet", "--data-dir", str(self.home.ledger), "--plaid-url", self.bank.url)
        self._child = open_program(self.home, "daemon.err", words)
        assert self._child.stdout is not None
        if wait and not self._child.stdout.readline():
            said = (self.home.folder / "daemon.err").read_text(encoding="utf-8")
            message = f"the daemon did not start: {said[-2_000:]}"
            raise CampaignError(message)

    def kill(self) -> None:
        """Kill it by SIGKILL."""
        assert self._child is not None
        self._child.kill()
        self._child.communicate()

    @contextmanager
    def running(self) -> Iterator[DaemonProcess]:
        """Have it run meanwhile."""
        self.start()
        try:
            yield self
        finally:
            if self._child is not None and self._child.poll() is None:
                self.kill()


def furnish(home: Home, bank: Bank, relay: RelayProcess, first: int, count: int) -> list[str]:
    """Make a ledger that is paired and has connections of its own; returns the bank's ids of them."""
    words = ("--first", str(first), "--count", str(count), "--relay", relay.url)
    done = subprocess.run(
        (sys.executable, "-m", "tests.reliability.relay_ledger", bank.url, str(home.ledger), *words),
        cwd=home.folder,
        env=home.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CampaignError(done.stderr)
    ids: list[str] = json.loads(done.stdout)
    return ids


@dataclass
class Watched:
    """The desktop program with a probe in it.

    Attributes:
        seen: When each row was first in the window's model, by what it is called: seconds since 1970.
    """

    home: Home
    items: list[str]
    seen: dict[str, float] = field(default_factory=dict)
    _child: subprocess.Popen[str] | None = None
    _records: IO[str] | None = None
    _rest: str = ""

    def start(self, bank: Bank) -> None:
        """Start it off screen, with its Transactions page in front."""
        records = self.home.folder / "seen.txt"
        records.touch()
        self._records = records.open(encoding="utf-8")
        runtime = self.home.folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        with (self.home.folder / "desktop.err").open("w") as errors:
            self._child = subprocess.Popen(
                (
                    *(sys.executable, "-m", "tests.reliability.relay_probe", str(records)),
                    *("window", "--page", "transactions"),
                    *("--data-dir", str(self.home.ledger), "--plaid-url", bank.url),
                ),
                cwd=self.home.folder,
                env={
                    **self.home.environment,
                    "QT_QPA_PLATFORM": "offscreen",
                    "XDG_RUNTIME_DIR": str(runtime),
                    "PYTHONWARNINGS": "default",
                },
                stdin=subprocess.PIPE,
                stdout=errors,
                stderr=errors,
                text=True,
            )

    def cut(self, port: int) -> None:
        """Cut its connections to a port of this computer, as a network that goes away does."""
        assert self._child is not None
        assert self._child.stdin is not None
        self._child.stdin.write(f"cut {port}\n")
        self._child.stdin.flush()

    def look(self) -> None:
        """Read what the probe saw since the last look."""
        assert self._child is not None
        assert self._records is not None
        if self._child.poll() is not None:
            said = (self.home.folder / "desktop.err").read_text(encoding="utf-8")
            message = f"a desktop ended with {self._child.returncode}: {said[-2_000:]}"
            raise CampaignError(message)
        *lines, self._rest = (self._rest + self._records.read()).split("\n")
        for line in lines:
            at, _, name = line.partition(" ")
            self.seen.setdefault(name, float(at))

    def stop(self) -> None:
        """Tell it to end, and wait for that."""
        if self._records is not None:
            self._records.close()
        if self._child is None:
            return
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
        try:
            self._child.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()


def wait_until_seen(desktops: Sequence[Watched], names: Sequence[str], seconds: float) -> list[str]:
    """Wait until the window's models have shown some rows; returns those that they never did."""
    until = time.monotonic() + seconds
    while True:
        for desktop in desktops:
            desktop.look()
        left = [name for name in names if not any(name in desktop.seen for desktop in desktops)]
        if not left or time.monotonic() > until:
            return left
        rest(0.05)


_TOLD = "SELECT count(*) FROM item WHERE webhook_url = (SELECT address FROM mailbox)"


def wait_until_told(home: Home, items: int) -> None:
    """Wait until the bank was told where each connection's news go.

    Raises:
        CampaignError: It was not.
    """
    until = time.monotonic() + PATIENCE
    while (told := ask(home, _TOLD)[0][0]) < items:
        if time.monotonic() > until:
            message = f"of {items} connections, the bank was told of {told} where their news go"
            raise CampaignError(message)
        rest(0.1)


def rest(seconds: float) -> None:
    """Let time pass: for processes that have nothing to say until then."""
    Event().wait(seconds)


def ask(home: Home, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Ask a ledger's file."""
    with closing(sqlite3.connect(home.ledger / "ledger.sqlite", timeout=PATIENCE)) as connection:
        return connection.execute(sql, values).fetchall()
