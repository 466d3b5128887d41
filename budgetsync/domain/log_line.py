"""A line of the log, for those who look on."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Level(IntEnum):
    """How much a line matters; larger is more."""

    INFO = 20
    WARNING = 30
    ERROR = 40


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line, without secrets.

    Attributes:
        number: Counted from the program's start.
        at: Aware UTC.
        part: Which part of the program wrote it.
        message: What happened.
        belongs: The run, request, connection and webhook that it belongs to, in short; "" where to none.
        trace: What was raised, in full; "" where nothing was.
    """

    number: int
    at: datetime
    level: Level
    part: str
    message: str
    belongs: str = ""
    trace: str = ""

    def __str__(self) -> str:
        """The line as it is copied."""
        belongs = f" [{self.belongs}]" if self.belongs else ""
        line = f"{self.at.isoformat(timespec='milliseconds')} {self.level.name} {self.part}{belongs}: {self.message}"
        return f"{line}\n{self.trace}" if self.trace else line
