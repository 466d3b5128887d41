"""How the history and the sources of a row are put into words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from budgetsync.domain.details import Details, RunMark
from budgetsync.domain.history import History, HistoryEntry
from budgetsync.domain.ids import CommandId, RunId
from budgetsync.domain.reconcile import JoinReason
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import FieldSource
from budgetsync.ui.transactions.details.day_line import read_day, write_day
from budgetsync.ui.transactions.details.words import entry_words, join_word, run_word, trigger_word, who_word
from tests.ui.samples import TODAY, transaction

AT = datetime(2025, 11, 24, 12, tzinfo=UTC)
ENGLISH = QLocale("en_US")
MINUS, ARROW, DASH = "\N{MINUS SIGN}", "\N{RIGHTWARDS ARROW}", "\N{EM DASH}"


def entry(
    field: str,
    old: str | None,
    new: str | None,
    source: FieldSource = FieldSource.USER,
    run: int | None = None,
) -> HistoryEntry:
    trigger = None if run is None else Trigger.WEBHOOK
    command = CommandId(3) if run is None else None
    number = None if run is None else RunId(run)
    return HistoryEntry(field, old, new, source, AT, number, trigger, command, "", undone=False)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (entry("created", None, None), "Came into the ledger"),
        (entry("category", "Food", "Travel"), f"Category: Food {ARROW} Travel"),
        (entry("note", "x", None), f"Note: x {ARROW} {DASH}"),
        (entry("amount", "-84.12", "-90.00"), f"Amount: {MINUS}$84.12 {ARROW} {MINUS}$90.00"),
        (entry("splits", None, "-4.00 Food; -0.50 x"), f"Parts: {MINUS}$4.00 Food; {MINUS}$0.50 x"),
        (entry("splits, as the bank says", None, "-5.20"), f"Parts, as the bank says: {MINUS}$5.20"),
        (entry("date", "2025-11-24", "2025-11-20"), f"Date: Today {ARROW} Nov 20, 2025"),
        (entry("state", "PENDING", "POSTED"), f"Status: Pending {ARROW} Booked"),
        (entry("hidden", "no", "yes"), f"Left out of sums: No {ARROW} Yes"),
        (entry("note", None, "yes"), "Note: yes"),
        (entry("transfer", None, "with transaction 7"), "Transfer: with row 7"),
        (entry("observations", "1", "1 + 2"), f"Sources: 1 {ARROW} 2"),
        (entry("suggestion", "open (transaction 5)", "rejected (transaction 5)"),
         f"Suggested match: open {ARROW} rejected"),
        (entry("something new", None, "x"), "something new: x"),
        (entry("amount", None, "odd"), "Amount: odd"),
    ],
)  # fmt: skip
def test_a_change_is_said_in_a_line(said: HistoryEntry, words: str) -> None:
    assert entry_words(said, transaction(1), TODAY, ENGLISH) == words


def test_whose_doing_a_change_was_is_named() -> None:
    mark = RunMark(RunId(2), Trigger.WEBHOOK, AT, "Harbor Bank")
    details = Details(History(transaction(1), (), ()), None, {mark.id: mark})
    told = "Sync of Harbor Bank (the bank had news)"
    assert who_word(entry("note", None, "x"), details) == "You"
    assert who_word(entry("amount", "1", "2", FieldSource.PROVIDER, 2), details) == told
    assert who_word(entry("category", None, "Food", FieldSource.RULE, 2), details) == f"by a rule, {told}"
    assert run_word(RunId(9), None) == "Sync 9"
    assert len({trigger_word(trigger) for trigger in Trigger}) == len(Trigger)


def test_each_reason_to_join_has_its_sentence() -> None:
    said = {join_word(reason.value) for reason in JoinReason} | {join_word(None)}
    assert len(said) == len(JoinReason) + 1
    assert all(sentence.endswith(".") for sentence in said)


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "de_DE", "es_ES", "ja_JP"])
def test_a_day_that_is_written_is_read_again(locale: str) -> None:
    for day in (date(1999, 12, 31), date(2026, 2, 3)):
        assert read_day(write_day(day, QLocale(locale)), QLocale(locale)) == day
    assert read_day("2026-02-03", QLocale(locale)) == date(2026, 2, 3)
    assert read_day("soon", QLocale(locale)) is None


def test_a_short_year_is_one_of_this_century() -> None:
    assert read_day("2/3/26", ENGLISH) == date(2026, 2, 3)
    assert read_day("3.2.26", QLocale("de_DE")) == date(2026, 2, 3)
