"""Makes a ledger for a campaign: paired with a relay, with connections of test users that bring accounts of their own.

python -m tests.reliability.relay_ledger BANK FOLDER --relay RELAY --first 1 --count 12
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx

from budgetsync.assembly import assemble
from budgetsync.configuration import load_settings
from budgetsync.domain.item import Connection, Institution
from budgetsync.openings import demo_keys

_INSTITUTIONS = ("ins_109508", "ins_109509", "ins_109510", "ins_109511", "ins_109512")
_ROWS = 40
"""Rows that an account has from the start."""


async def sign_up(url: str, number: int) -> Connection:
    """Connect a test user with one account that nobody else has: news of it are news of this connection alone."""
    client_id, secret = demo_keys()
    today = datetime.now(UTC).date()
    account = {
        "starting_balance": 5_000,
        "meta": {"name": f"Account {number}", "mask": f"{number:04d}"},
        "transactions": [
            {
                "date_transacted": (today - timedelta(days=day + 2)).isoformat(),
                "date_posted": (today - timedelta(days=day + 1)).isoformat(),
                "amount": (100 * (day + 7) * (number + 13) % 50_000 + number)
                / 100,  # no account has another's rows
                "description": f"Shop {number}-{day}",
                "currency": "USD",
            }
            for day in range(_ROWS)
        ],
    }
    institution = _INSTITUTIONS[number % len(_INSTITUTIONS)]
    keys = {"client_id": client_id, "secret": secret}
    async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False) as client:

        async def call(path: str, body: dict[str, object]) -> dict[str, str]:
            answer = await client.post(path, json={**keys, **body})
            answer.raise_for_status()
            told: dict[str, str] = answer.json()
            return told

        options = {
            "override_username": "user_custom",
            "override_password": json.dumps({"override_accounts": [account]}),
        }
        wanted: dict[str, object] = {
            "institution_id": institution,
            "initial_products": ["transactions"],
            "options": options,
        }
        token = await call("/sandbox/public_token/create", wanted)
        made = await call("/item/public_token/exchange", {"public_token": token["public_token"]})
    return Connection(made["item_id"], Institution(institution, f"Bank {number}"), made["access_token"])


async def furnish(url: str, folder: Path, relay: str, numbers: range) -> list[str]:
    """Pair, connect and sync; returns the bank's ids of the connections."""
    settings, found = load_settings({"PLAID_URL": url, "BUDGETSYNC_DATA_DIR": str(folder)}, demo_keys)
    assembly = assemble(settings, found)
    core = assembly.core
    await core.start()
    try:
        await core.pair_relay(relay)
        for number in numbers:
            await core._linker.make("plaid", partial(sign_up, url, number))
        asked = await core.request_sync()
        await core.wait_until_done(asked)
        overview = await core.overview()
        return [one.item.source_item_id for one in overview.items]
    finally:
        await core.stop()
        assembly.ownership.release()


def main() -> None:
    """Furnish as the command line says and print the bank's ids of the connections."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--relay", required=True)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--count", type=int, default=12)
    chosen = parser.parse_args()
    numbers = range(chosen.first, chosen.first + chosen.count)
    sys.stdout.write(json.dumps(asyncio.run(furnish(chosen.bank, chosen.folder, chosen.relay, numbers))))


if __name__ == "__main__":
    main()
