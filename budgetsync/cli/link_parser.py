"""What can be typed about connecting banks and removing them."""

import argparse

from budgetsync.cli.adding import Add
from budgetsync.domain.link import LONGEST_HISTORY


def add_links(add: Add) -> None:
    """Add the commands.

    Args:
        add: Adds one command by its name and what it is for.
    """
    connect = add("connect", "connect a bank: prints the address of a page for your browser and waits")
    connect.epilog = (
        "You sign in at the bank on the provider's own page, in your own browser, on any device: BudgetSync never "
        "sees the password. The page can be opened for 30 minutes; Ctrl+C ends the waiting, and nothing is connected."
    )
    connect.add_argument(
        "--institution",
        metavar="ID",
        help="a test bank of the sandbox or the demo bank, such as ins_109508; no page",
    )
    connect.add_argument("--sync", action="store_true", help="with --institution: sync it at once")
    connect.add_argument(
        "--days",
        type=_days,
        default=LONGEST_HISTORY,
        help="history to fetch (default: %(default)s, the most)",
    )
    connect.add_argument(
        "--even-if-connected", action="store_true", help="although some of its accounts are connected already"
    )
    connect.add_argument(
        "--simplefin",
        action="store_true",
        help="by a setup token of a SimpleFIN server, asked for or read from standard input",
    )
    connect.add_argument(
        "--item", type=int, metavar="ITEM", help="with --simplefin: the connection that the token repairs"
    )
    connect.add_argument(
        "--check-keys", action="store_true", help="only try client id, secret and environment"
    )
    _add_place(connect)

    reconnect = add("reconnect", "sign in anew at a bank: prints the address of a page and waits")
    reconnect.epilog = (
        "Where the connection's key still works, this repairs it. Where it is gone or missing on this computer, a new "
        "connection is made that takes the accounts over, with their history and your edits."
    )
    reconnect.add_argument("item", type=int, metavar="ITEM", help="the connection (see status)")
    reconnect.add_argument("--accounts", action="store_true", help="choose anew which accounts are shared")
    reconnect.add_argument(
        "--test-bank", action="store_true", help="sandbox and demo bank: connect anew without a page"
    )
    _add_place(reconnect)

    refresh = add("refresh", "have the bank itself asked for news, which may cost money; sync is free")
    refresh.add_argument("item", type=int, metavar="ITEM", help="the connection (see status)")
    refresh.add_argument("--no-wait", action="store_true", help="do not wait for what the bank says")

    disconnect = add("disconnect", "remove a connection; its history stays unless you want it deleted")
    disconnect.add_argument("item", type=int, metavar="ITEM", help="the connection (see status)")
    disconnect.add_argument(
        "--delete-history", action="store_true", help="delete its accounts and all their rows, for good"
    )
    disconnect.add_argument("--yes", action="store_true", help="do not ask")
    disconnect.add_argument(
        "--force", action="store_true", help="forget it here even if the provider cannot be told"
    )


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--country",
        action="append",
        metavar="CODE",
        type=str.upper,
        help="a country whose banks are offered, such as GB; several times for several (default: US)",
    )
    parser.add_argument("--language", default="en", metavar="CODE", help="of the page (default: %(default)s)")


def _days(text: str) -> int:
    number = int(text)
    if not 1 <= number <= LONGEST_HISTORY:
        raise ValueError
    return number
