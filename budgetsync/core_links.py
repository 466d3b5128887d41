"""The part of the facade that connects banks, signs in anew, asks banks for news and removes connections."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from peewee import SqliteDatabase

from budgetsync.core_requests import RequestCommands, refuse_removed
from budgetsync.domain.errors import (
    ItemGone,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
    SecretMissing,
    UsageError,
    VaultError,
)
from budgetsync.domain.events import ChangeSet, ItemChanged, LedgerChanged
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import Item, ItemStatus
from budgetsync.domain.link import (
    LIFETIME,
    LONGEST_HISTORY,
    LinkEnd,
    LinkRequest,
    LinkResult,
    LinkSession,
)
from budgetsync.domain.ports import Provider
from budgetsync.domain.quota import REFRESH_CALL
from budgetsync.domain.refresh import BETWEEN, FOLLOW_UP, BankRefresh, RefreshState
from budgetsync.domain.sync import Counts, Trigger
from budgetsync.store import forgetting, items, queue, refreshes
from budgetsync.sync.addresses import Addresses
from budgetsync.sync.calls import Calls
from budgetsync.sync.engine import secret_name
from budgetsync.sync.keeping import Keeper
from budgetsync.sync.linking import POLL, Linker, LinkNews, Tell, ignore

__all__ = ["LinkCommands", "LinkNews", "Removal"]

_LOOK = 1.0  # seconds between two looks at a sync that another process carries out
_CLOSED = frozenset({ItemStatus.REAUTH_REQUIRED, ItemStatus.DISCONNECTED})


@dataclass(frozen=True, slots=True)
class Removal:
    """What came of removing a connection.

    Attributes:
        at_provider: Whether the provider ended it, or had before; if not, it may still be there.
        deleted: Accounts whose history was deleted.
        backup: File name of the backup that was made before; "" where nothing was deleted.
    """

    at_provider: bool
    deleted: frozenset[AccountId] = frozenset()
    backup: str = ""


class LinkCommands(RequestCommands):
    """Connections as a whole. Errors are ProviderError by what happens next, VaultError, UsageError."""

    _providers: Mapping[str, Provider]
    _linker: Linker
    _calls: Calls
    keeper: Keeper
    addresses: Addresses

    async def check_keys(self, provider: str = "plaid") -> None:
        """Make sure that the provider accepts our keys for this environment.

        Raises:
            ProviderRejected: It does not.
        """
        await self._linker.links_of(provider).check_keys()

    async def begin_connect(
        self,
        provider: str = "plaid",
        *,
        days: int = LONGEST_HISTORY,
        countries: tuple[str, ...] = ("US",),
        language: str = "en",
        lifetime: timedelta = LIFETIME,
    ) -> LinkSession:
        """Have a page made on which a person connects a bank; its address is for their own browser.

        Args:
            days: How much history is asked for; it cannot be asked for later.
            countries: ISO 3166 codes of the countries whose banks are offered.
            lifetime: How long the page can be opened.
        """
        wanted = LinkRequest(
            self._database.id,
            days=days,
            countries=countries,
            language=language,
            lifetime=lifetime,
            webhook=await self.addresses.wanted(),
        )
        return await self._linker.begin(provider, wanted)

    async def begin_reconnect(
        self,
        item_id: ItemId,
        *,
        choose_accounts: bool = False,
        countries: tuple[str, ...] = ("US",),
        language: str = "en",
        lifetime: timedelta = LIFETIME,
    ) -> LinkSession:
        """Have a page made on which a person signs in anew.

        Where the connection's key still works, it is this very connection that is repaired. Where it is gone, or
        missing on this computer, a new one is made, whose first sync takes the accounts over.

        Args:
            choose_accounts: Whether accounts can be added and taken away.
        """
        item = await self._database.read(lambda db: items.load_item(db, item_id))
        wanted = LinkRequest(
            self._database.id,
            choose_accounts=choose_accounts,
            countries=countries,
            language=language,
            lifetime=lifetime,
            webhook=await self.addresses.wanted(),
        )
        return await self._linker.begin_anew(item, wanted)

    async def wait_for_link(
        self, session: LinkSession, tell: Tell = ignore, *, poll: float = POLL, allow_duplicate: bool = False
    ) -> LinkResult:
        """Wait for what comes of a page; a sync of what was connected or repaired is requested then.

        Cancelling the caller ends the waiting; the page itself stays until it expires, and leads to nothing.

        Args:
            tell: Called with what changes meanwhile, such as a network that is gone.
            poll: Seconds between two looks.
            allow_duplicate: Connect although some of the accounts are connected already.
        """
        result = await self._linker.wait(session, tell, poll=poll, allow_duplicate=allow_duplicate)
        if result.end in {LinkEnd.CONNECTED, LinkEnd.REPAIRED} and result.item_id is not None:
            await self.request_sync(result.item_id)
        return result

    async def connect_sandbox(self, institution_id: str, provider: str = "plaid") -> ItemId:
        """Connect a test bank of the provider's sandbox or of the demo bank, without a person signing in.

        Raises:
            UsageError: The institution is connected already: a second login would double its rows.
            ProviderError: By what happens next.
            VaultError: The key could not be kept; nothing was connected.
        """
        known = await self._database.read(items.load_items)
        for item in known:
            if item.institution.id == institution_id and item.status is not ItemStatus.DISCONNECTED:
                message = f"{item.institution.name} is connected already, as connection {item.id}."
                action = f"Sync it, or sign in anew with `budgetsync reconnect {item.id}`."
                raise UsageError(message, action=action)
        return await self._connect_sandbox(institution_id, provider)

    async def reconnect(self, item_id: ItemId) -> ItemId:
        """Make a connection anew that no longer opens, at the same test bank, without a person signing in.

        The first sync of the new connection recognizes the accounts (`store.relinks`): rows and edits stay, and
        the old connection retires. Asked again before that, it is the same new connection.

        Returns:
            The new connection. A sync of it was requested.

        Raises:
            UsageError: There is no such connection, or it opens.
            ProviderError: By what happens next.
            VaultError: The key could not be kept; nothing was connected.
        """
        item = await self._database.read(lambda db: items.load_item(db, item_id))
        known = await self._database.read(items.load_items)
        newer = [
            one.id
            for one in known
            if one.id > item.id
            and one.institution.id == item.institution.id
            and one.status is not ItemStatus.DISCONNECTED
        ]
        opens = item.status not in _CLOSED and not await self._linker.lacks_secret(item)
        if item not in known or opens:
            message = f"{item.institution.name} (connection {item.id}) does not need it."
            raise UsageError(message, action="See `budgetsync status` for what its connection needs.")
        new = newer[-1] if newer else await self._connect_sandbox(item.institution.id, item.provider)
        await self.request_sync(new)
        return new

    async def _connect_sandbox(self, institution_id: str, provider: str) -> ItemId:
        webhook = await self.addresses.wanted()
        return await self._linker.make(
            provider, lambda: self._providers[provider].connect_sandbox(institution_id, webhook)
        )

    async def ask_bank_to_refresh(self, item_id: ItemId) -> BankRefresh:
        """Have the bank itself asked for news. It may cost money (`domain.refresh.COST`): never without being asked.

        Returns:
            What was asked; a sync that fetches what the bank said is in the queue. `refreshed` tells what came.

        Raises:
            RateLimited: The bank was asked a moment ago; its retry_after is when it may be asked again.
        """
        now = self._clock.now()

        def allow(db: SqliteDatabase) -> tuple[Item, BankRefresh]:
            item = items.load_item(db, item_id)
            refuse_removed(item)
            last = refreshes.last_asked(db, item_id)
            left = BETWEEN - (now - last) if last is not None and last <= now else timedelta(0)
            in_all = self._calls.seconds_until(item.provider, REFRESH_CALL, item_id, asked=True)
            if (wait := max(left.total_seconds(), in_all)) > 0:
                name = item.institution.name
                message = f"{name} was asked a moment ago; it can be asked again in {wait:.0f} s."
                raise RateLimited(message, retry_after=wait)
            # Before the call: should the program be killed during it, it counts all the same.
            return item, refreshes.save(db, item_id, now, now + FOLLOW_UP)

        item, refresh = await self._database.run(allow, urgent=True)
        try:
            links, key = self._linker.links_of(item.provider), await self._linker.load_secret(item)
            async with self._calls.call(item.provider, REFRESH_CALL, item_id, asked=True):
                await links.refresh(key)
        except (ProviderError, VaultError, UsageError) as error:
            if not isinstance(error, ProviderUnavailable) or error.provider_code:
                # It was refused for sure; an answer that only did not come may have been a bill all the same.
                await self._database.run(lambda db: refreshes.forget(db, refresh.id), urgent=True)
            raise
        due = self._clock.now() + FOLLOW_UP
        await self._database.run(
            lambda db: queue.request(db, item_id, Trigger.WEBHOOK, self._clock.now(), due=due), urgent=True
        )
        self.wake()
        self._bus.publish(ItemChanged(item_id))
        return refresh

    async def refreshed(self, refresh: BankRefresh) -> BankRefresh:
        """Look what came of asking the bank by now."""
        found = await self._database.read(lambda db: refreshes.load(db, refresh.id))
        return found or refresh

    async def wait_until_refreshed(self, refresh: BankRefresh) -> BankRefresh:
        """Wait until the sync that fetches what the bank said is over, whoever carries it out."""

        async def is_over() -> bool:
            return (await self.refreshed(refresh)).state is not RefreshState.ASKED

        await self._look_until(is_over, _LOOK)
        return await self.refreshed(refresh)

    async def remove_connection(
        self, item_id: ItemId, *, keep_history: bool = True, even_if_unreachable: bool = False
    ) -> Removal:
        """End a connection: at the provider, in the vault, and in the ledger.

        Done in this order, so that whatever it is killed at, the connection still shows what is left to do, and
        asking again finishes it.

        Args:
            keep_history: If not, its accounts are deleted with everything in them, for good (`store.forgetting`);
                a backup is made before.
            even_if_unreachable: Forget it here, although the provider cannot be told; it may go on there.

        Raises:
            ProviderError: The provider could not be told; nothing was changed.
        """
        item = await self._database.read(lambda db: items.load_item(db, item_id))
        backup = "" if keep_history else (await self.keeper.back_up_now()).name
        await self.cancel_sync(item_id)
        at_provider = await self._end_at_provider(item, forced=even_if_unreachable)
        while not await self._database.run(lambda db: forgetting.retire(db, item_id, self._clock.now())):
            await self.cancel_sync(item_id)
            await self.wait_until_done([item_id])
        deleted: frozenset[AccountId] = frozenset()
        if not keep_history:
            name, now = item.institution.name, self._clock.now()
            deleted = frozenset(
                await self._database.run(lambda db: forgetting.delete_history(db, item_id, name, now))
            )
            self._bus.publish(LedgerChanged(ChangeSet(deleted, (), complete=False, counts=Counts())))
        self._bus.publish(ItemChanged(item_id))
        return Removal(at_provider, deleted, backup)

    async def _end_at_provider(self, item: Item, *, forced: bool) -> bool:
        """End a connection, and those that it took over, where the secrets still open them."""
        line = await self._database.read(lambda db: forgetting.load_line(db, item.id))
        ended = True
        for provider, source_item_id in line:
            name = secret_name(self._database, provider, source_item_id)
            own = source_item_id == item.source_item_id
            if self._providers[provider].links is None:  # a person ends it at its own server
                ended = False
                await self._linker.forget(name)
                continue
            try:
                links, key = self._linker.links_of(provider), await self._linker.load(name)
                with suppress(ItemGone):
                    await links.remove(key)
            except SecretMissing:
                ended = ended and (not own or item.removed_at is not None)
                continue
            except (ProviderError, UsageError):
                if not forced:
                    raise
                ended = False
            await self._linker.forget(name)
        return ended
