"""How a CSV file is laid out: delimiter, header, what columns tell, days and decimal mark; found by what is in it."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from budgetsync.domain.errors import StatementBroken
from budgetsync.domain.money import EXPONENTS
from budgetsync.providers.statements.csv_files.headings import Role, is_header, roles_of

DELIMITERS: Final = ";,\t|"
_SAMPLE: Final = 60
"""Rows that are looked at for the layout."""
_AMOUNT: Final = re.compile(
    r"[-+(]?\s*[^\w\s(]{0,3}\s*[-+]?\d[\d.,' \u00a0\u2019]*\)?\s*[-+]?\s*(?:[A-Za-z]{1,3}|[^\w\s])?"
)
_DAY: Final = re.compile(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})\.?(?:[T ].*)?$")
_COMPACT: Final = re.compile(r"(?:19|20)\d{6}$")
_CODE: Final = re.compile(r"\b[A-Z]{3}\b")
_WORD: Final = re.compile(r"[^\W\d]{3}")
_DECIMALS: Final = re.compile(r"([.,])\d{1,2}\)?[-+]?$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is to be read.

    Attributes:
        skipped: Rows before the first entry: what stands above the header, and the header.
        roles: What each column tells, by its place.
        day_first: Whether the day stands before the month; None where the year is first, or nothing shows it.
        decimal_mark: "." or ",".
        currency: What the heading of an amount says it is in; "" where it does not.
    """

    delimiter: str
    skipped: int
    roles: dict[int, Role]
    width: int
    day_first: bool | None
    decimal_mark: str
    currency: str = ""

    def place(self, role: Role) -> int | None:
        """Where a column of a role stands."""
        return next((place for place, told in self.roles.items() if told is role), None)

    def places(self, role: Role) -> list[int]:
        """Where all columns of a role stand."""
        return [place for place, told in self.roles.items() if told is role]


def find_layout(text: str) -> Layout:
    """Find how a text is laid out.

    Raises:
        StatementBroken: Nothing in it is a table of days and amounts.
    """
    lines = text.splitlines()[: 2 * _SAMPLE]
    for delimiter in sorted(DELIMITERS, key=lambda mark: -_regularity(lines, mark)):
        rows = list(csv.reader(lines, delimiter=delimiter))
        for number, row in enumerate(rows[:_SAMPLE]):
            roles = roles_of(row)
            if is_header(roles):
                layout = _with_values(delimiter, number + 1, roles, len(row), rows[number + 1 :])
                return replace(layout, currency=_currency_of(row, roles))
        by_shape = _by_shape(rows)
        if by_shape is not None:
            skipped, roles = by_shape
            return _with_values(delimiter, skipped, roles, len(rows[skipped]), rows[skipped:])
    message = "There is no table of days and amounts in this file."
    raise StatementBroken(message)


def looks_like_day(cell: str) -> bool:
    """Whether a cell is written as a day."""
    told = cell.strip()
    return bool(_DAY.match(told) or _COMPACT.match(told))


def looks_like_amount(cell: str) -> bool:
    """Whether a cell is written as an amount."""
    return bool(_AMOUNT.fullmatch(cell.strip())) and not looks_like_day(cell)


def _currency_of(header: Sequence[str], roles: dict[int, Role]) -> str:
    """Find the currency that a heading names, as in "Betrag (EUR)"."""
    for place, role in roles.items():
        if role in {Role.AMOUNT, Role.OUT, Role.IN, Role.BALANCE}:
            for code in _CODE.findall(header[place]):
                if code in EXPONENTS:
                    return str(code)
    return ""


def _regularity(lines: Sequence[str], delimiter: str) -> int:
    """Count the rows that have the most common number of columns, more than one."""
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    return max(widths.values(), default=0) * 10 + (max(widths, default=0))


def _by_shape(rows: Sequence[Sequence[str]]) -> tuple[int, dict[int, Role]] | None:
    """Find days and amounts in a file without a header: the columns in which most rows have them."""
    for number, row in enumerate(rows[:_SAMPLE]):
        days = [place for place, cell in enumerate(row) if looks_like_day(cell)]
        amounts = [
            place
            for place, cell in enumerate(row)
            if looks_like_amount(cell) and _DECIMALS.search(cell.strip())
        ]
        if days and amounts:
            roles: dict[int, Role] = {days[0]: Role.BOOKED, amounts[0]: Role.AMOUNT}
            if len(amounts) > 1:
                roles[amounts[-1]] = Role.BALANCE
            roles |= {
                place: Role.TEXT
                for place, cell in enumerate(row)
                if place not in roles and re.search(r"[^\W\d]{3}", cell)
            }
            return number, roles
    return None


def _with_values(
    delimiter: str, skipped: int, roles: dict[int, Role], width: int, rows: Sequence[Sequence[str]]
) -> Layout:
    days = [cell for row in rows for cell in row if looks_like_day(cell)]
    money = [place for place, role in roles.items() if role in {Role.AMOUNT, Role.OUT, Role.IN, Role.BALANCE}]
    marks = Counter(
        found[1]
        for row in rows
        for place in money
        if place < len(row) and (found := _DECIMALS.search(row[place].strip()))
    )
    mark = marks.most_common(1)[0][0] if marks else ("," if delimiter == ";" else ".")
    return Layout(delimiter, skipped, roles, width, _day_first(days), mark)


def _day_first(days: Sequence[str]) -> bool | None:
    """Find over all days whether the day or the month comes first."""
    dotted = False
    for told in days:
        found = _DAY.match(told.strip())
        if found is None or len(found[1]) == 4:  # noqa: PLR2004 - a year
            continue
        if int(found[1]) > 12:  # noqa: PLR2004 - no month
            return True
        if int(found[2]) > 12:  # noqa: PLR2004 - as above
            return False
        dotted = dotted or "." in told
    return True if dotted else None
