"""What becomes of the settings of a `.env` file that is taken over into a ledger: a pure plan."""

from dataclasses import dataclass
from enum import StrEnum

from budgetsync.domain.env_file import EnvFile
from budgetsync.domain.errors import SettingsError, UsageError
from budgetsync.domain.keys import NO_KEYS, Keys
from budgetsync.domain.profile import DEMO
from budgetsync.domain.settings import resolve

KEYS = ("PLAID_CLIENT_ID", "PLAID_SECRET")
_WAITING = frozenset({"PLAID_WEBHOOK_SECRET", "OPENAI_API_KEY"})
_LEDGER = frozenset({"SYNC_SCHEDULE_INTERVAL", "PLAID_WEBHOOK_URL"})


class Fate(StrEnum):
    """What becomes of one setting.

    VAULT: it is secret, and kept where secrets are. LEDGER: it is kept in the ledger. START: it says what is
    opened and how, which is decided where the program is started; it is left where it is.
    """

    VAULT = "vault"
    LEDGER = "ledger"
    START = "start"


@dataclass(frozen=True, slots=True)
class EnvPlan:
    """What taking a file over would do.

    Attributes:
        environment: Whose keys they are: what the file says, or else that of the ledger.
        fates: By name, in the program's order.
    """

    environment: str
    fates: dict[str, Fate]

    def names(self, fate: Fate) -> tuple[str, ...]:
        """The names that meet with a fate."""
        return tuple(name for name, met in self.fates.items() if met is fate)


def plan_import(file: EnvFile, environment: str) -> EnvPlan:
    """Plan to take a file over.

    Args:
        environment: That of the ledger.

    Raises:
        SettingsError: A value in it cannot be used.
        UsageError: Nothing in it is known, or it holds real keys and this is the demo bank's ledger.
    """
    if not file.names:
        message = "The file names no setting that BudgetSync knows."
        raise UsageError(message, action="Choose a file with lines such as PLAID_CLIENT_ID=...")
    settings = resolve(file.values)
    named = any(name in file.values for name in ("PLAID_ENV", "PLAID_URL"))
    whose = settings.plaid_env if named else environment
    fates = {name: _fate(name) for name in file.names}
    has_secrets = Fate.VAULT in fates.values()
    if has_secrets and DEMO in {environment, whose}:
        message = "This ledger is the demo bank's, and its place for secrets is not made for real keys."
        raise UsageError(
            message,
            title="The keys were not taken over",
            action="Open your own ledger, then import the file there.",
        )
    return EnvPlan(whose, fates)


def complete_keys(file: EnvFile, kept: Keys) -> Keys:
    """Put the keys of a file over those that are kept already; NO_KEYS where it has none.

    Raises:
        SettingsError: One of the two is missing, here and there.
    """
    if not any(name in file.values for name in KEYS):
        return NO_KEYS
    keys = file.keys.over(kept)
    if not keys:
        missing = KEYS[1] if keys.client_id else KEYS[0]
        message = f"The file has no {missing}, and none is kept; nothing was taken over."
        raise SettingsError(message, action="Add the line to the file, then import it again.")
    return keys


def _fate(name: str) -> Fate:
    if name in KEYS or name in _WAITING:
        return Fate.VAULT
    return Fate.LEDGER if name in _LEDGER else Fate.START
