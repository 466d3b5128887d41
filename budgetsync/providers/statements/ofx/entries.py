"""One booking of an OFX file: STMTTRN, the pending STMTTRNP, and what trades do to the cash of an account."""

import re
from datetime import date, timedelta

from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.raw_text import mask_numbers
from budgetsync.domain.statement import StatementEntry
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements.amounts import read_amount
from budgetsync.providers.statements.days import DayError, read_ofx_day

_LONGEST_LAG = timedelta(days=60)
_LONGEST_RAW = 2_000
_MAY_BE_NUMBER = re.compile(r"[0-9]{4}[ -]?[0-9]{4}|[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}")
_REFERENCES = ("CHECKNUM", "REFNUM", "CORRECTFITID")
_PLAIN_FIELDS = frozenset({"TRNTYPE", "TRNAMT", "FITID"})
"""What holds no number of an account: of an id, it was taken out before."""
_AGAINST = frozenset({"INVEXPENSE", "MARGININTEREST"})
_IN_WORDS = {
    "INCOME": "Income",
    "INVEXPENSE": "Expense",
    "MARGININTEREST": "Margin interest",
    "RETOFCAP": "Return of capital",
}
CASH_TRADES = re.compile(r"(?:BUY|SELL)(?:STOCK|MF|DEBT|OPT|OTHER)|INCOME|INVEXPENSE|MARGININTEREST|RETOFCAP")
"""Trades that pay or take cash. Reinvestments, splits and moves of securities do not, and are left out."""


class NumberMask:
    """Keeps the number of an account out of the ids that banks make of it."""

    def __init__(self, number: str) -> None:
        runs = (run.lstrip("0") for run in re.findall(r"[0-9]{6,}", number))
        self._runs = [run for run in runs if len(run) >= 6]  # noqa: PLR2004  # shorter ones are met by accident

    def hide(self, id_: str) -> str:
        """Leave of the number its last characters: the id stays the same from file to file."""
        for run in self._runs:
            if run in id_:
                return id_.replace(run, f"*{run[-4:]}")
        return id_


def entry_currency(told: dict[str, str], block: str, currency: str) -> str:
    """Tell the currency of an entry's amount; ORIGCURRENCY only says what it was before it was exchanged."""
    symbol = told.get("CURSYM", "").upper()
    if not symbol or symbol == currency or "<CURRENCY>" not in block.upper():
        return currency
    return symbol


def read_entry(
    told: dict[str, str], line: int, currency: str, mask: NumberMask, *, pending: bool
) -> StatementEntry:
    """Read a booking from its fields.

    Raises:
        AmountError: The amount is missing, none, or has too many decimals.
        DayError: The day is.
    """
    minor = read_amount(told.get("TRNAMT", ""), currency, EXPONENTS[currency])
    day = read_ofx_day(told.get("DTPOSTED") or told.get("DTTRAN") or told.get("DTAVAIL", ""))
    payee = _one_line(told.get("EXTDNAME") or told.get("NAME", ""))
    id_ = _hide_number(told, mask)
    return StatementEntry(
        line,
        id_,
        TransactionState.PENDING if pending else TransactionState.POSTED,
        minor,
        _made_on(told, day),
        None if pending else day,
        payee,
        _description(payee, told.get("MEMO", "")),
        tuple(_references(told)),
        told.get("CATEGORY"),
        write_raw(told),
    )


def read_trade(
    kind: str, told: dict[str, str], line: int, currency: str, mask: NumberMask, securities: dict[str, str]
) -> StatementEntry:
    """Read what a trade did to the cash of an account.

    Raises:
        AmountError: The amount is missing, none, or has too many decimals.
        DayError: The day is.
    """
    minor = read_amount(told.get("TOTAL", ""), currency, EXPONENTS[currency])
    made = read_ofx_day(told.get("DTTRADE") or told.get("DTSETTLE", ""))
    security = securities.get(told.get("UNIQUEID", ""), "")
    word = _IN_WORDS.get(kind) or ("Buy" if kind.startswith("BUY") else "Sell")
    return StatementEntry(
        line,
        _hide_number(told, mask),
        TransactionState.POSTED,
        -abs(minor) if kind in _AGAINST else minor,
        made,
        read_ofx_day(told["DTSETTLE"]) if told.get("DTSETTLE") else made,
        _one_line(security),
        _one_line(" ".join(filter(None, (word, security, told.get("MEMO", ""))))),
        tuple(_references(told)),
        None,
        write_raw(told),
    )


def write_raw(told: dict[str, str]) -> str:
    """Write an entry's fields for people, numbers masked."""
    raw = "\n".join([f"{name}: {_shown(name, text)}" for name, text in told.items()])
    return raw if len(raw) <= _LONGEST_RAW else raw[:_LONGEST_RAW]


def _shown(name: str, text: str) -> str:
    if name in _PLAIN_FIELDS or name[:2] == "DT":
        return text
    if name == "ACCTID":
        return f"••{text[-4:]}"
    return mask_numbers(text) if _MAY_BE_NUMBER.search(text) else text


def _hide_number(told: dict[str, str], mask: NumberMask) -> str:
    """Take the account's number out of the id, and out of what is kept as it came."""
    id_ = told.get("FITID", "")
    if id_:
        id_ = told["FITID"] = mask.hide(id_)
    return id_


def _made_on(told: dict[str, str], posted: date) -> date:
    """Tell the day of the purchase, where it is said and plausible."""
    text = told.get("DTUSER", "")
    if not text or text[:8] == "00000000":
        return posted
    try:
        made = read_ofx_day(text)
    except DayError:  # the day of booking is enough
        return posted
    return made if timedelta() <= posted - made <= _LONGEST_LAG else posted


def _description(payee: str, memo: str) -> str:
    """Put both texts together, unless one begins with the other: many banks cut the name off after 32 characters."""
    rest = _one_line(memo)
    if not rest or rest in payee:
        return payee
    return rest if payee in rest else f"{payee} {rest}"


def _references(told: dict[str, str]) -> list[str]:
    return [text for name in _REFERENCES if (text := told.get(name, "")).strip("0 ")]


def _one_line(text: str) -> str:
    return " ".join(text.split())
