"""The table of the newest transactions: fits, stays where it is looked at, is copied and typed into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu

from budgetsync.domain.ids import AccountId
from budgetsync.domain.overview import Overview
from budgetsync.domain.transaction import TransactionState
from budgetsync.ui.colours import DARK, LIGHT
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.transactions import Column, Edit, TransactionsModel
from budgetsync.ui.theme import Appearance, Theme
from budgetsync.ui.transactions_panel import TransactionsPanel
from tests.ui.samples import TODAY, delete, three, transaction


@pytest.fixture
def model(english: QLocale) -> TransactionsModel:
    return TransactionsModel(english, lambda: TODAY)


@pytest.fixture
def panel(model: TransactionsModel, icons: Icons, dressed: Theme) -> Iterator[TransactionsPanel]:
    dressed.choose(Appearance.LIGHT)
    made = TransactionsPanel(model, icons)
    made.resize(640, 480)
    made.show()
    yield made
    made.close()
    delete(made)


def load(model: TransactionsModel, first: int, last: int) -> None:
    model.load([transaction(number) for number in range(first, last, -1)], model.begin_load())


def ink(panel: TransactionsPanel, row: int, column: Column) -> set[str]:
    """The colours that a cell is drawn in."""
    table = panel.table
    cell = table.visualRect(table.model().index(row, column))
    image = table.viewport().grab(cell).toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_without_transactions_it_says_when_they_come(
    panel: TransactionsPanel, model: TransactionsModel
) -> None:
    seen = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No transactions yet.") for text in seen)
    load(model, 3, 0)
    assert panel.table.isVisible()
    load(model, 0, 0)
    assert not panel.table.isVisible()


def test_every_column_is_in_sight_without_scrolling(
    panel: TransactionsPanel, model: TransactionsModel
) -> None:
    load(model, 200, 0)
    for width in (560, 612, 640, 900):
        panel.resize(width, 480)
        QGuiApplication.processEvents()
        table = panel.table
        assert table.horizontalScrollBar().maximum() == 0
        amount = table.visualRect(model.index(0, Column.AMOUNT))
        assert table.viewport().rect().contains(amount.center())
        assert amount.width() >= table.fontMetrics().horizontalAdvance("\u2212$12,345.67")


def test_rows_that_come_in_above_do_not_move_what_is_looked_at(
    panel: TransactionsPanel, model: TransactionsModel
) -> None:
    load(model, 200, 0)
    panel.table.verticalScrollBar().setValue(50)
    looked_at = model.transaction(model.index(panel.table.rowAt(0), 0)).id
    load(model, 230, 30)
    assert model.transaction(model.index(panel.table.rowAt(0), 0)).id == looked_at


def test_at_the_top_the_news_are_seen(panel: TransactionsPanel, model: TransactionsModel) -> None:
    load(model, 200, 0)
    load(model, 210, 10)
    assert panel.table.rowAt(0) == 0


def test_a_selection_stays_with_its_row(panel: TransactionsPanel, model: TransactionsModel) -> None:
    load(model, 200, 0)
    panel.table.setCurrentIndex(model.index(5, Column.PAYEE))
    chosen = model.transaction(panel.table.currentIndex()).id
    load(model, 210, 10)
    assert panel.table.currentIndex().row() == 15
    assert model.transaction(panel.table.currentIndex()).id == chosen


def test_rows_are_copied_with_their_columns(panel: TransactionsPanel, model: TransactionsModel) -> None:
    load(model, 2, 0)
    panel.table.selectAll()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    row = "Today\tGreen Market\tGroceries\t\tEveryday Checking\t\t\u2212$84.12"
    assert QGuiApplication.clipboard().text() == f"{row}\n{row}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_cell_is_changed_by_keyboard(
    panel: TransactionsPanel, model: TransactionsModel, key: Qt.Key
) -> None:
    load(model, 2, 0)
    panel.table.setCurrentIndex(model.index(0, Column.CATEGORY))
    QTest.keyClick(panel.table, key)
    editor = panel.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Category of Green Market"
    assert editor.text() == "Groceries"
    assert editor.completer() is not None
    asked: list[Edit] = []
    model.edited.connect(asked.append)
    editor.setText("Gifts")
    panel.table.commit_edit()
    assert [edit.value for edit in asked] == ["Gifts"]


def test_a_cell_that_is_the_banks_is_not_changed(panel: TransactionsPanel, model: TransactionsModel) -> None:
    load(model, 2, 0)
    panel.table.setCurrentIndex(model.index(0, Column.AMOUNT))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.table.findChild(QLineEdit) is None


def test_the_menu_of_a_row_gives_the_banks_name_back(
    panel: TransactionsPanel, model: TransactionsModel
) -> None:
    model.load([transaction(2), transaction(1, payee="Ana's shop")], model.begin_load())
    words = [menu_words(panel, model, row) for row in (0, 1)]
    back = "Use the bank's name again"
    assert words[0] == ["Change the payee", "Change the category", "Change the note", "Copy"]
    assert set(words[1]) - set(words[0]) == {back}
    action = next(each for each in panel.table.findChildren(QAction) if each.text() == back)
    action.trigger()
    assert model.index(1, Column.PAYEE).data() == "Green Market"


def menu_words(panel: TransactionsPanel, model: TransactionsModel, row: int) -> list[str]:
    place = panel.table.visualRect(model.index(row, Column.PAYEE)).center()
    before = set(panel.table.findChildren(QMenu))
    panel.table.customContextMenuRequested.emit(QPoint(place))
    (menu,) = set(panel.table.findChildren(QMenu)) - before
    words = [each.text() for each in menu.actions() if not each.isSeparator()]
    menu.hide()
    return words


def test_the_choice_of_account_stays_while_accounts_come_and_go(panel: TransactionsPanel) -> None:
    choice = panel.account_choice
    assert not choice.isEnabled()
    panel.show_accounts(three())
    assert choice.count() == 7
    choice.setCurrentIndex(choice.findData(AccountId(20)))
    panel.show_accounts(Overview(three().items[1:]))
    assert choice.currentData() == AccountId(20)
    panel.show_accounts(Overview(three().items[:1]))
    assert choice.currentData() is None


def test_what_is_pending_and_what_comes_in_look_apart_in_light_and_dark(
    panel: TransactionsPanel, model: TransactionsModel, dressed: Theme
) -> None:
    rows = [
        transaction(3, state=TransactionState.PENDING),
        transaction(2, minor=312_000),
        transaction(1),
    ]
    model.load(rows, model.begin_load())
    for appearance, colours in ((Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)):
        dressed.choose(appearance)
        drawn = [ink(panel, row, Column.AMOUNT) for row in range(3)]
        for inks, colour in zip(drawn, (colours.secondary, colours.income, colours.text), strict=True):
            assert colour in inks
