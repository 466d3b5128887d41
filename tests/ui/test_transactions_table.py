"""The table of transactions: fits, stays where it is looked at, is gone through, selected, copied and typed into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from budgetsync.domain.found import Total
from budgetsync.domain.listed import Listed, Order, SortKey
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.colours import DARK, LIGHT
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import Appearance, Theme
from budgetsync.ui.transactions.columns import Column
from budgetsync.ui.transactions.copying import table_text
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.row_menu import Ways, row_menu
from budgetsync.ui.transactions.selection import NOTHING, Selection
from budgetsync.ui.transactions.table import TransactionsTable
from tests.ui.listed_rows import Listing, Shelf, listed, long_list, make_listing
from tests.ui.samples import TODAY, delete, transaction

MILLION = 1_000_000
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def make(number: int) -> Transaction:
    """Rows of which some are pending, some come in."""
    if number >= 900_000:
        return transaction(number, state=TransactionState.PENDING)
    return transaction(number, minor=312_000) if number % 10 == 3 else transaction(number)


@pytest.fixture
def listing(english: QLocale) -> Iterator[Listing]:
    made = make_listing(english, Shelf(make=make))
    yield made
    made.bridge.run()


@pytest.fixture
def table(listing: Listing, icons: Icons, dressed: Theme) -> Iterator[TransactionsTable]:
    dressed.choose(Appearance.LIGHT)
    shown = TransactionsTable(listing.model, icons)
    shown.resize(820, 480)
    shown.show()
    yield shown
    shown.close()
    delete(shown)


def see(table: TransactionsTable, listing: Listing) -> None:
    """Let it be painted, and what it asks for be loaded."""
    for _ in range(3):
        table.viewport().grab()
        listing.bridge.run()
        QGuiApplication.processEvents()


def numbers(last: int, first: int = 0) -> range:
    return range(last, first, -1)


def top(table: TransactionsTable, listing: Listing) -> int | None:
    return listing.model.id_at(table.rowAt(0))


def press(table: TransactionsTable, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(table, key, modifier)
    QGuiApplication.processEvents()


def ink(table: TransactionsTable, row: int, column: Column) -> set[str]:
    """The colours that a cell is drawn in."""
    cell = table.visualRect(table.model().index(row, column))
    image = table.viewport().grab(cell).toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("width", [420, 560, 640, 900])
def test_every_column_is_in_sight_without_scrolling(
    table: TransactionsTable, listing: Listing, width: int
) -> None:
    listing.show(numbers(200))
    table.resize(width, 480)
    QGuiApplication.processEvents()
    assert table.horizontalScrollBar().maximum() == 0
    amount = table.visualRect(listing.model.index(0, Column.AMOUNT))
    assert table.viewport().rect().contains(amount.center())
    assert amount.width() >= table.fontMetrics().horizontalAdvance("\u2212$12,345.67")


def test_rows_that_come_in_above_do_not_move_what_is_looked_at(
    table: TransactionsTable, listing: Listing
) -> None:
    listing.show(numbers(200))
    see(table, listing)
    table.verticalScrollBar().setValue(50)
    looked_at = top(table, listing)
    assert looked_at == 150
    table.take_in(listed(numbers(230, 30)))
    assert top(table, listing) == looked_at
    table.verticalScrollBar().setValue(0)
    table.take_in(listed(numbers(240, 30)))
    assert top(table, listing) == 240  # at the top, the news are seen


@pytest.mark.parametrize("length", [200, MILLION])
def test_selection_and_keyboard_stay_with_their_rows(
    table: TransactionsTable, listing: Listing, length: int
) -> None:
    old = long_list(length)
    listing.model.show_list(Listed(others=old.others[:-1]), Order())
    table.go_to(5)
    press(table, Key.Key_Down, Modifier.ShiftModifier)
    see(table, listing)
    before = table.selection
    assert before.count == 2
    assert before.current is not None
    table.take_in(Listed(others=old.others[2:4] + old.others[5:]))
    see(table, listing)
    assert table.selection.ids == before.ids
    assert table.selection.current == before.current
    assert listing.model.id_at(table.currentIndex().row()) == before.current.id


def test_what_is_being_typed_stays_whatever_comes_in(table: TransactionsTable, listing: Listing) -> None:
    old = long_list(MILLION)
    listing.model.show_list(old, Order())
    see(table, listing)
    table.setCurrentIndex(listing.model.index(8, Column.NOTE))
    press(table, Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("half a thought")
    edited = listing.model.id_at(8)
    table.take_in(Listed(others=old.others[3:]))  # one stretch: row by row
    assert table.is_editing
    scattered = Listed(others=old.others[3:600:2] + old.others[600:])
    table.take_in(scattered)  # too many at once: later
    assert table.is_editing
    assert editor.text() == "half a thought"
    QTest.keyClick(editor, Key.Key_Return)
    see(table, listing)
    assert edited is not None
    assert listing.shelf.edited[edited].note == "half a thought"
    assert listing.model.listed == scattered


def test_home_end_pages_and_arrows_go_through_a_million_rows(
    table: TransactionsTable, listing: Listing
) -> None:
    listing.model.show_list(long_list(MILLION), Order())
    table.begin()
    see(table, listing)
    assert table.currentIndex().row() == 0
    for key, row in (
        (Key.Key_End, MILLION - 1),
        (Key.Key_Up, MILLION - 2),
        (Key.Key_Home, 0),
        (Key.Key_Down, 1),
    ):
        press(table, key)
        assert table.currentIndex().row() == row
        assert table.selection.count == 1
    press(table, Key.Key_PageDown)
    assert 5 < table.currentIndex().row() < 40


def test_all_of_a_million_rows_are_selected_at_once(table: TransactionsTable, listing: Listing) -> None:
    told: list[Selection] = []
    table.selection_changed.connect(told.append)
    listing.model.show_list(long_list(MILLION), Order())
    table.begin()
    see(table, listing)
    press(table, Key.Key_A, Modifier.ControlModifier)
    see(table, listing)
    assert (told[-1].count, told[-1].ids, told[-1].ranges) == (MILLION, (), ((0, MILLION - 1),))
    press(table, Key.Key_Escape)
    assert told[-1].count == 1
    press(table, Key.Key_End, Modifier.ShiftModifier)
    assert told[-1].count == MILLION


def test_escape_leaves_where_only_one_row_is_selected(table: TransactionsTable, listing: Listing) -> None:
    left: list[bool] = []
    table.left.connect(lambda: left.append(True))
    listing.show(numbers(5))
    table.begin()
    press(table, Key.Key_Escape)
    assert left == [True]


def test_the_heading_of_pending_rows_is_gone_to_and_folds_them(
    table: TransactionsTable, listing: Listing
) -> None:
    listing.show(numbers(30), pending=[900_002, 900_001])
    listing.model.show_pending_total(Total(2, (Money(-16_824, "USD"),)))
    table.begin()
    see(table, listing)
    assert table.currentIndex().row() == 1
    press(table, Key.Key_A, Modifier.ControlModifier)
    assert table.selection.count == 32  # headings are no rows
    assert table.selection.ids[:3] == (900_002, 900_001, 30)
    press(table, Key.Key_Escape)
    press(table, Key.Key_Up)
    assert table.currentIndex().row() == 0
    assert table.selection == NOTHING
    for key, count in ((Key.Key_Space, 32), (Key.Key_Right, 34)):
        press(table, key)
        assert listing.model.rowCount() == count
    place = table.visualRect(listing.model.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(place))
    assert listing.model.rowCount() == 32
    assert table.show_row(make(900_001))
    assert listing.model.rowCount() == 34
    assert listing.model.id_at(table.currentIndex().row()) == 900_001


def test_rows_are_text_with_their_columns() -> None:
    reading = Reading(QLocale("en_US"), lambda: TODAY)
    rows = [transaction(2, note="one\ttwo\nthree"), transaction(1)]
    assert table_text(rows, (Column.DATE, Column.PAYEE, Column.NOTE, Column.AMOUNT), reading) == (
        "Today\tGreen Market\tone two three\t\u2212$84.12\nToday\tGreen Market\t\t\u2212$84.12"
    )


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_a_cell_is_changed_by_keyboard(table: TransactionsTable, listing: Listing, key: Qt.Key) -> None:
    table.offer(lambda column: ["Gifts", "Groceries"] if column is Column.CATEGORY else [])
    listing.show(numbers(2))
    table.setCurrentIndex(listing.model.index(0, Column.CATEGORY))
    press(table, key)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Category of Green Market"
    assert editor.text() == "Groceries"
    assert editor.completer() is not None
    editor.setText("Gifts")
    table.commit_edit()
    listing.bridge.run()
    assert [row.category for row in listing.shelf.edited.values()] == ["Gifts"]


def test_a_field_whose_column_is_hidden_is_shown_to_be_typed_into(
    table: TransactionsTable, listing: Listing
) -> None:
    listing.show(numbers(3))
    table.go_to(1)
    table.edit_field(Column.TAGS)
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Tags of Green Market"
    assert editor.isVisible()
    editor.setText("trip")
    table.commit_edit()
    listing.bridge.run()
    assert [row.tags for row in listing.shelf.edited.values()] == [("trip",)]


def test_a_field_that_there_is_no_room_for_is_typed_into_in_the_details(
    table: TransactionsTable, listing: Listing
) -> None:
    opened: list[bool] = []
    table.opened.connect(lambda: opened.append(True))
    listing.show(numbers(3))
    table.resize(420, 480)
    QGuiApplication.processEvents()
    table.go_to(1)
    table.edit_field(Column.TAGS)
    assert opened == [True]
    assert not table.is_editing
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(900, 480)
    QGuiApplication.processEvents()
    assert not table.isColumnHidden(Column.TAGS)


def test_tab_goes_on_to_the_next_cell_that_can_be_typed_into(
    table: TransactionsTable, listing: Listing
) -> None:
    listing.show(numbers(3))
    table.setCurrentIndex(listing.model.index(0, Column.CATEGORY))
    press(table, Key.Key_F2)
    for typed, column in (("Gifts", Column.NOTE), ("for Ana", Column.PAYEE)):
        editor = table.indexWidget(table.currentIndex())
        assert isinstance(editor, QLineEdit)
        editor.setText(typed)
        QTest.keyClick(editor, Key.Key_Tab)
        QGuiApplication.processEvents()
        assert table.currentIndex().column() == column
        assert table.is_editing
    assert table.currentIndex().row() == 1  # behind the last cell of a row comes the next row
    listing.bridge.run()
    (row,) = listing.shelf.edited.values()
    assert (row.category, row.note) == ("Gifts", "for Ana")


def test_a_cell_that_is_the_banks_leads_to_the_details(table: TransactionsTable, listing: Listing) -> None:
    opened: list[bool] = []
    table.opened.connect(lambda: opened.append(True))
    listing.show(numbers(2))
    table.setCurrentIndex(listing.model.index(0, Column.AMOUNT))
    press(table, Key.Key_Return)
    assert table.findChild(QLineEdit) is None
    assert opened == [True]


def test_the_menu_of_a_row_says_what_can_be_done_to_it(table: TransactionsTable, listing: Listing) -> None:
    asked: list[str] = []
    orders: list[Order] = []
    ways = Ways(
        table,
        listing.desk,
        Reading(QLocale("en_US"), lambda: TODAY),
        lambda: None,
        asked.append,
        orders.append,
    )
    plain, named = (row_menu(row, ways) for row in (transaction(2), transaction(1, payee="Ana's shop")))
    words = [[each.text() for each in menu.actions() if each.text()] for menu in (plain, named)]
    assert words[0] == [
        "Change the payee",
        "Change the category",
        "Change the note",
        "Change the tags",
        "Hide from sums",
        "Mark as reviewed",
        "All of this payee",
        "All of this category",
        "Copy",
        "Copy as a sentence",
        "Sort by",
        "Columns",
    ]
    assert set(words[1]) - set(words[0]) == {"Use the bank's name again"}
    actions = {each.text(): each for each in named.actions()}
    for word in ("Use the bank's name again", "Hide from sums", "All of this payee", "Copy as a sentence"):
        actions[word].trigger()
    assert asked == ['payee:"Ana\'s shop"']
    assert QGuiApplication.clipboard().text().startswith("Monday, November 24, 2025, Ana's shop, ")
    sorting = actions["Sort by"].menu()
    assert isinstance(sorting, QMenu)
    sorting.actions()[-1].trigger()
    assert orders == [Order(SortKey.AMOUNT, descending=False)]
    listing.bridge.run()
    (row,) = listing.shelf.edited.values()
    assert (row.payee, row.hidden) == (None, True)


def test_a_header_sorts_hides_and_remembers(table: TransactionsTable, icons: Icons, listing: Listing) -> None:
    wanted: list[Order] = []
    table.header.order_requested.connect(wanted.append)
    listing.show(numbers(5))
    for column in (Column.DATE, Column.PAYEE, Column.AMOUNT, Column.NOTE):
        table.header.sectionClicked.emit(column)
    assert wanted == [
        Order(SortKey.DATE, descending=False),
        Order(SortKey.PAYEE, descending=False),
        Order(SortKey.AMOUNT, descending=True),
    ]
    assert table.header.columns().isEmpty()
    tags = next(each for each in table.header.menu().actions() if each.text() == "Tags")
    assert not tags.isChecked()
    tags.trigger()
    assert not table.isColumnHidden(Column.TAGS)
    table.setColumnWidth(Column.PAYEE, 221)
    kept = table.header.columns()
    other = TransactionsTable(listing.model, icons)
    other.header.arrange(kept)
    assert not other.isColumnHidden(Column.TAGS)
    assert other.columnWidth(Column.PAYEE) == 221
    delete(other)


def test_what_is_pending_and_what_comes_in_look_apart_in_light_and_dark(
    table: TransactionsTable, listing: Listing, dressed: Theme
) -> None:
    listing.show([3, 1], pending=[900_001])
    for appearance, colours in ((Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)):
        dressed.choose(appearance)
        see(table, listing)
        drawn = [ink(table, row, Column.AMOUNT) for row in (1, 3, 4)]
        for inks, colour in zip(drawn, (colours.secondary, colours.income, colours.text), strict=True):
            assert colour in inks
