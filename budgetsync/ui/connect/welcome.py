"""The first run: what the program does, where data live, and two ways to begin."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetsync.domain.errors import BudgetSyncError, Trouble, VaultError
from budgetsync.domain.events import Event
from budgetsync.domain.keys import NO_KEYS, Keys
from budgetsync.domain.profile import DEMO, SANDBOX, Profile
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.browser import open_in_browser
from budgetsync.ui.connect.hello_sheet import HelloSheet
from budgetsync.ui.connect.keep_sheets import KeepSheet, UnlockSheet
from budgetsync.ui.connect.keys_sheet import WHERE_TO_GET_KEYS, KeysSheet
from budgetsync.ui.connect.setup import Setup
from budgetsync.ui.connect.sheet import Sheet, SheetStack
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_SIZE, _SMALLEST = (700, 500), (420, 360)


class WelcomeWindow(QWidget):
    """The guide.

    Args:
        setup: Looks at keys and keeps what was chosen.
        resources: The folder that has icons/.
        before: What was chosen before, where the person comes back or a passphrase is asked for.
        trouble: Why the guide is shown again, where there is a reason.
        open_page: Opens an address in the browser.
    """

    def __init__(
        self,
        setup: Setup,
        resources: Path,
        *,
        before: Profile | None = None,
        trouble: Trouble | None = None,
        open_page: Callable[[str], bool] = open_in_browser,
    ) -> None:
        super().__init__()
        self._setup, self._before, self._open_page = setup, before, open_page
        self._icons = Icons(resources / "icons")
        self.bridge = Bridge(_Silence(), self)
        self._chosen: Profile | None = None
        self._is_over = asyncio.Event()
        self.stack = SheetStack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.addWidget(self.stack)
        self.setWindowTitle(translate("Welcome", "BudgetSync"))
        self.setWindowIcon(QIcon(self._icons.file("budgetsync")))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        # What has been opened in this session already is not asked for: the person wants something else.
        asked = before is not None and not before.session and trouble is None
        if asked and before is not None and before.vault == "file":
            self._ask_passphrase(before)
        elif asked and before is not None and before.vault == "memory":
            self._ask_keys(
                translate("Welcome", "Your keys were kept for one session only, and that session is over.")
            )
        else:
            self._say_hello(trouble)

    async def wait_chosen(self) -> Profile | None:
        """Wait for what the person chose; None where they closed the window."""
        await self._is_over.wait()
        await self.bridge.close()
        return self._chosen

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be over."""
        event.accept()
        self._is_over.set()

    def _say_hello(self, trouble: Trouble | None = None) -> None:
        sheet = HelloSheet(
            self._icons, self._setup.folder(DEMO).parent, trouble, leads_to_own=self._before is not None
        )
        sheet.demo_chosen.connect(lambda: self._choose(self._setup.choose_demo, self._say_hello))
        sheet.own_chosen.connect(self._ask_keys)
        self.stack.show_sheet(sheet)

    def _ask_keys(self, reason: str = "", typed: Keys = NO_KEYS, environment: str = "") -> None:
        before = self._before.environment if self._before is not None else SANDBOX
        wanted = environment or (SANDBOX if before == DEMO else before)
        sheet = KeysSheet(self._icons, self._setup, self.bridge, wanted, reason)
        sheet.client_id.setText(typed.client_id)
        sheet.secret.setText(typed.secret)
        sheet.where_requested.connect(lambda: self._open_page(WHERE_TO_GET_KEYS))
        sheet.left.connect(self._say_hello)
        if reason:
            self._offer_looking(sheet)
        sheet.accepted.connect(lambda environment, keys: self._keep(sheet, environment, keys))
        self.stack.show_sheet(sheet)

    def _keep(self, sheet: KeysSheet, environment: str, keys: Keys) -> None:
        def refused(trouble: Trouble) -> None:
            if self.stack.sheet is sheet:
                sheet.show_trouble(trouble, anyway=True)

        self._choose_vault(environment, keys, "keyring", "", refused)

    def _choose_vault(
        self, environment: str, keys: Keys, vault: str, passphrase: str, refused: Callable[[Trouble], None]
    ) -> None:
        async def keep() -> Profile:
            return await self._setup.choose_own(environment, keys, vault=vault, passphrase=passphrase)

        def locked(trouble: Trouble) -> None:
            there = self.stack.sheet
            if isinstance(there, KeepSheet):
                there.ways.show_trouble(trouble)
                return
            sheet = KeepSheet(self._icons, trouble)
            sheet.left.connect(lambda: self._ask_keys("", keys, environment))
            sheet.chosen.connect(
                lambda kind, word: self._choose_vault(environment, keys, kind, word, sheet.ways.show_trouble)
            )
            self.stack.show_sheet(sheet)

        self._choose(keep, refused, locked)

    def _ask_passphrase(self, profile: Profile) -> None:
        sheet = UnlockSheet(self._icons)

        def unlock(passphrase: str) -> None:
            async def opened() -> Profile:
                return await self._setup.unlock(profile, passphrase)

            self._choose(opened, sheet.show_trouble)

        sheet.chosen.connect(unlock)
        self._offer_looking(sheet)
        sheet.others_requested.connect(self._say_hello)
        self.stack.show_sheet(sheet)

    def _offer_looking(self, sheet: Sheet) -> None:
        """Let the ledger be seen without its keys: nothing is fetched then."""
        words = translate("Welcome", "&Look at the ledger only")
        name = translate("Welcome", "Open the ledger without its keys; nothing is fetched")
        sheet.add_button(button(words, name, "quiet"), self._look)

    def _look(self) -> None:
        self._chosen = self._before
        self.close()

    def _choose(
        self,
        step: Callable[[], Coroutine[Any, Any, Profile]],
        refused: Callable[[Trouble], None],
        locked: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Carry a choice out and be over with it.

        Args:
            refused: Told why it could not be.
            locked: Told instead where it is the place for secrets that takes nothing.
        """

        async def choose() -> None:
            try:
                self._chosen = await step()
            except VaultError as error:
                (locked or refused)(error.trouble)
            except BudgetSyncError as error:
                refused(error.trouble)
            else:
                self.close()

        self.bridge.spawn(choose(), on_error=refused, finish=True)


class _Silence:
    """There is no core yet, so nothing is told."""

    def subscribe(self, _listener: Callable[[Event], None]) -> Callable[[], None]:
        """Promise nothing."""
        return lambda: None


async def choose_profile(
    setup: Setup, *, resources: Path, before: Profile | None = None, trouble: Trouble | None = None
) -> Profile | None:
    """Show the guide until the person has chosen.

    The application has to be dressed already (`ui.theme.Theme`).

    Args:
        setup: Looks at keys and keeps what was chosen.
        resources: The folder that has icons/.
        before: What was chosen before, where the person comes back or a passphrase is asked for.
        trouble: Why the guide is shown again, where there is a reason.

    Returns:
        What is to be opened, remembered already; None where the person closed the guide.
    """
    window = WelcomeWindow(setup, resources, before=before, trouble=trouble)
    window.show()
    try:
        return await window.wait_chosen()
    finally:
        window.hide()
        window.deleteLater()
