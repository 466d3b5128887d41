"""Webhooks whose key nobody can be asked for: kept whole, verified later, and few of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from datetime import timedelta

import pytest

from budgetsync.domain.errors import (
    Offline,
    RateLimited,
)
from budgetsync.domain.webhook import RELAYED_AGE, Delivery, Reason, Route
from budgetsync.store import inbox
from budgetsync.store.inbox import MOST_UNVERIFIED
from budgetsync.sync.intake import OVERFLOW_PAUSE
from tests.unit.sync.news import Desk, MakeDesk, forged, hint
from tests.unit.sync.scripted import NOW


async def verifying(desk: Desk, scene: Awaitable[None]) -> None:
    task = asyncio.ensure_future(desk.intake.verify_waiting())
    try:
        await scene
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def test_what_cannot_be_verified_is_kept_whole_acknowledged_and_verified_later(make_desk: MakeDesk) -> None:
    desk = make_desk()
    came = NOW - timedelta(minutes=3)

    async def scene() -> None:
        desk.webhooks.away = Offline("no network")
        await desk.take(hint(1, arrived_at=came), forged(2))
        assert desk.machine.rows("SELECT state, length(body) > 0, token FROM inbox") == [
            ("unverified", 1, "header.1.signature"),
            ("unverified", 1, "header.2.forged"),
        ]
        assert desk.place() == ("a", 2)
        desk.restart()
        desk.webhooks.away = None
        desk.machine.clock.advance(9 * 86_400)  # the computer sleeps, and is much later when it can ask

        async def until_settled() -> None:
            await desk.machine.until(lambda: bool(desk.requests()))

        await verifying(desk, until_settled())

    asyncio.run(scene())

    assert desk.states() == [("SYNC_UPDATES_AVAILABLE", "queued", None)]
    assert desk.machine.rows("SELECT body, token FROM inbox") == [(b"", "")]
    assert desk.webhooks.ages == [NOW, NOW]  # as old as they were when they came
    assert desk.machine.database.run_now(inbox.load_rejections) == {Reason.BAD_SIGNATURE: 1}


def test_a_forged_one_that_waits_takes_no_genuine_ones_place(make_desk: MakeDesk) -> None:
    desk = make_desk()
    double = Delivery(b"forged", hint(1).token, Route.RELAY, NOW)

    async def scene() -> None:
        desk.webhooks.away = Offline("no network")
        await desk.take(double, hint(1), hint(1))
        desk.webhooks.away = None

        async def until_settled() -> None:
            await desk.machine.until(lambda: bool(desk.requests()))

        await verifying(desk, until_settled())

    asyncio.run(scene())

    assert desk.states() == [("SYNC_UPDATES_AVAILABLE", "queued", None)]


def test_one_whose_key_has_to_wait_holds_up_no_other(make_desk: MakeDesk) -> None:
    desk = make_desk()
    limited = RateLimited("too many keys", retry_after=30)

    async def verify(delivery: Delivery, _now: object) -> object:
        if delivery.digest == hint(1).digest or desk.webhooks.away is not None:
            raise limited
        return await believe(delivery, NOW)

    believe = desk.webhooks.verify
    desk.webhooks.verify = verify  # type: ignore[method-assign, assignment]

    async def scene() -> None:
        desk.webhooks.away = limited
        await desk.take(hint(1), hint(2))
        desk.webhooks.away = None

        async def until_settled() -> None:
            await desk.machine.until(lambda: bool(desk.requests()))

        await verifying(desk, until_settled())

    asyncio.run(scene())

    assert {state for _, state, _ in desk.states()} == {"queued", "unverified"}


def test_what_there_is_no_room_for_has_everything_synced_and_seldom(make_desk: MakeDesk) -> None:
    desk = make_desk(connections=2)
    desk.webhooks.away = Offline("no network")

    async def scene() -> None:
        await desk.take(*(hint(number) for number in range(1, MOST_UNVERIFIED + 1)))
        assert desk.requests() == []
        await desk.take(hint(900), first=MOST_UNVERIFIED + 1)
        assert [wait for _, _, wait in desk.requests()] == [0, 0]
        desk.machine.rows("DELETE FROM queue")
        desk.machine.clock.advance(60)
        await desk.take(hint(901), first=MOST_UNVERIFIED + 2)

    asyncio.run(scene())

    left = OVERFLOW_PAUSE - timedelta(seconds=60)
    assert [wait for _, _, wait in desk.requests()] == [left // timedelta(milliseconds=1)] * 2
    assert len(desk.states()) == MOST_UNVERIFIED
    assert desk.place() == ("a", MOST_UNVERIFIED + 2)


def test_what_can_never_be_verified_is_a_dead_letter_and_everything_is_synced(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.webhooks.away = Offline("no network")

    async def scene() -> None:
        await desk.take(hint(1))
        desk.machine.clock.advance((RELAYED_AGE + timedelta(minutes=1)).total_seconds())

        async def until_given_up() -> None:
            await desk.machine.until(lambda: bool(desk.requests()))

        await verifying(desk, until_given_up())

    asyncio.run(scene())

    assert [state for _, state, _ in desk.states()] == ["dead"]
    assert desk.machine.rows("SELECT kind, state FROM dead_letter") == [("event", "open")]


def test_verifying_that_takes_too_long_is_left_for_later(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("budgetsync.sync.intake.PATIENCE", 0.01)
    desk = make_desk()
    desk.webhooks.gate = asyncio.Event()

    asyncio.run(desk.intake.take_direct(hint(1, route=Route.DIRECT)))

    assert [state for _, state, _ in desk.states()] == ["unverified"]
