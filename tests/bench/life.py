"""The program's life beside a bare window's, on a real X server: start, memory in the tray, processor time when idle.

    .venv/bin/python -m tests.bench.life [--rows 1000000] [--rounds 9]

Starts are taken in turns, bare, on an empty ledger and on a long one, each a fresh process from its start to the
first paint of its window (start.py); memory and idle time in a session with a keyring (resident.py).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.child import ROOT, Told, ask
from tests.bench.report import Figure, table

ROUNDS: Final = 9
_NOWHERE: Final = "http://127.0.0.1:9"
_SESSION: Final = ("dbus-run-session", "--")


@contextmanager
def screen(folder: Path) -> Iterator[dict[str, str]]:
    """Start an X server with a tray; gives the environment of who is to be seen on it."""
    read, write = os.pipe()
    home = folder / "home"
    home.mkdir(mode=0o700)
    places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_RUNTIME_DIR": home}
    with ExitStack() as stack:
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        server = stack.enter_context(subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL))
        stack.callback(server.terminate)
        os.close(write)
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        shown = {**os.environ, **{name: str(place) for name, place in places.items()}, "DISPLAY": display}
        shown["QT_QPA_PLATFORM"] = "xcb"
        tray = stack.enter_context(subprocess.Popen(["trayer"], env=shown, stderr=subprocess.DEVNULL))
        stack.callback(tray.terminate)
        yield shown


def start(environment: dict[str, str], *arguments: str) -> float:
    """Start a window and tell the seconds until it was painted."""
    begun = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.start", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    words = child.stdout.readline().split()
    child.kill()
    child.communicate()
    return float(words[1]) - begun


def run(ledgers: dict[str, Path], bank: str, folder: Path, note: Callable[[str], None], rounds: int) -> Told:
    """Take the measurements.

    Args:
        ledgers: Data folders of ledgers, by how long they are.
    """
    with screen(folder) as environment:
        note("starting windows, in turns")
        starts: dict[str, list[float]] = {"bare": [], **{name: [] for name in ledgers}}
        for _ in range(rounds + 1):
            starts["bare"].append(start(environment, "bare"))
            for name, ledger in ledgers.items():
                where = ("--data-dir", str(ledger), "--plaid-url", _NOWHERE)
                starts[name].append(start(environment, "budgetsync", *where))
        note("in the tray, for two minutes")
        asked = json.dumps({"bank": bank, "folder": str(folder / "tray")})
        command = [*_SESSION, sys.executable, "-m", "tests.bench.resident", asked]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    found: Told = json.loads(done.stdout)
    return {**found, "start": {name: times[1:] for name, times in starts.items()}}  # the first reads the disk


def judge(found: Told) -> list[Figure]:
    """Turn measurements into figures with their targets."""
    starts = {name: median(times) for name, times in found["start"].items()}
    bare, tray = found["bare"], found["tray"]
    figures = [Figure("start to first paint, bare window", 1000 * starts.pop("bare"), "ms")]
    for name, seconds in starts.items():
        figures += [
            Figure(f"start to first paint, {name} ledger", 1000 * seconds, "ms"),
            Figure(f"start, {name} ledger / bare window", 1000 * seconds / figures[0].value, "x", 1.6),
        ]
    return [
        *figures,
        Figure("resident memory, bare window", bare["VmRSS"], "MB"),
        Figure("resident memory, in the tray after a sync", tray["VmRSS"], "MB"),
        Figure("memory, in the tray / bare window", tray["VmRSS"] / bare["VmRSS"], "x", 2.2),
        Figure("keyring in use meanwhile", float(found["keyring"]), "", 1, at_least=True),
        Figure("processor, in the tray with nothing to do", 100 * found["idle"], "%", 0.1),
    ]


def main() -> int:
    """Make ledgers, measure, print; 1 when a target was missed."""
    from tests.bench.bench import note, server  # noqa: PLC0415 - which takes these figures too

    parser = argparse.ArgumentParser(description="Measures start, memory and idle time of the program.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="life-", dir=build) as name, server("budgetsync.sandbox") as bank:
        folder = Path(name)
        ledgers = {"empty": folder / "empty", "long": folder / "long"}
        for (kind, ledger), rows in zip(ledgers.items(), (0, chosen.rows), strict=True):
            note(f"making a ledger of {rows:,} rows: {kind}")
            ask("big_ledger", {"path": str(ledger / "ledger.sqlite"), "rows": rows})
        figures = judge(run(ledgers, bank, folder, note, chosen.rounds))
    sys.stdout.write(f"{table(figures)}\n")
    return 0 if all(figure.met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
