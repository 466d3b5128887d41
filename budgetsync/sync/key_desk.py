"""The person's keys at the provider and the place for secrets, while the program runs."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from budgetsync.domain.env_file import EnvFile
from budgetsync.domain.errors import UsageError
from budgetsync.domain.keys import Keys, load_keys, save_keys
from budgetsync.domain.ports import Vault


@dataclass(frozen=True, slots=True)
class KeyTools:
    """What the desk has done by others.

    Attributes:
        check: Asks the provider whether it accepts keys.
        renew: Has the provider's connections made anew, by the keys that are kept then.
        read_env: Reads a `.env` file. Blocking.
        turn: Has secrets kept elsewhere: keyring, file (by a passphrase) or memory. Blocking.
    """

    check: Callable[[Keys], Awaitable[None]]
    renew: Callable[[], None]
    read_env: Callable[[Path], EnvFile]
    turn: Callable[[str, str], None]


class KeyDesk:
    """Looks at keys, keeps them, and changes where secrets are kept."""

    def __init__(self, environment: str, vault: Vault, tools: KeyTools | None) -> None:
        """Prepare.

        Args:
            tools: None where a program is put together without them: then nothing here can be done.
        """
        self._environment = environment
        self._vault = vault
        self._tools_or_none = tools

    async def are_kept(self) -> bool:
        """Tell whether the vault has keys for this environment.

        Raises:
            VaultError: It does not open.
        """
        return bool(await asyncio.to_thread(load_keys, self._vault, self._environment))

    async def check(self, keys: Keys) -> None:
        """Ask the provider whether it accepts keys for this environment; they need not be kept.

        Raises:
            ProviderRejected: It does not.
            TransientError: Nobody could be asked.
        """
        await self._tools.check(keys)

    async def keep(self, keys: Keys) -> None:
        """Keep keys in the vault and use them from now on.

        Raises:
            VaultError: They were not kept; those of before are used.
        """
        await asyncio.to_thread(save_keys, self._vault, self._environment, keys)
        self._tools.renew()

    async def read_env_file(self, path: Path) -> EnvFile:
        """Read a `.env` file for a preview.

        Raises:
            SettingsError: It cannot be read, or is no such file.
        """
        return await asyncio.to_thread(self._tools.read_env, path)

    async def keep_for_session(self) -> None:
        """Keep secrets in memory from now on: the next start will not have what is connected until then."""
        await asyncio.to_thread(self._tools.turn, "memory", "")

    async def keep_in_file(self, passphrase: str) -> None:
        """Keep secrets in a file from now on, sealed with a passphrase that each start asks for.

        Raises:
            VaultLocked: There is such a file, and this passphrase does not open it.
            VaultError: It cannot be written.
        """
        await asyncio.to_thread(self._tools.turn, "file", passphrase)

    @property
    def _tools(self) -> KeyTools:
        if self._tools_or_none is None:
            message = "The keys of this program cannot be changed while it runs."
            raise UsageError(message, action="Set PLAID_CLIENT_ID and PLAID_SECRET, and start again.")
        return self._tools_or_none
