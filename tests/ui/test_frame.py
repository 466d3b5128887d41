"""The frame: pages by sidebar and keys, the palette, questions in place, the line at the foot."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.ui.connect.pages import ConnectPages
from budgetsync.ui.icons import Icons
from budgetsync.ui.pages import Page
from budgetsync.ui.palette import Entry, find
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.settings.page import Place, SettingsPage
from budgetsync.ui.sidebar import Sidebar
from budgetsync.ui.theme import Theme
from tests.ui.program import BANKS, open_program
from tests.ui.samples import delete, until
from tests.ui.test_window import action

Run = Callable[[Coroutine[Any, Any, None]], None]


def entry(text: str) -> Entry:
    return Entry(text, "", lambda: None)


@pytest.mark.unhurried("each page is built in one turn when it is first shown")
def test_each_page_has_its_key_and_its_button(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            for number, page in enumerate(Page, 1):
                assert f"Ctrl+{number}" in window.sidebar.buttons[page].toolTip()
                window.sidebar.buttons[page].click()
                assert window.stack.current is page
                assert window.stack.currentWidget() is window.stack.page(page)
                await program.core.overview()  # each page in a turn of the loop of its own
            action(program, "Overview").trigger()
            assert window.sidebar.buttons[Page.OVERVIEW].isChecked()
            assert not window.sidebar.buttons[Page.SETTINGS].isChecked()

    run(scenario())


def test_a_page_is_opened_by_a_screen_reader_that_toggles_its_button(
    qapp: QApplication, dressed: Theme, icons: Icons
) -> None:
    del qapp, dressed
    sidebar, chosen = Sidebar(icons), list[Page]()
    sidebar.chosen.connect(chosen.append)
    sidebar.show_page(Page.OVERVIEW)
    assert chosen == []
    sidebar.buttons[Page.PROBLEMS].toggle()
    assert chosen == [Page.PROBLEMS]
    delete(sidebar)


def test_the_arrow_keys_go_through_the_sidebar(qapp: QApplication, dressed: Theme, icons: Icons) -> None:
    del qapp, dressed
    sidebar, chosen = Sidebar(icons), list[Page]()
    sidebar.chosen.connect(chosen.append)
    sidebar.show()
    sidebar.activateWindow()
    sidebar.buttons[Page.OVERVIEW].setFocus()
    QTest.keyClick(sidebar.buttons[Page.OVERVIEW], Qt.Key.Key_Down)
    QTest.keyClick(sidebar.buttons[Page.TRANSACTIONS], Qt.Key.Key_Up)
    QTest.keyClick(sidebar.buttons[Page.OVERVIEW], Qt.Key.Key_Up)
    assert chosen == [Page.TRANSACTIONS, Page.OVERVIEW, Page.SETTINGS]
    delete(sidebar)


def test_the_sidebar_says_how_much_waits(dressed: Theme, icons: Icons) -> None:
    del dressed
    sidebar = Sidebar(icons)
    sidebar.show_waiting(Page.PROBLEMS, 3)
    assert sidebar.buttons[Page.PROBLEMS].accessibleName() == "Problems, 3 waiting"
    sidebar.show_waiting(Page.PROBLEMS, 0)
    assert sidebar.buttons[Page.PROBLEMS].accessibleName() == "Problems"
    wide = sidebar.width()
    sidebar.be_narrow(narrow=True)
    assert sidebar.width() < wide
    delete(sidebar)


def test_a_narrow_window_has_a_narrow_sidebar(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            program.window.resize(1200, 700)
            wide = program.window.sidebar.width()
            program.window.resize(560, 700)
            assert program.window.sidebar.width() < wide

    run(scenario())


def test_the_palette_finds_by_beginnings_first() -> None:
    entries = [entry("Like the system"), entry("Sync all"), entry("Sync now: Harbor"), entry("About")]
    assert [one.text for one in find(entries, "sy")] == ["Sync all", "Sync now: Harbor", "Like the system"]
    assert [one.text for one in find(entries, "now har")] == ["Sync now: Harbor"]
    assert [one.text for one in find(entries, "yn")] == ["Sync all", "Sync now: Harbor"]
    assert find(entries, "nothing") == []
    assert find(entries, "") == entries


def test_a_command_is_found_and_carried_out_by_typing(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.connect(*BANKS[:2])
            window.activateWindow()
            action(program, "Find a command").trigger()
            palette = window._palette
            assert palette is not None
            assert window.focusWidget() is palette.line
            texts = {palette.list.item(row).text() for row in range(palette.list.count())}
            assert {"Sync all", "Appearance: Dark", "Transactions", "Connect a bank"} <= texts
            assert "Sync now: First Platypus Bank" in texts
            QTest.keyClicks(palette.line, "transa")
            QTest.keyClick(palette.line, Qt.Key.Key_Return)
            assert window.stack.current is Page.TRANSACTIONS
            assert not palette.isVisible()
            action(program, "Find a command").trigger()
            QTest.keyClicks(palette.line, "no such thing")
            assert palette.list.count() == 0
            QTest.keyClick(palette.line, Qt.Key.Key_Return)
            assert palette.isVisible()
            QTest.keyClick(palette.line, Qt.Key.Key_Escape)
            assert not palette.isVisible()

    run(scenario())


def test_pausing_is_said_at_the_foot_and_can_be_ended(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            assert not action(program, "Resume").isEnabled()
            action(program, "Until I resume").trigger()
            await program.settle(lambda: window.status.is_paused)
            assert window.status.next.text() == "Paused until you resume"
            assert action(program, "Resume").isEnabled()
            action(program, "Resume").trigger()
            await program.settle(lambda: not window.status.is_paused)
            action(program, "Until tomorrow").trigger()
            await program.settle(lambda: window.status.is_paused)
            assert window.status.next.text().startswith("Paused until tomorrow at 6:00")

    run(scenario())


def test_the_foot_tells_the_last_sync_and_the_queue(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            status = program.window.status
            await program.settle(lambda: status.last.text() == "No sync yet")
            await program.connect(BANKS[0])
            await program.sync()
            await program.settle(lambda: status.last.text() == "Last sync just now")
            await program.settle(lambda: status.queue.text() == "Queue: empty")
            assert status.light.text() == "Real time: not set up"
            status.light.click()
            page = program.window.stack.page(Page.SETTINGS)
            assert program.window.stack.current is Page.SETTINGS
            assert isinstance(page, SettingsPage)
            assert page.place is Place.REAL_TIME

    run(scenario())


def test_a_question_is_answered_once(dressed: Theme, icons: Icons) -> None:
    del dressed
    prompt, agreed = Prompt(icons), list[int]()
    prompt.ask("It may cost something.", "Ask the bank", lambda: agreed.append(1))
    assert prompt.yes_button.accessibleName() == "Ask the bank: It may cost something."
    prompt.yes_button.click()
    prompt.yes_button.click()
    assert agreed == [1]
    prompt.ask("And again?", "Yes", lambda: agreed.append(2))
    prompt.no_button.click()
    assert agreed == [1]
    prompt.tell("Done.")
    assert not prompt.yes_button.isVisibleTo(prompt)
    QTest.keyClick(prompt, Qt.Key.Key_Escape)
    assert prompt.isHidden()
    delete(prompt)


def test_the_bank_is_asked_only_after_the_cost_was_said(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.connect(BANKS[0])
            await program.sync()
            (shown,) = window.connections.overview.items
            window.acts.carry_out(NoticeAction(Offer.REFRESH, item_id=shown.item.id))
            assert "may charge for each time" in window.prompt.words
            window.prompt.yes_button.click()
            await program.settle(lambda: window.prompt.words.startswith("First Platypus Bank is asked"))

    run(scenario())


@pytest.mark.unhurried("several pages are built in one turn, as nobody opens them")
def test_what_a_notice_offers_leads_to_the_right_place(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window, heard = program.window, list[object]()
            await program.connect(BANKS[0])
            await program.sync()
            (shown,) = window.connections.overview.items
            acts, account = window.acts, shown.accounts[1].id
            acts.reconnect_requested.connect(heard.append)
            acts.carry_out(NoticeAction(Offer.RECONNECT, item_id=shown.item.id))
            assert heard == [shown.item.id]
            for offer, page in (
                (Offer.OPEN_SETTINGS, Page.SETTINGS),
                (Offer.OPEN_REAL_TIME, Page.SETTINGS),
                (Offer.OPEN_PROBLEMS, Page.PROBLEMS),
                (Offer.OPEN_REVIEW, Page.PROBLEMS),
            ):
                acts.carry_out(NoticeAction(offer))
                assert window.stack.current is page
            acts.carry_out(NoticeAction(Offer.OPEN_ACCOUNT, account_id=account))
            assert window.stack.current is Page.TRANSACTIONS
            assert window.transactions.query == f"account:#{account}"
            acts.carry_out(NoticeAction(Offer.BACK_UP))
            await program.settle(lambda: any(program.core.data_folder.glob("backups/*")))

    run(scenario())


def test_connecting_lies_over_the_page_that_was_there(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.settle(lambda: window.connections.is_loaded)
            window.show_page(Page.ACTIVITY)
            for _ in range(2):
                action(program, "Connect a bank...").trigger()
                pages = window.stack.currentWidget()
                assert isinstance(pages, ConnectPages)
                pages.finished.emit()
                assert window.stack.currentWidget() is window.stack.page(Page.ACTIVITY)

    run(scenario())


def test_problems_are_counted_beside_their_page(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.connect(BANKS[0])
            await program.sync()
            program.bank.happen("login_expiry", institution_id=BANKS[0])
            await program.sync()
            await until(lambda: window.problems_watch.count == 1, window.problems_watch.count_changed)
            assert window.sidebar.buttons[Page.PROBLEMS].accessibleName() == "Problems, 1 waiting"

    run(scenario())


class Windows(QObject):
    """Notes what comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.unhurried("each page is built in one turn when it is first shown")
def test_no_part_of_a_page_is_a_window_for_a_moment(
    run: Run, dressed: Theme, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario() -> None:
        windows = Windows()
        qapp.installEventFilter(windows)
        async with open_program(tmp_path, dressed) as program:
            for page in Page:
                program.window.show_page(page)
                await program.core.overview()
        qapp.removeEventFilter(windows)
        assert windows.shown == ["MainWindow"]

    run(scenario())
