"""The options of a demo bank on a command line: the same for ``bank serve`` and for the module."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser every option of a demo bank, except for the limits."""
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: any free one)")
    parser.add_argument("--host", default="127.0.0.1", help="loopback address (default: %(default)s)")
    parser.add_argument("--seed", type=int, help="chooses the world (default: the state file's, or 7)")
    parser.add_argument("--rows", type=int, help="transactions in the whole world (default: about 4,400)")
    parser.add_argument("--state", type=Path, metavar="FILE", help="remember connections and clock here")
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the bank's first day")
    clock = parser.add_mutually_exclusive_group()
    clock.add_argument("--real-clock", action="store_true", help="follow the computer's clock")
    clock.add_argument("--clock-factor", type=float, metavar="N", help="let time pass N times as fast")
    parser.add_argument(
        "--plaid-timing", action="store_true", help="NOT_READY at first, then 30 days, then all 90"
    )
    parser.add_argument("--lively", action="store_true", help="outages, expiring logins, mass removals")
    parser.add_argument(
        "--shoppers",
        action="store_true",
        help="somebody buys something now and then, at first every few seconds",
    )
    parser.add_argument("--faults", type=Path, metavar="FILE", help="a JSON file with rules of a fault plan")
    parser.add_argument("--control-token", metavar="TOKEN", help="for /control (default: a new one)")
    parser.add_argument(
        "--webhooks-anywhere", action="store_true", help="deliver webhooks beyond this computer too"
    )


def options_of(chosen: argparse.Namespace, *, limits: bool) -> dict[str, Any]:
    """What was chosen, as arguments for `budgetsync.sandbox.serve_forever`."""
    return {
        "port": chosen.port,
        "host": chosen.host,
        "seed": chosen.seed,
        "rows": chosen.rows,
        "state_path": chosen.state,
        "start": chosen.today,
        "real_clock": chosen.real_clock,
        "clock_factor": chosen.clock_factor,
        "plaid_timing": chosen.plaid_timing,
        "lively": chosen.lively,
        "shoppers": chosen.shoppers,
        "faults_path": chosen.faults,
        "control_token": chosen.control_token,
        "webhooks_anywhere": chosen.webhooks_anywhere,
        "limits": limits,
    }
