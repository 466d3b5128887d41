"""What webhooks lead to: a row, a request, a place in the mailbox, all in one commit, and a sync that acts on them."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import time, timedelta
from functools import partial

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.errors import (
    ProviderRejected,
    ProviderUnavailable,
    ReauthRequired,
)
from budgetsync.domain.events import Event, RealTimeChanged, RunFinished
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.realtime import MailboxEvent
from budgetsync.domain.schedule_settings import Pause, QuietHours, ScheduleSettings
from budgetsync.domain.sync import Trigger
from budgetsync.domain.webhook import Ask, Reason, Route
from budgetsync.store import facts, forgetting, inbox, queue
from tests.unit.domain.builders import observation, page
from tests.unit.sync.news import MakeDesk, forged, hint
from tests.unit.sync.scripted import NOW, work


def test_a_webhook_is_a_row_a_request_and_a_place_in_one_commit(make_desk: MakeDesk) -> None:
    desk = make_desk()

    asyncio.run(desk.take(hint(1)))

    assert desk.states() == [("SYNC_UPDATES_AVAILABLE", "queued", None)]
    assert desk.requests() == [(1, "WEBHOOK", 0)]
    assert desk.place() == ("a", 1)


def test_what_cannot_be_committed_raises_and_leaves_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.machine.rows("CREATE TRIGGER full BEFORE UPDATE ON mailbox BEGIN SELECT RAISE(ABORT, 'no'); END")

    with pytest.raises(Exception, match="no"):
        asyncio.run(desk.take(hint(1)))

    assert desk.states() == desk.requests() == []
    assert desk.place() == ("", 0)


def test_the_place_never_goes_ahead_of_what_was_written(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.machine.rows("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'no'); END")

    with pytest.raises(Exception, match="no"):
        asyncio.run(desk.take(hint(1)))

    assert desk.place() == ("", 0)


def test_whoever_is_cut_off_leaves_no_row_that_nobody_is_told_of(make_desk: MakeDesk) -> None:
    desk = make_desk()
    told: list[Event] = []
    desk.machine.bus.subscribe(told.append)
    settings = desk.intake._settings

    async def scene() -> None:
        loop, cut_off, go_on = asyncio.get_running_loop(), asyncio.Event(), threading.Event()
        taking = asyncio.create_task(desk.take(hint(1)))

        def in_the_middle(db: SqliteDatabase) -> ScheduleSettings:
            loop.call_soon_threadsafe(cut_off.set)
            assert go_on.wait(10)
            return settings(db)

        desk.intake._settings = in_the_middle
        await cut_off.wait()
        taking.cancel()
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(taking, return_exceptions=True)
        assert taking.cancelled()

    asyncio.run(scene())

    assert desk.states() == [("SYNC_UPDATES_AVAILABLE", "queued", None)]
    assert RealTimeChanged() in told


def test_one_that_comes_again_changes_nothing_whatever_way_it_takes(make_desk: MakeDesk) -> None:
    desk = make_desk(page([observation("a")]))

    async def scene(ended: list[RunFinished]) -> None:
        await desk.take(hint(1))
        await desk.machine.until(lambda: len(ended) == 1)
        await desk.take(hint(1))  # the acknowledgement was lost
        await desk.take(hint(1), first=2)  # the provider sent it twice
        signed_again = replace(hint(1, route=Route.DIRECT), token="header.1.another")
        await desk.intake.take_direct(signed_again)

    work(desk.machine, scene)

    assert desk.states() == [("SYNC_UPDATES_AVAILABLE", "done", 1)]
    assert desk.requests() == []
    assert desk.place() == ("a", 2)


def test_a_run_acts_on_what_came_before_it_and_says_when(make_desk: MakeDesk) -> None:
    desk = make_desk(page([observation("a")]))

    async def scene(ended: list[RunFinished]) -> None:
        await desk.take(hint(1, arrived_at=NOW - timedelta(seconds=2)), hint(2))
        await desk.machine.until(lambda: len(ended) == 1)

    work(desk.machine, scene)

    entries_of_run = desk.machine.database.run_now(lambda db: inbox.load_entries(db, 10, run_id=RunId(1)))
    assert [(one.state, one.latency) for one in entries_of_run] == [
        ("done", timedelta(0)),
        ("done", timedelta(seconds=2)),
    ]
    assert desk.machine.rows("SELECT trigger FROM sync_run") == [("WEBHOOK",)]
    assert desk.machine.database.run_now(lambda db: inbox.load_latencies(db, NOW)) == [0.0, 2.0]


def test_what_comes_during_a_run_is_acted_on_by_one_more_five_seconds_after_it(make_desk: MakeDesk) -> None:
    desk = make_desk(page([observation("a")]), page([observation("b")]))

    async def scene(ended: list[RunFinished]) -> None:
        gate = desk.machine.provider.gate = asyncio.Event()
        await desk.take(hint(1))
        await desk.machine.until(lambda: bool(desk.machine.worker.progress))
        await desk.take(hint(2), first=2)
        await desk.take(hint(3), first=3)
        gate.set()
        await desk.machine.until(lambda: len(ended) == 1)
        assert [state for _, state, _ in desk.states()] == ["done", "queued", "queued"]
        assert desk.requests() == [(1, "WEBHOOK", 5_000)]
        await desk.take(hint(4), first=4)
        assert desk.requests() == [(1, "WEBHOOK", 5_000)]
        desk.machine.clock.advance(5)
        desk.machine.worker.wake()
        await desk.machine.until(lambda: len(ended) == 2)

    work(desk.machine, scene)

    assert [run for _, _, run in desk.states()] == [1, 2, 2, 2]
    assert desk.requests() == []


def test_webhooks_join_a_request_that_waits_for_its_turn_and_have_it_at_once(make_desk: MakeDesk) -> None:
    desk = make_desk()
    later = NOW + timedelta(seconds=45)
    desk.machine.database.run_now(lambda db: queue.request(db, ItemId(1), Trigger.USER, NOW, due=later))

    asyncio.run(desk.take(hint(1)))

    assert desk.requests() == [(1, "USER", 0)]


def test_a_retry_that_waits_keeps_its_turn_unless_the_login_was_repaired(make_desk: MakeDesk) -> None:
    desk = make_desk(ProviderUnavailable("down"), page([observation("a")]))

    async def scene(ended: list[RunFinished]) -> None:
        desk.machine.request(trigger=Trigger.TIMER)
        await desk.machine.until(lambda: len(ended) == 1)
        (before,) = desk.requests()
        await desk.take(hint(1))
        assert desk.requests() == [(1, "WEBHOOK", before[2])]
        await desk.take(hint(2, "LOGIN_REPAIRED", ask=Ask.LOGIN_REPAIRED), first=2)
        await desk.machine.until(lambda: len(ended) == 2)

    work(desk.machine, scene)

    assert [state for _, state, _ in desk.states()] == ["done", "done"]


def test_a_failed_run_leaves_them_to_the_next_and_one_that_is_given_up_buries_them(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(ReauthRequired("sign in"), ProviderRejected("keys"), page([observation("a")]))

    async def scene(ended: list[RunFinished]) -> None:
        await desk.take(hint(1))
        await desk.machine.until(lambda: len(ended) == 1)
        assert [state for _, state, _ in desk.states()] == ["queued"]
        desk.machine.request()
        await desk.machine.until(lambda: len(ended) == 2)
        assert [state for _, state, _ in desk.states()] == ["dead"]
        assert desk.machine.rows("SELECT kind, state FROM dead_letter") == [("request", "open")]
        desk.machine.request()
        await desk.machine.until(lambda: len(ended) == 3)

    work(desk.machine, scene)

    assert [(state, run) for _, state, run in desk.states()] == [("done", 3)]
    assert desk.machine.rows("SELECT state FROM dead_letter") == [("solved",)]


def test_a_repaired_login_lets_a_parked_connection_go_on(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.machine.rows("UPDATE item SET status = 'REAUTH_REQUIRED', trouble_code = 'X'")

    asyncio.run(desk.take(hint(1, "LOGIN_REPAIRED", ask=Ask.LOGIN_REPAIRED)))

    assert desk.machine.rows("SELECT status, trouble_code FROM item") == [(ItemStatus.WAITING, None)]
    assert desk.requests() == [(1, "WEBHOOK", 0)]


def test_notes_and_strangers_are_kept_and_ask_for_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk()

    asyncio.run(
        desk.take(hint(1, "FROM_NEXT_YEAR", ask=Ask.NOTE), hint(2, item="who"), hint(3, item=""), forged(4))
    )

    assert [state for _, state, _ in desk.states()] == ["noted", "stranger", "noted"]
    assert desk.requests() == []
    assert desk.place() == ("a", 4)
    assert desk.machine.database.run_now(inbox.load_rejections) == {Reason.BAD_SIGNATURE: 1}


def test_of_a_connection_that_was_removed_nothing_is_asked(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.machine.rows("UPDATE item SET removed_at = 1")

    asyncio.run(desk.take(hint(1)))

    assert [state for _, state, _ in desk.states()] == ["stranger"]
    assert desk.requests() == []


@pytest.mark.parametrize(
    "lost",
    [
        [MailboxEvent(2, None, dropped=7)],
        [MailboxEvent(2, None, dropped=1), MailboxEvent(3, hint(3))],
        [MailboxEvent(3, hint(3))],
    ],
    ids=["gap", "could not be unsealed", "hole"],
)
def test_what_the_relay_lost_has_everything_synced(make_desk: MakeDesk, lost: list[MailboxEvent]) -> None:
    desk = make_desk(connections=3)

    async def scene() -> None:
        await desk.take(hint(1, item="who"))
        assert desk.requests() == []
        await desk.intake.take("a", lost)

    asyncio.run(scene())

    assert [item for item, _, _ in desk.requests()] == [1, 2, 3]
    assert desk.place() == ("a", 3 if len(lost) == 2 or lost[0].seq == 3 else 2)


def test_by_a_clock_that_is_slow_webhooks_lie_ahead_and_have_everything_synced_once_in_a_while(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(connections=2)

    async def scene() -> None:
        await desk.take(forged(1), forged(2, Reason.TOO_OLD))
        assert desk.requests() == []
        await desk.take(forged(3, Reason.FROM_THE_FUTURE), first=3)
        await desk.take(forged(4, Reason.FROM_THE_FUTURE), first=4)

    asyncio.run(scene())

    assert [item for item, _, _ in desk.requests()] == [1, 2]
    assert desk.states() == []
    assert desk.place() == ("a", 4)


def test_a_test_event_of_our_own_moves_the_place_and_nothing_else(make_desk: MakeDesk) -> None:
    desk = make_desk()

    asyncio.run(desk.intake.take("a", [MailboxEvent(1, None)]))

    assert desk.place() == ("a", 1)
    assert desk.requests() == desk.states() == []


def test_another_epoch_has_everything_synced_and_begins_at_the_start(make_desk: MakeDesk) -> None:
    desk = make_desk(connections=2)

    async def scene() -> None:
        await desk.intake.begin_epoch("a")
        assert desk.requests() == []  # the first of all: nothing was lost
        await desk.take(hint(1, item="who"), hint(2, item="who"))
        await desk.intake.begin_epoch("b")
        assert desk.place() == ("b", 0)
        assert [item for item, _, _ in desk.requests()] == [1, 2]
        await desk.take(hint(9), epoch="b")

    asyncio.run(scene())

    assert desk.place() == ("b", 1)


def test_what_is_repeated_out_of_order_or_from_another_epoch_loses_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk()

    async def scene() -> None:
        await desk.take(hint(1), hint(2), hint(3))
        await desk.take(hint(2), first=2)
        assert desk.place() == ("a", 3)
        await desk.take(hint(7), epoch="b")  # nobody said that it begins
        assert desk.place() == ("b", 1)

    asyncio.run(scene())

    assert len(desk.states()) == 4


def test_what_is_paused_waits_and_quiet_hours_are_kept(make_desk: MakeDesk) -> None:
    desk = make_desk(connections=2)
    pause = replace(ScheduleSettings(), pauses={desk.machine.items[0]: Pause()})

    async def scene() -> None:
        desk.settings = pause
        await desk.take(hint(1), hint(2, item="item-2"))
        assert [item for item, _, _ in desk.requests()] == [2]
        desk.settings = ScheduleSettings()
        await desk.intake.recover()
        assert {item for item, _, _ in desk.requests()} == {1, 2}
        desk.machine.rows("DELETE FROM queue")
        desk.settings = replace(ScheduleSettings(), quiet=QuietHours(time(11), time(13)))
        await desk.take(hint(3), first=3)

        assert desk.requests() == [(1, "WEBHOOK", 3_600_000)]
        now = desk.machine.clock.now()
        assert desk.machine.database.run_now(lambda db: queue.under_way(db, now)) == set()
        desk.settings = ScheduleSettings()  # the user wants no quiet hours any more
        await desk.intake.recover()

    asyncio.run(scene())

    assert desk.requests() == [(1, "WEBHOOK", 0), (2, "WEBHOOK", 0)]


def test_what_a_webhook_tells_of_a_connection_is_written_down_until_it_is_repaired(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk()
    facts = "SELECT consent_expires_at / 1000, disconnects_at / 1000, new_accounts_at / 1000 FROM item"
    ends = NOW + timedelta(days=3)

    async def scene() -> None:
        await desk.take(
            hint(1, "PENDING_EXPIRATION", facts={"ends_at": ends.isoformat()}),
            hint(2, "PENDING_DISCONNECT"),
            hint(3, "NEW_ACCOUNTS_AVAILABLE", ask=Ask.NOTE),
        )
        assert desk.machine.rows(facts) == [
            (ends.timestamp(), (NOW + timedelta(days=7)).timestamp(), NOW.timestamp())
        ]
        repaired = NOW + timedelta(hours=1)
        await desk.take(
            hint(4, "LOGIN_REPAIRED", ask=Ask.LOGIN_REPAIRED, signed_at=repaired),
            hint(5, "PENDING_DISCONNECT"),
            first=4,
        )

    asyncio.run(scene())

    assert desk.machine.rows(facts) == [(ends.timestamp(), None, None)]


def test_old_rows_go_and_open_ones_stay(make_desk: MakeDesk) -> None:
    desk = make_desk()

    async def scene() -> None:
        await desk.take(hint(1), hint(2, "X", ask=Ask.NOTE))
        desk.machine.clock.advance(31 * 86_400)
        await desk.intake.recover()

    asyncio.run(scene())

    assert [state for _, state, _ in desk.states()] == ["queued"]


def test_an_end_that_did_not_come_is_forgotten_with_the_next_success(make_desk: MakeDesk) -> None:
    desk = make_desk(page([observation("a")]), page([observation("b")]))

    async def scene(ended: list[RunFinished]) -> None:
        await desk.take(hint(1, "PENDING_DISCONNECT"))
        await desk.machine.until(lambda: len(ended) == 1)
        assert desk.machine.rows("SELECT disconnects_at IS NULL FROM item") == [(0,)]
        desk.machine.clock.advance(8 * 86_400)
        desk.machine.request()
        await desk.machine.until(lambda: len(ended) == 2)

    work(desk.machine, scene)

    assert desk.machine.rows("SELECT disconnects_at IS NULL FROM item") == [(1,)]


def test_an_account_that_was_taken_back_is_named_until_it_is_shared_again(make_desk: MakeDesk) -> None:
    desk = make_desk(page([observation("a")]))
    load = partial(facts.load_revoked, since=NOW - timedelta(days=1))

    async def scene(ended: list[RunFinished]) -> None:
        desk.machine.request()
        await desk.machine.until(lambda: len(ended) == 1)
        ((account,),) = desk.machine.rows("SELECT source_account_id FROM source_account")
        told = {"account": str(account)}
        await desk.take(hint(1, "USER_ACCOUNT_REVOKED", ask=Ask.NOTE, facts=told))

    work(desk.machine, scene)

    ((name,),) = desk.machine.rows("SELECT name FROM account")
    assert desk.machine.database.run_now(load) == {desk.machine.items[0]: (name,)}
    desk.machine.database.run_now(lambda db: facts.clear(db, desk.machine.items[0]))
    assert desk.machine.database.run_now(load) == {}


def test_a_connection_that_is_removed_waits_for_nothing_any_more(make_desk: MakeDesk) -> None:
    desk = make_desk()

    asyncio.run(desk.take(hint(1)))
    desk.machine.database.run_now(lambda db: forgetting.retire(db, desk.machine.items[0], NOW))

    assert [state for _, state, _ in desk.states()] == ["stranger"]
    assert desk.machine.database.run_now(inbox.count_open) == 0
