"""What is exported is read by the programs that it is for, and says there what it says here."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pyarrow.parquet
import pytest
from beancount import loader
from beancount.core import data as beans
from ofxtools.Parser import OFXTree

from budgetsync.domain.account import Account
from budgetsync.domain.export import FORMATS, Export, Span
from budgetsync.domain.ids import AccountId, ItemId, TransactionId
from budgetsync.domain.importing import own_rows
from budgetsync.domain.money import Money
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.domain.transaction import Split, Transaction, TransactionState
from budgetsync.providers.statements.reading import read_statement_file

LEDGER = "0123456789abcdef"
NAME = "budgetsync:ghijklmnopab:{}"
AT = datetime(2026, 6, 15, 12, tzinfo=UTC)
PENDING, POSTED, REMOVED = TransactionState.PENDING, TransactionState.POSTED, TransactionState.REMOVED
NASTY = (
    'He said "5\\" and left',
    "a\nb\tc\x00d\u2028e",
    "* ; comment | (code) {x} @ 5",
    "=1+1",
    "<b>&amp;]]>",
    "date:2026-99-99 [12/33], x:y",
    "東京 カフェ",
    "!Type:Bank\n^",
    "option \"title\" 'x'",
    "  ",
    "hindi \u0915\u0940, \u00e9\u0301\U0001f600",
    "~periodic",
    "x" * 300,
    "2026-01-01 open Assets:X",
)
NAMES = {1: "Checking", 2: "checking!", 3: "東京 card: gold", 4: "Kasse (bar)", 5: "Yen ; account"}
KINDS = {1: "depository", 2: "depository", 3: "credit", 4: "cash", 5: "depository"}


def account(number: int) -> Account:
    currency = "JPY" if number == 5 else "EUR"
    return Account(
        AccountId(number), ItemId(1), NAMES[number], None, None, KINDS[number], None, currency,
        Money(5_000, currency), None, None, AT, 0,
    )  # fmt: skip


def row(number: int, minor: int, at: int, text: str = "Shop", **more: object) -> Transaction:
    day = date(2026, 1, 1) + timedelta(days=number % 90)
    made = Transaction(
        TransactionId(number), AccountId(at), NAMES[at], POSTED, Money(minor, "JPY" if at == 5 else "EUR"),
        day, day + timedelta(days=number % 3), text, None, f"{text} raw", "Food: sweets", None, None,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def household() -> list[Transaction]:
    """Rows with everything that a row may have, and every text that may break a format."""
    rows = [
        row(at, -100 * at, at % 5 + 1, text, note=text, tags=(text, "date", "ok"), category=text)
        for at, text in enumerate(NASTY, 1)
    ]
    splits = (Split(-600, "Food", NASTY[0]), Split(-300, None), Split(50, "Refund ; x"))
    return [
        *rows,
        row(101, -1_000, 1, splits=splits),
        row(102, 250_000, 1, category="Salary"),
        row(103, -700, 2, state=PENDING, posted_on=None, category=None),
        row(104, 1_200, 2, category=None),
        row(105, -99_999, 1, state=REMOVED, bank_removed=True),
        row(106, -5_000, 1, transfer=TransactionId(107)),
        row(107, 5_000, 3, transfer=TransactionId(106)),
        row(108, -10_000, 1, transfer=TransactionId(109)),
        row(109, 16_500, 5, transfer=TransactionId(108)),
        row(110, -3_000, 2, transfer=TransactionId(111)),
        row(111, 2_900, 4, transfer=TransactionId(110)),
        row(112, 0, 4),
        row(113, 5_000, 4, "Opening balance", hidden=True),
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format's file of the same household."""
    place = tmp_path_factory.mktemp("exported")
    for name in FORMATS:
        (place / name).write_bytes(b"".join(written(name)))
    return place


def written(name: str) -> Iterator[bytes]:
    form = FORMATS[name]
    rows = sorted(
        filter(form.takes, household()),
        key=lambda one: (one.account_id == 3, one.account_id, one.amount.currency, one.transacted_on),
    )
    by_id = {one.id: one for one in rows}
    spans = {
        key: Span(date(2026, 1, 1), date(2026, 6, 1))
        for key, _ in groupby(rows, key=lambda one: (one.account_id, one.amount.currency))
    }
    accounts = {AccountId(number): account(number) for number in NAMES}
    export = Export("", AT, rows, LEDGER, accounts, spans, income=frozenset({"Salary"}), other_half=by_id.get)
    return (
        piece if isinstance(piece, bytes) else piece.encode(form.encoding) for piece in form.write(export)
    )


def sums(rows: list[Transaction], *states: TransactionState) -> Counter[int]:
    found: Counter[int] = Counter()
    for one in rows:
        if one.state in states:
            found[one.account_id] += one.amount.minor
    return found


def test_bean_check_finds_nothing_and_every_account_has_its_sum(folder: Path) -> None:
    entries, errors, _options = loader.load_file(str(folder / "beancount"))
    assert errors == []
    booked = [entry for entry in entries if isinstance(entry, beans.Transaction)]
    told = {entry.meta[name] for entry in booked for name in ("id", "other-id") if name in entry.meta}
    assert told == {NAME.format(one.id) for one in household() if one.state is not REMOVED}
    assert len(booked) == len(told) - 3
    held: dict[str, Decimal] = {}
    for entry in booked:
        for posting in entry.postings:
            assert posting.units is not None
            held[posting.account] = held.get(posting.account, Decimal()) + Decimal(str(posting.units.number))
    own = {name: value for name, value in held.items() if name.startswith(("Assets", "Liabilities"))}
    assert set(own) == {
        "Assets:Checking", "Assets:Yen-account", "Assets:Kasse-bar", "Liabilities:X東京-card:Gold",
        next(name for name in own if name.startswith("Assets:Checking-")),
    }  # fmt: skip
    expected = sums(household(), POSTED, PENDING)
    assert own["Assets:Checking"] == Decimal(expected[1]) / 100
    assert own["Assets:Yen-account"] == expected[5]
    assert held["Income:Salary"] == -2500
    assert held["Equity:Opening-balances"] == -50


def test_hledger_finds_nothing_either_and_has_the_same_sums(folder: Path) -> None:
    file = f"journal:{folder / 'hledger'}"
    assert hledger("-f", file, "check", "--strict") == ""
    table = csv.reader(io.StringIO(hledger("-f", file, "balance", "--flat", "-E", "-O", "csv")))
    held = dict(list(table)[1:-1])
    expected = sums(household(), POSTED, PENDING)
    assert held["Assets:Checking"] == f"{Decimal(expected[1]) / 100:.2f} EUR"
    assert held["Assets:Yen account"] == f"{expected[5]} JPY"
    assert held["Income:Salary"] == "-2500.00 EUR"
    assert hledger("-f", file, "print", f"tag:id={NAME.format(106)}").count("Liabilities:") == 1


def hledger(*arguments: str) -> str:
    done = subprocess.run(
        ["hledger", *arguments],
        capture_output=True, check=False, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_ofx_is_read_with_an_id_for_each_booked_row(folder: Path) -> None:
    tree = OFXTree()
    tree.parse(io.BytesIO((folder / "ofx").read_bytes()))
    read = tree.convert()
    found = {one.fitid: one.trnamt for statement in read.statements for one in statement.transactions}
    rows = [one for one in household() if one.state is POSTED]
    assert found == {NAME.format(one.id): one.amount.decimal for one in rows}
    assert [statement.curdef for statement in read.statements] == ["EUR", "EUR", "EUR", "JPY", "EUR"]
    assert read.statements[-1].ledgerbal.balamt == -50


def test_parquet_has_every_value(folder: Path) -> None:
    read = pyarrow.parquet.read_table(folder / "parquet").to_pylist()
    by_id = {one.id: one for one in household()}
    assert {cells["id"] for cells in read} == set(by_id)
    for cells in read:
        one = by_id[cells["id"]]
        assert cells["amount"] == one.amount.decimal
        assert (cells["transacted_on"], cells["posted_on"]) == (one.transacted_on, one.posted_on)
        assert (cells["payee"], cells["note"], cells["transfer"]) == (one.payee, one.note, one.transfer)
        assert (cells["original_description"], cells["bank_removed"]) == (
            one.original_description,
            one.bank_removed,
        )
        assert tuple(json.loads(cells["tags"])) == one.tags


def test_an_empty_export_is_a_file_too() -> None:
    for form in FORMATS.values():
        pieces = [
            piece if isinstance(piece, bytes) else piece.encode() for piece in form.write(Export("", AT))
        ]
        if form.name == "parquet":
            assert pyarrow.parquet.read_table(io.BytesIO(b"".join(pieces))).num_rows == 0


@pytest.mark.parametrize("name", ["ofx", "qif"])
def test_what_is_read_again_is_known_for_the_very_rows(folder: Path, name: str) -> None:
    read = read_statement_file(folder / name, ReadOptions(currency="EUR"))
    rows = {one.id: one for one in household() if FORMATS[name].takes(one)}
    found: set[TransactionId] = set()
    for statement in read.statements:
        own = own_rows(statement, LEDGER)
        assert len(own) == len(statement.entries)
        assert statement.problems == []
        assert len({rows[row].account_id for row in own.values()}) == 1
        assert own_rows(statement, "another ledger") == {}
        found.update(own.values())
        for place, row in own.items():
            entry, one = statement.entries[place], rows[row]
            assert (entry.posted_on or entry.transacted_on) == (one.posted_on or one.transacted_on)
            if statement.currency or one.amount.currency == "EUR":  # QIF does not say which currency it is in
                assert entry.minor == one.amount.minor
    assert found == set(rows)
