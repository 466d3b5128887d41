"""Removing a connection from the window: asked in place, carried out to the end, told as it is."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.ui.connect.remove_sheets import NotRemovedSheet, RemovedSheet, RemoveSheet
from tests.ui.connecting import BANK, Desk, buttons, open_desk, press, words
from tests.ui.samples import until

pytestmark = pytest.mark.usefixtures("dressed")
Run = Callable[[Coroutine[Any, Any, None]], None]


async def asked(desk: Desk) -> tuple[ItemId, RemoveSheet]:
    item_id = await desk.core.connect_sandbox(BANK)
    await desk.core.request_sync(item_id)
    await desk.synced(item_id)
    desk.actions.remove_requested.emit(item_id)
    return item_id, await desk.sheet(RemoveSheet, desk.pages.removing)


def items_at_the_bank(desk: Desk) -> int:
    return sum(not item.get("removed", False) for item in desk.bank.world(transactions=False)["items"])


def test_the_history_is_kept_unless_it_is_said_otherwise(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            item_id, sheet = await asked(desk)
            found = await desk.connection(item_id)
            rows = sum(account.transactions for account in found.accounts)
            assert sheet.title == f"Remove the connection to {found.item.institution.name}"
            assert f"Its {rows} transactions stay" in words(sheet)
            assert "cannot be undone" in words(sheet)
            assert sheet.keep.isChecked()
            assert not sheet.confirmation.isVisible()
            press(sheet, "Remove the connection")
            done = await desk.sheet(RemovedSheet, desk.pages.removing)
            assert "worth nothing any more" in words(done)
            assert f"Its {rows} transactions stay" in words(done)
            after = await desk.connection(item_id)
            assert after.item.status is ItemStatus.DISCONNECTED
            assert sum(account.transactions for account in after.accounts) == rows
            assert items_at_the_bank(desk) == 0
            press(done, "Done")
            assert desk.seen == ["opened", "finished"]

    run(scene())


def test_deleting_wants_the_name_of_the_bank_and_makes_a_backup_first(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            item_id, sheet = await asked(desk)
            bank = (await desk.connection(item_id)).item.institution.name
            sheet.delete.click()
            assert sheet.confirmation.isVisible()
            assert not sheet.go_button.isEnabled()
            for wrong in ("", bank[:-1], f"{bank}x"):
                sheet.name.setText(wrong)
                QTest.keyClick(sheet.name, Qt.Key.Key_Return)
                assert not sheet.go_button.isEnabled()
            assert desk.pages.removing.sheet is sheet
            sheet.name.setText(f"  {bank.upper()} ")
            assert sheet.go_button.text() == "Remove and delete"
            QTest.keyClick(sheet.name, Qt.Key.Key_Return)
            done = await desk.sheet(RemovedSheet, desk.pages.removing)
            (backup,) = [path.name for path in (tmp_path / "backups").glob("*.sqlite")]
            assert "3 of 3 accounts were deleted" in words(done)
            assert backup in words(done)
            assert await desk.core.newest_transactions(None) == []
            assert items_at_the_bank(desk) == 0

    run(scene())


def test_a_provider_that_cannot_be_reached_leaves_all_as_it_is_until_one_insists(
    run: Run, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            item_id, sheet = await asked(desk)
            desk.bank.add_fault("server_error", endpoint="/item/remove")
            press(sheet, "Remove the connection")
            refused = await desk.sheet(NotRemovedSheet, desk.pages.removing)
            assert "Nothing was changed so far" in words(refused)
            assert buttons(refused)[-3:] == ["Try again", "Remove here all the same", "Cancel"]
            assert (await desk.connection(item_id)).item.status is not ItemStatus.DISCONNECTED
            press(refused, "Try again")
            stack = desk.pages.removing
            await until(lambda: stack.sheet not in {refused, None}, stack.sheet_shown)
            refused = await desk.sheet(NotRemovedSheet, stack)
            press(refused, "Remove here all the same")
            done = await desk.sheet(RemovedSheet, stack)
            assert "could not be told" in words(done)
            assert (await desk.connection(item_id)).item.status is ItemStatus.DISCONNECTED

    run(scene())


def test_who_thinks_better_of_it_removes_nothing(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            item_id, sheet = await asked(desk)
            QTest.keyClick(sheet, Qt.Key.Key_Escape)
            assert desk.seen == ["opened", "finished"]
            assert desk.pages.removing.sheet is None
            assert (await desk.connection(item_id)).item.status is not ItemStatus.DISCONNECTED
            desk.actions.remove_requested.emit(ItemId(77))
            await until(lambda: desk.seen[-2:] == ["opened", "finished"], desk.pages.finished)

    run(scene())
