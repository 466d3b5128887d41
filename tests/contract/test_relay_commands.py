"""The operator's commands, on both databases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from budgetsync.relay.server.cli import DATABASE
from budgetsync.relay.server.errors import InviteRefused
from tests.contract.mailroom_bench import Bench


def type_in(*words: str, url: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "budgetsync.relay.server.cli", *words],
        env={**os.environ, DATABASE: url, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_an_invite_that_was_made_beside_a_running_relay_is_good_there_once(
    relay_url: str, bench: Bench
) -> None:
    made = type_in("invite", url=relay_url)
    assert (made.returncode, made.stderr) == (0, "")
    bench.now = 0  # long before it runs out
    first, second = bench.desktop(), bench.desktop()
    invite = made.stdout.strip()
    bench.run(bench.room.pair(first.device_pub, first.seal_pub, "desk", invite))
    with pytest.raises(InviteRefused):
        bench.run(bench.room.pair(second.device_pub, second.seal_pub, "desk", invite))


def test_the_list_tells_what_waits_and_no_whole_name(relay_url: str, bench: Bench) -> None:
    _, pairing = bench.pair()
    bench.post(pairing.address, "x", "y")
    listed = type_in("mailboxes", url=relay_url)
    assert (listed.returncode, listed.stderr) == (0, "")
    header, row = listed.stdout.splitlines()
    assert header.split("  ")[0] == "MAILBOX"
    assert pairing.mailbox not in listed.stdout
    assert row.split()[-3:-1] == ["1", "2"]
    [told] = json.loads(type_in("mailboxes", "--json", url=relay_url).stdout)
    assert (told["mailbox"], told["waiting"], told["seen"]) == (pairing.mailbox, 2, None)


def test_expire_takes_away_what_has_run_out_and_mailboxes_only_when_told(
    relay_url: str, bench: Bench
) -> None:
    bench.now = 0  # everything is decades old when the command looks
    _, pairing = bench.pair()
    bench.post(pairing.address, "x")
    bench.run(bench.room.invite(1))
    done = type_in("expire", url=relay_url)
    assert done.stdout == "webhooks: 1, sessions: 0, invites: 1, mailboxes: 0\n"
    done = type_in("expire", "--unseen-days", "90", url=relay_url)
    assert done.stdout == "webhooks: 0, sessions: 0, invites: 0, mailboxes: 1\n"


@pytest.mark.parametrize("days", ["0", "-1", "x", "99999"])
def test_days_that_make_no_sense_are_refused(tmp_path: Path, days: str) -> None:
    assert type_in("invite", "--days", days, url=f"sqlite:///{tmp_path / 'x'}").returncode == 2


@pytest.mark.parametrize("url", ["mysql://who:secret@where/what", "sqlite:////proc/nowhere/x.sqlite"])
def test_a_database_that_cannot_be_used_is_told_without_its_address(url: str) -> None:
    done = type_in("mailboxes", url=url)
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert "secret" not in done.stderr
