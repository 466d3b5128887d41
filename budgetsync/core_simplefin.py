"""The part of the facade that connects banks by a token which a person brings."""

import asyncio
from datetime import timedelta

from budgetsync.core_links import LinkCommands
from budgetsync.core_schedule import ScheduleCommands
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Claims, Vault
from budgetsync.store import facts, items
from budgetsync.sync.engine import secret_name
from budgetsync.sync.finishing import finish_first

SIMPLEFIN = "simplefin"
EVERY = timedelta(hours=8)
"""How often SimpleFIN is asked: three times a day, since more than 24 requests a day disable a token."""


class TokenCommands(LinkCommands, ScheduleCommands):
    """Setup tokens. Errors are ProviderError by what happens next, VaultError, UsageError."""

    _vault: Vault

    async def connect_simplefin(self, setup_token: str, item_id: ItemId | None = None) -> ItemId:
        """Claim a setup token, keep what it gives in the vault, and request a sync.

        Args:
            item_id: The connection that is repaired by it; None for a new one.

        Raises:
            ReauthRequired: It was claimed before: it may be compromised. It is never tried again by itself.
        """
        claims: object = self._providers.get(SIMPLEFIN)
        if not isinstance(claims, Claims):
            message = "SimpleFIN is not part of this program."
            raise UsageError(message)
        if item_id is None:
            made = await self._linker.make(SIMPLEFIN, lambda: claims.claim(setup_token))
            await self.choose_interval(EVERY, made)
        else:
            made = item_id
            await finish_first(self._repair(claims, setup_token, item_id))
        await self.request_sync(made)
        return made

    async def _repair(self, claims: Claims, setup_token: str, item_id: ItemId) -> None:
        item = await self._database.read(lambda db: items.load_item(db, item_id))
        if item.provider != SIMPLEFIN or item.removed_at is not None:
            message = f"Connection {item_id} is none of SimpleFIN's, or it was removed."
            raise UsageError(message, action="See `budgetsync status` for the connections and their numbers.")
        await asyncio.to_thread(self._vault.check)
        connection = await claims.claim(setup_token)
        name = secret_name(self._database, SIMPLEFIN, item.source_item_id)
        await asyncio.to_thread(self._vault.save, name, connection.access_token)
        await self._database.run(lambda db: facts.clear(db, item_id), urgent=True)
