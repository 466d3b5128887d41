"""The relay as a person types it: bank, relay and daemon run, news come by themselves, and computers come and go."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from budgetsync.cli.session import ACT, DONE, NOT_SYNCED, WRONG
from tests.e2e.programs import PROGRAM, Program
from tests.e2e.test_daemon import daemon, end, until
from tests.integration.relay_server import TOKEN, RelayThread


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[RelayThread]:
    """A relay that lets everybody in."""
    with RelayThread(tmp_path / "relay.sqlite") as running:
        yield running


def state(program: Program) -> str:
    """How the webhooks of the first connection stand."""
    return str(program.told("relay", "status")["connections"][0]["state"])


def address_at_bank(program: Program) -> str:
    """Where the bank says that it posts to."""
    (item,) = program.world()["items"]
    return str(item["webhook"] or "")


def post(address: str) -> int:
    """Post to an address, as a provider does."""
    headers = {"Plaid-Verification": TOKEN}
    return httpx.post(address, json={"webhook_code": "X"}, headers=headers, trust_env=False).status_code


def test_paired_with_a_relay_news_come_by_themselves(program: Program, relay: RelayThread) -> None:
    program.run("connect", "--institution", "ins_109510")
    done = program.run("relay", "pair", relay.url, "--name", "laptop")
    assert done.returncode == DONE, done.stderr
    assert f"Paired with 127.0.0.1:{relay.port}." in done.stdout
    assert state(program) == "SET"  # told within the command

    tested = program.told("relay", "test")
    assert tested["reached"] == "BACK"
    assert tested["taken_after_seconds"] <= tested["back_after_seconds"] < 15

    with daemon(program) as running:
        until(running.stdout, " added, 0 modified")
        while (told := program.told("relay", "status"))["light"]["state"] != "ON":
            pass
        assert told["route"] == "relay"
        while state(program) == "SET":
            pass
        assert state(program) == "WORKING"
        assert program.told("relay", "test")["reached"] == "BACK"  # beside the daemon that follows it
        program.let_days_pass(3)
        until(running.stdout, " added, ")
        events = program.told("webhooks", "--limit", "100")
        while "queued" in {one["state"] for one in events}:
            events = program.told("webhooks", "--limit", "100")
        assert end(running) == (0, "")

    assert "TEST" not in {one["code"] for one in events}
    assert {"done", "noted"} >= {one["state"] for one in events}
    (fetched, *_) = [one for one in events if one["code"] == "SYNC_UPDATES_AVAILABLE"]
    assert (fetched["state"], fetched["route"]) == ("done", "relay")
    assert fetched in program.told("webhooks", "--run", str(fetched["run"]))

    program.let_days_pass(3)  # nobody listens: the relay keeps it
    before = len(events)
    with daemon(program) as running:
        while len(program.told("webhooks", "--limit", "100")) == before:
            pass
        assert end(running) == (0, "")


def test_another_address_replaces_the_first_which_is_closed(program: Program, relay: RelayThread) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.run("relay", "pair", relay.url)
    first = address_at_bank(program)
    done = program.run("relay", "rotate")
    assert done.returncode == DONE, done.stderr
    second = address_at_bank(program)
    assert first != second
    assert post(first) == 404
    assert post(second) == 200
    assert program.told("relay", "test")["reached"] == "BACK"


def test_a_second_computer_is_let_in_and_shut_out(
    program: Program, relay: RelayThread, tmp_path: Path
) -> None:
    program.run("relay", "pair", relay.url, "--name", "laptop")
    (tmp_path / "second" / "home").mkdir(parents=True)
    second = replace(program, folder=tmp_path / "second")
    asked = second.run("relay", "request", relay.url, "--name", "tower").stdout.strip()
    let_in = program.run("relay", "approve", asked).stdout.strip()
    done = second.run("relay", "join", let_in)
    assert done.returncode == DONE, done.stderr
    assert second.told("relay", "test")["reached"] == "BACK"

    devices = program.told("relay", "devices")
    assert [(one["name"], one["own"]) for one in devices] == [("laptop", True), ("tower", False)]
    assert "tower" in program.run("relay", "devices").stdout
    assert program.run("relay", "revoke", "nobody").returncode == WRONG
    done = program.run("relay", "revoke", devices[1]["device"])
    assert "tower is shut out." in done.stdout
    assert second.run("relay", "devices").returncode == ACT
    assert second.run("relay", "test").returncode == NOT_SYNCED


def test_a_daemon_says_once_why_news_do_not_come_and_what_to_do(program: Program, relay: RelayThread) -> None:
    program.run("relay", "pair", relay.url, "--name", "laptop")
    (own,) = program.told("relay", "devices")
    with daemon(program) as running:
        while program.told("relay", "status")["light"]["state"] != "ON":
            pass
        program.run("relay", "revoke", own["device"])
        assert "Pair with the relay anew" in until(running.stderr, "RelayRefused")
        assert end(running) == (0, "")


def test_unpairing_takes_the_address_back(program: Program, relay: RelayThread) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.run("relay", "pair", relay.url)
    address = address_at_bank(program)
    assert program.run("relay", "pair", "http://127.0.0.1:9").returncode == WRONG  # one at a time
    done = program.run("relay", "unpair")
    assert done.returncode == DONE, done.stderr
    assert address_at_bank(program) == ""
    assert post(address) == 404
    assert program.told("relay", "status")["relay"] is None
    assert program.run("relay", "unpair").returncode == WRONG


def test_a_private_relay_wants_an_invite_which_need_not_be_an_argument(
    lonely: Program, tmp_path: Path
) -> None:
    bank = {"PLAID_URL": "http://127.0.0.1:9"}
    with RelayThread(tmp_path / "private.sqlite", is_open=False) as relay:
        refused = lonely.run("relay", "pair", relay.url, **bank)
        assert refused.returncode == ACT
        hour = int((time.time() + 3_600) * 1_000)
        invite = relay.ask(lambda room: room.invite(hour))
        done = subprocess.run(
            (*PROGRAM, "relay", "pair", relay.url, "--invite", "-", "--data-dir", str(lonely.ledger)),
            input=f"{invite}\n",
            env={**lonely.environment, **bank},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == DONE, done.stderr


def test_a_relay_that_is_away_or_none_is_told(lonely: Program) -> None:
    bank = {"PLAID_URL": "http://127.0.0.1:9"}
    assert lonely.run("relay", "pair", "http://127.0.0.1:9", **bank).returncode == NOT_SYNCED
    assert lonely.run("relay", "pair", "http://relay.example.org", **bank).returncode == WRONG
    assert lonely.run("relay", "pair", "ftp://relay.example.org", **bank).returncode == WRONG
    assert lonely.run("relay", "join", "nonsense", **bank).returncode in {WRONG, ACT}
