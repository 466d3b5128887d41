"""Builds the program from its parts: the one place, for window and command line, that names them all."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dotenv import dotenv_values

from budgetsync.core import Core
from budgetsync.domain.errors import SettingsError, UsageError
from budgetsync.domain.keys import Keys, load_keys
from budgetsync.domain.ports import Vault
from budgetsync.domain.profile import Profile
from budgetsync.domain.quota import LIMITS, Limits
from budgetsync.domain.settings import Settings, names_told, pick, resolve
from budgetsync.host.clock import LocalZone, SystemClock
from budgetsync.host.env_file import read_env_file
from budgetsync.host.fast_time import FastClock
from budgetsync.host.folders import look_at_folder
from budgetsync.host.logs import logging_to
from budgetsync.host.ownership import Ownership
from budgetsync.host.paths import data_folder, demo_key_path, is_in_default_place
from budgetsync.host.privacy import keep_private
from budgetsync.host.surroundings import find_surroundings
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.files import files_told
from budgetsync.store.payloads import pack
from budgetsync.store.restore import finish_restore
from budgetsync.store.settings import REMEMBERED, peek_settings, save_url
from budgetsync.sync.guests import LOOK_EVERY
from budgetsync.sync.key_desk import KeyTools
from budgetsync.sync.worker import POLL
from budgetsync.vault.file_vault import FILE_NAME as SEALED_FILE
from budgetsync.vault.file_vault import FileVault
from budgetsync.vault.keyring_vault import KeyringVault
from budgetsync.vault.lazy_vault import LazyVault
from budgetsync.vault.memory_vault import MemoryVault

_FAST_READ_TIMEOUT, _FAST_DEADLINE = 2.0, 4.0  # seconds of the computer
_PLACES = {
    "keyring": "the system keyring",
    "file": "a file sealed with your passphrase",
    "memory": MemoryVault.place,
}
_FAST_REST = 0.2  # seconds of the computer


@dataclass(frozen=True, slots=True)
class Assembly:
    """A program that is put together and not yet started."""

    core: Core
    settings: Settings
    ownership: Ownership

    def logging(self) -> AbstractContextManager[None]:
        """Write the log into the data folder while it lasts."""
        known = (self.settings.plaid_client_id, self.settings.plaid_secret, self.settings.passphrase)
        return logging_to(self.core.data_folder, known)


def load_settings(
    command_line: Mapping[str, str | None],
    demo_keys: Callable[[], tuple[str, str]],
    folder: Path | None = None,
    profile: Profile | None = None,
) -> tuple[Settings, Path]:
    """Settle settings and data folder: command line > environment > .env in the working folder > stored.

    Args:
        command_line: By the names of `domain.settings.NAMES`.
        demo_keys: Gives client id and secret of the demo bank, used where the address is on the loopback
            and none were typed or are in the environment: a .env holds real keys, which never go there.
        folder: The data folder where nothing names one; None = the environment's own.
        profile: What a person chose to be opened; goes before what a ledger remembers. A demo's is the caller's:
            its folder and address are given, so nothing of it is needed here.

    Raises:
        SettingsError: A value that cannot be used.
    """
    dotenv = read_dotenv()
    given: tuple[Mapping[str, str | None], ...] = (command_line, os.environ)
    chosen = _layer(profile, *given, dotenv)
    named = pick("BUDGETSYNC_DATA_DIR", *given, dotenv, chosen)
    folder = Path(named).expanduser() if named else folder
    layers = [*given, dotenv, chosen]
    if folder is not None and not any(pick(name, *layers) for name in REMEMBERED):
        layers.append(peek_settings(folder / FILE_NAME))
    settings = resolve(*layers)
    if settings.plaid_env == "demo":
        client_id, secret = demo_keys()
        fallback = {"PLAID_CLIENT_ID": client_id, "PLAID_SECRET": secret}
        without_keys = {name: value for name, value in dotenv.items() if "PLAID_" not in name}
        settings = resolve(*given, fallback, {"PLAID_URL": settings.plaid_url}, without_keys, chosen)
    settings = replace(settings, told=names_told(*given, dotenv))
    return settings, folder or data_folder(settings.plaid_env)


def _layer(profile: Profile | None, *stronger: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """A profile says what is opened where nobody names something else; then nothing of it counts."""
    named = pick("BUDGETSYNC_DATA_DIR", *stronger) or pick("PLAID_URL", *stronger)
    if profile is None or named:
        return {}
    environment = pick("PLAID_ENV", *stronger).lower() or profile.environment
    return profile.layer() if environment == profile.environment else {}


def assemble(
    settings: Settings, folder: Path, *, limits: Limits = LIMITS, clock: FastClock | None = None
) -> Assembly:
    """Put the program together on a data folder.

    Args:
        limits: How often each provider may be called.
        clock: One that runs faster than the computer's, for a loop that does too; None for the system's.

    Raises:
        UsageError: Such a clock, and no demo bank.
        BudgetSyncError: The folder, its ledger or the place for secrets cannot be used.
    """
    if clock is not None and settings.plaid_env != "demo":
        message = "A clock that runs faster is for the demo bank on this computer only."
        raise UsageError(
            message, action="Add --plaid-url http://127.0.0.1:PORT, or leave --clock-factor out."
        )
    ownership = Ownership(folder)
    with files_told():
        owns_engine = ownership.claim()
    try:
        if owns_engine:
            finish_restore(folder / FILE_NAME)
        database = Database(folder / FILE_NAME, settings.plaid_env)
    except BaseException:
        ownership.release()
        raise
    try:
        database.run_now(partial(save_url, url=settings.plaid_url))
        vault = choose_vault(settings, folder)
        provider = _plaid(settings, vault, clock)
        own_folder = is_in_default_place(folder)
        warnings = (*keep_private(folder, own=own_folder), *look_at_folder(folder))
    except BaseException:
        database.close()
        ownership.release()
        raise
    core = Core(
        database,
        {"plaid": provider},
        vault,
        clock or SystemClock(),
        owns_engine=owns_engine,
        warnings=warnings,
        ownership=ownership,
        surroundings=find_surroundings() if clock is None else None,
        zone=LocalZone(),
        interval=settings.schedule_interval,
        told=settings.told,
        key_tools=_key_tools(settings, folder, provider, vault),
        parallel=settings.sync_parallel,
        limits=limits,
        poll=_rest(POLL, clock),
        look_every=_rest(LOOK_EVERY, clock),
    )
    return Assembly(core, settings, ownership)


def _plaid(settings: Settings, vault: Vault, clock: FastClock | None) -> PlaidProvider:
    account = (settings.plaid_url, settings.plaid_client_id, settings.plaid_secret)
    if clock is None:
        return PlaidProvider(*account, pack, stored=partial(load_keys, vault, settings.plaid_env))
    from budgetsync.providers.plaid.client import Wire  # noqa: PLC0415 - plaid-python, only here

    # The network is as slow as ever: a loopback's patience, in the computer's seconds.
    return PlaidProvider(
        *account,
        pack,
        read_timeout=_FAST_READ_TIMEOUT,
        deadline=_FAST_DEADLINE * clock.factor,
        wire=Wire(monotonic=clock.monotonic),
    )


def _key_tools(settings: Settings, folder: Path, provider: PlaidProvider, vault: LazyVault) -> KeyTools:
    async def check(keys: Keys) -> None:
        await check_keys(settings.plaid_url, keys)

    def turn(kind: str, passphrase: str) -> None:
        if kind == "keyring":
            open_vault(kind, folder).check()
            vault.turn_to(None if settings.vault in {"auto", "keyring"} else open_vault(kind, folder))
        else:
            newer = open_vault(kind, folder, passphrase)
            newer.check()
            vault.turn_to(newer)

    return KeyTools(check, provider.close, read_env_file, turn)


async def check_keys(url: str, keys: Keys) -> None:
    """Ask the provider at an address whether it accepts keys.

    Raises:
        ProviderRejected: It does not.
        TransientError: Nobody could be asked.
    """
    provider = PlaidProvider(url, keys.client_id, keys.secret, pack)
    try:
        await provider.links.check_keys()
    finally:
        provider.close()


def _rest(seconds: float, clock: FastClock | None) -> float:
    """How long is rested between two looks: they are as dear as ever where time runs faster."""
    return seconds if clock is None else max(seconds, clock.factor * _FAST_REST)


def find_folder(command_line: Mapping[str, str | None]) -> Path:
    """Find the data folder without opening what lies in it: a damaged ledger is what `restore` is there for.

    Raises:
        SettingsError: As `load_settings`.
    """
    named = pick("BUDGETSYNC_DATA_DIR", command_line, os.environ, read_dotenv())
    if named:
        return Path(named).expanduser()
    return data_folder(resolve(command_line, os.environ, read_dotenv()).plaid_env)


def read_dotenv() -> dict[str, str | None]:
    """Read the `.env` of the working folder; nothing where there is none.

    Raises:
        SettingsError: It is there and cannot be read.
    """
    path = Path(".env")
    try:
        return dotenv_values(path) if path.is_file() else {}
    except (OSError, UnicodeDecodeError):
        message = "The file .env in this folder cannot be read."
        raise SettingsError(message, action="Make it readable UTF-8, or move it away.") from None


def choose_vault(settings: Settings, folder: Path) -> LazyVault:
    """Choose the place for secrets that the settings ask for; it is opened when a secret is needed.

    `auto` means: the demo bank's sealed file for a bank on the loopback, a passphrase's sealed file where a
    passphrase is set, else the system's keyring. Nothing is ever kept readable in silence.
    """
    kind = settings.vault
    if kind == "auto":
        kind = "file" if settings.passphrase or settings.plaid_env == "demo" else "keyring"
    if kind == "file" and not settings.passphrase and settings.plaid_env == "demo":
        sealed = folder / SEALED_FILE
        return LazyVault("a sealed file (demo bank)", lambda: FileVault(sealed, key_path=demo_key_path()))
    return LazyVault(_PLACES[kind], partial(open_vault, kind, folder, settings.passphrase))


def open_vault(kind: str, folder: Path, passphrase: str = "") -> Vault:
    """Open a place for secrets now. Blocking.

    Args:
        kind: keyring, file (in the data folder, sealed with the passphrase) or memory.

    Raises:
        VaultError: It does not open.
    """
    if kind == "keyring":
        return KeyringVault()
    return MemoryVault() if kind == "memory" else FileVault(folder / SEALED_FILE, passphrase=passphrase)
