"""The newest lines of the log in memory, for a window that shows them; redacted as those of the files are."""

import logging
from collections import deque
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from itertools import count

from budgetsync.domain.log_line import Level, LogLine
from budgetsync.domain.trace import current_trace
from budgetsync.host.logs import cleaned, trace_of

MOST = 2_000
"""Lines that are kept; older ones are in the files."""


class LogTap(logging.Handler):
    """Keeps what is logged, whichever thread it comes from."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__(logging.INFO)
        self._secrets = tuple(secrets)
        self._lines: deque[LogLine] = deque(maxlen=MOST)
        self._numbers = count(1)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        fields = current_trace().as_fields()
        belongs = " ".join(f"{name.removesuffix('_id')} {value}" for name, value in fields.items())
        line = LogLine(
            number=next(self._numbers),
            at=datetime.fromtimestamp(record.created, UTC),
            level=_level(record.levelno),
            part=record.name.removeprefix("budgetsync."),
            message=cleaned(record.getMessage(), self._secrets),
            belongs=belongs,
            trace=trace_of(record, self._secrets),
        )
        self._lines.append(line)

    def read(self, after: int = 0) -> Sequence[LogLine]:
        """Give the lines that came after one, as far as they are still kept; in order.

        Args:
            after: Number of the last line that is known.
        """
        self.acquire()
        try:
            if not self._lines or self._lines[-1].number <= after:
                return ()
            behind = self._lines[-1].number - max(after, self._lines[0].number - 1)
            return tuple(self._lines)[-behind:]
        finally:
            self.release()


def _level(number: int) -> Level:
    return (
        Level.ERROR if number >= logging.ERROR else Level.WARNING if number >= logging.WARNING else Level.INFO
    )
