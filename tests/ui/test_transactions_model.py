"""The list of transactions: rows by their numbers, loaded when they are looked at, edited at once, turned back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, QPersistentModelIndex, Qt

from budgetsync.domain.edits import Edit
from budgetsync.domain.found import Total
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import Listed, Order, SortKey
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import EDITABLE_FIELDS, Split, Transaction, TransactionState
from budgetsync.ui.transactions.cells import mark_of, spoken_row
from budgetsync.ui.transactions.columns import FIELDS, Column
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.rows import AT_ONCE, KEPT
from tests.ui.listed_rows import Listing, Shelf, long_list, make_listing
from tests.ui.samples import TODAY, transaction

Watch = Callable[[QAbstractItemModel], None]
MILLION = 1_000_000


@pytest.fixture
def listing(watched: Watch, english: QLocale) -> Iterator[Listing]:
    made = make_listing(english)
    watched(made.model)
    yield made
    made.bridge.run()


def texts(listing: Listing, column: Column) -> list[str]:
    model = listing.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def type_into(listing: Listing, row: int, column: Column, text: str) -> bool:
    return listing.model.setData(listing.model.index(row, column), text)


def test_a_row_shows_date_payee_category_note_tags_account_state_and_amount(english: QLocale) -> None:
    rows = {
        2: transaction(2, minor=312_000, state=TransactionState.PENDING, note="bonus"),
        1: replace(transaction(1, payee="Ana's shop", day=date(2025, 3, 4)), tags=("trip", "work")),
    }
    listing = make_listing(english, Shelf(make=rows.__getitem__))
    listing.show([2, 1])
    model = listing.model
    shown = [[model.index(row, column).data() for column in Column] for row in range(2)]
    assert shown == [
        ["Today", "Green Market", "Groceries", "bonus", "", "Everyday Checking", "Pending", "$3,120.00"],
        ["Mar 4, 2025", "Ana's shop", "Groceries", "", "trip, work", "Everyday Checking", "", "\u2212$84.12"],
    ]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["Date", "Payee", "Category", "Note", "Tags", "Account", "Status", "Amount"]


def test_what_the_eye_infers_the_ear_is_told(listing: Listing) -> None:
    listing.show([1])
    index = listing.model.index
    assert index(0, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole) == "Status: Booked"
    assert index(0, Column.DATE).data(Qt.ItemDataRole.ToolTipRole).startswith("Made on Monday,")
    assert "POS GREEN MARKET 0042" in index(0, Column.PAYEE).data(Qt.ItemDataRole.ToolTipRole)
    said = spoken_row(transaction(1, note="gift"), Reading(QLocale("en_US"), lambda: TODAY))
    assert said == (
        "Monday, November 24, 2025, Green Market, \u2212$84.12, Groceries, gift, Everyday Checking, Booked"
    )


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (transaction(), ""),
        (transaction(state=TransactionState.PENDING), "Pending"),
        (replace(transaction(), bank_removed=True, state=TransactionState.REMOVED), "Taken back"),
        (replace(transaction(), bank_says={"payee": "x"}, hidden=True), "Bank differs"),
        (replace(transaction(), transfer=TransactionId(9)), "Transfer"),
        (replace(transaction(), splits=(Split(1, None), Split(2, None))), "Split"),
        (replace(transaction(), hidden=True), "Hidden"),
    ],
)
def test_the_status_says_what_is_out_of_the_ordinary(row: Transaction, word: str) -> None:
    assert mark_of(row) == word


def test_what_is_not_loaded_is_said_to_be_and_asks_nobody(listing: Listing) -> None:
    listing.model.show_list(long_list(3), Order())
    model = listing.model
    assert model.index(0, Column.PAYEE).data() is None
    assert model.index(0, Column.PAYEE).data(Qt.ItemDataRole.AccessibleTextRole) == "Loading"
    assert not model.flags(model.index(0, Column.PAYEE)) & Qt.ItemFlag.ItemIsEditable
    assert listing.shelf.asked == []
    listing.look()
    assert model.index(0, Column.PAYEE).data() == "Green Market"
    assert len(listing.shelf.asked) == 1


def test_a_million_rows_are_listed_and_only_those_that_are_looked_at_are_loaded(english: QLocale) -> None:
    listing = make_listing(english)
    listing.model.show_list(long_list(MILLION), Order())
    assert listing.model.rowCount() == MILLION
    for first in (0, 700_000, 999_960, 5):
        listing.look(first, first + 39)
        assert listing.model.transaction(listing.model.index(first + 20, 0)) is not None
    assert sum(map(len, listing.shelf.asked)) < 500
    for first in range(0, 100 * AT_ONCE, 80):
        listing.look(first, first + 79)
    assert len(listing.rows) <= KEPT


def test_where_one_has_scrolled_past_nothing_is_loaded(english: QLocale) -> None:
    listing = make_listing(english)
    listing.model.show_list(long_list(MILLION), Order())
    for first in range(0, 900_000, 1_000):
        listing.model.look(first, first + 30)  # faster than anything is loaded
    listing.bridge.run()
    assert sum(map(len, listing.shelf.asked)) < 300


def test_the_way_one_scrolls_is_loaded_ahead(english: QLocale) -> None:
    listing = make_listing(english)
    listing.model.show_list(long_list(MILLION), Order())
    listing.look(1_000, 1_029)
    assert listing.model.transaction(listing.model.index(1_050, 0)) is not None
    listing.model.look(5_000, 5_029, backwards=True)
    listing.bridge.run()
    assert listing.model.transaction(listing.model.index(4_975, 0)) is not None


def test_pending_rows_stand_apart_and_are_folded(listing: Listing) -> None:
    listing.show([3, 2], pending=[9, 8])
    model = listing.model
    listing.model.show_pending_total(Total(2, (Money(-1_999, "USD"), Money(500, "EUR"))))
    assert [model.id_at(row) for row in range(model.rowCount())] == [None, 9, 8, None, 3, 2]
    assert model.heading_text(0) == "Pending: 2   \u2212$19.99  €5.00"
    assert model.heading_text(3) == "Booked"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    kept = QPersistentModelIndex(model.index(4, 0))
    model.fold(folded=True)
    assert [model.id_at(row) for row in range(model.rowCount())] == [None, None, 3, 2]
    assert kept.row() == 2
    assert listing.take_in([8, 3, 2], pending=[9])
    assert [model.id_at(row) for row in range(model.rowCount())] == [None, None, 8, 3, 2]
    model.fold(folded=False)
    assert [model.id_at(row) for row in range(model.rowCount())] == [None, 9, None, 8, 3, 2]
    assert listing.take_in([9, 8, 3, 2])
    assert [model.id_at(row) for row in range(model.rowCount())] == [9, 8, 3, 2]
    assert listing.take_in([9, 8], pending=[20, 19])
    assert [model.id_at(row) for row in range(model.rowCount())] == [None, 20, 19, None, 9, 8]
    assert listing.take_in([9, 8], pending=[22, 21])  # every one is another
    assert model.ids([(0, model.rowCount() - 1)]) == [22, 21, 9, 8]


def test_news_change_the_rows_in_place(listing: Listing) -> None:
    listing.show([3, 2, 1])
    kept = QPersistentModelIndex(listing.model.index(1, 0))
    assert listing.take_in([5, 4, 3, 2])
    assert listing.model.ids([(0, 3)]) == [5, 4, 3, 2]
    assert kept.row() == 3
    assert listing.model.row_of(transaction(2)) == 3
    assert listing.model.row_of(transaction(1)) == -1


def test_many_changes_of_a_long_list_are_shown_anew(english: QLocale) -> None:
    listing = make_listing(english)
    model = listing.model
    old = long_list(MILLION)
    model.show_list(old, Order())
    shorter = Listed(others=old.others[1:])
    assert not model.take_in(shorter)
    assert model.take_in(shorter, by_rows=True)
    assert model.rowCount() == MILLION - 1
    scattered = array("q", [place for at, place in enumerate(old.others[:3_000]) if at % 100])
    newer = Listed(others=scattered + old.others[3_000:])
    assert not model.take_in(newer, by_rows=True)
    model.replace(newer)
    assert model.rowCount() == MILLION - 30


def test_a_row_is_found_in_every_order(listing: Listing) -> None:
    numbers = array("q", [4, 9, 1, 7])
    listing.model.show_list(Listed(others=numbers), Order(SortKey.AMOUNT))
    assert listing.model.row_of(transaction(7)) == 3
    ascending = long_list(20).others[::-1]
    listing.model.show_list(Listed(others=ascending), Order(descending=False))
    assert listing.model.row_of(transaction(5)) == 4


def test_only_texts_of_the_ledger_can_be_typed_into(listing: Listing) -> None:
    listing.show([1])
    model = listing.model
    editable = {
        column for column in Column if model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    }
    assert {FIELDS[column] for column in editable} == {*EDITABLE_FIELDS, "tags"}
    assert not type_into(listing, 0, Column.AMOUNT, "1")
    assert not model.setData(model.index(0, Column.PAYEE), "x", Qt.ItemDataRole.DisplayRole)


def test_an_edit_is_painted_at_once_and_saved(listing: Listing) -> None:
    listing.show([2, 1])
    painted: list[int] = []
    listing.model.dataChanged.connect(lambda top, _bottom: painted.append(top.row()))
    assert type_into(listing, 1, Column.PAYEE, "  Ana's shop ")
    assert texts(listing, Column.PAYEE) == ["Green Market", "Ana's shop"]
    assert painted == [1]
    assert listing.shelf.edited == {}
    listing.bridge.run()
    assert listing.shelf.edited[TransactionId(1)].payee == "Ana's shop"
    assert texts(listing, Column.PAYEE) == ["Green Market", "Ana's shop"]


def test_tags_are_typed_with_commas(listing: Listing) -> None:
    listing.show([1])
    assert type_into(listing, 0, Column.TAGS, "work, trip,, ")
    assert texts(listing, Column.TAGS) == ["trip, work"]
    assert not type_into(listing, 0, Column.TAGS, "trip, work")


def test_what_did_not_change_asks_for_nothing(listing: Listing) -> None:
    listing.show([1])
    assert not type_into(listing, 0, Column.PAYEE, " Green Market ")
    assert listing.bridge.waiting == []


def test_an_emptied_field_goes_back_to_what_the_bank_says(english: QLocale) -> None:
    listing = make_listing(english, Shelf(make=lambda number: transaction(number, payee="Ana's shop")))
    listing.show([1])
    assert type_into(listing, 0, Column.PAYEE, "")
    assert texts(listing, Column.PAYEE) == ["Green Market"]
    listing.bridge.run()


def test_a_refused_edit_is_turned_back_and_told(listing: Listing) -> None:
    listing.show([1])
    told: list[object] = []
    listing.bridge.failed.connect(told.append)
    assert type_into(listing, 0, Column.PAYEE, "First")
    listing.bridge.run()
    listing.shelf.refused = True
    assert type_into(listing, 0, Column.PAYEE, "Second")
    assert texts(listing, Column.PAYEE) == ["Second"]
    listing.bridge.run()
    assert texts(listing, Column.PAYEE) == ["First"]
    assert len(told) == 1


def test_a_load_that_cannot_know_an_edit_does_not_hide_it(listing: Listing) -> None:
    listing.show([2, 1])
    assert type_into(listing, 1, Column.PAYEE, "Ana's shop")
    (save,) = listing.bridge.waiting
    listing.bridge.waiting.clear()
    listing.rows.reload()  # a sync wrote meanwhile
    listing.bridge.run()
    assert texts(listing, Column.PAYEE)[1] == "Ana's shop"
    listing.bridge.waiting.append(save)
    listing.bridge.run()
    listing.shelf.edited.clear()  # somebody else took it back
    listing.rows.reload([TransactionId(1)])
    listing.bridge.run()
    assert texts(listing, Column.PAYEE)[1] == "Green Market"


def test_several_rows_and_fields_are_painted_together(listing: Listing) -> None:
    listing.show([3, 2, 1])
    wanted = Edit(
        payee="Ana's shop", category="Gifts", note="shared", hidden=True, reviewed=True, add_tags=("x",)
    )
    listing.desk.apply([TransactionId(3), TransactionId(1), TransactionId(77)], wanted)
    shown = [listing.model.transaction(listing.model.index(row, 0)) for row in range(3)]
    assert [row.payee if row else "" for row in shown] == ["Ana's shop", None, "Ana's shop"]
    first = shown[0]
    assert first is not None
    assert (first.category, first.note, first.hidden, first.reviewed, first.tags) == (
        "Gifts",
        "shared",
        True,
        True,
        ("x",),
    )
    listing.bridge.run()


def test_at_midnight_today_becomes_yesterday(watched: Watch, english: QLocale) -> None:
    clock = [TODAY]
    listing = make_listing(english, today=lambda: clock[0])
    watched(listing.model)
    listing.model.day_changed()
    listing.show([1])
    assert texts(listing, Column.DATE) == ["Today"]
    clock[0] = TODAY + timedelta(days=1)
    listing.model.day_changed()
    assert texts(listing, Column.DATE) == ["Yesterday"]


def test_texts_are_made_once(listing: Listing, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def written(*arguments: object) -> str:
        made.append(arguments)
        return "Today"

    monkeypatch.setattr("budgetsync.ui.transactions.cells.day", written)
    listing.show([1])
    for _ in range(3):
        assert texts(listing, Column.DATE) == ["Today"]
    assert len(made) == 1


def test_a_row_that_is_gone_is_asked_for_once(english: QLocale) -> None:
    class Hollow(Shelf):
        async def transactions(self, ids: object) -> list[Transaction]:
            self.asked.append(list(ids))  # type: ignore[call-overload]
            return []

    listing = make_listing(english, Hollow())
    listing.show([2, 1])
    listing.look()
    assert len(listing.shelf.asked) == 1
