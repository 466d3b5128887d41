"""An evening with the program, from the first start to the second: everything by the keyboard, on a real screen."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx

from tests.e2e.browser import Browser
from tests.e2e.desktop import Screen, wait_until
from tests.e2e.programs import PROGRAM, Program

PLATYPUS = "ins_109508"
TOKEN = "of-the-evening"
BROWSER = """#!/bin/sh
printf '%s\\n' "$1" >> "$OPENED"
"""


@dataclass
class Evening:
    """A person at a screen.

    Attributes:
        opened: The file in which a browser that is asked for an address writes it down.
    """

    screen: Screen
    home: Path
    environment: dict[str, str]
    opened: Path

    def start(self) -> subprocess.Popen[str]:
        """Start the program as a double-click does."""
        return subprocess.Popen(
            [*PROGRAM],
            cwd=self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def press(self, *keys: str) -> None:
        """Press keys in the window that is there, if there is one just now."""
        self.press_in(-1, *keys)

    def press_in(self, place: int, *keys: str) -> None:
        """Press keys in one of the windows that are there: one that another stands before takes none."""
        windows = self.screen.windows()
        if windows:
            window = windows[place % len(windows)]
            self.screen.tool("xdotool", "windowactivate", "--sync", window, "key", "--clearmodifiers", *keys)

    def ask(self, question: str) -> list[tuple[str, ...]]:
        """Look into the ledger, from outside."""
        for path in self.home.glob("**/ledger.sqlite"):
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
                return connection.execute(question).fetchall()
        return []

    def status(self) -> str:
        """How the connection to the first bank stands."""
        found = self.ask(f"SELECT status FROM item WHERE institution_id = '{PLATYPUS}'")  # noqa: S608 - a constant
        return found[0][0] if found else ""

    def succeeded(self) -> int:
        """How many runs have succeeded."""
        if not self.ask("SELECT name FROM sqlite_master WHERE name = 'sync_run'"):
            return 0
        return int(self.ask("SELECT count(*) FROM sync_run WHERE state = 'SUCCEEDED'")[0][0])

    def expire_the_login(self) -> None:
        """Let the bank want its user to sign in again."""
        ((url,),) = self.ask("SELECT value FROM setting WHERE name = 'PLAID_URL'")
        event = {"kind": "login_expiry", "institution_id": PLATYPUS}
        headers = {"Authorization": f"Bearer {TOKEN}"}
        httpx.post(f"{url}/control/events", json=event, headers=headers, timeout=30).raise_for_status()

    def address(self) -> str:
        """What the browser was asked for last."""
        lines = self.opened.read_text("utf-8").split() if self.opened.exists() else []
        return lines[-1] if lines else ""


@contextmanager
def evening(program: Program) -> Iterator[Evening]:
    """A screen with a tray, nobody's settings, and a browser that notes what it is asked for."""
    tools, runtime = program.folder / "tools", program.folder / "run"
    tools.mkdir()
    runtime.mkdir(mode=0o700)
    opener = tools / "xdg-open"
    opener.write_text(BROWSER, "utf-8")
    opener.chmod(0o755)
    opened = program.folder / "opened.txt"
    with Screen.on(tray=True) as screen:
        environment = {
            **program.environment,
            "DISPLAY": screen.name,
            "PATH": f"{tools}:{os.environ['PATH']}",
            "XDG_RUNTIME_DIR": str(runtime),
            "BUDGETSYNC_CONTROL_TOKEN": TOKEN,
            "OPENED": str(opened),
        }
        yield Evening(screen, program.folder / "home", environment, opened)


def test_an_evening(lonely: Program) -> None:
    with evening(lonely) as someone:
        first = someone.start()
        try:
            live_through(someone, first)
        finally:
            first.kill()
            _, said = first.communicate()
        assert "Traceback" not in said, said


def live_through(someone: Evening, first: subprocess.Popen[str]) -> None:
    screen = someone.screen
    wait_until(screen.windows, "the guide of the first run")

    def demo_is_chosen() -> bool:
        if not list(someone.home.glob("**/ledger.sqlite")):
            someone.press("alt+b")  # Try the demo bank
        return someone.succeeded() >= 3

    wait_until(demo_is_chosen, "three banks that are connected and synced")
    wait_until(screen.windows, "the window of the demo")

    someone.expire_the_login()

    def login_is_over() -> bool:
        someone.press("F5")
        return someone.status() == "REAUTH_REQUIRED"

    wait_until(login_is_over, "a login that is known to be over")
    wait_until(lambda: page_is_open(someone), "the bank's page in the browser")
    sign_in_at(someone.address())
    wait_until(lambda: someone.status() == "HEALTHY", "a login that is whole again")

    wait_until(screen.icons, "the icon in the tray, without which a closed window ends the program", first)

    places = count(-1, -1)

    def is_in_the_tray() -> bool:
        someone.press_in(next(places), "alt+F4")
        return not screen.windows() and bool(screen.icons())

    wait_until(is_in_the_tray, "only the icon in the tray", first)
    assert first.poll() is None

    second = someone.start()
    _, said = second.communicate(timeout=60)
    assert second.returncode == 0, said
    wait_until(screen.windows, "the window of the first, raised by the second")

    someone.press("ctrl+q")
    assert first.wait(60) == 0
    assert (screen.windows(), screen.icons()) == ([], [])


def page_is_open(someone: Evening) -> bool:
    """Ask for the page by the palette; a key that the window manager swallowed is made good at the next try."""
    someone.press("Escape")
    someone.press("ctrl+k")
    someone.screen.tool("xdotool", "type", "--delay", "30", "Sign in again: First Platypus")
    someone.press("Return")
    for _ in range(40):
        someone.press("space")  # Continue in the browser
        if someone.address():
            return True
    return False


def sign_in_at(url: str) -> None:
    """Sign in on the bank's page, in a real Chromium."""
    with Browser() as browser:
        browser.open(url)
        browser.write("#username", "user_good")
        browser.write("#password", "pass_good")
        browser.follow("Sign in")
        if browser.heading == "Choose accounts":
            browser.follow("Share and connect")
        assert browser.heading == "You are connected again"
