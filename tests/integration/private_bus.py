"""A system bus of the test's own, with services on it that pose as logind, NetworkManager and UPower."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

NETWORK, POWER, LOGIN = (f"org.freedesktop.{name}" for name in ("NetworkManager", "UPower", "login1"))
CONFIGURATION = """<busconfig><type>system</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""


@asynccontextmanager
async def private_bus(folder: Path) -> AsyncIterator[str]:
    """A dbus-daemon; gives its address."""
    socket = folder / "bus"
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(socket=socket), encoding="ascii")
    daemon = await asyncio.create_subprocess_exec(
        "dbus-daemon",
        f"--config-file={configuration}",
        "--nofork",
        "--nopidfile",
        "--print-address",
        stdout=asyncio.subprocess.PIPE,
    )
    assert daemon.stdout is not None
    try:
        await daemon.stdout.readline()  # it listens
        yield f"unix:path={socket}"
    finally:
        if daemon.returncode is None:
            daemon.terminate()
        await daemon.wait()
        socket.unlink(missing_ok=True)


class PosingService:
    """One service with properties."""

    def __init__(self, bus: MessageBus, name: str, properties: dict[str, Variant]) -> None:
        self._bus = bus
        self._name = name
        self._path = f"/{name.replace('.', '/')}"
        self._properties = properties

    @classmethod
    @asynccontextmanager
    async def on(cls, address: str, name: str, **properties: Variant) -> AsyncIterator[PosingService]:
        """Take a name on the bus and answer for it."""
        bus = await MessageBus(bus_address=address).connect()
        service = cls(bus, name, properties)
        bus.add_message_handler(service._answer)
        await bus.request_name(name)
        try:
            yield service
        finally:
            bus.disconnect()
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]

    async def change(self, **properties: Variant) -> None:
        """Change properties, and say so."""
        self._properties |= properties
        await self._signal(
            "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", [self._name, properties, []]
        )

    async def invalidate(self, **properties: Variant) -> None:
        """Change properties, and say only that they changed."""
        self._properties |= properties
        await self._signal(
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            "sa{sv}as",
            [self._name, {}, list(properties)],
        )

    async def prepare_for_sleep(self, *, begins: bool) -> None:
        """Say that the computer goes to sleep, or that it woke up."""
        await self._signal(f"{self._name}.Manager", "PrepareForSleep", "b", [begins])

    async def _signal(self, interface: str, member: str, signature: str, body: list[object]) -> None:
        await self._bus.send(Message.new_signal(self._path, interface, member, signature, body))

    def _answer(self, message: Message) -> Message | None:
        if message.message_type is MessageType.METHOD_CALL and message.member == "GetAll":
            return Message.new_method_return(message, "a{sv}", [self._properties])
        return None
