"""The window, and what a start of it may say. Light: the window is painted before the program is loaded."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budgetsync.openings import Opening

_PAGES = ("overview", "transactions", "insights", "activity", "problems", "settings")


def read_quickly(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Read a command line that asks for the window and nothing else, without building every other command.

    Returns:
        None for any other, also for one with a mistake.
    """
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    add_start(parser)
    parser.add_argument("command", nargs="?")
    try:
        chosen, rest = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    return None if rest or chosen.command not in {None, "window"} else chosen


def add_start(parser: argparse.ArgumentParser) -> None:
    """Add what may stand where no command is named."""
    add_common(parser)
    add_window_options(parser)


def add_window_options(parser: argparse.ArgumentParser) -> None:
    """Add what a start of the window may say."""
    parser.add_argument(
        "--background",
        action="store_true",
        default=argparse.SUPPRESS,
        help="with the tray's icon only, without a window",
    )
    parser.add_argument(
        "--page", choices=_PAGES, default=argparse.SUPPRESS, help="which page the window shows first"
    )


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add what every command takes, before or after its name."""
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="where the ledger lies"
    )
    parser.add_argument(
        "--plaid-url",
        metavar="URL",
        default=argparse.SUPPRESS,
        help="a demo bank's address instead of Plaid's (loopback only)",
    )


def show_window(chosen: argparse.Namespace, opening: "Opening | None" = None) -> int:
    """Run the desktop program on what the command line names, or on what the person chose.

    Args:
        opening: What is opened; None for what is found.

    Returns:
        The exit code.
    """
    from budgetsync.app import Start, run  # noqa: PLC0415 - Qt only where a window is wanted
    from budgetsync.ui.wish import Wish  # noqa: PLC0415

    background = getattr(chosen, "background", False)
    wish = Wish.of_start(background=background, page=getattr(chosen, "page", None) or "")
    return run(Start(wish, typed_settings(chosen), opening))


def typed_settings(chosen: argparse.Namespace) -> dict[str, str | None]:
    """The settings that were typed, by their names."""
    folder = getattr(chosen, "data_dir", None)
    return {
        "BUDGETSYNC_DATA_DIR": str(folder) if folder else None,
        "PLAID_URL": getattr(chosen, "plaid_url", None),
    }
