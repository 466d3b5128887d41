"""Stale is told, also when every call succeeds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from budgetsync.domain.errors import Trouble
from budgetsync.domain.freshness import (
    FRESH,
    Freshness,
    Rhythm,
    count_up_to_date,
    is_up_to_date,
    judge,
    longest_gap,
    longest_silence,
)
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import History, Institution, Item, ItemStatus

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
TROUBLE = Trouble("X", "Title", "Message.", "Act.")


def item(
    number: int = 1,
    *,
    status: ItemStatus = ItemStatus.HEALTHY,
    synced: timedelta | None = timedelta(minutes=5),
    as_of: timedelta | None = timedelta(hours=5),
    trouble: Trouble | None = None,
) -> Item:
    succeeded = None if synced is None else NOW - synced
    return Item(
        ItemId(number),
        "plaid",
        f"item-{number}",
        Institution("ins", "Bank"),
        status,
        "c",
        History.COMPLETE,
        contacted_at=succeeded,
        succeeded_at=succeeded,
        as_of=None if as_of is None else NOW - as_of,
        trouble=trouble,
    )


def rhythm(last_ago: int, gap: int | None) -> Rhythm:
    return Rhythm(AccountId(1), "Checking", NOW.date() - timedelta(days=last_ago), gap)


def test_a_connection_that_just_succeeded_is_fresh() -> None:
    assert judge(item(), [rhythm(3, 1)], NOW) == FRESH


def test_the_banks_own_age_counts_though_every_call_succeeds() -> None:
    judged = judge(item(as_of=timedelta(hours=36, seconds=1)), [], NOW)

    assert judged.freshness is Freshness.BANK_SILENT
    assert judged.since == NOW - timedelta(hours=36, seconds=1)
    assert judged.is_stale
    assert judge(item(as_of=timedelta(hours=36)), [], NOW) == FRESH
    assert judge(item(as_of=None), [], NOW) == FRESH


def test_who_chose_a_longer_interval_is_not_told_each_day() -> None:
    weekly, old = timedelta(days=7), item(synced=timedelta(days=8), as_of=timedelta(days=8))

    assert judge(old, [], NOW, interval=weekly) == FRESH
    assert judge(old, [], NOW + timedelta(days=1), interval=weekly).freshness is Freshness.NOT_SYNCED
    assert judge(old, [], NOW, interval=timedelta(hours=1)).freshness is Freshness.NOT_SYNCED


def test_contact_that_fails_for_a_day_counts_before_the_banks_age() -> None:
    judged = judge(item(synced=timedelta(hours=27), as_of=timedelta(days=9)), [], NOW)

    assert judged.freshness is Freshness.NOT_SYNCED
    assert judge(item(synced=None), [], NOW).freshness is Freshness.NEVER


@pytest.mark.parametrize(
    ("last_ago", "gap", "silent"),
    [(10, 1, False), (11, 1, True), (11, None, False), (30, 20, False), (31, 20, True), (15, 10, False)],
)
def test_an_account_is_silent_by_its_own_rhythm(last_ago: int, gap: int | None, silent: bool) -> None:  # noqa: FBT001
    judged = judge(item(), [rhythm(1, 1), rhythm(last_ago, gap)], NOW)

    assert (judged.freshness is Freshness.ACCOUNT_SILENT) is silent
    assert judged.account == ("Checking" if silent else "")


def test_a_rhythm_is_the_longest_gap_and_needs_some_days() -> None:
    days = [date(2026, 6, number) for number in (1, 2, 3, 8, 9, 10)]

    assert longest_gap(days) == 5
    assert longest_gap(days[:4]) is None
    assert longest_silence(rhythm(0, 1)) == timedelta(days=10)
    assert longest_silence(rhythm(0, 8)) == timedelta(days=12)
    assert longest_silence(rhythm(0, None)) is None


def test_two_rows_a_month_side_by_side_are_no_silence_in_the_middle_of_it() -> None:
    days = [date(2026, month, day) for month in range(1, 7) for day in (14, 15)]
    savings = Rhythm(AccountId(1), "Savings", days[-1], longest_gap(days))

    for passed in range(40):
        assert judge(item(), [savings], NOW + timedelta(days=passed), interval=timedelta(days=60)) == FRESH


def test_up_to_date_is_said_in_a_sentence() -> None:
    fresh = [(item(number), FRESH) for number in range(1, 12)]
    stale = (item(12, as_of=timedelta(days=3)), judge(item(12, as_of=timedelta(days=3)), [], NOW))
    counted = count_up_to_date([*fresh, stale])

    assert str(counted) == "11 of 12 connections are up to date"
    assert counted.behind == (ItemId(12),)
    assert str(count_up_to_date(fresh)) == "All 11 connections are up to date"
    assert str(count_up_to_date(fresh[:1])) == "Your connection is up to date"
    assert str(count_up_to_date([stale])) == "Your connection is not up to date"
    assert str(count_up_to_date([fresh[0], stale])) == "1 of 2 connections is up to date"
    assert str(count_up_to_date([stale, stale])) == "None of 2 connections are up to date"
    assert str(count_up_to_date([])) == "No bank is connected yet"


def test_a_sync_under_way_takes_nothing_away() -> None:
    assert is_up_to_date(item(status=ItemStatus.SYNCING), FRESH)
    assert not is_up_to_date(item(status=ItemStatus.SYNCING, trouble=TROUBLE), FRESH)
    assert not is_up_to_date(item(status=ItemStatus.PAUSED), FRESH)
