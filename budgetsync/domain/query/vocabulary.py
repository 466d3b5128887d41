"""The names that a ledger knows, for completing what is typed into a search."""

from dataclasses import dataclass

from budgetsync.domain.ids import AccountId


@dataclass(frozen=True, slots=True)
class AccountWord:
    """An account that can be searched for.

    Attributes:
        bank: The institution; "" where it has none.
        is_unique: Whether no other account has this name: then the name is enough to mean it.
    """

    id: AccountId
    name: str
    bank: str
    mask: str | None
    is_unique: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can stand behind a colon.

    Attributes:
        categories: The user's own and those that the bank's codes stand for, as they are shown, by their names.
        payees: As they are shown, the most frequent of the newest rows first.
        sources: As observations name them: "plaid".
        currencies: Codes of ISO 4217.
    """

    accounts: tuple[AccountWord, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    payees: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
