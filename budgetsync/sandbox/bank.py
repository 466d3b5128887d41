"""The demo bank as programs and tests use it."""

import json
import os
import secrets
import sys
from contextlib import nullcontext
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from budgetsync.sandbox.app import build_app
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.options import DEMO_CLIENT_ID, DEMO_SECRET, BankOptions
from budgetsync.sandbox.plan.rules import decode_rules
from budgetsync.sandbox.script.events import EventError
from budgetsync.sandbox.server import BankServer
from budgetsync.sandbox.shoppers import Shoppers
from budgetsync.sandbox.simplefin.server import SimpleFinServer
from budgetsync.sandbox.truth import world_fields

CONTROL_TOKEN_VARIABLE = "BUDGETSYNC_CONTROL_TOKEN"  # noqa: S105 - the name of a variable


class DemoBank:
    """A Plaid-compatible bank over an invented, seeded world.

    Nothing in it depends on the computer's clock unless `real_clock` or `clock_factor` is set: the same
    arguments and the same calls in the same order give the same bytes.

    Args:
        seed: chooses the world; None for the state file's, or 7.
        rows: live transactions on the first day over all accounts, exactly; None for about 4,400.
        state_path: a file that lets items, tokens and clock survive restarts; None for memory only.
        client_id: the client id that callers must know.
        secret: the secret that callers must know.
        start: the bank's first today; None for a fixed day (or yesterday with ``real_clock``).
        real_clock: let the bank's time follow the computer's.
        clock_factor: let this many of the bank's seconds pass in each of the computer's.
        not_ready_calls: sync calls on a fresh item that are answered with NOT_READY; None for 0, or for 1
            with ``plaid_timing``.
        history_days: days of history of an item that does not ask for a number of days; None for 730, or
            for 90 with ``plaid_timing``.
        plaid_timing: be as slow as Plaid: first NOT_READY, then 30 days, then all of the history.
        lively: let outages, expiring logins, new accounts and mass removals come by themselves.
        limits: answer 429 beyond Plaid's numbers of calls a minute.
        control_token: bearer token of the control interface; None for no token.
        webhooks_anywhere: deliver webhooks beyond the loopback too.
        faults_path: a JSON file with the rules of the fault plan.

    Raises:
        StateError: the state file cannot be used, or belongs to another world.
        ValueError: the clock or the fault plan that was asked for cannot be.
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
        clock_factor: float | None = None,
        not_ready_calls: int | None = None,
        history_days: int | None = None,
        plaid_timing: bool = False,
        lively: bool = False,
        limits: bool = False,
        control_token: str | None = None,
        webhooks_anywhere: bool = False,
        faults_path: str | PathLike[str] | None = None,
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
                clock_factor=clock_factor,
                not_ready_calls=not_ready_calls,
                history_days=history_days,
                plaid_timing=plaid_timing,
                lively=lively,
                limits=limits,
                control_token=control_token,
                webhooks_anywhere=webhooks_anywhere,
                faults_path=None if faults_path is None else Path(faults_path),
            )
        )
        self._simplefin = SimpleFinServer(self._bank)
        self.app = build_app(self._bank, self._simplefin)
        """The ASGI application, for clients that need no port."""

    def setup_token(self, url: str) -> str:
        """A new setup token of the bank's SimpleFIN server, which is claimed once.

        Args:
            url: where the bank listens.
        """
        return self._simplefin.new_token(url)

    def serve(self, *, port: int = 0, host: str = "127.0.0.1") -> BankServer:
        """Serve on a loopback port from a thread of its own; the server is running when this returns.

        Raises:
            ValueError: the host is not a loopback address.
            OSError: the port is taken.
        """
        return BankServer(
            self.app, host=host, port=port, lines=self._bank.lines, courier=self._bank.courier
        ).start()

    def close(self) -> None:
        """Deliver no further webhook; for banks that were used without `serve`."""
        self._bank.courier.stop()

    def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> None:
        """Move the bank's clock on, as ``POST /control/advance`` does.

        Raises:
            ValueError: the sum is negative.
        """
        self._bank.advance((days * 24 + hours) * 60 + minutes, seconds=seconds)

    def happen(self, kind: str, **told: Any) -> None:  # noqa: ANN401 - each event has its own
        """Let an event happen, as ``POST /control/events`` does.

        Raises:
            EventError: there is no such event, or nothing that it could happen to.
        """
        with self._bank.turn():
            self._bank.happen({"kind": kind, **told})

    def shop(self) -> bool:
        """Let somebody buy something, where an account is connected that one shops with."""
        try:
            self.happen("shopping")
        except EventError:
            return False
        return True

    def add_fault(self, kind: str, **told: Any) -> None:  # noqa: ANN401 - a rule's fields
        """Add a rule to the fault plan, as ``POST /control/faults`` does.

        Raises:
            ValueError: there is no such fault, or no such field of a rule.
        """
        with self._bank.turn():
            self._bank.plan.add(decode_rules(json.dumps({"kind": kind, **told}).encode()))

    def clear_faults(self) -> None:
        """Drop every rule of the fault plan, as ``DELETE /control/faults`` does."""
        with self._bank.turn():
            self._bank.plan.clear()

    def faults(self) -> dict[str, Any]:
        """The fault plan and what struck, as ``GET /control/faults`` shows them."""
        with self._bank.lock:
            return self._bank.plan.described()

    def settle_webhooks(self, timeout: float = 10.0) -> bool:
        """Wait until no webhook that is due remains; tells whether that came true in time."""
        return self._bank.courier.settle(timeout)

    def world(self, *, transactions: bool = True, item_id: str | None = None) -> dict[str, Any]:
        """The truth, in the shape that `budgetsync.sandbox.truth.world_fields` describes."""
        with self._bank.turn():
            return world_fields(self._bank, transactions=transactions, item_id=item_id)


def serve_forever(
    port: int = 0,
    *,
    host: str = "127.0.0.1",
    control_token: str | None = None,
    shoppers: bool = False,
    **options: Any,  # noqa: ANN401
) -> None:
    """Run a bank until SIGINT or SIGTERM; for the command line, in the main thread.

    Writes the base URL as the first line to standard output, then the keys, the control interface's
    token and a setup token of its SimpleFIN server, and flushes.

    Args:
        port: the port to listen on; 0 for any free one.
        host: the loopback address to listen on.
        control_token: None for the environment's BUDGETSYNC_CONTROL_TOKEN, or else a new one.
        shoppers: have somebody buy something now and then, so that there are news by themselves.
        options: as for `DemoBank`.

    Raises:
        StateError: the state file cannot be used.
        ValueError: the host is not a loopback address, or an option cannot be.
        OSError: the port is taken.
    """
    token = control_token or os.environ.get(CONTROL_TOKEN_VARIABLE) or secrets.token_urlsafe(24)
    bank = DemoBank(control_token=token, **options)
    server = bank.serve(port=port, host=host)
    lines = (
        server.url,
        f"PLAID_CLIENT_ID={options.get('client_id', DEMO_CLIENT_ID)}",
        f"PLAID_SECRET={options.get('secret', DEMO_SECRET)}",
        f"CONTROL_TOKEN={token}",
        f"SIMPLEFIN_SETUP_TOKEN={bank.setup_token(server.url)}",
    )

    def tell() -> None:
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()

    try:
        with Shoppers(bank.shop) if shoppers else nullcontext():
            server.wait(tell)
    finally:
        server.stop()
