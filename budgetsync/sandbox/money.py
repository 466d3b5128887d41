"""Currencies and exact decimal text: the bank counts in minor units and never in floats."""

from typing import Final

EXPONENTS: Final = {
    "AUD": 2,
    "BHD": 3,
    "CAD": 2,
    "CHF": 2,
    "CLP": 0,
    "DKK": 2,
    "EUR": 2,
    "GBP": 2,
    "JPY": 0,
    "KRW": 0,
    "KWD": 3,
    "NOK": 2,
    "PLN": 2,
    "SEK": 2,
    "TND": 3,
    "USD": 2,
}
"""Digits after the point for each ISO 4217 code that this bank keeps accounts in."""


def decimal_text(minor: int, exponent: int) -> str:
    """Write minor units as a JSON number without any float on the way.

    Zeros at the end are dropped as a JSON encoder drops them: 1250 cents are "12.5", 1200 cents "12".

    Args:
        minor: the amount in minor units, of either sign.
        exponent: digits after the point (2 for USD, 0 for JPY).
    """
    sign = "-" if minor < 0 else ""
    whole, rest = divmod(abs(minor), 10**exponent)
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole}.{rest:0{exponent}d}".rstrip("0")
