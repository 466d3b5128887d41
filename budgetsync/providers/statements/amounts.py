"""Amounts as people and banks write them, made exact minor units."""

import re
from decimal import Decimal

from budgetsync.domain.money import MoneyError, minor_units

_PLAIN = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{2}")
_LONGEST = 40
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{2,3})*,[0-9]{3}|(?:\.[0-9]{3})+)")
_THOUSAND = 3


class AmountError(ValueError):
    """A text that is no amount, or may be two. Its words are a sentence that a person may see."""


def read_amount(text: str, currency: str, places: int, *, decimal_mark: str = "") -> int:
    """Read an amount as minor units.

    Args:
        places: Decimals of the currency.
        decimal_mark: "." or "," where the file shows which it is; "" where one amount has to show it.

    Raises:
        AmountError: It is none.
    """
    if places == 2 and decimal_mark != "," and _PLAIN.fullmatch(text):  # noqa: PLR2004  # nearly all there are
        return int(text.replace(".", ""))
    if len(text) > _LONGEST:
        message = "The amount is too long."
        raise AmountError(message)
    figures, sign = _bare(text)
    number = _plain_figures(figures, places, decimal_mark)
    try:
        minor = minor_units(Decimal(number), currency)
    except MoneyError as error:
        message = f"The amount cannot be taken: {error}."
        raise AmountError(message) from None
    return sign * minor


def _bare(text: str) -> tuple[str, int]:
    """Take off signs, on either side, spaces, apostrophes and marks of currencies."""
    told = (
        "".join(text.split())
        .replace("\N{MINUS SIGN}", "-")
        .replace("'", "")
        .replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    )
    told = told.strip("$\N{EURO SIGN}\N{POUND SIGN}")
    sign = 1
    if told.startswith("(") and told.endswith(")"):
        told, sign = told[1:-1], -1
    if told[:1] in {"+", "-"}:
        sign = -sign if told[0] == "-" else sign
        told = told[1:]
    elif told[-1:] in {"+", "-"}:
        sign = -sign if told[-1] == "-" else sign
        told = told[:-1]
    return told.strip("$\N{EURO SIGN}\N{POUND SIGN}"), sign


def _plain_figures(figures: str, places: int, decimal_mark: str) -> str:
    mark = decimal_mark or _decimal_mark(figures, places)
    other = "," if mark == "." else "."
    whole, _, rest = figures.partition(mark)
    is_grouped = other in whole
    told = f"{whole.replace(other, '')}.{rest}" if rest else whole.replace(other, "")
    if not told.isascii() or not _DIGITS.fullmatch(told) or (is_grouped and not _GROUPED.fullmatch(whole)):
        message = "The amount is no number."
        raise AmountError(message)
    return told


def _decimal_mark(figures: str, places: int) -> str:
    """Find the decimal mark of one amount: the last one of two kinds, or the only one that is there once."""
    dot, comma = figures.rfind("."), figures.rfind(",")
    if dot < 0 and comma < 0:
        return "."
    if dot >= 0 and comma >= 0:
        return "." if dot > comma else ","
    mark, at = (".", dot) if dot >= 0 else (",", comma)
    if figures.count(mark) > 1:
        return "," if mark == "." else "."
    behind = len(figures) - at - 1
    if mark == "," and behind == _THOUSAND != places and figures[:at].strip("0"):
        message = "The amount may be thousands or decimals: it has one comma and three digits behind it."
        raise AmountError(message)
    return mark
