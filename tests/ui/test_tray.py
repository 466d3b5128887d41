"""The icon in the tray: what it says, what its menu does, and that it is honest where there is no tray."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSystemTrayIcon

from budgetsync.domain.item import ItemStatus
from budgetsync.domain.notices import Notice, NoticeKind
from budgetsync.domain.overview import Overview
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.sync import Progress, Stage
from budgetsync.ui.icons import Icons
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.ui.tray import PROBLEMS_SHOWN, Tray
from budgetsync.ui.tray_look import TrayState, tray_icon, tray_sentences, tray_state
from tests.ui.program import BANKS, Program, open_program
from tests.ui.samples import NOW, connection, until

Run = Callable[[Coroutine[Any, Any, None]], None]
WELL = connection(1)
AGAIN = connection(2, status=ItemStatus.REAUTH_REQUIRED)
AWAY = connection(3, status=ItemStatus.OFFLINE)
HELD = connection(4, status=ItemStatus.PAUSED)
BUSY = connection(5, progress=Progress(Stage.FETCHING))


@pytest.mark.parametrize(
    ("connections", "known", "state"),
    [
        ([], {}, TrayState.OK),
        ([WELL], {}, TrayState.OK),
        ([WELL, BUSY, AGAIN], {"problems": True, "offline": True, "paused": True}, TrayState.SYNCING),
        ([WELL, AGAIN, AWAY], {}, TrayState.ATTENTION),
        ([WELL], {"problems": True, "offline": True}, TrayState.ATTENTION),
        ([WELL, AWAY, HELD], {}, TrayState.OFFLINE),
        ([WELL], {"offline": True, "paused": True}, TrayState.OFFLINE),
        ([WELL], {"paused": True}, TrayState.PAUSED),
        ([HELD], {}, TrayState.PAUSED),
        ([HELD, WELL], {}, TrayState.OK),
    ],
)
def test_the_icon_says_what_matters_most(
    connections: list[Any], known: dict[str, bool], state: TrayState
) -> None:
    told = {"problems": False, "offline": False, "paused": False, **known}
    assert tray_state(Overview(tuple(connections)), **told) is state


@pytest.mark.parametrize(
    ("connections", "state", "text"),
    [
        ([], TrayState.OK, "No bank is connected yet."),
        (
            [WELL, connection(2), AGAIN],
            TrayState.ATTENTION,
            "2 of 3 connections up to date. Last contact 2 minutes ago.",
        ),
        (
            [HELD],
            TrayState.PAUSED,
            "0 of 1 connections up to date. Syncing is paused. Last contact 2 minutes ago.",
        ),
    ],
)
def test_the_tooltip_says_it_in_words(
    connections: list[Any], state: TrayState, text: str, english: QLocale
) -> None:
    assert tray_sentences(Overview(tuple(connections)), state, NOW, english) == text


def light_of(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    lights = sorted((light_of(one), light_of(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("state", list(TrayState))
@pytest.mark.parametrize("size", [16, 22, 48])
@pytest.mark.usefixtures("qapp")
def test_the_icon_is_legible_on_light_and_on_dark_panels(state: TrayState, size: int, icons: Icons) -> None:
    image = tray_icon(icons, state).pixmap(size, size).toImage()
    tile = image.pixelColor(size // 2, 1)
    assert tile.alpha() == 255
    for panel in ("#ffffff", "#1c1d20"):
        assert contrast(tile, QColor(panel)) >= 3
    lightest = max(
        (image.pixelColor(x, y) for x in range(size) for y in range(size)),
        key=lambda colour: colour.lightness(),
    )
    assert contrast(tile, lightest) >= 3


@pytest.mark.usefixtures("qapp")
def test_no_two_states_look_alike(icons: Icons) -> None:
    drawn = [tray_icon(icons, state).pixmap(22, 22).toImage() for state in TrayState]
    assert all(one != other for one, other in combinations(drawn, 2))


def tray_of(program: Program, icons: Icons, locale: QLocale) -> Tray:
    window = program.window
    return Tray(program.core, window.bridge, window.acts, window.connections, icons, locale, window)


async def settled(tray: Tray, program: Program, done: Callable[[], bool]) -> None:
    window = program.window
    signals = (window.bridge.schedule_changed, window.bridge.notices_changed, window.connections.loaded)
    await until(done, *signals, tray.changed)


def texts(tray: Tray) -> list[str]:
    return [action.text().replace("&", "") for action in tray.menu.actions() if action.isVisible()]


def test_the_menu_syncs_pauses_and_resumes(
    run: Run, dressed: Theme, tmp_path: Path, icons: Icons, english: QLocale
) -> None:
    async def life() -> None:
        async with open_program(tmp_path, dressed) as program:
            tray = tray_of(program, icons, english)
            assert not tray.sync.isEnabled()
            await program.connect(BANKS[0])
            await settled(tray, program, tray.sync.isEnabled)
            assert texts(tray) == ["Open BudgetSync", "", "Sync now", "Pause syncing", "", "Quit BudgetSync"]

            tray.sync.trigger()
            assert tray.state is TrayState.SYNCING
            assert not tray.sync.isEnabled()
            await settled(tray, program, lambda: tray.state is TrayState.OK)
            assert tray.icon.toolTip() == "1 of 1 connections up to date. Last contact just now."

            hour = tray.pausing.actions()[0]
            assert hour.text() == "For an &hour"
            hour.trigger()
            await settled(tray, program, lambda: tray.is_paused and tray.state is TrayState.PAUSED)
            pause = (await program.core.timetable()).settings.pause
            assert pause is not None
            assert pause.until is not None
            assert timedelta(minutes=59) < pause.until - program.core.now() <= timedelta(hours=1)
            assert "Resume syncing" in texts(tray)
            assert "Pause syncing" not in texts(tray)

            tray.resume.trigger()
            await settled(tray, program, lambda: tray.state is TrayState.OK and not tray.is_paused)
            tray.pausing.actions()[2].trigger()
            await settled(tray, program, lambda: tray.is_paused)
            assert (await program.core.timetable()).settings.pause == Pause(None)
            tray.close()

    run(life())


@pytest.mark.unhurried("the Problems page is built, which its own tests watch")
def test_the_last_problems_are_in_the_menu_until_they_are_solved(
    run: Run, dressed: Theme, tmp_path: Path, icons: Icons, english: QLocale
) -> None:
    async def life() -> None:
        async with open_program(tmp_path, dressed) as program:
            tray = tray_of(program, icons, english)
            await program.connect(*BANKS)
            for shown in program.window.connections.overview.live:
                program.bank.happen("login_expiry", item_id=shown.item.source_item_id)
            await program.core.request_sync()
            await settled(tray, program, lambda: tray.state is TrayState.ATTENTION)
            await program.core.notices.look()
            await settled(tray, program, lambda: len(tray.problems) == PROBLEMS_SHOWN)
            heard: list[Page] = []
            program.window.acts.page_requested.connect(heard.append)
            tray.problems[0].trigger()
            assert heard == [Page.PROBLEMS]
            assert tray.problems[0].text().replace("&&", "&") in tray.icon.toolTip()
            tray.close()

    run(life())


def test_without_a_tray_nothing_is_said_there_and_it_is_asked_again(
    run: Run,
    dressed: Theme,
    tmp_path: Path,
    icons: Icons,
    english: QLocale,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = [False]
    said: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda *_: there[0])
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, title, *_: said.append(title))

    async def life() -> None:
        async with open_program(tmp_path, dressed) as program:
            tray = tray_of(program, icons, english)
            notice = Notice(
                "disk", NoticeKind.DISK, "The disk is full", "Nothing is saved.", "Make room.", ()
            )
            assert not tray.appear()
            assert not tray.is_there
            tray.show(notice)
            assert said == []

            there[0] = True
            assert tray.appear()
            tray.show(notice)
            assert said == ["The disk is full"]

            there[0] = False
            assert not tray.is_there
            tray.close()

    run(life())


def test_a_click_on_the_icon_opens_the_window(
    run: Run, dressed: Theme, tmp_path: Path, icons: Icons, english: QLocale
) -> None:
    async def life() -> None:
        async with open_program(tmp_path, dressed) as program:
            tray = tray_of(program, icons, english)
            heard: list[str] = []
            tray.open_requested.connect(lambda: heard.append("open"))
            tray.quit_requested.connect(lambda: heard.append("quit"))
            tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
            tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
            tray.open.trigger()
            tray.quit.trigger()
            assert heard == ["open", "open", "quit"]
            tray.close()
            await asyncio.sleep(0)

    run(life())
