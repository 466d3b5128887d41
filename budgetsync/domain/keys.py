"""A person's own keys at the provider, and their entry in the vault."""

import json
from dataclasses import dataclass, field

from budgetsync.domain.errors import SecretMissing
from budgetsync.domain.ports import Vault


@dataclass(frozen=True, slots=True)
class Keys:
    """Client id and secret. Both are secret, and belong to one environment."""

    client_id: str = field(repr=False)
    secret: str = field(repr=False)

    def __bool__(self) -> bool:
        """Whether both are there."""
        return bool(self.client_id and self.secret)

    def over(self, weaker: "Keys") -> "Keys":
        """Fill in what is missing here."""
        return Keys(self.client_id or weaker.client_id, self.secret or weaker.secret)


NO_KEYS = Keys("", "")


def keys_name(environment: str, provider: str = "plaid") -> str:
    """Name the entry: the keys are the person's, so they belong to no ledger, and no two environments share one."""
    return f"keys/{environment}/{provider}"


def setting_entry(environment: str, name: str) -> str:
    """Name the entry of a secret setting, by the setting's own name."""
    return f"settings/{environment}/{name}"


def load_keys(vault: Vault, environment: str) -> Keys:
    """Read the keys of an environment; NO_KEYS where none are kept. Blocking.

    Raises:
        VaultError: The vault does not open.
    """
    try:
        kept = vault.load(keys_name(environment))
    except SecretMissing:
        return NO_KEYS
    client_id, secret = json.loads(kept)
    return Keys(client_id, secret)


def save_keys(vault: Vault, environment: str, keys: Keys) -> None:
    """Keep the keys of an environment, once the vault has shown that it keeps anything. Blocking.

    Raises:
        VaultError: They were not kept.
    """
    vault.check()
    vault.save(keys_name(environment), json.dumps([keys.client_id, keys.secret]))
