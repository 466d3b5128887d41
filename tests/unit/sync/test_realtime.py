"""Following relay and receiver: which mailbox, what wakes them, what the light says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from budgetsync.domain.errors import VaultLocked
from budgetsync.domain.ports import RelayInbox
from budgetsync.domain.realtime import LightState, Mailbox
from budgetsync.domain.situation import Signal, Situation
from budgetsync.domain.webhook import Route
from budgetsync.store import mailboxes, settings
from budgetsync.sync.realtime import NOTED_EVERY, RealTimeDesk
from tests.unit.sync.news import MAILBOX, Desk, ScriptedReceiver, ScriptedRelay, beside, entries, hint
from tests.unit.sync.scripted import NOW, MakeMachine


class HandSurroundings:
    """Signals that a test gives."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Signal], None]] = []

    def situation(self) -> Situation:
        """Nothing is known."""
        return Situation()

    def watch(self, listener: Callable[[Signal], None], /) -> Callable[[], None]:
        """Remember who listens."""
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    async def follow(self) -> None:
        """There is nothing to follow."""


class Stage:
    """A desk for real time with everything around it."""

    def __init__(self, desk: Desk, *, receiver: ScriptedReceiver | None = None, relay: bool = True) -> None:
        machine = desk.machine
        self.desk, self.machine = desk, machine
        self.surroundings = HandSurroundings()
        self.relay = ScriptedRelay()
        self.realtime = RealTimeDesk(
            machine.database,
            machine.clock,
            machine.bus,
            desk.intake,
            self.surroundings,
            relay=self.relay if relay else None,
            receiver=receiver,
        )

    def play(self, scene: Callable[[], object]) -> None:
        """Play a scene beside everything that works."""

        async def work() -> None:
            async with asyncio.TaskGroup() as group:
                group.create_task(self.realtime.follow_relay())
                group.create_task(self.realtime.follow_receiver())
                group.create_task(self.realtime.keep())

        asyncio.run(beside(work, scene()))  # type: ignore[arg-type]

    async def until_followed(self, times: int) -> None:
        """Wait until the relay was followed so often and the light is on."""
        await self.machine.until(
            lambda: len(self.relay.followed) == times and self.realtime.light.state is LightState.ON
        )


@pytest.fixture
def desk(make: MakeMachine) -> Desk:
    return Desk(make())


def forget(desk: Desk) -> None:
    desk.machine.database.run_now(mailboxes.forget_mailbox)


def test_a_mailbox_is_followed_from_where_it_was_read_to(desk: Desk) -> None:
    stage = Stage(desk)
    desk.machine.database.run_now(lambda db: mailboxes.save_place(db, "a", 7))

    async def scene() -> None:
        assert stage.realtime.light.state is LightState.OFF
        await stage.until_followed(1)
        assert stage.realtime.is_healthy
        assert stage.relay.inbox is not None
        await stage.relay.inbox.take("a", entries(hint(1), first=8))

    stage.play(scene)

    assert stage.relay.followed == [replace(MAILBOX, epoch="a", cursor=7)]
    assert desk.place() == ("a", 8)


def test_pairing_leaving_and_pairing_anew_are_noticed(desk: Desk) -> None:
    stage = Stage(desk)
    forget(desk)

    async def scene() -> None:
        save = mailboxes.save_mailbox
        await desk.machine.database.run(lambda db: save(db, MAILBOX))
        stage.realtime.reload()
        await stage.until_followed(1)
        stage.realtime.reload()  # nothing changed
        await desk.machine.database.run(mailboxes.forget_mailbox)
        stage.realtime.reload()
        await desk.machine.until(lambda: stage.realtime.light.state is LightState.OFF)
        assert stage.relay.inbox is None
        await desk.machine.database.run(lambda db: save(db, replace(MAILBOX, device="device-9")))
        stage.realtime.reload()
        await stage.until_followed(2)

    stage.play(scene)


def test_one_that_the_relay_no_longer_knows_is_left_alone_until_it_is_another(desk: Desk) -> None:
    stage = Stage(desk)

    async def scene() -> None:
        await stage.until_followed(1)
        stage.relay.refuse()
        await desk.machine.until(lambda: stage.realtime.light.state is LightState.REVOKED)
        assert not stage.realtime.is_healthy
        stage.realtime.reload()
        stage.surroundings.listeners[0](Signal.NETWORK_BACK)
        stage.relay.refuses = False
        paired = replace(MAILBOX, paired_at=NOW + timedelta(hours=1))
        await desk.machine.database.run(lambda db: mailboxes.save_mailbox(db, paired))
        stage.realtime.reload()
        await stage.until_followed(2)

    stage.play(scene)


def test_a_network_that_is_back_wakes_the_relay_and_other_signals_do_not(desk: Desk) -> None:
    stage = Stage(desk)

    async def scene() -> None:
        await stage.until_followed(1)
        (tell,) = stage.surroundings.listeners
        tell(Signal.CHANGED)
        assert stage.relay.woken == 0
        tell(Signal.NETWORK_BACK)
        tell(Signal.WOKE_UP)
        assert stage.relay.woken == 2

    stage.play(scene)
    assert stage.surroundings.listeners == []


def test_the_receiver_alone_is_a_light_too_and_takes_in(desk: Desk) -> None:
    forget(desk)
    receiver = ScriptedReceiver()
    stage = Stage(desk, receiver=receiver, relay=False)

    async def scene() -> None:
        await desk.machine.until(lambda: bool(receiver.listens_at))
        assert stage.realtime.light.state is LightState.ON
        assert receiver.take is not None
        await receiver.take(hint(1, route=Route.DIRECT))
        while desk.machine.database.run_now(settings.load_listened) is None:  # noqa: ASYNC110 - told to nobody
            await asyncio.sleep(0)

    stage.play(scene)

    assert desk.machine.rows("SELECT route, state FROM inbox") == [("direct", "queued")]
    afar = Stage(desk, relay=False).realtime
    assert desk.machine.database.run_now(afar.look).state is LightState.ON
    desk.machine.clock.advance(NOTED_EVERY.total_seconds() + 41)
    assert desk.machine.database.run_now(afar.look).state is LightState.OFF


def test_a_vault_that_does_not_open_is_shown_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("budgetsync.sync.realtime._FIRST_PAUSE", 0.01)
    stage = Stage(desk)
    follow, locked = stage.relay.follow, [True]

    async def follow_once_open(mailbox: Mailbox, inbox: RelayInbox, /) -> None:
        if locked.pop():
            message = "The keyring does not open."
            raise VaultLocked(message)
        await follow(mailbox, inbox)

    stage.relay.follow = follow_once_open  # type: ignore[method-assign]

    async def scene() -> None:
        await desk.machine.until(lambda: stage.realtime.light.trouble is not None)
        assert stage.realtime.light.state is LightState.UNREACHABLE
        locked.append(False)
        await stage.until_followed(1)
        assert stage.realtime.light.trouble is None

    stage.play(scene)


def test_who_does_not_follow_sees_what_is_written_down(desk: Desk) -> None:
    stage = Stage(desk)

    def look() -> LightState:
        return desk.machine.database.run_now(stage.realtime.look).state

    assert look() is LightState.UNREACHABLE
    desk.machine.database.run_now(lambda db: mailboxes.save_last_byte(db, NOW))
    assert look() is LightState.ON
    assert stage.realtime.light.last_byte_at == NOW
    desk.machine.clock.advance(NOTED_EVERY.total_seconds() + 41)
    assert look() is LightState.UNREACHABLE
    forget(desk)
    assert look() is LightState.OFF


def test_when_the_relay_was_heard_of_is_written_down_when_the_light_turns(desk: Desk) -> None:
    stage = Stage(desk)
    written = "SELECT last_byte_at IS NOT NULL FROM mailbox"

    async def scene() -> None:
        await stage.until_followed(1)
        while desk.machine.rows(written) == [(0,)]:  # noqa: ASYNC110 - its commit is told to nobody
            await asyncio.sleep(0)

    stage.play(scene)


def test_news_that_is_missing_is_not_healthy(desk: Desk) -> None:
    stage = Stage(desk)

    async def scene() -> None:
        await stage.until_followed(1)
        assert stage.realtime.is_healthy
        stage.realtime.is_missing = lambda: True
        assert not stage.realtime.is_healthy

    stage.play(scene)
