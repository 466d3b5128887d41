"""Reads amounts as they are typed into a search."""

import re
from decimal import Decimal

from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.query.terms import Amount

_NUMBER = r"(\d[\d.,]{0,29}?)"
_CURRENCY = r"([A-Za-z]{3}|[$€£¥])?"
_COMPARED = re.compile(rf"(>=|<=|>|<|=)([+-]?){_NUMBER}{_CURRENCY}", re.ASCII)
_RANGE = re.compile(rf"=?([+-]?){_NUMBER}\.\.{_NUMBER}{_CURRENCY}", re.ASCII)
_SIGNED = re.compile(rf"([+-]){_NUMBER}{_CURRENCY}", re.ASCII)
_WITH_DECIMALS = re.compile(rf"()(\d+[.,]\d{{2}}){_CURRENCY}", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_DIRECTIONS = {"-": -1, "": 0, "+": 1}


def read_amount(text: str, *, negated: bool) -> Amount | None:
    """Read an amount, such as ">20", "20..50eur" or "-12.50"; None where it is none."""
    if (found := _RANGE.fullmatch(text)) is not None:
        sign, lowest, highest, currency = found.groups()
        low, high = to_number(lowest), to_number(highest)
        if low is None or high is None:
            return None
        return _amount(min(low, high), max(low, high), sign, currency, negated=negated)
    if (found := _COMPARED.fullmatch(text)) is not None:
        operator, sign, digits, currency = found.groups()
    elif (found := _SIGNED.fullmatch(text) or _WITH_DECIMALS.fullmatch(text)) is not None:
        operator, (sign, digits, currency) = "=", found.groups()
    else:
        return None
    number = to_number(digits)
    if number is None:
        return None
    low = None if operator in {"<", "<="} else number
    high = None if operator in {">", ">="} else number
    return _amount(low, high, sign, currency, included=operator not in {"<", ">"}, negated=negated)


def _amount(
    low: Decimal | None,
    high: Decimal | None,
    sign: str,
    currency: str | None,
    *,
    included: bool = True,
    negated: bool,
) -> Amount | None:
    code = _SYMBOLS.get(currency, currency.upper()) if currency else None
    if code is not None and code not in EXPONENTS:
        return None
    return Amount(low, high, included, included, _DIRECTIONS[sign], code, negated)


def to_number(text: str) -> Decimal | None:
    """Read a number with either decimal sign; a comma before groups of three digits groups them."""
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    elif "," in text and "." in text:
        grouping = "," if text.rindex(",") < text.rindex(".") else "."
        text = text.replace(grouping, "")
    text = text.replace(",", ".")
    return None if text.count(".") > 1 or text.endswith(".") else Decimal(text)
