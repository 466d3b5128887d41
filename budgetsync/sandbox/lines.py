"""The connections of the running servers, for faults that live below HTTP."""

import socket
import struct
from collections.abc import Callable
from typing import Any, Protocol

_LINGER_NOT = struct.pack("ii", 1, 0)


class Line(Protocol):
    """A server that can find a connection and stop taking new ones."""

    def transport_of(self, client: Any) -> Any:  # noqa: ANN401 - asyncio's transport, or None
        """The transport of a client's connection; None when it has none here."""

    def pause(self, seconds: float) -> None:
        """Take no connection for so long: whoever connects hangs."""


class Lines:
    """Every server that serves a bank."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._served = False

    def add(self, line: Line) -> Callable[[], None]:
        """Take a server in; returns what takes it out again."""
        self._lines.append(line)
        self._served = True

        def remove() -> None:
            if line in self._lines:
                self._lines.remove(line)

        return remove

    def cut(self, client: Any) -> None:  # noqa: ANN401 - an ASGI scope's
        """Reset a client's connection, where it is still there.

        Raises:
            ConnectionResetError: the bank is served without a network, so that this is the only way.
        """
        for line in self._lines:
            transport = line.transport_of(client)
            if transport is not None:
                own_socket = transport.get_extra_info("socket")
                own_socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
                transport.abort()
                return
        if not self._served:
            raise ConnectionResetError

    def pause(self, seconds: float) -> None:
        """Let no server take a connection for so long."""
        for line in self._lines:
            line.pause(seconds)
