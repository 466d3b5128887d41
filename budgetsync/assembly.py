"""Builds the program from its parts: the one place, for window and command line, that names them all."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from budgetsync.core import Core
from budgetsync.domain.errors import SecretMissing, UsageError, VaultError
from budgetsync.domain.keys import Keys, load_keys, save_keys, setting_entry
from budgetsync.domain.ports import Clock, Notifier, Receiver, Vault
from budgetsync.domain.quota import LIMITS, Limits
from budgetsync.domain.settings import Settings
from budgetsync.domain.statement import StatementFile
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.host.clock import LocalZone, SystemClock
from budgetsync.host.env_file import read_env_file
from budgetsync.host.fast_time import FastClock
from budgetsync.host.folders import look_at_folder
from budgetsync.host.log_tap import LogTap
from budgetsync.host.logs import logging_to
from budgetsync.host.ownership import Ownership
from budgetsync.host.paths import demo_key_path, is_in_default_place
from budgetsync.host.privacy import keep_private
from budgetsync.host.profile import load_profile, profile_path, save_profile
from budgetsync.host.surroundings import find_surroundings
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.providers.simplefin.provider import SimpleFinProvider
from budgetsync.relay.client import RelayClient
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.files import files_told
from budgetsync.store.payloads import pack
from budgetsync.store.restore import finish_restore
from budgetsync.store.settings import load_webhook_url, save_url
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

    def logging(self, tap: LogTap | None = None) -> AbstractContextManager[None]:
        """Write the log into the data folder while it lasts.

        Args:
            tap: Keeps the newest lines at hand, too.
        """
        return logging_to(self.core.data_folder, self._secrets, tap)

    def log_tap(self) -> LogTap:
        """Make what keeps the newest lines of the log, without secrets."""
        return LogTap(self._secrets)

    @property
    def _secrets(self) -> tuple[str, ...]:
        own = self.settings
        return (own.plaid_client_id, own.plaid_secret, own.webhook_secret, own.passphrase)


def assemble(
    settings: Settings,
    folder: Path,
    *,
    limits: Limits = LIMITS,
    clock: FastClock | None = None,
    notifier: Notifier | None = None,
    look_every: float = LOOK_EVERY,
) -> Assembly:
    """Put the program together on a data folder.

    Args:
        limits: How often each provider may be called.
        clock: One that runs faster than the computer's, for a loop that does too; None for the system's.
        notifier: Says notices aloud; None where nobody is there to hear.
        look_every: Seconds between two looks at what other processes committed.

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
        public_url = settings.webhook_url or database.run_now(load_webhook_url)
        own_folder = is_in_default_place(folder)
        warnings = (*keep_private(folder, own=own_folder), *look_at_folder(folder))
    except BaseException:
        database.close()
        ownership.release()
        raise
    time = clock or SystemClock()
    url_secret = partial(_load_url_secret, settings, vault)
    core = Core(
        database,
        {"plaid": provider, "simplefin": SimpleFinProvider(pack, time.now)},
        vault,
        time,
        owns_engine=owns_engine,
        warnings=warnings,
        ownership=ownership,
        surroundings=find_surroundings() if clock is None else None,
        zone=LocalZone(),
        interval=settings.schedule_interval,
        told=settings.told,
        notifier=notifier,
        relay=RelayClient(vault, f"relay/{database.id}/{database.environment}", time),
        receiver=_receiver(settings, url_secret, time),
        public_url=public_url,
        url_secret=url_secret,
        key_tools=_key_tools(settings, folder, provider, vault),
        parallel=settings.sync_parallel,
        limits=limits,
        poll=_rest(POLL, clock),
        look_every=_rest(look_every, clock),
        statements=_read_statement,
    )
    return Assembly(core, settings, ownership)


def _read_statement(path: Path, options: ReadOptions) -> StatementFile:
    from budgetsync.providers.statements.reading import read_statement_file  # noqa: PLC0415 - seldom wanted

    return read_statement_file(path, options)


def _receiver(settings: Settings, url_secret: Callable[[], str], clock: Clock) -> Receiver | None:
    if settings.webhook_listen is None:
        return None
    from budgetsync.relay.receiver import HttpReceiver  # noqa: PLC0415 - seldom wanted

    return HttpReceiver(*settings.webhook_listen, url_secret, clock)


def _load_url_secret(settings: Settings, vault: Vault) -> str:
    """Find the last part of the receiver's path: as it is set, or as a `.env` file said that was taken over."""
    if settings.webhook_secret:
        return settings.webhook_secret
    try:
        return vault.load(setting_entry(settings.plaid_env, "PLAID_WEBHOOK_SECRET"))
    except SecretMissing:
        return ""


def _plaid(settings: Settings, vault: Vault, clock: FastClock | None) -> PlaidProvider:
    account = (settings.plaid_url, settings.plaid_client_id, settings.plaid_secret)
    if clock is None:
        return PlaidProvider(
            *account,
            pack,
            environment="sandbox" if settings.plaid_env == "demo" else settings.plaid_env,
            stored=partial(load_keys, vault, settings.plaid_env),
        )
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
        newer = open_vault(kind, folder, passphrase)
        newer.check()
        if kind == "file":
            with suppress(VaultError):  # the place of before may be the one that does not open
                if keys := load_keys(vault, settings.plaid_env):
                    save_keys(newer, settings.plaid_env, keys)
        vault.turn_to(None if kind == "keyring" and settings.vault in {"auto", "keyring"} else newer)
        if kind != "memory":  # for a session only: the next start tries the place of before
            _remember_vault(kind, settings.plaid_env)

    return KeyTools(check, provider.close, read_env_file, turn)


def _remember_vault(kind: str, environment: str) -> None:
    """Have the next start use a place for secrets, where it is a person's choice that is opened then."""
    path = profile_path()
    profile = load_profile(path)
    if profile is not None and profile.environment == environment:
        save_profile(replace(profile, vault=kind), path)


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
