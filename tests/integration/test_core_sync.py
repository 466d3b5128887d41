"""The ledger follows the bank: first sync, no news, sixty days of news, and what the user typed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import Event, ItemChanged, LedgerChanged, RunFinished, RunProgressed
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.sync import Counts, Stage, SyncRunState
from tests.integration.household import Household, MakeHousehold, Recorder, sync


def test_the_first_sync_equals_the_bank_s_world_and_the_second_adds_nothing(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            items = await household.connect(core)
            runs = await sync(core)
            household.truth_is_kept()
            assert {run.state for run in runs.values()} == {SyncRunState.SUCCEEDED}
            assert sum((run.counts for run in runs.values()), Counts()) == Counts(added=2000)
            before = household.ledger()

            again = await sync(core)

            assert household.ledger() == before
            assert [run.counts for run in again.values()] == [Counts()] * len(items)
            await shown(core)

    async def shown(core: Core) -> None:
        overview = await core.overview()
        assert [one.item.status for one in overview.items] == [ItemStatus.HEALTHY] * 3
        assert [len(one.accounts) for one in overview.items] == [3, 2, 2]
        assert sum(account.transactions for one in overview.items for account in one.accounts) == 2000
        now = datetime.fromisoformat(household.bank.world(transactions=False)["now"])
        for one in overview.items:
            assert one.item.trouble is None
            assert one.progress is None
            assert one.item.contacted_at is not None
            assert one.item.contacted_at.tzinfo is UTC
            assert one.item.as_of is not None
            assert one.item.as_of <= now
        assert len(await core.newest_transactions(None)) == 2000

    asyncio.run(scene())


def test_sixty_days_of_news_one_by_one(make_household: MakeHousehold) -> None:
    household = make_household(600)

    async def scene() -> Counts:
        total = Counts()
        async with household.running() as core:
            await household.connect(core)
            await sync(core)
            household.truth_is_kept()
            for _ in range(60):
                household.bank.advance(days=1)
                runs = await sync(core)
                household.truth_is_kept()
                total += sum((run.counts for run in runs.values()), Counts())
        return total

    total = asyncio.run(scene())

    assert total.added > 100
    assert total.modified > 50
    assert household.rows("SELECT count(*) FROM observation WHERE joined_by IS NOT NULL")[0][0] > 50


def test_many_days_at_once_equal_the_world_too(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core)
            await sync(core)
            for days in (1, 3, 45):
                household.bank.advance(days=days)
                await sync(core)
                household.truth_is_kept()

    asyncio.run(scene())


def test_news_that_come_while_paging_restart_the_loop(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, "ins_109508")
            recorder = Recorder(core)
            advanced: list[int] = []

            def news(event: Event) -> None:
                if isinstance(event, RunProgressed) and event.progress.pages == 1 and not advanced:
                    advanced.append(event.progress.rows)
                    household.bank.advance(days=4)

            recorder.listeners.append(news)
            runs = await sync(core)

            assert advanced == [500]
            assert runs[item].state is SyncRunState.SUCCEEDED
            assert runs[item].requests > runs[item].pages + 1
            household.truth_is_kept()

    asyncio.run(scene())


def test_three_connections_are_fetched_at_the_same_time(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            items = await household.connect(core)
            recorder = Recorder(core)
            await sync(core)
            first_end = next(
                place for place, event in enumerate(recorder.events) if isinstance(event, RunFinished)
            )
            begun = {
                event.item_id for event in recorder.events[:first_end] if isinstance(event, RunProgressed)
            }
            assert begun == set(items)
            household.truth_is_kept()

    asyncio.run(scene())


def test_events_come_in_order_and_after_the_commit(household: Household) -> None:
    async def scene() -> list[Event]:
        async with household.running() as core:
            (item,) = await household.connect(core, "ins_109508")
            recorder = Recorder(core)
            seen: dict[str, list[tuple[object, ...]]] = {}

            def look(event: Event) -> None:
                if isinstance(event, LedgerChanged | RunFinished):
                    seen[type(event).__name__] = household.rows(
                        'SELECT state, (SELECT count(*) FROM "transaction"), '
                        "(SELECT count(*) FROM queue WHERE ended_at IS NULL) FROM sync_run"
                    )

            recorder.listeners.append(look)
            await sync(core)
            await recorder.until_finished()
            rows = len(household.truth_is_kept())
            assert seen == {
                "LedgerChanged": [("SUCCEEDED", rows, 0)],
                "RunFinished": [("SUCCEEDED", rows, 0)],
            }
            finished = recorder.events[-1]
            assert isinstance(finished, RunFinished)
            assert (finished.item_id, finished.counts, finished.trouble) == (item, Counts(added=rows), None)
            return recorder.events

    events = asyncio.run(scene())
    kinds = [type(event) for event in events if not isinstance(event, RunProgressed)]
    stages = [event.progress.stage for event in events if isinstance(event, RunProgressed)]
    rows = [event.progress.rows for event in events if isinstance(event, RunProgressed)]
    assert kinds == [ItemChanged, ItemChanged, LedgerChanged, RunFinished]
    assert stages == sorted(stages, key=list(Stage).index)
    assert set(stages) == {Stage.FETCHING, Stage.APPLYING}
    assert rows == sorted(rows)
    assert isinstance(events[-2], LedgerChanged)


def test_what_the_user_typed_survives_posting_and_modification(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core)
            await sync(core)
            pendings = [
                row for (row,) in household.rows("SELECT id FROM \"transaction\" WHERE state = 'PENDING'")
            ]
            for number in pendings:
                for field in ("payee", "category", "note"):
                    await core.edit_transaction(TransactionId(number), field, f" my {field} {number} ")
            for _ in range(20):
                household.bank.advance(days=1)
                await sync(core)
                household.truth_is_kept()
            shown = {row.id: row for row in await core.newest_transactions(None)}
            assert len(pendings) > 3
            posted = 0
            for number in pendings:
                row = shown.get(TransactionId(number))
                if row is None:  # the bank took it back
                    continue
                posted += row.state == "POSTED"
                assert (row.payee, row.note) == (f"my payee {number}", f"my note {number}")
                assert row.category == f"my category {number}"
            assert posted > 2

    asyncio.run(scene())


def test_an_edit_is_told_at_once_and_an_empty_one_takes_it_back(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, "ins_109508")
            await sync(core)
            recorder = Recorder(core)
            await core.edit_transaction(TransactionId(1), "payee", "Me")
            (event,) = recorder.events
            assert isinstance(event, LedgerChanged)
            assert event.change.transactions == (1,)
            await core.edit_transaction(TransactionId(1), "payee", "  ")
            assert household.rows('SELECT payee FROM "transaction" WHERE id = 1') == [(None,)]
            with pytest.raises(UsageError):
                await core.edit_transaction(TransactionId(1), "amount", "0")

    asyncio.run(scene())


def test_a_bank_that_is_connected_already_is_not_connected_twice(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, "ins_109508")
            with pytest.raises(UsageError, match="connected already"):
                await core.connect_sandbox("ins_109508")
            assert len(household.bank.world()["items"]) == 1
            with pytest.raises(UsageError):
                await core.request_sync(household.rows("SELECT max(id) + 1 FROM item")[0][0])

    asyncio.run(scene())


def test_a_history_that_is_not_ready_yet_comes_with_a_later_sync(make_household: MakeHousehold) -> None:
    household = make_household(300, not_ready_calls=1)

    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, "ins_109508")
            first = await sync(core)
            assert first[item].counts == Counts()
            assert household.rows("SELECT cursor, history, status FROM item") == [
                ("", "NOT_READY", "HEALTHY")
            ]
            await sync(core)
            household.truth_is_kept()

    asyncio.run(scene())
