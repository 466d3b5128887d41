"""The newest transactions: changed by id, edited at once, turned back when refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, QPersistentModelIndex, Qt

from budgetsync.domain.transaction import EDITABLE_FIELDS, TransactionState
from budgetsync.ui.models.transactions import FIELDS, Column, Edit, TransactionsModel
from tests.ui.samples import TODAY, transaction

Watch = Callable[[QAbstractItemModel], None]


@pytest.fixture
def model(watched: Watch, english: QLocale) -> TransactionsModel:
    made = TransactionsModel(english, lambda: TODAY)
    watched(made)
    return made


def load(model: TransactionsModel, *numbers: int) -> None:
    model.load([transaction(number) for number in numbers], model.begin_load())


def texts(model: TransactionsModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def edit_payee(model: TransactionsModel, text: str, row: int = 0) -> Edit:
    asked: list[Edit] = []
    model.edited.connect(asked.append)
    assert model.setData(model.index(row, Column.PAYEE), text)
    return asked[0]


def test_a_row_shows_date_payee_category_note_account_state_and_amount(model: TransactionsModel) -> None:
    pending = transaction(2, minor=312_000, state=TransactionState.PENDING, note="bonus")
    model.load([pending, transaction(1, payee="Ana's shop", day=date(2025, 3, 4))], model.begin_load())
    rows = [[model.index(row, column).data() for column in Column] for row in range(2)]
    assert rows == [
        ["Today", "Green Market", "Groceries", "bonus", "Everyday Checking", "Pending", "$3,120.00"],
        ["Mar 4, 2025", "Ana's shop", "Groceries", "", "Everyday Checking", "", "\u2212$84.12"],
    ]
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert titles == ["Date", "Payee", "Category", "Note", "Account", "Status", "Amount"]


def test_what_the_eye_infers_the_ear_is_told(model: TransactionsModel) -> None:
    load(model, 1)
    spoken = model.index(0, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Status: Booked"
    assert model.index(0, Column.DATE).data(Qt.ItemDataRole.ToolTipRole).startswith("Made on Monday,")
    assert "POS GREEN MARKET 0042" in model.index(0, Column.PAYEE).data(Qt.ItemDataRole.ToolTipRole)


def test_news_change_the_rows_in_place(model: TransactionsModel) -> None:
    load(model, 3, 2, 1)
    kept = QPersistentModelIndex(model.index(1, 0))
    load(model, 5, 4, 3, 2)
    assert [model.transaction(model.index(row, 0)).id for row in range(4)] == [5, 4, 3, 2]
    assert kept.row() == 3


def test_only_texts_of_the_ledger_can_be_typed_into(model: TransactionsModel) -> None:
    load(model, 1)
    editable = {
        column for column in Column if model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    }
    assert {FIELDS[column] for column in editable} == set(EDITABLE_FIELDS)
    assert not model.setData(model.index(0, Column.AMOUNT), "1")
    assert not model.setData(model.index(0, Column.PAYEE), "x", Qt.ItemDataRole.DisplayRole)


def test_an_edit_is_painted_at_once_and_asked_for(model: TransactionsModel) -> None:
    load(model, 2, 1)
    painted: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: painted.append(top.row()))
    edit = edit_payee(model, "  Ana's shop ", row=1)
    assert edit == Edit(transaction(1).id, "payee", "Ana's shop")
    assert texts(model, Column.PAYEE) == ["Green Market", "Ana's shop"]
    assert painted == [1]


def test_what_did_not_change_asks_for_nothing(model: TransactionsModel) -> None:
    load(model, 1)
    asked: list[Edit] = []
    model.edited.connect(asked.append)
    assert not model.setData(model.index(0, Column.PAYEE), " Green Market ")
    assert asked == []


def test_an_emptied_field_goes_back_to_what_the_bank_says(model: TransactionsModel) -> None:
    model.load([transaction(1, payee="Ana's shop")], model.begin_load())
    assert edit_payee(model, "").value is None
    assert texts(model, Column.PAYEE) == ["Green Market"]


def test_a_refused_edit_is_turned_back(model: TransactionsModel) -> None:
    load(model, 1)
    first = edit_payee(model, "First")
    second = edit_payee(model, "Second")
    model.refuse(second)
    assert texts(model, Column.PAYEE) == ["First"]
    model.refuse(first)
    assert texts(model, Column.PAYEE) == ["Green Market"]


def test_a_load_that_cannot_know_an_edit_does_not_hide_it(model: TransactionsModel) -> None:
    load(model, 1)
    edit = edit_payee(model, "Ana's shop")
    load(model, 2, 1)
    assert texts(model, Column.PAYEE)[1] == "Ana's shop"
    stamp = model.begin_load()
    model.settle(edit)
    model.load([transaction(1)], stamp)
    assert texts(model, Column.PAYEE) == ["Ana's shop"]
    load(model, 1)
    assert texts(model, Column.PAYEE) == ["Green Market"]


def test_edits_of_two_fields_stand_side_by_side(model: TransactionsModel) -> None:
    load(model, 1)
    edit_payee(model, "Ana's shop")
    model.setData(model.index(0, Column.NOTE), "shared")
    model.setData(model.index(0, Column.CATEGORY), "Gifts")
    shown = model.transaction(model.index(0, 0))
    assert (shown.payee, shown.note, shown.category) == ("Ana's shop", "shared", "Gifts")
    assert model.categories() == ["Gifts"]


def test_an_edit_of_a_row_that_is_gone_is_let_go(model: TransactionsModel) -> None:
    load(model, 1)
    edit = edit_payee(model, "Ana's shop")
    load(model, 2)
    model.refuse(edit)
    assert texts(model, Column.PAYEE) == ["Green Market"]


def test_at_midnight_today_becomes_yesterday(watched: Watch, english: QLocale) -> None:
    clock = [TODAY]
    model = TransactionsModel(english, lambda: clock[0])
    watched(model)
    model.day_changed()
    load(model, 1)
    assert texts(model, Column.DATE) == ["Today"]
    clock[0] = TODAY + timedelta(days=1)
    model.day_changed()
    assert texts(model, Column.DATE) == ["Yesterday"]


def test_texts_are_made_once(english: QLocale, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def written(*arguments: object) -> str:
        made.append(arguments)
        return "Today"

    monkeypatch.setattr("budgetsync.ui.models.transactions.day", written)
    model = TransactionsModel(english, lambda: TODAY)
    load(model, 1)
    for _ in range(3):
        assert texts(model, Column.DATE) == ["Today"]
    assert len(made) == 1
    model.load([replace(transaction(1), note="new")], model.begin_load())
    assert texts(model, Column.DATE) == ["Today"]
    assert len(made) == 2
