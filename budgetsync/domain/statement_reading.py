"""What a reader of statement files is told beside the file. Values only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to understand what a file leaves open.

    Attributes:
        currency: For statements that name none; an ISO 4217 code.
        day_first: Whether 03/04 is the third of April, asked only where the whole file does not show it; None
            where nobody knows: then the month comes first, and that is told as a problem.
    """

    currency: str = "USD"
    day_first: bool | None = None
