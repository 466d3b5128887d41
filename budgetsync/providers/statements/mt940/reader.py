"""Messages put together: an account, its balances, and its entries with what is said of each."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from budgetsync.domain.errors import StatementBroken
from budgetsync.domain.money import EXPONENTS, MoneyError, minor_units
from budgetsync.domain.raw_text import mask_numbers
from budgetsync.domain.statement import (
    EntryProblem,
    StatedBalance,
    Statement,
    StatementEntry,
    StatementFile,
    StatementFormat,
)
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements.mt940.details import Details, masked, read_details, read_non_swift
from budgetsync.providers.statements.mt940.fields import Field, fields
from budgetsync.providers.statements.mt940.lines import (
    BalanceField,
    EntryField,
    LineError,
    read_balance,
    read_entry,
)
from budgetsync.providers.statements.shaping import joined, made_on, on_one_line, stated_account

_HEAD = re.compile(
    rb"(?:^|[\r\n{])(?:4:\s*)?(?::20:[^\r\n]*\s+(?::21:[^\r\n]*\s+)?:25:|:25:[^\r\n]*\s+:28|:60[FM]:[DC]\d{6}"
    rb"|:61:\d{6}|:28C?:\d+/?\d*\s+:60|:NS:)"
)
_CURRENCY = re.compile(r"([A-Z]{3})[DC]?\d")
_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")
_LONGEST_RAW = 2_000


@dataclass(slots=True)
class _Message:
    """One message as its fields were met."""

    account: str = ""
    currency: str = ""
    opening: BalanceField | None = None
    closing: BalanceField | None = None
    entries: list[tuple[Field, list[Field]]] = field(default_factory=list)
    problems: list[EntryProblem] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.account or self.entries or self.problems or self.opening or self.closing)


def recognizes(head: bytes) -> bool:
    """Tell by its beginning whether a file is MT940 or MT942."""
    return _HEAD.search(head) is not None


def read(text: str, currency: str, encoding: str = "utf-8") -> StatementFile:
    """Read a whole file.

    Args:
        currency: For a statement that names none.
        encoding: What the text was decoded from, to be told.

    Raises:
        StatementBroken: There is no statement in it, or none in a currency that is known.
    """
    problems: list[EntryProblem] = []
    statements: list[Statement] = []
    for message in _messages(text):
        told = message.currency or currency
        if told not in EXPONENTS:
            words = f"A statement is in {told[:3]}, a currency that is not known, or not in use any more."
            problems.append(EntryProblem(message.entries[0][0].line if message.entries else 0, words))
            continue
        statements.append(_statement(message, told))
    if not statements:
        raise StatementBroken(problems[0].message if problems else "There is no statement in this file.")
    return StatementFile(StatementFormat.MT940, encoding, joined(statements), problems)


def _messages(text: str) -> list[_Message]:
    """Sort the fields to messages: each begins with field 20, or with the account where that is left out."""
    told: list[_Message] = []
    message = _Message()
    details: list[Field] | None = None
    for found in fields(text):
        tag = found.tag
        if tag == "20" or (tag == "25" and message.account):
            if not message.is_empty:
                told.append(message)
            message = _Message()
        if tag == "61":
            details = []
            message.entries.append((found, details))
            continue
        if tag in {"86", "NS"}:
            if details is not None:
                details.append(found)
            continue
        details = None
        _take(message, found)
    if not message.is_empty:
        told.append(message)
    return told


def _take(message: _Message, found: Field) -> None:
    """Take a field that is about the statement as a whole."""
    tag = found.tag
    if tag == "25":
        message.account = found.text.strip()
    elif tag in {"60F", "60M", "60", "62F", "62M", "62"}:
        try:
            balance = read_balance(found.text)
        except LineError as error:
            message.problems.append(
                EntryProblem(found.line, str(error), mask_numbers(found.text)[:_LONGEST_RAW])
            )
            return
        message.currency = message.currency or balance.currency
        if tag.startswith("60"):
            message.opening = message.opening or balance
        else:
            message.closing = balance
    elif tag in {"34F", "90D", "90C"} and not message.currency:
        named = _CURRENCY.search(found.text) or re.match("([A-Z]{3})", found.text)
        message.currency = named[1] if named is not None else ""


def _statement(message: _Message, currency: str) -> Statement:
    statement = Statement(
        account=stated_account(message.account, message.currency),
        currency=message.currency,
        problems=message.problems,
        opening=_balance(message.opening, currency),
        closing=_balance(message.closing, currency),
    )
    for found, details in message.entries:
        raw = "\n".join([mask_numbers(found.text), *(masked(detail.lines) for detail in details)])[
            :_LONGEST_RAW
        ]
        try:
            entry = read_entry(found.lines)
            minor = minor_units(entry.amount, currency)
        except LineError as error:
            statement.problems.append(EntryProblem(found.line, str(error), raw))
        except MoneyError as error:
            words = f"Its amount cannot be taken: {error}."
            statement.problems.append(EntryProblem(found.line, words, raw))
        else:
            statement.entries.append(_entry(found.line, entry, minor, details, raw))
    return statement


def _balance(balance: BalanceField | None, currency: str) -> StatedBalance | None:
    if balance is None or balance.currency not in {"", currency}:
        return None
    try:
        return StatedBalance(minor_units(Decimal(balance.amount), currency), balance.on)
    except MoneyError:
        return None


def _entry(line: int, entry: EntryField, minor: int, details: list[Field], raw: str) -> StatementEntry:
    """Make an entry. Its references are no id: banks use them again, for another day or another row of the day."""
    said = Details()
    swift = [line for detail in details if detail.tag == "86" for line in detail.lines]
    if swift:
        said = read_details(swift)
    else:
        for detail in details:
            said = read_non_swift(detail.lines)
    words = entry.rest if _WORD.search(entry.rest) else ""
    return StatementEntry(
        line=line,
        id="",
        state=TransactionState.PENDING if entry.expected else TransactionState.POSTED,
        minor=minor,
        transacted_on=made_on(entry.booked_on, entry.value_on),
        posted_on=None if entry.expected else entry.booked_on,
        payee=said.payee,
        description=on_one_line(said.text, words) or said.payee,
        references=tuple(dict.fromkeys((*said.references, *entry.references))),
        raw=raw,
    )
