"""Currencies and exact decimal text: the bank counts in minor units and never in floats."""

from decimal import Decimal
from typing import Final

_TWO: Final = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU "
    "MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES "
    "WST XCD YER ZAR ZMW"
)
_NONE: Final = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE: Final = "BHD IQD JOD KWD LYD OMR TND"

EXPONENTS: Final = {
    **dict.fromkeys(_TWO.split(), 2),
    **dict.fromkeys(_NONE.split(), 0),
    **dict.fromkeys(_THREE.split(), 3),
}
"""Digits after the point for each ISO 4217 code."""

_UNOFFICIAL: Final = 8


def exponent_of(currency: str) -> int:
    """Digits after the point of a currency; eight for one that ISO 4217 does not know, such as BTC."""
    return EXPONENTS.get(currency, _UNOFFICIAL)


def is_official(currency: str) -> bool:
    """Whether ISO 4217 knows the currency."""
    return currency in EXPONENTS


def minor_units(amount: Decimal, exponent: int) -> int:
    """Turn an amount into minor units, rounding halves to even where it is finer than the currency."""
    return int(amount.scaleb(exponent).to_integral_value())


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
