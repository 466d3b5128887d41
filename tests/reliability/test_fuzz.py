"""A little of `make fuzz`, and that it notices."""

from __future__ import annotations

from random import Random

import pytest

from budgetsync.domain.webhook import Reason
from budgetsync.providers.statements.detect import READERS
from tests.reliability import fuzz, fuzz_webhook
from tests.reliability.fuzz import Tried

NEVER_HERE = {Reason.MALFORMED_KEY, Reason.EXPIRED_KEY}
"""They need another answer of Plaid's, not another input."""


def test_no_altered_webhook_is_accepted_and_every_reason_is_met() -> None:
    tally = fuzz.try_batch("webhook", 1, range(6_000))

    assert tally.told == []
    assert (tally.runs, tally.accepted, tally.untyped) == (6_000, 0, 0)
    assert set(Reason) - NEVER_HERE - set(tally.outcomes) == set()
    assert tally.outcomes["genuine"] > 100


def test_nothing_but_our_errors_comes_out_of_what_a_relay_sends() -> None:
    tally = fuzz.try_batch("sse", 1, range(3_000))

    assert tally.told == []
    assert (tally.runs, tally.accepted, tally.untyped) == (3_000, 0, 0)
    assert {"RelayUnreachable", "webhooks", "hints", "nothing", "text refused"} <= set(tally.outcomes)


def test_nothing_but_our_errors_comes_out_of_statement_files() -> None:
    tally = fuzz.try_batch("statements", 1, range(1_500))

    assert tally.told == []
    assert (tally.runs, tally.accepted, tally.untyped) == (1_500, 0, 0)
    formats = {f"read as {reader.format}" for reader in READERS}
    assert formats | {"StatementBroken", "StatementRefused", "UnknownFormat"} <= set(tally.outcomes)


def test_the_same_seed_makes_the_same_inputs() -> None:
    assert (
        fuzz.try_batch("webhook", 7, range(300)).outcomes == fuzz.try_batch("webhook", 7, range(300)).outcomes
    )


class Leaky:
    """Accepts one, and stumbles over another."""

    def try_one(self, random: Random) -> Tried:
        """By the number alone."""
        if random.random() < 0.1:
            message = "stumbled"
            raise LookupError(message)
        return Tried("let in", "accepted: what is forged") if random.random() < 0.1 else Tried("refused")


def test_what_gets_through_is_told_with_its_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz_webhook, "make", Leaky)

    assert fuzz.main(["webhook", "--runs", "100", "--seed", "3"]) == 1

    told = capsys.readouterr().out
    assert "accepted: what is forged" in told
    assert "LookupError: stumbled" in told
    assert "again: python -m tests.reliability.fuzz webhook --seed 3 --only" in told
    assert "fuzz webhook: 100 inputs of seed 3, " in told
    assert "0 accepted wrongly" not in told
