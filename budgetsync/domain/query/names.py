"""Terms that name something in front of a colon: by words, by its exact name, by its number, or one of several."""

from dataclasses import dataclass
from enum import StrEnum

from budgetsync.domain.query.words import Phrase, str_phrase


class Field(StrEnum):
    """What a name in front of a colon looks at."""

    ACCOUNT = "account"
    CATEGORY = "category"
    TAG = "tag"
    NOTE = "note"
    PAYEE = "payee"
    MERCHANT = "merchant"
    SOURCE = "source"


EXACT_FIELDS = frozenset({Field.CATEGORY, Field.TAG, Field.PAYEE, Field.MERCHANT})
"""Fields whose value in quotes is the whole name, as it is shown."""

LISTED_FIELDS = frozenset(Field) - {Field.NOTE}
"""Fields that can be given several values, apart by commas."""


class Kind(StrEnum):
    """What a number counts."""

    ID = "id"
    RUN = "run"
    COMMAND = "command"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a name: of the account (or its mask), the category, a tag, the shown payee, a source; or of the note.

    Attributes:
        phrase: Not whole for one of EXACT_FIELDS: what stands in quotes there is an `Exact`.
    """

    field: Field
    phrase: Phrase
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        return f"{'-' if self.negated else ''}{self.field}:{self.value}"

    @property
    def value(self) -> str:
        """What stands behind the colon."""
        return str_phrase(self.phrase)


@dataclass(frozen=True, slots=True)
class Exact:
    """The whole name as it is shown: of one of EXACT_FIELDS.

    Payees and merchants are compared letter by letter, so that a sum and its rows agree; categories and tags without
    case. A row that is split has the categories of its parts.
    """

    field: Field
    text: str
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        return f"{'-' if self.negated else ''}{self.field}:{self.value}"

    @property
    def value(self) -> str:
        """What stands behind the colon."""
        return '"{}"'.format(self.text.replace('"', '""'))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number: the row itself, a sync run or a command that changed it, or its account.

    Runs, commands and ids find rows that were removed, too: what a run took back is what one asks it for.
    """

    kind: Kind
    number: int
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        return f"{'-' if self.negated else ''}{self.kind}:{self.value}"

    @property
    def value(self) -> str:
        """What stands behind the colon."""
        return f"#{self.number}" if self.kind is Kind.ACCOUNT else str(self.number)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several values of the same name: `account:#1,#2`.

    Attributes:
        terms: Two or more of one name, none of them negated.
    """

    terms: "tuple[Named | Exact | Numbered, ...]"
    negated: bool = False

    def __str__(self) -> str:
        """The term as it would be typed."""
        return f"{'-' if self.negated else ''}{self.name}:{','.join(term.value for term in self.terms)}"

    @property
    def name(self) -> str:
        """What stands in front of the colon."""
        return name_of(self.terms[0])


def name_of(term: Named | Exact | Numbered) -> str:
    """Tell what stands in front of a term's colon."""
    return term.kind if isinstance(term, Numbered) else term.field
