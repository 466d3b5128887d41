"""Connecting a bank and signing in anew from the window: the real core, and a visitor of the bank's own page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from budgetsync.domain.errors import VaultLocked
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.keys import Keys
from budgetsync.domain.link import COUNTRIES, LANGUAGES
from budgetsync.sync.engine import secret_name
from budgetsync.ui.connect.choose_sheet import AnewSheet, ChooseSheet
from budgetsync.ui.connect.outcome_sheets import AgainSheet, DoneSheet, DuplicateSheet
from budgetsync.ui.connect.places import country_name, country_of, language_of
from budgetsync.ui.connect.vault_sheet import VaultSheet
from budgetsync.ui.connect.waiting_sheet import WaitingSheet
from budgetsync.vault.lazy_vault import LazyVault
from budgetsync.vault.memory_vault import MemoryVault
from tests.integration.visitor import GOOD, LEAVE, choose, connect, visit
from tests.ui.connecting import BANK, OTHER, Desk, buttons, open_desk, press, words
from tests.ui.samples import until

pytestmark = pytest.mark.usefixtures("dressed")
Run = Callable[[Coroutine[Any, Any, None]], None]


async def begin(desk: Desk) -> WaitingSheet:
    desk.actions.connect_requested.emit()
    press(await desk.sheet(ChooseSheet), "Continue in the browser")
    return await desk.sheet(WaitingSheet)


async def connected(desk: Desk, bank: str = BANK) -> ItemId:
    before = {one.item.id for one in (await desk.core.overview()).items}
    await begin(desk)
    await connect(desk.opened[-1], bank)
    press(await desk.sheet(DoneSheet), "Done")
    (item_id,) = {one.item.id for one in (await desk.core.overview()).items} - before
    await desk.synced(item_id)
    return item_id


def test_a_bank_is_connected_from_the_choice_to_its_accounts(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            waiting = await begin(desk)
            assert desk.seen == ["opened"]
            assert len(desk.opened) == 1
            assert waiting.address.text() == desk.opened[0]
            await until(lambda: waiting.words == "Waiting for you to open the page.", waiting.said)
            assert waiting.time_left == "The page can be opened for 30 more minutes."
            await visit(desk.opened[0], choose(BANK))
            await until(lambda: "page is open" in waiting.words, waiting.said)
            await visit(desk.opened[0], GOOD, {"action": "share", "account": ["0", "1", "2"]})
            done = await desk.sheet(DoneSheet)
            (found,) = (await desk.core.overview()).items
            assert done.title == f"{found.item.institution.name} is connected"
            await desk.synced(found.item.id)
            accounts = (await desk.connection(found.item.id)).accounts
            assert len(accounts) == 3
            said = words(done)
            assert all(f"{account.name}  ••{account.mask}" in said for account in accounts)
            assert buttons(done) == ["Done", "Connect another bank"]
            press(done, "Done")
            assert desk.seen[-1] == "finished"

    run(scene())


def test_what_was_chosen_is_what_the_bank_is_asked_for(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path, locale="de_DE") as desk:
            desk.actions.connect_requested.emit()
            sheet = await desk.sheet(ChooseSheet)
            assert [button.text() for button in sheet.histories.buttons()] == [
                "30 days",
                "90 days",
                "1 year",
                "2 years, the most there is",
            ]
            assert sheet.histories.checkedId() == 730
            assert "asked for once" in words(sheet)
            assert sheet.countries.currentText() == "Germany"
            sheet.histories.button(90).click()
            sheet.countries.setCurrentIndex(COUNTRIES.index("IE"))
            press(sheet, "Continue in the browser")
            await desk.sheet(WaitingSheet)
            (ticket,) = [each.request for each in desk.bank._bank.desk._by_token.values()]
            assert ticket["transactions"] == {"days_requested": 90}
            assert (ticket["country_codes"], ticket["language"]) == (["IE"], "de")
            press(await desk.sheet(WaitingSheet), "Cancel")
            desk.actions.connect_requested.emit()
            assert (await desk.sheet(ChooseSheet)).countries.currentText() == "Ireland"

    run(scene())


def test_the_page_is_opened_again_its_address_copied_and_the_waiting_ended(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            waiting = await begin(desk)
            press(waiting, "Open the page again")
            assert desk.opened == [desk.opened[0]] * 2
            press(waiting, "Copy the address")
            assert QGuiApplication.clipboard().text() == desk.opened[0]
            assert waiting.copy_button.text() == "Copied"
            desk.has_browser = False
            press(waiting, "Open the page again")
            assert "did not open" in waiting.words
            desk.actions.connect_requested.emit()
            assert await desk.sheet(WaitingSheet) is waiting
            QTest.keyClick(waiting, Qt.Key.Key_Escape)
            assert desk.seen[-1] == "finished"
            assert not desk.pages.connecting.is_waiting
            await connect(desk.opened[0], BANK)
            assert (await desk.core.overview()).items == ()

    run(scene())


def test_a_duplicate_is_seen_before_anything_is_made(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            item_id = await connected(desk)
            there = await desk.connection(item_id)
            await begin(desk)
            await connect(desk.opened[-1], BANK)
            sheet = await desk.sheet(DuplicateSheet)
            said = words(sheet)
            assert sheet.title == f"Connected already: {there.item.institution.name}"
            assert all(f"{account.name}  ••{account.mask}" in said for account in there.accounts)
            press(sheet, "Keep what is there")
            assert len((await desk.core.overview()).items) == 1
            await begin(desk)
            await connect(desk.opened[-1], BANK)
            press(await desk.sheet(DuplicateSheet), "Sign in again there")
            assert (await desk.sheet(AnewSheet)).title.startswith("Sign in again at")
            await begin(desk)
            await connect(desk.opened[-1], BANK)
            press(await desk.sheet(DuplicateSheet), "Connect all the same")
            await desk.sheet(DoneSheet)
            assert len((await desk.core.overview()).items) == 2

    run(scene())


def test_who_leaves_the_page_gets_a_new_one(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            await begin(desk)
            await visit(desk.opened[0], choose(BANK), LEAVE)
            sheet = await desk.sheet(AgainSheet)
            assert sheet.title == "You left the page before the end"
            assert "Nothing was changed" in words(sheet)
            press(sheet, "Open a new page")
            await desk.sheet(WaitingSheet)
            assert len(set(desk.opened)) == 2
            await connect(desk.opened[1], OTHER)
            await desk.sheet(DoneSheet)

    run(scene())


def test_a_page_that_nobody_opens_expires(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            waiting = await begin(desk)
            desk.clock.late = timedelta(minutes=29, seconds=30)
            waiting.show_time_left()
            assert waiting.time_left == "The page can be opened for one more minute."
            desk.clock.late = timedelta(minutes=31)
            waiting.show_time_left()
            assert "no longer" in waiting.time_left
            sheet = await desk.sheet(AgainSheet)
            assert sheet.title == "The page has expired"
            assert buttons(sheet) == ["Open a new page", "Close"]

    run(scene())


def test_without_a_network_it_goes_on_waiting_and_nothing_is_lost(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            waiting = await begin(desk)
            desk.bank.add_fault("server_error", endpoint="/link/token/get", times=3)
            await until(lambda: "goes on waiting" in waiting.words, waiting.said)
            await until(lambda: waiting.words == "Waiting for you to open the page.", waiting.said)
            await connect(desk.opened[0], BANK)
            await desk.sheet(DoneSheet)

    run(scene())


def test_a_login_that_expired_is_repaired_at_the_same_connection(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            item_id = await connected(desk)
            before = await desk.connection(item_id)
            desk.bank.happen("login_expiry")
            desk.bank.advance(days=2)
            await desk.core.request_sync(item_id)
            await desk.synced(item_id)
            assert (await desk.connection(item_id)).item.status is ItemStatus.REAUTH_REQUIRED
            desk.actions.reconnect_requested.emit(item_id)
            sheet = await desk.sheet(AnewSheet)
            assert not sheet.accounts.isChecked()
            press(sheet, "Continue in the browser")
            waiting = await desk.sheet(WaitingSheet)
            assert f"Sign in at {before.item.institution.name}" in words(waiting)
            await visit(desk.opened[-1], GOOD)
            done = await desk.sheet(DoneSheet)
            assert done.title == f"{before.item.institution.name} opens again"
            await desk.synced(item_id)
            after = await desk.connection(item_id)
            assert after.item.status is ItemStatus.HEALTHY

    run(scene())


def test_where_the_key_is_gone_a_new_connection_takes_over(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        vault = MemoryVault()
        async with open_desk(tmp_path, vault=vault) as desk:
            item_id = await connected(desk)
            item = (await desk.connection(item_id)).item
            vault.delete(secret_name(desk.core._database, item.provider, item.source_item_id))
            desk.actions.reconnect_requested.emit(item_id)
            press(await desk.sheet(AnewSheet), "Continue in the browser")
            assert "carried over" in words(await desk.sheet(WaitingSheet))
            await connect(desk.opened[-1], BANK)
            await desk.sheet(DoneSheet)
            new = max(one.item.id for one in (await desk.core.overview()).items)
            assert new != item_id
            await desk.synced(new)
            assert len((await desk.connection(new)).accounts) == 3

    run(scene())


def test_a_connection_that_is_not_there_shows_nothing(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path) as desk:
            desk.actions.reconnect_requested.emit(ItemId(77))
            await until(lambda: desk.seen[-1:] == ["finished"], desk.pages.finished)
            assert desk.pages.connecting.sheet is None

    run(scene())


def test_refused_keys_lead_to_the_guide(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_desk(tmp_path, environment="sandbox", keys=Keys("wrong", "wrong")) as desk:
            desk.actions.connect_requested.emit()
            press(await desk.sheet(ChooseSheet), "Continue in the browser")
            sheet = await desk.sheet(AgainSheet)
            assert sheet.title == "No bank was connected"
            assert "Plaid did not accept" in words(sheet)
            press(sheet, "Enter other keys")
            assert desk.seen[-1] == "setup_requested"

    run(scene())


@pytest.mark.parametrize(("way", "kind"), [("session", "memory"), ("file", "file"), ("again", "")])
def test_each_way_out_of_a_locked_keyring_leads_on(run: Run, tmp_path: Path, way: str, kind: str) -> None:
    turned: list[tuple[str, str]] = []
    is_locked = True

    def keyring() -> MemoryVault:
        if is_locked:
            message = "The keyring is locked, or waits for a password."
            raise VaultLocked(message)
        return MemoryVault()

    vault = LazyVault("the system keyring", keyring)

    def turn(kind: str, passphrase: str) -> None:
        turned.append((kind, passphrase))
        vault.turn_to(MemoryVault())

    async def scene() -> None:
        nonlocal is_locked
        async with open_desk(tmp_path, environment="sandbox", vault=vault, turn=turn) as desk:
            desk.actions.connect_requested.emit()
            press(await desk.sheet(ChooseSheet), "Continue in the browser")
            sheet = await desk.sheet(VaultSheet)
            assert "The keyring is locked" in words(sheet)
            assert desk.opened == []
            if way == "session":
                press(sheet, "Keep for this session only")
            elif way == "file":
                assert not sheet.ways.file_button.isEnabled()
                for first, second, complaint in (
                    ("short", "short", "A passphrase has 8 letters or more."),
                    ("correct horse", "correct mouse", "The two are not the same."),
                ):
                    sheet.ways.first.setText(first)
                    sheet.ways.second.setText(second)
                    press(sheet, "Keep in a sealed file")
                    assert complaint in words(sheet)
                sheet.ways.second.setText("correct horse")
                press(sheet, "Keep in a sealed file")
            else:
                press(sheet, "Try again")
                sheet = await desk.sheet(VaultSheet)
                is_locked = False
                press(sheet, "Try again")
            await desk.sheet(WaitingSheet)
            await connect(desk.opened[-1], BANK)
            await desk.sheet(DoneSheet)

    run(scene())
    assert turned == ([] if way == "again" else [(kind, "correct horse" if way == "file" else "")])


def test_country_and_language_are_the_persons_own_where_banks_are_there() -> None:
    assert [country_of(QLocale(name)) for name in ("de_DE", "en_GB", "ja_JP", "C")] == [
        "DE",
        "GB",
        "US",
        "US",
    ]
    assert [language_of(QLocale(name)) for name in ("pt_BR", "nb_NO", "ja_JP", "C")] == [
        "pt",
        "no",
        "en",
        "en",
    ]
    assert len({country_name(code) for code in COUNTRIES}) == len(COUNTRIES) == 20
    assert "en" in LANGUAGES
