"""Observations that go and come back, in a real file: what a row is then, and what is held no longer."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from budgetsync.domain.sync import SyncBatch
from tests.reliability.recount import differences
from tests.unit.domain.builders import ACCOUNT, batch, key, observation, page, pending
from tests.unit.store.ledger_file import Cell, LedgerFile


def rows(ledger: LedgerFile) -> list[tuple[Cell, ...]]:
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert list(differences(connection)) == []
    return ledger.rows('SELECT id, state, amount, note FROM "transaction" ORDER BY id')


def test_a_posting_that_is_called_back_leaves_the_pending(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.edit(1, "note", "mine")
    ledger.sync(batch([observation("q", minor=-520, link="p")]))
    assert rows(ledger) == [(1, "POSTED", -520, "mine")]

    ledger.sync(batch(removed=[key("q")]))
    assert rows(ledger) == [(1, "PENDING", -450, "mine")]

    ledger.sync(batch([observation("r", minor=-530, link="p")], removed=[key("p")]))
    assert rows(ledger) == [(1, "POSTED", -530, "mine")]


def test_an_id_that_comes_back_after_its_twin_took_the_row_gets_its_own(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.edit(1, "note", "mine")
    ledger.sync(batch(removed=[key("a")]))
    ledger.sync(batch([observation("b")]))
    assert rows(ledger) == [(1, "POSTED", -450, "mine")]

    ledger.sync(batch([observation("a")]))

    assert rows(ledger) == [(1, "POSTED", -450, "mine"), (2, "POSTED", -450, None)]
    assert ledger.rows("SELECT source_transaction_id, transaction_id, state FROM observation ORDER BY 1") == [
        ("a", 2, "POSTED"),
        ("b", 1, "POSTED"),
    ]
    assert ledger.rows("SELECT field FROM change WHERE transaction_id = 2") == [("*",)]


def test_the_pending_side_comes_along_however_its_posted_side_was_joined(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.sync(batch(removed=[key("a")]))

    ledger.sync(batch([observation("q", link="p"), pending("p")]))
    ledger.sync(batch(removed=[key("p")]))

    assert rows(ledger) == [(1, "POSTED", -450, None)]
    assert ledger.rows("SELECT source_transaction_id, transaction_id FROM observation ORDER BY 1") == [
        ("a", 1),
        ("p", 1),
        ("q", 1),
    ]


def test_a_tombstone_is_known_by_its_posted_side(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("q", minor=-520, link="p"), pending("p")]))
    ledger.sync(batch(removed=[key("q"), key("p")]))

    ledger.sync(batch([observation("r", minor=-520)]))

    assert rows(ledger) == [(1, "POSTED", -520, None)]


def held(ledger: LedgerFile) -> Cell:
    return ledger.cell("SELECT count(*) FROM held_removal WHERE state = 'open'")


def lose_many(ledger: LedgerFile) -> list[str]:
    names = [f"a{number}" for number in range(60)]
    ledger.sync(batch([observation(name, on=-at) for at, name in enumerate(names)]))
    ledger.sync(batch(removed=[key(name) for name in names]))
    return names


def test_held_rows_stay_until_they_are_given_again_under_other_ids(ledger: LedgerFile) -> None:
    names = lose_many(ledger)
    assert held(ledger) == 60
    assert len(ledger.ledger) == 60

    ledger.sync(batch([observation(f"b{at}", on=-at) for at in range(len(names))]))

    assert held(ledger) == 0
    assert len(ledger.ledger) == 60
    assert ledger.cell("SELECT count(*) FROM held_removal WHERE state = 'applied'") == 60
    ledger.sync(batch(removed=[key("b0")]))
    assert len(ledger.ledger) == 59


def test_held_rows_that_are_told_again_under_their_own_ids_are_no_longer_to_review(
    ledger: LedgerFile,
) -> None:
    names = lose_many(ledger)

    ledger.sync(batch([observation(name, on=-at) for at, name in enumerate(names)]))

    assert ledger.cell("SELECT count(*) FROM held_removal") == 0
    ledger.sync(batch([observation("twin")]))
    assert len(ledger.ledger) == 61


def test_a_held_pending_that_posts_after_all_is_its_posted_row(ledger: LedgerFile) -> None:
    names = [f"p{number}" for number in range(60)]
    ledger.sync(batch([pending(name, minor=-100 - at) for at, name in enumerate(names)]))
    ledger.sync(batch(removed=[key(name) for name in names]))
    assert held(ledger) == 60

    ledger.sync(batch([observation("q0", minor=-100, link="p0")]))

    assert held(ledger) == 59
    assert ledger.rows("SELECT state FROM observation WHERE transaction_id = 1 ORDER BY id") == [
        ("REMOVED",),
        ("POSTED",),
    ]


def test_a_second_batch_of_the_same_words_changes_nothing(ledger: LedgerFile) -> None:
    told = SyncBatch("", [page([observation("q", link="p"), pending("p")], removed=[key("gone", ACCOUNT)])])
    ledger.sync(told)
    before = rows(ledger), ledger.rows("SELECT * FROM observation")

    ledger.sync(told)

    assert (rows(ledger), ledger.rows("SELECT * FROM observation")) == before
