"""Rows as CSV and JSON: exact, whole, and never a formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.export import CSV, FORMATS, JSON, Export, Format, form_of_ending, row_fields
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.row_name import named_row
from budgetsync.domain.transaction import FieldSource, Split, Transaction, TransactionState

EXPORT = Export('café "x"', datetime(2026, 6, 15, 12, tzinfo=UTC), ledger="0123456789abcdef")
ROW = Transaction(
    TransactionId(7),
    AccountId(2),
    "Checking",
    TransactionState.POSTED,
    Money(-1250, "EUR"),
    date(2026, 6, 1),
    date(2026, 6, 2),
    "Café Müller",
    None,
    "CAFE MUELLER 001",
    "Food",
    FieldSource.USER,
    "lunch",
    tags=("a", "b"),
    splits=(Split(-1000, "Food"), Split(-250, None, "tip")),
)
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
)
texts = st.text(max_size=20)
rows = st.builds(
    replace,
    st.just(ROW),
    amount=st.builds(Money, st.integers(-(10**15), 10**15), st.sampled_from(("EUR", "JPY", "KWD"))),
    payee=st.none() | texts,
    note=st.none() | texts | st.sampled_from(FORMULAS),
    category=st.none() | texts,
    original_description=texts,
    tags=st.lists(texts, max_size=2).map(tuple),
    hidden=st.booleans(),
)


def write(form: Format, *of: Transaction) -> str:
    return "".join(map(str, form.write(replace(EXPORT, rows=of))))


@given(st.lists(rows, max_size=3))
def test_csv_is_read_back_as_it_was_and_runs_nothing(given_rows: list[Transaction]) -> None:
    text = write(CSV, *given_rows)
    read = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(read) == len(given_rows)
    for cells, row in zip(read, given_rows, strict=True):
        assert Decimal(cells["amount"]) == row.amount.decimal
        assert cells["note"].removeprefix("'") == (row.note or "").removeprefix("'")
        assert (cells["id"], cells["currency"], cells["state"]) == ("7", row.amount.currency, "POSTED")
        starts = tuple(formula[0] for formula in FORMULAS)
        assert [name for name, cell in cells.items() if cell.startswith(starts)] in ([], ["amount"])


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_looks_like_a_formula_gets_an_apostrophe(formula: str) -> None:
    told = next(csv.DictReader(io.StringIO(write(CSV, replace(ROW, payee=formula)), newline="")))
    assert told["payee"] == f"'{formula}"
    assert told["amount"] == "-12.50"


def test_csv_is_as_the_standard_wants_it() -> None:
    text = write(CSV, replace(ROW, note='say "x", then\ny'))
    head, line, rest = text.split("\r\n")
    assert head.startswith("id,transacted_on,posted_on,state,payee,")
    assert '"say ""x"", then\ny"' in line
    assert '"Food -10.00; -2.50"' in line.replace("'", "")
    assert rest == ""
    assert CSV.encoding == "utf-8-sig"


@given(st.lists(rows, max_size=3))
def test_json_is_read_back_exactly(given_rows: list[Transaction]) -> None:
    read = json.loads(write(JSON, *given_rows))
    assert read["format"] == "budgetsync transactions"
    assert (read["version"], read["search"]) == (1, 'café "x"')
    assert read["exported_at"] == "2026-06-15T12:00:00+00:00"
    assert read["transactions"] == [row_fields(row) for row in given_rows]
    for told, row in zip(read["transactions"], given_rows, strict=True):
        assert isinstance(told["amount"], str)
        assert Money(told["amount_minor"], told["currency"]) == row.amount
        assert Decimal(told["amount"]) == row.amount.decimal


def test_a_row_is_a_line_of_json() -> None:
    lines = write(JSON, ROW, ROW).splitlines()
    assert len(lines) == 4
    assert json.loads(lines[2])["tags"] == ["a", "b"]


def test_rows_carry_a_name_by_which_this_ledger_knows_them_again() -> None:
    told = next(csv.DictReader(io.StringIO(write(CSV, ROW), newline="")))["source_id"]
    assert told == "budgetsync:ghijklmnopab:7"
    assert named_row(EXPORT.ledger, ("", f"x,{told},y")) == 7
    assert named_row("another ledger", (told,)) is None
    assert named_row(EXPORT.ledger, ("budgetsync:ghijklmnopab:0", "7", "")) is None


def test_each_format_is_found_by_its_name_and_by_the_ending_of_its_files() -> None:
    assert list(FORMATS) == [
        "csv", "json", "ofx", "qif", "beancount", "hledger", "parquet", "ynab", "actual"
    ]  # fmt: skip
    assert all(name == form.name for name, form in FORMATS.items())
    endings = (".csv", "JSON", ".ofx", ".journal", ".ledger", ".bean", ".odt", "")
    assert [form_of_ending(each) for each in endings] == [
        "csv", "json", "ofx", "hledger", "hledger", "beancount", None, None
    ]  # fmt: skip
