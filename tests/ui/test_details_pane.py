"""Everything about one row beside the table: seen, changed, kept while a sync changes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from budgetsync.domain.details import Details
from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Split, TransactionState
from budgetsync.store.edits import edit
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.details.history_tab import HistoryTab
from budgetsync.ui.transactions.details.pane import Tab
from budgetsync.ui.transactions.details.sources_tab import SourcesTab
from budgetsync.ui.transactions.selection import Selection
from tests.ui.conftest import Run
from tests.ui.details_stage import Stage, stage
from tests.unit.domain.builders import batch, key, observation, page, pending, snapshot
from tests.unit.store.ledger_file import NOW

RAW = b'\x00{"iban": "DE89370400440532013000"}'


def test_a_field_is_changed_where_it_stands(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")])) as seen:
            await seen.choose(1)
            fields = seen.row_tab.fields
            QTest.keyClicks(fields.payee, "Corner Cafe")
            QTest.keyClick(fields.payee, Qt.Key.Key_Return)
            assert seen.pane.row is not None
            assert seen.pane.row.payee == "Corner Cafe"  # at once
            await seen.settle_row(lambda row: row.payee == "Corner Cafe")
            assert fields.banks_payee.isVisible()
            fields.banks_payee.click()
            await seen.settle_row(lambda row: row.payee is None)
            assert fields.payee.text() == ""
            assert fields.payee.placeholderText() == "Coffee"
            for box in (fields.reviewed, fields.hidden):
                box.toggle()  # as a screen reader does
            await seen.settle_row(lambda row: row.reviewed and row.hidden)

    assert dressed
    run(scenario())


def test_what_is_being_typed_stays_when_a_sync_changes_the_row(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([pending("p")])) as seen:
            await seen.choose(1)
            note = seen.row_tab.fields.note
            note.setFocus()
            QTest.keyClicks(note, "with An")
            seen.sync(batch([observation("q", minor=-520, on=1, link="p")], removed=[key("p")]))
            await seen.settle_row(lambda row: row.amount.minor == -520)
            assert note.text() == "with An"
            QTest.keyClicks(note, "n")
            QTest.keyClick(note, Qt.Key.Key_Return)
            await seen.settle_row(lambda row: row.note == "with Ann")

    assert dressed
    run(scenario())


def test_the_sources_say_why_the_row_is_there(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        batches = (
            batch([pending("p")]),
            batch([observation("q", on=1, link="p", payload=RAW)], removed=[key("p")]),
        )
        async with stage(tmp_path, *batches) as seen:
            await seen.choose(1)
            seen.pane.tabs.setCurrentIndex(Tab.SOURCES)
            sources = seen.pane.tab(Tab.SOURCES)
            assert isinstance(sources, SourcesTab)
            said = [label.text() for label in sources.findChildren(QLabel)]
            assert "The row began with it." in said
            assert "The bank says that it is the same purchase, now booked." in said
            raw, again = sources.findChildren(QPlainTextEdit)
            press(sources, "Raw data", 1)
            await seen.settle_with(again.isVisible, sources.raw_shown)
            assert '"iban": "••3000"' in again.toPlainText()
            assert raw.isHidden()
            press(sources, "Show the sync", 1)
            assert seen.runs == [2]
            press(sources, "Take them apart")
            await seen.settle(lambda: bool(seen.told))
            assert [row.amount.minor for row in await seen.rows(1, 2)] == [-450, -450]

    assert dressed
    run(scenario())


def test_the_history_names_who_and_undoes_what_the_person_did(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")])) as seen:
            seen.ledger.edit(1, "category", "Treats")
            await seen.choose(1)
            seen.pane.tabs.setCurrentIndex(Tab.HISTORY)
            history = seen.pane.tab(Tab.HISTORY)
            assert isinstance(history, HistoryTab)
            assert [history.model.entry_at(row).title for row in range(2)] == [
                "Category: Treats",
                "Came into the ledger",
            ]
            assert not history.run_button.isVisible()
            QTest.keyClick(history.entries, Qt.Key.Key_Return)
            QTest.keyClick(history.undo_button, Qt.Key.Key_Space)
            await seen.settle_row(lambda row: row.category == "Coffee")
            await seen.settle(lambda: history.model.rowCount() == 3)
            assert history.model.entry_at(1).mark == "undone"
            QTest.keyClick(history.entries, Qt.Key.Key_End)
            history.run_button.click()
            assert seen.runs == [1]

    assert dressed
    run(scenario())


def test_a_row_is_split_by_keyboard_and_made_one_part_again(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a", minor=-9_000)])) as seen:
            await seen.choose(1)
            split = seen.row_tab.split
            QTest.keyClick(split.edit_button, Qt.Key.Key_Space)
            first = split.lines.stops[0]
            QTest.keyClicks(first, "50")
            assert split.lines.spread.parts == (-5_000, -4_000)
            split.add_button.click()
            assert not split.save_button.isEnabled()
            QTest.keyClicks(split.lines.stops[4], "30.5")
            assert split.save_button.isEnabled()
            QTest.keyClicks(split.lines.stops[5], "Garden")
            QTest.keyClick(split.lines.stops[5], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            await seen.settle_row(lambda row: len(row.splits) == 3)
            assert (await seen.row()).splits == (
                Split(-5_000, "Coffee"),
                Split(-3_050, "Garden"),
                Split(-950, None),
            )
            split.begin()
            QTest.keyClick(split.lines.stops[3], Qt.Key.Key_Space)
            assert [stop.text() for stop in split.lines.stops[::4]] == ["30.50", "9.50"]  # type: ignore[attr-defined]
            split.give_up()
            split.whole_button.click()
            await seen.settle_row(lambda row: not row.splits)

    assert dressed
    run(scenario())


def test_a_split_is_given_up_by_escape_and_stays_while_the_bank_changes_the_amount(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([pending("p")])) as seen:
            await seen.choose(1)
            split = seen.row_tab.split
            split.begin()
            QTest.keyClicks(split.lines.stops[0], "4")
            seen.sync(batch([observation("q", minor=-520, on=1, link="p")], removed=[key("p")]))
            await seen.settle_row(lambda row: row.amount.minor == -520)
            assert split.is_open
            assert split.lines.spread.parts == (-400, -120)
            QTest.keyClick(split.lines.stops[0], Qt.Key.Key_Escape)
            assert split.edit_button.isVisible()
            assert not (await seen.row()).splits

    assert dressed
    run(scenario())


def test_a_row_is_merged_with_the_likeliest_of_its_account(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        rows = [observation("a"), observation("b", minor=-460, on=3), observation("c", on=1)]
        async with stage(tmp_path, batch(rows)) as seen:
            await seen.choose(1)
            merge = seen.row_tab.merge
            merge.open_button.click()
            await seen.settle_with(merge.merge_button.isVisible, merge.opened)
            assert len(merge.choices) == 2
            assert merge.choices[0].isChecked()
            QTest.keyClick(merge.choices[0], Qt.Key.Key_Down)
            assert merge.choices[1].isChecked()
            merge.merge_button.click()
            await seen.settle(lambda: len(details_of(seen).history.observations) == 2)
            assert [row.amount.minor for row in await seen.rows(1)] == [-460]
            await seen.choose(2)
            assert not seen.row_tab.fields.isEnabled()

    assert dressed
    run(scenario())


def test_what_the_bank_says_now_is_taken_or_put_away(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([pending("p")])) as seen:
            moved = Edit(date=date(2026, 6, 1), payee="Cafe")
            seen.ledger.database.run_now(lambda db: edit(db, [TransactionId(1)], moved, NOW))
            later = observation("q", on=1, link="p", merchant="Coffee House")
            seen.ledger.sync(batch([later], removed=[key("p")]))
            await seen.choose(1)
            questions = seen.row_tab.questions
            assert set((await seen.row()).bank_says) == {"date", "payee"}
            press(questions, "Keep mine", 1)
            await seen.settle_row(lambda row: set(row.bank_says) == {"date"})
            press(questions, "Take the bank's")
            await seen.settle_row(lambda row: not row.bank_says)
            row = await seen.row()
            assert (row.payee, row.transacted_on) == ("Cafe", date(2026, 6, 16))
            assert not questions.isVisible()

    assert dressed
    run(scenario())


def test_a_suggested_match_is_answered_where_the_row_is_seen(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([pending("p")])) as seen:
            later = [observation("q", minor=-520, on=1), observation("r", minor=-530, on=1)]
            seen.ledger.sync(batch(later, removed=[key("p")]))
            (first, second) = (await seen.core.review()).suggestions
            await seen.choose(first.second.id)
            press(seen.row_tab.questions, "They are two")
            await seen.settle(lambda: not details_of(seen).suggestions)
            await seen.choose(second.second.id)
            press(seen.row_tab.questions, "They are one")
            await seen.settle(lambda: bool(seen.told[1:]))
            assert (await seen.row(first.first.id)).amount == second.second.amount

    assert dressed
    run(scenario())


def test_a_row_that_the_bank_took_back_is_restored(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")])) as seen:
            seen.ledger.edit(1, "note", "mine")
            seen.ledger.sync(batch(removed=[key("a")]))
            await seen.choose(1)
            press(seen.row_tab.questions, "Restore it")
            await seen.settle_row(lambda row: row.state is TransactionState.POSTED)

    assert dressed
    run(scenario())


def test_tags_come_and_go_by_keyboard(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")])) as seen:
            await seen.choose(1)
            tags = seen.row_tab.fields.tags
            QTest.keyClicks(tags.line, "work,trip")
            QTest.keyClick(tags.line, Qt.Key.Key_Return)
            await seen.settle_row(lambda row: row.tags == ("trip", "work"))
            QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
            await seen.settle_row(lambda row: row.tags == ("trip",))
            tags.chips[0].click()
            await seen.settle_row(lambda row: not row.tags)

    assert dressed
    run(scenario())


def test_a_day_is_typed_or_stepped_and_what_is_none_is_said(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")]), locale="de_DE") as seen:
            await seen.choose(1)
            line = seen.row_tab.fields.day
            assert line.text() == "15.06.2026"
            QTest.keyClick(line, Qt.Key.Key_Up)
            QTest.keyClick(line, Qt.Key.Key_Return)
            await seen.settle_row(lambda row: row.transacted_on == date(2026, 6, 16))
            line.setText("tomorrow")
            QTest.keyClick(line, Qt.Key.Key_Return)
            assert line.text() == "16.06.2026"
            seen.row_tab.fields.banks_day.click()
            await seen.settle_row(lambda row: row.transacted_on == date(2026, 6, 15))

    assert dressed
    run(scenario())


def test_several_rows_are_summed_up_and_two_are_compared(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        out = observation("out", minor=-5_000)
        into = observation("in", minor=5_000, account="acc-2", on=1)
        rows = [out, into, observation("euro", minor=-100, currency="EUR", account="acc-3")]
        accounts = [snapshot(name) for name in ("acc-1", "acc-2", "acc-3")]
        async with stage(tmp_path, SyncBatch("", [page(rows, accounts=accounts)])) as seen:
            await seen.choose(1, 2, 3)
            several = await seen.several()
            assert [fact.text for fact in several.facts] == [
                "\N{MINUS SIGN}€1.00",
                "$0.00",
                "Today \N{EN DASH} Jun 16, 2026",
                "3",
            ]
            assert not several.merge_button.isVisible()
            await seen.choose(2, 1)
            several = await seen.several()
            assert several.pair_button.isVisible()
            several.pair_button.click()
            await seen.settle(lambda: bool(seen.told))
            await seen.choose(2)
            transfer = seen.row_tab.transfer
            transfer.show_button.click()
            assert seen.asked == [1]
            transfer.part_button.click()
            await seen.settle_row(lambda row: row.transfer is None)

    assert dressed
    run(scenario())


def test_a_pane_that_is_not_seen_loads_nothing(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")])) as seen:
            seen.pane.hide()
            row = await seen.row()
            seen.pane.show_selection(Selection(1, (row.id,), current=row))
            await seen.core.details(row.id)
            assert seen.pane.details is None
            seen.pane.show()
            await seen.settle(lambda: seen.pane.details is not None)
            seen.pane.show_selection(Selection())
            assert seen.pane.row is None

    assert dressed
    run(scenario())


def test_a_selected_row_that_the_table_has_not_loaded_is_shown(
    dressed: Theme, run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a"), observation("b", minor=-700)])) as seen:
            seen.pane.show_selection(Selection(1, (TransactionId(2),)))
            await seen.settle(lambda: seen.pane.row is not None)
            assert details_of(seen).row.amount.minor == -700
            assert seen.row_tab.isVisible()

    assert dressed
    run(scenario())


def test_the_tab_key_goes_through_the_row_as_it_is_read(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([pending("p")]), size=(380, 1_200)) as seen:
            wanted = Edit(payee="Cafe", tags=("trip", "work"), date=date(2026, 6, 1))
            seen.ledger.database.run_now(lambda db: edit(db, [TransactionId(1)], wanted, NOW))
            seen.ledger.sync(batch([observation("q", on=1, link="p")], removed=[key("p")]))
            await seen.choose(1)
            seen.row_tab.split.begin()
            seen.row_tab.split.lines.add()
            seen.window.activateWindow()
            seen.pane.tabs.setFocus()
            names = []
            for _ in range(34):
                QTest.keyClick(focused(), Qt.Key.Key_Tab)
                names.append(QAccessible.queryAccessibleInterface(focused()).text(QAccessible.Text.Name))
            begin = names.index("Take the bank's: Date")
            assert names[begin : begin + 5] == [
                "Take the bank's: Date",
                "Keep mine: Date",
                "Payee",
                "Use the bank's name for the payee",
                "Category",
            ]
            after = names.index("Note")
            assert names[after : after + 6] == [
                "Note",
                "Take the tag trip off",
                "Take the tag work off",
                "Add a tag",
                "Reviewed",
                "Leave out of sums",
            ]
            part = names.index("Amount of part 3")
            assert names[part - 3 : part + 5] == [
                "Category of part 2",
                "Note on part 2",
                "Remove part 2",
                "Amount of part 3",
                "Category of part 3",
                "Note on part 3",
                "Remove part 3",
                "Add a part to the split",
            ]

    assert dressed
    run(scenario())


def test_escape_gives_up_what_is_typed_and_then_leaves(dressed: Theme, run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with stage(tmp_path, batch([observation("a")])) as seen:
            await seen.choose(1)
            left: list[bool] = []
            seen.pane.left.connect(lambda: left.append(True))
            note = seen.row_tab.fields.note
            QTest.keyClicks(note, "wrong")
            QTest.keyClick(note, Qt.Key.Key_Escape)
            assert (note.text(), left) == ("", [])
            QTest.keyClick(note, Qt.Key.Key_Escape)
            assert left == [True]

    assert dressed
    run(scenario())


def details_of(seen: Stage) -> Details:
    assert seen.pane.details is not None
    return seen.pane.details


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(part: QWidget, word: str, nth: int = 0) -> None:
    """Press a button by what it says."""
    shown = [one for one in part.findChildren(QPushButton) if one.text() == word and one.isEnabled()]
    shown[nth].click()
