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
    Exact,
    Field,
    Flag,
    Flagged,
    InState,
    Kind,
    Named,
    Numbered,
    OneOf,
    Phrase,
    Query,
    Term,
    Words,
)
from budgetsync.domain.transaction import TransactionState

Value = str | int
NOWHERE = "0"
"""Holds for no row."""
COUNTED = frozenset({TransactionState.PENDING, TransactionState.POSTED})
ALL_STATES = frozenset(TransactionState)
SHOWN_PAYEE = "ifnull(nullif(t.payee, ''), ifnull(nullif(t.merchant, ''), t.original_description))"
"""`Transaction.shown_payee` in SQL."""

LOOKED = "looked.row"
"""The setting that has the last row that was there when the user last looked at transactions."""

NEWEST_LOOKED = f"(SELECT CAST(value AS INTEGER) FROM setting WHERE name = '{LOOKED}')"
_WITHOUT = "{row}.category_id IS NULL AND ifnull({row}.provider_category, '') = ''"
_FLAGS = {
    Flag.HIDDEN: "t.hidden = 1",
    Flag.REVIEWED: "t.reviewed = 1",
    Flag.SPLIT: "EXISTS (SELECT 1 FROM split x WHERE x.transaction_id = t.id)",
    Flag.TRANSFER: (
        "(EXISTS (SELECT 1 FROM transfer x WHERE x.out_id = t.id) "
        "OR EXISTS (SELECT 1 FROM transfer x WHERE x.in_id = t.id))"
    ),
    Flag.NEW: (
        f"(t.id > {NEWEST_LOOKED} AND EXISTS (SELECT 1 FROM change x WHERE x.transaction_id = t.id "
        "AND x.field = '*' AND x.run_id IS NOT NULL))"
    ),
    Flag.EDITED: "EXISTS (SELECT 1 FROM field_choice x WHERE x.transaction_id = t.id AND x.source = 'USER')",
    # The first line is what an index is on.
    Flag.UNCATEGORIZED: (
        f"({_WITHOUT.format(row='t')} "
        "AND (NOT EXISTS (SELECT 1 FROM split x WHERE x.transaction_id = t.id) "
        "OR EXISTS (SELECT 1 FROM split x WHERE x.transaction_id = t.id AND x.category_id IS NULL)))"
    ),
    Flag.DOUBTFUL: (
        "(t.bank_removed = 1 OR (t.state <> 'REMOVED' AND ("
        "t.id IN (SELECT transaction_id FROM field_choice WHERE bank_value IS NOT NULL) "
        "OR t.id IN (SELECT first_id FROM suggestion WHERE state = 'open') "
        "OR t.id IN (SELECT second_id FROM suggestion WHERE state = 'open') "
        "OR t.id IN (SELECT o.transaction_id FROM held_removal h JOIN observation o ON o.id = h.observation_id "
        "WHERE h.state = 'open' AND h.state <> 'applied'))))"
    ),
}
_CHANGED_BY = (
    "EXISTS (SELECT 1 FROM change x INDEXED BY change_by_transaction "
    "WHERE x.transaction_id = t.id AND x.{} = ?)"
)
_BEYOND_COUNTED = frozenset({Kind.ID, Kind.RUN, Kind.COMMAND})
_NUMBERS: dict[Kind, str] = {
    Kind.ID: "t.id = ?",
    Kind.ACCOUNT: "t.account_id = ?",
    Kind.RUN: _CHANGED_BY.format("run_id"),
    Kind.COMMAND: _CHANGED_BY.format("command_id"),
}
_LARGEST = 2**63 - 1
_EXPONENTS = (0, 3, 4, 2)  # the last is that of most currencies
_COMMON = ("USD", "EUR", "GBP")  # asked for first: they have as many decimals as most
_WITHIN = "abs(t.amount) BETWEEN ? AND ?"
_SIZED = "CASE WHEN t.currency IN {} THEN {} {} ELSE {} END".format(
    _COMMON,
    _WITHIN,
    " ".join(
        f"WHEN t.currency IN {tuple(code for code, own in EXPONENTS.items() if own == places)} THEN {_WITHIN}"
        for places in _EXPONENTS[:-1]
    ),
    _WITHIN,
)
"""Whether the size is within one of five pairs of bounds, by the decimals that the row's currency has."""


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
        """Make `says(number, text, ...)`, `means(number, code)`, `called(name, code)` known to a connection."""

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

        @cache
        def called(name: str, code: str | None) -> bool:
            return bool(code) and describe(code or "").casefold() == name

        connection.create_function("says", -1, says)
        connection.create_function("means", 2, means)
        connection.create_function("called", 2, called)


def says(checks: Checks, phrase: Phrase, columns: str) -> Condition:
    """Require words in one of some texts, such as "t.payee, t.note"."""
    return Condition(f"says({checks.add(phrase)}, {columns})")


def conditions(connection: sqlite3.Connection, query: Query, checks: Checks) -> list[Condition]:
    """Say every term of a query but the words that rows have to have, and which states are looked at."""
    made = [_states(query.terms)]
    for term in query.terms:
        if isinstance(term, InState) or (isinstance(term, Words) and not term.negated):
            continue
        said = _say(connection, term, checks)
        made.append(Condition(f"NOT ifnull({said.sql}, 0)", said.values) if term.negated else said)
    return made


def _say(connection: sqlite3.Connection, term: Term, checks: Checks) -> Condition:  # noqa: PLR0911 - one for each kind
    match term:
        case Words():
            return says(checks, term.phrase, TEXTS)
        case Amount():
            return _amount(term)
        case Days():
            return _days(term)
        case Flagged():
            return Condition(_FLAGS[term.flag])
        case Numbered():
            return Condition(_NUMBERS[term.kind], (term.number,))
        case Exact():
            return _exact(connection, term)
        case OneOf():
            parts = [_say(connection, one, checks) for one in term.terms]
            said = [one for one in parts if one.sql != NOWHERE] or parts[:1]
            values = tuple(value for one in said for value in one.values)
            sql = " OR ".join(one.sql for one in said)
            return Condition(sql if len(said) == 1 else f"({sql})", values)
        case Named():
            return _named(connection, term, checks)
        case InState():
            return _states([term])


TEXTS = "t.payee, t.merchant, t.original_description, t.note"
"""The texts of a row that are searched."""


def allowed_states(terms: Iterable[Term]) -> frozenset[TransactionState]:
    """Tell which states a search looks at."""
    terms = list(terms)
    states = [term for term in terms if isinstance(term, InState)]
    allowed = ALL_STATES if any(map(_looks_beyond, terms)) else COUNTED
    for state in states:
        allowed = allowed - {state.state} if state.negated else allowed & {state.state}
    return allowed


def _looks_beyond(term: Term) -> bool:
    """Tell whether a term asks for rows that were removed, too."""
    if isinstance(term, OneOf):
        return not term.negated and all(map(_looks_beyond, term.terms))
    return not term.negated and (
        isinstance(term, InState)
        or (isinstance(term, Numbered) and term.kind in _BEYOND_COUNTED)
        or (isinstance(term, Flagged) and term.flag is Flag.DOUBTFUL)
    )


def _states(terms: Iterable[Term]) -> Condition:
    # "state <> REMOVED" is what the partial indices are on: SQLite does not infer it from "state = POSTED".
    allowed = allowed_states(terms)
    if not allowed:
        return Condition(NOWHERE)
    listed = " OR ".join(sorted(f"t.state = '{state.value}'" for state in allowed))
    listed = f"({listed})" if len(allowed) > 1 else listed
    if TransactionState.REMOVED in allowed:
        return Condition("1" if allowed == ALL_STATES else listed)
    return Condition("t.state <> 'REMOVED'" if allowed == COUNTED else f"t.state <> 'REMOVED' AND {listed}")


def _amount(term: Amount) -> Condition:
    if term.currency is not None:
        values: list[Value] = [term.currency, *_bounds(term, EXPONENTS[term.currency])]
        sql = f"t.currency = ? AND {_WITHIN}"
    else:
        values = [bound for places in (_EXPONENTS[-1], *_EXPONENTS) for bound in _bounds(term, places)]
        sql = _SIZED
    if term.direction:
        sql += f" AND t.amount {'<' if term.direction < 0 else '>'} 0"
    return Condition(f"({sql})", tuple(values))


def _bounds(term: Amount, places: int) -> tuple[int, int]:
    low, high = term.bounds(places)
    return min(low, _LARGEST), _LARGEST if high is None else min(high, _LARGEST)


def exact_amounts(term: Amount) -> list[int]:
    """List the amounts in minor units that an exact amount can be, whatever the currency."""
    sizes = {low for places in _EXPONENTS for low, high in [term.bounds(places)] if low == high}
    signs = (term.direction,) if term.direction else (-1, 1)
    return sorted({size * sign for size in sizes if size <= _LARGEST for sign in signs})


def _days(term: Days) -> Condition:
    bounds = [(sign, day) for sign, day in ((">=", term.first), ("<=", term.last)) if day is not None]
    sql = " AND ".join(f"t.transacted_on {sign} ?" for sign, _ in bounds)
    return Condition(f"({sql})", tuple(day.isoformat() for _, day in bounds))


_TEXT_OF = {Field.NOTE: "t.note", Field.PAYEE: SHOWN_PAYEE, Field.MERCHANT: "t.merchant"}


def _named(connection: sqlite3.Connection, term: Named, checks: Checks) -> Condition:
    if term.field in _TEXT_OF:
        return says(checks, term.phrase, _TEXT_OF[term.field])
    if term.field is Field.SOURCE:
        return _of_source(connection, term.phrase)
    if term.field is Field.TAG:
        return _of_tags(find_tags(connection, term))
    if term.field is Field.ACCOUNT:
        accounts = find_accounts(connection, term.phrase)
        return Condition(f"t.account_id IN ({marks(accounts)})" if accounts else NOWHERE, accounts)
    own, number = find_categories(connection, term), checks.add(term.phrase)
    listed = marks(own)
    return Condition(
        f"(t.category_id IN ({listed}) OR (t.category_id IS NULL AND means({number}, t.provider_category)) "
        f"OR EXISTS (SELECT 1 FROM split x WHERE x.transaction_id = t.id AND x.category_id IN ({listed})))",
        own * 2,
    )


def _of_tags(names: tuple[str, ...]) -> Condition:
    if not names:
        return Condition(NOWHERE)
    listed = marks(names)
    return Condition(
        f"EXISTS (SELECT 1 FROM tag x WHERE x.transaction_id = t.id AND x.name IN ({listed}))", names
    )


def _exact(connection: sqlite3.Connection, term: Exact) -> Condition:
    if term.field is Field.TAG:
        return _of_tags((term.text,))
    if term.field is not Field.CATEGORY:
        return Condition(f"{_TEXT_OF[term.field]} = ?", (term.text,))
    own = find_categories(connection, term)
    row: str = (
        f"({{row}}.category_id IN ({marks(own)}) OR ({{row}}.category_id IS NULL "
        "AND called(?, {row}.provider_category)))"
    )
    values: tuple[Value, ...] = (*own, term.text.casefold())
    return Condition(
        f"(({row.format(row='t')} AND NOT EXISTS (SELECT 1 FROM split x WHERE x.transaction_id = t.id)) "
        'OR t.id IN (SELECT x.transaction_id FROM split x JOIN "transaction" p ON p.id = x.transaction_id '
        f"WHERE x.category_id IN ({marks(own)}) OR (x.category_id IS NULL AND {row.format(row='p')})))",
        (*values, *own, *values),
    )


def _of_source(connection: sqlite3.Connection, phrase: Phrase) -> Condition:
    """Say which rows a source told of; most accounts have one source, and need not be looked into row by row."""
    told: dict[int, list[int]] = {}
    others: set[int] = set()
    for number, account, source in connection.execute("SELECT id, account_id, source FROM source_account"):
        if phrase.found_in(source):
            told.setdefault(account, []).append(number)
        else:
            others.add(account)
    if not told or not others:
        return Condition("1" if told else NOWHERE)
    whole = tuple(account for account in told if account not in others)
    partly = tuple(account for account in told if account in others)
    sources = tuple(number for account in partly for number in told[account])
    return Condition(
        f"(t.account_id IN ({marks(whole)}) OR (t.account_id IN ({marks(partly)}) AND EXISTS ("
        f"SELECT 1 FROM observation x WHERE x.transaction_id = t.id AND x.source_account IN ({marks(sources)}))))",
        (*whole, *partly, *sources),
    )


def find_tags(connection: sqlite3.Connection, term: Named | Exact) -> tuple[str, ...]:
    """Find the tags that a term means."""
    if isinstance(term, Exact):
        return (term.text,)
    tags = connection.execute("SELECT DISTINCT name FROM tag")
    return tuple(name for (name,) in tags if term.phrase.found_in(name))


def find_categories(connection: sqlite3.Connection, term: Named | Exact) -> tuple[int, ...]:
    """Find the user's categories that a term means."""
    categories: list[tuple[int, str]] = connection.execute("SELECT id, name FROM category").fetchall()
    if isinstance(term, Exact):
        wanted = term.text.casefold()
        return tuple(number for number, name in categories if name.casefold() == wanted)
    return tuple(number for number, name in categories if term.phrase.found_in(name))


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


def marks(values: tuple[Value, ...]) -> str:
    """Give places for so many values."""
    return ",".join("?" * len(values))
