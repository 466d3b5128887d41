"""Takes webhooks in: verified, written down with what they ask for, and only then acknowledged.

What one batch asks for is one commit: rows of the inbox, requests, what is said of the connection, and how far the
mailbox was read. So whatever the program is killed at, a webhook was not acknowledged and comes again, or it is here
and will be acted on. An event is a hint: for one that cannot be read, or that the relay lost, everything is synced.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from random import Random
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.dead_letter import LetterKind
from budgetsync.domain.errors import RateLimited, StoreError, TransientError, Trouble, WebhookRejected
from budgetsync.domain.events import ItemChanged, RealTimeChanged
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Clock, Provider, Webhooks
from budgetsync.domain.realtime import MailboxEvent
from budgetsync.domain.retry import backoff
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.trace import SHOWN_OF_DIGEST, tracing
from budgetsync.domain.webhook import RELAYED_AGE, Delivery, Reason, WebhookEvent
from budgetsync.store import dead_letters, inbox, mailboxes
from budgetsync.store.database import Database
from budgetsync.sync.asking import Asking
from budgetsync.sync.bus import Bus
from budgetsync.sync.finishing import finish_first

_log = logging.getLogger(__name__)
PATIENCE = 5.0
"""Seconds for verifying what comes together: the provider wants its answer within ten. The rest waits for later."""
OVERFLOW_PAUSE = timedelta(minutes=10)
"""For webhooks that there was no room for, or that a slow clock refused, all is synced, at most once in so long."""
UNVERIFIABLE = Trouble(
    "UNVERIFIABLE",
    "A webhook could not be checked",
    "Its key could not be asked for in more than a week, so nobody knows whether it was genuine.",
    "Discard it: every connection was synced in its place.",
)


class Verdict(NamedTuple):
    """What is known of a webhook that came.

    Attributes:
        event: What it says; None where it is not known to be genuine.
        reason: Why it is turned away. None, and no event either: nobody could be asked for its key.
    """

    delivery: Delivery
    event: WebhookEvent | None = None
    reason: Reason | None = None


class Intake:
    """Where webhooks come in, whichever way they took. The entries of a relay's mailbox, too (`RelayInbox`)."""

    def __init__(
        self,
        database: Database,
        providers: Mapping[str, Provider],
        clock: Clock,
        bus: Bus,
        random: Random,
        *,
        rouse: Callable[[Iterable[ItemId]], None],
        settings: Callable[[SqliteDatabase], ScheduleSettings],
        zone: tzinfo,
    ) -> None:
        """Prepare.

        Args:
            random: Where the jitter of later tries comes from.
            rouse: Has the queue looked at, for connections that a sync was asked of.
            settings: Loads those of syncs by the clock, as they hold now.
            zone: The local time zone, which quiet hours are meant in.
        """
        self._database = database
        self._providers = providers
        self._clock = clock
        self._bus = bus
        self._random = random
        self._rouse = rouse
        self._settings = settings
        self._zone = zone
        self._wake = asyncio.Event()
        self._overflowed_at: datetime | None = None

    async def take(self, epoch: str, events: Sequence[MailboxEvent], /) -> None:
        """Commit entries of the mailbox, oldest first, and how far it was read."""
        before = await self._database.read(mailboxes.load_mailbox)
        read_to = before.cursor if before is not None and before.epoch == epoch else 0
        new = [event for event in events if event.seq > read_to]
        verdicts = await self._judge([event.delivery for event in new if event.delivery is not None])

        def step(asking: Asking, db: SqliteDatabase) -> None:
            mailbox = mailboxes.load_mailbox(db)
            self._write(asking, db, verdicts)
            if mailbox is None or not new:
                return
            begun = mailbox.cursor if mailbox.epoch == epoch else 0
            if mailbox.epoch not in {"", epoch} or _lacks_some(begun, new):
                self._ask_all(asking, db)
            mailboxes.save_place(db, epoch, max(begun, new[-1].seq))

        await self._commit(step)

    async def begin_epoch(self, epoch: str, /) -> None:
        """Have everything synced, and begin at 0: the relay's database is another one."""

        def step(asking: Asking, db: SqliteDatabase) -> None:
            mailbox = mailboxes.load_mailbox(db)
            if mailbox is None:
                return
            if mailbox.epoch or mailbox.cursor:  # the first of all replaces none
                self._ask_all(asking, db)
            mailboxes.save_place(db, epoch, 0)

        await self._commit(step)

    async def take_direct(self, delivery: Delivery, /) -> None:
        """Commit a webhook that came straight from the provider. One that is turned away is counted.

        Raises:
            StoreError: It is not committed.
        """
        verdicts = await self._judge([delivery])
        await self._commit(lambda asking, db: self._write(asking, db, verdicts))

    def hurry(self) -> None:
        """Try what waits for its key now: the network is back, or the computer woke up."""
        self._wake.set()

    async def recover(self) -> None:
        """Ask again for what was taken in and not acted on: at a start, and when a pause or quiet hours are others."""

        def step(asking: Asking, db: SqliteDatabase) -> None:
            inbox.prune(db, self._clock.now())
            asking.ask_again()

        await self._commit(step)

    async def verify_waiting(self) -> None:
        """Verify what waits for its key, again and again, until cancelled."""
        tries = 0
        while True:
            self._wake.clear()
            pause: float | None = None
            try:
                left, pause = await self._verify_again()
            except StoreError as error:
                _log.info("webhooks that wait could not be looked at: %s", error.code)
                left = 1
            tries = tries + 1 if left else 0
            await self._rest(max(backoff(tries, self._random).total_seconds(), pause or 0) if left else None)

    async def _rest(self, seconds: float | None) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _verify_again(self) -> tuple[int, float | None]:
        """Try once what waits.

        Returns:
            How many still wait, and for how many seconds the provider wants to be left alone, where it says so.
        """
        waiting = await self._database.read(inbox.load_unverified)
        pause: float | None = None
        settled: list[tuple[inbox.Unverified, Verdict]] = []
        for one in waiting:
            try:
                # As old as it was when it came: that it waited here is not its fault.
                settled.append((one, await self._verify(one.delivery, one.received_at)))
            except RateLimited as error:  # of this key; another one's may be known
                pause = error.retry_after or pause
            except TransientError as error:
                _log.info("a webhook still waits for its key: %s", error.code)
                break
        decided, now = {one.id for one, _ in settled}, self._clock.now()
        late = [one for one in waiting if one.id not in decided and now - one.received_at > RELAYED_AGE]

        def step(asking: Asking, db: SqliteDatabase) -> None:
            for one, verdict in settled:
                if inbox.drop(db, one.id):
                    self._write_one(asking, db, verdict, one.received_at)
            for one in late:
                inbox.give_up(db, one.id)
                subject, cause = one.delivery.digest, UNVERIFIABLE.code
                dead_letters.save_letter(
                    db, LetterKind.EVENT, subject, UNVERIFIABLE, now, item_id=None, cause=cause
                )
            if late:
                self._ask_all(asking, db)

        if settled or late:
            await self._commit(step)
        return len(waiting) - len(settled) - len(late), pause

    async def _judge(self, deliveries: Sequence[Delivery]) -> list[Verdict]:
        """Verify what came together; what takes too long waits for later."""
        verdicts: list[Verdict] = []
        try:
            async with asyncio.timeout(PATIENCE):
                for delivery in deliveries:
                    try:
                        verdicts.append(await self._verify(delivery, self._clock.now()))
                    except TransientError as error:
                        _log.info("a webhook waits for its key: %s", error.code)
                        verdicts.append(Verdict(delivery))
        except TimeoutError:
            verdicts += [Verdict(delivery) for delivery in deliveries[len(verdicts) :]]
        return verdicts

    async def _verify(self, delivery: Delivery, now: datetime) -> Verdict:
        _, webhooks = self._sender()
        if webhooks is None:
            return Verdict(delivery, reason=Reason.UNKNOWN_KEY)
        try:
            return Verdict(delivery, await webhooks.verify(delivery, now))
        except WebhookRejected as rejected:
            return Verdict(delivery, reason=Reason(rejected.reason))

    def _sender(self) -> tuple[str, Webhooks | None]:
        """Whose webhooks they are: there is one provider that sends any."""
        for name, provider in self._providers.items():
            if provider.webhooks is not None:
                return name, provider.webhooks
        return "", None

    async def _commit(self, step: Callable[[Asking, SqliteDatabase], None]) -> None:
        now = self._clock.now()
        provider, _ = self._sender()

        def whole(db: SqliteDatabase) -> Asking:
            asking = Asking(db, provider, self._settings(db), self._zone, now)
            step(asking, db)
            return asking

        async def carry_out() -> None:
            asking = await self._database.run(whole, urgent=True)
            if asking.waits:
                self._wake.set()
            if asking.asked:
                self._rouse(dict.fromkeys(asking.asked))
            for item in dict.fromkeys((*asking.asked, *asking.touched)):
                self._bus.publish(ItemChanged(item))
            self._bus.publish(RealTimeChanged())

        # Whoever connects anew in the middle of it must not leave rows behind that nobody is told of.
        await finish_first(carry_out())

    def _write(self, asking: Asking, db: SqliteDatabase, verdicts: Iterable[Verdict]) -> None:
        now, overflows = self._clock.now(), False
        for verdict in verdicts:
            if verdict.event is None and verdict.reason is None:
                kept = inbox.save_unverified(db, verdict.delivery, now)
                asking.waits |= kept
                overflows |= not kept
            else:
                self._write_one(asking, db, verdict, now)
                # It is the provider's, and our clock is slow: what it tells of is not to wait for that.
                overflows |= verdict.reason is Reason.FROM_THE_FUTURE
        if overflows:
            self._overflow(asking, now)

    def _write_one(self, asking: Asking, db: SqliteDatabase, verdict: Verdict, received_at: datetime) -> None:
        delivery, event, reason = verdict
        if reason is not None:
            _log.info("a webhook was turned away: %s", reason)
            inbox.count_rejections(db, {reason: 1}, self._clock.now())
        elif event is not None:
            with tracing(event=event.digest[:SHOWN_OF_DIGEST]):
                new = asking.admit(event, delivery.route, delivery.arrived_at, received_at)
                _log.info("%s %s, %s", event.type, event.code, "taken in" if new else "here already")

    def _overflow(self, asking: Asking, now: datetime) -> None:
        """What came cannot be taken in as it is: whatever it says, everything is synced after it."""
        last = self._overflowed_at
        if last is not None and now - OVERFLOW_PAUSE < last <= now:
            asking.ask_all(last + OVERFLOW_PAUSE)
            return
        _log.info("too many webhooks wait for their keys, or our clock is slow; everything is synced instead")
        self._overflowed_at = now
        asking.ask_all()

    def _ask_all(self, asking: Asking, db: SqliteDatabase) -> None:
        _log.info("the relay lost webhooks, or they cannot be read; everything is synced instead")
        mailboxes.save_synced_all(db, self._clock.now())
        asking.ask_all()


def _lacks_some(begun: int, events: Sequence[MailboxEvent]) -> bool:
    """Whether something is lost among entries: a gap, one that could not be unsealed, or a hole."""
    expected = begun
    for event in events:
        if event.dropped or (expected and event.seq > expected + 1):
            return True
        expected = event.seq
    return False
