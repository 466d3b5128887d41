"""What waits too long, or is too much, becomes one gap; nothing that was kept is lost without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from budgetsync.relay.server.errors import StorageFull
from budgetsync.relay.server.records import Limits
from tests.contract.mailroom_bench import Bench, sqlite_url

DAY = 24 * 3600
OpenBench = Callable[[Limits], Bench]


@pytest.fixture
def open_bench(relay_url: str) -> Iterator[OpenBench]:
    made = []

    def open_one(limits: Limits) -> Bench:
        made.append(Bench(relay_url, limits))
        return made[-1]

    yield open_one
    for bench in made:
        bench.close()


def test_what_waited_for_a_week_becomes_one_gap(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "1", "2")
    bench.now += 3 * DAY
    bench.post(pairing.address, "3")
    bench.now += 4 * DAY + 1
    page = bench.page(pairing)
    assert desktop.read_all(page) == ["gap 2", "3"]
    assert [entry.seq for entry in page.entries] == [2, 3]
    bench.now += 4 * DAY
    assert desktop.read_all(bench.page(pairing)) == ["gap 3"]
    bench.acknowledge(pairing, 3)
    bench.post(pairing.address, "4")
    assert desktop.read_all(bench.page(pairing, 3)) == ["4"]


def test_the_oldest_of_too_many_become_one_gap(open_bench: OpenBench) -> None:
    bench = open_bench(Limits(entries=20))
    desktop, pairing = bench.pair()
    bench.post(pairing.address, *(str(number) for number in range(1, 21)))
    assert len(bench.page(pairing).entries) == 20
    bench.post(pairing.address, "21")
    page = bench.page(pairing)
    assert len(page.entries) <= 20
    gap, *rest = page.entries
    assert gap.dropped == gap.seq > 1
    assert desktop.read_all(page)[1:] == [str(number) for number in range(gap.seq + 1, 22)]
    bench.post(pairing.address, *(str(number) for number in range(22, 500)))
    page = bench.page(pairing)
    assert page.entries[0].dropped == page.entries[0].seq
    assert [entry.dropped for entry in page.entries[1:]] == [0] * (len(page.entries) - 1)
    assert desktop.read_all(page)[-1] == "499"
    assert page.entries[-1].seq == page.head == 499
    assert rest


def test_the_oldest_of_too_many_bytes_become_one_gap(open_bench: OpenBench) -> None:
    bench = open_bench(Limits(size=10_000))
    desktop, pairing = bench.pair()
    for number in range(10):
        bench.post(pairing.address, str(number) * 3000)
    page = bench.page(pairing)
    assert sum(len(entry.sealed) for entry in page.entries) <= 10_000
    assert page.entries[0].dropped == page.entries[0].seq
    assert desktop.read_all(page)[-1] == "9" * 3000


def test_one_device_that_stays_away_costs_the_others_nothing(open_bench: OpenBench) -> None:
    bench = open_bench(Limits(entries=10))
    desktop, pairing = bench.pair()
    away = bench.desktop()
    record = bench.run(bench.room.add_device(pairing.mailbox, away.device_pub, away.seal_pub, "away"))
    for number in range(1, 31):
        bench.post(pairing.address, str(number))
        assert desktop.read_all(bench.page(pairing, number - 1)) == [str(number)]
        bench.acknowledge(pairing, number)
    listed = bench.run(bench.room.list_mailboxes())
    assert [one.waiting for one in listed] == [bench.run(_waiting(bench, record.device))]
    assert 0 < listed[0].waiting <= 10


async def _waiting(bench: Bench, device: str) -> int:
    rows = await bench.room._read(
        lambda desk: desk.rows("SELECT COUNT(*) FROM packet WHERE device = ?", device)
    )
    return int(rows[0][0])


def test_a_gap_that_was_read_but_not_acknowledged_grows(open_bench: OpenBench) -> None:
    bench = open_bench(Limits(entries=10))
    desktop, pairing = bench.pair()
    bench.post(pairing.address, *(str(number) for number in range(1, 12)))
    first = bench.page(pairing).entries[0]
    bench.post(pairing.address, *(str(number) for number in range(12, 24)))
    page = bench.page(pairing)
    assert page.entries[0].dropped == page.entries[0].seq > first.seq
    after = bench.page(pairing, first.seq)
    assert desktop.read_all(after) == desktop.read_all(page)
    bench.acknowledge(pairing, page.entries[0].seq)
    assert desktop.read_all(bench.page(pairing, page.entries[0].seq))[0] == str(page.entries[0].seq + 1)


def test_nothing_is_taken_in_where_the_disk_is_nearly_full(tmp_path: Path) -> None:
    bench = Bench(sqlite_url(tmp_path))
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "1")
    bench.room._limits, bench.room._looked_at = Limits(room=2**60), float("-inf")
    with pytest.raises(StorageFull):
        bench.post(pairing.address, "2")
    bench.acknowledge(pairing, 1)  # which makes room
    bench.room._limits, bench.room._looked_at = Limits(), float("-inf")
    bench.post(pairing.address, "3")
    assert desktop.read_all(bench.page(pairing, 1)) == ["3"]
    bench.close()
