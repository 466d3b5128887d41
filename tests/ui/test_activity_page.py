"""The Activity page on the real core and the demo bank: what was done is listed, explained, and taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from budgetsync.domain.activity import AuditFilter, ChangedField, Who
from budgetsync.domain.ids import RunId
from budgetsync.domain.log_line import Level, LogLine
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.activity.log_tab import LogTab
from budgetsync.ui.activity.page import ActivityPage, Tab
from budgetsync.ui.formats import user_locale
from budgetsync.ui.icons import Icons
from budgetsync.ui.pages import Page
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.theme import Theme
from tests.ui.program import BANKS, RESOURCES, Program, open_program
from tests.ui.samples import delete, until
from tests.ui.stalls import unhurried

Run = Callable[[Coroutine[Any, Any, None]], None]
AT = datetime(2025, 11, 24, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Visit:
    """A person on the Activity page."""

    program: Program
    page: ActivityPage

    async def settle(self, done: Callable[[], bool]) -> None:
        page = self.page
        tabs: tuple[ProblemsTab, ...] = (page.runs, page.trail)
        signals = [tab.details.shown for tab in tabs]
        signals += [page.runs.pages.loaded, page.trail.pages.loaded]
        await until(done, *signals, page.runs.model.loaded, page.trail.model.loaded, page.outcome.shown)

    async def sync(self, days: int = 0) -> None:
        core = self.program.core
        if days:
            self.program.bank.advance(days=days)
        await core.wait_until_done(await core.request_sync())

    async def newest(self) -> Transaction:
        return (await self.program.core.newest_transactions(1))[0]

    def words(self, tab: ProblemsTab) -> list[str]:
        return [one.text() for one in tab.details.buttons]

    def button(self, tab: ProblemsTab, word: str) -> QPushButton:
        return next(one for one in tab.details.buttons if one.text().startswith(word))

    def titles(self, tab: ProblemsTab) -> list[str]:
        model = tab.entries.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@asynccontextmanager
async def visit(folder: Path, theme: Theme, *banks: str, rows: int = 300) -> AsyncIterator[Visit]:
    async with open_program(folder, theme, rows=rows) as program:
        await program.connect(*banks)
        if banks:
            await program.core.wait_until_done(await program.core.request_sync())
        with unhurried("a page is built once"):
            program.window.show_page(Page.ACTIVITY)
            page = program.window.stack.page(Page.ACTIVITY)
            assert isinstance(page, ActivityPage)
            assert page.runs.model.rowCount() == page.trail.model.rowCount() == 0
        yield Visit(program, page)


def test_without_a_bank_each_part_says_what_will_be_there(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed) as seen:
            page = seen.page
            await seen.settle(lambda: page.runs.empty.words[0] == "No sync so far")
            page.tabs.setCurrentIndex(Tab.TRAIL)
            await seen.settle(lambda: page.trail.empty.words[0] == "Nothing was changed so far")

    run(scenario())


def test_a_sync_is_listed_explained_and_leads_to_its_rows(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page, asked = seen.page, list[str]()
            await seen.settle(lambda: page.runs.details.sheet is not None)
            await seen.sync()
            await seen.settle(lambda: seen.titles(page.runs)[0] == "Nothing new")
            assert len(seen.titles(page.runs)) == 2
            assert seen.titles(page.runs)[1].endswith(" new transactions")

            assert page.runs.entries.choose_key(1)
            await seen.settle(lambda: "Show its transactions" in seen.words(page.runs))
            sheet = page.runs.details.sheet
            assert sheet is not None
            facts = {fact.name: fact.text for fact in sheet.facts}
            assert facts["Why"] == "You asked"
            assert facts["How it ended"] == "Done"
            assert facts["Asked"].endswith("page") or facts["Asked"].endswith("pages")
            assert [grid.title for grid in sheet.grids] == ["What changed"]
            seen.program.window.acts.transactions_requested.connect(asked.append)
            seen.button(page.runs, "Show its transactions").click()
            assert asked == ["run:1"]

    run(scenario())


def test_another_page_asks_for_a_sync_that_the_filter_hides(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page = seen.page
            await seen.sync()
            await seen.settle(lambda: page.runs.model.rowCount() == 2)
            page.runs.filter.outcomes.setCurrentIndex(1)
            page.runs.filter.changed.emit()
            await seen.settle(lambda: page.runs.model.rowCount() == 1)
            seen.program.window.show_page(Page.OVERVIEW)
            seen.program.window.acts.activity_requested.emit(RunId(2))
            await seen.settle(lambda: page.runs.entries.entry is not None)
            await seen.settle(lambda: page.runs.model.key_at(page.runs.entries.currentIndex().row()) == 2)
            assert page.isVisible()

    run(scenario())


def test_a_change_is_told_with_its_words_and_undone_and_done_again(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page, core = seen.page, seen.program.core
            with unhurried("a tab is built once"):
                page.tabs.setCurrentIndex(Tab.TRAIL)
            row = await seen.newest()
            await core.edit_transaction(row.id, "note", "for Ann")
            trail = page.trail
            await seen.settle(lambda: seen.titles(trail)[:1] == ["Note: nothing → for Ann"])
            trail.entries.choose_key(trail.model.key_at(0))
            await seen.settle(lambda: "Undo this step" in seen.words(trail))
            seen.button(trail, "Undo this step").click()
            await seen.settle(lambda: seen.titles(trail)[:1] == ["Note: for Ann → nothing"])
            assert (await core.transactions([row.id]))[0].note is None

            page.show_subject(AuditFilter(command_id=trail.model.values[1].command_id))
            await seen.settle(lambda: trail.model.rowCount() == 1)
            await seen.settle(lambda: "Do this step again" in seen.words(trail))
            seen.button(trail, "Do this step again").click()
            await seen.settle(lambda: "Undo this step" in seen.words(trail))
            assert (await core.transactions([row.id]))[0].note == "for Ann"

    run(scenario())


def test_changes_are_found_by_who_field_and_words(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page = seen.page
            with unhurried("a tab is built once"):
                page.tabs.setCurrentIndex(Tab.TRAIL)
            trail = page.trail
            await seen.settle(lambda: trail.model.rowCount() > 100)
            row = await seen.newest()
            await seen.program.core.edit_transaction(row.id, "category", "Treats")
            trail.filter.who.setCurrentIndex(trail.filter.who.findData(Who.YOU))
            trail.filter.changed.emit()
            await seen.settle(lambda: [one.field for one in trail.model.values] == [ChangedField.CATEGORY])
            QTest.keyClicks(trail.filter.search, "nobody wrote this")
            await seen.settle(lambda: trail.empty.words[0] == "No change fits" and not trail.pages.is_looking)
            trail.filter.show_all()
            await seen.settle(lambda: trail.model.rowCount() > 100)

    run(scenario())


def test_what_a_sync_decided_is_undone_after_saying_what_that_means(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page, core = seen.page, seen.program.core
            assert (await core.run_details(RunId(1))).decided  # own accounts at one bank pay each other
            await seen.settle(lambda: "Undo what it decided..." in seen.words(page.runs))
            seen.button(page.runs, "Undo what").click()
            assert "What the bank said stays" in page.prompt.words
            page.prompt.yes_button.click()
            await seen.settle(lambda: "Decide so again" in seen.words(page.runs))
            assert (await core.run_details(RunId(1))).line.undone_by is not None

    run(scenario())


def test_details_are_copied_without_names(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page = seen.page
            await seen.settle(lambda: "Copy details" in seen.words(page.runs))
            QTest.keyClick(page.runs.entries, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            text = QGuiApplication.clipboard().text()
            assert text.startswith("Sync 1 of connection 1: SUCCEEDED")
            assert page.outcome.words == "The details were copied, without secrets."

    run(scenario())


def test_more_syncs_than_a_page_are_reached_by_their_number_and_by_scrolling(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with visit(tmp_path, dressed, BANKS[0]) as seen:
            page, runs = seen.page, seen.page.runs
            await seen.program.core._database.run(_many_runs)
            runs.pages.refresh()
            await seen.settle(lambda: runs.model.rowCount() >= 200 and not runs.pages.is_looking)
            assert runs.model.rowCount() < 3_000
            runs.entries.scrollToBottom()
            shown = runs.model.rowCount()
            await seen.settle(lambda: runs.model.rowCount() > shown)
            page.show_subject(RunId(2))
            await seen.settle(
                lambda: (
                    runs.entries.entry is not None
                    and runs.model.key_at(runs.entries.currentIndex().row()) == 2
                )
            )
            assert runs.model.rowCount() == 3_001

    run(scenario())


def _many_runs(db: Any) -> None:  # noqa: ANN401
    db.execute_sql(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 3001) "
        "INSERT INTO sync_run (id, item_id, trigger, state, started_at, finished_at, cursor_before) "
        "SELECT i, 1, 'TIMER', 'SUCCEEDED', 1763985600000 + i, 1763985600500 + i, '' FROM n"
    )


def test_the_log_follows_holds_still_is_narrowed_and_copied(run: Run, dressed: Theme) -> None:
    lines = [LogLine(1, AT, Level.INFO, "sync.engine", "a run began", "run 1")]

    async def scenario() -> None:
        tab = LogTab(
            Icons(RESOURCES / "icons"),
            user_locale(),
            lambda after: [line for line in lines if line.number > after],
        )
        tab.show()
        tab.look()
        assert [line.message for line in tab.model.lines] == ["a run began"]
        tab.still.setChecked(True)
        lines.append(LogLine(2, AT, Level.ERROR, "ui.bridge", "a coroutine failed", trace="Traceback ..."))
        tab.look()
        assert len(tab.model.lines) == 1
        tab.still.setChecked(False)
        assert len(tab.model.lines) == 2
        tab.levels.setCurrentIndex(2)
        tab.levels.activated.emit(2)
        assert [line.number for line in tab.model.lines] == [2]
        tab.levels.setCurrentIndex(0)
        tab.levels.activated.emit(0)
        tab.search.setText("RUN 1")
        assert [line.number for line in tab.model.lines] == [1]
        tab.copy_button.click()
        assert QGuiApplication.clipboard().text() == (
            "2025-11-24T12:00:00.000+00:00 INFO sync.engine [run 1]: a run began"
        )
        delete(tab)

    run(scenario())
    assert dressed is not None
