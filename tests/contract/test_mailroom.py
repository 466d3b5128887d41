"""What the mailroom promises, on SQLite and on PostgreSQL alike."""

import asyncio
from dataclasses import replace

import pytest

from budgetsync.relay.protocol import SESSION_SECONDS
from budgetsync.relay.server.errors import (
    InviteRefused,
    MailroomError,
    NoSession,
    OtherEpoch,
    TooMany,
    UnknownMailbox,
)
from budgetsync.relay.server.records import DAY, SECOND, Limits
from tests.contract.mailroom_bench import Bench

HOUR = 3600


def test_a_webhook_comes_out_as_it_went_in_and_goes_when_it_is_acknowledged(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    [stored] = bench.post(pairing.address, "hello")
    page = bench.page(pairing)
    assert desktop.read_all(page) == ["hello"]
    assert (page.epoch, page.head, [entry.seq for entry in page.entries]) == (pairing.epoch, 1, [1])
    assert [(one.device, one.epoch, one.entry) for one in stored] == [
        (pairing.device, pairing.epoch, page.entries[0])
    ]
    bench.acknowledge(pairing, 1)
    assert bench.page(pairing, 1).entries == ()


def test_what_is_kept_holds_no_word_of_the_webhook_no_address_no_bearer_and_no_invite(bench: Bench) -> None:
    invite = bench.run(bench.room.invite(int(bench.now + HOUR) * SECOND))
    desktop = bench.desktop()
    pairing = bench.run(bench.room.pair(desktop.device_pub, desktop.seal_pub, "desk", invite))
    bearer, _ = bench.run(bench.room.open_session(pairing.mailbox, pairing.device))
    bench.run(bench.room.invite(int(bench.now + HOUR) * SECOND))
    bench.post(pairing.address, "item-of-somebody")
    kept = bench.run(
        bench.room._read(
            lambda desk: [
                desk.rows(f"SELECT * FROM {table}")  # noqa: S608 - names from below
                for table in ("relay", "mailbox", "address", "device", "packet", "session", "invite")
            ]
        )
    )
    assert all(kept)
    text = repr(kept)
    for secret in ("item-of-somebody", "a.b.c", pairing.address, bearer, invite):
        assert secret not in text


def test_numbers_have_no_hole_and_each_mailbox_has_its_own(bench: Bench) -> None:
    (one, first), (other, second) = bench.pair(), bench.pair()
    bench.post(first.address, *(f"a{number}" for number in range(20)))
    bench.post(second.address, *(f"b{number}" for number in range(10)))
    bench.post(first.address, "a20")
    page = bench.page(first)
    assert [entry.seq for entry in page.entries] == list(range(1, 22))
    assert one.read_all(page) == [f"a{number}" for number in range(21)]
    assert other.read_all(bench.page(second)) == [f"b{number}" for number in range(10)]


def test_reading_goes_on_after_a_number_and_in_pages(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, *(str(number) for number in range(10)))
    page = bench.page(pairing, 3, limit=4)
    assert desktop.read_all(page) == ["3", "4", "5", "6"]
    assert page.head == 10


def test_an_unknown_address_is_told_and_disturbs_no_other_post(bench: Bench) -> None:
    desktop, pairing = bench.pair()

    async def post_both() -> list[object]:
        posts = [bench._post(address, ("x",)) for address in (pairing.address, "nowhere", pairing.address)]
        return list(await asyncio.gather(*posts, return_exceptions=True))

    outcomes = bench.run(post_both())
    assert [isinstance(one, UnknownMailbox) for one in outcomes] == [False, True, False]
    assert desktop.read_all(bench.page(pairing)) == ["x", "x"]
    assert bench.run(bench.room.mailbox_of("nowhere")) is None
    assert bench.run(bench.room.mailbox_of(pairing.address)) == pairing.mailbox


def test_each_device_has_a_queue_of_its_own_that_only_it_can_read(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "before")
    bench.now += 1
    laptop = bench.desktop()
    record = bench.run(bench.room.add_device(pairing.mailbox, laptop.device_pub, laptop.seal_pub, "laptop"))
    second = replace(pairing, device=record.device)
    bench.post(pairing.address, "after")
    assert desktop.read_all(bench.page(pairing)) == ["before", "after"]
    page = bench.page(second)
    assert laptop.read_all(page) == ["after"]
    assert [entry.seq for entry in page.entries] == [1]
    bench.acknowledge(second, 1)
    assert desktop.read_all(bench.page(pairing)) == ["before", "after"]
    assert [(one.name, one.seen is not None) for one in bench.run(bench.room.devices(pairing.mailbox))] == [
        ("desk", False),
        ("laptop", True),
    ]


def test_a_device_that_is_taken_away_reads_and_acknowledges_no_more(bench: Bench) -> None:
    _, pairing = bench.pair()
    laptop = bench.desktop()
    record = bench.run(bench.room.add_device(pairing.mailbox, laptop.device_pub, laptop.seal_pub, "laptop"))
    bearer, reader = bench.run(bench.room.open_session(pairing.mailbox, record.device))
    bench.post(pairing.address, "x")
    told: list[object] = []

    async def remove() -> None:
        bench.room.watch(told.append)
        await bench.room.remove_device(pairing.mailbox, record.device)

    bench.run(remove())
    assert [record.device] in told
    for work in (
        bench.room.reader_of(bearer),
        bench.room.page(reader, pairing.epoch, 0),
        bench.room.acknowledge(reader, pairing.epoch, 1),
        bench.room.open_session(pairing.mailbox, record.device),
        bench.room.key_of(pairing.mailbox, record.device),
        bench.room.remove_device(pairing.mailbox, record.device),
    ):
        with pytest.raises((UnknownMailbox, NoSession)):
            bench.run(work)
    assert set(bench.run(bench.room.heads([pairing.device, record.device]))) == {pairing.device}


def test_the_mailbox_goes_with_its_last_device(bench: Bench) -> None:
    _, pairing = bench.pair()
    bench.run(bench.room.remove_device(pairing.mailbox, pairing.device))
    assert bench.run(bench.room.mailbox_of(pairing.address)) is None
    assert bench.run(bench.room.list_mailboxes()) == ()


def test_leaving_takes_everything_of_a_mailbox_away_and_nothing_else(bench: Bench) -> None:
    (_, leaving), (desktop, staying) = bench.pair(), bench.pair()
    bench.post(leaving.address, "x")
    bench.post(staying.address, "y")
    bench.run(bench.room.remove_mailbox(leaving.mailbox))
    with pytest.raises(UnknownMailbox):
        bench.run(bench.room.remove_mailbox(leaving.mailbox))
    with pytest.raises(UnknownMailbox):
        bench.page(leaving)
    assert desktop.read_all(bench.page(staying)) == ["y"]
    assert [one.mailbox for one in bench.run(bench.room.list_mailboxes())] == [staying.mailbox]


def test_pairing_again_finds_the_mailbox_and_gets_another_address_for_it(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    _, again = bench.pair(desktop)
    assert (again.mailbox, again.device, again.is_new) == (pairing.mailbox, pairing.device, False)
    bench.post(pairing.address, "old")
    bench.post(again.address, "new")
    assert desktop.read_all(bench.page(pairing)) == ["old", "new"]


def test_a_known_device_is_refused_under_another_seal_and_in_another_mailbox(bench: Bench) -> None:
    (desktop, pairing), (other, _) = bench.pair(), bench.pair()
    with pytest.raises(InviteRefused):
        bench.run(bench.room.pair(desktop.device_pub, other.seal_pub, "desk", None))
    with pytest.raises(InviteRefused):
        bench.run(bench.room.add_device(pairing.mailbox, other.device_pub, other.seal_pub, "other"))
    same = bench.run(bench.room.add_device(pairing.mailbox, desktop.device_pub, desktop.seal_pub, "again"))
    assert (same.device, same.name) == (pairing.device, "desk")


def test_an_address_that_was_closed_takes_nothing_and_others_go_on(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    fresh = bench.run(bench.room.add_address(pairing.mailbox))
    bench.run(bench.room.close_address(pairing.mailbox, pairing.address))
    with pytest.raises(UnknownMailbox):
        bench.post(pairing.address, "late")
    with pytest.raises(UnknownMailbox):
        bench.run(bench.room.close_address(pairing.mailbox, pairing.address))
    with pytest.raises(UnknownMailbox):
        bench.run(bench.room.add_address("nowhere"))
    bench.post(fresh, "x")
    assert desktop.read_all(bench.page(pairing)) == ["x"]


def test_the_oldest_of_too_many_addresses_goes(bench: Bench) -> None:
    _, pairing = bench.pair()
    later = []
    for _ in range(bench.limits.addresses):
        bench.now += 1
        later.append(bench.run(bench.room.add_address(pairing.mailbox)))
    assert bench.run(bench.room.mailbox_of(pairing.address)) is None
    assert all(bench.run(bench.room.mailbox_of(address)) for address in later)


def test_a_mailbox_has_so_many_devices_at_most(bench: Bench) -> None:
    _, pairing = bench.pair()

    def add() -> None:
        more = bench.desktop()
        bench.run(bench.room.add_device(pairing.mailbox, more.device_pub, more.seal_pub, "more"))

    for _ in range(bench.limits.devices - 1):
        add()
    with pytest.raises(TooMany):
        add()


def test_an_invite_is_good_for_one_device_and_for_its_time(bench: Bench) -> None:
    def pair(invite: str) -> None:
        desktop = bench.desktop()
        bench.run(bench.room.pair(desktop.device_pub, desktop.seal_pub, "desk", invite))

    until = int(bench.now + HOUR) * SECOND
    used, late = bench.run(bench.room.invite(until)), bench.run(bench.room.invite(until))
    pair(used)
    for invite in (used, "never", ""):
        with pytest.raises(InviteRefused):
            pair(invite)
    bench.now += HOUR
    with pytest.raises(InviteRefused):
        pair(late)


def test_an_invite_is_good_once_even_for_two_at_the_same_time(bench: Bench) -> None:
    invite = bench.run(bench.room.invite(int(bench.now + HOUR) * SECOND))
    one, other = bench.desktop(), bench.desktop()

    async def both() -> list[object]:
        pairs = [bench.room.pair(each.device_pub, each.seal_pub, "desk", invite) for each in (one, other)]
        return list(await asyncio.gather(*pairs, return_exceptions=True))

    outcomes = bench.run(both())
    assert sum(isinstance(outcome, InviteRefused) for outcome in outcomes) == 1


def test_a_session_ends_after_its_time(bench: Bench) -> None:
    _, pairing = bench.pair()
    bearer, reader = bench.run(bench.room.open_session(pairing.mailbox, pairing.device))
    assert bench.run(bench.room.reader_of(bearer)) == reader
    with pytest.raises(NoSession):
        bench.run(bench.room.reader_of(bearer + "x"))
    bench.now += SESSION_SECONDS
    with pytest.raises(NoSession):
        bench.run(bench.room.reader_of(bearer))


def test_the_oldest_of_too_many_sessions_ends(bench: Bench) -> None:
    _, pairing = bench.pair()
    bearers = []
    for _ in range(bench.limits.sessions + 1):
        bench.now += 1
        bearers.append(bench.run(bench.room.open_session(pairing.mailbox, pairing.device))[0])
    with pytest.raises(NoSession):
        bench.run(bench.room.reader_of(bearers[0]))
    assert all(bench.run(bench.room.reader_of(bearer)) for bearer in bearers[1:])


def test_what_went_wrong_in_one_request_leaves_those_of_the_same_commit_alone(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "x")
    reader = bench.reader(pairing)

    async def all_at_once() -> list[object]:
        work = (
            bench.room.add_address("nowhere"),
            bench.room.acknowledge(reader, pairing.epoch, 1),
            bench.room.acknowledge(reader, "other", 1),
            bench._post(pairing.address, ("y",)),
            bench.room.add_address(pairing.mailbox),
        )
        return list(await asyncio.gather(*work, return_exceptions=True))

    outcomes = bench.run(all_at_once())
    assert [type(one) for one in outcomes if isinstance(one, MailroomError)] == [UnknownMailbox, OtherEpoch]
    assert desktop.read_all(bench.page(pairing, 1)) == ["y"]


def test_acknowledging_less_than_before_changes_nothing(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "1", "2", "3")
    bench.acknowledge(pairing, 2)
    bench.acknowledge(pairing, 1)
    assert desktop.read_all(bench.page(pairing, 2)) == ["3"]


def test_a_device_that_forgot_what_it_acknowledged_gets_a_gap_for_it(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    bench.post(pairing.address, "1", "2", "3")
    bench.acknowledge(pairing, 2)
    page = bench.page(pairing, 1)
    assert desktop.read_all(page) == ["gap 1", "3"]
    assert [entry.seq for entry in page.entries] == [2, 3]


def test_the_sweep_takes_away_what_has_run_out(bench: Bench) -> None:
    _, pairing = bench.pair()
    bench.post(pairing.address, "x", "y")
    bench.run(bench.room.open_session(pairing.mailbox, pairing.device))
    bench.run(bench.room.invite(int(bench.now + HOUR) * SECOND))
    bench.now += 8 * 24 * HOUR
    swept = bench.run(bench.room.sweep())
    assert (swept.entries, swept.sessions, swept.invites, swept.mailboxes) == (2, 1, 1, 0)
    assert bench.run(bench.room.sweep(9 * DAY)).mailboxes == 0
    assert bench.run(bench.room.sweep(7 * DAY)).mailboxes == 1
    assert bench.run(bench.room.list_mailboxes()) == ()


def test_the_limits_are_those_that_were_agreed_on() -> None:
    limits = Limits()
    assert (limits.age, limits.entries, limits.size) == (7 * DAY, 1000, 1024 * 1024)
