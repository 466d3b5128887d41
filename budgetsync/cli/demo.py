"""`demo`: the main job on the demo bank, in the window or in the terminal."""

import argparse
import asyncio
import os
import socket
import sys
from pathlib import Path

from budgetsync.assembly import assemble
from budgetsync.cli import output, session
from budgetsync.cli.apart import run_apart
from budgetsync.cli.window import show_window, typed_settings
from budgetsync.core import Core
from budgetsync.demo import Control, compare, connect_all, tune_in
from budgetsync.domain.events import RealTimeChanged
from budgetsync.domain.realtime import WebhookState
from budgetsync.domain.webhook import EventState
from budgetsync.openings import DemoOpening, Opened

_PATIENCE = 30.0  # seconds
_OPEN = frozenset({EventState.QUEUED, EventState.UNVERIFIED})


def run_demo(chosen: argparse.Namespace) -> int:
    """Run the demo and return the exit code."""
    headless = chosen.headless
    if not headless and not has_display():
        sys.stdout.write("There is no display, so the demo runs here in the terminal.\n")
        headless = True
    folder: Path | None = getattr(chosen, "data_dir", None)
    token = chosen.control_token or ""
    if chosen.apart:
        return run_apart(chosen, headless=headless)
    # What is compared in the end must not change meanwhile: there are no shoppers in the terminal.
    opening = DemoOpening(
        typed_settings(chosen), seed=chosen.seed, folder=folder, token=token, shoppers=not headless
    )
    if not headless:
        return show_window(chosen, opening)
    try:
        return session.run_loop(_run_headless(opening.load()))
    finally:
        opening.close()


async def _run_headless(opened: Opened) -> int:
    control = opened.demo
    assert control is not None
    async with session.running(assemble(opened.settings, opened.folder), background=True) as core:
        sys.stdout.write(
            f"The demo bank answers at {control.url}, its relay at {opened.relay}; "
            f"the ledger is in {opened.folder}.\n"
        )
        await tune_in(core, opened.relay)
        await connect_all(core, control)
        worst = await _sync(core, "Fetching everything that is new:")
        await _hear(core, control)
        return worst or await _print_comparison(core, control)


async def _hear(core: Core, control: Control) -> None:
    """Have a day pass at the bank, and wait for its news to come by themselves."""
    sys.stdout.write(
        "\nA day passes at the bank; its news come by themselves. What comes within five seconds of a sync joins:\n"
    )
    sys.stdout.flush()
    before = {event.id for event in (await core.realtime()).events}
    changed = asyncio.Event()
    unsubscribe = core.subscribe(lambda event: changed.set() if isinstance(event, RealTimeChanged) else None)
    try:
        async with asyncio.timeout(_PATIENCE):
            while await _are_being_told(core):
                await changed.wait()
                changed.clear()
            await control.advance(days=1)
            posted = await control.fetch_digests()
            while True:
                changed.clear()
                events = (await core.realtime()).events
                open_ = {event.digest for event in events if event.state in _OPEN}
                if posted <= {event.digest for event in events} - open_:
                    break
                await changed.wait()
    except TimeoutError:
        sys.stdout.write("  Not all of them came. They are fetched now:\n")
        await session.follow(core, await core.request_sync())
    finally:
        unsubscribe()
    for event in reversed((await core.realtime()).events):
        if event.id not in before and event.latency is not None:
            seconds = event.latency.total_seconds()
            sys.stdout.write(f"  {event.institution}: {event.code}, in the ledger after {seconds:.1f} s\n")


async def _are_being_told(core: Core) -> bool:
    """Whether a bank does not know yet where to post to: a relay that was begun anew has another address."""
    return any(one.state is WebhookState.SETTING for one in (await core.realtime()).connections)


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
