"""The state file: what it takes to come back after a restart as if nothing had happened.

The world follows from its seed, so the file holds no transaction: only the choices that made the world, how
far its clock has come, and what clients have done to it since, in order.
"""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Any, Final

import msgspec

FORMAT: Final = 1


class StateError(Exception):
    """A state file that cannot be used; the message says why, for the person who named the file."""


class Action(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that a client did and that a restart has to do again.

    Attributes:
        at: the bank's minute.
        kind: which act it is; `budgetsync.sandbox.acts` has one for each.
        item: the number of the item that it was done to; 0 for link.
        detail: what else the act needs to know.
    """

    at: int
    kind: str
    item: int = 0
    institution_id: str = ""
    products: tuple[str, ...] = ()
    webhook: str | None = None
    days: int = 0
    not_ready: int = 0
    detail: dict[str, Any] = {}


class State(msgspec.Struct):
    """The whole file.

    Attributes:
        start: the world's first day, as ``YYYY-MM-DD``.
        now: the bank's minute when the file was written.
        second: the second within that minute.
        offset: how far a real clock was set ahead, in seconds.
        lively: whether banks have outages, logins expire and accounts are opened by themselves.
        boots: how many times the bank was opened on the file; keeps request ids from repeating.
    """

    seed: int
    rows: int | None
    start: str
    now: int = 0
    second: int = 0
    offset: int = 0
    lively: bool = False
    boots: int = 0
    format: int = FORMAT
    actions: list[Action] = []


def load_state(path: Path) -> State | None:
    """Read a state file; None when there is none yet.

    Raises:
        StateError: it cannot be read, or another version of the bank wrote it.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"The demo bank's state file {path} cannot be read: {error.strerror}."
        raise StateError(message) from error
    try:
        state = msgspec.json.decode(raw, type=State)
    except msgspec.DecodeError as error:
        message = f"{path} is no state file of the demo bank, or is damaged."
        raise StateError(message) from error
    if state.format != FORMAT:
        message = f"{path} was written by another version of the demo bank (format {state.format})."
        raise StateError(message)
    return state


def save_state(path: Path, state: State) -> None:
    """Write a state file whole or not at all, readable by its owner only.

    Raises:
        StateError: the folder cannot be written to.
    """
    try:
        descriptor, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        message = f"The demo bank's state file {path} cannot be written: {error.strerror}."
        raise StateError(message) from error
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(state)))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except OSError as error:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        message = f"The demo bank's state file {path} cannot be written: {error.strerror}."
        raise StateError(message) from error
