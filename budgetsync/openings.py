"""What a window is opened on: the ledger that was chosen, or a demo with its bank."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from budgetsync.configuration import find_folder, load_settings
from budgetsync.domain.profile import Profile
from budgetsync.domain.settings import Settings
from budgetsync.host.paths import data_folder

if TYPE_CHECKING:  # the core; only who opens a demo needs it
    from budgetsync.children import BankChild, RelayChild
    from budgetsync.demo import Control

DEFAULT_SEED = 7


@dataclass(frozen=True, slots=True)
class Opened:
    """What an opening came to.

    Attributes:
        demo: The demo bank's own side, where it is one.
        relay: The address of the demo's own relay; "" where there is none.
    """

    settings: Settings
    folder: Path
    demo: "Control | None" = None
    relay: str = ""


class Opening(Protocol):
    """Something to open, known by its folder before anything is loaded."""

    @property
    def folder(self) -> Path:
        """The data folder."""
        ...

    def load(self) -> Opened:
        """Settle everything. Blocking.

        Raises:
            BudgetSyncError: It cannot be opened.
        """
        ...

    def close(self) -> None:
        """End what it started. Blocking."""
        ...


class LedgerOpening:
    """A ledger, as settings and the person's choice name it."""

    def __init__(self, typed: Mapping[str, str | None], profile: Profile | None = None) -> None:
        """Find the folder.

        Args:
            typed: Settings of the command line, by their names.
            profile: What the person chose to be opened.

        Raises:
            SettingsError: A setting that cannot be used.
        """
        self._typed = typed
        self._profile = profile
        self.folder = find_folder(typed, profile=profile)

    def load(self) -> Opened:
        """Settle the settings."""
        return Opened(*load_settings(self._typed, demo_keys, profile=self._profile))

    def close(self) -> None:
        """Do nothing: nothing was started."""


class DemoOpening:
    """A demo with a relay and a bank of its own, or with a bank that runs already."""

    def __init__(
        self,
        typed: Mapping[str, str | None],
        *,
        seed: int = DEFAULT_SEED,
        folder: Path | None = None,
        token: str = "",
        shoppers: bool = True,
    ) -> None:
        """Find the folder.

        Args:
            typed: Settings of the command line, by their names; PLAID_URL is a bank that runs already.
            seed: Chooses the bank's world.
            folder: The data folder that was typed.
            token: What that bank's control interface wants.
            shoppers: Whether somebody buys something at a bank of its own now and then.

        Raises:
            SettingsError: A setting that cannot be used.
        """
        self._typed, self._seed, self._token = typed, seed, token
        self._own = folder or data_folder("demo") / f"seed-{seed}"
        self._shoppers = shoppers
        self._bank: BankChild | None = None
        self._relay: RelayChild | None = None
        self.folder = find_folder(typed, self._own)

    def load(self) -> Opened:
        """Start the relay, and the bank unless one is named, and settle the settings."""
        from budgetsync.children import BankChild, RelayChild  # noqa: PLC0415 - see above
        from budgetsync.demo import Control  # noqa: PLC0415

        url = self._typed.get("PLAID_URL")
        if url:
            control = Control(url, self._token)
        else:
            self._bank = self._bank or BankChild.start(self.folder, self._seed, shoppers=self._shoppers)
            control = Control(self._bank.url, self._bank.control_token)
        self._relay = self._relay or RelayChild.start(self.folder)
        typed = {**self._typed, "PLAID_URL": control.url}
        return Opened(*load_settings(typed, demo_keys, self._own), control, self._relay.url)

    def close(self) -> None:
        """End the bank and the relay that were started here."""
        for child in (self._bank, self._relay):
            if child is not None:
                child.stop()
        self._bank = self._relay = None


def demo_keys() -> tuple[str, str]:
    """Client id and secret of the demo bank, which is not loaded where nobody asks for it."""
    from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET  # noqa: PLC0415

    return DEMO_CLIENT_ID, DEMO_SECRET
