"""The Problems page of a program that runs, and short ways to use it as a person does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from budgetsync.domain.ids import ItemId
from budgetsync.ui.pages import Page
from budgetsync.ui.problems.page import ProblemsPage
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.theme import Theme
from tests.ui.program import Program, open_program
from tests.ui.samples import until
from tests.ui.stalls import unhurried


@dataclass(frozen=True)
class Visit:
    """A person on the Problems page."""

    program: Program
    page: ProblemsPage

    async def sync(self, *, days: int = 0) -> None:
        """Let days pass at the bank, fetch what is new, and have the notices looked at."""
        core = self.program.core
        if days:
            self.program.bank.advance(days=days)
        await core.wait_until_done(await core.request_sync())
        await core.notices.look()

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until the page shows something."""
        page = self.page
        tabs: tuple[ProblemsTab, ...] = (page.open, page.letters, page.told)
        signals = [tab.details.shown for tab in tabs]
        signals += [page.open.model.loaded, page.letters.model.loaded, page.told.model.loaded]
        await until(done, *signals, page.watch.loaded, page.outcome.shown)

    def titles(self) -> list[str]:
        """What is listed as open, without headings."""
        return [entry.title for entry in self.page.open.model.values if not entry.is_heading]

    def headings(self) -> list[str]:
        """The headings over what is listed as open."""
        return [entry.title for entry in self.page.open.model.values if entry.is_heading]

    def all_read(self) -> bool:
        """Tell whether everything that was told is read."""
        problems = self.page.watch.problems
        entries = [need.entry for need in problems.needs] if problems is not None else []
        return all(entry is not None and entry.memory.read_at is not None for entry in entries)

    async def choose(self, title: str) -> None:
        """Wait for an open problem and choose it."""
        await self.settle(lambda: title in self.titles())
        entries = self.page.open
        key = next(entry.key for entry in entries.model.values if entry.title == title)
        assert entries.entries.choose_key(key)
        assert entries.details.sheet is not None
        assert entries.details.sheet.title == title

    async def press(self, word: str, tab: ProblemsTab | None = None) -> None:
        """Press a button of the details and wait for what is said of it."""
        said: list[str] = []
        self.page.outcome.shown.connect(lambda: said.append(self.page.outcome.words))
        self.button(word, tab).click()
        await self.settle(lambda: bool(said))

    def button(self, word: str, tab: ProblemsTab | None = None) -> QPushButton:
        """Find a button of the details."""
        details = (tab or self.page.open).details
        return next(one for one in details.buttons if one.text().startswith(word))

    def words(self, tab: ProblemsTab | None = None) -> list[str]:
        """What the buttons of the details say."""
        return [one.text() for one in (tab or self.page.open).details.buttons]


@asynccontextmanager
async def visit(folder: Path, theme: Theme, *banks: str, rows: int = 300) -> AsyncIterator[Visit]:
    """Open a program with banks on its Problems page."""
    async with open_program(folder, theme, rows=rows) as program:
        await program.connect(*banks)
        if banks:
            await program.core.wait_until_done(await program.core.request_sync())
        with unhurried("a page is built once"):
            program.window.show_page(Page.PROBLEMS)
            page = program.window.stack.page(Page.PROBLEMS)
            assert isinstance(page, ProblemsPage)
            assert [tab.model.rowCount() for tab in (page.letters, page.told)] == [0, 0]
        seen = Visit(program, page)
        await seen.settle(lambda: page.watch.problems is not None)
        yield seen


ITEM = ItemId(1)
