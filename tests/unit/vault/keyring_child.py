"""Runs inside a session bus of its own, beside a real keyring daemon, and tells what the vault did."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import secretstorage

from budgetsync.assembly import assemble
from budgetsync.configuration import load_settings
from budgetsync.domain.errors import BudgetSyncError, SecretMissing
from budgetsync.domain.keys import Keys
from budgetsync.first_run import FirstRun
from budgetsync.host.profile import load_profile, profile_path
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
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


def keys() -> dict[str, object]:
    """Go through the first run up to the program that is put together after it, each with a vault of its own."""
    bank = DemoBank(rows=10)
    with bank.serve() as server:
        guide = FirstRun(hosts={"sandbox": server.url})
        typed = Keys(DEMO_CLIENT_ID, DEMO_SECRET)
        asyncio.run(guide.check("sandbox", typed))
        profile = asyncio.run(guide.choose_own("sandbox", typed, vault="keyring"))
        told: dict[str, object] = {"profile": profile == load_profile(profile_path())}
        with secretstorage.dbus_init() as bus:
            items = secretstorage.get_default_collection(bus).get_all_items()
            told["entries"] = [item.get_attributes().get("username") for item in items]
        settings, folder = load_settings({}, lambda: ("", ""), profile=profile)
        told["settings"] = [settings.plaid_env, settings.vault, settings.plaid_client_id]
        assembly = assemble(replace(settings, plaid_url=server.url), folder)
        try:
            asyncio.run(assembly.core.check_keys())
            told["place"] = assembly.core.vault_place
        finally:
            asyncio.run(assembly.core.stop())
            assembly.ownership.release()
        left = [path.read_bytes() for path in Path.home().rglob("*") if path.is_file()]
        told["readable"] = any(DEMO_SECRET.encode() in content for content in left)
    return told


def lock_keys() -> dict[str, object]:
    """Lock the keyring, and choose one's own keys all the same."""
    KeyringVault(timeout=10).check()
    with secretstorage.dbus_init() as bus:
        secretstorage.get_default_collection(bus).lock()
    guide = FirstRun(open_vault=lambda _kind, _folder, _word: KeyringVault(timeout=2))
    try:
        asyncio.run(guide.choose_own("sandbox", Keys("a", "b"), vault="keyring"))
    except BudgetSyncError as error:
        return {"code": error.code, "profile": profile_path().exists()}
    return {}


def none() -> dict[str, object]:
    """Look for a keyring where there is none."""
    try:
        KeyringVault(timeout=5)
    except BudgetSyncError as error:
        return {"code": error.code, "title": error.title, "action": error.action}
    return {}


_STEPS = {"keep": keep, "lock": lock, "keys": keys, "lock_keys": lock_keys, "none": none}
print(json.dumps(_STEPS[sys.argv[1]]()))  # noqa: T201
