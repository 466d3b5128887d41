"""Whatever is posted, read, acknowledged, given up, restarted or put back: the mailroom does what a plain model does.

The model knows nothing of tables: for each device a list of what was accepted for it, and how far it has come.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from budgetsync.relay.server.errors import OtherEpoch, StorageFailed, UnknownMailbox
from budgetsync.relay.server.group_commit import Answer, Job, do_jobs
from budgetsync.relay.server.records import DAY, SECOND, Limits, Page, Pairing
from tests.contract.mailroom_bench import Bench, Desktop, Inline, sqlite_url

LIMITS = Limits(entries=8, size=4000, devices=3, addresses=3)
KEPT = 6  # of LIMITS.entries at least, where the oldest have to go
WEEK = 7 * DAY // SECOND
PAUSE = 3600  # between two epochs that a client's word brings about for everybody
PICKS = st.integers(0, 1000)


@dataclass
class Queue:
    """What was accepted for a device, over all epochs, and how far it has come."""

    desktop: Desktop
    pairing: Pairing
    bodies: list[str] = field(default_factory=list)
    arrived: list[float] = field(default_factory=list)
    cursor: int = 0
    base: int = 0
    gone: int = 0  # so many of the oldest may be in a gap
    epoch: str = ""

    @property
    def head(self) -> int:
        """The newest entry's number."""
        return len(self.bodies) - self.base


@dataclass
class Model:
    """All that the mailroom should hold."""

    queues: dict[str, Queue] = field(default_factory=dict)  # by device
    addresses: dict[str, str] = field(default_factory=dict)  # to mailboxes
    lost: dict[str, str] = field(default_factory=dict)  # addresses that were closed
    drawn_at: float | None = None
    taken: int = 0

    def of(self, mailbox: str) -> list[Queue]:
        """The queues of a mailbox."""
        return [queue for queue in self.queues.values() if queue.pairing.mailbox == mailbox]


class MailroomMachine(RuleBasedStateMachine):
    """A mailroom on SQLite beside the model."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.bench = Bench(sqlite_url(self.folder), LIMITS, beside=Inline())
        self.model = Model()
        self.serial = 0
        self.copy: tuple[Model, Path] | None = None
        for number in range(2):
            self._pair()
            self._add_device(number)
            self.post(5, 0, number)
        self.acknowledge(0, 0.7)

    def teardown(self) -> None:
        self.bench.close()
        shutil.rmtree(self.folder)

    @rule(pick=PICKS, what=st.sampled_from(("_pair", "_add_device", "_add_address", "_close_address")))
    def change_who_is_there(self, pick: int, what: str) -> None:
        if self.model.addresses:
            getattr(self, what)(pick)
        else:
            self._pair()

    @precondition(lambda self: self.model.addresses)
    @rule(
        pick=PICKS,
        what=st.sampled_from(("_fail_to_commit", "_post_to_a_closed_address", "_err_about_the_epoch")),
    )
    def do_something_in_vain(self, pick: int, what: str) -> None:
        getattr(self, what)(pick)

    @precondition(lambda self: len(self.model.queues) > 2)
    @rule(pick=PICKS, what=st.sampled_from(("_remove_device", "_remove_mailbox")))
    def give_up(self, pick: int, what: str) -> None:
        getattr(self, what)(pick)

    def _queue(self, pick: int) -> Queue:
        queues = list(self.model.queues.values())
        return queues[pick % len(queues)]

    def _pair(self, _pick: int = 0) -> None:
        self.bench.now += 1
        desktop, pairing = self.bench.pair()
        assert pairing.is_new
        self.model.queues[pairing.device] = Queue(desktop, pairing, epoch=pairing.epoch)
        self.model.addresses[pairing.address] = pairing.mailbox

    def _add_device(self, pick: int) -> None:
        queue = self._queue(pick)
        if len(self.model.of(queue.pairing.mailbox)) == LIMITS.devices:
            return
        desktop = self.bench.desktop()
        added = self.bench.room.add_device(
            queue.pairing.mailbox, desktop.device_pub, desktop.seal_pub, "another"
        )
        pairing = replace(queue.pairing, device=self.bench.run(added).device)
        epoch = self.bench.page(pairing, epoch="").epoch
        self.model.queues[pairing.device] = Queue(desktop, pairing, epoch=epoch)

    @precondition(lambda self: self.model.addresses)
    @rule(count=st.integers(1, 12), length=st.integers(0, 600), pick=PICKS)
    def post(self, count: int, length: int, pick: int) -> None:
        address = list(self.model.addresses)[pick % len(self.model.addresses)]
        bodies = [f"{self.serial + number} " + "x" * length for number in range(count)]
        self.serial += count
        self.bench.post(address, *bodies)
        self.model.taken += count
        for queue in self.model.of(self.model.addresses[address]):
            queue.bodies += bodies
            queue.arrived += [self.bench.now] * count
            self._bound(queue)

    def _bound(self, queue: Queue) -> None:
        sizes = [len(body) + 100 for body in queue.bodies[queue.cursor :]]
        if sum(sizes) > LIMITS.size * 0.8:  # close to the limit, or over it: a few of the largest fit
            queue.gone = max(queue.gone, len(queue.bodies) - 4)
        elif len(sizes) >= LIMITS.entries:  # a gap takes the place of one
            queue.gone = max(queue.gone, len(queue.bodies) - KEPT)

    def _fail_to_commit(self, pick: int) -> None:
        room = self.bench.room
        address = list(self.model.addresses)[pick % len(self.model.addresses)]

        def break_down(jobs: list[Job]) -> list[Answer]:
            def work(desk: object) -> None:
                do_jobs(desk, jobs)  # type: ignore[arg-type]
                message = "the power went"
                raise StorageFailed(message)

            room._database.run(work)
            return []

        room._commits._commit, sound = break_down, room._commits._commit
        with pytest.raises(StorageFailed):
            self.bench.post(address, "never there", "nor this")
        room._commits._commit = sound

    def _post_to_a_closed_address(self, pick: int) -> None:
        if not self.model.lost:
            return
        with pytest.raises(UnknownMailbox):
            self.bench.post(list(self.model.lost)[pick % len(self.model.lost)], "x")

    @precondition(lambda self: self.model.queues)
    @rule(pick=PICKS, share=st.sampled_from((0.3, 0.7, 1.0)))
    def acknowledge(self, pick: int, share: float) -> None:
        queue = self._queue(pick)
        seq = int(share * queue.head)
        self.bench.acknowledge(queue.pairing, seq, epoch=queue.epoch)
        queue.cursor = max(queue.cursor, queue.base + seq)

    def _err_about_the_epoch(self, pick: int) -> None:
        queue = self._queue(pick)
        with pytest.raises(OtherEpoch):
            self.bench.acknowledge(queue.pairing, 1, epoch="another")

    @precondition(lambda self: self.model.queues)
    @rule(pick=PICKS, too_far=st.integers(1, 5), by_reading=st.booleans())
    def be_ahead(self, pick: int, too_far: int, by_reading: object) -> None:
        queue = self._queue(pick)
        if by_reading:
            assert (
                self.bench.page(queue.pairing, queue.head + too_far, epoch=queue.epoch).epoch != queue.epoch
            )
        else:
            with pytest.raises(OtherEpoch):
                self.bench.acknowledge(queue.pairing, queue.head + too_far, epoch=queue.epoch)
        is_everybodys = self.model.drawn_at is None or self.bench.now - self.model.drawn_at >= PAUSE
        if is_everybodys:
            self.model.drawn_at = self.bench.now
        self._begin_anew(list(self.model.queues.values()) if is_everybodys else [queue])

    def _begin_anew(self, queues: list[Queue]) -> None:
        for queue in queues:
            epoch = self.bench.page(queue.pairing, epoch="").epoch
            assert epoch != queue.epoch
            queue.epoch, queue.base = epoch, queue.cursor

    @precondition(lambda self: self.model.queues)
    @rule(pick=PICKS, share=st.floats(0, 1))
    def read_in_pages(self, pick: int, share: float) -> None:
        queue = self._queue(pick)
        after = int(share * queue.head)
        page = self.bench.page(queue.pairing, after, epoch=queue.epoch, limit=3)
        assert len(page.entries) <= 3
        self._compare(queue, page, queue.base + after, to_the_end=False)

    def _compare(self, queue: Queue, page: Page, place: int, *, to_the_end: bool) -> None:
        assert (page.epoch, page.head) == (queue.epoch, queue.head)
        for entry in page.entries:
            number = queue.base + entry.seq
            if entry.dropped:
                assert place < number <= place + entry.dropped
                old = [at < self.bench.now - WEEK for at in queue.arrived[:number]]
                assert number <= max(queue.cursor, queue.gone) or all(old[max(queue.cursor, queue.gone) :])
            else:
                assert number == place + 1
                assert queue.desktop.read(entry) == queue.bodies[number - 1]
                assert number > queue.cursor
            place = number
        if to_the_end:
            assert place == len(queue.bodies)

    def _add_address(self, pick: int) -> None:
        self.bench.now += 1
        mailbox = self._queue(pick).pairing.mailbox
        own = [address for address, name in self.model.addresses.items() if name == mailbox]
        if len(own) == LIMITS.addresses:
            self.model.lost[own[0]] = self.model.addresses.pop(own[0])
        self.model.addresses[self.bench.run(self.bench.room.add_address(mailbox))] = mailbox

    def _close_address(self, pick: int) -> None:
        address = list(self.model.addresses)[pick % len(self.model.addresses)]
        mailbox = self.model.addresses.pop(address)
        self.bench.run(self.bench.room.close_address(mailbox, address))
        self.model.lost[address] = mailbox

    def _remove_device(self, pick: int) -> None:
        queue = self._queue(pick)
        mailbox = queue.pairing.mailbox
        self.bench.run(self.bench.room.remove_device(mailbox, queue.pairing.device))
        del self.model.queues[queue.pairing.device]
        if not self.model.of(mailbox):
            self._forget_addresses(mailbox)
        with pytest.raises(UnknownMailbox):
            self.bench.page(queue.pairing)

    def _remove_mailbox(self, pick: int) -> None:
        mailbox = self._queue(pick).pairing.mailbox
        self.bench.run(self.bench.room.remove_mailbox(mailbox))
        for queue in self.model.of(mailbox):
            del self.model.queues[queue.pairing.device]
        self._forget_addresses(mailbox)

    def _forget_addresses(self, mailbox: str) -> None:
        for address in [one for one, name in self.model.addresses.items() if name == mailbox]:
            self.model.lost[address] = self.model.addresses.pop(address)

    @rule(days=st.floats(0.01, 4))
    def let_time_pass(self, days: float) -> None:
        self.bench.now += days * DAY / SECOND
        if days > 1:
            self.bench.run(self.bench.room.sweep())

    @rule()
    def restart(self) -> None:
        assert not self.bench.reopen().rolled_back

    @rule()
    def keep_a_copy(self) -> None:
        path = self.folder / "copy.sqlite"
        self.bench.run(self.bench.room.close())
        shutil.copy(self.folder / "relay.sqlite", path)
        self.bench.room = self.bench.open()
        self.copy = copy.deepcopy(self.model), path

    @precondition(lambda self: self.copy is not None)
    @rule()
    def put_the_copy_back(self) -> None:
        assert self.copy is not None
        before, path = self.copy
        self.bench.run(self.bench.room.close())
        shutil.copy(path, self.folder / "relay.sqlite")
        self.bench.room = self.bench.open()
        self.copy = None
        is_older = before.taken != self.model.taken
        assert self.bench.room.rolled_back == is_older
        self.model = before
        if is_older:
            self._begin_anew(list(before.queues.values()))

    @invariant()
    def everything_accepted_is_there_or_in_a_gap_or_was_acknowledged(self) -> None:
        for queue in self.model.queues.values():
            place = queue.cursor - queue.base
            page = self.bench.page(queue.pairing, place, epoch=queue.epoch)
            self._compare(queue, page, queue.cursor, to_the_end=True)
            assert len(page.entries) <= LIMITS.entries
            assert sum(len(entry.sealed) for entry in page.entries) <= LIMITS.size

    @invariant()
    def the_counts_are_those_of_what_waits(self) -> None:
        counted = self.bench.run(
            self.bench.room._read(
                lambda desk: desk.rows(
                    "SELECT waiting, size, (SELECT COUNT(*) FROM packet WHERE device = device.id),"
                    " (SELECT COALESCE(SUM(LENGTH(sealed)), 0) FROM packet WHERE device = device.id),"
                    " (SELECT COUNT(*) FROM packet WHERE device = device.id AND seq <= cursor) FROM device"
                )
            )
        )
        assert all([waiting, size, 0] == held for waiting, size, *held in map(tuple, counted))


TestMailroom = MailroomMachine.TestCase
TestMailroom.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
