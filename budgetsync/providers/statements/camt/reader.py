"""A file of CAMT put together: its accounts, balances and entries, one entry in memory at a time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from budgetsync.domain.errors import StatementBroken
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.statement import (
    EntryProblem,
    StatedAccount,
    StatedBalance,
    Statement,
    StatementFile,
    StatementFormat,
)
from budgetsync.providers.statements.camt.entries import EntryReader, raw_text
from budgetsync.providers.statements.camt.stream import elements, local
from budgetsync.providers.statements.camt.tree import TreeError, day, one, signed, text
from budgetsync.providers.statements.shaping import joined, stated_account

_ROOTS = frozenset({"BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"})
_STATEMENTS = frozenset({"Stmt", "Rpt", "Ntfctn"})
_HEAD = re.compile(
    r"urn:iso:std:iso:20022:tech:xsd:camt\.05[234]|<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\b"
)
_ENTRY = re.compile(rb"<(?:[\w.-]{1,40}:)?Ntry[\s>]")
_DEPTH_OF_STATEMENT = 3
_OPENING = ("OPBD", "PRCD")
_CLOSING = "CLBD"
_BETWEEN = "ITBD"


@dataclass(slots=True)
class _Open:
    """A statement that is being read."""

    account: Element | None = None
    currency: str = ""
    balances: list[tuple[str, StatedBalance]] = field(default_factory=list)
    waiting: list[Element] = field(default_factory=list)
    statement: Statement | None = None
    reader: EntryReader | None = None


def recognizes(head: bytes) -> bool:
    """Tell by its beginning whether a file is CAMT."""
    told = head.replace(b"\0", b"").decode("latin-1")
    return "<" in told and _HEAD.search(told) is not None


def read(content: bytes) -> StatementFile:
    """Read a whole file.

    Raises:
        StatementBroken: It is no XML, or there is no statement in it.
        StatementRefused: It is made to do harm.
    """
    problems: list[EntryProblem] = []
    statements = list(_statements(content, problems))
    if not statements:
        raise StatementBroken(problems[0].message if problems else "There is no statement in this file.")
    return StatementFile(StatementFormat.CAMT, "utf-8", joined(statements), problems)


def _statements(content: bytes, problems: list[EntryProblem]) -> Iterator[Statement]:
    stack: list[Element] = []
    current: _Open | None = None
    lines = _lines(content)
    for event, element, depth in elements(content):
        if event == "start":
            stack.append(element)
            if depth == _DEPTH_OF_STATEMENT and local(element) in _STATEMENTS and local(stack[1]) in _ROOTS:
                current = _Open()
            continue
        stack.pop()
        if current is None or depth > _DEPTH_OF_STATEMENT + 1:
            continue
        if depth == _DEPTH_OF_STATEMENT:
            statement = _closed(current, problems)
            current = None
            stack[-1].remove(element)
            if statement is not None:
                yield statement
            continue
        _take(current, element, next(lines, 0) if local(element) == "Ntry" else 0)
        stack[-1].remove(element)


def _lines(content: bytes) -> Iterator[int]:
    """Tell the line in which each entry begins."""
    line, place = 1, 0
    for found in _ENTRY.finditer(content):
        line += content.count(b"\n", place, found.start())
        place = found.start()
        yield line


def _take(current: _Open, element: Element, line: int) -> None:
    name = local(element)
    if name == "Acct":
        current.account = element
        current.currency = text(element, "Ccy")
    elif name == "Bal":
        current.waiting.append(element)
    elif name == "Ntry":
        if current.statement is None:
            current.currency = current.currency or _named_currency(current, element)
            _begin(current)
        statement, reader = current.statement, current.reader
        if statement is None or reader is None:
            return
        try:
            statement.entries.extend(reader.read(element, line))
        except TreeError as error:
            statement.problems.append(EntryProblem(line, str(error), raw_text(element)))


def _begin(current: _Open) -> None:
    if current.currency in EXPONENTS:
        current.statement = Statement(_account(current), current.currency)
        current.reader = EntryReader(current.currency)


def _named_currency(current: _Open, entry: Element | None) -> str:
    """Take the currency of the booked balance, else of the first entry: the account itself often names none."""
    balances = [
        one(balance, "Amt")
        for balance in current.waiting
        if _kind(balance) in {*_OPENING, _CLOSING, _BETWEEN}
    ]
    for amount in (*balances, one(entry, "Amt")):
        if amount is not None and amount.get("Ccy"):
            return amount.get("Ccy", "")
    return ""


def _closed(current: _Open, problems: list[EntryProblem]) -> Statement | None:
    if current.statement is None:
        current.currency = current.currency or _named_currency(current, None)
        _begin(current)
    statement = current.statement
    if statement is None:
        words = (
            f"A statement is in {current.currency[:3]}, a currency that is not known, or not in use any more."
        )
        problems.append(
            EntryProblem(0, words if current.currency else "A statement does not name its currency.")
        )
        return None
    told = [found for balance in current.waiting if (found := _balance(balance, statement)) is not None]
    openings = [balance for kind in _OPENING for found, balance in told if found == kind]
    closings = [balance for found, balance in told if found == _CLOSING]
    between = [balance for found, balance in told if found == _BETWEEN]
    if not openings and between and (closings or len(between) > 1):
        openings = [between.pop(0)]
    statement.opening = openings[0] if openings else None
    statement.closing = closings[-1] if closings else between[-1] if between else None
    return statement


def _kind(balance: Element) -> str:
    return text(balance, "Tp", "CdOrPrtry", "Cd") or text(balance, "Tp", "Cd")


def _balance(balance: Element, statement: Statement) -> tuple[str, StatedBalance] | None:
    """Read a balance; one in another currency proves nothing and is left out."""
    try:
        minor = signed(one(balance, "Amt"), statement.currency, text(balance, "CdtDbtInd"))
        on = day(balance, "Dt")
    except TreeError:
        return None
    return (_kind(balance), StatedBalance(minor, on)) if on is not None else None


def _account(current: _Open) -> StatedAccount:
    account = current.account
    number = text(account, "Id", "IBAN") or text(account, "Id", "Othr", "Id")
    bank = one(account, "Svcr", "FinInstnId")
    institution = text(bank, "Nm") or text(bank, "BICFI") or text(bank, "BIC")
    return stated_account(number, current.currency, text(account, "Nm"), institution)
