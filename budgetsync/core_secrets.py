"""The part of the facade about the place for secrets: whether it opens, and whether it is still the same one."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from peewee import SqliteDatabase

from budgetsync.domain.env_file import EnvFile
from budgetsync.domain.env_import import KEYS, EnvPlan, Fate, complete_keys, plan_import
from budgetsync.domain.errors import VaultError, VaultLocked
from budgetsync.domain.events import ScheduleChanged
from budgetsync.domain.keys import load_keys, save_keys, setting_entry
from budgetsync.domain.ports import Vault
from budgetsync.domain.schedule_settings import SHORTEST
from budgetsync.domain.settings import resolve
from budgetsync.domain.vault_state import VaultState, standing_of
from budgetsync.store import schedules, settings
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.scheduler import Scheduler

PATIENCE = 20.0
"""Seconds that a place for secrets may take to answer before it counts as locked."""


class SecretCommands:
    """What is asked of the place for secrets beside its secrets.

    Attributes:
        told_settings: Names of the settings that the command line, the environment or .env gave.
    """

    _database: Database
    _bus: Bus
    _vault: Vault
    scheduler: Scheduler
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

    async def import_env(self, file: EnvFile) -> EnvPlan:
        """Take over what a `.env` file says: secrets into the vault, the rest into the ledger, or all of it not.

        New keys are used from the next start on, as long as the environment gives none.

        Returns:
            What became of each setting.

        Raises:
            UsageError: There is nothing to take over, or real keys would come to the demo bank.
            SettingsError: A value cannot be used, or one of the two keys is missing.
            VaultError: The secrets were not kept; nothing was taken over.
        """
        plan = plan_import(file, self._database.environment)
        secret = {name: file.values[name] for name in plan.names(Fate.VAULT) if name not in KEYS}
        if plan.names(Fate.VAULT):
            await asyncio.to_thread(self._keep_secrets, plan.environment, file, secret)
        interval, url = resolve(file.values).schedule_interval, file.values.get("PLAID_WEBHOOK_URL")

        def step(db: SqliteDatabase) -> None:
            if interval is not None:
                schedules.save_interval(db, None, max(SHORTEST, interval))
            if url is not None:
                settings.save_webhook_url(db, url)

        await self._database.run(step, urgent=True)
        self.scheduler.wake()
        self._bus.publish(ScheduleChanged())
        return plan

    def _keep_secrets(self, environment: str, file: EnvFile, others: Mapping[str, str]) -> None:
        self._vault.check()
        if keys := complete_keys(file, load_keys(self._vault, environment)):
            save_keys(self._vault, environment, keys)
        for name, value in others.items():
            self._vault.save(setting_entry(environment, name), value)

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
