"""`add` and `add-account`: rows that the user enters, and accounts that no bank keeps."""

import argparse
import sys
from datetime import date

from budgetsync.cli.adding import Add
from budgetsync.cli.ledger_commands import tell
from budgetsync.cli.session import DONE
from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId
from budgetsync.domain.own_entry import ACCOUNT_TYPES, OwnAccount, OwnEntry, check_account, read_amount


def add_entries(add: Add) -> None:
    """Add `add` and `add-account`."""
    entry = add("add", "enter a transaction by hand; when the bank tells of it later, the two become one")
    entry.add_argument("amount", metavar="AMOUNT", help="12.50 is spent, +12.50 comes in")
    entry.add_argument("payee", metavar="PAYEE", help="who it was with")
    entry.add_argument(
        "--account", type=int, required=True, metavar="ID", help="in this account (see status)"
    )
    entry.add_argument(
        "--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="its day (default: today)"
    )
    entry.add_argument("--category", metavar="TEXT", help="its category")
    entry.add_argument("--note", metavar="TEXT", help="a note")
    entry.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag (may be repeated)")
    account = add("add-account", "make an account that no bank keeps, such as a wallet")
    account.add_argument("name", metavar="NAME", help="what it is called")
    account.add_argument("--currency", required=True, metavar="CODE", help="such as EUR")
    account.add_argument("--type", choices=ACCOUNT_TYPES, default="cash", help="default: %(default)s")
    account.add_argument("--opening", metavar="AMOUNT", help="what is in it; with a minus what is owed")
    account.add_argument(
        "--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="on that day (default: today)"
    )


async def add(core: Core, chosen: argparse.Namespace) -> int:
    """Enter a row."""
    shown = (await core.overview()).items
    account = next((one for item in shown for one in item.accounts if one.id == chosen.account), None)
    if account is None or account.currency is None:
        message = f"There is no account {chosen.account} whose currency is known."
        raise UsageError(message, action="See `budgetsync status` for the accounts and their numbers.")
    entry = OwnEntry(
        account.id,
        read_amount(chosen.amount, account.currency),
        chosen.date or core.now().astimezone().date(),
        chosen.payee,
        chosen.category,
        chosen.note,
        tuple(chosen.tag),
    )
    return tell(await core.add_transaction(entry))


async def add_account(core: Core, chosen: argparse.Namespace) -> int:
    """Make an account."""
    today = core.now().astimezone().date()
    wanted = OwnAccount(chosen.name, chosen.currency.upper(), chosen.date or today, chosen.type)
    check_account(wanted)
    opening = 0
    if chosen.opening:
        opening = read_amount(chosen.opening, wanted.currency).minor
        opening = opening if chosen.opening.strip().startswith("-") else abs(opening)
    made: AccountId = await core.add_account(
        OwnAccount(wanted.name, wanted.currency, wanted.opened_on, wanted.type, opening)
    )
    sys.stdout.write(f"{wanted.name.strip()} is account {made}.\n")
    return DONE
