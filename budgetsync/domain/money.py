"""Exact money: an integer of minor units and a currency."""

from dataclasses import dataclass
from decimal import Decimal

_NO_MINOR_UNIT = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_FOUR_DECIMALS = "CLF UYW"
_TWO_DECIMALS = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY "
    "COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR "
    "ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP "
    "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR "
    "ZMW ZWG"
)

EXPONENTS: dict[str, int] = (
    dict.fromkeys(_TWO_DECIMALS.split(), 2)
    | dict.fromkeys(_NO_MINOR_UNIT.split(), 0)
    | dict.fromkeys(_THREE_DECIMALS.split(), 3)
    | dict.fromkeys(_FOUR_DECIMALS.split(), 4)
)
"""Number of decimals of each active currency. Source: ISO 4217, list one."""

_LARGEST_EXPONENT = 17  # below 10^18, which an INTEGER column of SQLite holds


class MoneyError(ValueError):
    """A text or number that is no exact amount of a known currency."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency.

    Attributes:
        minor: Minor units (cents; whole yen). Negative means that money leaves the account.
        currency: ISO 4217 code.
    """

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        """Add two amounts of one currency; another currency is a MoneyError, never a conversion."""
        if other.currency != self.currency:
            message = f"{self.currency} and {other.currency} are not added"
            raise MoneyError(message)
        return Money(self.minor + other.minor, self.currency)

    def __neg__(self) -> "Money":
        """The same amount in the other direction."""
        return Money(-self.minor, self.currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in major units, with exactly the decimals that its currency has."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))


def exponent(currency: str) -> int:
    """Tell how many decimals a currency has.

    Raises:
        MoneyError: The code is not an active ISO 4217 currency.
    """
    try:
        return EXPONENTS[currency]
    except KeyError:
        message = f"unknown currency {currency[:8]!r}"
        raise MoneyError(message) from None


def minor_units(amount: Decimal, currency: str) -> int:
    """Convert a decimal amount of major units to minor units, exactly.

    Raises:
        MoneyError: The currency is unknown, the amount is not finite or has more decimals than its currency.
    """
    places = exponent(currency)
    if not amount.is_finite():
        message = "the amount is not a finite number"
        raise MoneyError(message)
    if amount and amount.adjusted() + places > _LARGEST_EXPONENT:
        message = "the amount is too large"
        raise MoneyError(message)
    minor = int(amount.scaleb(places))
    if Decimal(minor).scaleb(-places) != amount:
        message = f"it has more than the {places} decimals of {currency}"
        raise MoneyError(message)
    return minor
