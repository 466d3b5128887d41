"""OFX and QFX: what banks write there, and what is no statement."""

from datetime import date
from pathlib import Path

import pytest

from budgetsync.domain.errors import StatementBroken, StatementRefused
from budgetsync.domain.statement import StatedBalance, Statement, StatementFormat
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements import read_statement_bytes, read_statement_file

SAMPLES = Path(__file__).parents[2] / "samples" / "statements"


def read_one(name: str) -> Statement:
    return read_statement_file(SAMPLES / name, ReadOptions()).statements[0]


def bank(entries: str) -> bytes:
    text = f"<OFX><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>12345678</BANKACCTFROM>{entries}</STMTRS></OFX>"
    return text.encode()


def test_unclosed_tags_in_a_character_set_that_the_header_does_not_name() -> None:
    read = read_statement_file(SAMPLES / "checking.qfx", ReadOptions())
    statement = read.statements[0]
    first, check, pay = statement.entries

    assert (read.format, read.encoding) == (StatementFormat.OFX, "utf-8")
    assert (first.minor, first.transacted_on, first.posted_on) == (-450, date(2026, 2, 28), date(2026, 3, 2))
    assert (first.line, first.payee, first.description) == (17, "CAFÉ OLÉ", "CAFÉ OLÉ & BAKERY 12")
    assert (check.minor, check.references) == (-120_000, ("1017",))
    assert (pay.minor, pay.payee, pay.description) == (250_000, "EMPLOYER INC", "EMPLOYER INC PAY FOR A < B")
    assert statement.closing == StatedBalance(129_550, date(2026, 4, 3))
    assert statement.account.institution == "First Meadow Bank"


def test_bad_entries_are_problems_with_their_line_beside_the_good_ones() -> None:
    problems = read_one("checking.qfx").problems

    assert [(problem.line, problem.message[:8]) for problem in problems] == [
        (23, "The date"),
        (24, "The amou"),
    ]


def test_the_number_of_an_account_is_kept_nowhere() -> None:
    statement = read_one("checking.qfx")

    assert statement.account.mask == "7788"
    assert "4455667788" not in repr(statement)
    assert "44556677880001" not in statement.entries[0].raw
    assert len({entry.id for entry in statement.entries}) == 3


def test_pending_entries_and_those_of_other_currencies() -> None:
    euros, yen = read_statement_file(SAMPLES / "card.ofx", ReadOptions()).statements
    books, streaming = euros.entries

    assert (euros.currency, euros.account.type, euros.account.mask) == ("EUR", "credit", "1234")
    assert (books.minor, books.payee) == (-1_840, "BOOKS & MORE")
    assert (streaming.state, streaming.posted_on) == (TransactionState.PENDING, None)
    assert streaming.transacted_on == date(2026, 1, 12)
    assert (yen.currency, yen.entries[0].minor) == ("JPY", -1_000)
    assert yen.account.id != euros.account.id


def test_of_trades_only_what_moves_cash_is_an_entry() -> None:
    statement = read_one("broker.ofx")

    assert [(entry.id, entry.minor, entry.description) for entry in statement.entries] == [
        ("t1", 50_000, "DEPOSIT"),
        ("t2", -20_050, "Buy Acme Corp"),
        ("t4", 125, "Income Acme Corp"),
        ("t5", -75, "Margin interest"),
    ]
    assert statement.entries[1].posted_on == date(2026, 1, 8)


@pytest.mark.parametrize("closed", [True, False])
def test_entries_whose_end_is_missing_end_where_the_next_begins(*, closed: bool) -> None:
    end = "</STMTTRN>" if closed else ""
    entry = "<STMTTRN><DTPOSTED>20260101<TRNAMT>-1.00<FITID>{}<NAME>A" + end
    statement = read_statement_bytes(
        bank(f"<BANKTRANLIST>{entry.format(1)}{entry.format(2)}</BANKTRANLIST>"), ReadOptions()
    ).statements[0]

    assert [entry.id for entry in statement.entries] == ["1", "2"]


def test_a_file_that_ends_in_the_middle_says_so() -> None:
    whole = (SAMPLES / "checking.qfx").read_bytes()
    read = read_statement_bytes(whole[: whole.index(b"CHECK 1017")], ReadOptions())

    assert [entry.minor for entry in read.statements[0].entries] == [-450]
    assert "no end" in read.statements[0].problems[0].message
    assert "ends in the middle" in read.problems[0].message


def test_an_error_of_the_bank_is_no_statement() -> None:
    answer = (
        "<OFX><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>for account 12345678</STATUS></SONRS></OFX>"
    )
    with pytest.raises(StatementBroken, match="code 15500") as caught:
        read_statement_bytes(answer.encode(), ReadOptions())

    assert "12345678" not in str(caught.value)


def test_entities_are_refused() -> None:
    bomb = '<?OFX OFXHEADER="200"?><!DOCTYPE OFX [<!ENTITY a "aaaa">]><OFX>&a;</OFX>'
    with pytest.raises(StatementRefused):
        read_statement_bytes(bomb.encode(), ReadOptions())


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("-12.5", -1_250),
        ("1.234,56", 123_456),
        ("1'234.56", 123_456),
        ("12.30-", -1_230),
        (" 7 ", 700),
        ("0,500", 50),
        ("-1,234.56", -123_456),
        ("1,234,567", 123_456_700),
        ("12,34,567.50", 123_456_750),
        ("+00000001500.0000", 150_000),
    ],
)
def test_amounts_as_banks_write_them(text: str, minor: int) -> None:
    content = bank(f"<STMTTRN><DTPOSTED>20260101<TRNAMT>{text}<FITID>1</STMTTRN>")

    assert read_statement_bytes(content, ReadOptions()).statements[0].entries[0].minor == minor


@pytest.mark.parametrize("text", ["", "abc", "1,234", "1.2.3,4", "0.001", "NaN", "1e5", "9" * 50, "١٢"])
def test_amounts_that_may_mean_two_things_are_problems(text: str) -> None:
    content = bank(f"<STMTTRN><DTPOSTED>20260101<TRNAMT>{text}<FITID>1</STMTTRN>")
    statement = read_statement_bytes(content, ReadOptions()).statements[0]

    assert (len(statement.entries), len(statement.problems)) == (0, 1)


@pytest.mark.parametrize(
    "piece",
    ["<INCOME>" * 200 + "x" * 70_000, "<STMTTRN>" + "x" * 70_000, "<STMTRS>" * 50],
    ids=["i", "e", "s"],
)
def test_files_without_any_end_are_given_up(piece: str) -> None:
    with pytest.raises((StatementBroken, StatementRefused)):
        read_statement_bytes(bank(piece * 110), ReadOptions())


def test_values_left_out_take_nothing_else_along() -> None:
    content = b"""<OFX><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>1<BRANCHID>
<ACCTID>98765432
<ACCTTYPE>SAVINGS
</BANKACCTFROM><BANKTRANLIST><DTSTART><DTEND>20260110
<STMTTRN><TRNTYPE><DTPOSTED>20260101<DTUSER>20261399<TRNAMT>-1.00<FITID><NAME><MEMO>Tea</STMTTRN>
</BANKTRANLIST><LEDGERBAL><DTASOF><BALAMT>7.00</LEDGERBAL><AVAILBAL><BALAMT>9.00</AVAILBAL></STMTRS></OFX>"""
    statement = read_statement_bytes(content, ReadOptions()).statements[0]
    tea = statement.entries[0]

    assert (statement.account.mask, statement.account.name) == ("5432", "Savings")
    assert (tea.id, tea.description, tea.transacted_on) == ("", "Tea", date(2026, 1, 1))
    assert statement.closing == StatedBalance(700, date(2026, 1, 10))


def test_an_account_whose_entries_are_all_in_another_currency_is_one_account() -> None:
    entry = "<STMTTRN><DTPOSTED>20260101<TRNAMT>-1.00<FITID>1<CURRENCY><CURSYM>CAD</CURRENCY></STMTTRN>"

    assert [one.currency for one in read_statement_bytes(bank(entry), ReadOptions()).statements] == ["CAD"]


def test_a_reference_to_a_sign_may_be_of_any_length() -> None:
    entry = f"<STMTTRN><DTPOSTED>20260101<TRNAMT>-1.00<FITID>1<NAME>Tea &#{'9' * 16_000};</STMTTRN>"

    assert read_statement_bytes(bank(entry), ReadOptions()).statements[0].entries[0].minor == -100
