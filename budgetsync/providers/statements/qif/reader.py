"""A QIF file put together: accounts, entries, and what the file leaves open."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

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
from budgetsync.providers.statements.days import DayError
from budgetsync.providers.statements.decoding import decode
from budgetsync.providers.statements.guard import check_lines
from budgetsync.providers.statements.qif.days import DayOrder, find_order, read_day
from budgetsync.providers.statements.qif.records import QifAccount, Record, records

_HEAD = re.compile(rb"^[ \t]*!(?:type\s*:|account\b|option\s*:|clear\s*:)", re.IGNORECASE | re.MULTILINE)
_DECIMALS = re.compile(r"([.,])[0-9]{1,2}[-+]?$")
_SPACES = re.compile(r"\s+")
_LONGEST_RAW, _LONGEST_TEXT = 2_000, 4_000
_OPENING = "opening balance"
DAY_TAKEN = "Nothing shows whether the day or the month comes first: the day was taken to."
MONTH_TAKEN = "Nothing shows whether the day or the month comes first: the month was taken to."


def recognizes(head: bytes) -> bool:
    """Tell by its beginning whether a file is QIF."""
    return _HEAD.search(head.replace(b"\r", b"\n")) is not None


def read(content: bytes, options: ReadOptions) -> StatementFile:
    """Read a whole file; amounts are of the currency that the options name.

    Raises:
        StatementBroken: There is no entry in it.
        StatementRefused: A line has no end.
    """
    if options.currency not in EXPONENTS:
        message = "This format names no currency, and none that is in use was chosen for it."
        raise StatementBroken(message)
    text, encoding = decode(content)
    check_lines(text)
    found = list(records(text))
    cash = [record for record in found if not record.is_trade]
    problems = _left_out(found)
    if not cash:
        raise StatementBroken(problems[0].message if problems else "There are no entries in this file.")
    order = find_order(
        (told for record in cash for code, told in record.lines if code == "D"), options.day_first
    )
    if not order.is_told:
        problems.append(EntryProblem(0, DAY_TAKEN if order.day_first else MONTH_TAKEN))
    reader = _EntryReader(order, _decimal_mark(cash), options.currency)
    statements: dict[QifAccount, Statement] = {}
    for record in cash:
        account = record.account
        if account not in statements:
            statements[account] = Statement(_stated(account), "")
        reader.read(record, statements[account])
    return StatementFile(StatementFormat.QIF, encoding, list(statements.values()), problems)


def _left_out(found: list[Record]) -> list[EntryProblem]:
    trades = [record for record in found if record.is_trade]
    if not trades:
        return []
    message = f"Entries of an investment account were left out: {len(trades)}."
    return [EntryProblem(trades[0].line, message)]


def _decimal_mark(cash: list[Record]) -> str:
    """Find the decimal mark over the whole file: what one or two digits stand behind."""
    marks = Counter(
        found[1]
        for record in cash
        for code, told in record.lines
        if code in "TU$" and (found := _DECIMALS.search(told[-8:])) is not None
    )
    if not marks:
        return "."
    return "," if marks[","] > marks["."] else "."


def _stated(account: QifAccount) -> StatedAccount:
    return StatedAccount(
        id=account_digest(account.name) if account.name else "",
        name=mask_numbers(account.name),
        type="depository" if account.type == "cash" else account.type,
    )


class _EntryReader:
    """Reads the bookings of a file that has one order of dates and one decimal mark."""

    def __init__(self, order: DayOrder, mark: str, currency: str) -> None:
        self._order = order
        self._mark = mark
        self._currency = currency
        self._places = EXPONENTS[currency]

    def read(self, record: Record, statement: Statement) -> None:
        """Read one into a statement: as an entry, as its opening balance, or as a problem."""
        told: dict[str, str] = {}
        for code, text in record.lines:
            if code == "S":
                break  # what follows is of the split, not of the booking
            told.setdefault(code, text[:_LONGEST_TEXT])
        for code, text in record.lines:
            if code in "DTUPMNLC":
                told.setdefault(code, text[:_LONGEST_TEXT])
        raw = mask_numbers("\n".join(f"{code}{text}" for code, text in record.lines)[:_LONGEST_RAW])
        try:
            _check_end(record)
            day = read_day(told.get("D", ""), self._order)
            text = told.get("T") or told.get("U", "")
            minor = read_amount(text, self._currency, self._places, decimal_mark=self._mark)
        except (AmountError, DayError) as error:
            statement.problems.append(EntryProblem(record.line, str(error), raw))
            return
        if told.get("P", "").casefold() == _OPENING and statement.opening is None and not statement.entries:
            statement.opening = StatedBalance(minor, day - timedelta(days=1))
            _take_name(told.get("L", ""), statement)
            return
        statement.entries.append(self._entry(record, told, minor, day, raw))

    @staticmethod
    def _entry(record: Record, told: dict[str, str], minor: int, day: date, raw: str) -> StatementEntry:
        payee, memo = _one_line(told.get("P", "")), _one_line(told.get("M", ""))
        number = told.get("N", "").strip("0 ")
        return StatementEntry(
            line=record.line,
            id="",
            state=TransactionState.POSTED,
            minor=minor,
            transacted_on=day,
            posted_on=day,
            payee=payee,
            description=" ".join(filter(None, (payee, memo if memo not in payee else ""))),
            references=(told["N"],) if number else (),
            category=_category(record, told),
            raw=raw,
        )


def _take_name(category: str, statement: Statement) -> None:
    """Take the name of an account from its opening balance, which is written as a transfer from itself."""
    if not statement.account.name and category.startswith("[") and category.endswith("]"):
        statement.account = replace(statement.account, name=mask_numbers(category[1:-1])[:200])


def _check_end(record: Record) -> None:
    if not record.is_whole:
        message = "The entry has no end."
        raise AmountError(message)


def _category(record: Record, told: dict[str, str]) -> str | None:
    """Give its category, without the class behind it; a transfer to another account and a split have none."""
    splits = sum(code == "S" for code, _ in record.lines)
    name = told.get("L", "").partition("/")[0].strip()
    if not name or name.startswith(("[", "--")) or splits > 1:
        return None
    return name


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
