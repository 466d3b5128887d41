"""A monkey at the real program: random clicks, keys, drags and sizes, while the demo bank lives on.

python -m tests.reliability.monkey --minutes 30 --seed 1

Bank and program are processes of their own in a home that is thrown away, on a screen of their own. The bank has
shoppers, days that pass, and calls that go wrong. It fails where the program throws an exception, where a turn of its
GUI thread takes more than 100 ms of CPU, where its memory, threads or files grow, and where it ends by anything but
what ends it; then it is started anew. The same seed does the same things in the same order; what the program makes of
them depends on how quick the computer is.
"""

from __future__ import annotations

import argparse
import compileall
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Final

from tests.e2e.desktop import Screen
from tests.reliability.daemon_days import swelling
from tests.reliability.daemon_processes import Bank, Home, Sample, lives_on, middle
from tests.reliability.monkey_acts import SCREEN, Act, Monkey

INSTITUTIONS: Final = ("ins_109508", "ins_109509", "ins_109510")
_SAMPLE_EVERY: Final = 2.0  # seconds
_NEWS_EVERY: Final = 20.0
_LONG_LIFE: Final = 240.0
"""Seconds that a process has to live for its memory to tell anything."""
_PATIENCE: Final = 60.0
_PACKAGE: Final = Path(__file__).parents[2] / "budgetsync"
_PROBE: Final = (sys.executable, "-m", "tests.reliability.monkey_probe")
_NO_KEYS: Final = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><desktops><number>1</number></desktops>
<focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
<mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/>
</mousebind></context></mouse>
<applications><application class="*"><decor>no</decor></application></applications></openbox_config>
"""


@dataclass
class Life:
    """One process of the program, from its start to its end."""

    began: float
    samples: list[Sample] = field(default_factory=list)
    ended: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it lived."""
        return self.ended - self.began

    def growth(self) -> list[str]:
        """What grew between its second and its last quarter; nothing where it did not live long enough to tell."""
        return swelling(*self.quarters()) if self.seconds >= _LONG_LIFE else []

    def quarters(self) -> tuple[Sample, Sample]:
        """What it took in its second and in its last quarter."""
        quarter = max(1, len(self.samples) // 4)
        return middle(self.samples[quarter : 2 * quarter] or self.samples), middle(self.samples[-quarter:])


@dataclass
class Outcome:
    """What came of it."""

    acts: Counter[str] = field(default_factory=Counter)
    lives: list[Life] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    stalls: list[str] = field(default_factory=list)
    struck: int = 0

    @property
    def longest(self) -> Life | None:
        """The process that lived longest."""
        return max(self.lives, key=lambda life: life.seconds, default=None)


class Program:
    """The program under its probe, started anew whenever it was ended."""

    def __init__(self, home: Home, bank: Bank, screen: Screen) -> None:
        self._home, self._bank, self._screen = home, bank, screen
        self._child: subprocess.Popen[str] | None = None
        self.window = ""
        self.stalls = home.folder / "stalls.txt"
        self.errors = home.folder / "program.err"

    def start(self) -> None:
        """Start it and wait for its window."""
        runtime = self._home.folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        stubs = self._home.folder / "bin"
        words = ("window", "--data-dir", str(self._home.ledger), "--plaid-url", self._bank.url)
        environment = {
            **self._home.environment,
            "DISPLAY": self._screen.name,
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CACHE_HOME": str(self._home.folder / "cache"),
            "PATH": str(stubs),
            "LC_ALL": "C.UTF-8",
            "SYNC_SCHEDULE_INTERVAL": "30000",
        }
        with self.errors.open("a", encoding="utf-8") as errors:
            self._child = subprocess.Popen(
                [*_PROBE, str(self.stalls), *words],
                cwd=self._home.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                text=True,
            )
        self.find_window()

    def find_window(self) -> bool:
        """Wait until it has a window; False where it ends instead, or has none for long."""
        until = time.monotonic() + _PATIENCE
        while self.exit_code is None and time.monotonic() < until:
            if found := self._screen.windows():
                self.window = found[0]
                return True
            self.lives_on(0.2)
        return False

    def lives_on(self, seconds: float) -> bool:
        """Let it live for so long; False at once where it ends meanwhile."""
        assert self._child is not None
        return lives_on(self._child, seconds)

    @property
    def exit_code(self) -> int | None:
        """How it ended; None while it lives."""
        return 0 if self._child is None else self._child.poll()

    @property
    def pid(self) -> int:
        """The system's number of its process."""
        assert self._child is not None
        return self._child.pid

    def end(self) -> int | None:
        """Have it end as a system that shuts down does; its exit code, None where it did not."""
        assert self._child is not None
        self._child.terminate()
        try:
            return self._child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
            return None


class Campaign:
    """Lets a monkey play for some minutes."""

    def __init__(self, seed: int, home: Home, bank: Bank, screen: Screen, record: IO[str]) -> None:
        self._monkey = Monkey(seed)
        self._dice = Random(seed)  # noqa: S311 - as above
        self._bank, self._screen, self._record, self._home = bank, screen, record, home
        self._program = Program(home, bank, screen)
        self.outcome = Outcome()

    def play(self, seconds: float) -> None:
        """Play; what went wrong is in the outcome."""
        begun = time.monotonic()
        self._begin_life()
        next_sample = next_news = begun
        while time.monotonic() - begun < seconds and len(self.outcome.failures) == 0:
            now = time.monotonic()
            if now >= next_sample:
                self._take_sample()
                next_sample = now + _SAMPLE_EVERY
            if now >= next_news:
                self._make_news()
                next_news = now + _NEWS_EVERY
            if self._program.exit_code is not None:
                self._look_at_the_end()
                self._begin_life()
            self._do(self._monkey.draw())
        self._end()

    def close(self) -> None:
        """Leave no process behind, however it ended."""
        if self._program.exit_code is None:
            self._program.end()

    def _do(self, act: Act) -> None:
        words = [word.replace("{window}", self._program.window) for word in act.words]
        self.outcome.acts[act.name.partition(" ")[0]] += 1
        self._record.write(f"{time.time():.1f} {self.outcome.acts.total()} {act.name}: {' '.join(words)}\n")
        self._record.flush()
        self._screen.tool("xdotool", *words)
        self._program.lives_on(act.pause)

    def _begin_life(self) -> None:
        self.outcome.lives.append(Life(time.monotonic()))
        self._program.start()
        if self._program.exit_code is None and not self._program.window:
            self.outcome.failures.append("the program lives and has no window")
        self._screen.tool("xdotool", "windowmove", self._program.window, "0", "0")
        self._screen.tool("xdotool", "windowsize", self._program.window, *map(str, SCREEN))

    def _take_sample(self) -> None:
        if self._program.exit_code is None:
            self.outcome.lives[-1].samples.append(Sample.take(self._program.pid))
            self.outcome.lives[-1].ended = time.monotonic()

    def _make_news(self) -> None:
        days = self._dice.choice((0, 0, 1, 1, 3))
        if days:
            self._bank.ask("POST", "/control/advance", {"days": days})

    def _look_at_the_end(self) -> None:
        self.outcome.lives[-1].ended = time.monotonic()
        if (code := self._program.exit_code) != 0:
            self.outcome.failures.append(f"the program ended with {code}")

    def _end(self) -> None:
        if self._program.exit_code is None:
            self._take_sample()
            if (code := self._program.end()) != 0:
                self.outcome.failures.append(f"the program ended with {code} when it was told to")
        self._judge()

    def _judge(self) -> None:
        outcome = self.outcome
        said = self._program.errors.read_text("utf-8")
        outcome.failures += tracebacks(said, self._home.log())
        if self._program.stalls.exists():
            outcome.stalls = self._program.stalls.read_text("utf-8").split("\n@")
            outcome.failures += [f"stall {stall.removeprefix('@')}" for stall in outcome.stalls]
        if (longest := outcome.longest) is not None:
            outcome.failures += longest.growth()
        rules = self._bank.ask("GET", "/control/faults")["rules"]
        outcome.struck = sum(int(rule["struck"]) for rule in rules)


def tracebacks(said: str, log: Sequence[Mapping[str, object]]) -> list[str]:
    """Find exceptions that nobody expected: on standard error, and in the log."""
    found = [f"on stderr: {part[-1_500:]}" for part in said.split("Traceback (most recent call last)")[1:]]
    found += [f"in the log: {json.dumps(line)[-1_500:]}" for line in log if "trace" in line]
    return found


def faults() -> list[dict[str, object]]:
    """What goes wrong at the bank: about every tenth call, so that the person mostly sees a program that works."""

    def rule(kind: str, every: int, **more: object) -> dict[str, object]:
        return {"kind": kind, "every": every, "endpoint": "/[ait]*", **more}

    return [
        rule("rate_limited", 41),
        rule("server_error", 37, status=500),
        rule("reset", 43),
        rule("truncated_json", 53),
        rule("slow_drip", 29, seconds=0.4),
        rule("error", 59, code="INSTITUTION_DOWN"),
        rule("login_required", 211),
    ]


@contextmanager
def stubs(folder: Path) -> Iterator[None]:
    """Put in what a system opens addresses and folders with: here it opens nothing."""
    folder.mkdir()
    for name in ("xdg-open", "gio", "sensible-browser", "x-www-browser"):
        (folder / name).write_text("#!/bin/sh\nexit 0\n", "utf-8")
        (folder / name).chmod(0o700)
    yield


def live(minutes: float, seed: int, folder: Path) -> Outcome:
    """Set everything up in a folder, and play."""
    compileall.compile_dir(str(_PACKAGE), quiet=1)  # a program that is installed is compiled
    home = Home(folder)
    (folder / "home").mkdir(parents=True)
    config = folder / "openbox.xml"
    config.write_text(_NO_KEYS, "utf-8")
    with (
        stubs(folder / "bin"),
        home.bank(seed, shoppers=True) as bank,
        Screen.on(tray=False, size=SCREEN, manager=("openbox", "--config-file", str(config))) as screen,
        (folder / "acts.txt").open("w", encoding="utf-8") as record,
    ):
        for institution in INSTITUTIONS:
            home.run(bank, "connect", "--institution", institution, "--sync")
        bank.ask("POST", "/control/faults", faults())
        campaign = Campaign(seed, home, bank, screen, record)
        try:
            campaign.play(60 * minutes)
        finally:
            campaign.close()
            bank.ask("DELETE", "/control/faults")
        return campaign.outcome


def conclude(outcome: Outcome, minutes: float, seed: int) -> str:
    """Say in one line what came of it."""
    verdict = "passed" if not outcome.failures else "FAILED"
    longest = outcome.longest
    memory = ""
    if longest is not None and longest.samples:
        quarter = max(1, len(longest.samples) // 4)
        before, after = (
            middle(longest.samples[quarter : 2 * quarter] or longest.samples),
            middle(longest.samples[-quarter:]),
        )
        memory = f"; memory {before.rss / 1024:.0f} -> {after.rss / 1024:.0f} MiB in {longest.seconds / 60:.1f} min"
    return (
        f"monkey: {verdict} after {outcome.acts.total():,} acts in {minutes:.1f} min (seed {seed}); "
        f"{len(outcome.lives)} lives, {len(outcome.stalls)} stalls over 100 ms, {outcome.struck} faults at the bank"
        f"{memory}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print what came of it; 1 where it fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="live there, and leave everything behind")
    options = parser.parse_args(arguments)
    for number in (signal.SIGINT, signal.SIGTERM):  # also where a shell has it ignore the first
        signal.signal(number, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="monkey-") as room:
        folder = options.keep or Path(room) / "home"
        folder.mkdir(exist_ok=True, parents=True)
        begun = time.monotonic()
        outcome = live(options.minutes, options.seed, folder)
        minutes = (time.monotonic() - begun) / 60
    for failure in outcome.failures[:20]:
        sys.stdout.write(f"  {failure}\n")
    sys.stdout.write(f"{conclude(outcome, minutes, options.seed)}\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
