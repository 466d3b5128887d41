"""The first run: the demo in one click, one's own keys tried before they are kept, and each way out in place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from budgetsync.domain.errors import Trouble, VaultError, VaultLocked
from budgetsync.domain.keys import Keys, load_keys
from budgetsync.domain.ports import Vault
from budgetsync.domain.profile import Profile
from budgetsync.first_run import FirstRun
from budgetsync.host.profile import load_profile
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.ui.connect.hello_sheet import HelloSheet
from budgetsync.ui.connect.keep_sheets import KeepSheet, UnlockSheet
from budgetsync.ui.connect.keys_sheet import WHERE_TO_GET_KEYS, KeysSheet
from budgetsync.ui.connect.sheet import Sheet
from budgetsync.ui.connect.welcome import WelcomeWindow
from budgetsync.vault.file_vault import FileVault
from budgetsync.vault.memory_vault import MemoryVault
from tests.ui.connecting import buttons, press, words
from tests.ui.program import RESOURCES
from tests.ui.samples import delete, until
from tests.ui.stalls import unhurried

pytestmark = pytest.mark.usefixtures("dressed")
Run = Callable[[Coroutine[Any, Any, None]], None]
T = TypeVar("T", bound=Sheet)
KEYS = Keys(DEMO_CLIENT_ID, DEMO_SECRET)
LOCKED = VaultLocked("The keyring is locked, or waits for a password.")


@dataclass
class Place:
    """A keyring that may not open, and files beside it."""

    keyring: MemoryVault = field(default_factory=MemoryVault)
    trouble: VaultError | None = None

    def open(self, kind: str, folder: Path, passphrase: str) -> Vault:
        if kind == "file":
            return FileVault(folder / "secrets.sealed", passphrase=passphrase)
        if self.trouble is not None:
            raise self.trouble
        return self.keyring


@dataclass
class Guide:
    """A guide that is seen."""

    window: WelcomeWindow
    path: Path
    opened: list[str]
    place: Place

    async def sheet(self, kind: type[T]) -> T:
        stack = self.window.stack
        await until(lambda: isinstance(stack.sheet, kind), stack.sheet_shown, self.window.bridge.failed)
        assert isinstance(stack.sheet, kind)
        return stack.sheet

    async def typed(self, keys: Keys = KEYS) -> KeysSheet:
        """Go to the keys and type some."""
        press(await self.sheet(HelloSheet), "Use your own Plaid keys")
        sheet = await self.sheet(KeysSheet)
        assert not sheet.go_button.isEnabled()
        sheet.client_id.setText(f" {keys.client_id}\t")
        sheet.secret.setText(keys.secret)
        return sheet

    @property
    def profile(self) -> Profile | None:
        return load_profile(self.path)


async def tried(sheet: KeysSheet) -> None:
    """Press the button and wait for the answer."""
    answers: list[None] = []
    sheet.tried.connect(lambda: answers.append(None))
    sheet.go_button.click()
    assert not sheet.go_button.isEnabled()
    assert sheet.said == "Asking Plaid."
    await until(lambda: bool(answers), sheet.tried)


@asynccontextmanager
async def open_guide(
    folder: Path, *, before: Profile | None = None, trouble: Trouble | None = None
) -> AsyncIterator[Guide]:
    with unhurried("the bank is a process of its own, elsewhere"):
        bank = DemoBank(rows=10)
        serving = bank.serve()
    with serving as server:
        path, place = folder / "profile.json", Place()
        setup = FirstRun(
            path,
            hosts={"sandbox": server.url, "production": "http://127.0.0.1:1"},
            folders=lambda environment: folder / environment,
            open_vault=place.open,
        )
        opened: list[str] = []

        def open_page(url: str) -> bool:
            opened.append(url)
            return True

        with unhurried("a window is built before anybody can use it"):
            window = WelcomeWindow(
                setup,
                RESOURCES,
                before=before,
                trouble=trouble,
                open_page=open_page,
            )
            window.show()
        guide = Guide(window, path, opened, place)
        try:
            yield guide
        finally:
            window.close()
            await window.wait_chosen()
            delete(window)


def test_the_demo_bank_is_one_click_away(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            sheet = await guide.sheet(HelloSheet)
            assert sheet.place.path == tmp_path
            assert guide.window.focusWidget() is sheet.demo_button
            QTest.keyClick(sheet.demo_button, Qt.Key.Key_Return)
            assert await guide.window.wait_chosen() == Profile("demo")
            assert guide.profile == Profile("demo")

    run(scene())


def test_who_closes_the_guide_has_chosen_nothing(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            guide.window.close()
            assert await guide.window.wait_chosen() is None
            assert guide.profile is None

    run(scene())


def test_keys_that_plaid_accepts_are_kept_and_opened(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            sheet = await guide.typed()
            press(sheet, "Where to get keys")
            assert guide.opened == [WHERE_TO_GET_KEYS]
            assert sheet.secret.echoMode() is QLineEdit.EchoMode.Password
            sheet.shown.click()
            assert sheet.secret.echoMode() is QLineEdit.EchoMode.Normal
            await tried(sheet)
            assert sheet.said == "Plaid accepts these keys."
            assert guide.profile is None
            press(sheet, "Save and open")
            assert await guide.window.wait_chosen() == Profile("sandbox", vault="keyring")
            assert load_keys(guide.place.keyring, "sandbox") == KEYS
            assert guide.profile == Profile("sandbox", vault="keyring")

    run(scene())


def test_keys_that_plaid_refuses_are_not_kept_and_can_be_corrected(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            sheet = await guide.typed(Keys(DEMO_CLIENT_ID, "0" * 30))
            await tried(sheet)
            assert "did not accept" in words(sheet)
            assert "Save all the same" not in buttons(sheet)
            assert sheet.go_button.text() == "&Check"
            assert guide.profile is None
            sheet.secret.setText(DEMO_SECRET)
            assert "did not accept" not in words(sheet)
            QTest.keyClick(sheet.secret, Qt.Key.Key_Return)
            await until(lambda: sheet.said == "Plaid accepts these keys.", sheet.tried)
            sheet.production.click()
            assert sheet.said == ""
            assert sheet.go_button.text() == "&Check"
            assert sheet.place.path == tmp_path / "production"

    run(scene())


def test_where_nobody_can_be_asked_they_are_kept_when_one_says_so(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            sheet = await guide.typed()
            sheet.production.click()
            await tried(sheet)
            assert "cannot be reached" in words(sheet)
            press(sheet, "Save all the same")
            assert await guide.window.wait_chosen() == Profile("production", vault="keyring")
            assert load_keys(guide.place.keyring, "production") == KEYS

    run(scene())


async def to_the_vault(guide: Guide) -> KeepSheet:
    guide.place.trouble = LOCKED
    sheet = await guide.typed()
    await tried(sheet)
    press(sheet, "Save and open")
    keep = await guide.sheet(KeepSheet)
    assert "Nothing was saved so far" in words(keep)
    assert "The keyring is locked" in words(keep)
    assert guide.profile is None
    return keep


def test_a_locked_keyring_is_tried_again(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            keep = await to_the_vault(guide)
            guide.place.trouble = VaultError("This system has no keyring for secrets.", title="No keyring")
            press(keep, "Try again")
            await until(lambda: "No keyring" in words(keep), keep.ways.shown)
            guide.place.trouble = None
            press(keep, "Try again")
            assert await guide.window.wait_chosen() == Profile("sandbox", vault="keyring")
            assert load_keys(guide.place.keyring, "sandbox") == KEYS

    run(scene())


def test_without_a_keyring_keys_are_kept_for_the_session(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            press(await to_the_vault(guide), "Keep for this session only")
            profile = await guide.window.wait_chosen()
            assert profile is not None
            assert profile.session == {"PLAID_CLIENT_ID": DEMO_CLIENT_ID, "PLAID_SECRET": DEMO_SECRET}
            assert guide.profile == Profile("sandbox", vault="memory")
            assert DEMO_SECRET not in guide.path.read_text()
        async with open_guide(tmp_path, before=guide.profile) as guide:
            sheet = await guide.sheet(KeysSheet)
            assert "that session is over" in words(sheet)
            press(sheet, "Look at the ledger only")
            assert await guide.window.wait_chosen() == Profile("sandbox", vault="memory")
        async with open_guide(tmp_path, before=profile) as guide:
            await guide.sheet(HelloSheet)

    run(scene())


def test_without_a_keyring_a_sealed_file_is_made_and_asked_for_at_each_start(
    run: Run, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            keep = await to_the_vault(guide)
            press(keep, "Back")
            sheet = await guide.sheet(KeysSheet)
            assert sheet.keys == KEYS
            await tried(sheet)
            press(sheet, "Save and open")
            keep = await guide.sheet(KeepSheet)
            for passphrase in (keep.ways.first, keep.ways.second):
                passphrase.setText("correct horse")
            QTest.keyClick(keep.ways.second, Qt.Key.Key_Return)
            assert await guide.window.wait_chosen() == Profile("sandbox", vault="file")
        async with open_guide(tmp_path, before=guide.profile) as guide:
            unlock = await guide.sheet(UnlockSheet)
            unlock.passphrase.setText("wrong horse")
            press(unlock, "Open")
            await until(lambda: "does not open" in words(unlock), unlock.refused)
            assert unlock.passphrase.text() == ""
            unlock.passphrase.setText("correct horse")
            press(unlock, "Open")
            profile = await guide.window.wait_chosen()
            assert profile is not None
            assert profile.layer()["BUDGETSYNC_PASSPHRASE"] == "correct horse"

    run(scene())


def test_a_choice_that_cannot_be_read_is_told_and_made_anew(run: Run, tmp_path: Path) -> None:
    trouble = Trouble("SettingsError", "Your choice cannot be read", "The file is damaged.", "Choose again.")

    async def scene() -> None:
        async with open_guide(tmp_path, trouble=trouble) as guide:
            sheet = await guide.sheet(HelloSheet)
            assert "Your choice cannot be read" in words(sheet)
            guide.path.mkdir()
            press(sheet, "Try the demo bank")
            await until(lambda: "not remembered" in words(guide.window), guide.window.stack.sheet_shown)
            guide.path.rmdir()
            press(await guide.sheet(HelloSheet), "Try the demo bank")
            assert await guide.window.wait_chosen() == Profile("demo")

    run(scene())


def test_who_comes_back_from_the_demo_is_led_to_the_keys(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path, before=Profile("demo")) as guide:
            sheet = await guide.sheet(HelloSheet)
            assert guide.window.focusWidget() is sheet.own_button
            press(sheet, "Use your own Plaid keys")
            keys = await guide.sheet(KeysSheet)
            assert keys.sandbox.isChecked()
            QTest.keyClick(keys, Qt.Key.Key_Escape)
            await guide.sheet(HelloSheet)

    run(scene())


def test_every_control_of_the_guide_is_named_and_reached_by_tab(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        async with open_guide(tmp_path) as guide:
            seen: list[QWidget] = [await guide.sheet(HelloSheet)]
            check(seen[-1])
            press(seen[-1], "Use your own Plaid keys")
            check(await guide.sheet(KeysSheet))
        async with open_guide(tmp_path / "other") as guide:
            check(await to_the_vault(guide))

    run(scene())


def check(sheet: QWidget) -> None:
    """Look at every control that is seen."""
    found = [
        each
        for kind in (QAbstractButton, QLineEdit)
        for each in sheet.findChildren(kind)
        if each.isVisibleTo(sheet)
    ]
    assert found
    for control in found:
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name).strip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
