"""What holds for any bank: nothing twice, nothing lost, and pages do not matter."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from budgetsync.domain.reconcile import JoinReason, ReconcilePlan
from tests.unit.domain.builders import POSTED, REMOVED
from tests.unit.domain.ledger_model import Ledger, Loop, histories, shape


@given(histories())
def test_a_batch_applied_twice_equals_once(loops: list[Loop]) -> None:
    ledger = Ledger()
    for loop in loops:
        ledger.sync(loop.whole())
        rows, kept = dict(ledger.rows), dict(ledger.kept)

        assert ledger.sync(loop.whole()) == ReconcilePlan()
        assert (ledger.rows, ledger.kept) == (rows, kept)


@given(histories(), st.data())
@settings(max_examples=150)
def test_any_cut_into_pages_gives_the_same_plan(loops: list[Loop], data: st.DataObject) -> None:
    ledger = Ledger()
    for loop in loops:
        assert shape(ledger.plan(loop.cut(data.draw))) == shape(ledger.plan(loop.whole()))
        ledger.sync(loop.whole())


@given(histories())
@settings(max_examples=250)
def test_no_row_is_lost_and_none_stands_for_two(loops: list[Loop]) -> None:
    ledger = Ledger()
    alive: set[str] = set()
    for loop in loops:
        ledger.sync(loop.whole())
        alive |= {row.source_transaction_id for row in (*loop.added, *loop.modified)}
        alive -= {gone.source_transaction_id for gone in loop.removed}

        living = [one for one in ledger.kept.values() if one.state is not REMOVED]
        posted = Counter(one.transaction_id for one in living if one.state is POSTED)
        assert {one.source_transaction_id for one in living} == alive
        assert [row for row, count in posted.items() if count > 1] == []
        assert all(ledger.rows[row] is POSTED for row in posted)
        for row, state in ledger.rows.items():
            assert (state is REMOVED) == (not ledger.living(row))


@given(histories())
def test_no_pending_is_claimed_twice_in_one_plan_and_guesses_are_exact(loops: list[Loop]) -> None:
    ledger = Ledger()
    for loop in loops:
        decided = ledger.sync(loop.whole())

        claimed = [join.stored.key for join in decided.joins]
        claimed += [companion.key for companion in decided.companions.values()]
        assert len(claimed) == len(set(claimed))
        for join in decided.joins:
            if join.reason is JoinReason.VANISHED_PENDING:
                assert join.stored.key in loop.removed
                assert join.stored.minor == join.observation.minor
            else:
                assert join.observation.pending_id == join.stored.source_transaction_id
