"""The bar at the foot of the table: one word for all that is selected, as one step of undo."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.bulk_bar import BulkBar
from budgetsync.ui.transactions.bulk_fields import BulkField, read_edit
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.selection import NOTHING, Selection
from tests.ui.samples import TODAY, until
from tests.ui.undo_stage import UndoStage, open_stage

Run = Callable[[Coroutine[Any, Any, None]], None]


@dataclass(frozen=True)
class BarStage:
    """The bar on a ledger of its own."""

    stage: UndoStage
    bar: BulkBar
    desk: EditDesk
    ids: list[TransactionId]

    def select(self, count: int) -> None:
        """Select the newest rows, as the table tells it."""
        self.bar.show_selection(Selection(count, tuple(self.ids[:count])))

    async def rows(self, count: int) -> list[Transaction]:
        return await self.stage.core.transactions(self.ids[:count])

    async def told(self, text: str) -> None:
        await until(lambda: self.stage.note.words == text, self.stage.stack.announced)


@asynccontextmanager
async def open_bar(folder: Path, icons: Icons, rows: int = 60) -> AsyncIterator[BarStage]:
    async with open_stage(folder, icons, rows) as stage:
        ids = await stage.ids()

        async def all_ids() -> Sequence[TransactionId]:
            return ids

        desk = EditDesk(stage.core, stage.bridge)
        desk.done.connect(stage.stack.announce)
        reading = Reading(QLocale("en_US"), lambda: TODAY)
        bar = BulkBar(stage.core, stage.bridge, stage.stack, desk, icons, reading, all_ids)
        bar.setParent(stage.over)
        bar.resize(800, 44)
        yield BarStage(stage, bar, desk, ids)


def test_the_bar_is_there_while_several_rows_are_selected(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_bar(tmp_path, icons) as shown:
            bar = shown.bar
            shown.select(1)
            assert bar.isHidden()
            assert bar.fields[BulkField.CATEGORY].isEnabled()
            assert not bar.merge.isEnabled()
            shown.select(2)
            assert not bar.isHidden()
            assert bar.merge.isEnabled()
            shown.select(12)
            assert not bar.pair.isEnabled()
            bar.show_selection(NOTHING)
            assert bar.isHidden()
            assert not bar.fields[BulkField.CATEGORY].isEnabled()

    run(scenario())


def test_what_is_typed_is_set_for_all_rows_and_undone_at_once(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_bar(tmp_path, icons) as shown:
            bar, stack = shown.bar, shown.stage.stack
            finished: list[bool] = []
            bar.finished.connect(lambda: finished.append(True))
            shown.select(12)
            bar.fields[BulkField.CATEGORY].trigger()
            assert bar.line.isVisible()
            QTest.keyClicks(bar.line, " Evenings out ")
            QTest.keyClick(bar.line, Qt.Key.Key_Return)
            assert {row.category for row in map(shown_row(shown), await shown.rows(12))} == {"Evenings out"}
            await shown.told("Category of 12 transactions changed")
            assert finished == [True]
            assert {row.category for row in await shown.rows(12)} == {"Evenings out"}
            assert (await shown.rows(13))[12].category != "Evenings out"

            shown.bar.fields[BulkField.ADD_TAGS].trigger()
            QTest.keyClicks(bar.line, "friends, Berlin")
            bar.set_button.click()
            await shown.told("Tags of 12 transactions changed")
            assert {row.tags for row in await shown.rows(12)} == {("Berlin", "friends")}
            stack.undo()
            await shown.told("Undone: tags of 12 transactions")
            stack.undo()
            await shown.told("Undone: category of 12 transactions")
            assert "Evenings out" not in {row.category for row in await shown.rows(12)}

    run(scenario())


def shown_row(shown: BarStage) -> Callable[[Transaction], Transaction]:
    """A row as it is painted, saved or not."""
    return lambda row: shown.desk.overlay.over(row, 0)


def test_no_day_is_said_in_place_and_escape_changes_nothing(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_bar(tmp_path, icons) as shown:
            bar = shown.bar
            shown.select(3)
            bar.begin(BulkField.DATE)
            QTest.keyClicks(bar.line, "someday")
            QTest.keyClick(bar.line, Qt.Key.Key_Return)
            assert bar.line.isVisible()
            assert bar.hint == "This is no day: type it as 2026-01-31"
            QTest.keyClick(bar.line, Qt.Key.Key_Escape)
            assert not bar.line.isVisible()
            assert shown.stage.stack.undo_text == "Undo"

    run(scenario())


def test_thousands_of_rows_take_the_long_way(run: Run, dressed: Theme, icons: Icons, tmp_path: Path) -> None:
    del dressed

    async def scenario() -> None:
        async with open_bar(tmp_path, icons, rows=2_500) as shown:
            shown.bar.show_selection(Selection(2_500, ranges=((0, 2_499),)))
            shown.bar.begin(BulkField.NOTE)
            QTest.keyClicks(shown.bar.line, "all")
            shown.bar.set_button.click()
            await shown.told("Note of 2,500 transactions changed")
            assert {row.note for row in await shown.rows(2_500)} == {"all"}

    run(scenario())


def test_two_rows_are_merged_into_the_one_that_the_keyboard_is_on(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_bar(tmp_path, icons) as shown:
            rows = await shown.rows(60)
            one = rows[0]
            other = next(row for row in rows[1:] if row.account_id == one.account_id)
            shown.bar.show_selection(replace(Selection(2, (one.id, other.id)), current=other))
            shown.bar.merge.trigger()
            await until(
                lambda: shown.stage.note.words.startswith("Done: merge of"), shown.stage.stack.announced
            )
            left = {row.id for row in await shown.stage.core.newest_transactions(None)}
            assert other.id in left
            assert one.id not in left

    run(scenario())


@pytest.mark.parametrize(
    ("field", "typed", "locale", "wanted"),
    [
        (BulkField.DATE, "2026-01-31", "en_US", Edit(date=date(2026, 1, 31))),
        (BulkField.DATE, "1/31/26", "en_US", Edit(date=date(2026, 1, 31))),
        (BulkField.DATE, "31.01.2026", "de_DE", Edit(date=date(2026, 1, 31))),
        (BulkField.DATE, "Yesterday", "en_US", Edit(date=date(2025, 11, 23))),
        (BulkField.DATE, " ", "en_US", Edit(date=None)),
        (BulkField.DATE, "31.02.2026", "de_DE", None),
        (BulkField.PAYEE, "Cafe", "en_US", Edit(payee="Cafe")),
        (BulkField.PAYEE, "", "en_US", Edit(payee="")),
        (BulkField.ADD_TAGS, " a,, b c ", "en_US", Edit(add_tags=("a", "b c"))),
        (BulkField.REMOVE_TAGS, "a", "en_US", Edit(remove_tags=("a",))),
        (BulkField.REMOVE_TAGS, " , ", "en_US", None),
    ],
)
def test_what_is_typed_becomes_an_edit(
    field: BulkField, typed: str, locale: str, wanted: Edit | None
) -> None:
    assert read_edit(field, typed, TODAY, QLocale(locale)) == wanted
