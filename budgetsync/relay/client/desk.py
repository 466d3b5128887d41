"""What a device has done at its relay: pairing, addresses, devices, leaving. Imports httpx and nacl."""

import asyncio
import re
import ssl
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

import msgspec

from budgetsync.domain.errors import RelayRefused, RelayUnreachable, SettingsError
from budgetsync.domain.ports import Clock, RelayInbox, Vault
from budgetsync.domain.realtime import Device, Mailbox, TestResult
from budgetsync.domain.settings import public_url, relay_url
from budgetsync.relay.client.following import Follower
from budgetsync.relay.client.keys import DeviceKeys, forget_keys, load_keys, provide_keys
from budgetsync.relay.client.light import Beacon
from budgetsync.relay.client.reading import EventReader
from budgetsync.relay.client.session import Sessions
from budgetsync.relay.client.texts import Approval, PairingRequest, read_text, write_text
from budgetsync.relay.client.trial import Look, Trials
from budgetsync.relay.client.wire import Transports, Wire, host_of, make_trust, read_answer
from budgetsync.relay.protocol import (
    Address,
    DeviceInfo,
    Devices,
    NewDevice,
    Paired,
    PairRequest,
    device_text,
    pair_text,
)

T = TypeVar("T")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""How mailboxes, devices and addresses are named: as parts of a path, nothing has to be escaped."""
_LONGEST_ADDRESS = 512
_LONGEST_NAME = 64
_OLDEST = 10**12


class Desk:
    """Speaks to relays in the name of this device.

    Args:
        entry: Name of the vault's entry with the device's keys.
        transports: Makes what carries requests in place of the network; None for the network.
    """

    def __init__(self, vault: Vault, entry: str, clock: Clock, transports: Transports | None) -> None:
        self._vault = vault
        self._entry = entry
        self._clock = clock
        self._transports = transports
        self._trust: dict[bool, ssl.SSLContext] = {}
        self._trials = Trials()

    async def make_follower(
        self, mailbox: Mailbox, inbox: RelayInbox, beacon: Beacon, random: Random, look_every: float
    ) -> Follower:
        """Prepare to follow a mailbox.

        Raises:
            VaultError: Its keys cannot be had now.
        """
        keys = await self._load_keys(mailbox.relay)
        trust = await self._load_trust(mailbox.relay)
        return Follower(
            mailbox,
            inbox,
            lambda: Wire(mailbox.relay, trust, self._transports),
            _sessions(keys, mailbox),
            self._reader(keys),
            beacon,
            self._clock,
            random,
            look_every=look_every,
        )

    async def pair(self, relay: str, name: str, invite: str) -> Mailbox:
        """Get a mailbox, or the one that this device has there already."""
        relay = read_relay(relay)
        keys = await asyncio.to_thread(provide_keys, self._vault, self._entry, relay)
        sig = keys.sign(pair_text(host_of(relay), keys.device_pub, keys.seal_pub, invite))
        words = PairRequest(keys.device_pub, keys.seal_pub, read_name(name), sig, invite)
        async with await self._wire(relay) as wire:
            paired = read_answer(await wire.ask("POST", "/mailboxes", words), Paired)
        for one in (paired.mailbox, paired.device):
            _check_name(one)
        address = _read_address(paired.address, relay)
        return Mailbox(relay, paired.mailbox, paired.device, address, paired.epoch, 0, self._clock.now())

    async def test(self, mailbox: Mailbox, *, followed: bool) -> TestResult:
        """Send a test event.

        Args:
            followed: Whether this process follows the mailbox.
        """
        keys = await self._load_keys(mailbox.relay)
        async with await self._wire(mailbox.relay) as wire:
            look = Look(wire, _sessions(keys, mailbox), mailbox.id, self._reader(keys))
            return await self._trials.run(wire, mailbox.address, None if followed else look)

    async def add_address(self, mailbox: Mailbox) -> str:
        """Get another address."""
        body = await self._ask(mailbox, "POST", "/addresses")
        return _read_address(read_answer(body, Address).address, mailbox.relay)

    async def close_address(self, mailbox: Mailbox, address: str) -> None:
        """Close an address; one that is closed already is no error."""
        last = address.rpartition("/")[2]
        _check_name(last)
        try:
            await self._ask(mailbox, "DELETE", f"/addresses/{last}")
        except RelayRefused:
            await self.list_devices(mailbox)  # which tells whether it is we who are not known

    async def list_devices(self, mailbox: Mailbox) -> tuple[Device, ...]:
        """Every device of the mailbox."""
        listed = read_answer(await self._ask(mailbox, "GET", "/devices"), Devices)
        return tuple(self._read_device(one, mailbox) for one in listed.devices)

    async def revoke_device(self, mailbox: Mailbox, device: str) -> None:
        """Shut a device out; one that is out already is no error."""
        _check_name(device)
        try:
            await self._ask(mailbox, "DELETE", f"/devices/{device}")
        except RelayRefused:
            if device != mailbox.device:
                await self.list_devices(mailbox)

    async def make_request(self, relay: str, name: str) -> str:
        """Ask to read another computer's mailbox."""
        relay = read_relay(relay)
        keys = await asyncio.to_thread(provide_keys, self._vault, self._entry, relay)
        return write_text(PairingRequest(relay, keys.device_pub, keys.seal_pub, read_name(name)))

    async def approve(self, mailbox: Mailbox, request: str) -> str:
        """Let another computer in."""
        wanted = read_text(request, PairingRequest)
        if wanted.relay != mailbox.relay:
            message = "The other computer asks for another relay than this one's."
            raise RelayRefused(message, action=f"Have it ask for {mailbox.relay}, and copy its text anew.")
        keys = await self._load_keys(mailbox.relay)
        text = device_text(host_of(mailbox.relay), mailbox.id, wanted.device_pub, wanted.seal_pub)
        words = NewDevice(wanted.device_pub, wanted.seal_pub, read_name(wanted.name), keys.sign(text))
        device = read_answer(await self._ask(mailbox, "POST", "/devices", words), DeviceInfo).device
        _check_name(device)
        return write_text(Approval(mailbox.relay, mailbox.id, device, mailbox.address))

    async def join(self, approval: str, now: datetime) -> Mailbox:
        """Become the device that was approved, which a session proves."""
        approved = read_text(approval, Approval)
        relay = read_relay(approved.relay)
        for one in (approved.mailbox, approved.device):
            _check_name(one)
        address = _read_address(approved.address, relay)
        mailbox = Mailbox(relay, approved.mailbox, approved.device, address, "", 0, now)
        try:
            devices = await self.list_devices(mailbox)
        except RelayRefused:
            devices = ()
        if not any(one.own for one in devices):
            message = "The other computer let somebody else in, or has shut this one out again."
            raise RelayRefused(message, action="Begin anew: show this computer's text, and copy it there.")
        return mailbox

    async def leave(self, mailbox: Mailbox) -> None:
        """Take this device off; the keys are forgotten whatever the relay says to it."""
        try:
            await self.revoke_device(mailbox, mailbox.device)
        finally:
            await asyncio.to_thread(forget_keys, self._vault, self._entry, mailbox.relay)

    async def _ask(
        self, mailbox: Mailbox, method: str, path: str, words: msgspec.Struct | None = None
    ) -> bytes:
        keys = await self._load_keys(mailbox.relay)
        async with await self._wire(mailbox.relay) as wire:

            async def ask(bearer: str) -> bytes:
                return await wire.ask(method, f"/mailboxes/{mailbox.id}{path}", words, bearer=bearer)

            return await _sessions(keys, mailbox).with_bearer(wire, ask)

    async def _load_keys(self, relay: str) -> DeviceKeys:
        return await asyncio.to_thread(load_keys, self._vault, self._entry, relay)

    async def _load_trust(self, relay: str) -> ssl.SSLContext:
        is_sealed = relay.startswith("https:")
        if is_sealed not in self._trust:
            self._trust[is_sealed] = await asyncio.to_thread(make_trust, relay)
        return self._trust[is_sealed]

    async def _wire(self, relay: str) -> Wire:
        return Wire(relay, await self._load_trust(relay), self._transports)

    def _reader(self, keys: DeviceKeys) -> EventReader:
        return EventReader(keys, self._clock.now, self._trials.arrive)

    def _read_device(self, told: DeviceInfo, mailbox: Mailbox) -> Device:
        _check_name(told.device)
        now = self._clock.now()
        seen = None if told.seen_ms is None else now - _age(told.seen_ms)
        own = told.device == mailbox.device
        return Device(told.device, read_name(told.name), now - _age(told.added_ms), seen, own)


def read_relay(text: str) -> str:
    """Read a relay's address as a person gives it.

    Raises:
        RelayRefused: It is none, or plain http to another computer.
    """
    try:
        return relay_url(text)
    except SettingsError as error:
        raise RelayRefused(error.message, title="That is no relay's address", action=error.action) from None


def read_name(name: str) -> str:
    """Make a computer's name one that a relay takes."""
    return "".join(letter for letter in name if letter.isprintable())[:_LONGEST_NAME]


def _sessions(keys: DeviceKeys, mailbox: Mailbox) -> Sessions:
    return Sessions(keys, mailbox.relay, mailbox.id, mailbox.device)


def _read_address(address: str, relay: str) -> str:
    try:
        whole = public_url(address, "address") if len(address) <= _LONGEST_ADDRESS else ""
    except SettingsError:
        whole = ""
    if not whole or (relay.startswith("https:") and not whole.startswith("https:")):
        message = "The relay gave an address that cannot be used."
        raise RelayUnreachable(message)
    return whole


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        message = "The relay gave a name that cannot be used."
        raise RelayUnreachable(message)


def _age(milliseconds: int) -> timedelta:
    return timedelta(milliseconds=min(max(milliseconds, 0), _OLDEST))
