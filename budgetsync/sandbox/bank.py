"""The demo bank as programs and tests use it."""

import sys
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from budgetsync.sandbox.app import build_app
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.options import DEMO_CLIENT_ID, DEMO_SECRET, BankOptions
from budgetsync.sandbox.server import BankServer
from budgetsync.sandbox.truth import world_fields


class DemoBank:
    """A Plaid-compatible bank over an invented, seeded world.

    Nothing in it depends on the computer's clock unless `real_clock` is set: the same arguments and the same
    calls in the same order give the same bytes.

    Args:
        seed: chooses the world; None for the state file's, or 7.
        rows: live transactions on the first day over all accounts, exactly; None for about 4,400.
        state_path: a file that lets items, tokens and clock survive restarts; None for memory only.
        client_id: the client id that callers must know.
        secret: the secret that callers must know.
        start: the bank's first today; None for a fixed day (or yesterday with ``real_clock``).
        real_clock: let the bank's time follow the computer's.
        not_ready_calls: sync calls on a fresh item that are answered with NOT_READY.
        history_days: days of history of an item that does not ask for a number of days.
        control_token: bearer token of the control interface; None for no token.

    Raises:
        StateError: the state file cannot be used, or belongs to another world.
    """

    def __init__(
        self,
        *,
        seed: int | None = None,
        rows: int | None = None,
        state_path: str | PathLike[str] | None = None,
        client_id: str = DEMO_CLIENT_ID,
        secret: str = DEMO_SECRET,
        start: date | None = None,
        real_clock: bool = False,
        not_ready_calls: int = 0,
        history_days: int = 730,
        control_token: str | None = None,
    ) -> None:
        self._bank = Bank(
            BankOptions(
                seed=seed,
                rows=rows,
                state_path=None if state_path is None else Path(state_path),
                client_id=client_id,
                secret=secret,
                start=start,
                real_clock=real_clock,
                not_ready_calls=not_ready_calls,
                history_days=history_days,
                control_token=control_token,
            )
        )
        self.app = build_app(self._bank)
        """The ASGI application, for clients that need no port."""

    def serve(self, *, port: int = 0, host: str = "127.0.0.1") -> BankServer:
        """Serve on a loopback port from a thread of its own; the server is running when this returns.

        Raises:
            ValueError: the host is not a loopback address.
            OSError: the port is taken.
        """
        return BankServer(self.app, host=host, port=port).start()

    def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
        """Move the bank's clock on, as ``POST /control/advance`` does.

        Raises:
            ValueError: the sum is negative.
        """
        self._bank.advance((days * 24 + hours) * 60 + minutes)

    def world(self, *, transactions: bool = True, item_id: str | None = None) -> dict[str, Any]:
        """The truth, in the shape that `budgetsync.sandbox.truth.world_fields` describes."""
        with self._bank.turn():
            return world_fields(self._bank, transactions=transactions, item_id=item_id)


def serve_forever(
    port: int = 0,
    *,
    seed: int | None = None,
    rows: int | None = None,
    state_path: str | PathLike[str] | None = None,
    host: str = "127.0.0.1",
    start: date | None = None,
    real_clock: bool = False,
) -> None:
    """Run a bank until SIGINT or SIGTERM; for the command line, in the main thread.

    Writes the base URL as the first line to standard output, then the keys, and flushes.

    Raises:
        StateError: the state file cannot be used.
        ValueError: the host is not a loopback address.
        OSError: the port is taken.
    """
    bank = DemoBank(seed=seed, rows=rows, state_path=state_path, start=start, real_clock=real_clock)
    server = bank.serve(port=port, host=host)
    try:
        lines = (server.url, f"PLAID_CLIENT_ID={DEMO_CLIENT_ID}", f"PLAID_SECRET={DEMO_SECRET}")
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        server.wait()
    finally:
        server.stop()
