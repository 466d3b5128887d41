"""What the program costs while nobody looks: memory in the tray after a sync with keyring and Plaid loaded, idle CPU.

Run inside a session of its own, where there is a keyring:

    dbus-run-session -- .venv/bin/python -m tests.bench.resident '{"bank": "http://...", "folder": "build/x", ...}'

The program runs as its command does, with `--background`, and is asked for syncs by the command line, as a timer would.
Processor time is read from the scheduler's own count, thread by thread.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from tests.bench.child import INSTITUTIONS, Told, say, told

SETTLE: Final = 40.0
"""Seconds from the last sync to the look at memory: the program gives back what the sync needed before that."""
IDLE: Final = 60.0
PROGRAM: Final = (sys.executable, "-m", "budgetsync")
_PASSWORD: Final = b"bench"


def memory_of(process: int) -> dict[str, float]:
    """Tell resident memory in MB of 1,000,000 bytes, and how many threads there are."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    words = {
        line.split(":")[0]: line.split()[1]
        for line in lines
        if line.startswith(("VmRSS", "RssAnon", "Threads"))
    }
    megabytes = {name: int(value) * 1024 / 1e6 for name, value in words.items() if name != "Threads"}
    return {**megabytes, "threads": int(words["Threads"])}


def processor_seconds(process: int) -> float:
    """Tell how long a process has been on a processor, all threads together."""
    files = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(file.read_text("ascii").split()[0]) for file in files) / 1e9


def rest(seconds: float) -> None:
    """Let time pass."""
    threading.Event().wait(seconds)


def first_line(child: "subprocess.Popen[str]") -> str:
    """Wait for the first thing that a child says."""
    assert child.stdout is not None
    return child.stdout.readline()


def unlock_keyring() -> bool:
    """Open a keyring in this session; False where there is none, and a sealed file is used."""
    try:
        done = subprocess.run(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets"],
            input=_PASSWORD,
            capture_output=True,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def measure(asked: Told) -> Told:
    """Measure the bare window, then the program in the tray."""
    bare = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.start", "bare"], stdout=subprocess.PIPE, text=True
    )
    first_line(bare)
    rest(2)
    of_bare = memory_of(bare.pid)
    bare.kill()
    bare.communicate()
    keyring = unlock_keyring()
    os.environ["BUDGETSYNC_VAULT"] = "keyring" if keyring else "auto"
    where = ["--data-dir", asked["folder"], "--plaid-url", asked["bank"]]
    for institution in INSTITUTIONS:
        subprocess.run(
            [*PROGRAM, "connect", "--institution", institution, *where], check=True, stdout=sys.stderr
        )
    subprocess.run([*PROGRAM, "sync", *where], check=True, stdout=sys.stderr)  # the history, days ago
    program = subprocess.Popen([*PROGRAM, "--background", *where])
    try:
        rest(10)
        for _ in range(2):
            subprocess.run([*PROGRAM, "sync", *where], check=True, stdout=sys.stderr)
        rest(SETTLE)
        in_tray = memory_of(program.pid)
        begun = processor_seconds(program.pid)
        rest(asked.get("idle", IDLE))
        idle = (processor_seconds(program.pid) - begun) / asked.get("idle", IDLE)
        modules = Path(f"/proc/{program.pid}/maps").read_text("ascii", "replace")
    finally:
        program.terminate()
        program.wait(60)
    return {
        "bare": of_bare,
        "tray": in_tray,
        "idle": idle,
        "keyring": keyring and "_rust.abi3" in modules,  # what the Secret Service's sessions are sealed with
        "code": program.returncode,
    }


if __name__ == "__main__":
    say(measure(told()))
