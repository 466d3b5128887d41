"""A CSV file read: entries, balances where a column tells them, and rows that cannot be read beside the good ones."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from budgetsync.domain.errors import StatementBroken
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.raw_text import mask_numbers
from budgetsync.domain.statement import (
    EntryProblem,
    StatedAccount,
    StatedBalance,
    Statement,
    StatementEntry,
    StatementFile,
    StatementFormat,
    account_digest,
)
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements.amounts import AmountError, read_amount
from budgetsync.providers.statements.csv_files.headings import Role
from budgetsync.providers.statements.csv_files.layout import Layout, find_layout, looks_like_day
from budgetsync.providers.statements.days import DayError, make_day
from budgetsync.providers.statements.decoding import decode
from budgetsync.providers.statements.guard import check_lines
from budgetsync.providers.statements.qif.reader import DAY_TAKEN, MONTH_TAKEN

_NUMBER: Final = re.compile(r"\d+")
_UNIT: Final = re.compile(r"[A-Za-z]{3}|[^\W\d]{1,3}\.?$")
_OUT_WORDS: Final = frozenset(
    {"d", "dr", "s", "debit", "soll", "af", "dbit", "debito", "débit", "cargo", "out", "-"}
)
_PENDING: Final = frozenset({"pending", "vorgemerkt", "pendiente", "en attente"})
_ACCOUNT_NUMBER: Final = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{8,40}|\d[\d -]{5,30}")
_LONGEST_TEXT, _LONGEST_RAW = 4_000, 1_000
_CENTURY = 70
_LARGEST_YEAR = 100
_HEAD_LINES = 60


class _RowError(ValueError):
    """A row that is none. Its words are a sentence that a person may see."""


def recognizes(head: bytes) -> bool:
    """Tell by its beginning whether a file is a table of days and amounts."""
    text, _ = decode(head)
    lines = text.splitlines()[:_HEAD_LINES]
    if any(len(line) > _LONGEST_TEXT for line in lines):
        return False
    try:
        layout = find_layout("\n".join(lines))
    except (StatementBroken, csv.Error):
        return False
    return layout.width > 1


def read(content: bytes, options: ReadOptions) -> StatementFile:
    """Read a whole file; amounts are of the currency that its rows or the options name.

    Raises:
        StatementBroken: It is no table of days and amounts, or none of its rows can be read.
        StatementRefused: A line has no end.
    """
    if options.currency not in EXPONENTS:
        message = "This format names no currency, and none that is in use was chosen for it."
        raise StatementBroken(message)
    text, encoding = decode(content)
    check_lines(text)
    text = text.removeprefix("\ufeff").replace("\0", "")
    try:
        layout = find_layout(text)
        reader = _Reader(layout, options)
        for line, cells in _rows(text, layout):
            reader.read(line, cells)
    except csv.Error as error:
        message = "The table in this file cannot be read: a quoted text has no end."
        raise StatementBroken(message) from error
    if not any(statement.entries for statement in reader.statements.values()):
        message = "There are no entries in this file."
        raise StatementBroken(message)
    problems = [EntryProblem(0, reader.guess)] if reader.guess else []
    return StatementFile(StatementFormat.CSV, encoding, reader.finish(), problems)


def _rows(text: str, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=layout.delimiter)
    before = 0
    for number, cells in enumerate(reader):
        line, before = before + 1, reader.line_num
        if number >= layout.skipped and any(cell.strip() for cell in cells):
            yield line, cells


class _Reader:
    """Reads rows of one layout.

    Attributes:
        statements: By account and currency, as far as rows name them.
        guess: What nothing in the file shows and was taken to be so; "" where nothing is guessed.
    """

    def __init__(self, layout: Layout, options: ReadOptions) -> None:
        self._layout, self._options = layout, options
        self._day_first = layout.day_first
        self.guess = ""
        self.statements: dict[tuple[str, str], Statement] = {}
        self._balances: dict[tuple[str, str], list[tuple[StatementEntry, int]]] = {}

    def read(self, line: int, cells: Sequence[str]) -> None:
        """Read a row: an entry, a problem, or nothing where it is a remark at the foot."""
        told = self._cell(cells, Role.BOOKED)
        if not looks_like_day(told):
            if sum(bool(cell.strip()) for cell in cells) > 2 and len(cells) >= self._layout.width:  # noqa: PLR2004
                self._statement(cells).problems.append(
                    self._problem(line, "The date is not written as a date.", cells)
                )
            return
        statement = self._statement(cells)
        try:
            entry, balance = self._entry(line, cells, statement.currency or self._options.currency)
        except (_RowError, AmountError, DayError) as error:
            statement.problems.append(self._problem(line, str(error), cells))
            return
        statement.entries.append(entry)
        if balance is not None:
            self._balances.setdefault(self._key(cells), []).append((entry, balance))

    def finish(self) -> list[Statement]:
        """Give the statements, with the balances that their rows prove."""
        for key, statement in self.statements.items():
            balances = self._balances.get(key, [])
            if balances and len(balances) == len(statement.entries):
                _state_balances(statement, balances)
        return list(self.statements.values())

    def _entry(self, line: int, cells: Sequence[str], currency: str) -> tuple[StatementEntry, int | None]:
        booked = self._day(self._cell(cells, Role.BOOKED))
        made_told = self._cell(cells, Role.MADE)
        made = self._day(made_told) if looks_like_day(made_told) else booked
        pending = self._cell(cells, Role.STATE).casefold() in _PENDING
        texts = [cells[place] for place in self._layout.places(Role.TEXT) if place < len(cells)]
        text = " ".join(" ".join(texts).split())[:_LONGEST_TEXT]
        balance_told = self._cell(cells, Role.BALANCE)
        balance = self._amount(balance_told, currency) if balance_told else None
        entry = StatementEntry(
            line,
            self._cell(cells, Role.ID)[:200],
            TransactionState.PENDING if pending else TransactionState.POSTED,
            self._signed(cells, currency),
            min(made, booked),
            None if pending else booked,
            " ".join(self._cell(cells, Role.PAYEE).split()),
            text,
            (),
            self._cell(cells, Role.CATEGORY) or None,
            mask_numbers(self._layout.delimiter.join(cells))[:_LONGEST_RAW],
        )
        return entry, balance

    def _signed(self, cells: Sequence[str], currency: str) -> int:
        out, into = self._cell(cells, Role.OUT), self._cell(cells, Role.IN)
        told = self._cell(cells, Role.AMOUNT)
        if told:
            minor = self._amount(told, currency)
            mark = self._cell(cells, Role.MARK).casefold()
            if mark:
                return -abs(minor) if mark in _OUT_WORDS else abs(minor)
            return minor
        if not out and not into:
            message = "The amount is missing."
            raise _RowError(message)
        gone = abs(self._amount(out, currency)) if out else 0
        came = abs(self._amount(into, currency)) if into else 0
        return came - gone

    def _amount(self, told: str, currency: str) -> int:
        plain = _UNIT.sub("", told.replace("\u00a0", " ")).strip() or told
        return read_amount(plain, currency, EXPONENTS[currency], decimal_mark=self._layout.decimal_mark)

    def _day(self, told: str) -> date:
        parts = [int(part) for part in _NUMBER.findall(told)]
        if len(parts[:3]) < 3:  # noqa: PLR2004 - year, month and day
            compact = _NUMBER.findall(told)[0]
            return make_day(int(compact[:4]), int(compact[4:6]), int(compact[6:8]))
        one, two, three = parts[:3]
        if one >= _LARGEST_YEAR:
            return make_day(one, two, three)
        if self._day_first is None:
            self._day_first = bool(self._options.day_first)
            self.guess = DAY_TAKEN if self._day_first else MONTH_TAKEN
        year = three if three >= _LARGEST_YEAR else three + (1900 if three >= _CENTURY else 2000)
        return make_day(year, two, one) if self._day_first else make_day(year, one, two)

    def _statement(self, cells: Sequence[str]) -> Statement:
        key = self._key(cells)
        if key not in self.statements:
            number, currency = key
            account = StatedAccount()
            if number and _ACCOUNT_NUMBER.fullmatch(number):
                account = StatedAccount(account_digest(number, currency), number.replace(" ", "")[-4:])
            elif number:
                account = StatedAccount(account_digest(number, currency), name=number)
            self.statements[key] = Statement(account, currency)
        return self.statements[key]

    def _key(self, cells: Sequence[str]) -> tuple[str, str]:
        currency = self._cell(cells, Role.CURRENCY).upper()
        return self._cell(cells, Role.ACCOUNT), currency if currency in EXPONENTS else self._layout.currency

    def _cell(self, cells: Sequence[str], role: Role) -> str:
        place = self._layout.place(role)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def _problem(self, line: int, message: str, cells: Sequence[str]) -> EntryProblem:
        return EntryProblem(line, message, mask_numbers(self._layout.delimiter.join(cells))[:_LONGEST_RAW])


def _state_balances(statement: Statement, balances: Sequence[tuple[StatementEntry, int]]) -> None:
    """Take opening and closing from a column of balances, whichever end of the file is the newest."""
    rising = sum(after[1] - before[1] == after[0].minor for before, after in pairwise(balances))
    falling = sum(before[1] - after[1] == before[0].minor for before, after in pairwise(balances))
    first, last = balances[0], balances[-1]
    if falling > rising or (falling == rising and first[0].transacted_on > last[0].transacted_on):
        first, last = last, first
    day_first, day_last = first[0].posted_on, last[0].posted_on
    if day_first is not None and day_last is not None:
        statement.opening = StatedBalance(first[1] - first[0].minor, day_first)
        statement.closing = StatedBalance(last[1], day_last)
