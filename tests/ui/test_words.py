"""What statuses, counts, balances, runs and progress are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale

from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import Overview
from budgetsync.domain.sync import Counts, Progress, Stage, SyncRunState
from budgetsync.ui.status import Tone, headline, status_of
from budgetsync.ui.text import (
    account_title,
    balance_extra,
    balance_figure,
    balance_qualifier,
    counts_long,
    counts_short,
    progress_text,
    run_text,
    unreadable_rows,
)
from tests.ui.samples import NOW, account, connection, run_of, three


def test_every_status_has_an_icon_a_word_and_a_colour_of_its_own() -> None:
    shown = [status_of(connection(status=status), NOW) for status in ItemStatus]
    assert len({status.word for status in shown}) == len(ItemStatus)
    assert len({status.icon for status in shown}) == len(ItemStatus)
    assert [status.word for status in shown if status.calm] == ["Up to date"]


def test_what_is_stale_does_not_look_fresh() -> None:
    status = status_of(connection(ago=timedelta(days=3)), NOW)
    assert (status.word, status.tone, status.calm) == ("Out of date", Tone.WARNING, False)
    assert status_of(connection(ago=None), NOW).word == "Not synced yet"
    silent = connection()
    silent = replace(silent, item=replace(silent.item, as_of=NOW - timedelta(hours=37)))
    status = status_of(silent, NOW)
    assert (status.word, status.tone, status.calm) == ("Nothing new from the bank", Tone.WARNING, False)


def test_what_runs_wins_over_what_was() -> None:
    waiting = connection(status=ItemStatus.OFFLINE, progress=Progress(Stage.QUEUED))
    assert status_of(waiting, NOW).word == "Waiting to start"
    assert status_of(replace(waiting, progress=Progress(Stage.FETCHING)), NOW).word == "Syncing"


def test_the_headline_sums_up() -> None:
    items = three().items
    offline = connection(2, status=ItemStatus.OFFLINE)
    busy = replace(items[0], progress=Progress(Stage.FETCHING))
    assert headline(Overview(items), NOW).word == "All 3 connections up to date"
    assert headline(Overview((items[0], offline, items[2])), NOW).word == "2 of 3 connections up to date"
    assert headline(Overview((busy, offline, items[2])), NOW).word == "Syncing 1 of 3 connections"
    assert headline(Overview((busy, busy, busy)), NOW).word == "Syncing all 3 connections"
    assert headline(Overview((items[0],)), NOW).word == "Your connection is up to date"
    assert headline(Overview((offline,)), NOW).word == "Offline"
    assert headline(Overview((busy,)), NOW).word == "Syncing your connection"
    paused = connection(status=ItemStatus.PAUSED)
    assert headline(Overview((paused, paused)), NOW).word == "Syncing is paused"
    assert headline(Overview((paused, items[0])), NOW).word == "1 of 2 connections up to date"


@pytest.mark.parametrize(
    ("progress", "expected"),
    [
        (None, "Syncing"),
        (Progress(Stage.QUEUED), "Waiting to start"),
        (Progress(Stage.FETCHING), "Asking the bank"),
        (Progress(Stage.FETCHING, 3, 1_500), "1,500 rows, page 3"),
        (Progress(Stage.FETCHING, 1, 1), "1 row, page 1"),
        (Progress(Stage.APPLYING, 8, 3_912, 2_600), "Saving 2,600 of 3,912 rows"),
    ],
)
def test_progress_is_told_without_a_total_that_nobody_knows(
    progress: Progress | None, expected: str, english: QLocale
) -> None:
    assert progress_text(progress, english) == expected


def test_counts_are_short_for_the_eye_and_long_for_the_ear(english: QLocale) -> None:
    counts = Counts(1_200, 3, 1)
    assert counts_short(counts, english) == "+1,200 ~3 \u22121"
    assert counts_long(counts, english) == "1,200 added, 3 modified, 1 removed"


def test_a_run_says_what_became_of_it(english: QLocale) -> None:
    assert run_text(None, english) == "No sync so far"
    assert run_text(run_of(), english) == "Last sync: +12 ~3 \u22121"
    assert run_text(run_of(counts=Counts()), english) == "Last sync: nothing new"
    texts = {run_text(run_of(state=state), english) for state in SyncRunState}
    assert len(texts) == len(SyncRunState)


def test_rows_that_could_not_be_read_are_said(english: QLocale) -> None:
    assert unreadable_rows(1, english).startswith("1 row could not be read.")
    assert unreadable_rows(1_200, english).startswith("1,200 rows could not be read.")


def test_what_is_owed_is_said_to_be_owed(english: QLocale) -> None:
    card = account(kind="credit", current=128_654, limit=800_000)
    assert (balance_figure(card, english), balance_qualifier(card)) == ("$1,286.54", "owed")
    assert balance_extra(card, english) == "$8,000.00 limit"
    overpaid = account(kind="credit", current=-3_510)
    assert (balance_figure(overpaid, english), balance_qualifier(overpaid)) == ("$35.10", "in your favour")
    assert balance_extra(overpaid, english) == ""
    loan = account(kind="loan", current=1_142_077)
    assert (balance_figure(loan, english), balance_qualifier(loan)) == ("$11,420.77", "owed")


def test_what_is_held_is_written_with_its_sign(english: QLocale) -> None:
    overdrawn = account(current=-122_040, available=0)
    assert (balance_figure(overdrawn, english), balance_qualifier(overdrawn)) == ("\u2212$1,220.40", "")
    assert balance_extra(overdrawn, english) == "$0.00 available"
    assert balance_extra(account(available=428_116), english) == ""
    unknown = account(current=None)
    assert (balance_figure(unknown, english), balance_qualifier(unknown)) == ("—", "balance not told")


def test_an_account_is_named_with_the_end_of_its_number() -> None:
    assert account_title(account(7)) == "Everyday Checking  ••0007"
    assert account_title(replace(account(7), mask=None)) == "Everyday Checking"
