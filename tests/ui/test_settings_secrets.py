"""Secrets: which place is in use, what it answers to a real write, and keys out of a `.env` file."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from budgetsync.domain.errors import VaultError, VaultLocked
from budgetsync.domain.keys import Keys, load_keys, setting_entry
from budgetsync.host.env_file import read_env_file
from budgetsync.ui.settings.env_rows import EnvRows
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.settings.page import Place
from budgetsync.ui.settings.secrets_section import SecretsSection
from budgetsync.ui.theme import Theme
from budgetsync.vault.memory_vault import MemoryVault
from tests.ui.settings_stage import Stage, open_settings, press

Run = Callable[[Coroutine[Any, Any, None]], None]
READS = Outside(read_env=read_env_file)
ENV = """\
NEXT_PUBLIC_PLAID_CLIENT_ID=client-of-mine
PLAID_SECRET="secret-of-mine"
PLAID_WEBHOOK_SECRET=token-in-the-path
SYNC_SCHEDULE_INTERVAL=900000
SYNC_PARALLEL=4
STRIPE_KEY=not-ours
"""


class Keyring(MemoryVault):
    """A keyring of some name, which may be in some trouble."""

    def __init__(self, place: str = "the system keyring (Wallet)", error: VaultError | None = None) -> None:
        super().__init__()
        self.place = place
        self.error = error

    def check(self) -> None:
        if self.error is not None:
            raise self.error


def env_file(folder: Path, text: str = ENV) -> Path:
    path = folder / "mine.env"
    path.write_text(text, encoding="utf-8")
    return path


def said(stage: Stage) -> str:
    """Everything that the page says anywhere."""
    labels = stage.page.findChildren(QLabel)
    return "\n".join((*(each.text() for each in labels), *(each.toolTip() for each in labels)))


async def open_secrets(stage: Stage) -> SecretsSection:
    section = stage.show(Place.SECRETS, SecretsSection)
    await stage.until(lambda: section.check_button.isEnabled() and bool(section.state.words))
    return section


async def preview(stage: Stage, path: Path) -> EnvRows:
    rows = (await open_secrets(stage)).env
    rows.offer(path)
    await stage.until(lambda: rows.preview.isVisibleTo(rows) or bool(rows.feedback.words))
    return rows


def test_the_place_in_use_is_named_and_tried_by_a_real_write(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        vault = Keyring()
        async with open_settings(tmp_path, dressed, vault=vault) as stage:
            section = await open_secrets(stage)
            assert section.place_row.title.text() == "The system keyring (Wallet)"
            assert "written, read and deleted" in section.state.words
            vault.error = VaultLocked("The keyring is locked, or waits for a password.")
            press(section.check_button, Qt.Key.Key_Space)
            await stage.until(lambda: section.state.words.startswith("The keyring is locked"))
            assert "Unlock your system's keyring" in section.way_out.text()
            assert "the ledger itself is not affected" in section.way_out.text()
            vault.error = VaultError("This system has no keyring for secrets.", title="No keyring")
            press(section.check_button, Qt.Key.Key_Space)
            await stage.until(lambda: section.state.words.startswith("No keyring"))
            assert "BUDGETSYNC_PASSPHRASE" in section.way_out.text()
            vault.error = None
            press(section.check_button, Qt.Key.Key_Space)
            await stage.until(lambda: "written, read and deleted" in section.state.words)
            assert not section.way_out.isVisibleTo(section)

    run(scenario())


def test_another_place_than_last_time_is_told_until_it_is_accepted(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, vault=Keyring()) as stage:
            section = await open_secrets(stage)
            assert not section.changed_row.isVisibleTo(section)
        for _ in range(2):
            async with open_settings(tmp_path, dressed, vault=Keyring("the system keyring (Other)")) as stage:
                section = await open_secrets(stage)
                assert section.changed_row.isVisibleTo(section)
                assert "Wallet" in section.changed_row.explanation.text()
                assert "signing in again" in section.changed_row.explanation.text()
        async with open_settings(tmp_path, dressed, vault=Keyring("the system keyring (Other)")) as stage:
            section = await open_secrets(stage)
            press(section.accept_button, Qt.Key.Key_Space)
            await stage.until(lambda: not section.changed_row.isVisibleTo(section))
        async with open_settings(tmp_path, dressed, vault=Keyring("the system keyring (Other)")) as stage:
            section = await open_secrets(stage)
            assert not section.changed_row.isVisibleTo(section)

    run(scenario())


def test_a_file_is_shown_by_its_names_and_taken_over_when_the_person_agrees(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        vault = Keyring()
        async with open_settings(
            tmp_path, dressed, vault=vault, environment="sandbox", outside=READS
        ) as stage:
            rows = await preview(stage, env_file(tmp_path))
            words = rows.preview.words
            assert "To the place for secrets: PLAID_CLIENT_ID, PLAID_SECRET, PLAID_WEBHOOK_SECRET." in words
            assert "Into the ledger: SYNC_SCHEDULE_INTERVAL." in words
            assert "SYNC_PARALLEL" in words
            assert "Not known to BudgetSync: STRIPE_KEY." in words
            for value in ("client-of-mine", "secret-of-mine", "token-in-the-path", "not-ours"):
                assert value not in said(stage)
            assert not load_keys(vault, "sandbox")
            asked: list[bool] = []
            stage.page.restart_requested.connect(lambda: asked.append(True))
            press(rows.preview.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: rows.feedback.words.startswith("Taken over:"))
            assert load_keys(vault, "sandbox") == Keys("client-of-mine", "secret-of-mine")
            assert vault.load(setting_entry("sandbox", "PLAID_WEBHOOK_SECRET")) == "token-in-the-path"
            assert (await stage.core.timetable()).settings.interval == timedelta(minutes=15)
            assert "from the next start on" in rows.feedback.words
            press(rows.restart_button, Qt.Key.Key_Space)
            assert asked == [True]

    run(scenario())


def test_nothing_is_taken_over_where_the_vault_is_locked(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        vault = Keyring(error=VaultLocked("The keyring is locked."))
        async with open_settings(
            tmp_path, dressed, vault=vault, environment="sandbox", outside=READS
        ) as stage:
            rows = await preview(stage, env_file(tmp_path))
            press(rows.preview.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: rows.feedback.words.startswith("The keyring is locked"))
            assert (await stage.core.timetable()).settings.interval == timedelta(hours=1)
            vault.error = None
            assert not load_keys(vault, "sandbox")

    run(scenario())


def test_a_file_that_cannot_be_taken_over_says_why(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(
            tmp_path, dressed, vault=Keyring(), environment="sandbox", outside=READS
        ) as stage:
            for text, why in (
                ("STRIPE_KEY=1", "names no setting"),
                ("SYNC_SCHEDULE_INTERVAL=soon", "SYNC_SCHEDULE_INTERVAL is 'soon'"),
                ("\0", "not a text file of settings"),
            ):
                rows = await preview(stage, env_file(tmp_path, text))
                assert why in rows.feedback.words
                assert not rows.preview.isVisibleTo(rows)
            rows = await preview(stage, tmp_path / "missing.env")
            assert "cannot be read" in rows.feedback.words
            rows = await preview(stage, env_file(tmp_path, "PLAID_CLIENT_ID=alone"))
            press(rows.preview.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: "The file has no PLAID_SECRET" in rows.feedback.words)
            rows = await preview(stage, env_file(tmp_path, "SYNC_PARALLEL=2"))
            assert not rows.preview.yes_button.isVisibleTo(rows.preview)
        (tmp_path / "demo").mkdir()
        async with open_settings(tmp_path / "demo", dressed, vault=Keyring(), outside=READS) as stage:
            rows = await preview(stage, env_file(tmp_path))
            assert "demo bank's" in rows.feedback.words

    run(scenario())


def test_what_the_environment_decides_is_said(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        told = frozenset({"BUDGETSYNC_VAULT", "PLAID_SECRET"})
        async with open_settings(
            tmp_path, dressed, vault=Keyring(), environment="sandbox", told=told, outside=READS
        ) as stage:
            section = await open_secrets(stage)
            assert "BUDGETSYNC_VAULT" in section.place_row.explanation.text()
            rows = await preview(stage, env_file(tmp_path))
            press(rows.preview.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: "as long as the environment sets PLAID_SECRET" in rows.feedback.words)
            assert not rows.restart_button.isVisibleTo(rows)

    run(scenario())


def test_a_file_is_chosen_in_a_dialog_that_holds_nothing_up(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, vault=Keyring(), outside=READS) as stage:
            section = await open_secrets(stage)
            press(section.env.choose_button, Qt.Key.Key_Space)
            (dialog,) = stage.page.window().findChildren(QFileDialog)
            assert dialog.isVisible()
            dialog.reject()

    run(scenario())
