"""What can be typed about syncing by the clock."""

import argparse

from budgetsync.cli.adding import Add


def add_schedule(add: Add) -> None:
    """Add `daemon`, `pause`, `resume` and `schedule`.

    Args:
        add: Adds one command by its name and what it is for.
    """
    daemon = add("daemon", "sync in the background without a window, until SIGTERM or Ctrl+C")
    daemon.epilog = (
        "One process at a time syncs a data folder. Beside another one, this one waits and takes over "
        "when that ends."
    )
    daemon.add_argument("--no-standby", action="store_true", help="end if another process syncs this folder")
    daemon.add_argument("--quiet", action="store_true", help="print nothing but troubles")
    daemon.add_argument(
        "--clock-factor", metavar="N", help="let time pass N times as fast; with a demo bank of the same only"
    )
    daemon.add_argument(
        "--clock-start",
        metavar="TIME",
        help="what that clock shows first, as 2026-06-15T12:00:00Z (default: now)",
    )

    pause = add("pause", "sync nothing by itself for a while; `budgetsync sync` still does")
    length = pause.add_mutually_exclusive_group()
    length.add_argument("--for", dest="length", metavar="TIME", help="such as 30m, 1h or 2d")
    length.add_argument("--until", metavar="WHEN", help="tomorrow, 18:30 or 2026-12-01 (default: resumed)")
    _add_item(pause)

    resume = add("resume", "end a pause; what was missed is caught up once")
    _add_item(resume)

    schedule = add("schedule", "when each connection is synced by itself, and how often that shall be")
    schedule.add_argument(
        "--every", metavar="TIME", help="at most this long between two syncs, such as 30m or 6h; default = 1h"
    )
    _add_item(schedule, "with --every: only this connection")
    schedule.add_argument("--quiet", metavar="HOURS", help="never at these local hours: 22:00-07:00, or off")
    schedule.add_argument(
        "--metered", choices=["sync", "hold"], help="on a network paid for by volume (as it comes: sync)"
    )
    schedule.add_argument(
        "--battery", metavar="N", help="on battery, intervals are N times as long (as it comes: keep)"
    )
    schedule.add_argument("--json", action="store_true", help="as JSON")


def _add_item(parser: argparse.ArgumentParser, text: str = "only this connection (see status)") -> None:
    parser.add_argument("--item", type=int, metavar="ID", help=text)
