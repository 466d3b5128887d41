"""What can be typed."""

import argparse
from functools import partial

from budgetsync import __version__
from budgetsync.cli.bank_parser import add_bank
from budgetsync.cli.entry_commands import add_entries
from budgetsync.cli.export_commands import add_export
from budgetsync.cli.health_parser import add_health
from budgetsync.cli.import_commands import add_import
from budgetsync.cli.keeping_parser import add_keeping
from budgetsync.cli.ledger_parser import add_ledger_commands
from budgetsync.cli.link_parser import add_links
from budgetsync.cli.queue_parser import add_queue
from budgetsync.cli.relay_parser import add_relay
from budgetsync.cli.schedule_parser import add_schedule
from budgetsync.cli.source_commands import add_sources
from budgetsync.cli.window import add_common, add_start, add_window_options
from budgetsync.openings import DEFAULT_SEED


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of `budgetsync`; the chosen command's name is in `command`, None for the window."""
    parser = argparse.ArgumentParser(
        prog="budgetsync",
        description="Keeps your bank transactions current in one SQLite file. Without a command: the window.",
        epilog="Exit codes: 0 done, 1 not synced now, 2 wrong command or setting, 3 you have to act, "
        "4 database cannot be used, 5 the demo differs from its bank, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"BudgetSync {__version__}")
    add_start(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    add_window_options(_add(commands, "window", "open the window, as no command at all does"))
    _add_demo(commands)

    add_bank(commands)
    add_links(partial(_add, commands))

    sync = _add(commands, "sync", "fetch what is new")
    sync.add_argument("--item", type=int, metavar="ID", help="only this connection (see status)")
    sync.add_argument("--json", action="store_true", help="tell the outcome as JSON")

    status = _add(commands, "status", "connections, accounts, balances and how fresh they are")
    status.add_argument("--json", action="store_true", help="as JSON")

    transactions = _add(commands, "transactions", "list transactions, newest first")
    transactions.add_argument("--account", type=int, metavar="ID", help="only this account (see status)")
    transactions.add_argument("--limit", type=_count, default=50, help="how many; 0 = all (default: 50)")
    transactions.add_argument("--search", metavar="QUERY", help="only what a search finds (see `search`)")
    _add_shape(transactions)

    search = _add(commands, "search", "find transactions: words, amounts, dates, accounts, categories ...")
    search.epilog = (
        'Such as: coffee ">20" since:2026-01 account:checking -category:groceries. Words begin words of payee, '
        "merchant, the bank's text and note; quotes inside keep words together; =12.50 20..50 >20eur -20 compare "
        "amounts; since: until: on: take 2026, 2026-01, 2026-01-31, today, 30d, last-month; tag: note: payee: source: "
        "run: id:; is:pending|new|edited|uncategorized|doubtful|hidden|transfer|reviewed|split|removed; commas mean "
        "one of several; a minus in front turns a term round (after -- if it comes first)."
    )
    search.add_argument("query", nargs="+", metavar="QUERY", help="what to look for")
    search.add_argument("--limit", type=_count, default=50, help="how many; 0 = all (default: 50)")
    _add_shape(search)
    add_export(partial(_add, commands))
    add_import(partial(_add, commands))
    add_entries(partial(_add, commands))
    add_sources(partial(_add, commands))
    add_keeping(partial(_add, commands), add_common)
    add_health(partial(_add, commands), add_common)
    add_queue(partial(_add, commands))
    add_relay(partial(_add, commands), add_common)
    add_ledger_commands(partial(_add, commands))
    add_schedule(partial(_add, commands))
    return parser


def _add_demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = _add(commands, "demo", "connect three demo banks, sync them, compare with the bank's own books")
    add_window_options(demo)
    demo.add_argument("--headless", action="store_true", help="in the terminal, display or not")
    demo.add_argument(
        "--seed", type=int, default=DEFAULT_SEED, help="chooses the demo bank's world (default: %(default)s)"
    )
    demo.add_argument(
        "--apart",
        action="store_true",
        help="bank, relay and program as processes of their own, and what is typed to have each of them again",
    )
    demo.add_argument("--control-token", metavar="TOKEN", help="of the bank that --plaid-url names")


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    add_common(parser)
    return parser


def _add_shape(parser: argparse.ArgumentParser) -> None:
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="as JSON")
    shape.add_argument("--csv", action="store_true", help="as CSV")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number
