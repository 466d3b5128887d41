"""The command line as a person or a script uses it: real processes, a real bank, real files."""

from __future__ import annotations

import csv
import io
import os
import pty
import signal
import sqlite3
import subprocess
import sys
from collections import Counter

import pytest

from budgetsync.vault.file_vault import FileVault
from tests.e2e.programs import PROGRAM, Program

INSTITUTIONS = ("ins_109508", "ins_109509", "ins_109510")
DONE, NOT_SYNCED, WRONG, ACT, STORE = 0, 1, 2, 3, 4


def connect_all(program: Program) -> None:
    for institution in INSTITUTIONS:
        done = program.run("connect", "--institution", institution)
        assert done.returncode == DONE, done.stderr
        assert "is connected" in done.stdout


def test_second_sync_adds_nothing(program: Program) -> None:
    connect_all(program)
    first = program.told("sync")["runs"]
    second = program.told("sync")["runs"]
    world = program.world()
    assert sum(run["added"] for run in first) == len(world["transactions"]) > 4_000
    assert [run["state"] for run in first + second] == ["SUCCEEDED"] * 6
    assert [(run["added"], run["modified"], run["removed"]) for run in second] == [(0, 0, 0)] * 3


def test_status_and_transactions_equal_the_banks_own(program: Program) -> None:
    connect_all(program)
    program.told("sync")
    program.let_days_pass(3)
    program.told("sync")
    world, status = program.world(), program.told("status")
    ours = {
        account["mask"]: (account["current_minor"], account["transactions"], account["currency"])
        for connection in status["connections"]
        for account in connection["accounts"]
    }
    bank = {
        account["mask"]: (
            account["balances"]["current"]["minor"],
            account["visible_posted"] + account["visible_pending"],
            account["currency"],
        )
        for account in world["accounts"]
    }
    assert ours == bank
    rows = program.told("transactions", "--limit", "0")
    assert Counter((row["amount_minor"], row["transacted_on"], row["state"]) for row in rows) == Counter(
        (
            -row["amount_minor"],
            row["authorized_date"] or row["date"],
            "PENDING" if row["pending"] else "POSTED",
        )
        for row in world["transactions"]
    )


def test_csv_holds_what_json_holds(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.told("sync")
    told = program.told("transactions", "--limit", "20")
    done = program.run("transactions", "--limit", "20", "--csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["id"], row["amount"]) for row in rows] == [(str(row["id"]), row["amount"]) for row in told]


def test_one_account_and_one_connection_can_be_chosen(program: Program) -> None:
    connect_all(program)
    runs = program.told("sync", "--item", "2")["runs"]
    assert [run["connection"] for run in runs] == [2]
    account = program.told("status")["connections"][1]["accounts"][0]
    rows = program.told("transactions", "--account", str(account["id"]), "--limit", "0")
    assert len(rows) == account["transactions"]
    assert {row["account"] for row in rows} == {account["id"]}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sync", "--item", "99"), "There is no connection 99"),
        (("transactions", "--account", "99"), "There is no account 99"),
        (("transactions", "--limit", "-1"), "invalid"),
        (("sync", "--nonsense"), "unrecognized"),
        (("nonsense",), "invalid choice"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(program: Program, arguments: tuple[str, ...], says: str) -> None:
    done = program.run(*arguments)
    assert done.returncode == WRONG
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bank_is_connected_once(program: Program) -> None:
    program.run("connect", "--institution", "ins_109508")
    again = program.run("connect", "--institution", "ins_109508")
    assert again.returncode == WRONG
    assert "connected already" in again.stderr
    assert len(program.told("status")["connections"]) == 1


def test_an_institution_that_is_not_there(program: Program) -> None:
    done = program.run("connect", "--institution", "ins_0")
    assert done.returncode == ACT
    assert "There is no bank with this id" in done.stderr


def test_wrong_keys_say_which_settings_to_check(program: Program) -> None:
    program.run("connect", "--institution", "ins_109508")
    done = program.run("sync", PLAID_SECRET="wrong-but-secret-all-the-same")
    assert done.returncode == ACT
    assert "PLAID_SECRET" in done.stderr
    assert "wrong-but-secret" not in done.stderr + done.stdout
    connection = program.told("status")["connections"][0]
    assert connection["status"] == "ATTENTION_REQUIRED"
    assert connection["error"]["code"] == "INVALID_API_KEYS"
    assert program.told("sync")["runs"][0]["state"] == "SUCCEEDED"
    assert program.told("status")["connections"][0]["status"] == "HEALTHY"


def test_an_unreachable_bank_is_told_and_the_next_sync_carries_on(program: Program) -> None:
    program.run("connect", "--institution", "ins_109508")
    gone = program.run_plain(
        *PROGRAM, "sync", "--data-dir", str(program.ledger), PLAID_URL="http://127.0.0.1:9"
    )
    assert gone.returncode == NOT_SYNCED
    assert "Check the network" in gone.stderr
    assert program.told("status")["connections"][0]["status"] == "OFFLINE"
    assert program.told("sync")["runs"][0]["added"] > 2_000


def test_no_qt_is_imported(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509")
    code = (
        "import sys; from budgetsync.cli import main; "
        f"done = main(['sync', '--data-dir', {str(program.ledger)!r}, '--plaid-url', {program.url!r}]); "
        "found = [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'qasync'))]; "
        "sys.exit(done or bool(found))"
    )
    done = program.run_plain(sys.executable, "-c", code)
    assert done.returncode == DONE, done.stdout + done.stderr


def test_without_a_bank_the_next_step_is_named(lonely: Program) -> None:
    url = {"PLAID_URL": "http://127.0.0.1:9"}
    assert "budgetsync demo" in lonely.run("status", **url).stdout
    assert "budgetsync connect" in lonely.run("sync", **url).stdout
    assert lonely.run("transactions", "--json", **url).stdout.strip() == "[]"


def test_settings_are_read_in_their_order(program: Program) -> None:
    dotenv = program.folder / ".env"
    dotenv.write_text("NEXT_PUBLIC_PLAID_ENV=nonsense\n")
    words = (*PROGRAM, "status", "--data-dir", str(program.ledger))
    assert "nonsense" in program.run_plain(*words).stderr
    assert program.run_plain(*words, PLAID_URL=program.url).returncode == DONE
    typed = program.run_plain(*words, "--plaid-url", program.url, PLAID_URL="http://bank.example")
    assert typed.returncode == DONE, typed.stderr
    refused = program.run_plain(*words, PLAID_URL="http://bank.example")
    assert refused.returncode == WRONG
    assert "no key is sent" in refused.stderr


def test_data_of_two_environments_never_meet(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509")
    real = program.run_plain(
        sys.executable,
        "-m",
        "budgetsync",
        "status",
        "--data-dir",
        str(program.ledger),
        PLAID_ENV="production",
    )
    assert real.returncode == WRONG
    assert "holds demo data" in real.stderr


def test_a_damaged_ledger_is_left_as_it_is(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509")
    path = program.ledger / "ledger.sqlite"
    damaged = b"this is no database " * 400
    path.write_bytes(damaged)
    done = program.run("status")
    assert done.returncode == STORE
    assert "backups" in done.stderr
    assert path.read_bytes() == damaged


def test_a_newer_ledger_is_refused_and_left_as_it_is(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509")
    path = program.ledger / "ledger.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = path.read_bytes()
    done = program.run("sync")
    assert done.returncode == STORE
    assert "Update BudgetSync" in done.stderr
    assert path.read_bytes() == before


def test_secrets_are_in_no_file_and_no_output(program: Program) -> None:
    connected = program.run("connect", "--institution", "ins_109508")
    synced = program.run("sync")
    keys = program.folder / "home" / "config" / "budgetsync" / "demo.key"
    tokens = list(FileVault(program.ledger / "secrets.sealed", key_path=keys)._secrets.values())
    assert len(tokens) == 1
    assert tokens[0].startswith("access-sandbox-")
    files = [path for path in program.ledger.rglob("*") if path.is_file()]
    assert files
    for content in (*(path.read_bytes() for path in files), (connected.stdout + synced.stderr).encode()):
        assert tokens[0].encode() not in content
    assert {oct(path.stat().st_mode & 0o777) for path in files} == {"0o600"}
    assert program.ledger.stat().st_mode & 0o777 == 0o700


def test_demo_ends_equal_to_the_bank_and_again(lonely: Program) -> None:
    first = lonely.run("demo")
    again = lonely.run("demo", "--headless")
    for done in (first, again):
        assert done.returncode == DONE, done.stdout + done.stderr
        assert "All 7 accounts" in done.stdout
        assert "DIFFERS" not in done.stdout
    assert "There is no display" in first.stdout
    assert "  First Platypus Bank: 0 added, 0 modified, 0 removed" in again.stdout


def test_bars_on_a_terminal(lonely: Program) -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [*PROGRAM, "demo", "--headless", "--data-dir", str(lonely.ledger)],
        env={**lonely.environment, "TERM": "xterm-256color", "COLUMNS": "120"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 65_536):
            seen += part
    except OSError:  # Linux ends a pseudo-terminal with EIO
        assert child.wait(timeout=60) == DONE
    os.close(ours)
    assert child.wait(timeout=60) == DONE
    assert "\N{BOX DRAWINGS HEAVY HORIZONTAL}".encode() in seen
    assert b"All 7 accounts" in seen


def test_bank_serve_names_its_address_first_and_ends_on_a_signal(lonely: Program) -> None:
    child = subprocess.Popen(
        [*PROGRAM, "bank", "serve", "--port", "0", "--seed", "3"],
        env=lonely.environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    assert first.startswith("http://127.0.0.1:")
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=30)
    assert child.returncode == DONE


def test_a_taken_port_is_told(program: Program) -> None:
    port = program.url.rsplit(":", 1)[1]
    done = program.run_plain(*PROGRAM, "bank", "serve", "--port", port)
    assert done.returncode == WRONG
    assert "The demo bank cannot start" in done.stderr


def test_search_finds_what_transactions_list(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.told("sync")
    rows = program.told("transactions", "--limit", "0")
    large = [
        row["id"] for row in rows if abs(float(row["amount"])) > 100 and row["transacted_on"] >= "2026-01"
    ]

    assert [row["id"] for row in program.told("search", ">100", "since:2026", "--limit", "0")] == large
    assert [
        row["id"] for row in program.told("transactions", "--search", ">100 since:2026", "--limit", "3")
    ] == large[:3]
    shown = program.run("search", "since:soon", "is:odd", ">100", "--limit", "2")
    assert shown.returncode == DONE
    assert [line.split(": ")[0] for line in shown.stderr.splitlines()] == ["since:soon", "is:odd"]
    assert str(rows[0]["id"]) in program.run("search", "since:1970 -nowhere", "--limit", "1").stdout
    assert program.run("transactions", "--search", "tea", "--account", "1").returncode == WRONG
