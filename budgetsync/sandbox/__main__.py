"""``python -m budgetsync.sandbox``: the demo bank on its own."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from budgetsync.sandbox.bank import serve_forever
from budgetsync.sandbox.state import StateError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bank; returns the exit code: 0 after a signal, 1 when it cannot start."""
    parser = argparse.ArgumentParser(
        prog="python -m budgetsync.sandbox",
        description="A Plaid-compatible demo bank. Prints its base URL first, then its keys.",
    )
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: any free one)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="loopback address to listen on (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, help="chooses the world (default: the state file's, or 7)")
    parser.add_argument("--rows", type=int, help="transactions in the whole world (default: about 4,400)")
    parser.add_argument("--state", type=Path, metavar="FILE", help="remember items and clock in this file")
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the bank's first day")
    parser.add_argument("--real-clock", action="store_true", help="follow the computer's clock")
    chosen = parser.parse_args(arguments)
    try:
        serve_forever(
            chosen.port,
            seed=chosen.seed,
            rows=chosen.rows,
            state_path=chosen.state,
            host=chosen.host,
            start=chosen.today,
            real_clock=chosen.real_clock,
        )
    except (StateError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
