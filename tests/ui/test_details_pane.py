"""Everything about one row beside the table: seen, changed, kept while a sync changes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.details.pane import Tab
from tests.ui.conftest import Run
from tests.ui.details_stage import stage
from tests.unit.domain.builders import batch, key, observation, pending


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
        batches = batch([pending("p")]), batch([observation("q", on=1, link="p")], removed=[key("p")])
        async with stage(tmp_path, *batches) as seen:
            await seen.choose(1)
            for tab in Tab:
                seen.pane.tabs.setCurrentIndex(tab)
            assert seen.pane.details is not None
            assert len(seen.pane.details.history.observations) == 2

    assert dressed
    run(scenario())
