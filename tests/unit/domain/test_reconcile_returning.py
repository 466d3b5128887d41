"""Rows that change, vanish and come back: other amounts, other ids, implausible removals, new connections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from budgetsync.domain.errors import PayloadError
from budgetsync.domain.item import History
from budgetsync.domain.reconcile import Around, JoinReason, ReconcilePlan, plan
from budgetsync.domain.sync import RowProblem, SyncBatch
from budgetsync.domain.transaction import Observation, ObservationKey, StoredObservation
from tests.unit.domain.builders import (
    ACCOUNT,
    POSTED,
    REMOVED,
    batch,
    inserted,
    joins,
    key,
    known,
    observation,
    page,
    pending,
    stored,
)


def tombstone(row: Observation, number: int = 1) -> StoredObservation:
    return stored(row, number=number, state=REMOVED)


def gone(*names: str) -> list[ObservationKey]:
    return [key(name) for name in names]


class TestAnotherAmount:
    def test_the_only_candidate_at_the_same_merchant_is_joined(self) -> None:
        hold = stored(pending("p", minor=-4000))

        decided = plan(known(hold), batch([observation("q", minor=-4720, on=2)], removed=gone("p")))

        assert joins(decided) == [("p", "q", JoinReason.CHANGED_AMOUNT)]
        assert decided.suggestions == []

    def test_it_is_not_the_only_one_while_a_row_could_not_be_read(self) -> None:
        hold = stored(pending("p", minor=-4000))
        told = batch([observation("q", minor=-4720, on=2)], removed=gone("p"))
        told.pages[0].problems.append(RowProblem("r", "account", PayloadError("unreadable")))

        decided = plan(known(hold), told)

        assert joins(decided) == []
        assert [(one.stored.key, one.observation.key) for one in decided.suggestions] == [
            (key("p"), key("q"))
        ]

    @pytest.mark.parametrize(
        "row",
        [
            observation("q", minor=-4720, merchant="Cinema"),
            observation("q", minor=4720),
            observation("q", minor=-4720, on=15),
            observation("q", minor=-4720, on=-2),
            observation("q", minor=-4720, currency="EUR"),
            observation("q", minor=-4720, account="acc-2"),
            observation("q", minor=-4720, link="another"),
            pending("q", minor=-4720),
        ],
        ids=["merchant", "sign", "late", "early", "currency", "account", "link", "pending"],
    )
    def test_what_is_no_candidate(self, row: Observation) -> None:
        hold = stored(pending("p", minor=-4000))

        decided = plan(known(hold), batch([row], removed=gone("p")))

        assert (joins(decided), decided.suggestions) == ([], [])
        assert inserted(decided) == ["q"]

    def test_two_candidates_are_suggested_and_both_stay_rows(self) -> None:
        hold = stored(pending("p", minor=-4000))
        rows = [observation("q", minor=-4100), observation("r", minor=-4900)]

        decided = plan(known(hold), batch(rows, removed=gone("p")))

        assert joins(decided) == []
        assert inserted(decided) == ["q", "r"]
        offered = [(one.stored.key, one.observation.source_transaction_id) for one in decided.suggestions]
        assert offered == [(key("p"), "q"), (key("p"), "r")]

    def test_two_pendings_and_one_row_are_suggested(self) -> None:
        holds = [stored(pending("p", minor=-4000)), stored(pending("o", minor=-4100), number=2)]

        decided = plan(known(*holds), batch([observation("q", minor=-4500)], removed=gone("p", "o")))

        assert joins(decided) == []
        assert len(decided.suggestions) == 2

    def test_the_exact_amount_goes_before_another(self) -> None:
        holds = [stored(pending("p", minor=-4000)), stored(pending("o", minor=-4100), number=2)]
        rows = [observation("q", minor=-4100), observation("r", minor=-4500)]

        decided = plan(known(*holds), batch(rows, removed=gone("p", "o")))

        assert set(joins(decided)) == {
            ("o", "q", JoinReason.VANISHED_PENDING),
            ("p", "r", JoinReason.CHANGED_AMOUNT),
        }

    def test_a_pending_that_did_not_vanish_is_no_candidate(self) -> None:
        hold = stored(pending("p", minor=-4000))

        decided = plan(known(hold), batch([observation("q", minor=-4720)]))

        assert (joins(decided), decided.suggestions) == ([], [])


class TestGivenAgain:
    def test_the_same_amount_day_and_text_is_the_same_row(self) -> None:
        around = Around(taken_back=[tombstone(observation("a"))])

        assert joins(plan({}, batch([observation("b")]), around)) == [("a", "b", JoinReason.READDED)]

    @pytest.mark.parametrize(
        "row", [observation("b", minor=-451), observation("b", on=1), observation("b", account="acc-2")]
    )
    def test_another_amount_day_or_account_is_another_row(self, row: Observation) -> None:
        around = Around(taken_back=[tombstone(observation("a"))])

        assert inserted(plan({}, batch([row]), around)) == ["b"]

    def test_equal_rows_are_counted(self) -> None:
        around = Around(taken_back=[tombstone(observation("a")), tombstone(observation("b"), 2)])
        rows = [observation("c"), observation("d"), observation("e")]

        decided = plan({}, batch(rows), around)

        assert joins(decided) == [("a", "c", JoinReason.READDED), ("b", "d", JoinReason.READDED)]
        assert inserted(decided) == ["e"]

    def test_another_text_is_enough_where_nothing_else_has_amount_and_day(self) -> None:
        around = Around(taken_back=[tombstone(observation("a"))])

        assert joins(plan({}, batch([observation("b", merchant="Coffee Ltd")]), around)) == [
            ("a", "b", JoinReason.READDED)
        ]

    def test_as_many_equal_ones_with_another_text_are_the_same_rows(self) -> None:
        around = Around(taken_back=[tombstone(observation("a")), tombstone(observation("b"), 2)])
        renamed = [observation("c", merchant="Coffee Ltd"), observation("d", merchant="Coffee Ltd")]

        assert len(plan({}, batch(renamed), around).joins) == 2

    def test_two_different_texts_for_one_lost_row_are_not_guessed(self) -> None:
        around = Around(taken_back=[tombstone(observation("a"))])
        rows = [observation("b", merchant="Tea"), observation("c", merchant="Cake")]

        assert joins(plan({}, batch(rows), around)) == []

    def test_a_row_named_twice_is_claimed_once(self) -> None:
        lost = stored(observation("a"))
        around = Around(taken_back=[lost])

        decided = plan(known(lost), batch([observation("b"), observation("c")], removed=gone("a")), around)

        assert joins(decided) == [("a", "b", JoinReason.READDED)]
        assert inserted(decided) == ["c"]

    def test_the_row_of_an_id_that_came_back_is_not_given_to_another(self) -> None:
        back = tombstone(observation("a"))

        decided = plan(known(back), batch([observation("a"), observation("b")]), Around(taken_back=[back]))

        assert joins(decided) == []
        assert [update.stored for update in decided.updates] == [back]
        assert inserted(decided) == ["b"]

    def test_an_id_that_comes_back_when_another_took_its_place_is_a_row_of_its_own(self) -> None:
        back = stored(observation("a"), state=REMOVED, row_state=POSTED)
        around = Around(occupied={back.id: key("b")})

        decided = plan(known(back), batch([observation("a")]), around)
        moved = plan(known(back), batch([observation("a")], removed=gone("b")), around)

        assert [update.stored for update in decided.returned] == [back]
        assert decided.updates == []
        assert moved.returned == []
        assert [update.stored for update in moved.updates] == [back]

    def test_a_posting_called_back_whose_pending_lives_is_not_looked_for(self) -> None:
        early = stored(observation("q", link="p"))
        around = Around(pendings={early.id: key("p")})

        decided = plan(known(early), batch([observation("r")], removed=gone("q")), around)

        assert joins(decided) == []
        assert inserted(decided) == ["r"]


class TestMassRemoval:
    @pytest.mark.parametrize(
        ("live", "lost", "held"), [(100, 50, 0), (100, 51, 51), (500, 100, 0), (500, 101, 101)]
    )
    def test_more_than_fifty_and_a_fifth_are_held(self, live: int, lost: int, held: int) -> None:
        rows = [stored(observation(f"a{number}"), number=number) for number in range(1, lost + 1)]
        removed = [row.key for row in rows]

        decided = plan(known(*rows), batch(removed=removed), Around(live_rows={ACCOUNT: live}))

        assert (len(decided.held), len(decided.removals)) == (held, lost - held)

    def test_the_accounts_are_counted_each_for_itself(self) -> None:
        rows = [
            stored(observation(f"a{number}", account=f"acc-{number % 2}"), number=number)
            for number in range(1, 101)
        ]

        assert plan(known(*rows), batch(removed=[row.key for row in rows])).held == []

    def test_rows_given_again_are_no_loss(self) -> None:
        rows = [stored(observation(f"a{number}", on=-number), number=number) for number in range(1, 81)]
        again = [observation(f"b{number}", on=-number) for number in range(1, 41)]

        decided = plan(known(*rows), batch(again, removed=[row.key for row in rows]))

        assert len(decided.joins) == 40
        assert decided.held == []

    def test_pendings_of_rows_that_have_posted_are_no_loss(self) -> None:
        rows = [stored(pending(f"p{number}"), number=number, row_state=POSTED) for number in range(1, 81)]

        assert plan(known(*rows), batch(removed=[row.key for row in rows])).held == []

    def test_a_held_one_that_is_told_again_is_no_longer_to_review(self) -> None:
        row = stored(observation("a"))

        decided = plan(known(row), batch([observation("a")]), Around(held={row.id}))

        assert decided.confirmed == [row]
        assert plan(known(row), batch([observation("a")])).confirmed == []


class TestRelinked:
    @staticmethod
    def relink(
        older: list[StoredObservation], rows: list[Observation], history: History = History.COMPLETE
    ) -> ReconcilePlan:
        told = SyncBatch("", [replace(page(rows), history=history)])
        return plan({}, told, Around(relinked={ACCOUNT: older}))

    def test_the_same_rows_under_new_ids_are_joined_each_once(self) -> None:
        older = [stored(observation("a")), stored(observation("b"), number=2)]

        decided = self.relink(older, [observation("c"), observation("d"), observation("e")])

        assert len(decided.joins) == 2
        assert inserted(decided) == ["e"]

    def test_a_shifted_day_and_a_pending_that_posted_meanwhile_are_the_same(self) -> None:
        older = [stored(observation("a")), stored(pending("p", minor=-900), number=2)]

        decided = self.relink(older, [observation("b", on=2), observation("q", minor=-900, on=4, link="x")])

        assert {(one, other) for one, other, _ in joins(decided)} == {("a", "b"), ("p", "q")}

    def test_a_tip_in_between_is_found_though_links_say_nothing(self) -> None:
        decided = self.relink([stored(pending("p"))], [observation("q", minor=-520, on=1, link="unknown")])

        assert joins(decided) == [("p", "q", JoinReason.CHANGED_AMOUNT)]

    def test_a_pending_and_its_posted_side_are_one_row(self) -> None:
        older = [
            stored(pending("p"), number=1, transaction=7, row_state=POSTED),
            stored(observation("q", link="p"), number=2, transaction=7),
        ]

        decided = self.relink(older, [observation("r"), observation("s")])

        assert len(decided.joins) == 1
        assert len(decided.inserts) == 1
        assert [one.source_transaction_id for one in decided.removals] == ["p"]

    def test_posted_rows_go_to_posted_ones_and_pendings_to_pendings(self) -> None:
        older = [stored(pending("p")), stored(observation("a"), number=2)]

        decided = self.relink(older, [observation("b"), pending("q")])

        assert {(one, other) for one, other, _ in joins(decided)} == {("p", "q"), ("a", "b")}

    def test_until_rows_come_no_pending_is_over(self) -> None:
        older = [stored(pending("p"))]

        assert self.relink(older, [], History.NOT_READY).removals == []
        assert self.relink(older, [observation("x", minor=1)], History.INITIAL).removals == older

    def test_posted_rows_that_the_bank_no_longer_tells_are_held_within_its_history(self) -> None:
        older = [stored(observation("a", minor=-1, on=-100)), stored(observation("b", minor=-2), number=2)]
        rows = [observation("c", minor=-3, on=-60)]

        assert self.relink(older, rows, History.INITIAL).held == []
        assert [one.source_transaction_id for one in self.relink(older, rows).held] == ["b"]
