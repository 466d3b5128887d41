"""The guide of the first run, before there is a ledger: its sheets, and what goes wrong on them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from budgetsync.domain.errors import VaultLocked
from budgetsync.domain.ports import Vault
from budgetsync.first_run import FirstRun
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.ui.connect.hello_sheet import HelloSheet
from budgetsync.ui.connect.keys_sheet import KeysSheet
from budgetsync.ui.connect.welcome import WelcomeWindow
from budgetsync.ui.theme import Theme
from budgetsync.vault.memory_vault import MemoryVault
from tests.screenshots.stage import RESOURCES, SetUp, serve
from tests.screenshots.studio import said, until
from tests.ui.connecting import press
from tests.ui.samples import delete

GuideWay = Callable[["GuideStage"], Awaitable[None]]
LOCKED = VaultLocked("The keyring is locked, or waits for a password.")


@dataclass
class GuideStage:
    """A guide that is open.

    Attributes:
        is_locked: Whether the keyring waits for its password.
    """

    window: WelcomeWindow
    is_locked: bool = False

    def open_vault(self, kind: str, _folder: Path, _passphrase: str) -> Vault:
        """Give the keyring."""
        if self.is_locked and kind == "keyring":
            raise LOCKED
        return MemoryVault()


@asynccontextmanager
async def open_guide(folder: Path, theme: Theme, set_up: SetUp) -> AsyncIterator[GuideStage]:
    """Open the guide, and close it."""
    del theme, set_up
    bank = DemoBank(rows=10)
    stage: list[GuideStage] = []
    with serve(bank) as server:
        setup = FirstRun(
            folder / "profile.json",
            hosts={"sandbox": server.url, "production": "http://127.0.0.1:1"},
            folders=lambda environment: folder / environment,
            open_vault=lambda kind, place, word: stage[0].open_vault(kind, place, word),  # noqa: PLW0108 - made below
        )
        window = WelcomeWindow(setup, RESOURCES, open_page=lambda _url: True)
        stage.append(GuideStage(window))
        window.show()
        try:
            yield stage[0]
        finally:
            window.close()
            await window.wait_chosen()
            delete(window)


async def hello(stage: GuideStage) -> None:
    """The first thing that is ever seen."""
    await until(lambda: isinstance(stage.window.stack.sheet, HelloSheet), "the guide says hello")


async def keys(stage: GuideStage) -> KeysSheet:
    """Where one's own keys are typed."""
    await hello(stage)
    press(stage.window, said("Welcome", "Use your own &Plaid keys"))
    await until(lambda: isinstance(stage.window.stack.sheet, KeysSheet), "keys can be typed")
    sheet = stage.window.stack.sheet
    assert isinstance(sheet, KeysSheet)
    return sheet


async def keys_wanted(stage: GuideStage) -> None:
    """Nothing is typed yet."""
    await keys(stage)


async def keys_refused(stage: GuideStage) -> None:
    """Plaid does not accept them."""
    await _try(stage, DEMO_CLIENT_ID, "0" * 30)


async def keyring_locked(stage: GuideStage) -> None:
    """They are right, and the keyring does not take them."""
    stage.is_locked = True
    await _try(stage, DEMO_CLIENT_ID, DEMO_SECRET)
    press(stage.window, said("Welcome", "&Save and open"))
    await until(
        lambda: not isinstance(stage.window.stack.sheet, KeysSheet), "the keyring is known to be locked"
    )


async def _try(stage: GuideStage, client_id: str, secret: str) -> None:
    sheet = await keys(stage)
    sheet.client_id.setText(client_id)
    sheet.secret.setText(secret)
    answers: list[None] = []
    sheet.tried.connect(lambda *_: answers.append(None))
    sheet.go_button.click()
    await until(lambda: bool(answers), "Plaid has answered")
