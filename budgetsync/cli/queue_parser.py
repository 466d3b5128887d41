"""What can be typed about the queue."""

from budgetsync.cli.adding import Add


def add_queue(add: Add) -> None:
    """Add the command.

    Args:
        add: Adds one command by its name and what it is for.
    """
    queue = add("queue", "what waits to be synced, why, and until when")
    queue.add_argument("--json", action="store_true", help="as JSON")
