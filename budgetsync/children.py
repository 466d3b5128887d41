"""The demo's bank and its relay, each in a process of its own that ends with this one, however that ends."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.settings import is_secret

BANK_STATE = "demo-bank.json"
RELAY_STORE = "demo-relay.sqlite"
_RELAY_PORT = "demo-relay.port"
_ANY_PORT = 0
_PATIENCE = 30.0  # seconds


class DemoError(BudgetSyncError):
    """The demo bank or its relay did not start or does not answer."""

    title = "The demo does not work"
    action = "Try again; if it stays, delete the demo's data folder and start anew."


class Child:
    """A server of our own in a process of its own. Use it as a context manager, or call `stop`."""

    def __init__(self, child: subprocess.Popen[str], url: str, words: Sequence[str]) -> None:
        self._child = child
        self.url = url
        """Its address."""
        self.words = words
        """What is typed after the program's name to have the same again, at the same address."""

    @property
    def process_id(self) -> int:
        """The system's number of its process."""
        return self._child.pid

    def stop(self) -> None:
        """Let it write what it has to and end."""
        try:
            self._child.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()

    def __enter__(self) -> Self:
        """Be used in a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.stop()


class BankChild(Child):
    """The demo bank."""

    def __init__(
        self, child: subprocess.Popen[str], url: str, words: Sequence[str], control_token: str
    ) -> None:
        super().__init__(child, url, words)
        self.control_token = control_token
        """What its own side wants."""

    @classmethod
    def start(cls, folder: Path, seed: int, *, shoppers: bool = False) -> Self:
        """Start a bank that remembers its world in a folder.

        Args:
            shoppers: Somebody buys something now and then.

        Raises:
            DemoError: It did not come up.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = str((folder / BANK_STATE).absolute())

        def words(port: str) -> list[str]:
            told = ["bank", "serve", "--port", port, "--seed", str(seed), "--real-clock", "--state", state]
            return [*told, *(["--shoppers"] if shoppers else [])]

        child, url = _start(words(str(_ANY_PORT)))
        if url is None:
            message = "The demo bank did not start; what it said stands above."
            raise DemoError(message)
        assert child.stdout is not None
        # Its keys follow, and last the token of its own side.
        token = [child.stdout.readline() for _ in range(3)][-1].partition("=")[2].strip()
        return cls(child, url, words(_port_of(url)), token)


class RelayChild(Child):
    """A relay for the demo, open for whoever is on this computer."""

    @classmethod
    def start(cls, folder: Path) -> Self:
        """Start a relay that keeps its mailboxes in a folder, at the address of last time where that is free.

        Raises:
            DemoError: It did not come up.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        database = f"sqlite:///{(folder / RELAY_STORE).absolute()}"
        port_file = folder / _RELAY_PORT

        def words(port: str) -> list[str]:
            return ["relay", "serve", "--open", "--listen", f"127.0.0.1:{port}", "--database", database]

        for port in dict.fromkeys((_last_port(port_file), _ANY_PORT)):
            child, url = _start(words(str(port)), quiet=port != _ANY_PORT)
            if url is not None:
                port_file.write_text(_port_of(url), encoding="ascii")
                return cls(child, url, words(_port_of(url)))
        message = "The demo's relay did not start; what it said stands above."
        raise DemoError(message)


def program() -> list[str]:
    """The words that start this very program anew."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "budgetsync"]


def _start(words: Sequence[str], *, quiet: bool = False) -> tuple[subprocess.Popen[str], str | None]:
    """Start a server that prints its address first; None as address where it did not come up.

    Args:
        quiet: Not to show what it says about itself.
    """
    child = subprocess.Popen(  # noqa: S603 - our own program
        [*program(), *words, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
        text=True,
        env={name: value for name, value in os.environ.items() if not is_secret(name)},
    )
    assert child.stdout is not None
    url = child.stdout.readline().split()[-1:]  # a bank's first line is its address, a relay's ends with it
    if url and url[0].startswith("http://"):
        return child, url[0]
    child.kill()
    child.communicate()
    return child, None


def _port_of(url: str) -> str:
    return url.rpartition(":")[2]


def _last_port(port_file: Path) -> int:
    """The port of last time; any where there was none, or what stands there is no port."""
    try:
        return int(port_file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return _ANY_PORT
