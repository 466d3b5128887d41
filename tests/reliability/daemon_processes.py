"""The daemon and its bank as real processes, and what the system says of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import httpx

_PROGRAM = (sys.executable, "-m", "budgetsync")
TOKEN = "of-the-campaign"
_ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0  # seconds


class Sample(NamedTuple):
    """What a process takes at one moment.

    Attributes:
        rss: Resident memory, in KiB.
        files: Open file handles.
    """

    rss: int
    threads: int
    files: int

    @classmethod
    def take(cls, pid: int) -> Sample:
        """Ask the system."""
        told = dict(
            line.split(":", 1)
            for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
        )
        files = len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208 - names that vanish meanwhile are no matter
        return cls(int(told["VmRSS"].split()[0]), int(told["Threads"]), files)


def middle(samples: list[Sample]) -> Sample:
    """The medians of several."""
    return Sample(*(round(median(figures)) for figures in zip(*samples, strict=True)))


def cpu_seconds(pid: int) -> float:
    """Processor time that a process took since it began, by all of its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Bank:
    """The demo bank's own side."""

    url: str

    def ask(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        """Ask its control interface."""
        headers = {"Authorization": f"Bearer {TOKEN}"}
        answer = httpx.request(method, self.url + path, json=body, headers=headers, timeout=_PATIENCE)
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told

    def now(self) -> datetime:
        """Its time."""
        return datetime.fromisoformat(self.ask("GET", "/control/clock")["now"])

    def world(self, *, transactions: bool = False) -> dict[str, Any]:
        """What it holds."""
        return self.ask("GET", f"/control/world?history=false&transactions={str(transactions).lower()}")


@dataclass(frozen=True)
class Home:
    """A temporary folder that bank and daemon live in, away from everything of whoever starts them."""

    folder: Path

    @property
    def ledger(self) -> Path:
        """The data folder."""
        return self.folder / "ledger"

    @property
    def environment(self) -> dict[str, str]:
        """No setting, no display and no bus gets in."""
        kept = {
            name: value for name, value in os.environ.items() if "PLAID" not in name and "SYNC" not in name
        }
        home = str(self.folder / "home")
        buses = {f"DBUS_{bus}_BUS_ADDRESS": f"unix:path={self.folder}/none" for bus in ("SYSTEM", "SESSION")}
        paths = {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CONFIG_HOME": f"{home}/config"}
        return {**kept, **buses, **paths, "PYTHONPATH": str(_ROOT), "PYTHONWARNINGS": "error"}

    @contextmanager
    def bank(self, seed: int, factor: float | None = None, *, shoppers: bool = False) -> Iterator[Bank]:
        """The demo bank in a process of its own; with a factor it is lively, and tomorrow there.

        Args:
            shoppers: Somebody buys something now and then.
        """
        words = ["bank", "serve", "--seed", str(seed), "--control-token", TOKEN, "--until-stdin-closes"]
        words += [*(["--shoppers"] if shoppers else []), "--real-clock"]
        if factor is not None:
            # Ahead of the computer, so that what was done before the daemon's clock begins lies in its past.
            tomorrow = _today() + timedelta(days=1)
            words[-1:] = ["--clock-factor", str(factor), "--today", tomorrow.isoformat(), "--lively"]
        with (self.folder / "bank.err").open("w") as errors:
            child = subprocess.Popen(
                (*_PROGRAM, *words),
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
            try:
                assert child.stdout is not None
                yield Bank(child.stdout.readline().strip())
            finally:
                try:
                    child.communicate(timeout=_PATIENCE)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.communicate()

    def run(self, bank: Bank, *words: str) -> str:
        """Run a command to its end; returns what it printed."""
        done = subprocess.run(
            (*_PROGRAM, *words, "--data-dir", str(self.ledger), "--plaid-url", bank.url),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        if done.returncode:
            message = f"{' '.join(words)} ended with {done.returncode}: {done.stderr}"
            raise RuntimeError(message)
        return done.stdout

    @contextmanager
    def daemon(self, bank: Bank, *words: str) -> Iterator[subprocess.Popen[str]]:
        """The daemon; what it says goes to daemon.out and daemon.err."""
        words = ("daemon", "--data-dir", str(self.ledger), "--plaid-url", bank.url, *words)
        with (self.folder / "daemon.out").open("w") as out, (self.folder / "daemon.err").open("w") as errors:
            child = subprocess.Popen(
                (*_PROGRAM, *words),
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=errors,
                text=True,
            )
            try:
                yield child
            finally:
                if child.poll() is None:
                    child.kill()
                child.wait()

    def log(self) -> list[dict[str, Any]]:
        """The lines of the daemon's log, oldest file last."""
        files = sorted((self.ledger / "logs").glob("budgetsync.jsonl*"))
        return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    def said(self) -> str:
        """What the daemon said on stderr."""
        return (self.folder / "daemon.err").read_text(encoding="utf-8")


def lives_on(child: subprocess.Popen[str], seconds: float) -> bool:
    """Wait; returns early and False where the process ends meanwhile."""
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def _today() -> date:
    return datetime.now(UTC).date()
