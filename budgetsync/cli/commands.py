"""The commands, each a few lines over the core."""

import argparse
import asyncio
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from budgetsync.assembly import Assembly, assemble, load_settings
from budgetsync.cli import output
from budgetsync.cli.progress import ProgressDisplay
from budgetsync.core import Core
from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    ProviderRejected,
    ReauthRequired,
    SettingsError,
    StoreError,
    UsageError,
    VaultError,
)
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import Overview
from budgetsync.domain.sync import SyncRun, SyncRunState

DONE, NOT_SYNCED, WRONG, ACT, STORE, DIFFERS, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
_NEEDS_A_PERSON = frozenset(
    {ItemStatus.REAUTH_REQUIRED, ItemStatus.ATTENTION_REQUIRED, ItemStatus.DISCONNECTED}
)


def run(chosen: argparse.Namespace) -> int:
    """Run the chosen command and return its exit code."""
    if chosen.command == "bank":
        return serve_bank(chosen)
    if chosen.command == "demo":
        from budgetsync.cli.demo import run_demo  # noqa: PLC0415 - httpx is needed there only

        return run_demo(chosen)
    if chosen.command is None:
        return open_window(chosen)
    command: Callable[[Core, argparse.Namespace], Awaitable[int]] = {
        "connect": connect,
        "sync": sync,
        "status": status,
        "transactions": transactions,
    }[chosen.command]

    async def with_core() -> int:
        async with running(assembled(chosen)) as core:
            return await command(core, chosen)

    return run_loop(with_core())


def exit_code(error: BudgetSyncError) -> int:
    """Find the exit code for an error that ended a command."""
    if isinstance(error, StoreError):
        return STORE
    if isinstance(error, UsageError | SettingsError):
        return WRONG
    if isinstance(error, VaultError | ReauthRequired | ProviderRejected | ItemGone):
        return ACT
    return NOT_SYNCED


def command_line(chosen: argparse.Namespace) -> dict[str, str | None]:
    """The settings that were typed, by their names."""
    folder: Path | None = getattr(chosen, "data_dir", None)
    return {
        "BUDGETSYNC_DATA_DIR": str(folder) if folder else None,
        "PLAID_URL": getattr(chosen, "plaid_url", None),
    }


def demo_keys() -> tuple[str, str]:
    """Client id and secret of the demo bank, which is not loaded where nobody asks for it."""
    from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET  # noqa: PLC0415

    return DEMO_CLIENT_ID, DEMO_SECRET


def assembled(chosen: argparse.Namespace, folder: Path | None = None) -> Assembly:
    """Put the program together as the command line, environment and .env say."""
    settings, found = load_settings(command_line(chosen), demo_keys, folder)
    return assemble(settings, found)


@asynccontextmanager
async def running(assembly: Assembly) -> AsyncIterator[Core]:
    """Start the core, and stop it at the end whatever happens."""
    core = assembly.core
    try:
        await core.start()
        yield core
    finally:
        await core.stop()
        assembly.ownership.release()


def run_loop(work: Awaitable[int]) -> int:
    """Run on a plain loop; SIGTERM ends it as Ctrl+C does."""

    async def until_signal() -> int:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGTERM, task.cancel)
        return await task

    try:
        return asyncio.run(until_signal())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


def serve_bank(chosen: argparse.Namespace) -> int:
    """`bank serve`: the demo bank on its own, until a signal."""
    from budgetsync.sandbox import StateError, bank_options, serve_forever  # noqa: PLC0415 - only here

    if chosen.until_stdin_closes:
        threading.Thread(target=_end_with_stdin, name="stdin-watch", daemon=True).start()
    try:
        serve_forever(**bank_options(chosen, limits=not chosen.no_limits))
    except (StateError, OSError, ValueError) as error:
        message = f"{error}".rstrip(".") + "."
        raise UsageError(message, title="The demo bank cannot start") from None
    return DONE


def _end_with_stdin() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


def open_window(chosen: argparse.Namespace) -> int:
    """No command: the window."""
    from budgetsync.app import run_window  # noqa: PLC0415 - Qt only where a window is wanted

    settings, folder = load_settings(command_line(chosen), demo_keys)
    return run_window(settings, folder)


async def connect(core: Core, chosen: argparse.Namespace) -> int:
    """`connect`: a bank of the sandbox."""
    item_id = await core.connect_sandbox(chosen.institution)
    name = names(await core.overview())[item_id]
    sys.stdout.write(f"{name} is connected, as connection {item_id}.\n")
    if not chosen.sync:
        sys.stdout.write("Fetch its transactions with `budgetsync sync`.\n")
        return DONE
    runs = await follow(core, await core.request_sync(item_id))
    return outcome(await core.overview(), runs, [item_id])


async def sync(core: Core, chosen: argparse.Namespace) -> int:
    """`sync`: ask for it, follow it, tell what came of it."""
    asked = await core.request_sync(ItemId(chosen.item) if chosen.item is not None else None)
    if not asked:
        if chosen.json:
            output.print_json({"runs": []})
        else:
            sys.stdout.write("No bank is connected yet. Try `budgetsync connect --help`.\n")
        return DONE
    runs = await follow(core, asked)
    overview = await core.overview()
    if chosen.json:
        output.print_json({"runs": [output.run_fields(runs.get(item), item) for item in asked]})
    else:
        known = names(overview)
        for item in asked:
            sys.stdout.write(f"{known[item]}: {describe_run(runs.get(item))}\n")
    return outcome(overview, runs, asked)


async def status(core: Core, chosen: argparse.Namespace) -> int:
    """`status`: what there is and how fresh it is."""
    overview = await core.overview()
    if chosen.json:
        output.print_json(output.status_fields(overview))
    else:
        output.print_status(overview, core.now())
    return DONE


async def transactions(core: Core, chosen: argparse.Namespace) -> int:
    """`transactions`: the rows that count, newest first."""
    account = AccountId(chosen.account) if chosen.account is not None else None
    if account is not None:
        accounts = [one.id for item in (await core.overview()).items for one in item.accounts]
        if account not in accounts:
            message = f"There is no account {account}."
            raise UsageError(message, action="See `budgetsync status` for the accounts and their numbers.")
    rows = await core.newest_transactions(chosen.limit or None, account)
    if chosen.json:
        output.print_json([output.transaction_fields(row) for row in rows])
    elif chosen.csv:
        output.print_csv(rows)
    else:
        output.print_transactions(rows)
    return DONE


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
