"""The first run's hands: asks the provider about keys, keeps them, and remembers what was chosen."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from budgetsync.assembly import check_keys, open_vault
from budgetsync.domain.errors import VaultError
from budgetsync.domain.keys import Keys, save_keys
from budgetsync.domain.ports import Vault
from budgetsync.domain.profile import DEMO, Profile
from budgetsync.domain.settings import HOSTS
from budgetsync.host.paths import data_folder
from budgetsync.host.profile import profile_path, save_profile

_KEYS = ("PLAID_CLIENT_ID", "PLAID_SECRET")
OpenVault = Callable[[str, Path, str], Vault]


class FirstRun:
    """What `ui.connect.welcome` asks for (`ui.connect.setup.Setup`). Everything that may block does so on a thread."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        hosts: Mapping[str, str] = HOSTS,
        folders: Callable[[str], Path] = data_folder,
        open_vault: OpenVault = open_vault,
    ) -> None:
        """Prepare.

        Args:
            path: Where the choice is remembered; None = the usual place.
            hosts: Where the provider of each environment answers.
            folders: Where the data of each environment lie.
        """
        self._path = path or profile_path()
        self._hosts = hosts
        self._folders = folders
        self._open_vault = open_vault

    def folder(self, environment: str) -> Path:
        """Where the data of an environment would lie."""
        return self._folders(environment)

    async def check(self, environment: str, keys: Keys) -> None:
        """Ask the provider whether it accepts keys for an environment."""
        await check_keys(self._hosts[environment], keys)

    async def choose_demo(self) -> Profile:
        """Remember that the demo bank is opened."""
        return await asyncio.to_thread(self._remember, Profile(DEMO))

    async def choose_own(self, environment: str, keys: Keys, *, vault: str, passphrase: str = "") -> Profile:
        """Keep keys, and remember that their environment is opened."""
        return await asyncio.to_thread(self._keep, environment, keys, vault, passphrase)

    async def unlock(self, profile: Profile, passphrase: str) -> Profile:
        """Open the sealed file of a profile that has one, for this session."""
        await asyncio.to_thread(self._open, profile, passphrase)
        return replace(profile, session={"BUDGETSYNC_PASSPHRASE": passphrase})

    def _keep(self, environment: str, keys: Keys, vault: str, passphrase: str) -> Profile:
        profile = Profile(environment, vault=vault)
        session = {}
        if vault == "memory":
            session = dict(zip(_KEYS, (keys.client_id, keys.secret), strict=True))
        else:
            save_keys(self._open(profile, passphrase), environment, keys)
        if passphrase:
            session["BUDGETSYNC_PASSPHRASE"] = passphrase
        return self._remember(replace(profile, session=session))

    def _open(self, profile: Profile, passphrase: str) -> Vault:
        if profile.vault == "file" and not passphrase:
            message = "A sealed file for secrets needs a passphrase."
            raise VaultError(
                message, action="Type one that you will remember; nobody can find it out for you."
            )
        return self._open_vault(profile.vault, profile.folder or self.folder(profile.environment), passphrase)

    def _remember(self, profile: Profile) -> Profile:
        save_profile(profile, self._path)
        return profile
