"""What a batch changes: every pass by example."""

from __future__ import annotations

import pytest

from budgetsync.domain.reconcile import JoinReason, ReconcilePlan, keys_needed, plan
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Observation, ObservationKey
from tests.unit.domain.builders import (
    PENDING,
    POSTED,
    REMOVED,
    batch,
    day,
    inserted,
    joins,
    key,
    known,
    observation,
    page,
    pending,
    stored,
)


def test_an_empty_batch_changes_nothing() -> None:
    assert plan({}, SyncBatch("")) == ReconcilePlan()
    assert plan(known(stored(observation("a"))), batch()) == ReconcilePlan()


def test_new_rows_are_inserted_in_the_order_in_which_they_came() -> None:
    rows = [observation("b"), pending("a"), observation("c")]

    assert plan({}, batch(rows)).inserts == rows


def test_modified_of_an_unknown_id_is_an_insert() -> None:
    assert inserted(plan({}, batch(modified=[observation("a")]))) == ["a"]


def test_removed_of_an_unknown_id_is_nothing() -> None:
    assert plan({}, batch(removed=[key("a")])) == ReconcilePlan()


def test_removed_of_a_removed_one_is_nothing() -> None:
    assert plan(known(stored(observation("a"), state=REMOVED)), batch(removed=[key("a")])) == ReconcilePlan()


def test_the_same_words_again_change_nothing() -> None:
    row = observation("a")

    assert plan(known(stored(row)), batch([row])) == ReconcilePlan()
    assert plan(known(stored(row)), batch(modified=[row._replace(payload=b"other")])) == ReconcilePlan()


@pytest.mark.parametrize(
    "change",
    [
        {"minor": -451},
        {"currency": "EUR"},
        {"merchant": "Tea"},
        {"original_description": "TEA"},
        {"transacted_on": day(1)},
        {"posted_on": day(1)},
        {"state": PENDING},
        {"pending_id": "p"},
        {"provider_category": None},
        {"category_confidence": "LOW"},
    ],
)
def test_any_other_word_under_the_same_id_is_an_update(change: dict[str, object]) -> None:
    row = observation("a")
    before = stored(row)

    decided = plan(known(before), batch(modified=[row._replace(**change)]))  # type: ignore[arg-type]

    assert [(update.stored, update.observation.key) for update in decided.updates] == [(before, row.key)]
    assert decided == ReconcilePlan(updates=decided.updates)


def test_a_removed_row_that_comes_again_is_updated_back_to_life() -> None:
    row = observation("a")

    decided = plan(known(stored(row, state=REMOVED)), batch([row]))

    assert [update.observation for update in decided.updates] == [row]


def test_a_link_joins_whatever_amount_day_and_name_say() -> None:
    before = stored(pending("p"))
    posted = observation("q", minor=-610, on=30, merchant="Petrol", link="p")

    decided = plan(known(before), batch([posted], removed=[key("p")]))

    assert joins(decided) == [("p", "q", JoinReason.LINK)]
    assert decided.removals == [before]
    assert decided.inserts == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_link_joins_on_different_pages_in_any_order(order: tuple[int, int]) -> None:
    pages = [page([observation("q", link="p")]), page(removed=[key("p")])]

    decided = plan(known(stored(pending("p"))), SyncBatch("", [pages[number] for number in order]))

    assert joins(decided) == [("p", "q", JoinReason.LINK)]


def test_a_link_to_a_pending_that_was_removed_before_joins_its_row() -> None:
    decided = plan(known(stored(pending("p"), state=REMOVED)), batch([observation("q", link="p")]))

    assert joins(decided) == [("p", "q", JoinReason.LINK)]


def test_a_link_to_a_pending_never_seen_is_a_row_of_its_own() -> None:
    assert inserted(plan({}, batch([observation("q", link="p")]))) == ["q"]
    assert inserted(plan({}, batch([observation("q", link="q")]))) == ["q"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_both_of_a_pair_in_one_batch_become_one_row(order: tuple[int, int]) -> None:
    pages = [page([pending("p")]), page([observation("q", link="p")])]

    decided = plan({}, SyncBatch("", [pages[number] for number in order]))

    assert inserted(decided) == ["q"]
    assert decided.companions == {key("q"): pending("p")}


def test_a_pair_whose_pending_went_in_the_same_batch_is_the_posted_row() -> None:
    decided = plan(
        {}, SyncBatch("", [page([pending("p"), observation("q", link="p")]), page([], [], [key("p")])])
    )

    assert inserted(decided) == ["q"]
    assert not decided.companions
    assert not decided.removals


def test_a_link_is_looked_for_within_its_account_only() -> None:
    other = stored(pending("p", account="acc-2"))

    decided = plan(known(other), batch([observation("q", link="p")]))

    assert inserted(decided) == ["q"]
    assert not decided.joins


def test_two_links_to_one_pending_are_two_rows() -> None:
    rows = [observation("q1", link="p"), observation("q2", link="p")]

    decided = plan(known(stored(pending("p"))), batch(rows, removed=[key("p")]))

    assert joins(decided) == [("p", "q1", JoinReason.LINK)]
    assert inserted(decided) == ["q2"]


@pytest.mark.parametrize("state", [PENDING, REMOVED])
def test_a_second_link_in_a_later_batch_does_not_overwrite_the_first(state: object) -> None:
    claimed = stored(pending("p"), state=REMOVED if state is REMOVED else PENDING, row_state=POSTED)

    decided = plan(known(claimed), batch([observation("q2", link="p")]))

    assert inserted(decided) == ["q2"]
    assert not decided.joins


def test_a_posted_row_that_is_given_a_new_id_keeps_its_row_by_the_link() -> None:
    claimed = stored(pending("p"), number=1, state=REMOVED, row_state=POSTED)
    first = stored(observation("q1", link="p"), number=2, transaction=1)

    decided = plan(known(claimed, first), batch([observation("q2", link="p")], removed=[key("q1")]))

    assert joins(decided) == [("p", "q2", JoinReason.LINK)]
    assert decided.removals == [first]


def test_a_pending_that_vanished_and_a_new_row_of_its_exact_amount_are_one() -> None:
    decided = plan(known(stored(pending("p"))), batch([observation("q", on=3)], removed=[key("p")]))

    assert joins(decided) == [("p", "q", JoinReason.VANISHED_PENDING)]
    assert decided.inserts == []


@pytest.mark.parametrize(
    "row",
    [
        observation("q", minor=-451)._replace(merchant="Books", original_description="BOOKS"),
        observation("q", currency="EUR"),
        observation("q", account="acc-2"),
        observation("q", on=15),
        observation("q", on=-2),
        observation("q", link="another"),
        pending("q"),
    ],
)
def test_a_vanished_pending_is_not_joined_to_another_purchase(row: Observation) -> None:
    before = stored(pending("p"))

    decided = plan(known(before), batch([row], removed=[key("p")]))

    assert not decided.joins
    assert decided.inserts == [row]
    assert decided.removals == [before]


@pytest.mark.parametrize("on", [-1, 0, 14])
def test_a_vanished_pending_may_take_a_fortnight(on: int) -> None:
    decided = plan(known(stored(pending("p"))), batch([observation("q", on=on)], removed=[key("p")]))

    assert joins(decided) == [("p", "q", JoinReason.VANISHED_PENDING)]


def test_a_pending_that_is_still_there_is_joined_by_nothing_but_a_link() -> None:
    decided = plan(known(stored(pending("p"))), batch([observation("q")]))

    assert inserted(decided) == ["q"]
    assert not decided.joins


def test_a_posted_row_that_is_taken_back_and_given_again_is_the_same_row() -> None:
    decided = plan(known(stored(observation("q1"))), batch([observation("q2")], removed=[key("q1")]))

    assert inserted(decided) == []
    assert joins(decided) == [("q1", "q2", JoinReason.READDED)]
    assert len(decided.removals) == 1


def test_a_posted_row_that_vanished_is_not_joined_to_another_days() -> None:
    decided = plan(known(stored(observation("q1"))), batch([observation("q2", on=9)], removed=[key("q1")]))

    assert inserted(decided) == ["q2"]
    assert len(decided.removals) == 1


def test_a_vanished_pending_whose_row_has_posted_already_is_not_joined_again() -> None:
    posted_already = stored(pending("p"), row_state=POSTED)

    decided = plan(known(posted_already), batch([observation("q2")], removed=[key("p")]))

    assert inserted(decided) == ["q2"]
    assert not decided.joins


def test_two_equal_coffees_stay_two() -> None:
    before = [stored(pending(f"p{number}"), number=number) for number in (1, 2)]
    rows = [observation("q1"), observation("q2")]

    decided = plan(known(*before), batch(rows, removed=[key("p1"), key("p2")]))

    assert sorted(joins(decided)) == [
        ("p1", "q1", JoinReason.VANISHED_PENDING),
        ("p2", "q2", JoinReason.VANISHED_PENDING),
    ]
    assert decided.inserts == []
    assert inserted(plan({}, batch(rows))) == ["q1", "q2"]


def test_one_coffee_of_two_that_posts_leaves_the_other() -> None:
    before = [stored(pending(f"p{number}"), number=number) for number in (1, 2)]

    decided = plan(known(*before), batch([observation("q1")], removed=[key("p1")]))

    assert joins(decided) == [("p1", "q1", JoinReason.VANISHED_PENDING)]
    assert [gone.source_transaction_id for gone in decided.removals] == ["p1"]


def test_the_nearest_day_wins_over_the_first_to_come() -> None:
    before = [stored(pending("far", on=-9), number=1), stored(pending("near", on=-1), number=2)]

    decided = plan(known(*before), batch([observation("q")], removed=[key("far"), key("near")]))

    assert joins(decided) == [("near", "q", JoinReason.VANISHED_PENDING)]


def test_a_link_goes_before_the_likely() -> None:
    before = stored(pending("p"))
    rows = [observation("other"), observation("q", minor=-900, link="p")]

    decided = plan(known(before), batch(rows, removed=[key("p")]))

    assert joins(decided) == [("p", "q", JoinReason.LINK)]
    assert inserted(decided) == ["other"]


def test_keys_needed_are_ids_links_and_removals() -> None:
    rows = [observation("q", link="p", account="acc-2"), pending("n")]

    needed = keys_needed([page(rows, [observation("m")], [key("r")])])

    assert needed == {key("q", "acc-2"), ObservationKey("acc-2", "p"), key("n"), key("m"), key("r")}


def test_ids_are_case_sensitive() -> None:
    decided = plan(known(stored(observation("abc"))), batch([observation("aBc")], removed=[key("ABC")]))

    assert inserted(decided) == ["aBc"]
    assert not decided.removals
