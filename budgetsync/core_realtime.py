"""The part of the facade about real time: the relay, its light, webhooks and what became of them."""

import logging
import platform
from dataclasses import replace
from datetime import timedelta

from peewee import SqliteDatabase

from budgetsync.domain.errors import RelayError, Trouble, UsageError
from budgetsync.domain.events import RealTimeChanged
from budgetsync.domain.ids import RunId
from budgetsync.domain.ports import Clock, Receiver, Relay
from budgetsync.domain.realtime import (
    Device,
    Light,
    LightState,
    Mailbox,
    RealTime,
    TestResult,
    percentile,
)
from budgetsync.domain.settings import relay_url
from budgetsync.domain.webhook import InboxEntry, Route
from budgetsync.store import addresses, inbox, mailboxes
from budgetsync.store.database import Database
from budgetsync.sync.addresses import Addresses
from budgetsync.sync.bus import Bus
from budgetsync.sync.realtime import RealTimeDesk

_log = logging.getLogger(__name__)
SHOWN_EVENTS = 100
_MOST_OF_A_RUN = 10_000
_LONGEST_NAME = 64


class RealTimeCommands:
    """What the user may do about real time, and see of it."""

    _database: Database
    _clock: Clock
    _bus: Bus
    _relay: Relay | None
    _receiver: Receiver | None
    _realtime: RealTimeDesk
    addresses: Addresses

    @property
    def realtime_light(self) -> Light:
        """How the way of the webhooks stands; in a process that does not follow it, as it last looked."""
        return self._realtime.light

    @property
    def realtime_tasks(self) -> tuple[Trouble, ...]:
        """What a person has to do so that news come by themselves; in the process that follows them only."""
        return tuple(trouble for _, trouble in self._realtime.tasks)

    async def realtime(self) -> RealTime:
        """Everything about real time, as of one moment."""
        wanted = await self.addresses.wanted()

        def query(db: SqliteDatabase) -> RealTime:
            mailbox = mailboxes.load_mailbox(db)
            waits = inbox.load_latencies(db, self._clock.now() - timedelta(hours=24))
            return RealTime(
                route=self._route(mailbox, wanted),
                light=self._realtime.look(db),
                mailbox=mailbox,
                listens_at=self._receiver.listens_at if self._receiver is not None else "",
                public_url=wanted,
                connections=self.addresses.judge(db, wanted),
                events=tuple(inbox.load_entries(db, SHOWN_EVENTS)),
                waiting=inbox.count_unverified(db),
                rejected=inbox.load_rejections(db),
                p50=percentile(waits, 50),
                p95=percentile(waits, 95),
                p99=percentile(waits, 99),
            )

        return await self._database.read(query)

    async def events_of_run(self, run_id: RunId) -> tuple[InboxEntry, ...]:
        """The webhooks whose news a run fetched, newest first."""
        return tuple(
            await self._database.read(lambda db: inbox.load_entries(db, _MOST_OF_A_RUN, run_id=run_id))
        )

    async def pair_relay(self, relay: str, invite: str = "", name: str = "") -> None:
        """Get a mailbox at a relay. Asking again at the same one is safe, and gets a new one where it is gone.

        Args:
            relay: Its address.
            name: What this computer is called there; "" for its own name.

        Raises:
            SettingsError: That is no address to use.
            UsageError: Another relay is paired.
            RelayError: It did not answer, or it refuses.
            VaultError: The keys cannot be kept; then the relay was not asked.
        """
        address = relay_url(relay)
        before = await self._load_mailbox()
        if before is not None and before.relay != address:
            message = "This computer is paired with another relay."
            raise UsageError(message, action="Unpair it first.")
        await self._keep(await self._client().pair(address, _called(name), invite.strip()), before)

    async def unpair_relay(self) -> None:
        """Leave the relay. One that does not answer is left all the same: it keeps nothing for long.

        Raises:
            UsageError: None is paired.
        """
        mailbox = await self._mailbox()
        try:
            await self._client().leave(mailbox)
        except RelayError as error:
            _log.info("the relay was not told that it is left: %s", error.code)

        def step(db: SqliteDatabase) -> None:
            mailboxes.forget_mailbox(db)
            addresses.save_retired(db, ())

        await self._database.run(step, urgent=True)
        self._tell()

    async def test_relay(self) -> TestResult:
        """Send a webhook of our own through the relay, and see whether it comes.

        Raises:
            UsageError: None is paired.
        """
        return await self._client().test(await self._mailbox())

    async def rotate_address(self) -> None:
        """Get another address that the provider posts to; the older one is closed once nothing uses it any more.

        Raises:
            UsageError: No relay is paired.
            RelayError: It did not answer, or it refuses.
        """
        mailbox = await self._mailbox()
        address = await self._client().rotate(mailbox)

        def step(db: SqliteDatabase) -> None:
            mailboxes.save_address(db, address)
            addresses.retire(db, mailbox.address)

        await self._database.run(step, urgent=True)
        self._tell()

    async def relay_devices(self) -> tuple[Device, ...]:
        """Every device that reads the mailbox, oldest first.

        Raises:
            UsageError: No relay is paired.
            RelayError: It did not answer, or it refuses.
        """
        return await self._client().list_devices(await self._mailbox())

    async def revoke_device(self, device: str) -> None:
        """Shut a device out at once.

        Raises:
            UsageError: No relay is paired.
            RelayError: It did not answer, or it refuses.
        """
        await self._client().revoke_device(await self._mailbox(), device)

    async def request_pairing(self, relay: str, name: str) -> str:
        """Ask to read the mailbox of another computer of the user's.

        Returns:
            What is typed there (`approve_pairing`). Without secrets.
        """
        address = relay_url(relay)
        return await self._client().make_request(address, _called(name))

    async def approve_pairing(self, request: str) -> str:
        """Let another computer of the user's read this one's mailbox.

        Returns:
            What is typed there (`join_mailbox`). Without secrets.

        Raises:
            UsageError: No relay is paired, or that is no request.
            RelayError: It did not answer, or it refuses.
        """
        return await self._client().approve(await self._mailbox(), request.strip())

    async def join_mailbox(self, approval: str) -> None:
        """Read the mailbox of another computer from now on.

        Raises:
            UsageError: That is no approval, or a relay is paired already.
            RelayError: It did not answer, or it refuses.
        """
        before = await self._load_mailbox()
        if before is not None and self.realtime_light.state is not LightState.REVOKED:
            message = "This computer has a mailbox already."
            raise UsageError(message, action="Unpair it first.")
        await self._keep(await self._client().join(approval.strip(), self._clock.now()), before)

    async def _keep(self, mailbox: Mailbox, before: Mailbox | None) -> None:
        def step(db: SqliteDatabase) -> None:
            kept = mailbox
            if before is not None and (before.id, before.device) == (mailbox.id, mailbox.device):
                # It goes on where it was read to.
                kept = replace(mailbox, epoch=before.epoch, cursor=before.cursor)
            mailboxes.save_mailbox(db, kept)

        await self._database.run(step, urgent=True)
        self._tell()

    def _tell(self) -> None:
        self._realtime.reload()
        self.addresses.wake()
        self._bus.publish(RealTimeChanged())

    def _route(self, mailbox: Mailbox | None, wanted: str) -> Route | None:
        if mailbox is not None:
            return Route.RELAY
        return Route.DIRECT if self._receiver is not None or wanted else None

    def _client(self) -> Relay:
        if self._relay is None:
            message = "This program was put together without a relay's client."
            raise UsageError(message)
        return self._relay

    async def _load_mailbox(self) -> Mailbox | None:
        return await self._database.read(mailboxes.load_mailbox)

    async def _mailbox(self) -> Mailbox:
        mailbox = await self._load_mailbox()
        if mailbox is None:
            message = "No relay is paired."
            raise UsageError(message, action="Pair with one first (`budgetsync relay pair`).")
        return mailbox


def _called(name: str) -> str:
    """Name this computer at a relay."""
    return (name.strip() or platform.node() or "a computer")[:_LONGEST_NAME]
