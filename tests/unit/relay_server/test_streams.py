"""Streams: in order, without a hole and without a repeat, whatever is told of and whatever is not."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Coroutine
from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetsync.relay.protocol import HEARTBEAT, PAGE
from budgetsync.relay.server.figures import Figures
from budgetsync.relay.server.listeners import Listeners
from budgetsync.relay.server.records import SECOND, Entry, Head, Page, Stored
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.streams import Stream
from tests.unit.sync.virtual import VirtualLoop

EVENT = re.compile(rb"event: (\w+)\nid: ([^\n]+)\ndata: ([^\n]*)\n\n")


@dataclass
class Reader:
    """The other end of a stream. It reads while it `reads`."""

    told: bytes = b""
    finished: bool = False
    cuts: int = 0
    reads: asyncio.Event = field(default_factory=asyncio.Event)

    async def write(self, chunk: bytes) -> None:
        await self.reads.wait()
        self.told += chunk

    async def finish(self) -> None:
        assert not self.finished
        self.finished = True

    def cut(self) -> None:
        self.cuts += 1
        self.reads.set()

    @property
    def seqs(self) -> list[int]:
        return [int(number.rpartition(b"-")[2]) for _, number, _ in EVENT.findall(self.told)]


class Store:
    """What was committed for one device."""

    def __init__(self) -> None:
        self.epoch = "life"
        self.entries: list[Entry] = []
        self.refuses: Why | None = None
        self.slow: asyncio.Event | None = None

    def add(self) -> Stored:
        entry = Entry(len(self.entries) + 1, 0, b"sealed")
        self.entries.append(entry)
        return Stored("device", self.epoch, entry)

    async def read(self, epoch: str, after: int) -> Page:
        found = tuple(entry for entry in self.entries if entry.seq > (after if epoch == self.epoch else 0))
        page = Page(self.epoch, len(self.entries), found[:PAGE])
        await asyncio.sleep(0)
        if self.slow is not None:
            await self.slow.wait()
        if self.refuses is not None:
            raise RefusedError(self.refuses)
        return page


@dataclass
class Scene:
    """A stream, what it reads from, and who reads it."""

    store: Store = field(default_factory=Store)
    reader: Reader = field(default_factory=Reader)
    figures: Figures = field(default_factory=Figures)

    def __post_init__(self) -> None:
        self.hub = Listeners(lambda: asyncio.get_running_loop().time(), self.figures)
        self.reader.reads.set()
        self.stream = Stream(self.hub, self.reader, "device", self.store.read)

    async def open(self, epoch: str = "life", after: int = 0) -> None:
        self.stream.listen()
        self.stream.begin(await self.store.read(epoch, after), epoch, after)
        await settle()


async def settle() -> None:
    """Let everything that can be done now be done."""
    for _ in range(30):
        await asyncio.sleep(0)


def run(scene: Coroutine[None, None, None]) -> None:
    """Runs a scene on virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(scene)


def test_hello_comes_first_then_what_waits_then_what_is_told_of() -> None:
    async def scene() -> None:
        here = Scene()
        here.store.add()
        await here.open()
        here.hub.offer(here.store.add())
        await settle()

        hello = EVENT.sub(b"", here.reader.told)
        assert json.loads(hello.removeprefix(b"event: hello\ndata: ")) == {"epoch": "life", "head": 1}
        assert here.reader.seqs == [1, 2]

    run(scene())


@settings(deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 200))
def test_nothing_is_left_out_and_nothing_repeated_whatever_is_told_of(seed: int, count: int) -> None:
    """Some commits are told of, some only nudged, some late or twice; the last word is a look at the store."""
    random = Random(seed)  # noqa: S311 - an order of things, no secret

    async def scene() -> None:
        here = Scene()
        for _ in range(random.randrange(100)):
            here.store.add()
        after = random.randrange(len(here.store.entries) + 1)
        await here.open("life", after)
        late: list[Stored] = []
        for _ in range(count):
            stored = here.store.add()
            match random.randrange(5):
                case 0:
                    late.append(stored)
                case 1:
                    here.hub.nudge("device")
                case 2:
                    here.hub.offer(stored)
                    here.hub.offer(stored)
                case _:
                    here.hub.offer(stored)
            if late and random.random() < 0.3:
                here.hub.offer(late.pop(0))
            for _ in range(random.randrange(4)):
                await asyncio.sleep(0)
        here.hub.compare("device", Head("life", len(here.store.entries)))
        for _ in range(20):
            await settle()

        assert here.reader.seqs == list(range(after + 1, len(here.store.entries) + 1))

    run(scene())


def test_what_is_committed_while_the_first_page_is_read_is_not_missed() -> None:
    async def scene() -> None:
        here = Scene()
        here.store.slow = asyncio.Event()
        opening = asyncio.create_task(here.open())
        await settle()
        here.hub.offer(here.store.add())
        here.store.slow.set()
        await opening
        await settle()

        assert here.reader.seqs == [1]

    run(scene())


def test_what_is_gone_from_the_store_is_not_looked_for_for_ever() -> None:
    async def scene() -> None:
        here = Scene()
        for _ in range(5):
            here.store.add()
        del here.store.entries[2:4]  # taken away without a trace
        await here.open()
        here.hub.nudge("device")
        await settle()

        assert here.reader.seqs == [1, 2, 5]

    run(scene())


def test_a_reader_who_does_not_read_is_cut_off_after_a_page() -> None:
    async def scene() -> None:
        here = Scene()
        await here.open()
        here.reader.reads.clear()
        for _ in range(PAGE + 1):
            here.hub.offer(here.store.add())
            await settle()
        assert here.reader.cuts == 0

        here.hub.offer(here.store.add())
        await settle()
        assert here.reader.cuts == 1
        here.stream.close()
        assert here.figures.streams_ended == {"slow": 1}
        assert here.hub.devices == []

    run(scene())


def test_a_reader_who_was_only_slow_gets_everything() -> None:
    async def scene() -> None:
        here = Scene()
        await here.open()
        for _ in range(5):
            here.reader.reads.clear()
            for _ in range(PAGE - 1):
                here.hub.offer(here.store.add())
                await settle()
            here.reader.reads.set()
            await settle()

        assert here.reader.seqs == list(range(1, 5 * (PAGE - 1) + 1))

    run(scene())


@pytest.mark.parametrize(
    ("why", "ending"), [(Why.NOT_FOUND, "revoked"), (Why.NO_SESSION, "revoked"), (Why.FULL, "failed")]
)
def test_a_stream_ends_where_its_store_refuses(why: Why, ending: str) -> None:
    async def scene() -> None:
        here = Scene()
        await here.open()
        here.store.refuses = why
        here.hub.nudge("device")
        await settle()

        assert here.reader.finished
        here.stream.close()
        assert here.figures.streams_ended == {ending: 1}

    run(scene())


def test_a_stream_ends_where_its_numbers_begin_anew() -> None:
    async def scene() -> None:
        here = Scene()
        await here.open()
        here.store.epoch = "another life"
        here.hub.offer(here.store.add())
        await settle()

        assert here.reader.finished
        assert here.reader.seqs == []

    run(scene())


def test_a_newer_stream_takes_the_older_ones_place() -> None:
    async def scene() -> None:
        here = Scene()
        await here.open()
        newer = Reader()
        newer.reads.set()
        stream = Stream(here.hub, newer, "device", here.store.read)
        stream.listen()
        stream.begin(await here.store.read("", 0), "", 0)
        await settle()
        assert here.reader.finished

        here.stream.close()
        here.hub.offer(here.store.add())
        await settle()
        assert newer.seqs == [1]

    run(scene())


def test_a_quiet_stream_says_that_it_is_alive_and_a_busy_one_need_not() -> None:
    async def scene() -> None:
        here = Scene()
        beating = asyncio.create_task(here.hub.keep_alive())
        await here.open()
        begun = here.reader.told
        await asyncio.sleep(0)
        loop = asyncio.get_running_loop()
        for quiet in range(1, 4):
            await until(loop.time() + HEARTBEAT)
            assert here.reader.told == begun + b":\n\n" * quiet
        beating.cancel()

    run(scene())


def test_a_reader_who_takes_not_even_that_is_cut_off() -> None:
    async def scene() -> None:
        here = Scene()
        beating = asyncio.create_task(here.hub.keep_alive())
        await here.open()
        here.reader.reads.clear()
        await until(asyncio.get_running_loop().time() + 2 * HEARTBEAT)
        assert here.reader.cuts == 1
        beating.cancel()

    run(scene())


async def until(at: float) -> None:
    """Let virtual time pass."""
    reached = asyncio.Event()
    asyncio.get_running_loop().call_at(at, reached.set)
    await reached.wait()


def test_a_stop_ends_streams_in_order_and_those_that_come_later_at_once() -> None:
    async def scene() -> None:
        here = Scene()
        await here.open()
        here.hub.offer(here.store.add())
        await settle()
        here.hub.stop()
        await settle()
        assert here.reader.finished
        assert here.reader.seqs == [1]

        late = Reader()
        late.reads.set()
        stream = Stream(here.hub, late, "other", here.store.read)
        stream.listen()
        stream.begin(await here.store.read("", 0), "", 0)
        await settle()
        assert late.finished

    run(scene())


def test_ages_are_by_the_relays_clock_and_never_negative() -> None:
    async def scene() -> None:
        here = Scene()
        here.store.entries = [Entry(1, 0, b"x"), Entry(2, 3600 * SECOND, b"y"), Entry(3, 0, b"", dropped=4)]
        await until(60)
        await here.open()
        told = [json.loads(words) for _, _, words in EVENT.findall(here.reader.told)]

        assert [event["age_ms"] for event in told] == [60_000, 0, 60_000]
        assert told[2] == {"seq": 3, "kind": "gap", "age_ms": 60_000, "dropped": 4}

    run(scene())
