"""A person at the program's window: sees what is there, and has a mouse and a keyboard."""

from __future__ import annotations

import json
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.desktop import Screen, wait_until
from tests.e2e.programs import Program

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Thing:
    """Something that is seen.

    Attributes:
        kind: Class of the widget, or cell, tab, menu (of the bar), entry (of a menu).
        name: What a screen reader calls it; of a cell, its table.
        text: What it says.
        about: What a screen reader adds.
    """

    kind: str
    name: str
    about: str
    text: str
    x: int
    y: int
    width: int
    height: int
    enabled: bool
    focus: bool
    row: int = -1
    column: int = -1
    chosen: bool = False

    @property
    def middle(self) -> tuple[str, str]:
        """Where one points at."""
        return str(self.x + self.width // 2), str(self.y + self.height // 2)


@dataclass(frozen=True)
class Person:
    """Somebody in front of a screen on which the program runs."""

    screen: Screen
    program: Program
    child: subprocess.Popen[str]
    socket: Path

    def seen(self) -> list[Thing]:
        """Everything that is to be seen now."""
        with suppress(OSError), closing(socket.socket(socket.AF_UNIX)) as line:
            line.settimeout(60)
            line.connect(str(self.socket))
            said = b"".join(iter(lambda: line.recv(65_536), b""))
            return [Thing(**told) for told in json.loads(said or b"[]")]
        return []

    def find(self, kind: str = "", text: str | None = None, name: str | None = None) -> list[Thing]:
        """What is seen of a kind, with a text or a name that begins so."""
        return [
            thing
            for thing in self.seen()
            if kind in {"", thing.kind}
            and (text is None or thing.text.startswith(text))
            and (name is None or thing.name.startswith(name))
        ]

    def await_one(self, kind: str = "", text: str | None = None, name: str | None = None) -> Thing:
        """Wait until something is seen and can be used."""
        what = f"to see {kind} {text!r} {name!r}"
        return wait_until(lambda: [one for one in self.find(kind, text, name) if one.enabled], what)[0]

    def says(self, words: str) -> bool:
        """Tell whether something that is seen or heard says these words."""
        return any(words in said for thing in self.seen() for said in (thing.text, thing.name, thing.about))

    def ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the ledger, from outside."""
        path = (self.program.ledger / "ledger.sqlite").as_uri() + "?mode=ro"
        with closing(sqlite3.connect(path, uri=True)) as connection:
            return connection.execute(question, values).fetchall()

    # The mouse.

    def point(self, thing: Thing) -> None:
        """Move the mouse to something."""
        self.screen.tool("xdotool", "mousemove", *thing.middle)

    def click(self, thing: Thing, *held: str) -> None:
        """Click at something, with keys held down meanwhile."""
        words = ["xdotool", "mousemove", *thing.middle]
        for key in held:
            words += ["keydown", key]
        words += ["click", "1"]
        for key in held:
            words += ["keyup", key]
        self.screen.tool(*words)

    def click_until(
        self,
        done: Callable[[], object],
        what: str,
        kind: str = "",
        text: str | None = None,
        name: str | None = None,
    ) -> None:
        """Click at something until what is wanted has come about: a click is lost where something moves just then."""

        def tried() -> bool:
            if done():
                return True
            for thing in self.find(kind, text, name)[:1]:
                self.click(thing)
            return bool(done())

        wait_until(tried, what)

    def choose(self, menu: str, entry: str, done: Callable[[], object]) -> None:
        """Choose something from a menu of the bar, once it is there, and wait for what it does."""

        def tried() -> bool:
            if done():
                return True
            entries = [one for one in self.find("entry", entry) if one.enabled]
            for thing in entries[:1] or self.find("menu", menu):
                self.click(thing)
            return bool(entries) and self.soon(done)

        wait_until(tried, f"{menu}, {entry}")

    def soon(self, done: Callable[[], object], looks: int = 200) -> bool:
        """Look so often whether something has come about: what is done twice may be undone by that."""
        return any(done() for _ in range(looks) if self.seen())

    # The keyboard.

    def press(self, *keys: str) -> None:
        """Press keys in whichever window has the keyboard."""
        self.screen.tool("xdotool", "key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.screen.tool("xdotool", "type", "--delay", "12", text)

    def press_until(self, done: Callable[[], object], what: str, *keys: str) -> None:
        """Press keys until what is wanted has come about."""

        def tried() -> bool:
            if not done():
                self.press(*keys)
            return bool(done())

        wait_until(tried, what)

    def has_focus(self, kind: str = "", name: str = "") -> bool:
        """Tell whether something has the keyboard."""
        return any(thing.focus and kind in {"", thing.kind} and name in thing.name for thing in self.seen())


@contextmanager
def at_the_window(program: Program, screen: Screen, *words: str) -> Iterator[Person]:
    """Sit down at a program that is started on a ledger and a bank."""
    runtime = program.folder / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    eyes = program.folder / "eyes"
    command: Sequence[str] = (sys.executable, "-m", "tests.e2e.seen_program", str(eyes), *words)
    child = subprocess.Popen(
        [*command, "--data-dir", str(program.ledger), "--plaid-url", program.url],
        cwd=ROOT,
        env={**program.environment, "DISPLAY": screen.name, "XDG_RUNTIME_DIR": str(runtime)},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Person(screen, program, child, eyes)
    finally:
        child.kill()
        child.communicate()
