"""Tells the provider where each connection's news go, and notices where they do not arrive.

The address wanted is PLAID_WEBHOOK_URL, else the mailbox's at the relay, else, for the demo bank, the receiver's own.
It is compared with what the provider says after each sync; where they differ, the provider is told. New connections
are made with it. Where none is wanted any more, what was told before is taken back. An older address of the mailbox is
closed once no connection tells news there.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from peewee import SqliteDatabase

from budgetsync.domain.addresses import Addressed, full_address, is_reachable, receive_path
from budgetsync.domain.errors import (
    BudgetSyncError,
    ProviderRejected,
    RelayError,
    TransientError,
    Trouble,
    VaultError,
)
from budgetsync.domain.events import Event, RealTimeChanged, RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Clock, Provider, Receiver, Relay, Vault
from budgetsync.domain.quota import ADDRESS_CALL
from budgetsync.domain.realtime import ConnectionWebhooks, Light, LightState, Mailbox
from budgetsync.domain.sync import SyncRunState
from budgetsync.store import addresses, mailboxes
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.calls import Calls
from budgetsync.sync.engine import secret_name

_log = logging.getLogger(__name__)
SETTLED = timedelta(minutes=2)
"""How long the light has to be on before what did not come counts as missing."""


class _Seen(NamedTuple):
    mailbox: Mailbox | None
    told: tuple[str, ...]
    retired: tuple[str, ...] = ()
    known: Sequence[Addressed] = ()


class Addresses:
    """Keeps the provider's addresses as they are wanted. Works in the process that takes webhooks in.

    Attributes:
        is_missing: Whether the provider sent something that did not come, as of the last look.
    """

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        vault: Vault,
        clock: Clock,
        bus: Bus,
        calls: Calls,
        *,
        relay: Relay | None = None,
        receiver: Receiver | None = None,
        public_url: str = "",
        url_secret: Callable[[], str] = str,
        light: Callable[[], Light | None] = lambda: None,
    ) -> None:
        """Prepare.

        Args:
            public_url: What PLAID_WEBHOOK_URL says.
            url_secret: Last part of the receiver's path; blocking.
            light: How the way of the webhooks stands.
        """
        self._database = database
        self._providers = providers
        self._vault = vault
        self._clock = clock
        self._bus = bus
        self._calls = calls
        self._relay = relay
        self._receiver = receiver
        self._public_url = public_url
        self._url_secret = url_secret
        self._light = light
        self._wake = asyncio.Event()
        self._comparing = asyncio.Lock()
        self._synced: set[ItemId] = set()
        self._refused: dict[ItemId, str] = {}
        self._works = False
        self.is_missing = False

    def wake(self) -> None:
        """Compare now: a relay was paired or left, an address changed, or another process may have done so."""
        self._wake.set()

    async def wanted(self) -> str:
        """Where the provider is to tell news to; "" for nowhere.

        In a process that takes no webhooks in, also what another one had it told.

        Raises:
            VaultError: The secret part of the address is in a vault that does not open.
        """
        mailbox, told = await self._database.read(
            lambda db: (mailboxes.load_mailbox(db), addresses.load_told(db))
        )
        url = await self._choose(mailbox)
        if url or self._works:
            return url or ""
        return told[-1] if told else ""

    async def _choose(self, mailbox: Mailbox | None) -> str | None:
        """Choose the address; None where nobody knows yet, since a receiver does not listen yet."""
        environment = self._database.environment
        for url in (await self._public(mailbox), mailbox.address if mailbox is not None else ""):
            if url and is_reachable(url, environment):
                return url
        if self._receiver is None or environment != "demo":
            return ""
        return self._receiver.listens_at or None

    async def _public(self, mailbox: Mailbox | None) -> str:
        """What PLAID_WEBHOOK_URL comes to: it leads to the receiver where there is one, else to the mailbox."""
        if not self._public_url or (mailbox is None and self._receiver is None):
            return ""
        if self._receiver is None and mailbox is not None:
            return full_address(self._public_url, urlsplit(mailbox.address).path)
        return full_address(self._public_url, receive_path(await asyncio.to_thread(self._url_secret)))

    @staticmethod
    def judge(db: SqliteDatabase, wanted: str) -> tuple[ConnectionWebhooks, ...]:
        """Tell of every connection whether its news come by themselves."""
        return tuple(one.judge(wanted) for one in addresses.load_addressed(db))

    async def work(self) -> None:
        """Keep them as they are wanted until cancelled."""
        ends = [self._bus.subscribe(self._listen)]
        if self._receiver is not None:
            ends.append(self._receiver.watch(self.wake))
        self._works = True
        try:
            while True:
                try:
                    await self.compare()
                except BudgetSyncError as error:  # looked at again with the next sync
                    _log.info("the addresses of webhooks could not be looked at: %s", error.code)
                await self._wake.wait()
                self._wake.clear()
        finally:
            self._works = False
            for end in ends:
                end()

    def _listen(self, event: Event) -> None:
        if isinstance(event, RunFinished):
            self._refused.pop(event.item_id, None)
            if event.state is SyncRunState.SUCCEEDED:
                self._synced.add(event.item_id)
            self._wake.set()

    async def compare(self) -> None:
        """Compare once, and tell the provider where they differ.

        Raises:
            VaultError: The secret part of the address is in a vault that does not open.
            StoreError: The ledger cannot be read or written now.
        """
        async with self._comparing:
            await self._compare()

    async def _compare(self) -> None:
        synced, self._synced = self._synced, set()
        seen = await self._database.read(self._look)
        wanted = await self._choose(seen.mailbox)
        if wanted is None or not (wanted or seen.told):
            self.is_missing = False
            return
        known = seen.known
        if synced and self._is_settled():
            await self._count_missed([one for one in known if one.item_id in synced and one.url == wanted])
            known = await self._database.read(addresses.load_addressed)
        self.is_missing = any(one.is_owed and one.missed for one in known)
        if wanted and wanted not in seen.told[-1:]:
            # First, so that it can be taken back whatever happens in between.
            await self._database.run(lambda db: addresses.save_told(db, (*seen.told, wanted)))
        for one in known:
            if self._is_due(one, wanted, seen.told):
                await self._tell(one, wanted)
        if seen.retired or seen.told != (wanted,):
            await self._tidy(seen.mailbox, wanted)

    def _is_due(self, one: Addressed, wanted: str, told: tuple[str, ...]) -> bool:
        if one.url == wanted or self._refused.get(one.item_id) == wanted:
            return False
        if self._providers[one.provider].webhooks is None:
            return False
        return bool(wanted) or one.url in told

    async def _tell(self, one: Addressed, url: str) -> None:
        webhooks = self._providers[one.provider].webhooks
        assert webhooks is not None
        name = secret_name(self._database, one.provider, one.source_item_id)
        try:
            key = await asyncio.to_thread(self._vault.load, name)
            async with self._calls.call(one.provider, ADDRESS_CALL, one.item_id):
                await webhooks.set_address(key, url)
        except BudgetSyncError as error:
            _log.info(
                "the provider could not be told where connection %d's news go: %s", one.item_id, error.code
            )
            self._refused[one.item_id] = url
            trouble = _words(error)
            if not isinstance(error, TransientError):
                await self._database.run(lambda db: addresses.save_refused(db, one.item_id, trouble))
        else:
            await self._database.run(lambda db: addresses.save_address(db, one.item_id, url))
        self._bus.publish(RealTimeChanged())

    def _is_settled(self) -> bool:
        """Whether webhooks that were sent would have come: nothing is said to be missing where nobody listened."""
        light = self._light()
        on = light is not None and light.state is LightState.ON
        return on and light is not None and self._clock.now() - light.since >= SETTLED

    async def _count_missed(self, synced: list[Addressed]) -> None:
        now = self._clock.now()
        await self._database.run(lambda db: addresses.save_missed(db, synced, now))
        if any(one.is_missing(now) or one.missed for one in synced):
            self._bus.publish(RealTimeChanged())

    async def _tidy(self, mailbox: Mailbox | None, wanted: str) -> None:
        """Forget addresses that no connection tells news to any more, and close those of the mailbox."""
        seen = await self._database.read(self._look)
        used = {one.url for one in seen.known}
        told = tuple(address for address in seen.told if address in used or address == wanted)
        left = tuple([one for one in seen.retired if one in used or not await self._is_closed(mailbox, one)])
        if (told, left) == (seen.told, seen.retired):
            return

        def step(db: SqliteDatabase) -> None:
            addresses.save_told(db, told)
            addresses.save_retired(db, left)

        await self._database.run(step)
        self._bus.publish(RealTimeChanged())

    def _look(self, db: SqliteDatabase) -> _Seen:
        mailbox, told = mailboxes.load_mailbox(db), addresses.load_told(db)
        if mailbox is None and self._receiver is None and not told:
            return _Seen(None, told)  # as most programs are: no connection is looked at
        return _Seen(mailbox, told, addresses.load_retired(db), addresses.load_addressed(db))

    async def _is_closed(self, mailbox: Mailbox | None, address: str) -> bool:
        if mailbox is None or self._relay is None or address == mailbox.address:
            return True
        try:
            await self._relay.retire(mailbox, address)
        except (RelayError, VaultError) as error:
            _log.info("an older address could not be closed: %s", error.code)
            return False
        return True


def _words(error: BudgetSyncError) -> Trouble:
    if isinstance(error, ProviderRejected):
        title = "The provider did not take the address"
        action = "Look at the address under Settings, Real time; it is told again with the next sync."
        return Trouble(error.code, title, error.message, action)
    return error.trouble
