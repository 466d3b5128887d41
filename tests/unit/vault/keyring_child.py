"""Runs inside a session bus of its own, beside a real keyring daemon, and tells what the vault did."""

from __future__ import annotations

import json
import sys
import time

import secretstorage

from budgetsync.domain.errors import BudgetSyncError, SecretMissing
from budgetsync.vault.keyring_vault import KeyringVault

NAME, OTHER = "db/demo/plaid/item-1", "db/demo/plaid/item-2"
SECRET = "access-sandbox-ключ-🔑"


def keep() -> dict[str, object]:
    """Save, load and delete."""
    vault = KeyringVault(timeout=10)
    vault.check()
    vault.save(NAME, "older")
    vault.save(NAME, SECRET)
    vault.save(OTHER, "x")
    told: dict[str, object] = {"place": vault.place, "loaded": KeyringVault().load(NAME) == SECRET}
    vault.delete(NAME)
    vault.delete(NAME)
    try:
        vault.load(NAME)
    except SecretMissing as error:
        told["missing"] = error.action
    told["other"] = vault.load(OTHER)
    with secretstorage.dbus_init() as bus:
        items = secretstorage.get_default_collection(bus).get_all_items()
        told["entries"] = [item.get_attributes().get("username") for item in items]
    return told


def lock() -> dict[str, object]:
    """Lock the keyring behind the vault's back, and try to open another."""
    vault = KeyringVault(timeout=10)
    vault.save(NAME, SECRET)
    with secretstorage.dbus_init() as bus:
        secretstorage.get_default_collection(bus).lock()
    vault = without_probe(timeout=2)
    codes, texts = [], ""
    began = time.monotonic()
    for step in (lambda: KeyringVault(timeout=2), lambda: vault.load(NAME), lambda: vault.save(NAME, "y")):
        try:
            step()
        except BudgetSyncError as error:
            codes.append(error.code)
            texts += f"{error!r} {error.__cause__!r}"
    return {"codes": codes, "shown": SECRET in texts, "seconds": time.monotonic() - began}


def without_probe(timeout: float) -> KeyringVault:
    """Open a vault while it is locked, as one that was opened before stands then."""

    class Opened(KeyringVault):
        def _probe(self) -> None:
            """Leave the keyring as it is."""

    return Opened(timeout=timeout)


def none() -> dict[str, object]:
    """Look for a keyring where there is none."""
    try:
        KeyringVault(timeout=5)
    except BudgetSyncError as error:
        return {"code": error.code, "title": error.title, "action": error.action}
    return {}


print(json.dumps({"keep": keep, "lock": lock, "none": none}[sys.argv[1]]()))  # noqa: T201
