"""``python -m budgetsync.sandbox``: the demo bank on its own."""

import argparse
import sys
from collections.abc import Sequence

from budgetsync.sandbox.arguments import add_options, options_of
from budgetsync.sandbox.bank import serve_forever
from budgetsync.sandbox.state import StateError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bank; returns the exit code: 0 after a signal, 1 when it cannot start."""
    parser = argparse.ArgumentParser(
        prog="python -m budgetsync.sandbox",
        description="A Plaid-compatible demo bank. Prints its base URL first, then its keys.",
    )
    add_options(parser)
    parser.add_argument("--limits", action="store_true", help="answer 429 beyond Plaid's calls a minute")
    chosen = parser.parse_args(arguments)
    try:
        serve_forever(**options_of(chosen, limits=chosen.limits))
    except (StateError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
