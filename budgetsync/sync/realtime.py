"""Follows relay and receiver for as long as the program runs, and knows how the way of the webhooks stands."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from peewee import SqliteDatabase

from budgetsync.domain.errors import RelayError, RelayRefused, StoreError, Trouble, VaultError
from budgetsync.domain.events import Event, RealTimeChanged, RunFinished
from budgetsync.domain.ports import Clock, Receiver, Relay, Surroundings
from budgetsync.domain.realtime import SILENCE, Light, LightState, Mailbox
from budgetsync.domain.situation import Signal
from budgetsync.store import inbox, mailboxes, settings
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.intake import Intake

_log = logging.getLogger(__name__)
NOTED_EVERY = timedelta(minutes=5)
"""How often is written down when the relay was last heard of, for processes that do not listen themselves."""
PRUNED_EVERY = timedelta(days=1)
_FIRST_PAUSE, _LONGEST_PAUSE = 5.0, 60.0  # seconds, where the mailbox's keys or the file cannot be read


class RealTimeDesk:
    """What makes news come by themselves. Works in the process that owns the engine and stays.

    Attributes:
        intake: Where webhooks are taken in.
        is_missing: Whether the provider sent something that did not come.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        bus: Bus,
        intake: Intake,
        surroundings: Surroundings,
        *,
        relay: Relay | None = None,
        receiver: Receiver | None = None,
    ) -> None:
        """Prepare."""
        self._database = database
        self._clock = clock
        self._bus = bus
        self._surroundings = surroundings
        self._relay = relay
        self._receiver = receiver
        self.intake = intake
        self.is_missing: Callable[[], bool] = lambda: False
        self._changed = asyncio.Event()
        self._heard = asyncio.Event()
        self._follows = False
        self._mailbox: Mailbox | None = None
        self._trouble: Trouble | None = None
        self._deaf: Trouble | None = None
        self._was = LightState.OFF
        self._since = clock.now()
        self._listened_at, self._listens_since = "", self._since
        self._told = Light(LightState.OFF, self._since)

    @property
    def light(self) -> Light:
        """How the way of the webhooks stands now; in a process that does not follow it, as it last looked."""
        if not self._follows:
            return self._told
        if self._relay is not None and self._mailbox is not None:
            light = self._relay.light
            if self._trouble is None or light.state is LightState.REVOKED:
                return light
            return replace(light, state=LightState.UNREACHABLE, way=None, trouble=self._trouble)
        if self._receiver is None:
            return Light(LightState.OFF, self._since)
        if self._receiver.listens_at:
            return Light(LightState.ON, self._listens_since)
        state = LightState.CONNECTING if self._deaf is None else LightState.UNREACHABLE
        return Light(state, self._since, trouble=self._deaf)

    @property
    def is_healthy(self) -> bool:
        """Whether news come by themselves, so that the clock is only the safety net."""
        return self.light.state is LightState.ON and not self.is_missing()

    @property
    def tasks(self) -> tuple[tuple[str, Trouble], ...]:
        """What a person has to do so that webhooks come, by names that stay the same. Any thread may ask."""
        light = self.light
        if light.trouble is None:
            return ()
        if light.state is LightState.REVOKED:
            return (("relay", light.trouble),)
        return (("receiver", light.trouble),) if light.trouble is self._deaf else ()

    def look(self, db: SqliteDatabase) -> Light:
        """Tell how the way stands; in a process that does not follow it, from what is written down."""
        if not self._follows:
            self._told = self._look_from_afar(db)
        return self.light

    def _look_from_afar(self, db: SqliteDatabase) -> Light:
        mailbox, now = mailboxes.load_mailbox(db), self._clock.now()
        if mailbox is None:
            heard = settings.load_listened(db)
            listens = heard is not None and now - heard <= NOTED_EVERY + SILENCE
            return Light(LightState.ON if listens else LightState.OFF, heard or self._since)
        heard = mailbox.last_byte_at
        if heard is not None and now - heard <= NOTED_EVERY + SILENCE:
            return Light(LightState.ON, heard, last_byte_at=heard)
        return Light(LightState.UNREACHABLE, heard or mailbox.paired_at, last_byte_at=heard)

    def reload(self) -> None:
        """Look whether the mailbox is another one: it was paired, left, or another process may have done so."""
        self._changed.set()

    def _hear(self) -> None:
        """The light changed, or the receiver began or ended to listen."""
        listens_at = self._receiver.listens_at if self._receiver is not None else ""
        if listens_at != self._listened_at:
            self._listened_at, self._listens_since, self._deaf = listens_at, self._clock.now(), None
        self._heard.set()
        self._bus.publish(RealTimeChanged())

    async def follow_relay(self) -> None:
        """Take in what comes from the relay, until cancelled."""
        if self._relay is None:
            return
        self._follows = True
        ends = (self._surroundings.watch(self._notice), self._relay.watch(self._hear))
        pause = _FIRST_PAUSE
        refused: tuple[object, ...] = ()
        try:
            while True:
                self._changed.clear()
                try:
                    self._mailbox = await self._database.read(mailboxes.load_mailbox)
                    self._bus.publish(RealTimeChanged())
                    if self._mailbox is not None and _name(self._mailbox) != refused:
                        if await self._follow(self._relay, self._mailbox):
                            pause = _FIRST_PAUSE
                            continue
                        refused = _name(self._mailbox)
                except (StoreError, VaultError) as error:
                    self._tell(error.trouble)
                    await self._wait(pause)
                    pause = min(2 * pause, _LONGEST_PAUSE)
                    continue
                await self._changed.wait()
        finally:
            for end in ends:
                end()
            self._follows = False

    async def _follow(self, relay: Relay, mailbox: Mailbox) -> bool:
        """Follow a mailbox for as long as it is ours.

        Returns:
            Whether it may be another one now; False where the relay knows it no longer.
        """
        self._tell(None)
        following = asyncio.ensure_future(relay.follow(mailbox, self.intake))
        try:
            while True:
                changed = asyncio.ensure_future(self._changed.wait())
                try:
                    await asyncio.wait({following, changed}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    changed.cancel()
                if following.done():
                    try:
                        following.result()
                    except RelayRefused as error:
                        self._tell(error.trouble)
                    return False
                self._changed.clear()
                now = await self._database.read(mailboxes.load_mailbox)
                if now is None or _name(now) != _name(mailbox):
                    return True
                self._mailbox = now
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)

    async def follow_receiver(self) -> None:
        """Take in what comes straight from the provider, until cancelled."""
        if self._receiver is None:
            return
        self._follows = True
        end, pause = self._receiver.watch(self._hear), _FIRST_PAUSE
        try:
            while True:
                try:
                    await self._receiver.follow(self.intake.take_direct)
                except (RelayError, VaultError) as error:
                    self._tell_of_receiver(error.trouble)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
        finally:
            end()
            self._follows = False

    async def keep(self) -> None:
        """Write down now and then when the relay was last heard of, and let go of old webhooks; until cancelled."""
        unsubscribe = self._bus.subscribe(self._listen)
        noted = pruned = self._clock.now()
        written: datetime | None = None
        try:
            while True:
                await self._pause(NOTED_EVERY.total_seconds())
                self._heard.clear()  # only now: the light may have turned before this began
                now, light = self._clock.now(), self.light
                if light.state is LightState.ON and self._was is not LightState.ON:
                    self.intake.hurry()
                turned, self._was = light.state is not self._was, light.state
                due = turned or now - noted >= NOTED_EVERY or now < noted
                try:
                    if due and light.last_byte_at is not None and light.last_byte_at != written:
                        written = light.last_byte_at
                        await self._database.run(partial(mailboxes.save_last_byte, at=written))
                        noted = now
                    elif due and light.state is LightState.ON and light.last_byte_at is None:
                        await self._database.run(partial(settings.save_listened, at=now))
                        noted = now
                    if now - pruned >= PRUNED_EVERY or now < pruned:
                        await self._database.run(partial(inbox.prune, now=now))
                        pruned = now
                except StoreError as error:  # seldom needed, and tried again in a few minutes
                    _log.info("nothing about the relay could be written down: %s", error.code)
        finally:
            unsubscribe()

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._heard.wait()
        except TimeoutError:
            return

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            return

    def _notice(self, signal: Signal) -> None:
        if signal is not Signal.CHANGED:
            if self._relay is not None:
                self._relay.wake()
            self.intake.hurry()

    def _listen(self, event: Event) -> None:
        if isinstance(event, RunFinished):  # webhooks may have been acted on
            self._bus.publish(RealTimeChanged())

    def _tell(self, trouble: Trouble | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble is not None:
                _log.info("the relay is not followed: %s", trouble.code)
            self._bus.publish(RealTimeChanged())

    def _tell_of_receiver(self, trouble: Trouble) -> None:
        if trouble != self._deaf:
            self._deaf = trouble
            _log.info("the receiver does not listen: %s", trouble.code)
            self._bus.publish(RealTimeChanged())


def _name(mailbox: Mailbox) -> tuple[str, str, str, datetime]:
    return mailbox.relay, mailbox.id, mailbox.device, mailbox.paired_at
