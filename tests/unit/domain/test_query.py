"""The language of the search box."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    parse_query,
)
from budgetsync.domain.transaction import TransactionState

TODAY = date(2026, 6, 15)


def words(*typed: str, whole: bool = False, negated: bool = False) -> Words:
    return Words(Phrase(typed, whole), negated)


def size(low: str | None, high: str | None, **more: object) -> Amount:
    return Amount(Decimal(low) if low else None, Decimal(high) if high else None, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("coffee", [words("coffee")]),
        ("Café -tea", [words("café"), words("tea", negated=True)]),
        ('"Blue Bottle"', [words("blue", "bottle", whole=True)]),
        ('"blue bot', [words("blue", "bot")]),
        ("o'neil", [words("o", "neil")]),
        ("20", [words("20")]),
        (">20", [size("20", None, low_included=False, high_included=False)]),
        ("<5", [size(None, "5", low_included=False, high_included=False)]),
        (">=20 <=5", [size("20", None), size(None, "5")]),
        ("=12.50", [size("12.50", "12.50")]),
        ("12,50", [size("12.50", "12.50")]),
        ("20..50", [size("20", "50")]),
        ("50..20", [size("20", "50")]),
        (">20eur", [size("20", None, low_included=False, high_included=False, currency="EUR")]),
        ("=€12", [words("12")]),
        ("=12€", [size("12", "12", currency="EUR")]),
        ("+20", [size("20", "20", direction=1)]),
        ("-20", [size("20", "20", direction=-1)]),
        (">-20", [size("20", None, low_included=False, high_included=False, direction=-1)]),
        ("->20", [size("20", None, low_included=False, high_included=False, negated=True)]),
        ("=1,234.50 =1.234,50 =1,234", [size("1234.50", "1234.50")] * 2 + [size("1234", "1234")]),
        ("since:2026", [Days(date(2026, 1, 1), None)]),
        ("until:2026-02", [Days(None, date(2026, 2, 28))]),
        ("on:2025-12", [Days(date(2025, 12, 1), date(2025, 12, 31))]),
        ("on:2026-03-05", [Days(date(2026, 3, 5), date(2026, 3, 5))]),
        ("since:today until:yesterday", [Days(TODAY, None), Days(None, date(2026, 6, 14))]),
        ("since:30d", [Days(date(2026, 5, 16), None)]),
        ("-on:2026", [Days(date(2026, 1, 1), date(2026, 12, 31), negated=True)]),
        ('account:"joint check"', [Named(Field.ACCOUNT, Phrase(("joint", "check"), whole=True))]),
        ("-category:groceries", [Named(Field.CATEGORY, Phrase(("groceries",)), negated=True)]),
        ("tag:holiday NOTE:tip", [Named(Field.TAG, Phrase(("holiday",))), Named(Field.NOTE, Phrase(("tip",)))]),
        ("state:pending -state:posted", [
            InState(TransactionState.PENDING), InState(TransactionState.POSTED, negated=True),
        ]),
        ("is:pending is:new -IS:removed", [
            InState(TransactionState.PENDING), Flagged(Flag.NEW),
            InState(TransactionState.REMOVED, negated=True),
        ]),
        ('payee:"Blue ""B"" Bottle"', [Exact(Field.PAYEE, 'Blue "B" Bottle')]),
        ('payee:"Blue Bot', [Named(Field.PAYEE, Phrase(("blue", "bot")))]),
        ('-category:"Food, drink",Rent', [OneOf(
            (Exact(Field.CATEGORY, "Food, drink"), Named(Field.CATEGORY, Phrase(("rent",)))), negated=True,
        )]),
        ('-tag:"A"', [Exact(Field.TAG, "A", negated=True)]),
        ("run:7 -command:8", [Numbered(Kind.RUN, 7), Numbered(Kind.COMMAND, 8, negated=True)]),
        ("account:#1,#2,#1", [OneOf((Numbered(Kind.ACCOUNT, 1), Numbered(Kind.ACCOUNT, 2)))]),
        ("account:12", [Named(Field.ACCOUNT, Phrase(("12",)))]),
        ("note:a,b", [Named(Field.NOTE, Phrase(("a", "b")))]),
        ("source:plaid id:3,", [Named(Field.SOURCE, Phrase(("plaid",))), Numbered(Kind.ID, 3)]),
        ("on:this-month on:last-month", [
            Days(date(2026, 6, 1), date(2026, 6, 30)), Days(date(2026, 5, 1), date(2026, 5, 31)),
        ]),
        ("on:last-year since:this-year", [
            Days(date(2025, 1, 1), date(2025, 12, 31)), Days(date(2026, 1, 1), None),
        ]),
        ("is:split -is:hidden", [Flagged(Flag.SPLIT), Flagged(Flag.HIDDEN, negated=True)]),
        ("", []),
    ],
)  # fmt: skip
def test_what_was_typed_is_understood(text: str, terms: list[Term]) -> None:
    assert parse_query(text, TODAY).terms == tuple(terms)


@pytest.mark.parametrize(
    ("text", "terms", "underlined"),
    [
        ("coffee since:soon", [words("coffee")], "since:soon"),
        ("since:2026-02-30", [], "since:2026-02-30"),
        ("since:", [], "since:"),
        ("state:lost tea", [words("tea")], "state:lost"),
        ("is:odd", [], "is:odd"),
        ("account:", [], "account:"),
        ("run:seven", [], "run:seven"),
        ("id:1,x", [Numbered(Kind.ID, 1)], "id:1,x"),
        ("shop:lidl", [words("shop", "lidl")], "shop:lidl"),
        (">twenty", [words("twenty")], ">twenty"),
        (">20abc", [words("20abc")], ">20abc"),
        (">20xyz", [words("20xyz")], ">20xyz"),
        ("tea ***", [words("tea")], "***"),
    ],
)
def test_what_is_not_understood_is_pointed_at(text: str, terms: list[Term], underlined: str) -> None:
    query = parse_query(text, TODAY)
    assert query.terms == tuple(terms)
    assert [text[hint.start : hint.end] for hint in query.hints] == [underlined]


@pytest.mark.parametrize(
    ("text", "exponent", "bounds"),
    [
        (">20", 2, (2001, None)),
        (">=20", 2, (2000, None)),
        ("<5", 2, (0, 499)),
        ("=12.50", 0, (13, 12)),
        (">20", 0, (21, None)),
        (">20.005", 2, (2001, None)),
        ("<20.005", 2, (0, 2000)),
        ("20..50", 3, (20_000, 50_000)),
    ],
)
def test_amounts_are_compared_exactly_in_each_currency(
    text: str, exponent: int, bounds: tuple[int, int | None]
) -> None:
    (term,) = parse_query(text, TODAY).terms
    assert isinstance(term, Amount)
    assert term.bounds(exponent) == bounds


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("cafe mul", "Café Müller", True),
        ("café", "CAFE", True),
        ("caf", "Café", True),
        ('"caf"', "Café", False),
        ('"muller cafe"', "Café Müller", False),
        ("a", None, False),
    ],
)
def test_texts_are_compared_without_case_and_diacritics(typed: str, text: str | None, found: bool) -> None:  # noqa: FBT001
    terms = parse_query(typed, TODAY).terms
    assert all(isinstance(term, Words) and term.phrase.found_in(text) for term in terms) is found


PIECES = st.sampled_from(
    ["-", '"', ">", "<", "=", "..", "+", "20", "12.50", "1,000", "eur", "€", "since:", "until:", "on:", "2026",
     "-01", "-31", "30d", "today", "account:", "category:", "tag:", "note:", "state:", "pending", "is:",
     "payee:", "run:", "#3", ",", '""', "split",
     "coffee", "é", "ß", "#", " ", "  ", "\n", "9999-12", "99999999999999999999"]
)  # fmt: skip
TYPED = st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join)


@settings(max_examples=400)
@given(TYPED)
def test_nothing_that_can_be_typed_raises_and_the_normal_form_means_the_same(text: str) -> None:
    query = parse_query(text, TODAY)
    assert parse_query(str(query), TODAY) == query
    assert all(0 <= hint.start < hint.end <= len(text) and hint.message for hint in query.hints)


def test_each_term_knows_where_it_stands() -> None:
    text = 'coffee  *** payee:"A b",c -is:new'
    query = parse_query(text, TODAY)
    assert [text[first:last] for first, last in query.spans] == ["coffee", 'payee:"A b",c', "-is:new"]
    assert len(query.spans) == len(query.terms)


def test_the_same_question_is_the_same_query() -> None:
    assert parse_query("Coffee  >20", TODAY) == parse_query("coffee >20 since:", TODAY) != Query()
