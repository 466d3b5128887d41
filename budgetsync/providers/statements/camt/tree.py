"""Ways through a small tree of elements by local names, as plain Python values."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from budgetsync.domain.money import MoneyError, minor_units

_DAY_LENGTH = 10


class TreeError(ValueError):
    """Something needed is not there or not what it should be; the text is a sentence about it."""


def all_of(element: Element | None, name: str) -> Iterator[Element]:
    """Go through the children of a name."""
    if element is not None:
        ending = f"}}{name}"
        for child in element:
            if child.tag.endswith(ending) or child.tag == name:
                yield child


def one(element: Element | None, *path: str) -> Element | None:
    """Find the first element at a path."""
    for name in path:
        if element is None:
            return None
        ending = f"}}{name}"
        for child in element:
            tag = child.tag
            if tag.endswith(ending) or tag == name:
                element = child
                break
        else:
            return None
    return element


def text(element: Element | None, *path: str) -> str:
    """Read the text at a path; "" where there is none."""
    found = one(element, *path)
    return (found.text or "").strip() if found is not None else ""


def day(element: Element | None, *path: str) -> date | None:
    """Read a day: a date, or the date of a moment as the bank writes it, in no other zone.

    Raises:
        TreeError: It is not in the calendar.
    """
    found = one(element, *path)
    told = text(found, "Dt") or text(found, "DtTm") or (text(found) if found is not None else "")
    if not told:
        return None
    try:
        return date.fromisoformat(told[:_DAY_LENGTH])
    except ValueError:
        message = "Its day is not in the calendar."
        raise TreeError(message) from None


def signed(amount: Element | None, currency: str, direction: str) -> int:
    """Read an amount in minor units, negative = money leaves the account.

    Args:
        direction: CRDT or DBIT; a reversal has the direction in which it moves money.

    Raises:
        TreeError: It is missing, not exact or in another currency.
    """
    if amount is None:
        message = "It has no amount."
        raise TreeError(message)
    told = amount.get("Ccy", currency)
    if told != currency:
        message = f"Its amount is in {told[:3]}, while the account is in {currency}."
        raise TreeError(message)
    if direction not in {"CRDT", "DBIT"}:
        message = "It does not say whether money came or went."
        raise TreeError(message)
    try:
        minor = minor_units(Decimal(text(amount)), currency)
    except InvalidOperation:
        message = "Its amount is no number."
        raise TreeError(message) from None
    except MoneyError as error:
        message = f"Its amount cannot be taken: {error}."
        raise TreeError(message) from None
    return -minor if direction == "DBIT" else minor
