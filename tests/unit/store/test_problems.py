"""What is open, as the ledger's file tells it: differences with their candidates, letters as lines, beginnings."""

from __future__ import annotations

import pytest

from budgetsync.domain.dead_letter import LetterFilter, LetterKind, LetterState
from budgetsync.domain.errors import Offline, PayloadError, Trouble
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.needs import find_needs
from budgetsync.domain.notices import NoticeKind, decide_notices
from budgetsync.domain.problems import CauseKind, Drift, LetterFigures, Problems
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.store import dead_letters, decisions, edits, letters, notices
from budgetsync.store.drifts import load_drifts
from budgetsync.store.problems import load_problems
from budgetsync.store.standing import load_standing
from tests.unit.domain.builders import batch, key, observation, pending
from tests.unit.store.ledger_file import LedgerFile

PROGRAM = "1.0"
MANY = 60
UNREADABLE = PayloadError("The provider sent a transaction that cannot be read.").trouble


def differ(ledger: LedgerFile, drift: int, *, by_posted: int = 10_000, with_pending: int = 10_000) -> None:
    """Write down that the newest proof found a difference."""
    ledger.rows(
        "INSERT INTO proof (account_id, run_id, verdict, expected, told, drift, drift_since, by_posted, "
        "with_pending, proved_at) VALUES (1, 1, 'DRIFT', ?, ?, ?, '2026-06-15', ?, ?, 1)",
        by_posted,
        by_posted + drift,
        drift,
        by_posted,
        with_pending,
    )


def drift_of(ledger: LedgerFile) -> Drift:
    (found,) = ledger.database.run_now(lambda db: list(load_drifts(db)))
    return found


def causes(ledger: LedgerFile) -> list[tuple[CauseKind, int]]:
    return [(cause.kind, cause.count) for cause in drift_of(ledger).causes]


def keep_aside(ledger: LedgerFile, subject: str, kind: LetterKind = LetterKind.ROW) -> int:
    return ledger.database.run_now(
        lambda db: dead_letters.save_letter(db, kind, subject, UNREADABLE, ledger.now, item_id=ledger.item)
    )


def hold(ledger: LedgerFile) -> None:
    """Have the bank take back more rows at once than is plausible."""
    ledger.sync(batch([observation(f"row-{number}", on=-(number % 5)) for number in range(MANY)]))
    ledger.sync(batch(removed=[key(f"row-{number}") for number in range(MANY)]))


def look(ledger: LedgerFile, *troubles: Trouble, ledger_trouble: Trouble | None = None) -> Problems:
    known = () if ledger_trouble is None else (("backup", ledger_trouble),)
    return ledger.database.run_now(
        lambda db: load_problems(
            db, load_standing(db, ledger.now, ScheduleSettings(), ledger=known), troubles, PROGRAM, ledger.now
        )
    )


def test_a_difference_names_its_account_figures_and_day(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    assert ledger.database.run_now(lambda db: list(load_drifts(db))) == []
    differ(ledger, -250)

    found = drift_of(ledger)

    assert (found.account_name, found.institution, found.item_id) == ("Checking", "Bank", ledger.item)
    figures = [found.amount, found.expected, found.told]
    assert [None if one is None else f"{one.decimal:f} {one.currency}" for one in figures] == [
        "-2.50 USD",
        "100.00 USD",
        "97.50 USD",
    ]
    assert str(found.since) == "2026-06-15"
    assert found.causes == ()


def test_what_is_open_elsewhere_is_the_first_candidate(ledger: LedgerFile) -> None:
    hold(ledger)
    keep_aside(ledger, "bad")
    differ(ledger, 1)

    assert causes(ledger) == [(CauseKind.HELD, MANY), (CauseKind.UNREADABLE, 1)]


def test_pending_rows_that_make_out_the_difference_are_named(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p", minor=-777)]))
    differ(ledger, -777, with_pending=10_000 - 777)

    assert causes(ledger) == [(CauseKind.PENDING, 0)]


def test_rows_of_exactly_that_amount_are_named(ledger: LedgerFile) -> None:
    ledger.sync(
        batch(
            [
                observation("twin-1", minor=-900),
                observation("twin-2", minor=-900, on=-1),
                observation("single", minor=-900, merchant="Florist"),
                observation("long ago", minor=-900, on=-200),
                observation("another", minor=-901),
            ]
        )
    )
    differ(ledger, 900)  # the bank has more than is here: a row too much went out here

    found = drift_of(ledger).causes

    assert [(cause.kind, cause.count) for cause in found] == [
        (CauseKind.DOUBLED, 2),
        (CauseKind.EXTRA, 1),
    ]
    assert [row.merchant for row in found[1].transactions] == ["Florist"]


def test_a_row_that_the_bank_took_back_may_still_be_in_its_balance(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a", minor=-333), observation("b"), observation("c")]))
    ledger.sync(batch(removed=[key("a")]))
    differ(ledger, -333)

    assert causes(ledger) == [(CauseKind.TAKEN_BACK, 1)]


def test_rows_that_the_user_restored_are_named(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a", minor=-333), observation("b"), observation("c")]))
    ledger.edit(1, "note", "mine")
    ledger.sync(batch(removed=[key("a")]))
    ledger.database.run_now(lambda db: edits.restore(db, [TransactionId(1)], ledger.now))
    differ(ledger, 333)

    assert causes(ledger)[0] == (CauseKind.RESTORED, 1)


def test_letters_are_lines_newest_first_whatever_was_tried_last(ledger: LedgerFile) -> None:
    numbers = [keep_aside(ledger, f"row-{number}") for number in range(3)]
    ledger.hours += 1
    keep_aside(ledger, "row-0")  # another attempt

    lines = ledger.database.run_now(lambda db: letters.load_lines(db, LetterFilter(limit=2), PROGRAM))

    assert [line.id for line in lines] == [numbers[2], numbers[1]]
    assert lines[0][1:7] == (
        LetterKind.ROW,
        LetterState.OPEN,
        ledger.item,
        "Bank",
        "A row could not be read",
        "PayloadError",
    )
    assert ledger.database.run_now(lambda db: letters.count_letters(db, LetterFilter(limit=2))) == 3


@pytest.mark.parametrize(("program", "poison"), [(PROGRAM, 1), ("2.0", 0)])
def test_poison_is_poison_to_the_program_that_failed_only(
    ledger: LedgerFile, program: str, poison: int
) -> None:
    begun = ledger.now
    for subject in ("a", "b"):
        keep_aside(ledger, subject)
    ledger.rows("UPDATE dead_letter SET redrives = 2, redriven_by = '1.0' WHERE subject = 'b'")
    ledger.rows("UPDATE dead_letter SET state = 'requeued' WHERE subject = 'none'")

    figures = ledger.database.run_now(lambda db: letters.load_figures(db, program))
    lines = ledger.database.run_now(lambda db: letters.load_lines(db, LetterFilter(), program))

    assert figures == LetterFigures(waiting=2, under_way=0, poison=poison, oldest_at=begun)
    assert sum(line.is_poison for line in lines) == poison


def test_an_empty_ledger_has_nothing_open(ledger: LedgerFile) -> None:
    found = look(ledger)

    assert (found.count, found.questions, found.passing, found.drifts) == (0, 0, (), ())
    assert found.letters == LetterFigures()
    assert found.banks == ((ledger.item, "Bank"),)


def test_each_need_knows_since_when_and_how_it_was_told(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    differ(ledger, -250)
    keep_aside(ledger, "bad")
    begun = ledger.now
    standing = ledger.database.run_now(lambda db: load_standing(db, ledger.now, ScheduleSettings()))
    needs = [need for need in find_needs(standing, ledger.now) if need.kind is NoticeKind.DRIFT]
    ledger.database.run_now(
        lambda db: notices.save_decisions(db, decide_notices(needs, {}, ledger.now), ledger.now)
    )
    ledger.hours += 2

    found = {need.notice.kind: need for need in look(ledger).needs}

    assert found[NoticeKind.DRIFT].since == begun
    assert found[NoticeKind.DRIFT].entry is not None
    assert found[NoticeKind.DEAD_LETTERS].since == begun
    assert found[NoticeKind.DEAD_LETTERS].entry is None, "it is listed before it is told"


def test_what_passes_by_itself_is_listed_and_not_counted(ledger: LedgerFile) -> None:
    trouble = Offline("No answer from the provider.").trouble
    ledger.rows(
        "UPDATE item SET status = 'OFFLINE', trouble_code = ?, trouble_title = ?, trouble_message = ?, "
        "trouble_action = ?",
        trouble.code,
        trouble.title,
        trouble.message,
        trouble.action,
    )

    found = look(ledger)

    assert found.count == 0
    (passing,) = found.passing
    assert passing.notice.title == "Bank: No connection"
    assert passing.connection is not None


def test_a_trouble_is_a_need_or_a_remark_and_never_both(ledger: LedgerFile) -> None:
    backup = Trouble("StoreFull", "Today's backup was not made", "No room.", "Make room.")
    folder = Trouble("FOLDER", "The data folder is synchronized", "Another program copies it.", "Move it.")

    found = look(ledger, folder, backup, ledger_trouble=backup)

    assert [need.notice.title for need in found.needs] == [backup.title]
    assert found.remarks == (folder,)


def test_held_removals_and_questions_are_counted_apart(ledger: LedgerFile) -> None:
    hold(ledger)

    found = look(ledger)

    assert [need.notice.kind for need in found.needs] == [NoticeKind.HELD]
    assert (found.count, found.questions) == (1, 0)
    ledger.database.run_now(
        lambda db: decisions.dismiss_removals(db, [found.review.held[0].account_id], ledger.now)
    )
    assert look(ledger).count == 0
