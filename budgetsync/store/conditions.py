"""What the terms of a search say in SQL, about the row `t`. Values are always bound; texts are checked by functions."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from budgetsync.domain.category import describe
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.query import (
    Amount,
    Days,
    Field,
    Flag,
    Flagged,
    InState,
    Named,
    Phrase,
    Query,
    Words,
)
from budgetsync.domain.transaction import TransactionState

Value = str | int
NOWHERE = "0"
COUNTED = frozenset({TransactionState.PENDING, TransactionState.POSTED})
_FLAGS = {
    Flag.HIDDEN: "t.hidden = 1",
    Flag.REVIEWED: "t.reviewed = 1",
    Flag.SPLIT: "t.id IN (SELECT transaction_id FROM split)",
    Flag.TRANSFER: "t.id IN (SELECT out_id FROM transfer UNION ALL SELECT in_id FROM transfer)",
}
_LARGEST = 2**63 - 1
_EXPONENTS = (0, 3, 4, 2)  # the last is that of most currencies
_SCALED = "CASE {} ELSE ? END".format(
    " ".join(
        f"WHEN t.currency IN {tuple(code for code, own in EXPONENTS.items() if own == places)} THEN ?"
        for places in _EXPONENTS[:-1]
    )
)
"""One of four values, by the decimals that the row's currency has."""


class Condition(NamedTuple):
    """A piece of SQL that a row has to fulfil, and its values."""

    sql: str
    values: tuple[Value, ...] = ()


@dataclass(slots=True)
class Checks:
    """Texts that SQL cannot compare: phrases, by number, and how often each was asked and found."""

    phrases: list[Phrase] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    found: list[int] = field(default_factory=list)

    def add(self, phrase: Phrase) -> int:
        """Number a phrase."""
        self.phrases.append(phrase)
        self.asked.append(0)
        self.found.append(0)
        return len(self.phrases) - 1

    def common(self, share: float, enough: int) -> set[Phrase]:
        """Name the phrases that were found in at least this share of the texts, where enough were asked."""
        return {
            phrase
            for phrase, asked, found in zip(self.phrases, self.asked, self.found, strict=True)
            if asked >= enough and found >= share * asked
        }

    def install(self, connection: sqlite3.Connection) -> None:
        """Make `says(number, text, ...)` and `means(number, code)` known to a connection."""

        def says(number: int, *texts: str | None) -> bool:
            self.asked[number] += 1
            phrase = self.phrases[number]
            if any(map(phrase.found_in, texts)):
                self.found[number] += 1
                return True
            return False

        @cache
        def means(number: int, code: str | None) -> bool:
            return code is not None and self.phrases[number].found_in(f"{describe(code)} {code}")

        connection.create_function("says", -1, says)
        connection.create_function("means", 2, means)


def says(checks: Checks, phrase: Phrase, columns: str) -> Condition:
    """Require words in one of some texts, such as "t.payee, t.note"."""
    return Condition(f"says({checks.add(phrase)}, {columns})")


def conditions(connection: sqlite3.Connection, query: Query, checks: Checks) -> list[Condition]:
    """Say every term of a query but the words that rows have to have, and which states are looked at."""
    made = [_states(term for term in query.terms if isinstance(term, InState))]
    for term in query.terms:
        if isinstance(term, InState) or (isinstance(term, Words) and not term.negated):
            continue
        said = _say(connection, term, checks)
        made.append(Condition(f"NOT ifnull({said.sql}, 0)", said.values) if term.negated else said)
    return made


def _say(
    connection: sqlite3.Connection, term: Words | Amount | Days | Named | Flagged, checks: Checks
) -> Condition:
    match term:
        case Words():
            return says(checks, term.phrase, TEXTS)
        case Amount():
            return _amount(term)
        case Days():
            return _days(term)
        case Flagged():
            return Condition(_FLAGS[term.flag])
        case Named():
            return _named(connection, term, checks)


TEXTS = "t.payee, t.merchant, t.original_description, t.note"
"""The texts of a row that are searched."""


def allowed_states(terms: Iterable[InState]) -> frozenset[TransactionState]:
    """Tell which states a search looks at."""
    terms = list(terms)
    allowed = frozenset(TransactionState) if any(not term.negated for term in terms) else COUNTED
    for term in terms:
        allowed = allowed - {term.state} if term.negated else allowed & {term.state}
    return allowed


def _states(terms: Iterable[InState]) -> Condition:
    # "state <> REMOVED" is what the partial indices are on: SQLite does not infer it from "state = POSTED".
    allowed = allowed_states(terms)
    if allowed == COUNTED:
        return Condition("t.state <> 'REMOVED'")
    if not allowed:
        return Condition(NOWHERE)
    (state,) = allowed
    if state is TransactionState.REMOVED:
        return Condition("t.state = 'REMOVED'")
    return Condition(f"t.state <> 'REMOVED' AND t.state = '{state.value}'")


def _amount(term: Amount) -> Condition:
    bounds = [term.bounds(places) for places in _EXPONENTS]
    values: list[Value] = [min(low, _LARGEST) for low, _ in bounds]
    values += [_LARGEST if high is None else min(high, _LARGEST) for _, high in bounds]
    sql = f"abs(t.amount) BETWEEN {_SCALED} AND {_SCALED}"
    if term.direction:
        sql += f" AND t.amount {'<' if term.direction < 0 else '>'} 0"
    if term.currency is not None:
        sql += " AND t.currency = ?"
        values.append(term.currency)
    return Condition(f"({sql})", tuple(values))


def exact_amounts(term: Amount) -> list[int]:
    """List the amounts in minor units that an exact amount can be, whatever the currency."""
    sizes = {low for places in _EXPONENTS for low, high in [term.bounds(places)] if low == high}
    signs = (term.direction,) if term.direction else (-1, 1)
    return sorted({size * sign for size in sizes if size <= _LARGEST for sign in signs})


def _days(term: Days) -> Condition:
    bounds = [(sign, day) for sign, day in ((">=", term.first), ("<=", term.last)) if day is not None]
    sql = " AND ".join(f"t.transacted_on {sign} ?" for sign, _ in bounds)
    return Condition(f"({sql})", tuple(day.isoformat() for _, day in bounds))


def _named(connection: sqlite3.Connection, term: Named, checks: Checks) -> Condition:
    phrase = term.phrase
    if term.field is Field.NOTE:
        return says(checks, phrase, "t.note")
    if term.field is Field.TAG:
        tags = connection.execute("SELECT DISTINCT name FROM tag")
        names = tuple(name for (name,) in tags if phrase.found_in(name))
        return Condition(f"t.id IN (SELECT transaction_id FROM tag WHERE name IN ({_marks(names)}))", names)
    if term.field is Field.ACCOUNT:
        accounts = find_accounts(connection, phrase)
        return Condition(f"t.account_id IN ({_marks(accounts)})", accounts)
    categories = connection.execute("SELECT id, name FROM category")
    own = tuple(number for number, name in categories if phrase.found_in(name))
    marks, number = _marks(own), checks.add(phrase)
    return Condition(
        f"(t.category_id IN ({marks}) OR (t.category_id IS NULL AND means({number}, t.provider_category)) "
        f"OR EXISTS (SELECT 1 FROM split x WHERE x.transaction_id = t.id AND x.category_id IN ({marks})))",
        own * 2,
    )


def find_accounts(connection: sqlite3.Connection, phrase: Phrase) -> tuple[int, ...]:
    """Find the accounts whose name has these words or whose mask has these characters."""
    characters = "".join(phrase.words)
    return tuple(
        number
        for number, name, official, mask in connection.execute(
            "SELECT id, name, official_name, mask FROM account"
        )
        if phrase.found_in(name) or phrase.found_in(official) or (mask and characters in mask.lower())
    )


def _marks(values: tuple[Value, ...]) -> str:
    return ",".join("?" * len(values))
