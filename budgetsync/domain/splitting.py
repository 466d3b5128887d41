"""Parts of a row while they are being typed: sizes read exactly, and what is left over. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from budgetsync.domain.money import Money, MoneyError, exponent, minor_units

MINUS_SIGNS = "-\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Spread:
    """What the sizes that are typed make of a row's amount.

    Attributes:
        parts: The size of each part in minor units; None where they do not say it.
        left: What is left over, in minor units; 0 where they add up.
        unread: The parts whose size is no amount.
    """

    parts: tuple[int | None, ...]
    left: int
    unread: frozenset[int] = frozenset()

    @property
    def is_complete(self) -> bool:
        """Whether the parts are sized and add up exactly."""
        return not self.left and not self.unread and len(self.parts) > 1 and None not in self.parts


def spread(amount: Money, typed: Sequence[str], point: str = ".", group: str = ",") -> Spread:
    """Work out the parts of an amount from what is typed.

    The only part whose size is empty takes what the others leave. A size without a sign goes the row's way.

    Args:
        point: The decimal point of the person's locale; `group` parts thousands.
    """
    sizes: list[int | None] = []
    unread: set[int] = set()
    for place, text in enumerate(typed):
        try:
            sizes.append(read_size(text, amount, point, group))
        except MoneyError:
            sizes.append(None)
            unread.add(place)
    left = amount.minor - sum(size or 0 for size in sizes)
    empty = [place for place, size in enumerate(sizes) if size is None and place not in unread]
    if len(empty) == 1 and not unread and left:
        sizes[empty[0]], left = left, 0
    return Spread(tuple(sizes), left, frozenset(unread))


def read_size(text: str, amount: Money, point: str = ".", group: str = ",") -> int | None:
    """Read the size of a part in minor units of its row's currency; None where nothing is typed.

    Raises:
        MoneyError: It is no amount, or finer than the currency.
    """
    bare = "".join(text.split()).replace("\N{NO-BREAK SPACE}", "")
    if not bare:
        return None
    sign = -1 if amount.minor < 0 else 1
    if bare[0] in MINUS_SIGNS:
        sign, bare = -1, bare[1:]
    elif bare[0] == "+":
        sign, bare = 1, bare[1:]
    plain = bare.replace(group, "").replace(point, ".") if group else bare.replace(point, ".")
    if not plain.replace(".", "", 1).isascii() or not plain.replace(".", "", 1).isdigit():
        message = f"{text!r} is no amount."
        raise MoneyError(message)
    return sign * minor_units(Decimal(plain), amount.currency)


def write_size(minor: int, amount: Money, point: str = ".") -> str:
    """Write the size of a part as it would be typed: with a sign only where it goes the other way."""
    places = exponent(amount.currency)
    units, rest = divmod(abs(minor), 10**places)
    figure = f"{units}{point}{rest:0{places}}" if places else str(units)
    if minor and (minor < 0) is not (amount.minor < 0):
        return f"{'-' if minor < 0 else '+'}{figure}"
    return figure
