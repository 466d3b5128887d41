"""The Settings page as a whole: sections, names, keyboard; appearance, start and about."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QWidget,
)

from budgetsync.host.env_file import read_env_file
from budgetsync.ui import preferences
from budgetsync.ui.memory import Memory
from budgetsync.ui.pages import Page
from budgetsync.ui.settings.about import AboutSection
from budgetsync.ui.settings.appearance import AppearanceSection
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.settings.page import Place, SettingsPage
from budgetsync.ui.settings.start import StartSection
from budgetsync.ui.theme import Appearance, Theme, font_of
from tests.ui.program import open_program
from tests.ui.settings_stage import open_settings, press

Run = Callable[[Coroutine[Any, Any, None]], None]
CONTROLS = (QAbstractButton, QComboBox, QAbstractItemView)


class Login:
    """The start at login of some system, whose folder may not be writable."""

    is_offered = True

    def __init__(self) -> None:
        self.on = False
        self.error: OSError | None = None

    def is_enabled(self) -> bool:
        return self.on

    def enable(self) -> None:
        if self.error is not None:
            raise self.error
        self.on = True

    def disable(self) -> None:
        self.on = False


def controls(root: QWidget) -> list[QWidget]:
    widgets = root.findChildren(QWidget)
    found = [each for each in widgets if isinstance(each, CONTROLS) and not isinstance(each, QHeaderView)]
    return [
        each
        for each in found
        if each.isVisibleTo(root)
        and not each.objectName().startswith("qt_")
        and each.window() is root.window()
    ]


@pytest.mark.parametrize("place", list(Place))
def test_every_control_has_a_name_of_its_own_and_is_reached_by_tab(
    run: Run, dressed: Theme, tmp_path: Path, place: Place
) -> None:
    async def scenario() -> None:
        outside = Outside(Login(), lambda: True, read_env_file)
        async with open_settings(
            tmp_path, dressed, banks=("Harbor", "Juniper"), outside=outside, environment="sandbox"
        ) as stage:
            stage.page.show_place(place)
            section = stage.page.section(place)
            await stage.until(lambda: section.isVisible() and not section._refresher._running)
            found = controls(section)
            names = [each.accessibleName() for each in found]
            assert "" not in names
            assert len(names) == len(set(names))
            wanted = [each for each in found if each.isEnabled()]
            assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in wanted)
            reached: list[QWidget] = []
            stage.page.list.setFocus()
            while (now := stage.page.focusWidget()) not in reached:
                reached.append(now)
                stage.page.focusNextChild()
            assert set(wanted) <= set(reached)
            places = [each.mapTo(section, each.rect().topLeft()).y() for each in reached if each in wanted]
            assert places == sorted(places)

    run(scenario())


def test_the_arrow_keys_go_through_the_sections_and_the_last_one_is_remembered(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            assert stage.page.list.currentRow() == 0
            press(stage.page.list, Qt.Key.Key_Down, Qt.Key.Key_Down)
            assert stage.page.place == Place.DATA
            await stage.until(stage.page.section(Place.DATA).isVisible)
            assert not stage.page.section(Place.SYNCING).isVisible()
            stage.memory.save()
        async with open_settings(tmp_path, dressed) as stage:
            assert stage.page.place is Place.DATA
            assert stage.page.list.currentItem().text() == "Data"

    run(scenario())


def test_where_there_is_little_room_the_sections_are_in_a_drop_down_list(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(
            tmp_path, dressed, banks=("A bank with an uncommonly long name, Ltd",)
        ) as stage:
            page = stage.page
            assert page.list.isVisible()
            assert not page.choice.isVisible()
            page.resize(420, 800)
            QApplication.sendPostedEvents()
            assert not page.list.isVisible()
            press(page.choice, Qt.Key.Key_Down)
            assert page.place is Place.NOTIFICATIONS
            page.show_place(Place.SYNCING)
            section = page.section(Place.SYNCING)
            await stage.until(lambda: section.isVisible() and not section._refresher._running)
            assert section.width() <= 420

    run(scenario())


@pytest.mark.unhurried("another size of text dresses everything and lays it out anew, once")
def test_light_dark_and_the_size_of_text_are_worn_at_once_and_remembered(
    run: Run, dressed: Theme, tmp_path: Path, qapp: QApplication
) -> None:
    async def scenario() -> None:
        dressed.choose(Appearance.SYSTEM)
        before = qapp.font().pointSizeF()
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.APPEARANCE, AppearanceSection)
            heading = section.findChildren(QLabel)[0]
            size = heading.font().pointSizeF()
            chosen: list[Appearance] = []
            stage.page.appearance_chosen.connect(chosen.append)
            press(section.appearance, Qt.Key.Key_End)
            assert dressed.appearance is Appearance.DARK
            assert chosen == [Appearance.DARK]
            press(section.text_size, Qt.Key.Key_End)
            assert qapp.font().pointSizeF() == pytest.approx(2 * before)
            assert heading.font().pointSizeF() == pytest.approx(2 * size)
            assert font_of(section).pointSizeF() == pytest.approx(2 * before)
            press(section.start_page, Qt.Key.Key_End)
            rows = section.appearance_row, section.size_row, section.start_row
            assert [row.feedback.words for row in rows] == ["Saved."] * 3
            press(section.text_size, Qt.Key.Key_Home)
            assert qapp.font().pointSizeF() == pytest.approx(before)
            assert heading.font().pointSizeF() == pytest.approx(size)
            press(section.text_size, Qt.Key.Key_Down)
        memory = Memory(tmp_path)
        assert preferences.appearance(memory) is Appearance.DARK
        assert preferences.text_size(memory) == 110
        assert preferences.start_page(memory) is Page.SETTINGS
        dressed.choose_text_size(100)
        dressed.choose(Appearance.SYSTEM)

    run(scenario())


def test_start_at_login_is_what_the_system_says_and_a_failure_is_told(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        login = Login()
        async with open_settings(tmp_path, dressed, outside=Outside(login, lambda: True)) as stage:
            section = stage.show(Place.START, StartSection)
            press(section.at_login, Qt.Key.Key_Space)
            await stage.until(lambda: section.login_row.feedback.words == "Saved.")
            assert login.on
            press(section.stays, Qt.Key.Key_Space)
            assert section.stay_row.feedback.words == "Saved."
            assert not preferences.stays_when_closed(Memory(tmp_path))
        async with open_settings(tmp_path, dressed, outside=Outside(login)) as stage:
            section = stage.show(Place.START, StartSection)
            await stage.until(section.at_login.isChecked)
            assert not section.stays.isChecked()
            assert "no tray now" in section.stay_row.explanation.text()
            press(section.at_login, Qt.Key.Key_Space)
            await stage.until(lambda: not login.on)
            login.error = PermissionError(13, "Permission denied")
            press(section.at_login, Qt.Key.Key_Space)
            await stage.until(lambda: "Start at login was not changed" in section.login_row.feedback.words)
            await stage.until(lambda: not section.at_login.isChecked())
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.START, StartSection)
            assert not section.at_login.isVisibleTo(section)

    run(scenario())


def test_about_names_versions_the_log_and_what_the_environment_sets(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        told = frozenset({"SYNC_PARALLEL", "PLAID_SECRET"})
        async with open_settings(tmp_path, dressed, told=told) as stage:
            section = stage.show(Place.ABOUT, AboutSection)
            assert "PLAID_SECRET, SYNC_PARALLEL" in section.told_row.explanation.text()
            press(section.copy_button, Qt.Key.Key_Space)
            assert QGuiApplication.clipboard().text() == section.report
            assert "BudgetSync" in section.report
            assert str(tmp_path) not in section.report
            assert str(tmp_path / "logs") in [each.text() for each in section.findChildren(QLabel)]

    run(scenario())


def test_right_to_left_the_list_is_at_the_leading_side(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            stage.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            QApplication.sendPostedEvents()
            assert stage.page.list.x() > stage.page.width() / 2
            stage.page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    run(scenario())


@pytest.mark.unhurried("the whole window is built twice")
def test_the_window_begins_with_the_page_that_was_chosen_and_follows_the_appearance(
    run: Run, dressed: Theme, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    qtlog = request.getfixturevalue("qtlog")

    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            program.window.show_page(Page.SETTINGS)
            page = program.window.stack.page(Page.SETTINGS)
            assert isinstance(page, SettingsPage)
            page.show_place(Place.APPEARANCE)
            section = page.section(Place.APPEARANCE)
            assert isinstance(section, AppearanceSection)
            press(section.start_page, Qt.Key.Key_End)
            press(section.appearance, Qt.Key.Key_End)
            assert program.window.menus.appearances[Appearance.DARK].isChecked()
            program.window.show_page(Page.OVERVIEW)
        async with open_program(tmp_path, dressed) as program:
            assert program.window.stack.current is Page.SETTINGS
            asked: list[bool] = []
            program.window.restart_requested.connect(lambda: asked.append(True))
            page = program.window.stack.page(Page.SETTINGS)
            assert isinstance(page, SettingsPage)
            page.restart_requested.emit()
            assert asked == [True]
            program.window.show_page(Page.OVERVIEW)
        assert [each.message for each in qtlog.records if "setTabOrder" in each.message] == []
        dressed.choose(Appearance.SYSTEM)

    run(scenario())
