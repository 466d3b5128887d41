"""The lines of a QIF file as records, each with the account that it belongs to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_CASH_TYPES = {
    "bank": "depository",
    "cash": "cash",
    "ccard": "credit",
    "oth a": "other",
    "oth l": "loan",
    "invst": "investment",
    "port": "investment",
}
_HEADER = re.compile(r"!\s*(\w+)\s*(?::\s*(.*?))?\s*", re.IGNORECASE)
_MOST_LINES = 2_000


class QifAccount(NamedTuple):
    """What a file says of an account. Its type is as for other accounts; "cash" for cash."""

    name: str = ""
    type: str = "depository"


class Record(NamedTuple):
    """One booking as it came.

    Attributes:
        account: Whose it is; None for what is no booking that moves cash.
        lines: Letter and text of each line.
        is_whole: Whether the mark of its end was there.
    """

    line: int
    account: QifAccount
    lines: list[tuple[str, str]]
    is_trade: bool
    is_whole: bool


def records(text: str) -> Iterator[Record]:
    """Give the bookings of a file; categories, classes, securities and prices are passed over."""
    lines: list[tuple[str, str]] = []
    account, section, begun = QifAccount(), "", 0
    for number, raw in enumerate(_lines(text), 1):
        line = raw.rstrip()
        if not line.strip() or (line[0] == "#" and not lines):
            continue
        if line.lstrip()[0] == "!":
            if lines and section in _CASH_TYPES:
                yield _record(begun, account, lines, section, is_whole=False)
            lines, section, account = [], *_header(line.strip(), account)
        elif line[0] == "^":
            if section == "account":
                account = _named(lines, account)
            elif lines and section in _CASH_TYPES:
                yield _record(begun, account, lines, section, is_whole=True)
            lines = []
        else:
            begun = begun if lines else number
            if len(lines) < _MOST_LINES:
                lines.append((line[0].upper(), line[1:].strip()))
    if lines and section in _CASH_TYPES:
        yield _record(begun, account, lines, section, is_whole=False)


def _lines(text: str) -> Iterator[str]:
    """Split at ends of lines only, whichever the file has; never at the other signs that Python splits at."""
    yield from text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _record(
    line: int, account: QifAccount, lines: list[tuple[str, str]], section: str, *, is_whole: bool
) -> Record:
    return Record(line, account, lines, _CASH_TYPES[section] == "investment", is_whole)


def _header(line: str, account: QifAccount) -> tuple[str, QifAccount]:
    found = _HEADER.fullmatch(line[:200])
    if found is None:
        return "", account
    word, rest = found[1].lower(), (found[2] or "").lower()
    if word == "account":
        return "account", account
    if word != "type":
        return "", account
    type_ = _CASH_TYPES.get(rest)
    return rest, account._replace(type=type_) if type_ is not None else account


def _named(lines: list[tuple[str, str]], account: QifAccount) -> QifAccount:
    told = dict(lines)
    type_ = _CASH_TYPES.get(told.get("T", "").lower(), "depository")
    return QifAccount(told["N"][:200], type_) if told.get("N") else account
