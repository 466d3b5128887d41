"""The search line: typed, completed and chosen; its text, its chips and its filters say the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.domain.ids import AccountId
from budgetsync.domain.query import Flag, parse_query
from budgetsync.domain.query.rewriting import Group
from budgetsync.domain.query.vocabulary import AccountWord, Vocabulary
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.search import choices
from tests.ui.conftest import Run
from tests.ui.program import BANKS, open_program
from tests.ui.samples import until
from tests.ui.search_stage import later_batch, search_stage


def test_letters_search_and_the_last_word_counts(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            seen.type("coffee")
            await seen.settle(lambda: bool(seen.searched))
            assert seen.searched == ["coffee"]  # not one search for each letter
            seen.press(Qt.Key.Key_Escape)  # the offers
            seen.press(Qt.Key.Key_Escape)
            assert seen.searched == ["coffee", ""]
            seen.press(Qt.Key.Key_Escape)
            assert seen.left == [True]

    assert dressed
    run(scenario())


def test_offers_are_taken_by_the_keyboard(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            seen.type("cat")
            assert seen.offered == ["category:", "is:uncategorized"]
            seen.press(Qt.Key.Key_Tab)
            assert seen.line.text == "category:"
            assert "Food and drink" in seen.offered
            seen.type("foo")
            assert seen.offered == ["Food and drink"]
            seen.press(Qt.Key.Key_Down)
            seen.press(Qt.Key.Key_Return)
            assert seen.line.text == 'category:"Food and drink"'
            assert seen.chips == ["Category: Food and drink"]
            await seen.settle(lambda: seen.searched[-1:] == [seen.line.text])
            seen.press(Qt.Key.Key_Down)  # nothing is offered: on to the rows
            assert seen.left == [True]

    assert dressed
    run(scenario())


def test_tab_takes_only_what_goes_on_from_what_was_typed(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            seen.type("coffee")
            assert seen.offered == ["Coffee", "Blue Bottle Coffee"]
            seen.press(Qt.Key.Key_Tab)
            assert seen.line.text == "coffee"
            assert seen.window.focusWidget() is seen.line.filter_button
            assert seen.offered == []

    assert dressed
    run(scenario())


def test_what_is_not_understood_is_underlined_and_said(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            seen.type("tea since:soon")
            assert seen.line.field.underlined == []  # it may become something yet
            assert not seen.line.hint.isVisible()
            seen.press(Qt.Key.Key_Return)
            assert seen.line.field.underlined == ["since:soon"]
            assert "since:soon" in seen.line.hint.text()
            assert "2026-01-31" in seen.line.hint.text()
            assert seen.line.field.accessibleDescription() == seen.line.hint.text()
            for _ in "soon":
                seen.press(Qt.Key.Key_Backspace)
            seen.type("2026")
            assert seen.line.field.underlined == []
            assert not seen.line.hint.isVisible()
            assert seen.chips == ["From Jan 1, 2026 on"]

    assert dressed
    run(scenario())


def test_chips_are_read_from_the_text_and_taken_out_of_it(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            seen.line.show_query("coffee >20 -account:savings tea on:2026-05 is:pending")
            assert seen.searched == []  # whoever showed it lists its rows
            assert seen.chips == ["More than 20", "not Account: Savings", "May 2026", "Pending"]
            seen.line.chips[1].click()
            await seen.settle(lambda: bool(seen.searched))
            assert seen.searched == ["coffee >20 tea on:2026-05 is:pending"]
            assert seen.chips == ["More than 20", "May 2026", "Pending"]
            assert seen.line.filter_button.text() == "Filters (3)"

    assert dressed
    run(scenario())


def test_filters_write_the_search_and_are_read_back(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            filters = seen.line.filters
            seen.type("coffee")
            seen.line.filter_button.click()
            assert filters.isVisible()
            account = filters.choices[Group.ACCOUNT]
            account.setCurrentIndex(account.findText("Savings"))
            account.activated.emit(account.currentIndex())
            assert seen.line.text == 'coffee account:"savings"'
            filters.amount.low.setText("5")
            filters.amount.low.editingFinished.emit()
            filters.amount.high.setText("2.50")
            filters.amount.high.editingFinished.emit()
            assert seen.line.text == 'coffee account:"savings" =2.50..5'
            filters.days.choice.setCurrentIndex(filters.days.choice.findText("Last month"))
            filters.days.choice.activated.emit(filters.days.choice.currentIndex())
            filters.marks[Flag.EDITED].toggle()
            assert seen.line.text == 'coffee account:"savings" =2.50..5 on:last-month is:edited'

            seen.line.field.setText("coffee category:coffee since:2026-06-02 -is:edited >7")
            assert account.currentText() == "Any account"
            assert filters.choices[Group.CATEGORY].currentText() == "Category: coffee"
            assert (filters.amount.low.text(), filters.amount.high.text()) == ("7", "")
            assert filters.days.choice.currentText() == "Days of your own"
            assert filters.days.first.day.isoformat() == "2026-06-02"
            assert not filters.marks[Flag.EDITED].isChecked()
            filters.amount.direction.setCurrentIndex(1)
            filters.amount.direction.activated.emit(1)
            assert seen.line.text.endswith(">-7")  # what was "more than" stays so
            filters.clear_button.click()
            assert seen.line.text == "coffee"
            filters.close()

    assert dressed
    run(scenario())


def test_what_can_be_chosen_is_written_as_it_is_read_back() -> None:
    known = Vocabulary(
        accounts=(
            AccountWord(AccountId(1), "Joint Chécking (2)", "", None, is_unique=True),
            AccountWord(AccountId(2), "A", "B", None, is_unique=False),
            AccountWord(AccountId(3), "***", "B", None, is_unique=True),
        ),
        categories=('Food, "fine"', "Groceries"),
        tags=("tax 2026", "é"),
        sources=("plaid", "simple-fin"),
    )
    entries = [
        *choices.account_entries(known),
        *choices.category_entries(known),
        *choices.tag_entries(known),
        *choices.source_entries(known),
        *choices.state_entries(),
    ]
    for _, text in entries:
        assert str(parse_query(text, date(2026, 6, 15))) == text


def test_what_is_new_is_counted_and_one_press_away(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            assert not seen.line.new_chip.isVisible()
            await seen.core.mark_looked()
            seen.sync(later_batch())
            await seen.settle(lambda: seen.news.count == 3)
            assert seen.line.new_chip.text() == "3 new since you last looked"
            seen.line.new_chip.toggle()
            assert seen.line.text == "is:new"
            assert seen.line.new_chip.isChecked()
            assert {row.merchant for row in (await seen.core.search(seen.line.text)).rows} == {"New Shop"}
            seen.news.mark_looked()
            await seen.settle(lambda: seen.news.count == 0)
            assert seen.line.new_chip.isVisible()  # it is what is asked for
            seen.line.new_chip.click()
            assert (seen.line.text, seen.line.new_chip.isVisible()) == ("", False)

    assert dressed
    run(scenario())


def test_earlier_searches_come_back(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            for text in ("coffee", "tea >5"):
                seen.type(text)
                seen.press(Qt.Key.Key_Return)
                seen.line.field.clear()
            seen.press(Qt.Key.Key_Down)
            assert seen.offered == ["tea >5", "coffee"]
            seen.press(Qt.Key.Key_Down)
            seen.press(Qt.Key.Key_Down)
            seen.press(Qt.Key.Key_Return)
            assert seen.line.text == "coffee"
            assert seen.offered == []
            seen.line.field.undo()
            assert seen.line.text == ""

    assert dressed
    run(scenario())


def test_a_ledger_without_rows_has_filters_too(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path, empty=True) as seen:
            seen.type("pend")
            assert seen.offered == ["is:pending"]
            seen.line.filter_button.click()
            assert seen.line.filters.choices[Group.ACCOUNT].count() == 1
            assert not seen.line.new_chip.isVisible()
            seen.line.filters.close()

    assert dressed
    run(scenario())


def test_a_long_text_that_is_pasted_does_not_hold_the_window_up(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with search_stage(tmp_path) as seen:
            seen.line.field.insert("tag:x >5 *** " * 400)
            assert len(seen.chips) == 24
            assert seen.line.filter_button.text() == "Filters (800)"
            await seen.settle(lambda: bool(seen.searched))
            seen.press(Qt.Key.Key_Return)
            assert seen.line.hint.text().count("\n") == 0  # said once

    assert dressed
    run(scenario())


def test_the_search_begins_from_every_page_and_what_was_looked_at_is_no_longer_new(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.connect(BANKS[0])
            await program.core.mark_looked()
            await program.sync()
            button = window.sidebar.buttons[Page.TRANSACTIONS]
            await until(lambda: window.news.count > 10, window.news.count_changed)
            assert button.accessibleName() == f"Transactions, {window.news.count} new"
            window.show_page(Page.PROBLEMS)
            window.activateWindow()
            assert window.edit_menu.find.shortcut().toString() == "Ctrl+F"
            window.edit_menu.find.trigger()
            assert window.stack.current is Page.TRANSACTIONS
            search = window.transactions.search
            assert window.focusWidget() is search.field
            QTest.keyClicks(search.field, "is:pending")
            await program.settle(lambda: window.transactions.query == "is:pending")
            rows = (await program.core.search("is:pending")).rows
            await program.settle(lambda: window.transactions.model.rowCount() >= len(rows) > 0)
            window.show_page(Page.OVERVIEW)
            await until(lambda: window.news.count == 0, window.news.count_changed)
            assert button.accessibleName() == "Transactions"
            window.show_page(Page.TRANSACTIONS)
            assert search.text == "is:pending"

    assert dressed
    run(scenario())
