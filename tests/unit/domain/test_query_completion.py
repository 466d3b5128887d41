"""Completing a search that is being typed, and changing terms where they stand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.ids import AccountId
from budgetsync.domain.query import Flag, Flagged, parse_query
from budgetsync.domain.query.completion import complete
from budgetsync.domain.query.rewriting import Group, exchange, group_of, without
from budgetsync.domain.query.vocabulary import AccountWord, Vocabulary

TODAY = date(2026, 6, 15)
KNOWN = Vocabulary(
    accounts=(
        AccountWord(AccountId(1), "Joint Checking", "First Bank", "0417", is_unique=True),
        AccountWord(AccountId(2), "Savings", "First Bank", "1111", is_unique=False),
        AccountWord(AccountId(3), "Savings", "Other Bank", None, is_unique=False),
    ),
    categories=("Coffee", "Food and drink", "Groceries"),
    tags=("holiday", "tax 2026"),
    payees=("Blue Bottle Coffee", 'Joe\'s "Best" Diner', "Café Müller"),
    sources=("plaid", "file"),
)


def offered(typed: str, spoken: dict[str, str] | None = None) -> list[str]:
    """What the text would be after each offer, for a cursor that stands at |."""
    position = typed.index("|")
    text = typed.replace("|", "")
    done = complete(text, position, KNOWN, spoken)
    return [text[: done.start] + offer.text + text[done.end :] for offer in done.offers]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("cat|", ["category:"]),
        ("-cate|", ["-category:"]),
        ("tea cof|", ['tea category:"Coffee"', 'tea payee:"Blue Bottle Coffee"']),
        ("category:foo|", ['category:"Food and drink"']),
        ("category:dri| tea", ['category:"Food and drink" tea']),
        ('category:"food a|', ['category:"Food and drink"']),
        ('category:"Coffee",gro|', ['category:"Coffee","Groceries"']),
        ("category:cof|,rent", ['category:"Coffee",rent']),
        ("account:join|", ['account:"joint checking"']),
        ("account:sav|", ["account:#2", "account:#3"]),
        ("account:041|", ['account:"joint checking"']),
        ("account:other|", ["account:#3"]),
        ("payee:caf|", ['payee:"Café Müller"']),
        ("payee:joe|", ['payee:"Joe\'s ""Best"" Diner"']),
        ("tag:t|", ['tag:"tax 2026"']),
        ("source:|", ["source:plaid", "source:file"]),
        ("is:pen|", ["is:pending"]),
        ("-is:rev|", ["-is:reviewed"]),
        ("unca|", ["is:uncategorized"]),
        ("since:to|", ["since:today"]),
        ("on:last|", ["on:last-month", "on:last-year"]),
        ("20|", [">20", "<20", "=20", "-20", "+20"]),
        (">20|", [">20", "<20", "=20", "-20", "+20"]),
        ("coffee |", []),
        ("|", []),
        ("note:co|", []),
        ("***|", []),
    ],
)
def test_what_can_stand_there_is_offered(typed: str, wanted: list[str]) -> None:
    assert offered(typed) == wanted


def test_filters_and_marks_are_found_by_what_a_person_calls_them() -> None:
    spoken = {"category:": "Kategorie", "is:uncategorized": "ohne Kategorie"}
    assert offered("Kateg|", spoken) == ["category:", "is:uncategorized"]


@given(st.text(max_size=20) | st.sampled_from(["account:", "is:", 'payee:"']).flatmap(
    lambda name: st.text(max_size=6).map(name.__add__)
), st.integers(0, 26))  # fmt: skip
def test_offers_fit_into_whatever_was_typed(text: str, at: int) -> None:
    position = min(at, len(text))
    done = complete(text, position, KNOWN)
    assert 0 <= done.start <= position <= done.end <= len(text)


def test_every_name_that_is_offered_means_itself() -> None:
    for field, names in (("category", KNOWN.categories), ("tag", KNOWN.tags), ("payee", KNOWN.payees)):
        for name in names:
            (text,) = [one for one in offered(f"{field}:{name.split()[0]}|") if name.split()[0] in one][:1]
            (term,) = parse_query(text, TODAY).terms
            assert term.text in names  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "group", "new", "wanted"),
    [
        ("coffee  >20 tea", Group.AMOUNT, ["<5"], "coffee <5 tea"),
        ("coffee", Group.DAYS, ["since:2026"], "coffee since:2026"),
        (">20 coffee <50 tea", Group.AMOUNT, ["20..50"], "20..50 coffee tea"),
        ('category:"Food, drink",Rent tea', Group.CATEGORY, [], "tea"),
        ("is:uncategorized tea", Group.CATEGORY, [Flagged(Flag.SPLIT)], "is:split tea"),
        ("since:soon on:2026", Group.DAYS, [], "since:soon"),
        ("", Group.TAG, ["tag:x"], "tag:x"),
    ],
)
def test_terms_are_exchanged_where_they_stand(
    text: str, group: Group, new: list[object], wanted: str
) -> None:
    query = parse_query(text, TODAY)
    assert exchange(text, query, lambda term: group_of(term) is group, new) == wanted


def test_one_term_is_taken_out_and_its_twin_stays() -> None:
    text = "tea >5 tea"
    query = parse_query(text, TODAY)
    assert without(text, query, 2) == "tea >5"
    assert [without(text, query, at) for at in range(3)] == [">5 tea", "tea tea", "tea >5"]
