"""What the readers of bank formats have in common: whose account it is, which day, and pages put together."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from budgetsync.domain.statement import StatedAccount, StatedBalance, Statement, account_digest

_MASK_LENGTH = 4
_LONGEST_LAG = timedelta(days=10)
_SPACES = re.compile(r"\s+")


def on_one_line(*texts: str) -> str:
    """Put texts together as one line, each one once, without doubled spaces."""
    told: list[str] = []
    for text in texts:
        plain = _SPACES.sub(" ", text).strip()
        if plain and not any(plain in earlier for earlier in told):
            told.append(plain)
    return " ".join(told)


def stated_account(number: str, currency: str, name: str = "", institution: str = "") -> StatedAccount:
    """Say whose account it is without keeping its number.

    Args:
        number: As the file writes it, the bank's code and the account in one; "" where it is not named.
        currency: Part of the id: one number may have an account in each currency.
    """
    told = "".join(sign for sign in number if sign.isalnum())
    if not told:
        return StatedAccount(name=name, institution=institution)
    bare = told.removesuffix(currency) if currency else told
    return StatedAccount(
        id=account_digest(bare, currency),
        mask=bare[-_MASK_LENGTH:] or None,
        name=name,
        institution=institution,
    )


def made_on(booked: date, value: date | None) -> date:
    """Tell the day of a purchase: banks that know it give it as the day of value, a few days before the booking."""
    if value is not None and timedelta() < booked - value <= _LONGEST_LAG:
        return value
    return booked


def joined(statements: Iterable[Statement]) -> list[Statement]:
    """Put the pages and days of one account together wherever one begins with what the one before it ended with.

    Where a day is missing between them they stay apart, so that each is proved by itself.
    """
    told: list[Statement] = []
    newest: dict[tuple[str, str], Statement] = {}
    for statement in statements:
        key = (statement.account.id, statement.currency)
        before = newest.get(key)
        if before is not None and statement.account.id and _goes_on(before, statement):
            before.entries.extend(statement.entries)
            before.problems.extend(statement.problems)
            before.closing = statement.closing
        else:
            told.append(statement)
            newest[key] = statement
    for statement in told:
        statement.opening = _before_entries(statement)
    return told


def _goes_on(before: Statement, after: Statement) -> bool:
    if before.closing is None or after.opening is None:
        return before.closing is after.opening is before.opening is after.closing
    return before.closing.minor == after.opening.minor


def _before_entries(statement: Statement) -> StatedBalance | None:
    """Date the opening balance to the evening before: many banks date it to the first day itself."""
    opening = statement.opening
    first = min((entry.posted_on for entry in statement.entries if entry.posted_on is not None), default=None)
    if opening is None or first is None or opening.on < first or first == date.min:
        return opening
    return opening._replace(on=first - timedelta(days=1))
