"""Holds inboxes and ledgers beside what the bank says that it posted, and beside its books."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from budgetsync.assembly import assemble
from budgetsync.configuration import load_settings
from budgetsync.demo import Control, compare
from budgetsync.openings import demo_keys
from tests.reliability.daemon_days import describe
from tests.reliability.daemon_processes import TOKEN, Bank, Home
from tests.reliability.relay_processes import ask, rest

_OPEN = "SELECT count(*) FROM inbox WHERE state IN ('queued', 'unverified')"
_RUNNING = "SELECT count(*) FROM queue WHERE state = 'leased'"
ACTED_ON = frozenset({"done", "noted"})


def fetch_webhooks(bank: Bank, after: int = 0) -> list[dict[str, Any]]:
    """Ask the bank what it posted."""
    told: list[dict[str, Any]] = bank.ask("GET", f"/control/webhooks?after={after}")["webhooks"]
    return told


def taken_digests(webhooks: Sequence[dict[str, Any]], items: Sequence[str]) -> set[str]:
    """What every honest webhook is known by that somebody answered 200."""
    return {
        attempt["digest"]
        for one in webhooks
        if one["item_id"] in items and not one["forgery"]
        for attempt in one["attempts"]
        if attempt["status"] == 200
    }


def wait_until_settled(
    homes: Sequence[Home], bank: Bank, seconds: float, gone: frozenset[str] = frozenset()
) -> list[str]:
    """Wait until everything that the bank posted is acted on; tells what is left after so many seconds.

    Args:
        gone: Digests of webhooks that a relay's older database knows nothing of.
    """
    until = time.monotonic() + seconds
    while True:
        left = _unrest(homes, bank, gone)
        if not left or time.monotonic() > until:
            return left
        rest(0.2)


def _unrest(homes: Sequence[Home], bank: Bank, gone: frozenset[str]) -> list[str]:
    webhooks = fetch_webhooks(bank)
    # One that was refused is posted again minutes or hours later, as Plaid does; nobody waits for that.
    pending = sum(one["state"] == "pending" and not one["attempts"] for one in webhooks)
    found = [f"{pending} webhooks are still to be posted"] if pending else []
    for home in homes:
        items = [row[0] for row in ask(home, "SELECT source_item_id FROM item")]
        if missing := not_acted_on(home, taken_digests(webhooks, items) - gone):
            found.append(f"{home.folder.name}: {missing} webhooks that were answered 200 are not acted on")
        if (waiting := ask(home, _OPEN)[0][0]) or ask(home, _RUNNING)[0][0]:
            found.append(f"{home.folder.name}: {waiting} webhooks wait, or a sync runs")
    return found


def not_acted_on(home: Home, digests: set[str]) -> int:
    """How many webhooks the ledger does not show as acted on."""
    states = dict(ask(home, "SELECT event_digest, state FROM inbox"))
    return sum(states.get(digest) not in ACTED_ON for digest in digests)


def describe_differences(home: Home, bank: Bank) -> tuple[list[str], int, int]:
    """Hold a ledger beside the bank's books.

    Returns:
        What differs, and how many accounts and rows were compared.
    """
    compared = asyncio.run(_compare(home, bank))
    differing = [f"{home.folder.name}: {describe(one)}" for one in compared if not one.equal]
    if not compared:
        differing.append(f"{home.folder.name}: no account was compared")
    return differing, len(compared), sum(one.rows_here for one in compared)


async def _compare(home: Home, bank: Bank) -> list[Any]:
    settings, folder = load_settings(
        {"PLAID_URL": bank.url, "BUDGETSYNC_DATA_DIR": str(home.ledger)}, demo_keys
    )
    assembly = assemble(settings, folder)
    try:
        return await compare(assembly.core, Control(bank.url, TOKEN))
    finally:
        await assembly.core.stop()
        assembly.ownership.release()
