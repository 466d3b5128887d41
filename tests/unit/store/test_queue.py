"""The durable queue and the runs: joined, ordered, and taken up again after a crash."""

from __future__ import annotations

from datetime import timedelta

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.errors import ReauthRequired, UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Connection, Institution, ItemStatus
from budgetsync.domain.request import SyncRequest
from budgetsync.domain.sync import SyncRunState, Trigger
from budgetsync.store import items, queue, sync_runs
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import NOW, LedgerFile


def connect(ledger: LedgerFile, name: str) -> ItemId:
    connection = Connection(name, Institution(f"ins_{name}", name), "access-token")
    return ledger.database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))


def request(ledger: LedgerFile, item: ItemId, trigger: Trigger) -> None:
    ledger.database.run_now(lambda db: queue.request(db, item, trigger, NOW))


def lease(ledger: LedgerFile, *busy: ItemId) -> SyncRequest | None:
    return ledger.database.run_now(lambda db: queue.lease_next(db, NOW, busy))


def test_requests_for_one_connection_are_joined_and_keep_the_more_urgent_trigger(ledger: LedgerFile) -> None:
    for trigger in (Trigger.TIMER, Trigger.USER, Trigger.WEBHOOK):
        request(ledger, ledger.item, trigger)

    leased = lease(ledger)

    assert leased is not None
    assert (leased.item_id, leased.trigger) == (ledger.item, Trigger.USER)
    assert lease(ledger, ledger.item) is None


def test_the_most_urgent_goes_first_and_then_the_oldest(ledger: LedgerFile) -> None:
    names = {"timer": Trigger.TIMER, "hook": Trigger.WEBHOOK, "user": Trigger.USER, "late user": Trigger.USER}
    made = {connect(ledger, name): name for name in names}
    for item, name in made.items():
        request(ledger, item, names[name])

    order: list[str] = []
    busy: list[ItemId] = []
    while (leased := lease(ledger, *busy)) is not None:
        order.append(made[leased.item_id])
        busy.append(leased.item_id)

    assert order == ["user", "late user", "hook", "timer"]


def test_a_request_whose_end_could_not_be_written_has_its_turn_again(ledger: LedgerFile) -> None:
    request(ledger, ledger.item, Trigger.USER)
    first = lease(ledger)

    again = lease(ledger)
    assert first is not None
    assert again is not None
    assert (again.id, first.attempts, again.attempts) == (first.id, 1, 2)


def test_a_request_that_is_not_due_waits(ledger: LedgerFile) -> None:
    request(ledger, ledger.item, Trigger.TIMER)
    early = ledger.database.run_now(lambda db: queue.lease_next(db, NOW - timedelta(seconds=1), ()))

    assert early is None


def test_only_what_has_not_begun_is_withdrawn(ledger: LedgerFile) -> None:
    other = connect(ledger, "other")
    for item in (ledger.item, other):
        request(ledger, item, Trigger.USER)
    leased = lease(ledger)
    assert leased is not None

    withdrawn = ledger.database.run_now(lambda db: queue.cancel_pending(db, None, NOW))

    assert withdrawn == [other]
    assert ledger.database.run_now(queue.open_items) == {leased.item_id}


def test_runs_left_open_are_interrupted_and_their_requests_are_free_again(ledger: LedgerFile) -> None:
    ledger.begin()
    ledger.begin()

    stale = ledger.database.run_now(lambda db: sync_runs.interrupt_stale(db, ledger.now))
    ledger.database.run_now(queue.release_leases)

    assert stale == [ledger.item]
    assert ledger.rows("SELECT DISTINCT state, finished_at IS NOT NULL FROM sync_run") == [("INTERRUPTED", 1)]
    assert ledger.rows("SELECT state, lease_until FROM queue") == [("pending", None)]
    assert ledger.database.run_now(lambda db: sync_runs.interrupt_stale(db, ledger.now)) == []


def test_a_failed_run_and_its_connection_say_why(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    run, _ = ledger.begin()
    trouble = ReauthRequired("The bank wants you.", provider_code="ITEM_LOGIN_REQUIRED").trouble

    def step(db: SqliteDatabase) -> None:
        sync_runs.close_run(db, run, SyncRunState.FAILED, ledger.now, trouble=trouble, requests=3)
        items.settle(db, ledger.item, ItemStatus.REAUTH_REQUIRED, trouble)

    ledger.database.run_now(step)

    last = ledger.database.run_now(sync_runs.load_last_runs)[ledger.item]
    item = ledger.database.run_now(lambda db: items.load_item(db, ledger.item))
    assert (last.state, last.trouble, last.requests) == (SyncRunState.FAILED, trouble, 3)
    assert (item.status, item.trouble, item.cursor) == (ItemStatus.REAUTH_REQUIRED, trouble, "c1")
    ledger.sync(batch())
    healed = ledger.database.run_now(lambda db: items.load_item(db, ledger.item))
    assert (healed.status, healed.trouble) == (ItemStatus.HEALTHY, None)


def test_a_connection_is_kept_once_and_never_its_token(ledger: LedgerFile) -> None:
    again = connect(ledger, "item-1")

    assert again == ledger.item
    assert "access-token" not in repr(ledger.contents())
    with pytest.raises(UsageError) as caught:
        ledger.database.run_now(lambda db: items.load_item(db, ItemId(99)))
    assert "status" in caught.value.action


def test_a_start_and_an_overview_look_at_no_run_of_the_past(ledger: LedgerFile) -> None:
    steps: list[str] = []

    def look(db: SqliteDatabase) -> None:
        connection = connection_of(db)
        connection.set_trace_callback(steps.append)
        sync_runs.interrupt_stale(db, NOW)
        sync_runs.load_last_runs(db)
        connection.set_trace_callback(None)

    ledger.database.run_now(look)
    plans = [
        row[3]
        for step in steps
        if step[:6] in {"SELECT", "UPDATE"}
        for row in ledger.rows(f"EXPLAIN QUERY PLAN {step}")
    ]
    scans = [str(plan) for plan in plans if str(plan).startswith("SCAN")]
    assert plans
    assert [scan for scan in scans if "sync_run_running" not in scan and not scan.startswith("SCAN i")] == []
