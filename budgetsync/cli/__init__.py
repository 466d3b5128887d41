"""The command line: the same core without a window. Nothing here imports Qt.

Exit codes: 0 done · 1 a connection could not be synced now (the next sync tries again) · 2 the command or a
setting is wrong · 3 a person has to act (sign in again, keys, keyring) · 4 the database cannot be used ·
5 the demo's ledger differs from the bank's · 130 interrupted.
"""

import argparse
import sys
from collections.abc import Sequence

from budgetsync.cli.window import read_quickly, show_window
from budgetsync.domain.errors import BudgetSyncError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, open the window.

    Returns:
        The exit code, as the text of this package lists them.
    """
    typed = sys.argv[1:] if arguments is None else arguments
    if list(typed[:2]) == ["relay", "serve"]:
        from budgetsync.cli.relay_server import serve_relay  # noqa: PLC0415 - a program of its own

        return serve_relay(typed[2:])
    chosen = read_quickly(typed) or _read(arguments)
    if chosen.command in {None, "window"}:
        return show_window(chosen)
    import budgetsync.store  # noqa: F401, PLC0415 - loads Peewee without what it would load beside it
    from budgetsync.cli import dispatch, session  # noqa: PLC0415 - --help and --version answer at once

    try:
        return dispatch.run(chosen)
    except BudgetSyncError as error:
        sys.stderr.write(f"{error.title}: {error.message}\n{error.action}\n")
        return session.exit_code(error)
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted; nothing is half-written, the next sync carries on.\n")
        return session.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has enough
        return 0


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    from budgetsync.cli.parser import build_parser  # noqa: PLC0415 - the window needs no other command

    return build_parser().parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
