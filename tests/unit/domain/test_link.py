"""Which new connection is one that is there already."""

from __future__ import annotations

import pytest

from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Institution
from budgetsync.domain.link import Connected, LinkedAccount, find_duplicate

BANK, OTHER = Institution("ins_1", "Bank"), Institution("ins_2", "Bank")
CHECKING = LinkedAccount("Checking", "1111", "depository", "checking")
SAVINGS = LinkedAccount("Savings", "2222", "depository", "savings")
CARD = LinkedAccount("Card", "3333", "credit", "credit card")


def connected(number: int, institution: Institution, *accounts: LinkedAccount) -> Connected:
    return Connected(ItemId(number), institution, accounts)


def test_the_connection_with_most_in_common_is_the_one() -> None:
    known = [connected(1, BANK, CARD), connected(2, BANK, CHECKING, SAVINGS)]

    assert find_duplicate(BANK, (CARD, CHECKING, SAVINGS), known) == (2, (CHECKING, SAVINGS))


@pytest.mark.parametrize(
    ("new", "old", "same"),
    [
        (CHECKING, CHECKING, True),
        (CHECKING, SAVINGS, False),
        (CHECKING, LinkedAccount("Joint", "1111", "depository", "checking"), True),  # renamed since
        (
            CHECKING,
            LinkedAccount("Checking", "1111", "depository", None),
            True,
        ),  # a kind that was not told then
        (CHECKING, LinkedAccount("Card", "1111", "credit", "credit card"), False),  # numbers that end alike
        (CHECKING, LinkedAccount("Checking", "4444", "depository", "checking"), False),  # a spouse's own
        (CHECKING, LinkedAccount("Checking", None, "depository", "checking"), True),
        (CHECKING, LinkedAccount("Everyday", None, "depository", "checking"), False),
    ],
)
def test_an_account_is_the_same_by_number_kind_and_name(
    new: LinkedAccount, old: LinkedAccount, *, same: bool
) -> None:
    assert (find_duplicate(BANK, (new,), [connected(1, BANK, old)]) is not None) is same


def test_another_bank_or_one_that_is_not_told_is_no_duplicate() -> None:
    assert find_duplicate(BANK, (CHECKING,), [connected(1, OTHER, CHECKING)]) is None
    assert find_duplicate(None, (CHECKING,), [connected(1, BANK, CHECKING)]) is None
    assert find_duplicate(BANK, (), [connected(1, BANK, CHECKING)]) is None
