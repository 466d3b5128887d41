"""What a format of exported rows is: how it begins, how it writes a row, how it ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from budgetsync.domain.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Heading:
    """What is exported, for those formats that say so.

    Attributes:
        search: What the rows were found by; "" for all that count, or for rows that were chosen one by one.
        at: Aware UTC.
    """

    search: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Format:
    """A format. All texts together, in order, are the file.

    Attributes:
        name: How it is asked for, and how its files end.
        title: How people call it.
        begin: Writes what comes before the rows.
        row: Writes a row; told whether it is the first one.
        end: Writes what comes behind the rows; told how many there were.
        encoding: Of the file.
    """

    name: str
    title: str
    begin: Callable[[Heading], str]
    row: Callable[[Transaction, bool], str]
    end: Callable[[int], str]
    encoding: str = "utf-8"
