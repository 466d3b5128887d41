"""A batch in one commit: rows, observations, audit, balances, cursor, run and queue entry."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetsync.domain.events import LISTED_CHANGES
from budgetsync.domain.sync import Counts, SyncBatch
from budgetsync.store.writer import CHUNK
from tests.unit.domain.builders import REMOVED, batch, day, key, observation, page, pending, snapshot
from tests.unit.domain.ledger_model import Ledger, Loop, histories
from tests.unit.store.ledger_file import Cell, LedgerFile


class Boom(Exception):  # noqa: N818
    """What ends an apply in the middle."""


def audit(ledger: LedgerFile, transaction: int = 1) -> list[tuple[Cell, ...]]:
    return ledger.rows(
        "SELECT field, old, new, source FROM change WHERE transaction_id = ? ORDER BY id", transaction
    )


def last_run(ledger: LedgerFile) -> tuple[Cell, ...]:
    return ledger.rows("SELECT state, added, modified, removed FROM sync_run ORDER BY id DESC LIMIT 1")[0]


def test_the_first_batch_writes_everything_at_once(ledger: LedgerFile) -> None:
    rows = [observation("a"), pending("b", minor=-1)]

    finished = ledger.sync(SyncBatch("", [page(rows, cursor="c9")]))

    assert ledger.ledger == [(-450, "POSTED", "Coffee"), (-1, "PENDING", "Coffee")]
    assert ledger.rows("SELECT source_transaction_id, state, joined_by FROM observation ORDER BY id") == [
        ("a", "POSTED", None),
        ("b", "PENDING", None),
    ]
    assert audit(ledger) == [("*", None, None, "PROVIDER")]
    assert ledger.rows("SELECT cursor, status, history FROM item") == [("c9", "HEALTHY", "COMPLETE")]
    assert last_run(ledger) == ("SUCCEEDED", 2, 0, 0)
    assert ledger.cell("SELECT count(*) FROM queue WHERE ended_at IS NULL") == 0
    assert ledger.rows("SELECT current, available FROM balance") == [(100_00, 90_00)]
    assert finished.change.counts == Counts(added=2)
    assert (finished.change.complete, finished.change.transactions, finished.problems) == (True, (1, 2), 0)


def test_the_same_batch_again_adds_nothing(ledger: LedgerFile) -> None:
    news = batch([observation("a"), pending("b")])
    ledger.sync(news)
    tables = ("transaction", "observation", "change", "account", "source_account")
    before = {name: ledger.contents()[name] for name in tables}

    finished = ledger.sync(news)

    assert {name: ledger.contents()[name] for name in tables} == before
    assert finished.change.counts == Counts()
    assert finished.change.accounts == frozenset()
    assert last_run(ledger) == ("SUCCEEDED", 0, 0, 0)


def test_a_pending_that_posts_is_one_modified_row_with_two_observations(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))

    finished = ledger.sync(batch([observation("q", minor=-520, on=2, link="p")], removed=[key("p")]))

    assert finished.change.counts == Counts(modified=1)
    assert ledger.ledger == [(-520, "POSTED", "Coffee")]
    assert ledger.rows("SELECT source_transaction_id, state, joined_by FROM observation ORDER BY id") == [
        ("p", "REMOVED", None),
        ("q", "POSTED", "LINK"),
    ]
    assert {(field, old, new) for field, old, new, _ in audit(ledger)} == {
        ("*", None, None),
        ("joined", None, "LINK:2"),
        ("state", "PENDING", "POSTED"),
        ("amount", "-450", "-520"),
        ("transacted_on", str(day(0)), str(day(2))),
        ("posted_on", None, str(day(2))),
    }


def test_a_pending_that_changes_and_posts_in_one_batch_has_posted(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))

    finished = ledger.sync(
        batch([observation("q", minor=-700, link="p")], modified=[pending("p", minor=-600)])
    )

    assert ledger.ledger == [(-700, "POSTED", "Coffee")]
    assert finished.change.counts == Counts(modified=1)


def test_both_of_a_pair_in_one_batch_are_one_row(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p"), observation("q", link="p")]))
    assert ledger.ledger == [(-450, "POSTED", "Coffee")]
    assert ledger.cell("SELECT count(*) FROM observation") == 2

    ledger.sync(batch(removed=[key("p")]))
    assert ledger.ledger == [(-450, "POSTED", "Coffee")]

    ledger.sync(batch(removed=[key("q")]))
    assert ledger.ledger == []


def test_a_removed_row_is_kept_out_of_totals_and_comes_back_when_the_bank_says_so(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    assert ledger.sync(batch(removed=[key("a")])).change.counts == Counts(removed=1)
    assert ledger.ledger == []
    assert ledger.cell('SELECT state FROM "transaction"') == "REMOVED"

    assert ledger.sync(batch([observation("a")])).change.counts == Counts(added=1)

    assert ledger.ledger == [(-450, "POSTED", "Coffee")]
    assert [(old, new) for field, old, new, _ in audit(ledger) if field == "state"] == [
        ("POSTED", "REMOVED"),
        ("REMOVED", "POSTED"),
    ]


def test_a_late_word_on_a_pending_does_not_undo_its_posting(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(batch([observation("q", link="p")]))

    ledger.sync(batch(modified=[pending("p", minor=-1)]))

    assert ledger.ledger == [(-450, "POSTED", "Coffee")]


def test_modified_rows_are_audited_field_by_field(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))

    ledger.sync(batch(modified=[observation("a", minor=-500, merchant="Café ☕")]))

    assert audit(ledger)[1:] == [
        ("amount", "-450", "-500", "PROVIDER"),
        ("merchant", "Coffee", "Café ☕", "PROVIDER"),
        ("original_description", "COFFEE", "CAFÉ ☕", "PROVIDER"),
    ]


@pytest.mark.parametrize("field", ["payee", "note", "category"])
def test_what_the_user_typed_survives_posting_and_modification(ledger: LedgerFile, field: str) -> None:
    ledger.sync(batch([pending("p")]))
    look = 'SELECT payee, note, category_id FROM "transaction"'
    ledger.edit(1, field, "Mine")
    typed = ledger.rows(look)

    ledger.sync(batch([observation("q", minor=-500, link="p", merchant="Other")], removed=[key("p")]))
    ledger.sync(batch(modified=[observation("q", minor=-510, link="p", merchant="Another")]))

    assert typed[0].count(None) == 2
    assert ledger.rows(look) == typed
    assert ledger.ledger == [(-510, "POSTED", "Another")]
    assert ledger.rows("SELECT field, source FROM field_choice") == [(field, "USER")]


def test_an_edit_made_during_the_fetch_survives_the_apply(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    fetched = batch([observation("q", link="p")], removed=[key("p")])

    ledger.edit(1, "note", "typed meanwhile")
    ledger.sync(fetched)

    assert ledger.rows('SELECT note, state FROM "transaction"') == [("typed meanwhile", "POSTED")]


def test_a_failure_in_the_middle_takes_the_whole_batch_back(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), pending("p")]))
    rows = [observation(f"n{number}") for number in range(CHUNK + 5)]
    first = page(rows, [observation("a", minor=-1)], cursor="c2")
    second = page([observation("q", link="p")], removed=[key("p")], cursor="c3")
    news = SyncBatch("c1", [first, second])
    calls: list[int] = []
    last_call = len(range(0, CHUNK + 5, CHUNK)) + 3

    def stop(written: int) -> None:
        calls.append(written)
        if len(calls) == stop_at:
            raise Boom

    for stop_at in range(1, last_call + 1):
        calls.clear()
        before = ledger.contents()
        with pytest.raises(Boom):
            ledger.sync(news, stop)
        after = ledger.contents()
        changed = {name for name in before if before[name] != after[name]}
        assert changed <= {"sync_run", "queue"}, stop_at

    ledger.sync(news)
    assert len(ledger.ledger) == CHUNK + 7
    assert ledger.cell("SELECT cursor FROM item") == "c3"


def test_progress_counts_up_to_every_row(ledger: LedgerFile) -> None:
    written: list[int] = []

    ledger.sync(batch([observation(f"a{number}") for number in range(CHUNK + 1)]), written.append)

    assert written == [CHUNK, CHUNK + 1]


def test_a_large_batch_is_told_without_listing_its_rows(ledger: LedgerFile) -> None:
    small = ledger.sync(batch([observation(f"a{number}") for number in range(LISTED_CHANGES)]))
    large = ledger.sync(batch([observation(f"b{number}") for number in range(LISTED_CHANGES + 1)]))

    assert len(small.change.transactions) == LISTED_CHANGES
    assert small.change.complete
    assert (large.change.transactions, large.change.complete) == ((), False)
    assert large.change.counts == Counts(added=LISTED_CHANGES + 1)


def test_an_empty_cursor_never_replaces_a_good_one(ledger: LedgerFile) -> None:
    ledger.sync(SyncBatch("", [page([observation("a")], cursor="good")]))
    ledger.sync(SyncBatch("good", [page(cursor="")]))

    assert ledger.cell("SELECT cursor FROM item") == "good"


def test_balances_are_kept_when_they_change_and_confirmed_when_not(ledger: LedgerFile) -> None:
    for current in (100_00, 100_00, 80_00):
        ledger.sync(SyncBatch("", [page(accounts=[snapshot(current=current)])]))

    rows = ledger.rows("SELECT current, read_at FROM balance ORDER BY id")
    assert [current for current, _ in rows] == [100_00, 80_00]
    assert rows[0][1] < rows[1][1]  # type: ignore[operator]


def test_counts_are_kept_for_each_account(ledger: LedgerFile) -> None:
    accounts = [snapshot(), snapshot("acc-2", name="Card")]
    rows = [observation("a"), observation("b", account="acc-2"), observation("c", account="acc-2")]

    ledger.sync(SyncBatch("", [page(rows, accounts=accounts)]))

    assert ledger.rows("SELECT account_id, added FROM sync_run_account ORDER BY account_id") == [
        (1, 1),
        (2, 2),
    ]


def test_the_same_id_in_two_accounts_is_two_rows(ledger: LedgerFile) -> None:
    accounts = [snapshot(), snapshot("acc-2")]
    rows = [observation("same"), observation("same", account="acc-2"), observation("SAME")]

    ledger.sync(SyncBatch("", [page(rows, accounts=accounts)]))

    assert len(ledger.ledger) == 3


def test_texts_of_any_kind_come_back(ledger: LedgerFile) -> None:
    text = "naïve ☕ \x00 'quote\" \u202e 日本"

    ledger.sync(batch([observation("a", merchant=text)]))

    assert ledger.ledger == [(-450, "POSTED", text)]


@given(histories(loops=3), st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_file_follows_the_model_whatever_the_bank_tells(
    tmp_path_factory: pytest.TempPathFactory, loops: list[Loop], data: st.DataObject
) -> None:
    model = Ledger()
    with closing(LedgerFile(tmp_path_factory.mktemp("ledger"))) as ledger:
        for loop in loops:
            for _ in range(data.draw(st.integers(1, 2))):
                ledger.sync(loop.cut(data.draw))
            model.sync(loop.whole())
        rows = ledger.rows(
            "SELECT source_transaction_id, o.state, t.state, t.amount FROM observation o "
            'JOIN "transaction" t ON t.id = o.transaction_id'
        )
        living = ledger.ledger

    states = {
        (one.source_transaction_id, one.state.value, model.rows[one.transaction_id].value)
        for one in model.kept.values()
    }
    assert {row[:3] for row in rows} == states
    assert len(living) == sum(state is not REMOVED for state in model.rows.values())
