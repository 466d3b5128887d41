"""A relay whose database was put back to an older copy is noticed, by whatever shows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import psycopg
import pytest

from budgetsync.relay.server.epochs import MARKER
from budgetsync.relay.server.errors import OtherEpoch, StorageFailed
from budgetsync.relay.server.mailroom import Mailroom
from tests.contract.mailroom_bench import Bench, sqlite_url
from tests.contract.postgres_server import PostgresServer

HOUR = 3600


def test_a_restart_is_no_new_epoch(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "1")
    assert not bench.reopen().rolled_back
    bench.post(pairing.address, "2")
    page = bench.page(pairing, 1)
    assert (page.epoch, desktop.read_all(page)) == (pairing.epoch, ["2"])


def test_two_relays_have_different_epochs(tmp_path: Path) -> None:
    epochs = []
    for seed in (1, 2):
        bench = Bench(sqlite_url(tmp_path / str(seed)), seed=seed)
        epochs.append(bench.pair()[1].epoch)
        bench.close()
    assert len(set(epochs)) == 2


def test_a_client_that_has_seen_more_than_there_is_makes_a_new_epoch_begin(bench: Bench) -> None:
    (desktop, pairing), (other, staying) = bench.pair(), bench.pair()
    bench.post(pairing.address, "1", "2")
    bench.acknowledge(pairing, 1)
    bench.post(staying.address, "a")
    page = bench.page(pairing, 5)
    assert page.epoch != pairing.epoch
    assert [entry.seq for entry in page.entries] == [1]  # counted from where the epoch began
    assert desktop.read_all(page) == ["2"]
    others = bench.page(staying)
    assert others.epoch == page.epoch
    assert other.read_all(others) == ["a"]
    with pytest.raises(OtherEpoch):
        bench.acknowledge(pairing, 1)
    bench.acknowledge(pairing, 1, epoch=page.epoch)
    bench.post(pairing.address, "3")
    again = bench.page(pairing, 1, epoch=page.epoch)
    assert (again.epoch, [entry.seq for entry in again.entries]) == (page.epoch, [2])


def test_a_client_that_acknowledges_what_was_never_given_makes_a_new_epoch_begin(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "1")
    with pytest.raises(OtherEpoch):
        bench.acknowledge(pairing, 2)
    page = bench.page(pairing)
    assert page.epoch != pairing.epoch
    assert desktop.read_all(page) == ["1"]


def test_a_client_that_lies_costs_the_others_one_sync_an_hour_at_most(bench: Bench) -> None:
    (_, liar), (_, honest) = bench.pair(), bench.pair()
    epochs = {bench.page(honest).epoch}
    for number in range(30):
        bench.page(liar, 1000 + number, epoch=bench.page(liar).epoch)
        epochs.add(bench.page(honest).epoch)
    assert len(epochs) == 2
    assert bench.page(liar).epoch not in epochs
    bench.now += HOUR
    bench.page(liar, 1000, epoch=bench.page(liar).epoch)
    assert bench.page(honest).epoch not in epochs


def test_a_new_device_begins_in_the_present_epoch(bench: Bench) -> None:
    _, pairing = bench.pair()
    bench.page(pairing, 5)
    assert bench.pair()[1].epoch == bench.page(pairing).epoch


class Copies:
    """Copies of an SQLite database while nobody uses it."""

    def __init__(self, bench: Bench, folder: Path) -> None:
        self._bench = bench
        self._live = folder / "relay.sqlite"
        self._copy = folder / "copy.sqlite"

    def take(self) -> None:
        """Copies the database, but not what lies beside it."""
        self._bench.run(self._bench.room.close())
        shutil.copy(self._live, self._copy)
        self._bench.room = self._bench.open()

    def put_back(self, *, without_marker: bool = False) -> Mailroom:
        """Puts the copy in the database's place."""
        self._bench.run(self._bench.room.close())
        shutil.copy(self._copy, self._live)
        if without_marker:
            self._live.with_name(self._live.name + MARKER).unlink()
        self._bench.room = self._bench.open()
        return self._bench.room


@pytest.fixture
def on_disk(tmp_path: Path) -> Bench:
    return Bench(sqlite_url(tmp_path))


def test_an_older_copy_of_the_file_is_noticed_even_where_no_client_can_tell(
    on_disk: Bench, tmp_path: Path
) -> None:
    desktop, pairing = on_disk.pair()
    on_disk.post(pairing.address, "1")
    copies = Copies(on_disk, tmp_path)
    copies.take()
    on_disk.post(pairing.address, "lost")
    assert copies.put_back().rolled_back
    # The client is where it was before the lost one: it could not tell.
    page = on_disk.page(pairing, 0)
    assert page.epoch != pairing.epoch
    assert desktop.read_all(page) == ["1"]
    on_disk.post(pairing.address, "2")
    assert not on_disk.reopen().rolled_back
    on_disk.close()


def test_a_copy_without_what_lies_beside_it_is_noticed(on_disk: Bench, tmp_path: Path) -> None:
    on_disk.pair()
    copies = Copies(on_disk, tmp_path)
    copies.take()
    assert copies.put_back(without_marker=True).rolled_back
    on_disk.close()


def test_a_copy_of_the_present_state_changes_nothing(on_disk: Bench, tmp_path: Path) -> None:
    _, pairing = on_disk.pair()
    on_disk.post(pairing.address, "1")
    copies = Copies(on_disk, tmp_path)
    copies.take()
    assert not copies.put_back().rolled_back
    assert on_disk.page(pairing).epoch == pairing.epoch
    on_disk.close()


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"nonsense", b"nonsense 12", b"a b c", b"\0" * 64])
def test_a_marker_that_says_nothing_sensible_counts_as_none(
    on_disk: Bench, tmp_path: Path, text: bytes
) -> None:
    on_disk.pair()
    on_disk.run(on_disk.room.close())
    (tmp_path / f"relay.sqlite{MARKER}").write_bytes(text)
    on_disk.room = on_disk.open()
    assert on_disk.room.rolled_back
    assert not on_disk.reopen().rolled_back
    on_disk.close()


def test_a_marker_that_a_power_cut_left_behind_changes_nothing(on_disk: Bench, tmp_path: Path) -> None:
    _, pairing = on_disk.pair()
    on_disk.post(pairing.address, "1")
    marker = tmp_path / f"relay.sqlite{MARKER}"
    before = marker.read_bytes()
    on_disk.post(pairing.address, "2")
    on_disk.run(on_disk.room.close())
    marker.write_bytes(before)
    on_disk.room = on_disk.open()
    assert not on_disk.room.rolled_back
    on_disk.close()


def test_a_dump_that_was_restored_into_another_database_is_noticed(postgres: PostgresServer) -> None:
    source = postgres.database()
    bench = Bench(source)
    _, pairing = bench.pair()
    bench.post(pairing.address, "1")
    bench.run(bench.room.close())
    name = source.partition("///")[2].partition("?")[0]
    with psycopg.connect(postgres.url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE copy TEMPLATE {name}")
    bench.url = postgres.url("copy")
    bench.room = bench.open()
    assert bench.room.rolled_back
    assert bench.page(pairing).epoch != pairing.epoch
    assert not bench.reopen().rolled_back
    bench.close()


def test_a_database_of_a_newer_program_is_refused(bench: Bench) -> None:
    bench.run(
        bench.room._change(lambda desk: desk.change("UPDATE relay SET value = '99' WHERE name = 'version'"))
    )
    with pytest.raises(StorageFailed, match="version 99"):
        bench.open()


@pytest.mark.parametrize("url", ["", "relay.sqlite", "sqlite://", "sqlite:///", "mysql://somewhere/relay"])
def test_a_url_of_neither_kind_is_refused(url: str) -> None:
    with pytest.raises(StorageFailed, match="sqlite:///PATH"):
        Mailroom(url)


def test_a_database_that_does_not_answer_is_told_without_its_url(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as caught:
        Mailroom(f"postgresql://somebody:secret@/relay?host={tmp_path}")
    assert "secret" not in str(caught.value)
