"""Connecting, signing in anew and removing banks as a person does: a process, a page, and a real browser."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.browser import Browser
from tests.e2e.programs import PROGRAM, Program
from tests.integration.visitor import GOOD, LEAVE, choose, connect, visit

BANK = "ins_109508"
DONE, NOT_SYNCED, WRONG, ACT, INTERRUPTED = 0, 1, 2, 3, 130
PATIENCE = 60.0  # seconds until a process is given up


class Waiting:
    """A command that waits for a person at a page."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self._child = child
        assert child.stdout is not None
        self.said: list[str] = []
        self.url = ""
        for line in child.stdout:
            self.said.append(line)
            if line.startswith("http"):
                self.url = line.strip()
                break

    def hear(self, words: str) -> None:
        """Wait until it said something on stderr."""
        assert self._child.stderr is not None
        for line in self._child.stderr:
            self.said.append(line)
            if words in line:
                return
        raise AssertionError(self.said)

    def interrupt(self) -> None:
        """Press Ctrl+C."""
        os.kill(self._child.pid, signal.SIGINT)

    def end(self) -> tuple[int, str]:
        """Wait for its end; returns the exit code and all that it said."""
        out, err = self._child.communicate(timeout=PATIENCE)
        return self._child.returncode, "".join(self.said) + out + err


@contextmanager
def waiting(program: Program, *words: str) -> Iterator[Waiting]:
    """Start a command that prints an address and waits."""
    arguments = [*PROGRAM, *words, "--data-dir", str(program.ledger), "--plaid-url", program.url]
    child = subprocess.Popen(
        arguments,
        cwd=program.folder,
        env=program.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        found = Waiting(child)
        assert found.url, "".join(found.said) + child.communicate()[1]
        yield found
    finally:
        child.kill()
        child.communicate()


def happen(program: Program, kind: str) -> None:
    """Let an event happen at the bank."""
    asyncio.run(program.control.happen(kind))


def test_a_bank_is_connected_in_a_real_browser(program: Program) -> None:
    with waiting(program, "connect") as command, Browser() as browser:
        browser.open(command.url)
        browser.follow("First Platypus Bank")
        browser.write("input[name=username]", "user_good")
        browser.write("input[name=password]", "pass_good")
        browser.follow("Sign in")
        browser.follow("Share and connect")
        code, said = command.end()

    assert code == DONE, said
    assert "First Platypus Bank is connected, as connection 1." in said
    world = program.world()
    rows = program.told("transactions", "--limit", "0")
    assert len(rows) == len(world["transactions"]) > 0
    assert f"First Platypus Bank: {len(rows):,} added, 0 modified, 0 removed" in said
    assert program.told("status")["connections"][0]["status"] == "HEALTHY"


def test_a_login_that_expires_is_signed_in_anew_and_edits_stay(program: Program) -> None:
    program.run("connect", "--institution", BANK, "--sync")
    row = program.told("transactions", "--limit", "1")[0]["id"]
    assert program.run("edit", str(row), "--note", "mine").returncode == DONE
    happen(program, "login_expiry")
    assert program.run("sync").returncode == ACT
    assert program.told("status")["connections"][0]["status"] == "REAUTH_REQUIRED"

    with waiting(program, "reconnect", "1") as command:
        command.hear("Waiting for you until")
        asyncio.run(visit(command.url, GOOD))
        code, said = command.end()

    assert code == DONE, said
    assert "First Platypus Bank opens again, as connection 1." in said
    assert program.told("status")["connections"][0]["status"] == "HEALTHY"
    rows = {one["id"]: one for one in program.told("transactions", "--limit", "0")}
    assert rows[row]["note"] == "mine"
    assert len(rows) == len(program.world()["transactions"])


def test_what_is_connected_already_is_noticed(program: Program) -> None:
    program.run("connect", "--institution", BANK, "--sync")
    with waiting(program, "connect") as command:
        asyncio.run(connect(command.url, BANK))
        code, said = command.end()

    assert code == WRONG
    assert "Connected already: " in said
    assert "budgetsync reconnect 1" in said
    assert len(program.told("status")["connections"]) == 1


def test_leaving_the_page_and_pressing_control_c_change_nothing(program: Program) -> None:
    with waiting(program, "connect") as command:
        asyncio.run(visit(command.url, LEAVE))
        code, said = command.end()
    assert code == NOT_SYNCED
    assert "You left the page before the end" in said

    with waiting(program, "connect") as command:
        command.hear("Waiting for you until")
        asyncio.run(visit(command.url, choose(BANK)))
        command.hear("The page is open")
        command.interrupt()
        code, said = command.end()
    assert code == INTERRUPTED
    assert "Traceback" not in said
    assert program.told("status")["connections"] == []


def test_a_connection_is_removed_and_its_history_kept_or_deleted(program: Program) -> None:
    program.run("connect", "--institution", BANK, "--sync")
    rows = len(program.told("transactions", "--limit", "0"))
    refused = program.run("disconnect", "1")
    assert refused.returncode == WRONG
    assert "--yes" in refused.stderr

    kept = program.run("disconnect", "1", "--yes")
    assert kept.returncode == DONE, kept.stderr
    assert f"Its {rows:,} transactions stay" in kept.stdout
    assert len(program.told("transactions", "--limit", "0")) == rows
    assert program.told("sync")["runs"] == []
    assert program.told("status")["connections"][0]["status"] == "DISCONNECTED"
    assert program.run("sync", "--item", "1").returncode == WRONG
    assert program.run("disconnect", "9", "--yes").returncode == WRONG

    deleted = program.run("disconnect", "1", "--delete-history", "--yes")
    assert deleted.returncode == DONE, deleted.stderr
    assert "were deleted with all their transactions" in deleted.stdout
    assert program.told("transactions", "--limit", "0") == []
    assert program.told("status")["connections"] == []


def test_asking_the_bank_says_what_it_costs(program: Program) -> None:
    program.run("connect", "--institution", BANK, "--sync")
    asked = program.run("refresh", "1", "--no-wait")
    assert asked.returncode == DONE, asked.stderr
    assert "may be charged" in asked.stderr
    again = program.run("refresh", "1", "--no-wait")
    assert again.returncode == NOT_SYNCED
    assert "asked again in" in again.stderr


def test_keys_are_checked(program: Program) -> None:
    assert "accepts these keys for demo" in program.run("connect", "--check-keys").stdout
    wrong = program.run("connect", "--check-keys", PLAID_SECRET="0" * 30)
    assert wrong.returncode == ACT
    assert "PLAID_SECRET" in wrong.stderr
