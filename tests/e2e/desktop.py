"""An X server of the test's own, with a window manager and, where it is wanted, a tray."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

from tests.e2e.programs import PROGRAM, Program

PATIENCE = 300.0
"""Seconds; a machine may stand still for a minute or two, and nothing is won by giving up early."""
_LARGEST_ICON = 64
_TOOL_SECONDS = 20
Answer = TypeVar("Answer")


@dataclass
class Screen:
    """A display with what runs on it."""

    name: str
    _children: list[subprocess.Popen[str]] = field(default_factory=list)

    @classmethod
    @contextmanager
    def on(
        cls, *, tray: bool, size: tuple[int, int] = (1400, 900), manager: tuple[str, ...] = ("openbox",)
    ) -> Iterator[Screen]:
        """Start a server, a window manager and a tray; the server picks a free number by itself."""
        read, write = os.pipe()
        screen = cls("")
        try:
            screen._start(
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                f"{size[0]}x{size[1]}x24",
                "-nolisten",
                "tcp",
                pass_fds=[write],
            )
            os.close(write)
            with os.fdopen(read) as number:
                screen.name = f":{number.readline().strip()}"
            screen._start(*manager)
            if tray:
                screen.add_tray()
            yield screen
        finally:
            screen._end()

    def add_tray(self) -> None:
        """Have a tray, as a panel that comes late does."""
        self._start("trayer", "--edge", "bottom", "--align", "right", "--width", "10", "--height", "28")

    def remove_tray(self) -> None:
        """End the tray, which was started last."""
        tray = self._children.pop()
        tray.terminate()
        tray.wait()

    def tool(self, *words: str) -> str:
        """Run an X tool to its end and give back what it said; "" where it found nothing.

        One that waits for a window that is gone by now would wait for ever: it is ended, and the caller asks again.
        """
        try:
            done = subprocess.run(
                words,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                check=False,
                timeout=_TOOL_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.strip()

    def search(self, *words: str) -> list[str]:
        """The windows that xdotool finds, whatever comes and goes meanwhile.

        It walks through the tree of all windows, and gives up with an X error where one vanishes under its feet (a
        tooltip, the helper of another xdotool): that says nothing about the others, so it is asked again.
        """
        while True:
            done = subprocess.run(
                ("xdotool", "search", *words),
                env=self._environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
            if "X Error" not in done.stderr:
                return done.stdout.split()

    def windows(self) -> list[str]:
        """The program's windows that are seen now."""
        return [number for number, width in self._shown() if width > _LARGEST_ICON]

    def icons(self) -> list[str]:
        """Its icons in the tray."""
        return [number for number, width in self._shown() if width <= _LARGEST_ICON]

    def _shown(self) -> list[tuple[str, int]]:
        found = []
        for number in self.search("--onlyvisible", "--class", "budgetsync"):
            shape = self.tool("xdotool", "getwindowgeometry", "--shell", number).splitlines()
            sizes = [int(line.partition("=")[2]) for line in shape if line.startswith("WIDTH=")]
            found += [(number, size) for size in sizes]
        return found

    def _start(self, *words: str, pass_fds: list[int] | None = None) -> None:
        child = subprocess.Popen(
            words,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=pass_fds or [],
            text=True,
        )
        self._children.append(child)

    def _end(self) -> None:
        for child in reversed(self._children):
            child.terminate()
            child.wait()

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.name}


@contextmanager
def started(program: Program, screen: Screen, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program on a screen, with a place for its sockets of its own."""
    child = start(program, screen, *words)
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def start(program: Program, screen: Screen, *words: str) -> subprocess.Popen[str]:
    """Start the program on a screen."""
    runtime = program.folder / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return subprocess.Popen(
        [*PROGRAM, *words, "--data-dir", str(program.ledger), "--plaid-url", program.url],
        cwd=program.folder,
        env={**program.environment, "DISPLAY": screen.name, "XDG_RUNTIME_DIR": str(runtime)},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(done: Callable[[], Answer], what: str, program: subprocess.Popen[str] | None = None) -> Answer:
    """Ask again until something is so, and give the answer back.

    Each question takes a process of its own, so nothing is pressed for.

    Args:
        program: Has to be alive meanwhile; where it ended, the test fails with what it said.
    """
    until = time.monotonic() + PATIENCE
    while not (answer := done()):
        if program is not None and program.poll() is not None:
            _, said = program.communicate(timeout=30)
            pytest.fail(f"{what}: the program ended with {program.returncode} and said: {said}")
        assert time.monotonic() < until, what
    return answer


def log_of(folder: Path) -> str:
    """What the program wrote into its log."""
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob("**/*.log")))
