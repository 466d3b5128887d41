"""What a search is made of. Every term may be negated; a row is found when all terms hold."""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from budgetsync.domain.query.names import Exact, Named, Numbered, OneOf
from budgetsync.domain.query.words import Phrase, str_phrase
from budgetsync.domain.transaction import TransactionState


class Flag(StrEnum):
    """What `is:` can ask."""

    HIDDEN = "hidden"
    REVIEWED = "reviewed"
    SPLIT = "split"
    TRANSFER = "transfer"
    NEW = "new"
    """Came by a sync since the user last looked."""
    EDITED = "edited"
    """Some field has the user's word."""
    UNCATEGORIZED = "uncategorized"
    """No category, neither the user's nor the bank's; of a split row, one of its parts."""
    DOUBTFUL = "doubtful"
    """Waits for the user's answer: it may be another row, the bank says otherwise or took it back."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of payee, merchant, the bank's text or note."""

    phrase: Phrase
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        text = str_phrase(self.phrase)
        if self.negated and text[0].isdigit():
            text = f"#{text}"  # "-20" would be an amount
        return f"{_minus(self.negated)}{text}"


@dataclass(frozen=True, slots=True)
class Amount:
    """The size of a row's amount, in major units of its own currency.

    Attributes:
        low: None = no lower bound.
        low_included: Whether the bound itself counts; so for high.
        direction: -1 only money that leaves the account, 1 only money that reaches it, 0 both.
        currency: Only rows of this currency (ISO 4217); None = each row's own.
    """

    low: Decimal | None
    high: Decimal | None
    low_included: bool = True
    high_included: bool = True
    direction: int = 0
    currency: str | None = None
    negated: bool = False

    def bounds(self, exponent: int) -> tuple[int, int | None]:
        """The smallest and largest size in minor units of a currency with so many decimals, both included.

        Returns:
            The second is None where there is no upper bound; it is below the first where nothing can be found.
        """
        smallest, largest = 0, None
        if self.low is not None:
            scaled = self.low.scaleb(exponent)
            smallest = int(scaled.to_integral_value(ROUND_CEILING))
            if smallest == scaled and not self.low_included:
                smallest += 1
        if self.high is not None:
            scaled = self.high.scaleb(exponent)
            largest = int(scaled.to_integral_value(ROUND_FLOOR))
            if largest == scaled and not self.high_included:
                largest -= 1
        return smallest, largest

    def __str__(self) -> str:
        """The term as it would be typed."""
        sign = {-1: "-", 0: "", 1: "+"}[self.direction]
        currency = (self.currency or "").lower()
        if self.low is not None and self.low == self.high:
            text = f"={sign}{self.low:f}"
        elif self.low is not None and self.high is not None:
            text = f"={sign}{self.low:f}..{self.high:f}"
        elif self.low is not None:
            text = f">{'=' if self.low_included else ''}{sign}{self.low:f}"
        else:
            text = f"<{'=' if self.high_included else ''}{sign}{self.high:f}"
        return f"{_minus(self.negated)}{text}{currency}"


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the row, both ends included; None = open."""

    first: date | None
    last: date | None
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        if self.first is None:
            text = f"until:{self.last}"
        elif self.last is None:
            text = f"since:{self.first}"
        else:
            text = f"on:{self.first}" + ("" if self.first == self.last else f"..{self.last}")
        return f"{_minus(self.negated)}{text}"


@dataclass(frozen=True, slots=True)
class InState:
    """The row's state; typed as `is:` or `state:`. Without such a term, rows that were removed are not looked at."""

    state: TransactionState
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        return f"{_minus(self.negated)}is:{self.state.value.lower()}"


@dataclass(frozen=True, slots=True)
class Flagged:
    """A mark on the row."""

    flag: Flag
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        return f"{_minus(self.negated)}is:{self.flag}"


Term = Words | Amount | Days | Named | Exact | Numbered | OneOf | InState | Flagged


@dataclass(frozen=True, slots=True)
class Hint:
    """A part of what was typed that could not be understood; the search goes without it, or takes it as words.

    Attributes:
        start: Where the part begins in the text; `end` is behind its last character.
    """

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Two that ask the same are equal, whatever hints they carry.

    Attributes:
        terms: All of them have to hold; none = every row that counts.
        spans: Where each term stands in the text that was read: its begin, and behind its end; empty for a query that
            was not read from a text.
    """

    terms: tuple[Term, ...] = ()
    hints: tuple[Hint, ...] = field(default=(), compare=False)
    spans: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        """The search in its normal form: parsing it gives an equal query."""
        return " ".join(map(str, self.terms))


def _minus(negated: bool) -> str:  # noqa: FBT001
    return "-" if negated else ""
