"""Several processes on one PostgreSQL database: numbers without a hole, news, and a database that goes and comes."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections import Counter
from collections.abc import Collection, Iterator

import pytest

from budgetsync.relay.protocol import pack
from budgetsync.relay.server.errors import StorageFailed
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.news import PostgresNews
from budgetsync.relay.server.records import SECOND, Post
from tests.contract.mailroom_bench import NOON, Bench
from tests.contract.postgres_server import PostgresServer

SOON = 20.0


@pytest.fixture
def shared(postgres: PostgresServer) -> Iterator[Bench]:
    bench = Bench(postgres.database())
    yield bench
    bench.close()


def test_posts_by_several_processes_leave_no_hole_and_come_in_one_order(shared: Bench) -> None:
    desktops = [shared.pair() for _ in range(3)]
    # Another device, so that commits take several rows at once, and could wait for each other in a circle.
    laptop = shared.desktop()
    mailbox = desktops[0][1].mailbox
    shared.run(shared.room.add_device(mailbox, laptop.device_pub, laptop.seal_pub, "laptop"))

    async def post_from(room: Mailroom, process: int) -> None:
        for turn in range(40):
            pairing = desktops[(turn + process) % 3][1]
            packet = pack("a.b.c", f"{process} {turn}".encode())
            await asyncio.gather(
                *(room.take_in(Post(pairing.address, packet, NOON * SECOND)) for _ in range(3))
            )

    async def post_all() -> None:
        rooms = [shared.open() for _ in range(3)]
        await asyncio.gather(*(post_from(room, process) for process, room in enumerate(rooms)))
        for room in rooms:
            await room.close()

    shared.run(post_all())
    for desktop, pairing in desktops:
        page = shared.page(pairing, limit=500)
        assert [entry.seq for entry in page.entries] == list(range(1, page.head + 1))
        bodies = desktop.read_all(page)
        assert all(count == 3 for count in Counter(bodies).values())
        for process in range(3):  # what one process posted after it had an answer comes after it
            turns = [int(body.split()[1]) for body in bodies if body.startswith(f"{process} ")]
            assert turns == sorted(turns)
    assert sum(shared.page(pairing).head for _, pairing in desktops) == 3 * 40 * 3


def test_what_one_process_stores_and_takes_away_another_is_told_of(shared: Bench) -> None:
    _, pairing = shared.pair()
    told: list[Collection[str] | None] = []

    async def listen() -> None:
        other = shared.open()
        news = asyncio.Event()

        def notice(devices: Collection[str] | None) -> None:
            told.append(devices)
            news.set()

        async def hear() -> None:
            async with asyncio.timeout(SOON):
                await news.wait()
            news.clear()

        other.watch(notice)
        await hear()  # it has begun to listen: whatever was missed has to be looked for
        shared.room.watch(lambda _: None)
        await shared.room.take_in(Post(pairing.address, b"\0\0x", NOON * SECOND))
        await hear()
        await shared.room.remove_device(pairing.mailbox, pairing.device)
        await hear()
        await other.close()

    shared.run(listen())
    assert told == [None, [pairing.device], [pairing.device]]


def test_news_of_many_devices_at_once_come_in_pieces(postgres: PostgresServer) -> None:
    url = postgres.database()
    devices = {f"device-{number:015}" for number in range(1000)}
    seen: set[str] = set()
    listening, complete = threading.Event(), threading.Event()

    def notice(told: Collection[str] | None) -> None:
        listening.set()
        seen.update(told or ())
        if seen == devices:
            complete.set()

    receiver, sender = PostgresNews(url, notice), PostgresNews(url, lambda _: None)
    assert listening.wait(SOON)
    sender.send(sorted(devices))
    assert complete.wait(SOON)
    sender.close()
    receiver.close()


def test_a_database_that_loses_its_power_is_told_of_and_used_again_when_it_is_back() -> None:
    with PostgresServer() as server:
        bench = Bench(server.database())
        desktop, pairing = bench.pair()
        bench.post(pairing.address, "1")
        server.stop(signal.SIGQUIT)
        for work in (
            bench.room.check(),
            bench._post(pairing.address, ("lost",)),
            bench.room.add_address("x"),
        ):
            with pytest.raises(StorageFailed):
                bench.run(work)
        server.start()
        bench.post(pairing.address, "2")
        page = bench.page(pairing)
        assert (page.epoch, desktop.read_all(page)) == (pairing.epoch, ["1", "2"])
        assert not bench.reopen().rolled_back
        bench.close()


def test_an_invite_is_good_once_for_two_processes_at_the_same_time(shared: Bench) -> None:
    async def both() -> list[object]:
        invite = await shared.room.invite(2 * NOON * SECOND)
        other = shared.open()
        devices = [shared.desktop() for _ in range(2)]
        pairs = [
            room.pair(device.device_pub, device.seal_pub, "desk", invite)
            for room, device in zip((shared.room, other), devices, strict=True)
        ]
        outcomes = await asyncio.gather(*pairs, return_exceptions=True)
        await other.close()
        return list(outcomes)

    outcomes = shared.run(both())
    assert sum(isinstance(outcome, BaseException) for outcome in outcomes) == 1


def test_one_device_that_pairs_at_two_processes_at_once_gets_one_mailbox(shared: Bench) -> None:
    device = shared.desktop()

    async def both() -> set[str]:
        other = shared.open()
        pairs = [room.pair(device.device_pub, device.seal_pub, "desk", None) for room in (shared.room, other)]
        paired = await asyncio.gather(*pairs)
        await other.close()
        return {one.mailbox for one in paired}

    assert len(shared.run(both())) == 1
    assert len(shared.run(shared.room.list_mailboxes())) == 1
