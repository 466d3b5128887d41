"""What the details of each kind of problem say and offer, as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from budgetsync.domain.dead_letter import (
    DeadLetter,
    LetterAttempt,
    LetterKind,
    LetterLine,
    LetterState,
    Redrive,
    RedriveReport,
)
from budgetsync.domain.errors import PayloadError, Trouble
from budgetsync.domain.ids import AccountId, ItemId, RunId
from budgetsync.domain.money import Money
from budgetsync.domain.notices import Notice, NoticeAction, NoticeEntry, NoticeKind, NoticeMemory, Offer
from budgetsync.domain.problems import CauseKind, Drift, DriftCause, LetterFigures, OpenNeed, Problems
from budgetsync.domain.review import HeldRemovals, Review, Suggestion
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.problems.entries import (
    Difference,
    Entry,
    Question,
    QuestionKind,
    Removals,
    letter_entry,
    notice_entry,
    open_entries,
)
from budgetsync.ui.problems.letter_sheets import letter_sheet, outcome_words, report_words
from budgetsync.ui.problems.need_sheets import drift_sheet, held_sheet, need_sheet, notice_sheet, remark_sheet
from budgetsync.ui.problems.question_sheets import question_sheet, suggestion_sheet, suggestions_sheet
from budgetsync.ui.problems.sheets import Deed, Reading, Sheet
from budgetsync.ui.problems.words import cause_words, summary
from budgetsync.ui.status import Tone
from tests.ui.samples import transaction

NOW = datetime(2025, 11, 24, 12, tzinfo=UTC)
ENGLISH = QLocale("en_US")
READING = Reading(ENGLISH, NOW, "1.0")
NOTHING = Review((), (), (), ())


def need(kind: NoticeKind, cause: str, *offers: Offer) -> OpenNeed:
    actions = tuple(NoticeAction(offer, ItemId(1), AccountId(3)) for offer in offers)
    notice = Notice(cause, kind, "Harbor Bank: something", "What happened.", "Do something.", actions)
    return OpenNeed(notice, NOW - timedelta(hours=2))


def problems(*needs: OpenNeed, review: Review = NOTHING, drifts: tuple[Drift, ...] = ()) -> Problems:
    return Problems(NOW, needs, (), (), drifts, review, LetterFigures(), ())


def deeds(sheet: Sheet) -> list[Deed]:
    return [act.deed for act in sheet.acts]


def facts(sheet: Sheet) -> dict[str, str]:
    return {fact.name: fact.text for fact in sheet.facts}


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_kind_has_an_icon_and_says_what_happened_and_what_to_do(kind: NoticeKind) -> None:
    (_, entry) = open_entries(problems(need(kind, str(kind), Offer.RETRY)), frozenset())
    assert entry.icon
    assert (entry.title, entry.where) == ("Something", "Harbor Bank")
    assert isinstance(entry.subject, OpenNeed)
    sheet = need_sheet(entry, entry.subject, LetterFigures(3, poison=1), READING)
    assert sheet.paragraphs[0] == "What happened."
    assert deeds(sheet)[-1] is Deed.COPY
    assert sheet.acts[0].kind == "primary"
    assert all(act.name.startswith(act.word) for act in sheet.acts)
    assert "BudgetSync 1.0" in sheet.copied


def test_offers_that_lead_to_this_page_are_left_out() -> None:
    (_, entry) = open_entries(
        problems(need(NoticeKind.DOWN, "d", Offer.OPEN_PROBLEMS, Offer.OPEN_REVIEW, Offer.OPEN_SETTINGS)),
        frozenset(),
    )
    assert isinstance(entry.subject, OpenNeed)
    sheet = need_sheet(entry, entry.subject, LetterFigures(), READING)
    assert [act.word for act in sheet.acts] == ["Open the settings", "Copy details"]


def test_removals_show_the_newest_ten_and_count_the_rest() -> None:
    rows = tuple(
        transaction(number, day=date(2025, 11, 1) + timedelta(days=number % 20)) for number in range(1, 31)
    )
    held = HeldRemovals(AccountId(3), "Checking", RunId(1), NOW, rows)
    (_, entry) = open_entries(
        problems(need(NoticeKind.HELD, "held:3"), review=replace(NOTHING, held=(held,))), frozenset()
    )
    assert isinstance(entry.subject, Removals)
    sheet = held_sheet(entry, entry.subject, READING)
    assert len(sheet.grids[0].rows) == 10
    assert sheet.grids[0].more == "and 20 more"
    assert sheet.grids[0].rows[0][0] == "Nov 20, 2025"
    assert deeds(sheet)[:2] == [Deed.APPLY_REMOVALS, Deed.KEEP_ROWS]
    assert "primary" not in [act.kind for act in sheet.acts], "neither answer is the one to be pressed"
    single = replace(entry.subject, held=replace(held, transactions=rows[:1]))
    assert (
        held_sheet(entry, single, READING)
        .paragraphs[0]
        .startswith("The bank took back a transaction of Checking")
    )


@pytest.mark.parametrize("kind", list(CauseKind))
@pytest.mark.parametrize("count", [1, 2])
def test_each_cause_of_a_difference_is_a_sentence(kind: CauseKind, count: int) -> None:
    words = cause_words(DriftCause(kind, count), ENGLISH)
    assert words.endswith(".")
    assert "{" not in words
    assert "1 rows" not in words or kind is CauseKind.DOUBLED, "of which there are two at least"


def test_a_difference_names_its_figures_and_rows_to_look_at() -> None:
    cause = DriftCause(CauseKind.EXTRA, 1, (transaction(4),))
    drift = Drift(
        AccountId(3), "Checking", ItemId(1), "Harbor Bank", Money(-8_412, "USD"), Money(10_000, "USD"),
        Money(1_588, "USD"), date(2025, 11, 20), (cause,),
    )  # fmt: skip
    (_, entry) = open_entries(
        problems(need(NoticeKind.DRIFT, "drift:3", Offer.OPEN_ACCOUNT), drifts=(drift,)), frozenset()
    )
    assert isinstance(entry.subject, Difference)
    sheet = drift_sheet(entry, entry.subject, READING)
    assert facts(sheet)["Difference"] == "\N{MINUS SIGN}$84.12"
    assert facts(sheet)["Since"] == "Thursday, November 20, 2025"
    assert len(sheet.grids[0].rows) == 1
    bare = drift_sheet(entry, Difference(entry.subject.need, replace(drift, causes=(), amount=None)), READING)
    assert "Difference" not in facts(bare)
    assert bare.grids == ()
    assert "compare" in bare.paragraphs[-1]


def asked(row: Transaction, kind: QuestionKind) -> Sheet:
    said, gone = ((row,), ()) if kind is QuestionKind.BANK_SAYS else ((), (row,))
    review = Review((), (), said, gone)
    (_, entry) = open_entries(problems(review=review), frozenset())
    assert isinstance(entry.subject, Question)
    return question_sheet(entry, entry.subject, READING)


def test_both_sides_of_a_changed_row_are_shown() -> None:
    said = {"category": "Restaurant", "date": "2025-11-20", "note": "x", "payee": "Shop", "splits": "12.00"}
    sheet = asked(replace(transaction(1, note="mine"), payee="Ours", bank_says=said), QuestionKind.BANK_SAYS)
    assert sheet.grids[0].rows == (
        ("Category", "Groceries", "Restaurant"),
        ("Date", "Today", "Nov 20, 2025"),
        ("Note", "mine", "x"),
        ("Payee", "Ours", "Shop"),
        ("Amount that was split", "0 parts", "$12.00"),
    )
    assert deeds(sheet) == [Deed.TAKE, Deed.KEEP]
    assert deeds(asked(transaction(1), QuestionKind.TAKEN_BACK)) == [Deed.LET_GO, Deed.RESTORE]


@pytest.mark.parametrize(("kind", "yes"), [("posted", "They are one"), ("transfer", "It is a transfer")])
def test_a_suggestion_shows_both_rows(kind: str, yes: str) -> None:
    suggestion = Suggestion(7, kind, transaction(1), transaction(2, minor=-9_000), "CHANGED_AMOUNT", NOW)
    (_, entry) = open_entries(problems(review=replace(NOTHING, suggestions=(suggestion,))), frozenset())
    sheet = suggestion_sheet(entry, suggestion, READING)
    grid = sheet.grids[0]
    said = dict(zip((row[0] for row in grid.rows), zip(grid.rows, grid.marks, strict=True), strict=True))
    assert said["Amount"][0][1:] == ("\N{MINUS SIGN}$84.12", "\N{MINUS SIGN}$90.00")
    assert said["Date"][1].word == "Same"
    assert said["Amount"][1].tone is (Tone.BUSY if kind == "posted" else Tone.WARNING)
    assert sheet.acts[0].word == yes


def test_several_suggestions_are_answered_as_one() -> None:
    several = [
        Suggestion(number, "posted", transaction(number), transaction(99), "CHANGED_AMOUNT", NOW)
        for number in range(1, 21)
    ]
    review = replace(NOTHING, suggestions=tuple(several))
    entry = open_entries(problems(review=review), frozenset())[1]
    sheet = suggestions_sheet(entry, several, READING)
    assert sheet.title == "20 suggested matches"
    assert [one.word for one in sheet.acts] == ["They are one: all 20", "They are two: all 20"]
    assert (len(sheet.grids[0].rows), sheet.grids[0].more) == (12, "and 8 more")


def test_many_questions_are_listed_up_to_a_hundred_of_each_kind() -> None:
    rows = tuple(transaction(number) for number in range(1, 301))
    found = problems(review=replace(NOTHING, bank_says=rows))
    assert len(open_entries(found, frozenset())) == 101
    assert summary(found, ENGLISH) == "300 questions to answer"
    assert summary(problems(), ENGLISH) == "Nothing needs your attention"
    one = problems(need(NoticeKind.DISK, "disk"), review=replace(NOTHING, bank_says=rows[:1]))
    assert summary(one, ENGLISH) == "1 thing needs your attention, 1 question to answer"


def test_a_remark_can_be_copied_and_is_not_counted() -> None:
    trouble = Trouble("FOLDER", "The folder is shared", "It is.", "Move it.")
    found = replace(problems(), remarks=(trouble,))
    heading, entry = open_entries(found, frozenset())
    assert heading.title == "Good to know"
    assert found.count == 0
    assert deeds(remark_sheet(entry, trouble, READING)) == [Deed.COPY]


def told(**memory: datetime) -> NoticeEntry:
    notice = need(NoticeKind.REAUTH, "reauth:1", Offer.RECONNECT).notice
    return NoticeEntry(5, notice, NOW, NoticeMemory("reauth:1", 0, **{"told_at": NOW, **memory}))


@pytest.mark.parametrize(
    ("entry", "mark", "first"),
    [
        (told(), "Open", Deed.SHOW_OPEN),
        (told(solved_at=NOW), "Solved", Deed.COPY),
        (told(snoozed_until=NOW + timedelta(hours=1)), "Snoozed", Deed.SHOW_OPEN),
        (told(snoozed_until=NOW - timedelta(hours=1)), "Open", Deed.SHOW_OPEN),
    ],
)
def test_what_was_told_says_how_it_stands(entry: NoticeEntry, mark: str, first: Deed) -> None:
    row = notice_entry(entry, NOW, fresh=True)
    assert (row.mark, row.is_fresh) == (mark, True)
    assert deeds(notice_sheet(row, entry, READING))[0] is first


def letter(
    state: LetterState = LetterState.OPEN, redrives: int = 0, attempts: int = 1
) -> tuple[Entry, DeadLetter]:
    trouble = PayloadError("The provider sent a transaction that cannot be read.").trouble
    history = tuple(LetterAttempt(NOW, "PayloadError", by_hand=number > 0) for number in range(attempts))
    made = DeadLetter(
        9, LetterKind.ROW, state, ItemId(1), "Harbor", None, "secret-subject", "c", trouble, "amount: 12.50",
        attempts, redrives, history, NOW, NOW,
    )  # fmt: skip
    line = LetterLine(
        9, made.kind, state, ItemId(1), "Harbor", trouble.title, trouble.code, NOW, made.is_poison
    )
    return letter_entry(line), made


@pytest.mark.parametrize(
    ("state", "redrives", "wanted"),
    [
        (LetterState.OPEN, 0, [Deed.RETRY, Deed.DISCARD, Deed.COPY]),
        (LetterState.OPEN, 2, [Deed.INSIST, Deed.DISCARD, Deed.COPY]),
        (LetterState.REQUEUED, 1, [Deed.DISCARD, Deed.COPY]),
        (LetterState.DISCARDED, 0, [Deed.HAVE_BACK, Deed.COPY]),
        (LetterState.SOLVED, 0, [Deed.COPY]),
    ],
)
def test_a_letter_offers_what_can_be_done_with_it(
    state: LetterState, redrives: int, wanted: list[Deed]
) -> None:
    entry, made = letter(state, redrives, attempts=3)
    sheet = letter_sheet(entry, made, READING)
    assert deeds(sheet) == wanted
    assert sheet.quoted == "amount: 12.50"
    assert len(sheet.grids[0].rows) == 3
    assert "secret-subject" not in sheet.copied
    if redrives == 2:
        assert "This version of BudgetSync cannot read it" in sheet.paragraphs[1]


def test_what_came_of_trying_again_is_said() -> None:
    assert len({outcome_words(outcome) for outcome in Redrive}) == len(Redrive)
    report = RedriveReport(((1, Redrive.SOLVED), (2, Redrive.FAILED), (3, Redrive.SOLVED)))
    assert report_words(report, ENGLISH) == "Tried again: 2 solved, 1 still not readable."
    assert report_words(RedriveReport(()), ENGLISH) == "Nothing is left to be tried again."
