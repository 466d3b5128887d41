"""The commands, each a few lines over the core."""

import argparse
import sys

from budgetsync.cli import health_output, output
from budgetsync.cli.queue_commands import tell_waiting
from budgetsync.cli.session import DONE, describe_run, follow, names, outcome
from budgetsync.core import Core
from budgetsync.domain.errors import StoreError, UsageError
from budgetsync.domain.export import row_fields
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.transaction import Transaction


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
    if core.owns_engine:
        await _keep(core)
    overview = await core.overview()
    waiting = await core.queue_overview()
    tell_waiting(waiting, asked, names(overview), core.now(), stays=not core.owns_engine)
    if chosen.json:
        output.print_json({"runs": [output.run_fields(runs.get(item), item) for item in asked]})
    else:
        known = names(overview)
        for item in asked:
            sys.stdout.write(f"{known[item]}: {describe_run(runs.get(item))}\n")
    return outcome(overview, runs, asked)


async def _keep(core: Core) -> None:
    """Make the day's backup here: a program that is gone after its sync is not there when the hour is."""
    try:
        await core.keeper.back_up_if_due()
    except StoreError as error:
        sys.stderr.write(f"Today's backup was not made: {error.message} {error.action}\n")


async def status(core: Core, chosen: argparse.Namespace) -> int:
    """`status`: what there is and how fresh it is."""
    overview = await core.overview()
    if chosen.json:
        kept = output.keeping_fields(await core.keeper.look())
        health = health_output.health_fields(await core.health())
        output.print_json({**output.status_fields(overview), "keeping": kept, "health": health})
    else:
        output.print_status(overview, core.now())
        output.print_keeping(await core.keeper.look(), overview.troubles, core.now())
    return DONE


async def transactions(core: Core, chosen: argparse.Namespace) -> int:
    """`transactions`: the rows that count, newest first."""
    account = AccountId(chosen.account) if chosen.account is not None else None
    if account is not None:
        accounts = [one.id for item in (await core.overview()).items for one in item.accounts]
        if account not in accounts:
            message = f"There is no account {account}."
            raise UsageError(message, action="See `budgetsync status` for the accounts and their numbers.")
    if chosen.search is not None and account is not None:
        message = "--search and --account cannot be used together."
        raise UsageError(message, action="Say account:NAME within the search.")
    if chosen.search is not None:
        return await _print_found(core, chosen, chosen.search)
    _print_rows(chosen, await core.newest_transactions(chosen.limit or None, account))
    return DONE


async def search(core: Core, chosen: argparse.Namespace) -> int:
    """`search`: the rows that a search finds, newest first; what it does not understand is said on stderr."""
    return await _print_found(core, chosen, " ".join(chosen.query))


async def _print_found(core: Core, chosen: argparse.Namespace, text: str) -> int:
    for hint in core.read_query(text).hints:
        sys.stderr.write(f"{text[hint.start : hint.end]}: {hint.message}\n")
    _print_rows(chosen, [row async for row in core.each_transaction(text, chosen.limit or None)])
    return DONE


def _print_rows(chosen: argparse.Namespace, rows: list[Transaction]) -> None:
    if chosen.json:
        output.print_json([row_fields(row) for row in rows])
    elif chosen.csv:
        output.print_csv(rows)
    else:
        output.print_transactions(rows)
