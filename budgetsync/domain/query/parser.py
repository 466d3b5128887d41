"""From what was typed to a Query. Never raises: what it cannot make sense of is a hint beside the rest."""

import re
from datetime import date

from budgetsync.domain.query.amounts import read_amount
from budgetsync.domain.query.days import read_days
from budgetsync.domain.query.names import (
    EXACT_FIELDS,
    LISTED_FIELDS,
    Exact,
    Field,
    Kind,
    Named,
    Numbered,
    OneOf,
)
from budgetsync.domain.query.terms import Flag, Flagged, Hint, InState, Query, Term, Words
from budgetsync.domain.query.words import Phrase, split_words
from budgetsync.domain.transaction import TransactionState

DATE_WORDS = ("since", "until", "on")
"""Names in front of a colon that look at the day."""

FILTERS = (*Field, *(kind for kind in Kind if kind is not Kind.ACCOUNT), *DATE_WORDS, "is")
"""Every name that can stand in front of a colon."""

STATES = {state.value.lower(): state for state in TransactionState}
"""States by the word that is typed."""

QUOTED = r'"(?:[^"]|"")*"?'
_VALUE = rf'(?:{QUOTED}|[^\s",]*)'
TERM = re.compile(rf'-?[A-Za-z]+:{_VALUE}(?:,{_VALUE})*|-?{QUOTED}|[^\s"]+')
_ITEM = re.compile(rf"{QUOTED}|[^,]+")
_NAMED = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
_COUNTED = re.compile(r"#?(\d{1,18})", re.ASCII)


def parse_query(text: str, today: date) -> Query:
    """Read a search.

    `coffee "blue bottle" >20 20..50eur -12.50 since:2026-01 account:checking -category:groceries is:split`:
    words begin words of payee, merchant, the bank's text or note, and all have to occur; in quotes they are
    complete and stand together. Amounts compare sizes; a sign says the direction (-20: exactly 20 went out,
    >+100: more than 100 came in); a number alone is a word unless it has two decimals. A minus in front of
    anything else turns it round. `payee:"Blue Bottle"`, `category:"Food and drink"`: exactly that name;
    `account:#3,#4`: one of several; `run:7`, `command:7`, `id:7`: by number.

    Args:
        today: What `today`, `yesterday` and `30d` count from.
    """
    terms: list[Term] = []
    hints: list[Hint] = []
    spans: list[tuple[int, int]] = []
    for found in TERM.finditer(text):
        term, message = _read_term(found.group(), today)
        if term is not None:
            terms.append(term)
            spans.append(found.span())
        if message:
            hints.append(Hint(found.start(), found.end(), message))
    return Query(tuple(terms), tuple(hints), tuple(spans))


def _read_term(typed: str, today: date) -> tuple[Term | None, str]:
    signed = read_amount(typed, negated=False)
    if signed is not None:
        return signed, ""
    negated = typed.startswith("-")
    rest = typed[1:] if negated else typed
    amount = read_amount(rest, negated=negated) if negated else None
    if amount is not None:
        return amount, ""
    named = _NAMED.fullmatch(rest)
    if named is not None:
        return _read_named(named.group(1).lower(), named.group(2), today, negated=negated)
    words = _to_words(rest, negated=negated)
    if words is None and rest:
        return None, "There is no word in this."
    if rest[:1] in {"<", ">", "="}:
        return words, "This is no amount; its words are looked for."
    return words, ""


def _read_named(name: str, value: str, today: date, *, negated: bool) -> tuple[Term | None, str]:
    if name in DATE_WORDS:
        days = read_days(name, value.strip('"').lower(), today, negated=negated)
        return (
            days,
            "" if days else "A year, month or day is missing here: 2026, 2026-01, 2026-01-31, today, 30d.",
        )
    if name in {"is", "state"}:
        return _read_mark(value.strip('"').lower(), negated=negated)
    if name in tuple(Kind) and name not in tuple(Field):
        return _read_list(name, value, "A number is missing here.", negated=negated)
    if name in tuple(Field):
        return _read_list(name, value, "A name is missing here.", negated=negated)
    words = _to_words(f"{name} {value}", negated=negated)
    known = ", ".join(FILTERS)
    return words, f"There is no filter {name!r}; its words are looked for. Filters are {known}."


def _read_mark(value: str, *, negated: bool) -> tuple[Term | None, str]:
    if value in STATES:
        return InState(STATES[value], negated), ""
    if value in tuple(Flag):
        return Flagged(Flag(value), negated), ""
    return None, f"This can be one of {', '.join((*STATES, *Flag))}."


def _read_list(name: str, value: str, missing: str, *, negated: bool) -> tuple[Term | None, str]:
    """Read one or more values of a name; those that say nothing are pointed at together."""
    several = name not in tuple(Field) or Field(name) in LISTED_FIELDS
    items = [found.group() for found in _ITEM.finditer(value)] if several else [value]
    read = [_read_value(name, item, negated=negated and len(items) == 1) for item in items]
    terms = tuple(dict.fromkeys(term for term in read if term is not None))
    message = missing if len(terms) == 0 or None in read else ""
    if len(terms) > 1:
        return OneOf(terms, negated), message
    if not terms:
        return None, message
    (term,) = terms
    return (_turned(term) if negated and not term.negated else term), message


def _read_value(name: str, value: str, *, negated: bool) -> Named | Exact | Numbered | None:
    counted = _COUNTED.fullmatch(value)
    if name not in tuple(Field):
        return Numbered(Kind(name), int(counted.group(1)), negated) if counted else None
    if name == Kind.ACCOUNT and counted and value.startswith("#"):
        return Numbered(Kind.ACCOUNT, int(counted.group(1)), negated)
    field = Field(name)
    if field in EXACT_FIELDS and len(value) > 1 and value[0] == value[-1] == '"':
        text = value[1:-1].replace('""', '"')
        return Exact(field, text, negated) if text else None
    phrase = _to_phrase(value)
    return Named(field, phrase, negated) if phrase else None


def _turned(term: Named | Exact | Numbered) -> Term:
    if isinstance(term, Named):
        return Named(term.field, term.phrase, negated=True)
    if isinstance(term, Exact):
        return Exact(term.field, term.text, negated=True)
    return Numbered(term.kind, term.number, negated=True)


def _to_words(text: str, *, negated: bool) -> Words | None:
    phrase = _to_phrase(text)
    return Words(phrase, negated) if phrase else None


def _to_phrase(text: str) -> Phrase | None:
    words = split_words(text)
    return Phrase(words, whole=len(text) > 1 and text[0] == text[-1] == '"') if words else None
