"""How like two rows are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.likeness import Agreement, Aspect, Sketch, compare, likeliest
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Transaction, TransactionState

DAY = date(2026, 6, 15)
SAME, NEAR, OTHER = Agreement.SAME, Agreement.NEAR, Agreement.OTHER


def row(**changes: object) -> Transaction:
    base = Transaction(
        id=TransactionId(1),
        account_id=AccountId(1),
        account_name="Checking",
        state=TransactionState.POSTED,
        amount=Money(-4_000, "USD"),
        transacted_on=DAY,
        posted_on=DAY,
        merchant="Green Market",
        payee=None,
        original_description="POS GREEN MARKET 0042",
        category="Groceries",
        category_source=None,
        note=None,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("aspect", "changes", "agreement"),
    [
        (Aspect.AMOUNT, {}, SAME),
        (Aspect.AMOUNT, {"amount": Money(-4_800, "USD")}, NEAR),
        (Aspect.AMOUNT, {"amount": Money(-8_000, "USD")}, OTHER),
        (Aspect.AMOUNT, {"amount": Money(4_000, "USD")}, OTHER),
        (Aspect.AMOUNT, {"amount": Money(-4_000, "EUR")}, OTHER),
        (Aspect.DAY, {"transacted_on": DAY + timedelta(days=5)}, NEAR),
        (Aspect.DAY, {"transacted_on": DAY - timedelta(days=6)}, OTHER),
        (Aspect.NAME, {"payee": "green market"}, SAME),
        (Aspect.NAME, {"merchant": "Market Hall"}, NEAR),
        (Aspect.NAME, {"merchant": "Cinema", "original_description": "CINEMA"}, OTHER),
        (Aspect.ACCOUNT, {"account_id": AccountId(2)}, OTHER),
        (Aspect.STATE, {"state": TransactionState.PENDING}, NEAR),
        (Aspect.CATEGORY, {"category": "Food"}, OTHER),
    ],
)
def test_each_aspect_is_compared(aspect: Aspect, changes: dict[str, object], agreement: Agreement) -> None:
    assert compare(row(), row(id=TransactionId(2), **changes)).of(aspect) is agreement


def test_of_a_transfer_opposite_amounts_and_two_accounts_agree() -> None:
    other = row(id=TransactionId(2), amount=Money(4_000, "USD"), account_id=AccountId(2))
    likeness = compare(row(), other, as_transfer=True)
    assert [likeness.of(one) for one in (Aspect.AMOUNT, Aspect.ACCOUNT, Aspect.DAY)] == [SAME, SAME, SAME]
    euros = replace(other, amount=Money(3_600, "EUR"))
    assert compare(row(), euros, as_transfer=True).of(Aspect.AMOUNT) is NEAR
    assert compare(row(), euros, as_transfer=True).apart is None


def test_it_is_said_by_how_much_they_differ() -> None:
    likeness = compare(row(), row(amount=Money(-4_800, "USD"), transacted_on=DAY + timedelta(days=2)))
    assert (likeness.apart, likeness.days) == (Money(800, "USD"), 2)


def test_the_likeliest_have_the_same_amount_and_the_nearest_day() -> None:
    others = [
        Sketch(TransactionId(2), -4_000, DAY + timedelta(days=9)),
        Sketch(TransactionId(3), -4_100, DAY),
        Sketch(TransactionId(4), -4_000, DAY + timedelta(days=1)),
        Sketch(TransactionId(5), 4_000, DAY),
        Sketch(TransactionId(6), -9_000, DAY),
        Sketch(TransactionId(1), -4_000, DAY),
    ]
    assert likeliest(Sketch(TransactionId(1), -4_000, DAY), others, 3) == [4, 2, 3]
