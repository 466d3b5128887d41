"""What the relay's operator types.

Exit codes: 0 done · 2 the command or a setting is wrong · 4 the database cannot be used · 130 interrupted.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

import msgspec

from budgetsync.relay.server.errors import StorageFailed
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.records import DAY, SECOND, MailboxRecord
from budgetsync.relay.server.serve_command import SettingError, add_options, make_loop, serve

DATABASE = "BUDGETSYNC_RELAY_DATABASE"
"""The variable that names the database, so that its password is in nobody's list of processes."""
DEFAULT_DATABASE = "sqlite:///relay.sqlite"
INVITE_DAYS = 7
WRONG_SETTING = 2
NO_DATABASE = 4
INTERRUPTED = 130
_SHOWN = 8  # of a mailbox's name; enough to tell them apart
_Command = Callable[[Mailroom, argparse.Namespace], Awaitable[None]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        The exit code, as the module's text lists them.
    """
    chosen = build_parser().parse_args(arguments)
    try:
        with asyncio.Runner(loop_factory=make_loop) as runner:
            runner.run(_run(chosen.run, chosen))
    except SettingError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_SETTING
    except StorageFailed as error:
        sys.stderr.write(f"The relay's database cannot be used: {error}.\n")
        return NO_DATABASE
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def build_parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    parser = argparse.ArgumentParser(prog="budgetsync-relay", description="Keeps webhooks for desktops.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_options(_add(commands, "serve", "run the relay until it is told to stop", serve))
    invite = _add(commands, "invite", "make an invite, good for one desktop", _invite)
    invite.add_argument("--days", type=_days, default=INVITE_DAYS, help="until it runs out (%(default)s)")
    listing = _add(commands, "mailboxes", "list the mailboxes and what waits in them", _list)
    listing.add_argument("--json", action="store_true", help="as JSON, with their whole names")
    expire = _add(commands, "expire", "take away what has run out; the relay does so by itself, too", _expire)
    expire.add_argument(
        "--unseen-days", type=_days, help="mailboxes too, whose desktops have all been away for so long"
    )
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str, run: _Command
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    parser.set_defaults(run=run)
    parser.add_argument(
        "--database",
        default=os.environ.get(DATABASE, DEFAULT_DATABASE),
        metavar="URL",
        help=f"sqlite:///PATH or postgresql://USER@HOST/NAME; or set {DATABASE}",
    )
    return parser


def _days(text: str) -> int:
    days = int(text)
    if not 0 < days <= 3650:  # noqa: PLR2004 - ten years
        raise ValueError
    return days


async def _run(command: _Command, chosen: argparse.Namespace) -> None:
    async with Mailroom(chosen.database) as room:
        await command(room, chosen)


async def _invite(room: Mailroom, chosen: argparse.Namespace) -> None:
    until = int(time.time() * SECOND) + chosen.days * DAY
    sys.stdout.write(await room.invite(until) + "\n")


async def _list(room: Mailroom, chosen: argparse.Namespace) -> None:
    found = await room.list_mailboxes()
    if chosen.json:
        sys.stdout.write(json.dumps(msgspec.to_builtins(found), indent=2) + "\n")
        return
    lines = [("MAILBOX", "SINCE", "LAST SEEN", "DEVICES", "WAITING", "BYTES"), *map(_row, found)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def _row(mailbox: MailboxRecord) -> tuple[str, ...]:
    return (
        f"{mailbox.mailbox[:_SHOWN]}…",
        _instant(mailbox.created),
        _instant(mailbox.seen) if mailbox.seen is not None else "never",
        str(mailbox.devices),
        str(mailbox.waiting),
        str(mailbox.size),
    )


def _instant(milliseconds: int) -> str:
    return f"{datetime.fromtimestamp(milliseconds / SECOND, UTC):%Y-%m-%d %H:%M}"


async def _expire(room: Mailroom, chosen: argparse.Namespace) -> None:
    swept = await room.sweep(chosen.unseen_days * DAY if chosen.unseen_days else None)
    sys.stdout.write(
        f"webhooks: {swept.entries}, sessions: {swept.sessions}, invites: {swept.invites},"
        f" mailboxes: {swept.mailboxes}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
