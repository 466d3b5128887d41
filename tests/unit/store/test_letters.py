"""Letters: looked at, tried again, put away, let go of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.dead_letter import DeadLetter, LetterFilter, LetterKind, LetterState, Redrive
from budgetsync.domain.errors import PayloadError, ReauthRequired, UsageError
from budgetsync.domain.sync import RowProblem, SyncBatch, SyncPage
from budgetsync.store import dead_letters, letters
from tests.unit.domain.builders import ACCOUNT, batch, observation, page, snapshot
from tests.unit.store.ledger_file import LedgerFile

PROGRAM = "1.0"
GONE = ReauthRequired("The bank wants you to sign in again.", provider_code="ITEM_LOGIN_REQUIRED").trouble
T = TypeVar("T")


def problem(subject: str, payload: bytes = b"\x00raw") -> RowProblem:
    return RowProblem(subject, ACCOUNT, PayloadError("It cannot be read.", title="Unknown currency"), payload)


def show(_provider: str, packed: bytes) -> str:
    return f"{len(packed)} bytes"


class Desk:
    """A ledger, and today's program that reads what it is told to."""

    def __init__(self, ledger: LedgerFile) -> None:
        self.ledger = ledger
        self.answer: Callable[[bytes], SyncPage] = lambda _packed: page(problems=[problem("bad")])

    def step(self, work: Callable[[SqliteDatabase], T]) -> T:
        return self.ledger.database.run_now(work)

    def list(self, wanted: LetterFilter | None = None, program: str = PROGRAM) -> list[DeadLetter]:
        return self.step(lambda db: letters.load_letters(db, wanted or LetterFilter(), program, show))

    def retry(self, number: int = 1, program: str = PROGRAM, *, insist: bool = False) -> Redrive:
        def read(_provider: str, packed: bytes) -> SyncPage:
            return self.answer(packed)

        return self.step(
            lambda db: letters.redrive(db, number, program, self.ledger.now, read, insist=insist).outcome
        )


@pytest.fixture
def desk(ledger: LedgerFile) -> Desk:
    """A ledger in which one row is kept aside."""
    ledger.sync(
        SyncBatch("", [page([observation("good")], problems=[problem("bad")], accounts=[snapshot()])])
    )
    return Desk(ledger)


def test_a_letter_tells_what_why_and_when(desk: Desk) -> None:
    (letter,) = desk.list()

    assert (letter.kind, letter.state) == (LetterKind.ROW, LetterState.OPEN)
    assert letter.trouble.title == "Unknown currency"
    assert letter.institution == "Bank"
    assert letter.payload == "4 bytes"
    assert (letter.attempts, letter.redrives) == (1, 0)
    assert [attempt.code for attempt in letter.history] == ["PayloadError"]
    assert letter.first_seen_at == letter.last_seen_at == desk.ledger.now


def test_a_row_that_can_be_read_now_becomes_a_row_of_the_ledger_in_one_commit(desk: Desk) -> None:
    desk.answer = lambda _packed: page([observation("bad", minor=-777)])
    cursor = desk.ledger.cell("SELECT cursor FROM item")
    times = desk.ledger.rows("SELECT contacted_at, succeeded_at, status FROM item")

    assert desk.retry() is Redrive.SOLVED

    assert (-777, "POSTED", "Coffee") in desk.ledger.ledger
    assert desk.list() == []
    assert desk.ledger.rows("SELECT state, closed_at IS NULL FROM dead_letter") == [("solved", 0)]
    assert desk.ledger.cell("SELECT cursor FROM item") == cursor
    assert desk.ledger.rows("SELECT contacted_at, succeeded_at, status FROM item") == times
    assert desk.ledger.rows("SELECT state, added, requests FROM sync_run ORDER BY id DESC LIMIT 1") == [
        ("SUCCEEDED", 1, 0)
    ]


def test_a_letter_kept_under_a_digest_is_solved_though_the_row_has_an_id_now(desk: Desk) -> None:
    desk.answer = lambda _packed: page([observation("its-id")])

    assert desk.retry() is Redrive.SOLVED
    assert desk.list() == []


def test_a_row_that_still_cannot_be_read_counts_an_attempt_and_is_poison_after_two(desk: Desk) -> None:
    assert [desk.retry(), desk.retry(), desk.retry()] == [Redrive.FAILED, Redrive.FAILED, Redrive.POISON]

    (letter,) = desk.list()
    assert (letter.attempts, letter.redrives, letter.is_poison) == (3, 2, True)
    assert [attempt.by_hand for attempt in letter.history] == [False, True, True]
    assert desk.retry(insist=True) is Redrive.FAILED


def test_a_newer_program_tries_poison_again(desk: Desk) -> None:
    for _ in range(2):
        desk.retry()

    assert not desk.list(program="1.1")[0].is_poison
    assert desk.retry(program="1.1") is Redrive.FAILED
    assert desk.list(program="1.1")[0].redrives == 1


def test_a_row_of_an_account_that_nobody_described_stays(desk: Desk) -> None:
    desk.answer = lambda _packed: page([observation("bad", account="unknown")])

    assert desk.retry() is Redrive.FAILED
    assert len(desk.ledger.ledger) == 1
    assert desk.list()[0].redrives == 1


def test_what_is_kept_of_a_failed_request_is_one_letter_that_the_next_success_solves(desk: Desk) -> None:
    for _ in range(3):
        desk.step(lambda db: dead_letters.save_request(db, desk.ledger.item, None, GONE, desk.ledger.now))
    (letter,) = desk.list(LetterFilter(kinds=frozenset({LetterKind.REQUEST})))
    assert (letter.attempts, letter.trouble) == (3, GONE)

    desk.ledger.sync(batch([observation("more")]))

    assert [one.kind for one in desk.list()] == [LetterKind.ROW]


def test_a_request_tried_again_is_queued_and_open_again_when_it_fails(desk: Desk) -> None:
    desk.step(lambda db: dead_letters.save_request(db, desk.ledger.item, None, GONE, desk.ledger.now))

    assert desk.retry(2) is Redrive.QUEUED
    assert desk.ledger.rows("SELECT item_id, state FROM queue WHERE ended_at IS NULL") == [(1, "pending")]
    assert desk.list()[0].state is LetterState.REQUEUED
    with pytest.raises(UsageError, match="requeued"):
        desk.retry(2)

    desk.step(lambda db: dead_letters.save_request(db, desk.ledger.item, None, GONE, desk.ledger.now))
    (letter,) = desk.list(LetterFilter(kinds=frozenset({LetterKind.REQUEST})))
    assert (letter.state, letter.redrives) == (LetterState.OPEN, 1)


def test_discarded_letters_are_out_of_sight_and_can_be_had_back(desk: Desk) -> None:
    desk.step(lambda db: letters.discard(db, 1, desk.ledger.now))
    assert desk.list() == []
    assert len(desk.list(LetterFilter(states=frozenset({LetterState.DISCARDED})))) == 1
    with pytest.raises(UsageError, match="discarded already"):
        desk.step(lambda db: letters.discard(db, 1, desk.ledger.now))

    desk.step(lambda db: letters.take_back(db, 1))
    assert len(desk.list()) == 1


def test_a_discarded_letter_does_not_come_back_beside_a_newer_one(desk: Desk) -> None:
    desk.step(lambda db: letters.discard(db, 1, desk.ledger.now))
    desk.ledger.sync(SyncBatch("", [page(problems=[problem("bad")])]))

    with pytest.raises(UsageError, match="letter 2"):
        desk.step(lambda db: letters.take_back(db, 1))


def test_an_account_that_could_not_be_read_is_solved_when_accounts_come_without_it(desk: Desk) -> None:
    desk.ledger.sync(SyncBatch("", [page(problems=[problem("account-1", b"")])]))
    assert len(desk.list()) == 2
    assert desk.retry(2) is Redrive.QUEUED

    desk.ledger.sync(SyncBatch("", [page(accounts=[snapshot()])]))

    assert [one.subject for one in desk.list()] == ["bad"]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (LetterFilter(search="unknown bank"), 1),
        (LetterFilter(search="PAYLOADERROR"), 1),
        (LetterFilter(search="coffee"), 0),
        (LetterFilter(kinds=frozenset({LetterKind.EVENT})), 0),
        (LetterFilter(limit=0), 0),
    ],
)
def test_letters_are_found_by_kind_and_words(desk: Desk, wanted: LetterFilter, count: int) -> None:
    assert len(desk.list(wanted)) == count


def test_closed_letters_go_after_half_a_year_and_open_ones_stay(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [problem(name) for name in "abcd"]
    desk.ledger.sync(SyncBatch("", [page(problems=names)]))
    for number in (2, 3):
        desk.step(lambda db, number=number: letters.discard(db, number, desk.ledger.now))  # type: ignore[misc]

    assert desk.step(lambda db: dead_letters.prune(db, desk.ledger.now + timedelta(days=180))) == 0
    assert desk.step(lambda db: dead_letters.prune(db, desk.ledger.now + timedelta(days=181))) == 2
    assert [row[0] for row in desk.ledger.rows("SELECT id FROM dead_letter")] == [1, 4, 5]

    desk.step(lambda db: letters.discard(db, 4, desk.ledger.now))
    monkeypatch.setattr(dead_letters, "KEPT_LETTERS", 2)
    assert desk.step(lambda db: dead_letters.prune(db, desk.ledger.now)) == 1
    assert [row[0] for row in desk.ledger.rows("SELECT id FROM dead_letter")] == [1, 5]


def test_a_letter_that_does_not_exist_is_told(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no letter 99"):
        desk.retry(99)
