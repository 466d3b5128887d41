"""org.freedesktop.Notifications on the session bus: notices with buttons, replaced and taken back by their cause."""

import asyncio
import logging
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Any, Final

from dbus_fast import BusType, Message, MessageFlag, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

from budgetsync.domain.notices import Notice, NoticeKind
from budgetsync.host.notice_words import Listener, Words

_log = logging.getLogger(__name__)
PATIENCE: Final = 10.0
"""Seconds for the bus and the service to answer; the service may be started by asking."""
MOST_BUTTONS: Final = 3

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_RULES = (
    f"type='signal',sender='{_NAME}',path='{_PATH}',interface='{_NAME}'",
    f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{_NAME}'",
)
_DEFAULT = "default"
_LOW, _NORMAL, _CRITICAL = 0, 1, 2
_URGENCY: Final = {
    NoticeKind.DISK: _CRITICAL,
    NoticeKind.LEDGER: _CRITICAL,
    NoticeKind.DOWN: _LOW,
    NoticeKind.STALE: _LOW,
}
_FAILURES = (OSError, EOFError, TimeoutError, AuthError, DBusError, InvalidAddressError)


@dataclass(slots=True)
class _Session:
    """One connection to the bus, and what the service shows by it.

    Attributes:
        shown: Notices by the service's numbers.
        tokens: The desktop's permissions to come to the front, which come just before what was pressed.
    """

    bus: MessageBus
    capabilities: frozenset[str] = frozenset()
    shown: dict[int, Notice] = field(default_factory=dict)
    tokens: dict[int, str] = field(default_factory=dict)


class NotificationService:
    """The service of this session. Whatever it does or fails to do, nothing is raised."""

    def __init__(
        self, listener: Listener, words: Words, *, icon: str = "", address: str | None = None
    ) -> None:
        """Prepare; it is connected to when something is said.

        Args:
            icon: The file of the program's icon.
            address: Of the bus; None for this session's.
        """
        self._listener = listener
        self._words = words
        self._icon = icon
        self._address = address
        self._session: _Session | None = None

    async def show(self, notice: Notice) -> bool:
        """Show a notice in the place of one of the same cause; False where it is not shown."""
        try:
            async with asyncio.timeout(PATIENCE):
                session = await self._connected()
                replaced = _number_of(session, notice.cause)
                body = self._describe(session, notice, replaced or 0)
                reply = await _call(session.bus, _NAME, _PATH, "Notify", "susssasa{sv}i", body)
        except _FAILURES as error:
            _log.info("the desktop shows no notice: %s", type(error).__name__)
            return False
        if replaced is not None:
            session.shown.pop(replaced, None)
        session.shown[int(reply[0])] = notice
        return True

    async def withdraw(self, cause: str) -> None:
        """Have a notice closed that is still shown."""
        session = self._session
        number = None if session is None else _number_of(session, cause)
        if session is None or number is None:
            return
        session.shown.pop(number, None)
        try:
            async with asyncio.timeout(PATIENCE):
                await _call(session.bus, _NAME, _PATH, "CloseNotification", "u", [number])
        except _FAILURES as error:
            _log.info("a notice could not be taken back: %s", type(error).__name__)

    def close(self) -> None:
        """End the connection."""
        if self._session is not None:
            self._session.bus.disconnect()
            self._session = None

    async def _connected(self) -> _Session:
        if self._session is not None and self._session.bus.connected:
            return self._session
        bus = MessageBus(bus_address=self._address, bus_type=BusType.SESSION)
        try:
            await bus.connect()
            session = _Session(bus)
            bus.add_message_handler(partial(self._hear_soon, session))
            for rule in _RULES:
                await _call(bus, _BUS, _BUS_PATH, "AddMatch", "s", [rule])
            session.capabilities = frozenset((await _call(bus, _NAME, _PATH, "GetCapabilities", "", []))[0])
        except BaseException:
            bus.disconnect()
            raise
        self._session = session
        return session

    def _describe(self, session: _Session, notice: Notice, replaced: int) -> list[Any]:
        text = self._words.text
        body = f"{text(notice.message)} {text(notice.action)}"
        if "body-markup" in session.capabilities:
            body = escape(body, quote=False)  # it is a text, whatever a bank calls itself
        actions: list[str] = []
        if "actions" in session.capabilities:
            actions += [_DEFAULT, self._words.open]
            for number, action in enumerate(notice.actions[:MOST_BUTTONS]):
                actions += [str(number), self._words.button(action)]
        hints = {
            "urgency": Variant("y", _URGENCY.get(notice.kind, _NORMAL)),
            "desktop-entry": Variant("s", "budgetsync"),
            "suppress-sound": Variant("b", True),
        }
        return ["BudgetSync", replaced, self._icon, text(notice.title), body, actions, hints, -1]

    def _hear_soon(self, session: _Session, message: Message) -> None:
        """Hear it in the loop's next turn: what follows an answer at once comes after the answer was taken."""
        asyncio.get_running_loop().call_soon(self._hear, session, message)

    def _hear(self, session: _Session, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.member == "NameOwnerChanged" and message.body[0] == _NAME:
            session.shown.clear()  # a service that starts anew counts from one again
            session.tokens.clear()
        if message.interface != _NAME or not message.body or message.body[0] not in session.shown:
            return
        number, *rest = message.body
        if message.member == "ActivationToken":
            session.tokens[number] = str(rest[0])
        elif message.member == "ActionInvoked":
            notice, token = session.shown[number], session.tokens.pop(number, "")
            if rest[0] == _DEFAULT:
                self._listener.chosen(None, token)
            elif rest[0] in map(str, range(len(notice.actions))):
                self._listener.chosen(notice.actions[int(rest[0])], token)
        elif message.member == "NotificationClosed":
            session.shown.pop(number, None)
            session.tokens.pop(number, None)


def _number_of(session: _Session, cause: str) -> int | None:
    return next((number for number, notice in session.shown.items() if notice.cause == cause), None)


async def _call(
    bus: MessageBus, name: str, path: str, member: str, signature: str, body: list[Any]
) -> list[Any]:
    """Call a method of the interface that has the service's name.

    Raises:
        DBusError: The service is not there, or refuses.
    """
    reply = await bus.call(
        Message(
            destination=name,
            path=path,
            interface=name,
            member=member,
            signature=signature,
            body=body,
            flags=MessageFlag.NONE,
        )
    )
    if reply is None:  # the bus ended meanwhile
        raise EOFError
    if reply.message_type is not MessageType.METHOD_RETURN:
        raise DBusError(reply.error_name or "", "refused")
    return list(reply.body)
