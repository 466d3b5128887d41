"""Fields 60, 61 and 62: a balance, and an entry's days, amount and references."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from budgetsync.providers.statements.mt940.details import reference

_BALANCE = re.compile(r"\s*(D|C)\s?(\d{6})([A-Z]{3})?\s*(\d[\d.,]*)\s*")
_ENTRY = re.compile(
    r"\s*(\d{6})(\d{4})?\s?(RC|RD|EC|ED|C|D)([A-Z])?\s?(\d+(?:[.,]\d*)?|[.,]\d+)"
    r"([A-Z][A-Z0-9 ]{3})?(.*)",
    re.DOTALL,
)
_OLDEST_YEAR = 80
_REFERENCE_LENGTH = 16
_FEBRUARY = 2
_LAST_OF_FEBRUARY = (29, 30)


class LineError(ValueError):
    """A field that is not written as one; the text is a sentence about it."""


class BalanceField(NamedTuple):
    """A balance; the currency is "" where the bank left it out."""

    amount: Decimal
    on: date
    currency: str


class EntryField(NamedTuple):
    """Field 61.

    Attributes:
        amount: Negative = money leaves the account.
        expected: Whether it is only announced.
        rest: Words behind the references, and the line below.
    """

    amount: Decimal
    value_on: date
    booked_on: date
    expected: bool
    references: tuple[str, ...]
    rest: str


def read_balance(text: str) -> BalanceField:
    """Read field 60 or 62.

    Raises:
        LineError: It is none.
    """
    found = _BALANCE.fullmatch(text)
    if found is None:
        message = "This balance cannot be read."
        raise LineError(message)
    amount = _number(found[4])
    return BalanceField(-amount if found[1] == "D" else amount, _day(found[2]), found[3] or "")


def read_entry(lines: list[str]) -> EntryField:
    """Read field 61; some banks break it in the middle of the amount.

    Raises:
        LineError: It is none.
    """
    first, below = lines[0], lines[1:]
    found = _ENTRY.match(first)
    if found is None and below:
        found, below = _ENTRY.match(first + below[0]), below[1:]
    if found is None:
        message = "This entry has no day, direction or amount that can be read."
        raise LineError(message)
    amount = _number(found[5])
    mark = found[3]
    value_on = _day(found[1])
    customer, _, bank = found[7].partition("//")
    references = tuple(filter(None, (reference(customer[:_REFERENCE_LENGTH]), reference(bank))))
    return EntryField(
        amount if mark in {"C", "RD", "EC"} else -amount,
        value_on,
        _booked(found[2], value_on),
        mark in {"EC", "ED"},
        references,
        " ".join([customer[_REFERENCE_LENGTH:].strip(), *(line.strip() for line in below)]).strip(),
    )


def _number(text: str) -> Decimal:
    """Read an amount; the last comma or point is the decimal mark."""
    whole, mark, part = text.replace(",", ".").rpartition(".")
    return Decimal(f"{whole.replace('.', '')}.{part or 0}" if mark else part)


def _day(text: str) -> date:
    """Read a day of six digits; the last of February may be the 30th, as interest is reckoned."""
    year, month, day = int(text[:2]), int(text[2:4]), int(text[4:6])
    year += 1900 if year >= _OLDEST_YEAR else 2000
    try:
        if month == _FEBRUARY and day in _LAST_OF_FEBRUARY:
            return date.fromordinal(date(year, 3, 1).toordinal() - 1)
        return date(year, month, day)
    except ValueError:
        message = "This day is not in the calendar."
        raise LineError(message) from None


def _booked(text: str | None, value_on: date) -> date:
    """Find the booking day: it comes without a year, which is the one that puts it next to the day of value."""
    if text is None:
        return value_on
    found: list[date] = []
    for year in (value_on.year - 1, value_on.year, value_on.year + 1):
        try:
            found.append(date(year, int(text[:2]), int(text[2:])))
        except ValueError:
            continue
    if not found:
        if text[:2] == "02" and int(text[2:]) in _LAST_OF_FEBRUARY:
            return date.fromordinal(date(value_on.year, 3, 1).toordinal() - 1)
        message = "Its booking day is not in the calendar."
        raise LineError(message)
    return min(found, key=lambda day: abs(day - value_on))
