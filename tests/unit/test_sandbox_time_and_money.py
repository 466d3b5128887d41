"""The bank's clock, its limits, its categories and its currencies."""

from datetime import date
from decimal import Decimal

import pytest

from budgetsync.sandbox.catalog.categories import category_fields, category_tree
from budgetsync.sandbox.clock import second_text, start_minute
from budgetsync.sandbox.faults import PlaidFault
from budgetsync.sandbox.limits import LIMITS, Limiter
from budgetsync.sandbox.money import exponent_of, is_official, minor_units
from budgetsync.sandbox.timepiece import EPOCH, Timepiece, unix


class Computer:
    """A computer's clock that is turned by hand."""

    def __init__(self, now: float = 1_750_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def test_a_stepped_clock_stands_still_between_two_steps() -> None:
    computer = Computer()
    clock = Timepiece(100, source=computer)
    computer.now += 1_000

    assert (clock.now(), clock.runs, clock.wait_for(30)) == (100, False, None)
    assert clock.advance(30) == clock.now() == 130


def test_a_real_clock_follows_the_computer_from_where_it_was_set_ahead() -> None:
    computer = Computer()
    clock = Timepiece(0, real=True, source=computer)
    assert unix(clock.now()) == 1_750_000_000
    clock.advance(86_400)
    computer.now += 5

    assert unix(clock.now()) == 1_750_086_405
    again = Timepiece(clock.now(), real=True, offset=clock.offset, source=computer)
    assert again.now() == clock.now()
    assert again.wait_for(30) == 30
    computer.now -= 3_600
    assert again.now() == clock.now(), "it never runs backwards"


def test_an_accelerated_clock_runs_as_many_times_as_fast() -> None:
    computer = Computer()
    clock = Timepiece(EPOCH, factor=3_600, source=computer)
    computer.now += 2
    assert unix(clock.now()) == 7_200
    clock.advance(60)
    computer.now += 1

    assert unix(clock.now()) == 10_860
    assert clock.wait_for(7_200) == 2


def test_seconds_are_written() -> None:
    assert second_text(start_minute(date(2026, 6, 15)) * 60 + 7) == "2026-06-15T12:00:07Z"


def test_limits_count_the_last_minute_for_items_and_for_the_client() -> None:
    computer = Computer()
    limiter = Limiter(computer)
    for _ in range(LIMITS["/transactions/refresh"].item or 0):
        limiter.admit("/transactions/refresh", "one")
    with pytest.raises(PlaidFault, match="rate limit exceeded") as caught:
        limiter.admit("/transactions/refresh", "one")
    assert (caught.value.code, caught.value.status) == ("TRANSACTIONS_REFRESH_LIMIT", 429)
    for number in range(98):
        limiter.admit("/transactions/refresh", f"other {number}")
    with pytest.raises(PlaidFault):
        limiter.admit("/transactions/refresh", "yet another")
    computer.now += 60
    limiter.admit("/transactions/refresh", "one")
    limiter.admit("/item/webhook/update", "one")


@pytest.mark.parametrize(
    ("detailed", "incoming", "first"),
    [
        ("INCOME_SALARY", True, "INCOME_WAGES"),
        ("FOOD_AND_DRINK_COFFEE", False, "FOOD_AND_DRINK_COFFEE"),
        ("LOAN_DISBURSEMENTS_AUTO", True, "TRANSFER_IN_CASH_ADVANCES_AND_LOANS"),
        ("OTHER_OTHER", True, "TRANSFER_IN_OTHER_TRANSFER_IN"),
        ("OTHER_OTHER", False, "TRANSFER_OUT_OTHER_TRANSFER_OUT"),
    ],
)
def test_categories_of_either_version(detailed: str, first: str, *, incoming: bool) -> None:
    old = category_fields(detailed, "HIGH", "v1", incoming=incoming)
    new = category_fields(detailed, "HIGH", "v2", incoming=incoming)

    assert (old["detailed"], old["version"], new["detailed"], new["version"]) == (first, "v1", detailed, "v2")
    assert str(old["detailed"]).startswith(str(old["primary"]))


def test_the_older_tree_has_no_id_twice() -> None:
    ids = [str(category["category_id"]) for category in category_tree()]

    assert len(set(ids)) == len(ids)
    assert all(len(category_id) == 8 for category_id in ids)


@pytest.mark.parametrize(
    ("currency", "official", "exponent"),
    [("USD", True, 2), ("JPY", True, 0), ("KWD", True, 3), ("BTC", False, 8)],
)
def test_currencies(currency: str, exponent: int, *, official: bool) -> None:
    assert (is_official(currency), exponent_of(currency)) == (official, exponent)
    assert minor_units(Decimal("1.5"), exponent) == (2 if exponent == 0 else 15 * 10 ** (exponent - 1))
