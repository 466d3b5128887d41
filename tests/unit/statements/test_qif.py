"""QIF: several accounts, and what the whole file tells of its dates and amounts."""

from datetime import date
from pathlib import Path

import pytest

from budgetsync.domain.errors import StatementBroken
from budgetsync.domain.statement import StatedBalance
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements import read_statement_bytes, read_statement_file

SAMPLES = Path(__file__).parents[2] / "samples" / "statements"


def test_accounts_entries_and_what_could_not_be_read() -> None:
    read = read_statement_file(SAMPLES / "household.qif", ReadOptions("EUR"))
    giro, visa = read.statements
    bread, shop = giro.entries

    assert (giro.account.name, giro.account.type, visa.account.type) == ("Giro", "depository", "credit")
    assert giro.opening == StatedBalance(100_000, date(2026, 1, 31))
    assert (bread.minor, bread.posted_on, bread.payee) == (-1_250, date(2026, 2, 13), "Bäckerei")
    assert (bread.description, bread.category, bread.references) == (
        "Bäckerei Frühstück",
        "Essen:Bäcker",
        ("17",),
    )
    assert (shop.minor, shop.category, shop.posted_on) == (-123_400, None, date(2026, 2, 14))
    assert "$-234,00" in shop.raw
    assert [(problem.line, problem.message[:8]) for problem in giro.problems] == [(38, "The date")]
    assert (visa.entries[0].minor, visa.entries[0].transacted_on) == (-2_000, date(2026, 2, 3))
    assert [problem.message for problem in read.problems] == [
        "Entries of an investment account were left out: 1."
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12/31/99", date(1999, 12, 31)),
        ("12/31'04", date(2004, 12, 31)),
        ("31.12.2004", date(2004, 12, 31)),
        ("2004-12-31", date(2004, 12, 31)),
        ("20041231", date(2004, 12, 31)),
        ("31 Dec 2004", date(2004, 12, 31)),
        (" 1/ 2' 0", date(2000, 1, 2)),
    ],
)
def test_dates_in_every_form(written: str, meant: date) -> None:
    content = f"!Type:Bank\nD{written}\nT1.00\n^\n".encode()

    assert read_statement_bytes(content, ReadOptions()).statements[0].entries[0].posted_on == meant


def test_an_open_order_of_day_and_month_is_told_and_follows_the_options() -> None:
    content = b"!Type:Bank\r\nD03/04/2026\r\nT1.00\r\n^\r\n"
    month = read_statement_bytes(content, ReadOptions())
    day = read_statement_bytes(content, ReadOptions(day_first=True))

    assert month.statements[0].entries[0].posted_on == date(2026, 3, 4)
    assert day.statements[0].entries[0].posted_on == date(2026, 4, 3)
    assert "month" in month.problems[0].message
    assert "the day was taken" in day.problems[0].message


@pytest.mark.parametrize("text", ["!Type:Cat\nNFood\n^\n", "!Account\nNGiro\nTBank\n^\n", "!Type:Bank\n"])
def test_a_file_without_entries_is_no_statement(text: str) -> None:
    with pytest.raises(StatementBroken):
        read_statement_bytes(text.encode(), ReadOptions())


def test_an_account_without_a_name_is_called_as_its_opening_balance_says() -> None:
    content = b"!Type:Bank\nD1/31/2026\nT5.00\nPOpening Balance\nL[Savings]\n^\nD1/31/2026\nT1.00\n^\n"
    statement = read_statement_bytes(content, ReadOptions()).statements[0]

    assert (statement.account.name, statement.account.id) == ("Savings", "")
    assert len(statement.entries) == 1
