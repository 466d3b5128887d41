"""A bank by SimpleFIN from the window: the token is pasted, claimed once, and what is wrong is said in place."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.ui.connect.choose_sheet import ChooseSheet
from budgetsync.ui.connect.outcome_sheets import DoneSheet
from budgetsync.ui.connect.simplefin_sheet import SimpleFinSheet
from tests.ui.connecting import open_desk, press, words
from tests.ui.samples import until

pytestmark = pytest.mark.usefixtures("dressed")
Run = Callable[[Coroutine[Any, Any, None]], None]


def test_a_token_connects_once_and_the_second_time_is_a_warning(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            desk.actions.connect_requested.emit()
            press(await desk.sheet(ChooseSheet), "Use SimpleFIN")
            sheet = await desk.sheet(SimpleFinSheet)
            assert not sheet.go_button.isEnabled()
            sheet.token.setText("no token")
            QTest.keyClick(sheet.token, Qt.Key.Key_Return)
            await until(lambda: "no setup token" in words(sheet), sheet.trouble_shown)
            token = desk.bank.setup_token(desk.server.url)
            sheet.token.setText(token)
            assert "no setup token" not in words(sheet)
            press(sheet, "Connect")
            done = await desk.sheet(DoneSheet)
            assert done.title == "SimpleFIN at 127.0.0.1 is connected"
            (found,) = (await desk.core.overview()).items
            await desk.synced(found.item.id)
            assert (await desk.connection(found.item.id)).accounts

            press(done, "Connect another bank")
            press(await desk.sheet(ChooseSheet), "Use SimpleFIN")
            again = await desk.sheet(SimpleFinSheet)
            again.token.setText(token)
            press(again, "Connect")
            await until(lambda: "compromised" in words(again), again.trouble_shown)
            assert len((await desk.core.overview()).items) == 1

            desk.actions.reconnect_requested.emit(found.item.id)
            await until(lambda: desk.pages.connecting.sheet is not again, desk.pages.connecting.sheet_shown)
            repair = await desk.sheet(SimpleFinSheet)
            assert repair.title == "Repair SimpleFIN at 127.0.0.1"
            repair.token.setText(desk.bank.setup_token(desk.server.url))
            press(repair, "Connect")
            opened = await desk.sheet(DoneSheet)
            assert opened.title == "SimpleFIN at 127.0.0.1 opens again"
            await desk.synced(found.item.id)

    run(scene())
