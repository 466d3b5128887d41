"""When the client connects, what it takes for dead, and when it tries again."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import httpx
import pytest

from budgetsync.domain.realtime import LightState, Way
from tests.reliability.simulation.loop import pass_time
from tests.unit.relay_client.scripted_relay import (
    EPOCH,
    FOR_EVER,
    Stage,
    heartbeats,
    hello,
    live,
    page,
    refusal,
    say,
)

ON, CONNECTING = LightState.ON, LightState.CONNECTING


def test_heartbeats_keep_the_light_on() -> None:
    async def scene() -> None:
        stage = Stage()
        async with stage.following():
            await pass_time(1)
            since = stage.client.light.since
            for _ in range(40):
                await pass_time(15)
                light = stage.client.light
                assert (light.state, light.way, light.since) == (ON, Way.STREAM, since)
                assert light.last_byte_at is not None
                assert stage.clock.now() - light.last_byte_at <= timedelta(seconds=15)
        assert len(stage.relay.times("/events")) == 1

    live(scene())


def test_a_stream_without_a_byte_for_forty_seconds_is_dropped() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(), FOR_EVER], [hello(), *heartbeats()]]
        async with stage.following():
            await pass_time(39.9)
            assert stage.state is ON
            await pass_time(0.75)
            assert stage.state is ON
        assert len(stage.relay.times("/events")) == 2
        assert stage.states == [CONNECTING, ON, CONNECTING, ON, LightState.OFF]

    live(scene())


def test_a_byte_is_what_the_light_goes_by_whether_anybody_noticed_or_not() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(), FOR_EVER]]
        async with stage.following():
            await pass_time(1)
            assert stage.state is ON
            stage.clock.ahead = timedelta(seconds=42)  # it slept, and only just woke up
            assert stage.state is CONNECTING
            assert stage.client.light.way is None

    live(scene())


def test_two_silent_streams_in_five_minutes_make_way_for_the_long_poll() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(), FOR_EVER], [FOR_EVER], [hello(), *heartbeats()]]
        stage.relay.polls = lambda _request: page()
        async with stage.following():
            await pass_time(60)
            assert (stage.state, stage.client.light.way) == (ON, Way.POLL)
            asked = len(stage.relay.times("/events"))
            await pass_time(300)
            polls = len(stage.relay.times("/events")) - asked
            assert 10 <= polls <= 13
            await pass_time(1800)
            assert (stage.state, stage.client.light.way) == (ON, Way.STREAM)

    live(scene())


def test_something_on_the_way_that_holds_the_stream_back_is_noticed_sooner() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[FOR_EVER]]
        stage.relay.polls = lambda _request: page(stage.event(1), head=1)
        async with stage.following():
            await pass_time(25)
            assert stage.client.light.way is Way.POLL
            assert stage.inbox.seqs == [1]
            assert stage.relay.acks == [1]

    live(scene())


def test_a_long_poll_that_is_answered_at_once_is_not_asked_all_the_time() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[FOR_EVER]]
        async with stage.following():
            await pass_time(30)
            stage.relay.meddle = lambda request: page() if request.url.query else None
            before = len(stage.relay.asked)
            await pass_time(300)
            assert len(stage.relay.asked) - before <= 65

    live(scene())


def test_a_computer_that_slept_connects_anew_when_it_wakes_up() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(), *heartbeats(2), FOR_EVER], [hello(), *heartbeats()]]
        async with stage.following():
            await pass_time(32)
            stage.clock.ahead += timedelta(hours=8)
            await pass_time(6)
            assert len(stage.relay.times("/events")) == 2
            assert stage.state is ON

    live(scene())


def test_a_clock_that_is_set_back_or_by_a_little_is_none_of_its_business() -> None:
    async def scene() -> None:
        stage = Stage()
        async with stage.following():
            for seconds in (29, -3600, 20):
                stage.clock.ahead += timedelta(seconds=seconds)
                await pass_time(20)
        assert len(stage.relay.times("/events")) == 1

    live(scene())


def test_waking_connects_at_once_and_a_storm_of_it_is_bounded() -> None:
    async def scene() -> None:
        stage = Stage()
        offline = [True]

        def meddle(_request: httpx.Request) -> None:
            if offline[0]:
                message = "no way"
                raise httpx.ConnectError(message)

        stage.relay.meddle = meddle
        async with stage.following():
            await pass_time(600)
            assert stage.state is LightState.UNREACHABLE
            offline[0] = False
            stage.client.wake()
            await pass_time(1.1)
            assert stage.state is ON
            before = len(stage.relay.times("/events"))
            for _ in range(100):
                stage.client.wake()
                await pass_time(0.1)
            await pass_time(2)
            assert stage.state is ON
            assert len(stage.relay.times("/events")) - before <= 12

    live(scene())


def test_no_relay_is_tried_ever_more_seldom_and_said_to_be_unreachable() -> None:
    async def scene() -> None:
        stage = Stage()

        def meddle(_request: httpx.Request) -> None:
            message = "no way"
            raise httpx.ConnectError(message)

        stage.relay.meddle = meddle
        async with stage.following():
            await pass_time(3600)
            light = stage.client.light
            assert light.state is LightState.UNREACHABLE
            assert light.retry_at is not None
            assert stage.clock.now() < light.retry_at <= stage.clock.now() + timedelta(seconds=60)
            assert light.trouble is not None
            assert light.trouble.message == "No connection to the relay."
        assert 80 < len(stage.relay.asked) < 180
        times = [at for at, _ in stage.relay.asked]
        assert max(b - a for a, b in pairwise(times)) < 61

    live(scene())


@pytest.mark.parametrize(
    ("told", "least", "most"), [("120", 120, 122), ("999999999", 900, 902), ("soon", 0, 2)]
)
def test_a_relay_that_asks_for_a_pause_gets_it_within_reason(told: str, least: int, most: int) -> None:
    async def scene() -> None:
        stage = Stage()
        answers = [refusal(503, "FULL", **{"retry-after": told})]
        stage.relay.meddle = lambda _request: answers.pop() if answers else None
        async with stage.following():
            await pass_time(1000)
            first, second = (at for at, _ in stage.relay.asked[:2])
        assert least <= second - first <= most

    live(scene())


def test_a_session_that_ended_is_opened_anew_once() -> None:
    async def scene() -> None:
        stage = Stage()
        answers = [refusal(401, "NO_SESSION")]
        stage.relay.meddle = lambda request: (
            answers.pop() if answers and request.url.path.endswith("/events") else None
        )
        async with stage.following():
            await pass_time(0.3)
            assert stage.state is ON
        assert len(stage.relay.times("/session")) == 4

    live(scene())


def test_a_relay_that_never_accepts_its_own_sessions_is_not_stormed() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.meddle = lambda request: (
            refusal(401, "NO_SESSION") if request.url.path.endswith("/events") else None
        )
        async with stage.following():
            await pass_time(3600)
            assert stage.state is LightState.UNREACHABLE
        assert len(stage.relay.times("/events")) < 360

    live(scene())


def test_a_relay_that_does_not_know_the_device_ends_it() -> None:
    async def scene() -> None:
        stage = Stage()
        async with stage.following() as following:
            await pass_time(1)
            stage.relay.meddle = lambda _request: refusal(404, "NOT_FOUND")
            stage.client.wake()
            await pass_time(3)
            assert following.done()
            assert stage.state is LightState.REVOKED
            assert stage.client.light.trouble is not None
            asked = len(stage.relay.asked)
            await pass_time(3600)
            assert len(stage.relay.asked) == asked

    live(scene())


@pytest.mark.parametrize(
    "answer",
    [
        (404, b"<html>404 by nginx</html>", ""),
        (403, b"blocked by a firewall", ""),
        (302, b"", ""),
        (200, b"<html>Welcome to this hotel</html>", ""),
        (200, b'{"nonce": "' + b"x" * 100_000 + b'"}', ""),
        (200, b"[" * 60_000, ""),
        (200, b"\x1f\x8b junk", "gzip"),
        (502, b"", ""),
    ],
    ids=["404", "403", "redirect", "page", "large", "brackets", "packed", "gateway"],
)
def test_what_is_no_relay_is_tried_again_later(answer: tuple[int, bytes, str]) -> None:
    status, body, encoding = answer
    headers = {"location": "https://portal.example.org/", "content-encoding": encoding or "identity"}

    async def scene() -> None:
        stage = Stage()
        stage.relay.meddle = lambda _request: say(status, body, **headers)
        async with stage.following() as following:
            await pass_time(60)
            assert not following.done()
            assert stage.state is LightState.UNREACHABLE
            stage.relay.meddle = lambda _request: None
            await pass_time(61)
            assert stage.state is ON

    live(scene())


def test_a_keyring_that_opens_later_is_waited_for() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.vault.is_locked = True
        async with stage.following():
            await pass_time(60)
            assert stage.state is LightState.UNREACHABLE
            stage.vault.is_locked = False
            stage.client.wake()
            await pass_time(1)
            assert stage.state is ON

    live(scene())


def test_keys_that_are_gone_mean_pairing_anew() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.vault.delete("relay/7/demo")
        async with stage.following() as following:
            await pass_time(1)
            assert following.done()
            assert stage.state is LightState.REVOKED

    live(scene())


def test_a_relay_that_drops_every_stream_after_hello_is_not_stormed() -> None:
    async def scene() -> None:
        stage = Stage()
        stage.relay.streams = [[hello(EPOCH, 0)]]
        async with stage.following():
            await pass_time(3600)
        assert len(stage.relay.times("/events")) < 360

    live(scene())
