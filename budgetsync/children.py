"""The demo's servers, each in a process of its own that ends with this one, however that ends."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.settings import is_secret

BANK_STATE = "demo-bank.json"
_PATIENCE = 30.0  # seconds


class DemoError(BudgetSyncError):
    """The demo bank did not start or does not answer."""

    title = "The demo bank does not work"
    action = "Try again; if it stays, delete the demo's data folder and start anew."


class Child:
    """A server of our own in a process of its own. Use it as a context manager, or call `stop`."""

    def __init__(self, child: subprocess.Popen[str], url: str) -> None:
        self._child = child
        self.url = url
        """Its address."""

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

    def __init__(self, child: subprocess.Popen[str], url: str, control_token: str) -> None:
        super().__init__(child, url)
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
        state = str(folder / BANK_STATE)
        words = ["bank", "serve", "--port", "0", "--seed", str(seed), "--real-clock", "--state", state]
        child, url = _start([*words, *(["--shoppers"] if shoppers else [])])
        if url is None:
            message = "The demo bank did not start; what it said stands above."
            raise DemoError(message)
        assert child.stdout is not None
        # Its keys follow, and last the token of its own side.
        token = [child.stdout.readline() for _ in range(3)][-1].partition("=")[2].strip()
        return cls(child, url, token)


def program() -> list[str]:
    """The words that start this very program anew."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "budgetsync"]


def _start(words: Sequence[str]) -> tuple[subprocess.Popen[str], str | None]:
    """Start a server that prints its address first; None as address where it did not come up."""
    child = subprocess.Popen(  # noqa: S603 - our own program
        [*program(), *words, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if not is_secret(name)},
    )
    assert child.stdout is not None
    url = child.stdout.readline().strip()
    if url.startswith("http://"):
        return child, url
    child.kill()
    child.communicate()
    return child, None
