"""`demo`: the main job on the demo bank, in the window or in the terminal."""

import argparse
import os
import socket
import sys
from pathlib import Path

from budgetsync.assembly import assemble
from budgetsync.cli import output, session
from budgetsync.cli.window import show_window, typed_settings
from budgetsync.core import Core
from budgetsync.demo import Control, compare, connect_all
from budgetsync.domain.settings import Settings
from budgetsync.openings import DemoOpening


def run_demo(chosen: argparse.Namespace) -> int:
    """Run the demo and return the exit code."""
    headless = chosen.headless
    if not headless and not has_display():
        sys.stdout.write("There is no display, so the demo runs here in the terminal.\n")
        headless = True
    folder: Path | None = getattr(chosen, "data_dir", None)
    token = chosen.control_token or ""
    opening = DemoOpening(typed_settings(chosen), seed=chosen.seed, folder=folder, token=token)
    if not headless:
        return show_window(chosen, opening)
    try:
        opened = opening.load()
        assert opened.demo is not None
        return session.run_loop(_run_headless(opened.settings, opened.folder, opened.demo))
    finally:
        opening.close()


async def _run_headless(settings: Settings, folder: Path, control: Control) -> int:
    async with session.running(assemble(settings, folder)) as core:
        sys.stdout.write(f"The demo bank answers at {settings.plaid_url}; the ledger is in {folder}.\n")
        await connect_all(core, control)
        worst = await _sync(core, "Fetching everything that is new:")
        await control.advance(days=1)
        worst = max(worst, await _sync(core, "A day passes at the bank; fetching its news:"))
        return worst or await _print_comparison(core, control)


async def _sync(core: Core, heading: str) -> int:
    sys.stdout.write(f"\n{heading}\n")
    sys.stdout.flush()
    asked = await core.request_sync()
    runs = await session.follow(core, asked)
    overview = await core.overview()
    known = session.names(overview)
    for item in asked:
        sys.stdout.write(f"  {known[item]}: {session.describe_run(runs.get(item))}\n")
    return session.outcome(overview, runs, asked)


async def _print_comparison(core: Core, control: Control) -> int:
    compared = await compare(core, control)
    sys.stdout.write("\nThe ledger beside the bank's own books:\n")
    output.print_table(
        ("institution", "account", "balance here", "at the bank", "rows here", "at the bank", ""),
        (
            (
                account.institution,
                account.name,
                output.format_money(account.here),
                output.format_money(account.bank),
                f"{account.rows_here:,}",
                f"{account.rows_bank:,}",
                "equal" if account.equal else f"DIFFERS ({account.differing} rows)",
            )
            for account in compared
        ),
        right=(2, 3, 4, 5),
    )
    rows = sum(account.rows_here for account in compared)
    wrong = sum(not account.equal for account in compared)
    if wrong or not compared:
        sys.stdout.write(f"\n{wrong} of {len(compared)} accounts differ from the bank's own books.\n")
        return session.DIFFERS
    sys.stdout.write(
        f"\nAll {len(compared)} accounts and {rows:,} transactions equal the bank's own books.\n"
    )
    return session.DONE


def has_display() -> bool:
    """Tell whether a window can be opened: a display is named and, for X11 on this machine, answers."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if not display.startswith(":"):
        return bool(display)
    number = display[1:].split(".")[0]
    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108 - X11's own place
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(address) == 0:
                return True
    return False
