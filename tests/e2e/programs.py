"""The program and the demo bank as real processes."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from budgetsync.children import BankChild
from budgetsync.demo import Control

PROGRAM = (sys.executable, "-m", "budgetsync")


@dataclass(frozen=True)
class Program:
    """The command `budgetsync` in a working folder and a home of its own."""

    folder: Path
    bank: BankChild | None = None

    @property
    def ledger(self) -> Path:
        """The data folder that `run` names."""
        return self.folder / "ledger"

    @property
    def url(self) -> str:
        """Where the bank answers."""
        assert self.bank is not None
        return self.bank.url

    @property
    def environment(self) -> dict[str, str]:
        """No setting and no display of whoever runs the tests gets in."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if "PLAID" not in name and name != "QT_QPA_PLATFORM"  # the window tests put Qt off screen
        }
        home = str(self.folder / "home")
        return {
            **kept,
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
            "DISPLAY": "",
            "WAYLAND_DISPLAY": "",
            "DBUS_SESSION_BUS_ADDRESS": "",
            "PYTHONWARNINGS": "error",
        }

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command on the data folder, at the bank where there is one, to its end."""
        words = [*arguments, "--data-dir", str(self.ledger)]
        if self.bank is not None:
            words += ["--plaid-url", self.bank.url]
        return self.run_plain(*PROGRAM, *words, **env)

    def run_plain(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run anything in the working folder."""
        return subprocess.run(
            words,
            cwd=self.folder,
            env={**self.environment, **env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def told(self, *arguments: str) -> Any:  # noqa: ANN401 - JSON
        """What a command says as JSON."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    @property
    def control(self) -> Control:
        """The bank's own side."""
        assert self.bank is not None
        return Control(self.bank.url, self.bank.control_token)

    def world(self) -> dict[str, Any]:
        """What the bank says is true."""
        return asyncio.run(self.control.fetch_world())

    def let_days_pass(self, days: int) -> None:
        """News come in at the bank."""
        asyncio.run(self.control.advance(days))
