"""The Linux system bus: logind tells of sleep, NetworkManager of the network, UPower of the battery.

Each of the three may be missing; what nobody says is unknown. Nothing is started by asking.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dbus_fast import BusType, Message, MessageFlag, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

from budgetsync.domain.situation import Signal, Situation
from budgetsync.host.teller import Teller

_log = logging.getLogger(__name__)
TRY_AGAIN = 60.0  # seconds, where there is no bus or it has ended
PATIENCE = 10.0  # seconds for the bus to answer
ROUTES = (Path("/proc/net/route"), Path("/proc/net/ipv6_route"))

_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_UNKNOWN, _LOCAL, _PORTAL = 0, 50, 2  # NMState and NMConnectivityState
_METERED = frozenset({1, 3})  # NMMetered: yes, and yes by guess


@dataclass(frozen=True, slots=True)
class _Service:
    """A service whose properties are followed; its interface has the same name."""

    name: str
    path: str


_NETWORK = _Service("org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager")
_POWER = _Service("org.freedesktop.UPower", "/org/freedesktop/UPower")
_FOLLOWED = {service.name: service for service in (_NETWORK, _POWER)}
_RULES = (
    f"type='signal',sender='{_LOGIN}',path='{_LOGIN_PATH}',member='PrepareForSleep'",
    *(
        f"type='signal',sender='{service.name}',path='{service.path}',interface='{_PROPERTIES}'"
        for service in _FOLLOWED.values()
    ),
    *(
        f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{service.name}'"
        for service in _FOLLOWED.values()
    ),
)


async def follow(teller: Teller, routes: tuple[Path, ...] = ROUTES) -> None:
    """Keep a teller's situation current until cancelled, through every end of the bus.

    A bus that ends makes everything unknown, never silent.

    Args:
        routes: Where the kernel lists its routes.
    """
    while True:
        try:
            await _Connection(teller, routes).follow()
        except (OSError, EOFError, AuthError, DBusError, InvalidAddressError) as error:
            _log.info("the system bus does not answer: %s", type(error).__name__)
        teller.become(Situation())
        await asyncio.sleep(TRY_AGAIN)


class _Connection:
    """The system bus from connecting to it until it ends."""

    def __init__(self, teller: Teller, routes: tuple[Path, ...]) -> None:
        self._teller = teller
        self._routes = routes
        self._known: dict[str, dict[str, Any]] = {}
        self._asking: set[asyncio.Task[None]] = set()

    async def follow(self) -> None:
        bus = MessageBus(bus_type=BusType.SYSTEM)
        try:
            async with asyncio.timeout(PATIENCE):
                await bus.connect()
                bus.add_message_handler(lambda message: self._hear(bus, message))
                for rule in _RULES:
                    await _call(bus, _BUS, _BUS_PATH, _BUS, "AddMatch", rule)
                for service in _FOLLOWED.values():
                    await self._ask(bus, service)
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
        finally:
            for task in self._asking:
                task.cancel()
            bus.disconnect()

    def _hear(self, bus: MessageBus, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.member == "PrepareForSleep" and message.body == [False]:
            self._teller.tell(Signal.WOKE_UP)
        elif message.member == "PropertiesChanged" and message.body[0] in _FOLLOWED:
            name, changed, unsaid = message.body
            self._take(name, {**self._known.get(name, {}), **_plain(changed)})
            if unsaid:
                self._ask_soon(bus, _FOLLOWED[name])
        elif message.member == "NameOwnerChanged" and message.body[0] in _FOLLOWED:
            name, _before, owner = message.body
            if owner:
                self._ask_soon(bus, _FOLLOWED[name])
            else:
                self._take(name, {})

    def _ask_soon(self, bus: MessageBus, service: _Service) -> None:
        task = asyncio.create_task(self._ask(bus, service))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _ask(self, bus: MessageBus, service: _Service) -> None:
        body = await _call(bus, service.name, service.path, _PROPERTIES, "GetAll", service.name)
        self._take(service.name, _plain(body[0]) if body else {})

    def _take(self, name: str, properties: dict[str, Any]) -> None:
        self._known[name] = properties
        network, power = (self._known.get(service.name, {}) for service in (_NETWORK, _POWER))
        self._teller.become(
            situation_of(network, power, has_route=any(_has_default(file) for file in self._routes))
        )


def situation_of(network: Mapping[str, Any], power: Mapping[str, Any], *, has_route: bool) -> Situation:
    """Read the properties of NetworkManager and UPower; empty where a service is not there.

    Args:
        has_route: Whether the kernel knows a way out. NetworkManager calls a network away that others manage.
    """
    state = network.get("State", _UNKNOWN)
    online: bool | None = None
    if state != _UNKNOWN:
        online = state > _LOCAL and network.get("Connectivity") != _PORTAL
        if state <= _LOCAL and has_route:
            online = None
    return Situation(
        online=online,
        metered=network.get("Metered") in _METERED,
        on_battery=power.get("OnBattery") is True,
    )


def _has_default(routes: Path) -> bool:
    """Tell whether a list of the kernel's has a default route that leads anywhere."""
    try:
        lines = routes.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    if routes.name == "route":
        return any(line.split()[1:2] == ["00000000"] for line in lines)
    return any(line.startswith(f"{'0' * 32} 00 ") and not line.endswith(" lo") for line in lines)


def _plain(properties: Mapping[str, Variant]) -> dict[str, Any]:
    return {name: variant.value for name, variant in properties.items()}


async def _call(bus: MessageBus, name: str, path: str, interface: str, member: str, word: str) -> list[Any]:
    """Call a method that takes one text; [] where the service is not there or refuses."""
    reply = await bus.call(
        Message(
            destination=name,
            path=path,
            interface=interface,
            member=member,
            signature="s",
            body=[word],
            flags=MessageFlag.NO_AUTOSTART,
        )
    )
    if reply.message_type is not MessageType.METHOD_RETURN:
        return []
    return list(reply.body)
