"""A server that is closed loses nobody whom it has just let in."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
import uvicorn

from budgetsync.sleeping_server import SleepingServer

Message = dict[str, object]


async def answer(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    raise AssertionError((scope, receive, send))  # nobody asks for anything


@pytest.mark.parametrize("turns", range(5))
def test_a_connection_of_the_last_moment_is_ended(turns: int) -> None:
    async def scene() -> bytes:
        config = uvicorn.Config(answer, loop="asyncio", lifespan="off", log_config=None)
        server, up = SleepingServer(config), asyncio.Event()
        begin = server.startup

        async def startup(sockets: list[socket.socket] | None = None) -> None:
            await begin(sockets)
            up.set()

        server.startup = startup  # type: ignore[method-assign]
        with socket.create_server(("127.0.0.1", 0)) as listener:
            serving = asyncio.create_task(server.serve([listener]))
            await asyncio.wait_for(up.wait(), 30)
            with socket.create_connection(listener.getsockname(), timeout=30) as client:
                for _ in range(turns):
                    await asyncio.sleep(0)
                server.ask_to_stop()
                await asyncio.wait_for(serving, 30)
                with suppress(ConnectionResetError):
                    return client.recv(1)
                return b""

    assert asyncio.run(scene()) == b""
