"""Webhooks without a relay, as real processes: bank, daemon, and commands that look."""

from __future__ import annotations

import httpx

from budgetsync.cli.session import DONE, WRONG
from tests.e2e.programs import Program
from tests.e2e.test_daemon import daemon, end, until

SECRET = "path-secret-of-the-tests"
DIRECT = {"BUDGETSYNC_WEBHOOK_LISTEN": "0", "PLAID_WEBHOOK_SECRET": SECRET}


def test_news_of_the_bank_come_by_themselves_and_are_tied_to_their_run(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program, **DIRECT) as running:
        until(running.stdout, " added, 0 modified")
        told = program.told("relay", "status")
        while told["connections"][0]["state"] in {"OFF", "SETTING", "SET"}:
            told = program.told("relay", "status")
        assert told["route"] == "direct"
        assert told["connections"][0]["state"] == "WORKING"  # the provider said that it knows the address
        assert SECRET not in str(told)
        assert SECRET not in program.run("relay").stdout

        program.let_days_pass(3)
        until(running.stdout, " added, ")
        assert end(running) == (0, "")

    events = program.told("webhooks")
    fetched = [one for one in events if one["code"] == "SYNC_UPDATES_AVAILABLE" and one["state"] == "done"]
    assert fetched
    assert {one["route"] for one in events} == {"direct"}
    assert all(one["latency_seconds"] >= 0 for one in fetched)
    run = fetched[0]["run"]
    assert fetched[0] in program.told("webhooks", "--run", str(run))
    assert "SYNC_UPDATES_AVAILABLE" in program.run("webhooks", "--limit", "100").stdout
    assert program.told("webhooks", "--limit", "1") == events[:1]


def test_the_address_is_taken_back_by_a_daemon_that_takes_none_in(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program, **DIRECT) as running:
        until(running.stdout, " added, 0 modified")
        while program.told("relay", "status")["connections"][0]["state"] in {"OFF", "SETTING"}:
            pass
        assert end(running) == (0, "")
    with daemon(program) as running:
        while program.told("relay", "status")["public_url"] is not None:
            pass
        assert end(running) == (0, "")
    assert program.told("relay", "status")["connections"][0]["state"] == "OFF"


def test_forged_webhooks_are_counted_and_answered_as_any_other(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program, BUDGETSYNC_WEBHOOK_LISTEN="0") as running:
        until(running.stdout, " added, 0 modified")
        url = None
        while url is None:
            url = program.told("relay", "status")["public_url"]
        for token in ("", "a.b.c", "eyJhbGciOiJub25lIn0.e30."):
            headers = {"Plaid-Verification": token} if token else {}
            assert httpx.post(url, json={"x": 1}, headers=headers, trust_env=False).status_code == 200
        told = program.told("relay", "status")
        assert sum(told["rejected"].values()) == 3
        assert "Turned away: " in program.run("relay").stdout
        assert end(running) == (0, "")


def test_settings_that_cannot_be_used_are_told(program: Program) -> None:
    for wrong in (
        {"BUDGETSYNC_WEBHOOK_LISTEN": "somewhere"},
        {"PLAID_WEBHOOK_SECRET": "short"},
        {"PLAID_WEBHOOK_URL": "http://hooks.example.org"},
    ):
        done = program.run("status", **wrong)
        assert done.returncode == WRONG
        assert next(iter(wrong)) in done.stderr
        assert "short" not in done.stderr


def test_without_anything_it_says_what_could_be_done(lonely: Program) -> None:
    done = lonely.run("relay", PLAID_URL="http://127.0.0.1:9")
    assert done.returncode == DONE
    assert "No relay is paired" in done.stdout
    assert "No webhook came." in lonely.run("webhooks", PLAID_URL="http://127.0.0.1:9").stdout
    for command in ("test", "rotate", "devices", "unpair"):
        done = lonely.run("relay", command, PLAID_URL="http://127.0.0.1:9")
        assert done.returncode == WRONG
