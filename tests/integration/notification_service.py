"""A notification service of the tests' own, for a bus of theirs; its buttons can be pressed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PATIENCE = 20  # seconds until a test gives up


class Waiting:
    """Waits until something is so; whoever changes it says so."""

    def __init__(self) -> None:
        self._came = asyncio.Event()

    def tell(self) -> None:
        self._came.set()

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._came.clear()
                await self._came.wait()


@dataclass
class Shown:
    replaces: int
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]


@dataclass
class Service(Waiting):
    """A notification service: shows, replaces, closes, and lets buttons be pressed."""

    bus: MessageBus
    capabilities: list[str]
    shown: dict[int, Shown] = field(default_factory=dict)
    ever: list[Shown] = field(default_factory=list)
    started: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    @asynccontextmanager
    async def on(cls, address: str, *capabilities: str) -> AsyncIterator[Service]:
        bus = await MessageBus(bus_address=address).connect()
        service = cls(bus, list(capabilities))
        bus.add_message_handler(service.answer)
        await bus.request_name(NAME)
        try:
            yield service
        finally:
            bus.disconnect()
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]

    def answer(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        if message.member == "GetCapabilities":
            return Message.new_method_return(message, "as", [self.capabilities])
        if message.member == "Notify":
            _, replaces, _, title, body, actions, hints, _ = message.body
            known = replaces in self.shown
            number = replaces if known else 1 + max(self.shown, default=0) + len(self.ever)
            made = Shown(replaces, title, body, actions, {name: hint.value for name, hint in hints.items()})
            self.shown[number] = made
            self.ever.append(made)
            self.tell()
            return Message.new_method_return(message, "u", [number])
        if message.member == "CloseNotification":
            self.shown.pop(message.body[0], None)
            self.tell()
            return Message.new_method_return(message)
        return None

    async def press(self, title: str, key: str, token: str = "") -> None:
        number = next(number for number, shown in self.shown.items() if shown.title == title)
        if token:
            await self._signal("ActivationToken", "us", [number, token])
        await self._signal("ActionInvoked", "us", [number, key])

    async def dismiss(self, title: str) -> None:
        number = next(number for number, shown in self.shown.items() if shown.title == title)
        del self.shown[number]
        await self._signal("NotificationClosed", "uu", [number, 2])

    async def _signal(self, member: str, signature: str, body: list[object]) -> None:
        await self.bus.send(Message.new_signal(PATH, NAME, member, signature, body))
