"""`daemon`: the same core without a window, syncing by the clock until it is told to end."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from budgetsync.cli import output
from budgetsync.cli.session import DONE, assembled, describe_run, names, run_loop, running
from budgetsync.core import Core
from budgetsync.domain.errors import StoreBusy, StoreError, UsageError
from budgetsync.domain.events import EngineGained, Event, LedgerReplaced, RealTimeChanged, RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule_settings import format_duration
from budgetsync.host.collector import collect_now_and_then
from budgetsync.host.fast_time import MOST, FastClock, FastLoop

News = RunFinished | EngineGained | LedgerReplaced | RealTimeChanged | None
"""What is told of; None = the end."""


def run_daemon(chosen: argparse.Namespace) -> int:
    """`daemon`: on the system's time, or on one that runs faster.

    Raises:
        UsageError: Such a time cannot be.
        BudgetSyncError: As `daemon`.
    """
    clock = fast_clock(chosen.clock_factor, chosen.clock_start)
    if clock is None:
        return run_loop(daemon(chosen))
    return run_loop(daemon(chosen, clock), partial(FastLoop, clock.factor))


def fast_clock(factor: str | None, start: str | None) -> FastClock | None:
    """Read what was typed about a clock that runs faster; None where nothing was.

    Raises:
        UsageError: It cannot be used.
    """
    if factor is None:
        if start is None:
            return None
        message = "--clock-start is the start of a clock of its own, and --clock-factor is missing."
        raise UsageError(message, action="Add --clock-factor, such as --clock-factor 3600.")
    try:
        times = float(factor)
        began = None if start is None else datetime.fromisoformat(start)
    except ValueError:
        times, began = 0.0, None
    if not 1 <= times <= MOST or (began is not None and began.tzinfo is None):
        message = f"--clock-factor {factor}{'' if start is None else f' --clock-start {start}'} is no clock."
        action = f"A factor is from 1 to {MOST:,.0f}; a start is like 2026-06-15T12:00:00Z."
        raise UsageError(message, action=action)
    return FastClock(times, began)


async def daemon(chosen: argparse.Namespace, clock: FastClock | None = None) -> int:
    """Run until SIGTERM or Ctrl+C.

    Args:
        clock: One that runs faster than the computer's, on a loop that does too.

    Returns:
        0; a commit under way was finished.

    Raises:
        StoreBusy: Another process syncs this folder, and waiting for its end was not wanted.
        StoreError: The ledger was replaced by another file while this process waited.
    """
    assembly = assembled(chosen, clock=clock)
    if not assembly.core.owns_engine and (chosen.no_standby or clock is not None):
        await assembly.core.stop()
        message = "Another BudgetSync syncs this data folder already."
        raise StoreBusy(message, action="Let it run, or close it first; without --no-standby this one waits.")
    news: asyncio.Queue[News] = asyncio.Queue()
    tidying = asyncio.create_task(collect_now_and_then(), name="garbage")
    try:
        with _ending_on_signals(news):
            async with running(assembly, background=True) as core:
                core.subscribe(lambda event: _keep(event, news))
                await _introduce(core)
                await _tell(core, news, quiet=chosen.quiet)
    finally:
        tidying.cancel()
    return DONE


def _keep(event: Event, news: asyncio.Queue[News]) -> None:
    if isinstance(event, RunFinished | EngineGained | LedgerReplaced | RealTimeChanged):
        news.put_nowait(event)


async def _introduce(core: Core) -> None:
    timetable = await core.timetable()
    if not core.owns_engine:
        _say(core, "Another BudgetSync syncs this data folder; this one takes over when that ends.")
        return
    every = format_duration(timetable.settings.interval)
    _say(core, f"{len(timetable.items)} connections, each synced every {every}. SIGTERM or Ctrl+C ends this.")


async def _tell(core: Core, news: asyncio.Queue[News], *, quiet: bool) -> None:
    troubles: dict[ItemId, str] = {}  # told once, until something else happens
    tasks: set[str] = set()
    while (event := await news.get()) is not None:
        if isinstance(event, LedgerReplaced):
            message = (
                "Another process put a backup in the ledger's place; this one still has the old file open."
            )
            raise StoreError(message, title="The ledger was replaced", action="Start this again.")
        if isinstance(event, RealTimeChanged):
            _tell_tasks(core, tasks)
            continue
        if isinstance(event, EngineGained):
            _say(core, "The other BudgetSync has ended; this one syncs now.")
            continue
        overview = await core.overview()
        name = names(overview).get(event.item_id, f"connection {event.item_id}")
        if event.trouble is not None:
            if troubles.get(event.item_id) != event.trouble.code:
                sys.stderr.write(f"{name}: {output.format_trouble(event.trouble)}\n")
                sys.stderr.flush()
            troubles[event.item_id] = event.trouble.code
            continue
        troubles.pop(event.item_id, None)
        runs = {one.item.id: one.last_run for one in overview.items}
        if not quiet:
            _say(core, f"{name}: {describe_run(runs.get(event.item_id))}")


def _tell_tasks(core: Core, told: set[str]) -> None:
    """Tell what a person has to do so that news come by themselves: once, until it is done."""
    tasks = core.realtime_tasks
    for trouble in tasks:
        if trouble.code not in told:
            sys.stderr.write(f"{output.format_trouble(trouble)}\n")
            sys.stderr.flush()
    told.clear()
    told.update(trouble.code for trouble in tasks)


def _say(core: Core, text: str) -> None:
    sys.stdout.write(f"{core.now().astimezone(core.scheduler.zone):%Y-%m-%d %H:%M:%S} {text}\n")
    sys.stdout.flush()


@contextmanager
def _ending_on_signals(news: asyncio.Queue[News]) -> Iterator[None]:
    """Turn SIGTERM and SIGINT into the last of the news."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)
    if sys.platform == "win32":
        before = {
            number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(news.put_nowait, None))
            for number in numbers
        }
        yield
        for number, handler in before.items():
            signal.signal(number, handler)
        return
    for number in numbers:
        loop.add_signal_handler(number, news.put_nowait, None)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
