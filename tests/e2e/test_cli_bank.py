"""What is done to a demo bank that runs, from another terminal."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from itertools import islice

from tests.e2e.programs import PROGRAM, Program

DONE, NOT_SYNCED, WRONG = 0, 1, 2


def test_time_passes_and_things_happen_at_a_bank_that_runs(lonely: Program) -> None:
    with subprocess.Popen(
        [*PROGRAM, "bank", "serve", "--seed", "3", "--until-stdin-closes"],
        env=lonely.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        url, _, _, told = (line.strip() for line in islice(child.stdout, 4))
        token = {"BUDGETSYNC_CONTROL_TOKEN": told.partition("=")[2]}
        at_bank = ("--plaid-url", url)

        kinds = lonely.run("bank", "happen", *at_bank, **token)
        assert "shopping" in kinds.stdout.splitlines()
        early = lonely.run("bank", "happen", "shopping", *at_bank, **token)
        assert early.returncode == NOT_SYNCED
        assert "no connected item fits the event" in early.stderr

        assert (
            lonely.run("connect", "--institution", "ins_109508", "--sync", *at_bank, **token).returncode
            == DONE
        )
        before = lonely.told("transactions", "--limit", "0")
        assert lonely.run("bank", "happen", "shopping", *at_bank, **token).returncode == DONE
        assert lonely.run("bank", "advance", "--days", "2", *at_bank, **token).stdout.startswith(
            "2 days have"
        )
        assert lonely.run("sync", *at_bank).returncode == DONE
        newest = lonely.told("transactions", "--limit", "0")[0]

        assert newest["id"] not in {row["id"] for row in before}
        age = datetime.fromisoformat(newest["transacted_on"]) - datetime.fromisoformat(
            before[0]["transacted_on"]
        )
        assert age <= timedelta(days=4)


def test_what_cannot_be_is_told(program: Program) -> None:
    at_bank = ("bank", "advance", "--control-token", "wrong", "--plaid-url", program.url)

    assert "wants its control token" in program.run_plain(*PROGRAM, *at_bank).stderr
    assert program.run_plain(*PROGRAM, "bank", "advance").returncode == WRONG
    assert program.run_plain(*PROGRAM, *at_bank, "--days", "0").returncode == WRONG
