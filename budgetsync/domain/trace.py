"""Which event, request, run and connection the present step belongs to, for logs. Each task has its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields

LOG_FOLDER = "logs"
"""The folder beside the ledger that the log lies in."""

SHOWN_OF_DIGEST = 12
"""Letters of a webhook's digest that logs show."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What ties lines of a log together, and to the rows of the ledger.

    Attributes:
        event: Digest of the webhook that asked for it, shortened.
        request: Row of the queue.
        run: Row of `sync_run`; rows of the ledger name it too.
    """

    event: str | None = None
    request: int | None = None
    run: int | None = None
    item: int | None = None

    def as_fields(self) -> dict[str, str | int]:
        """What is known, under the names that logs use."""
        known = {f"{one.name}_id": getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in known.items() if value is not None}


_present: ContextVar[Trace] = ContextVar("trace", default=Trace())  # noqa: B039 - it is frozen


def current_trace() -> Trace:
    """What the present step belongs to."""
    return _present.get()


@contextmanager
def tracing(
    *, event: str | None = None, request: int | None = None, run: int | None = None, item: int | None = None
) -> Iterator[None]:
    """Let steps within belong to something; what is not given stays as it was."""
    before = _present.get()
    token = _present.set(
        Trace(event or before.event, request or before.request, run or before.run, item or before.item)
    )
    try:
        yield
    finally:
        _present.reset(token)
