"""The demo bank's own commands."""

import argparse
from datetime import date
from pathlib import Path

from budgetsync.cli.window import add_common
from budgetsync.openings import DEFAULT_SEED


def add_bank(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `bank serve`, and what is done to a bank that runs: `bank advance`, `bank happen`."""
    bank = commands.add_parser("bank", help="the demo bank on its own")
    bank_commands = bank.add_subparsers(dest="bank_command", metavar="COMMAND", required=True)
    _add_serve(bank_commands)
    advance = bank_commands.add_parser(
        "advance", help="let time pass at a bank that runs", description="Let time pass at a bank that runs."
    )
    advance.add_argument("--days", type=int, default=1, help="how many (default: %(default)s)")
    _add_control(advance)
    happen = bank_commands.add_parser(
        "happen",
        help="let something happen at a bank that runs",
        description="Let something happen at a bank that runs; without a name, list what can.",
    )
    happen.add_argument("kind", nargs="?", metavar="KIND", help="such as shopping, purchase, login_expiry")
    happen.add_argument("--institution", metavar="ID", help="at this bank only, such as ins_109508")
    _add_control(happen)


def _add_control(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--control-token", metavar="TOKEN", help="what `bank serve` printed (else BUDGETSYNC_CONTROL_TOKEN)"
    )
    add_common(parser)


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = commands.add_parser(
        "serve", help="run the demo bank", description="Run the demo bank; its base URL is the first line."
    )
    serve.add_argument("--port", type=int, default=0, help="port (default: any free one)")
    serve.add_argument("--host", default="127.0.0.1", help="loopback address (default: %(default)s)")
    serve.add_argument("--seed", type=int, help=f"chooses the world (default: {DEFAULT_SEED})")
    serve.add_argument("--rows", type=int, help="transactions in the whole world (default: about 4,400)")
    serve.add_argument("--state", type=Path, metavar="FILE", help="remember connections and clock here")
    serve.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the bank's first day")
    serve.add_argument("--real-clock", action="store_true", help="follow the computer's clock")
    serve.add_argument("--clock-factor", type=float, metavar="N", help="let time pass N times as fast")
    serve.add_argument(
        "--plaid-timing", action="store_true", help="first NOT_READY, then 30 days, then all 90"
    )
    serve.add_argument("--lively", action="store_true", help="outages, expiring logins, mass removals")
    serve.add_argument(
        "--shoppers",
        action="store_true",
        help="somebody buys something now and then, at first every few seconds",
    )
    serve.add_argument("--faults", type=Path, metavar="FILE", help="a JSON file with rules of a fault plan")
    serve.add_argument("--control-token", metavar="TOKEN", help="for /control (default: a new one)")
    serve.add_argument("--webhooks-anywhere", action="store_true", help="not to the loopback only")
    serve.add_argument("--no-limits", action="store_true", help="never 429 for too many calls a minute")
    serve.add_argument("--until-stdin-closes", action="store_true", help="end with whoever started it")
    add_common(serve)
