"""Rows and accounts entered by the keyboard, on the real core."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.entries.desk import EntryDesk
from budgetsync.ui.feed import Feed
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.reading import Reading
from budgetsync.vault.memory_vault import MemoryVault
from tests.ui.details_stage import TODAY, StageTime
from tests.ui.samples import delete, until
from tests.ui.search_stage import first_batch
from tests.unit.store.ledger_file import LedgerFile

Run = Callable[[Coroutine[Any, Any, None]], None]


@dataclass
class Stage:
    """A desk on a window of its own, with what is behind it."""

    core: Core
    bridge: Bridge
    connections: ConnectionsModel
    desk: EntryDesk

    def type(self, field: QLineEdit, text: str, key: Qt.Key | None = None) -> None:
        """Type into a field."""
        field.setFocus()
        QTest.keyClicks(field, text)
        if key is not None:
            QTest.keyClick(field, key)

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until something is so."""
        rows, accounts = self.desk.rows, self.desk.accounts
        await until(
            done,
            self.connections.loaded,
            rows.entered,
            rows.category.textChanged,
            rows.said_more,
            accounts.said_more,
            accounts.made,
        )


@asynccontextmanager
async def stage_of(folder: Path, icons: Icons, *, empty: bool = False) -> AsyncIterator[Stage]:
    ledger = LedgerFile(folder)
    if not empty:
        ledger.sync(first_batch())
    core = Core(ledger.database, {}, MemoryVault(), StageTime(ledger))
    bridge = Bridge(core)
    connections = ConnectionsModel(bridge)
    feed = Feed(core, bridge, connections)
    desk = EntryDesk(core, bridge, icons, Reading(QLocale("en_US"), lambda: TODAY), connections)
    window = QWidget()
    QVBoxLayout(window).addWidget(desk)
    window.resize(900, 200)
    window.show()
    stage = Stage(core, bridge, connections, desk)
    try:
        feed.refresh()
        await stage.settle(lambda: connections.is_loaded)
        yield stage
    finally:
        await bridge.close()
        delete(window)
        delete(bridge)
        await core.stop()
        ledger.close()


def test_rows_are_entered_one_after_the_other(run: Run, dressed: Theme, icons: Icons, tmp_path: Path) -> None:
    del dressed

    async def scenario() -> None:
        async with stage_of(tmp_path, icons) as stage:
            form = stage.desk.rows
            stage.desk.begin_row()
            assert form.day.day == TODAY
            form.account.setCurrentText("Savings")
            stage.type(form.amount, "4.50")
            stage.type(form.payee, "Grocery Outlet")
            form.category.setFocus()
            await stage.settle(lambda: bool(form.category.text()))
            assert form.category.text() == "Coffee"  # as that payee's newest row has it
            stage.type(form.category, "", Qt.Key.Key_Return)
            await stage.settle(lambda: form.said.text() == "Grocery Outlet was added")
            (row, *_) = await stage.core.newest_transactions(1)
            assert (row.account_name, row.amount.minor, row.payee or row.merchant, row.category) == (
                "Savings",
                -450,
                "Grocery Outlet",
                "Coffee",
            )
            assert [field.text() for field in (form.amount, form.payee, form.category)] == ["", "", ""]
            assert form.account.currentText() == "Savings"

            stage.type(form.amount, "+1,000", Qt.Key.Key_Return)
            await stage.settle(lambda: "is no amount" in form.said.text())
            assert form.amount.text() == "+1,000"
            QTest.keyClick(form.amount, Qt.Key.Key_Escape)
            assert form.isHidden()

    run(scenario())


def test_the_first_row_begins_with_an_account(run: Run, dressed: Theme, icons: Icons, tmp_path: Path) -> None:
    del dressed

    async def scenario() -> None:
        async with stage_of(tmp_path, icons, empty=True) as stage:
            stage.desk.begin_row()
            accounts, rows = stage.desk.accounts, stage.desk.rows
            assert (accounts.isHidden(), rows.isHidden()) == (False, True)
            assert accounts.currency.currentText() == "USD"
            stage.type(accounts.opening, "50", Qt.Key.Key_Return)
            await stage.settle(lambda: accounts.said.text().startswith("The account has no name."))
            stage.type(accounts.name, "Wallet", Qt.Key.Key_Return)
            await stage.settle(lambda: not rows.isHidden())
            assert (accounts.isHidden(), rows.account.currentText()) == (True, "Wallet")
            (item,) = (one for one in stage.connections.overview.items if one.accounts)
            (wallet,) = item.accounts
            assert wallet.current is not None
            assert (wallet.current.minor, wallet.type) == (5_000, "cash")

            stage.type(rows.amount, "3")
            stage.type(rows.payee, "Kiosk", Qt.Key.Key_Return)
            await stage.settle(lambda: rows.said.text() == "Kiosk was added")
            (row, *_) = await stage.core.newest_transactions(1)
            assert stage.desk.is_own(row)
            stage.desk.begin_change(row)
            assert (rows.amount.text(), rows.payee.text(), rows.category.isHidden()) == (
                "3.00",
                "Kiosk",
                True,
            )
            stage.type(rows.amount, "3.20", Qt.Key.Key_Return)
            await stage.settle(rows.isHidden)
            assert (await stage.core.transactions([row.id]))[0].amount.minor == -320
            stage.desk.begin_row()
            assert (rows.amount.text(), rows.category.isHidden()) == ("", False)

    run(scenario())
