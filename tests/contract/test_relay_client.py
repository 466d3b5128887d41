"""The relay's client and the real relay's server understand each other, over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from budgetsync.domain.errors import RelayRefused, RelayUnreachable, SecretMissing, StoreFull
from budgetsync.domain.realtime import LightState, Mailbox, TestStep, Way
from budgetsync.domain.webhook import Route
from tests.integration.mailbox_reader import ENTRY, Reader
from tests.integration.relay_server import TOKEN, RelayThread, webhook


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayThread]:
    with RelayThread(tmp_path / "relay.db") as running:
        yield running


async def post(mailbox: Mailbox, *numbers: int) -> None:
    """Posts webhooks as a provider does."""
    headers = {"content-type": "application/json", "plaid-verification": TOKEN}
    async with httpx.AsyncClient(trust_env=False) as http:
        for number in numbers:
            answer = await http.post(mailbox.address, content=webhook(number), headers=headers)
            assert answer.status_code == 200


def test_what_is_posted_comes_out_byte_for_byte_with_its_age(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        assert (mailbox.relay, mailbox.cursor) == (relay.url, 0)
        async with one.following(mailbox):
            await one.until_light(LightState.ON)
            before = one.clock.now()
            await post(mailbox, 1, 2)
            await one.until(lambda: len(one.inbox.events) == 2)
        assert one.inbox.bodies == [webhook(1), webhook(2)]
        assert one.inbox.seqs == [1, 2]
        for event in one.inbox.events:
            assert event.delivery is not None
            assert event.delivery.token == TOKEN
            assert event.delivery.route is Route.RELAY
            assert before - timedelta(seconds=1) <= event.delivery.arrived_at <= one.clock.now()
        assert one.client.light.state is LightState.OFF

    asyncio.run(scene())


def test_pairing_again_is_safe_and_gives_the_same_mailbox(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        first = await one.client.pair(relay.url, "laptop", "")
        again = await one.client.pair(f"{relay.url}/", "laptop", "")
        assert (again.id, again.device) == (first.id, first.device)

    asyncio.run(scene())


def test_the_keys_are_kept_before_the_relay_hears_of_them() -> None:
    async def scene() -> None:
        one = Reader()
        with pytest.raises(RelayUnreachable):
            await one.client.pair("http://127.0.0.1:9", "laptop", "")
        assert one.vault.load(ENTRY)

    asyncio.run(scene())


def test_what_was_acknowledged_is_gone_and_the_rest_comes_after_a_pause(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        async with one.following(mailbox):
            await one.until_light(LightState.ON)
            await post(mailbox, 1)
            await one.until(lambda: one.inbox.seqs == [1])
        await post(mailbox, 2, 3, 4, 5)
        away = one.clock.now() - timedelta(hours=3)
        later = Reader()
        later.vault = one.vault
        later.client._vault = one.vault
        async with later.following(replace(mailbox, cursor=1, last_byte_at=away)):
            await later.until(lambda: later.client.light.catch_up is not None)
        caught_up = later.client.light.catch_up
        assert caught_up is not None
        assert caught_up.events == 4
        assert timedelta(hours=3) <= caught_up.absence < timedelta(hours=4)
        assert later.inbox.seqs == [2, 3, 4, 5]
        assert later.states[:3] == [LightState.CONNECTING, LightState.CATCHING_UP, LightState.ON]

    asyncio.run(scene())


def test_a_commit_that_fails_is_tried_again_and_nothing_is_skipped(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        one.inbox.failures = [StoreFull("no room"), StoreFull("no room")]
        async with one.following(mailbox):
            await one.until_light(LightState.ON)
            await post(mailbox, 1, 2)
            await one.until(lambda: one.inbox.seqs == [1, 2])

    asyncio.run(scene())


def test_a_relay_that_is_started_again_is_found_again(tmp_path: Path) -> None:
    async def scene() -> None:
        one = Reader()
        with RelayThread(tmp_path / "relay.db") as relay:
            mailbox = await one.client.pair(relay.url, "laptop", "")
            following = one.following(mailbox)
            await following.__aenter__()
            await one.until_light(LightState.ON)
            await post(mailbox, 1)
            await one.until(lambda: one.inbox.seqs == [1])
            port = relay.port
        await one.until(lambda: one.client.light.state is not LightState.ON)
        with RelayThread(tmp_path / "relay.db", port=port):
            one.client.wake()
            await one.until_light(LightState.ON)
            await post(mailbox, 2)
            await one.until(lambda: one.inbox.seqs == [1, 2])
            await following.__aexit__(None, None, None)
        assert one.inbox.epochs == []

    asyncio.run(scene())


def test_an_older_copy_of_the_relays_database_is_noticed(tmp_path: Path) -> None:
    async def scene() -> None:
        one = Reader()
        with RelayThread(tmp_path / "relay.db") as relay:
            mailbox = await one.client.pair(relay.url, "laptop", "")
        copy = (tmp_path / "relay.db").read_bytes()
        with RelayThread(tmp_path / "relay.db", port=relay.port):
            async with one.following(mailbox):
                await post(mailbox, 1, 2, 3)
                await one.until(lambda: one.inbox.seqs == [1, 2, 3])
        (tmp_path / "older.db").write_bytes(copy)
        with RelayThread(tmp_path / "older.db", port=relay.port):
            async with one.following(replace(mailbox, cursor=3)):
                await one.until(lambda: bool(one.inbox.epochs))
                await post(mailbox, 4)
                await one.until(lambda: one.inbox.bodies[-1] == webhook(4))

    asyncio.run(scene())


def test_the_test_event_comes_back_and_never_enters_the_inbox(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        async with one.following(mailbox):
            await one.until_light(LightState.ON)
            result = await one.client.test(mailbox)
            await one.until(lambda: one.inbox.seqs == [1])
        assert result.reached is TestStep.BACK
        assert result.trouble is None
        assert result.taken_after is not None
        assert result.back_after is not None
        assert one.inbox.bodies == []
        assert one.inbox.events[0].dropped == 0

    asyncio.run(scene())


def test_a_process_that_does_not_follow_can_test_too(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        await post(mailbox, 1, 2)
        result = await one.client.test(mailbox)
        assert result.reached is TestStep.BACK
        async with one.following(mailbox):  # it acknowledged nothing
            await one.until(lambda: one.inbox.bodies == [webhook(1), webhook(2)])

    asyncio.run(scene())


def test_an_address_that_is_closed_tells_how_far_the_test_came(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        newer = await one.client.rotate(mailbox)
        assert newer != mailbox.address
        await post(replace(mailbox, address=newer), 1)
        await post(mailbox, 2)
        await one.client.retire(mailbox, mailbox.address)
        await one.client.retire(mailbox, mailbox.address)  # closed already
        result = await one.client.test(mailbox)
        assert result.reached is TestStep.SENT
        assert result.trouble is not None
        assert mailbox.address not in result.trouble.message
        async with one.following(mailbox):
            await one.until(lambda: one.inbox.bodies == [webhook(1), webhook(2)])

    asyncio.run(scene())


def test_a_second_computer_reads_the_same_mailbox_and_can_be_shut_out(relay: RelayThread) -> None:
    async def scene() -> None:
        one, two = Reader(), Reader()
        first = await one.client.pair(relay.url, "laptop", "")
        request = await two.client.make_request(relay.url, "tower")
        approval = await one.client.approve(first, request)
        second = await two.client.join(approval, two.clock.now())
        assert (second.id, second.address) == (first.id, first.address)
        async with one.following(first), two.following(second) as reading:
            await one.until_light(LightState.ON)
            await two.until_light(LightState.ON)
            await post(first, 1)
            await one.until(lambda: one.inbox.bodies == [webhook(1)])
            await two.until(lambda: two.inbox.bodies == [webhook(1)])
            devices = await one.client.list_devices(first)
            assert [(device.name, device.own) for device in devices] == [("laptop", True), ("tower", False)]
            await one.client.revoke_device(first, second.device)
            await reading
            assert two.client.light.state is LightState.REVOKED
            assert two.client.light.trouble is not None
            await post(first, 2)
            await one.until(lambda: one.inbox.bodies == [webhook(1), webhook(2)])
        assert two.inbox.bodies == [webhook(1)]

    asyncio.run(scene())


def test_an_approval_is_for_the_computer_that_asked(relay: RelayThread) -> None:
    async def scene() -> None:
        one, two, three = Reader(), Reader(), Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        approval = await one.client.approve(mailbox, await two.client.make_request(relay.url, "tower"))
        await three.client.make_request(relay.url, "thief")
        with pytest.raises(RelayRefused):
            await three.client.join(approval, three.clock.now())
        with pytest.raises(RelayRefused):
            await one.client.approve(mailbox, approval)
        with pytest.raises(RelayRefused):
            await one.client.approve(mailbox, "nonsense")

    asyncio.run(scene())


def test_leaving_takes_the_keys_away_and_the_mailbox_with_its_last_device(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        await one.client.leave(mailbox)
        with pytest.raises(SecretMissing):
            one.vault.load(ENTRY)
        async with httpx.AsyncClient(trust_env=False) as http:
            headers = {"content-type": "application/json", "plaid-verification": TOKEN}
            answer = await http.post(mailbox.address, content=webhook(), headers=headers)
            assert answer.status_code == 404
        async with one.following(mailbox) as following:
            await following
        assert one.client.light.state is LightState.REVOKED

    asyncio.run(scene())


def test_an_invite_is_asked_for_and_good_once(tmp_path: Path) -> None:
    async def scene() -> None:
        with RelayThread(tmp_path / "relay.db", is_open=False) as relay:
            invite = relay.ask(lambda room: room.invite(2**50))
            with pytest.raises(RelayRefused, match="invited"):
                await Reader().client.pair(relay.url, "laptop", "")
            one = Reader()
            first = await one.client.pair(relay.url, "laptop", invite)
            assert (await one.client.pair(relay.url, "laptop", invite)).id == first.id
            with pytest.raises(RelayRefused, match="invited"):
                await Reader().client.pair(relay.url, "laptop", invite)

    asyncio.run(scene())


def test_the_long_poll_brings_the_same(relay: RelayThread) -> None:
    async def scene() -> None:
        one = Reader()
        mailbox = await one.client.pair(relay.url, "laptop", "")
        async with one.following(mailbox):
            await one.until_light(LightState.ON)
            follower = one.client._follower
            assert follower is not None
            now = asyncio.get_running_loop().time()
            # Two streams fell silent; the connection that is open ends when the computer's network changes.
            follower._pace.miss(now)
            follower._pace.miss(now)
            follower._pace.begin_anew = lambda: None  # type: ignore[method-assign]
            one.client.wake()
            await one.until(lambda: one.client.light.way is Way.POLL)
            await post(mailbox, 1, 2)
            await one.until(lambda: one.inbox.bodies == [webhook(1), webhook(2)])

    asyncio.run(scene())
