"""Connecting a bank by a page in the person's browser, signing in anew, and waiting for what comes of it.

What is kept when, since each step may be the last one before the computer is switched off:

1. The vault is tried by a real write before a page is made and again before 3: no bank is connected whose key
   cannot be kept.
2. What is done on the page is compared with what is connected. A duplicate ends here: its public token lapses.
3. The ledger notes that a connection is being made (`store.settings`), without anything secret.
4. Exchange: from here on the key exists, in this process only.
5. The key goes to the vault, with all that is needed to go on.
6. One commit: the connection is in the ledger, the note is gone.

Killed before 4, nothing was made, and the person goes through the page once more. Killed between 4 and 5, the key
is lost for ever: public tokens can be exchanged once and are kept nowhere. The provider then has a connection that
nobody can open; connecting again makes another one. Killed between 5 and 6, the next start goes on from the vault.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.errors import (
    ItemGone,
    RateLimited,
    SecretMissing,
    TransientError,
    Trouble,
    UsageError,
    VaultError,
)
from budgetsync.domain.events import ItemChanged
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Connection, Institution, Item, ItemStatus
from budgetsync.domain.link import (
    Connected,
    LinkEnd,
    LinkPage,
    LinkRequest,
    LinkResult,
    LinkSession,
    LinkState,
    LinkVisit,
    find_duplicate,
)
from budgetsync.domain.ports import Clock, Links, Provider, Vault
from budgetsync.store import accounts, facts, items, settings
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.engine import secret_name
from budgetsync.sync.finishing import finish_first

T = TypeVar("T")
_log = logging.getLogger(__name__)
POLL = 2.0
"""Seconds between two looks at a page; Plaid asks for 2 to 5."""
AFTERWARDS = timedelta(minutes=30)
"""How long a page is looked at after its end, where a person is still on it or nobody answers."""


@dataclass(frozen=True, slots=True)
class LinkNews:
    """What changed while a page waits for a person.

    Attributes:
        trouble: Why nobody can say how far the person is; None when it can be said.
    """

    state: LinkState
    trouble: Trouble | None = None


Tell = Callable[[LinkNews], None]


def ignore(_news: LinkNews) -> None:
    """Tell nobody."""


class Linker:
    """Makes and repairs connections. In any process, whichever owns the engine."""

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        vault: Vault,
        clock: Clock,
        bus: Bus,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Prepare.

        Args:
            pause: Waits for so many seconds.
        """
        self._database = database
        self._providers = providers
        self._vault = vault
        self._clock = clock
        self._bus = bus
        self._pause = pause

    def links_of(self, provider: str) -> Links:
        """The provider's way to connect banks.

        Raises:
            UsageError: It has none.
        """
        links = self._providers[provider].links
        if links is None:
            message = "This provider has no page on which a bank is connected."
            action = "Bring a new setup token: `budgetsync connect --simplefin`, with --item for a repair."
            raise UsageError(message, action=action)
        return links

    async def load_secret(self, item: Item) -> str:
        """Read a connection's key from the vault."""
        return await self.load(secret_name(self._database, item.provider, item.source_item_id))

    async def load(self, name: str) -> str:
        """Read a secret by its name in the vault."""
        return await asyncio.to_thread(self._vault.load, name)

    async def forget(self, name: str) -> None:
        """Delete a secret."""
        await asyncio.to_thread(self._vault.delete, name)

    async def lacks_secret(self, item: Item) -> bool:
        """Tell whether the vault of this computer has no key for a connection."""
        try:
            await self.load_secret(item)
        except SecretMissing:
            return True
        return False

    async def begin(self, provider: str, wanted: LinkRequest) -> LinkSession:
        """Have a page made for a new connection."""
        await asyncio.to_thread(self._vault.check)
        page = await self.links_of(provider).open_page(wanted)
        return self._session(provider, page, wanted)

    async def begin_anew(self, item: Item, wanted: LinkRequest) -> LinkSession:
        """Have a page made on which the person signs in anew: at the connection itself where its key still works.

        Args:
            wanted: Its key is filled in here.
        """
        await asyncio.to_thread(self._vault.check)
        links = self.links_of(item.provider)
        if item.removed_at is None and item.status is not ItemStatus.DISCONNECTED:
            # What is missing or gone is found out here: then the next lines make a new connection.
            with suppress(SecretMissing, ItemGone):
                update = wanted.with_key(await self.load_secret(item))
                page = await links.open_page(update)
                return self._session(item.provider, page, wanted, item_id=item.id)
        page = await links.open_page(wanted)
        return self._session(item.provider, page, wanted, replaces=item.id)

    def _session(
        self,
        provider: str,
        page: LinkPage,
        wanted: LinkRequest,
        *,
        item_id: ItemId | None = None,
        replaces: ItemId | None = None,
    ) -> LinkSession:
        # By our own clock: the provider's may be another one.
        until = self._clock.now() + wanted.lifetime
        return LinkSession(provider, page, until, item_id, replaces)

    async def wait(
        self, session: LinkSession, tell: Tell, *, poll: float = POLL, allow_duplicate: bool = False
    ) -> LinkResult:
        """Wait for what comes of a page. Without a network it goes on waiting, and says so.

        Args:
            tell: Called with what changes, on the loop's thread.
            poll: Seconds between two looks.
            allow_duplicate: Connect although some of the accounts are connected already.

        Raises:
            ProviderError: The provider refuses to say what came of it, or to make the connection.
            VaultError: The key could not be kept.
        """
        links = self.links_of(session.provider)
        told: LinkNews | None = None
        state = LinkState.WAITING
        while True:
            trouble, wait, visit = None, poll, None
            try:
                visit = await links.look(session.page)
            except TransientError as error:
                trouble = error.trouble
                wait = max(poll, error.retry_after or 0.0) if isinstance(error, RateLimited) else poll
            if visit is not None:
                state = visit.state
                if (result := await self._end(session, visit, allow_duplicate=allow_duplicate)) is not None:
                    return result
            news = LinkNews(state, trouble)
            if news != told:
                told = news
                tell(news)
            if self._is_over(session, visit):
                return LinkResult(LinkEnd.EXPIRED, session.item_id)
            await self._pause(wait)

    def _is_over(self, session: LinkSession, visit: LinkVisit | None) -> bool:
        """Tell whether to give up; not while somebody is on the page, or may have been unseen."""
        late = self._clock.now() - session.expires_at
        if late < timedelta(0):
            return False
        return late >= AFTERWARDS or (visit is not None and visit.state is LinkState.WAITING)

    async def _end(
        self, session: LinkSession, visit: LinkVisit, *, allow_duplicate: bool
    ) -> LinkResult | None:
        match visit.state:
            case LinkState.GONE:
                return LinkResult(LinkEnd.EXPIRED, session.item_id)
            case LinkState.LEFT:
                return LinkResult(LinkEnd.LEFT, session.item_id, visit.institution, trouble=visit.trouble)
            case LinkState.DONE if session.item_id is not None:
                item_id = session.item_id
                await self._database.run(lambda db: facts.clear(db, item_id), urgent=True)
                self._bus.publish(ItemChanged(session.item_id))
                return LinkResult(LinkEnd.REPAIRED, session.item_id, visit.institution, visit.accounts)
            case LinkState.DONE:
                return await self._connect(session, visit, allow_duplicate=allow_duplicate)
        return None

    async def _connect(self, session: LinkSession, visit: LinkVisit, *, allow_duplicate: bool) -> LinkResult:
        found = find_duplicate(visit.institution, visit.accounts, await self._connected(session.replaces))
        if found is not None and not allow_duplicate:
            return LinkResult(LinkEnd.DUPLICATE, found[0], visit.institution, found[1])
        links = self.links_of(session.provider)
        item_id = await self.make(session.provider, lambda: links.exchange(visit))
        return LinkResult(LinkEnd.CONNECTED, item_id, visit.institution, visit.accounts)

    async def make(self, provider: str, connect: Callable[[], Awaitable[Connection]]) -> ItemId:
        """Make a connection and keep it: its key first, then the ledger. A cancelled caller waits for the end.

        Args:
            connect: Makes it; what it returns exists nowhere else until it is kept here.
        """
        return await finish_first(self._make(provider, connect))

    async def _make(self, provider: str, connect: Callable[[], Awaitable[Connection]]) -> ItemId:
        await asyncio.to_thread(self._vault.check)
        await self._database.run(lambda db: settings.note_connecting(db, provider), urgent=True)
        connection = await connect()
        whole = json.dumps(
            [
                connection.source_item_id,
                connection.institution.id,
                connection.institution.name,
                connection.access_token,
            ]
        )
        await asyncio.to_thread(self._vault.save, self._interim(provider), whole)
        item_id = await self._enter(provider, connection)
        await asyncio.to_thread(self._vault.delete, self._interim(provider))
        return item_id

    async def _enter(self, provider: str, connection: Connection) -> ItemId:
        name = secret_name(self._database, provider, connection.source_item_id)
        await asyncio.to_thread(self._vault.save, name, connection.access_token)

        def step(db: SqliteDatabase) -> ItemId:
            settings.forget_connecting(db)
            return items.save_connection(db, provider, connection, self._clock.now())

        item_id = await self._database.run(step, urgent=True)
        self._bus.publish(ItemChanged(item_id))
        return item_id

    async def recover(self) -> ItemId | None:
        """Go on with a connection that a killed program had made and not yet entered; None where there is none."""
        provider = await self._database.read(settings.load_connecting)
        if provider is None:
            return None
        try:
            whole = await asyncio.to_thread(self._vault.load, self._interim(provider))
        except SecretMissing:
            _log.info("a connection was begun and not made")
            await self._database.run(settings.forget_connecting)
            return None
        except VaultError as error:
            _log.info("a connection waits for the vault: %s", error.code)
            return None
        source_item_id, institution_id, name, access_token = json.loads(whole)
        connection = Connection(source_item_id, Institution(institution_id, name), access_token)
        item_id = await self._enter(provider, connection)
        await asyncio.to_thread(self._vault.delete, self._interim(provider))
        return item_id

    def _interim(self, provider: str) -> str:
        return secret_name(self._database, provider, "connecting")

    async def _connected(self, but: ItemId | None) -> list[Connected]:
        """What a new connection is compared with: those that open."""

        def query(db: SqliteDatabase) -> list[tuple[Item, Connected]]:
            by_item = accounts.load_accounts(db)
            return [
                (item, Connected(item.id, item.institution, tuple(by_item.get(item.id, ()))))
                for item in items.load_items(db)
                if item.id != but and item.status is not ItemStatus.DISCONNECTED
            ]

        found = await self._database.read(query)
        return [one for item, one in found if not await self.lacks_secret(item)]
