"""What becomes of entries: taken once and in order, committed before they are acknowledged, whatever a relay does."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from budgetsync.domain.errors import StoreFull
from budgetsync.domain.realtime import LightState, MailboxEvent
from budgetsync.relay.client.sse import LONGEST_BLOCK
from budgetsync.relay.protocol import Event, event_id
from tests.integration.mailbox_reader import KeptInbox
from tests.reliability.simulation.loop import pass_time
from tests.unit.relay_client.scripted_relay import (
    EPOCH,
    FOR_EVER,
    Stage,
    frame,
    gap,
    heartbeats,
    hello,
    live,
    refusal,
    say,
)


def test_repeated_and_disordered_entries_are_taken_once_and_in_order() -> None:
    async def scene() -> None:
        stage = Stage()
        seqs = (1, 2, 2, 1, 3, 2, 4)
        stage.relay.streams = [[hello(head=4), *(stage.webhook(seq) for seq in seqs), *heartbeats()]]
        async with stage.following():
            await pass_time(2)
        assert stage.inbox.seqs == [1, 2, 3, 4]
        assert stage.relay.acks[-1] == 4

    live(scene())


def test_a_stream_resumes_after_what_is_committed() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [
            [hello(head=9), stage.webhook(8), stage.webhook(9)],
            [hello(head=9), *heartbeats()],
        ]
        async with stage.following(cursor=7):
            await pass_time(2)
        named = [
            r.headers.get("last-event-id") for _, r in stage.relay.asked if r.url.path.endswith("/events")
        ]
        assert named == [event_id(EPOCH, 7), event_id(EPOCH, 9)]

    live(scene())


def test_a_gap_and_what_cannot_be_read_are_hints_and_nothing_stops_there() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [
            [
                hello(head=9),
                gap(4, 4),
                frame(Event(5, "webhook", 0, "bm90IHNlYWxlZA"), event_id(EPOCH, 5)),
                f"event: webhook\nid: {event_id(EPOCH, 6)}\ndata: {{nonsense\n\n".encode(),
                f"event: webhook\nid: {event_id(EPOCH, 7)}\ndata: {'[' * 9_000}\n\n".encode(),
                stage.webhook(8, b"whole"),
                frame(Event(9, "gap", 0), event_id(EPOCH, 9)),
                *heartbeats(),
            ]
        ]
        async with stage.following():
            await pass_time(2)
        assert [(one.seq, one.dropped) for one in stage.inbox.events] == [
            (4, 4),
            (5, 1),
            (6, 1),
            (7, 1),
            (8, 0),
            (9, 1),
        ]
        assert stage.inbox.bodies == [b"whole"]

    live(scene())


def test_an_entry_without_a_number_ends_the_connection_and_is_not_taken() -> None:
    async def scene() -> None:
        stage = Stage()
        bad = stage.webhook(1, name="nothing")
        other = stage.webhook(1, name=event_id("other", 1))
        stage.relay.streams = [[hello(), bad], [hello(), other], [hello(), stage.webhook(1), *heartbeats()]]
        async with stage.following():
            await pass_time(5)
        assert stage.inbox.seqs == [1]
        assert len(stage.relay.times("/events")) == 3

    live(scene())


@pytest.mark.parametrize("first", [hello("other", 3), hello(EPOCH, 3)], ids=["another", "older"])
def test_another_database_is_begun_from_its_start(first: bytes) -> None:
    async def scene() -> None:
        stage = Stage()
        epoch = "other" if b"other" in first else EPOCH
        events = [stage.webhook(seq, name=event_id(epoch, seq)) for seq in (1, 2, 3)]
        stage.relay.streams = [[first, *events, *heartbeats()]]
        async with stage.following(cursor=7):
            await pass_time(2)
        assert stage.inbox.epochs == [epoch]
        assert stage.inbox.seqs == [1, 2, 3]
        assert stage.relay.acks[-1] == 3

    live(scene())


def test_the_first_epoch_of_all_is_no_change() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(head=1), stage.webhook(1), *heartbeats()]]
        async with stage.following(epoch=""):
            await pass_time(2)
        assert stage.inbox.epochs == []
        assert stage.inbox.seqs == [1]

    live(scene())


class SlowInbox(KeptInbox):
    """Commits when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let = asyncio.Event()
        self.most = 0

    async def take(self, epoch: str, events: Sequence[MailboxEvent], /) -> None:
        self.most = max(self.most, len(events))
        await self.let.wait()
        await super().take(epoch, events)


def test_nothing_is_acknowledged_before_it_is_committed() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.inbox = inbox = SlowInbox()
        stage.relay.streams = [[hello(head=2), stage.webhook(1), stage.webhook(2), *heartbeats()]]
        async with stage.following():
            await pass_time(30)
            assert stage.relay.acks == []
            inbox.let.set()
            await pass_time(1)
            assert stage.relay.acks[-1] == 2

    live(scene())


def test_a_slow_disk_bounds_what_is_read_ahead() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.inbox = inbox = SlowInbox()
        told = 0

        def parts() -> list[bytes | float]:
            return [hello(head=1000), *(stage.webhook(seq) for seq in range(1, 1001)), FOR_EVER]

        def count(part: bytes | float) -> bytes | float:
            nonlocal told
            told += 1
            return part

        class Counted(list[bytes | float | BaseException]):
            def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204
                return (count(part) for part in parts())

        stage.relay.streams = [Counted()]
        async with stage.following():
            await pass_time(5)
            assert told < 140
            inbox.let.set()
            await pass_time(5)
            assert inbox.seqs == list(range(1, 1001))
            assert inbox.most <= 64

    live(scene())


def test_acknowledgements_are_few_and_name_the_last() -> None:
    async def scene() -> None:
        stage = Stage()
        parts = [part for seq in range(1, 501) for part in (0.01, stage.webhook(seq))]
        stage.relay.streams = [[hello(), *parts, *heartbeats()]]
        async with stage.following():
            await pass_time(20)
        assert stage.relay.acks[-1] == 500
        assert stage.relay.acks == sorted(stage.relay.acks)
        assert len(stage.relay.acks) < 40

    live(scene())


def test_an_acknowledgement_that_was_lost_is_sent_with_the_next_connection() -> None:
    async def scene() -> None:
        stage = Stage()
        answers = [refusal(500, "BROKEN")]
        stage.relay.acknowledge = lambda _request: answers.pop() if answers else say(204)
        stage.relay.streams = [
            [hello(head=1), stage.webhook(1), *heartbeats()],
            [hello(head=1), *heartbeats()],
        ]
        async with stage.following():
            await pass_time(3)
        assert stage.inbox.seqs == [1]
        assert stage.relay.acks == [1]

    live(scene())


def test_an_acknowledgement_may_have_to_wait_without_the_stream_being_dropped() -> None:
    async def scene() -> None:
        stage = Stage()
        answers = [refusal(429, "TOO_MANY", **{"retry-after": "5"})]
        stage.relay.acknowledge = lambda _request: answers.pop() if answers else say(204)
        stage.relay.streams = [[hello(head=1), stage.webhook(1), 1.0, stage.webhook(2), *heartbeats()]]
        async with stage.following():
            await pass_time(3)
            assert stage.inbox.seqs == [1, 2]
            await pass_time(5)
        assert stage.relay.acks == [2]
        assert len(stage.relay.times("/events")) == 1

    live(scene())


def test_a_conflict_of_epochs_leads_to_another_hello() -> None:
    async def scene() -> None:
        stage = Stage()
        answers = [refusal(409, "CONFLICT")]
        stage.relay.acknowledge = lambda _request: answers.pop() if answers else say(204)
        stage.relay.streams = [
            [hello(head=1), stage.webhook(1), *heartbeats()],
            [hello("new"), *heartbeats()],
        ]
        async with stage.following():
            await pass_time(3)
        assert stage.inbox.epochs == ["new"]

    live(scene())


def test_a_full_disk_is_waited_for_and_shown() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.inbox.failures = [StoreFull("no room")] * 5
        stage.relay.streams = [[hello(head=1), stage.webhook(1), *heartbeats()]]
        async with stage.following():
            await pass_time(2)
            assert stage.state is LightState.UNREACHABLE
            assert stage.client.light.trouble is not None
            assert stage.client.light.trouble.code == "StoreFull"
            await pass_time(60)
            assert stage.inbox.seqs == [1]

    live(scene())


@pytest.mark.parametrize(
    "flood",
    [b"x", b"data: 1\n", b"data: " + b"y" * 1000 + b"\n", b"event: " + b"z" * 5000],
    ids=["line", "lines", "long lines", "name"],
)
def test_a_flood_is_cut_off(flood: bytes) -> None:
    async def scene() -> None:
        stage = Stage()
        count = 2 * LONGEST_BLOCK // len(flood) + 1
        stage.relay.streams = [[hello(), *[flood] * count, FOR_EVER], [hello(), *heartbeats()]]
        async with stage.following():
            await pass_time(2)
            assert len(stage.relay.times("/events")) == 2
            assert stage.state is LightState.ON

    live(scene())


def test_an_entry_is_as_old_as_the_relay_says_and_never_from_the_future() -> None:
    async def scene() -> None:
        stage = Stage()
        ages = (3_600_000, -5_000, 2**62)
        frames = [stage.webhook(seq, age_ms=age) for seq, age in enumerate(ages, 1)]
        stage.relay.streams = [[hello(head=3), *frames, *heartbeats()]]
        async with stage.following():
            await pass_time(0.5)
            now = stage.clock.now()
        arrived = [one.delivery.arrived_at for one in stage.inbox.events if one.delivery is not None]
        assert timedelta(hours=1) <= now - arrived[0] < timedelta(hours=1, seconds=1)
        assert timedelta(0) <= now - arrived[1] < timedelta(seconds=1)
        assert arrived[2] < arrived[0]

    live(scene())


def test_an_absence_is_told_once_it_is_made_good() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(), *heartbeats(1), FOR_EVER]]
        async with stage.following():
            await pass_time(20)
            frames = [part for seq in (1, 2) for part in (0.5, stage.webhook(seq))]
            stage.relay.streams = [
                [hello(head=7), gap(5, 3), *frames, stage.webhook(6), stage.webhook(7), *heartbeats()]
            ]
            stage.clock.ahead += timedelta(hours=3)
            stage.client.wake()
            await pass_time(0.7)
            await pass_time(2)
            light = stage.client.light
            assert light.state is LightState.ON
            assert light.catch_up is not None
            assert light.catch_up.events == 5  # three that were dropped, and two
            assert timedelta(hours=3) < light.catch_up.absence < timedelta(hours=3, minutes=1)
        assert LightState.CATCHING_UP in stage.states

    live(scene())
