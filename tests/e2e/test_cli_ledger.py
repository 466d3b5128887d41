"""Editing, explaining and taking back, as commands: real processes, a real bank, real files."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.programs import Program

DONE, WRONG = 0, 2
TIPPED = ("Otter & Oak", "The Lantern Room", "Comb & Clipper")


def find_pending(program: Program) -> dict[str, Any]:
    """Let days pass until a purchase is pending that will post with a tip."""
    for _ in range(60):
        for row in program.told("transactions", "--limit", "40"):
            if row["state"] == "PENDING" and row["merchant"] in TIPPED:
                return dict(row)
        program.let_days_pass(1)
        program.told("sync")
    pytest.fail("no such purchase in sixty days")


def wait_for_posting(program: Program, number: str) -> tuple[dict[str, Any], int]:
    for _ in range(14):
        program.let_days_pass(1)
        run = program.told("sync")["runs"][0]["run"]
        found = program.told("history", number)
        if found["transaction"]["state"] == "POSTED":
            return found, run
    pytest.fail("it never posted")


def counted(program: Program) -> list[tuple[Any, ...]]:
    """What counts, and what the user chose of it; not which number a row has."""
    sql = (
        "SELECT account_id, state, amount, transacted_on, posted_on, merchant, payee, note, hidden, reviewed "
        "FROM \"transaction\" WHERE state <> 'REMOVED' ORDER BY 1, 2, 3, 4, 5, 6, 7, 8"
    )
    with closing(sqlite3.connect(program.ledger / "ledger.sqlite")) as ledger:
        return ledger.execute(sql).fetchall()


def test_the_tip_and_the_undone_sync(program: Program) -> None:
    program.run("connect", "--institution", "ins_109508")
    program.told("sync")
    pending = find_pending(program)
    number = str(pending["id"])
    done = program.run("edit", number, "--category", "Evenings out", "--note", "with Ann", "--tag", "friends")
    assert done.stdout == f"Category, note and tags of {pending['merchant']} (1 row, command 1).\n"

    found, run = wait_for_posting(program, number)

    row = found["transaction"]
    assert (row["category"], row["note"], row["tags"]) == ("Evenings out", "with Ann", ["friends"])
    assert [one["amount"] for one in found["observations"]] == [pending["amount"], row["amount"]]
    assert len({one["source_transaction_id"] for one in found["observations"]}) == 2
    assert pending["amount"] != row["amount"]
    text = program.run("history", number, "--raw").stdout
    assert f"amount: {pending['amount']} → {row['amount']}" in text
    assert f"sync {run} (user)" in text
    assert '"pending": true' in text or '"pending":true' in text
    before = counted(program)

    assert program.run("undo", "--run", str(run)).returncode == DONE
    assert program.run("undo", "--run", str(run)).returncode == WRONG
    apart = program.told("history", number)
    assert apart["transaction"]["bank_removed"] is True
    assert [one["amount"] for one in apart["observations"]] == [pending["amount"]]
    assert [one["id"] for one in program.told("review")["taken_back"]] == [int(number)]
    assert "(restore, let-go)" in program.run("review").stdout
    assert program.told("sync")["runs"][0]["modified"] == 0

    assert program.run("redo").stdout.startswith(f"Redo of sync run {run} ")
    assert counted(program) == before
    assert program.run("undo").stdout.startswith("Undo: Category, note and tags of ")
    assert program.told("history", number)["transaction"]["note"] is None


def test_rows_are_edited_by_command(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.told("sync")
    rows = program.told("transactions", "--limit", "80")
    first, second = [row for row in rows if row["amount_minor"] < -200][:2]
    ids = [str(first["id"]), str(second["id"])]
    part = f"{-first['amount_minor'] - 1}"
    places = len(first["amount"].partition(".")[2])
    rest = f"{part[:-places]}.{part[-places:]}" if places else part
    cent = f"{1 / 10**places:.{places}f}"

    done = program.run(
        "edit", ids[0], "--payee", "Mine", "--date", "2026-05-01", "--hide", "--reviewed",
        "--split", f"{rest}:Food", "--split", f"{cent}:Tip:for the waiter",
    )  # fmt: skip
    assert done.returncode == DONE, done.stderr
    assert program.run("edit", *ids, "--tag", "a", "--tag", "b").stdout.startswith("Tags of 2 transactions")
    row = program.told("history", ids[0])["transaction"]
    assert (row["payee"], row["transacted_on"], row["hidden"], row["reviewed"]) == (
        "Mine",
        "2026-05-01",
        True,
        True,
    )
    assert [(one["category"], one["note"]) for one in row["splits"]] == [
        ("Food", None),
        ("Tip", "for the waiter"),
    ]
    assert sum(one["amount_minor"] for one in row["splits"]) == first["amount_minor"]

    back = program.run(
        "edit",
        ids[0],
        "--payee",
        "",
        "--date",
        "",
        "--show",
        "--not-reviewed",
        "--unsplit",
        "--untag",
        "a",
        "--untag",
        "b",
    )
    assert back.returncode == DONE, back.stderr
    assert program.told("history", ids[0])["transaction"] == first
    assert program.run("undo", "--command", "2").returncode == DONE
    assert program.told("history", ids[1])["transaction"] == second


IMPOSSIBLE = (
    ("edit", "1"),
    ("edit", "99999", "--note", "x"),
    ("edit", "1", "--amount", "5"),
    ("edit", "1", "--split", "x:Food", "--split", "1:Tip"),
    ("edit", "1", "--split", "0.01:Food", "--split", "0.02:Tip"),
    ("history", "99999"),
    ("undo",),
    ("undo", "--run", "1"),
    ("undo", "--command", "7"),
    ("redo",),
    ("review", "accept"),
    ("review", "accept", "3"),
    ("review", "merge", "1"),
    ("review", "merge", "1", "1"),
    ("review", "part", "1"),
    ("review", "restore", "1"),
    ("review", "wonder", "1"),
)


def test_what_cannot_be_done_is_told_and_changes_nothing(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.told("sync")
    before = counted(program)
    for words in IMPOSSIBLE:
        done = program.run(*words)
        assert (done.returncode, done.stdout) == (WRONG, ""), words
        assert done.stderr
        assert "Traceback" not in done.stderr
    assert counted(program) == before


def test_rows_of_ones_own_are_entered_into_a_wallet(lonely: Program) -> None:
    made = lonely.run("add-account", "Wallet", "--currency", "eur", "--opening", "50")
    assert made.stdout == "Wallet is account 1.\n", made.stderr
    done = lonely.run("add", "4.50", "Bakery", "--account", "1", "--category", "Food", "--date", "2026-06-14")
    assert done.stdout == "Entry of Bakery (1 row, command 2).\n", done.stderr
    (bread,) = lonely.told("transactions", "--search", "bakery")
    assert (bread["amount"], bread["category"], bread["transacted_on"]) == ("-4.50", "Food", "2026-06-14")
    assert lonely.run("add", "1,000", "Bakery", "--account", "1").returncode == WRONG
    assert lonely.run("add", "1", "Bakery", "--account", "7").returncode == WRONG
    assert lonely.run("edit", "2", "--amount", "5").returncode == DONE
    assert lonely.told("transactions", "--search", "bakery")[0]["amount"] == "-5.00"
    assert [lonely.run("undo").returncode for _ in range(2)] == [DONE, DONE]
    assert lonely.told("transactions", "--search", "bakery") == []


def test_two_accounts_are_linked_and_parted(lonely: Program) -> None:
    for name in ("Wallet", "Purse"):
        assert lonely.run("add-account", name, "--currency", "EUR", "--opening", "5").returncode == DONE
    assert lonely.run("link", "1", "2").stdout.startswith("Link of Purse"), "no link"
    (linked,) = lonely.told("accounts")
    assert [source["source"] for source in linked["sources"]] == ["manual", "manual"]
    assert lonely.run("link", "1", "2").returncode == WRONG
    assert lonely.run("undo").returncode == DONE
    assert "Purse" in lonely.run("accounts").stdout


def test_nothing_waits_at_first(lonely: Program) -> None:
    assert lonely.run("review").stdout == "Nothing waits for your decision.\n"
    assert lonely.told("review") == {
        "suggestions": [],
        "held_removals": [],
        "bank_says": [],
        "taken_back": [],
    }


def test_rows_are_exported_once_and_never_over_a_file(program: Program, tmp_path: Path) -> None:
    program.run("connect", "--institution", "ins_109510")
    program.told("sync")
    rows = program.told("transactions", "--limit", "0", "--search", "since:2000")
    file = tmp_path / "rows.json"
    done = program.run("export", str(file), "--search", "since:2000")
    assert done.stdout == f"{file}: {len(rows):,} rows.\n"
    assert json.loads(file.read_text("utf-8"))["transactions"] == rows
    assert program.run("export", str(file)).returncode == WRONG
    assert program.run("export", str(tmp_path / "rows.odt")).returncode == WRONG
    assert program.run("export", str(file), "--force", "--format", "csv").returncode == DONE
    assert file.read_text("utf-8-sig").startswith("id,")
