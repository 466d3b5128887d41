"""What can be chosen about a demo bank."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

DEMO_CLIENT_ID: Final = "5b1d9e0c7a42f3186de0a7b4"
"""The client id that a demo bank accepts unless another one is chosen."""

DEMO_SECRET: Final = "0f6c2d8e91b74a35c0d7e2f4a6981b"  # noqa: S105 - opens nothing but the pretend bank
"""The secret that a demo bank accepts unless another one is chosen."""

DEFAULT_SEED: Final = 7

PLAID_HISTORY_DAYS: Final = 90
FULL_HISTORY_DAYS: Final = 730


@dataclass(frozen=True, slots=True, kw_only=True)
class BankOptions:
    """The choices that make a demo bank.

    Attributes:
        seed: chooses the world; None for the state file's, or 7.
        rows: live transactions in the whole world on its first day; None for the state file's, or for as
            many as two years of the scripted life make (about 4,400).
        state_path: where the bank remembers items and clock across restarts; None for nowhere.
        start: the first today; None for the state file's, else a fixed day (yesterday with `real_clock`).
        real_clock: follow the computer's clock instead of standing still between two advances.
        clock_factor: let this many of the bank's seconds pass in each of the computer's; None not to.
        not_ready_calls: how many sync calls on a fresh item are answered with NOT_READY; None for what
            `plaid_timing` says.
        past_days: days of life that the world has on its first day; only for banks without a state file.
        history_days: days of history of an item that does not ask for a number of days; None likewise.
        plaid_timing: be as slow as Plaid: one call NOT_READY, then 30 days, then all of the history, which
            is 90 days unless asked for otherwise. Otherwise a fresh item has two years from its first call.
        lively: let outages, expiring logins, new accounts and mass removals come by themselves.
        limits: answer 429 beyond Plaid's numbers of calls a minute.
        control_token: what the control interface wants as bearer token; None for no token.
        webhooks_anywhere: deliver webhooks beyond the loopback too.
        faults_path: a JSON file with the rules of the fault plan; None for no faults at first.
    """

    seed: int | None = None
    rows: int | None = None
    state_path: Path | None = None
    client_id: str = DEMO_CLIENT_ID
    secret: str = DEMO_SECRET
    start: date | None = None
    real_clock: bool = False
    clock_factor: float | None = None
    not_ready_calls: int | None = None
    history_days: int | None = None
    past_days: int = FULL_HISTORY_DAYS
    plaid_timing: bool = False
    lively: bool = False
    limits: bool = False
    control_token: str | None = None
    webhooks_anywhere: bool = False
    faults_path: Path | None = None

    @property
    def first_calls_not_ready(self) -> int:
        """Sync calls on a fresh item that are answered with NOT_READY."""
        return int(self.plaid_timing) if self.not_ready_calls is None else self.not_ready_calls

    @property
    def days(self) -> int:
        """Days of history of an item that does not ask for a number of days."""
        if self.history_days is not None:
            return self.history_days
        return PLAID_HISTORY_DAYS if self.plaid_timing else FULL_HISTORY_DAYS
