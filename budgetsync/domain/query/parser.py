"""From what was typed to a Query. Never raises: what it cannot make sense of is a hint beside the rest."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.query.terms import (
    Amount,
    Days,
    Field,
    Flag,
    Flagged,
    Hint,
    InState,
    Named,
    Query,
    Term,
    Words,
)
from budgetsync.domain.query.words import Phrase, split_words
from budgetsync.domain.transaction import TransactionState

_TERM = re.compile(r'-?(?:[A-Za-z]+:)?"[^"]*"?|[^\s"]+')
_NAMED = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
_NUMBER = r"(\d[\d.,]{0,29}?)"
_CURRENCY = r"([A-Za-z]{3}|[$€£¥])?"
_COMPARED = re.compile(rf"(>=|<=|>|<|=)([+-]?){_NUMBER}{_CURRENCY}", re.ASCII)
_RANGE = re.compile(rf"=?([+-]?){_NUMBER}\.\.{_NUMBER}{_CURRENCY}", re.ASCII)
_SIGNED = re.compile(rf"([+-]){_NUMBER}{_CURRENCY}", re.ASCII)
_WITH_DECIMALS = re.compile(rf"()(\d+[.,]\d{{2}}){_CURRENCY}", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_DIRECTIONS = {"-": -1, "": 0, "+": 1}
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,6})([dw])", re.ASCII)
_DATE_WORDS = ("since", "until", "on")
_A_DAY = timedelta(days=1)


def parse_query(text: str, today: date) -> Query:
    """Read a search.

    `coffee "blue bottle" >20 20..50eur -12.50 since:2026-01 account:checking -category:groceries is:split`:
    words begin words of payee, merchant, the bank's text or note, and all have to occur; in quotes they are
    complete and stand together. Amounts compare sizes; a sign says the direction (-20: exactly 20 went out,
    >+100: more than 100 came in); a number alone is a word unless it has two decimals. A minus in front of
    anything else turns it round.

    Args:
        today: What `today`, `yesterday` and `30d` count from.
    """
    terms: list[Term] = []
    hints: list[Hint] = []
    for found in _TERM.finditer(text):
        term, message = _read_term(found.group(), today)
        if term is not None:
            terms.append(term)
        if message:
            hints.append(Hint(found.start(), found.end(), message))
    return Query(tuple(terms), tuple(hints))


def _read_term(typed: str, today: date) -> tuple[Term | None, str]:
    signed = _read_amount(typed, negated=False)
    if signed is not None:
        return signed, ""
    negated = typed.startswith("-")
    rest = typed[1:] if negated else typed
    amount = _read_amount(rest, negated=negated) if negated else None
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
    if name in _DATE_WORDS:
        days = _read_days(name, value.strip('"').lower(), today, negated=negated)
        return (
            days,
            "" if days else "A year, month or day is missing here: 2026, 2026-01, 2026-01-31, today, 30d.",
        )
    if name == "state":
        state = next((one for one in TransactionState if one.value.lower() == value.lower()), None)
        known = ", ".join(one.value.lower() for one in TransactionState)
        return (InState(state, negated), "") if state else (None, f"A state is one of {known}.")
    if name == "is":
        flag = next((one for one in Flag if one.value == value.lower()), None)
        return (Flagged(flag, negated), "") if flag else (None, f"This can be one of {', '.join(Flag)}.")
    phrase = _to_phrase(value)
    if name in tuple(Field):
        return (Named(Field(name), phrase, negated), "") if phrase else (None, "A name is missing here.")
    words = _to_words(f"{name} {value}", negated=negated)
    known = ", ".join((*Field, *_DATE_WORDS, "state", "is"))
    return words, f"There is no filter {name!r}; its words are looked for. Filters are {known}."


def _to_words(text: str, *, negated: bool) -> Words | None:
    phrase = _to_phrase(text)
    return Words(phrase, negated) if phrase else None


def _to_phrase(text: str) -> Phrase | None:
    words = split_words(text)
    return Phrase(words, whole=len(text) > 1 and text[0] == text[-1] == '"') if words else None


def _read_amount(text: str, *, negated: bool) -> Amount | None:
    if (found := _RANGE.fullmatch(text)) is not None:
        sign, lowest, highest, currency = found.groups()
        low, high = _to_number(lowest), _to_number(highest)
        if low is None or high is None:
            return None
        return _amount(min(low, high), max(low, high), sign, currency, negated=negated)
    if (found := _COMPARED.fullmatch(text)) is not None:
        operator, sign, digits, currency = found.groups()
    elif (found := _SIGNED.fullmatch(text) or _WITH_DECIMALS.fullmatch(text)) is not None:
        operator, (sign, digits, currency) = "=", found.groups()
    else:
        return None
    number = _to_number(digits)
    if number is None:
        return None
    low = None if operator in {"<", "<="} else number
    high = None if operator in {">", ">="} else number
    return _amount(low, high, sign, currency, included=operator not in {"<", ">"}, negated=negated)


def _amount(
    low: Decimal | None,
    high: Decimal | None,
    sign: str,
    currency: str | None,
    *,
    included: bool = True,
    negated: bool,
) -> Amount | None:
    code = _SYMBOLS.get(currency, currency.upper()) if currency else None
    if code is not None and code not in EXPONENTS:
        return None
    return Amount(low, high, included, included, _DIRECTIONS[sign], code, negated)


def _to_number(text: str) -> Decimal | None:
    """Read a number with either decimal sign; a comma before groups of three digits groups them."""
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    elif "," in text and "." in text:
        grouping = "," if text.rindex(",") < text.rindex(".") else "."
        text = text.replace(grouping, "")
    text = text.replace(",", ".")
    return None if text.count(".") > 1 or text.endswith(".") else Decimal(text)


def _read_days(name: str, value: str, today: date, *, negated: bool) -> Days | None:
    begin, _, end = value.partition("..") if name == "on" else (value, "", "")
    first, last = _read_day(begin, today), _read_day(end or begin, today)
    if first is None or last is None:
        return None
    return Days(None if name == "until" else first[0], None if name == "since" else last[1], negated)


def _read_day(value: str, today: date) -> tuple[date, date] | None:
    """Read a day, month or year; returns its first and last day."""
    value = {"today": "0d", "yesterday": "1d"}.get(value, value)
    if (ago := _AGO.fullmatch(value)) is not None:
        distance = timedelta(days=int(ago.group(1)) * (7 if ago.group(2) == "w" else 1))
        day = _when_possible(lambda: today - distance)
        return None if day is None else (day, day)
    if (found := _DAY.fullmatch(value)) is None:
        return None
    year, month, number = (int(part) if part else None for part in found.groups())
    assert year is not None
    first = _when_possible(lambda: date(year, month or 1, number or 1))
    if first is None:
        return None
    if number is not None:
        return first, first
    last_month = month or 12
    after = date(year + last_month // 12, last_month % 12 + 1, 1) if year < date.max.year else None
    return first, (after - _A_DAY if after else date.max)


def _when_possible(make: Callable[[], date]) -> date | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None
