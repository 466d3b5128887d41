"""CAMT: statements of ISO 20022, in every version."""

from datetime import date
from pathlib import Path

import pytest

from budgetsync.domain.errors import StatementBroken, StatementRefused
from budgetsync.domain.statement import ProofVerdict
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements import camt

SAMPLE = (Path(__file__).parents[2] / "samples" / "statements" / "batch.xml").read_bytes()


def test_a_batch_that_adds_up_is_its_payments() -> None:
    """One whose payments do not say all of it stays one row."""
    (statement,) = camt.read(SAMPLE).statements

    told = [(entry.minor, entry.payee, entry.description, entry.id) for entry in statement.entries]
    assert told == [
        (-1000, "Ann", "Present for Ann", "R1@2024-05-02"),
        (-2000, "Ben", "Ben", "R1@2024-05-02#2"),
        (6350, "", "Sammler DE02120300000000202051", ""),
        (-900, "", "", ""),
    ]
    assert statement.proof.verdict is ProofVerdict.PROVED


def test_days_are_those_of_the_bank() -> None:
    """No zone moves them; a day of value before the booking is the day of the purchase."""
    first, *_, pending = camt.read(SAMPLE).statements[0].entries

    assert (first.transacted_on, first.posted_on) == (date(2024, 4, 30), date(2024, 5, 2))
    assert (pending.state, pending.posted_on) == (TransactionState.PENDING, None)


def test_what_cannot_be_taken_is_a_problem_with_its_line() -> None:
    """Amounts are never rounded, and currencies never mixed."""
    problems = camt.read(SAMPLE).statements[0].problems

    assert [(problem.line, problem.message) for problem in problems] == [
        (23, "Its amount cannot be taken: it has more than the 2 decimals of EUR."),
        (24, "Its amount is in USD, while the account is in EUR."),
    ]


def test_the_account_is_told_without_its_number() -> None:
    """Neither in its id nor in a raw row."""
    (statement,) = camt.read(SAMPLE).statements

    assert (statement.account.mask, statement.account.name) == ("2051", "Giro")
    assert statement.account.institution == "BYLADEM1001"
    assert "DE02120300000000202051" not in statement.account.id + "".join(
        entry.raw for entry in statement.entries
    )


def test_an_older_version_is_read_as_the_newer_one() -> None:
    """They differ in names of spaces, and in how a status is written."""
    old = SAMPLE.replace(b"camt.053.001.08", b"camt.053.001.02").replace(
        b"b:Cd>BOOK</b:Cd>", b"b:Cd>BOOK</b:Cd>"
    )
    old = old.replace(b"<b:Pty>", b"").replace(b"</b:Pty>", b"").replace(b"<b:", b"<").replace(b"</b:", b"</")

    assert camt.read(old).statements == camt.read(SAMPLE).statements


@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>',
        b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/hostname"><Document/>',
        "<!DOCTYPE a><Document/>".encode("utf-16"),
        b"<a>" * 100_000,
        b"<a>" + b"<b/>" * 300_000,
        b"<a>" + b"x" * 8_000_000,
    ],
)
def test_what_is_made_to_do_harm_is_refused(head: bytes) -> None:
    """Document types, bottomless nesting, and what never ends."""
    with pytest.raises((StatementRefused, StatementBroken)):
        camt.read(head)


@pytest.mark.parametrize("content", [b"", b"<a/>", b"no xml", SAMPLE[:2000], b"\xff\xfe<"])
def test_what_is_no_statement_is_said(content: bytes) -> None:
    """With one of our errors."""
    with pytest.raises(StatementBroken):
        camt.read(content)


def test_a_file_is_known_by_its_beginning() -> None:
    """Other XML is not it."""
    assert camt.recognizes(SAMPLE[:1000])
    assert camt.recognizes("<BkToCstmrStmt>".encode("utf-16"))
    assert not camt.recognizes(b"<OFX><SIGNONMSGSRSV1>")
