"""`demo --apart`: bank, relay and program as three processes that do not depend on each other."""

import argparse
import shlex
import signal
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from budgetsync.assembly import assemble
from budgetsync.children import BankChild, Child, RelayChild, program
from budgetsync.cli import session
from budgetsync.configuration import load_settings
from budgetsync.demo import Control, connect_all, tune_in
from budgetsync.host.paths import data_folder
from budgetsync.openings import demo_keys

_PATIENCE = 30.0  # seconds


def run_apart(chosen: argparse.Namespace, *, headless: bool) -> int:
    """Start the three, tell how each is had again, and wait until the program ends or Ctrl+C comes."""
    folder: Path = getattr(chosen, "data_dir", None) or data_folder("demo") / f"apart-{chosen.seed}"
    with ExitStack() as stack:
        bank = stack.enter_context(BankChild.start(folder, chosen.seed, shoppers=True))
        relay = stack.enter_context(RelayChild.start(folder))
        session.run_loop(_furnish(bank, relay, folder))
        words = ["daemon" if headless else "window", "--data-dir", str(folder), "--plaid-url", bank.url]
        desktop = subprocess.Popen([*program(), *words])  # noqa: S603 - our own program
        stack.callback(_end, desktop)
        _tell(bank, relay, desktop, words)
        _wait(desktop)
    return session.DONE


async def _furnish(bank: BankChild, relay: RelayChild, folder: Path) -> int:
    """Pair, and connect what is not connected yet, before there is a program that could be asked to."""
    typed = {"PLAID_URL": bank.url, "BUDGETSYNC_DATA_DIR": str(folder)}
    async with session.running(assemble(*load_settings(typed, demo_keys))) as core:
        await tune_in(core, relay.url)
        await connect_all(core, Control(bank.url, bank.control_token))
    return session.DONE


def _tell(bank: BankChild, relay: RelayChild, desktop: subprocess.Popen[bytes], words: list[str]) -> None:
    def line(name: str, number: int, told: Child | None) -> str:
        said = told.words if told is not None else words
        where = told.url if told is not None else ""
        return f"{name:8} process {number}  {where}\n         budgetsync {shlex.join(said)}\n"

    at_bank = f"--plaid-url {bank.url} --control-token={bank.control_token}"
    sys.stdout.write(
        "Three processes, each of which can be ended, and had again by what stands below it:\n\n"
        + line("bank", bank.process_id, bank)
        + line("relay", relay.process_id, relay)
        + line("program", desktop.pid, None)
        + "\nNews come by themselves. More of them, from another terminal:\n\n"
        f"         budgetsync bank happen shopping {at_bank}\n"
        f"         budgetsync bank advance {at_bank}\n"
        "\nCtrl+C ends all three.\n"
    )
    sys.stdout.flush()


def _wait(desktop: "subprocess.Popen[bytes]") -> None:
    """Wait until the program ends, or somebody ends all of it by Ctrl+C or SIGTERM."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            desktop.wait()
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(desktop: "subprocess.Popen[bytes]") -> None:
    if desktop.poll() is None:
        desktop.terminate()
        try:
            desktop.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            desktop.kill()
            desktop.wait()
