"""The place for secrets, as the facade tries it: it opens, it does not, it does not answer, it is another one."""

from __future__ import annotations

import threading
from pathlib import Path

from budgetsync.core import Core
from budgetsync.domain.errors import VaultError, VaultLocked
from budgetsync.domain.vault_state import VaultStanding, VaultState
from budgetsync.host.clock import SystemClock
from budgetsync.store.database import Database
from budgetsync.vault.lazy_vault import LazyVault
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.integration.ledgers import on_a_loop


class Keyring(MemoryVault):
    """A keyring of some name, which may be in some trouble."""

    def __init__(self, place: str, error: VaultError | None = None) -> None:
        super().__init__()
        self.place = place
        self.error = error

    def check(self) -> None:
        if self.error is not None:
            raise self.error


async def try_once(folder: Path, vault: Keyring, *, accept: bool = False) -> VaultState:
    core = Core(Database(lay(folder / "ledger.sqlite"), "demo"), {}, vault, SystemClock())
    try:
        state = await core.try_vault()
        if accept:
            await core.accept_vault()
        return state
    finally:
        await core.stop()


@on_a_loop
async def test_another_place_than_last_time_is_told_until_somebody_accepts_it(tmp_path: Path) -> None:
    first = await try_once(tmp_path, Keyring("Wallet"))
    assert first == VaultState("Wallet", VaultStanding.OPEN)
    assert await try_once(tmp_path, Keyring("Wallet")) == first
    other = VaultState("Service", VaultStanding.OPEN, before="Wallet")
    assert await try_once(tmp_path, Keyring("Service")) == other
    assert await try_once(tmp_path, Keyring("Service"), accept=True) == other
    assert await try_once(tmp_path, Keyring("Service")) == VaultState("Service", VaultStanding.OPEN)
    assert (await try_once(tmp_path, Keyring("Wallet"))).before == "Service"


@on_a_loop
async def test_a_place_that_does_not_open_is_not_remembered(tmp_path: Path) -> None:
    locked = await try_once(tmp_path, Keyring("Wallet", VaultLocked("It waits for a password.")))
    assert locked.standing is VaultStanding.LOCKED
    assert locked.trouble is not None
    assert locked.trouble.message == "It waits for a password."
    absent = await try_once(tmp_path, Keyring("none", VaultError("There is none.")))
    assert absent.standing is VaultStanding.FAILED
    assert (await try_once(tmp_path, Keyring("Service"))).before is None


@on_a_loop
async def test_a_place_that_never_answers_counts_as_locked(tmp_path: Path) -> None:
    released = threading.Event()

    class Silent(MemoryVault):
        def check(self) -> None:
            assert released.wait(30)

    core = Core(Database(tmp_path / "ledger.sqlite", "demo"), {}, Silent(), SystemClock())
    try:
        state = await core.try_vault(patience=0.05)
        assert state.standing is VaultStanding.LOCKED
    finally:
        released.set()
        await core.stop()


def test_a_place_is_named_more_exactly_once_it_is_open() -> None:
    lazy = LazyVault("the system keyring", lambda: Keyring("the system keyring (Wallet)"))
    assert lazy.place == "the system keyring"
    lazy.check()
    assert lazy.place == "the system keyring (Wallet)"
