"""Builds the program from its parts: the one place, for window and command line, that names them all."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

from budgetsync.core import Core
from budgetsync.domain.errors import SettingsError
from budgetsync.domain.ports import Vault
from budgetsync.domain.settings import Settings, pick, resolve
from budgetsync.host.clock import SystemClock
from budgetsync.host.ownership import Ownership
from budgetsync.host.paths import data_folder, demo_key_path
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack_all
from budgetsync.vault.file_vault import FILE_NAME as SEALED_FILE
from budgetsync.vault.file_vault import FileVault
from budgetsync.vault.keyring_vault import KeyringVault
from budgetsync.vault.memory_vault import MemoryVault


@dataclass(frozen=True, slots=True)
class Assembly:
    """A program that is put together and not yet started."""

    core: Core
    settings: Settings
    ownership: Ownership


def load_settings(
    command_line: Mapping[str, str | None], demo_keys: tuple[str, str], folder: Path | None = None
) -> tuple[Settings, Path]:
    """Settle the settings and the data folder: command line > environment > .env of the working folder.

    Args:
        command_line: By the names of `domain.settings.NAMES`.
        demo_keys: Client id and secret of the demo bank, used where the address is on the loopback and none
            were typed or are in the environment: a .env holds real keys, which never go there.
        folder: The data folder where nothing names one; None = the environment's own.

    Raises:
        SettingsError: A value that cannot be used.
    """
    path = Path(".env")
    try:
        dotenv = dotenv_values(path) if path.is_file() else {}
    except (OSError, UnicodeDecodeError):
        message = "The file .env in this folder cannot be read."
        raise SettingsError(message, action="Make it readable UTF-8, or move it away.") from None
    given: tuple[Mapping[str, str | None], ...] = (command_line, os.environ)
    settings = resolve(*given, dotenv)
    if settings.plaid_env == "demo":
        client_id, secret = demo_keys
        fallback = {"PLAID_CLIENT_ID": client_id, "PLAID_SECRET": secret}
        without_keys = {name: value for name, value in dotenv.items() if "PLAID_" not in name}
        settings = resolve(*given, fallback, {"PLAID_URL": settings.plaid_url}, without_keys)
    chosen = pick("BUDGETSYNC_DATA_DIR", *given, dotenv)
    if chosen:
        return settings, Path(chosen).expanduser()
    return settings, folder or data_folder(settings.plaid_env)


def assemble(settings: Settings, folder: Path) -> Assembly:
    """Put the program together on a data folder.

    Raises:
        BudgetSyncError: The folder, its ledger or the place for secrets cannot be used.
    """
    database = Database(folder / FILE_NAME, settings.plaid_env)
    ownership = Ownership(folder)
    try:
        vault = open_vault(settings, folder)
        provider = PlaidProvider(
            settings.plaid_url, settings.plaid_client_id, settings.plaid_secret, pack_all
        )
        owns_engine = ownership.claim()
    except BaseException:
        database.close()
        raise
    core = Core(database, {"plaid": provider}, vault, SystemClock(), owns_engine=owns_engine)
    return Assembly(core, settings, ownership)


def open_vault(settings: Settings, folder: Path) -> Vault:
    """Open the place for secrets that the settings ask for.

    `auto` means: the demo bank's sealed file for a bank on the loopback, a passphrase's sealed file where a
    passphrase is set, else the system's keyring. Nothing is ever kept readable in silence.

    Raises:
        VaultError: It does not open; what to do is in its action.
    """
    sealed = folder / SEALED_FILE
    if settings.vault == "memory":
        return MemoryVault()
    if settings.vault == "keyring":
        return KeyringVault()
    if settings.passphrase:
        return FileVault(sealed, passphrase=settings.passphrase)
    if settings.plaid_env == "demo":
        return FileVault(sealed, key_path=demo_key_path())
    if settings.vault == "file":
        return FileVault(sealed)
    return KeyringVault()
