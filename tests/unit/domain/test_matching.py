"""Which rows of two sources are one: what is certain, what is asked about, and what is never joined."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.matching import FreshRow, KnownRow, Signal, match
from tests.unit.domain.builders import PENDING, POSTED, day


def known(number: int, text: str, on: int = 0, minor: int = -450, **changes: Any) -> KnownRow:  # noqa: ANN401 - any field
    row = KnownRow(TransactionId(number), POSTED, minor, "USD", (day(on),), (text,))
    return row._replace(**changes)


def fresh(place: int, text: str, on: int = 0, minor: int = -450, **changes: Any) -> FreshRow:  # noqa: ANN401 - any field
    return FreshRow(place, POSTED, minor, "USD", (day(on),), (text,))._replace(**changes)


def pairs(ours: list[KnownRow], theirs: list[FreshRow]) -> dict[int, int]:
    return {one.place: one.row for one in match(ours, theirs).matches}


def doubts(ours: list[KnownRow], theirs: list[FreshRow]) -> dict[int, tuple[TransactionId, ...]]:
    return {one.place: one.rows for one in match(ours, theirs).doubts}


def test_amount_text_and_day_make_one() -> None:
    found = match([known(1, "Blue Door Cafe")], [fresh(0, "POS 4242 BLUE DOOR CA 99", 1)])

    assert [(one.place, one.row) for one in found.matches] == [(0, 1)]
    assert found.matches[0].signals == (Signal.AMOUNT, Signal.TEXT, Signal.DAY)
    assert found.doubts == []


@pytest.mark.parametrize("changes", [{"minor": 450}, {"minor": -451}, {"currency": "CAD"}])
def test_another_sign_amount_or_currency_is_another_row(changes: dict[str, Any]) -> None:
    assert match([known(1, "Cafe")], [fresh(0, "Cafe", **changes)]).matches == []


def test_two_coffees_of_one_day_are_two() -> None:
    coffees = [known(1, "Blue Door"), known(2, "Blue Door")]

    three = [fresh(place, "BLUE DOOR") for place in range(3)]

    assert sorted(pairs(coffees, three).values()) == [1, 2]
    assert len(pairs(coffees, three[:1])) == len(pairs(coffees[:1], three)) == 1
    assert doubts(coffees, three) == {}


def test_equal_rows_that_were_booked_on_different_days_are_taken_in_their_order() -> None:
    ours = [known(1, "Blue Door", days=(day(0), day(1))), known(2, "Blue Door", days=(day(0), day(2)))]

    assert pairs(ours, [fresh(0, "BLUE DOOR", 2), fresh(1, "BLUE DOOR", 1)]) == {0: 2, 1: 1}


def test_the_day_in_a_text_says_which_purchase_was_booked() -> None:
    ours = [known(1, "Blue Door", -4), known(2, "Blue Door", -1)]

    assert pairs(ours, [fresh(0, f"BLUE DOOR {day(-4):%d.%m}", 0)]) == {0: 1}


def test_an_amount_in_a_text_is_no_day() -> None:
    ours = [known(1, "Blue Door", -1, -1106, days=(date(2026, 6, 12),)), known(2, "Blue Door", 0, -1106)]

    assert pairs(ours, [fresh(0, "BLUE DOOR 11.06", 0, -1106)]) == {0: 2}


def test_a_row_without_a_like_text_is_joined_only_to_the_only_candidate_at_a_usual_distance() -> None:
    assert pairs([known(1, "Cafe")], [fresh(0, "ZV QWRT", 1)]) == {0: 1}
    assert match([known(1, "Cafe")], [fresh(0, "ZV QWRT", 4)]).matches == []


def test_two_shops_with_one_amount_are_asked_about_where_the_text_says_nothing() -> None:
    ours = [known(1, "Cafe"), known(2, "Bakery")]

    assert pairs(ours, [fresh(0, "ZV QWRT")]) == {}
    assert doubts(ours, [fresh(0, "ZV QWRT")]) == {0: (1, 2)}


def test_a_row_that_is_asked_about_is_not_taken_for_its_day_alone() -> None:
    ours = [known(1, "Cafe")]
    theirs = [fresh(0, "CAFE CARD", 0), fresh(1, "CAFE KARTE", 1), fresh(2, "ZV QWRT", 0)]

    assert pairs(ours, theirs) == {}
    assert set(doubts(ours, theirs)) == {0, 1, 2}


def test_a_number_that_both_give_is_worth_more_than_texts() -> None:
    ours = [known(1, "Cheque", references=("1001",)), known(2, "Cheque", references=("1002",))]

    assert pairs(ours, [fresh(0, "CHK", references=("1002",)), fresh(1, "CHK", references=("1001",))]) == {
        0: 2,
        1: 1,
    }


def test_what_one_source_always_calls_so_is_learned_from_rows_that_are_alone() -> None:
    ours = [known(n, "Corner Shop", -40 * n, -1000 - n) for n in range(1, 5)]
    theirs = [fresh(n, "EINKAUF LADEN", -40 * n, -1000 - n) for n in range(1, 5)]
    ours += [known(8, "Corner Shop"), known(9, "Barber", 3)]
    theirs += [fresh(8, "EINKAUF LADEN"), fresh(9, "HAARE SCHNITT", 3)]

    assert pairs(ours, theirs)[8] == 8


def test_a_booking_with_a_tip_is_asked_about_and_not_joined() -> None:
    ours = [known(1, "Noodle Ferry", minor=-2000, state=PENDING)]

    assert pairs(ours, [fresh(0, "NOODLE FERRY", 3, -2360)]) == {}
    assert doubts(ours, [fresh(0, "NOODLE FERRY", 3, -2360)]) == {0: (1,)}
    assert doubts(ours, [fresh(0, "NOODLE FERRY", 3, -4000)]) == {}
    assert doubts(ours, [fresh(0, "NOODLE FERRY", 30, -2360)]) == {}


def test_a_pending_row_of_the_same_amount_is_booked_within_two_weeks() -> None:
    ours = [known(1, "Noodle Ferry", state=PENDING)]

    assert pairs(ours, [fresh(0, "NOODLE FERRY", 9)]) == {0: 1}
    assert pairs(ours, [fresh(0, "NOODLE FERRY", 15)]) == {}


def test_fares_that_are_nearly_all_that_an_account_has_are_still_joined() -> None:
    ours = [known(n, "Metro Fare", n) for n in range(1, 40)]
    theirs = [fresh(n, "METRO FARE", n) for n in range(1, 40)]

    assert pairs(ours, theirs) == {n: n for n in range(1, 40)}


def test_thousands_of_equal_rows_are_one_each() -> None:
    ours = [known(n, "Metro Fare") for n in range(1, 1501)]
    theirs = [fresh(n, "METRO FARE") for n in range(1, 1501)]

    assert len(pairs(ours, theirs)) == 1500


def test_thousands_of_equal_amounts_without_a_like_text_are_asked_about() -> None:
    ours = [known(n, "Metro Fare") for n in range(1, 1202)]
    theirs = [fresh(n, "ZV QWRT") for n in range(1, 1001)]

    assert pairs(ours, theirs) == {}
    assert len(doubts(ours, theirs)) == 1000
