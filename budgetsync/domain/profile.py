"""What the program opens by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DEMO, SANDBOX, PRODUCTION = "demo", "sandbox", "production"
ENVIRONMENTS = (DEMO, SANDBOX, PRODUCTION)
VAULTS = ("auto", "keyring", "file", "memory")
"""Where secrets are kept, by the words of BUDGETSYNC_VAULT."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person chose to be opened.

    Attributes:
        environment: demo, sandbox or production.
        folder: The data folder where one was chosen; None = the environment's own.
        vault: Where secrets are kept, one of VAULTS.
        session: Settings by their names that are for this session only, such as a passphrase. Never written.
    """

    environment: str
    folder: Path | None = None
    vault: str = "auto"
    session: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def layer(self) -> dict[str, str]:
        """What it says as settings by their names; a demo bank's address is known when it has started."""
        settings = {**self.session, "BUDGETSYNC_VAULT": self.vault}
        if self.environment != DEMO:
            settings["PLAID_ENV"] = self.environment
        if self.folder is not None:
            settings["BUDGETSYNC_DATA_DIR"] = str(self.folder)
        return settings
