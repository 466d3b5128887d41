"""Rows that cannot be read are kept beside the good ones until they can."""

from __future__ import annotations

from budgetsync.domain.errors import PayloadError
from budgetsync.domain.item import ItemStanding
from budgetsync.domain.sync import RowProblem, SyncBatch
from budgetsync.domain.transaction import Observation
from tests.unit.domain.builders import ACCOUNT, batch, key, observation, page, snapshot
from tests.unit.store.ledger_file import LedgerFile


def problem(subject: str, cause: str = ACCOUNT) -> RowProblem:
    error = PayloadError("It cannot be read.", title="Unknown currency", action="Look at it.")
    return RowProblem(subject, cause, error, b"\x00raw " + subject.encode())


def letters(ledger: LedgerFile) -> list[tuple[object, ...]]:
    return list(ledger.rows("SELECT subject, cause, attempts, state, payload FROM dead_letter ORDER BY id"))


def test_a_bad_row_is_kept_and_the_good_ones_go_on(ledger: LedgerFile) -> None:
    finished = ledger.sync(
        SyncBatch("", [page([observation("good")], problems=[problem("bad")], cursor="c1")])
    )

    assert len(ledger.ledger) == 1
    assert ledger.cell("SELECT cursor FROM item") == "c1"
    assert letters(ledger) == [("bad", "acc-1", 1, "open", b"\x00raw bad")]
    assert ledger.rows("SELECT title, message, action, code FROM dead_letter") == [
        ("Unknown currency", "It cannot be read.", "Look at it.", "PayloadError")
    ]
    assert finished.problems == 1
    assert ledger.cell("SELECT problems FROM sync_run") == 1


def test_rows_of_one_cause_are_one_problem(ledger: LedgerFile) -> None:
    problems = [problem("a"), problem("b"), problem("c", "another")]

    assert ledger.sync(SyncBatch("", [page(problems=problems)])).problems == 2
    assert len(letters(ledger)) == 3


def test_the_same_bad_row_again_is_one_more_attempt(ledger: LedgerFile) -> None:
    for _ in range(3):
        ledger.sync(SyncBatch("", [page(problems=[problem("bad")])]))

    assert letters(ledger) == [("bad", "acc-1", 3, "open", b"\x00raw bad")]


def test_a_row_that_comes_in_a_readable_form_is_solved(ledger: LedgerFile) -> None:
    ledger.sync(SyncBatch("", [page(problems=[problem("bad"), problem("other")])]))

    ledger.sync(batch(modified=[observation("bad")]))

    assert [(letter[0], letter[3]) for letter in letters(ledger)] == [("bad", "solved"), ("other", "open")]
    assert len(ledger.ledger) == 1


def test_a_row_that_the_bank_takes_back_is_solved(ledger: LedgerFile) -> None:
    ledger.sync(SyncBatch("", [page(problems=[problem("bad")])]))

    ledger.sync(batch(removed=[key("bad")]))

    assert letters(ledger)[0][3] == "solved"


def test_a_solved_row_that_goes_bad_again_is_a_new_letter(ledger: LedgerFile) -> None:
    for one in (page(problems=[problem("bad")]), page([observation("bad")]), page(problems=[problem("bad")])):
        ledger.sync(SyncBatch("", [one]))

    assert [letter[3] for letter in letters(ledger)] == ["solved", "open"]


def test_rows_of_an_account_never_described_are_kept_aside_until_it_is(ledger: LedgerFile) -> None:
    rows = [observation("here"), observation("there", account="acc-2")]

    finished = ledger.sync(batch(rows))
    assert (len(ledger.ledger), finished.problems) == (1, 1)
    assert letters(ledger)[0][:2] == ("there", "acc-2")

    again = [observation("there", account="acc-2")]
    ledger.sync(SyncBatch("", [page(modified=again, accounts=[snapshot(), snapshot("acc-2")])]))
    assert len(ledger.ledger) == 2
    assert letters(ledger)[0][3] == "solved"


def test_a_row_that_was_kept_aside_when_the_proof_began_is_no_drift(ledger: LedgerFile) -> None:
    def sync(rows: list[Observation], problems: list[RowProblem]) -> None:
        news = SyncBatch("", [page(rows, problems=problems)])
        news.standing = ItemStanding(as_of=ledger.now)
        ledger.sync(news)

    sync([observation("good")], [problem("late")])  # the balance has it in it from the first
    sync([], [])
    sync([observation("late", minor=-70)], [])
    sync([], [])

    assert ledger.cell("SELECT verdict FROM proof ORDER BY id DESC LIMIT 1") == "PROVED"
