"""What can be typed about real time: the relay, and the webhooks that came."""

import argparse

from budgetsync.cli.adding import Add, AddCommon


def add_relay(add: Add, add_common: AddCommon) -> None:
    """Add the commands.

    Args:
        add: Adds one command by its name and what it is for.
        add_common: Adds what every command takes.
    """
    relay = add("relay", "the relay, which keeps webhooks for this computer while it cannot be reached")
    relay.set_defaults(relay_command="status", json=False)
    commands = relay.add_subparsers(dest="relay_command", metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        parser = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        add_common(parser)
        return parser

    commands.add_parser("serve", help="run a relay; as `budgetsync-relay serve`, whose --help tells more")
    pair = command("pair", "get a mailbox at a relay")
    pair.add_argument("relay", metavar="ADDRESS", help="such as https://relay.example.org")
    pair.add_argument(
        "--invite", metavar="CODE", default="", help="what its owner gave you; - reads it from stdin"
    )
    _add_name(pair)
    status = command("status", "whether news come by themselves, for each connection")
    status.add_argument("--json", action="store_true", help="as JSON")
    test = command("test", "send a webhook of one's own through the relay")
    test.add_argument("--json", action="store_true", help="as JSON")
    command("rotate", "get another address that Plaid posts to; the older one is closed")
    devices = command("devices", "list the computers that read the mailbox")
    devices.add_argument("--json", action="store_true", help="as JSON")
    revoke = command("revoke", "shut a computer out at once")
    revoke.add_argument("device", metavar="DEVICE", help="as `relay devices` names it")
    request = command(
        "request", "ask to read the mailbox of another computer of yours; prints what is typed there"
    )
    request.add_argument("relay", metavar="ADDRESS", help="of its relay")
    _add_name(request)
    approve = command("approve", "let a computer in that asked; prints what is typed there")
    approve.add_argument("text", metavar="REQUEST", help="what `relay request` printed there")
    join = command("join", "read the mailbox of the computer that approved")
    join.add_argument("text", metavar="APPROVAL", help="what `relay approve` printed there")
    command("unpair", "leave the relay; syncs by the clock go on")

    webhooks = add("webhooks", "the webhooks that came, and what became of them")
    webhooks.add_argument(
        "--run", type=int, metavar="ID", help="only those whose news this run fetched (see status)"
    )
    webhooks.add_argument(
        "--limit", type=int, default=20, metavar="N", help="how many (default: %(default)s)"
    )
    webhooks.add_argument("--json", action="store_true", help="as JSON")


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--name", default="", help="what this computer is called there (default: its own name)"
    )
