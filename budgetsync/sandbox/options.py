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
        not_ready_calls: how many sync calls on a fresh item are answered with NOT_READY.
        history_days: days of history of an item that does not ask for a number of days.
        control_token: what the control interface wants as bearer token; None for no token.
    """

    seed: int | None = None
    rows: int | None = None
    state_path: Path | None = None
    client_id: str = DEMO_CLIENT_ID
    secret: str = DEMO_SECRET
    start: date | None = None
    real_clock: bool = False
    not_ready_calls: int = 0
    history_days: int = 730
    control_token: str | None = None
