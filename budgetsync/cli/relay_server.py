"""`relay serve`: the relay's own program, for whoever has this one at hand already."""

from collections.abc import Sequence

from budgetsync.cli.until_stdin import end_with_stdin

_UNTIL_STDIN_CLOSES = "--until-stdin-closes"


def serve_relay(arguments: Sequence[str]) -> int:
    """Run `budgetsync-relay serve`; it can be told to end with whoever started it, too."""
    from budgetsync.relay.server.cli import main  # noqa: PLC0415 - the server, only here

    if _UNTIL_STDIN_CLOSES in arguments:
        end_with_stdin()
    return main(["serve", *(word for word in arguments if word != _UNTIL_STDIN_CLOSES)])
