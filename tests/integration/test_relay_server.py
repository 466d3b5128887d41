"""The relay's server over real HTTP: the protocol, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from budgetsync.relay.protocol import session_text
from tests.integration.relay_server import PATIENCE, TOKEN, Desktop, RelayThread, webhook


@pytest.fixture(params=[True, False], ids=["quick", "plain"])
def relay(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RelayThread]:
    with RelayThread(tmp_path / "relay.sqlite", quick=request.param) as relay:
        yield relay


@pytest.fixture
def desktop(relay: RelayThread) -> Desktop:
    return relay.desktop().pair()


def numbers(events: list[dict[str, Any]]) -> list[int]:
    return [event["seq"] for event in events]


def test_a_webhook_comes_out_as_it_went_in(desktop: Desktop) -> None:
    assert desktop.address.startswith(f"{desktop.url}/api/plaid/webhook/")
    answer = desktop.post(webhook(7))

    assert (answer.status_code, answer.content) == (200, b"")
    [event] = desktop.poll()
    assert (event["seq"], event["kind"]) == (1, "webhook")
    assert 0 <= event["age_ms"] < 60_000
    assert desktop.unseal(event) == (TOKEN, webhook(7))


def test_a_stream_says_hello_tells_what_waits_and_then_what_comes(desktop: Desktop) -> None:
    desktop.post(number=1)

    with desktop.listen() as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["cache-control"] == "no-store"
        assert stream.headers["x-accel-buffering"] == "no"
        assert stream.read() == {"event": "hello", "data": {"epoch": desktop.epoch, "head": 1}}
        waiting = stream.read()
        desktop.post(number=2)
        desktop.post(number=3)
        coming = [stream.read(), stream.read()]

    assert [waiting["event"], waiting["id"]] == ["webhook", f"{desktop.epoch}-1"]
    assert [message["id"] for message in coming] == [f"{desktop.epoch}-2", f"{desktop.epoch}-3"]
    assert [desktop.unseal(message["data"])[1] for message in (waiting, *coming)] == [
        webhook(1),
        webhook(2),
        webhook(3),
    ]


def test_a_stream_resumes_after_what_was_seen(desktop: Desktop) -> None:
    for number in range(3):
        desktop.post(number=number)

    with desktop.listen(f"{desktop.epoch}-2") as stream:
        assert stream.read()["data"]["head"] == 3
        assert stream.read()["id"] == f"{desktop.epoch}-3"


@pytest.mark.parametrize("place", ["another-2", "nonsense", "-", "1" * 400])
def test_a_place_in_another_epoch_begins_at_the_start(desktop: Desktop, place: str) -> None:
    desktop.post()

    with desktop.listen(place) as stream:
        assert stream.read()["data"] == {"epoch": desktop.epoch, "head": 1}
        assert stream.read()["id"] == f"{desktop.epoch}-1"


def test_a_place_that_lies_ahead_makes_a_new_epoch(desktop: Desktop) -> None:
    desktop.post()

    with desktop.listen(f"{desktop.epoch}-9") as stream:
        hello = stream.read()["data"]
        assert hello["epoch"] != desktop.epoch
        assert stream.read()["id"] == f"{hello['epoch']}-1"


def test_a_backlog_longer_than_a_page_comes_in_order(desktop: Desktop) -> None:
    for number in range(100):
        assert desktop.post(number=number).status_code == 200

    with desktop.listen() as stream:
        stream.read()
        assert [stream.read()["data"]["seq"] for _ in range(100)] == list(range(1, 101))
    assert len(desktop.poll()) == 64
    assert numbers(desktop.poll(after=64)) == list(range(65, 101))


def test_a_newer_stream_of_the_same_device_ends_the_older_one(desktop: Desktop) -> None:
    with desktop.listen() as older:
        older.read()
        with desktop.listen() as newer:
            newer.read()
            assert older.read() == {"event": "the end"}
            desktop.post()
            assert newer.read()["event"] == "webhook"


def test_a_long_poll_waits_for_an_event_and_not_for_ever(relay: RelayThread, desktop: Desktop) -> None:
    assert desktop.poll(wait=0.01) == []

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(desktop.poll, wait=25)
        while not relay.listens(desktop.device):
            assert not waiting.done()
        desktop.post()
        assert numbers(waiting.result(PATIENCE)) == [1]


def test_what_was_acknowledged_is_gone(desktop: Desktop) -> None:
    for number in range(3):
        desktop.post(number=number)

    assert desktop.acknowledge(2).status_code == 204
    assert numbers(desktop.poll(after=2)) == [3]
    assert desktop.acknowledge(1).status_code == 204, "an older one changes nothing"
    assert numbers(desktop.poll(after=2)) == [3]
    assert desktop.acknowledge(3, epoch="another").status_code == 409


@pytest.mark.parametrize("seq", [-1, 10**18, "1", None])
def test_an_acknowledgement_of_nonsense_is_malformed(desktop: Desktop, seq: object) -> None:
    answer = desktop.call("POST", "/ack", json={"epoch": desktop.epoch, "seq": seq})

    assert (answer.status_code, answer.json()["error"]) == (400, "MALFORMED")


def test_each_device_has_events_and_a_place_of_its_own(relay: RelayThread, desktop: Desktop) -> None:
    tower = desktop.add(relay.desktop())
    tower.epoch = desktop.epoch
    desktop.post(number=5)

    assert desktop.acknowledge(1).status_code == 204
    [event] = tower.poll()
    assert tower.unseal(event) == (TOKEN, webhook(5))
    devices = desktop.call("GET", "/devices").json()["devices"]
    assert [(device["device"], device["name"]) for device in devices] == [
        (desktop.device, "laptop"),
        (tower.device, "tower"),
    ]
    assert all(0 <= device["seen_ms"] <= device["added_ms"] + 1 for device in devices)


def test_a_device_that_is_shut_out_is_so_at_once(relay: RelayThread, desktop: Desktop) -> None:
    tower = desktop.add(relay.desktop())

    with tower.listen() as stream:
        stream.read()
        assert desktop.call("DELETE", f"/devices/{tower.device}").status_code == 204
        assert stream.read() == {"event": "the end"}
    assert tower.call("GET", "/events", params={"after": "0"}).status_code == 401
    assert tower.acknowledge(1, epoch=desktop.epoch).status_code == 401
    assert tower.call("GET", "/devices").status_code == 401
    nonce = tower.get_nonce()
    sig = tower.sign(session_text(tower.host, tower.mailbox, nonce))
    assert tower.ask_for_session(nonce=nonce, sig=sig).status_code == 404
    assert desktop.call("DELETE", f"/devices/{tower.device}").status_code == 404
    assert desktop.post().status_code == 200


def test_a_mailbox_that_is_left_is_gone(desktop: Desktop) -> None:
    with desktop.listen() as stream:
        stream.read()
        assert desktop.call("DELETE", "").status_code == 204
        assert stream.read() == {"event": "the end"}

    assert desktop.post().status_code == 404
    assert desktop.call("GET", "/devices").status_code == 401


def test_an_address_can_be_changed(desktop: Desktop) -> None:
    older = desktop.address
    answer = desktop.call("POST", "/addresses")
    assert answer.status_code == 201
    newer = answer.json()["address"]
    assert newer != older

    assert desktop.post().status_code == 200
    assert desktop.call("DELETE", f"/addresses/{older.rpartition('/')[2]}").status_code == 204
    assert desktop.post().status_code == 404
    desktop.address = newer
    assert desktop.post().status_code == 200
    assert desktop.call("DELETE", f"/addresses/{older.rpartition('/')[2]}").status_code == 404


def test_who_asks_again_gets_the_same_mailbox(desktop: Desktop) -> None:
    answer = desktop.ask_for_mailbox()

    assert answer.status_code == 200
    assert (answer.json()["mailbox"], answer.json()["device"]) == (desktop.mailbox, desktop.device)
    assert desktop.post().status_code == 200, "the address that it had goes on working"


def test_a_private_relay_wants_an_invite_which_is_good_once(tmp_path: Path) -> None:
    with RelayThread(tmp_path / "relay.sqlite", is_open=False) as relay:
        invite = relay.ask(lambda room: room.invite(2**50))

        assert relay.desktop().ask_for_mailbox().json()["error"] == "INVITE"
        assert relay.desktop().ask_for_mailbox("x" * 22).status_code == 403
        first = relay.desktop().pair(invite)
        assert relay.desktop().ask_for_mailbox(invite).status_code == 403
        assert first.ask_for_mailbox(invite).status_code == 200, (
            "the answer to the first try may have been lost"
        )


def test_signatures_have_to_fit(relay: RelayThread, desktop: Desktop) -> None:
    stranger = relay.desktop()
    assert stranger.ask_for_mailbox(host="relay.example.org").json()["error"] == "FORBIDDEN"
    assert stranger.ask_for_mailbox(sig="").status_code == 403
    assert stranger.ask_for_mailbox(seal_pub=relay.desktop().seal_pub).status_code == 403
    assert stranger.ask_for_mailbox(device_pub="AAAA").status_code == 400

    nonce = desktop.get_nonce()
    right = session_text(desktop.host, desktop.mailbox, nonce)
    for sig in ("", "x", stranger.sign(right), desktop.sign(right + b"x")):
        assert desktop.ask_for_session(nonce=nonce, sig=sig).status_code == 403
    assert desktop.ask_for_session(nonce="made-up", sig=desktop.sign(right)).status_code == 403
    assert desktop.ask_for_session(nonce=nonce, sig=desktop.sign(right)).status_code == 200


def test_a_device_of_one_mailbox_gets_nothing_of_another(relay: RelayThread, desktop: Desktop) -> None:
    other = relay.desktop().pair()
    other.mailbox = desktop.mailbox

    for method, path in (
        ("GET", "/events?after=0"),
        ("GET", "/devices"),
        ("POST", "/addresses"),
        ("DELETE", ""),
    ):
        assert other.call(method, path).status_code == 404


@pytest.mark.parametrize("bearer", ["x", "x" * 500, "ä"])
def test_without_a_session_nothing_is_to_be_had(desktop: Desktop, bearer: str) -> None:
    headers = {b"authorization": f"Bearer {bearer}".encode()}
    answer = desktop.http.get(f"{desktop.url}/v1/mailboxes/{desktop.mailbox}/events", headers=headers)

    assert (answer.status_code, answer.json()["error"]) == (401, "NO_SESSION")


def test_whatever_is_not_there_looks_the_same(desktop: Desktop) -> None:
    unknown = desktop.url + "/api/plaid/webhook/" + "x" * 22
    places = [desktop.http.post(unknown, content=webhook(), headers=dict(desktop.post().request.headers))]
    places += [desktop.http.get(desktop.url + path) for path in ("/", "/v2", "/api/plaid/webhook", "/docs")]

    assert {(place.status_code, place.content) for place in places} == {(404, places[0].content)}
    assert desktop.http.get(desktop.url + "/v1/session").status_code == 405


def test_it_says_that_it_is_well_and_what_it_did(desktop: Desktop) -> None:
    desktop.post()
    desktop.post(plaid_verification="none")

    assert desktop.http.get(desktop.url + "/healthz").json() == {"status": "ok"}
    metrics = desktop.http.get(desktop.url + "/metrics")
    assert 'budgetsync_relay_webhooks_total{outcome="stored"} 1' in metrics.text
    assert 'budgetsync_relay_webhooks_total{outcome="MALFORMED"} 1' in metrics.text
    assert desktop.mailbox not in metrics.text
    outside = desktop.http.get(desktop.url + "/metrics", headers={"x-forwarded-for": "203.0.113.9"})
    assert outside.status_code == 404
