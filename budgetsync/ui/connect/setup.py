"""What the first-run guide may ask of the program, while there is no core yet."""

from pathlib import Path
from typing import Protocol

from budgetsync.domain.keys import Keys
from budgetsync.domain.profile import Profile


class Setup(Protocol):
    """Looks at keys and keeps what was chosen. `budgetsync.first_run.FirstRun` is the program's own."""

    def folder(self, environment: str) -> Path:
        """Where the data of an environment would lie."""
        ...

    async def check(self, environment: str, keys: Keys) -> None:
        """Ask the provider whether it accepts keys for an environment.

        Raises:
            ProviderRejected: It does not.
            TransientError: Nobody could be asked.
        """
        ...

    async def choose_demo(self) -> Profile:
        """Remember that the demo bank is opened.

        Raises:
            SettingsError: It could not be written down.
        """
        ...

    async def choose_own(self, environment: str, keys: Keys, *, vault: str, passphrase: str = "") -> Profile:
        """Keep keys, and remember that their environment is opened.

        Args:
            vault: keyring, file (sealed with the passphrase) or memory (for this session only).

        Raises:
            VaultError: The place for secrets did not take them; nothing is remembered.
            SettingsError: The choice could not be written down.
        """
        ...

    async def unlock(self, profile: Profile, passphrase: str) -> Profile:
        """Open the sealed file of a profile that has one, for this session.

        Raises:
            VaultLocked: The passphrase does not open it.
        """
        ...
