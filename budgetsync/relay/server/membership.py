"""Mailboxes and who belongs to them: pairing, devices, addresses."""

from collections.abc import Sequence

from budgetsync.relay.protocol import (
    RECEIVE_PATH,
    Address,
    DeviceInfo,
    Devices,
    NewDevice,
    Paired,
    PairRequest,
    device_text,
    pair_text,
)
from budgetsync.relay.server.doorkeeper import Doorkeeper, check_name, read_key
from budgetsync.relay.server.guard import Guard
from budgetsync.relay.server.listeners import Listeners
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.options import Options
from budgetsync.relay.server.records import SECOND, Clock, DeviceRecord, Reader
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.translating import refusing

_LONGEST_NAME = 64
_LONGEST_INVITE = 64


class Membership:
    """Gives mailboxes out, and keeps who belongs to them."""

    def __init__(
        self,
        room: Mailroom,
        door: Doorkeeper,
        listeners: Listeners,
        guard: Guard,
        clock: Clock,
        options: Options,
    ) -> None:
        self._room = room
        self._door = door
        self._listeners = listeners
        self._guard = guard
        self._clock = clock
        self._options = options

    async def pair(self, request: PairRequest, caller: str) -> tuple[Paired, bool]:
        """Give a device a mailbox.

        Returns:
            The mailbox, and whether it is a new one: who asks again gets the same, with another address.

        Raises:
            RefusedError: The signature does not fit, or it has no invite.
        """
        self._guard.admit_pairing(caller)
        device_pub, seal_pub = read_key(request.device_pub), read_key(request.seal_pub)
        name = _read_name(request.name)
        if len(request.invite) > _LONGEST_INVITE:
            raise RefusedError(Why.INVITE)
        texts = [
            pair_text(host, request.device_pub, request.seal_pub, request.invite)
            for host in self._options.hosts
        ]
        self._door.check(device_pub, request.sig, texts)
        invite = None if self._options.is_open else request.invite
        with refusing():
            pairing = await self._room.pair(device_pub, seal_pub, name, invite)
        paired = Paired(pairing.mailbox, pairing.device, self._spell(pairing.address), pairing.epoch)
        return paired, pairing.is_new

    async def leave(self, reader: Reader) -> None:
        """Take a mailbox away with all that is its own.

        Raises:
            RefusedError: It is gone already.
        """
        with refusing():
            devices = await self._room.devices(reader.mailbox)
            await self._room.remove_mailbox(reader.mailbox)
        self._shut_out(reader.mailbox, [one.device for one in devices])

    async def add_device(self, reader: Reader, request: NewDevice) -> DeviceInfo:
        """Let another device read the mailbox.

        Raises:
            RefusedError: The signature of the device that asks does not fit, or there are too many.
        """
        device_pub, seal_pub = read_key(request.device_pub), read_key(request.seal_pub)
        name = _read_name(request.name)
        with refusing():
            own = await self._room.key_of(reader.mailbox, reader.device)
            texts = [
                device_text(host, reader.mailbox, request.device_pub, request.seal_pub)
                for host in self._options.hosts
            ]
            self._door.check(own, request.sig, texts)
            record = await self._room.add_device(reader.mailbox, device_pub, seal_pub, name)
        return self._tell(record)

    async def list_devices(self, reader: Reader) -> Devices:
        """Every device of the mailbox.

        Raises:
            RefusedError: The storage does not answer.
        """
        with refusing():
            records = await self._room.devices(reader.mailbox)
        return Devices([self._tell(record) for record in records])

    async def remove_device(self, reader: Reader, device: str) -> None:
        """Shut a device out, at once.

        Raises:
            RefusedError: There is none of that name.
        """
        with refusing():
            await self._room.remove_device(reader.mailbox, check_name(device))
        self._shut_out(reader.mailbox, [device])

    async def add_address(self, reader: Reader) -> Address:
        """Give the mailbox another address.

        Raises:
            RefusedError: The mailbox is gone.
        """
        with refusing():
            return Address(self._spell(await self._room.add_address(reader.mailbox)))

    async def close_address(self, reader: Reader, address: str) -> None:
        """Close an address for good.

        Raises:
            RefusedError: The mailbox has none like that.
        """
        with refusing():
            await self._room.close_address(reader.mailbox, check_name(address))

    def _shut_out(self, mailbox: str, devices: Sequence[str]) -> None:
        for device in devices:
            self._door.forget(mailbox, device)
            self._listeners.end(device, "revoked")

    def _spell(self, address: str) -> str:
        return f"{self._options.public_url}{RECEIVE_PATH}/{address}"

    def _tell(self, record: DeviceRecord) -> DeviceInfo:
        now = int(self._clock() * SECOND)
        seen = None if record.seen is None else max(now - record.seen, 0)
        return DeviceInfo(record.device, record.name, max(now - record.added, 0), seen)


def _read_name(text: str) -> str:
    if len(text) > _LONGEST_NAME or not text.isprintable():
        raise RefusedError(Why.MALFORMED)
    return text
