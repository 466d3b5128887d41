"""MT940 and MT942, in the ways in which banks write them."""

from datetime import date
from pathlib import Path

import pytest

from budgetsync.domain.errors import StatementBroken
from budgetsync.domain.statement import ProofVerdict, StatementFile
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements import mt940

SAMPLE = Path(__file__).parents[2] / "samples" / "statements" / "german.sta"


def read(text: str, currency: str = "EUR") -> StatementFile:
    """Read a file whose bank names no currency of its own."""
    return mt940.read(text, currency)


def entry_of(line: str, details: str = "x") -> tuple[int, date, date | None]:
    """Read one entry: amount, day and booking."""
    found = read(f":20:A\n:25:1/2\n:61:{line}\n:86:{details}\n")
    (entry,) = found.statements[0].entries
    return entry.minor, entry.transacted_on, entry.posted_on


def test_pages_of_a_statement_are_one_statement() -> None:
    """Its opening balance is the first page's, its closing balance the last one's, and it adds up."""
    (statement,) = read(SAMPLE.read_text()).statements

    assert statement.account.mask == "7766"
    assert statement.opening is not None
    assert (statement.opening.minor, statement.opening.on) == (150_000, date(2023, 12, 28))
    assert statement.proof.verdict is ProofVerdict.PROVED
    assert [entry.minor for entry in statement.entries] == [-1230, -500, 100_000, 750]


def test_an_entry_that_cannot_be_read_is_a_problem_beside_the_others() -> None:
    """It is told with its line."""
    (statement,) = read(SAMPLE.read_text()).statements

    assert [(problem.line, problem.message) for problem in statement.problems] == [
        (22, "This day is not in the calendar."),
        (24, "Its amount cannot be taken: it has more than the 2 decimals of EUR."),
    ]


def test_fields_of_german_banks_are_payee_text_and_references() -> None:
    """Pieces of 27 signs are put together as they were cut."""
    entry = read(SAMPLE.read_text()).statements[0].entries[0]

    assert entry.payee == "Stadtwerke Musterstadt GmbH"
    assert entry.description == "FOLGELASTSCHRIFT Strom Dezember Kundennummer 4711"
    assert entry.references == ("INV-2023-11", "M-550", "KREF-77", "BANKREF1")


def test_numbers_of_accounts_are_masked_in_the_raw_row() -> None:
    """The other side's, too."""
    raw = "\n".join(entry.raw for entry in read(SAMPLE.read_text()).statements[0].entries)

    assert "12345678901" not in raw
    assert "DE02120300000000202051" not in raw


@pytest.mark.parametrize(
    ("line", "amount", "made", "booked"),
    [
        ("2401021229D1,NMSC", -100, date(2023, 12, 29), date(2023, 12, 29)),
        ("2312310102C1,5NMSC", 150, date(2023, 12, 31), date(2024, 1, 2)),
        ("1602300301DR6,00N024NONREF", -600, date(2016, 2, 29), date(2016, 3, 1)),
        ("180417CF2066637,00N527", 206_663_700, date(2018, 4, 17), date(2018, 4, 17)),
        ("240102RD2,00NMSC", 200, date(2024, 1, 2), date(2024, 1, 2)),
        ("990102RC2,00NMSC", -200, date(1999, 1, 2), date(1999, 1, 2)),
        ("240102ED2,00NMSC", -200, date(2024, 1, 2), None),
        ("240102CR\n30,00N062NONREF", 3000, date(2024, 1, 2), date(2024, 1, 2)),
        ("240102C500NTRF", 50_000, date(2024, 1, 2), date(2024, 1, 2)),
    ],
)
def test_days_and_amounts_are_read_in_every_way_of_writing(
    line: str, amount: int, made: date, booked: date | None
) -> None:
    """Years wrap, February has thirty days where interest is reckoned so, reversals turn the sign."""
    assert entry_of(line) == (amount, made, booked)


def test_fields_of_dutch_banks_are_understood() -> None:
    """Words between slashes."""
    text = ":20:A\n:25:NL1\n:61:240102D1,NTRFEREF\n:86:/EREF/E1/BENM//NAME/John\nson/REMI/Ref 5/ISDT/2024-01-02\n"
    (entry,) = read(text).statements[0].entries

    assert (entry.payee, entry.description, entry.references) == ("Johnson", "Ref 5", ("E1",))


def test_an_announced_entry_is_pending() -> None:
    """MT942 tells some of them before they are booked."""
    (entry,) = read(":20:A\n:25:1\n:34F:USDD0,\n:61:240102EC5,NTRF\n:90C:1USD5,\n").statements[0].entries

    assert entry.state is TransactionState.PENDING


def test_an_interim_report_takes_its_currency_from_its_limit() -> None:
    """It has no balance to take it from."""
    (statement,) = read(":20:A\n:25:1\n:34F:JPYD0,\n:61:240102C5,NTRF\n", currency="EUR").statements

    assert (statement.currency, statement.entries[0].minor) == ("JPY", 5)


def test_a_file_that_names_no_currency_says_none() -> None:
    """Its amounts are in the one that it is read in."""
    (statement,) = read(":61:1811261126CR\n30,00N062NONREF\n", currency="JPY").statements

    assert (statement.currency, statement.entries[0].minor) == ("", 30)


def test_a_currency_that_is_gone_is_said() -> None:
    """A guess would be worse."""
    with pytest.raises(StatementBroken, match="DEM"):
        read(":20:A\n:25:1\n:60F:C020315DEM0,00\n:61:020320C5,00NTRF\n")


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"\r\n:20:STARTUMS\r\n:25:1/2\r\n", True),
        (b"{1:F01X}{2:I940X}{4:\r\n:20:A\r\n:25:1\r\n", True),
        (b":61:1811261126CR\n30,00", True),
        (b"Date;Amount\n01.02.2024;5", False),
        (b"1\n2\n3\n", False),
    ],
)
def test_a_file_is_known_by_its_beginning(head: bytes, *, is_one: bool) -> None:
    """Whatever its name ends in."""
    assert mt940.recognizes(head) is is_one
