"""What every command stands on: the program put together and running, a sync followed, its outcome told."""

import argparse
import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from budgetsync.assembly import Assembly, assemble
from budgetsync.cli import output
from budgetsync.cli.progress import ProgressDisplay
from budgetsync.cli.window import typed_settings
from budgetsync.configuration import load_settings
from budgetsync.core import Core
from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    ProviderRejected,
    ReauthRequired,
    RelayRefused,
    SettingsError,
    StoreError,
    UsageError,
    VaultError,
)
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import Overview
from budgetsync.domain.profile import Profile
from budgetsync.domain.sync import SyncRun, SyncRunState
from budgetsync.host.collector import collect_seldom
from budgetsync.host.fast_time import FastClock
from budgetsync.host.profile import load_profile, profile_path
from budgetsync.openings import demo_keys

DONE, NOT_SYNCED, WRONG, ACT, STORE, DIFFERS, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
_NEEDS_A_PERSON = frozenset(
    {ItemStatus.REAUTH_REQUIRED, ItemStatus.ATTENTION_REQUIRED, ItemStatus.DISCONNECTED}
)


def exit_code(error: BudgetSyncError) -> int:
    """Find the exit code for an error that ended a command."""
    if isinstance(error, StoreError):
        return STORE
    if isinstance(error, UsageError | SettingsError):
        return WRONG
    if isinstance(error, VaultError | ReauthRequired | ProviderRejected | ItemGone | RelayRefused):
        return ACT
    return NOT_SYNCED


def own_profile() -> Profile | None:
    """Find what the window opens by itself, so that a command looks at the same ledger.

    Raises:
        SettingsError: It is there and cannot be read.
    """
    return load_profile(profile_path())


def assembled(
    chosen: argparse.Namespace, folder: Path | None = None, clock: FastClock | None = None
) -> Assembly:
    """Put the program together as the command line, environment, .env and the person's choice in the window say.

    Args:
        clock: One that runs faster than the computer's, for the demo bank.
    """
    profile = own_profile() if folder is None else None
    settings, found = load_settings(typed_settings(chosen), demo_keys, folder, profile)
    return assemble(settings, found, clock=clock)


@asynccontextmanager
async def running(assembly: Assembly, *, background: bool = False, work: bool = True) -> AsyncIterator[Core]:
    """Start the core, and stop it at the end whatever happens.

    Args:
        background: Sync by the clock too.
        work: Carry out what is in the queue.
    """
    core = assembly.core
    with assembly.logging():
        try:
            if work:
                await core.start(background=background)
            yield core
        finally:
            await core.stop()
            assembly.ownership.release()


def run_loop(
    work: Awaitable[int], loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None
) -> int:
    """Run on a plain loop, or on one that is made; SIGTERM ends it as Ctrl+C does."""
    collect_seldom()

    async def until_signal() -> int:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGTERM, task.cancel)
        return await task

    try:
        with asyncio.Runner(loop_factory=loop_factory) as runner:
            return runner.run(until_signal())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def follow(core: Core, asked: list[ItemId]) -> dict[ItemId, SyncRun]:
    """Show the runs of some connections until they are done."""
    known = names(await core.overview())
    if not core.owns_engine:
        sys.stderr.write("Another BudgetSync has this data folder open and carries this out.\n")
    with ProgressDisplay({item: known[item] for item in asked}) as display:
        unsubscribe = core.subscribe(display.listen)
        try:
            return await core.wait_until_done(asked)
        finally:
            unsubscribe()


def names(overview: Overview) -> dict[ItemId, str]:
    """What connections are called."""
    return {connection.item.id: connection.item.institution.name for connection in overview.items}


def describe_run(run: SyncRun | None) -> str:
    """Write what came of a run."""
    if run is None:
        return "not synced"
    if run.state is not SyncRunState.SUCCEEDED:
        return run.state.value.lower()
    counts = run.counts
    aside = f", {run.problems} kept aside" if run.problems else ""
    return f"{counts.added:,} added, {counts.modified:,} modified, {counts.removed:,} removed{aside}"


def outcome(overview: Overview, runs: dict[ItemId, SyncRun], asked: Iterable[ItemId]) -> int:
    """Tell on stderr what went wrong with which connection, and find the exit code."""
    worst = DONE
    by_id = {connection.item.id: connection.item for connection in overview.items}
    for item_id in asked:
        ended = runs.get(item_id)
        if ended is not None and ended.state is SyncRunState.SUCCEEDED:
            continue
        item = by_id[item_id]
        trouble = ended.trouble if ended else None
        if trouble is not None:
            sys.stderr.write(f"{item.institution.name}: {output.format_trouble(trouble)}\n")
        worst = max(worst, ACT if item.status in _NEEDS_A_PERSON else NOT_SYNCED)
    return worst
