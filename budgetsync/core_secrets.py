"""The part of the facade about the place for secrets: whether it opens, and whether it is still the same one."""

import asyncio
from contextlib import suppress

from budgetsync.domain.errors import VaultError, VaultLocked
from budgetsync.domain.ports import Vault
from budgetsync.domain.vault_state import VaultState, standing_of
from budgetsync.store import settings
from budgetsync.store.database import Database

PATIENCE = 20.0
"""Seconds that a place for secrets may take to answer before it counts as locked."""


class SecretCommands:
    """What is asked of the place for secrets beside its secrets.

    Attributes:
        told_settings: Names of the settings that the command line, the environment or .env gave.
    """

    _database: Database
    _vault: Vault
    told_settings: frozenset[str]

    async def try_vault(self, *, patience: float = PATIENCE) -> VaultState:
        """Write, read and delete a secret, on a thread of its own.

        The first place that opens is remembered; another one later is told of as long as nobody accepts it.

        Args:
            patience: Seconds after which a place that does not answer counts as locked.
        """
        error = await self._try(patience)
        place = self._vault.place
        before = await self._database.read(settings.load_vault_place)
        if before is None and error is None:
            await self.accept_vault()
        changed = before is not None and before != place and error is None
        return VaultState(
            place, standing_of(error), error.trouble if error else None, before if changed else None
        )

    async def accept_vault(self) -> None:
        """Remember the place for secrets that is in use: it is no longer told that it is another one."""
        place = self._vault.place
        await self._database.run(lambda db: settings.save_vault_place(db, place), urgent=True)

    async def _try(self, patience: float) -> VaultError | None:
        work = asyncio.ensure_future(asyncio.to_thread(self._vault.check))
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                try:
                    await asyncio.shield(work)
                except VaultError as error:
                    return error
                return None
        work.add_done_callback(lambda late: late.cancelled() or late.exception())
        message = f"The place for secrets has not answered for {patience:.0f} seconds."
        return VaultLocked(message)
