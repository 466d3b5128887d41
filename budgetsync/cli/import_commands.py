"""`import`: statement files of banks into the ledger, or only a look at what would become of them."""

import argparse
import json
import sys
from pathlib import Path

from budgetsync.cli.adding import Add
from budgetsync.cli.import_output import as_json, describe
from budgetsync.cli.session import DONE
from budgetsync.core import Core
from budgetsync.domain.account import Account
from budgetsync.domain.errors import BudgetSyncError, UsageError
from budgetsync.domain.ids import AccountId
from budgetsync.domain.importing import ChosenAccount, Imported, ImportPlan, NewAccount
from budgetsync.domain.statement_reading import ReadOptions

REFUSED = 2


def add_import(add: Add) -> None:
    """Add `import`."""
    command = add(
        "import", "take in statement files: OFX, QFX, QIF, CSV, CAMT, MT940, whatever their names are"
    )
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a bank's statement file")
    command.add_argument(
        "--account",
        metavar="ACCOUNT",
        help="where the entries go: an account's number, a part of its name, or `new` for one of the file's words; "
        "needed where a file does not name an account that is known",
    )
    command.add_argument(
        "--currency", default="", metavar="CODE", help="of files that name none, with --account new"
    )
    command.add_argument("--dry-run", action="store_true", help="only tell what would be done")
    command.add_argument("--json", action="store_true", help="as JSON, entry by entry")


async def import_files(core: Core, chosen: argparse.Namespace) -> int:
    """Take files in, one after the other; one that cannot be read does not keep the others from it."""
    told, code = [], DONE
    for path in chosen.files:
        try:
            plan, done = await _import(core, path.expanduser(), chosen)
        except BudgetSyncError as error:
            if len(chosen.files) == 1 and not chosen.json:
                raise
            code = REFUSED
            told.append({"file": str(path), "error": _error(error)})
            if not chosen.json:
                sys.stderr.write(f"{path}: {error.message} {error.action}\n")
            continue
        told.append(as_json(plan, done))
        if not chosen.json:
            sys.stdout.write(describe(plan, done))
    if chosen.json:
        whole = told[0] if len(told) == 1 else told
        sys.stdout.write(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    return code


async def _import(core: Core, path: Path, chosen: argparse.Namespace) -> tuple[ImportPlan, Imported | None]:
    accounts = [account for one in (await core.overview()).items for account in one.accounts]
    wanted = None if chosen.account in {None, "new"} else _find(accounts, chosen.account)
    currency = chosen.currency.upper() or (wanted.currency if wanted and wanted.currency else "USD")
    file = await core.read_statement(path, ReadOptions(currency=currency))
    places: dict[int, ChosenAccount] = {}
    for number, statement in enumerate(file.statements):
        if wanted is not None:
            places[number] = AccountId(wanted.id)
        elif chosen.account == "new":
            said = statement.account
            if not statement.currency and not chosen.currency:
                message = f"{path.name} does not say which currency it is in."
                raise UsageError(message, action="Say --currency CODE, such as --currency EUR.")
            name = said.name or " ".join(filter(None, (said.institution or path.stem, said.mask)))
            places[number] = NewAccount(name, statement.currency or currency, said.type)
    plan = await core.plan_import(path, places, file=file)
    return plan, None if chosen.dry_run else await core.commit_import(plan)


def _find(accounts: list[Account], text: str) -> Account:
    named = [account for account in accounts if text.isdecimal() and account.id == int(text)] or [
        account for account in accounts if text.casefold() in account.name.casefold()
    ]
    if len(named) == 1:
        return named[0]
    message = f"{'No account is' if not named else 'Several accounts are'} called {text!r}."
    raise UsageError(message, action="Name it by its number, see `budgetsync status`, or say --account new.")


def _error(error: BudgetSyncError) -> dict[str, str]:
    trouble = error.trouble
    return {
        "code": trouble.code,
        "title": trouble.title,
        "message": trouble.message,
        "action": trouble.action,
    }
