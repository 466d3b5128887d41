"""`RelayClient`: the relay as the engine sees it (`domain.ports.Relay`).

What speaks HTTP and what unseals is imported when it is needed first, on a worker thread: a program without a mailbox
pays for neither.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from budgetsync.domain.errors import SecretMissing, VaultError
from budgetsync.domain.ports import Clock, RelayInbox, Vault
from budgetsync.domain.realtime import Device, Light, LightState, Mailbox, TestResult, TestStep
from budgetsync.relay.client.light import Beacon
from budgetsync.relay.client.pace import Pace
from budgetsync.relay.client.tasks import run_until_first

if TYPE_CHECKING:
    import httpx

    from budgetsync.relay.client.desk import Desk
    from budgetsync.relay.client.following import Follower

_log = logging.getLogger(__name__)
LOOK_EVERY = 5.0
"""Seconds between two looks whether the computer slept."""


class RelayClient:
    """Our end of a relay. To be used on one loop."""

    def __init__(
        self,
        vault: Vault,
        entry: str,
        clock: Clock,
        *,
        random: Random | None = None,
        transports: "Callable[[], httpx.AsyncBaseTransport] | None" = None,
        look_every: float = LOOK_EVERY,
    ) -> None:
        """Prepare; nothing is opened.

        Args:
            entry: Name of the vault's entry with this device's keys: `relay/<database id>/<environment>`.
            random: For jitter; None for one seeded by the system.
            transports: Makes what carries requests in place of the network.
            look_every: Seconds between two looks whether the computer slept.
        """
        self._vault = vault
        self._entry = entry
        self._clock = clock
        self._random = random or Random()  # noqa: S311 - spreads calls out, guards nothing
        self._transports = transports
        self._look_every = look_every
        self._beacon = Beacon(clock)
        self._desk: Desk | None = None
        self._follower: Follower | None = None
        self._woken = asyncio.Event()

    @property
    def light(self) -> Light:
        """How it stands now."""
        return self._beacon.light

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Have a function called when the light changed; what is returned ends that."""
        return self._beacon.watch(listener)

    async def follow(self, mailbox: Mailbox, inbox: RelayInbox, /) -> None:
        """Take in what comes until cancelled; returns where a person has to pair anew."""
        self._beacon.remember(mailbox.last_byte_at)
        self._beacon.turn(LightState.CONNECTING)
        try:
            self._follower = await self._prepare(mailbox, inbox)
            if self._follower is not None:
                await self._follower.run()
        finally:
            self._follower = None
            if self._beacon.light.state is not LightState.REVOKED:
                self._beacon.turn(LightState.OFF)

    def wake(self) -> None:
        """The network is back or the computer woke up: connect anew now."""
        self._woken.set()
        if self._follower is not None:
            self._follower.wake()

    async def pair(self, relay: str, name: str, invite: str, /) -> Mailbox:
        """Get a mailbox; keys are in the vault before the relay hears of them, so that asking again is safe."""
        return await (await self._open()).pair(relay, name, invite)

    async def test(self, mailbox: Mailbox, /) -> TestResult:
        """Post a webhook of our own to the public address, and see whether it comes out of the mailbox here."""
        followed = self._follower is not None
        result = await (await self._open()).test(mailbox, followed=followed)
        light = self.light
        if followed and result.reached is not TestStep.BACK and light.trouble is not None:
            return replace(result, trouble=light.trouble)
        return result

    async def rotate(self, mailbox: Mailbox, /) -> str:
        """Get another address that the provider posts to; the older one still works until `retire`."""
        return await (await self._open()).add_address(mailbox)

    async def retire(self, mailbox: Mailbox, address: str, /) -> None:
        """Have an older address closed."""
        await (await self._open()).close_address(mailbox, address)

    async def list_devices(self, mailbox: Mailbox, /) -> tuple[Device, ...]:
        """Every device that reads the mailbox, oldest first."""
        return await (await self._open()).list_devices(mailbox)

    async def revoke_device(self, mailbox: Mailbox, device: str, /) -> None:
        """Shut a device out at once."""
        await (await self._open()).revoke_device(mailbox, device)

    async def make_request(self, relay: str, name: str, /) -> str:
        """What is typed at a device of the mailbox, so that it lets this computer in. Text without secrets."""
        return await (await self._open()).make_request(relay, name)

    async def approve(self, mailbox: Mailbox, request: str, /) -> str:
        """Let another computer in; what is returned is typed there."""
        return await (await self._open()).approve(mailbox, request)

    async def join(self, approval: str, now: datetime, /) -> Mailbox:
        """Become another device of a mailbox."""
        return await (await self._open()).join(approval, now)

    async def leave(self, mailbox: Mailbox, /) -> None:
        """Take this device off the mailbox, close it where no other reads it, and forget the keys."""
        await (await self._open()).leave(mailbox)

    async def _open(self) -> "Desk":
        if self._desk is None:
            self._desk = await asyncio.to_thread(self._make_desk)
        return self._desk

    def _make_desk(self) -> "Desk":
        from budgetsync.relay.client.desk import Desk  # noqa: PLC0415 - a quarter of a second of imports

        return Desk(self._vault, self._entry, self._clock, self._transports)

    async def _prepare(self, mailbox: Mailbox, inbox: RelayInbox) -> "Follower | None":
        """Get the keys, however often that takes: a keyring may be opened later. None where there are none."""
        desk, pace = await self._open(), Pace(self._random)
        while True:
            self._woken.clear()
            try:
                return await desk.make_follower(mailbox, inbox, self._beacon, self._random, self._look_every)
            except SecretMissing as error:
                _log.info("the keys of the mailbox are gone: %s", error.message)
                self._beacon.turn(LightState.REVOKED, trouble=error.trouble)
                return None
            except VaultError as error:
                _log.info("the keys of the mailbox cannot be had: %s", error.message)
                pause = pace.draw_pause(None, None)
                retry_at = self._clock.now() + timedelta(seconds=pause)
                self._beacon.turn(LightState.UNREACHABLE, retry_at=retry_at, trouble=error.trouble)
                await run_until_first(self._woken.wait(), asyncio.sleep(pause))
