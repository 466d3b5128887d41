"""The session of a device with its relay: opened by a signature, kept for a quarter of an hour, renewed in time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from budgetsync.domain.errors import RelayRefused, RelayUnreachable
from budgetsync.relay.client.keys import DeviceKeys
from budgetsync.relay.client.wire import (
    SessionEndedError,
    SignatureRefusedError,
    Wire,
    host_of,
    read_answer,
)
from budgetsync.relay.protocol import Nonce, Session, SessionRequest, session_text

T = TypeVar("T")
_SPARE = 60.0
"""Seconds before its end in which a session is no longer used."""
_SHORTEST = 30.0
_LONGEST_BEARER = 512


class Sessions:
    """Gives the bearer for a mailbox. One for each relay and device; it outlives connections."""

    def __init__(self, keys: DeviceKeys, relay: str, mailbox: str, device: str) -> None:
        self._keys = keys
        self._relay = relay
        self._mailbox = mailbox
        self._device = device
        self._bearer = ""
        self._until = 0.0
        self._turn = asyncio.Lock()

    async def with_bearer(self, wire: Wire, use: Callable[[str], Awaitable[T]]) -> T:
        """Do something with a bearer; where the relay wants a new session, once more with that of another.

        Raises:
            RelayRefused: The relay does not know the device any more.
            RelayUnreachable: No session could be opened, or what was done with it failed.
        """
        bearer = await self._open(wire)
        try:
            return await use(bearer)
        except SessionEndedError:
            self._forget(bearer)
        return await use(await self._open(wire))

    def _forget(self, bearer: str) -> None:
        if self._bearer == bearer:
            self._bearer = ""

    async def _open(self, wire: Wire) -> str:
        async with self._turn:
            if not self._bearer or asyncio.get_running_loop().time() >= self._until:
                try:
                    session = await self._ask(wire)
                except SignatureRefusedError:
                    session = await self._ask(wire)  # its nonce may have run out on the way
                self._bearer = session.bearer
                lasts = max(session.seconds - _SPARE, _SHORTEST)
                self._until = asyncio.get_running_loop().time() + lasts
            return self._bearer

    async def _ask(self, wire: Wire) -> Session:
        asked = SessionRequest(self._mailbox, self._device)
        nonce = read_answer(await wire.ask("POST", "/session", asked), Nonce).nonce
        text = session_text(host_of(self._relay), self._mailbox, nonce)
        asked = SessionRequest(self._mailbox, self._device, nonce, self._keys.sign(text))
        try:
            session = read_answer(await wire.ask("POST", "/session", asked), Session)
        except SessionEndedError:
            message = "The relay does not let this computer in."
            raise RelayRefused(message) from None
        if not _is_plain(session.bearer):
            message = "The relay's session cannot be used."
            raise RelayUnreachable(message)
        return session


def _is_plain(bearer: str) -> bool:
    return (
        bearer.isascii() and bearer.isprintable() and " " not in bearer and 0 < len(bearer) <= _LONGEST_BEARER
    )
