"""`queue` as a person types it, around a bank that cannot be reached."""

from __future__ import annotations

import time

from budgetsync.cli.session import DONE, NOT_SYNCED
from tests.e2e.programs import PROGRAM, Program


def test_a_bank_that_is_away_ends_the_command_soon_and_leaves_a_request_that_the_next_one_joins(
    program: Program,
) -> None:
    program.run("connect", "--institution", "ins_109508")
    away = {"PLAID_URL": "http://127.0.0.1:9"}
    folder = ("--data-dir", str(program.ledger))

    begun = time.monotonic()
    gone = program.run_plain(*PROGRAM, "sync", *folder, **away)
    assert gone.returncode == NOT_SYNCED
    assert time.monotonic() - begun < 30  # the first attempt, not eight
    assert "tried again" not in gone.stderr  # nobody stays who would

    for _ in range(2):  # looking works nothing off
        shown = program.run_plain(*PROGRAM, "queue", *folder, **away)
        assert shown.returncode == DONE
        assert "next try at" in shown.stdout
        assert "the last try failed" in shown.stdout
    told = program.told("queue")
    (request,) = told["requests"]
    assert (request["state"], request["attempts"], request["waits_for"]) == ("pending", 1, "retry")
    assert [one["error"] for one in request["history"]] == ["Offline"]
    assert told["depth"] == {"pending": 1, "leased": 0, "done": 0, "dead": 0}

    assert program.told("sync")["runs"][0]["added"] > 2_000
    assert program.told("queue")["requests"] == []
    assert program.told("queue")["depth"]["done"] == 1
