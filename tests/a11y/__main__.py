"""The real program as somebody meets it who hears it and has no mouse: `make a11y`.

    python -m tests.a11y            every page, in each scene
    python -m tests.a11y first-run  one scene

It starts itself again on a D-Bus session of its own, where AT-SPI's registry is started for it alone; there it opens
the program on a screen that nobody sees, and has `walk.py` walk through it under the system's own Python, which has
pyatspi. One line at the end says how it went, and the exit code is 1 where anything falls short.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from budgetsync.children import BankChild
from tests.a11y.journeys import ACTIVITY, INSIGHTS, LEDGER, SEARCH, SETTINGS
from tests.e2e.desktop import Screen

ROOT = Path(__file__).parents[2]
WALK = ("/usr/bin/python3", "-m", "tests.a11y.walk")
PAGES = ("Overview", "Transactions", "Insights", "Activity", "Problems", "Settings")
_OWN_SESSION = "BUDGETSYNC_A11Y_SESSION"
_PATIENCE = 300  # seconds for one walk
_UNTIL_UP_TO_DATE = 60.0  # seconds


@dataclass(frozen=True)
class Scene:
    """A program in a state, and what is looked at there.

    Attributes:
        command: Of the program; the data folder and the bank's address are added, but for the very first start.
        pages: Those that are opened, by the words of their buttons.
        prepare: What happens at the bank before the walk, given its control.
        wait_for: A text that is to be heard before anything is judged.
        sheets: What is looked at after the pages: the button that leads there, "" for none, and a name for it.
        is_first_start: Nothing is set up.
        steps: What is done and looked at after that, as `steps.py` knows it.
    """

    name: str
    command: tuple[str, ...]
    pages: tuple[str, ...]
    wait_for: str
    prepare: Callable[[BankChild], None] | None = None
    sheets: tuple[tuple[str, str], ...] = ()
    is_first_start: bool = False
    steps: tuple[str, ...] = ()


def expire_a_login(bank: BankChild) -> None:
    """The first bank wants its user to sign in again, the second does not answer."""
    headers = {"Authorization": f"Bearer {bank.control_token}"}
    with httpx.Client(base_url=bank.url, headers=headers, timeout=30) as client:
        events = (
            {"kind": "login_expiry", "institution_id": "ins_109508"},
            {"kind": "outage", "institution_id": "ins_109509", "minutes": 600},
        )
        for event in events:
            client.post("/control/events", json=event).raise_for_status()


SCENES = (
    Scene("demo", ("demo",), PAGES, "connections up to date"),
    Scene("troubled", ("demo",), ("Problems", "Overview"), "connections up to date", expire_a_login),
    Scene(
        "empty",
        (),
        ("Settings", "Overview"),
        "",
        sheets=(("Connect your first bank", "Connecting"), ("Real time: not set up", "Settings, Real time")),
    ),
    Scene("ledger", ("demo",), (), "connections up to date", steps=LEDGER),
    Scene("insights", ("demo",), (), "connections up to date", steps=INSIGHTS),
    Scene("settings", ("demo",), (), "connections up to date", steps=SETTINGS),
    Scene("activity", ("demo",), (), "connections up to date", steps=ACTIVITY),
    Scene("search", ("demo",), (), "connections up to date", steps=SEARCH),
    Scene(
        "first-run",
        (),
        (),
        "Welcome to BudgetSync",
        sheets=(("", "Guide"), ("Use your own Plaid keys", "Keys")),
        is_first_start=True,
    ),
)


def environment(home: Path, display: str) -> dict[str, str]:
    """Describe the program's process: nobody's settings, a screen, and a screen reader that listens."""
    foreign = ("PLAID", "NEXT_PUBLIC", "SYNC_", "OPENAI", "QT_", "BUDGETSYNC")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {
        **kept,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "DISPLAY": display,
        "WAYLAND_DISPLAY": "",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
    }


@contextmanager
def running(command: list[str], env: dict[str, str], folder: Path) -> Iterator[None]:
    """Have a program run for a while; it is ended as by the system at logging out."""
    with (folder / "said.txt").open("w") as said:
        child = subprocess.Popen(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        try:
            yield
            child.send_signal(signal.SIGTERM)
            child.wait(30)
        finally:
            child.kill()
            child.wait()


def walk(scene: Scene, display: str, *, keys: bool) -> dict[str, Any]:
    """Open the program in a scene and walk through it."""
    with tempfile.TemporaryDirectory() as place, BankChild.start(Path(place) / "bank", seed=7) as bank:
        folder = Path(place)
        (folder / "home").mkdir()
        env = environment(folder / "home", display)
        words = [*scene.command]
        if not scene.is_first_start:
            words += ["--data-dir", str(folder / "ledger"), "--plaid-url", bank.url]
        if scene.command:
            words += ["--control-token", bank.control_token]
        with running([sys.executable, "-m", "budgetsync", *words], env, folder):
            steps = [*WALK, *(f"--page={page}" for page in scene.pages)]
            if scene.wait_for:
                steps.append(f"--wait-for={scene.wait_for}")
            for button, name in scene.sheets:
                steps += ["--here", button, name]
            steps += [f"--step={step}" for step in scene.steps]
            if not keys:
                steps.append("--no-keys")
            if scene.prepare is not None:
                listen(env, scene.wait_for)
                scene.prepare(bank)
                steps += ["--press=Sync all connections", "--wait-for=Sign in again"]
            done = subprocess.run(
                steps,
                cwd=ROOT,
                env=env,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=False,
            )
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        return {"flaws": [f"{scene.name}: the walk broke off: {done.stderr.strip()[-800:]}"]}
    found: dict[str, Any] = json.loads(lines[-1])
    found["flaws"] = [f"{scene.name}: {flaw}" for flaw in found["flaws"]]
    return found


def listen(env: dict[str, str], words: str) -> None:
    """Wait until the program says something."""
    subprocess.run([*WALK, f"--wait-for={words}"], cwd=ROOT, env=env, check=True, timeout=_PATIENCE)


def main() -> int:
    """Walk through all of it and say how it went."""
    parser = argparse.ArgumentParser(
        description="Walks through the program as a screen reader and a keyboard do."
    )
    parser.add_argument("scenes", nargs="*")
    parser.add_argument("--no-keys", action="store_true", help="names and roles only, without the Tab key")
    told = parser.parse_args()
    if os.environ.get(_OWN_SESSION) != "1":
        again = ["dbus-run-session", "--", sys.executable, "-m", "tests.a11y", *sys.argv[1:]]
        with (
            tempfile.TemporaryDirectory() as place
        ):  # AT-SPI's bus has its socket there: two runs must not share it
            env = {**os.environ, _OWN_SESSION: "1", "XDG_RUNTIME_DIR": place}
            return subprocess.run(again, cwd=ROOT, env=env, check=False).returncode
    sums: Counter[str] = Counter()
    flaws: list[str] = []
    wanted = [scene for scene in SCENES if not told.scenes or scene.name in told.scenes]
    with Screen.on(tray=False) as screen:
        for scene in wanted:
            found = walk(scene, screen.name, keys=not told.no_keys)
            flaws += found.pop("flaws")
            sums.update(found)
    for flaw in flaws:
        sys.stdout.write(f"  {flaw}\n")
    nameless = sum("has no name" in flaw for flaw in flaws)
    many = f"{len(flaws)} flaw{'s' if len(flaws) > 1 else ''}" if flaws else "nothing falls short"
    sys.stdout.write(
        f"a11y: {len(wanted)} scenes, {sums['pages']} pages, {sums['controls']} controls, {nameless} without a name, "
        f"{sums['stops']} stops of the Tab key, {sums['pressed']} pressed by a screen reader, "
        f"{sums['points']} keys answered in charts and tables; {many}\n"
    )
    return 1 if flaws or not sums["controls"] else 0


if __name__ == "__main__":
    sys.exit(main())
