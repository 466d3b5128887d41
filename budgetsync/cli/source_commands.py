"""`accounts` and `link`: who tells of which account, and two accounts that are one."""

import argparse
import json
import sys

from budgetsync.cli.adding import Add
from budgetsync.cli.ledger_commands import tell
from budgetsync.cli.session import DONE
from budgetsync.core import Core
from budgetsync.domain.account_source import AccountSource
from budgetsync.domain.ids import AccountId


def add_sources(add: Add) -> None:
    """Add `accounts` and `link`."""
    accounts = add("accounts", "accounts, and the sources that feed each")
    accounts.add_argument("--json", action="store_true", help="as JSON")
    link = add("link", "make one account of two that are one at the bank; undo parts them again")
    link.add_argument("kept", type=int, metavar="KEPT", help="the account that stays (see accounts)")
    link.add_argument("other", type=int, metavar="OTHER", help="the account whose sources and rows go to it")


async def accounts(core: Core, chosen: argparse.Namespace) -> int:
    """Print accounts and their sources."""
    shown = [account for item in (await core.overview()).items for account in item.accounts]
    found = [(account, await core.sources(account.id)) for account in shown]
    alike = {pair.other: pair for pair in await core.alike_accounts()}
    if chosen.json:
        told = [
            {
                "id": account.id,
                "name": account.name,
                "mask": account.mask,
                "currency": account.currency,
                "sources": [_fields(source) for source in sources],
                "seems_to_be": alike[account.id].kept if account.id in alike else None,
            }
            for account, sources in found
        ]
        sys.stdout.write(json.dumps(told, indent=2, ensure_ascii=False) + "\n")
        return DONE
    for account, sources in found:
        mask = "" if account.mask is None or account.mask in account.name else f" {account.mask}"
        sys.stdout.write(f"{account.id}  {account.name}{mask}\n")
        for source in sources:
            days = f"{source.first_day} to {source.last_day}" if source.rows else "no rows yet"
            live = "" if source.is_live else ", not synced"
            sys.stdout.write(
                f"    {source.source}, {source.institution}: {source.rows:,} rows, {days}{live}\n"
            )
        pair = alike.get(account.id)
        if pair is not None:
            why = (
                "its number ends alike"
                if pair.share is None
                else f"{pair.share:.0%} of its rows are there too"
            )
            sys.stdout.write(
                f"    seems to be account {pair.kept}, since {why}: link {pair.kept} {pair.other}\n"
            )
    return DONE


async def link(core: Core, chosen: argparse.Namespace) -> int:
    """Make one account of two."""
    return tell(await core.link_accounts(AccountId(chosen.kept), AccountId(chosen.other)))


def _fields(source: AccountSource) -> dict[str, str | int | bool | None]:
    return {
        "id": source.id,
        "source": source.source,
        "institution": source.institution,
        "rank": source.rank,
        "rows": source.rows,
        "first_day": source.first_day.isoformat() if source.first_day else None,
        "last_day": source.last_day.isoformat() if source.last_day else None,
        "live": source.is_live,
    }
