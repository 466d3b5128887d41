"""What can be typed about how the program is, and about what was kept aside."""

import argparse

from budgetsync.cli.adding import Add, AddCommon
from budgetsync.domain.dead_letter import LetterKind, LetterState


def add_health(add: Add, add_common: AddCommon) -> None:
    """Add the commands.

    Args:
        add: Adds one command by its name and what it is for.
        add_common: Adds what every command takes.
    """
    health = add("health", "how the program is: queue, connections, timer, quotas, file")
    health.add_argument("--json", action="store_true", help="as JSON")

    letters = add(
        "dead-letters",
        "what was kept aside: rows, events and requests that are not tried again by themselves",
    )
    _add_filters(letters)
    letters.set_defaults(letters_command="list")
    commands = letters.add_subparsers(dest="letters_command", metavar="COMMAND")
    listing = commands.add_parser(
        "list", help="list them, newest first", description="List them, newest first."
    )
    _add_filters(listing)
    add_common(listing)
    retry = commands.add_parser(
        "retry",
        help="try one again, or all",
        description="Try one again; without a number, all that are open.",
    )
    retry.add_argument("letter", nargs="?", type=int, metavar="LETTER", help="its number")
    retry.add_argument("--insist", action="store_true", help="although this version has failed at it twice")
    _add_filters(retry, states=False)
    add_common(retry)
    for name, text in (
        ("discard", "put one away; it is kept for half a year"),
        ("restore", "take a discard back"),
        ("copy", "print what a report needs, without ids, names and numbers"),
    ):
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        command.add_argument("letter", type=int, metavar="LETTER", help="its number")
        add_common(command)


def _add_filters(parser: argparse.ArgumentParser, *, states: bool = True) -> None:
    default = argparse.SUPPRESS  # given before or after `list`
    parser.add_argument("--kind", choices=[kind.value for kind in LetterKind], default=default)
    parser.add_argument(
        "--item", type=int, metavar="ID", default=default, help="of one connection (see status)"
    )
    parser.add_argument("--search", metavar="WORDS", default=default, help="in title, text, code and bank")
    parser.add_argument("--json", action="store_true", default=default, help="as JSON")
    if states:
        choices = [*(state.value for state in LetterState), "all"]
        parser.add_argument("--state", choices=choices, default=default, help="default: open and requeued")
